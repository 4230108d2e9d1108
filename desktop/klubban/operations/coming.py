"""What comes on an agenda from elsewhere, as rows: from an earlier item, the body's template, or a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from klubban.domain.agenda import Act, ItemKind, Origin
from klubban.domain.agenda_order import place_early
from klubban.domain.errors import RuleBroken
from klubban.domain.incoming import Incoming
from klubban.domain.meeting import Item, Meeting, Outcome, Stage
from klubban.domain.text import LONGEST_LINE
from klubban.operations.agenda_rows import FIRST, Proposed, open_agenda, put_in, put_off
from klubban.operations.arrived import bring_extract
from klubban.operations.followed_agendas import tell_of, what_is_told
from klubban.store import agendas, reads, rolls
from klubban.store.change import Change, id_of

_TO_COME = (Stage.PLANNED, Stage.SUMMONED)
_SECRECY = ("confidential", "secrecy", "public_title", "exercise_of_authority")


def postpone(change: Change, meeting: Meeting, item: Item, to: int | None, proposed: Proposed) -> int | None:
    """Note that an item is postponed, and return it as it stands at that meeting, or at the next there is.

    Raises RuleBroken for a meeting that is not later.
    """
    later = _next_meeting(change, meeting) if to is None else open_agenda(change, to)
    if later and (later.date, later.start or dt.time()) <= (meeting.date, meeting.start or dt.time()):
        raise RuleBroken(
            "{item} can be postponed to a later meeting only, not to {date}",
            item=item.on_agenda.called,
            date=later.date,
        )
    put_off(change, meeting, item, Act.POSTPONED, proposed)
    return None if later is None else go_on(change, item, later, on=proposed.on)


def _next_meeting(change: Change, meeting: Meeting) -> Meeting | None:
    """Return the body's next meeting that is planned or summoned, after this one."""
    for line in reads.meetings(change.connection, meeting.body.id):
        later = (line.date, line.start or dt.time()) > (meeting.date, meeting.start or dt.time())
        if later and line.stage in _TO_COME and not line.cancelled:
            return open_agenda(change, line.id)
    return None


def go_on(change: Change, item: Item, to: Meeting, *, on: dt.date | None) -> int:
    """Put a postponed item on a later agenda with all that was prepared for it."""
    return put(
        change,
        to,
        Incoming(
            origin=Origin.POSTPONED,
            title=item.title,
            kind=item.kind,
            matter_id=item.matter.id if item.matter else None,
            registry_number=item.registry_number,
            item_id=item.id,
            assignment_id=item.assignment,
            commitment_id=item.commitment,
            inquiry_id=item.inquiry,
            standing_id=item.standing,
            minutes=item.minutes,
            proposal=item.proposal,
            presenters=item.presenters,
        ),
        on=on,
    )


def put(change: Change, meeting: Meeting, each: Incoming, *, on: dt.date | None = None) -> int:
    """Put what waits on an agenda, and return the item; decisions by delegation go to the one that reports.

    So do assignments that are followed up together. What goes on from an earlier item keeps its documents,
    and what is confidential stays so.
    """
    item_id = _reporting(change, meeting, each)
    if item_id is None:
        item_id = put_in(
            change,
            meeting,
            _short(each.title),
            after=_place(change, meeting, each),
            proposed=Proposed(on=on),
            **_columns(change, each),
        )
    if each.item_id is not None:
        _bring_along(change, each.item_id, item_id)
    if each.dispatched and each.item_id is not None:
        bring_extract(change, each.item_id, item_id, meeting)
    for delegated in each.delegated_ids:
        change.update("delegated", delegated, item_id=item_id)
    if each.origin is Origin.ASSIGNMENT:
        tell_of(
            change, item_id, each.assignment_ids or (each.assignment_id,), together=bool(each.assignment_ids)
        )
    return item_id


def _reporting(change: Change, meeting: Meeting, each: Incoming) -> int | None:
    """Return the item that reports decisions by delegation, or follows up assignments, already."""
    for item in meeting.items if each.delegated_ids or each.assignment_ids else ():
        if (
            item.origin is each.origin
            and _is_of_many(change, item)
            and item.outcome not in (Outcome.WITHDRAWN, Outcome.POSTPONED)
        ):
            return item.id
    return None


def _is_of_many(change: Change, item: Item) -> bool:
    return rolls.row_of(change.connection, "item", item.id)["origin_assignment_id"] is None


