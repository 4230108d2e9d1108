"""The strip at the foot: how the meeting stands, what was done last, and what undo would take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.ui.widgets.basics import QUIET, Ground, KeyCap, Pill, Short, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.paint import RIGHT, VCENTRE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.ui.theme import Tone

_HEIGHT, _LEAST = 40, 60


class Foot(Ground):
    """State at the left, a message in its place while there is one, and at the right what was saved."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        spaced(self._row, (28, 0, 28, 0), 10)
        self.setFixedHeight(_HEIGHT)  # a message with links is no reason to move the desk
        self._pill, self._words, self._message = Pill(), Short("", "small", QUIET), Short("", "small")
        self._saved, self._cap = Short("", "small", QUIET), KeyCap()
        self._saved.setAlignment(RIGHT | VCENTRE)  # the key goes on from its last word
        self._links = QWidget()
        self._link_row = QHBoxLayout(self._links)
        spaced(self._link_row)
        for widget, stretch in (
            (self._pill, 0),
            (self._words, 1),
            (self._message, 0),
            (self._links, 0),
        ):
            self._row.addWidget(widget, stretch)
        self._row.addStretch()
        self._row.addWidget(self._saved)
        self._row.addWidget(self._cap)
        for widget in (self._pill, self._message, self._links, self._cap):
            widget.hide()

    def show_state(self, pill: str, tone: Tone, words: str) -> None:
        """Show how the meeting stands; an empty word leaves the pill out."""
        self._pill.say(pill, tone)
        self._pill.setVisible(bool(pill))
        self._words.setText(words)

    def show_saved(self, words: str, key: str) -> None:
        """Show what was saved, and the key that takes it back."""
        self._saved.setText(words)
        self._saved.setMinimumWidth(min(self._saved.sizeHint().width(), 420))
        self._cap.setText(key)
        self._cap.setVisible(bool(key))
        self._cap.updateGeometry()

    def say(self, words: str, links: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Say something until the next is said; no words give the place back to the state."""
        emptied(self._link_row)
        for title, act in links:
            link = Link(title)
            link.clicked.connect(act)
            self._link_row.addWidget(link)
        self._message.setText(words)
        self._message.setMinimumWidth(max(_LEAST, min(self._message.sizeHint().width(), 560)) if words else 0)
        self._message.setVisible(bool(words))
        self._links.setVisible(bool(links))
        self._words.setVisible(not words)
