"""A meeting being held: its keys, and what each does. Times are the clock's, and can be corrected later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.session import recess_at
from klubban.i18n import _, current
from klubban.operations import session, verifying
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.meeting import session_now, words
from klubban.ui.meeting.agenda import CHECKLIST
from klubban.ui.meeting.session_now import KEYS, Act
from klubban.ui.registers.surface import sentence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database


class SessionHand(QObject):
    """Knows the meeting that is shown and the item in hand, as the page says them."""

    saved = Signal()
    failed = Signal(Exception)
    told = Signal(str)
    """A sentence on what came of it; no words take the last away."""
    item_asked = Signal(int)
    """This row of the agenda is to be in hand."""
    asked = Signal(str)
    """The meeting's own page is to ask something: `times`, `adjourn` or `notes`."""
    room_asked = Signal(str)
    export_asked = Signal()

    def __init__(self, database: Database, page: QWidget, flush: Callable[[], bool]) -> None:
        """Take the page that the keys belong to, and what saves what is typed on it."""
        super().__init__(page)
        self._database, self._flush = database, flush
        self._meeting: Meeting | None = None
        self._item, self._said = 0, False
        self._day = clock.today()
        bound = {
            KEYS[Act.NEXT]: self._go_on,
            "Ctrl+Enter": self._go_on,  # of the keypad
            KEYS[Act.OPEN]: self._begin,
            KEYS[Act.PAUSE]: partial(self.do, Act.PAUSE),
            KEYS[Act.ADJOURN]: partial(self.do, Act.ADJOURN),
            KEYS[Act.CLOSE]: partial(self.do, Act.CLOSE),
            KEYS[Act.CHECK]: partial(self.do, Act.CHECK),
        }
        for key, act in bound.items():
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)  # also from the rail
            shortcut.activated.connect(act)

    @property
    def now(self) -> dt.datetime:
        """Return this minute, of the day that the page says it is."""
        at = clock.now().replace(second=0, microsecond=0)
        return at.replace(year=self._day.year, month=self._day.month, day=self._day.day)

    def show(self, meeting: Meeting, item: int, today: dt.date) -> None:
        """Take what is shown now; what was said of another item is said no more."""
        other = item != self._item
        self._meeting, self._item, self._day = meeting, item, today
        if other and self._said:
            self._say("")

    def _say(self, words_: str) -> None:
        self._said = bool(words_)
        self.told.emit(words_)

    # --- keys

    def _begin(self) -> None:
        """Open the meeting, or let it go on."""
        meeting = self._meeting
        held = meeting is not None and meeting.stage is Stage.IN_SESSION
        self.do(Act.RESUME if held else Act.OPEN)

    def _go_on(self) -> None:
        """Go to the next paragraph; after the last, say what ends the meeting."""
        if self._meeting is None:
            return
        if session_now.next_item(self._meeting, self._item) is None:
            told = _("This is the last item.")
            if self._meeting.stage is Stage.IN_SESSION:
                key = session_now.named_key(Act.CLOSE)
                told = _("This is the last item. {key} closes the meeting.").format(key=key)
            self._say(told)
        else:
            self.do(Act.NEXT)

    # --- acts

    def do(self, act: Act) -> None:
        """Do what was asked for, unless it makes no sense as the meeting stands: then say why."""
        meeting = self._meeting
        if meeting is None or not self._flush():
            return
        against = self._against(act, meeting)
        self._say(against)
        if against:
            return
        forms = {Act.ADJOURN_TO: "adjourn", Act.SEND_NOTES: "notes"}
        if not session_now.is_today(meeting, self.now):  # what the clock says is of another day
            forms |= {Act.CLOSE: "close", Act.PAUSE: "times", Act.ADJOURN: "times"}
        if act in forms:
            self.asked.emit(forms[act])
        elif act is Act.SUMMONS:
            self.room_asked.emit("summons")
        elif act is Act.AFTER:
            self.room_asked.emit("after")
        elif act is Act.EXPORT:
            self.export_asked.emit()
        elif act is Act.NEXT:
            self.item_asked.emit(session_now.next_item(meeting, self._item) or self._item)
        elif act is Act.CHECK:
            self.item_asked.emit(CHECKLIST)
        else:
            self._note(act, meeting)

    def _note(self, act: Act, meeting: Meeting) -> None:
        """Note what happens at this minute."""
        at, day = self.now.time(), self._day
        acts: dict[Act, Callable[[], object]] = {
            Act.OPEN: partial(session.open_meeting, self._database, meeting.id, self._opened(at)),
            Act.PAUSE: partial(session.pause, self._database, meeting.id, at, after=self._after()),
            Act.ADJOURN: partial(session.adjourn, self._database, meeting.id, at, after=self._after()),
            Act.RESUME: partial(session.resume, self._database, meeting.id, at, day=day),
            Act.CLOSE: partial(session.close_meeting, self._database, meeting.id, at, day=day),
        }
        self._try(acts[act])

    def mark_ready(self, ready: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Say that the protocol is ready to be verified, or not yet after all."""
        if self._meeting is not None and self._flush():
            id_, today = self._meeting.id, clock.today()
            self._try(partial(verifying.make_ready, self._database, id_, ready=ready, today=today))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except RuleBroken as broken:
            self._say(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()

    def _opened(self, at: dt.time) -> dt.time:
        """Return when the meeting is opened; of one that was held earlier, when it was to begin."""
        meeting = self._meeting
        late = meeting is not None and meeting.date < self._day
        return meeting.start if meeting is not None and late and meeting.start else at

    def _after(self) -> int | None:
        return self._item if self._item > 0 else None

    def _against(self, act: Act, meeting: Meeting) -> str:
        """Return why something makes no sense now; no words where it does."""
        if self._database.read_only and act not in _READS:
            return _("The file is open for reading only.")
        if act is Act.OPEN and not session_now.can_open(meeting, self._day):
            return self._cannot_open(meeting)
        if act is Act.CHECK and not session_now.has_checklist(meeting):
            return _("There is a checklist from the opening of the meeting until the verification.")
        return self._at_rest(act, meeting)

    def _at_rest(self, act: Act, meeting: Meeting) -> str:
        """Return why a meeting cannot be broken off, or go on."""
        recess = recess_at(meeting, self.now)
        if act is Act.RESUME and recess is None:
            return _("The meeting is in session already.")
        if act not in _IN_SESSION:
            return ""
        if meeting.stage is not Stage.IN_SESSION:
            return _("The meeting is not in session.")
        if recess is None or act is Act.CLOSE:
            return ""
        told = _("The meeting rests since {time}; {key} resumes it.")
        return told.format(time=current().time(recess.starts), key=session_now.named_key(Act.RESUME))

    def _cannot_open(self, meeting: Meeting) -> str:
        if meeting.cancelled_on is not None:
            return _("The meeting is cancelled.")
        if meeting.stage in (Stage.PLANNED, Stage.SUMMONED):
            day = words.day(meeting.date, self._day)
            return _("The meeting is on {day}; it can be opened that day.").format(day=day)
        return _("The meeting has been held.")


_READS = (Act.SUMMONS, Act.AFTER, Act.EXPORT, Act.NEXT, Act.CHECK)
_IN_SESSION = (Act.PAUSE, Act.ADJOURN, Act.ADJOURN_TO, Act.CLOSE)
