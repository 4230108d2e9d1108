"""The list of bodies and people, narrowed by what is typed above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from klubban.i18n import _, pgettext, sort_key
from klubban.ui.registers import words
from klubban.ui.registers.picker import matching
from klubban.ui.registers.sheet import by_last_name
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import Ground, Rule, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.entry import Entry
from klubban.ui.widgets.lists import Row, RowDelegate, RowList
from klubban.ui.widgets.paint import draw_raised, draw_text, draw_wrapped, text_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from klubban.store.tables import Thing
    from klubban.ui.registers.sheet import Registers

WIDE, LEAST = 264, 176
_PAD = 10


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A body or a person; without a thing it heads those that follow."""

    id: Thing | None
    title: str
    detail: str = ""

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.id is None

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(filter(None, (self.title, self.detail)))


def rows(registers: Registers, search: str) -> Iterator[RegisterRow]:
    """Walk the bodies and people that a search finds, all when it is empty."""
    wanted = sort_key(search).split()
    bodies = [
        each
        for each in registers.bodies
        if all(word in sort_key(f"{each.name} {each.short or ''}") for word in wanted)
    ]
    people = matching(registers.people, search)
    if not search:
        people.sort(key=by_last_name)
    if bodies:
        yield RegisterRow(None, _("Bodies"))
    for body in bodies:
        yield RegisterRow(("body", body.id), body.name, words.about(body))
    if people:
        yield RegisterRow(None, _("People"))
    for person in people:
        detail = ", ".join(filter(None, (person.title, person.organisation)))
        yield RegisterRow(("person", person.id), words.named(person), detail)
    if not bodies and not people:
        empty = _("There are no bodies and no people yet")
        yield RegisterRow(None, _("Nobody and nothing is called so") if search else empty)


class RegisterDelegate(RowDelegate):
    """Draws a name with what is known of it below; the chosen line is a raised card."""

    def height(self, row: RegisterRow, width: int) -> int:
        """Return the height of a wrapped name and a line below."""
        if row.heading:
            return 14 + text_height(row.title, "pill", width - 2 * _PAD) + 6
        return text_height(row.title, "item_strong", width - 2 * _PAD) + (18 if row.detail else 0) + 11

    def draw(self, painter: QPainter, box: QRectF, row: RegisterRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if row.heading:
            draw_wrapped(painter, box.adjusted(_PAD, 13, -_PAD, 0), row.title, "pill", tokens.quiet)
            return
        if chosen:
            draw_raised(painter, box.adjusted(0, 0, -1, -1))
        area = box.adjusted(_PAD, 5, -_PAD, 0)
        ink = tokens.accent if under and not chosen else tokens.ink
        draw_wrapped(painter, area, row.title, "item_strong" if chosen else "item", ink)
        if row.detail:
            below = QRectF(area.left(), box.bottom() - 24, area.width(), 20)
            draw_text(painter, below, row.detail, "tiny", tokens.quiet)


class RegisterColumn(Ground):
    """Search, list, and what can be added; `chosen` carries a thing."""

    chosen = Signal(str, int)
    new_body_asked = Signal()
    new_person_asked = Signal()
    addresses_asked = Signal()

    def __init__(self, *, locked: bool) -> None:
        super().__init__()
        self.setFixedWidth(WIDE)
        self._quiet, self._registers = False, None
        across, column = QHBoxLayout(self), QVBoxLayout()
        spaced(across)
        spaced(column, (10, 14, 2, 8), 4)
        self.search = Entry(pgettext("registers", "Search"), _("Search for a body or a person"))
        self.search.edited.connect(self._narrow)
        self.search.entered.connect(self._take_first)
        self.search.arrow.connect(self._enter_list)
        wells = QHBoxLayout()
        spaced(wells, (0, 0, 8, 0))
        wells.addWidget(self.search)
        column.addLayout(wells)
        self.list = RowList(_("Bodies and people"))
        self.list.setItemDelegate(RegisterDelegate(self.list))
        column.addWidget(self.list, 1)
        column.addLayout(self._offers(locked=locked))
        across.addLayout(column, 1)
        across.addWidget(Rule(upright=True))
        self.list.selectionModel().currentChanged.connect(self._tell)

    _registers: Registers | None

    def _offers(self, *, locked: bool) -> FlowLayout:
        foot = FlowLayout(gap=6)
        foot.setContentsMargins(_PAD - 6, 2, 0, 0)
        for title, signal, changes in (
            (_("New body"), self.new_body_asked, True),
            (_("Add a person"), self.new_person_asked, True),
            (_("Address list"), self.addresses_asked, False),
        ):
            link = Link(title)
            link.clicked.connect(signal)
            if locked and changes:
                link.hide()
            foot.addWidget(link)
        return foot

    def take(self, registers: Registers, chosen: Thing | None) -> None:
        """Show the registers as they are now, with one line chosen."""
        self._registers = registers
        kept: Sequence[Row] = list(rows(registers, self.search.words()))
        self._quiet = True  # what was chosen here is no news to the page
        self.list.rows.set_rows(kept)
        if chosen is None or not self.list.choose(chosen):
            self.list.selectionModel().clear()
        self._quiet = False

    def choose(self, chosen: Thing | None) -> None:
        """Choose a line; a search that hides it is given up."""
        if self._registers is None:
            return
        if chosen is not None and self.list.rows.number_of(chosen) is None:
            self.search.show_words("")
        self.take(self._registers, chosen)

    def _narrow(self) -> None:
        row = self.list.rows.row(self.list.currentIndex().row())
        if self._registers is not None:
            self.take(self._registers, row.id if row else None)

    def _enter_list(self, by: int) -> None:
        if by > 0 and not self.list.currentIndex().isValid():
            self.list.step(1)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_first(self, _words: str) -> None:
        self.list.selectionModel().clear()
        self.list.step(1)

    def _tell(self, now: QModelIndex) -> None:
        row = self.list.rows.row(now.row())
        if row is not None and row.id is not None and not self._quiet:
            self.chosen.emit(*row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the search up by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.search.words():
            self.search.show_words("")
            self._narrow()
        else:
            super().keyPressEvent(event)
