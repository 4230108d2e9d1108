"""Where an item comes that one side moved, on an agenda that the other side changed meanwhile.

Which items the other side moved follows from the two orders: the longest row of items that kept their order
stayed, and the others were moved. There may be several such rows (two neighbours that changed places: either
may have moved). An item that is missing from one of them may have been moved by both sides, and that is for
somebody to look at; an item that is in one of them is good enough to stand beside.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Keys: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item comes: right after another, or first."""

    after: str | None
    clean: bool
    """Nobody else moved it."""
    already: bool
    """It stands there."""


def merged_place(pre: Keys, post: Keys, now: Keys, key: str) -> Place:
    """Return where an item comes on the agenda of now that somebody brought from `pre` to `post`."""
    others = tuple(each for each in now if each != key)
    after = _after(pre, post, others, key)
    standing = now.index(key) if key in now else None
    at = others.index(after) + 1 if after else 0
    clean = standing is None or _longest(pre, now) > _longest(pre, others)
    return Place(after=after, clean=clean, already=standing == at)


def _after(pre: Keys, post: Keys, others: Keys, key: str) -> str | None:
    """Return what it comes after: what it was put after, or else what is before the one it was put before."""
    if key not in post:
        return None
    at = post.index(key)
    steady = _steady(pre, others)
    if at == 0 or post[at - 1] in steady:
        return post[at - 1] if at else None
    if post[at + 1 :] and post[at + 1] in steady:
        ahead = others.index(post[at + 1])
        return others[ahead - 1] if ahead else None
    return next((each for each in reversed(post[:at]) if each in steady), None)


def _steady(pre: Keys, others: Keys) -> frozenset[str]:
    """Return the items that may not have been moved."""
    common = [each for each in others if each in pre]
    places = [pre.index(each) for each in common]
    up = _lengths(places)
    down = _lengths([-place for place in reversed(places)])[::-1]
    most = max(up, default=0)
    kept = (each for each, before, behind in zip(common, up, down, strict=True) if before + behind > most)
    return frozenset(kept) | (frozenset(others) - frozenset(pre))


def _longest(pre: Keys, now: Keys) -> int:
    """Return how many items at most kept their order."""
    return max(_lengths([pre.index(each) for each in now if each in pre]), default=0)


def _lengths(places: Sequence[int]) -> list[int]:
    """Return for each place the length of the longest row of rising ones that ends with it."""
    ends: list[int] = []
    found = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        found.append(at + 1)
    return found
