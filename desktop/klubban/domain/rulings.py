"""What the chair decides about who serves, and what it cannot be."""

from __future__ import annotations

from klubban.domain.errors import RuleBroken
from klubban.domain.roll import Agenda, RollCall, Ruling


def check_ruling(
    roll: RollCall, agenda: Agenda, *, place: int | None, serves: int | None, first: int, last: int | None
) -> None:
    """Raise RuleBroken for what no chair can decide; LookupError for a line or an item that is not there."""
    items = span(agenda, first, last)
    if not items:
        raise RuleBroken(
            "The decision would end at {last}, before it begins at {first}",
            first=agenda.items[agenda.place(first)].called,
            last=agenda.items[agenda.place(last or first)].called,
        )
    who = None if serves is None else roll.line(serves).who
    if serves is not None and who is None:
        raise RuleBroken("The seat is vacant; nobody can serve out of it")
    if place is None and who is None:
        raise RuleBroken("Somebody presides at every item; choose who")
    if place is not None and not roll.line(place).role.has_seat:
        raise RuleBroken("{name} has no seat that others could serve in", name=roll.line(place).who or "")
    for ruling in roll.rulings:
        elsewhere = ruling.serves == serves and None not in (ruling.place, place) and ruling.place != place
        if serves is not None and elsewhere and set(items) & set(span_of(ruling, agenda)):
            raise RuleBroken(
                "{name} serves for {member} by a decision already; nobody has two seats",
                name=who,
                member=roll.line(ruling.place or 0).who or "",
            )


def span_of(ruling: Ruling, agenda: Agenda) -> range:
    """Return the places of the items at which a decision holds."""
    return span(agenda, ruling.first, ruling.last)


def span(agenda: Agenda, first: int, last: int | None) -> range:
    """Return the places from one item to another, both in it, or to the end."""
    end = len(agenda.items) - 1 if last is None else agenda.place(last)
    return range(agenda.place(first), end + 1)
