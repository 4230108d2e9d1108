"""Assignments, and referrals with their answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from klubban.domain.assignment import AssignmentStatus
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting
from klubban.domain.text import Blocks
from klubban.domain.undertaken import OwnerLeft
from klubban.i18n import N_
from klubban.operations.assignment_rows import bring_due, check_due, checked_text
from klubban.operations.followed_agendas import keeping_agendas_true
from klubban.operations.lists import last_place
from klubban.operations.minuting import checked_people, minuting
from klubban.operations.naming import line_or_none, named
from klubban.store import rolls
from klubban.store.assigned import one_undertaken, owner_remarks
from klubban.store.change import Change, id_of
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


@dataclass(frozen=True, slots=True)
class Given:
    """An assignment that was just given, and what should be known of whoever got it."""

    id: int
    remarks: tuple[OwnerLeft, ...]


def undertake(
    database: Database,
    body_id: int,
    to: Named,
    text: str,
    *,
    due: date | None = None,
    cost: str | None = None,
    for_body: int | None = None,
    given_on: date,
) -> Given:
    """Note what somebody undertook for a body outside its meetings.

    One with a day comes on the agenda on which it falls due. Somebody who left the body can have it: that is
    told. Raises RuleBroken for no words, no name, or a due day before `given_on`; LookupError.
    """
    [who] = checked_people([to])
    words = checked_text(text)
    check_due(given_on, due)
    label = N_("Give {name} an assignment for {body}")
    with database.read() as read:
        name = str(rolls.row_of(read, "body", body_id)["name"])
    with database.change(label, place=("assignment", 0), name=str(who), body=name) as change:
        made = insert_assignment(
            change,
            last_place(change, "assignment", body_id=body_id),
            who,
            (),
            body_id=body_id,
            text=words,
            due=due,
            status=AssignmentStatus.OPEN,
            cost=line_or_none(cost),
            for_body_id=None if for_body == body_id else for_body,
            given_on=given_on,
        )
        if due is not None:
            bring_due(change, for_body or body_id, made, on=given_on)
        return Given(made, owner_remarks(change.connection, body_id, who, given_on))


def add_assignment(
    database: Database,
    item_id: int,
    to: Named,
    text: str,
    *,
    due: date | None = None,
    cost: str | None = None,
    for_body: int | None = None,
) -> int:
    """Give somebody an assignment by an item's decision, and return it; raises RuleBroken for no words.

    One with a day comes on the agenda on which it falls due.
    """
    with minuting(database, _GIVING, item_id, name=to.name) as (change, meeting, item):
        return _give(change, meeting, item, to, text, due=due, cost=cost, for_body=for_body)


def from_scratch(
    database: Database, scratch_id: int, to: Named, text: str | None = None, *, due: date | None = None
) -> int:
    """Make an assignment of a line that there was no time to sort, and return it; the line is sorted in.

    Without other words it is what the line says. Raises RuleBroken, LookupError.
    """
    with database.read() as read:
        row = rolls.row_of(read, "scratch", scratch_id)
    with minuting(database, _GIVING, int(row["item_id"]), name=to.name) as (change, meeting, item):
        change.update("scratch", scratch_id, done=True)
        return _give(change, meeting, item, to, text or str(row["text"]), due=due)


_GIVING = N_("Give {name} an assignment by {item}")


def _give(
    change: Change,
    meeting: Meeting,
    item: Item,
    to: Named,
    text: str,
    *,
    due: date | None,
    cost: str | None = None,
    for_body: int | None = None,
) -> int:
    [who] = checked_people([to])
    _check_due(meeting, due)
    made = insert_assignment(
        change,
        last_place(change, "assignment", item_id=item.id),
        who,
        (),
        item_id=item.id,
        text=checked_text(text),
        due=due,
        status=AssignmentStatus.OPEN,
        cost=line_or_none(cost),
        for_body_id=None if for_body == meeting.body.id else for_body,
    )
    _bring(change, meeting, item, made, due, for_body)
    return made


_FACTS = {"to", "text", "due", "cost", "for_body"}
_FREE = {"cost", "for_body_id"}
"""What may be said of one whose paragraph is verified."""


def change_assignment(
    database: Database, assignment_id: int, *, run: str | None = None, **facts: Any
) -> None:
    """Set facts of an assignment: to, text, due, cost, for_body; only those that are named.

    At whose cost it is, and which body hears of it, may be said after the verification too.
    """
    for unknown in facts.keys() - _FACTS:
        raise TypeError(unknown)
    columns = _columns(facts)
    with database.read() as read:
        row = rolls.row_of(read, "assignment", assignment_id)
    name = str(Named(str(columns.get("name", row["name"])), columns.get("party", row["party"])))
    if row["item_id"] is None or columns.keys() <= _FREE:
        place = ("assignment", assignment_id)
        label = N_("Change the assignment of {name}")
        with database.change(label, place=place, run=run, name=name) as change:
            known = one_undertaken(change.connection, assignment_id)
            with keeping_agendas_true(change, known):
                check_due(known.on, columns.get("due"))
                change.update("assignment", assignment_id, **columns)
            if known.on is not None:
                bring_due(change, columns.get("for_body_id") or known.heard_by, assignment_id, on=known.on)
        return
    label = N_("Change the assignment of {name} by {item}")
    with minuting(database, label, int(row["item_id"]), run, name=name) as (change, meeting, item):
        if "due" in columns:
            _check_due(meeting, columns["due"])
        with keeping_agendas_true(change, one_undertaken(change.connection, assignment_id)):
            change.update("assignment", assignment_id, **columns)
        for_body = columns.get("for_body_id") or row["for_body_id"]
        _bring(change, meeting, item, assignment_id, columns.get("due"), for_body)


def _columns(facts: Mapping[str, Any]) -> dict[str, Any]:
    columns = dict(facts)
    if "text" in columns:
        columns["text"] = checked_text(columns["text"])
    if "to" in columns:
        [who] = checked_people([columns.pop("to")])
        columns |= named(who)
    if "cost" in columns:
        columns["cost"] = line_or_none(columns["cost"])
    if "for_body" in columns:
        columns["for_body_id"] = columns.pop("for_body")
    return columns


def remove_assignment(database: Database, assignment_id: int) -> None:
    """Take out an assignment; raises RuleBroken where it was answered or followed up, or is on an agenda."""
    with database.read() as read:
        row = rolls.row_of(read, "assignment", assignment_id)
    if row["item_id"] is None:
        label = N_("Remove the assignment of {name}")
        with database.change(label, place=("assignment", 0), name=row["name"]) as change:
            _take_out(change, assignment_id, row["name"])
        return
    label = N_("Remove the assignment of {name} by {item}")
    with minuting(database, label, int(row["item_id"]), name=row["name"]) as (change, *_rest):
        _take_out(change, assignment_id, row["name"])


def _take_out(change: Change, assignment_id: int, name: str) -> None:
    if change.rows("report", assignment_id=assignment_id):
        raise RuleBroken("The assignment of {name} was answered already", name=name)
    if change.rows("assignment_step", assignment_id=assignment_id):
        raise RuleBroken("The assignment of {name} was followed up already; cancel it instead", name=name)
    if change.rows("item", origin_assignment_id=assignment_id):
        raise RuleBroken("The assignment of {name} is on an agenda already", name=name)
    for row in change.rows("observation", assignment_id=assignment_id):
        change.update("observation", id_of(row), assignment_id=None)
    change.delete_whole("assignment", assignment_id)


def _bring(
    change: Change, meeting: Meeting, item: Item, assignment_id: int, due: date | None, for_body: int | None
) -> None:
    """Let what falls due come on the agenda for it, once the item has its outcome."""
    if due is not None and item.outcome is not None:
        later = meeting.last_day + timedelta(days=1)
        bring_due(change, for_body or meeting.body.id, assignment_id, on=later)


def _check_due(meeting: Meeting, due: date | None) -> None:
    if due is not None and due < meeting.date:
        raise RuleBroken("The meeting was on {date}; nothing given at it was due before", date=meeting.date)
