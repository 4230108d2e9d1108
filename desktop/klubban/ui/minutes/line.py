"""A line that is typed at the table: its cells, and below them what is offered, or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.minutes.cells import Cell, LineCell, TextCell
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_BELOW = 26


class Line(QWidget):
    """Cells in rows. Enter in any of them enters the line; Esc leaves it."""

    entered = Signal()
    escaped = Signal()
    edited = Signal()
    arrow = Signal(int)

    def __init__(self, name: str, rows: Sequence[Sequence[tuple[Cell[Any], int]]], keys: str = "") -> None:
        """Lay out cells, each with its share of the width; `keys` tells what can be done."""
        super().__init__()
        self.setAccessibleName(name)
        self.cells = [cell for row in rows for cell, _share in row]
        self._keys = keys
        self._column = QVBoxLayout(self)
        spaced(self._column, (0, 2, 0, 2), 4)
        for row in rows:
            self._add(row)
        self.reason = LineCell(_("Reason"), _("Noted all the same, since …"))
        self._add([(self.reason, 1)])
        self.reason.hide()
        self._add_note()
        below = QWidget()
        below.setMinimumHeight(_BELOW)
        self._flow = FlowLayout(below)
        self._column.addWidget(below)
        for cell in (*self.cells, self.reason):
            self._connect(cell)
        self._offer()

    def head(self, titles: Sequence[str]) -> None:
        """Say above the first row what stands in it, where its cells are of one width."""
        across = QHBoxLayout()
        spaced(across, (8, 0, 8, 0), 24)
        for title in titles:
            across.addWidget(Text(title, "small", QUIET), 1)
        self._column.insertLayout(0, across)

    def _add(self, row: Sequence[tuple[Cell[Any], int]]) -> None:
        across = QHBoxLayout()
        spaced(across, gap=8)
        for cell, share in row:
            across.addWidget(cell, share, TOP)
        self._column.addLayout(across)

    def _add_note(self) -> None:
        self._mark, self._note = Pill(_("Not noted"), "late"), Text("", "small", wrap=True)
        row = QHBoxLayout()
        spaced(row, gap=8)
        row.addWidget(self._mark, 0, TOP)
        row.addWidget(self._note, 1)
        self._column.addLayout(row)
        self.say("")

    def _connect(self, cell: Cell[Any]) -> None:
        cell.entered.connect(self.entered)
        cell.escaped.connect(self.escaped)
        cell.arrow.connect(self.arrow)
        cell.edited.connect(self._edit)
        cell.came.connect(self._offer)
        cell.left.connect(self._offer)
        if isinstance(cell, TextCell):
            cell.editor.refused.connect(lambda error: self.say(sentence(error)))

    # --- what the part asks

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is typed."""
        return all(cell.is_empty for cell in self.cells)

    @property
    def told(self) -> str:
        """Return all that is typed, on one line."""
        typed = (" ".join(cell.editor.toPlainText().split()) for cell in (*self.cells, self.reason))
        return ", ".join(filter(None, typed))

    @property
    def refused(self) -> bool:
        """Tell whether it stands here why the line cannot be noted."""
        return bool(self._note.text())

    def clear(self) -> None:
        """Begin anew."""
        for cell in (*self.cells, self.reason):
            cell.clear()
        self.reason.hide()
        self.say("")

    def enter(self, cell: Cell[Any] | None = None) -> None:
        """Give the keyboard to a cell, or to the first."""
        (cell or self.cells[0]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, words: str, pill: str = "") -> None:
        """Say what is wrong or asked; no words take it away."""
        self._mark.say(pill or _("Not noted"), "soon" if pill else "late")
        self._note.setText(words)
        for widget in (self._mark, self._note):
            widget.setVisible(bool(words))

    def ask_why(self, words: str) -> None:
        """Say which rule is in the way, and ask for the reason with which it is noted all the same."""
        self.say(words)
        if self.reason.isHidden():
            self.reason.show()
            self.enter(self.reason)

    @property
    def why(self) -> str | None:
        """Return the reason that was given."""
        return self.reason.words() or None

    # --- what is offered

    def _edit(self) -> None:
        self._offer()
        self.edited.emit()

    def _offer(self) -> None:
        """Offer what the cell in hand has; with nothing to offer, name the keys."""
        emptied(self._flow)
        held = next((cell for cell in self.cells if cell.editor.hasFocus()), None)
        offers = held.offers() if held is not None else []
        for words, take in offers:
            link = Link(words, "small")
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a few letters more, or Tab, lead there by key
            link.clicked.connect(lambda _on=False, take=take: take())
            self._flow.addWidget(link)
        if not offers and self._keys:
            keys = Text(self._keys, "small", QUIET)
            keys.setContentsMargins(4, 4, 0, 0)
            self._flow.addWidget(keys)
