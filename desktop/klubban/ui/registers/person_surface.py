"""Somebody's page: what is known of them, and their seats in all bodies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.operations.people import change_person
from klubban.ui.registers import days, words
from klubban.ui.registers.sheet import Registers, alike
from klubban.ui.registers.surface import RegisterSurface
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from klubban.domain.body import Body, Person, Seat
    from klubban.store.database import Database

_INSET = 6
"""From the ring of a link to its words."""


class PersonSurface(RegisterSurface[Registers]):
    """Shows somebody. What is said anew here is known everywhere; minutes keep the name of their day."""

    body_asked = Signal(int)
    person_asked = Signal(int)

    def __init__(self, database: Database, registers: Registers, person: Person, today: date) -> None:
        super().__init__(person.name, locked=database.read_only)
        self._database, self._registers, self._today = database, registers, today
        self.person_id = person.id
        self.add(self._field("name", _("Name"), role="title"))
        self._about = Text(
            _("Changes show everywhere but in protocols that are already written."),
            "item",
            QUIET,
            wrap=True,
        )
        self._about.setContentsMargins(0, 2, 0, 12)
        self.add(self._about)
        self._twins = QWidget()
        self._twin_column = QVBoxLayout(self._twins)
        spaced(self._twin_column, gap=4)
        self._twin_section = Section(_("Alike"), self._twins, _INSET)
        self.add(self._twin_section)
        for name, label in _labels():
            shown = bool(getattr(person, name))
            self.add_optional(name, label, self._field(name, label), shown=shown)
        self._seats = QWidget()
        self._seats_shown: tuple[list[Seat], tuple[Body, ...]] | None = None
        self._seat_column = QVBoxLayout(self._seats)
        spaced(self._seat_column, gap=4)
        self.add(Section(_("Seats"), self._seats, _INSET))
        self.add_missing()
        self.end()
        self._show_derived()

    def take(self, registers: Registers) -> None:
        """Show what the store holds now, without touching what is being typed."""
        self._registers = registers
        self.take_fields(registers)
        self._show_derived()

    def _field(self, name: str, label: str, role: str = "body") -> QWidget:
        def of(registers: Registers) -> str:
            person = registers.person(self.person_id)
            return getattr(person, name) or "" if person else ""

        def save(typed: str, run: str) -> None:
            change_person(self._database, self.person_id, run=run, **{name: typed})

        if name == "address":
            return self.text(name, label, self._registers, of, save, gap=0)
        hint = label if role == "title" else ""
        return self.line(name, label, self._registers, of, save, role=role, hint=hint)

    def _show_derived(self) -> None:
        """Show the seats, and others who may be the same person."""
        emptied(self._twin_column)
        person = self._registers.person(self.person_id)
        if person is None:
            return
        twins = alike(self._registers.people, person)
        for twin in twins:
            told = _("There is another {name}. If it is the same person, use only one of them.")
            note = told.format(name=words.person_line(twin))
            self._twin_column.addWidget(_line(note, twin.name, partial(self.person_asked.emit, twin.id)))
        self._twin_section.setVisible(bool(twins))
        self._show_seats()

    def _show_seats(self) -> None:
        """List the seats, those of today first."""
        own = [seat for seat in self._registers.seats if seat.person == self.person_id]
        own.sort(key=lambda seat: (not seat.covers(self._today), -(seat.to_date or self._today).toordinal()))
        shown = (own, self._registers.bodies)
        if shown == self._seats_shown:  # what is not made anew keeps the keyboard
            return
        self._seats_shown = shown
        emptied(self._seat_column)
        for seat in own:
            body = self._registers.body(seat.body)
            if body is None:
                continue
            parts = [words.role(seat.role), seat.represents or "", days.term(seat), seat.note or ""]
            act = partial(self.body_asked.emit, body.id)
            pill = Pill(_("ended"), "plain") if seat.to_date and seat.to_date < self._today else None
            self._seat_column.addWidget(_line(" · ".join(filter(None, parts)), body.name, act, pill))
        if not own:
            empty = Text(_("No seat in any body."), wrap=True)
            empty.setContentsMargins(_INSET, 0, 0, 0)
            self._seat_column.addWidget(empty)
        held = {seat.body for seat in own if not seat.to_date or seat.to_date >= self._today}
        others = [body for body in self._registers.bodies if body.id not in held]
        if others and not self._locked:
            self._seat_column.addWidget(self._offer(others))
        self._walk_as_read()

    def _walk_as_read(self) -> None:
        """Let Tab come to the seats, which are made anew, before what stands below them."""
        before: QWidget = list(self._fields.values())[-1].editor
        for link in self._seats.findChildren(Link):
            self.setTabOrder(before, link)
            before = link

    def _offer(self, bodies: Sequence[Body]) -> QWidget:
        """Return links to bodies, where seats are given."""
        whole, line = QWidget(), QWidget()
        column, flow = QVBoxLayout(whole), FlowLayout(line, 4)
        spaced(column)
        label = Text(_("Give a seat in"), "small", QUIET)
        label.setContentsMargins(_INSET, 4, 0, 0)
        for body in bodies:
            link = Link(body.name, "item")
            link.setAccessibleName(_("Give a seat in {body}").format(body=words.inside(body.name)))
            link.clicked.connect(partial(self.body_asked.emit, body.id))
            flow.addWidget(link)
        column.addWidget(label)
        column.addWidget(line)
        return whole


def _labels() -> tuple[tuple[str, str], ...]:
    return (
        ("party", _("Party")),
        ("organisation", _("Organisation")),
        ("title", _("Title or office")),
        ("email", _("E-mail")),
        ("phone", _("Phone")),
        ("address", _("Postal address")),
    )


def _line(told: str, name: str, act: Callable[[], object], pill: Pill | None = None) -> QWidget:
    """Return a name that leads somewhere, with words below it."""
    whole = QWidget()
    column, row = QVBoxLayout(whole), QHBoxLayout()
    spaced(column)
    spaced(row, gap=8)
    link = Link(name, "strong")
    link.clicked.connect(act)
    row.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    if pill is not None:
        row.addWidget(pill, 0, TOP)
    row.addStretch()
    column.addLayout(row)
    below = Text(told, "small", QUIET, wrap=True)
    below.setContentsMargins(_INSET, 0, 0, 4)
    column.addWidget(below)
    return whole
