"""What the panel asks when a key was pressed: when somebody came or went, on what ground, by whom."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.roll import Moment
from klubban.i18n import _, current
from klubban.ui.roll import words
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.cards import Card, Cards
from klubban.ui.widgets.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtGui import QKeyEvent

_TIME = re.compile(r"(\d{1,2})[.:]?(\d{2})")


class Form(QWidget):
    """A question in the panel, answered with Enter and left with Escape."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.asks: Hashable = title
        self._line: Entry | None = None
        self._numbered: Cards | None = None
        self.column = QVBoxLayout(self)
        spaced(self.column, gap=8)
        self.column.addWidget(Text(title, "strong", wrap=True))
        self.setAccessibleName(title)

    def enter(self) -> None:
        """Take the keyboard."""
        raise NotImplementedError

    def typed(self) -> tuple[int | None, str]:
        """Return what is typed and not entered; no choice goes with it."""
        return None, self._line.words() if self._line else ""

    def resume(self, _about: int | None, words_: str) -> None:
        """Show again what was typed."""
        if self._line is not None:
            self._line.show_words(words_)

    def by_number(self, cards: Cards) -> None:
        """Let numbers choose among cards."""
        self._numbered = cards

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number; other keys are the page's."""
        cards, typed = self._numbered, event.text()
        if cards is not None and typed.isdecimal() and 1 <= int(typed) <= len(cards.cards):
            cards.chosen.emit(int(typed) - 1)
        else:
            event.ignore()


class MomentForm(Form):
    """When somebody came or went, seen from the item in hand; for officials by the clock as well."""

    chosen = Signal(Moment, object)
    """The moment, and the time of day or None."""

    def __init__(self, title: str, where: str, *, clock: bool) -> None:
        super().__init__(title)
        self._marked = 0
        self._cards = Cards(
            [
                Card(words.capital(words.moment(moment, where)), key=str(number), marked=number == 1)
                for number, moment in enumerate(Moment, 1)
            ]
        )
        self._cards.column.setSpacing(4)
        self._cards.chosen.connect(self._choose)
        if clock:
            self._line = Entry(_("Time"), _("Time if wanted, such as 1130"))
            self._line.edited.connect(self._look)
            self._line.entered.connect(self._enter)
            self._line.arrow.connect(self._walk)
            self.column.addWidget(self._line)
            self._told = Text("", "small", QUIET, wrap=True)
            self.column.addWidget(self._told)
        self.column.addWidget(self._cards)
        self.by_number(self._cards)

    def enter(self) -> None:
        """Take the keyboard: in the line for the time where there is one."""
        if self._line is not None:
            self._line.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._cards.enter()

    def _walk(self, by: int) -> None:
        """Mark another moment while the caret stays in the line."""
        self._mark(min(max(self._marked + by, 0), len(Moment) - 1))

    def _mark(self, number: int) -> None:
        self._marked = number
        for place, card in enumerate(self._cards.cards):
            card.mark(marked=place == number)

    def _look(self) -> None:
        """Say back what was typed: a moment's number, or a time."""
        typed = self._line.words() if self._line else ""
        if typed in tuple("1234") and typed:
            self._mark(int(typed) - 1)
        at = clock_time(typed)
        self._told.setText(_("at {time}").format(time=current().time(at)) if at else "")

    def _enter(self, _typed: str) -> None:
        self._choose(self._marked)

    def _choose(self, number: int) -> None:
        at = clock_time(self._line.words()) if self._line else None
        self.chosen.emit(list(Moment)[number], at)


def clock_time(typed: str) -> dt.time | None:
    """Return a time of day as people type it: `1130`, `11.30`, `9:05`; None for anything else."""
    found = _TIME.fullmatch(typed.strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004


class GroundForm(Form):
    """On what ground people are disqualified, and who raised it."""

    chosen = Signal(object, object)
    """The ground (a number of KL 6 kap. 28 §, or a statute; None for none), and who raised it or None."""

    def __init__(self, title: str, *, assembly: bool) -> None:
        super().__init__(title)
        self._grounds = assembly_grounds() if assembly else grounds()
        self._marked = 0
        self._cards = Cards(
            [
                Card(told, key=str(number), marked=number == 1)
                for number, (_ground, told) in enumerate(self._grounds, 1)
            ]
        )
        self._cards.column.setSpacing(4)
        self._cards.chosen.connect(self._choose)
        self._by = self._line = Entry(_("Raised by"), _("Raised by: the person in question, or a name"))
        self._by.entered.connect(lambda _typed: self._choose(self._marked))
        self._by.arrow.connect(lambda by: self._mark(self._marked + by))
        self.column.addWidget(self._cards)
        self.column.addWidget(self._by)
        self.column.addWidget(
            Text(_("A number chooses the ground, Enter notes it."), "small", QUIET, wrap=True)
        )

    def enter(self) -> None:
        """Take the keyboard."""
        self._cards.enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark a ground by its number; Enter takes it."""
        if event.text().isdecimal() and 1 <= int(event.text()) <= len(self._grounds):
            self._mark(int(event.text()) - 1)
            self._cards.enter()
        elif event.text().isalpha():
            self._by.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._by.line.insertPlainText(event.text())
        else:
            event.ignore()

    def _mark(self, number: int) -> None:
        self._marked = min(max(number, 0), len(self._grounds) - 1)
        for place, card in enumerate(self._cards.cards):
            card.mark(marked=place == self._marked)

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._grounds[number][0], self._by.words() or None)


def grounds() -> Sequence[tuple[str | None, str]]:
    """Return the four grounds (KL 6 kap. 28 §), and that none is given."""
    return (
        ("1", _("The person or somebody close is a party, or is considerably affected")),
        ("2", _("Is or was representative or counsel in the matter")),
        ("3", _("The matter is supervision of an activity that the person is tied to")),
        ("4", _("Something else is apt to shake trust in the person’s impartiality")),
        (None, _("No ground is given")),
    )


def assembly_grounds() -> Sequence[tuple[str | None, str]]:
    """Return the grounds in the assembly (KL 5 kap. 47-49 §§), and that none is given."""
    return (
        ("KL 5 kap. 47 §", _("The matter concerns the member or somebody close personally")),
        ("KL 5 kap. 48 §", _("The member accounts for the activity and its discharge is decided")),
        ("KL 5 kap. 49 §", _("The member accounts for the activity and its auditor is elected")),
        (None, _("No ground is given")),
    )


class LineForm(Form):
    """One line to be typed: a name, or a reason."""

    entered = Signal(str)

    def __init__(self, title: str, hint: str, told: str = "", words_: str = "") -> None:
        super().__init__(title)
        if told:
            self.column.addWidget(Text(told, "item", QUIET, wrap=True))
        self.entry = self._line = Entry(title, hint, words_)
        self.entry.entered.connect(self._enter)
        self.column.addWidget(self.entry)

    def enter(self) -> None:
        """Take the keyboard."""
        self.entry.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter(self, typed: str) -> None:
        if typed:
            self.entered.emit(typed)
