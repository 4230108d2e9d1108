"""Undo and redo of any change: in steps, up to a barrier, and after the file was closed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from builders import DAY, entries, findings, minutes, rows, summary, write
from klubban.domain.text import plain
from klubban.store.change import Change
from klubban.store.database import Database, Step


def add(change: Change) -> None:
    motion = change.insert("motion", item_id=1, position=0, asks="approve")
    change.insert("mover", motion_id=motion, position=0, name="Bo Ek")


def rewrite(change: Change) -> None:
    change.update("item", 1, title="Trygghetsprogram", number=None, kind="decision", confidential=True)
    change.update("body", 1, name="Kommunstyrelsen i Ekby", rules={"quorum": False})


def take_out(change: Change) -> None:
    change.delete_whole("meeting", 1)


def swap(change: Change) -> None:
    first, second = change.rows("item", meeting_id=1)
    change.update("item", int(first["id"] or 0), position=1, number=20)
    change.update("item", int(second["id"] or 0), position=0, number=19)


def replace(change: Change) -> None:
    change.delete("item", 2)
    new = change.insert("item", meeting_id=1, position=1, title="I stället")
    change.insert("document", item_id=new, position=0, title="Bilaga")


def in_a_circle(change: Change) -> None:
    first = change.insert("body", key="a", name="A", kind="council")
    second = change.insert("body", key="b", name="B", kind="council", parent_id=first)
    change.update("body", first, parent_id=second)


CHANGES: list[Callable[[Change], None]] = [add, rewrite, take_out, swap, replace, in_a_circle]


@pytest.mark.parametrize("reopened", [False, True], ids=["at once", "after closing the file"])
@pytest.mark.parametrize("make", CHANGES)
def test_any_change_can_be_undone_and_done_again(
    path: Path, make: Callable[[Change], None], *, reopened: bool
) -> None:
    database = Database.create(path)
    minutes(database, ("Trygghet", "Budget"))
    before = rows(database)
    with database.change("Change") as change:
        make(change)
    after = rows(database)
    assert after != before

    for _round in range(2):
        for expected, replay in ((before, Database.undo), (after, Database.redo)):
            if reopened:
                database.close()
                database = Database.open(path)
            assert replay(database) == Step("Change", {}, None)
            assert rows(database) == expected
            assert findings(database) == []
    database.close()


def test_undo_and_redo_tell_what_they_would_do_and_where(database: Database) -> None:
    ids = minutes(database)
    assert database.undoable == Step("Begin", {}, None)
    write(database, ids.item, "Remiss")
    step = Step("Write {item}", {"item": "§ 19"}, ("item", ids.item))

    assert (database.undoable, database.redoable) == (step, None)
    assert database.undo() == step
    assert (database.undoable, database.redoable) == (Step("Begin", {}, None), step)
    assert database.redo() == step
    assert (database.undoable, database.redoable) == (step, None)


def test_a_new_file_has_nothing_to_undo(database: Database) -> None:
    assert (database.undoable, database.redoable) == (None, None)
    assert (database.undo(), database.redo()) == (None, None)
    assert entries(database) == 1


def test_steps_are_undone_one_after_the_other_and_done_again_in_their_order(database: Database) -> None:
    ids = minutes(database)
    states = [rows(database)]
    for words in ("Ett", "Två", "Tre"):
        write(database, ids.item, words)
        states.append(rows(database))

    for state in reversed(states[:-1]):
        database.undo()
        assert rows(database) == state
    for state in states[1:]:
        database.redo()
        assert rows(database) == state
    assert database.redo() is None


def test_what_was_undone_is_out_of_reach_after_another_change_but_not_out_of_the_journal(
    database: Database,
) -> None:
    ids = minutes(database)
    write(database, ids.item, "Ett")
    write(database, ids.item, "Två")
    database.undo()
    write(database, ids.item, "Tre")

    assert database.redoable is None
    database.undo()
    assert plain(summary(database, ids.item)) == "Ett"
    assert entries(database) == 7


def test_a_run_of_typing_is_one_step(database: Database) -> None:
    ids = minutes(database)
    for words in ("P", "Pro", "Programmet"):
        write(database, ids.item, words, run="typing")

    database.undo()

    assert summary(database, ids.item) == ()
    database.redo()
    assert plain(summary(database, ids.item)) == "Programmet"
    database.undo()
    assert database.undoable == Step("Begin", {}, None)


@pytest.mark.parametrize("between", ["another run", "another change", "undo and redo", "reopening"])
def test_a_run_that_was_interrupted_goes_on_as_another_step(path: Path, between: str) -> None:
    database = Database.create(path)
    ids = minutes(database)
    write(database, ids.item, "Ett", run="typing")
    if between == "another run":
        write(database, ids.item, "Ett!", run="elsewhere")
    elif between == "another change":
        write(database, ids.item, "Ett!")
    elif between == "undo and redo":
        database.undo()
        database.redo()
    else:
        database.close()
        database = Database.open(path)
    before = rows(database)

    write(database, ids.item, "Ett två", run="typing")
    write(database, ids.item, "Ett två tre", run="typing")

    database.undo()
    assert rows(database) == before
    database.close()


def test_saves_of_a_run_that_change_nothing_do_not_break_it(database: Database) -> None:
    ids = minutes(database)
    for words in ("Ett", "Ett", "Ett två"):
        write(database, ids.item, words, run="typing")

    database.undo()

    assert summary(database, ids.item) == ()


def test_undo_does_not_cross_a_barrier(path: Path) -> None:
    with closing(Database.create(path)) as database:
        ids = minutes(database)
        write(database, ids.item, "Före")
        with database.change("Verify", barrier=True) as change:
            change.insert("verification", meeting_id=ids.meeting, position=0, date=DAY)
        assert (database.undoable, database.redoable) == (None, None)
        write(database, ids.item, "Efter")
        database.undo()
        assert plain(summary(database, ids.item)) == "Före"
        assert database.undo() is None

    with closing(Database.open(path)) as database:
        assert database.undoable is None
        assert database.redoable == Step("Write {item}", {"item": "§ 19"}, ("item", ids.item))


def test_a_barrier_takes_away_what_could_be_done_again(database: Database) -> None:
    ids = minutes(database)
    write(database, ids.item, "Ett")
    database.undo()
    with database.change("Verify", barrier=True) as change:
        change.insert("verification", meeting_id=ids.meeting, position=0, date=DAY)

    assert (database.undoable, database.redoable) == (None, None)


def test_a_run_does_not_go_on_through_a_barrier(database: Database) -> None:
    ids = minutes(database)
    write(database, ids.item, "Ett", run="typing")
    with database.change("Post", run="typing", barrier=True) as change:
        change.insert("notice", meeting_id=ids.meeting, position=0, posted=DAY)
    write(database, ids.item, "Två", run="typing")

    database.undo()

    assert plain(summary(database, ids.item)) == "Ett"
    assert database.undoable is None
