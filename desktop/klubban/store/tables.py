"""The tables. What was minuted and what happened since live apart; names and parties are those of the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

from klubban.domain import body as bodies
from klubban.domain import meeting as meetings
from klubban.store.types import BlockText, Choice, Clock, Day, Flag, Lines, ParagraphSet, Record, Words

SCHEMA_VERSION = 1

Thing: TypeAlias = tuple[str, int]
"""What a page shows or history is kept of: its kind and id."""
Value: TypeAlias = str | int | bytes | None
"""What SQLite keeps, and the journal too."""

metadata = MetaData()


def _words(name: str, *, required: bool = False) -> Column[Any]:
    checks = [CheckConstraint(f"{name} <> ''")] if required else []
    return Column(name, Words, *checks, nullable=not required)


def _choice(name: str, words: type[StrEnum], *, required: bool = False) -> Column[Any]:
    listed = ", ".join(f"'{word}'" for word in words)
    return Column(name, Choice(words), CheckConstraint(f"{name} IN ({listed})"), nullable=not required)


def _flag(name: str) -> Column[Any]:
    return Column(name, Flag, CheckConstraint(f"{name} IN (0, 1)"), nullable=False, server_default="0")


def _text(name: str) -> Column[Any]:
    return Column(name, BlockText, nullable=False, server_default="[]")


def _refers(name: str, table: str, *, required: bool = False) -> Column[Any]:
    return Column(name, Integer, ForeignKey(f"{table}.id"), nullable=not required, index=True)


def _part_of(table: str, *, required: bool = True) -> Column[Any]:
    """Return the reference to the row that this one is part of; things are found by walking these."""
    column = _refers(f"{table}_id", table, required=required)
    column.info["part_of"] = table
    return column


def _position() -> Column[Any]:
    return Column("position", Integer, nullable=False)


def _named(prefix: str = "") -> list[Column[Any]]:
    """Return somebody as named on the day, who may also be a person in the register."""
    return [
        _refers(f"{prefix}person_id", "person"),
        _words(f"{prefix}name", required=not prefix),
        _words(f"{prefix}party"),
    ]


def _table(name: str, *columns: Any) -> Table:
    identity = Column("id", Integer, primary_key=True)
    return Table(name, metadata, identity, *columns, sqlite_strict=True, sqlite_autoincrement=True)


organisation = _table(
    "organisation",
    _words("name", required=True),
    _words("number"),
    _words("address"),
    _words("website"),
    _words("notice_board"),
    _words("protocol_kept_at"),
    Column("language", Words, nullable=False, server_default="sv"),
)
body = _table(
    "body",
    Column("key", Words, nullable=False, unique=True),
    _words("name", required=True),
    _words("short"),
    _choice("kind", bodies.BodyKind, required=True),
    _refers("parent_id", "body"),
    Column("seats", Integer, CheckConstraint("seats > 0")),
    _words("purpose"),
    Column("rules", Record, nullable=False, server_default="{}"),
)
person = _table(
    "person",
    Column("key", Words, nullable=False, unique=True),
    _words("name", required=True),
    _words("party"),
    _words("organisation"),
    _words("title"),
    _words("email"),
    _words("phone"),
)
seat = _table(
    "seat",
    _part_of("body"),
    _position(),
    _refers("person_id", "person"),
    _choice("role", bodies.SeatRole, required=True),
    _words("party"),
    _words("represents"),
    Column("call_order", Integer),
    _refers("alternate_for_id", "person"),
    Column("from_date", Day),
    Column("to_date", Day),
)
matter = _table(
    "matter",
    Column("key", Words, nullable=False, unique=True),
    _words("registry_number"),
    _words("title", required=True),
    _choice("submission_kind", meetings.SubmissionKind),
    _words("submission_by"),
    Column("submission_date", Day),
)
meeting = _table(
    "meeting",
    _part_of("body"),
    Column("date", Day, nullable=False),
    Column("starts", Clock),
    Column("ends", Clock),
    Column("end_date", Day),
    _words("place"),
    _choice("stage", meetings.Stage, required=True),
    *_named("chair_"),
    *_named("secretary_"),
    Column("minuted", ParagraphSet),
)
recess = _table("recess", _part_of("meeting"), Column("starts", Clock, nullable=False), Column("ends", Clock))
attendance = _table(
    "attendance",
    _part_of("meeting"),
    _position(),
    *_named(),
    _choice("attends_as", meetings.AttendsAs, required=True),
    *_named("serves_for_"),
    _words("title"),
    Column("paragraphs", ParagraphSet),
    _flag("remote"),
)
attended_item = _table("attended_item", _part_of("attendance"), _refers("item_id", "item", required=True))
absence = _table("absence", _part_of("meeting"), _position(), *_named(), _flag("told"))
item = _table(
    "item",
    _part_of("meeting"),
    _position(),
    _words("key"),
    Column("number", Integer, CheckConstraint("number > 0")),
    _words("title", required=True),
    _refers("matter_id", "matter"),
    _words("registry_number"),
    _choice("kind", meetings.ItemKind),
    Column("presenters", Lines, nullable=False, server_default="[]"),
    _text("proposal"),
    _text("earlier"),
    _text("summary"),
    _text("proceedings"),
    _text("decision"),
    _choice("outcome", meetings.Outcome),
    _flag("verified_immediately"),
    _flag("confidential"),
    _flag("exercise_of_authority"),
    _choice("appeal", meetings.Appeal),
)
document = _table(
    "document",
    _part_of("item"),
    _position(),
    _words("title", required=True),
    Column("sha256", Words, CheckConstraint("length(sha256) = 64")),
    _words("media_type"),
    _flag("confidential"),
)
motion = _table(
    "motion",
    _part_of("item"),
    _position(),
    _words("key"),
    _choice("asks", meetings.Asks, required=True),
    _text("text"),
    _flag("withdrawn"),
)
mover = _table("mover", _part_of("motion"), _position(), *_named())
division = _table(
    "division",
    _part_of("item"),
    _position(),
    _words("key"),
    _choice("question", meetings.Question, required=True),
    _refers("after_id", "division"),
    _words("yes_means", required=True),
    _words("no_means", required=True),
    *(
        Column(f"ballot_{answer}", Integer, CheckConstraint(f"ballot_{answer} >= 0"))
        for answer in ("yes", "no", "blank", "invalid")
    ),
    _choice("casting_vote", meetings.Vote),
    _words("result"),
)
vote = _table(
    "vote", _part_of("division"), _position(), *_named(), _choice("answer", meetings.Vote, required=True)
)
proposal = _table(
    "proposal",
    _part_of("item"),
    _position(),
    _refers("body_id", "body"),
    _words("body_name", required=True),
    _text("decision"),
)
disqualification = _table(
    "disqualification", _part_of("item"), _position(), *_named(), _words("ground"), _words("raised_by")
)
not_taking_part = _table("not_taking_part", _part_of("item"), _position(), *_named())
opinion = _table(
    "opinion",
    _part_of("item"),
    _position(),
    _choice("kind", meetings.OpinionKind, required=True),
    _text("text"),
)
opinion_by = _table("opinion_by", _part_of("opinion"), _position(), *_named())
recipient = _table("recipient", _part_of("item"), _position(), _words("name", required=True))
assignment = _table(
    "assignment",
    _part_of("item", required=False),
    _part_of("meeting", required=False),
    _part_of("body", required=False),
    _position(),
    _words("key"),
    *_named(),
    _words("text", required=True),
    Column("due", Day),
    _choice("status", meetings.AssignmentStatus, required=True),
)
report = _table("report", _part_of("assignment"), Column("date", Day, nullable=False), _text("text"))
referral = _table(
    "referral",
    _part_of("item"),
    _words("title"),
    Column("due", Day, nullable=False),
    Column("referees", Lines, nullable=False, server_default="[]"),
    Column("questions", Lines, nullable=False, server_default="[]"),
)
answer = _table(
    "answer", _part_of("referral"), _position(), _words("sender", required=True), Column("date", Day)
)
answer_text = _table("answer_text", _part_of("answer"), _position(), _text("text"))
verification = _table(
    "verification",
    _part_of("meeting"),
    _position(),
    Column("paragraphs", ParagraphSet),
    _words("place"),
    Column("date", Day),
    Column("time", Clock),
    _flag("immediate"),
)
verifier = _table("verifier", _part_of("verification"), _position(), *_named())
signer = _table("signer", _part_of("verification"), _position(), *_named())
notice = _table(
    "notice",
    _part_of("meeting"),
    _position(),
    Column("paragraphs", ParagraphSet),
    Column("posted", Day),
    Column("removed", Day),
    _words("kept_at"),
    *_named("signed_by_"),
)

RECORDS: Mapping[str, Table] = dict(metadata.tables)
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
    """Return values as SQLite keeps them; raises KeyError for a column that is not there."""
    return {name: _plain(table.columns[name], value) for name, value in values.items()}


def _plain(column: Column[Any], value: Any) -> Value:
    kept: Value = (
        column.type.process_bind_param(value, None) if isinstance(column.type, TypeDecorator) else value  # type: ignore[arg-type] # our decorators need no dialect
    )
    return kept
