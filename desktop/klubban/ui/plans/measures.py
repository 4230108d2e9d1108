"""What the indicators of a goal were, year by year: cells to type in, walked by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import goal_words
from klubban.i18n import _, current
from klubban.ui.minutes.cells import LineCell
from klubban.ui.widgets.basics import QUIET, TOP, Text, spaced
from klubban.ui.widgets.paint import RIGHT
from klubban.ui.widgets.section import Noted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klubban.domain.goal import Goal, Indicator

Place = tuple[int, int]
"""An indicator, and a year."""
_CELL, _GAP = 68, 6
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class ValueCell(LineCell):
    """One value; Enter and the arrows walk the column, Page Up and Down other years."""

    turned = Signal(int)

    def __init__(self, name: str, place: Place, words: str) -> None:
        super().__init__(name, "–")
        self.place, self.was = place, words
        self.setFixedWidth(_CELL)
        self.show_words(words)
        self.editor.setAlignment(RIGHT)

    @property
    def is_changed(self) -> bool:
        """Tell whether something else is typed than what is known."""
        return self.words().strip() != self.was

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that turn to other years."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TURNS:
            self.turned.emit(_TURNS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)


class MeasureGrid(QWidget):
    """A row for each indicator, a column for each year; what is wrong with a value is said below its row."""

    typed = Signal(object, str, object)
    """A value is to be saved: its place, its words, and the place to go to then."""
    turned = Signal(int)
    gave_up = Signal()
    came = Signal()
    """The keyboard came to a value, or went."""

    def __init__(
        self, goal: Goal, years: Sequence[int], pending: Mapping[Place, tuple[str, str]], *, locked: bool
    ) -> None:
        """`pending` has what was typed and could not be saved, with why."""
        super().__init__()
        self._years = tuple(years)
        self.cells: dict[Place, ValueCell] = {}
        self._notes: dict[int, Noted] = {}
        column, head = QVBoxLayout(self), QHBoxLayout()
        spaced(column, gap=4)
        spaced(head, gap=_GAP)
        head.addStretch()
        for year in years:
            label = Text(str(year), "small", QUIET)
            label.setFixedWidth(_CELL)
            label.setAlignment(RIGHT)
            label.setContentsMargins(0, 0, 9, 0)
            head.addWidget(label)
        column.addLayout(head)
        for indicator in goal.indicators:
            column.addWidget(self._row(indicator, locked=locked))
        for place, (words, why) in pending.items():
            if place in self.cells:
                self.cells[place].show_words(words)
                self._notes[place[0]].say(why)

    def _row(self, indicator: Indicator, *, locked: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        spaced(row, gap=_GAP)
        unit = f" ({indicator.unit})" if indicator.unit else ""
        name = Text(indicator.name + unit, "item", wrap=True)
        name.setContentsMargins(0, 4, 8, 0)
        row.addWidget(name, 1, TOP)
        values = {each.year: each.value for each in indicator.measured}
        for year in self._years:
            value = values.get(year)
            words = "" if value is None else goal_words.number(value, current())
            told = _("{indicator}, {year}").format(indicator=indicator.name, year=year)
            cell = ValueCell(told, (indicator.id, year), words)
            cell.editor.lock(locked=locked)
            cell.entered.connect(lambda cell=cell: self._tell(cell, 1))
            cell.arrow.connect(lambda by, cell=cell: self._tell(cell, by))
            cell.left.connect(lambda cell=cell: self._left(cell))
            cell.escaped.connect(lambda cell=cell: self._give_up(cell))
            cell.turned.connect(self.turned)
            cell.came.connect(self.came)
            cell.left.connect(self.came)
            self.cells[cell.place] = cell
            row.addWidget(cell, 0, TOP)
        self._notes[indicator.id] = Noted(line)
        return self._notes[indicator.id]

    def _beside(self, place: Place, by: int) -> Place | None:
        """Return the place below or above; after the last of a year comes the first of the next."""
        order = sorted(self.cells, key=lambda each: (each[1], list(self._notes).index(each[0])))
        at = order.index(place) + by
        return order[at] if 0 <= at < len(order) else None

    def _tell(self, cell: ValueCell, by: int) -> None:
        self.typed.emit(cell.place, cell.words(), self._beside(cell.place, by) or cell.place)

    def _left(self, cell: ValueCell) -> None:
        if cell.is_changed:
            self.typed.emit(cell.place, cell.words(), None)

    def _give_up(self, cell: ValueCell) -> None:
        cell.show_words(cell.was)
        self._notes[cell.place[0]].say("")
        self.gave_up.emit()

    @property
    def held(self) -> ValueCell | None:
        """Return the cell that has the keyboard."""
        return next((cell for cell in self.cells.values() if cell.editor.hasFocus()), None)

    def enter(self, place: Place | None = None) -> bool:
        """Give the keyboard to a cell, or to the first that is empty in the last year that has any."""
        if place not in self.cells:
            empty = [each for each, cell in self.cells.items() if not cell.words()]
            last = max((year for _id, year in empty), default=max(self._years, default=0))
            found = [each for each in (*empty, *self.cells) if each[1] == last]
            place = next(iter(found), None)
        if place is None:
            return False
        self.cells[place].editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.cells[place].editor.selectAll()
        return True

    def say(self, place: Place, why: str) -> None:
        """Say below a row what is wrong with one of its values."""
        if place[0] in self._notes:
            self._notes[place[0]].say(why)
