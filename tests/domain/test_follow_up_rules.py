"""Periods, days of follow-up, and what belongs to what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.plans import AGREEMENT, EVENING, TODAY, commitment
from klubban.domain import follow_up_rules as rules
from klubban.domain.commitment import Checkpoint, Progress
from klubban.domain.errors import RuleBroken
from klubban.domain.follow_up_rules import Remark, add_months


def test_a_month_later_is_the_last_day_where_there_is_no_such_day() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2026, 5, 31), -6) == date(2025, 11, 30)
    assert add_months(date(2024, 2, 29), 24) == date(2026, 2, 28)


def test_two_follow_ups_part_the_period_evenly() -> None:
    assert rules.spread(date(2024, 1, 1), date(2026, 12, 31)) == (date(2024, 12, 31), date(2025, 12, 31))


def test_a_period_ends_after_it_begins() -> None:
    with pytest.raises(RuleBroken, match="ends on 2025-12-31, before it begins on 2026-01-01"):
        rules.check_period(date(2026, 1, 1), date(2025, 12, 31))
    rules.check_period(date(2026, 1, 1), date(2026, 1, 1))


def test_nothing_belongs_to_itself_also_through_others() -> None:
    for above in (1, 2):
        with pytest.raises(RuleBroken, match="Avtal cannot belong to itself"):
            rules.check_chain(1, above, {2: 3, 3: 1}, "Avtal")
    rules.check_chain(1, 2, {2: 3, 3: None}, "Avtal")


def test_what_is_moved_has_a_new_day_and_a_reason() -> None:
    with pytest.raises(RuleBroken, match="to which day"):
        rules.check_noted(Progress.MOVED, None, reason=True)
    with pytest.raises(RuleBroken, match="Say why"):
        rules.check_noted(Progress.MOVED, TODAY, reason=False)
    with pytest.raises(RuleBroken, match="Say why"):
        rules.check_noted(Progress.CANCELLED, None, reason=False)
    with pytest.raises(RuleBroken, match="with what is moved only"):
        rules.check_noted(Progress.DONE, TODAY, reason=True)
    rules.check_noted(Progress.DONE, None, reason=False)


def test_a_follow_up_settles_all_till_its_day_or_else_the_next_within_a_month() -> None:
    days = (date(2026, 1, 1), date(2026, 3, 1), date(2026, 6, 1))
    one = commitment(checkpoints=tuple(Checkpoint(id=each.month, day=each) for each in days))

    assert rules.answered_by(one, date(2026, 3, 1)) == (1, 3)
    assert rules.answered_by(one, date(2025, 12, 10)) == (1,)
    assert rules.answered_by(one, date(2025, 11, 1)) == ()


def test_a_renewed_title_has_the_years_of_the_new_period() -> None:
    first, last = date(2028, 1, 1), date(2033, 12, 31)

    assert rules.renewed_title(AGREEMENT, first, last) == "Samverkansöverenskommelse 2028–2033"
    assert rules.renewed_title(commitment(title="Avtal 2024–2027"), first, last) == "Avtal 2024–2027"


def test_what_should_be_looked_at_is_remarked_and_not_refused() -> None:
    late = replace(EVENING, steps=(), to_date=date(2023, 1, 1))
    outside = (Checkpoint(id=1, day=date(2028, 1, 1)),)
    one = replace(AGREEMENT, activities=(late,), checkpoints=outside, review=date(2025, 1, 1))

    assert set(rules.remarks(one, TODAY)) == {
        Remark.CHECKPOINT_OUTSIDE,
        Remark.ACTIVITY_BEFORE,
        Remark.REVIEW_PAST,
    }
    assert rules.remarks(replace(AGREEMENT, checkpoints=(), follow_ups=()), TODAY) == (Remark.NO_FOLLOW_UP,)
    assert rules.remarks(replace(one, closed_on=TODAY), TODAY) == ()
