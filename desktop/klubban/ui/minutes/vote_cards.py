"""A vote as it stands: a card for yes and one for no, who gave neither, and what came of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from klubban.domain.decided import SIDES, Vote
from klubban.i18n import _, pgettext
from klubban.ui.minutes import words
from klubban.ui.minutes.row import INSET, KeyRow
from klubban.ui.widgets.basics import QUIET, Panel, Text, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.body import Named
    from klubban.domain.decided import Division


class _Card(Panel):
    """One side: its number, what it means, and who."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, (12, 6, 12, 8))
        self.count, self.meaning = Text("", "title"), Text("", "small", wrap=True)
        self.names = Text("", "small", QUIET, wrap=True)
        for text in (self.count, self.meaning, self.names):
            column.addWidget(text)
        column.addStretch()


class VoteCards(KeyRow):
    """Pressed, the names are called."""

    def __init__(self, id_: int) -> None:
        super().__init__(id_)
        self.shown: object = None
        """What it was shown for, kept by whoever shows it."""
        column, across = QVBoxLayout(self), QHBoxLayout()
        spaced(column, (INSET, 4, INSET, 6), 4)
        spaced(across, gap=14)
        self.title = Text("", "item_strong", wrap=True)
        column.addWidget(self.title)
        self._cards = {vote: _Card() for vote in SIDES}
        for card in self._cards.values():
            across.addWidget(card, 1)
        column.addLayout(across)
        self._neither, self._told = Text("", "small", QUIET, wrap=True), Text("", "body", wrap=True)
        column.addWidget(self._neither)
        column.addWidget(self._told)

    def show_division(
        self, division: Division, title: str, told: Sequence[str], *, called: bool = False
    ) -> None:
        """Show a vote, with sentences about what came of it.

        While the names are called they stand below in any case; here nothing may change its height.
        """
        self.title.setText(title)
        self.title.setVisible(bool(title))
        counts = Counter(vote for _who, vote in division.votes)
        if division.ballot is not None:
            counts = Counter({Vote.YES: division.ballot.yes, Vote.NO: division.ballot.no})
        for vote, meaning in ((Vote.YES, division.yes), (Vote.NO, division.no)):
            card = self._cards[vote]
            card.count.setText(f"{words.vote(vote)} {counts[vote]}")
            card.meaning.setText(meaning)
            card.names.setText(names_of(division, vote))
            card.names.setVisible(bool(card.names.text()) and not called)
        self._neither.setText(beside(counts) if called else neither(division))
        self._neither.setVisible(bool(self._neither.text()))
        self._told.setText("\n".join(told))
        self._told.setVisible(bool(told))
        self.setAccessibleName(_spoken(division, title, told, counts))


def _spoken(division: Division, title: str, told: Sequence[str], counts: Counter[Vote]) -> str:
    sides = ((Vote.YES, division.yes), (Vote.NO, division.no))
    numbers = [f"{words.vote(vote)} {counts[vote]}: {meaning}" for vote, meaning in sides]
    return ". ".join(filter(None, (title, *numbers, *(each.removesuffix(".") for each in told))))


def beside(counts: Counter[Vote]) -> str:
    """Return how many gave neither yes nor no, always on one line."""
    rest = [vote for vote in Vote if vote not in SIDES]
    return " · ".join(f"{words.vote(vote)} {counts[vote]}" for vote in rest)


def names_of(division: Division, vote: Vote) -> str:
    """Return who gave an answer, by their last names where nobody else has it."""
    last = Counter(_last(who) for who, _vote in division.votes)
    found = [who for who, each in division.votes if each is vote]
    return ", ".join(_last(who) if last[_last(who)] == 1 else str(who) for who in found)


def _last(who: Named) -> str:
    return who.name.split()[-1] if who.name.split() else who.name


def neither(division: Division) -> str:
    """Return who gave neither yes nor no; of a ballot, how many."""
    if division.ballot is not None:
        told = _("Blank {blank} · invalid {invalid}")
        ballot = division.ballot
        anything = ballot.blank or ballot.invalid
        return told.format(blank=ballot.blank, invalid=ballot.invalid) if anything else ""
    parts = []
    for vote in Vote:
        names = names_of(division, vote)
        if vote not in SIDES and names:
            parts.append(pgettext("vote", "{answer}: {names}").format(answer=words.vote(vote), names=names))
    return " · ".join(parts)
