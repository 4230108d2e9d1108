"""What is begun in a body's seats and not done yet stays while the body changes elsewhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.operations.seats import remove_seat
from ui.helpers import press, settle, type_text
from ui.registers import Office, editor, focused, form_in, link, opened, seats, write

if TYPE_CHECKING:
    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage

ENTER = Qt.Key.Key_Return


def test_a_resignation_that_is_begun_stays_when_the_body_changes_elsewhere(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.seats.open(bodies.seats[1])
    link(surface.seats, "Resignation …").click()
    write(form_in(surface)._lines["day"], "2024-03-31")
    press(focused(), ENTER)
    type_text(focused(), "KF § ")
    remove_seat(office, bodies.seats[4])
    settle()
    type_text(focused(), "12")
    press(focused(), ENTER)
    settle()

    found = seats(office, bodies.committee)
    assert (found[1].to_date, found[1].note) == (date(2024, 3, 31), "KF § 12")


def test_words_in_a_seat_that_cannot_be_saved_stay_when_the_body_changes_elsewhere(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    surface.seats.open(bodies.seats[1])
    field = editor(surface, "seat.to")
    write(field, "nyår")
    remove_seat(office, bodies.seats[4])
    settle()

    assert surface.seats.opened is not None
    assert field.isVisible()
    assert surface.seats.rows[1].y() < surface.seats.opened.y() < surface.seats.rows[2].y()
    assert not surface.flush()
    write(field, "2025-06-30")
    assert surface.flush()
    assert seats(office, bodies.committee)[1].to_date == date(2025, 6, 30)


def test_a_new_seat_that_is_begun_stays_when_the_body_changes_elsewhere(
    page: FilePage, office: Database, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    link(surface.seats, "New seat …").click()
    link(surface.seats, "Secretary").click()
    type_text(focused(), "Nils Öst")
    remove_seat(office, bodies.seats[4])
    settle()
    type_text(focused(), "erman")
    form_in(surface).submit()
    settle()

    added = seats(office, bodies.committee)[-1]
    assert page.registers._registers.person(added.person).name == "Nils Österman"  # type: ignore[union-attr]
    assert focused().seat.id == added.id  # type: ignore[attr-defined] # the line of the new seat


def test_escape_in_the_form_of_a_new_seat_leads_back_to_where_it_was_asked_for(
    page: FilePage, bodies: Office
) -> None:
    surface = opened(page, bodies.committee)
    link(surface.seats, "New seat …").click()
    link(surface.seats, "Secretary").click()
    press(focused(), Qt.Key.Key_Escape)

    assert focused() is link(surface.seats, "New seat …")
