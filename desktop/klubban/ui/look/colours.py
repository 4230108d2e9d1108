"""A handful of colours by name. Arrow keys walk them, Enter or a space chooses; the chosen one has a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from klubban.ui.theme import LIGHT, font, theme
from klubban.ui.widgets.buttons import FlowLayout
from klubban.ui.widgets.chips import HIGH
from klubban.ui.widgets.paint import VCENTRE, draw_box, draw_focus, draw_text, draw_tick, smooth
from klubban.ui.widgets.word_choice import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

_RADIUS, _WORDS, _RIGHT = 8, 30, 12


class Swatch(Word):
    """A disc of colour and its name; a tick in the disc when it is chosen.

    The one that holds may be a colour of its own, and then none is.
    """

    def __init__(self, colour: str, name: str) -> None:
        super().__init__(name)
        self.colour = colour
        self.setToolTip(colour)

    def sizeHint(self) -> QSize:
        """Return the room of the disc and the name."""
        wide = QFontMetrics(font("item_strong")).horizontalAdvance(self.text())
        return QSize(_WORDS + wide + _RIGHT, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc in its own colour, with a ring that is seen on every ground."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        chosen = self.isChecked()
        line = tokens.accent if chosen else tokens.line
        draw_box(painter, box, tokens.accent_soft if chosen else tokens.surface, line)
        centre = QPointF(box.left() + _WORDS / 2 + 1, box.center().y())
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(centre, _RADIUS, _RADIUS)
        if chosen:
            draw_tick(painter, centre, LIGHT.on_accent)
        ink = tokens.accent if chosen or self.underMouse() else tokens.ink
        role = "item_strong" if chosen else "item"
        draw_text(painter, box.adjusted(_WORDS, 0, 0, 0), self.text(), role, ink, VCENTRE)
        if self.hasFocus():
            draw_focus(painter, box)


class Swatches(QWidget):
    """The colours in a line; `chosen` carries one."""

    chosen = Signal(str)

    def __init__(self, name: str, colours: Sequence[tuple[str, str]], *, locked: bool) -> None:
        super().__init__()
        self.setAccessibleName(name)
        flow = FlowLayout(self, gap=8)
        self.swatches = [Swatch(colour, words) for colour, words in colours]
        for swatch in self.swatches:
            swatch.clicked.connect(lambda _on=False, colour=swatch.colour: self._take(colour))
            swatch.walked.connect(self._walk)
            swatch.setEnabled(not locked)
            flow.addWidget(swatch)

    def hold(self, colour: str) -> None:
        """Show which holds, if it is one of these; Tab stops there, or at the first."""
        held = next((each for each in self.swatches if each.colour == colour), None)
        for swatch in self.swatches:
            swatch.setChecked(swatch is held)
            stop = swatch is (held or self.swatches[0])
            swatch.setFocusPolicy(Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.ClickFocus)

    def _take(self, colour: str) -> None:
        self.hold(colour)
        self.chosen.emit(colour)

    def _walk(self, by: int) -> None:
        held = next((place for place, each in enumerate(self.swatches) if each.hasFocus()), 0)
        if 0 <= held + by < len(self.swatches):
            self.swatches[held + by].setFocus(Qt.FocusReason.TabFocusReason)
