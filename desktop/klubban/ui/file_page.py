"""An open file: the rail, and beside it a meeting, its roll, or the registers. Undo is the file's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from klubban.store import reads
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.beyond import Beyond
from klubban.ui.file_keys import FileKeys
from klubban.ui.meeting.agenda import THE_MEETING
from klubban.ui.meeting.page import MeetingPage
from klubban.ui.meeting.writing_aids import WritingAids
from klubban.ui.overview.due import Due
from klubban.ui.place import Place, forget_old, is_first_today, remember, remembered
from klubban.ui.rail_rows import rail_rows
from klubban.ui.refresh import Refresh
from klubban.ui.replay import Replay
from klubban.ui.rooms import OF_A_MEETING, OF_A_THING, Rooms
from klubban.ui.step_places import StepPlaces
from klubban.ui.telling import Telling
from klubban.ui.typesetter import Typesetter
from klubban.ui.welcome.empty import EmptyFile
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.rail import Rail

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import MeetingLine
    from klubban.settings import Settings
    from klubban.store.database import Changed, Database, Step
    from klubban.ui.registers.page import RegistersPage

_IDLE, _REST = 600, 700
_ROOM_OF = {
    "assignment": "assignments",
    "walk": "assignments",
    "inquiry": "inquiries",
    "commitment": "plans",
    "goal": "plans",
    "situation": "situations",
}
"""The room that shows what a step concerns."""


class FilePage(QWidget):
    """Shows one database until it is closed."""

    bug = Signal(str)
    others_asked = Signal()
    """Another file is wanted."""

    def __init__(self, database: Database, settings: Settings) -> None:
        super().__init__()
        self._database, self._settings = database, settings
        self._registers: RegistersPage | None = None
        self._back_in: Place | None = None
        self._heard: Changed | None = None
        self._lines: tuple[MeetingLine, ...] = ()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._typesetter = Typesetter(self)
        self._refresh = Refresh(database, self)
        self.rail = Rail()
        self.meeting = MeetingPage(database, settings, self._typesetter)
        self._empty = EmptyFile(database)
        self._pages = QStackedWidget()
        for page in (self.meeting, self._empty):
            self._pages.addWidget(page)
        self._beyond = Beyond(database, settings, self._typesetter, self._pages)
        self._rooms = Rooms(database, settings, self._typesetter, self._pages)
        self._steps = StepPlaces(database, self)
        self._telling = Telling(database, self._pages, lambda: self.desk.banner, self.flush)
        self._replay = Replay(
            database, self._telling, self.flush, self._end_runs, self._go, self._steps.bring_into_sight
        )
        self._aids = WritingAids(database, self)
        self.meeting.desk.aids = self._aids
        row = QHBoxLayout(self)
        spaced(row)
        row.addWidget(self.rail)
        row.addWidget(self._pages, 1)
        self._due = Due(database, self)
        self._connect()
        self.keys = FileKeys(self, self._pages, self._rooms, self._beyond)
        self._show_rail()
        self._show_first()
        self._telling.holder(self.meeting)
        self.enter_place()
        QTimer.singleShot(_IDLE, self._typesetter.warm)
        QTimer.singleShot(2 * _IDLE, self._aids.start)

    def _connect(self) -> None:
        self._refresh.changed.connect(self._due.follow)
        self._refresh.changed.connect(self._hear)  # after that: a room that reads the board counts it too
        self._due.counted.connect(self.rail.say_due)
        self._rest.timeout.connect(self._hear_late)
        self.rail.chosen.connect(self._choose)
        self.rail.body_chosen.connect(self.show_body)
        self.rail.registers_asked.connect(self.show_registers)
        self.rail.room_asked.connect(self.show_room)
        self.rail.others_asked.connect(self.others_asked)
        self._rooms.meeting_asked.connect(self.show_meeting)
        self._rooms.body_asked.connect(self.show_body)
        self._rooms.held.connect(self._hold)
        self._rooms.turned.connect(self._mark_place)
        self._rooms.bug.connect(self.bug)
        self._rooms.made.connect(self._telling.holder)
        self._rooms.made.connect(self._count_with)
        self.meeting.room_asked.connect(self.show_room)
        self.meeting.matter_asked.connect(self.show_matter)
        self.meeting.roll_asked.connect(self.show_roll)
        self.meeting.seats_asked.connect(self.show_body)
        self.meeting.meeting_asked.connect(self.show_meeting)
        self._empty.body_asked.connect(self._ask_for_body)
        self._beyond.desk_asked.connect(self.show_desk)
        self._beyond.bug.connect(self.bug)
        self.meeting.exporter.bug.connect(self.bug)
        self.meeting.saved.connect(self.remember_place)
        for page in (self.meeting, self._beyond, self._rooms, self._aids):
            page.saved.connect(self._telling.saved)
            page.failed.connect(self._telling.failure)

    def _count_with(self, room: QWidget) -> None:
        """Let the rail count what the overview reads."""
        if self._rooms.name_of(room) == "overview":
            room.board_read.connect(self._due.take)  # type: ignore[attr-defined] # the overview's own

    @property
    def registers(self) -> RegistersPage:
        """Return the page of bodies and people; it is made when it is first asked for."""
        if self._registers is None:
            self._registers = self._make_registers()
        return self._registers

    def _make_registers(self) -> RegistersPage:
        from klubban.ui.registers.page import RegistersPage

        page = RegistersPage(self._database, self._settings, self._typesetter)
        page.turned.connect(self._follow_registers)
        page.statistics_asked.connect(self.show_statistics)
        page.saved.connect(self._telling.saved)
        page.failed.connect(self._telling.failure)
        page.exporter.bug.connect(self.bug)
        self._telling.holder(page)
        self._pages.addWidget(page)
        return page

    # --- what is shown

    def _show_rail(self) -> set[int]:
        """Show bodies and meetings, and return the ids of the meetings there are."""
        with self._database.read() as read:
            bodies, lines = reads.bodies(read), reads.meetings(read)
        self.rail.show_rows(list(rail_rows(bodies, lines, clock.today())))
        self._lines = lines
        return {line.id for line in lines}

    def _show_first(self) -> None:
        """Show the meeting that was held last, or else the next; or what to do with a file that has none."""
        lines = self._lines
        self._pages.setCurrentWidget(self.meeting if lines else self._empty)
        forget_old()
        found = remembered(self._database.path)
        if found is not None and any(line.id == found.meeting for line in lines):
            self._go_back_to(found)
        elif lines:
            held = [line for line in lines if line.date <= clock.today()]
            self.rail.choose((held[-1] if held else lines[0]).id)
        if lines:
            self._telling.step()

    def _go_back_to(self, place: Place) -> None:
        """Show the place that was remembered."""
        self.rail.choose(place.meeting)
        if place.item is not None:
            self.meeting.agenda.list.choose(place.item)
        surface = self.meeting.desk.item_surface
        if place.part and surface is not None and surface.item == place.item:
            self._back_in = place

    def _choose(self, meeting_id: int) -> None:
        """Show a meeting; stay where a text could not be saved."""
        other = meeting_id != self.meeting.meeting_id
        if not self.flush() or (other and not self.meeting.show_meeting(meeting_id)):
            self._mark_place()
            return
        if not other:
            self.meeting.reload()  # it may have changed while another page was shown
        held, fresh = QApplication.focusWidget(), self.meeting.focusWidget() is None
        entered = held is not None and self._pages.isAncestorOf(held)
        self._turn(self.meeting)
        if fresh and entered:  # nothing there had the keyboard before; Qt would take the first button
            self.meeting.agenda.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_registers(self) -> None:
        """Show the bodies and people, as they were left."""
        if self.flush():
            self.registers.reload()
            self._turn(self.registers)
            self.registers.enter()
        self._mark_place()

    def _ask_for_body(self) -> None:
        self._turn(self.registers)
        self.registers.ask_for_body()

    def show_body(self, body_id: int, day: date | None = None) -> None:
        """Show a body's page; with a day, changes of its seats are offered from that day."""
        if self.flush():
            self.registers.show_body(body_id, day)
            self._turn(self.registers)
        self._mark_place()

    def show_person(self, person_id: int) -> None:
        """Show somebody's page."""
        if self.flush():
            self.registers.show_person(person_id)
            self._turn(self.registers)
        self._mark_place()

    def show_roll(self, meeting_id: int, item_id: int) -> None:
        """Show the roll of a meeting, at an item."""
        if self.flush():
            self._beyond.show_roll(meeting_id, item_id if item_id != THE_MEETING else None)
            self._telling.step()

    def show_room(self, name: str, id_: int | None = None) -> None:
        """Show a room: of a meeting, of a paper, or of all that is in the file."""
        if self.flush():
            self._rooms.show(name, id_)
            self._telling.step()
        self._mark_place()

    def show_matter(self, matter_id: int) -> None:
        """Show a matter in the register."""
        if self.flush():
            self._rooms.show_matter(matter_id)
            self._telling.step()
        self._mark_place()

    @property
    def room(self) -> str | None:
        """Return the name of the room that is shown, if one is."""
        return self._rooms.name_of(self._pages.currentWidget())

    def shows(self, name: str, id_: int) -> bool:
        """Tell whether a room is shown, with one thing of its own in sight."""
        shown = self._rooms.shown(self._pages.currentWidget())
        return shown is not None and self.room == name and shown.shows(id_)

    def swap_room(self, name: str) -> None:
        """Go to a room, and back to the meeting from it."""
        if self.room == name:
            self.show_desk()
        elif self.meeting.meeting_id is not None or name not in OF_A_MEETING:
            self.show_room(name, None if name in OF_A_THING else self.meeting.meeting_id)

    def show_meeting(self, meeting_id: int, item_id: int | None = None) -> None:
        """Show a meeting, at an item."""
        if not self.flush():
            return
        self.rail.choose(meeting_id)
        self._choose(meeting_id)
        if item_id is not None:
            self.meeting.agenda.list.choose(item_id)

    def show_statistics(self, body_id: int) -> None:
        """Show how those with seats in a body attend."""
        if self.flush():
            self._beyond.show_statistics(body_id)
            self._telling.step()

    def _turn(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._telling.step()

    def show_desk(self) -> None:
        """Go back from the roll, or a room, to the meeting."""
        if self.meeting.meeting_id is not None:
            self._choose(self.meeting.meeting_id)
            self.rail.choose(self.meeting.meeting_id)

    def _hold(self, meeting_id: int) -> None:
        """Take the meeting of a room in hand: keys that lead to a meeting lead to this one."""
        if meeting_id != self.meeting.meeting_id:
            self.meeting.show_meeting(meeting_id)
        self._mark_place()

    def _mark_place(self) -> None:
        """Let the rail show where one is."""
        room = self._rooms.name_of(self._pages.currentWidget())
        if self.desk is self._registers:
            self._follow_registers()
        elif not self.rail.choose_room(room):
            self.rail.mark_meeting(self.meeting.meeting_id)

    def _follow_registers(self) -> None:
        body = self.registers.body_id
        if body is None or not self.rail.mark_body(body):
            self.rail.choose_registers()

    @property
    def desk(self) -> MeetingPage | RegistersPage:
        """Return the page that has the foot and the banner which are seen."""
        shown = self._registers if self._pages.currentWidget() is self._registers else None
        return shown or self.meeting

    def _hear(self, changed: Changed) -> None:
        """Read again what changed, but not in the midst of typing: it would be felt, and the text is here."""
        surface = self.meeting.desk.item_surface
        typed_here = changed.run is not None and self._pages.currentWidget() is self.meeting
        if typed_here and surface is not None and surface.midway:
            self._heard = changed
            self._rest.start()
            return
        self._rest.stop()
        self._heard = None
        self._take_change(changed)

    def _hear_late(self) -> None:
        """Read what was not read in the midst of typing, unless that goes on; a save follows then."""
        surface = self.meeting.desk.item_surface
        if self._heard is not None and (surface is None or surface.is_saved):
            heard, self._heard = self._heard, None
            self._take_change(heard)

    def _take_change(self, changed: Changed) -> None:
        """Read again what changed; nothing in particular means anything may have."""
        kinds = {kind for kind, _id in changed.things}
        at, shown = self._pages.currentWidget(), self.meeting.meeting_id
        listed = not kinds or bool(kinds & {"meeting", "body", "organisation"})
        gone = listed and shown not in self._show_rail()
        if at in (self.meeting, self._empty):
            if gone:
                self._show_first()
            elif not kinds or ("meeting", shown) in changed.things or kinds & {"body", "organisation"}:
                self.meeting.reload()
        elif at is self._registers:
            self.registers.reload()
        elif (room := self._rooms.shown(at)) is not None:
            if not room.reload():
                self._show_first()
        elif not self._beyond.reload(at, gone=gone):
            self._show_first()
        self._aids.follow(changed)
        self._replay.follow(changed)
        self._telling.step()

    def remember_place(self) -> None:
        """Remember where one is, for after a crash or a power cut."""
        meeting, surface = self.meeting.meeting_id, self.meeting.desk.item_surface
        if meeting is None or self._database.read_only:
            return
        part, caret = (surface.caret or (surface.focused or "", 0)) if surface is not None else ("", 0)
        remember(self._database.path, Place(meeting, surface.item if surface else None, part, caret))

    def greet(self) -> None:
        """Show the overview where the file is opened for the first time on a day."""
        path = self._database.path
        if self._pages.currentWidget() is self.meeting and is_first_today(path, clock.today()):
            self._back_in = None
            self.show_room("overview")

    def enter_place(self) -> None:
        """Give the keyboard to what had it when the file was left, or to the list of meetings."""
        place, self._back_in = self._back_in, None
        surface = self.meeting.desk.item_surface
        if place is not None and surface is not None:
            surface.enter_text(place.part, place.caret)
        else:
            self.rail.list.setFocus()

    def _go(self, step: Step, changed: Changed) -> None:
        """Show the place that a step concerns."""
        if self._rooms.name_of(self._pages.currentWidget()) == "planning":
            return  # the year that is shown is the place
        kind, id_ = step.place or ("", 0)
        if kind in _ROOM_OF:
            self._go_to_room(_ROOM_OF[kind], id_ if kind != "walk" else 0, changed)
            return
        meetings = [id_] if kind == "meeting" else [thing for of, thing in changed.things if of == "meeting"]
        if meetings and (meetings[0] != self.meeting.meeting_id or self.desk is self._registers):
            self.rail.choose(meetings[0])
        if kind == "item":
            self.meeting.agenda.list.choose(id_)
            self.meeting.point_out(step.label)
        elif kind == "body" and not meetings:
            self.show_body(id_)
        elif kind == "person" and not meetings:
            self.show_person(id_)
        elif kind in ("matter", "delegated"):
            self.show_room("matters")
        elif kind == "organisation":
            self.show_room("look")

    def _go_to_room(self, room: str, id_: int, changed: Changed) -> None:
        """Show the room of what a step concerns, unless it is in sight there or at the table."""
        at_table = self._pages.currentWidget() is self.meeting
        if self.room != room and not (at_table and ("meeting", self.meeting.meeting_id) in changed.things):
            self.show_room(room, id_ or None)

    def undo(self) -> None:
        """Take back the last step, go where it was, and say what was done."""
        self._replay.undo()

    def redo(self) -> None:
        """Do again what was undone."""
        self._replay.redo()

    def tell_trouble(self, trouble: Trouble) -> None:
        """Say across the page what stands in the way of reading the file."""
        self._telling.trouble(trouble)

    # --- leaving

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        pages = (self.meeting, self._registers, self._beyond.roll, self._rooms)
        done = [page.flush() for page in pages if page is not None]  # each one, whatever fails
        return all(done)

    def _end_runs(self) -> None:
        self.meeting.end_run()
        if self._registers is not None:
            self._registers.end_run()
        self._rooms.end_runs()

    def stop(self) -> None:
        """Hear no more of the file, and end the process that sets pages."""
        self._rest.stop()
        self._heard = None
        self._refresh.stop()
        self._due.stop()
        self._rooms.stop()
        self._typesetter.stop()
        self._aids.stop()

    def close_file(self) -> None:
        """Let go of the file, remembering where one was; what is being exported is written first."""
        self.remember_place()
        self._typesetter.finish()
        self.stop()
        self._database.close()
