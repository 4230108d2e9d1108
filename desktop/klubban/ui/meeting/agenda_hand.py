"""The agenda in a meeting's page: its column, what waits for it, the keys that add, move and take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.domain.meeting import Stage
from klubban.i18n import _
from klubban.operations.checklist import waiting_lines
from klubban.store.waiting import waiting
from klubban.ui import clock
from klubban.ui.meeting import agenda, agenda_lacks, session_now
from klubban.ui.meeting.agenda import CHECKLIST, THE_MEETING, WAITING, AgendaRow
from klubban.ui.meeting.agenda_acts import AgendaActs, changeable, is_extra
from klubban.ui.widgets.key_binding import bind_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from klubban.domain.incoming import Incoming
    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database
    from klubban.ui.meeting.agenda_column import AgendaColumn


class AgendaHand(QObject):
    """Knows the meeting that is shown and the item in hand, as the page says them."""

    saved = Signal()
    failed = Signal(Exception)
    told = Signal(str)
    removal_refused = Signal(str)
    """Why an item cannot be taken away, only withdrawn."""

    def __init__(
        self, database: Database, column: AgendaColumn, page: QWidget, flush: Callable[[], bool]
    ) -> None:
        """Take the page that the keys belong to, and what saves what is typed on it."""
        super().__init__(page)
        self._database, self._column, self._flush = database, column, flush
        self._meeting: Meeting | None = None
        self._item = self._next = THE_MEETING
        self._waited_for: object = None
        self._read_at: object = None
        self.waiting: tuple[Incoming, ...] = ()
        self._acts = AgendaActs(database, self)
        self._acts.saved.connect(self.saved)
        self._acts.failed.connect(self.failed)
        self._acts.told.connect(self.told)
        column.add_asked.connect(self._add)
        column.list.dropped.connect(self._acts.move)
        column.list.removal_asked.connect(self._remove)
        self._bind_keys(page)

    def _bind_keys(self, page: QWidget) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": self._ask_for_new,
            "Alt+Shift+Up": lambda: self._move(-1),
            "Alt+Shift+Down": lambda: self._move(1),
        }
        bind_keys(page, keys)

    # --- showing

    def show(self, meeting: Meeting, item: int) -> None:
        """Show the agenda of a meeting, with the item in hand chosen."""
        self._meeting, self._item = meeting, item
        self.wait(meeting)
        open_ = changeable(meeting) and not self._database.read_only
        self._column.allow(changes=open_, extra=is_extra(meeting), session=session_now.foot(meeting))
        waits = [each.title for each in self.waiting]
        self._column.show_rows(agenda.rows(meeting, waits, self._lacks(meeting), self._checklist()), item)
        self._column.follow_new()

    def _lacks(self, meeting: Meeting) -> Mapping[int, Sequence[str]]:
        """Return what is still to be done at each item, from the opening until the verification."""
        if not session_now.has_checklist(meeting):
            return {}
        return agenda_lacks.lacks(meeting, waiting_lines(self._database, meeting.id))

    def _checklist(self) -> AgendaRow | None:
        """Return the row of the checklist, once the meeting is closed; before that while it is in hand."""
        meeting = self._meeting
        if meeting is None or not session_now.has_checklist(meeting):
            return None
        if meeting.stage is Stage.IN_SESSION and self._item != CHECKLIST:
            return None
        # No count: in a long protocol that takes longer than a key may.
        return AgendaRow(CHECKLIST, "", _("Checklist"), about=_("what is still to be looked at"))

    def wait(self, meeting: Meeting) -> None:
        """Read what waits, when the agenda is another than when that was read last."""
        asked = (meeting.id, meeting.date, meeting.stage, [(item.id, item.outcome) for item in meeting.items])
        if asked == self._waited_for:
            return
        self._waited_for = asked
        self._read_at = self._now
        with self._database.read() as read:
            self.waiting = waiting(read, meeting.id, clock.today()) if changeable(meeting) else ()

    def forget(self) -> None:
        """Let what waits be read anew when the agenda is shown next."""
        self._waited_for = None

    def look_again(self) -> None:
        """Read anew what waits: it may have come to while another page was shown."""
        if self._meeting is None or self._read_at == self._now:
            return
        self.forget()
        self.show(self._meeting, self._item)

    @property
    def _now(self) -> object:
        """Return what is the same as long as the same waits."""
        return self._database.changes, clock.today()

    def next_after(self, before: Meeting | None, now: Meeting, item: int) -> int:
        """Return what is in hand when an item may be gone: it, what came of it, or what is in its place."""
        left = [each.id for each in now.items]
        if item in left or item == THE_MEETING or (item == WAITING and self.waiting):
            return item
        if item == CHECKLIST and session_now.has_checklist(now):
            return item
        wanted, self._next = self._next, THE_MEETING
        if wanted in left:
            return wanted
        there = [each.id for each in before.items] if before else []
        if not left or item not in there:
            return THE_MEETING
        return left[min(there.index(item), len(left) - 1)]

    # --- what is done

    def take_in(self, chosen: Sequence[Incoming] | None) -> None:
        """Put what waits on the agenda; when nothing is left, what came first is in hand."""
        if self._meeting is None:
            return
        taken = self._acts.take_in(self._meeting, chosen)
        self._next = taken[0] if taken and (chosen is None or len(self.waiting) == 1) else THE_MEETING

    def _ask_for_new(self) -> None:
        """Let a title be typed, unless the agenda is closed."""
        if self._meeting is None or changeable(self._meeting):
            self._column.ask_for_new()
        elif self._meeting.cancelled_on is not None:
            self.told.emit(_("The meeting is cancelled; its agenda stays as it is."))
        else:
            self.told.emit(_("The protocol is verified; its agenda stays as it is."))

    def _add(self, title: str, by: str, after: int | None) -> None:
        """Add an item; when it cannot be, its title stays where it was typed."""
        added = self._acts.add(self._meeting, title, by, after) if self._meeting else None
        if added is not None:
            self._column.added(added)

    def _move(self, by: int) -> None:
        """Move the item in hand a place up or down."""
        if self._item > THE_MEETING and self._column.list.movable and self._flush():
            moves, after = self._column.list.beside(self._item, by)
            if moves:
                self._acts.move(self._item, after)

    def _remove(self, item: int) -> None:
        """Take an item away; where it can only be withdrawn, say why."""
        if self._column.list.movable and self._flush():
            refused = self._acts.remove(item)
            if refused:
                self.removal_refused.emit(refused)
