"""The rail at the left: the product's name, the registers, then bodies and under each its meetings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QSizePolicy, QVBoxLayout

from klubban.i18n import _, current
from klubban.ui.theme import SERIF, font, theme
from klubban.ui.widgets.basics import Ground, Rule, Text, spaced
from klubban.ui.widgets.buttons import Link, Pressed
from klubban.ui.widgets.lists import AIR, Row, RowDelegate, RowList
from klubban.ui.widgets.paint import (
    RIGHT,
    VCENTRE,
    draw_box,
    draw_focus,
    draw_text,
    draw_wrapped,
    line_of,
    smooth,
    text_height,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.store.tables import Thing

WIDTH = 216
_PAD = 10
_ROW = 28
_HEADING_TOP = 16
_GROUPS = ("inquiries", "planning")
"""What is done each day stands first, then what is followed up, then what is set up: each group begins so."""


@dataclass(frozen=True, slots=True)
class RailRow:
    """A body, or one of its meetings by its id; without either it only heads what follows."""

    id: int | Thing | None
    title: str
    detail: str = ""
    day: date | None = None
    """Of a meeting, for readers that do not see the row: they are told the whole of it."""

    @classmethod
    def of_body(cls, body_id: int, name: str, meets: str = "") -> RailRow:
        """Return the row of a body, which leads to its page, with the day on which it meets next."""
        return cls(("body", body_id), name, meets)

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.id is None

    @property
    def small(self) -> bool:
        """Tell whether it is written as a heading is."""
        return not isinstance(self.id, int)

    @property
    def words(self) -> str:
        """Return all that the row says."""
        _day, comma, start = self.title.partition(",")
        whole = f"{current().date(self.day)}{comma}{start}" if self.day else self.title
        return ", ".join(filter(None, (whole, self.detail)))


class RailDelegate(RowDelegate):
    """Draws a body's name with the day on which it meets next, or a meeting's day with its stage."""

    def height(self, row: RailRow, width: int) -> int:
        """Return a line for a meeting; a body's name takes what it needs."""
        if row.small:
            return _HEADING_TOP + text_height(row.title, "pill", self._room(row, width)) + 4
        return _ROW

    @staticmethod
    def _room(row: RailRow, width: float) -> float:
        """Return how wide a name may be beside what stands at the end of its line."""
        detail = QFontMetrics(font("tiny")).horizontalAdvance(row.detail) + 8 if row.detail else 0
        return width - 2 * _PAD - detail

    def draw(self, painter: QPainter, box: QRectF, row: RailRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        box = box.adjusted(0, _HEADING_TOP - 5 if row.small else 0, 0, -1)
        if (chosen or under) and not row.heading:
            _draw_ground(painter, box, chosen=chosen)
        line = box.adjusted(_PAD, 5 if row.small else 0, -_PAD, 0)
        name = QRectF(line.left(), line.top(), self._room(row, box.width()), line.height())
        if row.small:
            ink = tokens.accent if chosen else tokens.ink if under else tokens.quiet
            draw_wrapped(painter, name, row.title, "pill", ink)
            draw_text(painter, line.adjusted(0, 1, 0, 0), row.detail, "tiny", tokens.quiet, RIGHT)
            return
        role, ink = ("item_strong", tokens.accent) if chosen else ("item", tokens.ink)
        draw_text(painter, name, row.title, role, ink, VCENTRE)
        draw_text(painter, line, row.detail, "tiny", tokens.quiet, RIGHT | VCENTRE)


def _draw_ground(painter: QPainter, box: QRectF, *, chosen: bool) -> None:
    """Fill what is chosen, or under the pointer."""
    fill = theme().tokens.accent_soft if chosen else theme().tokens.sunk
    draw_box(painter, box, fill, line_of(fill) if chosen else fill)


class RailEntry(Pressed):
    """A place that is always in the rail, whatever meetings there are."""

    def __init__(self, title: str, key: str, *, chief: bool = False) -> None:
        super().__init__(title)
        self._chief = chief
        self._here = self._within = False
        self._beside = ""
        self.setToolTip(key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def here(self) -> bool:
        """Tell whether this place is shown."""
        return self._here

    @property
    def within(self) -> bool:
        """Tell whether something that belongs to this place is shown, and marked elsewhere in the rail."""
        return self._within

    def mark(self, *, here: bool, within: bool = False) -> None:
        """Say whether this place is shown, or something that belongs to it."""
        self._here, self._within = here, within
        self.setAccessibleDescription(_("shown now") if here else "")
        self.update()

    def say_beside(self, words: str) -> None:
        """Say a word or two at the end of the line: what is pressing there."""
        self._beside = words
        self.setAccessibleName(", ".join(filter(None, (self.text(), words))))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of an entry."""
        return QSize(WIDTH - 28, 32 if self._chief else 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, and the ring where the keyboard is."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        if self._here or self.underMouse():
            _draw_ground(painter, box, chosen=self._here)
        plain, strong = ("body", "strong") if self._chief else ("item", "item_strong")
        role = strong if self._here else plain
        ink = tokens.accent if self._here or self._within else tokens.ink
        draw_text(painter, box.adjusted(_PAD, 0, -_PAD, 0), self.text(), role, ink, VCENTRE)
        if self._beside:
            at = VCENTRE | Qt.AlignmentFlag.AlignRight
            draw_text(
                painter, box.adjusted(_PAD, 0, -_PAD, 0), self._beside, "tiny", tokens.tone("late")[0], at
            )
        if self.hasFocus():
            draw_focus(painter, box)


class Rail(Ground):
    """The rail; `chosen` carries the meeting's id, `body_chosen` the body's."""

    chosen = Signal(int)
    body_chosen = Signal(int)
    registers_asked = Signal()
    room_asked = Signal(str)
    others_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._quiet = False
        across, column = QHBoxLayout(self), QVBoxLayout()
        spaced(across)
        spaced(column, (14, 18, 5, 8), 0)
        across.addLayout(column, 1)
        across.addWidget(Rule(upright=True))
        brand = Text("Klubban", "brand", family=SERIF)
        brand.setContentsMargins(_PAD, 0, 0, 0)
        column.addWidget(brand)
        self.registers = RailEntry(_("Bodies and people"), "F7")
        self.registers.clicked.connect(self._ask_for_registers)
        self._rooms = {
            "overview": RailEntry(_("Overview"), "Shift+F5", chief=True),
            "matters": RailEntry(_("Matters"), "F4", chief=True),
            "assignments": RailEntry(_("Assignments"), "Shift+F4", chief=True),
            "inquiries": RailEntry(_("Referrals"), "Shift+F7"),
            "plans": RailEntry(_("Plans and promises"), "Shift+F8"),
            "situations": RailEntry(_("Situation reports"), "Shift+F9"),
            "planning": RailEntry(_("Planning"), "F5"),
            "look": RailEntry(_("How papers look"), "F10"),
        }
        self._entries = QVBoxLayout()
        spaced(self._entries, (0, 12, 0, 0), 1)
        for name, entry in self._rooms.items():
            entry.clicked.connect(partial(self._ask_for_room, name))
            if name in _GROUPS:
                self._entries.addSpacing(8)
            self._entries.addWidget(entry)
            if name == "planning":
                self._entries.addWidget(self.registers)
        column.addLayout(self._entries)
        self.list = RowList(_("Meetings"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)  # the first is seen whole
        self.list.point_at_rows()
        self.list.setItemDelegate(RailDelegate(self.list))
        column.addSpacing(8)
        column.addWidget(self.list, 1)
        column.addSpacing(4)
        others = Link(_("Other files"))
        others.clicked.connect(self._ask_for_others)
        foot = QHBoxLayout()
        spaced(foot, (_PAD - 6, 0, 0, 0))  # so that its words, not its ring, stand in line
        foot.addWidget(others)
        foot.addStretch()
        column.addLayout(foot)
        self.list.verticalScrollBar().rangeChanged.connect(self._line_up)
        self._line_up()
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.clicked.connect(self._tell)  # back to what is chosen, from a page beyond it
        self.list.activated.connect(self._tell)

    def _line_up(self) -> None:
        """Let the entries end where the rows of the list do, which make room for a scroll bar."""
        bar = self.list.verticalScrollBar()
        room = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        self._entries.setContentsMargins(0, 12, AIR + room, 0)

    def show_rows(self, rows: Sequence[RailRow]) -> None:
        """Show other rows, and keep what was chosen."""
        row = self.list.rows.row(self.list.currentIndex().row())
        kept: Sequence[Row] = rows
        self._quiet = True  # what was chosen is no news
        self.list.rows.set_rows(kept)
        if row is not None and row.id is not None:
            self.list.choose(row.id)
        self._quiet = False

    def say_due(self, words: str) -> None:
        """Say beside the overview what is late, or for today."""
        self._rooms["overview"].say_beside(words)

    def choose(self, meeting_id: int | None) -> bool:
        """Choose a meeting; False where there is none such."""
        return meeting_id is not None and self._choose(meeting_id)

    def mark_meeting(self, meeting_id: int | None) -> None:
        """Show that a meeting is where one is, without going there."""
        self._quiet = True
        self.choose(meeting_id)
        self._quiet = False

    def choose_body(self, body_id: int) -> bool:
        """Choose a body; False where there is none such."""
        return self._choose(("body", body_id))

    def mark_body(self, body_id: int) -> bool:
        """Show that a body is where one is, without going there; False where there is none such."""
        self._quiet = True
        found = self._choose(("body", body_id))
        self._quiet = False
        return found

    def choose_registers(self) -> None:
        """Mark the registers as what is shown; no row of the list is."""
        self.choose_room(None)
        self.list.selectionModel().clear()
        self.registers.mark(here=True)

    def choose_room(self, name: str | None) -> bool:
        """Mark a room as what is shown; False for one that is not listed here, when nothing is marked."""
        for each, entry in self._rooms.items():
            entry.mark(here=each == name)
        if name not in self._rooms:
            return False
        self.list.selectionModel().clear()
        self.registers.mark(here=False)
        return True

    def _choose(self, wanted: int | Thing) -> bool:
        found = self._choose_row(wanted)
        if found:
            self.choose_room(None)
            self.registers.mark(here=False, within=not isinstance(wanted, int))
        return found

    def _choose_row(self, wanted: int | Thing) -> bool:
        """Choose a row; one that is out of sight comes into it with its body's name above it."""
        number, seen = self.list.rows.number_of(wanted), self.list.viewport().rect()
        if number is None:
            return False
        if not seen.contains(self.list.visualRect(self.list.rows.index(number, 0))):
            body = number
            while body and isinstance((row := self.list.rows.row(body)) and row.id, int):
                body -= 1
            self.list.scrollTo(self.list.rows.index(body, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        return self.list.choose(wanted)

    def _ask_for_others(self) -> None:
        self.others_asked.emit()

    def _ask_for_room(self, name: str) -> None:
        self.room_asked.emit(name)

    def _ask_for_registers(self) -> None:
        self.registers_asked.emit()

    def _tell(self, current: QModelIndex) -> None:
        row = self.list.rows.row(current.row())
        if row is None or row.heading or self._quiet:
            return
        self.choose_room(None)
        self.registers.mark(here=False, within=not isinstance(row.id, int))
        if isinstance(row.id, int):
            self.chosen.emit(row.id)
        else:
            self.body_chosen.emit(row.id[1])
