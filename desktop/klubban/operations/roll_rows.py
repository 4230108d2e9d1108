"""What every change of a roll needs: a line of it, whether it may be changed, and how stays are written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

from klubban.domain.answered import check_none_new, conflicts
from klubban.domain.body import Named
from klubban.domain.comings import Comings, Stays
from klubban.domain.decided import Vote
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting
from klubban.domain.outcome import is_complete
from klubban.domain.roll import Agenda, RollLine, Stay
from klubban.domain.voters import is_among, voters
from klubban.operations.lists import last_place, put_rows
from klubban.operations.naming import named_at
from klubban.operations.signing_lock import check_whole_not_out
from klubban.store import reads, rolls
from klubban.store.change import Change, id_of
from klubban.store.database import Database
from klubban.store.payload import Row


@dataclass(frozen=True, slots=True)
class OnRoll:
    """A line of a roll that may be changed, with the meeting it is of and its items."""

    database: Database
    meeting: int
    line: RollLine
    agenda: Agenda

    @classmethod
    def of(cls, database: Database, line_id: int) -> OnRoll:
        """Read a line; raises RuleBroken when the protocol is verified, LookupError."""
        with database.read() as read:
            meeting_id, line = rolls.line(read, line_id)
            check_open(verified=rolls.is_verified(read, meeting_id))
            return cls(database, meeting_id, line, rolls.order(read, meeting_id))

    @property
    def comings(self) -> Comings:
        """Return their comings and goings; raises RuleBroken for a vacant seat."""
        check_somebody(self.line)
        return Comings(self.line, self.agenda)

    @property
    def name(self) -> str:
        """Return who it is, or nobody."""
        return str(self.line.who or self.line.party or "")

    def called(self, item_id: int | None) -> str:
        """Return what an item is called."""
        return "" if item_id is None else self.agenda.items[self.agenda.place(item_id)].called

    def change(self, label: str, **facts: Any) -> AbstractContextManager[Change]:
        """Open a change of the meeting's roll that names the person; raises as `changing`."""
        return changing(self.database, label, self.meeting, name=self.name, **facts)

    def note(self, label: str, stays: Stays, **facts: Any) -> None:
        """Write the stays of the line anew, in a change of its own."""
        with self.change(label, **facts) as change:
            put_stays(change, self.line.id, stays)


@contextmanager
def changing(database: Database, label: str, meeting_id: int, **facts: Any) -> Iterator[Change]:
    """Open a change of a meeting's roll; raises RuleBroken when the protocol is verified, LookupError.

    Also, naming person and paragraph, where somebody who voted or made a reservation could not have by then.
    """
    with database.change(label, place=("meeting", meeting_id), **facts) as change:
        check_open(verified=rolls.is_verified(change.connection, meeting_id))
        check_whole_not_out(change, meeting_id)
        with agreeing(change, meeting_id):
            yield change


@contextmanager
def agreeing(change: Change, meeting_id: int) -> Iterator[None]:
    """Hold presence to what was answered and lodged: raises RuleBroken for a new contradiction.

    Who serves by now at a vote that was complete without them has missed it. Where nobody was noted as
    there, presence is being noted for the first time, and nothing is held to anything.
    """
    before = reads.answered(change.connection, meeting_id)
    yield
    now = reads.answered(change.connection, meeting_id) if before and before.attendance else None
    if before and now:
        check_none_new(conflicts(before), conflicts(now))
        _note_missed(change, before, now)


def _note_missed(change: Change, before: Meeting, now: Meeting) -> None:
    """Note those as absent from a vote that was complete, who may vote by now and have no answer."""
    were_able = {item.id: voters(before, item) for item in before.items if item.divisions}
    for item in now.items:
        for division in item.divisions:
            if division.votes and is_complete(division, were_able.get(item.id, ())):
                answered = [who for who, _vote in division.votes]
                for who in voters(now, item):
                    if not is_among(who, answered):
                        place = last_place(change, "vote", division_id=division.id)
                        change.insert(
                            "vote",
                            division_id=division.id,
                            position=place,
                            answer=Vote.ABSENT,
                            **named_at("", who),
                        )


def check_open(*, verified: bool) -> None:
    """Raise RuleBroken when the protocol is verified: its roll is as it was signed."""
    if verified:
        raise RuleBroken("The protocol is verified; who was there cannot be changed any more")


def check_somebody(line: RollLine) -> Named:
    """Return who is on a line; raises RuleBroken for a vacant seat."""
    if line.who is None:
        raise RuleBroken("The seat is vacant; nobody can be there in it")
    return line.who


def put_stays(change: Change, line_id: int, stays: Stays) -> None:
    """Write the stays of a line, in the rows that are there as far as they go."""
    put_rows(change, "stay", "roll_line", line_id, [stay_columns(stay) for stay in stays])


def remove_line(change: Change, line_id: int) -> None:
    """Take a line off the roll, with what was decided about it."""
    for column in ("place_id", "serves_id"):
        for row in change.rows("ruling", **{column: line_id}):
            change.delete("ruling", id_of(row))
    for row in change.rows("roll_stand_in", alternate_id=line_id):
        change.delete("roll_stand_in", id_of(row))
    for row in change.rows("roll_line", personal_for_id=line_id):
        change.update("roll_line", id_of(row), personal_for_id=None)
    change.delete_whole("roll_line", line_id)


def stay_columns(stay: Stay) -> dict[str, Any]:
    """Return the columns of a stay."""
    return {
        "first_item_id": stay.first,
        "came": stay.came,
        "last_item_id": stay.last,
        "went": stay.went,
        "remote": stay.remote,
        "came_at": stay.came_at,
        "went_at": stay.went_at,
    }


def who_in(row: Row, prefix: str = "") -> Named | None:
    """Return somebody named in a row as SQLite keeps it."""
    name, party, person = (row[f"{prefix}{column}"] for column in ("name", "party", "person_id"))
    if name is None:
        return None
    return Named(str(name), None if party is None else str(party), int(person) if person else None)
