"""The parts of the meeting's own page about its being held: times, numbers, verifiers, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.ui.meeting.meeting_doors import MeetingDoors
from klubban.ui.meeting.meeting_notes import MeetingNotes
from klubban.ui.meeting.meeting_numbers import MeetingNumbers
from klubban.ui.meeting.meeting_times import MeetingTimes
from klubban.ui.meeting.meeting_verifiers import MeetingVerifiers

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database
    from klubban.ui.meeting.facts_part import FactsPart


class HeldParts(QObject):
    """Makes them, and asks what is asked for by name."""

    saved = Signal()
    failed = Signal(Exception)
    mail_asked = Signal()
    """A draft of the mail with the notes is wanted."""

    def __init__(self, database: Database, meeting: Meeting, today: date) -> None:
        super().__init__()
        self.times = MeetingTimes(database, meeting, today)
        self.verifiers = MeetingVerifiers(database, meeting, today)
        self.notes = MeetingNotes(database, meeting, today)
        self.notes.mail_asked.connect(self.mail_asked)
        numbers = MeetingNumbers(database, meeting, today)
        self.doors = MeetingDoors(database, meeting, today)
        self.parts: tuple[FactsPart, ...] = (self.times, self.doors, numbers, self.notes, self.verifiers)
        for part in self.parts:
            part.saved.connect(self.saved)
            part.failed.connect(self.failed)

    @property
    def asking(self) -> bool:
        """Tell whether a form is being filled in."""
        return any(part.form is not None for part in self.parts)

    def take(self, meeting: Meeting, today: date) -> None:
        """Show the meeting as it stands now, round the form that is being filled in."""
        for part in self.parts:
            part.take(meeting, today)

    def ask(self, name: str) -> None:
        """Ask for `times`, `adjourn`, `close`, `doors`, `verifiers` or `notes`."""
        {
            "times": self.times.ask,
            "adjourn": self.times.ask_to_adjourn,
            "close": self.times.ask_to_close,
            "doors": self.doors.ask,
            "verifiers": self.verifiers.ask,
            "notes": self.notes.ask,
        }[name]()
