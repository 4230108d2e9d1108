"""An import's assignments that stand outside items: of a body, of a meeting, or of an item named there."""

from __future__ import annotations

from klubban.exchange.meetings import OpenFreeAssignment
from klubban.exchange.open_format import meetings_meant
from klubban.operations.import_item import is_meant, put_assignment
from klubban.operations.import_references import References
from klubban.operations.import_register import RegisterImport
from klubban.operations.renewal import Renewal
from klubban.store.tables import Thing


class AssignmentsImport:
    """Brings assignments in, when the document's meetings are in the file already."""

    def __init__(self, register: RegisterImport) -> None:
        """Take the registers that were brought in before."""
        self.register = register
        self._renewal = Renewal(register.change, in_order=("assignment",))
        self._begun: set[Thing] = set()
        self._references = References(register)

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
        where = self.register.document.place
        meeting_id = self._references.meeting(
            given.body, given.meeting, where("assignments", place, "meeting")
        )
        if given.item is None:
            return (("meeting", meeting_id),)
        item_id = self._references.item(meeting_id, given.item, where("assignments", place, "item"))
        return (("item", item_id),)
