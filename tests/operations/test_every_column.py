"""What a file keeps can leave it: each column is in the open format, or has a reason not to be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Integer

from builders import DATA, by_hand, unguarded
from klubban.operations.open_format import dump_file, import_document
from klubban.store.database import Database
from klubban.store.tables import RECORDS, Value
from klubban.store.types import (
    Amount,
    BlockText,
    Choice,
    Clock,
    Day,
    Flag,
    Lines,
    Numbers,
    ParagraphSet,
    Record,
)

EVERYTHING = (DATA / "everything.json").read_bytes()

EXCEPTIONS = {
    "id": "a number of this file's own; keys stand for it",
    "position": "the order of the list, in which the rows stand",
    "part_of": "what the row stands inside",
    "chair_note": "the chair's own, and nobody else's",
    "chairs_copy": "what this file lent, and takes back",
    "judged_move": "what became of what came back to this file",
    "scratch": "the secretary's own scrap, which is sorted in or thrown away",
    "frozen": "digests of rows, which whoever imports them works out anew",
}
"""Why columns, or whole tables, are not in the document; bytes (attachment) travel beside it."""

COLUMNS = [
    pytest.param(column, id=f"{table.name}.{column.name}")
    for table in RECORDS.values()
    if table.name not in EXCEPTIONS
    for column in table.columns
    if column.name not in EXCEPTIONS and "part_of" not in column.info
]


@dataclass(frozen=True, slots=True)
class Full:
    """A file, and what is dumped of it."""

    database: Database
    dumped: bytes

    @property
    def path(self) -> Path:
        """Return where the file is."""
        return self.database.path


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Full]:
    """Return a file with rows in every table; each test leaves it as it was."""
    with closing(Database.create(tmp_path_factory.mktemp("full") / "ekby.klubban")) as database:
        import_document(database, EVERYTHING)
        unguarded(database.path)
        full = Full(database, dump_file(database))
        yield full
        assert dump_file(database) == full.dumped


SIMPLE: dict[type, Value] = {
    Amount: "999.5",
    Day: "2001-02-03",
    Clock: "01:02",
    ParagraphSet: "999",
    BlockText: '[{"p":"Annat"}]',
    Lines: '["Annat"]',
    Numbers: "[9]",
    Record: '{"numbered":false}',
}
"""A value for each type, which the document does not have."""
PARTICULAR: dict[str, Value] = {
    "body.chains": '{"C":["L"]}',
    "meeting.rules": '{"seats":3,"rules":{"returns":true},"chains":{}}',
    "seat.rights": '["attend"]',
    "roll_line.rights": '["attend"]',
    "ruling.first_item_id": 4,  # an item of the same meeting
    "sent_item.item_id": 2,
    "sent_document.item_id": 2,
    "meeting_pattern.weekday": 6,
    "body.habits": '{"points":"that"}',
    "organisation.look": '{"margin":24}',
    "organisation.arms": "1" * 64,
    "meeting.as_verified": '{"body":{"habits":{},"name":"KS","short":null},"organisation":{"address":null,'
    '"arms":null,"language":"sv","look":{},"name":"Ekby","notice_board":null,"number":null,'
    '"protocol_kept_at":null,"website":null}}',
}
"""The values of columns that do not take any value of their type."""


def another(column: Column[Any], value: Value) -> Value:
    """Return another value that the column may have."""
    kind = column.type
    known = PARTICULAR.get(str(column), SIMPLE.get(type(kind)))
    if known is not None:
        return known
    if isinstance(kind, Choice):
        return next(str(word) for word in kind.words if word != value)
    if isinstance(kind, Flag):
        return 1 - int(value or 0)
    if column.foreign_keys:
        return None if value and column.nullable else 2 if value == 1 else 1
    if isinstance(kind, Integer):
        return int(value or 0) + 1
    return "1" * 64 if column.name in _HASHES else f"{value!s}x"


_HASHES = ("sha256", "original", "returned", "fingerprint", "manifest")


@contextmanager
def changed(path: Path, column: Column[Any]) -> Iterator[None]:
    """Change the column in one row, which has a value there if any has, and change it back."""
    table, name = column.table.name, f'"{column.name}"'
    find = f"SELECT id, {name} FROM {table} ORDER BY {name} IS NULL, id"
    with by_hand(path) as hand:
        id_, value = hand.execute(find).fetchone()
        hand.execute(f"UPDATE {table} SET {name} = ? WHERE id = ?", (another(column, value), id_))
    yield
    with by_hand(path) as hand:
        hand.execute(f"UPDATE {table} SET {name} = ? WHERE id = ?", (value, id_))


COUNTED = {
    "roll_line",
    "item",
    "document",
    "standing_item",
    "motion",
    "put",
    "division",
    "notice",
    "question",
}
"""What others refer to by its number."""


def test_the_document_with_everything_fills_every_table(full: Full) -> None:
    with by_hand(full.path) as hand:
        wanted = [name for name in RECORDS if name not in EXCEPTIONS]
        counts = {name: hand.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in wanted}

    assert min(counts.values()) > 0


@pytest.mark.parametrize("column", COLUMNS)
def test_what_a_column_holds_is_in_the_document(full: Full, column: Column[Any]) -> None:
    with changed(full.path, column):
        assert dump_file(full.database) != full.dumped


@pytest.mark.parametrize(
    "table",
    [name for name, table in RECORDS.items() if "position" in table.columns and name not in EXCEPTIONS],
)
def test_the_order_of_a_list_is_in_the_document(full: Full, table: str) -> None:
    with by_hand(full.path) as hand:
        places = hand.execute(f"SELECT position, id FROM {table}").fetchall()
        hand.execute(f"UPDATE {table} SET position = -id")
    after = dump_file(full.database)
    with by_hand(full.path) as hand:
        hand.executemany(f"UPDATE {table} SET position = ? WHERE id = ?", places)

    assert after != full.dumped
    # What is written beside a roll follows from the order of its lines, and of the items; some have numbers.
    assert table in COUNTED or sorted(after) == sorted(full.dumped)
