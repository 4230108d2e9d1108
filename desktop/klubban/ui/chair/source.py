"""What the chair's view works on: an agenda in the file, or one in a copy; the view knows only this."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.i18n import _
from klubban.operations import agenda, chair_notes, papers, speakers
from klubban.operations.begin_roll import plan
from klubban.operations.presidium import meeting_to_summon
from klubban.store import agendas
from klubban.store.waiting import unreported_urgent
from klubban.ui.meeting.agenda_acts import changeable, is_extra

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from klubban.domain.agenda import Speaker
    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting
    from klubban.domain.text import Blocks
    from klubban.store.database import Database


class Source(Protocol):
    """An agenda; its acts raise RuleBroken or Trouble, and save at once."""

    @property
    def floor(self) -> Floor | None:
        """Return who speaks; None for a copy, which holds no papers and no roll either."""

    def read(self) -> Meeting:
        """Return the meeting as it stands; raises LookupError when it is gone."""

    def unreported(self) -> int:
        """Return how many urgent decisions are to be reported and are not on the agenda."""

    def closed(self) -> str:
        """Return why nothing can be changed, in words; no words while it can."""

    def changes(self, item: int) -> tuple[str, ...]:
        """Return what was changed in a copy, in words."""

    def add(self, title: str, after: int | None) -> int:
        """Put an item on the agenda after another, or first (None)."""

    def shift(self, item: int, after: int | None) -> None:
        """Move an item to after another, or to the first place (None)."""

    def take_away(self, item: int) -> None:
        """Take an item off the agenda."""

    def withdraw(self, item: int) -> None:
        """Let an item keep its place, and not be dealt with."""

    def restore(self, item: int) -> None:
        """Take up again what was withdrawn or postponed."""

    def set_time(self, item: int, start: dt.time | None, minutes: int | None) -> None:
        """Set when an item begins, and how long it takes."""

    def comment(self, item: int, text: str) -> None:
        """Remark something about an item."""

    def note(self, item: int) -> Blocks:
        """Return the chair's own note about an item."""

    def write_note(self, item: int, blocks: Blocks, run: str) -> None:
        """Write the chair's own note about an item."""


class Floor(Protocol):
    """The speakers' lists of a meeting; its acts raise RuleBroken or Trouble."""

    def people(self) -> tuple[Named, ...]:
        """Return those who may speak, as far as they are known."""

    def speakers(self, item: int) -> tuple[Speaker, ...]:
        """Return the speakers' list of an item."""

    def ask_to_speak(self, item: int, who: Named, *, reply: bool) -> None:
        """Put somebody on the speakers' list."""

    def let_speak(self, speaker: int, by: int) -> None:
        """Let somebody speak earlier (-1) or later (1)."""

    def finish(self, speaker: int, seconds: int) -> None:
        """Note for how long somebody spoke."""

    def strike(self, speaker: int) -> None:
        """Take somebody off the list."""


