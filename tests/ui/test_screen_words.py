"""Words on the agenda and in the chair's view that say what the times do, and the parts that unfold."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from klubban.domain.agenda import Paper
from klubban.domain.meeting import Stage
from klubban.ui.chair import view_words
from klubban.ui.meeting.agenda import rows
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.missing import Missing
from ui.snapshots import item, meeting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_clock_time_that_cannot_be_kept_stands_in_its_row() -> None:
    long, fixed = replace(item(1), minutes=90), replace(item(2), start=time(14, 0))
    plan = replace(meeting(long, fixed, start=time(13, 0)), stage=Stage.PLANNED)

    row = next(row for row in rows(plan) if row.id == 2)

    assert row.clash == "at 14.30, set for 14.00"
    assert row.clash in row.below


def test_time_that_no_item_takes_is_a_break() -> None:
    short, fixed = replace(item(1), minutes=30), replace(item(2), start=time(14, 0), minutes=10)

    assert view_words.gaps(meeting(short, fixed, start=time(13, 0))) == {2: "13.30 break 30 min"}


def test_the_chair_is_told_what_is_awaited_and_to_be_reported() -> None:
    waits = replace(item(1), papers=(Paper(id=1, title="Yttrande"),))
    plan = replace(meeting(waits), stage=Stage.PLANNED)

    assert view_words.to_know(plan, 2) == "2 urgent decisions to report · 1 paper awaited"
    assert not view_words.to_know(replace(plan, stage=Stage.READY), 2)


def test_what_is_seldom_wanted_unfolds_in_place(qtbot: QtBot) -> None:
    missing = Missing()
    qtbot.addWidget(missing)
    for name in ("summary", "decision"):
        missing.offer(name, name)

    missing.put_first(["decision"])
    shown = [link.text() for link in missing.findChildren(Link) if not link.isHidden()]
    missing._more.click()

    assert sorted(shown) == ["More fields …", "decision"]
    assert not any(link.isHidden() for link in missing.findChildren(Link) if link is not missing._more)
