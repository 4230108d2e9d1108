"""A roll is begun: from the seats of the day, the invited, and what was noted before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from klubban.documents import wording
from klubban.domain.beginning import Beginning, on_roll
from klubban.domain.body import Body
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import Coming, OnRollAs, RollCall, RollLine
from klubban.domain.taking_over import taken_over
from klubban.i18n import N_, texts
from klubban.operations.naming import named_at
from klubban.operations.roll_rows import put_stays
from klubban.store import reads, rolls
from klubban.store.change import Change, id_of
from klubban.store.database import Database

_TAKEN_OVER = N_("Taken over from the attendance that was noted before")


@dataclass(frozen=True, slots=True)
class Planned:
    """A roll that can be begun; its ids are those of no rows."""

    meeting: int
    body: Body
    roll: RollCall
    facts: dict[str, str]
    unknown: str = ""
    """Paragraphs that attendance was noted for, and the agenda does not have."""


def plan(database: Database, meeting_id: int) -> Planned:
    """Return the roll that a meeting would begin with; raises RuleBroken when it is begun, LookupError."""
    with database.read() as read:
        meeting, seats, people = reads.meeting(read, meeting_id), reads.seats(read), reads.people(read)
    body = meeting.body
    if meeting.roll.lines:
        raise RuleBroken("The roll is begun already")
    beginning = Beginning(
        body=body,
        day=meeting.date,
        seats=seats,
        people={person.id: person for person in people},
        type=next((each for each in body.meeting_types if each.name == meeting.type), None),
    )
    reason = texts(meeting.organisation.language).gettext(_TAKEN_OVER)
    lines = [*beginning.lines()]
    lines += _called_up(meeting, lines)
    roll = taken_over(meeting, lines, reason)
    unknown = _unknown(meeting)
    return Planned(
        meeting=meeting_id,
        body=body,
        roll=roll,
        facts={"body": body.short or body.name, "date": meeting.date.isoformat()},
        unknown=wording.signs_in(meeting, unknown) if unknown else "",
    )


def _unknown(meeting: Meeting) -> Paragraphs | None:
    """Return the paragraphs that a roll could say nothing of: those that only a part of was imported with."""
    noted = {
        number for row in meeting.attendance for some in (row.paragraphs, row.partly) for number in some or ()
    }
    return Paragraphs.of(noted - {item.number for item in meeting.items})


def _called_up(meeting: Meeting, lines: list[RollLine]) -> Iterable[RollLine]:
    """Return lines for those who will come although they have no seat, and have not told absence since."""
    told = [each.who for each in meeting.absent if each.told]
    coming = [each.who for each in meeting.call_ups if each.answer is Coming.YES]
    new = [who for who in coming if on_roll(lines, who) is None and not any(map(who.is_same, told))]
    for id_, who in enumerate(new, len(lines) + 1):
        yield RollLine(id=id_, role=OnRollAs.ALTERNATE, who=who)


def begin(change: Change, planned: Planned) -> None:
    """Write the roll, with the rules of the day, and take away the rows that it comes from."""
    change.update("meeting", planned.meeting, rules=rolls.to_keep(planned.body))
    for row in change.rows("attendance", meeting_id=planned.meeting):
        change.delete_whole("attendance", id_of(row))
    ids: dict[int, int] = {}
    for position, line in enumerate(planned.roll.lines):
        ids[line.id] = _insert(change, planned.meeting, position, line)
    for line in planned.roll.lines:
        if line.personal_for is not None:
            change.update("roll_line", ids[line.id], personal_for_id=ids[line.personal_for])
        for position, alternate in enumerate(line.stand_ins):
            change.insert(
                "roll_stand_in", roll_line_id=ids[line.id], position=position, alternate_id=ids[alternate]
            )
        put_stays(change, ids[line.id], line.stays)
    for position, ruling in enumerate(planned.roll.rulings):
        change.insert(
            "ruling",
            meeting_id=planned.meeting,
            position=position,
            place_id=None if ruling.place is None else ids[ruling.place],
            serves_id=None if ruling.serves is None else ids[ruling.serves],
            first_item_id=ruling.first,
            last_item_id=ruling.last,
            reason=ruling.reason,
        )


def _insert(change: Change, meeting_id: int, position: int, line: RollLine) -> int:
    return change.insert(
        "roll_line",
        meeting_id=meeting_id,
        position=position,
        role=line.role,
        seat_party=line.seat_party,
        represents=line.represents,
        title=line.title,
        since=line.since,
        rights=line.rights,
        **named_at("who_", line.who),
        **named_at("instead_of_", line.instead_of),
    )
