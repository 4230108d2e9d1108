"""Chairs' copies for the tests: an agenda by letters, and moves on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from klubban.domain.chairs_copy import Base, Copy, CopyItem, Does, Move, step, unchanged, with_move
from klubban.domain.merging import Judged, Now, Status, done, judge, judge_one

DAY = date(2016, 2, 22)


def items(keys: str) -> tuple[CopyItem, ...]:
    """Return items that are called by letters."""
    return tuple(
        CopyItem(key=key, number=str(place), title=f"Item {key}") for place, key in enumerate(keys, 1)
    )


def lent(keys: str = "abcde") -> Copy:
    """Return a copy without moves."""
    base = Base(
        file="f", organisation="Ekby", body="KS", date=DAY, made_on=DAY, made_by="Anna", items=items(keys)
    )
    return Copy(base=base, sha256="0" * 64, by="Bo Ek")


def moved(copy: Copy, item: str, after: str | None) -> Copy:
    """Return the copy with an item moved."""
    return with_move(copy, Move(does=Does.MOVE, item=item, after=after))


def did(copy: Copy, does: Does, item: str = "", **facts: Any) -> Copy:
    """Return the copy with another move."""
    return with_move(copy, Move(does=does, item=item, **facts))


def now(keys: str | Sequence[CopyItem], **facts: Any) -> Now:
    """Return the agenda as it stands."""
    return Now(items=items(keys) if isinstance(keys, str) else tuple(keys), **facts)


def only(copy: Copy, there: Now) -> Judged:
    """Return how the one move stands."""
    (found,) = judge(copy, there, {})
    return found


def all_taken(copy: Copy, there: Now) -> tuple[Now, list[Judged]]:
    """Return the agenda after all moves that nothing is in the way of, and how each stood in its turn."""
    lines, found = unchanged(copy.base), []
    for move in copy.moves:
        each = judge_one(copy, lines, move, there)
        if each.status is not Status.CONFLICTS:
            there = there if each.status is Status.ALREADY else done(there, move, each)
        found.append(each)
        lines = step(lines, move)
    return there, found
