"""One writer; everybody else reads, and knows who writes."""

from __future__ import annotations

import json
import socket
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from builders import another_program, heard, minutes, names_in, rows, snapshot, write
from klubban.domain.text import plain
from klubban.store.database import Changed, Database
from klubban.store.lock import Held, Lock
from klubban.store.trouble import Trouble


def test_a_second_program_opens_the_file_to_read_and_knows_who_has_it(path: Path) -> None:
    Database.create(path).close()

    with another_program("hold", path) as program:
        assert heard(program) == "writes"
        with closing(Database.open(path, "Anna Berg")) as database:
            assert database.read_only
            assert database.holder
            assert database.holder.who == "Bo Ek"
            assert database.holder.computer == socket.gethostname()
            assert timedelta() <= datetime.now(UTC) - database.holder.since < timedelta(minutes=1)
            with pytest.raises(Trouble, match="is open for reading only"):
                minutes(database)


def test_a_second_window_of_the_same_program_reads_too(path: Path, database: Database) -> None:
    with closing(Database.open(path)) as second:
        assert second.read_only
        assert second.holder
        assert second.holder.who == "Anna Berg"

    minutes(database)  # and closing it took no lock from the first


def test_the_lock_is_let_go_when_its_holder_is_killed(path: Path) -> None:
    Database.create(path).close()
    with another_program("hold", path) as program:
        assert heard(program) == "writes"
        program.kill()

    with closing(Database.open(path)) as database:
        assert not database.read_only
        assert database.holder is None
        minutes(database)

    assert names_in(path.parent) == [path.name]


def test_the_lock_is_let_go_and_leaves_nothing_when_the_file_is_closed(path: Path) -> None:
    Database.create(path).close()
    with another_program("hold", path) as program:
        assert heard(program) == "writes"
        assert names_in(path.parent) == [path.name, f"{path.name}.lock"]
        program.communicate("stop\n")

    assert names_in(path.parent) == [path.name]


def test_a_lock_file_left_behind_does_not_keep_anybody_out(path: Path) -> None:
    Database.create(path).close()
    lock = path.with_name(f"{path.name}.lock")
    lock.write_text(json.dumps({"who": "Bo Ek", "computer": "stadshuset-7", "since": "2016-02-22T18:30:00"}))

    with closing(Database.open(path)) as database:
        assert not database.read_only
        assert json.loads(lock.read_text())["who"] != "Bo Ek"

    assert names_in(path.parent) == [path.name]


def test_one_file_has_one_writer_by_whatever_name_it_is_reached(path: Path, database: Database) -> None:
    link = path.with_name("genväg.klubban")
    link.symlink_to(path)

    with closing(Database.open(link)) as second:
        assert second.read_only
        assert second.holder
    assert not database.read_only


def test_whoever_asks_only_to_read_needs_no_lock(path: Path, database: Database) -> None:
    minutes(database)

    with closing(Database.open(path, read_only=True)) as reader:
        assert reader.read_only
        assert reader.holder is None
        assert rows(reader) == rows(database)


def test_where_no_lock_file_can_be_made_the_file_is_read(path: Path) -> None:
    Database.create(path).close()
    path.with_name(f"{path.name}.lock").mkdir()

    with closing(Database.open(path)) as database:
        assert database.read_only
        assert database.holder is None


def test_where_no_lock_file_can_be_made_no_file_is_made(path: Path) -> None:
    path.with_name(f"{path.name}.lock").mkdir()

    with pytest.raises(Trouble, match="cannot be opened"):
        Database.create(path)

    assert not path.exists()


def test_a_lock_file_whose_holder_cannot_be_read_still_locks(path: Path) -> None:
    lock = Lock.acquire(path, "Bo Ek")
    path.with_name(f"{path.name}.lock").write_text('{"who": ')

    with pytest.raises(Held) as refused:
        Lock.acquire(path, "Anna Berg")

    assert refused.value.holder is None
    lock.release()


def test_a_full_disk_keeps_the_name_out_of_a_lock_file_but_not_the_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("klubban.store.lock.json.dumps", fail)
        lock = Lock.acquire(path, "Bo Ek")

    with pytest.raises(Held):
        Lock.acquire(path, "Anna Berg")
    lock.release()
    assert names_in(path.parent) == []


def fail(_told: object) -> str:
    raise OSError(28, "No space left on device")


def test_of_two_programs_that_make_a_file_at_once_one_does(path: Path) -> None:
    lock = Lock.acquire(path, "Bo Ek")

    with pytest.raises(Trouble, match="There is already a file"):
        Database.create(path)

    assert not path.exists()
    lock.release()


def test_a_reader_sees_what_the_writer_changes(path: Path, database: Database) -> None:
    ids = minutes(database)
    told: list[Changed] = []
    with closing(Database.open(path)) as reader:
        reader.listen(told.append)
        assert not reader.refresh()

        write(database, ids.item, "Programmet skickas på remiss.")

        assert reader.refresh()
        assert plain(snapshot(reader).items[0].summary) == "Programmet skickas på remiss."
        assert not reader.refresh()
    assert [(each.things, each.label) for each in told] == [(frozenset(), "Changed by another program")]


def test_a_reader_knows_what_the_writer_could_undo(path: Path, database: Database) -> None:
    ids = minutes(database)
    with closing(Database.open(path)) as reader:
        write(database, ids.item, "Programmet skickas på remiss.")
        reader.refresh()

        assert reader.undoable == database.undoable
        database.undo()
        reader.refresh()
        assert (reader.undoable, reader.redoable) == (database.undoable, database.redoable)


def test_a_writer_does_not_take_its_own_changes_for_another_programs(database: Database) -> None:
    minutes(database)

    assert not database.refresh()
