"""The phrases there are, in a small list below the caret: it holds nothing up, and typing goes on past it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from klubban.domain.text import plain
from klubban.i18n import _
from klubban.ui.theme import theme
from klubban.ui.widgets.paint import VCENTRE, draw_box, draw_text, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.phrases import Phrase

_WIDTH, _ROW, _PAD, _MOST, _SHORT = 460, 28, 6, 9, 84


class PhraseList(QWidget):
    """Arrows choose, Enter and a click take; Escape and every letter go back to the text."""

    chosen = Signal(object)

    def __init__(self, editor: QTextEdit, phrases: Sequence[Phrase]) -> None:
        super().__init__(editor.window())
        self._editor, self._phrases, self._at = editor, list(phrases), 0
        self.setAccessibleName(_("Phrases"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(self.sizeHint())
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._tell()

    def sizeHint(self) -> QSize:
        """Return the room for the rows."""
        return QSize(_WIDTH, max(1, min(len(self._phrases), _MOST)) * _ROW + 2 * _PAD)

    def _place(self) -> None:
        """Stand below the caret, or above it where there is no room."""
        window, caret = self._editor.window(), self._editor.cursorRect()
        below = self._editor.viewport().mapTo(window, caret.bottomLeft() + QPoint(0, 4))
        above = self._editor.viewport().mapTo(window, caret.topLeft() - QPoint(0, 4)).y() - self.height()
        y = below.y() if below.y() + self.height() <= window.height() else max(above, 0)
        self.move(max(0, min(below.x(), window.width() - self.width() - 8)), y)

    @property
    def _top(self) -> int:
        """Return the first row that is shown."""
        return max(0, min(self._at - _MOST + 1, len(self._phrases) - _MOST))

    # --- Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows: the key, and how the phrase begins."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        draw_box(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.surface, tokens.edge)
        if not self._phrases:
            room = QRectF(self.rect()).adjusted(14, 0, -14, 0)
            draw_text(painter, room, _("There are no phrases yet"), "item", tokens.quiet, VCENTRE)
        for number, phrase in enumerate(self._phrases[self._top : self._top + _MOST]):
            box = QRectF(_PAD, _PAD + number * _ROW, self.width() - 2 * _PAD, _ROW)
            if number + self._top == self._at:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.accent_soft))
                painter.drawRoundedRect(box, 6, 6)
            short = QRectF(box.left() + 8, box.top(), _SHORT, _ROW)
            draw_text(painter, short, phrase.short, "strong", tokens.ink, VCENTRE)
            words = QRectF(short.right() + 8, box.top(), box.right() - short.right() - 16, _ROW)
            draw_text(painter, words, " ".join(plain(phrase.text).split()), "item", tokens.quiet, VCENTRE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, take or leave; what is typed goes on in the text."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if self._phrases:
                self._take()
            case Qt.Key.Key_Escape:
                self.close_list()
            case _ if event.text():
                self.close_list()
                QApplication.sendEvent(self._editor, event.clone())
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Let Tab take the phrase in hand."""
        if self._phrases:
            self._take()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the phrase that was pressed."""
        row = int((event.position().y() - _PAD) // _ROW) + self._top
        if 0 <= row < len(self._phrases):
            self._at = row
            self._take()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go away when something else is in hand."""
        super().focusOutEvent(event)
        self.hide()
        self.deleteLater()

    # --- what is done

    def _walk(self, by: int) -> None:
        self._at = max(0, min(self._at + by, len(self._phrases) - 1))
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Let readers that do not see it say the row in hand."""
        if self._phrases:
            phrase = self._phrases[self._at]
            self.setAccessibleDescription(f"{phrase.short}: {plain(phrase.text)}")

    def _take(self) -> None:
        phrase = self._phrases[self._at]
        self.close_list()
        self.chosen.emit(phrase)

    def close_list(self) -> None:
        """Go away, and give the keyboard back to the text."""
        self._editor.setFocus(Qt.FocusReason.PopupFocusReason)
