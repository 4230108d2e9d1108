"""One item of an import, with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from klubban.exchange.items import OpenAssignment, OpenItem
from klubban.exchange.meetings import OpenFreeAssignment
from klubban.operations.assignments import insert_assignment, insert_referral
from klubban.operations.import_agenda import put_preparation
from klubban.operations.import_minutes import MinutesImport
from klubban.operations.import_register import RegisterImport
from klubban.operations.import_verification import put_afterwards
from klubban.operations.items import insert_item
from klubban.operations.naming import id_or_none, named, named_at
from klubban.operations.proceedings import (
    insert_disqualification,
    insert_proposal,
)
from klubban.store.change import Change

_COLUMNS = {
    "key", "registry_number", "kind", "presenters", "proposal", "earlier", "summary", "proceedings",
    "decision", "outcome", "verified_immediately", "confidential", "exercise_of_authority", "appeal",
    "minutes", "origin", "unnumbered", "order_approved", "doors", "secrecy", "public_title",
}  # fmt: skip


class ItemImport:
    """Brings one item in."""

    def __init__(
        self,
        register: RegisterImport,
        change: Change,
        meeting_id: int,
        item: OpenItem,
        standing: int | None = None,
        recesses: Sequence[int] = (),
    ) -> None:
        """Write through a change, which may be a renewal; `standing` is the id of the standing item it is,
        `recesses` are those of the meeting.
        """  # noqa: D205 - one sentence
        self.register = register
        self.change = change
        self.meeting_id = meeting_id
        self.item = item
        self.standing = standing
        self.recesses = recesses

    def run(self, position: int, assignments: Sequence[OpenAssignment] = ()) -> int:
        """Write the item and return its id; `assignments` are those that the document gives outside it."""
        given = self.item
        columns = {name: getattr(given, name) for name in _COLUMNS}
        id_ = insert_item(
            self.change,
            self.meeting_id,
            position,
            title=given.title,
            number=given.paragraph,
            matter_id=None if given.matter is None else self.register.matters[given.matter],
            starts=given.start,
            standing_item_id=self.standing,
            **columns,
        )
        self._put_papers(id_)
        MinutesImport(self.register, self.change, id_, given, self.recesses).run()
        self._put_people(id_)
        self._put_work(id_, assignments)
        put_preparation(self.register, self.change, id_, given)
        put_afterwards(self.register, self.change, id_, given)
        return id_

    def _put_papers(self, id_: int) -> None:
        for place, paper in enumerate(self.item.documents):
            self.change.insert("document", item_id=id_, position=place, **paper.model_dump())
        for place, name in enumerate(self.item.dispatch_to):
            self.change.insert("recipient", item_id=id_, position=place, name=name)
        for place, each in enumerate(self.item.proposes_to):
            body_id = self.register.bodies.get(each.body.key or "")
            name = each.body.name or self._body_name(body_id) or each.body.key or ""
            insert_proposal(self.change, id_, place, body_id, name, each.decision)

    def _put_people(self, id_: int) -> None:
        for place, each in enumerate(self.item.disqualifications):
            raised_by = self.register.who_or_none(each.raised_by)
            insert_disqualification(
                self.change,
                id_,
                place,
                self.register.who(each.person),
                ground=each.ground,
                raised_by=str(raised_by) if raised_by else None,
            )
        for place, noted in enumerate(self.item.deviations):
            self.change.insert(
                "deviation",
                item_id=id_,
                position=place,
                rule=noted.rule,
                reason=noted.reason,
                **named_at("who_", self.register.who_or_none(noted.person)),
            )
        for place, who in enumerate(self.item.not_taking_part):
            self.change.insert(
                "not_taking_part", item_id=id_, position=place, **named(self.register.who(who))
            )

    def _put_work(self, id_: int, assignments: Sequence[OpenAssignment]) -> None:
        for place, each in enumerate((*self.item.assignments, *assignments)):
            put_assignment(self.register, self.change, place, each, item_id=id_)
        given = self.item.referral
        if given:
            answers = [(answer.sender, answer.date, answer.texts) for answer in given.answers]
            facts = {name: getattr(given, name) for name in ("title", "referees", "questions")}
            insert_referral(self.change, id_, given.due, answers, **facts)

    def _body_name(self, body_id: int | None) -> str | None:
        rows = [] if body_id is None else self.change.rows("body", id=body_id)
        return str(rows[0]["name"]) if rows else None


def is_meant(item: OpenItem, given: OpenFreeAssignment) -> bool:
    """Tell whether an assignment that stands outside items names this one, of the meeting it names."""
    return given.item is not None and given.item in (item.key, item.paragraph)


def put_assignment(
    register: RegisterImport, change: Change, position: int, given: OpenAssignment, **belongs_to: int
) -> int:
    """Write an assignment that belongs to an item, a meeting, a body, or to none."""
    facts = {name: getattr(given, name) for name in ("key", "text", "due", "status", "given_on", "cost")}
    facts["for_body_id"] = id_or_none(register.bodies, given.for_body)
    id_ = insert_assignment(change, position, register.who(given.to), (), **facts, **belongs_to)
    register.given.append((id_, given))
    return id_
