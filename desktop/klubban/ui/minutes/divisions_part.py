"""The votes of an item: what yes and no mean, the names called one by one, and what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents import divisions as printed
from klubban.domain import outcome, settled
from klubban.domain.decided import Division, Question, Vote
from klubban.domain.errors import RuleBroken
from klubban.domain.vote_order import next_division
from klubban.i18n import _, current
from klubban.operations import divisions
from klubban.operations.division_plan import planned
from klubban.operations.scratch import add_scratch
from klubban.ui.minutes import vote_lines
from klubban.ui.minutes.division_words import told
from klubban.ui.minutes.part import MinutesPart
from klubban.ui.minutes.row import INSET
from klubban.ui.minutes.to_put import laid_ready, put
from klubban.ui.minutes.vote_call import VoteCall, tied
from klubban.ui.minutes.vote_cards import VoteCards
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import emptied, spaced, widgets_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from klubban.domain.body import Named
    from klubban.domain.vote_order import ToVote
    from klubban.store.database import Database
    from klubban.ui.minutes.vote_lines import VoteLine

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_SIDES = {"j": Vote.YES, "y": Vote.YES, "n": Vote.NO}


class DivisionsPart(MinutesPart):
    """Cards for each vote; below them the names, while they are called, or a line that is typed."""

    inset = INSET
    over = Signal()
    """A vote is over: the next question is to be put."""

    def __init__(self, database: Database, clock: Callable[[], datetime], label: str) -> None:
        super().__init__(database, clock, label)
        whole = QWidget()
        self._cards = QVBoxLayout(whole)
        spaced(self._cards, gap=6)
        self._told.column.addWidget(whole)
        self._shown: object = None
        self._awaited = False
        """The names of a vote are called as soon as it is here."""
        self._broken: int | None = None
        """The vote whose tie was just broken."""
        self._line: VoteLine | None = None
        self._names = VoteCall(database)
        self.board = self._names.board
        self.column.addWidget(self._names)  # below the section, where it has the page's whole width
        self._connect()

    def _connect(self) -> None:
        call = self._names
        call.saved.connect(self.saved)
        call.failed.connect(self.failed)
        call.typed.connect(self.typed)
        call.told.connect(self._say)
        call.changed.connect(self._show_called)
        call.left.connect(self._stop_calling)
        call.reason_asked.connect(self._ask_why)

    @property
    def _holds(self) -> bool:
        return self._item is not None and bool(self._item.divisions)

    @property
    def cards(self) -> list[VoteCards]:
        """Return the votes."""
        return widgets_in(self._cards, VoteCards)

    def enter(self) -> None:
        """Go on with the vote in hand, or begin the one that is needed next."""
        self._remember()
        waiting = self._waiting()
        if waiting is not None:
            self.call(waiting.id)
        elif self.locked or not self._begin_next():
            self._go(self.cards[-1:])

    def await_call(self) -> None:
        """Call the names of the vote that was just begun, as soon as it is here."""
        self._awaited = True
        if self._waiting() is not None:
            self._awaited = False
            self.enter()

    def _waiting(self) -> Division | None:
        """Return the first vote that waits for answers."""
        if self._item is None or self.locked:
            return None
        able = self._able
        return next((each for each in self._item.divisions if not outcome.is_complete(each, able)), None)

    def _begin_next(self) -> bool:
        """Lay ready the vote that is needed next, for Enter to begin; tell whether one is."""
        meeting, item = self.meeting, laid_ready(self.item)
        needed = next_division(item)
        ended = settled.settled(meeting, item).outcome in settled.ENDED
        if ended or (needed is None and item.divisions):
            return False
        plan = planned(
            meeting, item, put=None, question=Question.MAIN, motions=(None, None), after=None, in_words=False
        )
        self._begin()
        self._type(vote_lines.new(plan.meaning, partial(self._call_next, needed, plan.meaning)))
        return True

    def _call_next(self, needed: ToVote | None, means: tuple[str, str], yes: str, no: str) -> None:
        """Begin a vote, in other words where they were changed; raises RuleBroken."""
        facts: dict[str, Any] = {} if (yes, no) == means else {"yes": yes, "no": no}
        if needed is not None:
            names = ("question", "yes_motion", "no_motion", "after")
            facts |= {name: getattr(needed, name) for name in names}
            facts["put"] = put(self._database, self.item, needed.put)
        divisions.call_division(self._database, self.item.id, **facts)
        self._awaited = True

    # --- what is shown

    def _forget(self) -> None:
        self._names.forget()
        self._close_line()

    def _show(self) -> None:
        item = self.item
        now = (item.id, item.divisions, item.puts, item.motions, self._able, self.locked)
        if now == self._shown:
            return
        self._shown = now
        ids = [each.id for each in item.divisions]
        if [card.id for card in self.cards] != ids:
            self._make_cards(ids)
        if self._names.id in ids:
            self._take_call()
        elif self._names.id is not None:
            self._stop_calling()
        self._show_cards()
        self._go_on()

    def _go_on(self) -> None:
        """Do what waited for this snapshot: tell that a broken tie ended its vote, call a new one."""
        if self._broken is not None and not tied(self._division(self._broken)):
            self._broken = None
            self.over.emit()
        if self._awaited and self._waiting() is not None:
            self._awaited = False
            self._fit()
            self.enter()

    @property
    def _able(self) -> tuple[Named, ...]:
        """Return who may vote, where there is a vote."""
        return self.people.voters if self._item is not None and self._item.divisions else ()

    def _make_cards(self, ids: list[int]) -> None:
        held = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
        emptied(self._cards)
        for id_ in ids:
            self._cards.addWidget(self._card(id_))
        if held is not None and ids:
            self._go(self.cards[min(held, len(ids) - 1) :])
        elif held is not None:
            self._go_back()

    def _card(self, id_: int) -> VoteCards:
        card = VoteCards(id_)
        keys = _("Enter calls · M meaning · S secret · T a third · B asked for by · Delete takes away")
        card.setToolTip(keys)
        card.clicked.connect(lambda _on=False: self.call(id_))
        card.pressed_key.connect(self._press)
        card.held.connect(lambda on: self.keys.emit(keys if on and not self.locked else ""))
        return card

    def _show_cards(self) -> None:
        for card in self.cards:
            self._show_card(card)

    def _show_called(self) -> None:
        """Show the totals of the vote that is called; a key costs no more where there are many votes."""
        for card in self.cards:
            if card.id == self._names.id:
                self._show_card(card)

    def _show_card(self, card: VoteCards) -> None:
        """Show the totals, with what is not saved yet, and what came of the vote."""
        item, division = self.item, self._division(card.id)
        called = division.id == self._names.id
        now = (division, called, len(item.divisions), item.puts, item.motions, self._able)
        if card.shown == now:
            return
        card.shown = now
        named = len(item.divisions) > 1 or division.question is not Question.MAIN
        title = printed.title(division, item, current()) if named else ""
        if called:
            card.show_division(division, title, [], called=True)
            return
        sentences = list(told(self.meeting, item, division))
        if division.asked_by:
            sentences.insert(0, _("Asked for by {name}.").format(name=division.asked_by))
        card.show_division(division, title, sentences)

    def _division(self, id_: int | None) -> Division:
        """Return a vote with the answers that are shown."""
        item = self.item
        return self._names.answered(next(each for each in item.divisions if each.id == id_))

    # --- the call

    def call(self, id_: int) -> None:
        """Call the names of a vote; of one without names, ask for the totals."""
        if self.locked:
            return
        self._close_line()
        division = self._division(id_)
        if division.ballot is not None:
            self._type(vote_lines.ballot(self._database, division))
            return
        meeting, item = self.meeting, self.item
        self._names.must_decide = item.exercise_of_authority and meeting.body.rules.must_decide
        self._names.begin(division, self.people.voters)
        self._show_cards()
        # Once it has its height: the whole board if there is room, else the name in hand.
        QTimer.singleShot(0, self._names, lambda: self.asks.emit(self._names))

    def _take_call(self) -> None:
        item = self.item
        division = next(each for each in item.divisions if each.id == self._names.id)
        self._names.take(division, self.people.voters)

    def _stop_calling(self) -> None:
        """Leave the names; after the last answer the next question is put."""
        id_, held, complete = self._names.id, self.board.hasFocus(), self.board.complete
        shown = next((self._division(card.id) for card in self.cards if card.id == id_), None)
        self._names.end()
        self._show_cards()
        if not held:
            return
        self._go([*(card for card in self.cards if card.id == id_), *self.cards[-1:]])
        if shown is not None and complete and not tied(shown):
            self.over.emit()

    def _ask_why(self, why: str, who: Named, vote: Vote) -> None:
        """Ask for the reason with which an answer is noted against a rule."""
        if self._names.id is not None:
            line = vote_lines.reason(self._database, self._names.id, who, vote)
            self._type(line, lambda: self.board.setFocus(Qt.FocusReason.ShortcutFocusReason))
            line.say(f"{who}: {why}")

    # --- what is typed

    def _type(self, line: VoteLine, after: Callable[[], object] | None = None) -> None:
        """Ask for a few words below the cards; Enter notes them."""
        self._close_line()
        held = next((card.id for card in self.cards if card.hasFocus()), None)

        def done() -> None:
            self._close_line()
            if after is not None:
                after()
            elif line.offer is not None:
                self._leave_offer()
            else:
                self._go([card for card in self.cards if card.id == held])

        def enter() -> None:
            if self._enter_line(line):
                done()

        line.entered.connect(enter)
        line.escaped.connect(done)
        line.edited.connect(self.typed)
        self._line = line
        self._told.column.addWidget(line)
        line.enter()
        self.asks.emit(line)

    def _leave_offer(self) -> None:
        """Go back to where the keyboard was before, unless a vote was begun: that is called."""
        if not self._awaited and self._waiting() is None:
            self._end()
            self._go_back()

    def _enter_line(self, line: VoteLine) -> bool:
        """Note what is typed; say beside it why it cannot be."""
        try:
            line.note()
        except RuleBroken as broken:
            line.say(sentence(broken))
            return False
        self.saved.emit()
        return True

    def _close_line(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.hide()
            line.deleteLater()

    def flush(self) -> bool:
        """Save the answers, and note what is typed half; what cannot be noted becomes a scratch line."""
        if not self._names.flush():
            return False
        line = self._line
        if line is not None and line.told == line.offer:
            return True  # it stays as it was laid ready
        if line is None or (line.offer is None and self._enter_line(line)):
            self._close_line()
            return True
        words = f"{self.label}: {line.told}"
        item = self.item
        self._close_line()
        return self._do(lambda: add_scratch(self._database, item.id, words, self._now))

    # --- keys on the cards

    def _press(self, card: VoteCards, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            at = self.cards.index(card) + _ARROWS[key]
            self._go(self.cards[max(0, min(at, len(self.cards) - 1)) :])
        elif self.locked:
            event.ignore()
        elif key == Qt.Key.Key_Delete:
            self._do(lambda: divisions.remove_division(self._database, card.id))
        elif not self._act(card.id, event.text().casefold(), lot=bool(event.modifiers() & _SHIFT)):
            event.ignore()

    def _act(self, id_: int, letter: str, *, lot: bool) -> bool:
        """Do what a letter means to a vote, and tell whether it means anything."""
        division = self._division(id_)
        lines = {"m": vote_lines.meaning, "s": vote_lines.ballot, "b": vote_lines.asker}
        if letter in _SIDES and outcome.is_tie(division):
            self._break_tie(id_, _SIDES[letter], lot=lot)
        elif letter in lines:
            self._type(lines[letter](self._database, division))
        elif letter == "t":
            self._do(lambda: divisions.set_minority(self._database, id_, not division.minority))
        else:
            return False
        return True

    def _break_tie(self, id_: int, side: Vote, *, lot: bool) -> None:
        act = divisions.draw_lot if lot else divisions.set_casting_vote
        self._broken = id_
        if not self._do(lambda: act(self._database, id_, side)):
            self._broken = None
