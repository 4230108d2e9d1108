"""What the room shows: one snapshot of all plans, promises and goals, with what falls due."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from klubban.domain.body import Named
from klubban.domain.commitments_due import Followed, FollowUpDue, of_one
from klubban.domain.follow_up_rules import add_months
from klubban.i18n import name_key, sort_key
from klubban.store import commitments as store
from klubban.store import reads, situations

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from klubban.domain.body import Body, Person
    from klubban.domain.commitment import Commitment
    from klubban.domain.goal import Goal
    from klubban.domain.noted_at import NotedAt
    from klubban.domain.situation import Presented
    from klubban.store.database import Database

_LOOKED_BACK = 18
"""Months back from which items are offered as where something was noted."""


@dataclass(frozen=True)
class Book:
    """All plans and goals, and where each thing was noted."""

    all_bodies: tuple[Body, ...]
    followed: tuple[Followed, ...]
    goals: tuple[Goal, ...]
    at: Mapping[int, NotedAt]
    people: tuple[Person, ...]
    today: date

    @classmethod
    def of(cls, database: Database, today: date) -> Book:
        """Read it."""
        with database.read() as read:
            followed, goals = store.followed(read), store.goals(read)
            things = [*(store.items_of(each.commitment) for each in followed), *map(store.items_of, goals)]
            return cls(
                all_bodies=reads.bodies(read),
                followed=followed,
                goals=goals,
                at=store.noted_at(read, set(chain.from_iterable(things))),
                people=reads.people(read),
                today=today,
            )

    @cached_property
    def bodies(self) -> Mapping[int, Body]:
        """Return the bodies by their ids."""
        return {body.id: body for body in self.all_bodies}

    @cached_property
    def by_id(self) -> Mapping[int, Followed]:
        """Return the plans by their ids."""
        return {each.commitment.id: each for each in self.followed}

    def plan(self, id_: int | None) -> Commitment | None:
        """Return a plan, if it is there."""
        found = self.by_id.get(id_ or 0)
        return found.commitment if found else None

    def goal(self, id_: int | None) -> Goal | None:
        """Return a goal, if it is there."""
        return next((each for each in self.goals if each.id == id_), None)

    @cached_property
    def dues(self) -> Mapping[int, tuple[FollowUpDue, ...]]:
        """Return what is to be done with each plan, the first day first."""
        return {
            each.commitment.id: tuple(sorted(of_one(each, self.today), key=lambda due: due.day))
            for each in self.followed
        }

    @cached_property
    def watching(self) -> tuple[Body, ...]:
        """Return the bodies that watch something."""
        there = {each.commitment.body for each in self.followed} | {each.body for each in self.goals}
        return tuple(body for body in self.all_bodies if body.id in there)

    def below(self, plan_id: int) -> tuple[Commitment, ...]:
        """Return what belongs to a plan."""
        return tuple(each.commitment for each in self.followed if each.commitment.belongs_to == plan_id)

    def after(self, plan_id: int) -> Commitment | None:
        """Return what took the place of a plan."""
        found = (each.commitment for each in self.followed if each.commitment.replaces == plan_id)
        return next(found, None)

    @cached_property
    def said(self) -> Mapping[tuple[str, int], str]:
        """Return all words by which each thing is found."""
        plans = {
            ("plan", one.id): (one.title, one.area, str(one.responsible or ""), *one.parties)
            for one in (each.commitment for each in self.followed)
        }
        goals = {
            ("goal", each.id): (each.title, each.area, *(one.name for one in each.indicators))
            for each in self.goals
        }
        return {key: sort_key(" ".join(filter(None, words))) for key, words in (plans | goals).items()}

    @cached_property
    def known(self) -> tuple[Named, ...]:
        """Return who is offered where somebody is named: the people, then who is responsible already."""
        people = sorted(self.people, key=lambda each: name_key(each.name))
        found = {str(each): each for each in (Named(one.name, one.party, one.id) for one in people)}
        for each in self.followed:
            one = each.commitment
            for who in (one.responsible, *(activity.responsible for activity in one.activities)):
                if who is not None:
                    found.setdefault(str(who), who)
        return tuple(found.values())

    def taken_up_at(self, database: Database, one: Commitment) -> NotedAt | None:
        """Return the item at which a plan is followed up, of a meeting within the last month."""
        with database.read() as read:
            return store.taken_up_at(read, one.id, add_months(self.today, -1), self.today)

    def items(self, database: Database, body_id: int) -> tuple[Presented, ...]:
        """Return the items at which something of a body's may have been noted, the nearest to today first."""
        with database.read() as read:
            found = situations.items_of(read, [body_id], add_months(self.today, -_LOOKED_BACK))
        return tuple(sorted(found, key=lambda each: abs(each.day - self.today)))
