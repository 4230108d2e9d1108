"""What the roll page shows one state of: the meeting as its roll needs it, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from klubban.domain.attendance import Service
from klubban.domain.beginning import Beginning
from klubban.domain.roll import CallUp, Coming, RollCall, RollLine
from klubban.domain.service import Sits, balance
from klubban.store import reads
from klubban.store.roll_sheet import roll_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klubban.domain.meeting import Absence, Disqualification, Item, Meeting
    from klubban.store.database import Database


@dataclass(frozen=True)
class Sheet:
    """One state of a meeting's roll; before it is begun, of the seats that it will be begun from."""

    meeting: Meeting
    roll: RollCall
    begun: bool

    @cached_property
    def service(self) -> Service:
        """Return what follows from the roll."""
        return Service(self.roll, self.meeting.agenda, self.meeting.body)

    @property
    def lines(self) -> Mapping[int, RollLine]:
        """Return the lines by their ids."""
        return self.service.lines

    @cached_property
    def seats(self) -> tuple[RollLine, ...]:
        """Return the lines of members' seats."""
        return tuple(line for line in self.roll.lines if line.role.has_seat)

    @property
    def places(self) -> int:
        """Return how many places the meeting has: its items, or one where there are none yet."""
        return self.service.places

    def item(self, place: int) -> Item | None:
        """Return the item at a place."""
        return self.meeting.items[place] if place < len(self.meeting.items) else None

    def first_place(self, item_id: int | None) -> int:
        """Return the place of an item, else of the first that is not dealt with."""
        waiting = (place for place, item in enumerate(self.meeting.items) if item.outcome is None)
        return self.service.at.get(item_id or 0, next(waiting, 0))

    # --- who serves

    def sits(self, seat: int, place: int) -> Sits | None:
        """Return who serves in a seat at a place."""
        return next((each for each in self.service.sittings[place] if each.seat.id == seat), None)

    def changed_balance(self, place: int) -> dict[str, int]:
        """Return by how many each party is stronger or weaker at a place than by its seats."""
        parties = {line.id: line.party for line in self.roll.lines}
        return balance(self.service.sittings[place], parties)

    # --- what else was noted

    @cached_property
    def told(self) -> Mapping[int, Absence]:
        """Return for each line the absence that was told beforehand."""
        found = ((self.service.line_of(each.who), each) for each in self.meeting.absent if each.told)
        return {line.id: each for line, each in found if line is not None}

    @cached_property
    def call_ups(self) -> Mapping[int, CallUp]:
        """Return for each line how its person was asked to come, and what they answered."""
        found = ((self.service.line_of(each.who), each) for each in self.meeting.call_ups)
        return {line.id: each for line, each in found if line is not None}

    @cached_property
    def declined(self) -> frozenset[int]:
        """Return the lines of those who were asked and cannot come."""
        return frozenset(line for line, each in self.call_ups.items() if each.answer is Coming.NO)

    def is_told(self, line: RollLine) -> bool:
        """Tell whether somebody said that they would not come, and has not come."""
        return line.id in self.told and not line.stays

    def is_out(self, line: int, place: int) -> bool:
        """Tell whether somebody is disqualified at a place and does not take part."""
        return place in self.service.kept_out.get(line, ())

    def disqualification(self, line: RollLine, place: int) -> Disqualification | None:
        """Return the disqualification of somebody at a place."""
        item = self.item(place)
        found = item.disqualifications if item else ()
        return next((each for each in found if each.who.is_same(line.who)), None)


def sheet(database: Database, meeting_id: int) -> Sheet:
    """Read one state of a meeting's roll; raises LookupError."""
    with database.read() as read:
        meeting = roll_sheet(read, meeting_id)
        if meeting.roll.lines:
            return Sheet(meeting, meeting.roll, begun=True)
        people = {person.id: person for person in reads.people(read)}
        seats = reads.seats(read)
    body = meeting.body
    type_ = next((each for each in body.meeting_types if each.name == meeting.type), None)
    planned = Beginning(body=body, day=meeting.date, seats=seats, people=people, type=type_)
    return Sheet(meeting, RollCall(lines=planned.lines()), begun=False)
