"""The parts of an item that are recorded at the table, by their names, as the writing desk places them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from klubban.i18n import N_, _
from klubban.ui.clock import now
from klubban.ui.minutes.assignments_part import AssignmentsPart
from klubban.ui.minutes.disqualified import Disqualified
from klubban.ui.minutes.divisions_part import DivisionsPart
from klubban.ui.minutes.elections_part import ElectionsPart
from klubban.ui.minutes.motions_part import MotionsPart
from klubban.ui.minutes.not_taking_part import NotTakingPart
from klubban.ui.minutes.opinions_part import OpinionsPart
from klubban.ui.minutes.outcome_part import OutcomePart
from klubban.ui.minutes.part import MinutesPart
from klubban.ui.minutes.proposals_part import ProposalsPart
from klubban.ui.minutes.questions_part import QuestionsPart

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database
    from klubban.ui.widgets.section import Column

PARTS: dict[str, tuple[str, type[MinutesPart]]] = {
    "outcome": (N_("What became of the item"), OutcomePart),
    "proposals": (N_("Proposal to another body"), ProposalsPart),
    "motions": (N_("Motions"), MotionsPart),
    "questions": (N_("Proceedings"), QuestionsPart),
    "divisions": (N_("Vote"), DivisionsPart),
    "elections": (N_("Election"), ElectionsPart),
    "disqualifications": (N_("Disqualification"), Disqualified),
    "not_taking_part": (N_("Not taking part in the decision"), NotTakingPart),
    "opinions": (N_("Reservation and statements"), OpinionsPart),
    "assignments": (N_("Assignments"), AssignmentsPart),
}


class Minutes(QObject):
    """Makes the parts. Each is a widget with its own label and hair line, hidden while it holds nothing."""

    saved = Signal()
    failed = Signal(Exception)
    """What concerns the file; a broken rule stands beside the line that it is about."""
    asks = Signal(QWidget)
    """This is where the keyboard is, or what it leads to: it is to be seen."""
    typed = Signal()
    """Something is typed that is not saved yet."""
    keys = Signal(str)
    """What the keys do where the keyboard is now, to be said at the foot; nothing where it is elsewhere."""
    changed = Signal(str)
    """The part of this name came or went, so that what is offered is another."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        super().__init__()
        self._parts: dict[str, MinutesPart] = {
            name: made(database, clock, _(label)) for name, (label, made) in PARTS.items()
        }
        for name, part in self._parts.items():
            part.changed.connect(partial(self.changed.emit, name))
            part.saved.connect(self.saved)
            part.failed.connect(self.failed)
            part.asks.connect(self.asks)
            part.typed.connect(self.typed)
            part.keys.connect(self.keys)
        self._connect()

    def _connect(self) -> None:
        """Let a vote follow on a question, and the next question on the vote."""
        asked, voted = self._parts["questions"], self._parts["divisions"]
        if isinstance(asked, QuestionsPart) and isinstance(voted, DivisionsPart):
            asked.division_called.connect(voted.await_call)
            voted.over.connect(asked.go_on)

    def part(self, name: str) -> QWidget:
        """Return the widget of a part; it shows and hides itself."""
        return self._parts[name]

    def below(self, name: str) -> Column:
        """Return the room within a part, below what is recorded, for a text that is written out of it."""
        return self._parts[name].below

    def keep(self, name: str, *, there: bool) -> None:
        """Let a part stand on the page although nothing is recorded in it, since its text says something."""
        self._parts[name].keep(there=there)

    def name_keys(self, keys: dict[str, str]) -> None:
        """Say with which keys the parts are reached, to be named beside their labels (`Ctrl+5`)."""
        for name, key in keys.items():
            if name in self._parts:
                self._parts[name].name_key(key)

    def take(self, meeting: Meeting, item: Item) -> None:
        """Show what the store holds now, without touching what is being typed."""
        for part in self._parts.values():
            part.take(meeting, item)

    def enter(self, name: str) -> None:
        """Begin a part, or go on with it: the keyboard is where the next thing is noted."""
        self._parts[name].enter()

    def assign_from(self, scratch: int, words: str) -> None:
        """Begin an assignment out of a scratch line."""
        part = self._parts["assignments"]
        if isinstance(part, AssignmentsPart):
            part.begin_from(scratch, words)

    def flush(self) -> bool:
        """Save what is typed half; tell whether nothing is left."""
        done = [part.flush() for part in self._parts.values()]
        return all(done)

    @property
    def focused(self) -> str | None:
        """Return the name of the part that has the keyboard."""
        return next((name for name, part in self._parts.items() if part.holds_keyboard), None)

    @property
    def offered(self) -> tuple[tuple[str, str], ...]:
        """Return the parts that may be begun, for the line that offers what is empty."""
        return tuple((name, part.label) for name, part in self._parts.items() if part.can_begin)

    def has(self, name: str) -> bool:
        """Tell whether a part stands on the page."""
        return not self._parts[name].isHidden()
