"""Assignments, and referrals with their answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from klubban.domain.agenda import Origin
from klubban.domain.assignment import AssignmentStatus
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting
from klubban.domain.text import Blocks
from klubban.i18n import N_
from klubban.operations.incoming import bring
from klubban.operations.lists import last_place
from klubban.operations.minuting import checked_people, minuting
from klubban.operations.naming import named
from klubban.store import rolls
from klubban.store.change import Change
from klubban.store.database import Database


def insert_assignment(
    change: Change, position: int, to: Named, reports: Iterable[tuple[date, Blocks]], **facts: object
) -> int:
    """Note an assignment; `facts` are its other columns, one of item_id, meeting_id, body_id among them."""
    assignment = change.insert("assignment", position=position, **named(to), **facts)
    for day, text in reports:
        change.insert("report", assignment_id=assignment, date=day, text=text)
    return assignment


def insert_referral(
    change: Change,
    item_id: int,
    due: date,
    answers: Iterable[tuple[str, date | None, Iterable[Blocks]]] = (),
    **facts: object,
) -> int:
    """Note a referral; `facts` are its other columns (title, referees, questions)."""
    referral = change.insert("referral", item_id=item_id, due=due, **facts)
    for position, (sender, day, texts) in enumerate(answers):
        answer = change.insert("answer", referral_id=referral, position=position, sender=sender, date=day)
        for place, text in enumerate(texts):
            change.insert("answer_text", answer_id=answer, position=place, text=text)
    return referral


def add_assignment(database: Database, item_id: int, to: Named, text: str, *, due: date | None = None) -> int:
    """Give somebody an assignment by an item's decision, and return it; raises RuleBroken for no words.

    One with a day comes on the agenda on which it falls due.
    """
    [who] = checked_people([to])
    words = _checked_text(text)
    label = N_("Give {name} an assignment by {item}")
    with minuting(database, label, item_id, name=str(who)) as (change, meeting, item):
        _check_due(meeting, due)
        made = insert_assignment(
            change,
            last_place(change, "assignment", item_id=item_id),
            who,
            (),
            item_id=item_id,
            text=words,
            due=due,
            status=AssignmentStatus.OPEN,
        )
        _bring(change, meeting, item, due)
        return made


_FACTS = {"to", "text", "due", "status"}


def change_assignment(
    database: Database, assignment_id: int, *, run: str | None = None, **facts: Any
) -> None:
    """Set facts of an item's assignment: to, text, due, status; only those that are named."""
    for unknown in facts.keys() - _FACTS:
        raise TypeError(unknown)
    columns = {name: value for name, value in facts.items() if name != "to"}
    if "text" in columns:
        columns["text"] = _checked_text(columns["text"])
    if "to" in facts:
        [who] = checked_people([facts["to"]])
        columns |= named(who)
    with database.read() as read:
        row = rolls.row_of(read, "assignment", assignment_id)
    name = str(Named(str(columns.get("name", row["name"])), columns.get("party", row["party"])))
    label = N_("Change the assignment of {name} by {item}")
    with minuting(database, label, int(row["item_id"]), run, name=name) as (change, meeting, item):
        if "due" in columns:
            _check_due(meeting, columns["due"])
        change.update("assignment", assignment_id, **columns)
        _bring(change, meeting, item, columns.get("due"))


def remove_assignment(database: Database, assignment_id: int) -> None:
    """Take out an item's assignment; raises RuleBroken where it was answered, or is on an agenda."""
    with database.read() as read:
        row = rolls.row_of(read, "assignment", assignment_id)
    label = N_("Remove the assignment of {name} by {item}")
    with minuting(database, label, int(row["item_id"]), name=row["name"]) as (change, *_rest):
        if change.rows("report", assignment_id=assignment_id):
            raise RuleBroken("The assignment of {name} was answered already", name=row["name"])
        if change.rows("item", origin_assignment_id=assignment_id):
            raise RuleBroken("The assignment of {name} is on an agenda already", name=row["name"])
        change.delete_whole("assignment", assignment_id)


def _bring(change: Change, meeting: Meeting, item: Item, due: date | None) -> None:
    """Let what falls due come on the next agenda, once the item has its outcome."""
    if due is not None and item.outcome is not None:
        bring(change, meeting.body.id, [Origin.ASSIGNMENT], on=meeting.last_day + timedelta(days=1))


def _checked_text(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise RuleBroken("Say what the assignment is")
    return words


def _check_due(meeting: Meeting, due: date | None) -> None:
    if due is not None and due < meeting.date:
        raise RuleBroken("The meeting was on {date}; nothing given at it was due before", date=meeting.date)
