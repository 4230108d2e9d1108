"""What every change of an assignment needs: the row with where it was given, checked words, and its steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from klubban.domain.assignment import StepKind
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.undertaken import Undertaken
from klubban.operations.followed_agendas import keeping_agendas_true
from klubban.operations.incoming import bring_assignment
from klubban.operations.lists import last_place
from klubban.operations.naming import checked_length, named_at, one_line
from klubban.store import rolls
from klubban.store.assigned import one_undertaken
from klubban.store.change import Change
from klubban.store.database import Database


@contextmanager
def following(database: Database, label: str, assignment_id: int) -> Iterator[tuple[Change, Undertaken]]:
    """Open a change at an assignment as it is; agendas that tell of it follow what is noted.

    The label can give who has it as `name`. Raises LookupError.
    """
    with database.read() as read:
        known = one_undertaken(read, assignment_id)
    place, name = ("assignment", assignment_id), str(known.assignment.to_now)
    with database.change(label, place=place, name=name) as change, keeping_agendas_true(change, known):
        yield change, known


def insert_step(
    change: Change, assignment_id: int, kind: StepKind, day: date, *, to: Named | None = None, **facts: Any
) -> int:
    """Note what happened to an assignment; `facts` are due, reason, between, aims, taken_to_id, item_id."""
    return change.insert(
        "assignment_step",
        assignment_id=assignment_id,
        position=last_place(change, "assignment_step", assignment_id=assignment_id),
        kind=kind,
        day=day,
        **named_at("to_", to),
        **facts,
    )


def bring_due(change: Change, body_id: int | None, assignment_id: int, *, on: date) -> None:
    """Let what falls due at a body, or was taken to it, come on its first agenda where it does."""
    if body_id is not None:
        bring_assignment(change, body_id, assignment_id, on=on)


def checked_text(text: str) -> str:
    """Return what an assignment is, on one line; raises RuleBroken for no words."""
    words = " ".join(text.split())
    if not words:
        raise RuleBroken("Say what the assignment is")
    return checked_length(words)


def checked_reason(reason: str) -> str:
    """Return a reason on one line; raises RuleBroken for none."""
    words = one_line(reason)
    if not words:
        raise RuleBroken("Say why: the reason is kept with the assignment")
    return words


def check_item(change: Change, item_id: int | None) -> None:
    """Raise LookupError for an item that is not there."""
    if item_id is not None:
        rolls.row_of(change.connection, "item", item_id)


def check_not_before(known: Undertaken, day: date) -> None:
    """Raise RuleBroken for something that is said to have happened before the assignment was given."""
    if known.on is not None and day < known.on:
        raise RuleBroken(
            "The day is {day}, but the assignment was given on {given}; give a day from then on",
            day=day,
            given=known.on,
        )


def check_due(given: date | None, due: date | None) -> None:
    """Raise RuleBroken for a due day before the day on which the assignment was given."""
    if given is not None and due is not None and due < given:
        raise RuleBroken(
            "Done by {due} is before the assignment was given, on {given}; give a later day",
            due=due,
            given=given,
        )
