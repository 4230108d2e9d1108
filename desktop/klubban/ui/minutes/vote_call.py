"""The call of a vote: the names, whose turn it is, and answers that are shown at once and saved in time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from klubban.domain import outcome
from klubban.domain.decided import Division, Vote
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, ngettext
from klubban.operations import divisions
from klubban.ui.autosave import Autosave, Pace
from klubban.ui.minutes.call_board import CallBoard
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, Text, spaced

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klubban.domain.body import Named
    from klubban.store.database import Database

_AROUND = 60
_ASIDE = (Vote.ABSTAINED, Vote.NOT_TAKING_PART)
_PACE = Pace(pause=600)


def tied(division: Division) -> bool:
    """Tell whether a tie waits to be broken."""
    return outcome.is_tie(division) and division.casting_vote is None and division.lot is None


class VoteCall(QWidget):
    """A roll call is typed faster than the store writes one change each: answers are written together."""

    saved = Signal()
    failed = Signal(Exception)
    typed = Signal()
    changed = Signal()
    """Other answers are shown."""
    left = Signal()
    told = Signal(str)
    """Why an answer was not noted."""
    reason_asked = Signal(str, object, object)
    """Why somebody may not answer so, who, and their vote; it is noted with a reason."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database
        self.id: int | None = None
        """The vote that is called; None for none."""
        self.must_decide = False
        """Abstaining and not taking part need a reason (KL 4 kap. 26 §)."""
        self._division: Division | None = None
        self._shown: dict[Named, Vote | None] = {}
        """Answers that the store had not told of yet."""
        self._unsaved: dict[Named, Vote | None] = {}
        self._saving = Autosave(self._save, _PACE, self)
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self.failed)
        self._head, self.board = Text("", "title", wrap=True), CallBoard()
        self.board.answered.connect(self._answer)
        self.board.rest.connect(lambda vote: self._record(dict.fromkeys(self.board.open, vote)))
        self.board.left.connect(self.left)
        self.board.moved.connect(self._follow)
        keys = _(
            "J yes · N no · A abstains · D takes no part · F absent · Shift+J, Shift+N the rest · ↑ back · "
            "Delete takes back · Esc leaves"
        )
        column = QVBoxLayout(self)
        spaced(column, (0, 0, 0, 10), 6)
        for widget in (self._head, self.board, Text(keys, "small", QUIET, wrap=True)):
            column.addWidget(widget)
        self.hide()

    # --- what the part asks

    def begin(self, division: Division, able: Sequence[Named]) -> None:
        """Call the names of a vote, from the first who has not answered."""
        self.flush()
        self.id, self._shown = division.id, {}
        self.take(division, able, anew=True)
        self.show()
        self.board.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self, division: Division, able: Sequence[Named], *, anew: bool = False) -> None:
        """Show the answers as the store has them, with those that are not saved."""
        self._shown = dict(self._unsaved)
        self._division = division
        shown = self.answered(division)
        names = list(able)
        names += [who for who, _vote in shown.votes if not any(map(who.is_same, names))]
        self.board.show_answers([(who, _of(shown, who)) for who in names], anew=anew)
        self._tell()

    def answered(self, division: Division) -> Division:
        """Return a vote with the answers that are shown."""
        if division.id != self.id or not self._shown:
            return division
        votes = {who: vote for who, vote in division.votes if not any(map(who.is_same, self._shown))}
        votes |= {who: vote for who, vote in self._shown.items() if vote is not None}
        return replace(division, votes=tuple(votes.items()))

    def end(self) -> None:
        """Leave the names."""
        self.flush()
        self.id = None
        self.hide()

    def forget(self) -> None:
        """Leave the names of another item."""
        self.id, self._shown, self._unsaved = None, {}, {}
        self.hide()

    def flush(self) -> bool:
        """Save the answers; tell whether nothing is left."""
        return self._saving.flush()

    # --- answers

    def _answer(self, who: Named, vote: Vote | None) -> None:
        self._record({who: vote})
        if vote in _ASIDE and self.must_decide:
            self.flush()  # a reason is asked for at once, and not while other names are answered

    def _record(self, answers: Mapping[Named, Vote | None]) -> None:
        """Show answers at once."""
        for who, vote in answers.items():
            self.board.note(who, vote)
            self._shown[who] = self._unsaved[who] = vote
        self.told.emit("")
        self.typed.emit()
        self._saving.touch()
        if self.board.complete:
            self.flush()
        self._tell()
        self.changed.emit()

    def _save(self, _run: str) -> None:
        """Save the answers in one step; where one is refused, the others all the same."""
        id_, given = self.id, dict(self._unsaved)
        if id_ is None or not given:
            return
        try:
            divisions.answer_each(self._database, id_, given.items())
        except RuleBroken:
            for who, vote in given.items():
                self._save_one(id_, who, vote)
        self._unsaved = {}

    def _save_one(self, id_: int, who: Named, vote: Vote | None) -> None:
        try:
            divisions.answer(self._database, id_, who, vote)
        except RuleBroken as broken:
            self._shown.pop(who, None)
            self.board.note(who, None)
            if vote in _ASIDE and self.must_decide:
                self.reason_asked.emit(sentence(broken), who, vote)
            else:
                self.told.emit(sentence(broken))

    # --- what is told

    def _tell(self) -> None:
        """Tell whose turn it is, and how many are left."""
        left, who = len(self.board.open), self.board.current
        if who is None:
            self._head.setText(_("Nobody is noted as present, so nobody may vote."))
        elif left:
            told = ngettext("{count} left", "{count} left", left).format(count=left)
            self._head.setText(f"{who} · {told}" if left > 1 else str(who))
        elif self._division is not None and tied(self.answered(self._division)):
            self._head.setText(_("As many yes as no. Enter goes on to the casting vote."))
        else:
            self._head.setText(_("All have answered. Enter goes on."))

    def _follow(self, where: QRect) -> None:
        """Keep the name in hand in sight, of a board that is taller than the page."""
        self._tell()
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        inner = page.widget() if page is not None else None
        if page is not None and inner is not None:
            at = self.board.mapTo(inner, where.center())
            page.ensureVisible(at.x(), at.y(), 0, _AROUND)


def _of(division: Division, who: Named) -> Vote | None:
    return next((vote for one, vote in division.votes if who.is_same(one)), None)
