"""What to do next, as large quiet buttons: what it is called, and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from klubban.ui.theme import theme
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.buttons import Pressed
from klubban.ui.widgets.paint import (
    draw_box,
    draw_focus,
    draw_text,
    draw_wrapped,
    smooth,
    text_height,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PAD_ACROSS, _PAD_DOWN, _TITLE = 18, 13, 24


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to do; `chief` is what most will want."""

    title: str
    detail: str
    act: Callable[[], object]
    chief: bool = False


class ChoiceButton(Pressed):
    """A card that is a button."""

    def __init__(self, choice: Choice) -> None:
        super().__init__(choice.title)
        self._choice = choice
        self.setAccessibleName(choice.title)
        self.setAccessibleDescription(choice.detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(choice.act)

    def hasHeightForWidth(self) -> bool:
        """Tell that the detail wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of title and detail."""
        detail = text_height(self._choice.detail, "item", width - 2 * _PAD_ACROSS)
        return 2 * _PAD_DOWN + _TITLE + detail

    def sizeHint(self) -> QSize:
        """Return the size at the page's measure."""
        return QSize(440, self.heightForWidth(440))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, its words, and the ring where the keyboard is."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        over = self.underMouse() or self.isDown()
        fill = tokens.accent_soft if self._choice.chief else tokens.sunk if over else tokens.surface
        draw_box(painter, box, fill, tokens.accent if over or self._choice.chief else tokens.edge)
        inner = box.adjusted(_PAD_ACROSS, _PAD_DOWN, -_PAD_ACROSS, 0)
        ink = tokens.accent if self._choice.chief else tokens.ink
        draw_text(painter, inner, self._choice.title, "strong", ink)
        quiet = tokens.ink if self._choice.chief else tokens.quiet
        draw_wrapped(painter, inner.adjusted(0, _TITLE, 0, 0), self._choice.detail, "item", quiet)
        if self.hasFocus():
            draw_focus(painter, box)


class Choices(QWidget):
    """Choices below each other."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=12)
        for choice in choices:
            column.addWidget(ChoiceButton(choice))
