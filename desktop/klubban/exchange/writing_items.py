"""Items as the open format writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.assignment import AssignmentStatus
from klubban.exchange.keys import Keys, Written, decision, kept, text
from klubban.exchange.writing_minutes import write_minutes, write_opinions
from klubban.exchange.writing_verification import write_afterwards

if TYPE_CHECKING:
    from klubban.domain.assignment import Assignment, AssignmentStep
    from klubban.domain.meeting import Document, Item
    from klubban.domain.referral import Referral
    from klubban.exchange.naming_items import Places


def write_item(item: Item, key: str | None, keys: Keys, places: Places, preparation: Written) -> Written:
    """Return an item; `key` is its own, or one that others need, `preparation` what was before."""
    return kept({
        "key": key,
        "paragraph": item.number,
        "unnumbered": item.unnumbered,
        "title": item.title,
        "matter": item.matter and item.matter.key,
        "registry_number": item.registry_number,
        "kind": item.kind,
        "presenters": item.presenters,
        "proposal": text(item.proposal),
        "documents": [_paper(document) for document in item.documents],
        "earlier": text(item.earlier),
        "summary": text(item.summary),
        **_deliberation(item, keys, places),
        "referral": item.referral and _referral(item.referral),
        "dispatch_to": item.recipients,
        "outcome": item.outcome,
        "verified_immediately": item.verified_immediately,
        "confidential": item.confidential,
        "secrecy": item.secrecy,
        "public_title": item.public_title,
        "doors": item.doors,
        "exercise_of_authority": item.exercise_of_authority,
        "appeal": item.appeal,
        **preparation,
        **write_afterwards(item, keys),
    })  # fmt: skip


def _deliberation(item: Item, keys: Keys, places: Places) -> Written:
    return {
        **write_minutes(item, keys, decision(item.decision), places.recesses(item.id)),
        "proposes_to": [
            kept({"body": keys.addressee(proposal), "decision": decision(proposal.decision)})
            for proposal in item.proposals
        ],
        "disqualifications": [
            kept(
                {"person": keys.who(each.who), "ground": each.ground, "raised_by": keys.name(each.raised_by)}
            )
            for each in item.disqualifications
        ],
        "deviations": [
            kept({"rule": each.rule, "person": keys.who(each.who), "reason": each.reason})
            for each in item.deviations
        ],
        "not_taking_part": [keys.who(named) for named in item.not_taking_part],
        **write_opinions(item, keys),
        "assignments": [write_assignment(assignment, keys, places) for assignment in item.assignments],
    }


def _paper(document: Document) -> object:
    written = kept({
        "title": document.title,
        "sha256": document.sha256,
        "type": document.media_type,
        "confidential": document.confidential,
        "number": document.number,
        "file": document.file_name,
    })  # fmt: skip
    return written if len(written) > 1 else document.title


def write_assignment(assignment: Assignment, keys: Keys, places: Places, **place: object) -> Written:
    """Return an assignment; `place` says what else than an item it belongs to."""
    return kept({
        "key": places.assignment(assignment.id),
        "to": keys.who_or_name(assignment.to),
        "text": assignment.text,
        "due": assignment.due,
        "status": None if assignment.status is AssignmentStatus.OPEN else assignment.status,
        "cost": assignment.cost,
        "for_body": keys.body(assignment.for_body),
        "given_on": assignment.given_on,
        "reports": [
            {"date": each.date, "text": text(each.text)}
            | kept({"by": each.by, "item": places.item(each.item)})
            for each in assignment.reports
        ],
        "steps": [_step(each, keys, places) for each in assignment.steps],
        **place,
    })  # fmt: skip


def _step(step: AssignmentStep, keys: Keys, places: Places) -> Written:
    return kept({
        "kind": step.kind,
        "on": step.day,
        "due": step.due,
        "to": None if step.to is None else keys.who_or_name(step.to),
        "reason": step.reason,
        "between": step.between,
        "aims": step.aims,
        "taken_to": keys.body(step.taken_to),
        "item": places.item(step.item),
    })  # fmt: skip


def _referral(referral: Referral) -> Written:
    answers = [
        kept({"from": answer.sender, "date": answer.date, "texts": [text(blocks) for blocks in answer.texts]})
        for answer in referral.answers
    ]
    return kept({
        "title": referral.title,
        "due": referral.due,
        "referees": referral.referees,
        "questions": referral.questions,
        "answers": answers,
    })  # fmt: skip
