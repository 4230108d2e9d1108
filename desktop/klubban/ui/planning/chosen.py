"""One meeting of the plan: its dates, what it reaches and what reaches it, its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from klubban.documents import plan_words as say
from klubban.documents.wording import capital
from klubban.domain.meeting import Stage
from klubban.i18n import _, current, pgettext
from klubban.ui.meeting import words
from klubban.ui.planning.parts import Acts, Days, Papers, Said
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.domain.chain import Step
    from klubban.domain.planned import Planned
    from klubban.ui.planning.sheet import YearSheet
    from klubban.ui.theme import Tone

_INSET = 6  # of the words of a link


class Chosen(Column):
    """What is to be known of a meeting, and what can be done with it."""

    open_asked = Signal()
    move_asked = Signal()
    cancel_asked = Signal()
    restore_asked = Signal()
    meeting_asked = Signal(int, object)

    def __init__(self, sheet: YearSheet, meeting: Planned, *, locked: bool) -> None:
        super().__init__()
        self._sheet, self._meeting = sheet, meeting
        line = Text(capital(self._told()), "body", QUIET, wrap=True)
        line.setContentsMargins(0, 0, 0, 12)
        self.column.addWidget(line)
        if not meeting.stands:
            told = _("Cancelled on {day}: {why}").format(
                day=say.short_day(meeting.cancelled_on or meeting.date, current()),
                why=meeting.cancelled_because or "–",
            )
            said = Said([(pgettext("of a meeting", "cancelled"), "late", told)])
            said.setContentsMargins(0, 0, 0, 12)
            self.column.addWidget(said)
        self._add_acts(locked=locked)
        chains = sheet.chains
        if dates := say.dates(chains.dates(meeting), current()):
            self.column.addWidget(Section(_("Dates"), Days(dates, meeting, sheet.today)))
        if meeting.stands:
            self._add_way(_("A matter goes on"), [chains.upwards(meeting)], say.upwards)
            self._add_way(_("To reach it"), chains.downwards(meeting), say.downwards)
        papers = [each for each in sheet.papers if each.meeting.id == meeting.id]
        if papers:
            shown = Papers(papers, sheet, one_meeting=True)
            shown.meeting_asked.connect(self.meeting_asked)
            self.column.addWidget(Section(_("Awaited papers"), shown, _INSET))

    def _told(self) -> str:
        meeting, body = self._meeting, self._sheet.body_of(self._meeting)
        parts = [
            *say.clock(meeting, current()),
            say.type_name(meeting.type, body.meeting_types),
            words.small(words.stage(meeting.stage)),
        ]
        return ", ".join(filter(None, parts))

    def _add_acts(self, *, locked: bool) -> None:
        acts: list[tuple[str, Callable[[], object]]] = [(_("Open the meeting"), self.open_asked.emit)]
        begun = self._meeting.stage not in (Stage.PLANNED, Stage.SUMMONED)
        if not locked and not self._meeting.stands:
            acts.append((_("Hold it after all"), self.restore_asked.emit))
        elif not locked:
            acts.append((_("Move …"), self.move_asked.emit))
            if not begun:
                acts.append((_("Cancel …"), self.cancel_asked.emit))
        self.column.addWidget(Section(_("The meeting"), Acts(acts), _INSET))

    def _add_way(self, label: str, ways: Sequence[Sequence[Step]], tell: Callable[..., list[str]]) -> None:
        told: list[tuple[str, Tone, str]] = []
        for way in ways:
            sentences = tell(way, self._meeting.date, current())
            for step, sentence in zip(way, sentences, strict=True):
                gap = step.meeting is None
                told.append((pgettext("in a plan", "too late") if gap else "", "soon", sentence))
        told = list(dict.fromkeys(told))
        if told:
            self.column.addWidget(Section(label, Said(told)))
