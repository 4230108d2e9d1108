"""Small snapshots of meetings, as the pages get them."""

from __future__ import annotations

from datetime import date
from typing import Any

from klubban.domain.body import Body, Named, Organisation
from klubban.domain.meeting import Attendee, AttendsAs, Item, Meeting
from klubban.domain.rules import PRESETS, BodyKind

DAY = date(2026, 11, 12)


def item(id_: int, *, number: int | None = None, title: str | None = None) -> Item:
    return Item(id=id_, title=title or f"Ärende {id_}", number=number)


def meeting(*items: Item, kind: BodyKind = BodyKind.COMMITTEE, **facts: Any) -> Meeting:
    body = Body(id=1, key="ks", name="Kommunstyrelsen", kind=kind, rules=PRESETS[kind], seats=5)
    given = {"date": DAY, **facts}
    return Meeting(id=1, organisation=Organisation(name="Ekby kommun"), body=body, items=items, **given)


def member(id_: int, name: str, **facts: Any) -> Attendee:
    return Attendee(id=id_, who=Named(name, "S"), attends_as=AttendsAs.MEMBER, **facts)
