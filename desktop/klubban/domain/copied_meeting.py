"""A copy of an agenda seen as a meeting, so that what shows and prints meetings shows and prints a copy."""

from __future__ import annotations

from collections.abc import Iterable

from klubban.domain.agenda import Comment
from klubban.domain.body import Body, Named, Organisation
from klubban.domain.chairs_copy import Copy, Does, Line, Move, apply
from klubban.domain.meeting import Document, Item, Meeting, Outcome, Stage
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.text import from_plain


def keys_of(copy: Copy) -> tuple[str, ...]:
    """Return the keys of all items; an item's id is its place here, from 1, and stays while moves come."""
    added = (move.id for move in copy.moves if move.does is Does.ADD)
    return (*(item.key for item in copy.base.items), *added)


def meeting_of(copy: Copy) -> Meeting:
    """Return the agenda as the chair wants it, as a meeting; of its body only the name is known."""
    base, ids = copy.base, {key: place for place, key in enumerate(keys_of(copy), 1)}
    kind = BodyKind.COMMITTEE
    return Meeting(
        id=1,
        organisation=Organisation(name=base.organisation),
        body=Body(id=1, key="copied", name=base.body, kind=kind, rules=PRESETS[kind]),
        date=base.date,
        start=base.start,
        place=base.place,
        stage=Stage.SUMMONED if base.sent else Stage.PLANNED,
        chair=Named(base.chair) if base.chair else None,
        items=tuple(_item(line, ids[line.item.key], copy) for line in apply(base, copy.moves)),
    )


def _item(line: Line, id_: int, copy: Copy) -> Item:
    item = line.item
    titles = enumerate(item.documents, 1)
    return Item(
        id=id_,
        key=item.key,
        title=item.title,
        registry_number=item.registry_number,
        kind=item.kind,
        presenters=item.presenters,
        proposal=from_plain(item.proposal),
        documents=tuple(Document(id=number, title=title, number=number) for number, title in titles),
        outcome=Outcome(item.off) if item.off else None,
        confidential=item.confidential,
        minutes=item.minutes,
        start=item.start,
        comments=tuple(_comments(line.comments, copy)),
    )


def _comments(made: Iterable[str], copy: Copy) -> Iterable[Comment]:
    by = copy.by or copy.base.chair or ""
    return (Comment(id=place, by=by, text=text) for place, text in enumerate(made, 1))


def changed_by(copy: Copy, key: str) -> frozenset[Does]:
    """Return what the chair did with an item."""
    return frozenset(move.does for move in copy.moves if move.key == key)


def last_of(copy: Copy) -> tuple[Move, str] | None:
    """Return the move that was made last, and the title of its item."""
    if not copy.moves:
        return None
    last = copy.moves[-1]
    lines = apply(copy.base, copy.moves)
    return last, next(line.item.title for line in lines if line.item.key == last.key)
