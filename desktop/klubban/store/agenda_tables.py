"""The tables of planning and of the agenda: what comes by itself, what was sent, what the chair was lent."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, LargeBinary, Table, Text

from klubban.domain import agenda
from klubban.store.columns import (
    blocks,
    choice,
    flag,
    metadata,
    named,
    part_of,
    position,
    refers,
    table,
    words,
)
from klubban.store.types import Clock, Day, Lines, Numbers, Words

group_meeting = table(
    "group_meeting",
    part_of("meeting"),
    position(),
    words("name", required=True),
    Column("date", Day),
    Column("starts", Clock),
    words("place"),
)
sending = table(
    "sending",
    part_of("meeting"),
    position(),
    Column("number", Integer, CheckConstraint("number >= 0"), nullable=False),
    Column("sent_on", Day, nullable=False),
    Column("sent_at", Clock),
    Column("meeting_date", Day),
    Column("meeting_starts", Clock),
    words("place"),
    words("late_because"),
)
sent_item = table(
    "sent_item",
    part_of("sending"),
    position(),
    refers("item_id", "item", required=True),
    Column("number", Words, nullable=False),
    words("title", required=True),
    flag("withdrawn"),
)
sent_document = table(
    "sent_document",
    part_of("sending"),
    position(),
    refers("item_id", "item", required=True),
    refers("document_id", "document"),
    Column("number", Integer, CheckConstraint("number > 0"), nullable=False),
    words("title", required=True),
    Column("sha256", Words, CheckConstraint("length(sha256) = 64")),
)
agenda_act = table(
    "agenda_act",
    part_of("item"),
    position(),
    choice("act", agenda.Act, required=True),
    words("proposed_by"),
    Column("done_on", Day),
    Column("done_at", Clock),
    words("reason"),
)
paper = table(
    "paper",
    part_of("item"),
    position(),
    words("title", required=True),
    words("sender"),
    Column("due", Day),
    Column("arrived", Day),
    Column("approved", Day),
    words("approved_by"),
)
comment = table(
    "comment",
    part_of("item"),
    position(),
    words("author", required=True),
    words("text", required=True),
    Column("made_on", Day),
)
speaker = table(
    "speaker",
    part_of("item"),
    position(),
    *named(),
    flag("reply"),
    Column("seconds", Integer, CheckConstraint("seconds >= 0")),
)
# The chair's own: in no document, and not in the open format.
chair_note = table("chair_note", part_of("item"), blocks("text"))
standing_item = table(
    "standing_item",
    part_of("body"),
    position(),
    words("title", required=True),
    choice("kind", agenda.ItemKind),
    Column("minutes", Integer, CheckConstraint("minutes > 0")),
    Column("presenters", Lines, nullable=False, server_default="[]"),
    blocks("proposal"),
    Column("months", Numbers, nullable=False, server_default="[]"),
    words("source"),
    flag("closing"),
    refers("meeting_type_id", "meeting_type"),
)
meeting_pattern = table(
    "meeting_pattern",
    part_of("body"),
    position(),
    Column("weekday", Integer, CheckConstraint("weekday BETWEEN 0 AND 6"), nullable=False),
    Column("nth", Numbers, nullable=False, server_default="[]"),
    Column("weeks", Integer, CheckConstraint("weeks > 0")),
    Column("first", Day),
    Column("months", Numbers, nullable=False, server_default="[]"),
    Column("starts", Clock),
    words("place"),
    choice("moves", agenda.Moves, required=True),
    refers("meeting_type_id", "meeting_type"),
)
delegated = table(
    "delegated",
    part_of("body"),
    position(),
    words("title", required=True),
    words("registry_number"),
    Column("decided_on", Day),
    words("decided_by"),
    words("basis"),
    flag("urgent"),
    refers("item_id", "item"),
)
# What was lent to the chair is of this file alone, and not in the open format.
chairs_copy = table(
    "chairs_copy",
    part_of("meeting"),
    Column("sha256", Words, CheckConstraint("length(sha256) = 64"), nullable=False),
    Column("base", Words, nullable=False),
    Column("made_on", Day, nullable=False),
    Column("made_at", Clock),
)
judged_move = table(
    "judged_move",
    part_of("chairs_copy"),
    Column("move", Words, nullable=False),
    choice("verdict", agenda.Verdict, required=True),
    Column("judged_on", Day),
)

attachment = Table(
    "attachment",
    metadata,
    Column("sha256", Text, CheckConstraint("length(sha256) = 64"), primary_key=True),
    Column("size", Integer, CheckConstraint("size >= 0"), nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The bytes of papers by their hash. The journal holds the hash, so that undo finds them again."""
