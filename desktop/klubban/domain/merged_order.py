"""Where an item comes that one side moved, on an agenda that the other side changed meanwhile.

Order is merged by pairs of items. For any two items there are only two orders, so what one side changed is
what is wanted; if both changed it, they agree. A place for an item that keeps all its pairs as wanted is the
merged one. Where no place does, the two sides want different things of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Keys: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item comes: right after another, or first."""

    after: str | None
    clean: bool
    """All pairs are as wanted there."""
    already: bool
    """It stands at such a place."""


def merged_place(pre: Keys, post: Keys, now: Keys, key: str) -> Place:
    """Return where an item comes on the agenda of now that the chair brought from `pre` to `post`."""
    others = tuple(each for each in now if each != key)
    wanted = _wanted(pre, post, now, key)
    first = max((place + 1 for place, each in enumerate(others) if wanted.get(each) is False), default=0)
    last = min((place for place, each in enumerate(others) if wanted.get(each)), default=len(others))
    fits = range(first, last + 1)
    at = post.index(key) if key in post else 0
    behind = next((others.index(each) + 1 for each in reversed(post[:at]) if each in others), 0)
    ahead = next((others.index(each) for each in post[at + 1 :] if each in others), len(others))
    standing = now.index(key) if key in now else None
    goal = next((place for place in (behind, ahead) if place in fits), min(fits, default=behind))
    return Place(
        after=others[goal - 1] if goal else None,
        clean=bool(fits),
        already=standing is not None and standing in fits,
    )


def _wanted(pre: Keys, post: Keys, now: Keys, key: str) -> dict[str, bool]:
    """Tell of the other items whether the item is to come before each; what nobody said is left out."""
    places = [{each: place for place, each in enumerate(order)} for order in (pre, post, now)]
    before, after, there = places
    if key not in after:
        return {}
    found: dict[str, bool] = {}
    for other in now:
        if other == key or other not in after:
            continue
        wish = after[key] < after[other]
        if key in before and key in there and other in before and (before[key] < before[other]) == wish:
            wish = there[key] < there[other]  # the chair did not change it
        found[other] = wish
    return found
