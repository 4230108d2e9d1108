"""The head of a page: where something stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.ui.widgets.header import StageLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

STAGES = ("Planned", "Summoned", "In session", "Verified", "In force")


def line(qtbot: QtBot, current: int = 2) -> StageLine:
    made = StageLine()
    qtbot.addWidget(made)
    made.show_stage(STAGES, current)
    return made


def test_stages_stand_on_one_line_where_there_is_room(qtbot: QtBot) -> None:
    stages = line(qtbot)

    assert stages.lines(1000) == [[0, 1, 2, 3, 4]]
    assert stages.heightForWidth(1000) == stages.sizeHint().height()


def test_no_stage_is_left_out_where_room_is_short(qtbot: QtBot) -> None:
    stages = line(qtbot)

    for width in range(20, 1000, 20):
        assert [number for each in stages.lines(width) for number in each] == [0, 1, 2, 3, 4]
    assert stages.heightForWidth(200) > stages.heightForWidth(1000)


def test_passed_and_coming_stages_are_told_apart_by_a_mark(qtbot: QtBot) -> None:
    last, first = line(qtbot, 4), line(qtbot, 0)

    assert last._width(1) == first._width(1) + 14
    assert first.accessibleName() == "Stage 1 of 5: Planned"
