"""Those who sign, below each other: a tick for who has, and what Enter does with who has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.options import Toggle
from klubban.ui.widgets.plain_key import plain_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Row(Toggle):
    """One who signs; the tick follows what is noted, and never what was pressed."""

    def nextCheckState(self) -> None:
        """Leave the tick as it is."""


class SignerList(QWidget):
    """The arrows walk the rows; Enter, a space or a click asks for one."""

    taken = Signal(int)
    """A signature's id: its row was pressed."""
    keyed = Signal(int, int)
    """A signature's id, and one of the list's own keys that was pressed on its row."""

    def __init__(
        self, name: str, rows: Sequence[tuple[int, str, str, bool]], keys: Sequence[int] = ()
    ) -> None:
        """Show rows of id, words, what stands below them, and whether they are ticked."""
        super().__init__()
        self.setAccessibleName(name)
        self._keys = tuple(keys)
        self.rows: Mapping[int, Toggle] = {
            id_: _row(words, below, ticked=ticked) for id_, words, below, ticked in rows
        }
        column = QVBoxLayout(self)
        spaced(column)
        for id_, row in self.rows.items():
            column.addWidget(row)
            row.clicked.connect(lambda _on=False, id_=id_: self.taken.emit(id_))

    def enter(self) -> None:
        """Give the keyboard to the first who has not signed, or else to the first."""
        rows = list(self.rows.values())
        wanted = next((row for row in rows if not row.isChecked()), rows[0] if rows else None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or tell of a key."""
        held = next((id_ for id_, row in self.rows.items() if row.hasFocus()), None)
        key = plain_key(event)
        if held is None or key is None:
            super().keyPressEvent(event)
        elif key in self._keys:
            self.keyed.emit(held, key)
        elif key in _ARROWS:
            rows = list(self.rows.values())
            place = rows.index(self.rows[held]) + _ARROWS[Qt.Key(key)]
            if 0 <= place < len(rows):
                rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


def _row(words: str, below: str, *, ticked: bool) -> Toggle:
    row = _Row(words, below)
    row.setChecked(ticked)
    return row
