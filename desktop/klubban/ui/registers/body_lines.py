"""Lines at the head of a body's page: one of several things, and the bodies that belong to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _, ngettext
from klubban.ui.registers import words
from klubban.ui.widgets.basics import QUIET, TOP, Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.domain.body import Body


class Below(QWidget):
    """Names the bodies that belong to this one; each name leads to its page."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, 4)

    def show_bodies(self, bodies: Sequence[Body]) -> None:
        """Name others; none take the line away."""
        emptied(self._flow)
        label = Text(ngettext("Subordinate body:", "Subordinate bodies:", len(bodies)))
        label.setContentsMargins(0, 3, 0, 0)
        self._flow.addWidget(label)
        for body in bodies:
            link = Link(words.inside(body.name), "body")
            link.clicked.connect(partial(self.chosen.emit, body.id))
            self._flow.addWidget(link)
        self.setVisible(bool(bodies))


class Chosen(QWidget):
    """A sentence that is one of several, and a quiet way to choose another."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(
        self,
        name: str,
        options: Callable[[], tuple[Sequence[tuple[object, str, str]], object]],
        *,
        locked: bool,
    ) -> None:
        super().__init__()
        self._name, self._options, self._open = name, options, None
        self._column = QVBoxLayout(self)
        spaced(self._column)
        row = QHBoxLayout()
        spaced(row, gap=8)
        self._says, self._follows = Text("", wrap=True), Text("", "small", QUIET, wrap=True)
        self._link = Link(_("Change"))
        self._link.setAccessibleName(_("Change: {rule}").format(rule=name))
        self._link.clicked.connect(self._swap)
        if locked:
            self._link.hide()
        self._note = Text("", "small", wrap=True)
        row.addWidget(self._says, 1, TOP)
        row.addWidget(self._link, 0, TOP)
        self._column.addLayout(row)
        self._column.addWidget(self._follows)
        self._column.addWidget(self._note)
        self._note.hide()

    _open: Options | None

    def say(self, words_: str, follows: str) -> None:
        """Show what is chosen."""
        self._says.setText(words_)
        self._follows.setText(follows)
        self._follows.setVisible(bool(follows))

    def complain(self, words_: str) -> None:
        """Say why something else cannot be chosen."""
        self._note.setText(words_)
        self._note.show()

    def close_choice(self) -> None:
        """Take the choice away again."""
        self._note.hide()
        if self._open is not None:
            self._open.hide()
            self._open.deleteLater()
            self._open = None
            self._link.setText(_("Change"))
            self._link.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the choice with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._open is not None:
            self.close_choice()
        else:
            super().keyPressEvent(event)

    def _swap(self) -> None:
        if self._open is not None:
            self.close_choice()
            return
        options, now = self._options()
        self._open = Options(self._name, options, now)
        self._open.chosen.connect(self.chosen)
        self._column.addWidget(self._open)
        self._open.show()
        self._link.setText(_("Close"))
        self._open.enter()
        self.opened.emit()
