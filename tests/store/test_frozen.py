"""What is verified stands still, whoever writes in the file; what was changed all the same is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Integer

from builders import DATA, by_hand, findings, findings_in, minutes, summary, unguarded, write
from klubban.domain.text import plain
from klubban.operations.open_format import import_document
from klubban.store import frozen
from klubban.store.change import Guarded
from klubban.store.database import Database
from klubban.store.guarded import ITEM_PARTS, MEETING_PARTS, guarded, texts
from klubban.store.guards import GUARDS
from klubban.store.tables import RECORDS
from klubban.store.trouble import Trouble

EVERYTHING = (DATA / "everything.json").read_bytes()
WHERE = "Kommunstyrelsen, 2026-11-12"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a file with rows in every table, of which all meetings and items are frozen."""
    path = tmp_path_factory.mktemp("frozen") / "ekby.klubban"
    with closing(Database.create(path)) as database:
        import_document(database, EVERYTHING)
        with database.change("Freeze") as change:
            for meeting in change.rows("meeting"):
                id_ = int(meeting["id"] or 0)
                items = [int(row["id"] or 0) for row in change.rows("item", meeting_id=id_)]
                frozen.freeze(change, id_, None, items, whole=True, worded=False)
    return path.read_bytes()


@pytest.fixture
def path(made: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "ekby.klubban"
    path.write_bytes(made)
    return path


@pytest.fixture
def hand(path: Path) -> Iterator[sqlite3.Connection]:
    """Return the file as somebody with a database tool has it."""
    with by_hand(path) as hand:
        yield hand


def refusal(hand: sqlite3.Connection, statement: str, *values: object) -> str:
    with pytest.raises(sqlite3.IntegrityError) as refused:
        hand.execute(statement, values)
    return str(refused.value)


def other(table: str, column: str, value: Any) -> object:
    """Return another value than a cell has."""
    if column in texts(table):
        return '[{"p":"Annat"}]'
    if RECORDS[table].columns[column].type._type_affinity is Integer:
        return int(value or 0) + 1
    return f"{value}x"


def owned(table: str) -> str:
    """Return which rows of a table are of something frozen: assignments stand alone too."""
    return "WHERE item_id IS NOT NULL" if table == "assignment" else ""


@pytest.mark.parametrize("table", [*ITEM_PARTS, *MEETING_PARTS])
def test_no_row_of_a_verified_meeting_is_changed_added_or_taken_out(
    hand: sqlite3.Connection, table: str
) -> None:
    hand.row_factory = sqlite3.Row
    row = dict(hand.execute(f"SELECT * FROM {table} {owned(table)} ORDER BY id").fetchone())
    said = f"{table} is verified, and never changed"

    for column in guarded(table):
        changed = other(table, column, row[column])
        assert refusal(hand, f'UPDATE {table} SET "{column}" = ? WHERE id = ?', changed, row["id"]) == said
    assert refusal(hand, f"DELETE FROM {table} WHERE id = ?", row["id"]) == said
    if table != "meeting":
        row["id"] = 999
        marks = ", ".join("?" * len(row))
        assert refusal(hand, f"INSERT INTO {table} VALUES ({marks})", *row.values()) == said


@pytest.mark.parametrize(
    ("table", "free"),
    [
        ("item", {"secrecy": "'26 kap. 1 § OSL'", "appeal": "'none'", "confidential": "1"}),
        ("document", {"confidential": "1"}),
        ("assignment", {"status": "'done'"}),
        ("meeting", {"stage": "'archived'", "calendar_sequence": "7", "draft_sent": "'2026-12-01'"}),
        ("vote", {"person_id": "NULL"}),
        ("report", {"text": "'[]'"}),
    ],
)
def test_what_is_free_is_said_anew_and_changes_no_digest(
    path: Path, table: str, free: dict[str, str]
) -> None:
    with by_hand(path) as hand:
        for column, value in free.items():
            hand.execute(f"UPDATE {table} SET {column} = {value}")

    with closing(Database.open(path)) as database, database.read() as read:
        assert list(frozen.unlike(read)) == []


def test_a_verified_text_may_be_masked_and_says_the_same_words(hand: sqlite3.Connection) -> None:
    hand.execute("DROP TRIGGER frozen_item_update")
    hand.execute("""UPDATE item SET summary = '[{"p":"Eva Ek bor på Storgatan."}]' WHERE id = 1""")
    hand.execute(next(each for each in GUARDS if " frozen_item_update " in each))

    hand.execute(
        """UPDATE item SET summary = '[{"p":["Eva Ek bor på ",{"m":"Storgatan"},"."]}]' WHERE id = 1"""
    )

    changed = """UPDATE item SET summary = '[{"p":["Eva Ek bor på ",{"m":"Torget"},"."]}]' WHERE id = 1"""
    assert refusal(hand, changed) == "item is verified, and never changed"


TAMPERED = {
    "a title": ("UPDATE item SET title = 'X' WHERE id = 1", f"{WHERE}, § 70"),
    "a name deep inside": ("UPDATE mover SET name = 'X' WHERE id = 1", f"{WHERE}, § 70"),
    "a row that is gone": ("DELETE FROM vote WHERE id = 1", f"{WHERE}, § 70"),
    "an item that is gone": ("DELETE FROM item WHERE id = 1", f"{WHERE}, item 1"),
    "who was there": ("UPDATE attendance SET name = 'X' WHERE meeting_id = 1", WHERE),
    "when it ended": ("UPDATE meeting SET ends = '23:59' WHERE id = 1", WHERE),
    "a number": ("UPDATE item SET number = 99 WHERE id = 2", WHERE),
    "what was wrong": ("UPDATE correction SET because = 'X'", WHERE),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_changed_without_its_guards_is_named(path: Path, what: str) -> None:
    statement, where = TAMPERED[what]
    unguarded(path)
    with by_hand(path) as hand:
        hand.execute(statement)

    with closing(Database.open(path, read_only=True)) as database, database.read() as read:
        found = [str(each) for each in frozen.unlike(read)]

    assert f"{where} is not as it was verified" in found
    assert set(found) <= set(findings_in(path))


def test_a_guard_that_is_gone_is_missed_and_one_that_was_weakened_too(path: Path) -> None:
    with by_hand(path) as hand:
        hand.execute("DROP TRIGGER frozen_vote_update")
        hand.execute("DROP TRIGGER frozen_stays")
        hand.execute("CREATE TRIGGER frozen_stays BEFORE DELETE ON frozen WHEN 0 BEGIN SELECT 1; END")

    assert findings_in(path) == [
        "What is verified is no longer guarded by frozen_vote_update",
        "What is verified is no longer guarded by frozen_stays",
    ]


def test_what_is_frozen_is_never_thawed_by_hand(hand: sqlite3.Connection) -> None:
    said = "frozen is verified, and never changed"

    assert refusal(hand, "DELETE FROM frozen WHERE id = 1") == said
    assert refusal(hand, "UPDATE frozen SET released = 1 WHERE id = 1") == said
    assert refusal(hand, f"UPDATE frozen SET digest = '{'0' * 64}' WHERE id = 1") == said


@pytest.mark.parametrize("table", ["notice", "frozen", "verification", "meeting", "item", "vote", "entry"])
def test_no_row_is_put_in_the_place_of_another(hand: sqlite3.Connection, table: str) -> None:
    key = "sequence" if table == "entry" else "id"
    row = hand.execute(f"SELECT * FROM {table} ORDER BY {key}").fetchone()
    marks = ", ".join("?" * len(row))

    refusal(hand, f"INSERT OR REPLACE INTO {table} VALUES ({marks})", *row)
    refusal(hand, f"UPDATE OR REPLACE {table} SET {key} = {row[0]} WHERE {key} > {row[0]}")

    assert hand.execute(f"SELECT * FROM {table} ORDER BY {key}").fetchone() == row


# --- verifications and notices


def test_a_signed_verification_stands_with_all_its_names(hand: sqlite3.Connection) -> None:
    of = hand.execute("SELECT verification_id FROM frozen WHERE item_id = 1").fetchone()[0]

    assert "verification is" in refusal(hand, "UPDATE verification SET date = '2027-01-01' WHERE id = ?", of)
    assert "verifier is" in refusal(hand, "UPDATE verifier SET name = 'X' WHERE verification_id = ?", of)
    assert "signer is" in refusal(hand, "DELETE FROM signer WHERE verification_id = ?", of)
    assert "signature is" in refusal(hand, "UPDATE signature SET name = 'X'")
    assert "correction is" in refusal(hand, "UPDATE correction SET text = '[]'")
    assert "correction is" in refusal(hand, "DELETE FROM correction")


WITHDRAW = (
    "UPDATE verification SET withdrawn_on = '2026-12-01', withdrawn_by = {}, withdrawn_and_by = {},"
    " withdrawn_because = {} WHERE id = 1"
)


def test_a_verification_is_withdrawn_by_two_for_a_reason_while_nothing_is_posted(
    hand: sqlite3.Connection,
) -> None:
    whole = WITHDRAW.format("'Eva Asp'", "'Bo Ek'", "'Fel möte'")
    assert "verification is" in refusal(hand, whole)  # its notice is posted
    hand.execute("DROP TRIGGER posted_notice_delete")
    hand.execute("DELETE FROM notice")

    for by, and_by, why in (("'Eva Asp'", "NULL", "'X'"), ("'Bo'", "'Bo'", "'X'"), ("'Eva'", "'Bo'", "NULL")):
        assert "verification is" in refusal(hand, WITHDRAW.format(by, and_by, why))
    hand.execute(whole)
    hand.execute("DELETE FROM signer WHERE verification_id = 1")
    hand.execute("UPDATE frozen SET released = 1 WHERE verification_id = 1")
    assert "verification is" in refusal(hand, "UPDATE verification SET withdrawn_because = 'X' WHERE id = 1")
    assert "frozen is" in refusal(hand, "UPDATE frozen SET released = 0 WHERE verification_id = 1")
    hand.execute("UPDATE item SET title = 'Rätt' WHERE id = 1 AND number = 70")


def test_a_posted_notice_is_never_shortened_or_taken_away(hand: sqlite3.Connection) -> None:
    said = "notice is posted, and never changed"

    for column in ("posted", "last_day", "board", "removed", "paragraphs", "verification_id"):
        assert refusal(hand, f"UPDATE notice SET {column} = NULL WHERE id = 1") == said
    assert refusal(hand, "DELETE FROM notice WHERE id = 1") == said
    hand.execute("UPDATE notice SET removed = '2026-12-09' WHERE id = 2")  # which nobody has posted


# --- in a change


def test_a_change_of_what_is_frozen_is_refused_in_words_and_nothing_of_it_stays(path: Path) -> None:
    with closing(Database.open(path)) as database:
        with pytest.raises(Guarded, match="What is verified is never changed; make a correction instead"):
            _write(database)

        assert findings(database) == []


def _write(database: Database) -> None:
    with database.change("Write") as change:
        change.update("organisation", 1, name="Annan")
        change.update("item", 1, title="Annat")


def test_freezing_is_a_barrier_and_what_is_frozen_already_stays_so(path: Path) -> None:
    with closing(Database.open(path)) as database:
        assert database.undoable is None
        with database.change("Freeze") as change:
            frozen.freeze(change, 1, None, [1, 2], whole=True, worded=False)
            assert change.done == []


def test_a_step_that_would_change_what_is_frozen_since_is_not_reversed(tmp_path: Path) -> None:
    with closing(Database.create(tmp_path / "ekby.klubban")) as database:
        ids = minutes(database)
        write(database, ids.item, "Programmet skickas på remiss.")
        with by_hand(database.path) as hand:
            row = (ids.meeting, ids.item, "0" * 64)
            hand.execute("INSERT INTO frozen (meeting_id, item_id, digest) VALUES (?, ?, ?)", row)

        with pytest.raises(Trouble, match="cannot be reversed"):
            database.undo()

        assert plain(summary(database, ids.item)) == "Programmet skickas på remiss."
