"""An open file: the rail with its bodies and meetings, and one meeting beside it. Undo is the file's."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from klubban.i18n import _, current
from klubban.operations import undo
from klubban.store import reads
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.last_step import LastStep
from klubban.ui.meeting import words
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.meeting.page import MeetingPage
from klubban.ui.refresh import Refresh
from klubban.ui.typesetter import Typesetter
from klubban.ui.welcome.empty import EmptyFile
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.rail import Rail, RailRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.settings import Settings
    from klubban.store.database import Changed, Database, Step
    from klubban.ui.last_step import Way

_IDLE = 600


class FilePage(QWidget):
    """Shows one database until it is closed."""

    bug = Signal(str)
    others_asked = Signal()
    """Another file is wanted."""

    def __init__(self, database: Database, settings: Settings) -> None:
        super().__init__()
        self._database = database
        self._going: Step | None = None
        self._last = LastStep(database)
        self._typesetter = Typesetter(self)
        self._refresh = Refresh(database, self)
        self.rail = Rail()
        self.meeting = MeetingPage(database, settings, self._typesetter)
        self._empty = EmptyFile(database)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.meeting)
        self._pages.addWidget(self._empty)
        row = QHBoxLayout(self)
        spaced(row)
        row.addWidget(self.rail)
        row.addWidget(self._pages, 1)
        self._connect()
        self._add_keys()
        self._show_rail()
        self._show_first()
        self._tell_holder()
        QTimer.singleShot(_IDLE, self._typesetter.warm)

    def _connect(self) -> None:
        self._refresh.changed.connect(self._take_change)
        self.rail.chosen.connect(self._choose)
        self.rail.others_asked.connect(self.others_asked)
        self.meeting.saved.connect(self._tell_saved)
        self.meeting.failed.connect(self._tell_failure)
        self.meeting.exporter.bug.connect(self.bug)

    def _add_keys(self) -> None:
        """Bind the keys that work wherever the caret is."""
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Z": self.undo,
            "Ctrl+Shift+Z": self.redo,
            "Ctrl+Y": self.redo,
            "Ctrl+E": self.meeting.export_record,
            "Alt+Down": lambda: self.meeting.agenda.list.step(1),
            "Alt+Up": lambda: self.meeting.agenda.list.step(-1),
            "F8": self.meeting.swap_page,
            "F6": lambda: self._go_round(1),
            "Shift+F6": lambda: self._go_round(-1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)

    # --- what is shown

    def _show_rail(self) -> set[int]:
        """Show bodies and meetings, and return the ids of the meetings there are."""
        with self._database.read() as read:
            bodies, lines = reads.bodies(read), reads.meetings(read)
        rows: list[RailRow] = []
        for body in bodies:
            rows.append(RailRow(None, body.name))
            own = [line for line in reversed(lines) if line.body == body.id]
            for day, same in groupby(own, key=lambda line: line.date):
                meetings = list(same)
                for line in meetings:
                    title = current().date(day)
                    if len(meetings) > 1 and line.start:
                        title += f", {current().time(line.start)}"
                    rows.append(RailRow(line.id, title, words.small(words.stage(line.stage))))
        self.rail.show_rows(rows)
        return {line.id for line in lines}

    def _show_first(self) -> None:
        """Show the meeting that was held last, or else the next; or what to do with a file that has none."""
        with self._database.read() as read:
            lines = reads.meetings(read)
        self._pages.setCurrentWidget(self.meeting if lines else self._empty)
        if lines:
            held = [line for line in lines if line.date <= clock.today()]
            self.rail.choose((held[-1] if held else lines[0]).id)
            self._tell_step()

    def _choose(self, meeting_id: int) -> None:
        if meeting_id != self.meeting.meeting_id and not self.meeting.show_meeting(meeting_id):
            self.rail.choose(self.meeting.meeting_id)  # its text could not be saved: stay
            return
        self._pages.setCurrentWidget(self.meeting)

    def _take_change(self, changed: Changed) -> None:
        """Read again what changed; nothing in particular means anything may have."""
        kinds = {kind for kind, _id in changed.things}
        shown = self.meeting.meeting_id
        if (not kinds or kinds & {"meeting", "body", "organisation"}) and shown not in self._show_rail():
            self._show_first()
        elif not kinds or ("meeting", shown) in changed.things or "body" in kinds:
            self.meeting.reload()
        if self._going is not None:
            self._go(self._going, changed)
            self._going = None
        self._tell_step()

    # --- undo

    def undo(self) -> None:
        """Take back the last step, go where it was, and say what was done."""
        self._replay(undo.undo, "undo")

    def redo(self) -> None:
        """Do again what was undone."""
        self._replay(undo.redo, "redo")

    def _replay(self, act: Callable[[Database], Step | None], way: Way) -> None:
        if self._database.read_only or not self.meeting.flush():
            return
        try:
            step = act(self._database)
        except Trouble as trouble:
            self._tell_failure(trouble)
            return
        self.meeting.end_run()
        self._going = step
        self._last.replayed(way, step)
        self._tell_step()

    def _go(self, step: Step, changed: Changed) -> None:
        """Show the place that a step concerns."""
        if step.place is None:
            return
        kind, id_ = step.place
        meetings = [id_] if kind == "meeting" else [thing for of, thing in changed.things if of == "meeting"]
        if meetings and meetings[0] != self.meeting.meeting_id:
            self.rail.choose(meetings[0])
        if kind == "item":
            self.meeting.agenda.list.choose(id_)
            self.meeting.point_out(step.label)

    # --- what is told

    def _tell_saved(self) -> None:
        self._last.saved(clock.now())
        self.meeting.banner.clear()

    def _tell_step(self) -> None:
        """Say at the foot what was done last, and which key takes it back or brings it back."""
        self.meeting.foot.show_saved(*self._last.words())

    def _tell_failure(self, error: Exception) -> None:
        """Say across the page why a text is not saved; it stays where it is typed, and is tried again."""
        if isinstance(error, Trouble):
            told = " ".join(_(sentence).format(**error.facts) for sentence in error.sentences)
            self.meeting.banner.say(_("Not saved"), "late", told, [(_("Try again"), self.meeting.flush)])

    def tell_trouble(self, trouble: Trouble) -> None:
        """Say across the page what stands in the way of reading the file."""
        told = " ".join(_(sentence).format(**trouble.facts) for sentence in trouble.sentences)
        self.meeting.banner.say(_("Something is wrong with the file"), "late", told)

    def _tell_holder(self) -> None:
        """Say who else has the file, and that it can be read."""
        if not self._database.read_only:
            return
        holder = self._database.holder
        told = _("The file can be read here, but not changed.")
        if holder is not None:
            since = holder.since.astimezone()
            facts = {
                "who": holder.who,
                "computer": holder.computer,
                "day": current().date(since.date()),
                "time": current().time(since.time()),
            }
            template = _("{who} has the file open on {computer}, since {day} at {time}.")
            told = " ".join((template.format(**facts), _("Changes made there are shown here.")))
        self.meeting.banner.say(_("Read only"), "soon", told)

    # --- leaving

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        return self.meeting.flush()

    def stop(self) -> None:
        """Hear no more of the file, and end the process that sets pages."""
        self._refresh.stop()
        self._typesetter.stop()

    def close_file(self) -> None:
        """Let go of the file."""
        self.stop()
        self._database.close()

    def _go_round(self, by: int) -> None:
        """Give the keyboard to the next column: rail, agenda, text, preview."""
        places: list[QWidget] = [self.rail.list, *self.meeting.columns()]
        now = QApplication.focusWidget()
        held = (
            n
            for n, place in enumerate(places)
            if now is not None and (place is now or place.isAncestorOf(now))
        )
        wanted = places[(next(held, 0) + by) % len(places)]
        if isinstance(wanted, ItemSurface):
            wanted.enter()
        else:
            wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
