"""Papers are dropped on an item, or chosen; what they are, and what is done to them, is told on the page."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from klubban.domain.meeting import Document, Item
from klubban.operations.agenda import add_agenda_item
from klubban.operations.documents import add_document, list_document
from klubban.operations.meetings import add_meeting
from klubban.operations.paper_file import paper_file
from klubban.store import attachments, reads
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.papers.documents_list import row_of
from papers import docx, pdf
from ui.helpers import press, settle, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage
    from klubban.ui.papers.documents_part import DocumentsPart

REPORT = ["Ärende: Trygg ekonomi", "Dnr KS 2026/117", "Sammanfattning", "Läget är gott.",
          "Beslutet skickas till", "Ekonomienheten"]  # fmt: skip


def surface(page: FilePage) -> ItemSurface:
    shown = page.meeting._surface
    assert isinstance(shown, ItemSurface)
    return shown


def part(page: FilePage) -> DocumentsPart:
    return surface(page)._documents.part


def item(page: FilePage, database: Database) -> Item:
    assert page.meeting.meeting_id is not None
    with database.read() as read:
        meeting = reads.meeting(read, page.meeting.meeting_id)
    return next(each for each in meeting.items if each.id == surface(page).item)


@pytest.fixture
def fresh(page: FilePage, office: Database) -> FilePage:
    """Return the page at an item of a coming meeting, without documents."""
    with office.read() as read:
        body = reads.bodies(read)[0].id
    meeting = add_meeting(office, body, date(2016, 3, 21))
    id_ = add_agenda_item(office, meeting, "Budget 2017")
    settle()
    page.show_meeting(meeting, id_)
    settle()
    return page


def documents(page: FilePage, database: Database) -> list[tuple[int | None, str]]:
    return [(each.number, each.title) for each in item(page, database).documents]


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def drop(page: FilePage, *paths: Path) -> bool:
    """Drop files in the middle of the item, as a file manager does; tell whether they were taken."""
    data, at = QMimeData(), QPoint(200, 200)
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    view = surface(page).viewport()
    copy, button, no_key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QDragEnterEvent(at, copy, data, button, no_key))
    event = QDropEvent(QPointF(at), copy, data, button, no_key)
    QApplication.sendEvent(view, event)
    settle()
    return event.isAccepted()


def rows(page: FilePage) -> list[str]:
    model = part(page).list.rows
    return [row.words for number in range(model.rowCount()) if (row := model.row(number)) is not None]


def test_files_dropped_on_an_item_are_its_documents(
    fresh: FilePage, office: Database, tmp_path: Path
) -> None:
    one, two = written(tmp_path, "Plan_1.pdf", pdf()), written(tmp_path, "Karta.pdf", pdf(2))

    assert drop(fresh, one, two)

    assert documents(fresh, office) == [(1, "Plan 1"), (2, "Karta")]
    assert rows(fresh)[0] == "1, Plan 1, PDF, 1 kB"
    assert part(fresh).list.isVisible()
    assert part(fresh).list.chosen == item(fresh, office).documents[1].id
    fresh.undo()
    settle()
    assert documents(fresh, office) == [(1, "Plan 1")]


def test_what_is_refused_is_told_below_the_list_and_the_others_are_kept(
    fresh: FilePage, office: Database, tmp_path: Path
) -> None:
    drop(fresh, written(tmp_path, "prog.pdf", b"MZ"), written(tmp_path, "plan.pdf", pdf()), tmp_path)

    assert documents(fresh, office) == [(1, "plan")]
    assert "is a folder" in part(fresh).said
    assert not QApplication.activeModalWidget()


def test_a_large_file_is_read_beside_the_window(
    qtbot: QtBot, fresh: FilePage, office: Database, tmp_path: Path
) -> None:
    large = written(tmp_path, "stor.pdf", pdf() + os.urandom(6_000_000))

    part(fresh).add([large])

    assert part(fresh).loader.busy
    assert not fresh.flush()
    qtbot.waitUntil(lambda: not part(fresh).loader.busy, timeout=20_000)
    settle()
    assert documents(fresh, office) == [(1, "stor")]
    assert part(fresh).said == ""


def test_reading_can_be_cancelled(qtbot: QtBot, fresh: FilePage, office: Database, tmp_path: Path) -> None:
    large = written(tmp_path, "stor.pdf", pdf() + os.urandom(6_000_000))
    part(fresh).add([large])

    part(fresh)._close_note()

    assert not part(fresh).loader.busy
    drop(fresh, written(tmp_path, "liten.pdf", pdf()))
    qtbot.wait(50)
    assert documents(fresh, office) == [(1, "liten")]


def test_a_verified_item_offers_no_more_papers_and_takes_none(
    page: FilePage, office: Database, tmp_path: Path
) -> None:
    with office.read() as read:
        verified = reads.meeting(read, 1)
    page.show_meeting(1, verified.items[0].id)
    settle()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])

    part(page).choose()

    assert verified.is_fixed(verified.items[0])
    assert part(page)._more.isHidden()
    assert not part(page).takes(data)
    assert part(page).findChildren(QFileDialog) == []


def test_keys_rename_move_and_remove(fresh: FilePage, office: Database) -> None:
    for name in ("ett", "två"):
        add_document(office, surface(fresh).item, paper_file(f"{name}.pdf", pdf(words=name)))
    settle()
    shown = part(fresh)
    shown.list.choose(item(fresh, office).documents[0].id)

    press(shown.list, Qt.Key.Key_F2)
    assert shown.acts.form is not None
    line = shown.acts.form._lines["title"]
    line.selectAll()
    type_text(line, "Förslag")
    press(line, Qt.Key.Key_Return)
    settle()
    assert documents(fresh, office) == [(1, "Förslag"), (2, "två")]
    press(shown.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert documents(fresh, office) == [(1, "två"), (2, "Förslag")]
    press(shown.list, Qt.Key.Key_Delete)
    settle()
    assert documents(fresh, office) == [(1, "två")]


def test_enter_shows_the_paper_and_escape_comes_back(fresh: FilePage, office: Database) -> None:
    add_document(office, surface(fresh).item, paper_file("plan.pdf", pdf()))
    settle()
    part(fresh).list.choose(item(fresh, office).documents[0].id)

    press(part(fresh).list, Qt.Key.Key_Return)
    settle()
    room = fresh._rooms.shown(fresh._pages.currentWidget())
    assert room is not None
    assert fresh._rooms.name_of(room) == "paper"
    press(room, Qt.Key.Key_Escape)
    settle()
    assert fresh._pages.currentWidget() is fresh.meeting


def test_titles_that_are_being_typed_are_saved_before_a_paper_comes(
    fresh: FilePage, office: Database, tmp_path: Path
) -> None:
    surface(fresh).enter("documents")
    type_text(surface(fresh)._fields["documents"].editor, "Muntlig rapport")

    drop(fresh, written(tmp_path, "plan.pdf", pdf()))

    assert documents(fresh, office) == [(None, "Muntlig rapport"), (1, "plan")]
    assert rows(fresh)[0] == "Muntlig rapport, only a title, no paper yet"


def test_the_paper_of_a_title_takes_its_place(fresh: FilePage, office: Database, tmp_path: Path) -> None:
    add_document(office, surface(fresh).item, paper_file("plan.pdf", pdf()))
    title = list_document(office, surface(fresh).item, "Yttrande från Brå")
    settle()

    part(fresh).add([written(tmp_path, "yttrande.pdf", pdf(2))], replaces=title)
    settle()

    assert documents(fresh, office) == [(1, "plan"), (2, "Yttrande från Brå")]


def test_a_report_is_kept_and_shows_what_it_would_fill(
    fresh: FilePage, office: Database, tmp_path: Path
) -> None:
    was = item(fresh, office)

    drop(fresh, written(tmp_path, "Tjänsteskrivelse.docx", docx(REPORT)))

    preview = part(fresh).preview
    assert preview is not None
    assert item(fresh, office).title == was.title
    ticked = {field.value: toggle.isChecked() for field, toggle in preview.toggles.items()}
    assert ticked == {"title": False, "registry_number": True, "summary": True, "recipients": True}
    preview.chief.click()
    settle()
    now = item(fresh, office)
    assert (now.title, now.registry_number, now.recipients) == (was.title, "KS 2026/117", ("Ekonomienheten",))
    assert part(fresh).preview is None
    assert documents(fresh, office) == [(1, "Tjänsteskrivelse")]
    fresh.undo()
    settle()
    assert item(fresh, office).recipients == ()
    assert documents(fresh, office) == [(1, "Tjänsteskrivelse")]


def test_a_document_in_word_that_is_no_report_asks_nothing(
    fresh: FilePage, office: Database, tmp_path: Path
) -> None:
    drop(fresh, written(tmp_path, "brev.docx", docx(["Hej!", "Vi ses."])))

    assert part(fresh).preview is None
    assert documents(fresh, office) == [(1, "brev")]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (None, "2, Plan, confidential, Word, 12 kB"),
        ({}, "2, Plan, confidential, not sent yet, Word, 12 kB"),
        ({7: "b" * 64}, "2, Plan, confidential, newer than what was sent, Word, 12 kB"),
        ({7: "a" * 64}, "2, Plan, confidential, Word, 12 kB"),
    ],
)
def test_a_row_says_what_is_to_be_known_of_a_document(sent: dict[int, str | None] | None, words: str) -> None:
    document = Document(
        id=7, title="Plan", number=2, sha256="a" * 64, confidential=True, size=12_345,
        media_type="application/msword",
    )  # fmt: skip

    assert row_of(document, sent).words == words


def test_bytes_come_back_as_they_were_dropped(fresh: FilePage, office: Database, tmp_path: Path) -> None:
    drop(fresh, written(tmp_path, "plan.pdf", pdf(3)))

    sha256 = item(fresh, office).documents[0].sha256 or ""
    with office.read() as read:
        assert attachments.content(read, sha256) == pdf(3)
