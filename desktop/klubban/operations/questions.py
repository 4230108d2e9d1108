"""The questions of an item as the chair puts them, and what the chair finds."""

from __future__ import annotations

from collections.abc import Sequence

from klubban.domain.decided import Adopted, Put, Puts
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item
from klubban.domain.outcome import is_as_prepared, motion_of
from klubban.domain.questions import not_put, with_question
from klubban.domain.stances import stance
from klubban.i18n import N_
from klubban.operations.lists import last_place, move_row, put_order
from klubban.operations.minuting import item_of, minuting, one_of
from klubban.operations.naming import all_names
from klubban.store import minutes, rolls
from klubban.store.change import Change
from klubban.store.database import Database


def put_questions(database: Database, item_id: int) -> list[int]:
    """Put the questions that follow from what was moved, in their order, and return all of the item.

    Those that are there stay, with what was found.
    """
    with minuting(database, N_("Put the questions of {item}"), item_id) as (change, _meeting, item):
        puts = item.puts
        for kind, motion in not_put(item):
            puts = _insert(change, item_id, puts, kind, motion)
        return [put.id for put in puts]


def approve_order(database: Database, item_id: int, approved: bool) -> None:  # noqa: FBT001 - as the box says
    """Note that the order of the questions was approved before they were put, or take it back."""
    label = N_("Approve the order of the questions of {item}")
    if not approved:
        label = N_("Take back that the order of the questions of {item} was approved")
    with minuting(database, label, item_id) as (change, *_rest):
        change.update("item", item_id, order_approved=approved)


_FINDING = {
    Adopted.PROPOSAL: N_("Find the proposal adopted at {item}"),
    Adopted.MOTION: N_("Find the motion of {name} adopted at {item}"),
    Adopted.REJECTED: N_("Find the motion of {name} rejected at {item}"),
    None: N_("Take back what was found at {item}"),
}


def find(database: Database, put_id: int, adopted: Adopted | None, motion: int | None = None) -> None:
    """Note what the chair found, or take it back (None); decision and outcome follow.

    Of a formal question, an amendment or an addition, MOTION is the motion of the question, and need not be
    named. Raises RuleBroken for what the question cannot come to, or a withdrawn motion; LookupError.
    """
    item_id = item_of(database, "put", put_id)
    with database.read() as read:
        about = motion or rolls.row_of(read, "put", put_id)["motion_id"]
        movers = minutes.names_of(read, "mover", about) if about else ()
    name = all_names(movers)
    with minuting(database, _FINDING[adopted], item_id, name=name) as (change, _meeting, item):
        put = one_of(item.puts, put_id)
        change.update("put", put_id, **_found(item, put, adopted, motion))


def add_put(database: Database, item_id: int, puts: Puts, motion: int | None = None) -> int:
    """Add a question where its kind goes, and return it.

    Raises RuleBroken for a second main question, or a motion that asks something else.
    """
    with minuting(database, N_("Put a question at {item}"), item_id) as (change, _meeting, item):
        _check_new(item, puts, motion)
        ordered = _insert(change, item_id, item.puts, puts, motion)
        return next(put.id for put in ordered if put not in item.puts)


def move_put(database: Database, put_id: int, after: int | None) -> None:
    """Put a question after another of its item, or first (None); raises LookupError for another item's."""
    item_id = item_of(database, "put", put_id)
    with minuting(database, N_("Move a question of {item}"), item_id) as (change, *_rest):
        move_row(change, "put", put_id, after, item_id=item_id)


def remove_put(database: Database, put_id: int) -> None:
    """Take out a question; raises RuleBroken where a division is about it."""
    item_id = item_of(database, "put", put_id)
    with minuting(database, N_("Remove a question of {item}"), item_id) as (change, _meeting, item):
        if any(division.put == put_id for division in item.divisions):
            raise RuleBroken(
                "The question was voted on at {item}; remove that vote first", item=item.on_agenda.called
            )
        change.delete("put", put_id)


# --- rows, and what a question can come to


def _insert(
    change: Change, item_id: int, puts: Sequence[Put], kind: Puts, motion: int | None
) -> tuple[Put, ...]:
    """Put a question where its kind goes among those given, and return them all."""
    place = last_place(change, "put", item_id=item_id)
    id_ = change.insert("put", item_id=item_id, position=place, puts=kind, motion_id=motion)
    ordered = with_question(puts, Put(id=id_, puts=kind, motion=motion))
    put_order(change, "put", [put.id for put in ordered], item_id=item_id)
    return ordered


def _check_new(item: Item, puts: Puts, motion_id: int | None) -> None:
    if puts is Puts.MAIN:
        if any(put.puts is Puts.MAIN for put in item.puts):
            raise RuleBroken("{item} has its main question already", item=item.on_agenda.called)
        if motion_id is not None:
            raise RuleBroken("The main question is about all main proposals, not about one motion")
        return
    if motion_id is None:
        if puts in (Puts.AMENDMENT, Puts.ADDITION):
            raise RuleBroken("Say which motion is put")
        return
    _check_motion(item, puts, motion_id)


def _check_motion(item: Item, puts: Puts, motion_id: int) -> None:
    """Raise RuleBroken where a motion is withdrawn, or asks something else."""
    motion = motion_of(item, motion_id)
    if motion is None:
        raise LookupError(motion_id)
    name = all_names(motion.by)
    if motion.withdrawn:
        raise RuleBroken("The motion of {name} is withdrawn", name=name)
    if motion.asks.put_as is not puts or stance(item, motion) is None:
        raise RuleBroken("The motion of {name} is no answer to this question", name=name)


def _found(item: Item, put: Put, adopted: Adopted | None, motion_id: int | None) -> dict[str, object]:
    """Return the columns of a question with what was found."""
    if put.puts is not Puts.MAIN:
        if adopted is Adopted.PROPOSAL:
            raise RuleBroken("This question is about a motion: it is adopted or rejected")
        if motion_id is not None:
            _check_motion(item, put.puts, motion_id)
        elif put.motion is not None and adopted is Adopted.MOTION:
            _check_motion(item, put.puts, put.motion)
        return {"adopted": adopted, "motion_id": put.motion if motion_id is None else motion_id}
    if adopted is Adopted.REJECTED:
        raise RuleBroken("The main question is answered by the proposal, or by the motion that was adopted")
    if adopted is Adopted.MOTION and motion_id is None:
        raise RuleBroken("Say which motion was adopted")
    if adopted is None or motion_id is None:
        return {"adopted": adopted, "motion_id": None}
    # A motion to approve is for the proposal as it was prepared.
    _check_motion(item, put.puts, motion_id)
    approves = is_as_prepared(item, motion_of(item, motion_id))
    return {"adopted": Adopted.PROPOSAL if approves else adopted, "motion_id": motion_id}
