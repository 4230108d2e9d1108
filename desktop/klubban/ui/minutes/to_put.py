"""The questions that follow from what was moved, laid ready: to look records nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.decided import Put, Puts
from klubban.domain.questions import order_of_questions
from klubban.operations import questions

if TYPE_CHECKING:
    from klubban.domain.meeting import Item
    from klubban.store.database import Database

_RANK = list(Puts)


def laid_ready(item: Item) -> Item:
    """Return the item with the questions that are to be put among those that are; their ids are negative."""
    puts = list(item.puts)
    for asked in order_of_questions(item):
        own = {motion.id for motion in asked.motions}
        if not any(put.puts is asked.puts and (put.puts is Puts.MAIN or put.motion in own) for put in puts):
            motion = None if asked.puts is Puts.MAIN else asked.motions[0].id
            later = (at for at, put in enumerate(puts) if _RANK.index(put.puts) > _RANK.index(asked.puts))
            puts.insert(next(later, len(puts)), Put(id=-len(puts) - 1, puts=asked.puts, motion=motion))
    return replace(item, puts=tuple(puts) or (Put(id=-1, puts=Puts.MAIN),))


def put(database: Database, item: Item, id_: int) -> int:
    """Return the id of a question; one that is laid ready is put now. Raises RuleBroken."""
    if id_ > 0:
        return id_
    asked = next(each for each in laid_ready(item).puts if each.id == id_)
    return questions.add_put(database, item.id, asked.puts, asked.motion)
