"""The entry for the meeting itself: where, when, who decided and who verified, as facts to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from klubban.documents import front_page
from klubban.documents.tree import Names as NameList
from klubban.domain.meeting import Stage
from klubban.domain.quorum import counted, required, seats_of
from klubban.domain.text import Text as Sentence
from klubban.domain.text import plain_runs
from klubban.i18n import _, current
from klubban.ui.columns import first_stop
from klubban.ui.meeting import dates, quorum, words
from klubban.ui.meeting.became import planned_and_done
from klubban.ui.meeting.became_list import BecameList
from klubban.ui.meeting.date_list import DateList
from klubban.ui.meeting.surface import Surface
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.options import Options
from klubban.ui.widgets.section import Names, Section, Sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Notice
    from klubban.ui.meeting.held_parts import HeldParts
    from klubban.ui.meeting.meeting_plan import MeetingPlan

_OF_VERIFICATION = 2
"""So many rows of the first page, the last ones, are about the verification."""
_BEFORE = (Stage.PLANNED, Stage.SUMMONED)


class FactsSurface(Surface):
    """Shows what the first page of the protocol says, and the notice."""

    type_chosen = Signal(object)
    """The id of the type of meeting that this is to be, or None."""

    def __init__(
        self,
        meeting: Meeting,
        today: date,
        *,
        with_dates: bool,
        plan: MeetingPlan | None = None,
        held: HeldParts | None = None,
    ) -> None:
        """Show a meeting; the dates of the law too, where no preview stands beside with them.

        Of one that was begun, `held` are the parts about that.
        """
        super().__init__(_("Attendance and particulars"))
        self.plan, self.held = plan, held
        self.add(Text(_("Attendance and particulars"), "title"))
        below = Text(_sentence(meeting, today), "item", QUIET, wrap=True)
        below.setContentsMargins(0, 0, 0, 12)
        self.add(below)
        if not below.text():
            below.setFixedHeight(12)
        for part in held.parts if held is not None else ():
            self.add(part)
            part.asks.connect(self.show_form)
        if plan is not None:
            self.add(plan)
        due = dates.lines(meeting, today)
        if with_dates and due:
            shown = DateList()
            shown.show_lines(due)
            self.add(Section(_("Dates"), shown))
        if meeting.body.meeting_types:
            self.add(Section(_("Type of meeting"), self._types(meeting)))
        for section in _sections(meeting, today, planned=plan is not None, chosen=self._says_verifiers):
            self.add(section)
        became = planned_and_done(meeting, today)
        if became:
            self.add(Section(_("As the summons said"), BecameList(became)))
        self.end()

    @property
    def _says_verifiers(self) -> bool:
        """Tell whether a part of its own says who is to verify."""
        return self.held is not None and self.held.verifiers.told

    @property
    def asking(self) -> bool:
        """Tell whether a form is being filled in, which a new page would lose."""
        return (self.plan is not None and self.plan.asking) or (self.held is not None and self.held.asking)

    def take(self, meeting: Meeting, today: date) -> None:
        """Show what is new round a form that is being filled in; the rest follows when that is done."""
        if self.held is not None:
            self.held.take(meeting, today)

    def ask(self, name: str) -> None:
        """Ask about the session: `times`, `adjourn`, `close`, `doors`, `verifiers` or `notes`."""
        if self.held is not None:
            self.held.ask(name)

    def enter(self) -> None:
        """Give the keyboard to the first thing that can be changed."""
        found = first_stop(self)
        if found is not None:
            found.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _types(self, meeting: Meeting) -> QWidget:
        """Return the type; as a choice as long as the roll is not begun, for by it people are invited."""
        if meeting.roll.lines or meeting.attendance:
            return Sentences([meeting.type or _("No type")])
        types = meeting.body.meeting_types
        now = next((each.id for each in types if each.name == meeting.type), None)
        choice = Options(
            _("Type of meeting"),
            [(each.id, each.name, "") for each in types] + [(None, _("No type"), "")],
            now,
        )
        choice.chosen.connect(self.type_chosen)
        return choice


def _sentence(meeting: Meeting, today: date) -> str:
    """Return how many seats were filled, in a sentence; of a cancelled meeting that it is."""
    if meeting.cancelled_on is not None:
        told = _("Cancelled on {day}. {reason}")
        day, reason = words.day(meeting.cancelled_on, today), meeting.cancelled_because or ""
        return told.format(day=day, reason=reason).strip()
    if not meeting.attendance and meeting.stage in _BEFORE:
        return ""
    if not meeting.attendance:
        return _("Nobody is noted as present yet.")
    least = required(meeting.body, meeting.roll)
    if not least:
        return _("{count} were present.").format(count=len(meeting.attendance))
    told = _("{serving} of {seats} seats were filled; at least {least} are needed for a quorum.")
    seats = seats_of(meeting.body, meeting.roll)
    return told.format(serving=quorum.told(counted(meeting, None)), seats=seats, least=least)


def _sections(meeting: Meeting, today: date, *, planned: bool, chosen: bool) -> Iterator[Section]:
    """Walk the facts of the first page; when and where it is, doors and verifiers stand above."""
    before = meeting.stage in _BEFORE and not meeting.attendance
    others, doors = current().gettext("Others present"), current().gettext("Audience")
    facts = front_page.facts(meeting, current())
    if chosen:
        facts = facts[:-_OF_VERIFICATION]
    for place, (label, parts) in enumerate(facts):
        above = (planned and place == 0) or label == doors
        if parts and not above and not (before and label == others):
            yield Section(label, _content(parts))
    if meeting.secretary is not None:
        yield Section(current().gettext("Secretary"), Sentences([str(meeting.secretary)]))
    for notice in meeting.notices:
        yield Section(_("Notice"), Sentences(list(_notice(notice, today))))


def _content(parts: tuple[Sentence | NameList, ...]) -> QWidget:
    names = [name for part in parts if isinstance(part, NameList) for name in part.items]
    if names:
        return Names(names)
    return Sentences([plain_runs(part.runs) for part in parts if isinstance(part, Sentence)])


def _notice(notice: Notice, today: date) -> Iterator[str]:
    """Say when a notice was put up and taken down, where the protocol is kept, and who signed."""
    if notice.posted:
        yield _("Put up on {day}").format(day=words.day(notice.posted, today))
    if notice.removed:
        yield _("Taken down on {day}").format(day=words.day(notice.removed, today))
    if notice.kept_at:
        yield _("The protocol is kept at {place}").format(place=notice.kept_at)
    if notice.signed_by:
        yield _("Signed by {name}").format(name=notice.signed_by)
