"""The chair's copy of an agenda: what the secretary lent, and the moves that the chair made on it since.

The base never changes. What the chair wants is a list of moves, in the order that they were made; each has
an id that follows from the base, the moves before it and what it says, so that a copy that was altered by
other means is seen, and one that comes twice is known.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from klubban.domain.agenda import ItemKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting, Outcome
from klubban.domain.text import plain

SUFFIX = ".klubban-ordf"
"""What the name of a copy's file ends with."""
MOST_MOVES = 300
MOST_ITEMS = 300
LONGEST_MINUTES = 24 * 60


class Does(StrEnum):
    """What a move does."""

    MOVE = "move"
    ADD = "add"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    TIME = "time"
    COMMENT = "comment"


class Off(StrEnum):
    """Why an item keeps its place and number, and is not dealt with."""

    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyItem:
    """An item as the copy holds it; of a confidential one only its place and that it is confidential."""

    key: str
    """The item's id in the file it is lent from, or the id of the move that added it."""
    number: str
    """Its number on the agenda, as text."""
    title: str
    registry_number: str | None = None
    kind: ItemKind | None = None
    presenters: tuple[str, ...] = ()
    minutes: int | None = None
    start: dt.time | None = None
    proposal: str = ""
    documents: tuple[str, ...] = ()
    off: Off | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The agenda as it was when the copy was made, and of what."""

    file: str
    """The identity of the file that it is lent from."""
    organisation: str
    body: str
    date: dt.date
    start: dt.time | None = None
    place: str | None = None
    made_on: dt.date
    made_at: dt.time | None = None
    made_by: str
    chair: str | None = None
    sent: int = 0
    """How many sendings, summons and supplements, had gone out."""
    items: tuple[CopyItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One thing that the chair wants; `with_move` gives it its id."""

    does: Does
    item: str = ""
    """The key of the item; empty for one that is added, whose key is this move's id."""
    after: str | None = None
    """For what is moved or added: the key of the item that it comes right after; None to be first."""
    title: str = ""
    minutes: int | None = None
    start: dt.time | None = None
    text: str = ""
    """A comment, or why."""
    id: str = ""

    @property
    def key(self) -> str:
        """Return the key of the item that it is about."""
        return self.item or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A base and the moves on it."""

    base: Base
    sha256: str
    """Of the base as it is written."""
    moves: tuple[Move, ...] = ()
    by: str | None = None
    """Who made the moves."""


@dataclass(frozen=True, slots=True)
class Line:
    """An item as it stands after the chair's moves; its number is that of its place now."""

    item: CopyItem
    comments: tuple[str, ...] = ()
    added: bool = False
    moved: bool = False


def items_of(meeting: Meeting, *, neutral: str, known: Iterable[str] = ()) -> tuple[CopyItem, ...]:
    """Return a meeting's agenda as a copy holds it; `neutral` stands for the titles of confidential items.

    Items that were added by the moves whose ids are `known` go by those.
    """
    ids = frozenset(known)
    return tuple(_item_of(item, place, neutral, ids) for place, item in enumerate(meeting.items, 1))


def _item_of(item: Item, place: int, neutral: str, known: frozenset[str]) -> CopyItem:
    key = item.key if item.key in known and item.key else str(item.id)
    off = Off(item.outcome) if item.outcome in (Outcome.WITHDRAWN, Outcome.POSTPONED) else None
    if item.confidential:
        return CopyItem(key=key, number=str(place), title=neutral, off=off, confidential=True)
    return CopyItem(
        key=key,
        number=str(place),
        title=item.title,
        registry_number=item.registered_as,
        kind=item.kind,
        presenters=item.presenters,
        minutes=item.minutes,
        start=item.start,
        proposal=plain(item.proposal),
        documents=tuple(each.title for each in item.documents if not each.confidential),
        off=off,
    )


def with_move(copy: Copy, move: Move) -> Copy:
    """Return the copy with one move more; raises RuleBroken for one that the agenda does not allow.

    Moving or timing the same item again takes the place of the move before, and what changes nothing is left
    out, so that a key that is held down is one move.
    """
    last = copy.moves[-1:]
    if (
        last
        and move.does in (Does.MOVE, Does.TIME)
        and (last[0].does, last[0].item) == (move.does, move.item)
    ):
        copy = without_last(copy)
    extended = appended(copy, move)
    after = _items(apply(extended.base, extended.moves))
    same = move.does in (Does.MOVE, Does.TIME) and after == _items(apply(copy.base, copy.moves))
    return copy if same else extended


