"""The roll beside an ordinary evening: before the meeting, slips, other bodies, many people, readers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from builders import snapshot
from klubban.domain.roll import Coming, Deviates
from klubban.operations.disqualifications import disqualify
from klubban.store.database import Database
from klubban.ui.meeting import quorum
from klubban.ui.roll import rows as roll_rows
from klubban.ui.roll.call_up import AnswerForm, Asker
from klubban.ui.roll.findings import Slips
from klubban.ui.roll.forms import GroundForm, clock_time
from klubban.ui.roll.new_person import split_name
from klubban.ui.roll.person_row import Columns
from klubban.ui.roll.standing import standing
from ui.at_the_table import SHIFT, begin, disqualify_eva, go_to, line, now, open_page, press, row, type_here
from ui.evening import assembly, evening
from ui.helpers import settle, spoken

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.ui.roll.page import RollPage


@pytest.fixture
def page(qtbot: QtBot, database: Database) -> RollPage:
    return open_page(qtbot, database, evening(database).meeting)


def slips(page: RollPage) -> list[str]:
    found = page.panel.part("findings")
    return [slip.told for slip, _entry in found._entries] if isinstance(found, Slips) else []


# --- before the meeting


def test_r_asks_the_next_alternate_and_then_notes_the_answer(page: RollPage) -> None:
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_F)
    asked = page.panel.part()
    assert isinstance(asked, Asker)
    assert asked.asked.title == "Who is to be called in for Gun Älg (S)?"

    press(Qt.Key.Key_R)
    (call_up,) = page.sheet.meeting.call_ups
    assert (call_up.who.name, call_up.answer) == ("Hans Åberg", None)

    press(Qt.Key.Key_R)
    assert isinstance(page.panel.part(), AnswerForm)
    press(Qt.Key.Key_2)
    assert [each.answer for each in page.sheet.meeting.call_ups] == [Coming.NO]
    again = page.panel.part()
    assert isinstance(again, Asker)
    assert again.asked.told.startswith("Hans Åberg (S) cannot come.")


def test_what_those_who_were_asked_answered_stands_in_the_list(page: RollPage) -> None:
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_F)
    press(Qt.Key.Key_R)
    assert now(page, "Hans Åberg") == "asked"
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_1)
    assert now(page, "Hans Åberg") == "is coming"


def test_who_answered_no_is_none_of_all_the_others(page: RollPage) -> None:
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_F)
    press(Qt.Key.Key_R, times=2)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_A)

    assert now(page, "Hans Åberg") == "cannot come"
    assert line(page, "Hans Åberg").stays == ()
    assert line(page, "Jan Rask").stays


def test_nobody_is_asked_for_a_member_who_comes(page: RollPage) -> None:
    press(Qt.Key.Key_R)

    assert page.sheet.meeting.call_ups == ()
    assert page.foot.said == "Note first that the member will not come: F."


def test_f_again_takes_the_absence_back(page: RollPage) -> None:
    press(Qt.Key.Key_F, times=2)

    assert page.sheet.meeting.absent == ()


def test_other_keys_wait_until_the_roll_is_begun(page: RollPage) -> None:
    press(Qt.Key.Key_Space)

    assert not page.sheet.begun
    assert page.foot.said == "Begin the roll call first: Enter."


def test_keys_that_do_not_fit_the_row_say_what_would(page: RollPage) -> None:
    begin(page)
    go_to(page, "Ida Östh")
    press(Qt.Key.Key_E)
    assert page.foot.said == "Choose the row of the member whose seat it is."
    press(Qt.Key.Key_R)
    assert page.foot.said == "Alternates are asked before the meeting; E shows who steps in."


def test_a_vacant_seat_among_many_is_passed_by(page: RollPage, database: Database) -> None:
    press(Qt.Key.Key_Return)
    with database.change("Leave") as change:
        change.update("roll_line", line(page, "Britta Ek").id, who_name=None, who_person_id=None)
    page.reload()
    press(Qt.Key.Key_A)
    go_to(page, "Åke Öman")
    press(Qt.Key.Key_Down, times=4, modifier=SHIFT)
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_Return)
    noted = len(page.sheet.meeting.items[0].disqualifications)
    press(Qt.Key.Key_J)

    assert noted == 4
    assert page.sheet.meeting.items[0].disqualifications == ()


def test_nothing_is_asked_of_a_vacant_seat(page: RollPage, database: Database) -> None:
    press(Qt.Key.Key_Return)
    with database.change("Leave") as change:
        change.update("roll_line", line(page, "Åke Öman").id, who_name=None, who_person_id=None)
    page.reload()
    press(Qt.Key.Key_J)

    assert page.foot.said == "Nobody has the seat."
    assert not isinstance(page.panel.part(), GroundForm)


# --- slips


def test_what_was_against_a_rule_is_pointed_out_and_gets_its_reason(page: RollPage) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    assert slips(page) == ["§\u00a070: not enough served for a quorum."]

    shown = page.panel.part("findings")
    assert isinstance(shown, Slips)
    shown._entries[0][1].line.setFocus()
    type_here("Snöoväder")
    press(Qt.Key.Key_Return)

    (noted,) = page.sheet.meeting.items[0].deviations
    assert (noted.rule, noted.reason) == (Deviates.QUORUM, "Snöoväder")
    assert slips(page) == []


def test_a_reason_that_is_typed_is_kept_when_the_page_is_left(page: RollPage) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    shown = page.panel.part("findings")
    assert isinstance(shown, Slips)
    shown._entries[0][1].line.setFocus()
    type_here("Snöoväder")

    assert page.flush()
    assert page.sheet.meeting.items[0].deviations[0].reason == "Snöoväder"


def test_that_somebody_disqualified_took_part_is_noted_with_a_reason(page: RollPage) -> None:
    disqualify_eva(page)
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Down, times=4)
    press(Qt.Key.Key_Return)
    type_here("Jävet upptäcktes efteråt")
    press(Qt.Key.Key_Return)

    (noted,) = page.sheet.meeting.items[5].deviations
    assert (noted.rule, noted.who and noted.who.name) == (Deviates.DISQUALIFIED, "Eva Asp")
    assert row(page, "Eva Asp").served == "all"


def test_a_balance_that_differs_is_said(page: RollPage) -> None:
    disqualify_eva(page)

    assert standing(page.sheet, 5).balance == "Differs from the election: +1\u00a0KD, −1\u00a0C"
    assert standing(page.sheet, 5).sentence == (
        "Quorate, at least 4. One is disqualified; an alternate serves."
    )
    assert standing(page.sheet, 4).balance == ""


# --- other bodies


def test_a_body_without_quorum_counts_those_present(qtbot: QtBot, database: Database) -> None:
    page = open_page(qtbot, database, evening(database, quorum=False, alternates="none").meeting)
    begin(page)
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_Space)

    told = standing(page.sheet, 0)
    assert (told.figure, told.tone, told.sentence, told.balance) == ("6 of 7", "plain", "are present", "")
    assert slips(page) == []


def test_a_meeting_without_an_agenda_has_a_roll_all_the_same(qtbot: QtBot, database: Database) -> None:
    held = evening(database)
    with database.change("Empty") as change:
        for item in held.items:
            change.delete("item", item)
    page = open_page(qtbot, database, held.meeting)
    begin(page)
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_Return)

    assert row(page, "Hans Åberg", stands_in=True).served == "the whole meeting"
    assert page.foot.said == "The agenda has no item yet to note this at"


def test_in_the_assembly_the_grounds_are_its_own_and_one_stays_in_the_room(
    qtbot: QtBot, database: Database
) -> None:
    page = open_page(qtbot, database, assembly(database, seats=5, items=3).meeting)
    begin(page)
    press(Qt.Key.Key_J)
    assert isinstance(page.panel.part(), GroundForm)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)

    (found,) = page.sheet.meeting.items[0].disqualifications
    assert found.ground == "KL 5 kap. 48 §"
    assert now(page, "Ledamot 000") == "disqualified §\u00a01"


def test_the_desk_knows_that_the_assembly_may_decide_despite_disqualification(
    qtbot: QtBot, database: Database
) -> None:
    held = assembly(database, seats=3, items=2)
    page = open_page(qtbot, database, held.meeting)
    press(Qt.Key.Key_Return)
    for name in ("Ledamot 000", "Ledamot 001"):
        go_to(page, name)
        press(Qt.Key.Key_Space)
        who = line(page, name).who
        assert who is not None
        disqualify(database, held.items[0], who)

    found = snapshot(database, held.meeting)
    assert quorum.pill(found, found.items[0]) == ("Quorate: 0 of 3", "done")
    assert quorum.pill(found, found.items[1]) == ("Quorate: 2 of 3", "done")
    least = replace(found.body.rules, quorum_least=3)
    assert quorum.pill(replace(found, body=replace(found.body, rules=least)), found.items[1])[1] == "late"


def test_the_roll_is_printed_before_the_meeting_and_the_attendance_after_it(
    qtbot: QtBot, database: Database
) -> None:
    held = evening(database)
    page = open_page(qtbot, database, held.meeting)
    asked: list[str] = []
    page.export_asked.connect(asked.append)
    page._printing.click()
    with database.change("Close") as change:
        change.update("meeting", held.meeting, stage="closed")
    page.reload()
    page._printing.click()

    assert asked == ["roll", "attendance"]


# --- many people, narrow windows, other readers


def test_of_two_hundred_rows_only_those_in_sight_are_worked_out(
    qtbot: QtBot, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(qtbot, database, assembly(database).meeting)
    begin(page)
    worked_out: list[str] = []
    strip_of = roll_rows.strip_of

    def counted(*given: object) -> object:
        worked_out.append("strip")
        return strip_of(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(roll_rows, "strip_of", counted)
    press(Qt.Key.Key_Right)
    settle()

    assert page.list.rows.rowCount() == 203
    assert 0 < len(worked_out) < 60


def test_in_a_narrow_list_how_it_stands_goes_below_the_name(page: RollPage) -> None:
    page.resize(600, 660)
    settle()
    rect = page.list.visualRect(page.list.currentIndex())
    columns = Columns.of(rect.toRectF())

    assert columns.narrow
    assert columns.now.top() > columns.who.top()
    assert columns.served.right() <= rect.right() + 1
    assert page.minimumSizeHint().width() <= 600


def test_everything_that_takes_the_keyboard_has_a_name(page: RollPage) -> None:
    disqualify_eva(page)
    press(Qt.Key.Key_N)
    settle()
    taking = (QAccessible.Role.Button, QAccessible.Role.EditableText, QAccessible.Role.List)
    faces = [face for face in spoken(page) if face.role() in taking and not face.state().invisible]

    assert len(faces) > 8
    assert [face for face in faces if not face.text(QAccessible.Text.Name)] == []


def test_the_keys_are_named_at_the_foot_as_far_as_they_work(page: RollPage) -> None:
    assert page.foot.keys.accessibleName() == "Enter: begin, F: absence told, R: ask an alternate"
    press(Qt.Key.Key_Return)
    assert "Space: present/absent" in page.foot.keys.accessibleName()
    assert "K: came" in page.foot.keys.accessibleName()


def test_focus_is_on_the_list_again_after_every_answer(page: RollPage) -> None:
    begin(page)
    for keys in (
        (Qt.Key.Key_G, Qt.Key.Key_1),
        (Qt.Key.Key_J, Qt.Key.Key_Return),
        (Qt.Key.Key_N, Qt.Key.Key_Escape),
    ):
        for key in keys:
            press(key)
        assert QApplication.focusWidget() is page.list


@pytest.mark.parametrize(
    ("typed", "told"), [("1130", "11:30"), ("9.05", "09:05"), ("905", "09:05"), ("2460", None), ("", None)]
)
def test_a_time_is_read_as_people_type_it(typed: str, told: str | None) -> None:
    found = clock_time(typed)

    assert (found.isoformat("minutes") if found else None) == told


def test_a_party_in_brackets_is_no_part_of_the_name() -> None:
    assert split_name(" Kaj Ny (S) ") == ("Kaj Ny", "S")
    assert split_name("Kaj Ny") == ("Kaj Ny", None)
