"""A part of a page: quiet label at the left, content at the right, a hair line above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.widgets.basics import QUIET, TOP, Panel, Pill, Rule, Text, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL_WIDTH = 146  # as wide as "Protokollsanteckningar"


class Section(QWidget):
    """One labelled part; the label names the content for screen readers as well.

    Content with an inset of its own begins so much further left: its words stand in line, not its rings.
    The key that leads here stands below the label.
    """

    def __init__(self, label: str, content: QWidget, inset: int = 0, key: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column)
        column.addWidget(Rule())
        row = QHBoxLayout()
        spaced(row, (0, 10, 0, 10))
        quiet = Text(label, "label", QUIET, wrap=True)
        quiet.setFixedWidth(LABEL_WIDTH - inset)
        quiet.setContentsMargins(0, 2, 12, 0)
        self._named = QVBoxLayout()
        spaced(self._named)
        self._named.addWidget(quiet, 0, TOP)
        row.addLayout(self._named)
        row.setAlignment(self._named, TOP)
        row.addWidget(content, 1, TOP)
        column.addLayout(row)
        if key:
            self.name_key(key)
        if not content.accessibleName():
            content.setAccessibleName(label)

    def name_key(self, key: str) -> None:
        """Name the key that leads here, quietly below the label."""
        cap = Text(key, "key", QUIET)
        self._named.addWidget(cap, 0, TOP)


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
    """Who, on the full width with a pill at its end where there is one, and below it what they said or do."""

    def __init__(self, rows: Sequence[tuple[str, str, Pill | None]], *, quiet: bool = False) -> None:
        """Show it as large as who it is of, or `quiet`, below a name that is no heading."""
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=8)
        name = "body" if quiet else "strong"
        words = ("small", QUIET) if quiet else ("body",)
        for who, told, pill in rows:
            entry, first = QVBoxLayout(), QHBoxLayout()
            spaced(entry, gap=2)
            spaced(first, gap=12)
            first.addWidget(Text(who, name if told else "body", wrap=True), 1, TOP)
            if pill is not None:
                first.addWidget(pill, 0, TOP)
            entry.addLayout(first)
            if told:
                entry.addWidget(Text(told, *words, wrap=True))
            column.addLayout(entry)


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

    def __init__(self, sentences: Sequence[str], role: str = "body") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=4)
        for sentence in sentences:
            column.addWidget(Text(sentence, role, wrap=True))


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
