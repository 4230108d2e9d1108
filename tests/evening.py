"""The roll of one evening, written by hand: five seats, three alternates; items have their numbers as ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from klubban.domain.attendance import Service
from klubban.domain.body import Body, Named
from klubban.domain.meeting import Attendee
from klubban.domain.roll import Agenda, AgendaItem, Moment, OnRollAs, RollCall, RollLine, Ruling, Stay
from klubban.domain.rules import PRESETS, BodyKind

ITEMS = range(70, 75)
WHOLE = (Stay(id=0),)
AWAY: tuple[Stay, ...] = ()


def stay(first: int | None = None, last: int | None = None, **facts: Any) -> Stay:
    """Return a stay from before an item, or the opening, until after another, or to the end."""
    return Stay(id=0, first=first, last=last, **facts)


def line(id_: int, name: str, role: str = "member", stays: Sequence[Stay] = WHOLE, **facts: Any) -> RollLine:
    """Return a line for somebody called `Eva (S)`, or for a vacant seat called `(S)`."""
    words, _bracket, party = name.removesuffix(")").partition("(")
    who = Named(words.strip(), party or None, id_) if words.strip() else None
    return RollLine(
        id=id_,
        role=OnRollAs(role),
        who=who,
        seat_party=None if who else party,
        stays=tuple(stays) if who else (),
        **facts,
    )


def seats(**stays: Sequence[Stay]) -> tuple[RollLine, ...]:
    """Return five members and three alternates, all there unless it is said of one by name."""
    found = (
        line(1, "Eva (S)", "chair"),
        line(2, "Bo (M)", "vice_chair"),
        line(3, "Cajsa (S)", "second_vice_chair"),
        line(4, "David (V)", since=date(2018, 10, 15)),
        line(5, "Ester (M)", since=date(2014, 10, 15)),
        line(11, "Hans (S)", "alternate", AWAY),
        line(12, "Ida (M)", "alternate", AWAY),
        line(13, "Kim (S)", "alternate", AWAY),
    )
    return tuple(
        replace(each, stays=tuple(stays.get(each.who.name.lower(), each.stays))) if each.who else each
        for each in found
    )


def service(
    lines: Iterable[RollLine],
    *,
    out: Mapping[int, str] | None = None,
    rulings: Iterable[Ruling] = (),
    kind: BodyKind = BodyKind.COMMITTEE,
    seats: int | None = 5,
    items: Sequence[int] = ITEMS,
    **rules: Any,
) -> Service:
    """Return what follows; `out` names, by item, who were disqualified, apart by spaces."""
    roll = RollCall(lines=tuple(lines), rulings=tuple(rulings))
    names = {each.who.name: each.who for each in roll.lines if each.who}
    agenda = Agenda(
        tuple(
            AgendaItem(
                id=item,
                number=item,
                title=f"Ärende {item}",
                disqualified=tuple(names[name] for name in (out or {}).get(item, "").split()),
            )
            for item in items
        )
    )
    body = Body(
        id=1,
        key="b",
        name="Nämnden",
        kind=kind,
        rules=replace(PRESETS[kind], **rules),
        seats=seats,
        chains={"V": ("S", "M"), "M": ("S",)},
    )
    return Service(roll, agenda, body)


def ruling(place: int | None, serves: int | None, first: int, last: int | None = None) -> Ruling:
    """Return a decision of the chair."""
    return Ruling(id=first, place=place, serves=serves, first=first, last=last, reason="Överenskommet")


def row(one: Attendee) -> str:
    """Return a row of attendance in short: `Hans (S) serving_alternate for Eva (S) 70-72 part 73 remote`."""
    parts = [str(one.who), one.attends_as.value]
    if one.serves_for:
        parts.append(f"for {one.serves_for}")
    parts += [str(each) for each in (one.paragraphs, one.items) if each]
    parts += [f"part {one.partly}"] if one.partly else []
    parts += ["remote"] if one.remote else []
    return " ".join(parts)


def rows(found: Service, *names: str) -> list[str]:
    """Return the rows of some people, or of all."""
    return [row(one) for one in found.attendance() if not names or one.who.name in names]


def presided(found: Service) -> list[str]:
    """Return who presided: `Eva 70-72`."""
    return [f"{each.who.name} {each.paragraphs or ''}".strip() for each in found.presided()]


DURING, DECIDED, BEFORE, AFTER = Moment.DURING, Moment.DECIDED, Moment.BEFORE, Moment.AFTER
