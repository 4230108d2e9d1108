"""What comes by itself on a body's agendas, set up on its page by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from klubban.domain.agenda import ItemKind, StandingItem
from klubban.domain.text import from_plain
from klubban.operations.bodies import put_meeting_type
from klubban.operations.standing_items import put_standing_item
from klubban.store import agendas
from klubban.ui.registers.standing_form import StandingForm
from klubban.ui.registers.standing_words import told
from klubban.ui.widgets.basics import Text
from ui.helpers import press, settle, type_text
from ui.registers import Office, focused, form_in, link, opened

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage
    from klubban.ui.registers.body_surface import BodySurface

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def template(database: Database, body: int) -> list[str]:
    """Return what comes by itself."""
    with database.read() as read:
        return [each.title for each in agendas.standing_items(read, body)]


def texts(widget: QWidget) -> list[str]:
    """Return the words that are seen."""
    return [each.text() for each in widget.findChildren(Text) if each.isVisibleTo(widget)]


def form(surface: BodySurface) -> StandingForm:
    """Return the form that is open."""
    found = form_in(surface.standing)
    assert isinstance(found, StandingForm)
    return found


def test_a_standing_item_is_asked_for_typed_and_told_in_words(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    link(surface, "Standing items").click()
    link(surface.standing, "New standing item …").click()
    type_text(focused(), "Årsredovisning")
    found = form(surface)
    found.kind.chips[4].click()
    found.months.chips[2].click()
    found.closing.chips[1].click()
    found.go_to("minutes")
    type_text(focused(), "20")
    found.go_to("source")
    type_text(focused(), "KL 11 kap. 20 §")
    press(focused(), Qt.Key.Key_Return)
    settle()

    assert template(office, bodies.committee) == ["Årsredovisning"]
    assert "item for decision · March · 20 min · last · KL 11 kap. 20 §" in texts(surface.standing)
    page.undo()
    settle()
    assert template(office, bodies.committee) == []
    assert page._pages.currentWidget() is page.registers


def test_keys_move_the_item_that_they_are_at_and_stay_with_it(
    page: FilePage, office: Database, bodies: Office
) -> None:
    for title in ("A", "B", "C"):
        put_standing_item(office, bodies.committee, None, title=title)
    surface = opened(page, bodies.committee)
    first = surface.standing.items[0].id
    surface.standing._lines[first].change.setFocus()

    for _step in range(3):
        press(focused(), Qt.Key.Key_Down, ALT_SHIFT)
        settle()
    assert template(office, bodies.committee) == ["B", "C", "A"]
    assert focused() is surface.standing._lines[first].change
    press(focused(), Qt.Key.Key_Up, ALT_SHIFT)
    settle()

    assert template(office, bodies.committee) == ["B", "A", "C"]


def test_an_item_is_moved_from_its_form_changed_and_taken_away(
    page: FilePage, office: Database, bodies: Office
) -> None:
    large = put_meeting_type(office, bodies.committee, None, "Utökat", 2)
    for title in ("A", "B"):
        put_standing_item(office, bodies.committee, None, title=title)
    surface = opened(page, bodies.committee)
    second = surface.standing.items[1].id
    surface.standing._lines[second].change.click()
    link(form(surface), "Move up").click()
    settle()
    assert template(office, bodies.committee) == ["B", "A"]
    surface.standing._lines[second].change.click()
    form(surface).type.chips[1].click()
    form(surface).button.click()
    settle()

    assert surface.standing.items[0].meeting_type == large
    assert "each meeting · Utökat" in texts(surface.standing)
    surface.standing._lines[second].remove.click()
    settle()
    assert template(office, bodies.committee) == ["A"]


def test_who_presents_an_item_and_what_is_proposed_are_kept(page: FilePage, bodies: Office) -> None:
    surface = opened(page, bodies.committee)
    link(surface, "Standing items").click()
    link(surface.standing, "New standing item …").click()
    type_text(focused(), "Ekonomi")
    found = form(surface)
    type_text(found.presenters, "Åsa Öman, ekonomichef")
    press(found.presenters, Qt.Key.Key_Return)
    type_text(found.presenters, "Bo Ek")
    type_text(found.proposal, "Uppföljningen noteras.")
    found.button.click()
    settle()

    (made,) = surface.standing.items
    assert made.presenters == ("Åsa Öman, ekonomichef", "Bo Ek")
    assert made.proposal == from_plain("Uppföljningen noteras.")
    surface.standing._lines[made.id].change.click()
    assert form(surface).presenters.items() == made.presenters
    assert form(surface).proposal.blocks() == made.proposal
    press(form(surface).proposal, Qt.Key.Key_Escape)
    settle()
    assert not [each for each in surface.findChildren(StandingForm) if each.isVisible()]


def test_minutes_that_are_no_number_are_said_in_the_form_which_stays(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    link(surface, "Standing items").click()
    link(surface.standing, "New standing item …").click()
    type_text(focused(), "Upprop")
    form(surface).go_to("minutes")
    type_text(focused(), "fem")
    form(surface).submit()

    assert "Write the minutes as a whole number, in digits" in texts(form(surface))
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    settle()
    assert template(office, bodies.committee) == []
    assert not surface.standing.findChildren(StandingForm)


def test_months_are_told_in_words() -> None:
    one = StandingItem(id=1, title="A", kind=ItemKind.REPORT, months=(3, 6, 10))

    assert told(one, {}) == "report · March, June and October"
