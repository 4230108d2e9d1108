"""The votes of an item: what yes and no mean, the names called one by one, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from klubban.documents import divisions as printed
from klubban.domain import outcome, settled, voters
from klubban.domain.decided import Ballot, Division, Vote
from klubban.domain.errors import RuleBroken
from klubban.domain.vote_order import next_division
from klubban.i18n import _, current, ngettext
from klubban.operations import divisions
from klubban.ui.autosave import Autosave, Pace
from klubban.ui.minutes.call_board import CallBoard
from klubban.ui.minutes.cells import LineCell
from klubban.ui.minutes.division_words import told
from klubban.ui.minutes.line import Line
from klubban.ui.minutes.part import MinutesPart
from klubban.ui.minutes.questions_part import ENDED
from klubban.ui.minutes.row import INSET
from klubban.ui.minutes.vote_cards import VoteCards
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from klubban.domain.body import Named
    from klubban.store.database import Database

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ASIDE = (Vote.ABSTAINED, Vote.NOT_TAKING_PART)
_AROUND = 60
_PACE = Pace(pause=600)
_SHIFT = Qt.KeyboardModifier.ShiftModifier


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
        self._calling: int | None = None
        self._shown: object = None
        self._awaited = False
        self._broken: int | None = None
        """The vote whose tie was just broken."""
        self._add_call()
        self._given: dict[Named, Vote | None] = {}
        """Answers that are shown and not saved yet."""
        self._saving = Autosave(self._save_answers, _PACE, self)
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self.failed)
        self._line: Line | None = None
        self._enter_line: Callable[[], object] = lambda: None
        """Notes what the line holds."""

    def _add_call(self) -> None:
        """Add the board below the section, where it has the page's whole width."""
        self._board_place = QWidget()
        column = QVBoxLayout(self._board_place)
        spaced(column, (0, 0, 0, 10), 6)
        self._head = Text("", "title", wrap=True)
        self.board = CallBoard()
        self.board.answered.connect(self._answer)
        self.board.rest.connect(self._answer_rest)
        self.board.left.connect(self._stop_calling)
        self.board.moved.connect(self._follow)
        keys = _(
            "J yes · N no · A abstains · D takes no part · F absent · Shift+J, Shift+N the rest · ↑ back · "
            "Delete takes back · Esc leaves"
        )
        for widget in (self._head, self.board, Text(keys, "small", QUIET, wrap=True)):
            column.addWidget(widget)
        self._board_place.hide()
        self.column.addWidget(self._board_place)

    @property
    def can_begin(self) -> bool:  # type: ignore[override]  # a vote is about a question
        """A vote is offered as long as there is none."""
        return True

    @property
    def _holds(self) -> bool:
        return self._item is not None and bool(self._item.divisions)

    @property
    def cards(self) -> list[VoteCards]:
        """Return the votes."""
        places = (self._cards.itemAt(at) for at in range(self._cards.count()))
        found = (place.widget() for place in places if place is not None)
        return [card for card in found if isinstance(card, VoteCards)]

    def enter(self) -> None:
        """Go on with the vote in hand, or begin the one that is needed next."""
        self._remember()
        open_ = self._open_division()
        if open_ is not None:
            self.call(open_.id)
        elif self.locked or not self._begin_next():
            self._go(self.cards[-1:])

    def await_call(self) -> None:
        """Call the names of the vote that was just begun, as soon as it is here."""
        self._awaited = True
        if self._open_division() is not None:
            self._awaited = False
            self.enter()

    def _open_division(self) -> Division | None:
        """Return the first vote that waits for answers."""
        if self._item is None or self.locked:
            return None
        return next((each for each in self._item.divisions if not self._complete(each)), None)

    def _complete(self, division: Division) -> bool:
        assert self._meeting is not None  # noqa: S101 - shown for an item
        assert self._item is not None  # noqa: S101 - shown for an item
        return outcome.is_complete(division, voters.voters(self._meeting, self._item))

    def _begin_next(self) -> bool:
        """Begin the vote that is needed next; tell whether one is."""
        assert self._item is not None  # noqa: S101 - shown for an item
        item = self._item
        assert self._meeting is not None  # noqa: S101 - shown for an item
        needed = next_division(item)
        over = settled.settled(self._meeting, item).outcome in ENDED
        if over or (needed is None and item.divisions):
            return False

        def call() -> None:
            if needed is None:
                divisions.call_division(self._database, item.id)
                return
            divisions.call_division(
                self._database,
                item.id,
                put=needed.put,
                question=needed.question,
                yes_motion=needed.yes_motion,
                no_motion=needed.no_motion,
                after=needed.after,
            )

        self._begin()
        if not self._do(call):
            return False
        self.await_call()
        return True

    # --- what is shown

    def _forget(self) -> None:
        self._calling, self._given = None, {}
        self._board_place.hide()
        self._close_line()

    def _show(self) -> None:
        assert self._item is not None  # noqa: S101 - shown for an item
        item = self._item
        now = (item.id, item.divisions, item.puts, item.motions, self._able, self.locked)
        if now == self._shown:
            return
        self._shown = now
        ids = [each.id for each in item.divisions]
        if [card.id for card in self.cards] != ids:
            self._make_cards(ids)
        for card in self.cards:
            self._show_one(card, self._division(card.id))
        if self._calling in ids:
            self._show_call()
        elif self._calling is not None:
            self._stop_calling()
        self._go_on()
        if self._awaited and self._open_division() is not None:
            self._awaited = False
            self._fit()
            self.enter()

    def _go_on(self) -> None:
        """Tell that the vote whose tie was broken is over, once that is shown."""
        if self._broken is not None and not self._tied(self._division(self._broken)):
            self._broken = None
            self.over.emit()

    @property
    def _able(self) -> tuple[Named, ...]:
        """Return who may vote, where there is a vote."""
        return self.people.voters if self._item is not None and self._item.divisions else ()

    def _make_cards(self, ids: list[int]) -> None:
        held = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
        emptied(self._cards)
        for id_ in ids:
            card = VoteCards(id_)
            card.clicked.connect(lambda _on=False, id_=id_: self.call(id_))
            card.pressed_key.connect(self._press)
            card.setToolTip(self._card_keys())
            card.held.connect(lambda on: self.keys.emit(self._card_keys() if on and not self.locked else ""))
            self._cards.addWidget(card)
        if held is not None and ids:
            self._go(self.cards[min(held, len(ids) - 1) :])
        elif held is not None:
            self._go_back()

    @staticmethod
    def _card_keys() -> str:
        return _("Enter calls · M meaning · S secret · T a third · B asked for by · Delete takes away")

    def _show_one(self, card: VoteCards, division: Division) -> None:
        assert self._meeting is not None  # noqa: S101 - shown for an item
        assert self._item is not None  # noqa: S101 - shown for an item
        several = len(self._item.divisions) > 1
        named = several or division.question.value != "main"
        title = printed.title(division, self._item.divisions, current()) if named else ""
        sentences = list(told(self._meeting, self._item, division))
        if division.asked_by:
            sentences.insert(0, _("Asked for by {name}.").format(name=division.asked_by))
        called = division.id == self._calling
        card.show_division(division, title, [] if called else sentences, called=called)

    def _division(self, id_: int | None) -> Division:
        """Return a vote with the answers that are shown."""
        assert self._item is not None  # noqa: S101 - shown for an item
        division = next(each for each in self._item.divisions if each.id == id_)
        if id_ != self._calling or not self._given:
            return division
        votes = {who: vote for who, vote in division.votes if not any(map(who.is_same, self._given))}
        votes |= {who: vote for who, vote in self._given.items() if vote is not None}
        return replace(division, votes=tuple(votes.items()))

    # --- the call

    def call(self, id_: int) -> None:
        """Call the names of a vote."""
        division = self._division(id_)
        if self.locked or division.ballot is not None:
            return
        self._calling = id_
        self._close_line()
        self._show_call(anew=True)
        self._show_answers()
        self._board_place.show()
        self.board.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Once it has its height: the whole board if there is room, else the name in hand.
        QTimer.singleShot(0, self.board, lambda: self.asks.emit(self._board_place))

    def _show_call(self, *, anew: bool = False) -> None:
        division = self._division(self._calling)
        answers = list(self.people.voters)
        answers += [who for who, _vote in division.votes if not any(map(who.is_same, answers))]
        votes = [(who, _of(division, who)) for who in answers]
        self.board.show_answers(votes, anew=anew)
        self._tell_head()

    def _tell_head(self) -> None:
        left, who = len(self.board.open), self.board.current
        if who is None:
            self._head.setText(_("Nobody is noted as present, so nobody may vote."))
        elif not left:
            tied = self._calling is not None and self._tied(self._division(self._calling))
            on = _("As many yes as no. Enter goes on to the casting vote.")
            self._head.setText(on if tied else _("All have answered. Enter goes on."))
        else:
            told = ngettext("{count} left", "{count} left", left).format(count=left)
            self._head.setText(f"{who} · {told}" if left > 1 else str(who))

    def _follow(self, where: QRect) -> None:
        """Keep the name in hand in sight, of a board that is taller than the page."""
        self._tell_head()
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        inner = page.widget() if page is not None else None
        if page is not None and inner is not None:
            at = self.board.mapTo(inner, where.center())
            page.ensureVisible(at.x(), at.y(), 0, _AROUND)

    def _stop_calling(self) -> None:
        """Leave the names; after the last answer the next question is put."""
        self._saving.flush()
        id_, self._calling = self._calling, None
        for card in self.cards:
            self._show_one(card, self._division(card.id))
        held = self.board.hasFocus()
        self._board_place.hide()
        cards = [card for card in self.cards if card.id == id_]
        if not held:
            return
        self._go(cards or self.cards[-1:])
        if cards and self.board.complete and not self._tied(self._division(id_)):
            self.over.emit()

    def _tied(self, division: Division) -> bool:
        return outcome.is_tie(division) and division.casting_vote is None and division.lot is None

    def _answer(self, who: Named, vote: Vote | None) -> None:
        """Show an answer at once; it is saved in time, and taken back where a rule refuses it."""
        self._record({who: vote})
        if vote in _ASIDE and self._must_decide:
            self._saving.flush()  # a reason is asked for at once, and not while other names are answered

    def _answer_rest(self, vote: Vote) -> None:
        self._record(dict.fromkeys(self.board.open, vote))

    def _record(self, answers: Mapping[Named, Vote | None]) -> None:
        for who, vote in answers.items():
            self.board.note(who, vote)
            self._given[who] = vote
        self._say("")
        self.typed.emit()
        self._saving.touch()
        if self.board.complete:
            self._saving.flush()
        self._show_answers()

    def _show_answers(self) -> None:
        """Show the totals with what is not saved yet."""
        self._tell_head()
        for card in self.cards:
            if card.id == self._calling:
                self._show_one(card, self._division(card.id))

    def _save_answers(self, _run: str) -> None:
        """Save the answers in one step; where one is refused, the others all the same."""
        id_, given = self._calling, dict(self._given)
        if id_ is None or not given:
            return
        try:
            divisions.answer_each(self._database, id_, given.items())
        except RuleBroken:
            self._save_one_by_one(id_, given)
        self._given = {}

    @property
    def _must_decide(self) -> bool:
        assert self._meeting is not None  # noqa: S101 - shown for an item
        assert self._item is not None  # noqa: S101 - shown for an item
        return self._item.exercise_of_authority and self._meeting.body.rules.must_decide

    def _save_one_by_one(self, id_: int, given: Mapping[Named, Vote | None]) -> None:
        for who, vote in given.items():
            try:
                divisions.answer(self._database, id_, who, vote)
            except RuleBroken as broken:
                self.board.note(who, None)
                if vote in _ASIDE and self._must_decide:
                    self._ask_why(sentence(broken), who, vote)
                else:
                    self._say(sentence(broken))

    # --- what is typed

    def _ask_why(self, why: str, who: Named, vote: Vote | None) -> None:
        """Ask for the reason with which an answer is noted against a rule."""
        reason = LineCell(_("Reason"), _("Noted all the same, since …"))
        id_ = self._calling

        def note() -> None:
            if id_ is not None and reason.words():
                divisions.answer(self._database, id_, who, vote, reason=reason.words())

        self._type([reason], note, why=f"{who}: {why}", after=self._back_to_board)

    def _back_to_board(self) -> None:
        self.board.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _type_meaning(self, division: Division) -> None:
        yes, no = LineCell(_("Yes means"), _("Yes means …")), LineCell(_("No means"), _("No means …"))
        yes.show_words(division.yes)
        no.show_words(division.no)
        act = divisions.set_meaning
        self._type([yes, no], lambda: act(self._database, division.id, yes=yes.words(), no=no.words()))

    def _type_asker(self, division: Division) -> None:
        cell = LineCell(_("Who asked for it"), _("Who asked for it"))
        cell.show_words(division.asked_by or "")
        self._type([cell], lambda: divisions.set_asked_by(self._database, division.id, cell.words() or None))

    def _type_ballot(self, division: Division) -> None:
        """Ask for the totals of a vote without names."""
        hints = (_("Yes"), _("No"), _("Blank"), _("Invalid"))
        cells = [LineCell(hint, hint) for hint in hints]
        if division.ballot is not None:
            ballot = division.ballot
            for cell, number in zip(
                cells, (ballot.yes, ballot.no, ballot.blank, ballot.invalid), strict=True
            ):
                cell.show_words(str(number))

        def note() -> None:
            numbers = [_number(cell.words()) for cell in cells]
            made = Ballot(yes=numbers[0], no=numbers[1], blank=numbers[2], invalid=numbers[3])
            empty = all(cell.is_empty for cell in cells)
            divisions.set_ballot(self._database, division.id, None if empty else made)

        self._type(cells, note)

    def _type(
        self,
        cells: list[LineCell],
        act: Callable[[], object],
        *,
        why: str = "",
        after: Callable[[], object] | None = None,
    ) -> None:
        """Ask for a few words below the cards; Enter notes them."""
        self._close_line()
        line = Line(_("Vote"), [[(cell, 1) for cell in cells]], _("Enter notes it · Esc leaves"))
        held = next((card for card in self.cards if card.hasFocus()), None)

        def done() -> None:
            self._close_line()
            if after is not None:
                after()
            elif held is not None:
                self._go([card for card in self.cards if card.id == held.id])

        def enter() -> None:
            try:
                act()
            except RuleBroken as broken:
                line.say(sentence(broken))
                return
            self.saved.emit()
            done()

        line.entered.connect(enter)
        line.escaped.connect(done)
        line.edited.connect(self.typed)
        self._line, self._enter_line = line, enter
        self._told.column.addWidget(line)
        if why:
            line.say(why)
        line.enter()
        self.asks.emit(line)

    def _close_line(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.hide()
            line.deleteLater()

    def flush(self) -> bool:
        """Save the answers, and note what is typed half; what cannot be noted stays, with why."""
        if not self._saving.flush():
            return False
        if self._line is not None:
            self._enter_line()
        return self._line is None

    # --- keys on the cards

    def _go(self, cards: list[VoteCards]) -> None:
        for card in cards[:1]:
            card.show()  # what a layout was given a moment ago is not there yet, and takes no keyboard
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self.asks.emit(card)

    def _press(self, card: VoteCards, event: QKeyEvent) -> None:
        division, key = self._division(card.id), Qt.Key(event.key())
        if key in _ARROWS:
            at = self.cards.index(card) + _ARROWS[key]
            self._go(self.cards[max(0, min(at, len(self.cards) - 1)) :])
        elif self.locked:
            event.ignore()
        elif key == Qt.Key.Key_Delete:
            self._do(lambda: divisions.remove_division(self._database, card.id))
        elif not self._act(division, event.text().casefold(), lot=bool(event.modifiers() & _SHIFT)):
            event.ignore()

    def _act(self, division: Division, letter: str, *, lot: bool) -> bool:
        """Do what a letter means to a vote, and tell whether it means anything."""
        side = {"j": Vote.YES, "y": Vote.YES, "n": Vote.NO}.get(letter)
        if side is not None and outcome.is_tie(division):
            act = divisions.draw_lot if lot else divisions.set_casting_vote
            self._broken = division.id
            if not self._do(lambda: act(self._database, division.id, side)):
                self._broken = None
        elif letter == "m":
            self._type_meaning(division)
        elif letter == "s":
            self._type_ballot(division)
        elif letter == "b":
            self._type_asker(division)
        elif letter == "t":
            self._do(lambda: divisions.set_minority(self._database, division.id, not division.minority))
        else:
            return False
        return True


def _of(division: Division, who: Named) -> Vote | None:
    return next((vote for one, vote in division.votes if who.is_same(one)), None)


def _number(words: str) -> int:
    """Return a number that was typed; nothing is none. Raises RuleBroken for what is no number."""
    if not words:
        return 0
    if not words.lstrip("-").isdecimal():
        raise RuleBroken("”{words}” is no number", words=words)
    return int(words)
