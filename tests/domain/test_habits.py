"""How a body likes its paragraphs."""

from __future__ import annotations

import pytest

from klubban.domain.errors import RuleBroken
from klubban.domain.habits import CUSTOM, Part, habits_of, plain_habits


def test_parts_that_are_not_named_follow_but_for_what_closes_a_paragraph() -> None:
    short = habits_of({"order": ["summary", "decision"]}).order
    closed = habits_of({"order": ["summary", "decision", "recipients"]}).order

    assert sorted(short) == sorted(closed) == sorted(Part)
    assert short[:3] == closed[:3] == (Part.SUMMARY, Part.DECISION, Part.PROPOSALS)
    assert short[-1] == closed[-1] == Part.RECIPIENTS


def test_what_is_as_most_do_is_not_kept() -> None:
    assert plain_habits(CUSTOM) == {}
    assert habits_of({}) == CUSTOM


@pytest.mark.parametrize("habit", [{"order": ["heading"]}, {"votes": "loudly"}, {"titles": ["Beslut"]}])
def test_what_is_no_habit_is_refused(habit: dict[str, object]) -> None:
    with pytest.raises(RuleBroken, match="no such habit"):
        habits_of(habit)
