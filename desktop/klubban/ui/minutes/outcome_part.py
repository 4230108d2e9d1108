"""What became of an item that was settled without a question: decided, noted, referred back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from klubban.documents import wording
from klubban.domain.agenda import Origin
from klubban.domain.meeting import Outcome, Stage
from klubban.domain.settled import settled
from klubban.i18n import _, pgettext, texts
from klubban.operations.outcomes import set_outcome
from klubban.ui.minutes.part import MinutesPart
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.word_choice import WordChoice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database

_BY_HAND = (Outcome.DECIDED, Outcome.NOTED, Outcome.REFERRED_BACK)
"""Withdrawing and postponing ask for more, and stand at the foot of the item."""


def may_be_said(meeting: Meeting, item: Item) -> bool:
    """Tell whether the outcome may be said by hand: at the meeting or later, where no question settled it."""
    held = meeting.stage not in (Stage.PLANNED, Stage.SUMMONED) and meeting.body.rules.protocol
    return held and item.outcome in (None, *_BY_HAND) and settled(meeting, item).outcome is None


class OutcomePart(MinutesPart):
    """The words in a line, and below them what follows; arrow keys walk, Enter chooses."""

    def __init__(self, database: Database, clock: Callable[[], datetime], label: str) -> None:
        super().__init__(database, clock, label)
        words = [
            (Outcome.DECIDED, pgettext("what became of an item", "decided")),
            (Outcome.NOTED, pgettext("what became of an item", "noted")),
            (Outcome.REFERRED_BACK, pgettext("what became of an item", "referred back")),
        ]
        self._choice = WordChoice(label, words, None)
        self._choice.chosen.connect(self._choose)
        self._follows = Text("", "small", QUIET, wrap=True)
        self._follows.setContentsMargins(0, 6, 0, 0)
        self._told.column.addWidget(self._choice)
        self._told.column.addWidget(self._follows)

    @property
    def can_begin(self) -> bool:  # type: ignore[override]  # here it depends on the item
        """Tell whether another may be said; the first is asked for with what else can be done to the item."""
        if self._meeting is None or self._item is None:
            return True
        return self._item.outcome in _BY_HAND and may_be_said(self._meeting, self._item)

    @property
    def _is_settled(self) -> bool:
        return settled(self.meeting, self.item).outcome is not None

    @property
    def _holds(self) -> bool:
        """Tell whether it is the outcome that the protocol tells, and no text."""
        if self._item is None or self._item.decision or self._is_settled:
            return False
        return self._item.outcome in (Outcome.NOTED, Outcome.REFERRED_BACK)

    def enter(self) -> None:
        """Take the keyboard at the word that is chosen."""
        if not self.locked:
            self._begin()
            self._choice.enter()
            self.asks.emit(self._choice)

    def _choose(self, outcome: object) -> None:
        chosen = cast("Outcome | None", outcome)
        if not self._do(lambda: set_outcome(self._database, self.item.id, chosen)):
            self._choice.show_chosen(self.item.outcome)

    def _show(self) -> None:
        self._choice.show_chosen(self.item.outcome)
        self._choice.setDisabled(self.locked)
        follows = self._told_of(self.item.outcome)
        self._follows.setText(follows)
        self._follows.setVisible(bool(follows))

    def _told_of(self, outcome: Outcome | None) -> str:
        """Say what the protocol says because of it, and where the item goes."""
        language = texts(self.meeting.organisation.language)
        match outcome:
            case Outcome.NOTED:
                return self._printed(language.gettext("The information is noted."))
            case Outcome.REFERRED_BACK:
                printed = self._printed(language.gettext("The matter is referred back."))
                return f"{printed} {self._back()}"
            case Outcome.DECIDED:
                told = [_("The decision is what is written above.")] if self.item.decision else []
                to = [wording.small(each.body) for each in self.item.proposals]
                goes = _("The item goes on to {bodies}.")
                told += [goes.format(bodies=wording.enumerated(to, language))] if to else []
                return " ".join(told) or _("Write the decision above: nothing is written by itself.")
            case _:
                return ""

    def _printed(self, sentence: str) -> str:
        if self.item.decision:
            return _("The decision is what is written above.")
        return _("The decision in the protocol: ”{sentence}”").format(sentence=sentence)

    def _back(self) -> str:
        """Say where what is referred back goes."""
        from_ = self.item.came_from
        if from_ is not None and self.item.origin is Origin.PROPOSED:
            return _("It waits for the next agenda of {body}.").format(body=wording.small(from_.body))
        return _("It comes on an agenda again when it is put there.")
