"""What the room shows: one snapshot of all assignments and walks, with the bodies around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from klubban.domain.body import Body, Named, Person
from klubban.domain.meeting import MeetingLine, Stage
from klubban.domain.undertaken import Undertaken, by_owner
from klubban.domain.walk import Walk
from klubban.i18n import in_order, name_key, sort_key
from klubban.store import reads
from klubban.store.assigned import everything
from klubban.store.walks import walks

if TYPE_CHECKING:
    from datetime import date

    from klubban.store.database import Database


@dataclass(frozen=True)
class Book:
    """All assignments, all walks, and who can have an assignment."""

    all_bodies: tuple[Body, ...]
    found: tuple[Undertaken, ...]
    walks: tuple[Walk, ...]
    people: tuple[Person, ...]
    today: date
    coming: tuple[MeetingLine, ...] = ()
    """The meetings that are to be held, by date."""

    @classmethod
    def of(cls, database: Database, today: date) -> Book:
        """Read it."""
        with database.read() as read:
            return cls(
                all_bodies=reads.bodies(read),
                found=everything(read, today=today),
                walks=walks(read),
                people=reads.people(read),
                today=today,
                coming=tuple(each for each in reads.meetings(read) if _is_coming(each, today)),
            )

    @cached_property
    def bodies(self) -> Mapping[int, Body]:
        """Return the bodies by their ids."""
        return {body.id: body for body in self.all_bodies}

    @cached_property
    def by_id(self) -> Mapping[int, Undertaken]:
        """Return the assignments by their ids."""
        return {one.assignment.id: one for one in self.found}

    @cached_property
    def keys(self) -> Mapping[int, str]:
        """Return by what the words of assignments are sorted."""
        return {one.assignment.id: _key(one.assignment.text) for one in self.found}

    @cached_property
    def said(self) -> Mapping[int, str]:
        """Return all words by which assignments are found."""
        return {one.assignment.id: _key(self._words(one)) for one in self.found}

    def _words(self, one: Undertaken) -> str:
        body = self.bodies.get(one.heard_by or 0)
        parts = (one.assignment.text, str(one.assignment.to_now), one.item, body.name if body else "")
        return " ".join(parts)

    @cached_property
    def giving(self) -> tuple[Body, ...]:
        """Return the bodies that gave assignments or hear of them."""
        there = {one.body for one in self.found} | {one.heard_by for one in self.found}
        return tuple(body for body in self.all_bodies if body.id in there)

    @cached_property
    def walking(self) -> tuple[Body, ...]:
        """Return the bodies that have walked."""
        there = {walk.body for walk in self.walks}
        return tuple(body for body in self.all_bodies if body.id in there)

    def walk(self, walk_id: int | None) -> Walk | None:
        """Return a walk, if it is there."""
        return next((walk for walk in self.walks if walk.id == walk_id), None)

    def of_body(self, body_id: int | None) -> tuple[Undertaken, ...]:
        """Return what a body gave or hears of; of all bodies for None."""
        if body_id is None:
            return self.found
        return tuple(one for one in self.found if body_id in (one.body, one.heard_by))

    def owners(self, body_id: int | None) -> tuple[tuple[Named, tuple[Undertaken, ...]], ...]:
        """Return who has something open, in order of names."""
        return by_owner(one for one in self.of_body(body_id) if one.is_open)

    @cached_property
    def known(self) -> tuple[Named, ...]:
        """Return who is offered where somebody is named: the people, then offices that had something."""
        people = sorted(self.people, key=lambda each: name_key(each.name))
        first = [Named(each.name, each.party, each.id) for each in people]
        others = {str(one.assignment.to_now): one.assignment.to_now for one in self.found}
        names = {str(each) for each in first}
        offices = (others[name] for name in in_order(others) if name not in names)
        return (*first, *offices)


def _is_coming(line: MeetingLine, today: date) -> bool:
    return line.stage in (Stage.PLANNED, Stage.SUMMONED) and not line.cancelled and line.date >= today


@lru_cache(20_000)
def _key(words: str) -> str:
    """Return what words are sorted and found by; the same words come again each time that it is read."""
    return sort_key(words)
