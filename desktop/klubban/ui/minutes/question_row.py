"""One question that the chair puts: its words, and the lettered answers of which one was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klubban.ui.minutes.row import INSET, KeyRow
from klubban.ui.theme import Tone, theme
from klubban.ui.widgets.basics import INK, QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.buttons import FlowLayout
from klubban.ui.widgets.paint import (
    CENTRE,
    choice_width,
    draw_box,
    draw_choice,
    draw_text,
    smooth,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.ui.minutes.alternatives import Alternative

_HIGH, _CAP, _LEAST = 28, 18, 40


class Answer(QAbstractButton):
    """One answer with its letter; the question's row has the keyboard."""

    def __init__(self, letter: str, words: str, *, chosen: bool) -> None:
        super().__init__()
        self._letter = letter
        self.setText(words)
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{letter}: {words}")

    def sizeHint(self) -> QSize:
        """Return the room of the letter and the words."""
        return QSize(choice_width(self.text()) + _CAP, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """Give way where the column is narrow."""
        return QSize(min(self.sizeHint().width(), 100), _HIGH)

    def nextCheckState(self) -> None:
        """Change only with what the store holds."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the letter as a key, then the words; the one found has its tick."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        if self.isChecked():
            draw_choice(painter, box, self.text(), chosen=True)
            return
        draw_choice(painter, box, "", chosen=False, under=self.underMouse())
        cap = QRectF(6, (box.height() - _CAP) / 2, _CAP, _CAP)
        draw_box(painter, cap, tokens.surface, tokens.edge, radius=4)
        draw_text(painter, cap, self._letter, "key", tokens.quiet, CENTRE)
        draw_text(painter, box.adjusted(_CAP + 6, 0, -4, 0), self.text(), "item", tokens.ink, CENTRE)


class QuestionRow(KeyRow):
    """Letters choose."""

    chosen = Signal(int)
    """The number of an answer."""
    vote_asked = Signal()

    def __init__(
        self,
        id_: int,
        words: str,
        answers: Sequence[Alternative],
        found: int | None,
        pills: Sequence[tuple[str, Tone]] = (),
        *,
        quiet: bool = False,
        vote: str = "",
    ) -> None:
        """Show a question; `vote` are the words that offer one on it."""
        super().__init__(id_)
        self.count = len(answers)
        told = [
            words,
            *(each.words for at, each in enumerate(answers) if at == found),
            *(p for p, _t in pills),
        ]
        self.setAccessibleName(", ".join(told))
        column, first = QVBoxLayout(self), QHBoxLayout()
        spaced(column, (INSET, 4, INSET, 6), 4)
        spaced(first, gap=12)
        asked = Text(words, "body", QUIET if quiet else INK, wrap=True)
        asked.setMinimumWidth(_LEAST)
        first.addWidget(asked, 1, TOP)
        for told_, tone in pills:
            first.addWidget(Pill(told_, tone), 0, TOP)
        column.addLayout(first)
        line = QWidget()
        flow = FlowLayout(line, gap=6)
        for at, each in enumerate(answers):
            answer = Answer(letter(at), each.words, chosen=at == found)
            answer.clicked.connect(lambda _on=False, at=at: self.chosen.emit(at))
            flow.addWidget(answer)
        if vote:
            offer = Answer("O", vote, chosen=False)
            offer.clicked.connect(self.vote_asked)
            flow.addWidget(offer)
        column.addWidget(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let no answer be wider than the column."""
        super().resizeEvent(event)
        for answer in self.findChildren(Answer):
            answer.setMaximumWidth(max(_LEAST, self.width() - 2 * INSET))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a letter; other keys are the part's."""
        typed = event.text().upper()
        at = ord(typed) - ord("A") if len(typed) == 1 else -1
        if typed == "O":
            self.vote_asked.emit()
        elif 0 <= at < self.count and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.chosen.emit(at)
        else:
            self.pressed_key.emit(self, event)


def letter(place: int) -> str:
    """Return the letter of an answer."""
    return chr(ord("A") + place)
