"""The items of one meeting, each with all that belongs to it, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from klubban.domain import decided
from klubban.domain import meeting as domain
from klubban.domain.assignment import Assignment
from klubban.domain.referral import Answer, Referral
from klubban.domain.roll import Deviation
from klubban.store import agendas, minutes, verifications
from klubban.store import tables as t
from klubban.store.assigned import assignment_with
from klubban.store.rows import Ids, Row, ids_in, kept, many, named, named_or_none, parts, rows


def items(read: Connection, meeting_id: int) -> tuple[domain.Item, ...]:
    """Return a meeting's items in the order of its agenda."""
    found = parts(read, t.item, t.meeting, [meeting_id])
    ids = ids_in(found)
    belongings = {name: build(read, ids) for name, build in _BELONGINGS.items()}
    matters = matters_of(read, select(t.item.c.matter_id).where(t.item.c.meeting_id == meeting_id))
    return tuple(_item(row, belongings, matters) for row in found.get(meeting_id, ()))


def item(read: Connection, item_id: int) -> domain.Item:
    """Return one item, whole; raises LookupError."""
    for found in _whole(read, [item_id]):
        return found
    raise LookupError(item_id)


def items_around(read: Connection, meeting_id: int, item_ids: Sequence[int]) -> tuple[domain.Item, ...]:
    """Return a meeting's items as far as presence depends on them, and some of them whole."""
    own = t.item.c
    wanted = select(own.id, own.title, own.number).where(own.meeting_id == meeting_id)
    found = list(rows(read, wanted.order_by(own.position, own.id)))
    ids = [row["id"] for row in found]
    out, noted = disqualifications(read, ids), deviations(read, ids)
    whole = {each.id: each for each in _whole(read, item_ids)}
    return tuple(
        whole.get(row["id"])
        or domain.Item(
            **kept(row, "id", "title", "number"),
            disqualifications=out(row["id"]),
            deviations=noted(row["id"]),
        )
        for row in found
    )


def _whole(read: Connection, ids: Sequence[int]) -> Iterator[domain.Item]:
    own = t.item.c
    belongings = {name: build(read, ids) for name, build in _BELONGINGS.items()}
    matters = matters_of(read, select(own.matter_id).where(own.id.in_(ids)))
    return (_item(row, belongings, matters) for row in rows(read, select(t.item).where(own.id.in_(ids))))


def _item(
    row: Row, belongings: dict[str, Callable[[int], Any]], matters: dict[int, domain.Matter]
) -> domain.Item:
    own = {
        name: row[name]
        for name in (
            "id", "title", "key", "number", "registry_number", "kind", "presenters", "proposal", "earlier",
            "summary", "proceedings", "decision", "outcome", "verified_immediately", "confidential",
            "exercise_of_authority", "appeal", "minutes", "origin", "unnumbered", "order_approved",
            "doors", "secrecy", "public_title",
        )
    }  # fmt: skip
    found = {name: find(row["id"]) for name, find in belongings.items()}
    return domain.Item(
        **own,
        **found,
        matter=matters.get(row["matter_id"]),
        start=row["starts"],
        assignment=row["origin_assignment_id"],
        commitment=row["origin_commitment_id"],
        inquiry=row["origin_inquiry_id"],
        standing=row["standing_item_id"],
    )


def matters_of(read: Connection, ids: Select[Any]) -> dict[int, domain.Matter]:
    """Return matters by id."""
    return {row["id"]: _matter(row) for row in rows(read, select(t.matter).where(t.matter.c.id.in_(ids)))}


def _matter(row: Row) -> domain.Matter:
    kind = row["submission_kind"]
    submission = kind and domain.Submission(kind=kind, by=row["submission_by"], date=row["submission_date"])
    return domain.Matter(
        **kept(row, "id", "key", "title", "registry_number", "closed", "closed_because"),
        submission=submission,
        body=row["body_id"],
    )


def _documents(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.Document, ...]]:
    found = parts(read, t.document, t.item, ids)
    sizes = agendas.sizes(read, (row["sha256"] for group in found.values() for row in group if row["sha256"]))
    names = ("id", "title", "sha256", "media_type", "confidential", "number", "file_name")
    return many(found, lambda row: domain.Document(**kept(row, *names), size=sizes.get(row["sha256"])))


def _proposals(read: Connection, ids: Ids) -> Callable[[int], tuple[decided.Proposal, ...]]:
    return many(
        parts(read, t.proposal, t.item, ids),
        lambda row: decided.Proposal(
            id=row["id"], body=row["body_name"], body_id=row["body_id"], decision=row["decision"]
        ),
    )


def disqualifications(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.Disqualification, ...]]:
    """Return, by item, those who were disqualified."""
    return many(
        parts(read, t.disqualification, t.item, ids),
        lambda row: domain.Disqualification(**kept(row, "id", "ground", "raised_by"), who=named(row)),
    )


def deviations(read: Connection, ids: Ids) -> Callable[[int], tuple[Deviation, ...]]:
    """Return, by item, what was done against a rule."""
    return many(
        parts(read, t.deviation, t.item, ids),
        lambda row: Deviation(**kept(row, "id", "rule", "reason"), who=named_or_none(row, "who_")),
    )


def _not_taking_part(read: Connection, ids: Ids) -> Callable[[int], tuple[Any, ...]]:
    return many(parts(read, t.not_taking_part, t.item, ids), named)


def _assignments(read: Connection, ids: Ids) -> Callable[[int], tuple[Assignment, ...]]:
    found = parts(read, t.assignment, t.item, ids)
    return many(found, assignment_with(read, ids_in(found)))


def _referral(read: Connection, ids: Ids) -> Callable[[int], Referral | None]:
    referrals = parts(read, t.referral, t.item, ids)
    answers = parts(read, t.answer, t.referral, ids_in(referrals))
    texts = parts(read, t.answer_text, t.answer, ids_in(answers))

    def answer(row: Row) -> Answer:
        given = tuple(each["text"] for each in texts.get(row["id"], ()))
        return Answer(**kept(row, "id", "sender", "date"), texts=given)

    def referral(id_: int) -> Referral | None:
        for row in referrals.get(id_, ()):
            given = tuple(answer(each) for each in answers.get(row["id"], ()))
            return Referral(**kept(row, "id", "due", "title", "referees", "questions"), answers=given)
        return None

    return referral


def _recipients(read: Connection, ids: Ids) -> Callable[[int], tuple[str, ...]]:
    return many(parts(read, t.recipient, t.item, ids), lambda row: row["name"])


_BELONGINGS: dict[str, Callable[[Connection, Ids], Callable[[int], Any]]] = {
    "documents": _documents,
    "motions": minutes.motions,
    "divisions": minutes.divisions,
    "proposals": _proposals,
    "disqualifications": disqualifications,
    "deviations": deviations,
    "not_taking_part": _not_taking_part,
    "opinions": minutes.opinions,
    "puts": minutes.puts,
    "elections": minutes.elections,
    "own_texts": minutes.own_texts,
    "assignments": _assignments,
    "referral": _referral,
    "recipients": _recipients,
    "came_from": agendas.came_from,
    "acts": agendas.acts,
    "papers": agendas.papers,
    "comments": agendas.comments,
    "worded": verifications.worded,
    "appeal_steps": verifications.appeal_steps,
    "receipts": verifications.receipts,
    "dispatches": verifications.dispatches,
}