def without_last(copy: Copy) -> Copy:
    """Return the copy without the move that was made last."""
    return replace(copy, moves=copy.moves[:-1])


def appended(copy: Copy, move: Move) -> Copy:
    """Return the copy with a move as it is, and its id; raises RuleBroken for one that is not allowed."""
    if len(copy.moves) >= MOST_MOVES:
        raise RuleBroken("A copy holds at most {limit} changes", limit=MOST_MOVES)
    before = copy.moves[-1].id if copy.moves else copy.sha256
    made = replace(move, id=_id_of(move, before))
    step(apply(copy.base, copy.moves), made)
    return replace(copy, moves=(*copy.moves, made))


def _id_of(move: Move, before: str) -> str:
    start = move.start.isoformat("minutes") if move.start else None
    said = [before, move.does, move.item, move.after, move.title, move.minutes, start, move.text]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:32]


def chained(copy: Copy) -> bool:
    """Tell whether each move has the id that follows from what it says and from those before it."""
    before = copy.sha256
    for move in copy.moves:
        if move.id != _id_of(move, before):
            return False
        before = move.id
    return True


def unchanged(base: Base) -> tuple[Line, ...]:
    """Return the agenda as it was lent."""
    return tuple(map(Line, base.items))


def apply(base: Base, moves: Iterable[Move]) -> tuple[Line, ...]:
    """Return the agenda as the chair wants it; raises RuleBroken for a move that it does not allow."""
    lines = unchanged(base)
    for move in moves:
        lines = step(lines, move)
    return lines


def step(lines: tuple[Line, ...], move: Move) -> tuple[Line, ...]:
    """Return the agenda after one move; raises RuleBroken for one that it does not allow."""
    if move.minutes is not None and not 0 < move.minutes <= LONGEST_MINUTES:
        raise RuleBroken(
            "An item takes between 1 and {most} minutes, not {minutes}",
            most=LONGEST_MINUTES,
            minutes=move.minutes,
        )
    if move.does is Does.ADD:
        return _added(lines, move)
    place = _place(lines, move.item)
    line = lines[place]
    if move.does is Does.MOVE:
        return _moved(lines, place, move.after)
    if move.does is Does.COMMENT:
        if not move.text.strip():
            raise RuleBroken("A comment needs words")
        changed = replace(line, comments=(*line.comments, move.text))
    elif move.does is Does.TIME:
        changed = replace(line, item=replace(line.item, minutes=move.minutes, start=move.start))
    else:
        changed = replace(line, item=replace(line.item, off=_off(line.item, move.does)))
    return (*lines[:place], changed, *lines[place + 1 :])


def _added(lines: tuple[Line, ...], move: Move) -> tuple[Line, ...]:
    if move.item:
        raise RuleBroken("What is added has no key before")
    if not move.title.strip():
        raise RuleBroken("An item needs a title")
    if any(line.item.key == move.id for line in lines):
        raise RuleBroken("{key} is on the agenda already", key=move.id)
    item = CopyItem(key=move.id, number="", title=move.title, minutes=move.minutes, start=move.start)
    place = 0 if move.after is None else _place(lines, move.after) + 1
    comments = (move.text,) if move.text else ()
    return _numbered((*lines[:place], Line(item, comments, added=True), *lines[place:]))


def _moved(lines: tuple[Line, ...], place: int, after: str | None) -> tuple[Line, ...]:
    line = replace(lines[place], moved=True)
    if after == line.item.key:
        raise RuleBroken("An item cannot come after itself")
    rest = lines[:place] + lines[place + 1 :]
    goal = 0 if after is None else _place(rest, after) + 1
    return _numbered((*rest[:goal], line, *rest[goal:]))


def _off(item: CopyItem, does: Does) -> Off | None:
    if does is Does.RESTORE and item.off is None:
        raise RuleBroken("{title} is on the agenda already", title=item.title)
    if does is Does.WITHDRAW and item.off is not None:
        raise RuleBroken("{title} is off the agenda already", title=item.title)
    return Off.WITHDRAWN if does is Does.WITHDRAW else None


def _place(lines: Sequence[Line], key: str) -> int:
    for place, line in enumerate(lines):
        if line.item.key == key:
            return place
    raise RuleBroken("There is no item {key} in the agenda that was lent", key=key)


def _numbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(
        replace(line, item=replace(line.item, number=str(place))) for place, line in enumerate(lines, 1)
    )


def _items(lines: Iterable[Line]) -> tuple[CopyItem, ...]:
    return tuple(line.item for line in lines)
