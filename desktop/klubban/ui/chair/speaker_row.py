"""One line of the speakers' list: a name, whether it is a reply, and how long they spoke or speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from klubban.i18n import _, pgettext
from klubban.ui.chair.view_words import spoken_time
from klubban.ui.theme import font, theme
from klubban.ui.widgets.paint import (
    RIGHT,
    VCENTRE,
    draw_box,
    draw_focus,
    draw_pill,
    draw_text,
    draw_tick,
    line_of,
    smooth,
)

if TYPE_CHECKING:
    from klubban.domain.agenda import Speaker

_HIGH, _PAD, _MARK, _TIME = 36, 10, 26, 150


class SpeakerRow(QAbstractButton):
    """Somebody on the list; pressed, their time begins or ends. Other keys are for the list."""

    def __init__(self, speaker: Speaker, place: int) -> None:
        super().__init__()
        self.speaker, self._place = speaker, place
        self._seconds: int | None = None
        self.setText(str(speaker.who))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_time(None)

    def show_time(self, seconds: int | None) -> None:
        """Show for how long they have been speaking; None while they do not."""
        begun = (seconds is None) != (self._seconds is None) or not self.accessibleName()
        self._seconds = seconds
        if begun:  # else a reader would be told of each second
            reply = pgettext("speech", "reply") if self.speaker.reply else ""
            self.setAccessibleName(", ".join(filter(None, (self.text(), reply, self._state()))))
        self.update()

    def _state(self) -> str:
        if self.speaker.seconds is not None:
            return _("spoke for {time}").format(time=spoken_time(self.speaker.seconds))
        return _("waits") if self._seconds is None else _("speaks")

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(320, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(160, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line; whoever speaks stands on a fill of their own."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        box = QRectF(self.rect())
        speaks, over = self._seconds is not None, self.speaker.seconds is not None
        if speaks:
            draw_box(painter, box, tokens.accent_soft, line_of(tokens.accent_soft))
        middle = box.center().y()
        if over:
            draw_tick(painter, QPointF(_PAD + 6, middle), tokens.done)
        else:
            number = QRectF(_PAD, 0, _MARK, _HIGH)
            draw_text(painter, number, str(self._place), "body", tokens.quiet, VCENTRE)
        ink = tokens.quiet if over else tokens.ink
        role = "large_strong" if speaks else "large"
        left = _PAD + _MARK
        wide = min(QFontMetrics(font(role)).horizontalAdvance(self.text()) + 4, self.width() - left - _TIME)
        draw_text(painter, QRectF(left, 0, wide, _HIGH), self.text(), role, ink, VCENTRE)
        if self.speaker.reply:
            draw_pill(painter, QPointF(left + wide + 8, middle - 10), pgettext("speech", "reply"), "plain")
        seconds = self._seconds if speaks else self.speaker.seconds
        if seconds is not None:
            area = QRectF(self.width() - 90, 0, 80, _HIGH)
            draw_text(painter, area, spoken_time(seconds), role, ink, RIGHT | VCENTRE)
        if self.hasFocus():
            draw_focus(painter, box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the list."""
        event.ignore()
