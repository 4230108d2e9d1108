"""The rows of an agenda: an item is put in, moved, marked, or taken out, and the roll stays true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from klubban.domain.agenda import Act, ItemKind, Origin
from klubban.domain.agenda_order import place_for
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting, Outcome, Stage
from klubban.domain.moving import in_new_order
from klubban.domain.numbering import gives_numbers
from klubban.domain.roll import AgendaItem
from klubban.domain.text import Bullets
from klubban.operations.items import insert_item
from klubban.operations.lists import last_place, put_order
from klubban.operations.naming import line_or_none
from klubban.operations.noted_at_item import is_noted_at, untie
from klubban.operations.numbering import check_may_go, check_order, renumber
from klubban.operations.roll_rows import put_stays
from klubban.operations.signing_lock import check_whole_not_out
from klubban.store import agendas, reads, rolls
from klubban.store.change import Change, id_of

FIRST = 0
"""For `after`, when an item is put in: the first place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Who proposed what is done to an item, when, and why."""

    by: str | None = None
    on: dt.date | None = None
    at: dt.time | None = None
    reason: str | None = None


NOBODY = Proposed()


def open_agenda(change: Change, meeting_id: int) -> Meeting:
    """Return a meeting as recorded, whose agenda may be changed; raises RuleBroken, LookupError."""
    if rolls.is_verified(change.connection, meeting_id):
        raise RuleBroken("The protocol is verified; its agenda cannot be changed any more")
    check_whole_not_out(change, meeting_id)
    return reads.recorded(change.connection, meeting_id)


def of_item(change: Change, item_id: int) -> tuple[Meeting, Item]:
    """Return an item with its meeting, whose agenda may be changed; raises RuleBroken, LookupError."""
    meeting = open_agenda(change, rolls.meeting_of(change.connection, "item", item_id))
    return meeting, meeting.item_by_id(item_id)


def meeting_of(change: Change, item_id: int) -> int:
    """Return the meeting of an item; raises LookupError."""
    return int(rolls.row_of(change.connection, "item", item_id)["meeting_id"])


def is_told(meeting: Meeting) -> bool:
    """Tell whether the members were told of the agenda, so that what comes now is an extra item."""
    return bool(meeting.sendings) or meeting.stage in (Stage.SUMMONED, Stage.IN_SESSION)


def put_in(
    change: Change,
    meeting: Meeting,
    title: str,
    *,
    after: int | None = None,
    proposed: Proposed = NOBODY,
    **facts: Any,
) -> int:
    """Put an item on the agenda; `facts` are its other columns.

    `after` is an item, FIRST, or None for where it goes by itself. Raises RuleBroken, LookupError.
    """
    kind = facts.get("kind")
    after = natural_place(change, meeting, kind) if after is None else after
    place = (
        0 if after == FIRST else 1 + [item.id for item in meeting.items].index(meeting.item_by_id(after).id)
    )
    id_ = insert_item(change, meeting.id, _make_room(change, meeting.id, place), title=title, **facts)
    new = AgendaItem(id=id_, title=title)
    agenda = list(meeting.agenda.items)
    _keep_roll(change, meeting, [*agenda[:place], new, *agenda[place:]], id_)
    if is_told(meeting):
        mark(change, id_, Act.ADDED, proposed)
    renumber(change, meeting.id, touched=id_)
    return id_


def natural_place(change: Change, meeting: Meeting, kind: ItemKind | None) -> int:
    """Return the item that a new one goes after by itself, or FIRST."""
    standing = agendas.standing_items(change.connection, meeting.body.id)
    closing = [each.id for each in standing if each.closing]
    apart = meeting.body.rules.information_apart
    return place_for(meeting.items, kind, closing, apart=apart) or FIRST


def _make_room(change: Change, meeting_id: int, place: int) -> int:
    """Return the position for an item that is to be at a place, from 0; later ones give way as need be."""
    there = change.rows("item", meeting_id=meeting_id)
    own = int(there[place - 1]["position"] or 0) + 1 if place else 0
    taken = own
    for row in there[place:]:
        if int(row["position"] or 0) > taken:
            break
        taken += 1
        change.update("item", id_of(row), position=taken)
    return own


def move(change: Change, meeting: Meeting, item_id: int, after: int | None) -> None:
    """Move an item to after another, or to the first place (None); raises RuleBroken, LookupError."""
    moved = meeting.item_by_id(item_id)
    if after == item_id:
        return
    order = [item for item in meeting.items if item.id != item_id]
    place = 0 if after is None else 1 + order.index(meeting.item_by_id(after))
    order.insert(place, moved)
    if order == list(meeting.items):
        return
    ids = [item.id for item in order]
    if gives_numbers(meeting):
        check_order(change, meeting, ids, item_id)
    else:
        _check_numbers_in_order(order, moved)
    _keep_roll(change, meeting, [item.on_agenda for item in order], item_id)
    put_order(change, "item", ids, meeting_id=meeting.id)
    renumber(change, meeting.id, touched=item_id)


def _check_numbers_in_order(order: Sequence[Item], moved: Item) -> None:
    """Raise RuleBroken where a move would take a paragraph past another, as numbered elsewhere."""
    numbers = [item.number for item in order if item.number is not None]
    if moved.number is not None and numbers != sorted(numbers):
        raise RuleBroken(
            "{item} cannot be moved past another paragraph: paragraphs are numbered in their order",
            item=moved.on_agenda.called,
        )


def _keep_roll(change: Change, meeting: Meeting, order: Sequence[AgendaItem], item_id: int) -> None:
    """Let those on the roll be there at the same other items in a new order."""
    roll = meeting.roll
    if not roll.lines:
        return
    anew = in_new_order(roll, meeting.agenda, order, item_id, meeting.body)
    for line, before in zip(anew.lines, roll.lines, strict=True):
        if line != before:
            put_stays(change, line.id, line.stays)
    for ruling in anew.rulings:
        change.update("ruling", ruling.id, first_item_id=ruling.first, last_item_id=ruling.last)


def mark(change: Change, item_id: int, act: Act, proposed: Proposed) -> None:
    """Note what was done to an item, by whom and when."""
    change.insert(
        "agenda_act",
        item_id=item_id,
        position=last_place(change, "agenda_act", item_id=item_id),
        act=act,
        proposed_by=line_or_none(proposed.by),
        done_on=proposed.on,
        done_at=proposed.at,
        reason=line_or_none(proposed.reason),
    )


def put_off(change: Change, meeting: Meeting, item: Item, act: Act, proposed: Proposed) -> None:
    """Note that an item is withdrawn or postponed; raises RuleBroken for one that is decided, or off already.

    One that was postponed is on a later agenda by now; it is taken up again before it is withdrawn here.
    """
    _check_not_signed(meeting, item)
    if item.outcome in (Outcome.DECIDED, Outcome.NOTED, Outcome.REFERRED_BACK):
        raise RuleBroken("{item} is decided already", item=item.on_agenda.called)
    outcome = Outcome.WITHDRAWN if act is Act.WITHDRAWN else Outcome.POSTPONED
    if item.outcome in (Outcome.WITHDRAWN, Outcome.POSTPONED):
        raise RuleBroken("{item} is not on the agenda any more as it is", item=item.on_agenda.called)
    change.update("item", item.id, outcome=outcome)
    mark(change, item.id, act, proposed)
    renumber(change, meeting.id, touched=item.id)


def take_up(change: Change, meeting: Meeting, item: Item, proposed: Proposed) -> None:
    """Take up again what was withdrawn or postponed; raises RuleBroken where it goes on elsewhere."""
    _check_not_signed(meeting, item)
    if item.outcome not in (Outcome.WITHDRAWN, Outcome.POSTPONED):
        raise RuleBroken("{item} was neither withdrawn nor postponed", item=item.on_agenda.called)
    for row in change.rows("item", origin_item_id=item.id) if item.outcome is Outcome.POSTPONED else ():
        later, copy = of_item(change, id_of(row))
        for tied in change.rows("delegated", item_id=copy.id):
            change.update("delegated", id_of(tied), item_id=item.id)
        try:
            take_out(change, later, copy)
        except RuleBroken as error:
            raise RuleBroken(
                "{item} goes on already at the meeting on {date}; withdraw it there first",
                item=item.on_agenda.called,
                date=later.date,
            ) from error
    change.update("item", item.id, outcome=None)
    mark(change, item.id, Act.RESTORED, proposed)
    renumber(change, meeting.id, touched=item.id)


def _check_not_signed(meeting: Meeting, item: Item) -> None:
    for each in meeting.verifications:
        paragraphs = each.paragraphs if each.immediate and meeting.is_done(each) else None
        if paragraphs is not None and item.number is not None and item.number in paragraphs:
            raise RuleBroken("{item} is verified already", item=item.on_agenda.called)


# --- taking out


def take_out(change: Change, meeting: Meeting, item: Item) -> None:
    """Take an item off the agenda; what waited behind it waits again. Raises RuleBroken if it must stay."""
    called = item.on_agenda.called
    if change.rows("sent_item", item_id=item.id) or change.rows("sent_document", item_id=item.id):
        raise RuleBroken("{item} was sent to the members; withdraw it instead", item=called)
    if change.rows("item", origin_item_id=item.id):
        raise RuleBroken("{item} goes on at another meeting; it must stay here", item=called)
    noted = is_noted_at(change, item.id) or change.rows("attended_item", item_id=item.id)
    if noted or _recorded(meeting, item):
        raise RuleBroken("Something was recorded of {item}; withdraw it instead", item=called)
    if change.rows("scratch", item_id=item.id) or change.rows("objection", item_id=item.id):
        raise RuleBroken("Something was recorded of {item}; withdraw it instead", item=called)
    check_may_go(change, meeting, item)
    order = [each.on_agenda for each in meeting.items if each.id != item.id]
    _keep_roll(change, meeting, order, item.id)
    for row in change.rows("recess", after_item_id=item.id):
        place = meeting.agenda.place(item.id)
        change.update("recess", id_of(row), after_item_id=order[place - 1].id if place else None)
    untie(change, item.id)
    change.delete_whole("item", item.id)
    renumber(change, meeting.id, gone=item.number)


def _recorded(meeting: Meeting, item: Item) -> bool:
    """Tell whether anything was recorded of an item that a plan does not have."""
    texts = (() if _tells_itself(item) else item.earlier, item.summary, item.proceedings, item.decision)
    parts = (
        item.motions, item.puts, item.divisions, item.elections, item.own_texts, item.proposals,
        item.disqualifications, item.deviations,
        item.not_taking_part, item.opinions, item.assignments,
    )  # fmt: skip
    marked = any(each.act is not Act.ADDED for each in item.acts) and (
        is_told(meeting) or meeting.stage is not Stage.PLANNED
    )
    minuted = item.referral is not None or (item.number is not None and not gives_numbers(meeting))
    return marked or minuted or any(texts) or any(parts)


def _tells_itself(item: Item) -> bool:
    """Tell whether what was before is told by the program: of assignments, that came with the item."""
    if item.origin is Origin.POSTPONED and item.assignment is None:
        return all(isinstance(block, Bullets) for block in item.earlier)
    return item.origin is Origin.ASSIGNMENT or item.assignment is not None
