"""What was moved, put, voted, elected and said about an item, in documents that Hypothesis makes up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from exchange.generated_values import (
    CLOCKS,
    DAYS,
    TEXTS,
    WORDS,
    Object,
    an_object,
    keyed,
    one_or_many,
    some,
    words_of,
)
from klubban.domain.decided import Adopted, Asks, Puts, Question, Vote, Written

if TYPE_CHECKING:
    from exchange.generated import Register

_COUNTS = st.integers(0, 999_999)


@st.composite  # whose name is short: Hypothesis would write out what it is made of
def minutes(draw: st.DrawFn, register: Register) -> Object:
    """Return keys of an item, those that refer to motions and questions with what they refer to."""
    moved = keyed(draw(some(_motions(register))), "motion")
    keys = {"motion": st.sampled_from([each["key"] for each in moved])} if moved else {}
    for each in moved[1:]:
        each.update(draw(an_object({}, {"instead_of": st.just("motion0")})))
    put = draw(some(an_object({"puts": words_of(Puts)}, {"adopted": words_of(Adopted), **keys})))
    opinion = {
        "text": TEXTS,
        "lodged_on": DAYS,
        "lodged_at": CLOCKS,
        **dict.fromkeys(("awaited", "lapsed", "appendix"), st.booleans()),
        **keys,
    }
    voices = {"by": one_or_many(register.who)}
    found = {
        "motions": moved,
        "order_approved": draw(st.booleans()),
        "puts": put,
        "elections": draw(some(_elections(register), most=2)),
        "divisions": draw(_divisions(register, keys, len(put))),
        "reservations": draw(some(an_object(voices, opinion), most=2)),
        "statements": draw(some(an_object(voices, opinion | {"kind": st.just("note")}), most=2)),
        "own_texts": draw(_own_texts(len(moved))),
    }
    return {key: part for key, part in found.items() if part}


def _motions(register: Register) -> st.SearchStrategy[Object]:
    party = st.just({"party": "M"})
    several = st.lists(st.one_of(register.who, party), min_size=2, max_size=3)
    return an_object(
        {"asks": words_of(Asks)},
        {
            "by": st.one_of(register.alone, party, several),
            "text": TEXTS,
            "noted_at": CLOCKS,
            **dict.fromkeys(("withdrawn", "kept", "in_writing"), st.booleans()),
        },
    )


def _elections(register: Register) -> st.SearchStrategy[Object]:
    facts = {"votes": _COUNTS, "elected": st.booleans(), "by_lot": st.booleans()}
    return an_object(
        {"office": WORDS},
        {
            "seats": st.integers(2, 99),
            "method": st.sampled_from(["ballot", "proportional"]),
            "candidates": register.different_people(**facts),
            "blank": _COUNTS,
            "invalid": _COUNTS,
        },
    )


def _divisions(register: Register, keys: dict[str, Any], put: int) -> st.SearchStrategy[list[Object]]:
    ballot = st.fixed_dictionaries(dict.fromkeys(("yes", "no", "blank", "invalid"), _COUNTS))
    others = st.sampled_from([word.value for word in Question if word is not Question.MAIN])
    either = st.sampled_from([Vote.YES.value, Vote.NO.value])
    division = an_object(
        {"yes": WORDS, "no": WORDS},
        {
            "for": others,
            "votes": register.votes(),
            "ballot": ballot,
            "casting_vote": either,
            "lot": either,
            "minority": st.booleans(),
            "asked_by": WORDS,
            "result": WORDS,
            **{f"{answer}_motion": found for answer in ("yes", "no") for found in keys.values()},
            **({"put": st.integers(1, put)} if put else {}),
        },
    )
    return some(division).map(_in_sequence)


def _in_sequence(found: list[Object]) -> list[Object]:
    made = keyed(found, "division")
    return [made[0], *({"after": "division0", **each} for each in made[1:])] if made else []


def _own_texts(motions: int) -> st.SearchStrategy[list[Object]]:
    keys = ["order", "motion ?1", *(f"motion {number} words" for number in range(1, motions + 1))]
    said = st.lists(
        an_object({"key": st.sampled_from(keys)}, {"words": TEXTS}),
        max_size=3,
        unique_by=lambda found: found["key"],
    )
    own = an_object({"part": words_of(Written)}, {"text": TEXTS, "said": said})
    return st.lists(own, max_size=2, unique_by=lambda found: found["part"])
