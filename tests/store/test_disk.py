"""What is left of a file when its disk, its folder or its program fails."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from pathlib import Path

import pytest

from builders import (
    another_program,
    entries,
    findings,
    findings_in,
    heard,
    minutes,
    names_in,
    rows,
    snapshot,
    summary,
    write,
)
from klubban.domain.text import plain
from klubban.store import reads
from klubban.store.database import Database
from klubban.store.trouble import Trouble

ELSEWHERE = "is no longer where it was opened"


def test_a_file_that_was_moved_is_not_written_until_it_is_back(database: Database, path: Path) -> None:
    ids = minutes(database)
    moved = path.rename(path.with_name("flyttad.klubban"))

    with pytest.raises(Trouble, match=ELSEWHERE):
        write(database, ids.item, "Förgäves")
    with pytest.raises(Trouble, match=ELSEWHERE):
        database.undo()

    assert not path.exists()
    moved.rename(path)
    write(database, ids.item, "Tillbaka")
    assert findings(database) == []


def test_a_file_that_was_deleted_is_not_made_again_by_a_save(database: Database, path: Path) -> None:
    ids = minutes(database)
    path.unlink()

    with pytest.raises(Trouble, match=ELSEWHERE):
        write(database, ids.item, "Förgäves")

    assert not path.exists()
    assert snapshot(database).items[0].title == "Trygghet"  # what is open can still be read, and copied


def test_a_file_that_was_replaced_is_not_written_over(database: Database, path: Path, tmp_path: Path) -> None:
    ids = minutes(database)
    with closing(Database.create(tmp_path / "annan.klubban")) as other:
        minutes(other, ("Annat",))
    (tmp_path / "annan.klubban").replace(path)
    before = path.read_bytes()

    with pytest.raises(Trouble, match=ELSEWHERE):
        write(database, ids.item, "Förgäves")

    assert path.read_bytes() == before


def test_a_reader_of_a_file_that_was_replaced_is_told(database: Database, path: Path) -> None:
    minutes(database)
    with closing(Database.open(path)) as reader:
        path.rename(path.with_name("flyttad.klubban"))

        with pytest.raises(Trouble, match=ELSEWHERE):
            reader.refresh()

        assert snapshot(reader).items[0].title == "Trygghet"


def test_a_file_whose_folder_was_renamed_is_not_written(tmp_path: Path) -> None:
    folder = tmp_path / "protokoll"
    folder.mkdir()
    with closing(Database.create(folder / "ekby.klubban")) as database:
        ids = minutes(database)
        folder.rename(tmp_path / "arkiv")

        with pytest.raises(Trouble, match=ELSEWHERE):
            write(database, ids.item, "Förgäves")


def test_a_file_that_may_not_be_written_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Database.create(path)) as database:
        minutes(database)
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_asked: False)  # what root is never told

    with closing(Database.open(path)) as database:
        assert database.read_only
        assert database.holder is None
        assert snapshot(database).items[0].title == "Trygghet"
        with pytest.raises(Trouble, match="It can be read, printed and exported"):
            write(database, 1, "Förgäves")
    assert names_in(path.parent) == [path.name]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_in_a_folder_that_may_not_be_written_is_read(path: Path) -> None:
    with closing(Database.create(path)) as database:
        minutes(database)
    path.parent.chmod(0o555)
    try:
        with closing(Database.open(path)) as database:
            assert database.read_only
            assert snapshot(database).items[0].title == "Trygghet"
    finally:
        path.parent.chmod(0o755)


def test_a_full_disk_is_told_and_the_file_is_whole(path: Path) -> None:
    with closing(Database.create(path)) as database:
        minutes(database)

    with another_program("fill", path) as program:
        said, errors = program.communicate()

    trouble, more_than_done, done = said.splitlines()
    assert not errors
    assert "the last change was not saved" in trouble
    assert more_than_done == "0"
    assert int(done) > 3
    assert findings_in(path) == []
    with closing(Database.open(path)) as database:
        assert snapshot(database).items[0].title == "Det som ryms"
    assert names_in(path.parent) == [path.name]


def half_a_change(database: Database, folder: Path) -> Path:
    """Copy a file with its journal from the midst of a change, as a computer that stops leaves them."""
    folder.mkdir()
    before = rows(database)
    with suppress(LookupError), database.change("Half") as change:
        change.connection.exec_driver_sql("PRAGMA cache_size=2")  # so that it reaches the disk early
        for number in range(300):
            change.insert("person", key=str(number), name="Person " * 100)
        change.update("item", 1, title="Halvvägs")
        for name in ("ekby.klubban", "ekby.klubban-journal"):
            shutil.copy(database.path.with_name(name), folder)
        change.delete("person", 999)
    assert rows(database) == before
    assert names_in(folder) == ["ekby.klubban", "ekby.klubban-journal"]
    return folder / "ekby.klubban"


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_half_a_change_is_taken_back_when_the_file_is_opened(
    database: Database, tmp_path: Path, *, read_only: bool
) -> None:
    ids = minutes(database)
    write(database, ids.item, "Det som var sparat")
    before = rows(database)
    cut = half_a_change(database, tmp_path / "kopia")

    with closing(Database.open(cut, read_only=read_only)) as opened:
        assert rows(opened) == before
        assert findings(opened) == []
        assert plain(summary(opened, ids.item)) == "Det som var sparat"

    assert names_in(cut.parent) == [cut.name]


def test_half_a_change_that_cannot_be_taken_back_is_told(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes(database)
    cut = half_a_change(database, tmp_path / "kopia")
    monkeypatch.setattr(
        "klubban.store.sqlite._left_unfinished", lambda _path: False
    )  # as where none may write

    with pytest.raises(Trouble, match="ended in the middle of a change"):
        Database.open(cut, read_only=True)


def test_all_that_was_reported_as_done_is_there_after_the_program_is_killed(path: Path) -> None:
    with closing(Database.create(path)) as database:
        minutes(database)
    done = 0

    for changes in (1, 4, 2, 7, 3):
        with another_program("work", path) as program:
            for _change in range(changes):
                done = int(heard(program))
            program.kill()
            program.wait()
            assert program.stdout
            for line in program.stdout:  # what was said before the end came
                done = int(line)

        with closing(Database.open(path)) as database:
            assert findings(database) == []
            with database.read() as read:
                there = len(reads.people(read))
            item = snapshot(database).items[0]
            assert there in (done, done + 1)  # one may have been done without being said
            assert item.number == there
            assert len(item.documents) == 20 * there
            assert plain(item.summary).startswith(f"{there - 1} ")
            assert entries(database) == 2 + there
        done = there

    with closing(Database.open(path)) as database:
        database.undo()
    assert names_in(path.parent) == [path.name]


def test_a_program_killed_in_the_midst_of_a_migration_leaves_the_file_as_it_was(path: Path) -> None:
    with closing(Database.create(path)) as database:
        minutes(database)
    before = path.read_bytes()

    with another_program("migrate", path) as program:
        assert heard(program) == "in the midst"
        program.kill()
        program.wait()

    assert path.read_bytes() == before
    with closing(Database.open(path)) as database:
        assert snapshot(database).items[0].title == "Trygghet"
        assert findings(database) == []
