"""What became of an item, and what begins to wait because of it."""

from __future__ import annotations

import datetime as dt

from klubban.domain.agenda import Act, Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting, Outcome
from klubban.domain.text import Blocks, tidy
from klubban.i18n import N_
from klubban.operations.agenda_rows import Proposed, open_agenda, put_off, take_up
from klubban.operations.coming import go_on, next_meeting
from klubban.operations.item_change import writing
from klubban.operations.lists import last_place
from klubban.operations.minuting import item_of, minuting
from klubban.operations.outcome_rows import bring_on, put_outcome, take_back
from klubban.operations.proceedings import insert_proposal
from klubban.store import items, rolls
from klubban.store.change import Change
from klubban.store.database import Database

_OUTCOMES = {
    Outcome.DECIDED: N_("Note that {item} is decided"),
    Outcome.NOTED: N_("Note that {item} is noted"),
    Outcome.POSTPONED: N_("Postpone {item}"),
    Outcome.REFERRED_BACK: N_("Refer {item} back"),
    Outcome.WITHDRAWN: N_("Withdraw {item}"),
    None: N_("Open {item} again"),
}
_OFF = (Outcome.POSTPONED, Outcome.WITHDRAWN)


def set_outcome(
    database: Database,
    item_id: int,
    outcome: Outcome | None,
    *,
    to: int | None = None,
    on: dt.date | None = None,
) -> int | None:
    """Say what became of an item; where it is postponed, put it on that meeting or the next, and return it.

    What is decided comes on the agendas of the bodies it is proposed to. Without an outcome it is open
    again, and what it led to comes off agendas where nothing was done with it. Raises RuleBroken,
    LookupError.
    """
    with minuting(database, _OUTCOMES[outcome], item_id) as (change, meeting, item):
        if outcome is item.outcome and to is None:
            return None
        if item.outcome in _OFF:
            take_up(change, meeting, item, Proposed(on=on))
        elif outcome in _OFF and item.outcome is not None:
            put_outcome(change, meeting, item, None)
        opened = items.item(change.connection, item_id)
        if outcome is Outcome.POSTPONED:
            return _postpone(change, meeting, opened, to, on)
        if outcome is Outcome.WITHDRAWN:
            put_off(change, meeting, opened, Act.WITHDRAWN, Proposed(on=on))
            bring_on(change, meeting, opened, outcome)
        else:
            put_outcome(change, meeting, opened, outcome)
        return None


def propose_to(database: Database, item_id: int, body_id: int, decision: Blocks = ()) -> int:
    """Note what is proposed that another body decides, and return the proposal.

    It comes on that body's next agenda once the item is decided. Raises RuleBroken for the body itself, or
    one that it is proposed to already; LookupError.
    """
    with database.read() as read:
        name = str(rolls.row_of(read, "body", body_id)["name"])
    with minuting(database, N_("Propose {item} to {body}"), item_id, body=name) as (change, meeting, item):
        if body_id == meeting.body.id:
            raise RuleBroken("{body} decides this itself", body=name)
        if any(each.body_id == body_id for each in item.proposals):
            raise RuleBroken("{item} is proposed to {body} already", item=item.on_agenda.called, body=name)
        place = last_place(change, "proposal", item_id=item_id)
        made = insert_proposal(change, item_id, place, body_id, name, tidy(decision))
        bring_on(change, meeting, items.item(change.connection, item_id), item.outcome)
        return made


def change_proposal(
    database: Database, proposal_id: int, decision: Blocks, *, run: str | None = None
) -> None:
    """Write what another body is to decide."""
    item_id = item_of(database, "proposal", proposal_id)
    with database.read() as read:
        name = str(rolls.row_of(read, "proposal", proposal_id)["body_name"])
    label = N_("Write what {item} proposes to {body}")
    with writing(database, label, item_id, run, body=name) as change:
        change.update("proposal", proposal_id, decision=tidy(decision))


def remove_proposal(database: Database, proposal_id: int) -> None:
    """Take out what another body is to decide, and off its agenda, if nothing was done with it there."""
    item_id = item_of(database, "proposal", proposal_id)
    with database.read() as read:
        row = rolls.row_of(read, "proposal", proposal_id)
    label = N_("Propose {item} to {body} no more")
    with minuting(database, label, item_id, body=str(row["body_name"])) as (change, *_rest):
        change.delete("proposal", proposal_id)
        take_back(change, item_id, (Origin.PROPOSED,), body_id=row["body_id"])


def _postpone(change: Change, meeting: Meeting, item: Item, to: int | None, on: dt.date | None) -> int | None:
    later = next_meeting(change, meeting) if to is None else open_agenda(change, to)
    if later and (later.date, later.start or dt.time()) <= (meeting.date, meeting.start or dt.time()):
        raise RuleBroken(
            "{item} can be postponed to a later meeting only, not to {date}",
            item=item.on_agenda.called,
            date=later.date,
        )
    put_off(change, meeting, item, Act.POSTPONED, Proposed(on=on))
    return None if later is None else go_on(change, item, later, on=on)