def _columns(change: Change, each: Incoming) -> dict[str, Any]:
    columns: dict[str, Any] = {
        "origin": None if each.dispatched else each.origin,  # where it came from says the same
        "kind": each.kind,
        "matter_id": each.matter_id,
        "registry_number": each.registry_number,
        "minutes": each.minutes,
        "presenters": each.presenters,
        "proposal": each.proposal,
        "origin_item_id": each.item_id,
        "origin_assignment_id": each.assignment_id,
        "origin_commitment_id": each.commitment_id,
        "origin_inquiry_id": each.inquiry_id,
        "standing_item_id": each.standing_id,
    }
    columns |= _secrecy(change, each)
    return columns


def _secrecy(change: Change, each: Incoming) -> dict[str, Any]:
    """Return how secret what comes is: as the item it goes on from, or that gave it, or of its matter."""
    if each.item_id is not None:
        return _secrecy_of(rolls.row_of(change.connection, "item", each.item_id), _SECRECY)
    if each.assignment_id is not None:
        given = rolls.row_of(change.connection, "assignment", each.assignment_id)["item_id"]
        row = None if given is None else rolls.row_of(change.connection, "item", given)
        return _secrecy_of(row, _SECRECY[:-1])  # who is told what was done exercises no authority
    about = {"commitment": each.commitment_id, "inquiry": each.inquiry_id}
    for table, id_ in about.items():
        decided = None if id_ is None else rolls.row_of(change.connection, table, id_)["item_id"]
        if decided is not None:
            return _secrecy_of(rolls.row_of(change.connection, "item", decided), _SECRECY[:-1])
    return secrecy_of_matter(change, each.matter_id) if each.matter_id is not None else {}


def secrecy_of_matter(change: Change, matter_id: int) -> dict[str, Any]:
    """Return how secret a matter was when it was last on an agenda, as columns of an item."""
    ids = [id_of(row) for row in change.rows("item", matter_id=matter_id)]
    return _secrecy_of(rolls.row_of(change.connection, "item", max(ids)), _SECRECY) if ids else {}


def _secrecy_of(item: Mapping[Any, Any] | None, names: Iterable[str]) -> dict[str, Any]:
    return {name: item[name] for name in names} if item else {}


def _bring_along(change: Change, source: int, item_id: int) -> None:
    """Let the documents of an earlier item come with it, and the decisions that it was to report."""
    kept = ("position", "title", "sha256", "media_type", "confidential", "number", "file_name")
    for row in change.rows("document", item_id=source):
        own = rolls.row_of(change.connection, "document", id_of(row))
        change.insert("document", item_id=item_id, **{name: own[name] for name in kept})
    postponed = rolls.row_of(change.connection, "item", item_id)["origin"] is Origin.POSTPONED
    if postponed and (told := what_is_told(change, source)):
        change.update("item", item_id, earlier=told)
    for row in change.rows("delegated", item_id=source) if postponed else ():
        change.update("delegated", id_of(row), item_id=item_id)


def _place(change: Change, meeting: Meeting, each: Incoming) -> int | None:
    """Return the item that it goes after, FIRST, or None for where its kind goes by itself."""
    if each.origin is Origin.POSTPONED and not meeting.body.rules.information_apart:
        return place_early(meeting.items)
    if each.origin not in (Origin.STANDING, Origin.DUTY):
        return None
    return _place_of_standing(change, meeting, each)


def _place_of_standing(change: Change, meeting: Meeting, each: Incoming) -> int | None:
    """Return the item that a standing one goes after: in the template's order, those that close last."""
    template = agendas.standing_items(change.connection, meeting.body.id)
    place = next((place for place, one in enumerate(template) if one.id == each.standing_id), len(template))
    closers = {one.id for one in template if one.closing}
    if each.standing_id in closers:
        later = {one.id for one in template[place + 1 :]} & closers
        before = [item for item in meeting.items if item.standing not in later]
        return before[-1].id if before else FIRST
    earlier = {one.id for one in template[:place]} - closers
    before = [item for item in meeting.items if item.standing in earlier]
    if before:
        return before[-1].id
    return FIRST if each.kind is ItemKind.PROCEDURE else None


def _short(title: str) -> str:
    """Return a title that fits on a line: an assignment may have been written at length."""
    line = " ".join(title.split())
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…"
