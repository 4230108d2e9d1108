"""The questions of what is not sent yet: each edited in place, moved by keys or by its number, or removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.widgets.basics import QUIET, TOP, Text, spaced
from klubban.ui.widgets.entry import Entry
from klubban.ui.widgets.key_binding import bind_keys
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QMouseEvent

_NUMBER = 22


class Grip(Text):
    """The number of a question, by which it is dragged to another place."""

    dropped = Signal(QPoint)
    """Where on the screen."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "body", QUIET)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Take hold of it."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit(event.globalPosition().toPoint())


class DraftQuestions(Column):
    """The lines in order, and below them one where another question is written."""

    added = Signal(str)
    removed = Signal(int)
    placed = Signal(int, object)
    """A question's id, and the id of the one after which it comes now, or None."""

    def __init__(self, editors: Mapping[int, QWidget]) -> None:
        """Take what each question is edited in, by its id and in order."""
        super().__init__()
        self._lines = {
            id_: self._line(number, id_, editor) for number, (id_, editor) in enumerate(editors.items(), 1)
        }
        for line in self._lines.values():
            self.column.addWidget(line)
        self.new = Entry(_("New question"), _("Another question; Enter adds it"))
        self.new.entered.connect(self._add)
        self.column.addSpacing(6 if editors else 0)
        self.column.addWidget(self.new)
        bind_keys(
            self,
            {
                "Alt+Shift+Up": partial(self._move, -1),
                "Alt+Shift+Down": partial(self._move, 1),
                "Ctrl+Delete": self._remove,
            },
        )

    def _line(self, number: int, id_: int, editor: QWidget) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        spaced(row, (0, 2, 0, 6))
        grip = Grip(f"{number}.")
        grip.setFixedWidth(_NUMBER)
        grip.dropped.connect(partial(self._drop, id_))
        row.addWidget(grip, 0, TOP)
        row.addWidget(editor, 1)
        return line

    @property
    def in_hand(self) -> int | None:
        """Return the id of the question that has the keyboard."""
        at = QApplication.focusWidget()
        return next((id_ for id_, line in self._lines.items() if at and line.isAncestorOf(at)), None)

    def _add(self, text: str) -> None:
        if text.strip():
            self.added.emit(text)

    def _remove(self) -> None:
        held = self.in_hand
        if held is not None:
            self.removed.emit(held)

    def _move(self, by: int) -> None:
        held = self.in_hand
        if held is None:
            return
        place = list(self._lines).index(held) + by
        if 0 <= place < len(self._lines):
            self._place(held, place)

    def _drop(self, held: int, at: QPoint) -> None:
        """Put a question where it is dropped: after those whose middle is above that."""
        high = self.mapFromGlobal(at).y()
        others = [line for id_, line in self._lines.items() if id_ != held]
        self._place(held, sum(line.geometry().center().y() < high for line in others))

    def _place(self, held: int, place: int) -> None:
        """Put a question at a place among the others, from 0."""
        ids = list(self._lines)
        if ids.index(held) != place:
            others = [id_ for id_ in ids if id_ != held]
            self.placed.emit(held, others[place - 1] if place else None)
