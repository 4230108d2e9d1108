"""The agenda and the rail: what they hold, what can be chosen, what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from klubban.domain.meeting import Outcome, Stage
from klubban.domain.text import from_plain
from klubban.ui.meeting.agenda import THE_MEETING, rows
from klubban.ui.meeting.agenda_column import AgendaColumn
from klubban.ui.widgets.lists import RowModel
from klubban.ui.widgets.rail import Rail, RailRow
from ui.snapshots import item, meeting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_model_keeps_qts_rules(qtmodeltester: Any) -> None:
    model = RowModel()
    model.set_rows(rows(meeting(item(1, number=70), item(2, number=71))))

    qtmodeltester.check(model)


def test_the_meeting_itself_comes_first_and_items_have_their_signs() -> None:
    agenda = rows(meeting(item(1, number=70, title="Val"), item(2, title="Budget")))

    assert [(row.id, row.number) for row in agenda if not row.heading] == [
        (THE_MEETING, ""),
        (1, "§\u00a070"),
        (2, "2"),
    ]


def test_what_was_postponed_says_so_in_a_word() -> None:
    postponed = replace(item(1), outcome=Outcome.POSTPONED)

    row = rows(meeting(postponed))[-1]

    assert row.state == "is postponed"
    assert not row.done


def test_what_is_dealt_with_is_ticked_in_every_stage() -> None:
    decided = replace(item(1), outcome=Outcome.DECIDED)

    for stage in Stage:
        assert rows(meeting(decided, stage=stage))[-1].done


def test_a_decision_drafted_before_the_meeting_is_not_yet_made() -> None:
    drafted = replace(item(1), decision=from_plain("Budgeten antas."))

    assert not rows(meeting(drafted, stage=Stage.SUMMONED))[-1].done
    assert rows(meeting(drafted, stage=Stage.IN_SESSION))[-1].done


def test_arrow_keys_pass_headings_by(qtbot: QtBot) -> None:
    column = AgendaColumn()
    qtbot.addWidget(column)
    column.show_rows(rows(meeting(item(1), item(2))), THE_MEETING)

    with qtbot.waitSignal(column.chosen) as told:
        column.list.step(1)

    assert told.args == [1]


def test_a_step_past_the_end_stays(qtbot: QtBot) -> None:
    column = AgendaColumn()
    qtbot.addWidget(column)
    column.show_rows(rows(meeting(item(1))), 1)

    with qtbot.assertNotEmitted(column.chosen):
        column.list.step(1)


def test_showing_an_agenda_tells_nobody_that_something_was_chosen(qtbot: QtBot) -> None:
    column = AgendaColumn()
    qtbot.addWidget(column)

    with qtbot.assertNotEmitted(column.chosen):
        column.show_rows(rows(meeting(item(1), item(2))), 2)

    assert column.list.currentIndex().data() == "2 Ärende 2"


def test_the_rail_keeps_what_was_chosen_when_meetings_come_and_go(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    body = RailRow(None, "Kommunstyrelsen")
    rail.show_rows([body, RailRow(1, "22 februari"), RailRow(2, "14 mars")])
    rail.choose(2)
    rail.show_rows([body, RailRow(3, "1 april"), RailRow(1, "22 februari"), RailRow(2, "14 mars")])

    assert rail.list.currentIndex().data() == "14 mars"
