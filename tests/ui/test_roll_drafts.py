"""What is typed in the roll's panel and not entered waits with its question, whatever is done meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from klubban.operations import undo
from klubban.ui.roll.choosing import Chooser
from klubban.ui.roll.forms import GroundForm, LineForm
from klubban.ui.roll.page import RollPage
from ui.at_the_table import begin, disqualify_eva, go_to, open_page, press, type_here
from ui.evening import Evening, evening
from ui.helpers import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database

WAITS = "What you typed is not noted yet; it waits where you typed it."


@pytest.fixture
def held(database: Database) -> Evening:
    return evening(database)


@pytest.fixture
def page(qtbot: QtBot, database: Database, held: Evening) -> RollPage:
    return open_page(qtbot, database, held.meeting)


def walk_to(page: RollPage, name: str) -> None:
    """Go to another row as a click does: the keyboard leaves the panel."""
    page.list.setFocus()
    go_to(page, name)
    settle()


def type_a_reason(page: RollPage) -> None:
    """Begin to type why Jan Rask, and not the one proposed, serves for Eva Asp."""
    disqualify_eva(page)
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_here("Jan Rask är")


def test_a_reason_waits_while_another_row_is_in_hand(page: RollPage) -> None:
    type_a_reason(page)

    walk_to(page, "Gun Älg")
    assert page.foot.said == WAITS
    walk_to(page, "Eva Asp")
    press(Qt.Key.Key_E)
    type_here(" också jävig")
    press(Qt.Key.Key_Return)

    assert [each.reason for each in page.sheet.roll.rulings] == ["Jan Rask är också jävig"]
    assert page.foot.said == ""


def test_a_reason_waits_while_another_item_is_in_hand(page: RollPage) -> None:
    type_a_reason(page)

    page.list.setFocus()
    press(Qt.Key.Key_Right)
    assert page.foot.said == WAITS
    press(Qt.Key.Key_Left)

    part = page.panel.part()
    assert isinstance(part, Chooser)
    assert part.typed()[1] == "Jan Rask är"
    assert part.cards.cards[1].isVisible()


def test_a_reason_for_a_seat_whose_member_serves_waits_as_well(page: RollPage) -> None:
    begin(page)
    go_to(page, "Eva Asp")
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_here("Eva bad")

    walk_to(page, "Gun Älg")
    walk_to(page, "Eva Asp")

    part = page.panel.part()
    assert isinstance(part, Chooser)
    assert part.typed()[1] == "Eva bad"


def test_a_reason_goes_along_to_another_card(page: RollPage) -> None:
    type_a_reason(page)

    page.panel.part().enter()  # type: ignore[union-attr]
    part = page.panel.part()
    assert isinstance(part, Chooser)
    part.cards.cards[2].click()

    assert part.typed()[1] == "Jan Rask är"


def test_escape_gives_up_what_is_typed(page: RollPage) -> None:
    type_a_reason(page)

    press(Qt.Key.Key_Escape)
    walk_to(page, "Gun Älg")
    walk_to(page, "Eva Asp")

    part = page.panel.part()
    assert isinstance(part, Chooser)
    assert part.typed()[1] == ""
    assert page.foot.said == ""


def test_an_undo_leaves_what_is_typed(page: RollPage, database: Database) -> None:
    type_a_reason(page)

    undo.undo(database)
    page.reload()
    type_here(" jävig")

    part = page.panel.part()
    assert isinstance(part, Chooser)
    assert part.typed()[1] == "Jan Rask är jävig"


def test_why_somebody_presides_waits_until_o_is_pressed_again(page: RollPage) -> None:
    begin(page)
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_O)
    type_here("Ordföranden")

    walk_to(page, "Eva Asp")
    assert page.foot.said == WAITS
    press(Qt.Key.Key_O)
    other = page.panel.part()
    assert isinstance(other, LineForm)
    assert other.entry.words() == ""
    press(Qt.Key.Key_Escape)
    walk_to(page, "Gun Älg")
    press(Qt.Key.Key_O)

    part = page.panel.part()
    assert isinstance(part, LineForm)
    assert part.entry.words() == "Ordföranden"


def test_who_raised_it_waits_until_j_is_pressed_again(page: RollPage) -> None:
    begin(page)
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_J)
    type_here("Eva Asp")

    walk_to(page, "Eva Asp")
    walk_to(page, "Gun Älg")
    press(Qt.Key.Key_J)

    part = page.panel.part()
    assert isinstance(part, GroundForm)
    press(Qt.Key.Key_Return)
    [noted] = page.sheet.meeting.items[page.place].disqualifications
    assert noted.raised_by == "Eva Asp"
