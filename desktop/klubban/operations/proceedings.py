"""What was moved, voted and said about an item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from klubban.domain.body import Named
from klubban.domain.decided import Ballot, OpinionKind, Question, Vote
from klubban.domain.text import Blocks
from klubban.operations.naming import insert_people, named
from klubban.store.change import Change


def insert_motion(change: Change, item_id: int, position: int, by: Iterable[Named], **facts: object) -> int:
    """Note a motion; `facts` are its columns (asks, key, text, withdrawn …)."""
    motion = change.insert("motion", item_id=item_id, position=position, **facts)
    insert_people(change, "mover", "motion", motion, by)
    return motion


def insert_division(
    change: Change,
    item_id: int,
    position: int,
    question: Question,
    meaning: tuple[str, str],
    *,
    after: int | None = None,
    votes: Iterable[tuple[Named, Vote]] = (),
    ballot: Ballot | None = None,
    **facts: object,
) -> int:
    """Note a division, and what yes and no mean; `facts` are its other columns."""
    answers = ("yes", "no", "blank", "invalid")
    totals = {f"ballot_{answer}": getattr(ballot, answer) if ballot else None for answer in answers}
    division = change.insert(
        "division",
        item_id=item_id,
        position=position,
        question=question,
        yes_means=meaning[0],
        no_means=meaning[1],
        after_id=after,
        **totals,
        **facts,
    )
    for place, (who, answer) in enumerate(votes):
        change.insert("vote", division_id=division, position=place, answer=answer, **named(who))
    return division


def insert_opinion(
    change: Change,
    item_id: int,
    position: int,
    kind: OpinionKind,
    by: Iterable[Named],
    text: Blocks,
    **facts: object,
) -> int:
    """Note a reservation, statement or note; `facts` are its other columns (lodged_on, awaited …)."""
    opinion = change.insert("opinion", item_id=item_id, position=position, kind=kind, text=text, **facts)
    insert_people(change, "opinion_by", "opinion", opinion, by)
    return opinion


def insert_election(
    change: Change,
    item_id: int,
    position: int,
    candidates: Iterable[tuple[Named, Mapping[str, object]]] = (),
    **facts: object,
) -> int:
    """Note an election; `facts` are its columns, as those of a candidate beside who it is."""
    election = change.insert("election", item_id=item_id, position=position, **facts)
    for place, (who, won) in enumerate(candidates):
        change.insert("candidate", election_id=election, position=place, **named(who), **won)
    return election


def insert_disqualification(
    change: Change, item_id: int, position: int, who: Named, *, ground: str | None, raised_by: str | None
) -> int:
    """Note that somebody may not take part (KL 6 kap. 28 §)."""
    return change.insert(
        "disqualification",
        item_id=item_id,
        position=position,
        ground=ground,
        raised_by=raised_by,
        **named(who),
    )


def insert_proposal(
    change: Change, item_id: int, position: int, body_id: int | None, name: str, decision: Blocks
) -> int:
    """Note what is proposed that another body decides."""
    return change.insert(
        "proposal", item_id=item_id, position=position, body_id=body_id, body_name=name, decision=decision
    )
