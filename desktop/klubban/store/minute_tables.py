"""The tables of what is minuted at the table: what was moved, put, voted and said about an item."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer

from klubban.domain import decided
from klubban.store.columns import blocks, choice, flag, named, part_of, position, refers, table, words
from klubban.store.types import Clock, Day

motion = table(
    "motion",
    part_of("item"),
    position(),
    words("key"),
    choice("asks", decided.Asks, required=True),
    blocks("text"),
    flag("withdrawn"),
    flag("kept"),
    flag("in_writing"),
    refers("instead_of_id", "motion"),
    Column("noted_at", Clock),
)
mover = table("mover", part_of("motion"), position(), *named())
put = table(
    "put",
    part_of("item"),
    position(),
    choice("puts", decided.Puts, required=True),
    refers("motion_id", "motion"),
    choice("adopted", decided.Adopted),
)
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
    refers("put_id", "put"),
    refers("yes_motion_id", "motion"),
    refers("no_motion_id", "motion"),
    flag("minority"),
    choice("lot", decided.Vote),
    words("asked_by"),
)
vote = table("vote", part_of("division"), position(), *named(), choice("answer", decided.Vote, required=True))
opinion = table(
    "opinion",
    part_of("item"),
    position(),
    choice("kind", decided.OpinionKind, required=True),
    blocks("text"),
    Column("lodged_on", Day),
    Column("lodged_at", Clock),
    flag("awaited"),
    flag("lapsed"),
    flag("appendix"),
    refers("motion_id", "motion"),
)
opinion_by = table("opinion_by", part_of("opinion"), position(), *named())
election = table(
    "election",
    part_of("item"),
    position(),
    words("office", required=True),
    Column("seats", Integer, CheckConstraint("seats > 0"), nullable=False, server_default="1"),
    choice("method", decided.ElectionMethod, required=True),
    Column("blank", Integer, CheckConstraint("blank >= 0")),
    Column("invalid", Integer, CheckConstraint("invalid >= 0")),
)
candidate = table(
    "candidate",
    part_of("election"),
    position(),
    *named(),
    Column("votes", Integer, CheckConstraint("votes >= 0")),
    flag("elected"),
    flag("by_lot"),
)
own_text = table("own_text", part_of("item"), choice("part", decided.Written, required=True), blocks("text"))
said = table("said", part_of("own_text"), position(), words("key", required=True), blocks("words"))
objection = table(
    "objection",
    part_of("meeting"),
    position(),
    *named(),
    refers("item_id", "item"),
    Column("lodged_on", Day),
    blocks("text"),
    flag("dissent"),
    words("settled"),
)
# The secretary's own: in no document, and not in the open format.
scratch = table(
    "scratch",
    part_of("item"),
    position(),
    words("text", required=True),
    Column("noted_at", Clock),
    flag("done"),
)
first_number = table(
    "first_number",
    part_of("body"),
    Column("year", Integer, nullable=False),
    Column("number", Integer, CheckConstraint("number > 0"), nullable=False),
)
phrase = table(
    "phrase",
    part_of("body", required=False),
    position(),
    words("short", required=True),
    blocks("text"),
)
own_word = table("own_word", part_of("organisation", required=False), words("word", required=True))
