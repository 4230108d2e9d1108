"""Drawing shared by widgets and delegates; colours are read from the theme at the stroke."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from klubban.ui.theme import Tone, font, theme

VCENTRE = Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight
WRAP = Qt.TextFlag.TextWordWrap
# A word too long for its line breaks where it must, rather than running out of the column.
_WRAP_FLAGS = int(WRAP) | int(Qt.TextFlag.TextWrapAnywhere)
_SHORT_WORD = 2
PILL_HEIGHT = 20
CORNER = 8
CHOICE_PAD, CHOICE_TICK = 10, 14


def smooth(painter: QPainter) -> QPainter:
    """Turn on antialiasing and hand the painter back."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def pill_size(text: str) -> QSize:
    """Return the room a pill needs."""
    room = 18 if len(text) > _SHORT_WORD else 12
    return QSize(max(PILL_HEIGHT, QFontMetrics(font("pill")).horizontalAdvance(text) + room), PILL_HEIGHT)


def line_of(fill: str) -> str:
    """Return the outline of a soft fill: itself, or ink where high contrast leaves no fill to see."""
    tokens = theme().tokens
    return tokens.ink if fill.lower() == tokens.surface.lower() else fill


def draw_pill(painter: QPainter, corner: QPointF, text: str, tone: Tone) -> None:
    """Draw a word in a rounded fill, its top left corner given."""
    ink, fill = theme().tokens.tone(tone)
    rect = QRectF(corner, pill_size(text).toSizeF())
    draw_box(painter, rect, fill, line_of(fill), radius=PILL_HEIGHT / 2)
    draw_text(painter, rect, text, "pill", ink, CENTRE)


def draw_text(
    painter: QPainter, rect: QRectF, text: str, role: str, colour: str, flags: Qt.AlignmentFlag | int = 0
) -> None:
    """Draw text in a role's face on one line, shortened with dots where room is short."""
    face = font(role)
    painter.setFont(face)
    painter.setPen(QColor(colour))
    short = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    painter.drawText(rect, int(flags), short)


def draw_wrapped(painter: QPainter, rect: QRectF, text: str, role: str, colour: str) -> None:
    """Draw text over as many lines as it needs."""
    painter.setFont(font(role))
    painter.setPen(QColor(colour))
    painter.drawText(rect, _wrap_flags(text, role, rect.width()), text)


def text_height(text: str, role: str, width: float) -> int:
    """Return the height of text wrapped to a width, just as draw_wrapped will set it."""
    box = QRect(0, 0, int(width), 1_000_000)
    flags = _wrap_flags(text, role, width)
    return QFontMetrics(font(role)).boundingRect(box, flags, text).height()


def _wrap_flags(text: str, role: str, width: float) -> int:
    return _WRAP_FLAGS if _longest(text, role) > width else int(WRAP)


@lru_cache(4096)
def _longest(text: str, role: str) -> int:
    """Return the width of the longest word; a row is measured many times."""
    metrics = QFontMetrics(font(role))
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def draw_box(painter: QPainter, rect: QRectF, fill: str, line: str, radius: float = CORNER) -> None:
    """Draw a rounded box whose line lies wholly inside the rect, sharp at every scale."""
    painter.setPen(QPen(QColor(line), 1))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def draw_choice(painter: QPainter, rect: QRectF, text: str, *, chosen: bool, under: bool = False) -> None:
    """Draw a word that can be chosen: the chosen one strong in the accent with a tick, the others quiet."""
    tokens = theme().tokens
    if not chosen:
        draw_box(painter, rect, tokens.surface, tokens.line)
        draw_text(painter, rect, text, "item", tokens.accent if under else tokens.ink, CENTRE)
        return
    draw_box(painter, rect, tokens.accent_soft, tokens.accent)
    draw_tick(painter, QPointF(rect.left() + CHOICE_PAD + 3, rect.center().y()), tokens.accent)
    draw_text(painter, rect.adjusted(CHOICE_TICK, 0, 0, 0), text, "item_strong", tokens.accent, CENTRE)


def choice_width(text: str) -> int:
    """Return the room that a word to choose needs, with its tick."""
    return QFontMetrics(font("item_strong")).horizontalAdvance(text) + 2 * CHOICE_PAD + CHOICE_TICK


def draw_focus(painter: QPainter, rect: QRectF, colour: str | None = None) -> None:
    """Draw the ring that shows where the keyboard is, in the accent unless another colour is seen better."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour or theme().tokens.accent), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), CORNER, CORNER)


def draw_raised(painter: QPainter, rect: QRectF) -> None:
    """Draw a card that lies on the ground: fill, hair line, and a shadow of one pixel below."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 14))
    painter.drawRoundedRect(rect.translated(0, 1), CORNER, CORNER)
    draw_box(painter, rect, theme().tokens.surface, theme().tokens.line)


def draw_tick(painter: QPainter, centre: QPointF, colour: str) -> None:
    """Draw the done mark as strokes: the face has no such glyph."""
    unit = 4.0
    path = QPainterPath(centre + QPointF(-unit, 0.3 * unit))
    path.lineTo(centre + QPointF(-0.3 * unit, unit))
    path.lineTo(centre + QPointF(unit, -1.2 * unit))
    pen = QPen(QColor(colour), 1.25)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)
