"""The roll call of a whole evening, by the keys alone."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from klubban.domain.roll import Moment, OnRollAs
from klubban.operations import undo
from klubban.ui.roll.choosing import Chooser
from klubban.ui.roll.forms import GroundForm, MomentForm
from klubban.ui.roll.page import RollPage
from klubban.ui.roll.rows import Cell
from klubban.ui.roll.standing import standing
from ui.at_the_table import (
    SHIFT,
    begin,
    disqualify_eva,
    go_to,
    in_hand,
    let_the_next_serve,
    line,
    now,
    open_page,
    press,
    row,
    rows,
    type_here,
)
from ui.evening import Evening, evening
from ui.helpers import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database


@pytest.fixture
def held(database: Database) -> Evening:
    return evening(database)


@pytest.fixture
def page(qtbot: QtBot, database: Database, held: Evening) -> RollPage:
    return open_page(qtbot, database, held.meeting)


def test_before_the_roll_is_begun_the_page_says_what_to_do_and_who_is_on_the_list(page: RollPage) -> None:
    assert page.panel._note.text() == (
        "The roll call has not begun. 7 members and 3 alternates are on the list."
    )
    assert page.panel.begin.isVisible()
    assert [each.name for each in rows(page)][:2] == ["Åke Öman", "Britta Ek"]


def test_absence_can_be_told_before_and_then_everybody_else_is_present(page: RollPage) -> None:
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_F)
    assert now(page, "Gun Älg") == "absence told"
    assert "one has told absence" in page.panel._note.text()

    begin(page)

    assert now(page, "Gun Älg") == "absence told"
    assert now(page, "Åke Öman") == "present"
    assert row(page, "Hans Åberg", stands_in=True).seat == line(page, "Gun Älg").id
    assert standing(page.sheet, 0).figure == "7 of 7"


def test_space_notes_an_absence_and_the_one_proposed_steps_in_below(page: RollPage) -> None:
    begin(page)
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_Space)

    names = [each.name for each in rows(page)]
    assert names[names.index("Gun Älg") + 1] == "Hans Åberg"
    assert row(page, "Hans Åberg", stands_in=True).served == "all"
    assert in_hand(page) == "Gun Älg"

    press(Qt.Key.Key_Space)
    assert now(page, "Gun Älg") == "present"


def test_somebody_who_came_during_a_paragraph_before_the_decision_serves_at_it(page: RollPage) -> None:
    begin(page)
    go_to(page, "Finn Ask")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_K)
    assert isinstance(page.panel.part(), MomentForm)
    press(Qt.Key.Key_2)

    assert row(page, "Finn Ask").served == "§§\u00a072–76"
    assert line(page, "Finn Ask").stays[0].came is Moment.DURING
    assert QApplication.focusWidget() is page.list


def test_enter_takes_the_first_moment_and_escape_none(page: RollPage) -> None:
    begin(page)
    press(Qt.Key.Key_Right, times=3)
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_Escape)
    assert line(page, "Åke Öman").stays[0].last is None

    press(Qt.Key.Key_G)
    press(Qt.Key.Key_Return)

    assert now(page, "Åke Öman") == "left before §\u00a073"
    assert row(page, "Åke Öman").served == "§§\u00a070–72"
    assert standing(page.sheet, 3).presides == "Britta Ek (M) presides, vice chair"


def test_officials_come_by_the_clock(page: RollPage) -> None:
    press(Qt.Key.Key_Return)
    go_to(page, "Tor Blom")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_K)
    type_here("1130")
    press(Qt.Key.Key_Return)

    assert line(page, "Tor Blom").stays[0].came_at == time(11, 30)
    assert row(page, "Tor Blom").served == "11.30–"


def test_the_time_of_an_official_who_was_called_present_is_put_in(page: RollPage) -> None:
    begin(page)
    go_to(page, "Tor Blom")
    press(Qt.Key.Key_K)
    type_here("1315")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_G)
    type_here("1430")
    press(Qt.Key.Key_Return)

    (stay,) = line(page, "Tor Blom").stays
    assert (stay.first, stay.came_at, stay.went_at) == (None, time(13, 15), time(14, 30))


def test_where_the_order_of_call_gives_nobody_each_choice_is_the_chairs(page: RollPage) -> None:
    begin(page)
    go_to(page, "Finn Ask")
    press(Qt.Key.Key_Space)
    chooser = page.panel.part()
    assert isinstance(chooser, Chooser)
    assert chooser.asked.proposed is None
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Return)
    type_here("Ingen annan är här")
    press(Qt.Key.Key_Return)

    (ruling,) = page.sheet.roll.rulings
    assert ruling.reason == "Ingen annan är här"
    assert page.sheet.sits(line(page, "Finn Ask").id, 0).person == ruling.serves  # type: ignore[union-attr]


def test_the_chair_lets_a_member_who_is_back_serve_again(qtbot: QtBot, database: Database) -> None:
    page = open_page(qtbot, database, evening(database, returns=False).meeting)
    begin(page)
    go_to(page, "Eva Asp")
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_K)
    press(Qt.Key.Key_Return)
    assert now(page, "Eva Asp") == "does not serve"
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_here("Ordföranden medger återinträde")
    press(Qt.Key.Key_Return)

    assert now(page, "Eva Asp") == "present"
    assert [each.serves for each in page.sheet.roll.rulings] == [line(page, "Eva Asp").id]


def test_d_says_remotely_and_again_in_the_room(page: RollPage) -> None:
    begin(page)
    go_to(page, "David Örn")
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_D)

    strip = row(page, "David Örn").strip
    assert now(page, "David Örn") == "remotely"
    assert strip is not None
    assert strip.remote == {2, 3, 4, 5, 6}

    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_D)
    assert now(page, "David Örn") == "present"


def test_two_chosen_rows_are_disqualified_in_one_step_and_return_after_it(
    page: RollPage, database: Database
) -> None:
    begin(page)
    press(Qt.Key.Key_Right, times=5)
    go_to(page, "David Örn")
    press(Qt.Key.Key_Down, modifier=SHIFT)
    press(Qt.Key.Key_J)
    assert isinstance(page.panel.part(), GroundForm)
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Return)

    assert (now(page, "David Örn"), now(page, "Eva Asp")) == ("disqualified §\u00a075",) * 2
    assert row(page, "Eva Asp").served == "§§\u00a070–74, 76"
    assert [each.ground for each in page.sheet.meeting.items[5].disqualifications] == ["3", "3"]
    assert row(page, "Jan Rask", stands_in=True).served == "§\u00a075"

    press(Qt.Key.Key_J)
    assert page.sheet.meeting.items[5].disqualifications == ()

    undo.undo(database)
    undo.undo(database)
    undo.undo(database)
    page.reload()
    assert page.sheet.meeting.items[5].disqualifications == ()


def test_whoever_raised_it_is_typed_without_leaving_the_question(page: RollPage) -> None:
    begin(page)
    press(Qt.Key.Key_J)
    type_here("Britta Ek")
    press(Qt.Key.Key_Return)

    (found,) = page.sheet.meeting.items[0].disqualifications
    assert (found.ground, found.raised_by) == ("1", "Britta Ek")


def test_the_chair_lets_another_one_serve_with_a_reason_that_is_typed(page: RollPage) -> None:
    disqualify_eva(page)
    asked = page.panel.part()
    assert isinstance(asked, Chooser)
    assert asked.asked.title == "Who steps in for Eva Asp at §\u00a075?"
    assert [name for _line, name, _told in asked.asked.choices] == [
        "Jan Rask (KD)", "Ida Östh (M)", "Hans Åberg (S)",
    ]  # fmt: skip
    assert "−1\u00a0C" in asked.asked.choices[1][2]
    let_the_next_serve(page)

    (ruling,) = page.sheet.roll.rulings
    assert (ruling.reason, ruling.last) == ("Jan Rask är också jävig", page.sheet.meeting.items[5].id)
    assert row(page, "Ida Östh", stands_in=True).served == "§\u00a075"
    assert QApplication.focusWidget() is page.list


def test_choosing_the_one_proposed_takes_the_decision_back(page: RollPage) -> None:
    disqualify_eva(page)
    let_the_next_serve(page)
    go_to(page, "Eva Asp")
    asked = page.panel.part()
    assert isinstance(asked, Chooser)

    asked.cards.chosen.emit(0)
    settle()

    assert page.sheet.roll.rulings == ()
    assert row(page, "Jan Rask", stands_in=True).served == "§\u00a075"


def test_a_new_person_is_there_after_n_a_name_and_enter(page: RollPage) -> None:
    begin(page)
    press(Qt.Key.Key_Right, times=4)
    press(Qt.Key.Key_N)
    type_here("Kaj Ny")
    press(Qt.Key.Key_Return)

    new = line(page, "Kaj Ny")
    assert (new.role, new.stays[0].first) == (OnRollAs.OTHER, page.sheet.meeting.items[4].id)
    assert in_hand(page) == "Kaj Ny"
    assert QApplication.focusWidget() is page.list

    press(Qt.Key.Key_Delete)
    assert "Kaj Ny" not in [each.name for each in rows(page)]


def test_letters_typed_in_a_line_are_its_own(page: RollPage) -> None:
    begin(page)
    press(Qt.Key.Key_N)
    type_here("agd")
    settle()

    assert page.new._name.words() == "agd"
    assert all(each.stays for each in page.sheet.roll.lines)


def test_a_change_from_elsewhere_leaves_what_is_typed_and_the_caret(
    page: RollPage, database: Database, held: Evening
) -> None:
    begin(page)
    press(Qt.Key.Key_N)
    type_here("Kaj")
    caret = QApplication.focusWidget()
    with database.change("Number") as change:
        change.update("item", held.items[0], title="Ett annat namn")
    page.reload()
    settle()

    assert QApplication.focusWidget() is caret
    assert page.new._name.words() == "Kaj"


def test_a_reason_being_typed_outlives_a_change_from_elsewhere(
    page: RollPage, database: Database, held: Evening
) -> None:
    begin(page)
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_here("Sjuk")
    with database.change("Number") as change:
        change.update("item", held.items[0], number=170)
    page.reload()
    settle()
    type_here("dom")
    press(Qt.Key.Key_Return)

    assert [each.reason for each in page.sheet.roll.rulings] == ["Sjukdom"]


def test_what_breaks_a_rule_is_said_calmly_and_changes_nothing(page: RollPage) -> None:
    begin(page)
    press(Qt.Key.Key_K)
    press(Qt.Key.Key_Return)

    assert page.foot.said != ""
    assert len(line(page, "Åke Öman").stays) == 1


def test_somebody_else_is_sent_by_the_organisation(page: RollPage) -> None:
    begin(page)
    go_to(page, "Eva Asp")
    press(Qt.Key.Key_V)
    type_here("Disa Fält")
    press(Qt.Key.Key_Return)

    sent = line(page, "Disa Fält")
    assert sent.instead_of is not None
    assert sent.instead_of.name == "Eva Asp"


def test_o_says_who_presides_and_why(page: RollPage) -> None:
    begin(page)
    press(Qt.Key.Key_Right, times=3)
    go_to(page, "Cajsa Ål")
    press(Qt.Key.Key_O)
    type_here("Presidiet har lämnat")
    press(Qt.Key.Key_Return)

    assert standing(page.sheet, 3).presides == "Cajsa Ål (S) presides"
    assert standing(page.sheet, 2).presides == "Åke Öman (S) is in the chair"


def test_too_few_is_said_at_once(page: RollPage) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)

    told = standing(page.sheet, 0)
    assert (told.figure, told.tone) == ("1 of 7", "late")
    assert told.sentence.startswith("Not quorate: at least 4 must serve. Six are absent")


def test_undo_gives_back_the_row_and_the_item_in_hand(page: RollPage, database: Database) -> None:
    begin(page)
    press(Qt.Key.Key_Right, times=2)
    go_to(page, "Finn Ask")
    press(Qt.Key.Key_Space)
    undo.undo(database)
    page.reload()

    assert now(page, "Finn Ask") == "present"
    assert in_hand(page) == "Finn Ask"
    assert page.item_id == page.sheet.meeting.items[2].id


def test_a_verified_meeting_is_read_and_not_changed(
    page: RollPage, database: Database, held: Evening
) -> None:
    begin(page)
    with database.change("Verify") as change:
        change.update("meeting", held.meeting, stage="verified")
    page.reload()
    press(Qt.Key.Key_Space)

    assert now(page, "Åke Öman") == "present"
    assert page.foot.said == "The protocol is verified. The roll can be read, but not changed."
    press(Qt.Key.Key_Right)
    assert page.item_id == page.sheet.meeting.items[1].id


def test_the_strip_tells_serving_from_being_there_and_from_disqualification(page: RollPage) -> None:
    disqualify_eva(page)

    eva, jan = row(page, "Eva Asp").strip, row(page, "Jan Rask", stands_in=True).strip
    assert eva is not None
    assert jan is not None
    assert eva.cells[4:] == (Cell.SERVES, Cell.OUT, Cell.SERVES)
    assert jan.cells[4:] == (Cell.PRESENT, Cell.SERVES, Cell.PRESENT)


def test_each_row_is_spoken_as_a_sentence(page: RollPage) -> None:
    begin(page)
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_Space)

    assert row(page, "Hans Åberg", stands_in=True).words == (
        "Hans Åberg (S), steps in, serves, serves §§\u00a070–76"
    )
    assert page.list.currentIndex().data() == "7 Gun Älg (S), absent"


def test_the_arrow_keys_walk_the_rows_and_pass_headings_by(page: RollPage) -> None:
    press(Qt.Key.Key_Down, times=7)

    assert in_hand(page) == "Hans Åberg"


KEYS = {
    "came": (Qt.Key.Key_K, Qt.Key.Key_1),
    "left": (Qt.Key.Key_G, Qt.Key.Key_4),
    "remotely": (Qt.Key.Key_D,),
    "absence told": (Qt.Key.Key_F,),
    "present or not": (Qt.Key.Key_Space,),
    "disqualified": (Qt.Key.Key_J, Qt.Key.Key_Return),
}


@pytest.mark.parametrize("what", KEYS)
def test_a_key_on_several_rows_is_one_step(page: RollPage, database: Database, what: str) -> None:
    begin(page)
    go_to(page, "Cajsa Ål")
    press(Qt.Key.Key_Down, times=2, modifier=SHIFT)
    if what == "came":
        press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right, times=2)
    before = page.sheet.roll, page.sheet.meeting

    for key in KEYS[what]:
        press(key)
    assert (page.sheet.roll, page.sheet.meeting) != before
    undo.undo(database)
    page.reload()

    assert (page.sheet.roll, page.sheet.meeting) == before
