"""Situation reports: the scale, where each area went, what is gathered from below, and who owes one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.reports import BODIES, CHIEFS, OPERATIVE, PLANNING, area, report
from klubban.domain import roll_up
from klubban.domain.errors import RuleBroken
from klubban.domain.roll_up import Gone, gathered, regathered
from klubban.domain.situation import Reporting, before, check_scale, owed
from klubban.domain.text import from_plain, plain
from klubban.domain.trend import Direction, trend

FIRST, SECOND, THIRD = date(2026, 11, 5), date(2026, 11, 12), date(2026, 11, 19)
STEPS = st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=1, max_size=6)


@pytest.mark.parametrize(
    "names",
    [("low", "high"), ("a", "b", "c", "d", "D "), ("a", "b", "", "d", "e"), ("a",) * 5, tuple("abcdef")],
)
def test_a_scale_that_is_not_five_names_is_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(RuleBroken):
        check_scale(names)


def test_an_area_goes_up_or_down_since_it_was_judged_last() -> None:
    found = trend(
        (
            report(2, SECOND, area("Narkotika", 4), area("Centrum", 2), area("Ungdomar", None)),
            report(1, FIRST, area("narkotika", 3), area("Centrum", 2), area("Ungdomar", 2)),
            report(
                3, THIRD, area("Narkotika", None), area("Centrum", 2), area("Ungdomar", 1), area("Nytt", 5)
            ),
        )
    )

    assert found.days == (FIRST, SECOND, THIRD)
    told = {each.name: (each.steps, each.direction, each.since) for each in found.courses}
    assert told == {
        "Narkotika": ((3, 4, None), Direction.NEW, 1),
        "Centrum": ((2, 2, 2), Direction.SAME, 3),
        "Ungdomar": ((2, None, 1), Direction.DOWN, 1),
        "Nytt": ((None, None, 5), Direction.NEW, 1),
    }


@settings(max_examples=50)
@given(STEPS)
def test_a_direction_is_that_of_the_two_steps_judged_last(steps: list[int | None]) -> None:
    reports = [report(n, FIRST + timedelta(days=n), area("A", step)) for n, step in enumerate(steps)]

    [course] = trend(reports).courses

    judged = [step for step in steps if step]
    if steps[-1] is None or len(judged) == 1:
        assert course.direction is Direction.NEW
    else:
        change = judged[-1] - judged[-2]
        assert course.direction is (
            Direction.SAME if not change else Direction.UP if change > 0 else Direction.DOWN
        )


def test_only_reports_of_the_same_body_before_it_are_looked_back_on() -> None:
    own = [report(id_, day) for id_, day in enumerate((FIRST, FIRST, SECOND, THIRD), 1)]
    reports = (*own, report(5, FIRST, body=PLANNING))

    assert [each.id for each in before(reports[2], reports)] == [1, 2]


def gone(*reports: object) -> list[Gone]:
    return [Gone(each, "Operativa gruppen") for each in reports]  # type: ignore[arg-type]


EARLY = report(1, FIRST, area("Narkotika", 3, "Försäljning.", "Insats."), area("Centrum", 1))
LATE = report(2, SECOND, area("narkotika", 2, "Lugnare."), area("Skola", None))


def test_the_highest_step_and_all_texts_are_gathered_below_who_they_came_from() -> None:
    made = gathered("Narkotika", gone(EARLY, LATE))

    assert made.step == 3
    assert plain(made.events).split("\n\n") == [
        "Operativa gruppen 2026-11-05", "Försäljning.", "Operativa gruppen 2026-11-12", "Lugnare.",
    ]  # fmt: skip
    assert plain(made.measures).split("\n\n") == ["Operativa gruppen 2026-11-05", "Insats."]
    assert roll_up.names_of(gone(EARLY, LATE)) == ("Narkotika", "Centrum", "Skola")
    assert roll_up.sources_of(("polisens  STATISTIK", "Dialog"), gone(EARLY)) == (
        "polisens  STATISTIK",
        "Dialog",
    )


def test_what_somebody_wrote_stands_and_what_is_new_comes_after_it() -> None:
    written = replace(gathered("Narkotika", gone(EARLY)), step=5, events=from_plain("Eget."))

    made = regathered(written, gone(EARLY), gone(EARLY, LATE))

    assert made.step == 5
    assert plain(made.events).split("\n\n") == ["Eget.", "Operativa gruppen 2026-11-12", "Lugnare."]
    assert made.measures == gathered("Narkotika", gone(EARLY, LATE)).measures
    assert roll_up.as_gathered(made, gone(EARLY, LATE)) == {"measures"}


@settings(max_examples=50)
@given(st.lists(STEPS, min_size=1, max_size=3))
def test_no_step_that_was_gathered_is_lower_than_one_that_went_in(steps: list[list[int | None]]) -> None:
    reports = [
        report(n, FIRST + timedelta(days=n), *(area(f"A{m}", step) for m, step in enumerate(each)))
        for n, each in enumerate(steps)
    ]

    for name in roll_up.names_of(gone(*reports)):
        found = [step for _gone, step in roll_up.steps_of(name, gone(*reports))]
        assert gathered(name, gone(*reports)).step == max(found, default=None)


PLAN = report(10, THIRD, body=PLANNING, done_on=None)
KNOWN = {each.id: each for each in (EARLY, LATE, PLAN)}


def refusal(into: object, *wanted: object, **others: object) -> str:
    known = KNOWN | {each.id: each for each in (into, *wanted)}  # type: ignore[attr-defined]
    with pytest.raises(RuleBroken) as refused:
        roll_up.check_roll_up(into, wanted, BODIES | others, known)  # type: ignore[arg-type]
    return refused.value.template


def test_a_report_goes_in_once_and_in_no_circle() -> None:
    holding = replace(PLAN, rolled_up=(1,))
    chiefs = report(11, THIRD, body=CHIEFS, rolled_up=(10,))

    assert "in this one already" in refusal(holding, EARLY)
    assert "in this one already" in refusal(PLAN, EARLY, EARLY)
    assert "holds this one already" in refusal(PLAN, replace(EARLY, rolled_up=(10,)))
    assert "in this one already" in refusal(chiefs, replace(PLAN, done_on=THIRD))
    assert "is not finished" in refusal(PLAN, replace(EARLY, done_on=None))
    assert "does not report to" in refusal(chiefs, EARLY)


def test_a_body_reports_in_no_circle() -> None:
    with pytest.raises(RuleBroken, match="report to itself"):
        roll_up.check_reports_to(BODIES[CHIEFS], OPERATIVE, BODIES.values())
    with pytest.raises(RuleBroken, match="report to itself"):
        roll_up.check_reports_to(BODIES[PLANNING], PLANNING, BODIES.values())

    roll_up.check_reports_to(BODIES[OPERATIVE], CHIEFS, BODIES.values())


def test_what_is_newer_than_what_went_in_is_pointed_out_in_the_newest_report_alone() -> None:
    holding = replace(PLAN, rolled_up=(1,))
    following = report(11, date(2026, 12, 1), body=PLANNING, rolled_up=())

    assert roll_up.newer(holding, (EARLY, LATE, holding), BODIES) == (LATE,)
    assert roll_up.newer(replace(PLAN, rolled_up=(1, 2)), (EARLY, LATE), BODIES) == ()
    assert roll_up.newer(holding, (EARLY, LATE, holding, following), BODIES) == ()
    assert roll_up.offered(following, (EARLY, LATE, holding, following), BODIES) == (LATE,)


@pytest.mark.parametrize(
    ("meets_in", "met", "reported", "wanted"),
    [
        (7, None, None, True),
        (8, None, None, False),
        (-1, None, None, False),
        (3, FIRST, FIRST - timedelta(days=1), True),
        (3, FIRST, FIRST, False),
        (3, None, FIRST, False),
    ],
)
def test_a_report_is_owed_a_week_before_the_body_above_meets(
    meets_in: int, met: date | None, reported: date | None, *, wanted: bool
) -> None:
    meets_on = SECOND + timedelta(days=meets_in)
    one = Reporting(body=1, to=2, meeting=3, meets_on=meets_on, met_on=met, reported_on=reported)

    assert bool(owed([one], SECOND)) is wanted