class InFile:
    """The agenda of a meeting in the file that is open."""

    def __init__(self, database: Database, meeting_id: int, clock: Callable[[], dt.datetime]) -> None:
        """Read the meeting; raises LookupError when it is gone."""
        self.database, self.meeting_id, self._clock = database, meeting_id, clock
        self._meeting = self.read()
        self.floor: Floor | None = InChamber(self)

    @property
    def meeting(self) -> Meeting:
        """Return the meeting as it was read last."""
        return self._meeting

    def read(self) -> Meeting:
        """Return the meeting, with its chair."""
        self._meeting = meeting_to_summon(self.database, self.meeting_id)
        with self.database.read() as read:
            self._notes = agendas.chair_notes(read, self.meeting_id)
        return self._meeting

    def unreported(self) -> int:
        """Return how many urgent decisions are to be reported (KL 6 kap. 40 §)."""
        with self.database.read() as read:
            return len(unreported_urgent(read, self.meeting_id))

    def closed(self) -> str:
        """Return why nothing can be changed."""
        if self.database.read_only:
            return _("The file can be read here, but not changed.")
        if changeable(self._meeting):
            return ""
        if self._meeting.cancelled_on is not None:
            return _("The meeting is cancelled; its agenda stays as it is.")
        return _("The protocol is verified; its agenda stays as it is.")

    @property
    def _by(self) -> str | None:
        return self._meeting.chair.name if self._meeting.chair else None

    def _moment(self) -> tuple[dt.date, dt.time | None]:
        """Return today, and while the meeting is held the minute."""
        now, held = self._clock(), self._meeting.stage is Stage.IN_SESSION
        return now.date(), now.time().replace(second=0, microsecond=0) if held else None

    def add(self, title: str, after: int | None) -> int:
        """Add an item; after the summons it is an extra one, that the chair proposes."""
        on, at = self._moment()
        place = agenda.FIRST if after is None else after
        if is_extra(self._meeting):
            return agenda.add_agenda_item(
                self.database, self.meeting_id, title, after=place, by=self._by, on=on, at=at
            )
        return agenda.add_agenda_item(self.database, self.meeting_id, title, after=place)

    def changes(self, _item: int) -> tuple[str, ...]:
        """Return nothing: the file's journal knows."""
        return ()

    def shift(self, item: int, after: int | None) -> None:
        """Move an item."""
        agenda.move_item(self.database, item, after)

    def take_away(self, item: int) -> None:
        """Take an item away."""
        agenda.remove_item(self.database, item)

    def withdraw(self, item: int) -> None:
        """Withdraw an item, as the chair proposes."""
        on, at = self._moment()
        agenda.withdraw_item(self.database, item, by=self._by, on=on, at=at)

    def restore(self, item: int) -> None:
        """Take an item up again."""
        on, at = self._moment()
        agenda.restore_item(self.database, item, by=self._by, on=on, at=at)

    def set_time(self, item: int, start: dt.time | None, minutes: int | None) -> None:
        """Set an item's time."""
        agenda.set_item(self.database, item, start=start, minutes=minutes)

    def comment(self, item: int, text: str) -> None:
        """Remark as the chair."""
        papers.comment_item(self.database, item, self._by or _("The chair"), text, self._moment()[0])

    def note(self, item: int) -> Blocks:
        """Return a note."""
        return self._notes.get(item, (0, ()))[1]

    def write_note(self, item: int, blocks: Blocks, run: str) -> None:
        """Write a note."""
        chair_notes.write_note(self.database, item, blocks, run=run)


class InChamber:
    """The speakers' lists of a meeting in the file."""

    def __init__(self, source: InFile) -> None:
        self._source, self._database = source, source.database

    def people(self) -> tuple[Named, ...]:
        """Return those who are on the roll, or would be on it, and others who are noted as there."""
        meeting = self._source.meeting
        roll = meeting.roll
        if not roll.lines:
            with suppress(RuleBroken):
                roll = plan(self._database, meeting.id).roll
        there = [line.who for line in roll.lines if line.who]
        there += [each.who for each in meeting.attendance]
        return tuple(dict.fromkeys(there))

    def speakers(self, item: int) -> tuple[Speaker, ...]:
        """Return an item's list."""
        with self._database.read() as read:
            return agendas.speakers(read, item)

    def ask_to_speak(self, item: int, who: Named, *, reply: bool) -> None:
        """Put somebody on the list."""
        speakers.ask_to_speak(self._database, item, who, reply=reply)

    def let_speak(self, speaker: int, by: int) -> None:
        """Move somebody on the list."""
        speakers.move_speaker(self._database, speaker, by)

    def finish(self, speaker: int, seconds: int) -> None:
        """End a speech."""
        speakers.finish_speech(self._database, speaker, seconds)

    def strike(self, speaker: int) -> None:
        """Strike somebody."""
        speakers.strike_speaker(self._database, speaker)
