"""The chair's copy, as the secretary sees it: saved, opened, judged by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from builders import Minutes, minutes, rows, snapshot
from copies import TITLES, Chair, lend
from klubban.domain.chairs_copy import Does
from klubban.domain.merging import Status
from klubban.operations.agenda import move_item, remove_item, set_item
from klubban.ui.chair.review import ReviewPage
from klubban.ui.file_page import FilePage
from ui.helpers import press, settle, shown_page, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.store.database import Database


_NAME = QAccessible.Text.Name


@pytest.fixture
def held(database: Database) -> Minutes:
    return minutes(database, TITLES, number=None)


@pytest.fixture
def file_page(qtbot: QtBot, database: Database, held: Minutes, settings: Settings) -> Iterator[FilePage]:
    with shown_page(qtbot, database, settings) as shown:
        shown.show_room("review", held.meeting)
        settle()
        yield shown


@pytest.fixture
def review(file_page: FilePage) -> ReviewPage:
    room = file_page._rooms.shown(file_page._pages.currentWidget())
    assert isinstance(room, ReviewPage)
    return room


@pytest.fixture
def chair(database: Database, held: Minutes, tmp_path: Path) -> Chair:
    lend(database, held.meeting, tmp_path / "ks.klubban-ordf")
    return Chair(tmp_path / "ks.klubban-ordf")


def came_back(review: ReviewPage, chair: Chair, tmp_path: Path) -> None:
    path = tmp_path / "back.klubban-ordf"
    path.write_bytes(chair.data)
    review.files.open_copy(path)
    settle()


def statuses(review: ReviewPage) -> list[Status]:
    assert review.review is not None
    return [each.status for each in review.review.moves]


def lines(review: ReviewPage) -> list[str]:
    model = review.list.rows
    return [row.words for number in range(model.rowCount()) if (row := model.row(number))]


def titles(database: Database) -> list[str]:
    return [item.title for item in snapshot(database).items]


def test_without_a_copy_the_page_says_how_one_is_lent(review: ReviewPage) -> None:
    assert review.save.hasFocus()
    assert not review.all.isVisible()
    assert any("Save a copy and mail it" in face.text(_NAME) for face in spoken(review))


def test_a_copy_is_saved_and_the_page_remembers_that(
    review: ReviewPage, held: Minutes, tmp_path: Path
) -> None:
    review.files.save_copy(held.meeting, tmp_path / "till-ordf")

    assert (tmp_path / "till-ordf.klubban-ordf").exists()
    assert review.foot.said == "Saved till-ordf.klubban-ordf. Mail it to the chair."


def test_a_copy_that_cannot_be_saved_is_told_of(review: ReviewPage, held: Minutes, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    review.files.save_copy(held.meeting, tmp_path / "file" / "ks.klubban-ordf")

    assert "could not be written" in review.foot.said


def test_each_change_stands_beside_what_stands_now(review: ReviewPage, chair: Chair, tmp_path: Path) -> None:
    chair.moves("Övriga frågor", "Upprop")
    chair.does(Does.WITHDRAW, "Skolväg", text="Underlaget är inte klart")

    came_back(review, chair, tmp_path)

    assert lines(review) == [
        "The chair wants, As it stands now",
        "can be taken. Move item 5, Övriga frågor, to after item 1, Upprop."
        " Item 5, Övriga frågor, after item 4, Skolväg",
        "can be taken. Withdraw item 4, Skolväg. ”Underlaget är inte klart”."
        " Item 4, Skolväg: is on the agenda",
    ]
    assert review.list.hasFocus()


def test_changes_are_judged_by_keys_one_by_one(
    review: ReviewPage, chair: Chair, tmp_path: Path, database: Database
) -> None:
    chair.moves("Övriga frågor", "Upprop")
    chair.does(Does.WITHDRAW, "Skolväg")
    chair.does(Does.COMMENT, "Budget", text="Varför?")
    came_back(review, chair, tmp_path)

    press(review.list, Qt.Key.Key_T)
    press(review.list, Qt.Key.Key_L)
    press(review.list, Qt.Key.Key_T)

    assert statuses(review) == [Status.TAKEN, Status.LEFT, Status.TAKEN]
    assert titles(database)[1] == "Övriga frågor"
    assert [each.text for each in snapshot(database).items[3].comments] == ["Varför?"]


def test_all_that_fit_are_taken_by_one_key_and_taken_back_by_another(
    review: ReviewPage, file_page: FilePage, chair: Chair, tmp_path: Path, database: Database
) -> None:
    chair.moves("Övriga frågor", "Upprop")
    chair.does(Does.ADD, title="Ny skola")
    came_back(review, chair, tmp_path)
    before = rows(database)

    press(review.list, Qt.Key.Key_A)
    taken = statuses(review)
    file_page.undo()
    settle()

    assert taken == [Status.TAKEN, Status.TAKEN]
    assert statuses(review) == [Status.APPLIES, Status.APPLIES]
    assert rows(database) == before


def test_what_is_in_conflict_is_taken_when_it_is_asked_for_twice(
    review: ReviewPage, chair: Chair, held: Minutes, tmp_path: Path, database: Database
) -> None:
    chair.does(Does.TIME, "Budget", minutes=20)
    set_item(database, held.items[2], minutes=45)
    came_back(review, chair, tmp_path)

    press(review.list, Qt.Key.Key_T)
    asked, first = review.foot.said, snapshot(database).items[2].minutes
    press(review.list, Qt.Key.Key_T)

    assert asked == "Something is in the way. Press T again to take it nevertheless."
    assert (first, snapshot(database).items[2].minutes) == (45, 20)


def test_asking_is_forgotten_when_another_change_is_taken_in_hand(
    review: ReviewPage, chair: Chair, held: Minutes, tmp_path: Path, database: Database
) -> None:
    chair.does(Does.TIME, "Budget", minutes=20)
    chair.does(Does.COMMENT, "Budget", text="Varför?")
    set_item(database, held.items[2], minutes=45)
    came_back(review, chair, tmp_path)

    press(review.list, Qt.Key.Key_T)
    press(review.list, Qt.Key.Key_Down)
    press(review.list, Qt.Key.Key_Up)
    press(review.list, Qt.Key.Key_T)

    assert snapshot(database).items[2].minutes == 45


def test_what_is_gone_can_only_be_left(
    review: ReviewPage, chair: Chair, held: Minutes, tmp_path: Path, database: Database
) -> None:
    chair.moves("Övriga frågor", "Upprop")
    remove_item(database, held.items[4])
    came_back(review, chair, tmp_path)

    press(review.list, Qt.Key.Key_T)
    told = review.foot.said
    press(review.list, Qt.Key.Key_L)

    assert told == "The item is no longer on the agenda. Leave the change: L."
    assert statuses(review) == [Status.LEFT]


def test_what_changes_meanwhile_is_judged_anew(
    review: ReviewPage, chair: Chair, held: Minutes, tmp_path: Path, database: Database
) -> None:
    chair.moves("Övriga frågor", "Upprop")
    came_back(review, chair, tmp_path)

    move_item(database, held.items[4], None)
    settle()

    assert statuses(review) == [Status.CONFLICTS]


def test_a_file_that_is_no_copy_is_refused_in_the_page(
    review: ReviewPage, tmp_path: Path, database: Database
) -> None:
    before = rows(database)
    (tmp_path / "brev.txt").write_text("Hej")

    review.files.open_copy(tmp_path / "brev.txt")

    assert review.banner.isVisible()
    assert "brev.txt: This file is no chair's copy" in review.banner.accessibleName()
    assert rows(database) == before


def test_a_file_that_is_not_there_is_told_of(review: ReviewPage, tmp_path: Path) -> None:
    review.files.open_copy(tmp_path / "borta.klubban-ordf")

    assert "borta.klubban-ordf cannot be read" in review.banner.accessibleName()


def test_a_copy_without_changes_says_so(review: ReviewPage, chair: Chair, tmp_path: Path) -> None:
    came_back(review, chair, tmp_path)

    assert any("Bo Ek changed nothing" in face.text(_NAME) for face in spoken(review))


def test_markup_is_shown_as_it_is_written(review: ReviewPage, chair: Chair, tmp_path: Path) -> None:
    chair.does(Does.ADD, title="<b>Fet</b>")

    came_back(review, chair, tmp_path)

    assert "Add ”<b>Fet</b>” in the first place" in lines(review)[1]


def test_esc_leads_to_the_summons(review: ReviewPage, file_page: FilePage) -> None:
    press(review, Qt.Key.Key_Escape)
    settle()

    assert file_page._rooms.name_of(file_page._pages.currentWidget()) == "summons"
