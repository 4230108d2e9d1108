"""A part of rows with a line at their end to note the next: walked, changed in place, taken away by keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.minutes.line_part import LinePart
from klubban.ui.minutes.row import INSET, Row
from klubban.ui.widgets.basics import emptied, spaced, widgets_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from klubban.store.database import Database
    from klubban.ui.minutes.line import Line
    from klubban.ui.theme import Tone

_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Told:
    """What one row tells."""

    id: int
    who: str
    what: str
    pills: tuple[tuple[str, Tone], ...] = ()
    quiet: bool = False
    inner: bool = False
    """It belongs to the row above it."""
    below: tuple[str, ...] = ()
    """What is told quietly below what."""


class ListPart(LinePart):
    """Its line stands at the end while something is noted, or in the place of the row that is changed."""

    inset = INSET
    movable = False
    """The rows have an order of their own."""

    @property
    def row_keys(self) -> str:
        """Return what the keys do on a row."""
        return _("Enter changes · Delete takes away")

    def __init__(self, database: Database, clock: Callable[[], datetime], label: str) -> None:
        super().__init__(database, clock, label)
        whole = QWidget()
        self._rows = QVBoxLayout(whole)
        spaced(self._rows, gap=0)
        self._told.column.addWidget(whole)
        self._shown: list[Told] = []

    # --- what each list does in its own way

    def _tell(self) -> list[Told]:
        """Return the rows."""
        raise NotImplementedError

    def _remove(self, id_: int) -> None:
        """Take a row out."""
        raise NotImplementedError

    def _move(self, id_: int, after: int | None) -> None:
        """Put a row after another, where they have an order of their own."""

    def _press(self, row: Row, event: QKeyEvent) -> bool:  # noqa: ARG002 - for those who have keys of their own
        """Do what a key of the part's own does on a row, and tell whether it did anything."""
        return False

    # --- rows

    @property
    def _holds(self) -> bool:
        return bool(self._shown)

    @property
    def rows(self) -> list[Row]:
        """Return the rows."""
        return widgets_in(self._rows, Row)

    def _show(self) -> None:
        told = self._tell()
        if told == self._shown:
            return
        before, self._shown = [row.id for row in self.rows], told
        held = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        if self._line is not None:
            self._rows.removeWidget(self._line)
        emptied(self._rows)
        for each in told:
            self._rows.addWidget(self._row(each))
        self._place_line()
        if held is not None:
            self._hold(before[held], held)

    def _row(self, each: Told) -> Row:
        row = Row(
            each.id, each.who, each.what, each.pills, quiet=each.quiet, inner=each.inner, below=each.below
        )
        keys = self.row_keys
        if not self.locked:
            row.setToolTip(_("{keys} · Alt+Shift+↑ moves").format(keys=keys) if self.movable else keys)
        row.clicked.connect(lambda _on=False, id_=each.id: self.change(id_))
        row.pressed_key.connect(self._press_row)
        row.held.connect(lambda on: self.keys.emit(keys if on and not self.locked else ""))
        return row

    def _place_line(self) -> None:
        if self._line is None:
            return
        self._rows.removeWidget(self._line)
        rows = self.rows
        changed = next((at for at, row in enumerate(rows) if row.id == self._changing), None)
        for at, row in enumerate(rows):
            row.setHidden(at == changed)
        self._rows.insertWidget(len(rows) if changed is None else changed + 1, self._line)

    def _hold(self, id_: int, place: int) -> None:
        """Give the keyboard back to a row, or to the one that took its place."""
        rows = self.rows
        same = [row for row in rows if row.id == id_]
        self._go([*same, *rows[place : place + 1], *rows[-1:]])
        if not rows and self._line is not None and not self._line.isHidden():
            self._line.enter()
        elif not rows:
            self._go_back()

    def _go_near(self, id_: int | None) -> None:
        rows = self.rows
        self._go([*(row for row in rows if row.id == id_), *rows[-1:]])
        if not rows:
            self._go_back()

    def _open(self, line: Line) -> None:
        line.arrow.connect(self._from_line, Qt.ConnectionType.UniqueConnection)
        super()._open(line)

    # --- keys

    def _from_line(self, by: int) -> None:
        if by < 0 and self.rows and self._changing is None:
            self._go(self.rows[-1:])

    def _press_row(self, row: Row, event: QKeyEvent) -> None:
        """Walk, move, take out; what means nothing here goes on to the page."""
        rows, key = self.rows, Qt.Key(event.key())
        at = rows.index(row)
        if key in _ARROWS and event.modifiers() & _ALT and event.modifiers() & _SHIFT and not self.locked:
            self._shift(at, _ARROWS[key])
        elif key in _ARROWS and not event.modifiers() & _ALT:
            self._step(at + _ARROWS[key])
        elif key == Qt.Key.Key_Delete and not self.locked:
            self._do(lambda: self._remove(row.id))
        elif self.locked or not self._press(row, event):
            event.ignore()

    def _step(self, to: int) -> None:
        rows = self.rows
        if to >= len(rows) and self._line is not None and not self._line.isHidden():
            self._line.enter()
        else:
            self._go(rows[max(0, min(to, len(rows) - 1)) :])

    def _shift(self, at: int, by: int) -> None:
        """Move a row one place."""
        rows = self.rows
        if not 0 <= at + by < len(rows):
            return
        before = at + by - 1 if by < 0 else at + by
        after = rows[before].id if before >= 0 else None
        self._do(lambda: self._move(rows[at].id, after))
