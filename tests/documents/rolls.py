"""Meetings with a roll, for the documents' tests: what is printed is derived from who was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from documents.meetings import body, plain_meeting
from klubban.domain import meeting as m
from klubban.domain.attendance import with_roll
from klubban.domain.body import Named
from klubban.domain.meeting import Item, Meeting
from klubban.domain.roll import Moment, OnRollAs, RollCall, RollLine, Stay
from klubban.domain.rules import BodyKind

WHOLE = (Stay(id=1),)
AWAY: tuple[Stay, ...] = ()

OMAN = Named("Åke Öman", "S", 1)
EK = Named("Britta Ek", "M", 2)
AL = Named("Cajsa Ål", "S", 3)
ASP = Named("Eva Asp", "C", 5)
RASK = Named("Jan Rask", "C", 6)
ABERG = Named("Hans Åberg", "S", 8)
ALG = Named("Gun Älg", "M", 9)
BLOM = Named("Tor Blom", None, 11)


def line(
    id_: int, role: str, who: Named | None = None, stays: Sequence[Stay] = WHOLE, **facts: Any
) -> RollLine:
    """Return a line of the roll, of somebody who was there all the time unless it is said."""
    return RollLine(id=id_, role=OnRollAs(role), who=who, stays=tuple(stays), **facts)


def until(item: int, went: Moment = Moment.AFTER) -> tuple[Stay, ...]:
    """Return a stay from the opening to an item."""
    return (Stay(id=1, last=item, went=went),)


def since(item: int, came: Moment = Moment.BEFORE) -> tuple[Stay, ...]:
    """Return a stay from an item on."""
    return (Stay(id=1, first=item, came=came),)


def items(first: int, last: int, **of: dict[str, Any]) -> tuple[Item, ...]:
    """Return paragraphs with their numbers as ids; more facts of one by `_66={…}`."""
    return tuple(
        Item(**{"id": number, "number": number, "title": f"Ärende {number}", **of.get(f"_{number}", {})})
        for number in range(first, last + 1)
    )


def out(*people: Named, **facts: Any) -> tuple[m.Disqualification, ...]:
    """Return the disqualifications of people."""
    return tuple(m.Disqualification(id=place, who=who, **facts) for place, who in enumerate(people, 1))


def rolled(lines: Iterable[RollLine], agenda: tuple[Item, ...] = items(57, 73), **facts: Any) -> Meeting:
    """Return a meeting with what follows from its roll."""
    rulings = facts.pop("rulings", ())
    return with_roll(plain_meeting(roll=RollCall(lines=tuple(lines), rulings=rulings), items=agenda, **facts))


def large(members: int, alternates: int | None = None, paragraphs: int = 12) -> Meeting:
    """Return an assembly of so many, some of whom were away, came later, or took part remotely."""
    alternates = members if alternates is None else alternates
    parties, ids = ("S", "M", "SD", "C", "V", "KD", "MP", "L"), count(1)
    roles = ("chair", "vice_chair", "second_vice_chair", *("member",) * (members - 3))
    lines = [
        line(
            next(ids),
            role,
            Named(
                f"{_GIVEN[place % len(_GIVEN)]} {_FAMILY[place % len(_FAMILY)]}",
                parties[place % 8],
                place + 1,
            ),
            _stay(place),
            since=date(2022, 10, 15),
        )
        for place, role in enumerate(roles)
    ]
    lines += [
        line(
            next(ids),
            "alternate",
            Named(f"{_FAMILY[place % 13]}a {_FAMILY[place % 11]}ström", parties[place % 8], 1000 + place),
            AWAY if place % 4 == 3 else WHOLE,
        )
        for place in range(alternates)
    ]
    lines.append(line(next(ids), "official", Named("Siv Lind", None, 5000), title="Kommunsekreterare"))
    agenda = items(70, 69 + paragraphs)
    held = replace(body(BodyKind.ASSEMBLY, "Kommunfullmäktige"), seats=members)
    return rolled(lines, agenda, body=held, place="Folkets hus, Ekby")


def _stay(place: int) -> tuple[Stay, ...]:
    if place % 10 == 7:
        return AWAY
    if place % 10 == 4:
        return since(73)
    return (Stay(id=1, remote=True),) if place % 10 == 6 else WHOLE


_GIVEN = (
    "Åke",
    "Britta",
    "Cajsa",
    "David",
    "Eva",
    "Finn",
    "Gun",
    "Hans",
    "Ida",
    "Jan",
    "Kerstin",
    "Lars",
    "Moa",
)
_FAMILY = (
    "Öman", "Ek", "Ål", "Örn", "Asp", "Ask", "Älg", "Åberg", "Östh", "Rask", "Lindqvist", "Bergström-Holm",
    "Nordin", "Sandell", "Wiklund", "Zetterlund", "Karlsson",
)  # fmt: skip
