"""A calm strip across the top of a page: what is out of the ordinary, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.ui.theme import Tone, theme
from klubban.ui.widgets.basics import TOP, Pill, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.paint import line_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Banner(QWidget):
    """One message; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        spaced(self._row, (28, 9, 24, 9), 10)
        self._pill, self._words = Pill(), Text("", "item", wrap=True)
        self._tone: Tone = "plain"
        self._row.addWidget(self._pill, 0, TOP)
        self._row.addWidget(self._words, 1, TOP)
        self._links: list[Link] = []
        self.hide()

    def say(
        self, pill: str, tone: Tone, words: str, links: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        """Show a message with its word, and what can be done."""
        self.clear()
        self._tone = tone
        self._pill.say(pill, tone)
        self._words.setText(words)
        self.setAccessibleName(f"{pill}: {words}")
        for title, act in links:
            link = Link(title, "item_strong")
            link.clicked.connect(act)
            self._row.addWidget(link, 0, TOP)
            self._links.append(link)
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        while self._links:
            link = self._links.pop()
            link.hide()  # Qt deletes it only later
            link.deleteLater()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill with the tone's soft colour, and rule off below."""
        _ink, fill = theme().tokens.tone(self._tone)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(fill))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(line_of(fill)))
