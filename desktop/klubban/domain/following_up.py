"""Which plans, inquiries and referrals belong on an agenda, since something is to be done with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.commitments_due import Follows
from klubban.domain.incoming import Asked, AskedOf, Incoming, Known, Sat, ToFollow

_DECIDED = (Follows.REVIEW, Follows.ENDS, Follows.ANSWER)
"""What the body says something of, and does not only hear."""


@dataclass(frozen=True)
class FollowingUp:
    """What a body asked, is asked, and promised, beside one of its meetings."""

    meeting: Sat
    meetings: tuple[Sat, ...]
    taken: tuple[Known, ...]
    """The items that are, or were, taken up."""
    asked: tuple[Asked, ...] = ()
    asked_of: tuple[AskedOf, ...] = ()
    to_follow: tuple[ToFollow, ...] = ()

    def all(self) -> Iterator[Incoming]:
        """Walk what belongs on the meeting's agenda and is not there."""
        yield from self._asked()
        yield from self._asked_of()
        yield from self._to_follow()

    def _asked(self) -> Iterator[Incoming]:
        """Walk the inquiries whose answers the meeting is to have."""
        there = {item.inquiry for item in self.taken}
        for each in self.asked:
            meant = next((one for one in self.meetings if one.id == each.meeting), None)
            waits = meant is not None and not (meant.over or meant.cancelled)
            due = each.answers > 0 and each.due <= self.meeting.date
            if each.id in there or not (each.meeting == self.meeting.id if waits else due):
                continue
            yield Incoming(
                origin=Origin.REFERRAL,
                title=each.title,
                kind=ItemKind.REPORT,
                matter_id=each.matter,
                registry_number=each.registry_number,
                inquiry_id=each.id,
                since=meant.date if meant and waits else each.due,
                due=each.due,
                answers=(each.answers, each.asked),
            )

    def _asked_of(self) -> Iterator[Incoming]:
        """Walk the referrals that the body answers at this meeting, the last before they are due, or late."""
        for each in self.asked_of:
            since = self._last_before(each)
            about = (
                item.matter == each.matter
                or (each.registry_number is not None and item.registry_number == each.registry_number)
                for item in self.taken
                if self._day(item) >= each.received
            )
            if self.meeting.date < since or any(about):
                continue
            yield Incoming(
                origin=Origin.REFERRAL,
                title=each.title,
                kind=ItemKind.DECISION,
                matter_id=each.matter,
                registry_number=each.registry_number,
                since=since,
                due=each.due,
                who=each.sender,
            )

    def _last_before(self, each: AskedOf) -> dt.date:
        """Return the day of the body's last meeting to come at which a referral can be answered in time."""
        if each.due is None:
            return each.received
        days = (
            one.date
            for one in self.meetings
            if not (one.over or one.cancelled) and each.received <= one.date <= each.due
        )
        return max(days, default=each.received)

    def _to_follow(self) -> Iterator[Incoming]:
        """Walk the plans and promises with which something is to be done, each once."""
        told = {item.commitment for item in self.taken if item.meeting == self.meeting.id}
        for each in self.to_follow:
            id_ = each.due.commitment
            taken = any(item.commitment == id_ and self._day(item) >= each.since for item in self.taken)
            if id_ in told or taken or not each.due.comes_up(self.meeting.date):
                continue
            told.add(id_)
            yield Incoming(
                origin=Origin.FOLLOW_UP,
                title=each.title,
                kind=ItemKind.DECISION if each.due.what in _DECIDED else ItemKind.REPORT,
                commitment_id=id_,
                since=each.since,
                due=each.due.day,
                follows=each.due.what,
                who=each.due.detail,
                source=each.due.statute,
            )

    def _day(self, item: Known) -> dt.date:
        return next(one.date for one in self.meetings if one.id == item.meeting)
