"""The registers: the list of bodies and people, and the page of one of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.rules import BodyKind
from klubban.i18n import _, ngettext
from klubban.ui.clock import today
from klubban.ui.registers import column
from klubban.ui.registers.address_surface import AddressSurface
from klubban.ui.registers.body_surface import BodySurface
from klubban.ui.registers.column import RegisterColumn
from klubban.ui.registers.counting import counted
from klubban.ui.registers.export import BodyExporter
from klubban.ui.registers.import_page import ImportPage
from klubban.ui.registers.new_surfaces import EmptyRegisters, NewBody, NewPerson
from klubban.ui.registers.person_surface import PersonSurface
from klubban.ui.registers.sheet import Registers, Sheet
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import QUIET, Rule, Short, spaced
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_foot import KeyFoot, KeyName

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.store.tables import Thing
    from klubban.ui.typesetter import Typesetter

Shown: TypeAlias = (
    BodySurface | PersonSurface | NewBody | NewPerson | ImportPage | AddressSurface | EmptyRegisters
)

_BY_TERMS = (BodyKind.COUNCIL, BodyKind.FORUM, BodyKind.GROUP)
"""Kinds that work by their terms of reference; the others have rules of procedure (reglemente)."""
_TIGHT = 700
"""A page narrower than this has a narrow list."""


class RegistersPage(QWidget):
    """Header, list, the page of what is chosen, and foot."""

    saved = Signal()
    failed = Signal(Exception)
    turned = Signal()
    """Another body or person is shown."""
    statistics_asked = Signal(int)

    def __init__(
        self,
        database: Database,
        settings: Settings,
        typesetter: Typesetter,
        clock: Callable[[], date] = today,
    ) -> None:
        super().__init__()
        self._database, self._clock = database, clock
        self._registers = Registers.of(database)
        self._surface: Shown | None = None
        self.foot, self.banner = KeyFoot(_("State")), Banner()
        self.exporter = BodyExporter(database, settings, typesetter, self.foot)
        self.column = RegisterColumn(locked=database.read_only)
        self._build()
        self.column.chosen.connect(self._choose)
        self.column.new_body_asked.connect(self.ask_for_body)
        self.column.new_person_asked.connect(self.ask_for_person)
        self.column.addresses_asked.connect(self.show_addresses)

    def _build(self) -> None:
        self._about = Short("", "item", QUIET)
        self._statistics = Button(_("Attendance statistics"))
        self._statistics.clicked.connect(self._ask_for_statistics)
        self._chief = Button(_("Export the terms of reference"), chief=True)
        self._chief.setToolTip("Ctrl+E")
        self._chief.clicked.connect(self.export_record)
        kept = self._chief.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the head stays as high without it
        self._chief.setSizePolicy(kept)
        self._hand_over = Link(_("Hand-over"), "item_strong")
        self._hand_over.setToolTip(_("What whoever takes the secretary’s chair needs to know of the body"))
        self._hand_over.clicked.connect(self.export_hand_over)
        self._header = Header(self._about, QWidget(), [self._hand_over, self._statistics, self._chief])
        self._row = QHBoxLayout()
        spaced(self._row)
        self._row.addWidget(self.column)
        column = QVBoxLayout(self)
        spaced(column)
        for part in (self._header, Rule(), self.banner):
            column.addWidget(part)
        column.addLayout(self._row, 1)
        column.addWidget(Rule())
        column.addWidget(self.foot)

    # --- what is shown

    @property
    def surface(self) -> Shown | None:
        """Return the page of what is chosen."""
        return self._surface

    @property
    def body_id(self) -> int | None:
        """Return the body that is shown, if it is a body."""
        return self._surface.body_id if isinstance(self._surface, BodySurface) else None

    @property
    def thing(self) -> Thing | None:
        """Return what is shown."""
        if isinstance(self._surface, BodySurface):
            return "body", self._surface.body_id
        return ("person", self._surface.person_id) if isinstance(self._surface, PersonSurface) else None

    @property
    def _marked(self) -> Thing | None:
        """Return what the list marks: a list of members is read in for its body."""
        return ("body", self._surface.body_id) if isinstance(self._surface, ImportPage) else self.thing

    def show_body(self, body_id: int, day: date | None = None) -> bool:
        """Show a body's page; with a day, changes of its seats are offered from that day."""
        if self.thing == ("body", body_id) and day is None:
            self.reload()
            return True
        self._registers = Registers.of(self._database)
        body = self._registers.body(body_id)
        if body is None or not self.flush():
            return False
        surface = BodySurface(self._database, Sheet(body, self._registers, self._clock()), day)
        surface.person_asked.connect(self.show_person)
        surface.body_asked.connect(self.show_body)
        surface.import_asked.connect(self._ask_for_file)
        surface.list_dropped.connect(self.preview_list)
        self._put(surface)
        return True

    def show_person(self, person_id: int) -> bool:
        """Show somebody's page."""
        if self.thing == ("person", person_id):
            self.reload()
            return True
        self._registers = Registers.of(self._database)
        person = self._registers.person(person_id)
        if person is None or not self.flush():
            return False
        surface = PersonSurface(self._database, self._registers, person, self._clock())
        surface.body_asked.connect(self.show_body)
        surface.person_asked.connect(self.show_person)
        self._put(surface)
        return True

    def ask_for_body(self) -> None:
        """Ask for a new body."""
        if self.flush():
            surface = NewBody(self._database)
            surface.added.connect(self.show_body)
            surface.left.connect(self.show_first)
            self._put(surface)
            surface.enter()

    def ask_for_person(self) -> None:
        """Ask for somebody new."""
        if self.flush():
            surface = NewPerson(self._database, self._registers)
            surface.added.connect(self.show_person)
            surface.left.connect(self.show_first)
            self._put(surface)
            surface.enter()

    def show_addresses(self) -> None:
        """Show the list of those whom decisions are sent to."""
        if self.flush():
            surface = AddressSurface(self._database)
            self._put(surface)
            surface.enter()

    def show_first(self) -> None:
        """Show the first body, or what to do without one."""
        self._registers = Registers.of(self._database)
        if self._registers.bodies:
            self.show_body(self._registers.bodies[0].id)
        elif self._registers.people:
            self.show_person(self._registers.people[0].id)
        else:
            add = Button(_("New body"), chief=True)
            add.clicked.connect(self.ask_for_body)
            self._put(EmptyRegisters([] if self._database.read_only else [add]))

    def reload(self) -> None:
        """Read the registers again and show what is new in them."""
        self._registers = Registers.of(self._database)
        surface = self._surface
        if isinstance(surface, BodySurface) and (body := self._registers.body(surface.body_id)):
            surface.take(Sheet(body, self._registers, self._clock()))
        elif isinstance(surface, PersonSurface) and self._registers.person(surface.person_id):
            surface.take(self._registers)
        elif isinstance(surface, ImportPage | AddressSurface):
            surface.take()
        elif not isinstance(surface, NewBody | NewPerson):
            self.show_first()
        self._show_around()

    def _choose(self, kind: str, id_: int) -> None:
        done = self.show_body(id_) if kind == "body" else self.show_person(id_)
        if not done:
            self.column.choose(self._marked)

    def _put(self, surface: Shown) -> None:
        """Lay another page beside the list; it takes the keyboard where the one before had it."""
        held = QApplication.focusWidget()
        entered = held is not None and self._surface is not None and self._surface.isAncestorOf(held)
        if self._surface is not None:
            self._row.removeWidget(self._surface)
            self._surface.hide()
            self._surface.deleteLater()
        self._surface = surface
        if not isinstance(surface, EmptyRegisters):
            surface.failed.connect(self.failed)
        if isinstance(surface, BodySurface | PersonSurface):
            surface.saved.connect(self.saved)
        self._row.addWidget(surface, 1)
        surface.show()
        if entered and isinstance(surface, BodySurface | PersonSurface):
            surface.enter()
        self.foot.say("")
        self._show_around()
        self.turned.emit()

    def _show_around(self) -> None:
        """Show what surrounds the page."""
        registers = self._registers
        self._header.title.setText(_("Bodies and people"))
        self._about.setText(_summary(registers))
        body = registers.body(self.body_id)
        for button in (self._statistics, self._hand_over, self._chief):
            button.setVisible(body is not None)
        if body is not None:
            self._chief.make_chief(chief=body.kind in _BY_TERMS)
        self.column.take(registers, self._marked)
        told = counted(Sheet(body, registers, self._clock())) if body is not None else ""
        self.foot.show_state("", "plain", told)
        self.foot.show_keys([_keys(of_body=body is not None)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: the list gives way first."""
        super().resizeEvent(event)
        self.column.setFixedWidth(column.WIDE if self.width() >= _TIGHT else column.LEAST)

    # --- what the keys do

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        return self._surface.flush() if isinstance(self._surface, BodySurface | PersonSurface) else True

    def end_run(self) -> None:
        """Let what is typed next be a step of its own."""
        if isinstance(self._surface, BodySurface | PersonSurface):
            self._surface.end_run()

    def enter(self) -> None:
        """Give the keyboard to the search."""
        if self._surface is None:
            self.show_first()
        self.column.search.setFocus()

    def step(self, by: int) -> None:
        """Move the seat in hand, or else go to the next line of the list."""
        surface = self._surface
        if not (isinstance(surface, BodySurface) and surface.seats.move_held(by)):
            self.column.list.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return [self.column.list, *([self._surface] if self._surface is not None else [])]

    def export_record(self) -> None:
        """Export the terms of reference of the body that is shown."""
        body = self.body_id
        if body is not None and self.flush():
            self.exporter.export_terms(self, body)

    def export_hand_over(self) -> None:
        """Export the hand-over of the body that is shown."""
        body = self.body_id
        if body is not None and self.flush():
            self.exporter.export_hand_over(self, body)

    def _ask_for_statistics(self) -> None:
        if self.body_id is not None:
            self.statistics_asked.emit(self.body_id)

    # --- a list of members

    def _ask_for_file(self) -> None:
        """Ask for a list of members to read in, without holding anything else up."""
        dialog = QFileDialog(self, _("Read in members"), str(self._database.path.parent))
        dialog.setNameFilters([_("Lists of members (*.csv *.txt *.xlsx)"), _("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.preview_list(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def preview_list(self, path: Path) -> None:
        """Show what a list would do to the body that is shown."""
        body = self._registers.body(self.body_id)
        if body is None or not self.flush():
            return
        page = ImportPage(self._database, body, path)
        page.left.connect(lambda: self.show_body(body.id))
        page.imported.connect(lambda told: self._tell_imported(body.id, told))
        page.bug.connect(self.exporter.bug)
        self._put(page)
        page.start()

    def _tell_imported(self, body_id: int, told: str) -> None:
        self.show_body(body_id)
        self.foot.say(told, [(_("Close"), lambda: self.foot.say(""))])


def _keys(*, of_body: bool) -> list[KeyName]:
    """Return the keys of the page; what can be exported is a body's."""
    found = [
        KeyName("F7", _("find")),
        KeyName(_("Alt+Down"), _("next")),
        KeyName(_("Alt+Up"), _("previous")),
        KeyName("F6", _("next column")),
        KeyName("Esc", _("close")),
    ]
    return [*found, KeyName("Ctrl+E", _("export"))] if of_body else found


def _summary(registers: Registers) -> str:
    """Return how many bodies and people there are."""
    bodies, people = len(registers.bodies), len(registers.people)
    return ", ".join(
        (
            ngettext("{count} body", "{count} bodies", bodies).format(count=bodies),
            ngettext("{count} person", "{count} people", people).format(count=people),
        )
    )
