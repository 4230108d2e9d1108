"""A chair's copy that is open: saved at once, taken back, refused when it was tampered with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import Minutes, minutes, snapshot
from copies import TITLES, key_of, lend
from klubban.domain.chairs_copy import Copy, Does, Move
from klubban.domain.errors import RuleBroken
from klubban.domain.merging import Status
from klubban.domain.text import from_plain
from klubban.exchange import chairs_copy as exchange
from klubban.exchange.refused import Refused
from klubban.operations.chairs_copy import review
from klubban.operations.chairs_verdicts import take_moves
from klubban.operations.copy_file import CopyFile
from klubban.operations.copy_notes import CopyNotes
from klubban.operations.file_sort import is_copy
from klubban.store.trouble import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from klubban.store.database import Database


@pytest.fixture
def held(database: Database) -> Minutes:
    return minutes(database, TITLES, number=None)


@pytest.fixture
def file(database: Database, held: Minutes, tmp_path: Path) -> CopyFile:
    path = tmp_path / "ks.klubban-ordf"
    lend(database, held.meeting, path)
    return CopyFile(path)


def on_disk(file: CopyFile) -> Copy:
    return exchange.read(file.path.read_bytes())


def withdraw(file: CopyFile, title: str) -> Move:
    return Move(does=Does.WITHDRAW, item=key_of(file.copy, title))


def test_each_act_is_in_the_file_at_once_with_who_did_it(file: CopyFile) -> None:
    file.does(withdraw(file, "Budget"))

    assert [move.does for move in on_disk(file).moves] == [Does.WITHDRAW]
    assert on_disk(file).by == file.by


def test_the_last_act_is_taken_back_and_made_again_in_the_file_too(file: CopyFile) -> None:
    file.does(withdraw(file, "Budget"))
    file.does(Move(does=Does.ADD, title="Extra", after=key_of(file.copy, "Upprop")))
    whole = on_disk(file)

    file.undo()
    after_one = len(on_disk(file).moves)
    file.undo()
    file.redo()
    file.redo()

    assert after_one == 1
    assert on_disk(file) == whole
    assert file.redo() is None


def test_with_nothing_done_there_is_nothing_to_take_back(file: CopyFile) -> None:
    assert file.undo() is None
    assert file.does(Move(does=Does.MOVE, item=key_of(file.copy, "Upprop"), after=None)) is None


def test_an_act_ends_what_could_be_made_again(file: CopyFile) -> None:
    file.does(withdraw(file, "Budget"))
    file.undo()
    file.does(withdraw(file, "Skolväg"))

    assert file.redo() is None


def test_a_copy_is_opened_again_where_it_was_left_and_can_still_be_taken_back(file: CopyFile) -> None:
    file.does(withdraw(file, "Budget"))

    again = CopyFile(file.path)
    again.undo()

    assert on_disk(again).moves == ()


def test_what_the_agenda_does_not_allow_changes_nothing(file: CopyFile) -> None:
    before = file.path.read_bytes()

    with pytest.raises(RuleBroken):
        file.does(Move(does=Does.ADD, title=" "))

    assert file.path.read_bytes() == before


def test_a_file_that_something_else_changed_is_not_written_over(file: CopyFile) -> None:
    other = CopyFile(file.path)
    other.does(withdraw(other, "Budget"))

    with pytest.raises(Trouble, match="changed or moved"):
        file.does(withdraw(file, "Skolväg"))

    assert on_disk(file) == other.copy
    assert file.copy.moves == ()


def test_a_file_that_was_moved_away_is_told_of(file: CopyFile) -> None:
    file.path.rename(file.path.with_name("other.klubban-ordf"))

    with pytest.raises(Trouble, match="changed or moved"):
        file.does(withdraw(file, "Skolväg"))


def test_a_copy_is_known_by_its_content_whatever_it_is_called(
    file: CopyFile, database: Database, tmp_path: Path
) -> None:
    renamed = tmp_path / "ks.klubban"
    renamed.write_bytes(file.path.read_bytes())
    disguised = tmp_path / "file.klubban-ordf"
    disguised.write_bytes(database.path.read_bytes())

    assert is_copy(renamed)
    assert not is_copy(disguised)
    assert not is_copy(tmp_path / "missing.klubban-ordf")


def test_a_copy_that_was_cut_off_is_refused(file: CopyFile) -> None:
    file.path.write_bytes(file.path.read_bytes()[5:])

    assert is_copy(file.path)
    with pytest.raises(Refused):
        CopyFile(file.path)


def test_what_was_done_in_a_copy_comes_back_to_the_agenda(
    file: CopyFile, database: Database, held: Minutes
) -> None:
    file.does(Move(does=Does.MOVE, item=key_of(file.copy, "Övriga frågor"), after=None))
    file.does(withdraw(file, "Skolväg"))
    file.undo()
    file.does(Move(does=Does.ADD, title="Extra", after=key_of(file.copy, "Budget")))

    came = review(database, file.path.read_bytes())
    take_moves(database, came, None, on=came.meeting.date)

    assert {each.status for each in came.moves} == {Status.APPLIES}
    assert [item.title for item in snapshot(database, held.meeting).items] == [
        "Övriga frågor",
        "Upprop",
        "Föregående protokoll",
        "Budget",
        "Extra",
        "Skolväg",
    ]


# --- notes


def test_notes_to_a_copy_are_kept_beside_it_and_never_in_it(file: CopyFile, tmp_path: Path) -> None:
    before, folder = file.path.read_bytes(), tmp_path / "notes"
    note = from_plain("Fråga Eva först.")

    CopyNotes(file.copy.sha256, folder).write("k", note)

    assert CopyNotes(file.copy.sha256, folder).of("k") == note
    assert CopyNotes("another", folder).of("k") == ()
    assert file.path.read_bytes() == before


def test_a_note_is_taken_away(tmp_path: Path) -> None:
    notes = CopyNotes("a", tmp_path)
    notes.write("k", from_plain("Fråga Eva först."))

    notes.write("k", ())

    assert CopyNotes("a", tmp_path).of("k") == ()


def test_broken_notes_only_mean_that_there_are_none(tmp_path: Path) -> None:
    for broken in ("[]", "{", '{"k": 1}', '{"k": [{"x": 1}]}'):
        (tmp_path / "a.json").write_text(broken)

        assert CopyNotes("a", tmp_path).of("k") == ()
