"""How plans and promises are followed up: on which days, what was found, and what auditors were answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from klubban.domain import follow_up_rules as rules
from klubban.domain.commitment import Commitment, CommitmentKind, Progress
from klubban.domain.errors import RuleBroken
from klubban.domain.text import Blocks, plain, tidy
from klubban.i18n import N_
from klubban.operations.commitment_change import changing
from klubban.operations.lists import last_place, put_rows
from klubban.operations.naming import line_or_none
from klubban.store import rolls
from klubban.store.change import Change
from klubban.store.database import Database


def follow_up(  # noqa: PLR0913 - a day, what was found, by whom, where
    database: Database,
    commitment_id: int,
    day: date,
    *,
    progress: Progress | None = None,
    text: Blocks = (),
    by: str | None = None,
    item: int | None = None,
    checkpoint: int | None = None,
    reviewed: bool = True,
) -> int:
    """Write down what was found of a plan or promise on a day, at an item or between; return the note.

    The planned follow-up that it answers is done: the one that is named, or else all before the day, or the
    next within a month. A document that was `reviewed` is looked at again after its months. Raises RuleBroken
    where nothing is said.
    """
    said = tidy(text)
    if progress is None and not plain(said).strip():
        raise RuleBroken("Say how far it has come, or what was found")
    with changing(database, N_("Follow up {name}"), commitment_id) as (change, before):
        made = _insert(change, commitment_id, day, progress=progress, text=said, by=by, item=item)
        _settle(change, before, day, checkpoint)
        again = rules.next_review(before, day)
        if reviewed and again and (before.review is None or again > before.review):
            change.update("commitment", commitment_id, review=again)
        return made


def change_follow_up(database: Database, follow_up_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say anew what was found: day, progress, text, by, item; of those that are named."""
    for unknown in facts.keys() - {"day", "progress", "text", "by", "item"}:
        raise TypeError(unknown)
    columns = {("item_id" if name == "item" else name): value for name, value in facts.items()}
    if "text" in columns:
        columns["text"] = tidy(columns["text"])
    if "by" in columns:
        columns["by"] = line_or_none(columns["by"])
    plan = _plan(database, "follow_up", follow_up_id)
    with changing(database, N_("Change the follow-up of {name}"), plan, run=run) as (change, before):
        there = next(each for each in before.follow_ups if each.id == follow_up_id)
        said = plain(columns.get("text", there.text)).strip()
        if columns.get("progress", there.progress) is None and not said:
            raise RuleBroken("Say how far it has come, or what was found")
        change.update("follow_up", follow_up_id, **columns)


def remove_follow_up(database: Database, follow_up_id: int) -> None:
    """Take out a follow-up that was noted by mistake; what it settled stays settled."""
    plan = _plan(database, "follow_up", follow_up_id)
    with changing(database, N_("Remove the follow-up of {name}"), plan) as (change, _before):
        change.delete("follow_up", follow_up_id)


def plan_checkpoints(
    database: Database, commitment_id: int, wanted: Iterable[tuple[date, str | None]]
) -> None:
    """Set the days on which it is still to be followed up, each with what; those that are done stay."""
    with changing(database, N_("Plan when {name} is followed up"), commitment_id) as (change, before):
        done = [
            {"day": each.day, "what": each.what, "done_on": each.done_on}
            for each in before.checkpoints
            if each.done_on is not None
        ]
        days = sorted({day: line_or_none(what) for day, what in wanted}.items())
        waiting = [{"day": day, "what": what, "done_on": None} for day, what in days]
        put_rows(change, "checkpoint", "commitment", commitment_id, [*done, *waiting])


def add_checkpoint(database: Database, commitment_id: int, day: date, what: str | None = None) -> int:
    """Plan one more follow-up on a day, which may be outside the period; return it."""
    with changing(database, N_("Plan when {name} is followed up"), commitment_id) as (change, _before):
        place = last_place(change, "checkpoint", commitment_id=commitment_id)
        words = line_or_none(what)
        return change.insert("checkpoint", commitment_id=commitment_id, position=place, day=day, what=words)


def change_checkpoint(database: Database, checkpoint_id: int, **facts: Any) -> None:
    """Say anew on which day it is followed up, what, and whether it was done: day, what, done_on."""
    for unknown in facts.keys() - {"day", "what", "done_on"}:
        raise TypeError(unknown)
    if "what" in facts:
        facts["what"] = line_or_none(facts["what"])
    plan = _plan(database, "checkpoint", checkpoint_id)
    with changing(database, N_("Plan when {name} is followed up"), plan) as (change, _before):
        change.update("checkpoint", checkpoint_id, **facts)


def remove_checkpoint(database: Database, checkpoint_id: int) -> None:
    """Take out a planned follow-up."""
    plan = _plan(database, "checkpoint", checkpoint_id)
    with changing(database, N_("Plan when {name} is followed up"), plan) as (change, _before):
        change.delete("checkpoint", checkpoint_id)


def answer_recommendation(
    database: Database,
    commitment_id: int,
    day: date,
    *,
    progress: Progress | None = None,
    text: Blocks = (),
    by: str | None = None,
    item: int | None = None,
) -> int:
    """Note that auditors were answered on a day, at an item; the answer is its follow-up, which is returned.

    Raises RuleBroken for what is no recommendation, or was answered already.
    """
    with changing(database, N_("Answer {name}"), commitment_id) as (change, before):
        if before.kind is not CommitmentKind.RECOMMENDATION:
            raise RuleBroken("{name} is no recommendation", name=before.title)
        if before.answered_on is not None:
            raise RuleBroken(
                "{name} was answered on {date}; follow it up instead",
                name=before.title,
                date=before.answered_on,
            )
        change.update("commitment", commitment_id, answered_on=day)
        return _insert(change, commitment_id, day, progress=progress, text=tidy(text), by=by, item=item)


def _insert(
    change: Change,
    commitment_id: int,
    day: date,
    *,
    progress: Progress | None,
    text: Blocks,
    by: str | None,
    item: int | None,
) -> int:
    return change.insert(
        "follow_up",
        commitment_id=commitment_id,
        position=last_place(change, "follow_up", commitment_id=commitment_id),
        day=day,
        progress=progress,
        text=text,
        by=line_or_none(by),
        item_id=item,
    )


def _settle(change: Change, before: Commitment, day: date, checkpoint: int | None) -> None:
    settled = (checkpoint,) if checkpoint is not None else rules.answered_by(before, day)
    for each in settled:
        change.update("checkpoint", each, done_on=day)


def _plan(database: Database, table: str, id_: int) -> int:
    with database.read() as read:
        return int(rolls.row_of(read, table, id_)["commitment_id"])
