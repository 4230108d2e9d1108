"""What the page of matters shows: one snapshot of the register, what was raised, and delegated decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from klubban.domain.agenda import Delegated
from klubban.domain.body import Body
from klubban.domain.matter_history import Event, Handled, events
from klubban.domain.meeting import Matter, MeetingLine, Stage
from klubban.domain.rules import BodyKind
from klubban.domain.submissions import Raised, raised
from klubban.store import matters, reads

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.matter_since import Noted
    from klubban.store.database import Database

DECIDING = (BodyKind.ASSEMBLY, BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE)
"""The kinds of body that decide matters."""
_DELEGATING = (BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE)


@dataclass(frozen=True)
class Book:
    """All matters with where they have been, and all decisions by delegation."""

    bodies: tuple[Body, ...]
    matters: tuple[Matter, ...]
    handled: Mapping[int, tuple[Handled, ...]]
    delegated: tuple[Delegated, ...]
    reported: Mapping[int, Mapping[str, Any]]
    """By item, where decisions were reported."""
    today: date
    coming: tuple[MeetingLine, ...] = ()
    """The meetings that are to be held, by date."""

    @classmethod
    def of(cls, database: Database, today: date) -> Book:
        """Read them."""
        with database.read() as read:
            found = matters.delegated(read)
            return cls(
                bodies=reads.bodies(read),
                matters=reads.matters(read),
                handled=matters.handled(read),
                delegated=found,
                reported=matters.reported(read, (each.item for each in found if each.item is not None)),
                today=today,
                coming=tuple(each for each in reads.meetings(read) if _is_coming(each, today)),
            )

    def body(self, body_id: int | None) -> Body | None:
        """Return a body, if it is there."""
        return next((each for each in self.bodies if each.id == body_id), None)

    def matter(self, matter_id: int | None) -> Matter | None:
        """Return a matter, if it is there."""
        return next((each for each in self.matters if each.id == matter_id), None)

    def decision(self, delegated_id: int | None) -> Delegated | None:
        """Return a decision by delegation, if it is there."""
        return next((each for each in self.delegated if each.id == delegated_id), None)

    def events(self, matter: Matter, noted: tuple[Noted, ...] = ()) -> tuple[Event, ...]:
        """Return what happened to a matter, at meetings and as was noted besides."""
        return events(matter, self.handled.get(matter.id, ()), self.delegated, noted)

    @cached_property
    def raised(self) -> tuple[Raised, ...]:
        """Return what members and citizens raised."""
        return raised(self.matters, self.handled)

    def one_raised(self, matter_id: int) -> Raised | None:
        """Return a matter as it was raised, if it was."""
        return next((each for each in self.raised if each.matter.id == matter_id), None)

    @property
    def deciding(self) -> tuple[Body, ...]:
        """Return the bodies that decide matters."""
        return tuple(each for each in self.bodies if each.kind in DECIDING)

    @property
    def delegating(self) -> tuple[Body, ...]:
        """Return the bodies that delegate decisions, or have such already."""
        with_some = {each.body for each in self.delegated}
        return tuple(each for each in self.bodies if each.kind in _DELEGATING or each.id in with_some)


def _is_coming(line: MeetingLine, today: date) -> bool:
    return line.stage in (Stage.PLANNED, Stage.SUMMONED) and not line.cancelled and line.date >= today
