"""People: found as one types, said anew once and known everywhere; new bodies and people; the way about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from klubban.domain.rules import BodyKind
from klubban.operations.people import add_person, change_person
from klubban.store import reads
from klubban.store.database import Database
from klubban.ui.file_page import FilePage
from klubban.ui.registers.new_surfaces import EmptyRegisters, NewBody, NewPerson
from klubban.ui.registers.person_surface import PersonSurface
from klubban.ui.widgets.basics import Text
from ui.helpers import press, settle, type_text
from ui.registers import Office, body, editor, focused, opened
from ui.test_accessibility import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def listed(page: FilePage) -> list[str]:
    rows = page.registers.column.list.rows
    return [row.words for n in range(rows.rowCount()) if (row := rows.row(n)) and not row.heading]


def texts(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(Text) if each.isVisibleTo(widget)]


@pytest.mark.usefixtures("bodies")
def test_one_key_leads_to_the_search_from_anywhere(page: FilePage) -> None:
    QTest.keyClick(page, Qt.Key.Key_F7)
    settle()

    assert page._pages.currentWidget() is page.registers
    assert focused() is page.registers.column.search.line


@pytest.mark.usefixtures("bodies")
def test_a_search_finds_beginnings_of_names_first_and_knows_the_swedish_letters(page: FilePage) -> None:
    page.show_registers()
    type_text(focused(), "å")
    assert listed(page)[:2] == ["Cajsa Ål (S)", "Åsa Öman (S)"]
    press(focused(), Qt.Key.Key_Escape)
    people = listed(page)[2:]

    assert people.index("Örjan Ask (S)") < people.index("Bo Ek (S)") < people.index("Cajsa Ål (S)")
    assert people[-1] == "Åsa Öman (S)"


def test_enter_in_the_search_shows_the_first_who_is_found(page: FilePage, bodies: Office) -> None:
    page.show_registers()
    type_text(focused(), "örj")
    press(focused(), ENTER)
    settle()

    assert page.registers.thing == ("person", bodies.people[3])
    assert page.rail.registers.here


def test_what_is_said_of_somebody_is_known_on_the_bodys_page(page: FilePage, bodies: Office) -> None:
    page.show_person(bodies.people[1])
    settle()
    surface = page.registers.surface
    assert isinstance(surface, PersonSurface)
    name = surface._fields["name"].editor
    name.setFocus()
    name.selectAll()
    type_text(name, "Bo Eklund")
    settle()

    rows = opened(page, bodies.committee).seats.rows
    assert rows[1].text().startswith("Bo Eklund (S)")


def test_undo_leads_to_the_person_it_concerns(page: FilePage, office: Database, bodies: Office) -> None:
    change_person(office, bodies.people[2], phone="0123")
    settle()
    page.undo()
    settle()

    assert page.registers.thing == ("person", bodies.people[2])


def test_two_alike_are_pointed_out(page: FilePage, office: Database, bodies: Office) -> None:
    add_person(office, "Bo Ek", organisation="Polisen")
    page.show_person(bodies.people[1])
    settle()

    assert any(told.startswith("There is another Bo Ek, Polisen.") for told in texts(page.registers))


def test_an_address_is_written_and_the_body_reached_by_keys_in_the_order_of_reading(
    page: FilePage, office: Database, bodies: Office
) -> None:
    page.show_person(bodies.people[0])
    settle()
    surface = page.registers.surface
    assert isinstance(surface, PersonSurface)
    assert "Chair · 2023–2099" in texts(surface)
    surface.ask_for("address")
    type_text(surface._fields["address"].editor, "Storgatan 1")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    settle()
    press(focused(), Qt.Key.Key_Return)
    settle()

    with office.read() as read:
        assert {each.address for each in reads.people(read) if each.id == bodies.people[0]} == {"Storgatan 1"}
    assert page.registers.body_id == bodies.committee
    assert focused().accessibleName() == "Name"
    assert page.rail.list.currentIndex().data() == "Tekniska nämnden"


def test_a_new_body_is_added_by_keys(page: FilePage, office: Database) -> None:
    page.show_registers()
    page.registers.ask_for_body()
    surface = page.registers.surface
    assert isinstance(surface, NewBody)
    type_text(focused(), "Trygghetsrådet")
    for _ in range(3):
        press(focused(), ENTER)
    surface.form.submit()
    assert "Choose a kind; it says which rules the body begins with" in texts(surface)
    surface.kinds.enter()
    for _ in range(3):
        press(focused(), Qt.Key.Key_Down)
    press(focused(), ENTER)
    press(focused(), Qt.Key.Key_Space)
    settle()

    made = page.registers.body_id
    assert made is not None
    assert body(office, made).name == "Trygghetsrådet"
    assert body(office, made).kind is BodyKind.COUNCIL


@pytest.mark.usefixtures("bodies")
def test_a_new_person_who_is_known_already_is_pointed_out_before(page: FilePage) -> None:
    page.show_registers()
    page.registers.ask_for_person()
    surface = page.registers.surface
    assert isinstance(surface, NewPerson)
    type_text(focused(), "Bo Ek")
    assert "In the register already: Bo Ek (S)." in texts(surface)
    type_text(focused(), "man")
    assert not any("already" in told for told in texts(surface))
    surface.form.submit()
    settle()

    assert isinstance(page.registers.surface, PersonSurface)


def test_an_empty_file_says_what_to_do_first(qtbot: QtBot, path: Path, settings: Settings) -> None:
    database = Database.create(path, "Anna Berg")
    page = FilePage(database, settings)
    qtbot.addWidget(page)
    page.show()
    page.show_registers()
    settle()

    assert isinstance(page.registers.surface, EmptyRegisters)
    assert "No bodies yet" in texts(page.registers)
    page.stop()
    database.close()


def test_no_part_of_the_registers_is_ever_a_window_of_its_own(page: FilePage, bodies: Office) -> None:
    shown: list[QWidget] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr] # there is one
    surface = opened(page, bodies.committee)
    surface.seats.open(bodies.seats[1])
    page.show_person(bodies.people[0])
    page.registers.ask_for_body()
    page.registers.ask_for_person()
    QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr] # there is one

    assert shown == []


def test_a_file_without_meetings_offers_a_body(qtbot: QtBot, path: Path, settings: Settings) -> None:
    database = Database.create(path, "Anna Berg")
    page = FilePage(database, settings)
    qtbot.addWidget(page)
    page.show()
    page._empty.body_asked.emit()
    settle()

    assert isinstance(page.registers.surface, NewBody)
    assert page._pages.currentWidget() is page.registers
    page.stop()
    database.close()


def test_everything_in_the_registers_has_a_name(page: FilePage, bodies: Office) -> None:
    surface = opened(page, bodies.committee)
    surface.seats.open(bodies.seats[3])
    surface.rules.lines["quorum"].open()
    settle()
    assert nameless(page) == []
    page.show_person(bodies.people[0])
    settle()
    assert nameless(page) == []


def test_f6_goes_round_rail_list_and_page(page: FilePage, bodies: Office) -> None:
    surface = opened(page, bodies.committee)
    page.rail.list.setFocus()
    seen = []
    for _ in range(3):
        page.keys.go_round(1)
        seen.append(QApplication.focusWidget())

    assert seen == [page.registers.column.list, editor(surface, "name"), page.rail.list]


def test_the_rail_leads_to_a_body_and_back_to_a_meeting(page: FilePage, bodies: Office) -> None:
    page.rail.choose_body(bodies.committee)
    settle()
    assert page.registers.body_id == bodies.committee
    page.rail.choose(1)
    settle()

    assert page._pages.currentWidget() is page.meeting


def test_undo_of_a_body_that_was_added_leaves_its_page(page: FilePage) -> None:
    page.show_registers()
    page.registers.ask_for_body()
    surface = page.registers.surface
    assert isinstance(surface, NewBody)
    surface._kind = BodyKind.GROUP
    type_text(focused(), "Gruppen")
    surface.form.submit()
    settle()
    made = page.registers.body_id
    page.undo()
    settle()

    assert page.registers.body_id not in (None, made)
