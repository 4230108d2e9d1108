"""The tables stay as a version made them, and keep nonsense out by themselves."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import text

from builders import by_hand
from klubban.store.change import _PARTS, PAGES
from klubban.store.columns import metadata
from klubban.store.database import Database
from klubban.store.tables import RECORDS, SCHEMA_VERSION, whole

FROZEN = {
    1: "68d9267c2fb2283dd0b766bea7d714787ff4a7b453464e4895b275e9583c52ea",
    2: "4bfe608feded80512a8925d5a63598b7c185f9b084cc08d79921bba219a62699",
    3: "c5bebbfd70611b6fd882e88a2a7c3be9145b04a8d587ab4f64c525800fb87059",
    4: "b2da69620e6be37372cf5796ac035e3c6e4a60b3cb857f3cea1157d6710d5f2b",
    5: "7cfa331b187fd56bccdcd48d0876639c0a02fe8d1a7d6a873435432c92e063d3",
    6: "b0b3047cf5236cb8f4acc4557bb7c41bfc3f93851c62610592d1373c93409856",
    7: "698a79b550bcb4fbedf7feee55790e1f2dc9fb546f9ed69080921654073c3a01",
}
"""The SHA-256 of what each version's tables, indexes and triggers are made with."""

ADVICE = """
The tables of schema version {version} are not what they were, and files of that version are out there.
Raise SCHEMA_VERSION in store/tables.py, write the step from {version} in store/migrations.py, and put the new
version with its digest into FROZEN here: {digest}
"""


def test_the_tables_are_changed_only_with_a_migration(database: Database) -> None:
    with database.read() as read:
        made = read.execute(text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"))
        digest = hashlib.sha256("\n".join(made.scalars()).encode()).hexdigest()

    assert FROZEN.get(SCHEMA_VERSION) == digest, ADVICE.format(version=SCHEMA_VERSION, digest=digest)


def test_every_table_is_strict_and_never_uses_an_id_twice(path: Path, database: Database) -> None:
    del database
    with by_hand(path) as hand:
        tables = dict(hand.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"))
        made = dict(hand.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))

    assert all(tables[name] for name in metadata.tables)
    assert all("AUTOINCREMENT" in made[name] for name in RECORDS)


def test_every_reference_can_be_followed_both_ways_quickly(path: Path, database: Database) -> None:
    del database
    with by_hand(path) as hand:
        for name, table in RECORDS.items():
            indexed = {
                hand.execute(f"PRAGMA index_info({index[1]})").fetchone()[2]
                for index in hand.execute(f"PRAGMA index_list({name})").fetchall()
            }
            assert {each.name for each in table.columns if each.foreign_keys} <= indexed


def test_nothing_cascades_behind_the_journals_back() -> None:
    for table in metadata.tables.values():
        for key in table.foreign_keys:
            assert key.ondelete is None
            assert key.onupdate is None


def test_every_row_is_part_of_something_that_a_page_shows_or_is_that_itself() -> None:
    for name in RECORDS:
        table = name
        while table not in PAGES:
            uppers = {each.info["part_of"] for each in RECORDS[table].columns if "part_of" in each.info}
            assert len(uppers) == 1
            table = uppers.pop()


def test_what_is_part_of_a_row_is_known_from_the_columns() -> None:
    assert ("mover", "motion_id") in _PARTS["motion"]
    assert whole("mover", {"id": 3, "motion_id": 7}) == ("motion", 7)
    assert whole("assignment", {"item_id": None, "meeting_id": 4, "body_id": None}) == ("meeting", 4)
    assert whole("person", {"id": 3}) is None
