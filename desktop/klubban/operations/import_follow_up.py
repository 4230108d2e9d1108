"""What an import says of what is followed up: what happened since, and the lists of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from klubban.domain.assignment import AssignmentStatus, StepKind
from klubban.exchange.follow_up import ROOTS, OpenAssignmentStep, OpenCirculated
from klubban.exchange.inquiries import OpenReceivedReferral
from klubban.exchange.items import OpenAssignment
from klubban.exchange.plans import OpenItemAt, OpenMeetingAt
from klubban.exchange.references import (
    Unresolved,
    items_elsewhere,
    keys_followed_up,
    meetings_elsewhere,
    origins,
    refusal,
)
from klubban.exchange.row import Row
from klubban.operations.import_references import References
from klubban.operations.import_register import RegisterImport
from klubban.operations.naming import id_or_none, named_at
from klubban.operations.renewal import Renewal
from klubban.store.change import Change, id_of
from klubban.store.tables import RECORDS, plain


class FollowUpImport:
    """Brings in what is followed up, when everything else of the document is in the file.

    What happened since a meeting is only ever added to: a document that is older than the file takes nothing
    away. The lists of their own are recognised by their keys and written as the document has them.
    """

    def __init__(self, register: RegisterImport, references: References) -> None:
        """Take the registers that were brought in, and what finds the rest in the file."""
        self._register, self._references = register, references
        self._change = register.change
        document = register.document
        self._steps: dict[int, tuple[str | int, ...]] = {
            id(at): tuple(steps) for steps, at in (*items_elsewhere(document), *meetings_elsewhere(document))
        }

    def run(self) -> None:
        """Bring everything in; raises Refused for a reference that the file does not know either."""
        for id_, given in self._register.given:
            self._change.update("assignment", id_, **self._how_it_stands(given))
            for report in given.reports:
                told = {"date": report.date, "text": report.text, "by": report.by}
                self._add("report", assignment_id=id_, **told, item_id=self._item(report.item))
            self._add_all(id_, given.steps)
        put = [(kind, self._put(kind, root), root) for kind, root in self._roots()]
        self._refuse_unknown()
        for kind, root_id, root in put:
            self._complete(kind, root_id, root)
        for matter in self._register.document.matters:
            if matter.received:
                self._put_received(self._register.matters[matter.key], matter.received)

    def named(self, sort: str, key: str | None) -> int | None:
        """Return what a key stands for; raises Refused where the file does not know it."""
        if key is None:
            return None
        if sort in ("body", "matter"):
            return (self._register.bodies if sort == "body" else self._register.matters)[key]
        rows = self._change.rows(sort, key=key)
        if len(rows) != 1:
            raise refusal(Unresolved("", sort, key))
        return id_of(rows[0])

    def put_circulated(self, meeting_id: int, given: Iterable[OpenCirculated]) -> None:
        """Note who was sent what around a meeting; what is known already is brought up to date."""
        for each in given:
            columns = self._columns(OpenCirculated, each)
            alike = {name: columns[name] for name in ("name", "what", "sent_on")}
            where = plain(RECORDS["circulated"], alike)
            known = self._change.rows("circulated", meeting_id=meeting_id, **where)
            if known:
                self._change.update("circulated", id_of(known[0]), **columns)
            else:
                self._add("circulated", meeting_id=meeting_id, **columns)

    def _how_it_stands(self, given: OpenAssignment) -> dict[str, Any]:
        """Return the columns of which the document says something; open is what it says nothing of.

        So a document from before it was done does not open it again; one with the step that did does.
        """
        facts: dict[str, Any] = {
            "cost": given.cost,
            "for_body_id": id_or_none(self._register.bodies, given.for_body),
            "status": given.status,
        }
        reopened = any(step.kind is StepKind.REOPENED for step in given.steps)
        if given.status is AssignmentStatus.OPEN and not reopened:
            del facts["status"]
        return {name: value for name, value in facts.items() if value is not None}

    def _roots(self) -> Iterator[tuple[type[Row], Row]]:
        for name, kind in ROOTS.items():
            for given in getattr(self._register.document, name):
                yield kind, given

    def _refuse_unknown(self) -> None:
        """Refuse, with its place, a key that neither the document nor the file knows."""
        place = self._register.document.place
        document = self._register.document
        for steps, sort, key in (*keys_followed_up(document), *origins(document)):
            if key is not None and sort not in ("body", "matter") and not self._change.rows(sort, key=key):
                raise refusal(Unresolved(place(*steps), sort, key))

    def _put(self, kind: type[Row], given: Any) -> int:
        """Write a row with its key, or find it; what it refers to of its own sort may not be there yet."""
        late = {name for name, sort in kind.REFERS.items() if sort not in ("body", "matter")}
        columns = self._columns(kind, given, but=late)
        known = self._change.rows(kind.TABLE, key=given.key)
        if not known:
            return self._change.insert(kind.TABLE, **columns)
        self._change.update(kind.TABLE, id_of(known[0]), **columns)
        return id_of(known[0])

    def _complete(self, kind: type[Row], id_: int, given: Row) -> None:
        """Write what a row refers to, and what is part of it."""
        self._change.update(
            kind.TABLE,
            id_,
            **{f"{name}_id": self.named(sort, getattr(given, name)) for name, sort in kind.REFERS.items()},
        )
        renewal = Renewal(self._change)
        renewal.renew((kind.TABLE, id_))
        self._put_parts(renewal, kind, id_, given)
        renewal.finish()

    def _put_parts(self, change: Change, kind: type[Row], id_: int, given: Row) -> None:
        whole = {f"{kind.TABLE}_id": id_}
        for name, child in kind.CHILDREN.items():
            for place, each in enumerate(getattr(given, name)):
                made = change.insert(child.TABLE, position=place, **whole, **self._columns(child, each))
                self._put_parts(change, child, made, each)
        for name, (table, column) in kind.SINGLE.items():
            for place, value in enumerate(getattr(given, name)):
                found = self.named(kind.TABLE, value) if column.endswith("_id") else value
                change.insert(table, position=place, **whole, **{column: found})

    def _columns(self, kind: type[Row], given: Row, but: Iterable[str] = ()) -> dict[str, Any]:
        """Return the columns of a row's own fields."""
        columns: dict[str, Any] = {}
        for name in type(given).model_fields.keys() - set(but):
            value = getattr(given, name)
            if name in kind.NAMED:
                columns |= named_at(kind.NAMED[name], self._register.who_or_none(value))
            elif name in kind.REFERS:
                columns[f"{name}_id"] = self.named(kind.REFERS[name], value)
            elif name == "item":
                columns["item_id"] = self._item(value)
            elif name == "meeting":
                columns["meeting_id"] = self._meeting(value)
            elif name not in kind.CHILDREN and name not in kind.SINGLE:
                columns[name] = value
        return columns

    def _item(self, at: OpenItemAt | None) -> int | None:
        return None if at is None else self._references.item_at(at, *self._steps[id(at)])

    def _meeting(self, at: OpenMeetingAt | None) -> int | None:
        if at is None:
            return None
        where = self._register.document.place(*self._steps[id(at)], "meeting")
        return self._references.meeting(at.body, at.meeting, where)

    def _put_received(self, matter_id: int, given: Iterable[OpenReceivedReferral]) -> None:
        renewal = Renewal(self._change)
        renewal.renew(("matter", matter_id), "received_referral")
        for place, each in enumerate(given):
            columns = self._columns(OpenReceivedReferral, each)
            renewal.insert("received_referral", matter_id=matter_id, position=place, **columns)
        renewal.finish()

    def _add_all(self, assignment_id: int, steps: Iterable[OpenAssignmentStep]) -> None:
        for each in steps:
            columns = self._columns(OpenAssignmentStep, each)
            self._add("assignment_step", assignment_id=assignment_id, **columns)

    def _add(self, table: str, /, **columns: Any) -> None:
        """Add a row, last of its list, unless there is one just like it."""
        if self._change.rows(table, **plain(RECORDS[table], columns)):
            return
        whole = {name: columns[name] for name in columns if name in ("assignment_id", "meeting_id")}
        if "position" in RECORDS[table].columns:
            there: Mapping[str, Any] = {"position": len(self._change.rows(table, **whole))}
            columns |= there
        self._change.insert(table, **columns)
