"""The time plan of an agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from domain.agendas import item, meeting
from klubban.domain.agenda import ItemKind
from klubban.domain.agenda_order import Side
from klubban.domain.meeting import Outcome
from klubban.domain.time_plan import Clash, TimePlan, time_plan


def times(plan: TimePlan) -> list[str]:
    """Return the lines in short: `1 13.00-13.10`."""
    return [
        f"{line.item} {line.starts:%H.%M}-{format(line.ends, '%H.%M') if line.ends else ''}"
        for line in plan.lines
        if line.starts
    ]


def test_items_follow_upon_one_another_from_the_start() -> None:
    plan = time_plan(meeting(item(1, minutes=10), item(2, minutes=45), item(3, minutes=5)))

    assert times(plan) == ["1 13.00-13.10", "2 13.10-13.55", "3 13.55-14.00"]
    assert (plan.total, plan.ends, plan.clashes, plan.untimed) == (60, time(14), (), 0)


def test_an_item_without_a_length_has_no_end_and_is_counted() -> None:
    plan = time_plan(meeting(item(1), item(2, minutes=15)))

    assert times(plan) == ["1 13.00-", "2 13.00-13.15"]
    assert plan.untimed == 1


def test_what_is_withdrawn_or_postponed_takes_no_time() -> None:
    off = (item(1, minutes=60, outcome=Outcome.WITHDRAWN), item(2, minutes=60, outcome=Outcome.POSTPONED))

    plan = time_plan(meeting(*off, item(3, minutes=5)))

    assert times(plan) == ["3 13.00-13.05"]
    assert plan.total == 5


def test_an_item_with_a_clock_time_begins_then_and_the_next_ones_follow_it() -> None:
    plan = time_plan(meeting(item(1, minutes=10), item(2, minutes=20, start=time(14)), item(3, minutes=5)))

    assert times(plan) == ["1 13.00-13.10", "2 14.00-14.20", "3 14.20-14.25"]
    assert [line.fixed for line in plan.lines] == [False, True, False]


def test_a_clock_time_that_cannot_be_kept_is_a_clash() -> None:
    plan = time_plan(meeting(item(1, minutes=90), item(2, minutes=20, start=time(14))))

    assert plan.clashes == (Clash(item=2, fixed=time(14), earliest=time(14, 30)),)
    assert times(plan) == ["1 13.00-14.30", "2 14.30-14.50"]


def test_nothing_happens_in_a_recess() -> None:
    recesses = ((time(13, 30), time(13, 45)), (time(14), time(14, 10)), (time(15), None))

    plan = time_plan(meeting(item(1, minutes=30), item(2, minutes=30), recesses=recesses))

    assert times(plan) == ["1 13.00-13.30", "2 13.45-14.25"]
    assert plan.total == 60


def test_an_evening_may_pass_midnight() -> None:
    late = meeting(item(1, minutes=330), item(2, minutes=40, start=time(0, 30)), start=time(18, 30))

    plan = time_plan(late)

    assert times(plan) == ["1 18.30-00.00", "2 00.30-01.10"]
    assert (plan.ends, plan.clashes) == (time(1, 10), ())


def test_a_meeting_of_two_days_goes_on_in_the_morning() -> None:
    items = (
        item(1, minutes=240),
        item(2, minutes=60, start=time(9)),
        item(3, minutes=30, start=time(13)),
        item(4, minutes=5, start=time(10)),
    )

    plan = time_plan(replace(meeting(*items), end_date=date(2026, 3, 3)))

    assert times(plan) == ["1 13.00-17.00", "2 09.00-10.00", "3 13.00-13.30", "4 13.30-13.35"]
    assert plan.clashes == (Clash(item=4, fixed=time(10), earliest=time(13, 30)),)


def test_before_the_start_is_known_there_are_lengths_alone() -> None:
    plan = time_plan(meeting(item(1, minutes=30), start=None))

    assert (plan.total, plan.ends, plan.lines[0].starts) == (30, None, None)


def test_the_first_clock_time_stands_in_for_a_start() -> None:
    plan = time_plan(meeting(item(1, minutes=30, start=time(9)), start=None))

    assert times(plan) == ["1 09.00-09.30"]


def test_the_share_of_each_side_is_told() -> None:
    kinds = (ItemKind.PROCEDURE, ItemKind.INFORMATION, ItemKind.DISCUSSION, ItemKind.DECISION)
    plan = time_plan(meeting(*(item(id_, kind=kind, minutes=15) for id_, kind in enumerate(kinds))))

    assert plan.share == {Side.PROCEDURE: 0.25, Side.INFORMATION: 0.5, Side.DECISION: 0.25}
    assert time_plan(meeting(item(1))).share is None


some_items = some.lists(
    some.fixed_dictionaries(
        {
            "minutes": some.none() | some.integers(1, 60),
            "start": some.none() | some.times(time(13), time(18)).map(lambda at: at.replace(microsecond=0)),
            "kind": some.none() | some.sampled_from(ItemKind),
        }
    ),
    max_size=5,
)


@given(some_items)
def test_the_plan_adds_up_and_nothing_overlaps(drawn: list[dict[str, Any]]) -> None:
    plan = time_plan(meeting(*(item(id_, **facts) for id_, facts in enumerate(drawn, 1))))

    assert plan.total == sum(facts["minutes"] or 0 for facts in drawn)
    assert plan.share is None or abs(sum(plan.share.values()) - 1) < 1e-9
    spans = [(minutes(line.starts), line.minutes or 0) for line in plan.lines]
    for (starts, length), (next_starts, _length) in pairwise(spans):
        assert starts + timedelta(minutes=length) <= next_starts
    clashing = {each.item for each in plan.clashes}
    for line, facts in zip(plan.lines, drawn, strict=True):
        kept = facts["start"] is None or minutes(line.starts) == minutes(facts["start"])
        assert kept is (line.item not in clashing)


def minutes(at: time | None) -> timedelta:
    """Return a clock time to the minute."""
    assert at is not None
    return timedelta(hours=at.hour, minutes=at.minute)
