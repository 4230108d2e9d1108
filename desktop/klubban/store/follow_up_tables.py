"""The tables of what is followed up: assignments since, walks, inquiries, plans, goals, situation reports."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer

from klubban.domain import assignment as assignments
from klubban.domain.circulated import Circulates
from klubban.domain.commitment import CommitmentKind, Progress
from klubban.domain.referral import InquiryKind
from klubban.domain.situation import STEPS
from klubban.store.columns import (
    blocks,
    choice,
    flag,
    key,
    named,
    part_of,
    position,
    refers,
    sha256,
    table,
    words,
)
from klubban.store.types import Amount, Day, Lines

assignment_step = table(
    "assignment_step",
    part_of("assignment"),
    position(),
    choice("kind", assignments.StepKind, required=True),
    Column("day", Day, nullable=False),
    Column("due", Day),
    *named("to_"),
    words("reason"),
    Column("between", Lines, nullable=False, server_default="[]"),
    words("aims"),
    refers("taken_to_id", "body"),
    refers("item_id", "item"),
)
walk = table(
    "walk",
    part_of("body"),
    key(),
    words("title", required=True),
    Column("day", Day, nullable=False),
    words("place"),
    words("led_by"),
    Column("taking_part", Lines, nullable=False, server_default="[]"),
    blocks("text"),
    refers("item_id", "item"),
)
observation = table(
    "observation",
    part_of("walk"),
    position(),
    words("text", required=True),
    words("place"),
    sha256("sha256"),
    words("media_type"),
    words("picture_says"),
    refers("assignment_id", "assignment"),
    words("nothing_because"),
)
inquiry = table(
    "inquiry",
    part_of("body"),
    key(),
    choice("kind", InquiryKind, required=True),
    words("title", required=True),
    Column("due", Day, nullable=False),
    blocks("text"),
    words("registry_number"),
    words("answer_to"),
    refers("matter_id", "matter"),
    refers("item_id", "item"),
    refers("meeting_id", "meeting"),
    Column("sent_on", Day),
    Column("closed_on", Day),
)
question = table(
    "question",
    part_of("inquiry"),
    position(),
    words("text", required=True),
    Column("withdrawn_on", Day),
    words("withdrawn_because"),
)
referee = table(
    "referee",
    part_of("inquiry"),
    position(),
    *named(),
    words("email"),
    refers("body_id", "body"),
    Column("sent_on", Day),
    Column("due", Day),
    words("due_because"),
    Column("declined_on", Day),
    words("declined_because"),
)
reminder = table("reminder", part_of("referee"), position(), Column("day", Day, nullable=False))
reply = table(
    "reply",
    part_of("referee"),
    position(),
    Column("received_on", Day, nullable=False),
    words("by"),
    blocks("text"),
    sha256("sha256"),
    words("media_type"),
    words("file_name"),
    flag("from_form"),
)
reply_text = table(
    "reply_text",
    part_of("reply"),
    position(),
    Column("number", Integer, CheckConstraint("number > 0"), nullable=False),
    blocks("text"),
)
received_referral = table(
    "received_referral",
    part_of("matter"),
    position(),
    words("sender", required=True),
    Column("received_on", Day, nullable=False),
    Column("due", Day),
    words("their_number"),
    Column("questions", Lines, nullable=False, server_default="[]"),
    Column("extended_to", Day),
    words("extended_because"),
    Column("answered_on", Day),
    words("answered_how"),
    refers("item_id", "item"),
)
commitment = table(
    "commitment",
    part_of("body"),
    key(),
    choice("kind", CommitmentKind, required=True),
    words("title", required=True),
    blocks("text"),
    words("area"),
    *named("responsible_"),
    Column("parties", Lines, nullable=False, server_default="[]"),
    Column("from_date", Day),
    Column("to_date", Day),
    words("registry_number"),
    Column("decided_on", Day),
    words("decided_by"),
    refers("item_id", "item"),
    Column("review", Day),
    Column("review_months", Integer, CheckConstraint("review_months > 0")),
    words("source"),
    refers("reports_to_id", "body"),
    Column("answer_due", Day),
    Column("answered_on", Day),
    refers("belongs_to_id", "commitment"),
    refers("replaces_id", "commitment"),
    Column("closed_on", Day),
    words("closed_because"),
)
activity = table(
    "activity",
    part_of("commitment"),
    position(),
    words("title", required=True),
    words("purpose"),
    words("when"),
    Column("from_date", Day),
    Column("to_date", Day),
    *named("responsible_"),
)
activity_step = table(
    "activity_step",
    part_of("activity"),
    position(),
    Column("day", Day, nullable=False),
    choice("progress", Progress, required=True),
    Column("moved_to", Day),
    blocks("text"),
    refers("item_id", "item"),
)
checkpoint = table(
    "checkpoint",
    part_of("commitment"),
    position(),
    Column("day", Day, nullable=False),
    words("what"),
    Column("done_on", Day),
)
follow_up = table(
    "follow_up",
    part_of("commitment"),
    position(),
    Column("day", Day, nullable=False),
    choice("progress", Progress),
    blocks("text"),
    words("by"),
    refers("item_id", "item"),
)
goal = table(
    "goal",
    part_of("body"),
    key(),
    words("title", required=True),
    words("area"),
    blocks("text"),
    refers("commitment_id", "commitment"),
    Column("yellow_from", Integer, CheckConstraint("yellow_from BETWEEN 0 AND 100"), nullable=False),
    Column("green_from", Integer, CheckConstraint("green_from BETWEEN 0 AND 100"), nullable=False),
)
goal_year = table(
    "goal_year",
    part_of("goal"),
    position(),
    Column("year", Integer, nullable=False),
    blocks("text"),
    Column("day", Day),
    refers("item_id", "item"),
)
indicator = table(
    "indicator",
    part_of("goal"),
    position(),
    words("name", required=True),
    words("unit"),
    words("source"),
    Column("none_at", Amount, nullable=False),
    Column("full_at", Amount, nullable=False),
)
measured = table(
    "measured",
    part_of("indicator"),
    position(),
    Column("year", Integer, nullable=False),
    Column("value", Amount, nullable=False),
    words("note"),
)
situation = table(
    "situation",
    part_of("body"),
    key(),
    Column("day", Day, nullable=False),
    Column("from_date", Day),
    words("title"),
    words("by"),
    blocks("text"),
    Column("scale", Lines, nullable=False, server_default="[]"),
    Column("sources", Lines, nullable=False, server_default="[]"),
    Column("done_on", Day),
    refers("item_id", "item"),
)
situation_area = table(
    "situation_area",
    part_of("situation"),
    position(),
    words("name", required=True),
    Column("step", Integer, CheckConstraint(f"step BETWEEN 1 AND {STEPS}")),
    blocks("events"),
    blocks("measures"),
)
rolled_up = table(
    "rolled_up", part_of("situation"), position(), refers("from_id", "situation", required=True)
)
circulated = table(
    "circulated",
    part_of("meeting"),
    position(),
    *named(),
    words("email"),
    choice("what", Circulates, required=True),
    Column("sent_on", Day, nullable=False),
    Column("read_on", Day),
    words("read_how"),
)
