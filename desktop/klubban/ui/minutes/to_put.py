"""The questions that follow from what was moved, laid ready: to look records nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.decided import Put, Puts
from klubban.domain.questions import not_put, with_question
from klubban.operations import questions

if TYPE_CHECKING:
    from klubban.domain.meeting import Item
    from klubban.store.database import Database


def laid_ready(item: Item) -> Item:
    """Return the item with the questions that are to be put among those that are; their ids are negative."""
    puts = item.puts
    for kind, motion in not_put(item):
        puts = with_question(puts, Put(id=-len(puts) - 1, puts=kind, motion=motion))
    return replace(item, puts=puts or (Put(id=-1, puts=Puts.MAIN),))


def put(database: Database, item: Item, id_: int) -> int:
    """Return the id of a question; one that is laid ready is put now. Raises RuleBroken."""
    if id_ > 0:
        return id_
    asked = next(each for each in laid_ready(item).puts if each.id == id_)
    return questions.add_put(database, item.id, asked.puts, asked.motion)
