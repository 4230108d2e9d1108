from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from builders import minutes, new_file, snapshot
from copies import ON, TITLES, Chair
from klubban.domain.chairs_copy import Does
from klubban.operations.agenda import set_item
from klubban.operations.chairs_copy import lend_copy
from klubban.store.database import Database
from running import Run, Said


@pytest.fixture
def file(path: Path) -> Path:
    with closing(new_file(path)) as database:
        minutes(database, TITLES, number=None)
    return path


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "ks.klubban-ordf"


def lent(run: Run, file: Path, copy: Path) -> Said:
    return run("chairs-copy", file, "--body", "KS", "--date", "2016-02-22", "--out", copy)


def back(chair: Chair, copy: Path) -> Path:
    path = copy.with_name("back.klubban-ordf")
    path.write_bytes(chair.data)
    return path


def test_a_copy_is_written_and_its_path_told(run: Run, file: Path, copy: Path) -> None:
    said = lent(run, file, copy)

    assert (said.code, said.out) == (0, f"{copy}\n")
    assert [item.title for item in Chair(copy).copy.base.items] == list(TITLES)


@pytest.mark.parametrize("name", ["{own}", "another.klubban", "another.KLUBBAN"])
def test_a_copy_is_not_written_over_a_file_of_klubbans(
    run: Run, file: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / name.format(own=file.name)
    before = file.read_bytes()
    target.write_bytes(before)

    refusal = lent(run, file, target).refusal

    assert target.name in refusal
    assert (file.read_bytes(), target.read_bytes()) == (before, before)


def test_a_copy_is_not_written_over_its_own_file_by_another_name(run: Run, file: Path, copy: Path) -> None:
    copy.symlink_to(file)
    before = file.read_bytes()

    assert copy.name in lent(run, file, copy).refusal
    assert file.read_bytes() == before


def test_what_the_chair_changed_is_shown_and_the_file_is_only_read(run: Run, file: Path, copy: Path) -> None:
    lent(run, file, copy)
    chair = Chair(copy)
    chair.moves("Övriga frågor", "Upprop")
    before = file.read_bytes()

    said = run("take-chairs-copy", file, back(chair, copy))

    first, now = said.out.splitlines()
    assert said.code == 0
    assert "Övriga frågor" in first
    assert "Upprop" in first
    assert "Skolväg" in now
    assert file.read_bytes() == before


def test_accepting_takes_it_once(run: Run, file: Path, copy: Path) -> None:
    lent(run, file, copy)
    chair = Chair(copy)
    chair.moves("Övriga frågor", "Upprop")
    chair.does(Does.ADD, title="Ny skola")

    first = run("take-chairs-copy", file, back(chair, copy), "--accept")
    taken = file.read_bytes()
    again = run("take-chairs-copy", file, back(chair, copy), "--accept")

    assert (first.code, again.code) == (0, 0)
    assert first.out.startswith("2 ")
    assert again.out.startswith("0 ")
    assert file.read_bytes() == taken
    with closing(Database.open(file)) as database:
        assert [item.title for item in snapshot(database).items][:3] == [
            "Ny skola",
            "Upprop",
            "Övriga frågor",
        ]


def test_what_is_in_conflict_is_named_and_left(run: Run, file: Path, copy: Path) -> None:
    lent(run, file, copy)
    chair = Chair(copy)
    chair.does(Does.TIME, "Budget", minutes=20)
    chair.does(Does.COMMENT, "Skolväg", text="Varför?")
    with closing(Database.open(file)) as database:
        set_item(database, snapshot(database).items[2].id, minutes=45)

    shown = run("take-chairs-copy", file, back(chair, copy))
    accepted = run("take-chairs-copy", file, back(chair, copy), "--accept")

    assert (shown.code, accepted.code) == (1, 1)
    assert "Budget" in accepted.out
    assert "Skolväg" not in accepted.out
    with closing(Database.open(file)) as database:
        assert snapshot(database).items[2].minutes == 45
        assert [each.text for each in snapshot(database).items[3].comments] == ["Varför?"]


def test_another_files_copy_is_refused_in_one_line(run: Run, file: Path, copy: Path, tmp_path: Path) -> None:
    with closing(Database.create(tmp_path / "third.klubban", "Eva Vik")) as database:
        held = minutes(database, TITLES, number=None)
        lend_copy(database, held.meeting, copy, on=ON, by="Eva Vik")
    before = file.read_bytes()

    said = run("take-chairs-copy", file, copy, "--accept")

    assert "Kommunstyrelsen" in said.refusal
    assert file.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"Hej", b'{"format": "klubban-chairs-copy-9"}', b"[" * 50_000])
def test_what_is_no_copy_is_refused_in_one_line(run: Run, file: Path, copy: Path, data: bytes) -> None:
    copy.write_bytes(data)

    assert run("take-chairs-copy", file, copy, "--accept").refusal


def test_a_copy_that_is_not_there_is_refused(run: Run, file: Path, copy: Path) -> None:
    assert str(copy) in run("take-chairs-copy", file, copy).refusal


def test_nothing_is_written_to_a_folder(run: Run, file: Path, tmp_path: Path) -> None:
    assert str(tmp_path) in lent(run, file, tmp_path).refusal


def test_line_breaks_in_a_comment_do_not_break_what_is_shown(run: Run, file: Path, copy: Path) -> None:
    lent(run, file, copy)
    chair = Chair(copy)
    chair.does(Does.COMMENT, "Budget", text="Ett\n2. [kan godtas] Två")

    said = run("take-chairs-copy", file, back(chair, copy))

    assert len(said.out.splitlines()) == 2
