"""The outcome of an item as rows, and what begins to wait, or waits no more, on other agendas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from klubban.domain.agenda import Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting, Outcome, Stage
from klubban.operations.agenda_rows import of_item, take_out
from klubban.operations.incoming import bring, bring_assignment
from klubban.store import rolls
from klubban.store.change import Change, id_of

_GOES_ON = {Origin.POSTPONED: Outcome.POSTPONED, Origin.PROPOSED: Outcome.DECIDED}
"""As what an item goes on elsewhere by itself, and after which outcome."""


def put_outcome(change: Change, meeting: Meeting, item: Item, outcome: Outcome | None) -> None:
    """Set an item's outcome; agendas that it leads to get it, those that it led to before lose it."""
    change.update("item", item.id, outcome=outcome)
    take_back(change, item.id, [origin for origin, after in _GOES_ON.items() if outcome is not after])
    bring_on(change, meeting, item, outcome)


def bring_on(change: Change, meeting: Meeting, item: Item, outcome: Outcome | None) -> None:
    """Put what begins to wait on the next agenda: what is postponed, proposed to others, or falls due."""
    later = meeting.last_day + dt.timedelta(days=1)
    if outcome is Outcome.POSTPONED:
        bring(change, meeting.body.id, [Origin.POSTPONED], on=later)
    if outcome is Outcome.DECIDED:
        bodies = {each.body_id for each in item.proposals if each.body_id not in (None, meeting.body.id)}
        for body_id in sorted(filter(None, bodies)):
            bring(change, body_id, [Origin.PROPOSED], on=meeting.last_day)
    if outcome is Outcome.WITHDRAWN:  # KL 6 kap. 40 §: what it was to report goes to the next meeting.
        bring(change, meeting.body.id, [Origin.URGENT], on=later)
    elif outcome is not None:
        for each in item.assignments:
            if each.is_open and each.due_now is not None:
                bring_assignment(change, each.for_body or meeting.body.id, each.id, on=later)


def take_back(
    change: Change, item_id: int, origins: Collection[Origin], *, body_id: int | None = None
) -> None:
    """Take off agendas, or one body's, what came there from an item, unless something was done with it."""
    for row in change.rows("item", origin_item_id=item_id):
        if rolls.row_of(change.connection, "item", id_of(row))["origin"] not in origins:
            continue
        try:
            later, copy = of_item(change, id_of(row))
        except RuleBroken:  # verified
            continue
        elsewhere = body_id is not None and later.body.id != body_id
        if elsewhere or later.stage not in (Stage.PLANNED, Stage.SUMMONED):
            continue
        for tied in change.rows("delegated", item_id=copy.id):
            change.update("delegated", id_of(tied), item_id=item_id)
        try:
            take_out(change, later, copy)
        except RuleBroken:  # sent, or something was recorded of it
            for tied in change.rows("delegated", item_id=item_id):
                change.update("delegated", id_of(tied), item_id=copy.id)
