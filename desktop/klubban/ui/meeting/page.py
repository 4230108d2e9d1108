"""One meeting on the desk. The page reads a snapshot, shows it, and reads another when the store changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.store import reads
from klubban.ui.clock import today
from klubban.ui.columns import first_stop
from klubban.ui.meeting import checking, dates, quorum
from klubban.ui.meeting.agenda import CHECKLIST, THE_MEETING, WAITING
from klubban.ui.meeting.agenda_column import AgendaColumn
from klubban.ui.meeting.agenda_hand import AgendaHand
from klubban.ui.meeting.checklist_surface import ChecklistSurface
from klubban.ui.meeting.desk import Desk
from klubban.ui.meeting.export import Exporter
from klubban.ui.meeting.facts_surface import FactsSurface
from klubban.ui.meeting.head import MeetingHead
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.meeting.page_swap import PageSwap
from klubban.ui.meeting.preview_pane import PreviewPane
from klubban.ui.meeting.session_hand import SessionHand
from klubban.ui.meeting.surfaces import Surfaces
from klubban.ui.meeting.waiting_surface import WaitingSurface
from klubban.ui.registers.surface import sentence
from klubban.ui.situations.presenting import Presenting
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import Rule, spaced
from klubban.ui.widgets.foot import Foot

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.points import Point
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.meeting.surface import Surface
    from klubban.ui.typesetter import Typesetter


class MeetingPage(QWidget):
    """Header, desk and foot."""

    saved = Signal()
    failed = Signal(Exception)
    roll_asked = Signal(int, int)
    """The roll of a meeting is wanted, at an item; without an item at `THE_MEETING`."""
    room_asked = Signal(str, int)
    """Another room is wanted, by its name, for a meeting or for a paper."""
    meeting_asked = Signal(int, object)
    """An earlier meeting is wanted, at an item."""
    matter_asked = Signal(int)
    """A matter in the register is wanted, by its id."""
    seats_asked = Signal(int, object)
    """The seats of a body are to change by a decision of a day (a date)."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        typesetter: Typesetter,
        clock: Callable[[], date] = today,
    ) -> None:
        super().__init__()
        self._database, self._clock = database, clock
        self._meeting: Meeting | None = None
        self._surface: Surface | None = None
        self._item = THE_MEETING
        self.foot = Foot(_("State"))
        self.banner = Banner()
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.agenda = AgendaColumn()
        self.hand = AgendaHand(database, self.agenda, self, self.flush)
        self.session = SessionHand(database, self, self.flush)
        self._surfaces = Surfaces(database, self)
        self._presenting = Presenting(database, typesetter, self)
        self.preview = PreviewPane(typesetter, self._draft)
        self.desk = Desk(self.agenda, self.preview)
        self._build()
        self._connect_agenda()
        self._connect_session()
        self._connect_surfaces()
        self.desk.narrowed.connect(self._narrowed)
        self._head.way.setVisible(self.desk.narrow)
        self.preview.swapped.connect(self._swap.swap)
        self._head.way.asked.connect(self._swap.swap)

    def _build(self) -> None:
        self._head = MeetingHead()
        self._head.roll_asked.connect(self.ask_for_roll)
        self._head.room_asked.connect(self._ask_for_room)
        self._head.act_asked.connect(self.session.do)
        upper, lower, column = Rule(), Rule(), QVBoxLayout(self)
        spaced(column)
        for widget in (self._head, upper, self.banner, self.desk, lower, self.foot):
            column.addWidget(widget, 1 if widget is self.desk else 0)
        frame = (self._head, upper, lower, self.foot)
        self._swap = PageSwap(self, self.desk, frame, self._focused, self._enter)

    def _connect_agenda(self) -> None:
        self.agenda.chosen.connect(self.select)
        self.agenda.list.entered.connect(self._enter_surface)
        self.hand.saved.connect(self.saved)
        self.hand.failed.connect(self.failed)
        self.hand.told.connect(self.foot.say)
        self.hand.removal_refused.connect(self._offer_withdrawal)

    def _connect_session(self) -> None:
        self.session.saved.connect(self.saved)
        self.session.failed.connect(self.failed)
        self.session.told.connect(self.foot.say)
        self.session.item_asked.connect(self._go_to)
        self.session.asked.connect(self._ask_about)
        self.session.room_asked.connect(self._ask_for_room)
        self.session.export_asked.connect(self.export_record)

    def _connect_surfaces(self) -> None:
        made = self._surfaces
        made.saved.connect(self.saved)
        made.failed.connect(self._tell_failure)
        made.typed.connect(self.preview.typing)
        made.keys.connect(self.foot.say)
        made.bug.connect(self.exporter.bug)
        made.paper_asked.connect(partial(self.room_asked.emit, "paper"))
        made.inquiry_asked.connect(partial(self.room_asked.emit, "inquiries"))
        made.meeting_asked.connect(self.meeting_asked)
        made.report_asked.connect(self._presenting.present)
        self._presenting.saved.connect(self.saved)
        self._presenting.refused.connect(self.foot.say)
        self._presenting.failed.connect(self._tell_failure)
        made.matter_asked.connect(self.matter_asked)
        made.seats_asked.connect(self.seats_asked)
        made.taken.connect(self.hand.take_in)
        made.point_chosen.connect(self._put_right)
        made.ready_asked.connect(self.session.mark_ready)
        made.notes_asked.connect(partial(self._ask_about, "notes"))
        made.mail_asked.connect(self._mail_notes)
        made.new_item_asked.connect(self.agenda.ask_for_new)
        made.left.connect(self._lay_surface)

    def _go_to(self, item: int) -> None:
        """Take a row of the agenda in hand; the checklist has one only while it is shown."""
        if not self.agenda.list.choose(item) and self.select(item):
            self.agenda.list.choose(item)
        if item == CHECKLIST and isinstance(self._surface, ChecklistSurface):
            self._surface.enter()

    def _ask_about(self, name: str) -> None:
        """Show the meeting's own page, and there ask what it is asked for."""
        self._go_to(THE_MEETING)
        if isinstance(self._surface, FactsSurface):
            self._surface.ask(name)

    def _offer_withdrawal(self, why: str) -> None:
        """Say why the item in hand cannot be taken away, and offer what can be done instead."""
        if isinstance(self._surface, ItemSurface):
            self._surface.ask_to_withdraw(why)

    def _tell_failure(self, error: Exception) -> None:
        """Say a broken rule at the foot; what concerns the file is for the whole page."""
        if isinstance(error, RuleBroken):
            self.foot.say(sentence(error))
        else:
            self.failed.emit(error)

    # --- which meeting, which item

    @property
    def meeting_id(self) -> int | None:
        """Return the meeting that is shown."""
        return self._meeting.id if self._meeting else None

    def show_meeting(self, meeting_id: int, item: int | None = None) -> bool:
        """Show a meeting, at its first item unless another is named; False when a text cannot be saved."""
        if not self.flush():
            return False
        meeting = self._read(meeting_id)
        if meeting is None:
            return True
        self.foot.say("")
        self._meeting = meeting
        self.hand.forget()
        first = meeting.items[0].id if meeting.items else THE_MEETING
        self._item = first if item is None else item
        self._show_meeting()
        self._lay_surface()
        return True

    def select(self, item: int) -> bool:
        """Lay an item, or the meeting itself, on the desk; False when a text cannot be saved."""
        if self._meeting is None or item == self._item:
            return True
        if not self.flush():
            self.hand.show(self._meeting, self._item)
            return False
        focused = self._focused()
        self._meeting = self._read(self._meeting.id) or self._meeting
        self._item = item
        self._show_meeting()
        self._lay_surface()
        if focused is not None and isinstance(self._surface, ItemSurface):
            self._surface.enter(focused)
        return True

    def reload(self) -> None:
        """Read the meeting again and show what is new in it."""
        meeting = self._read(self._meeting.id) if self._meeting else None
        if meeting is None:
            return
        before, changed, self._meeting = self._meeting, meeting != self._meeting, meeting
        turned = before is not None and before.stage is not meeting.stage
        self.hand.wait(meeting)
        self._item = self.hand.next_after(before, meeting, self._item)
        item = self._find(self._item)
        if changed:
            self._show_meeting()
        else:  # scratch lines are no part of a meeting
            self.hand.show(meeting, self._item)
        surface = self._surface
        if isinstance(surface, ItemSurface) and item is not None and surface.item == item.id and not turned:
            surface.take(
                meeting, item
            )  # also when nothing changed: what is typed may have come and gone since
            self.preview.follow()
        elif changed and isinstance(surface, FactsSurface) and surface.asking:
            surface.take(meeting, self._clock())
        elif changed:
            self._lay_surface()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what waits."""
        super().showEvent(event)
        self.hand.look_again()

    def _read(self, meeting_id: int) -> Meeting | None:
        with self._database.read() as read:
            try:
                return reads.meeting(read, meeting_id)
            except LookupError:  # undo took it away
                return None

    def _find(self, item_id: int) -> Item | None:
        items = self._meeting.items if self._meeting else ()
        return next((item for item in items if item.id == item_id), None)

    # --- showing

    def _show_meeting(self) -> None:
        """Show what surrounds the surface."""
        if self._meeting is None:
            return
        meeting, day = self._meeting, self._clock()
        self.session.show(meeting, self._item, day)
        self._head.show_meeting(meeting, self._item, self.session.now)
        self.hand.show(meeting, self._item)
        self.preview.show_dates(dates.lines(meeting, day))
        item = self._find(self._item)
        pill, tone = quorum.pill(meeting, item)
        self.foot.show_state(pill, tone, quorum.sentence(meeting, item))
        self._fill_more()

    def _lay_surface(self) -> None:
        """Lay another surface on the desk, and show its page."""
        if self._meeting is None:
            return
        surface = self._surface_of(self._meeting)
        now, left = QApplication.focusWidget(), self._surface
        lost = now is not None and left is not None and left.isAncestorOf(now)
        self._surface = surface
        self.desk.put(surface)
        if lost:  # the keyboard is never nowhere
            self.agenda.list.setFocus()
        self.preview.turn_to()

    def _surface_of(self, meeting: Meeting) -> Surface:
        """Return what is shown for the row in hand."""
        item, day = self._find(self._item), self._clock()
        if item is not None:
            return self._surfaces.item(meeting, item, day)
        if self._item == WAITING:
            return self._surfaces.waiting(self.hand.waiting)
        if self._item == CHECKLIST:
            return self._surfaces.checklist(meeting, day)
        return self._surfaces.facts(meeting, day, with_dates=self.desk.narrow)

    def _put_right(self, point: Point) -> None:
        """Go to where what the checklist points out is put right."""
        match checking.place_of(point):
            case ("roll", _part):
                self.roll_asked.emit(self.meeting_id, point.item or THE_MEETING)
            case ("meeting", part) if part:
                self._ask_about(part)
            case (_place, part):
                self._go_to(point.item or THE_MEETING)
                self._enter(part)

    def swap_page(self) -> None:
        """Lay the page on the desk as large as the window is high, or go back to the text."""
        self._swap.swap()

    def _focused(self) -> str | None:
        return self._surface.focused if isinstance(self._surface, ItemSurface) else None

    def _enter_surface(self) -> None:
        """Give the keyboard to the page of the row in hand."""
        if isinstance(self._surface, ItemSurface | WaitingSurface | ChecklistSurface | FactsSurface):
            self._surface.enter()

    def _enter(self, text: str | None) -> None:
        if text and isinstance(self._surface, ItemSurface):
            self._surface.enter(text)
        else:
            self.agenda.list.setFocus()

    def _narrowed(self, narrow: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Move the dates between the preview's column and the meeting's own entry."""
        self._head.way.setVisible(narrow)
        if isinstance(self._surface, FactsSurface):
            self._lay_surface()
        else:
            self.preview.turn_to()

    def _draft(self) -> tuple[Meeting, int | None] | None:
        """Return the meeting as it stands in the editors, and the item in hand."""
        if self._meeting is None:
            return None
        if not isinstance(self._surface, ItemSurface):
            return self._meeting, None
        draft = self._surface.draft()
        return self._meeting.with_item(draft), draft.id

    def point_out(self, step: str) -> None:
        """Bring into sight what a step wrote."""
        if isinstance(self._surface, ItemSurface):
            self._surface.point_out(step)

    # --- what the keys do

    def flush(self) -> bool:
        """Save what is not saved, a title that was not entered too; tell whether nothing is left."""
        done = self._surface.flush() if isinstance(self._surface, ItemSurface) else True
        return self.agenda.flush() and done

    def end_run(self) -> None:
        """Let what is typed next be a step of its own."""
        if isinstance(self._surface, ItemSurface):
            self._surface.end_run()

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round, as far as it is shown and takes keys."""
        texts = [self._surface] if self._surface is not None and first_stop(self._surface) else []
        columns: list[QWidget] = [self.agenda.list, *texts, self.preview.sheet]
        return [column for column in columns if column.isVisible()]

    def ask_for_roll(self) -> None:
        """Ask for the roll at the item in hand, once what is typed is saved."""
        if self._meeting is not None and self.flush():
            self.roll_asked.emit(self._meeting.id, self._item)

    def _ask_for_room(self, room: str) -> None:
        if self._meeting is not None and self.flush():
            self.room_asked.emit(room, self._meeting.id)

    # --- documents

    def export_record(self) -> None:
        """Export the protocol, or the notes."""
        self._export("protocol")

    def copy_text(self) -> None:
        """Put the paragraph in hand on the clipboard as it is typed; without one the whole record."""
        from klubban.ui.output import clipboard

        draft = self._draft()
        if draft is not None:
            self.foot.say(clipboard.copy_draft(*draft, self._clock()))

    def _fill_more(self) -> None:
        """Offer the documents beside the protocol."""
        if self._meeting is not None:
            item = self._find(self._item)
            number = item.number if item else None
            choose = partial(self.exporter.choose_folder, self)
            self._head.fill_more(self._meeting, number, self._export, choose)

    def _mail_notes(self) -> None:
        if self._meeting is not None and self.flush():
            self.exporter.mail_notes(self, self._meeting.id)

    def _export(self, kind: str, paragraph: int | None = None) -> None:
        if self._meeting is not None and self.flush():
            self.exporter.export(self, self._meeting.id, kind, paragraph)
