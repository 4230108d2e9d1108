"""What is asked about appeals: by which way, what the court has said, and who got the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.afterwards import AppealStep, AppealStepKind
from klubban.domain.appeals import derived
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Appeal
from klubban.i18n import N_, _
from klubban.operations import legal_force as operations
from klubban.ui import clock
from klubban.ui.after import force_words as say
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.chips import OneOf
from klubban.ui.widgets.options import Options, Toggle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database

OUTCOMES = (
    AppealStepKind.REJECTED,
    AppealStepKind.DISMISSED,
    AppealStepKind.WITHDRAWN,
    AppealStepKind.QUASHED,
    AppealStepKind.TOO_LATE,
)
"""What an appeal can come to."""


def _day_of(form: Form) -> date:
    day = read_day(form.words("day"))
    if day is None:
        raise RuleBroken(N_("Say on which day it was"))
    return day


class StepForm(Form):
    """Asks when something became known of appeals against the chosen paragraphs, and from whom."""

    def __init__(
        self, database: Database, meeting: Meeting, items: Sequence[Item], kind: AppealStepKind, court: str
    ) -> None:
        name = {
            AppealStepKind.ASKED: _("The court is asked about {paragraphs}"),
            AppealStepKind.NONE_FILED: _("Nobody has appealed against {paragraphs}"),
            AppealStepKind.FILED: _("Somebody has appealed against {paragraphs}"),
        }.get(kind, _("What became of the appeal against {paragraphs}"))
        super().__init__(name.format(paragraphs=say.chosen(meeting, items)), _("Note it"), self._try)
        self._database, self._items, self._kind = database, items, kind
        self._final: Toggle | None = None
        self._outcome: OneOf | None = None
        self.add_line("day", _("Day"), written(clock.today()), "2027-02-01")
        if kind not in (AppealStepKind.ASKED, AppealStepKind.NONE_FILED, AppealStepKind.FILED):
            self._ask_outcome()
        self.add_line("court", _("Court"), court, _("the administrative court in …"))
        if kind is not AppealStepKind.ASKED and kind is not AppealStepKind.NONE_FILED:
            self.add_line("case_number", _("Case number"), self._case(items), "1234-26")
        by = _("Who appealed") if kind is AppealStepKind.FILED else _("According to")
        self.add_line("by", by, "", _("if it is to be known"))

    def _case(self, items: Sequence[Item]) -> str:
        known = (each.case_number for item in items for each in item.appeal_steps if each.case_number)
        return "" if self._kind is AppealStepKind.FILED else next(known, "")

    def _ask_outcome(self) -> None:
        self._outcome = OneOf(
            _("What became of it"), [(each, say.kind(each)) for each in OUTCOMES], self._kind
        )
        self.add(_("What became of it"), self._outcome)
        self._final = Toggle(
            _("Nothing more can be appealed"),
            _("Where it can be taken to the next court, that is still open."),
        )
        self.add("", self._final)

    def _try(self) -> None:
        kind = self._outcome.value if self._outcome else self._kind
        ends = kind is AppealStepKind.NONE_FILED or (self._final is not None and self._final.isChecked())
        step = AppealStep(
            id=0,
            kind=AppealStepKind(str(kind)),
            day=_day_of(self),
            court=self.words("court"),
            case_number=self.words("case_number") if self.has("case_number") else None,
            by=self.words("by"),
            final=ends,
        )
        ids = [item.id for item in self._items]
        operations.note_step(self._database, ids, step, today=clock.today())


class WayForm(Form):
    """Asks by which way a paragraph can be appealed against."""

    def __init__(self, database: Database, meeting: Meeting, item: Item) -> None:
        name = _("How {item} can be appealed against")
        super().__init__(name.format(item=say.title(meeting, item)), _("Note it"), self._try)
        self._database, self._item = database, item
        self._wanted: object = item.appeal
        options = [
            (None, _("As it follows"), say.way_told(derived(meeting, item))),
            (
                Appeal.LEGALITY,
                _("Legality review"),
                _("Any member of the municipality, three weeks from the notice."),
            ),
            (
                Appeal.ADMINISTRATIVE,
                _("Administrative appeal"),
                _("A party, three weeks from when it got the decision (FL 44 §)."),
            ),
            (
                Appeal.NONE,
                _("Cannot be appealed against"),
                _("It prepares or executes, and decides nothing."),
            ),
        ]
        self._options = Options(name, options, item.appeal)
        self._options.chosen.connect(self._hold)
        self.add(_("Way of appeal"), self._options)

    def enter(self) -> None:
        """Begin at the way that holds."""
        super().enter()
        self._options.enter()

    def _hold(self, wanted: object) -> None:
        self._wanted = wanted

    def _try(self) -> None:
        wanted = Appeal(str(self._wanted)) if self._wanted is not None else None
        operations.set_appeal(self._database, self._item.id, wanted)


class ReceiptForm(Form):
    """Asks which party got a decision, when and how; its time for appeal runs from that day."""

    def __init__(self, database: Database, meeting: Meeting, item: Item) -> None:
        name = _("Who got the decision in {item}")
        super().__init__(name.format(item=say.title(meeting, item)), _("Note it"), self._try)
        self._database, self._item = database, item
        happens = _(
            "Each party has three weeks of its own from the day on which it got the decision (FL 44 §)."
        )
        self.add(_("What happens"), Text(happens, "small", QUIET, wrap=True))
        self.add_line("who", _("Who"), "", _("the party"))
        self.add_line("day", _("Day"), written(clock.today()), "2027-02-01")
        self.add_line("how", _("How"), "", _("receipt, by post with advice of delivery …"))

    def _try(self) -> None:
        operations.add_receipt(
            self._database,
            self._item.id,
            Named(self.words("who")),
            _day_of(self),
            today=clock.today(),
            how=self.words("how"),
        )
