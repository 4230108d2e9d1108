"""What the room shows: one snapshot of all that was asked and answered, with the bodies around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from klubban.domain.inquiries_due import Decided
from klubban.domain.meeting import MeetingLine, Stage
from klubban.domain.referral import Inquiry, InquiryKind, ReceivedReferral
from klubban.store import inquiries as store
from klubban.store import matters, reads

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.body import Body
    from klubban.store.database import Database

Place = Mapping[str, Any]
"""An item with its meeting, number and title."""


@dataclass(frozen=True)
class Book:
    """All that was sent, decided or received."""

    bodies: Mapping[int, Body]
    inquiries: Mapping[int, Inquiry]
    decided: Mapping[int, Decided]
    """What a body decided to send and nobody has begun in time, by item."""
    received: Mapping[int, ReceivedReferral]
    titles: Mapping[int, str]
    """Of matters, by id."""
    answering: Mapping[int, int]
    """The items that answer received referrals."""
    places: Mapping[int, Place]
    """Items that decided or answer something, by id."""
    lines: Mapping[int, MeetingLine]
    names: tuple[str, ...]
    """The people and bodies that can be asked."""
    today: date

    @classmethod
    def of(cls, database: Database, today: date) -> Book:
        """Read it."""
        with database.read() as read:
            found = {each.id: each for each in store.inquiries(read)}
            watched = store.due(read)
            received = {each.id: each for each in store.received(read)}
            items = {each.id: store.answering(read, each) for each in received.values()}
            answering = {id_: item for id_, item in items.items() if item is not None}
            wanted = {each.item for each in found.values() if each.item is not None}
            bodies = {body.id: body for body in reads.bodies(read)}
            return cls(
                bodies=bodies,
                inquiries=found,
                decided={each.item: each for each in watched.decided if each.held <= today <= each.due},
                received=received,
                titles={each.id: each.title for each in reads.matters(read)} if received else {},
                answering=answering,
                places=matters.reported(read, wanted | set(answering.values()) | set(_decided(watched))),
                lines={line.id: line for line in reads.meetings(read)},
                names=tuple(sorted({each.name for each in bodies.values()} | _asked(found))),
                today=today,
            )

    @cached_property
    def coming(self) -> tuple[MeetingLine, ...]:
        """Return the meetings that are to be held, by date."""
        found = (line for line in self.lines.values() if _is_coming(line, self.today))
        return tuple(sorted(found, key=lambda line: (line.date, line.id)))

    def of_kind(self, kind: InquiryKind) -> tuple[Inquiry, ...]:
        """Return the inquiries of a kind."""
        return tuple(each for each in self.inquiries.values() if each.kind is kind)

    def inquiry(self, id_: object) -> Inquiry | None:
        """Return an inquiry, if it is there."""
        return self.inquiries.get(id_) if isinstance(id_, int) else None

    def body_name(self, body_id: int) -> str:
        """Return a body's short name, or its name."""
        body = self.bodies[body_id]
        return body.short or body.name


def _decided(watched: Any) -> tuple[int, ...]:
    return tuple(each.item for each in watched.decided)


def _asked(found: Mapping[int, Inquiry]) -> set[str]:
    return {str(each.who) for inquiry in found.values() for each in inquiry.referees}


def _is_coming(line: MeetingLine, today: date) -> bool:
    return line.stage in (Stage.PLANNED, Stage.SUMMONED) and not line.cancelled and line.date >= today
