"""Members read in from a list: each line in words, errors by line, one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from klubban.ui.imports import reading
from klubban.ui.registers.body_surface import BodySurface
from klubban.ui.registers.import_page import ImportPage
from ui.helpers import settle
from ui.registers import Office, opened, seats

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage

GOOD = (
    "Namn;Parti;Roll;Från;Till;Skonummer\n"
    "Eva Asp;C;Ledamot;2100-01-01;2103-12-31;38\n"
    "Bo Ek;S;Ledamot;2100-01-01;2103-12-31;\n"
    ";V;Ledamot;2100-01-01;2103-12-31;\n"
)
WRONG = GOOD + "Fel Fransson;S;Kejsare;2100-01-01;2103-12-31;\n"


def looked_at(page: FilePage, body: int, path: Path, words: str, encoding: str = "utf-8") -> ImportPage:
    path.write_text(words, encoding)
    opened(page, body)
    page.registers.preview_list(path)
    settle()
    shown = page.registers.surface
    assert isinstance(shown, ImportPage)
    return shown


def lines(shown: ImportPage) -> list[str]:
    rows = shown.list.rows
    return [row.words for n in range(rows.rowCount()) if (row := rows.row(n))]


def test_a_list_without_errors_is_told_line_by_line_and_read_in_by_one_key(
    page: FilePage, office: Database, bodies: Office, tmp_path: Path
) -> None:
    shown = looked_at(page, bodies.committee, tmp_path / "lista.csv", GOOD, "cp1252")

    assert lines(shown) == [
        "Will be read in",
        "Line 2: Eva Asp (C) is new in the register, and gets a seat: member, 2100–2103",
        "Line 3: Bo Ek (S) gets a seat: member, 2100–2103",
        "Line 4: A vacant seat: member (V), 2100–2103",
    ]
    assert shown._unknown.text() == "Left out, since the heading says nothing here: ”Skonummer”."
    assert shown.chief.text() == "Read in 3 members"
    assert shown.chief.hasFocus()
    QTest.keyClick(shown.chief, Qt.Key.Key_Space)
    settle()

    assert isinstance(page.registers.surface, BodySurface)
    assert len(seats(office, bodies.committee)) == 5 + 3
    assert page.registers.foot._message.text() == "Read in 3 members."
    page.undo()
    settle()
    assert len(seats(office, bodies.committee)) == 5


def test_errors_stand_first_with_what_was_expected_and_stop_the_button(
    page: FilePage, office: Database, bodies: Office, tmp_path: Path
) -> None:
    shown = looked_at(page, bodies.committee, tmp_path / "lista.csv", WRONG)

    assert lines(shown)[0] == "To be put right"
    assert lines(shown)[1].startswith("Line 5: Fel Fransson (S). Roll: Expected ")
    assert not shown.chief.isEnabled()
    assert "1 line does not fit." in shown._note.text()
    assert shown.good.text() == "Read in the 3 that fit"
    shown.good.click()
    settle()

    assert len(seats(office, bodies.committee)) == 5 + 3


def test_a_file_put_right_is_read_again(page: FilePage, bodies: Office, tmp_path: Path) -> None:
    shown = looked_at(page, bodies.committee, tmp_path / "lista.csv", WRONG)
    (tmp_path / "lista.csv").write_text(GOOD)
    shown.again.click()
    settle()

    assert shown.chief.isEnabled()
    assert shown.good.isHidden()


def test_a_file_that_is_no_list_is_refused_in_words(page: FilePage, bodies: Office, tmp_path: Path) -> None:
    shown = looked_at(page, bodies.committee, tmp_path / "dikt.txt", "Jag är bara en dikt.\n")

    assert "dikt.txt has no line of headings" in shown._note.text()
    assert shown.chief.isHidden()


def test_a_file_that_is_gone_is_told_of(page: FilePage, bodies: Office, tmp_path: Path) -> None:
    opened(page, bodies.committee)
    page.registers.preview_list(tmp_path / "borta.csv")
    shown = page.registers.surface

    assert isinstance(shown, ImportPage)
    assert shown._note.text().startswith("borta.csv cannot be read: ")


def test_a_large_list_is_read_while_the_window_goes_on(
    page: FilePage, bodies: Office, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_SMALL", 10)
    (tmp_path / "lista.csv").write_text(GOOD)
    opened(page, bodies.committee)
    page.registers.preview_list(tmp_path / "lista.csv")
    shown = page.registers.surface
    assert isinstance(shown, ImportPage)
    assert shown.preview is None

    qtbot.waitUntil(lambda: shown.preview is not None, timeout=3000)
    assert shown.chief.text() == "Read in 3 members"


def test_what_the_register_gained_meanwhile_is_looked_at_again(
    page: FilePage, office: Database, bodies: Office, tmp_path: Path
) -> None:
    shown = looked_at(page, bodies.committee, tmp_path / "lista.csv", GOOD)
    before = shown.preview
    assert before is not None
    office.undo()  # the last alternate's seat
    settle()
    shown.chief.click()
    settle()

    assert len(seats(office, bodies.committee)) == 4 + 3


def test_a_list_is_dropped_on_the_bodys_page(page: FilePage, bodies: Office, tmp_path: Path) -> None:
    surface = opened(page, bodies.committee)
    (tmp_path / "lista.csv").write_text(GOOD)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "lista.csv"))])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    surface.dropEvent(drop)
    settle()

    assert isinstance(page.registers.surface, ImportPage)
