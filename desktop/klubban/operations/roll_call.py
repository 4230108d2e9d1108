"""The roll call at the table: who is there, who came and left, and what the chair decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.roll import Moment, OnRollAs, RollCall, Stay
from klubban.domain.rulings import check_ruling
from klubban.i18n import N_
from klubban.operations.begin_roll import begin, plan
from klubban.operations.lists import last_place
from klubban.operations.naming import checked_name, named_at, one_line
from klubban.operations.roll_rows import (
    OnRoll,
    changing,
    check_somebody,
    put_stays,
    remove_line,
    stay_columns,
)
from klubban.store import reads, rolls
from klubban.store.database import Database

_CAME = {
    Moment.BEFORE: N_("Note that {name} came before {item}"),
    Moment.DURING: N_("Note that {name} came during {item}, before the decision"),
    Moment.DECIDED: N_("Note that {name} came during {item}, after the decision"),
    Moment.AFTER: N_("Note that {name} came after {item}"),
}
_WENT = {
    Moment.BEFORE: N_("Note that {name} left before {item}"),
    Moment.DURING: N_("Note that {name} left during {item}, before the decision"),
    Moment.DECIDED: N_("Note that {name} left during {item}, after the decision"),
    Moment.AFTER: N_("Note that {name} left after {item}"),
}


def begin_roll(database: Database, meeting_id: int) -> None:
    """Put everybody with a seat that day on the roll, and who is invited; nobody is there yet.

    The body's rules of the day are kept with the meeting. Attendance that was noted without a roll is taken
    over into it. Raises RuleBroken when the roll is begun already, the protocol verified, or attendance noted
    for what is not on the agenda; LookupError.
    """
    planned = plan(database, meeting_id)
    if planned.unknown:
        raise RuleBroken(
            "The attendance was noted for {paragraphs}, which the agenda does not have; add them first",
            paragraphs=planned.unknown,
        )
    with changing(database, N_("Begin the roll of {body} on {date}"), meeting_id, **planned.facts) as change:
        begin(change, planned)


def call_present(
    database: Database, meeting_id: int, line_ids: Sequence[int], *, remote: bool = False
) -> None:
    """Let people be there from the opening on to the end, whatever was noted of them before.

    Raises RuleBroken for a vacant seat or a verified protocol, LookupError.
    """
    with database.read() as read:
        roll = rolls.roll(read, meeting_id)
    names = [str(check_somebody(roll.line(line_id))) for line_id in line_ids]
    if not names:
        return
    if len(names) == 1:
        label = N_("Note that {name} takes part remotely") if remote else N_("Note that {name} is present")
    else:
        label = N_("Note that {count} take part remotely") if remote else N_("Note that {count} are present")
    with changing(database, label, meeting_id, name=names[0], count=len(names)) as change:
        for line_id in line_ids:
            put_stays(change, line_id, (Stay(id=0, remote=remote),))


def mark_absent(database: Database, line_id: int) -> None:
    """Take away all that was noted of somebody being there; raises RuleBroken for a verified protocol."""
    OnRoll.of(database, line_id).note(N_("Note that {name} is absent"), ())


def arrive(
    database: Database,
    line_id: int,
    item_id: int | None,
    came: Moment = Moment.BEFORE,
    *,
    remote: bool = False,
    at: dt.time | None = None,
) -> None:
    """Note that somebody came at an item, or was there from the opening, and stays to the end.

    Raises RuleBroken when they were there already, for a vacant seat or a verified protocol; LookupError.
    """
    one = OnRoll.of(database, line_id)
    label = _CAME[came] if item_id is not None else N_("Note that {name} was there from the opening")
    one.note(label, one.comings.came(item_id, came, remote=remote, at=at), item=one.called(item_id))


def leave(
    database: Database, line_id: int, item_id: int, went: Moment = Moment.AFTER, *, at: dt.time | None = None
) -> None:
    """Note that somebody left at an item.

    Raises RuleBroken when they were not there, for a vacant seat or a verified protocol; LookupError.
    """
    one = OnRoll.of(database, line_id)
    one.note(_WENT[went], one.comings.went(item_id, went, at=at), item=one.called(item_id))


def change_way(database: Database, line_id: int, item_id: int, *, remote: bool) -> None:
    """Note that somebody takes part remotely, or in the room, from before an item on.

    Raises RuleBroken when they were not there, for a vacant seat or a verified protocol; LookupError.
    """
    one = OnRoll.of(database, line_id)
    label = (
        N_("Note that {name} takes part remotely from {item}")
        if remote
        else N_("Note that {name} is in the room from {item}")
    )
    one.note(label, one.comings.changed_way(item_id, remote=remote), item=one.called(item_id))


def set_times(database: Database, line_id: int, came_at: dt.time | None, went_at: dt.time | None) -> None:
    """Set by the clock when somebody came and left; who was not noted as there is there from then on.

    Raises RuleBroken when they would leave before they came, for a vacant seat or a verified protocol.
    """
    one = OnRoll.of(database, line_id)
    one.note(N_("Note when {name} came and left"), one.comings.timed(came_at, went_at))


# --- who is on the roll


def add_to_roll(
    database: Database,
    meeting_id: int,
    name: str,
    role: OnRollAs = OnRollAs.OTHER,
    *,
    party: str | None = None,
    title: str | None = None,
    represents: str | None = None,
    first: int | None = None,
) -> int:
    """Put somebody last on the roll, there from an item or the opening on, and return their line.

    Raises RuleBroken when no name is given, they are on the roll already, or the protocol is verified;
    LookupError for an item of another meeting.
    """
    who = Named(checked_name(name), one_line(party or "") or None)
    with changing(database, N_("Put {name} on the roll"), meeting_id, name=str(who)) as change:
        roll = rolls.roll(change.connection, meeting_id)
        if first is not None:
            rolls.order(change.connection, meeting_id).place(first)
        _check_new(roll, who, role)
        known = [person for person in reads.people(change.connection) if person.name == who.name]
        if len(known) == 1 and who.party in (None, known[0].party):
            who = Named(who.name, known[0].party, known[0].id)
            _check_new(roll, who, role)
        line_id = change.insert(
            "roll_line",
            meeting_id=meeting_id,
            position=last_place(change, "roll_line", meeting_id=meeting_id),
            role=role,
            **named_at("who_", who),
            title=one_line(title or "") or None,
            represents=one_line(represents or "") or None,
            rights=(),
        )
        change.insert("stay", roll_line_id=line_id, position=0, **stay_columns(Stay(id=0, first=first)))
    return line_id


def change_line(
    database: Database,
    line_id: int,
    *,
    name: str,
    party: str | None = None,
    title: str | None = None,
    role: OnRollAs,
) -> None:
    """Put right how somebody stands on the roll; raises RuleBroken for no name or a name that is there."""
    one = OnRoll.of(database, line_id)
    before = check_somebody(one.line)
    who = Named(checked_name(name), one_line(party or "") or None, before.person)
    with one.change(N_("Put right {name} on the roll")) as change:
        others = [line for line in rolls.roll(change.connection, one.meeting).lines if line.id != line_id]
        _check_new(RollCall(lines=tuple(others)), who, role)
        change.update(
            "roll_line", line_id, role=role, title=one_line(title or "") or None, **named_at("who_", who)
        )


def send_other(database: Database, line_id: int, name: str, *, party: str | None = None) -> None:
    """Note whom an organisation sent to this meeting in place of the one who represents it.

    Naming again the one who was replaced takes it back. Raises RuleBroken when no name is given, or they are
    on the roll already.
    """
    one = OnRoll.of(database, line_id)
    who = Named(checked_name(name), one_line(party or "") or None)
    usual = one.line.instead_of or one.line.who
    if usual is not None and usual.name == who.name:
        who, usual = usual, None
    with one.change(N_("Note that {other} came instead of {name}"), other=str(who)) as change:
        roll = rolls.roll(change.connection, one.meeting)
        others = tuple(line for line in roll.lines if line.id != line_id)
        _check_new(RollCall(lines=others), who, one.line.role)
        # A title is a person's own; who comes for the police need not be its commissioner.
        titles = [each.title for each in reads.people(change.connection) if each.id == who.person]
        change.update(
            "roll_line",
            line_id,
            title=next(iter(titles), None),
            **named_at("who_", who),
            **named_at("instead_of_", usual),
        )


def take_off_roll(database: Database, line_id: int) -> None:
    """Take a slip off the roll, with what was decided about them."""
    one = OnRoll.of(database, line_id)
    with one.change(N_("Take {name} off the roll")) as change:
        remove_line(change, line_id)


def _check_new(roll: RollCall, who: Named, role: OnRollAs) -> None:
    """Raise RuleBroken when somebody is on the roll already, or it would have two chairs."""
    for line in roll.lines:
        if who.is_same(line.who):
            raise RuleBroken("{name} is on the roll already", name=line.who)
        if role is OnRollAs.CHAIR and line.role is role:
            raise RuleBroken("{name} is the chair; there cannot be two", name=line.who or "")


# --- what the chair decided


def rule(
    database: Database,
    meeting_id: int,
    place: int | None,
    serves: int | None,
    first: int,
    last: int | None,
    reason: str,
) -> int:
    """Note that the chair let somebody serve in a seat (a line), or nobody, and return the ruling.

    Without a seat it is about who presides. Raises RuleBroken without a reason, for a line that is no seat, a
    vacant one who serves, items in the wrong order, or somebody ruled into two seats at once.
    """
    words = one_line(reason)
    with database.read() as read:
        roll, agenda = rolls.roll(read, meeting_id), rolls.order(read, meeting_id)
    check_ruling(roll, agenda, place=place, serves=serves, first=first, last=last)
    if not words:
        raise RuleBroken("A decision against the order of call needs its reason")
    person = roll.line(serves).who if serves is not None else None
    seat = roll.line(place) if place is not None else None
    label = N_("Let {name} serve for {member}") if person else N_("Leave the place of {member} empty")
    if seat is None:
        label = N_("Let {name} preside")
    member = str(seat.who or seat.party or "") if seat else ""
    with changing(database, label, meeting_id, name=str(person or ""), member=member) as change:
        return change.insert(
            "ruling",
            meeting_id=meeting_id,
            position=last_place(change, "ruling", meeting_id=meeting_id),
            place_id=place,
            serves_id=serves,
            first_item_id=first,
            last_item_id=last,
            reason=words,
        )


def withdraw_ruling(database: Database, ruling_id: int) -> None:
    """Take back a decision about who serves; raises RuleBroken for a verified protocol, LookupError."""
    with database.read() as read:
        meeting_id = rolls.meeting_of(read, "ruling", ruling_id)
    with changing(database, N_("Withdraw a decision about who serves"), meeting_id) as change:
        change.delete("ruling", ruling_id)
