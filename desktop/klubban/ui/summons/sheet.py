"""What the page of the summons shows: one snapshot of a meeting, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from klubban.domain.agenda_order import agenda_numbers
from klubban.domain.circulated import Circulates, reached
from klubban.domain.lead_times import LeadTimes, dates_of
from klubban.domain.meeting import Stage
from klubban.domain.public import is_confidential
from klubban.domain.readiness import Lack, Lacking, lacks, may_not_lack
from klubban.domain.rules import BodyKind
from klubban.domain.sendings import News, news, taken_off
from klubban.operations.mail import Distribution, distribution
from klubban.operations.presidium import meeting_to_summon
from klubban.operations.sendings import last_day
from klubban.store import waiting
from klubban.store.circulated import circulated

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.agenda import Delegated, Sending
    from klubban.domain.circulated import Reached
    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database


@dataclass(frozen=True)
class SummonsSheet:
    """A meeting as it is to be told of."""

    meeting: Meeting
    called: Distribution
    unreported: tuple[Delegated, ...]
    """Urgent decisions that must be reported at this meeting and are not on its agenda."""
    today: date
    locked: bool = False
    circulated: tuple[Reached, ...] = ()
    """What was sent, and who has read it."""

    @classmethod
    def of(cls, database: Database, meeting_id: int, today: date) -> SummonsSheet:
        """Read it; raises LookupError for no such meeting."""
        meeting = meeting_to_summon(database, meeting_id)
        with database.read() as read:
            unreported = waiting.unreported_urgent(read, meeting_id)
            sent = circulated(read, meeting_id)
        called = distribution(database, meeting_id)
        found = reached(sent, Circulates.SUMMONS, Circulates.SUPPLEMENT)
        return cls(meeting, called, unreported, today, database.read_only, found)

    @cached_property
    def news(self) -> News:
        """Return what the next sending would tell."""
        return news(self.meeting)

    @property
    def counted(self) -> int:
        """Return how many things are new since the last sending."""
        told = self.news
        return sum(map(len, (told.items, told.withdrawn, told.changed, told.documents))) + told.moved

    @property
    def last(self) -> Sending | None:
        """Return what was sent last."""
        return self.meeting.sendings[-1] if self.meeting.sendings else None

    @property
    def formal(self) -> bool:
        """Tell whether it is a summons, and not an invitation."""
        return self.meeting.body.rules.protocol

    @property
    def assembly(self) -> bool:
        """Tell whether the law itself says how the meeting is called."""
        return self.meeting.body.kind is BodyKind.ASSEMBLY

    @property
    def cancelled(self) -> bool:
        """Tell whether the meeting is not held."""
        return self.meeting.cancelled_on is not None

    @property
    def over(self) -> bool:
        """Tell whether it is too late to call anybody."""
        begun = self.meeting.stage not in (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION)
        return begun or self.today > self.meeting.last_day

    @cached_property
    def dates(self) -> LeadTimes:
        """Return the dates before the meeting."""
        return dates_of(self.meeting.body, self.meeting.date, papers_due=self.meeting.papers_due)

    @cached_property
    def due(self) -> date | None:
        """Return the last day for what is sent next."""
        return last_day(self.meeting)

    @property
    def late(self) -> bool:
        """Tell whether what is sent next is late today."""
        return self.due is not None and self.today > self.due and not self.news.nothing

    @cached_property
    def lacks(self) -> tuple[Lack, ...]:
        """Return what is lacking before it is sent."""
        return lacks(self.meeting)

    @property
    def can_send(self) -> bool:
        """Tell whether anything can be sent now."""
        return not (self.locked or self.cancelled or self.over or self.news.nothing or self._hindered)

    @property
    def _hindered(self) -> frozenset[Lacking]:
        return may_not_lack(self.meeting) & {each.what for each in self.lacks}

    @property
    def required(self) -> int:
        """Return how many things must be put right before it is sent."""
        if self.locked or self.cancelled or self.over:
            return 0
        return len(self._hindered) + bool(self.unreported)

    @property
    def needs_reason(self) -> bool:
        """Tell whether a reason must be given with what is sent today."""
        return self.late or bool(self.unreported)

    @cached_property
    def numbers(self) -> dict[int, str]:
        """Return the agenda's numbers by item."""
        return agenda_numbers(self.meeting.items)

    @property
    def tells_supplement(self) -> bool:
        """Tell whether what is written for those called is a supplement, and not the summons."""
        last = self.last
        return last is not None and (self.cancelled or last.number > 0 or not self.news.nothing)

    @property
    def waits_to_be_sent(self) -> bool:
        """Tell whether a supplement is to be noted as sent before a mail can say which one it is."""
        return self.can_send and not self.news.first and not self.news.moved

    @cached_property
    def documents(self) -> int:
        """Return how many documents go with the summons."""
        return sum(len(item.documents) for item in self.meeting.items if not taken_off(item))

    @cached_property
    def confidential(self) -> int:
        """Return how many of them are kept apart."""
        return sum(
            is_confidential(item, each)
            for item in self.meeting.items
            if not taken_off(item)
            for each in item.documents
        )
