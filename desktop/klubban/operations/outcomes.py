"""What became of an item, and what begins to wait because of it."""

from __future__ import annotations

import datetime as dt

from klubban.domain.agenda import Act, Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Outcome
from klubban.domain.text import Blocks, tidy
from klubban.i18n import N_
from klubban.operations.agenda_rows import Proposed, put_off, take_up
from klubban.operations.coming import postpone
from klubban.operations.item_change import writing
from klubban.operations.lists import last_place
from klubban.operations.minuting import item_of, minuting
from klubban.operations.naming import checked_name
from klubban.operations.outcome_rows import bring_on, put_outcome, take_back
from klubban.operations.own_texts import decide_anew
from klubban.operations.proceedings import insert_proposal
from klubban.store import items, reads, rolls
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
            return postpone(change, meeting, opened, to, Proposed(on=on))
        if outcome is Outcome.WITHDRAWN:
            put_off(change, meeting, opened, Act.WITHDRAWN, Proposed(on=on))
            bring_on(change, meeting, opened, outcome)
        else:
            put_outcome(change, meeting, opened, outcome)
        return None


def propose_to(database: Database, item_id: int, body: int | str, decision: Blocks = ()) -> int:
    """Note what is proposed that another body decides, and return the proposal.

    It comes on that body's next agenda once the item is decided; one that the file does not have is named.
    Without words it is what was adopted. Raises RuleBroken for the body itself, one that it is proposed to
    already, or no name; LookupError.
    """
    body_id, name = _named(database, body)
    with minuting(database, N_("Propose {item} to {body}"), item_id, body=name) as (change, meeting, item):
        if body_id == meeting.body.id:
            raise RuleBroken("{body} decides this itself", body=name)
        if any((each.body_id or each.body) == (body_id or name) for each in item.proposals):
            raise RuleBroken("{item} is proposed to {body} already", item=item.on_agenda.called, body=name)
        place = last_place(change, "proposal", item_id=item_id)
        made = insert_proposal(change, item_id, place, body_id, name, tidy(decision))
        bring_on(change, meeting, items.item(change.connection, item_id), item.outcome)
        return made


def _named(database: Database, body: int | str) -> tuple[int | None, str]:
    """Return a body of the file by its id or name, or the name of one that the file does not have."""
    with database.read() as read:
        if isinstance(body, int):
            return body, str(rolls.row_of(read, "body", body)["name"])
        bodies = reads.bodies(read)
    name = checked_name(body)
    same = (each for each in bodies if each.name.casefold() == name.casefold())
    return next(((each.id, each.name) for each in same), (None, name))


def change_proposal(
    database: Database, proposal_id: int, decision: Blocks, *, run: str | None = None
) -> None:
    """Write what another body is to decide; what is decided here follows, unless she changed that."""
    item_id = item_of(database, "proposal", proposal_id)
    with database.read() as read:
        name = str(rolls.row_of(read, "proposal", proposal_id)["body_name"])
    label = N_("Write what {item} proposes to {body}")
    with writing(database, label, item_id, run, body=name) as change:
        change.update("proposal", proposal_id, decision=tidy(decision))
        decide_anew(change, item_id)


def remove_proposal(database: Database, proposal_id: int) -> None:
    """Take out what another body is to decide, and off its agenda, if nothing was done with it there."""
    item_id = item_of(database, "proposal", proposal_id)
    with database.read() as read:
        row = rolls.row_of(read, "proposal", proposal_id)
    label = N_("Propose {item} to {body} no more")
    with minuting(database, label, item_id, body=str(row["body_name"])) as (change, *_rest):
        change.delete("proposal", proposal_id)
        take_back(change, item_id, (Origin.PROPOSED,), body_id=row["body_id"])
