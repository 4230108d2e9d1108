"""The questions in the order that the chair puts them, and what the chair found; a vote begins here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain import outcome, settled
from klubban.domain.decided import Put, Question
from klubban.domain.vote_order import next_division
from klubban.i18n import _
from klubban.operations import divisions, questions
from klubban.ui.minutes.alternatives import Alternative, alternatives, question
from klubban.ui.minutes.part import MinutesPart
from klubban.ui.minutes.question_row import Answer, QuestionRow
from klubban.ui.minutes.row import INSET
from klubban.ui.minutes.to_put import laid_ready, put
from klubban.ui.widgets.basics import emptied, spaced, widgets_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from klubban.domain.meeting import Item
    from klubban.store.database import Database
    from klubban.ui.theme import Tone

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class QuestionsPart(MinutesPart):
    """One key for each question: the letter of what was found, or O where a vote is asked for."""

    inset = INSET
    division_called = Signal()

    def __init__(self, database: Database, clock: Callable[[], datetime], label: str) -> None:
        super().__init__(database, clock, label)
        whole = QWidget()
        self._rows = QVBoxLayout(whole)
        spaced(self._rows)
        self.order = Answer("G", _("The order of the questions was approved"), chosen=False)
        self.order.clicked.connect(self._approve)
        place, across = QWidget(), QHBoxLayout()
        spaced(across, (INSET, 0, 0, 2))
        across.addWidget(self.order)
        across.addStretch()
        place.setLayout(across)
        self._told.column.addWidget(whole)
        self._told.column.addWidget(place)
        self._order_place = place
        self._shown: object = None

    @property
    def _holds(self) -> bool:
        return self._item is not None and bool(self._item.puts)

    @property
    def rows(self) -> list[QuestionRow]:
        """Return the questions."""
        return widgets_in(self._rows, QuestionRow)

    def enter(self) -> None:
        """Lay the questions ready that follow from what was moved; the keyboard is at the first open one."""
        self._remember()
        if not self.locked:
            self._begin()
            self._show()
        self._aim()

    @property
    def _asked(self) -> Item:
        """Return the item with its questions, once asked for also with those that are not put yet."""
        ready = self._begun and not self.locked
        if ready and settled.settled(self.meeting, self.item).outcome in settled.ENDED:
            ready = not self.item.puts
        return laid_ready(self.item) if ready else self.item

    def _real(self, put_id: int) -> int:
        """Return the id of a question; one that was laid ready is put."""
        return put(self._database, self.item, put_id)

    # --- what is shown

    def _show(self) -> None:
        item = self._asked
        now = (item.puts, item.motions, item.divisions, item.proposal, item.order_approved, self.locked)
        if now == self._shown:
            return
        self._shown = now
        held = next(((row.id, at) for at, row in enumerate(self.rows) if row.hasFocus()), None)
        emptied(self._rows)
        for each in item.puts:
            self._rows.addWidget(self._row(item, each))
        self.order.setChecked(item.order_approved)
        asked = len(item.puts) > 1 and self._open() is not None
        self._order_place.setVisible(asked or item.order_approved)
        if held is not None:
            self._hold(*held)

    def _row(self, item: Item, asked: Put) -> QuestionRow:
        answers = alternatives(item, asked)
        came_to = self._came_to(asked)
        shown = came_to or ((asked.adopted, asked.motion) if asked.adopted else None)
        number = next((at for at, each in enumerate(answers) if _is(each, shown)), None)
        row = QuestionRow(
            asked.id,
            question(item, asked),
            answers,
            number,
            self._pills(asked),
            quiet=came_to is not None,
            vote=self._vote_offered(asked, len(answers)),
        )
        told = _("A, B what was found · Enter the next · Alt+Shift+↑ moves · Delete takes away")
        row.setToolTip(told)
        row.held.connect(lambda on: self.keys.emit(told if on and not self.locked else ""))
        row.vote_asked.connect(lambda: self._call_division(asked.id))
        row.chosen.connect(lambda at: self._find(asked, at))
        row.pressed_key.connect(self._press)
        return row

    def _came_to(self, asked: Put) -> tuple[object, int | None] | None:
        about = [each.question for each in self.item.divisions if each.put == asked.id]
        if Question.COUNTER_PROPOSAL in about and Question.MAIN not in about:
            return None  # the main vote is to come
        found = settled.found(self.meeting, self._asked, asked)
        return (found.adopted, found.motion) if found is not None else None

    def _pills(self, asked: Put) -> list[tuple[str, Tone]]:
        voted = any(each.put == asked.id for each in self.item.divisions)
        if not voted:
            return []
        return [(_("vote"), "plain" if self._came_to(asked) else "soon")]

    def _vote_offered(self, asked: Put, answers: int) -> str:
        """Return the words that offer a vote on a question, or the next after the last; none for no vote."""
        votes = [each for each in self.item.divisions if each.put == asked.id]
        voted = bool(votes)
        if any(not outcome.is_complete(each, self.people.voters) for each in votes):
            return ""
        needed = next_division(self._asked, asked) if answers > 1 and not self.locked else None
        if needed is None:
            return _("a vote is asked for") if answers > 1 and not voted and not self.locked else ""
        if needed.question is Question.COUNTER_PROPOSAL:
            return _("a vote on the counter-proposal")
        return _("the main vote") if voted else _("a vote is asked for")

    def _open(self) -> Put | None:
        """Return the first question that is open, as long as none before it ended the item."""
        if settled.settled(self.meeting, self.item).outcome in settled.ENDED:
            return None
        return next((each for each in self._asked.puts if self._came_to(each) is None), None)

    def go_on(self) -> None:
        """Take the keyboard at the next question, if one is open; lay it ready where it is not put yet."""
        if self._item is None:
            return
        if self._item.puts and not self.locked:
            self._begin()
            self._show()
        if self._open() is not None:
            self._aim()

    def _aim(self) -> None:
        """Give the keyboard to the question that is open, or to the last."""
        open_, rows = self._open() if self._item else None, self.rows
        self._go([*(row for row in rows if open_ is not None and row.id == open_.id), *rows[-1:]])

    def _hold(self, id_: int, place: int) -> None:
        """Give the keyboard back to a question, or to the one that took its place."""
        rows = self.rows
        self._go([*(row for row in rows if row.id == id_), *rows[place:], *rows[-1:]])
        if not rows:
            self._go_back()

    # --- what is done

    def _find(self, asked: Put, at: int) -> None:
        """Note what was found; the same once more takes it back."""
        if self.locked:
            return
        chosen = alternatives(self._asked, asked)[at]
        again = asked.adopted is chosen.adopted and (asked.motion == chosen.motion or chosen.motion is None)
        came_to = (None, None) if again else (chosen.adopted, chosen.motion)
        self._do(lambda: questions.find(self._database, self._real(asked.id), *came_to))

    def _approve(self) -> None:
        item = self.item
        if not self.locked:
            self._do(lambda: questions.approve_order(self._database, item.id, not item.order_approved))

    def _call_division(self, put_id: int) -> None:
        """Begin the vote that is needed next on a question."""
        item = self._asked
        needed = next_division(item, next(each for each in item.puts if each.id == put_id))
        if needed is None:
            self._say(_("Say first what the chair found; a vote is about two alternatives."))
            return

        def call() -> None:
            divisions.call_division(
                self._database,
                item.id,
                put=self._real(put_id),
                question=needed.question,
                yes_motion=needed.yes_motion,
                no_motion=needed.no_motion,
                after=needed.after,
            )

        if self._do(call):
            self.division_called.emit()

    # --- keys

    def _press(self, row: QuestionRow, event: QKeyEvent) -> None:
        rows, key = self.rows, Qt.Key(event.key())
        at = rows.index(row)
        if self.locked and key not in _ARROWS:
            event.ignore()
        elif key in _ARROWS and event.modifiers() & _MOVE == _MOVE and not self.locked:
            self._move(at, _ARROWS[key])
        elif key in _ARROWS and not event.modifiers() & _MOVE:
            rows[max(0, min(at + _ARROWS[key], len(rows) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in _ENTER:
            self._go_next(at)
        elif key == Qt.Key.Key_Delete:
            self._remove(row.id)
        elif event.text().casefold() == "g":
            self._approve()
        else:
            event.ignore()

    def _go_next(self, at: int) -> None:
        """Go on to the next question that is open; from the last leave for what is below."""
        open_ = self._open()
        if open_ is not None and open_.id != self.rows[at].id:
            self._aim()
        elif at + 1 < len(self.rows):
            self._go(self.rows[at + 1 :])

    def _remove(self, id_: int) -> None:
        if id_ > 0:  # what is only laid ready stands nowhere
            self._do(lambda: questions.remove_put(self._database, id_))

    def _move(self, at: int, by: int) -> None:
        rows = self.rows
        if not 0 <= at + by < len(rows):
            return
        before = at + by - 1 if by < 0 else at + by

        def move() -> None:
            moved, after = self._real(rows[at].id), self._real(rows[before].id) if before >= 0 else None
            questions.move_put(self._database, moved, after)

        self._do(move)


def _is(each: Alternative, came_to: tuple[object, int | None] | None) -> bool:
    return came_to is not None and each.adopted is came_to[0] and each.motion in (None, came_to[1])
