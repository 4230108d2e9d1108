"""What an import's references mean in the file, once its meetings are there."""

from __future__ import annotations

from klubban.exchange.checking_agendas import NO_ITEM
from klubban.exchange.open_format import Refused
from klubban.exchange.plans import OpenItemAt
from klubban.exchange.references import meeting_name
from klubban.exchange.values import Moment
from klubban.i18n import N_
from klubban.operations.import_register import RegisterImport
from klubban.store import reads
from klubban.store.change import id_of


class References:
    """Finds meetings, items and assignments in the file by what a document calls them."""

    def __init__(self, register: RegisterImport) -> None:
        """Take the registers that were brought in before."""
        self._register = register
        self._change = register.change

    def meeting(self, body: str, moment: Moment, where: str) -> int:
        """Return the meeting of a body on a day; raises Refused if it is not the only one there."""
        lines = reads.meetings(self._change.connection, self._register.bodies[body])
        same_day = [line for line in lines if line.date == moment.date]
        found = [line.id for line in same_day if line.start == moment.start]
        if not found and moment.start is None:
            found = [line.id for line in same_day]
        if len(found) > 1:
            template = N_("There are several meetings on {date}; say which by its start")
            raise Refused(where, template, date=moment.date)
        if not found:
            raise Refused(where, N_("There is no meeting {key}"), key=meeting_name(body, moment))
        return found[0]

    def item(self, meeting_id: int, name: str | int, where: str) -> int:
        """Return an item of a meeting by its key or paragraph; raises Refused for one that is not there."""
        for row in self._change.rows("item", meeting_id=meeting_id):
            if name in (row["key"], row["number"]):
                return id_of(row)
        raise Refused(where, NO_ITEM, key=name)

    def item_at(self, at: OpenItemAt | None, *steps: str | int) -> int | None:
        """Return an item of some meeting; `steps` lead to the reference in the document."""
        if at is None:
            return None
        place = self._register.document.place
        meeting_id = self.meeting(at.body, at.meeting, place(*steps, "meeting"))
        return self.item(meeting_id, at.item, place(*steps, "item"))

    def assignment(self, key: str | None, *steps: str | int) -> int | None:
        """Return an assignment by its key."""
        if key is None:
            return None
        rows = self._change.rows("assignment", key=key)
        if len(rows) == 1:
            return id_of(rows[0])
        where = self._register.document.place(*steps)
        if rows:
            template = N_("{name} may be any of {count} in the file")
            raise Refused(where, template, name=key, count=len(rows))
        raise Refused(where, N_("There is no assignment with the key {key}"), key=key)
