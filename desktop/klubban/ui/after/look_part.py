"""The last look before signing: what is still to be put right, and what the texts say beside the record."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from klubban.documents import checklist_words, control_words
from klubban.documents import last_look as look_words
from klubban.documents.record import build
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.i18n import _, current, ngettext
from klubban.operations.checklist import points_of
from klubban.operations.last_look import last_look_of
from klubban.operations.verifying import make_ready
from klubban.ui import clock
from klubban.ui.after.look_rows import LookRows
from klubban.ui.after.part import Chief, Paper, Part
from klubban.ui.after.steps import is_ready
from klubban.ui.planning.parts import Acts
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.leads import INSET, Leads
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from datetime import date

    from klubban.documents.tree import Document
    from klubban.domain.last_look import Sort
    from klubban.domain.meeting import Meeting
    from klubban.domain.points import Point
    from klubban.ui.after.part import Context


class LookPart(Part):
    """What remains stands first; then names, dates, sums and numbers, each leading to its place."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._whole: set[Sort] = set()
        self._points: tuple[Point, ...] = ()
        self._protocol: Document | None = None

    def title(self) -> str:
        """Return what is to be done, or that it is ready."""
        if self.meeting is None:
            return ""
        if self.meeting.protocol_verified:
            return _("The protocol is verified.")
        at_once = self.meeting.stage is Stage.IN_SESSION
        if is_ready(self.meeting):
            return (
                _("What is verified at once is ready.")
                if at_once
                else _("The protocol is ready to be signed.")
            )
        if self._points:
            told = ngettext("One thing remains.", "{count} things remain.", len(self._points))
            return told.format(count=len(self._points))
        return _("Nothing remains. Read it through once more.")

    def show_meeting(self, meeting: Meeting) -> None:
        """Look at the meeting anew."""
        super().show_meeting(meeting)
        today = clock.today()
        self._points, self._protocol = (), _protocol(meeting, today)
        if not meeting.protocol_verified:
            self._points = points_of(self.context.database, meeting, today)
            self._add_points(meeting)
            self._add_look(meeting)
        self._add_control(meeting)

    def _add_points(self, meeting: Meeting) -> None:
        """Show what the checklist still has, place by place."""
        for _item, group in groupby(self._points, key=lambda point: point.item):
            own = tuple(group)
            leads = Leads([checklist_words.sentence(point, meeting, current()) for point in own])
            leads.chosen.connect(lambda number, own=own: self.context.go_to(own[number].item))
            self.add(checklist_words.place(own[0], meeting, current()), leads, INSET)

    def _add_look(self, meeting: Meeting) -> None:
        """Show what the texts say beside what the record says, sort by sort."""
        if self._protocol is None:
            return
        found = last_look_of(self.context.database, meeting, self._protocol)
        for sort, group in groupby(found, key=lambda each: each.sort):
            rows = LookRows(tuple(group), whole=sort in self._whole)
            rows.chosen.connect(self.context.go_to)
            rows.unfolded.connect(partial(self._unfold, sort))
            self.add(look_words.heading(sort, current()), rows, INSET)

    def _unfold(self, sort: Sort) -> None:
        self._whole ^= {sort}
        self.show_again()

    def _add_control(self, meeting: Meeting) -> None:
        found = [each for each in meeting.verifications if each.ready_on and not meeting.is_done(each)]
        if not found:
            return
        column, control = Column(), found[-1].control
        if control:
            column.column.addWidget(_inset(Text(control, "strong")))
        told = control_words.explained(current()) if control else control_words.where_missing(current())
        column.column.addWidget(_inset(Text(told, "small", QUIET, wrap=True)))
        if not self.context.database.read_only:
            back = [(_("Not ready yet"), partial(self._make_ready, ready=False))]
            column.column.addWidget(Acts(back))
        self.add(_("Control number"), column, INSET)

    def chief(self) -> Chief | None:
        """Say that it is ready; the checklist is advice."""
        meeting = self.meeting
        if meeting is None or self.context.database.read_only or meeting.protocol_verified:
            return None
        if is_ready(meeting) or meeting.stage not in (Stage.IN_SESSION, Stage.CLOSED, Stage.READY):
            return None
        if meeting.stage is Stage.IN_SESSION:
            return Chief(_("Ready to be verified at once"), self._make_ready)
        name = _("Ready to be verified all the same") if self._points else _("Ready to be verified")
        return Chief(name, self._make_ready)

    def paper(self) -> Paper | None:
        """Show the protocol."""
        return Paper(_("The protocol"), self._protocol) if self._protocol is not None else None

    def _make_ready(self, *, ready: bool = True) -> None:
        if self.meeting is not None:
            id_, today = self.meeting.id, clock.today()
            self.context.attempt(lambda: make_ready(self.context.database, id_, ready=ready, today=today))


def _protocol(meeting: Meeting, today: date) -> Document | None:
    """Return the protocol as it would be printed today; None where it cannot be."""
    try:
        return build(meeting, today)
    except RuleBroken:
        return None


def _inset(text: Text) -> Text:
    text.setContentsMargins(INSET, 0, 0, 0)
    return text
