"""What every change of what is minuted needs: an item that may be changed, and all that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from klubban.documents.decision_words import decision
from klubban.domain.answered import check_none_new, conflicts
from klubban.domain.body import Named
from klubban.domain.excuses import needing_reason
from klubban.domain.meeting import Item, Meeting
from klubban.domain.roll import Deviates
from klubban.domain.settled import settled
from klubban.domain.voters import is_among
from klubban.i18n import texts
from klubban.operations.item_change import changing_item, check_open
from klubban.operations.lists import last_place
from klubban.operations.naming import checked_name, named_at, one_line
from klubban.operations.outcome_rows import put_outcome
from klubban.operations.own_texts import write_decision
from klubban.operations.proposed import propose_adopted
from klubban.store import items, reads, rolls
from klubban.store.change import Change
from klubban.store.database import Database


@contextmanager
def minuting(
    database: Database, label: str, item_id: int, run: str | None = None, /, **facts: Any
) -> Iterator[tuple[Change, Meeting, Item]]:
    """Open a change at an item with the meeting as it was before; decision and outcome follow.

    The label can give the item's name as `item`. Raises RuleBroken for what is verified, and for an answer or
    an opinion that somebody could not have given any more; LookupError.
    """
    with changing_item(database, label, item_id, run, **facts) as change:
        meeting, item = open_item(change, item_id)
        yield change, meeting, item
        _follow(change, meeting, item)


def open_item(change: Change, item_id: int) -> tuple[Meeting, Item]:
    """Return an item that may be changed, with its meeting; of the other items only what presence needs.

    Raises RuleBroken, LookupError.
    """
    check_open(change, item_id)
    meeting = reads.around(change.connection, item_id)
    return meeting, meeting.item_by_id(item_id)


def item_of(database: Database, table: str, id_: int) -> int:
    """Return the item that a row is part of; raises LookupError."""
    with database.read() as read:
        return int(rolls.row_of(read, table, id_)["item_id"])


class _Record(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Record)


def one_of(records: Iterable[R], id_: int) -> R:
    """Return the one of an item's records that has an id; raises LookupError where none has."""
    for record in records:
        if record.id == id_:
            return record
    raise LookupError(id_)


def checked_people(people: Iterable[Named]) -> tuple[Named, ...]:
    """Return people with their names on one line, each once; raises RuleBroken for no name."""
    found: list[Named] = []
    for who in people:
        one = replace(who, name=checked_name(who.name), party=one_line(who.party or "") or None)
        if not any(map(one.is_same, found)):
            found.append(one)
    return tuple(found)


def note_reason(change: Change, item: Item, people: Iterable[Named], reason: str) -> None:
    """Note what people did against a rule at an item, with the reason, for each of them once."""
    place = last_place(change, "deviation", item_id=item.id)
    for who in people:
        if any(who.is_same(each.who) and each.reason == reason for each in item.deviations):
            continue
        change.insert(
            "deviation",
            item_id=item.id,
            position=place,
            rule=Deviates.OTHER,
            reason=reason,
            **named_at("who_", who),
        )
        place += 1


def _follow(change: Change, before: Meeting, item: Item) -> None:
    """Let outcome and decision follow what was recorded, as far as the secretary did not say otherwise."""
    if not change.done:
        return
    # What is minuted at an item leaves the roll, and the other items, as they were.
    now = items.item(change.connection, item.id)
    after = before.with_item(now)
    check_none_new(conflicts(before), conflicts(after))
    _drop_reasons(change, before, item, after, now)
    was, came = settled(before, item), settled(after, now)
    if was.outcome is not came.outcome and now.outcome is was.outcome:
        put_outcome(change, after, now, came.outcome)
    language = texts(after.organisation.language)
    if propose_adopted(change, (before, item), (after, now), language):
        now = items.item(change.connection, item.id)
        after = after.with_item(now)
    words = decision(after, now, language)
    if words or decision(before, item, language):
        write_decision(change, item.id, words)


def _drop_reasons(change: Change, before: Meeting, item: Item, after: Meeting, now: Item) -> None:
    """Take out the reasons noted for people of whom nothing is recorded any more that needs one."""
    noted = [each for each in now.deviations if each.rule is Deviates.OTHER and each.who]
    still = needing_reason(after, now) if noted else ()
    gone = [who for who in needing_reason(before, item) if not is_among(who, still)] if noted else []
    for each in noted:
        if each.who and is_among(each.who, gone):
            change.delete("deviation", each.id)
