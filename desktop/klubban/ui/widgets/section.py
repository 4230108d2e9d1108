"""A part of a page: quiet label at the left, content at the right, a hair line above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.widgets.basics import QUIET, TOP, Panel, Pill, Rule, Text, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL_WIDTH = 128


class Section(QWidget):
    """One labelled part; the label names the content for screen readers as well."""

    def __init__(self, label: str, content: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column)
        column.addWidget(Rule())
        row = QHBoxLayout()
        spaced(row, (0, 10, 0, 10))
        quiet = Text(label, "label", QUIET, wrap=True)
        quiet.setFixedWidth(_LABEL_WIDTH)
        quiet.setContentsMargins(0, 2, 12, 0)
        row.addWidget(quiet, 0, TOP)
        row.addWidget(content, 1, TOP)
        column.addLayout(row)
        if not content.accessibleName():
            content.setAccessibleName(label)


class Column(QWidget):
    """Parts below each other that come and go together."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        spaced(self.column)


class Noted(QWidget):
    """Content with room below it for a sentence about what is wrong; no room is taken while nothing is."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        column, row = QVBoxLayout(self), QHBoxLayout()
        spaced(column, gap=4)
        spaced(row, gap=8)
        self._mark, self._note = Pill(_("Not saved"), "late"), Text("", "small", wrap=True)
        row.addWidget(self._mark, 0, TOP)
        row.addWidget(self._note, 1)
        column.addWidget(content)
        column.addLayout(row)
        self.setAccessibleName(content.accessibleName())
        self.say("")

    def say(self, words: str) -> None:
        """Show a sentence; no words take it away."""
        self._note.setText(words)
        for widget in (self._mark, self._note):
            widget.setVisible(bool(words))


class Rows(QWidget):
    """Lines of words in the same two columns, with a pill at the end where there is one."""

    def __init__(self, rows: Sequence[tuple[str, str, Pill | None]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        spaced(grid)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for number, (first, second, pill) in enumerate(rows):
            grid.addWidget(Text(first, wrap=True), number, 0, TOP)
            grid.addWidget(Text(second, wrap=True), number, 1, TOP)
            if pill is not None:
                grid.addWidget(pill, number, 2, TOP)


class Names(QWidget):
    """Names in as many columns as are asked for, read downwards."""

    def __init__(self, names: Sequence[str], columns: int = 2) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        spaced(row, gap=16)
        tall = -(-len(names) // columns)
        for start in range(0, tall * columns, max(tall, 1)):
            column = QVBoxLayout()
            spaced(column, gap=2)
            for name in names[start : start + tall]:
                column.addWidget(Text(name, wrap=True))
            column.addStretch()
            row.addLayout(column, 1)


class Sentences(QWidget):
    """A few sentences below each other."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=4)
        for sentence in sentences:
            column.addWidget(Text(sentence, wrap=True))


class Answers(QWidget):
    """Boxes side by side, one for each answer in a vote."""

    def __init__(self, answers: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        spaced(row, (0, 0, 0, 4), 14)
        for answer, meaning, names in answers:
            row.addWidget(self._box(answer, meaning, names), 1)

    def _box(self, answer: str, meaning: str, names: str) -> Panel:
        """Return the box of one answer."""
        box = Panel()
        column = QVBoxLayout(box)
        spaced(column, (12, 6, 12, 8))
        column.addWidget(Text(answer, "title"))
        column.addWidget(Text(meaning, "small", wrap=True))
        if names:
            column.addWidget(Text(names, "small", QUIET, wrap=True))
        column.addStretch()
        box.setAccessibleName(": ".join(filter(None, (answer, meaning, names))))
        return box
