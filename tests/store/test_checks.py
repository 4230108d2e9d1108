"""What somebody did with a database tool, or a disk by itself, is found and named."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import DATA, by_hand, findings, findings_in, minutes, snapshot, unguarded, write
from klubban.domain.control import control_number
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import from_plain
from klubban.operations.open_format import import_document
from klubban.store import checks, journal
from klubban.store.checks import _differing
from klubban.store.database import Database
from klubban.store.guards import make_guards
from klubban.store.payload import Row
from klubban.store.trouble import Trouble
from operations.announced import announced

LONG = "Förvaltningen har tagit fram ett trygghetsprogram och föreslår att det skickas på remiss. " * 20
UNGUARDED = "DROP TRIGGER entry_stays; DROP TRIGGER entry_unchanged; "


@pytest.fixture
def minuted(path: Path) -> Path:
    """Return a closed file: § 19 with texts and a motion, § 20 without, and a person."""
    with closing(Database.create(path, "Anna Berg")) as database:
        ids = minutes(database, ("Trygghet", "Budget"))
        write(database, ids.item, "Programmet skickas på remiss.")
        write(database, ids.item, LONG)
        with database.change("Move") as change:
            motion = change.insert("motion", item_id=ids.item, position=0, asks="approve")
            change.insert("mover", motion_id=motion, position=0, name="Bo Ek")
        with database.change("Register") as change:
            change.insert("person", key="ek", name="Bo Ek")
    assert findings_in(path) == []
    return path


WHERE = "Kommunstyrelsen, 2016-02-22, § 19"
TAMPERED = {
    "a title": ("UPDATE item SET title = 'X' WHERE id = 1",
                [f"{WHERE}, item 1 was changed outside Klubban: title"]),
    "a text and a number": ("UPDATE item SET summary = '[]', number = 21 WHERE id = 1",
                            ["Kommunstyrelsen, 2016-02-22, § 21, item 1 was changed outside Klubban: "
                             "number, summary"]),
    "one letter of a long text": (
        "UPDATE item SET summary = replace(summary, 'Förvaltningen', 'Förvältningen') WHERE id = 1",
        [f"{WHERE}, item 1 was changed outside Klubban: summary"],
    ),
    "a row deep inside": ("UPDATE mover SET name = 'Bo Al'",
                          [f"{WHERE}, mover 1 was changed outside Klubban: name"]),
    "a row taken out": ("DELETE FROM mover", [f"{WHERE}, mover 1 was deleted outside Klubban"]),
    "a row put in": ("INSERT INTO document (item_id, position, title) VALUES (2, 0, 'Bilaga')",
                     ["Kommunstyrelsen, 2016-02-22, § 20, document 1 is not in the journal"]),
    "a date": ("UPDATE meeting SET date = '2016-02-23'",
               ["Kommunstyrelsen, 2016-02-23, meeting 1 was changed outside Klubban: date"]),
    "a name in the register": ("UPDATE person SET name = 'X'",
                               ["person 1 was changed outside Klubban: name"]),
    "a reference to nothing": ("DELETE FROM motion",
                               ["The row 1 of mover refers to something that is not there",
                                f"{WHERE}, motion 1 was deleted outside Klubban"]),
    "an entry's payload": (
        UNGUARDED + "UPDATE entry SET payload = replace(payload, 'Bo Ek', 'Bo Al') WHERE sequence = 5",
        ["The journal is no longer guarded by entry_stays",
         "The journal is no longer guarded by entry_unchanged",
         "The journal does not hold together at entry 5"],
    ),
    "who made an entry": (
        UNGUARDED + "UPDATE entry SET who = 'Bo Ek' WHERE sequence = 3",
        ["The journal is no longer guarded by entry_stays",
         "The journal is no longer guarded by entry_unchanged",
         "The journal does not hold together at entry 3"],
    ),
    "an entry in the middle": (
        UNGUARDED + "DELETE FROM subject WHERE sequence = 4; DELETE FROM entry WHERE sequence = 4",
        ["The journal is no longer guarded by entry_stays",
         "The journal is no longer guarded by entry_unchanged",
         "The journal does not hold together at entry 4"],
    ),
    "what an entry concerns": ("DELETE FROM subject WHERE sequence = 4 AND kind = 'item'",
                               ["The journal does not hold together at entry 4"]),
    "what an entry should not concern": ("INSERT INTO subject VALUES ('item', 2, 4)",
                                         ["The journal does not hold together at entry 4"]),
}  # fmt: skip


@pytest.mark.parametrize(("statements", "found"), TAMPERED.values(), ids=TAMPERED.keys())
def test_tampering_is_found_and_its_place_is_named(minuted: Path, statements: str, found: list[str]) -> None:
    with by_hand(minuted) as hand:
        hand.executescript(statements)

    assert findings_in(minuted) == found


def test_an_entry_taken_from_the_end_is_found_by_the_rows_it_made(minuted: Path) -> None:
    with by_hand(minuted) as hand:
        guard = hand.execute("SELECT sql FROM sqlite_master WHERE name = 'entry_stays'").fetchone()[0]
        hand.executescript(
            "DROP TRIGGER entry_stays; DELETE FROM subject WHERE sequence = 6;"
            "DELETE FROM entry WHERE sequence = 6;" + guard
        )

    assert findings_in(minuted) == ["person 1 is not in the journal"]


def test_a_file_whose_newest_entries_were_tampered_with_is_not_opened(minuted: Path) -> None:
    with by_hand(minuted) as hand:
        hand.executescript(UNGUARDED + "UPDATE entry SET label = 'Nothing' WHERE sequence = 3")

    with pytest.raises(Trouble, match="does not hold together at entry 3"):
        Database.open(minuted)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entry WHERE sequence = 6",
        "UPDATE entry SET who = 'Bo Ek'",
        "UPDATE entry SET payload = '{}'",
        "UPDATE entry SET hash = zeroblob(32), payload = NULL",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry",
    ],
)
def test_the_journal_itself_refuses_to_be_rewritten(minuted: Path, statement: str) -> None:
    def rewrite() -> None:
        with by_hand(minuted) as hand:
            hand.execute("PRAGMA recursive_triggers=ON")
            hand.execute(statement)

    with pytest.raises(sqlite3.IntegrityError, match=r"never (shortened|rewritten|put in the place)"):
        rewrite()

    assert findings_in(minuted) == []


def test_what_is_erased_from_the_journal_leaves_the_chain_whole(minuted: Path) -> None:
    with by_hand(minuted) as hand:
        hand.execute("UPDATE entry SET payload = NULL WHERE sequence IN (3, 5)")

    assert findings_in(minuted) == []
    with closing(Database.open(minuted)) as database:
        write(database, 1, "Och det går att skriva vidare.")
        assert findings(database) == []


def test_erasing_a_payload_does_not_hide_what_was_done_to_other_things(minuted: Path) -> None:
    with by_hand(minuted) as hand:
        hand.execute("UPDATE entry SET payload = NULL WHERE sequence = 4")
        hand.execute("UPDATE item SET title = 'X'")
        hand.execute("DELETE FROM person")

    assert findings_in(minuted) == [
        "Kommunstyrelsen, 2016-02-22, § 20, item 2 was changed outside Klubban: title",
        "person 1 was deleted outside Klubban",
    ]


ERASED = "UPDATE entry SET payload = NULL; "
HIDDEN = {
    "a signature that is another's": (
        "UPDATE signer SET name = 'Annan'", "signer 1 is not in the journal"
    ),
    "a digest made anew": (
        f"UPDATE frozen SET digest = '{'0' * 64}'", "frozen 1 is not in the journal"
    ),
    "no digest any more": (
        "DELETE FROM frozen", "§ 1 is verified, and what tells how it was then is gone"
    ),
    "a notice that was never posted": ("UPDATE notice SET posted = '2016-01-01'", "notice 1 is not in the"),
}  # fmt: skip


@pytest.mark.parametrize("what", HIDDEN)
def test_erasing_the_journal_hides_nothing_of_what_is_verified(database: Database, what: str) -> None:
    statement, told = HIDDEN[what]
    announced(database)
    unguarded(database.path)
    with by_hand(database.path) as hand:
        hand.executescript(ERASED + statement)
        make_guards(hand)

    assert any(told in each for each in findings(database))


def test_a_step_of_which_a_part_is_erased_cannot_be_undone_nor_what_came_before(
    database: Database, path: Path
) -> None:
    ids = minutes(database)
    write(database, ids.item, "Ett", run="typing")
    write(database, ids.item, "Ett och två", run="typing")
    with by_hand(path) as hand:
        hand.execute("UPDATE entry SET payload = NULL WHERE sequence = 3")

    assert database.undoable is None
    assert database.undo() is None
    write(database, ids.item, "Tre")
    assert database.undoable


def test_a_step_whose_rows_were_changed_outside_is_not_undone_over_them(
    database: Database, path: Path
) -> None:
    ids = minutes(database)
    write(database, ids.item, "Remiss")
    with by_hand(path) as hand:
        hand.execute("UPDATE item SET summary = '[]'")

    with pytest.raises(Trouble, match="is not what the journal says"):
        database.undo()

    write(database, ids.item, "Det går att skriva vidare")
    assert len(findings(database)) == 1


def test_a_text_that_is_not_even_text_is_found(minuted: Path) -> None:
    with by_hand(minuted) as hand:
        hand.execute("UPDATE item SET title = CAST(x'fffe41' AS TEXT) WHERE id = 1")

    assert "The file is damaged: Could not decode to UTF-8" in findings_in(minuted)[0]


def test_a_disk_that_forgets_is_found_or_does_no_harm(minuted: Path, path: Path) -> None:
    sound = minuted.read_bytes()
    chance = random.Random(1)  # noqa: S311 - which bytes is no secret
    found = 0
    written = [place for place in range(0, len(sound), 64) if any(sound[place : place + 64])]
    for place in chance.sample(written, 60):
        path.write_bytes(sound[:place] + bytes(64) + sound[place + 64 :])
        found += _finds_something(path)

    assert found > 20  # the rest hit unused bytes


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE item SET summary = '[{\"q\":1}]'",
        "UPDATE item SET presenters = '{'",
        "UPDATE meeting SET date = 'i går'",
        "UPDATE meeting SET starts = '25:00', minuted = '9-3'",
        "UPDATE item SET title = CAST(x'fffe41' AS TEXT)",
    ],
)
def test_a_cell_that_cannot_be_read_is_told_as_damage(minuted: Path, statement: str) -> None:
    with by_hand(minuted) as hand:
        hand.execute(statement)

    with closing(Database.open(minuted)) as database, pytest.raises(Trouble, match="is damaged"):
        snapshot(database)


def _finds_something(path: Path) -> bool:
    try:
        return bool(findings_in(path))
    except Trouble:
        return True


def test_damage_is_told_with_what_was_found_before_it(path: Path) -> None:
    with closing(Database.create(path)) as database:
        ids = minutes(database)
        with database.change("Write") as change:
            change.update("item", ids.item, summary=from_plain(LONG * 30))
    size = path.stat().st_size
    with path.open("r+b") as handle:
        handle.seek(size - 4096 * 8)
        handle.write(bytes(4096 * 4))

    found = findings_in(path)

    assert found
    assert all(each.startswith("The file is damaged: ") for each in found)


def test_a_column_that_a_migration_added_is_as_recorded_while_it_holds_its_default() -> None:
    older: Row = {"id": 1, "name": "Bo Ek"}

    assert _differing("attendance", older, {**older, "remote": 0, "title": None}) == []
    assert _differing("attendance", older, {**older, "remote": 1, "title": "Chef"}) == ["remote", "title"]


def test_a_control_number_of_another_journal_is_told_of_with_its_paragraphs(database: Database) -> None:
    ids = minutes(database)
    with database.read() as read:
        own = control_number(*journal.head(read))
    with database.change("Verify") as change:
        facts = {"meeting_id": ids.meeting, "paragraphs": Paragraphs.parse("19-20")}
        change.insert("verification", position=0, control=own, **facts)
        change.insert("verification", position=1, control="2-0123-4567-89ab-cdef", **facts)

    where = "Kommunstyrelsen, 2016-02-22, verification 2, §§ 19-20"
    assert findings(database) == [f"The journal is not the one that {where} bears witness to"]


def test_a_control_number_that_came_with_an_import_is_of_another_journal(database: Database) -> None:
    everything = (DATA / "everything.json").read_bytes()
    assert b'"control"' in everything

    import_document(database, everything)

    assert findings(database) == []


def test_what_came_in_and_got_a_number_here_is_compared_with_this_journal(database: Database) -> None:
    import_document(database, (DATA / "everything.json").read_bytes())
    with database.change("Make ready") as change:
        change.update("verification", 2, control="2-0123-4567-89ab-cdef")  # the one that nobody has signed

    (finding,) = findings(database)

    assert finding.startswith("The journal is not the one that")


def test_a_number_on_paper_is_compared_with_the_chain(database: Database) -> None:
    minutes(database)
    with database.read() as read:
        own = control_number(*journal.head(read))
        found = list(checks.check(read, [own.upper(), f"9{own}", "1-0123-4567-89ab-cdef"]))

    assert [each.facts["control"] for each in found] == [f"9{own}", "1-0123-4567-89ab-cdef"]
