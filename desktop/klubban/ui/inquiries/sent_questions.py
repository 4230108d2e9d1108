"""The questions as they were sent, with a reason where one was withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _
from klubban.ui.inquiries import words
from klubban.ui.inquiries.struck import Struck
from klubban.ui.widgets.basics import QUIET, Text, emptied
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from klubban.domain.referral import Inquiry
    from klubban.ui.inquiries.book import Book


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
