"""The smallest parts: text, rules, pills, key caps, grounds."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QSizePolicy, QWidget

from klubban.ui.theme import SANS, Tone, font, theme
from klubban.ui.widgets.paint import CENTRE, draw_box, draw_pill, draw_text, pill_size, smooth

W = TypeVar("W", bound=QWidget)
ROLE = QPalette.ColorRole
INK, QUIET, ACCENT = ROLE.WindowText, ROLE.PlaceholderText, ROLE.Highlight
TOP = Qt.AlignmentFlag.AlignTop


class Text(QLabel):
    """Words with a role from the type scale and a colour from the palette."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        ink: QPalette.ColorRole = INK,
        *,
        family: str = SANS,
        wrap: bool = False,
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(ink)
        self.setWordWrap(wrap)
        self.setFont(font(role, family))


class Short(Text):
    """One line that gives way: shortened with dots where room is short, whole in its tip."""

    def minimumSizeHint(self) -> QSize:
        """Ask for a few words' room only; for none where nothing is said."""
        return QSize(min(60, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        tip = "" if short == self.text() else self.text()
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), short)


class Pill(QLabel):
    """A word in a tone. Painted, since a style sheet cannot say "half of my height"."""

    def __init__(self, text: str = "", tone: Tone = "plain") -> None:
        super().__init__(text)
        self._tone: Tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone) -> None:
        """Show another word."""
        self._tone = tone
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room the word needs."""
        return pill_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """Never be shortened."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        draw_pill(smooth(QPainter(self)), QPointF(0, 0), self.text(), self._tone)


class KeyCap(QLabel):
    """The name of a key, drawn as a key."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a squarer pill."""
        return pill_size(self.text()) - QSize(6, 3)

    def minimumSizeHint(self) -> QSize:
        """Never be shortened."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        draw_box(painter, box, tokens.surface, tokens.line, radius=4)
        draw_text(painter, box, self.text(), "key", tokens.quiet, CENTRE)


class Ground(QFrame):
    """An area filled from a palette role; no style sheet needed."""

    def __init__(self, role: QPalette.ColorRole = ROLE.Window) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(role)


class Rule(QFrame):
    """A hair line."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self._upright = upright
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill whole device pixels with the line's colour, or lines differ at 150 %."""
        ratio = self.devicePixelRatioF()
        thick = max(1, int(ratio)) / ratio
        width = thick if self._upright else self.width()
        height = self.height() if self._upright else thick
        QPainter(self).fillRect(QRectF(0, 0, width, height), QColor(theme().tokens.line))


class Panel(QWidget):
    """A rounded well, sunk below the surface."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box below the children."""
        tokens = theme().tokens
        line = tokens.ink if tokens.sunk == tokens.surface else tokens.sunk
        draw_box(smooth(QPainter(self)), QRectF(self.rect()), tokens.sunk, line)


def emptied(layout: QLayout) -> None:
    """Take every widget out of a layout; hidden at once, since Qt deletes them only later."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def widgets_in(layout: QLayout, kind: type[W]) -> list[W]:
    """Return the widgets of a kind that a layout holds, in their order."""
    places = (layout.itemAt(at) for at in range(layout.count()))
    found = (place.widget() for place in places if place is not None)
    return [widget for widget in found if isinstance(widget, kind)]


def spaced(layout: QLayout, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0) -> None:
    """Set a layout's margins and spacing; Qt's defaults are never wanted."""
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
