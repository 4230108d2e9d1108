"""The page of one paper: its pages are turned, what it cannot show it says, and a copy can be saved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from builders import entries
from klubban.domain.errors import RuleBroken
from klubban.operations.agenda import add_agenda_item
from klubban.operations.documents import add_document, list_document, save_copy
from klubban.operations.meetings import add_meeting
from klubban.operations.paper_file import paper_file
from klubban.operations.undo import undo
from klubban.store import reads
from klubban.ui.papers.page import PaperPage
from klubban.ui.typesetter import Typesetter
from papers import docx, encrypted, pdf
from ui.helpers import press, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.store.database import Database

SLOW = 30_000
"""Milliseconds; the process has to start on a busy machine."""


@pytest.fixture
def item(office: Database) -> int:
    with office.read() as read:
        body = reads.bodies(read)[0].id
    return add_agenda_item(office, add_meeting(office, body, date(2016, 3, 21)), "Budget 2017")


@pytest.fixture
def paper(qtbot: QtBot, office: Database, settings: Settings) -> Iterator[PaperPage]:
    typesetter = Typesetter()
    page = PaperPage(office, settings, typesetter)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    yield page
    page.stop()
    typesetter.stop()


def place(page: PaperPage) -> str:
    return page.pager.where.text()


def test_pages_are_turned_by_keys(qtbot: QtBot, office: Database, item: int, paper: PaperPage) -> None:
    paper.show_for(add_document(office, item, paper_file("Plan.pdf", pdf(3))))
    qtbot.waitUntil(lambda: place(paper) == "1 (3)", timeout=SLOW)

    sheet = paper.viewer.sheet
    assert sheet.verticalScrollBar().maximum() > 0
    press(sheet, Qt.Key.Key_PageDown)
    assert place(paper) == "1 (3)"
    assert sheet.verticalScrollBar().value() > 0
    press(sheet, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: place(paper) == "3 (3)", timeout=SLOW)
    press(sheet, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: place(paper) == "2 (3)", timeout=SLOW)
    before = sheet.pixels_across
    sheet.zoom(1)
    assert sheet.pixels_across > before
    assert paper.viewer.sheet.accessibleName() == "Page 2 of 3"


def test_the_other_documents_of_the_item_are_a_key_away(
    qtbot: QtBot, office: Database, item: int, paper: PaperPage
) -> None:
    ids = [
        add_document(office, item, paper_file("Plan.pdf", pdf())),
        add_document(office, item, paper_file("Svar.docx", docx(["Ärendet", "Vi tillstyrker."]))),
        add_document(office, item, paper_file("Hemligt.pdf", encrypted())),
        list_document(office, item, "Muntlig rapport"),
    ]
    viewer = paper.viewer
    paper.show_for(ids[0])

    paper.step(1)
    qtbot.waitUntil(lambda: "Vi tillstyrker." in viewer.lines.toPlainText(), timeout=SLOW)
    paper.step(1)
    qtbot.waitUntil(lambda: "protected by a password" in viewer.said, timeout=SLOW)
    paper.step(1)
    assert viewer.said == "There is no paper in this file, only its title."
    paper.step(1)
    assert paper.document_id == ids[3]


def test_a_paper_that_undo_takes_away_leads_back_to_its_item(
    qtbot: QtBot, office: Database, item: int, paper: PaperPage
) -> None:
    paper.show_for(add_document(office, item, paper_file("Plan.pdf", pdf())))
    undo(office)

    with qtbot.waitSignal(paper.meeting_asked) as asked:
        assert paper.reload()

    assert asked.args is not None
    assert asked.args[1] == item


def test_a_copy_is_saved_under_its_name_and_said_at_the_foot(
    office: Database, item: int, paper: PaperPage, tmp_path: Path
) -> None:
    id_ = add_document(office, item, paper_file("../Plan.pdf", pdf()))
    paper.show_for(id_)

    paper.save_to(id_, tmp_path / "Plan.pdf")
    settle()

    assert (tmp_path / "Plan.pdf").read_bytes() == pdf()
    assert paper.foot.said == f"Saved Plan.pdf in {tmp_path}"


def test_a_copy_is_never_written_over_the_open_file(office: Database, item: int, paper: PaperPage) -> None:
    id_ = add_document(office, item, paper_file("Plan.pdf", pdf()))
    before = entries(office)

    paper.save_to(id_, office.path)

    assert "is the file that is open" in paper.foot.said
    assert entries(office) == before


def test_of_a_title_alone_there_is_no_copy(office: Database, item: int, tmp_path: Path) -> None:
    title = list_document(office, item, "Muntlig rapport")

    with pytest.raises(RuleBroken, match="There is no paper of Muntlig rapport"):
        save_copy(office, title, tmp_path / "x")

    assert not (tmp_path / "x").exists()


def test_a_page_that_was_stopped_asks_for_nothing_more(
    qtbot: QtBot, office: Database, item: int, paper: PaperPage
) -> None:
    paper.show_for(add_document(office, item, paper_file("Plan.pdf", pdf(3))))
    qtbot.waitUntil(lambda: place(paper) == "1 (3)", timeout=SLOW)
    asked: list[object] = []
    paper._typesetter.answered.connect(lambda job, _answer: asked.append(job))

    paper.stop()
    paper.resize(700, 500)
    paper.viewer._sharpen()

    assert paper._typesetter._busy is None
    assert asked == []
