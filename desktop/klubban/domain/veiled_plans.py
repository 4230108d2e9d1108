"""Plans and goals as compilations tell of them: what came out of a confidential item has no words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from klubban.domain.commitment import Activity, Commitment, FollowUp
from klubban.domain.goal import Goal
from klubban.domain.text import Blocks


def is_hidden(one: Commitment, confidential: Collection[int]) -> bool:
    """Tell whether the item that decided a plan is confidential."""
    return one.item is not None and one.item in confidential


def veiled(one: Commitment, confidential: Collection[int], title: str, words: Blocks) -> Commitment:
    """Return a plan without what confidential items said; `title` and `words` stand in its place."""
    hidden = is_hidden(one, confidential)
    shown = replace(
        one,
        activities=tuple(_activity(each, confidential, words) for each in one.activities),
        follow_ups=tuple(_follow_up(each, confidential, words) for each in one.follow_ups),
    )
    if not hidden:
        return shown
    return replace(
        shown,
        title=title,
        text=(),
        area=None,
        responsible=None,
        parties=(),
        registry_number=None,
        source=None,
        closed_because=None,
        activities=(),
        checkpoints=tuple(replace(each, what=None) for each in one.checkpoints),
        follow_ups=tuple(replace(each, text=words, by=None) for each in one.follow_ups),
    )


def veiled_goal(one: Goal, confidential: Collection[int], title: str | None, words: Blocks) -> Goal:
    """Return a goal without what was said of it at confidential items.

    One of a plan that is confidential has another `title`, and only its index.
    """
    if title is not None:
        years = tuple(replace(each, text=words) for each in one.years)
        names = tuple(
            replace(each, name=f"{number}", source=None, unit=None)
            for number, each in enumerate(one.indicators, 1)
        )
        return replace(one, title=title, area=None, text=(), years=years, indicators=names)
    return replace(
        one,
        years=tuple(replace(each, text=words) if each.item in confidential else each for each in one.years),
    )


def _follow_up(one: FollowUp, confidential: Collection[int], words: Blocks) -> FollowUp:
    return replace(one, text=words, by=None) if one.item in confidential else one


def _activity(one: Activity, confidential: Collection[int], words: Blocks) -> Activity:
    steps = tuple(replace(each, text=words) if each.item in confidential else each for each in one.steps)
    return replace(one, steps=steps)
