"""What a confidential item gave is kept secret on agendas to come, also where it was listed before."""

from __future__ import annotations

import datetime as dt

from klubban.operations.followed_agendas import agendas_about, strike
from klubban.operations.incoming import bring_assignment
from klubban.store import rolls
from klubban.store.assigned import some_undertaken
from klubban.store.change import Change, id_of

_SECRECY = ("confidential", "secrecy", "public_title")


def keep_secret(change: Change, item_id: int) -> None:
    """Let no list name what an item gave beside other things, and the items about it be as secret."""
    ids = [id_of(row) for row in change.rows("assignment", item_id=item_id)]
    given = rolls.row_of(change.connection, "item", item_id)
    for known in some_undertaken(change.connection, ids):
        for row in agendas_about(change, known):
            if row["origin_assignment_id"] is not None:
                change.update("item", row["id"], **{name: given[name] for name in _SECRECY})
                continue
            strike(change, row["id"], known)
            if known.heard_by is not None:
                bring_assignment(change, known.heard_by, known.assignment.id, on=known.on or dt.date.min)
