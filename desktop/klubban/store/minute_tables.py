"""The tables of what is minuted at the table: what was moved, put, voted and said about an item."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer

from klubban.domain import decided
from klubban.store.columns import blocks, choice, flag, named, part_of, position, refers, table, words

motion = table(
    "motion",
    part_of("item"),
    position(),
    words("key"),
    choice("asks", decided.Asks, required=True),
    blocks("text"),
    flag("withdrawn"),
)
mover = table("mover", part_of("motion"), position(), *named())
division = table(
    "division",
    part_of("item"),
    position(),
    words("key"),
    choice("question", decided.Question, required=True),
    refers("after_id", "division"),
    words("yes_means", required=True),
    words("no_means", required=True),
    *(
        Column(f"ballot_{answer}", Integer, CheckConstraint(f"ballot_{answer} >= 0"))
        for answer in ("yes", "no", "blank", "invalid")
    ),
    choice("casting_vote", decided.Vote),
    words("result"),
)
vote = table("vote", part_of("division"), position(), *named(), choice("answer", decided.Vote, required=True))
opinion = table(
    "opinion",
    part_of("item"),
    position(),
    choice("kind", decided.OpinionKind, required=True),
    blocks("text"),
)
opinion_by = table("opinion_by", part_of("opinion"), position(), *named())
