"""A committee of five with its chair, and one item, for what follows from motions, questions and votes."""

from __future__ import annotations

from datetime import date
from typing import Any

from evening import seats
from klubban.domain.attendance import with_roll
from klubban.domain.body import Body, Named, Organisation
from klubban.domain.decided import Asks, Division, Motion, Question, Vote
from klubban.domain.meeting import Item, Meeting
from klubban.domain.roll import RollCall
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.text import from_plain

EVA, BO, CAJSA, DAVID, ESTER = (
    Named("Eva", "S", 1),
    Named("Bo", "M", 2),
    Named("Cajsa", "S", 3),
    Named("David", "V", 4),
    Named("Ester", "M", 5),
)
FIVE = (EVA, BO, CAJSA, DAVID, ESTER)
_ANSWERS = {"y": Vote.YES, "n": Vote.NO, "-": Vote.ABSTAINED, "a": Vote.ABSENT, "x": Vote.NOT_TAKING_PART}


def motion(id_: int, asks: str, who: Named = BO, text: str = "", **facts: Any) -> Motion:
    """Return a motion."""
    return Motion(id=id_, asks=Asks(asks), by=(who,), text=from_plain(text), **facts)


def division(answers: str = "", id_: int = 1, question: str = "main", **facts: Any) -> Division:
    """Return a vote of the five: `yyn-a` in their order; with fewer letters the last have not answered."""
    votes = tuple((who, _ANSWERS[each]) for who, each in zip(FIVE, answers, strict=False))
    return Division(id=id_, yes="bifall", no="avslag", question=Question(question), votes=votes, **facts)


def meeting(item: Item, kind: BodyKind = BodyKind.COMMITTEE, /, **stays: Any) -> Meeting:
    """Return a meeting with the one item, at which all five are there unless it is said of one."""
    made = Meeting(
        id=1,
        organisation=Organisation(name="Ekby kommun"),
        body=Body(id=1, key="b", name="Nämnden", kind=kind, rules=PRESETS[kind], seats=5),
        date=date(2026, 11, 12),
        roll=RollCall(lines=seats(**stays)),
        items=(item,),
    )
    return with_roll(made)


def item(**facts: Any) -> Item:
    """Return an item with a proposal as prepared."""
    given: dict[str, Any] = {"id": 70, "title": "Trygghet", "number": 70}
    given["proposal"] = from_plain("Programmet antas.")
    return Item(**(given | facts))
