"""The same noted of several people on a roll at once: one step, which one undo takes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from klubban.domain.comings import Stays
from klubban.domain.errors import RuleBroken
from klubban.domain.roll import Moment, Stay
from klubban.i18n import N_
from klubban.operations.roll_rows import OnRoll, changing, check_somebody, put_stays, remove_line
from klubban.store.database import Database

_PRESENT: Stays = (Stay(id=0),)
_REMOTE: Stays = (Stay(id=0, remote=True),)


def mark_absent(database: Database, line_ids: Sequence[int]) -> None:
    """Take away all that was noted of several people being there.

    Raises RuleBroken for a verified protocol, LookupError; so do all of these, and then nothing is noted.
    """
    _note(database, N_("Note that {count} are absent"), line_ids, lambda _one: ())


def arrive(
    database: Database,
    line_ids: Sequence[int],
    item_id: int | None,
    came: Moment = Moment.BEFORE,
    *,
    at: dt.time | None = None,
) -> None:
    """Note that several people came at an item, or were there from the opening.

    Raises RuleBroken when one of them was there already, or for a vacant seat.
    """
    label = N_("Note that {count} came at {item}")
    if item_id is None:
        label = N_("Note that {count} were there from the opening")
    _note(database, label, line_ids, lambda one: one.comings.came(item_id, came, at=at), item_id)


def leave(
    database: Database,
    line_ids: Sequence[int],
    item_id: int,
    went: Moment = Moment.AFTER,
    *,
    at: dt.time | None = None,
) -> None:
    """Note that several people left at an item.

    Raises RuleBroken when one of them was not there, or for a vacant seat.
    """
    label = N_("Note that {count} left at {item}")
    _note(database, label, line_ids, lambda one: one.comings.went(item_id, went, at=at), item_id)


def change_way(database: Database, line_ids: Sequence[int], item_id: int | None, *, remote: bool) -> None:
    """Note that several people take part remotely, or in the room, from an item or the opening on.

    Who was not noted as there at all is so the whole meeting; who is away at the item comes to it.
    Raises RuleBroken for a vacant seat.
    """

    def stays(one: OnRoll) -> Stays:
        check_somebody(one.line)
        if item_id is None or not one.line.stays:
            return _REMOTE if remote else _PRESENT
        comings = one.comings
        try:
            return comings.changed_way(item_id, remote=remote)
        except RuleBroken:  # not there
            return comings.came(item_id, Moment.BEFORE, remote=remote)

    label = N_("Note that {count} take part remotely") if remote else N_("Note that {count} are in the room")
    _note(database, label, line_ids, stays)


def take_off_roll(database: Database, line_ids: Sequence[int]) -> None:
    """Take several slips off the roll, with what was decided about them."""
    found = _found(database, line_ids)
    if found:
        label = N_("Take {count} off the roll")
        with changing(database, label, found[0].meeting, count=len(found)) as change:
            for one in found:
                remove_line(change, one.line.id)


def _note(
    database: Database,
    label: str,
    line_ids: Sequence[int],
    stays: Callable[[OnRoll], Stays],
    item_id: int | None = None,
) -> None:
    """Write what follows for each line, in one change."""
    found = _found(database, line_ids)
    if not found:
        return
    noted = [(one.line.id, stays(one)) for one in found]
    facts = {"count": len(found), "item": found[0].called(item_id)}
    with changing(database, label, found[0].meeting, **facts) as change:
        for line_id, after in noted:
            put_stays(change, line_id, after)


def _found(database: Database, line_ids: Sequence[int]) -> list[OnRoll]:
    return [OnRoll.of(database, line_id) for line_id in line_ids]
