"""A few lines to fill in, in the page: labels at the left, one button that does it. Esc leaves it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.store.trouble import Trouble
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, TOP, Panel, Pill, Rule, Text, spaced
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.editors import LineEditor

if TYPE_CHECKING:
    from collections.abc import Callable

LABEL = 112
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormLine(LineEditor):
    """A line of a form; Enter in the last one does what the form is for."""

    entered = Signal()
    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter, and of the arrow that leads to what is below."""
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Form(Panel):
    """Lines and what is done with them; a broken rule is said above the button, and the form stays."""

    done = Signal()
    left = Signal()
    failed = Signal(Exception)

    def __init__(self, name: str, submit: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._act = act
        self._lines: dict[str, FormLine] = {}
        self._order: list[QWidget] = []
        outer = QVBoxLayout(self)
        spaced(outer, (14, 10, 14, 12))
        head = Text(name, "item_strong")
        head.setContentsMargins(0, 0, 0, 4)
        outer.addWidget(head)
        self._column = QVBoxLayout()
        spaced(self._column)
        outer.addLayout(self._column)
        outer.addLayout(self._note_row())
        self.button = Button(submit, chief=True)
        self.button.clicked.connect(self.submit)
        self._cancel = Link(_("Cancel"), "item")
        self._cancel.clicked.connect(self.left)
        foot = QHBoxLayout()
        spaced(foot, (0, 10, 0, 0), 8)
        foot.addWidget(self.button)
        foot.addWidget(self._cancel)
        foot.addStretch()
        outer.addLayout(foot)

    def _note_row(self) -> QHBoxLayout:
        self._mark, self._note = Pill(_("Not done"), "late"), Text("", "small", wrap=True)
        row = QHBoxLayout()
        spaced(row, (0, 6, 0, 0), 8)
        row.addWidget(self._mark, 0, TOP)
        row.addWidget(self._note, 1)
        self._say("")
        return row

    def add_line(self, name: str, label: str, words: str = "", hint: str = "") -> FormLine:
        """Add a line of words."""
        line = FormLine(label)
        line.show_words(words)
        line.setPlaceholderText(hint)
        line.entered.connect(partial(self._go_on, line))
        self._lines[name] = line
        self.add(label, line, focus=line)
        return line

    def add(self, label: str, content: QWidget, *, focus: QWidget | None = None) -> None:
        """Add something else to be chosen."""
        row = QHBoxLayout()
        spaced(row, (0, 5, 0, 5))
        quiet = Text(label, "label", QUIET, wrap=True)
        quiet.setFixedWidth(LABEL)
        quiet.setContentsMargins(0, 2, 8, 0)
        row.addWidget(quiet, 0, TOP)
        row.addWidget(content, 1, TOP)
        self._column.addWidget(Rule())
        self._column.addLayout(row)
        if focus is not None:
            self._order.append(focus)

    def words(self, name: str) -> str:
        """Return what stands in a line."""
        return self._lines[name].words()

    def has(self, name: str) -> bool:
        """Tell whether there is a line of that name."""
        return name in self._lines

    def go_to(self, name: str) -> None:
        """Give the keyboard to a line."""
        self._lines[name].setFocus(Qt.FocusReason.TabFocusReason)

    def tell(self, words: str) -> None:
        """Say why something was not done, above the button."""
        self._say(words)

    def enter(self) -> None:
        """Give the keyboard to the first line; after the last one Tab comes to the buttons."""
        ends = (self.button, self._cancel)
        stops = [
            each
            for each in self.findChildren(QWidget)
            if each not in ends and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for before, after in pairwise([*stops[-1:], *ends]):
            self.setTabOrder(before, after)
        if self._order:
            self._order[0].setFocus(Qt.FocusReason.TabFocusReason)

    def submit(self) -> None:
        """Do it; say why not when it cannot be done."""
        try:
            self._act()
        except RuleBroken as broken:
            self._say(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self._say("")
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _go_on(self, line: FormLine) -> None:
        if line is self._order[-1]:
            self.submit()
        else:
            self._order[self._order.index(line) + 1].setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, words: str) -> None:
        self._note.setText(words)
        for widget in (self._mark, self._note):
            widget.setVisible(bool(words))
