"""What happens to an assignment after it was given, also after the paragraph was verified."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date

from klubban.domain.assignment import AssignmentStatus, StepKind
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.text import Blocks, tidy
from klubban.domain.undertaken import OwnerLeft, Undertaken
from klubban.i18n import N_
from klubban.operations.assignment_rows import (
    bring_due,
    check_due,
    check_item,
    check_not_before,
    checked_reason,
    following,
    insert_step,
)
from klubban.operations.followed_agendas import keeping_agendas_true
from klubban.operations.fulfilled import say_in_decision
from klubban.operations.item_change import changing_item, check_open
from klubban.operations.minuting import checked_people
from klubban.operations.naming import all_names, checked_name, line_or_none
from klubban.store import rolls
from klubban.store.assigned import owner_remarks, some_undertaken
from klubban.store.change import Change
from klubban.store.database import Database


def report_on(
    database: Database,
    assignment_id: int,
    text: Blocks,
    *,
    day: date,
    by: str | None = None,
    item: int | None = None,
) -> int:
    """Note what was answered about an assignment, at an item or between meetings, and return the report.

    Raises RuleBroken for no words, or a day before it was given; LookupError.
    """
    words = tidy(text)
    if not words:
        raise RuleBroken("Say what was answered")
    label = N_("Note what was answered about the assignment of {name}")
    with following(database, label, assignment_id) as (change, known):
        check_not_before(known, day)
        check_item(change, item)
        return change.insert(
            "report", assignment_id=assignment_id, date=day, text=words, by=line_or_none(by), item_id=item
        )


def move(database: Database, assignment_id: int, *, due: date | None, reason: str, day: date) -> int:
    """Give an open assignment another day, or none, and return the step; what was minuted stays.

    A day that is over already is a fact, with its reason. Raises RuleBroken for no reason, the day that it
    has, one before it was given, or an assignment that is no longer open; LookupError.
    """
    why = checked_reason(reason)
    with following(database, N_("Move the assignment of {name}"), assignment_id) as (change, known):
        _check_open(known)
        check_not_before(known, day)
        check_due(known.on, due)
        if due == known.assignment.due_now:
            raise RuleBroken("The assignment of {name} has that day already", name=known.assignment.to_now)
        step = insert_step(change, assignment_id, StepKind.MOVED, day, due=due, reason=why)
        bring_due(change, known.heard_by, assignment_id, on=day)
        return step


def hand_over(
    database: Database, assignment_id: int, *, to: Named, reason: str, day: date
) -> tuple[OwnerLeft, ...]:
    """Let somebody else have an open assignment; return what should be known of them.

    Raises RuleBroken for no reason, no name, the one who has it, or one that is no longer open; LookupError.
    """
    why, [who] = checked_reason(reason), checked_people([to])
    with following(database, N_("Hand over the assignment of {name}"), assignment_id) as (change, known):
        _check_open(known)
        check_not_before(known, day)
        if who.is_same(known.assignment.to_now):
            raise RuleBroken("{name} has the assignment already", name=who)
        insert_step(change, assignment_id, StepKind.HANDED, day, to=who, reason=why)
        return owner_remarks(change.connection, known.body, who, day)


def stick(
    database: Database,
    assignment_id: int,
    *,
    day: date,
    between: Iterable[str] = (),
    aims: str | None = None,
    taken_to: int | None = None,
    reason: str | None = None,
) -> int:
    """Note that an open assignment is stuck between parties, or by aims that conflict; return the step.

    Taken to a body, it comes on that body's next agenda. Raises RuleBroken where neither is said, or for one
    that is no longer open; LookupError for no such body.
    """
    parties = tuple(dict.fromkeys(checked_name(each) for each in between if each.strip()))
    conflict = line_or_none(aims)
    if not parties and conflict is None:
        raise RuleBroken("Say between whom it is stuck, or which aims conflict")
    label = N_("Note that the assignment of {name} is stuck")
    with following(database, label, assignment_id) as (change, known):
        _check_open(known)
        check_not_before(known, day)
        if taken_to is not None:
            rolls.row_of(change.connection, "body", taken_to)
        step = insert_step(
            change,
            assignment_id,
            StepKind.STUCK,
            day,
            between=parties,
            aims=conflict,
            taken_to_id=taken_to,
            reason=line_or_none(reason),
        )
        bring_due(change, taken_to, assignment_id, on=day)
        return step


def free(database: Database, assignment_id: int, *, day: date, reason: str | None = None) -> int:
    """Note that an assignment is stuck no more, and return the step; raises RuleBroken where it was not."""
    label = N_("Note that the assignment of {name} is stuck no more")
    with following(database, label, assignment_id) as (change, known):
        stuck = known.assignment.stuck
        if stuck is None:
            raise RuleBroken("The assignment of {name} is not stuck", name=known.assignment.to_now)
        check_not_before(known, day)
        return insert_step(change, assignment_id, StepKind.FREED, day, reason=line_or_none(reason))


def finish(
    database: Database,
    assignment_id: int,
    *,
    day: date,
    item: int | None = None,
    reason: str | None = None,
) -> int:
    """Note that an assignment is done, at an item or between meetings, and return the step.

    Raises RuleBroken for one that is no longer open, or a day before it was given; LookupError.
    """
    label = N_("Note that the assignment of {name} is done")
    with following(database, label, assignment_id) as (change, known):
        return close(
            change,
            known,
            StepKind.DONE,
            day,
            item_id=item,
            reason=line_or_none(reason),
        )


def cancel(database: Database, assignment_id: int, *, reason: str, day: date, item: int | None = None) -> int:
    """Cancel an open assignment, and return the step; raises RuleBroken for no reason; LookupError."""
    why = checked_reason(reason)
    label = N_("Cancel the assignment of {name}")
    with following(database, label, assignment_id) as (change, known):
        return close(change, known, StepKind.CANCELLED, day, item_id=item, reason=why)


_CLOSED_AS = {StepKind.DONE: AssignmentStatus.DONE, StepKind.CANCELLED: AssignmentStatus.CANCELLED}


def close(
    change: Change, known: Undertaken, kind: StepKind, day: date, *, item_id: int | None, reason: str | None
) -> int:
    """Close an open assignment inside any change, as done or cancelled; raises RuleBroken, LookupError."""
    _check_open(known)
    check_not_before(known, day)
    check_item(change, item_id)
    change.update("assignment", known.assignment.id, status=_CLOSED_AS[kind])
    return insert_step(change, known.assignment.id, kind, day, item_id=item_id, reason=reason)


def reopen(database: Database, assignment_id: int, *, reason: str, day: date) -> int:
    """Open an assignment again that was done or cancelled, and return the step; raises RuleBroken."""
    why = checked_reason(reason)
    with following(database, N_("Reopen the assignment of {name}"), assignment_id) as (change, known):
        if known.is_open:
            raise RuleBroken("The assignment of {name} is open", name=known.assignment.to_now)
        check_not_before(known, day)
        change.update("assignment", assignment_id, status=AssignmentStatus.OPEN)
        step = insert_step(change, assignment_id, StepKind.REOPENED, day, reason=why)
        bring_due(change, known.heard_by, assignment_id, on=day)
        return step


def remind(database: Database, assignment_ids: Iterable[int], day: date) -> tuple[int, ...]:
    """Note that those who have these assignments were reminded of them; return the steps.

    What is no longer open is left out. Raises LookupError.
    """
    with database.read() as read:
        found = some_undertaken(read, assignment_ids)
    known = [each for each in found if each.is_open]
    if not known:
        return ()
    names = dict.fromkeys(str(each.assignment.to_now) for each in known)
    people = all_names(Named(name) for name in names)
    place = ("assignment", known[0].assignment.id)
    with database.change(N_("Remind {people} of assignments"), place=place, people=people) as change:
        return tuple(insert_step(change, each.assignment.id, StepKind.REMINDED, day) for each in known)


def declare_fulfilled(
    database: Database,
    item_id: int,
    assignment_ids: Iterable[int],
    *,
    day: date | None = None,
    reason: str | None = None,
) -> tuple[int, ...]:
    """Declare assignments fulfilled by an item's decision, in the body's own phrase; return the steps.

    What the decision says and what is done here are one act, undone together. It happens on the day of the
    meeting unless another is said. Raises RuleBroken for a verified item, or an assignment that is no longer
    open; LookupError.
    """
    label = N_("Declare fulfilled by {item}")
    with changing_item(database, label, item_id) as change, ExitStack() as agendas:
        found = some_undertaken(change.connection, assignment_ids)
        meeting = rolls.row_of(change.connection, "meeting", check_open(change, item_id))
        say_in_decision(change, item_id, [each.assignment for each in found])
        for each in found:
            agendas.enter_context(keeping_agendas_true(change, each))
        done = day or meeting["end_date"] or meeting["date"]
        why = line_or_none(reason)
        return tuple(close(change, each, StepKind.DONE, done, item_id=item_id, reason=why) for each in found)


def _check_open(known: Undertaken) -> None:
    if not known.is_open:
        raise RuleBroken(
            "The assignment of {name} is closed already; open it again first", name=known.assignment.to_now
        )
