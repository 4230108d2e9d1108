"""Items as the open format writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.decided import OpinionKind, Question
from klubban.domain.meeting import AssignmentStatus
from klubban.exchange.keys import Keys, Written, decision, fresh, kept, text

if TYPE_CHECKING:
    from klubban.domain.decided import Ballot, Division, Motion, Opinion
    from klubban.domain.meeting import Assignment, Document, Item, Referral
    from klubban.exchange.naming_items import Places


def write_item(item: Item, key: str | None, keys: Keys, places: Places, preparation: Written) -> Written:
    """Return an item; `key` is its own, or one that others need, `preparation` what was before."""
    return kept({
        "key": key,
        "paragraph": item.number,
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
        "exercise_of_authority": item.exercise_of_authority,
        "appeal": item.appeal,
        **preparation,
    })  # fmt: skip


def _deliberation(item: Item, keys: Keys, places: Places) -> Written:
    return {
        "motions": [_motion(motion, keys) for motion in item.motions],
        "proceedings": text(item.proceedings),
        "divisions": _divisions(item, keys),
        "decision": decision(item.decision),
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
        **_opinions(item.opinions, keys),
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


def _motion(motion: Motion, keys: Keys) -> Written:
    return kept({
        "key": motion.key,
        "by": keys.movers(motion.by),
        "asks": motion.asks,
        "text": text(motion.text),
        "withdrawn": motion.withdrawn,
    })  # fmt: skip


def _divisions(item: Item, keys: Keys) -> list[Written]:
    taken = {division.key for division in item.divisions}
    needed = {division.after for division in item.divisions}
    names = {
        division.id: division.key or (fresh(taken, "division", place) if division.id in needed else None)
        for place, division in enumerate(item.divisions, 1)
    }
    return [_division(division, names, keys) for division in item.divisions]


def _division(division: Division, names: dict[int, str | None], keys: Keys) -> Written:
    return kept({
        "key": names[division.id],
        "for": None if division.question is Question.MAIN else division.question,
        "after": None if division.after is None else names[division.after],
        "yes": division.yes,
        "no": division.no,
        "votes": _votes(division, keys),
        "ballot": division.ballot and _ballot(division.ballot),
        "casting_vote": division.casting_vote,
        "result": division.result,
    })  # fmt: skip


def _votes(division: Division, keys: Keys) -> object:
    """Return the answers by person; as a list when somebody cannot be said with a key alone."""
    votes = [(keys.who(named), vote) for named, vote in division.votes]
    if all(isinstance(who, str) for who, _ in votes):
        return dict(votes)
    return [{"person": who, "vote": vote} for who, vote in votes]


def _ballot(ballot: Ballot) -> Written:
    return {"yes": ballot.yes, "no": ballot.no, "blank": ballot.blank, "invalid": ballot.invalid}


def _opinions(opinions: tuple[Opinion, ...], keys: Keys) -> Written:
    written: dict[str, list[Written]] = {"reservations": [], "statements": []}
    for opinion in opinions:
        among = "reservations" if opinion.kind is OpinionKind.RESERVATION else "statements"
        kind = opinion.kind if opinion.kind is OpinionKind.NOTE else None
        written[among].append(kept({"by": keys.voices(opinion.by), "kind": kind, "text": text(opinion.text)}))
    return {**written}


def write_assignment(assignment: Assignment, keys: Keys, places: Places, **place: object) -> Written:
    """Return an assignment; `place` says what else than an item it belongs to."""
    return kept({
        "key": places.assignment(assignment.id),
        "to": keys.who_or_name(assignment.to),
        "text": assignment.text,
        "due": assignment.due,
        "status": None if assignment.status is AssignmentStatus.OPEN else assignment.status,
        "reports": [{"date": report.date, "text": text(report.text)} for report in assignment.reports],
        **place,
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
