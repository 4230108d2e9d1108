"""Goals: indicators are measured year by year, and the year's comment explains the index."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from builders import minutes
from klubban.domain.errors import RuleBroken
from klubban.domain.goal import Goal
from klubban.domain.index import series
from klubban.domain.text import from_plain
from klubban.operations import goals
from klubban.store import commitments as store
from klubban.store.database import Database


def found(database: Database, id_: int) -> Goal:
    with database.read() as read:
        return store.goal(read, id_)


def test_a_goal_is_measured_year_by_year_and_read_back_as_a_series(database: Database) -> None:
    ids = minutes(database)
    goal = goals.add_goal(database, ids.body, " Tryggt  Ekby ", area="Trygghet")
    one = goals.add_indicator(
        database, goal, "Trygghet i skolan", none_at=Decimal(0), full_at=Decimal(10), unit="av 10"
    )
    for year, value in ((2021, "8.0"), (2017, "4.7"), (2021, "8.00")):
        goals.measure(database, one, year, Decimal(value))
    goals.comment_on_year(
        database, goal, 2021, from_plain("Kamerorna kom upp."), day=date(2022, 2, 1), item=ids.item
    )

    years = series(found(database, goal))

    assert [(each.year, each.value) for each in years if each.value is not None] == [(2017, 47), (2021, 80)]
    assert years[-1].comment is not None
    assert years[-1].comment.item == ids.item
    assert found(database, goal).title == "Tryggt Ekby"


def test_a_value_and_a_comment_are_taken_out_again(database: Database) -> None:
    goal = goals.add_goal(database, minutes(database).body, "Tryggt")
    one = goals.add_indicator(database, goal, "Inbrott", none_at=Decimal(9), full_at=Decimal(1))
    other = goals.add_indicator(database, goal, "Skola", none_at=Decimal(0), full_at=Decimal(9))
    goals.measure(database, one, 2025, Decimal(3))
    goals.comment_on_year(database, goal, 2025, from_plain("Färre"))
    with pytest.raises(RuleBroken, match="Inbrott was measured already"):
        goals.remove_indicator(database, one)
    with pytest.raises(RuleBroken, match="Tryggt was measured already"):
        goals.remove_goal(database, goal)

    goals.move_indicator(database, other, None)
    assert [each.name for each in found(database, goal).indicators] == ["Skola", "Inbrott"]
    goals.measure(database, one, 2025, None)
    goals.comment_on_year(database, goal, 2025, ())
    goals.remove_indicator(database, one)
    goals.remove_goal(database, goal)
    with database.read() as read:
        assert store.goals(read) == ()


def test_bad_values_are_refused_in_words(database: Database) -> None:
    goal = goals.add_goal(database, minutes(database).body, "Tryggt")
    one = goals.add_indicator(database, goal, "Inbrott", none_at=Decimal(9), full_at=Decimal(1))

    with pytest.raises(RuleBroken, match="Yellow should begin below green"):
        goals.change_goal(database, goal, yellow_from=80)
    with pytest.raises(RuleBroken, match="not both 1"):
        goals.change_indicator(database, one, none_at=Decimal(1))
    with pytest.raises(RuleBroken, match="should be a number"):
        goals.measure(database, one, 2025, Decimal("Infinity"))
    for many in ("1E+400", "1E-300", "99.123456789012345678901"):
        with pytest.raises(RuleBroken, match="20 digits at most"):
            goals.measure(database, one, 2025, Decimal(many))
    with pytest.raises(RuleBroken, match="four digits, and not be 25"):
        goals.measure(database, one, 25, Decimal(1))
    assert found(database, goal).indicators[0].measured == ()
