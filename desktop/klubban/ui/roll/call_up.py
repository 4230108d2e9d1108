"""Before the meeting: whom to ask to step in for a member, in order, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.asking import Candidate, ToAsk, to_ask
from klubban.domain.roll import CallUp, Coming
from klubban.i18n import _
from klubban.ui.meeting import words as meeting_words
from klubban.ui.roll import words
from klubban.ui.roll.choosing import reason
from klubban.ui.roll.forms import Form
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.cards import Card, Cards

if TYPE_CHECKING:
    from datetime import date

    from klubban.ui.roll.sheet import Sheet

_MOST = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """A seat that somebody must be asked for, and the words of the panel."""

    of: ToAsk
    title: str
    told: str
    cards: tuple[tuple[str, str, str], ...]
    """Name, what follows, and the word of the pill."""

    @property
    def awaited(self) -> CallUp | None:
        """Return the question that is not answered yet."""
        found = (each.call_up for each in self.of.candidates if each.call_up and each.answer is None)
        return next(found, None)

    @property
    def next(self) -> Candidate | None:
        """Return the one to ask now: nobody while an answer is awaited, or somebody comes."""
        if self.awaited or self.of.filled or not self.of.candidates:
            return None
        return self.of.candidates[0]


def wanted(sheet: Sheet, seat: int, today: date) -> Wanted | None:
    """Return whom to ask for a seat; nothing where its member comes."""
    found = to_ask(sheet.roll, sheet.meeting.body, sheet.meeting.absent, sheet.meeting.call_ups)
    of = next((each for each in found if each.seat.id == seat), None)
    if of is None:
        return None
    line = of.seat
    title = _("Who is to be called in for {name}?").format(name=words.name(line))
    if line.who is None:
        title = _("Who is to be called in for the vacant seat?")
    no = [_("{name} cannot come.").format(name=each.who) for each in of.declined]
    if not of.candidates:
        no.append(_("No alternate is left to ask."))
    cards = (_card(sheet, of, each, number, today) for number, each in enumerate(of.candidates[:_MOST]))
    return Wanted(of, title, " ".join(no), tuple(cards))


def _card(sheet: Sheet, of: ToAsk, each: Candidate, number: int, today: date) -> tuple[str, str, str]:
    pill = _("next to ask") if number == 0 else ""
    parts = [reason(each.why, each.change, of.seat.party, each.line.party, number)]
    if each.answer is Coming.YES:
        return words.name(each.line), parts[0], _("is coming")
    if each.call_up is not None:
        asked = _("Asked, no answer yet.")
        if each.call_up.asked is not None:
            day = meeting_words.day(each.call_up.asked, today)
            asked = _("Asked on {day}, no answer yet.").format(day=day)
        return words.name(each.line), asked, _("asked")
    if sheet.is_told(each.line):
        parts.append(_("Has told absence."))
    return words.name(each.line), " ".join(parts), pill


class Asker(QWidget):
    """The question with its cards; Enter asks, or notes what was answered."""

    chosen = Signal(object)
    """A Candidate."""

    def __init__(self, asked: Wanted) -> None:
        super().__init__()
        self.asked = asked
        column = QVBoxLayout(self)
        spaced(column, gap=6)
        column.addWidget(Text(asked.title, "strong", wrap=True))
        if asked.told:
            column.addWidget(Text(asked.told, "item", QUIET, wrap=True))
        self.cards = Cards(
            [
                Card(name, told, pill=pill, marked=number == 0)
                for number, (name, told, pill) in enumerate(asked.cards)
            ]
        )
        self.cards.setAccessibleName(asked.title)
        self.cards.chosen.connect(lambda number: self.chosen.emit(asked.of.candidates[number]))
        column.addWidget(self.cards)
        if asked.cards:
            hint = _("R asks the next one; R again notes the answer.")
            column.addWidget(Text(hint, "small", QUIET, wrap=True))

    def enter(self) -> None:
        """Take the keyboard."""
        self.cards.enter()


class AnswerForm(Form):
    """What somebody answered who was asked to come."""

    chosen = Signal(object)
    """A Coming, or None when the question is taken back."""

    def __init__(self, call_up: CallUp) -> None:
        super().__init__(_("What did {name} answer?").format(name=call_up.who))
        self._answers: tuple[Coming | None, ...] = (Coming.YES, Coming.NO, None)
        titles = (_("Yes, is coming"), _("No, cannot come"), _("Take the question back"))
        self._cards = Cards(
            [Card(title, key=str(key), marked=key == 1) for key, title in enumerate(titles, 1)]
        )
        self._cards.column.setSpacing(4)
        self._cards.chosen.connect(lambda number: self.chosen.emit(self._answers[number]))
        self.column.addWidget(self._cards)
        self.by_number(self._cards)

    def enter(self) -> None:
        """Take the keyboard."""
        self._cards.enter()
