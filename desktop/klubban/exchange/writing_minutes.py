"""What was moved, put, voted, elected and said about an item, as the open format writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.decided import ElectionMethod, OpinionKind, Question
from klubban.exchange.keys import Keys, Written, clock, fresh, kept, text
from klubban.exchange.own_text_keys import Numbers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from klubban.domain.decided import Ballot, Division, Election, Motion, Objection, Opinion, Put
    from klubban.domain.meeting import Item, Meeting
    from klubban.exchange.naming_items import ItemNames


@dataclass(frozen=True)
class _Names:
    """What the things of an item are called in the rest of it: by key, or by number."""

    motions: Mapping[int, str | None]
    divisions: Mapping[int, str | None]
    puts: Mapping[int, int]

    @classmethod
    def of(cls, item: Item) -> _Names:
        """Give a key to each motion and division that is referred to and has none."""
        moved = {motion.instead_of for motion in item.motions} | {put.motion for put in item.puts}
        moved |= {id_ for division in item.divisions for id_ in (division.yes_motion, division.no_motion)}
        moved |= {opinion.motion for opinion in item.opinions}
        return cls(
            motions=_keys("motion", [(each.id, each.key) for each in item.motions], moved),
            divisions=_keys(
                "division",
                [(each.id, each.key) for each in item.divisions],
                {each.after for each in item.divisions},
            ),
            puts={put.id: number for number, put in enumerate(item.puts, 1)},
        )


def _keys(
    kind: str, own: Sequence[tuple[int, str | None]], needed: Collection[int | None]
) -> dict[int, str | None]:
    taken = {key for _, key in own}
    return {
        id_: key or (fresh(taken, kind, place) if id_ in needed else None)
        for place, (id_, key) in enumerate(own, 1)
    }


def write_minutes(item: Item, keys: Keys, decision: object, recesses: Sequence[int]) -> Written:
    """Return the minutes of an item, with the decision as it is written; `recesses` are the meeting's ids."""
    names = _Names.of(item)
    return {
        "motions": [_motion(motion, names, keys) for motion in item.motions],
        "order_approved": item.order_approved,
        "puts": [_put(put, names) for put in item.puts],
        "proceedings": text(item.proceedings),
        "elections": [_election(election, keys) for election in item.elections],
        "divisions": [_division(division, names, keys) for division in item.divisions],
        "decision": decision,
        "own_texts": _own_texts(item, recesses),
    }


def _motion(motion: Motion, names: _Names, keys: Keys) -> Written:
    return kept({
        "key": names.motions[motion.id],
        "by": keys.movers(motion.by),
        "asks": motion.asks,
        "text": text(motion.text),
        "withdrawn": motion.withdrawn,
        "kept": motion.kept,
        "in_writing": motion.in_writing,
        "instead_of": _named(names.motions, motion.instead_of),
        "noted_at": clock(motion.noted_at),
    })  # fmt: skip


def _named(names: Mapping[int, str | None], id_: int | None) -> str | None:
    return None if id_ is None else names[id_]


def _put(put: Put, names: _Names) -> Written:
    return kept({
        "puts": put.puts,
        "motion": _named(names.motions, put.motion),
        "adopted": put.adopted,
    })  # fmt: skip


def _election(election: Election, keys: Keys) -> Written:
    candidates = [
        kept({
            "person": keys.who(each.who),
            "votes": each.votes,
            "elected": each.elected,
            "by_lot": each.by_lot,
        })
        for each in election.candidates
    ]  # fmt: skip
    return kept({
        "office": election.office,
        "seats": None if election.seats == 1 else election.seats,
        "method": None if election.method is ElectionMethod.ACCLAMATION else election.method,
        "candidates": candidates,
        "blank": election.blank,
        "invalid": election.invalid,
    })  # fmt: skip


def _division(division: Division, names: _Names, keys: Keys) -> Written:
    return kept({
        "key": names.divisions[division.id],
        "for": None if division.question is Question.MAIN else division.question,
        "after": _named(names.divisions, division.after),
        "put": None if division.put is None else names.puts[division.put],
        "yes": division.yes,
        "no": division.no,
        "yes_motion": _named(names.motions, division.yes_motion),
        "no_motion": _named(names.motions, division.no_motion),
        "votes": _votes(division, keys),
        "ballot": division.ballot and _ballot(division.ballot),
        "casting_vote": division.casting_vote,
        "lot": division.lot,
        "minority": division.minority,
        "asked_by": division.asked_by,
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


def write_opinions(item: Item, keys: Keys) -> Written:
    """Return the reservations, and the statements and notes, of an item."""
    names = _Names.of(item)
    written: dict[str, list[Written]] = {"reservations": [], "statements": []}
    for opinion in item.opinions:
        among = "reservations" if opinion.kind is OpinionKind.RESERVATION else "statements"
        written[among].append(_opinion(opinion, names, keys))
    return {**written}


def _opinion(opinion: Opinion, names: _Names, keys: Keys) -> Written:
    return kept({
        "by": keys.voices(opinion.by),
        "kind": opinion.kind if opinion.kind is OpinionKind.NOTE else None,
        "text": text(opinion.text),
        "lodged_on": opinion.lodged_on,
        "lodged_at": clock(opinion.lodged_at),
        "awaited": opinion.awaited,
        "lapsed": opinion.lapsed,
        "appendix": opinion.appendix,
        "motion": _named(names.motions, opinion.motion),
    })  # fmt: skip


def _own_texts(item: Item, recesses: Sequence[int]) -> list[Written]:
    numbers = Numbers(item, recesses)
    return [
        kept({
            "part": own.part,
            "text": text(own.text),
            "said": [
                kept({"key": numbers.written(each.key), "words": text(each.words)}) for each in own.said
            ],
        })
        for own in item.own_texts
    ]  # fmt: skip


def write_notes(meeting: Meeting, names: ItemNames, keys: Keys) -> Written:
    """Return when the notes of a meeting went out, and what was objected to in them."""
    return {
        "notes_sent": meeting.notes_sent,
        "comments_by": meeting.comments_by,
        "doors": meeting.doors,
        "objections": [_objection(each, names, keys) for each in meeting.objections],
    }


def _objection(objection: Objection, names: ItemNames, keys: Keys) -> Written:
    return kept({
        "by": keys.who(objection.by),
        "on": objection.on,
        "item": names.name(objection.item),
        "text": text(objection.text),
        "dissent": objection.dissent,
        "settled": objection.settled,
    })  # fmt: skip
