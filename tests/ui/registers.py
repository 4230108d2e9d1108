"""An office with a council, a committee and people in their seats, for the tests of the registers' pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from klubban.domain.body import SeatRole
from klubban.domain.rules import BodyKind
from klubban.operations.bodies import add_body
from klubban.operations.people import add_person
from klubban.operations.seats import add_seat
from klubban.store import reads
from klubban.ui.widgets.buttons import Link
from ui.helpers import settle, type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from klubban.domain.body import Body, Seat
    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage
    from klubban.ui.registers.body_surface import BodySurface
    from klubban.ui.registers.form import Form
    from klubban.ui.widgets.editors import GrowingEditor

FIRST, LAST = date(2023, 1, 1), date(2099, 12, 31)


@dataclass(frozen=True)
class Office:
    """Ids of what was added."""

    committee: int
    people: tuple[int, ...]
    seats: tuple[int, ...]


def furnish(database: Database) -> Office:
    """Add Tekniska nämnden with a chair, two members and two alternates."""
    committee = add_body(database, "Tekniska nämnden", BodyKind.COMMITTEE, short="TN", seats=3)
    names = ("Åsa Öman", "Bo Ek", "Cajsa Ål", "Örjan Ask", "Dan Lind")
    people = tuple(add_person(database, name, party="S") for name in names)
    roles = (SeatRole.CHAIR, SeatRole.MEMBER, SeatRole.MEMBER, SeatRole.ALTERNATE, SeatRole.ALTERNATE)
    seats = tuple(
        add_seat(database, committee, role, person_id=person, from_date=FIRST, to_date=LAST)
        for role, person in zip(roles, people, strict=True)
    )
    return Office(committee, people, seats)


def body(database: Database, body_id: int) -> Body:
    """Return a body as the file has it."""
    with database.read() as read:
        return next(each for each in reads.bodies(read) if each.id == body_id)


def seats(database: Database, body_id: int) -> list[Seat]:
    """Return the seats of a body as the file has them."""
    with database.read() as read:
        return [each for each in reads.seats(read) if each.body == body_id]


def opened(page: FilePage, body_id: int) -> BodySurface:
    """Return the page of a body, once it is shown."""
    from klubban.ui.registers.body_surface import BodySurface

    page.show_body(body_id)
    settle()
    surface = page.registers.surface
    assert isinstance(surface, BodySurface)
    return surface


def editor(surface: BodySurface, name: str) -> GrowingEditor:
    """Return what a field is typed in."""
    return surface._fields[name].editor


def form_in(widget: QWidget) -> Form:
    """Return the form that is open."""
    from klubban.ui.registers.form import Form

    (found,) = (each for each in widget.findChildren(Form) if each.isVisible())
    return found


def focused() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def write(field: GrowingEditor, words: str) -> None:
    """Type other words in the place of those in a field."""
    field.setFocus()
    field.selectAll()
    type_text(field, words)


def link(widget: QWidget, words: str) -> Link:
    """Return the link with some words that is seen in a widget."""
    return next(each for each in widget.findChildren(Link) if each.text() == words and each.isVisible())
