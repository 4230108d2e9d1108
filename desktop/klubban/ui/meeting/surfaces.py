"""Makes what is laid on the desk for each row of the agenda, and tells the page what it tells."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.operations.meetings import set_meeting_type
from klubban.store.trouble import Trouble
from klubban.ui.meeting.agenda_acts import changeable
from klubban.ui.meeting.checking import points
from klubban.ui.meeting.checklist_surface import ChecklistSurface
from klubban.ui.meeting.facts_surface import FactsSurface
from klubban.ui.meeting.held_parts import HeldParts
from klubban.ui.meeting.item_plan import ItemPlan
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.meeting.meeting_plan import MeetingPlan
from klubban.ui.meeting.waiting_surface import WaitingSurface
from klubban.ui.registers.offer import SeatOffer
from klubban.ui.situations.report_offer import ReportOffer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.incoming import Incoming
    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database


class Surfaces(QObject):
    """One for each sort of row; what they tell is told by the same signals, whichever it comes from."""

    saved = Signal()
    failed = Signal(Exception)
    typed = Signal()
    keys = Signal(str)
    """What the keys do where the keyboard is now; nothing where that is said elsewhere."""
    bug = Signal(str)
    paper_asked = Signal(int)
    inquiry_asked = Signal(int)
    meeting_asked = Signal(int, object)
    matter_asked = Signal(int)
    report_asked = Signal(int, int)
    """A situation report is to be presented at an item."""
    seats_asked = Signal(int, object)
    taken = Signal(object)
    """What waits is to be put on the agenda."""
    point_chosen = Signal(object)
    """What the checklist points out is to be put right."""
    ready_asked = Signal(bool)
    notes_asked = Signal()
    mail_asked = Signal()
    """A draft of the mail with the notes is wanted."""
    new_item_asked = Signal()
    left = Signal()
    """A form on the meeting's own page was left."""

    def __init__(self, database: Database, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database

    def item(self, meeting: Meeting, item: Item, today: date) -> ItemSurface:
        """Return the page of an item."""
        offer = SeatOffer(self._database, meeting, item)
        offer.asked.connect(self.seats_asked)
        plan = ItemPlan(self._database, meeting, item, today)
        plan.saved.connect(self.saved)
        plan.failed.connect(self.failed)
        plan.earlier_asked.connect(self.meeting_asked)
        plan.matter_asked.connect(self.matter_asked)
        surface = ItemSurface(self._database, meeting, item, today, offer=offer, plan=plan)
        surface.typed.connect(self.typed)
        surface.minutes.keys.connect(self.keys)
        surface.saved.connect(self.saved)
        surface.failed.connect(self.failed)
        surface.bug.connect(self.bug)
        surface.paper_asked.connect(self.paper_asked)
        surface.inquiry_asked.connect(self.inquiry_asked)
        reports = ReportOffer(self._database, meeting, item)
        reports.asked.connect(self.report_asked)
        surface.column.insertWidget(1, reports)  # below the head
        return surface

    def waiting(self, waits: Sequence[Incoming]) -> WaitingSurface:
        """Return what waits for the agenda."""
        surface = WaitingSurface(waits, locked=self._database.read_only)
        surface.taken.connect(self.taken)
        return surface

    def checklist(self, meeting: Meeting, today: date) -> ChecklistSurface:
        """Return what is to be looked at before the verification."""
        found = points(self._database, meeting, today)
        surface = ChecklistSurface(meeting, found, locked=self._database.read_only)
        surface.chosen.connect(self.point_chosen)
        surface.ready_asked.connect(self.ready_asked)
        surface.notes_asked.connect(self.notes_asked)
        return surface

    def facts(self, meeting: Meeting, today: date, *, with_dates: bool) -> FactsSurface:
        """Return the meeting's own page; its plan as long as that can change, and how it is held."""
        held = HeldParts(self._database, meeting, today)
        held.saved.connect(self.saved)
        held.failed.connect(self.failed)
        held.mail_asked.connect(self.mail_asked)
        plan = None
        if changeable(meeting):
            plan = MeetingPlan(self._database, meeting, today)
            plan.saved.connect(self.saved)
            plan.failed.connect(self.failed)
            plan.new_item_asked.connect(self.new_item_asked)
            plan.left.connect(self.left)
        surface = FactsSurface(meeting, today, with_dates=with_dates, plan=plan, held=held)
        surface.type_chosen.connect(partial(self._set_type, meeting.id))
        return surface

    def _set_type(self, meeting_id: int, type_id: int | None) -> None:
        """Make the meeting one of a type that its body has."""
        try:
            set_meeting_type(self._database, meeting_id, type_id)
        except Trouble as trouble:
            self.failed.emit(trouble)
