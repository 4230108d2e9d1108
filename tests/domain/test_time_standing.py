"""How a meeting stands against its time plan."""

from __future__ import annotations

from datetime import time

import pytest

from domain.agendas import item, meeting
from klubban.domain.meeting import Outcome
from klubban.domain.text import from_plain
from klubban.domain.time_standing import Standing, standing

DONE = Outcome.DECIDED


@pytest.mark.parametrize(
    ("now", "late", "ends"),
    [
        (time(13, 5), -5, time(13, 35)),
        (time(13, 10), 0, time(13, 40)),
        (time(13, 30), 0, time(13, 40)),
        (time(13, 40), 10, time(13, 50)),
    ],
)
def test_a_meeting_is_behind_once_the_time_of_its_item_is_over(now: time, late: int, ends: time) -> None:
    held = meeting(item(1, minutes=10, outcome=DONE), item(2, minutes=20), item(3, minutes=10))

    assert standing(held, now) == Standing(2, late, ends)


def test_what_has_a_decision_or_is_off_the_agenda_is_passed_by() -> None:
    decided = item(1, minutes=10, decision=from_plain("Planen antas."))
    held = meeting(decided, item(2, minutes=30, outcome=Outcome.WITHDRAWN), item(3, minutes=10))

    assert standing(held, time(13, 15)) == Standing(3, 0, time(13, 20))


def test_an_item_without_a_length_is_late_from_its_start() -> None:
    held = meeting(item(1, minutes=10, outcome=DONE), item(2))

    assert standing(held, time(13, 14)) == Standing(2, 4, time(13, 14))


def test_a_meeting_that_passes_midnight_goes_on() -> None:
    held = meeting(item(1, minutes=60, outcome=DONE), item(2, minutes=30), start=time(23))

    assert standing(held, time(0, 40)) == Standing(2, 10, time(0, 40))


def test_nothing_is_said_where_nothing_is_planned_or_nothing_left() -> None:
    assert standing(meeting(item(1)), time(13)) is None
    assert standing(meeting(item(1, minutes=5), start=None), time(13)) is None
    assert standing(meeting(item(1, minutes=5, outcome=DONE)), time(13)) is None
