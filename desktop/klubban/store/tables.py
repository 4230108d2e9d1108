"""The tables. What was minuted and what happened since live apart; names and parties are those of the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    TypeDecorator,
)

from klubban.domain import assignment as assignments
from klubban.domain import body as bodies
from klubban.domain import meeting as meetings
from klubban.domain import roll as rolls
from klubban.domain import rules
from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.years import check_year
from klubban.store import agenda_tables, follow_up_tables, minute_tables, verification_tables  # noqa: F401 - all tables are in the metadata
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
from klubban.store.types import Clock, Day, Lines, ParagraphSet, Record, Words

SCHEMA_VERSION = 7

Thing: TypeAlias = tuple[str, int]
"""What a page shows or history is kept of: its kind and id."""
Value: TypeAlias = str | int | bytes | None
"""What SQLite keeps, and the journal too."""

organisation = table(
    "organisation",
    words("name", required=True),
    words("number"),
    words("address"),
    words("website"),
    words("notice_board"),
    words("protocol_kept_at"),
    Column("language", Words, nullable=False, server_default="sv"),
    Column("look", Record, nullable=False, server_default="{}"),
    Column("arms", Words, CheckConstraint("length(arms) = 64")),
    words("arms_say"),
    Column("sought", Lines, nullable=False, server_default="[]"),
    words("file_pattern"),
    words("time_stamp_server"),
)
body = table(
    "body",
    Column("key", Words, nullable=False, unique=True),
    words("name", required=True),
    words("short"),
    choice("kind", rules.BodyKind, required=True),
    refers("parent_id", "body"),
    Column("seats", Integer, CheckConstraint("seats > 0")),
    words("purpose"),
    Column("rules", Record, nullable=False, server_default="{}"),
    words("mandate"),
    Column("review_date", Day),
    Column("rotation", Lines, nullable=False, server_default="[]"),
    Column("rotation_from", Integer),
    Column("chains", Record, nullable=False, server_default="{}"),
    words("absence_to"),
    Column("distribution", Lines, nullable=False, server_default="[]"),
    Column("habits", Record, nullable=False, server_default="{}"),
    refers("reports_to_id", "body"),
    Column("scale", Lines, nullable=False, server_default="[]"),
    Column("areas", Lines, nullable=False, server_default="[]"),
    Column("sources", Lines, nullable=False, server_default="[]"),
)
meeting_type = table(
    "meeting_type",
    part_of("body"),
    position(),
    words("name", required=True),
    Column("per_year", Integer, CheckConstraint("per_year > 0")),
)
invited = table(
    "invited",
    part_of("meeting_type"),
    position(),
    refers("person_id", "person"),
    refers("body_id", "body"),
    words("name"),
)
person = table(
    "person",
    Column("key", Words, nullable=False, unique=True),
    words("name", required=True),
    words("party"),
    words("organisation"),
    words("title"),
    words("email"),
    words("phone"),
    words("address"),
)
seat = table(
    "seat",
    part_of("body"),
    position(),
    refers("person_id", "person"),
    choice("role", bodies.SeatRole, required=True),
    words("party"),
    words("represents"),
    Column("call_order", Integer),
    refers("alternate_for_id", "person"),
    Column("from_date", Day),
    Column("to_date", Day),
    Column("rights", Lines, nullable=False, server_default="[]"),
    words("note"),
)
stand_in = table("stand_in", part_of("seat"), position(), refers("person_id", "person", required=True))
matter = table(
    "matter",
    Column("key", Words, nullable=False, unique=True),
    words("registry_number"),
    words("title", required=True),
    choice("submission_kind", meetings.SubmissionKind),
    words("submission_by"),
    Column("submission_date", Day),
    refers("body_id", "body"),
    Column("closed", Day),
    words("closed_because"),
)
meeting = table(
    "meeting",
    part_of("body"),
    Column("date", Day, nullable=False),
    Column("starts", Clock),
    Column("ends", Clock),
    Column("end_date", Day),
    words("place"),
    choice("stage", meetings.Stage, required=True),
    *named("chair_"),
    *named("secretary_"),
    Column("minuted", ParagraphSet),
    refers("meeting_type_id", "meeting_type"),
    # What applied on the day, kept when the roll is begun: rules that change later rewrite no minutes.
    Column("rules", Record, nullable=False, server_default="{}"),
    Column("papers_due", Day),
    Column("announced_on", Day),
    Column("cancelled_on", Day),
    words("cancelled_because"),
    # What calendars know the meeting by, once its day has changed; see domain/calendar_entry.py.
    words("calendar_uid"),
    Column("calendar_sequence", Integer, CheckConstraint("calendar_sequence >= 0")),
    Column("opened", Clock),
    Column("notes_sent", Day),
    Column("comments_by", Day),
    choice("doors", meetings.Doors),
    # Organisation and body as they were at the verification; see as_verified.py.
    Column("as_verified", Record, nullable=False, server_default="{}"),
    Column("draft_sent", Day),
)
recess = table(
    "recess",
    part_of("meeting"),
    Column("starts", Clock, nullable=False),
    Column("ends", Clock),
    flag("adjourned"),
    Column("ends_on", Day),
    refers("after_item_id", "item"),
)
attendance = table(
    "attendance",
    part_of("meeting"),
    position(),
    *named(),
    choice("attends_as", meetings.AttendsAs, required=True),
    *named("serves_for_"),
    words("title"),
    Column("paragraphs", ParagraphSet),
    flag("remote"),
    Column("partly", ParagraphSet),
    Column("came_at", Clock),
    Column("went_at", Clock),
)
attended_item = table("attended_item", part_of("attendance"), refers("item_id", "item", required=True))
absence = table("absence", part_of("meeting"), position(), *named(), flag("told"))
call_up = table(
    "call_up",
    part_of("meeting"),
    position(),
    *named(),
    *named("for_"),
    Column("asked", Day),
    choice("answer", rolls.Coming),
)
roll_line = table(
    "roll_line",
    part_of("meeting"),
    position(),
    choice("role", rolls.OnRollAs, required=True),
    *named("who_"),
    words("seat_party"),
    words("represents"),
    words("title"),
    refers("personal_for_id", "roll_line"),
    *named("instead_of_"),
    Column("since", Day),
    Column("rights", Lines, nullable=False, server_default="[]"),
)
roll_stand_in = table(
    "roll_stand_in", part_of("roll_line"), position(), refers("alternate_id", "roll_line", required=True)
)
stay = table(
    "stay",
    part_of("roll_line"),
    position(),
    refers("first_item_id", "item"),
    choice("came", rolls.Moment, required=True),
    refers("last_item_id", "item"),
    choice("went", rolls.Moment, required=True),
    flag("remote"),
    Column("came_at", Clock),
    Column("went_at", Clock),
)
ruling = table(
    "ruling",
    part_of("meeting"),
    position(),
    refers("place_id", "roll_line"),
    refers("serves_id", "roll_line"),
    refers("first_item_id", "item", required=True),
    refers("last_item_id", "item"),
    words("reason", required=True),
)
item = table(
    "item",
    part_of("meeting"),
    position(),
    words("key"),
    Column("number", Integer, CheckConstraint("number > 0")),
    words("title", required=True),
    refers("matter_id", "matter"),
    words("registry_number"),
    choice("kind", ItemKind),
    Column("presenters", Lines, nullable=False, server_default="[]"),
    blocks("proposal"),
    blocks("earlier"),
    blocks("summary"),
    blocks("proceedings"),
    blocks("decision"),
    choice("outcome", meetings.Outcome),
    flag("verified_immediately"),
    flag("confidential"),
    flag("exercise_of_authority"),
    choice("appeal", meetings.Appeal),
    Column("minutes", Integer, CheckConstraint("minutes > 0")),
    Column("starts", Clock),
    choice("origin", Origin),
    refers("origin_item_id", "item"),
    refers("origin_assignment_id", "assignment"),
    refers("standing_item_id", "standing_item"),
    flag("unnumbered"),
    flag("order_approved"),
    choice("doors", meetings.Doors),
    words("secrecy"),
    words("public_title"),
    refers("origin_commitment_id", "commitment"),
    refers("origin_inquiry_id", "inquiry"),
)
document = table(
    "document",
    part_of("item"),
    position(),
    words("title", required=True),
    Column("sha256", Words, CheckConstraint("length(sha256) = 64")),
    words("media_type"),
    flag("confidential"),
    Column("number", Integer, CheckConstraint("number > 0")),
    words("file_name"),
)
proposal = table(
    "proposal",
    part_of("item"),
    position(),
    refers("body_id", "body"),
    words("body_name", required=True),
    blocks("decision"),
)
disqualification = table(
    "disqualification", part_of("item"), position(), *named(), words("ground"), words("raised_by")
)
deviation = table(
    "deviation",
    part_of("item"),
    position(),
    choice("rule", rolls.Deviates, required=True),
    *named("who_"),
    words("reason", required=True),
)
not_taking_part = table("not_taking_part", part_of("item"), position(), *named())
recipient = table("recipient", part_of("item"), position(), words("name", required=True))
assignment = table(
    "assignment",
    part_of("item", required=False),
    part_of("meeting", required=False),
    part_of("body", required=False),
    position(),
    words("key"),
    *named(),
    words("text", required=True),
    Column("due", Day),
    choice("status", assignments.AssignmentStatus, required=True),
    words("cost"),
    refers("for_body_id", "body"),
    Column("given_on", Day),
)
report = table(
    "report",
    part_of("assignment"),
    Column("date", Day, nullable=False),
    blocks("text"),
    words("by"),
    refers("item_id", "item"),
)
referral = table(
    "referral",
    part_of("item"),
    words("title"),
    Column("due", Day, nullable=False),
    Column("referees", Lines, nullable=False, server_default="[]"),
    Column("questions", Lines, nullable=False, server_default="[]"),
)
answer = table("answer", part_of("referral"), position(), words("sender", required=True), Column("date", Day))
answer_text = table("answer_text", part_of("answer"), position(), blocks("text"))
verification = table(
    "verification",
    part_of("meeting"),
    position(),
    Column("paragraphs", ParagraphSet),
    words("place"),
    Column("date", Day),
    Column("time", Clock),
    flag("immediate"),
    refers("correction_id", "correction"),
    Column("ready_on", Day),
    words("control"),
    Column("moved_to", Day),
    words("moved_because"),
    Column("withdrawn_on", Day),
    words("withdrawn_by"),
    words("withdrawn_and_by"),
    words("withdrawn_because"),
)
verifier = table("verifier", part_of("verification"), position(), *named())
signer = table("signer", part_of("verification"), position(), *named())
notice = table(
    "notice",
    part_of("meeting"),
    position(),
    Column("paragraphs", ParagraphSet),
    Column("posted", Day),
    Column("removed", Day),
    words("kept_at"),
    *named("signed_by_"),
    refers("verification_id", "verification"),
    words("board"),
    Column("last_day", Day),
    words("flawed"),
    refers("replaces_id", "notice"),
)

RECORDS: Mapping[str, Table] = {
    name: each for name, each in metadata.tables.items() if each is not agenda_tables.attachment
}
"""The tables whose every change is journalled."""

entry = Table(
    "entry",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("time", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("kind", Text, CheckConstraint("kind IN ('change', 'undo', 'redo', 'migration')"), nullable=False),
    Column("label", Text, nullable=False),
    Column("step", Integer, nullable=False),
    Column("reverses", Integer),
    Column("barrier", Integer, CheckConstraint("barrier IN (0, 1)"), nullable=False),
    Column("payload", Text),
    Column("digest", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    sqlite_strict=True,
)
subject = Table(
    "subject",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Integer, primary_key=True),
    Column("sequence", Integer, ForeignKey("entry.sequence"), primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("entry_barrier", entry.c.sequence, sqlite_where=entry.c.barrier == 1)
Index("entry_run", entry.c.step, sqlite_where=entry.c.step != entry.c.sequence)
Index("subject_sequence", subject.c.sequence)

_DIFFERS = " OR ".join(
    f"NEW.{each.name} IS NOT OLD.{each.name}" for each in entry.columns if each.name != "payload"
)
TRIGGERS = (
    "CREATE TRIGGER entry_stays BEFORE DELETE ON entry"
    " BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END",
    # A payload may be erased (its digest stays, so the chain holds); nothing else of an entry may change.
    f"CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry WHEN NEW.payload IS NOT NULL OR {_DIFFERS}"
    " BEGIN SELECT RAISE(ABORT, 'an entry is never rewritten'); END",
)


def wholes(table: str, row: Mapping[str, Value]) -> Iterator[Thing]:
    """Walk the rows that a row of this table is part of, the nearest first."""
    for column in RECORDS[table].columns:
        id_ = row.get(column.name)
        if "part_of" in column.info and isinstance(id_, int):
            yield column.info["part_of"], id_


def whole(table: str, row: Mapping[str, Value]) -> Thing | None:
    """Return the row that a row of this table is part of, or None for one that stands alone."""
    return next(wholes(table, row), None)


def default_of(table: str, column: str) -> Value:
    """Return what a column holds when nothing is said of it."""
    words = getattr(RECORDS[table].columns[column].server_default, "arg", None)
    return int(words) if words in ("0", "1") else words


def plain(table: Table, values: Mapping[str, object]) -> dict[str, Value]:
    """Return values as SQLite keeps them; raises KeyError for no such column, RuleBroken."""
    return {name: _plain(table.columns[name], value) for name, value in values.items()}


def _plain(column: Column[Any], value: Any) -> Value:
    if isinstance(value, date):
        check_year(value)
    kept: Value = (
        column.type.process_bind_param(value, None) if isinstance(column.type, TypeDecorator) else value  # type: ignore[arg-type] # our decorators need no dialect
    )
    return kept
