"""What the roll says in few words: the strip, its legend, who serves in a seat, the keys at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from klubban.domain.service import OrderOfCall
from klubban.ui.roll import keys, words
from klubban.ui.roll.choosing import Chooser
from klubban.ui.roll.legend import Legend
from klubban.ui.roll.person_row import Columns, PersonDelegate
from klubban.ui.roll.strip import place_at
from klubban.ui.widgets.key_foot import KeyFoot
from ui.at_the_table import begin, disqualify_eva, go_to, now, open_page, press, row
from ui.evening import evening
from ui.helpers import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database
    from klubban.ui.roll.page import RollPage


@pytest.fixture
def page(qtbot: QtBot, database: Database) -> RollPage:
    return open_page(qtbot, database, evening(database).meeting)


# --- who serves in a seat


def test_e_for_a_member_who_serves_asks_who_serves_and_proposes_nobody(page: RollPage) -> None:
    begin(page)
    go_to(page, "Gun Älg")
    assert not isinstance(page.panel.part(), Chooser)
    press(Qt.Key.Key_E)
    asked = page.panel.part()
    assert isinstance(asked, Chooser)

    assert asked.asked.title == "Who serves in Gun Älg’s seat, §\u00a070?"
    assert not [card for card in asked.cards.cards if "proposed" in card.accessibleName()]
    assert asked.asked.choices[1][1:] == ("Hans Åberg (S)", "Next in order for S.")


def test_an_alternate_of_the_members_party_who_is_absent_is_named(page: RollPage) -> None:
    begin(page)
    go_to(page, "Hans Åberg")
    press(Qt.Key.Key_Space)
    go_to(page, "Gun Älg")
    press(Qt.Key.Key_Space)
    asked = page.panel.part()
    assert isinstance(asked, Chooser)

    assert asked.asked.told == "Hans Åberg (S) is absent."
    assert page.sheet.meeting.body.rules.alternates is OrderOfCall.PARTY_CHAIN


def test_who_comes_later_in_the_order_is_said_to_be_next(page: RollPage) -> None:
    disqualify_eva(page)
    asked = page.panel.part()
    assert isinstance(asked, Chooser)

    assert asked.asked.choices[1][2].startswith("Next in the order of call.")


def test_an_alternate_there_who_does_not_serve_says_so(page: RollPage) -> None:
    begin(page)
    assert now(page, "Ida Östh") == "not serving"
    assert now(page, "Tor Blom") == "present"


def test_the_absent_alternate_is_named_when_one_of_another_party_has_begun_to_serve(page: RollPage) -> None:
    begin(page)
    go_to(page, "Hans Åberg")
    press(Qt.Key.Key_Space)
    go_to(page, "Cajsa Ål")
    press(Qt.Key.Key_Space)
    asked = page.panel.part()
    assert isinstance(asked, Chooser)

    assert "Hans Åberg (S) is absent." in asked.asked.told


# --- the strip


def test_a_row_tells_readers_what_its_strip_shows(page: RollPage) -> None:
    disqualify_eva(page)
    press(Qt.Key.Key_Left, times=3)
    press(Qt.Key.Key_D)

    told = row(page, "Eva Asp").words
    assert "serves §§\u00a070–74, 76" in told
    assert "disqualified §\u00a075" in told
    assert "remotely §§\u00a072–76" in told


def test_the_cell_under_the_pointer_says_what_it_means(page: RollPage) -> None:
    disqualify_eva(page)
    delegate = page.list.itemDelegate()
    assert isinstance(delegate, PersonDelegate)
    box = QRectF(0, 0, 900, 36)
    strip = Columns.of(box.adjusted(0, 0, 0, -1)).strip
    cell = QPointF(strip.left() + strip.width() * 5.5 / 7, strip.center().y())

    assert delegate.told_at(row(page, "Eva Asp"), box, cell) == (
        "§\u00a075 Försäljning av Ekby 1:7: disqualified"
    )
    assert delegate.told_at(row(page, "Eva Asp"), box, QPointF(5, 5)) == ""


def test_a_point_beside_the_strip_is_no_place() -> None:
    strip = QRectF(100, 0, 70, 14)
    found = [place_at(strip, x, 7) for x in (99.9, 100, 169.9, 170)]
    assert found == [None, 0, 6, None]


def test_the_legend_names_each_pattern_while_there_are_strips(page: RollPage) -> None:
    (legend,) = page.findChildren(Legend)
    assert not legend.isVisible()
    begin(page)

    assert legend.isVisible()
    assert legend.accessibleName() == "serves, present, remotely, disqualified"


def test_items_without_a_number_are_told_by_their_place(page: RollPage, database: Database) -> None:
    with database.change("Take numbers away") as change:
        for id_ in [item.id for item in page.sheet.meeting.items[4:]]:
            change.update("item", id_, number=None)
    page.reload()

    assert words.signs(page.sheet, (0, 1, 4, 5), short=True) == "§§\u00a070–71, item 5–6"
    assert words.signs(page.sheet, range(7), short=True) == "all"


# --- the page


def test_the_heads_stand_over_their_columns_when_the_list_has_a_scroll_bar(page: RollPage) -> None:
    begin(page)
    page.resize(1000, 420)
    settle()
    shown = page.list.visualRect(page.list.rows.index(0, 0))

    assert page.list.verticalScrollBar().maximum() > 0
    assert page._head.row_width == shown.width()


def test_the_keys_of_a_begun_roll_take_two_lines_beside_the_rail_at_1280(qtbot: QtBot) -> None:
    foot = KeyFoot("Keys")
    qtbot.addWidget(foot)
    foot.show_saved("Saved 10.30.15 · Undo: note that Eva Asp (C) is absent", "Ctrl+Z")
    foot.resize(1064, 60)
    foot.show()
    foot.show_keys(keys.names(begun=True, readable_only=False))
    settle()

    assert foot.keys.lines(foot.keys.width()) == 2
