"""The chair's copy as a file: JSON that is written the same way every time, and read with mistrust."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import Field, StrictBool, StringConstraints, ValidationError

from klubban.domain.agenda import ItemKind
from klubban.domain.chairs_copy import (
    MOST_ITEMS,
    MOST_MOVES,
    Base,
    Copy,
    CopyItem,
    Does,
    Move,
    Off,
    chained,
    step,
    unchanged,
)
from klubban.domain.errors import RuleBroken
from klubban.exchange.json_bytes import read_json
from klubban.exchange.keys import Written, clock, kept
from klubban.exchange.parts import Part
from klubban.exchange.refused import Refused, refusing
from klubban.exchange.saying import said
from klubban.exchange.values import Clock, Count, Day, Hash, Key, Line, Number
from klubban.i18n import N_

if TYPE_CHECKING:
    from klubban.exchange.json_bytes import Json

_KIND = "klubban-chairs-copy-"
FORMAT = f"{_KIND}1"
LARGEST_BYTES = 8 * 1024 * 1024
_LONGEST_TEXT = 200_000

Prose: TypeAlias = Annotated[str, StringConstraints(max_length=_LONGEST_TEXT)]


class _Item(Part):
    key: Key
    number: Key
    title: Line
    registry_number: Line | None = None
    kind: ItemKind | None = None
    presenters: tuple[Line, ...] = ()
    minutes: Number | None = None
    start: Clock | None = None
    proposal: Prose = ""
    documents: tuple[Line, ...] = ()
    off: Off | None = None
    confidential: StrictBool = False


class _Base(Part):
    file: Key
    organisation: Line | None = None
    body: Line
    date: Day
    start: Clock | None = None
    place: Line | None = None
    made_on: Day
    made_at: Clock | None = None
    made_by: Line
    chair: Line | None = None
    sent: Count = 0
    items: Annotated[tuple[_Item, ...], Field(max_length=MOST_ITEMS)] = ()


class _Move(Part):
    id: Key
    do: Does
    item: Key | None = None
    after: Key | None = None
    title: Line | None = None
    minutes: Number | None = None
    start: Clock | None = None
    text: Prose | None = None


class _Document(Part):
    format: Literal["klubban-chairs-copy-1"]
    sha256: Hash
    base: _Base
    by: Line | None = None
    moves: Annotated[tuple[_Move, ...], Field(max_length=MOST_MOVES)] = ()


def canonical(base: Base) -> str:
    """Return the agenda that is lent as it is written and hashed."""
    return json.dumps(_base_json(base), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def lend(base: Base) -> Copy:
    """Return a copy without moves."""
    return Copy(base=base, sha256=hashlib.sha256(canonical(base).encode()).hexdigest())


def write(copy: Copy) -> bytes:
    """Return a copy as a file."""
    content = kept({
        "format": FORMAT,
        "sha256": copy.sha256,
        "base": _base_json(copy.base),
        "by": copy.by,
        "moves": [_move_json(move) for move in copy.moves],
    })  # fmt: skip
    return (json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def read(data: bytes) -> Copy:
    """Return the copy in a file; raises Refused for anything but a base as it was lent and moves on it."""
    if len(data) > LARGEST_BYTES:
        raise Refused(
            "",
            N_("A chair's copy has at most {limit} bytes, and this file has {size}"),
            limit=LARGEST_BYTES,
            size=len(data),
        )
    raw = _json(data)
    _check_kind(raw)
    try:
        document = _Document.model_validate(raw)
    except ValidationError as error:
        raise said(error.errors(include_url=False)[0], raw) from None
    copy = Copy(
        base=_base(document.base), sha256=document.sha256, moves=_moves(document.moves), by=document.by
    )
    _check(copy)
    return copy


def _json(data: bytes) -> Json:
    """Return the values; where it is no JSON at all, that says nothing to who opens a copy."""
    try:
        return read_json(data)
    except Refused as refused:
        if refused.place:
            raise
        raise Refused("", N_("This file is no chair's copy of an agenda, or it is damaged")) from None


def _check_kind(raw: Json) -> None:
    kind = raw.get("format") if isinstance(raw, dict) else None
    if not isinstance(kind, str) or not kind.startswith(_KIND):
        raise Refused("", N_("This file is no chair's copy of an agenda, or it is damaged"))
    if kind != FORMAT:
        raise Refused(
            "", N_("This copy was made by a newer Klubban ({format}); install that one"), format=kind
        )


def _check(copy: Copy) -> None:
    """Raise Refused unless the base is as it was lent, and each move as it was made, and allowed."""
    keys = [item.key for item in copy.base.items]
    for place, key in enumerate(keys):
        if key in keys[:place]:
            raise Refused(f"/base/items/{place}/key", N_("The key {key} stands here twice"), key=key)
    if lend(copy.base).sha256 != copy.sha256:
        raise Refused("/base", N_("The agenda in the copy is not as it was when it was lent"))
    if not chained(copy):
        raise Refused("/moves", N_("The changes in the copy are not as the chair made them"))
    lines = unchanged(copy.base)
    for place, move in enumerate(copy.moves):
        with refusing(f"/moves/{place}"):
            lines = step(lines, move)


def checked(copy: Copy) -> bytes:
    """Return a copy as a file that can be read again; raises RuleBroken where it could not."""
    data = write(copy)
    try:
        read(data)
    except Refused as refused:
        raise RuleBroken(
            "The agenda cannot be lent as it is: {reason}", reason=refused.expected.format(**refused.facts)
        ) from None
    return data


# --- between records and JSON


def _base_json(base: Base) -> Written:
    return kept({
        "file": base.file,
        "organisation": base.organisation,
        "body": base.body,
        "date": base.date.isoformat(),
        "start": clock(base.start),
        "place": base.place,
        "made_on": base.made_on.isoformat(),
        "made_at": clock(base.made_at),
        "made_by": base.made_by,
        "chair": base.chair,
        "sent": base.sent or None,
        "items": [_item_json(item) for item in base.items],
    })  # fmt: skip


def _item_json(item: CopyItem) -> Written:
    return kept({
        "key": item.key,
        "number": item.number,
        "title": item.title,
        "registry_number": item.registry_number,
        "kind": item.kind,
        "presenters": list(item.presenters),
        "minutes": item.minutes,
        "start": clock(item.start),
        "proposal": item.proposal,
        "documents": list(item.documents),
        "off": item.off,
        "confidential": item.confidential,
    })  # fmt: skip


def _move_json(move: Move) -> Written:
    return kept({
        "id": move.id,
        "do": move.does,
        "item": move.item,
        "after": move.after,
        "title": move.title,
        "minutes": move.minutes,
        "start": clock(move.start),
        "text": move.text,
    })  # fmt: skip


def _base(base: _Base) -> Base:
    facts = {name: getattr(base, name) for name in _Base.model_fields}
    facts["items"] = tuple(_item(item) for item in base.items)
    return replace(Base(**facts), organisation=base.organisation or "")


def _item(item: _Item) -> CopyItem:
    return CopyItem(**{name: getattr(item, name) for name in _Item.model_fields})


def _moves(moves: tuple[_Move, ...]) -> tuple[Move, ...]:
    return tuple(
        Move(
            does=move.do,
            item=move.item or "",
            after=move.after,
            title=move.title or "",
            minutes=move.minutes,
            start=move.start,
            text=move.text or "",
            id=move.id,
        )
        for move in moves
    )
