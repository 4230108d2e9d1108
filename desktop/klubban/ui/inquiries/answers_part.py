"""What was answered, to read: below each question all who answered it, or below each referee all it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from klubban.domain.text import plain
from klubban.i18n import _, pgettext
from klubban.ui.widgets.basics import QUIET, Rule, Text, emptied
from klubban.ui.widgets.chips import OneOf
from klubban.ui.widgets.section import Column, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.referral import Inquiry, Referee, Reply
    from klubban.domain.text import Blocks
    from klubban.ui.widgets.basics import Pill

Line = tuple[str, str, "Pill | None"]


class AnswersPart(Column):
    """Shown once somebody has answered."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.by_referee = False
        self._inquiry: Inquiry | None = None
        self._titles: dict[int, Text] = {}
        label = Text(_("What was answered"), "label", QUIET)
        label.setContentsMargins(0, 14, 0, 8)
        self._ways = OneOf(
            _("How answers are read"),
            [
                (False, pgettext("answers", "By question")),
                (True, pgettext("answers", "By referee")),
            ],
            now=False,
        )
        self._ways.chosen.connect(lambda way: self.show_by(by_referee=bool(way)))
        self._told = Column()
        for part in (Rule(), label, self._ways, self._told):
            self.column.addWidget(part)

    def take(self, inquiry: Inquiry) -> None:
        """Show what was answered."""
        self._inquiry = inquiry
        self.setVisible(any(each.replies for each in inquiry.referees))
        self._show()

    def show_by(self, *, by_referee: bool) -> None:
        """Show answers by referee, or by question."""
        self.by_referee = by_referee
        self._ways.hold(by_referee)
        self._show()

    def title_of(self, referee_id: int) -> Text | None:
        """Return the heading above what a referee answered."""
        return self._titles.get(referee_id)

    def _show(self) -> None:
        emptied(self._told.column)
        self._titles = {}
        inquiry = self._inquiry
        if inquiry is None:
            return
        if self.by_referee:
            self._show_by_referee(inquiry)
        else:
            self._show_by_question(inquiry)

    def _put(self, title: str, lines: Sequence[Line]) -> Text:
        head = Text(title, "item_strong", wrap=True)
        head.setContentsMargins(0, 16, 0, 6)
        self._told.column.addWidget(head)
        rows = Rows(lines, quiet=False)
        rows.setContentsMargins(0, 0, 0, 4)
        self._told.column.addWidget(rows)
        for part in (head, rows):
            part.show()
        return head

    def _show_by_question(self, inquiry: Inquiry) -> None:
        for number, question in enumerate(inquiry.questions, 1):
            if question.withdrawn_on is not None:
                continue
            lines = [
                (str(who.who), words, None)
                for who, reply in _replies(inquiry)
                if (words := _words(_answer(reply, number)))
            ]
            self._put(
                f"{number}. {question.text}", lines or [(_("Nobody has said anything of this."), "", None)]
            )
        beside = [(str(who.who), _beside(reply), None) for who, reply in _replies(inquiry) if _beside(reply)]
        if beside:
            self._put(_("Beside the questions"), beside)

    def _show_by_referee(self, inquiry: Inquiry) -> None:
        for who, reply in _replies(inquiry):
            lines: list[Line] = [
                (f"{each.number}. {inquiry.questions[each.number - 1].text}", _words(each.text), None)
                for each in reply.texts
            ]
            if _beside(reply):
                lines.append((_("Beside the questions"), _beside(reply), None))
            self._titles[who.id] = self._put(str(who.who), lines)


def _replies(inquiry: Inquiry) -> Iterator[tuple[Referee, Reply]]:
    for each in inquiry.referees:
        if each.reply is not None:
            yield each, each.reply


def _answer(reply: Reply, number: int) -> Blocks:
    return next((each.text for each in reply.texts if each.number == number), ())


def _words(blocks: Blocks) -> str:
    return plain(blocks).strip()


def _beside(reply: Reply) -> str:
    """Return what was said beside the questions, and in which paper it came."""
    said = _words(reply.text)
    if reply.file_name and not (said or reply.texts):
        return _("The answer is in the paper {file}.").format(file=reply.file_name)
    return said
