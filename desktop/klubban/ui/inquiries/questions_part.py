"""The questions: as they were sent, with a reason where one was withdrawn; and what one is moved by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from klubban.i18n import _
from klubban.ui.inquiries import words
from klubban.ui.inquiries.struck import Struck
from klubban.ui.widgets.basics import QUIET, Text, emptied
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from klubban.domain.referral import Inquiry
    from klubban.ui.inquiries.book import Book


class Grip(Text):
    """The number of a question, by which it is dragged to another place."""

    dropped = Signal(QPoint)
    """Where on the screen."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "body", QUIET)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Take hold of it."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit(event.globalPosition().toPoint())


class SentQuestions(Column):
    """Nothing in it can be changed."""

    def take(self, inquiry: Inquiry, book: Book) -> None:
        """Show them as they stand now."""
        emptied(self.column)
        for number, question in enumerate(inquiry.questions, 1):
            said = f"{number}. {question.text}"
            line = Text(said, wrap=True) if question.withdrawn_on is None else Struck(said)
            line.setContentsMargins(0, 0, 0, 4)
            self._put(line)
            if question.withdrawn_on is not None:
                told = _("Withdrawn on {day}: {reason}").format(
                    day=words.day(question.withdrawn_on, book), reason=question.withdrawn_because or "–"
                )
                below = Text(told, "small", QUIET, wrap=True)
                line.setAccessibleName(f"{line.text()} {told}")
                below.setContentsMargins(18, 0, 0, 6)
                self._put(below)
        if not inquiry.questions:
            self._put(Text(_("No questions: an answer in words of one’s own is asked for."), wrap=True))

    def _put(self, line: Text) -> None:
        self.column.addWidget(line)
        line.show()
