"""An import's assignments that stand outside items: of a body, of a meeting, or of an item named there."""

from __future__ import annotations

from klubban.domain.meeting import Meeting
from klubban.exchange.meetings import OpenFreeAssignment
from klubban.exchange.open_format import Refused, meetings_meant
from klubban.i18n import N_
from klubban.operations.import_item import is_meant, put_assignment
from klubban.operations.import_register import RegisterImport
from klubban.operations.renewal import Renewal
from klubban.store import reads
from klubban.store.tables import Thing


class AssignmentsImport:
    """Brings assignments in, when the document's meetings are in the file already."""

    def __init__(self, register: RegisterImport) -> None:
        """Take the registers that were brought in before."""
        self.register = register
        self._renewal = Renewal(register.change, in_order=("assignment",))
        self._begun: set[Thing] = set()

    def run(self) -> None:
        """Bring them in, new ones last; those in the file that are not mentioned stay."""
        self._renewal.renew_alone("assignment")
        there = [int(row["position"] or 0) for row in self.register.change.rows("assignment")]
        first = max(there, default=-1) + 1
        for place, each in enumerate(self.register.document.assignments):
            if self._came_with_its_item(each):
                continue
            belongs_to = self._belongs_to(each, place)
            for whole in belongs_to:
                if whole not in self._begun:
                    self._begun.add(whole)
                    self._renewal.renew(whole, "assignment")
            columns = {f"{table}_id": id_ for table, id_ in belongs_to}
            put_assignment(self.register, self._renewal, first + place, each, **columns)

    def _came_with_its_item(self, given: OpenFreeAssignment) -> bool:
        meant = meetings_meant(self.register.document, given)
        return any(is_meant(item, given) for meeting in meant for item in meeting.items)

    def _belongs_to(self, given: OpenFreeAssignment, place: int) -> tuple[Thing, ...]:
        """Return the one thing that an assignment is part of: its item, or else its meeting, or its body."""
        if given.body is None:
            return ()
        body_id = self.register.bodies[given.body]
        if given.meeting is None:
            return (("body", body_id),)
        meeting = self._meeting(body_id, given, place)
        if given.item is None:
            return (("meeting", meeting.id),)
        for item in meeting.items:
            if given.item in (item.key, item.number):
                return (("item", item.id),)
        raise Refused(
            self.register.document.place("assignments", place, "item"),
            N_("The meeting has no item with the key or paragraph {key}"),
            key=given.item,
        )

    def _meeting(self, body_id: int, given: OpenFreeAssignment, place: int) -> Meeting:
        assert given.meeting  # noqa: S101 - asked before
        day, start = given.meeting
        read = self.register.change.connection
        found = [
            line for line in reads.meetings(read, body_id) if line.date == day and start in (None, line.start)
        ]
        if len(found) == 1:
            return reads.meeting(read, found[0].id)
        where = self.register.document.place("assignments", place, "meeting")
        if found:
            raise Refused(where, N_("There are several meetings on {date}; say which by its start"), date=day)
        raise Refused(where, N_("There is no meeting {key}"), key=f"{given.body} {day}")
