"""A meeting before it is held, written by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from klubban.domain.body import Body, Organisation
from klubban.domain.meeting import Item, Meeting, Recess
from klubban.domain.rules import PRESETS, BodyKind


def item(id_: int, **facts: Any) -> Item:
    """Return an item."""
    return Item(id=id_, title=f"Ärende {id_}", **facts)


def meeting(
    *items: Item,
    start: time | None = time(13),
    recesses: tuple[tuple[time, time | None], ...] = (),
    **rules: Any,
) -> Meeting:
    """Return a committee's meeting with items; `rules` are what differs from those of a committee."""
    own = replace(PRESETS[BodyKind.COMMITTEE], **rules)
    return Meeting(
        id=1,
        organisation=Organisation(name="Ekby kommun"),
        body=Body(id=1, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=own),
        date=date(2026, 3, 2),
        start=start,
        items=items,
        recesses=tuple(Recess(id=place, starts=a, ends=b) for place, (a, b) in enumerate(recesses)),
    )
