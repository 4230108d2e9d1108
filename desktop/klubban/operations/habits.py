"""How a body likes its paragraphs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.habits import Habits, habits_of, plain_habits
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.naming import one_line
from klubban.store import reads

if TYPE_CHECKING:
    from klubban.store.database import Database


def set_habits(database: Database, body_id: int, habits: Habits, *, run: str | None = None) -> None:
    """Let a body's paragraphs be laid out so; headings that say nothing are the customary ones again.

    Parts that the order leaves out follow in the customary order. Raises RuleBroken for a heading
    too long for a line, or that two parts would share; LookupError for no such body.
    """
    titles = {part: words for part, title in habits.titles.items() if (words := one_line(clean(title)))}
    if len({title.casefold() for title in titles.values()}) < len(titles):
        raise RuleBroken("Two parts cannot have the same heading")
    plain = plain_habits(habits_of(plain_habits(replace(habits, titles=titles))))
    with database.read() as read:
        name = next((body.name for body in reads.bodies(read) if body.id == body_id), None)
    if name is None:
        raise LookupError(body_id)
    label = N_("Change how paragraphs of {name} are laid out")
    with database.change(label, place=("body", body_id), run=run, name=name) as change:
        change.update("body", body_id, habits=plain)
