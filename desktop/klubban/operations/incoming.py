"""What comes on agendas by itself, and what is taken from what waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.falling_due import is_listed, listed
from klubban.domain.incoming import Incoming
from klubban.domain.meeting import Stage
from klubban.i18n import N_
from klubban.operations.agenda_rows import of_item, open_agenda
from klubban.operations.coming import put
from klubban.operations.followed_agendas import strike
from klubban.store import reads
from klubban.store.assigned import one_undertaken
from klubban.store.change import Change
from klubban.store.database import Database
from klubban.store.waiting import in_words, items_in_order, known, waiting


def fill(change: Change, meeting_id: int, today: dt.date | None = None) -> list[int]:
    """Put on a new meeting's agenda what comes by itself, and return the items.

    Standing items always; what waits, if no earlier meeting that is still to be held, today or later, could
    take it.
    """
    about = known(change.connection, meeting_id, today)
    found = [each for each in about.all() if each.by_itself]
    first = [each for each in found if each.origin is Origin.STANDING or about.is_first_for(each)]
    return _put(change, meeting_id, in_words(change.connection, tuple(first)))


def bring(
    change: Change, body_id: int, origins: Collection[Origin], *, on: dt.date | None = None
) -> list[int]:
    """Put what began to wait of these origins on the body's next agenda, and return the items.

    That is the first meeting from a day on that is planned or summoned; where there is none, it waits.
    """
    for line in reads.meetings(change.connection, body_id):
        to_come = line.stage in (Stage.PLANNED, Stage.SUMMONED) and not line.cancelled
        if to_come and (on is None or line.date >= on):
            found = known(change.connection, line.id).all()
            mine = tuple(each for each in found if each.by_itself and each.origin in origins)
            return _put(change, line.id, in_words(change.connection, mine), on=on)
    return []


def bring_assignment(change: Change, body_id: int, assignment_id: int, *, on: dt.date) -> list[int]:
    """Put an assignment on the body's first agenda from a day on where it is due, and return the items.

    That may be a meeting long after the next one: a year's meetings are planned at once. What falls due with
    it comes with it.
    """
    own = one_undertaken(change.connection, assignment_id).assignment
    first = on if own.stuck is not None else own.due_now
    if first is None:
        return []
    for line in reads.meetings(change.connection, body_id):
        to_come = line.stage in (Stage.PLANNED, Stage.SUMMONED) and not line.cancelled
        if not to_come or line.date < max(on, first):
            continue
        for each in known(change.connection, line.id).all():
            if each.origin is Origin.ASSIGNMENT and assignment_id in (
                each.assignment_id,
                *each.assignment_ids,
            ):
                return _put(change, line.id, in_words(change.connection, (each,)), on=on)
    return []


def take_in(
    database: Database,
    meeting_id: int,
    chosen: Sequence[Incoming] | None = None,
    *,
    on: dt.date | None = None,
) -> list[int]:
    """Put on an agenda some of what waits for it, or all (None), and return the items.

    What no longer waits, or could be taken at a meeting between today (`on`) and this one, is left out.
    Raises RuleBroken for a verified protocol, LookupError.
    """
    with database.read() as read:
        found = waiting(read, meeting_id, on)
    wanted = [each for each in found if chosen is None or any(map(each.is_same, chosen))]
    label = N_("Put {item} on the agenda") if len(wanted) == 1 else N_("Put what waits on the agenda")
    name = wanted[0].title if wanted else ""
    with database.change(label, place=("meeting", meeting_id), item=name) as change:
        return _put(change, meeting_id, wanted, on=on)


def _put(
    change: Change, meeting_id: int, found: Iterable[Incoming], *, on: dt.date | None = None
) -> list[int]:
    meeting = open_agenda(change, meeting_id)
    ids = []
    for each in found:
        ids.append(put(change, meeting, each, on=on))
        meeting = replace(meeting, items=items_in_order(change.connection, meeting_id))
    return ids


def take_apart(database: Database, item_id: int, assignment_id: int, *, on: dt.date | None = None) -> int:
    """Give an assignment that an item follows up with others an item of its own, and return that.

    Raises RuleBroken where the item does not list it, or the protocol is verified; LookupError.
    """
    label = N_("Give the assignment of {name} an item of its own")
    with database.read() as read:
        one = one_undertaken(read, assignment_id)
    name = str(one.assignment.to_now)
    with database.change(label, place=("item", item_id), name=name) as change:
        meeting, item = of_item(change, item_id)
        if not is_listed(one.assignment, listed(item.earlier)):
            raise RuleBroken("{item} does not follow up the assignment of {name}", item=item.title, name=name)
        strike(change, item_id, one)
        own = Incoming(
            origin=Origin.ASSIGNMENT,
            title=one.assignment.text,
            kind=ItemKind.REPORT,
            matter_id=one.matter,
            assignment_id=assignment_id,
        )
        return put(change, meeting, own, on=on)
