"""The list of everybody on the roll: what is chosen in it stays chosen, and which keys are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from klubban.i18n import _
from klubban.ui.roll.person_row import PersonDelegate
from klubban.ui.roll.rows import RollRow
from klubban.ui.widgets.lists import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

_OWN_KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


class PeopleList(RowList):
    """Everybody; several rows can be chosen. Keys that only walk are its own, all others the page's."""

    moved = Signal()
    """Another row is in hand, or others are chosen."""

    def __init__(self) -> None:
        super().__init__(_("Roll"))
        self._quiet = False
        self.setItemDelegate(PersonDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(False)
        self.setLayoutMode(RowList.LayoutMode.SinglePass)
        self.selectionModel().selectionChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[RollRow]) -> None:
        """Show other rows; what was chosen stays chosen, also where it has moved."""
        kept, hand, top = [row.id for row in self.chosen()], self.hand(), self.verticalScrollBar().value()
        before = [self._key(number) for number in range(self.rows.rowCount())]
        self._quiet = True
        if [row.id for row in rows] != before:
            self.rows.set_rows(())  # a choice by number would fall on somebody else
        self.rows.set_rows(rows)
        if [row.id for row in rows] != before:
            self._choose_again(kept, hand, rows)
            self.verticalScrollBar().setValue(top)
            self.scrollTo(self.currentIndex())
        self._quiet = False

    def to_top(self) -> None:
        """Put the first row in hand."""
        self._quiet = True
        self.setCurrentIndex(self.rows.index(0, 0))
        if self.hand() is None:
            self.step(1)
        self.scrollToTop()
        self._quiet = False
        self.moved.emit()

    def _choose_again(
        self, kept: Sequence[tuple[int | None, int | None]], hand: RollRow | None, rows: Sequence[RollRow]
    ) -> None:
        first = next((row for row in rows if not row.heading), None)
        number = self._number(hand.id) if hand else None
        if number is None:
            number = self._number(first.id) if first else None
        if number is None:
            return
        self.setCurrentIndex(self.rows.index(number, 0))
        for key in kept:
            again = self._number(key)
            if again is not None:
                select = QItemSelectionModel.SelectionFlag.Select
                self.selectionModel().select(self.rows.index(again, 0), select)

    def _key(self, number: int) -> tuple[int | None, int | None]:
        row = self.rows.row(number)
        return row.id if isinstance(row, RollRow) else (None, None)

    def _number(self, key: tuple[int | None, int | None]) -> int | None:
        """Return the number of a row, or of another of the same person where theirs is gone."""
        keys = [self._key(number) for number in range(self.rows.rowCount())]
        if key in keys:
            return keys.index(key)
        return next((number for number, (line, _seat) in enumerate(keys) if line == key[0]), None)

    def hand(self) -> RollRow | None:
        """Return the row in hand."""
        row = self.rows.row(self.currentIndex().row())
        return row if isinstance(row, RollRow) and not row.heading else None

    def chosen(self) -> list[RollRow]:
        """Return the rows that are chosen, from the top; the one in hand where none is."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = [row for row in map(self.rows.row, numbers) if isinstance(row, RollRow)]
        hand = self.hand()
        return found or ([hand] if hand else [])

    def choose_line(self, line: int) -> None:
        """Put the row of somebody in hand."""
        number = self._number((line, line))
        if number is not None:
            self.setCurrentIndex(self.rows.index(number, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, and leave everything else to the page: Qt would search for the name with each letter."""
        if event.key() in _OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Ask for little: the page gives what there is."""
        return QSize(300, 200)

    def _tell(self) -> None:
        if not self._quiet:
            self.moved.emit()
