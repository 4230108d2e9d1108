"""What is done to the agenda from the desk: each is one step, and a rule that stops it is told in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.operations import agenda, incoming
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.registers.surface import sentence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from klubban.domain.incoming import Incoming
    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database

T = TypeVar("T")


def changeable(meeting: Meeting) -> bool:
    """Tell whether the agenda is still open to change."""
    return not meeting.protocol_verified and meeting.cancelled_on is None


def is_extra(meeting: Meeting) -> bool:
    """Tell whether what is added now comes after the summons."""
    return meeting.stage is not Stage.PLANNED or bool(meeting.sendings)


def moment(meeting: Meeting) -> tuple[dt.date, dt.time | None]:
    """Return today, and while the meeting is held the minute."""
    now = clock.now()
    at = now.time().replace(second=0, microsecond=0) if meeting.stage is Stage.IN_SESSION else None
    return now.date(), at


class AgendaActs(QObject):
    """The acts of one file's agendas."""

    saved = Signal()
    failed = Signal(Exception)
    told = Signal(str)
    """A sentence on what came of it; no words take the last away."""

    def __init__(self, database: Database, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database

    def add(self, meeting: Meeting, title: str, by: str, after: int | None) -> int | None:
        """Add an item; what cannot be added is told."""
        on, at = moment(meeting)
        extra = {"by": by or None, "on": on, "at": at} if is_extra(meeting) else {}
        return self._do(
            lambda: agenda.add_agenda_item(self._database, meeting.id, title, after=after, **extra)  # type: ignore[arg-type]
        )

    def move(self, item: int, after: int | None) -> None:
        """Move an item to after another, or to the first place."""
        self._do(partial(agenda.move_item, self._database, item, after))

    def remove(self, item: int) -> str:
        """Take an item off the agenda; return why a rule says that it can only be withdrawn."""
        try:
            agenda.remove_item(self._database, item)
        except RuleBroken as broken:
            return sentence(broken)
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.told.emit("")
            self.saved.emit()
        return ""

    def take_in(self, meeting: Meeting, chosen: Sequence[Incoming] | None) -> list[int] | None:
        """Put what waits on the agenda: some of it, or all; return the items."""
        day, _at = moment(meeting)
        return self._do(partial(incoming.take_in, self._database, meeting.id, chosen, on=day))

    def _do(self, act: Callable[[], T]) -> T | None:
        try:
            done = act()
        except RuleBroken as broken:
            self.told.emit(sentence(broken))
            return None
        except Trouble as trouble:
            self.failed.emit(trouble)
            return None
        self.told.emit("")
        self.saved.emit()
        return done
