"""Reading, changing, and being told of changes."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import text

from builders import DAY, by_hand, entries, findings, minutes, rows, snapshot, write
from klubban.domain.errors import RuleBroken
from klubban.domain.text import Run, Text, plain
from klubban.store import reads
from klubban.store.database import Changed, Database
from klubban.store.trouble import Trouble


def test_a_change_is_all_or_nothing(database: Database) -> None:
    minutes(database)
    before, journal = rows(database), entries(database)

    def half_a_change() -> None:
        with database.change("Half of it") as change:
            change.insert("person", key="ek", name="Bo Ek")
            change.update("item", 1, title="Halvt")
            change.delete("item", 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_a_change()

    assert rows(database) == before
    assert entries(database) == journal
    assert database.undoable
    assert database.undoable.label == "Begin"


def test_a_change_that_breaks_the_files_own_rules_leaves_nothing(database: Database) -> None:
    ids = minutes(database)
    before = rows(database)

    def add() -> None:
        with database.change("Nowhere") as change:
            change.insert("person", key="ek", name="Bo Ek")
            change.insert("item", meeting_id=ids.meeting + 1, position=0, title="Till intet sammanträde")

    with pytest.raises(Trouble, match="would break its own rules"):
        add()

    assert rows(database) == before
    write(database, ids.item, "Och det går att fortsätta.")


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("item", {"meeting_id": 1, "position": 0, "title": ""}),
        ("item", {"meeting_id": 1, "position": 0, "title": "X", "number": 0}),
        ("body", {"key": "ks", "name": "En till", "kind": "committee"}),
        ("body", {"key": "kf", "name": "Kommunfullmäktige", "kind": "assembly", "seats": 0}),
        ("document", {"item_id": 1, "position": 0, "title": "X", "sha256": "kort"}),
        ("person", {"name": "Utan nyckel"}),
    ],
)
def test_the_tables_themselves_refuse_what_can_never_be(
    database: Database, table: str, values: dict[str, object]
) -> None:
    minutes(database)
    before = rows(database)

    with pytest.raises(Trouble, match="would break its own rules"), database.change("No") as change:
        change.insert(table, **values)

    assert rows(database) == before


def test_a_word_that_is_no_choice_is_refused_before_it_reaches_the_file(database: Database) -> None:
    with pytest.raises(ValueError, match="klubb"), database.change("No") as change:
        change.insert("body", key="k", name="Klubben", kind="klubb")


def test_a_change_within_a_change_is_refused_and_both_are_undone(database: Database) -> None:
    before = rows(database)

    def nest() -> None:
        with database.change("Outer") as outer:
            outer.insert("person", key="a", name="A")
            with database.change("Inner") as inner:
                inner.insert("person", key="b", name="B")

    with pytest.raises(RuntimeError, match="within a change"):
        nest()

    assert rows(database) == before
    minutes(database)


def test_a_change_of_nothing_leaves_no_entry_and_tells_nobody(database: Database) -> None:
    ids = minutes(database)
    heard: list[Changed] = []
    database.listen(heard.append)
    before = entries(database)

    write(database, ids.item, "")
    with database.change("Nothing at all"):
        pass

    assert entries(database) == before
    assert heard == []
    assert database.undoable
    assert database.undoable.label == "Begin"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM item",
        "UPDATE item SET title = 'Förfalskat'",
        "INSERT INTO person (key, name) VALUES ('x', 'X')",
        "DROP TABLE item",
        "UPDATE entry SET payload = NULL",
    ],
)
def test_what_is_opened_to_read_cannot_write(database: Database, statement: str) -> None:
    minutes(database)
    before = rows(database)

    with pytest.raises(Trouble, match="cannot be written"), database.read() as read:
        read.execute(text(statement))

    assert rows(database) == before
    minutes_of_reading = snapshot(database)
    assert minutes_of_reading.items[0].title == "Trygghet"


def test_an_error_while_reading_does_not_leave_the_file_closed_to_writing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.read():
        raise ZeroDivisionError

    minutes(database)


def test_each_change_is_one_entry_with_the_three_verbs_in_it(database: Database) -> None:
    ids = minutes(database)
    before = entries(database)

    with database.change("All three") as change:
        person = change.insert("person", key="ek", name="Bo Ek")
        change.update("item", ids.item, title="Trygghetsprogram")
        motion = change.insert("motion", item_id=ids.item, position=0, asks="approve")
        mover = change.insert("mover", motion_id=motion, position=0, name="Bo Ek", person_id=person)
        change.delete("mover", mover)

    assert entries(database) == before + 1
    assert snapshot(database).items[0].title == "Trygghetsprogram"
    assert findings(database) == []


def test_a_column_or_table_that_is_not_there_is_a_bug_and_leaves_nothing(database: Database) -> None:
    ids = minutes(database)
    before = rows(database)

    with pytest.raises(KeyError), database.change("No") as change:
        change.update("item", ids.item, heading="X")
    with pytest.raises(KeyError), database.change("No") as change:
        change.insert("entry", sequence=99)
    with pytest.raises(LookupError), database.change("No") as change:
        change.update("item", 99, title="X")
    with pytest.raises(LookupError), database.change("No") as change:
        change.delete("item", 99)

    assert rows(database) == before


def test_a_row_is_not_taken_out_while_others_are_part_of_it(database: Database) -> None:
    ids = minutes(database)

    with pytest.raises(Trouble, match="would break its own rules"), database.change("Too much") as change:
        change.delete("meeting", ids.meeting)

    assert snapshot(database).items


def test_all_that_is_part_of_a_row_is_taken_out_with_it(database: Database) -> None:
    ids = minutes(database, ("Trygghet", "Budget"))
    with database.change("Move") as change:
        motion = change.insert("motion", item_id=ids.item, position=0, asks="approve")
        change.insert("mover", motion_id=motion, position=0, name="Bo Ek")

    with database.change("Take out") as change:
        change.delete_whole("meeting", ids.meeting)

    assert set(rows(database)) == {"body"}
    assert findings(database) == []
    database.undo()
    assert [item.title for item in snapshot(database).items] == ["Trygghet", "Budget"]
    assert snapshot(database).items[0].motions[0].by[0].name == "Bo Ek"


def test_an_id_is_never_used_twice(database: Database) -> None:
    with database.change("Add") as change:
        first = change.insert("person", key="a", name="A")
    with database.change("Take out") as change:
        change.delete("person", first)
    with database.change("Add") as change:
        second = change.insert("person", key="b", name="B")

    assert second > first


def test_texts_are_kept_in_one_form_and_characters_no_document_could_print_are_refused(
    database: Database,
) -> None:
    ids = minutes(database)

    with database.change("Write") as change:
        change.update("item", ids.item, title="A\u030angstro\u0308m\r\nrad två")
        change.update("item", ids.item, summary=(Text((Run("rad ett\r"), Run("rad två"))), Text(())))
    with pytest.raises(RuleBroken, match=r"U\+0000 at position 3"), database.change("No") as change:
        change.update("item", ids.item, title="ab\0c")

    item = snapshot(database).items[0]
    assert item.title == "Ångström\nrad två"
    assert plain(item.summary) == "rad ett\nrad två"


def test_listeners_hear_what_changed_until_they_stop_listening(database: Database) -> None:
    ids = minutes(database)
    heard: list[Changed] = []
    stop = database.listen(heard.append)

    with database.change("Write {item}", run="typing", item="§ 19") as change:
        change.update("item", ids.item, title="Trygghetsprogram")
    database.undo()
    stop()
    database.redo()

    things = frozenset({("item", ids.item), ("meeting", ids.meeting)})
    assert heard == [
        Changed(things, "Write {item}", {"item": "§ 19"}, "typing"),
        Changed(things, "Write {item}", {"item": "§ 19"}),
    ]


def test_a_listener_may_read_and_change_the_file(database: Database) -> None:
    ids = minutes(database)

    def note(changed: Changed) -> None:
        if changed.label != "Note":
            titles = [item.title for item in snapshot(database).items]
            with database.change("Note") as change:
                change.insert("person", key="k", name=titles[0])

    database.listen(note)
    with database.change("Rename") as change:
        change.update("item", ids.item, title="Trygghetsprogram")

    with database.read() as read:
        assert [person.name for person in reads.people(read)] == ["Trygghetsprogram"]
    assert findings(database) == []


@pytest.mark.parametrize(
    ("table", "values", "things"),
    [
        ("person", {"key": "ek", "name": "Bo Ek"}, {("person", 1)}),
        ("organisation", {"name": "Ekby"}, {("organisation", 1)}),
        ("matter", {"key": "m", "title": "M"}, {("matter", 1)}),
        ("seat", {"body_id": 1, "position": 0, "role": "chair"}, {("body", 1)}),
        ("meeting", {"body_id": 1, "date": DAY, "stage": "planned"}, {("meeting", 2), ("body", 1)}),
        ("recess", {"meeting_id": 1, "starts": time(19)}, {("meeting", 1)}),
        ("document", {"item_id": 1, "position": 0, "title": "D"}, {("item", 1), ("meeting", 1)}),
        ("assignment", {"body_id": 1, "position": 0, "name": "A", "text": "T", "status": "open"},
         {("assignment", 1), ("body", 1)}),
        ("assignment", {"item_id": 1, "position": 0, "name": "A", "text": "T", "status": "open"},
         {("assignment", 1), ("item", 1), ("meeting", 1)}),
    ],
)  # fmt: skip
def test_a_change_names_the_things_that_pages_show(
    database: Database, table: str, values: dict[str, object], things: set[tuple[str, int]]
) -> None:
    minutes(database)
    heard: list[Changed] = []
    database.listen(heard.append)

    with database.change("Add") as change:
        change.insert(table, **values)

    assert heard[0].things == things


def test_what_is_deep_inside_an_item_names_the_item_and_its_meeting(database: Database) -> None:
    ids = minutes(database)
    with database.change("Vote") as change:
        division = change.insert(
            "division", item_id=ids.item, position=0, question="main", yes_means="ja", no_means="nej"
        )
    heard: list[Changed] = []
    database.listen(heard.append)

    with database.change("Vote") as change:
        change.insert("vote", division_id=division, position=0, name="Bo Ek", answer="yes")

    assert heard[0].things == {("item", ids.item), ("meeting", ids.meeting)}


def test_an_item_that_moves_names_both_its_meetings(database: Database) -> None:
    ids = minutes(database)
    with database.change("Plan") as change:
        other = change.insert("meeting", body_id=ids.body, date=DAY, starts=time(20), stage="planned")
    heard: list[Changed] = []
    database.listen(heard.append)

    with database.change("Move") as change:
        change.update("item", ids.item, meeting_id=other)

    assert heard[0].things == {("item", ids.item), ("meeting", ids.meeting), ("meeting", other)}


def test_a_file_that_another_program_keeps_busy_is_trouble_and_nothing_is_lost(
    database: Database, path: Path
) -> None:
    ids = minutes(database)
    raw = database._connection.connection.driver_connection
    assert raw
    raw.execute("PRAGMA busy_timeout=1")

    with by_hand(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Trouble, match="Another program is using"):
            write(database, ids.item, "Under tiden")
    with by_hand(path) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM item").fetchone()
        with pytest.raises(Trouble, match="Another program is using"):
            write(database, ids.item, "Under tiden")

    assert snapshot(database).items[0].summary == ()
    write(database, ids.item, "Efteråt")
    assert findings(database) == []


def test_every_connection_keeps_to_the_settings_that_keep_a_file_safe(database: Database) -> None:
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,  # EXTRA
        "locking_mode": "normal",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "secure_delete": 1,
    }

    with database.read() as read:
        found = {name: read.execute(text(f"PRAGMA {name}")).scalar_one() for name in wanted}

    assert found == wanted
