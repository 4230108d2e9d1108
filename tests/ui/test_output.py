"""The room of printing: its documents, their pages, and what is made of them, by keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import unverify
from klubban.documents.forms import Form
from klubban.documents.tree import Labels
from klubban.domain.meeting import Stage
from klubban.operations import people
from klubban.operations.export import Kind, Prepared, prepare
from klubban.store import reads
from klubban.ui.output.jobs import Export, Written
from klubban.ui.output.offered import Group, Offer, for_archive, offers
from klubban.ui.output.page import OutputPage
from klubban.ui.output.print_jobs import FoundPrinter, How
from klubban.ui.output.rows import DocumentRow
from klubban.ui.widgets.buttons import Link
from klubban.ui.worker import Desk, Page, SetTree, SetWhole
from ui.helpers import held, press, settle, spoken, type_text
from ui.snapshots import item, meeting

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage

PATIENCE = 20_000  # milliseconds; a process starts
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TODAY = date(2026, 11, 22)
HP = FoundPrinter("Nowhere", "Korridoren", colour=False, duplex=True)


def room(page: FilePage) -> OutputPage:
    press(held(), Qt.Key.Key_P, CTRL)
    settle()
    shown = page._rooms.shown(page._pages.currentWidget())
    assert isinstance(shown, OutputPage)
    return shown


def test_what_is_exported_is_what_was_seen_at_rest_byte_for_byte(office: Database, tmp_path: Path) -> None:
    with unverify(office).read() as read:
        real = reads.meeting(read, 1)
    desk = Desk()

    desk.answer(SetWhole(real, real.items[0].id, 300, TODAY))
    seen = desk._data
    desk.answer(Export(tuple(prepare(office, 1, "protocol", today=TODAY)), tmp_path))
    (file,) = tmp_path.glob("*.pdf")

    assert file.read_bytes() == seen
    assert Desk()._file(prepare(office, 1, "protocol", today=TODAY)[0].document, Form.PDF) == seen


def test_a_draft_is_exported_as_it_was_seen(office: Database) -> None:
    (prepared,) = prepare(office, 1, "protocol", draft=True, today=TODAY)
    desk = Desk()

    page = desk.answer(SetTree(prepared.document, 300))

    assert isinstance(page, Page)
    assert desk._file(prepared.document, Form.PDF) == desk._data
    assert desk._data != desk._file(prepare(office, 1, "protocol", today=TODAY)[0].document, Form.PDF)


def test_several_files_can_be_left_between_two_and_those_replaced_are_told(
    office: Database, tmp_path: Path
) -> None:
    documents = tuple(found for kind in ("notice", "attendance") for found in prepare(office, 1, kind))
    old = tmp_path / f"{documents[0].stem}.pdf"
    old.write_bytes(b"old")
    job, desk = Export(documents, tmp_path), Desk()

    left = desk.answer(job, lambda at: at.done < 1)
    again = desk.answer(job)

    assert isinstance(left, Written)
    assert isinstance(again, Written)
    assert (len(left.paths), left.of, left.replaced) == (1, len(documents), (old,))
    assert (len(again.paths), again.replaced) == (len(documents), ())


def test_a_meeting_offers_what_it_has_in_the_order_that_it_is_wanted() -> None:
    before = meeting(item(1), stage=Stage.SUMMONED)
    after = meeting(item(1, number=19), item(2, number=20), stage=Stage.CLOSED)

    assert [group for group, _found in offers(before)] == [Group.SENT, Group.RECORD, Group.LISTS]
    assert [group for group, _found in offers(after)] == list(Group)
    assert for_archive(after) == (Offer(Kind.PROTOCOL), Offer(Kind.EXTRACT, 19), Offer(Kind.EXTRACT, 20))


def test_what_is_never_public_is_not_offered_in_public_versions() -> None:
    kinds = {
        each.kind for _group, found in offers(meeting(item(1, number=19)), public=True) for each in found
    }

    assert Kind.PROTOCOL in kinds
    assert not {Kind.ROLL, Kind.LABELS} & kinds


def test_documents_are_looked_at_ticked_saved_and_copied_by_keys(
    qtbot: QtBot, page: FilePage, tmp_path: Path
) -> None:
    page.resize(1440, 900)
    settle()
    output = room(page)

    first = held()
    assert isinstance(first, DocumentRow)
    assert first.text() == "Protocol"
    qtbot.waitUntil(lambda: "page" in first.accessibleName(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: output.preview.pager.where.text().startswith("1 ("), timeout=PATIENCE)
    press(held(), Qt.Key.Key_C, CTRL | SHIFT)
    data = QGuiApplication.clipboard().mimeData()
    assert "Trygghetsskapande program" in data.text()
    assert "<h1" in data.html()

    press(held(), Qt.Key.Key_Down)
    press(held(), Qt.Key.Key_Space)
    press(held(), Qt.Key.Key_T)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("ks-*.txt"))), timeout=PATIENCE)
    assert [each.kind for each in output.list.chosen()] == [Kind.NOTICE]
    qtbot.waitUntil(lambda: "Exported" in output.foot.said, timeout=PATIENCE)

    press(held(), Qt.Key.Key_A)
    assert set(output.list.chosen()) == set(for_archive(output.papers.meeting if output.papers else None))  # type: ignore[arg-type]
    press(held(), Qt.Key.Key_O)
    assert output.versions.public
    QTest.keyClick(held(), Qt.Key.Key_Tab)
    assert output.bar.isAncestorOf(held())  # past the other rows, which arrows walk
    press(held(), Qt.Key.Key_Escape)
    assert page._pages.currentWidget() is page.meeting


def test_printing_is_chosen_in_a_sentence_and_without_a_printer_saving_is_offered(
    qtbot: QtBot, page: FilePage
) -> None:
    output = room(page)
    qtbot.waitUntil(lambda: output.printing.printers is not None, timeout=PATIENCE)
    output.printing.printers = ()
    output.printing.found.emit()
    assert output.bar.print.text() == "Save as PDF"
    press(held(), Qt.Key.Key_P, CTRL)
    assert "No printer was found" in output.foot.said

    output.printing.printers = (HP,)
    output.printing.found.emit()
    press(output.list.rows[Offer(Kind.PROTOCOL)], Qt.Key.Key_V)
    settle()
    press(held(), Qt.Key.Key_Backspace)
    type_text(held(), "2")
    press(held(), Qt.Key.Key_Return)
    type_text(held(), "1-3")
    press(held(), Qt.Key.Key_Return)
    settle()
    assert output.asked is None
    assert "2 copies, pages 1–3, on both sides, in black and white, on Nowhere" in output.bar.told
    press(held(), Qt.Key.Key_P, CTRL)

    job = output.printing._running
    assert job is not None
    assert job.how == How(printer="Nowhere", copies=2, pages=((1, 3),), duplex=True)
    assert output.foot.said == "Preparing to print …"
    qtbot.waitUntil(lambda: "The printer Nowhere is not there any more" in output.foot.said, timeout=PATIENCE)
    assert not output.printing.busy


def test_labels_begin_where_a_begun_sheet_has_its_first_left(office: Database, page: FilePage) -> None:
    with office.read() as read:
        everybody = reads.people(read)
    for person in everybody:
        people.change_person(office, person.id, address="Storgatan 1\n123 45 Ekby")
    output, labels = room(page), Offer(Kind.LABELS)
    press(held(), Qt.Key.Key_E)
    assert output.asked is None  # what is in hand is no label
    output.list.take(labels)
    output.list.enter()

    press(held(), Qt.Key.Key_E)
    settle()
    type_text(held(), "25")
    press(held(), Qt.Key.Key_Return)
    assert output.asked is not None
    press(held(), Qt.Key.Key_Backspace)
    press(held(), Qt.Key.Key_Backspace)
    type_text(held(), "7")
    press(held(), Qt.Key.Key_Return)
    settle()

    assert output.asked is None
    assert held() is output.list.rows[labels]
    found = output.papers.get(labels) if output.papers else None
    assert found is not None
    (node,) = found.document.nodes
    assert isinstance(node, Labels)
    assert node.first == 7


def test_what_could_not_be_written_is_told_also_to_one_who_comes_back_with_another_folder_to_choose(
    qtbot: QtBot, page: FilePage, tmp_path: Path
) -> None:
    output = room(page)
    (stem,) = {each.stem for each in output._ready()}
    (tmp_path / f"{stem}.txt").mkdir()
    press(held(), Qt.Key.Key_T)
    press(held(), Qt.Key.Key_Escape)
    settle()
    qtbot.waitUntil(lambda: not output.exporter.busy, timeout=PATIENCE)
    output._meeting_id = None  # as when she comes from another meeting
    room(page)

    assert "could not be written" in output.foot.said
    ways = [each.text() for each in output.foot._links.findChildren(Link) if not each.isHidden()]
    assert ways == ["Choose the folder …", "Close"]
    (tmp_path / f"{stem}.txt").rmdir()
    press(held(), Qt.Key.Key_T)
    qtbot.waitUntil(lambda: "Exported" in output.foot.said, timeout=PATIENCE)
    press(held(), Qt.Key.Key_Down)
    assert output.foot.said == ""


def test_what_is_being_written_is_whole_before_the_file_is_closed(page: FilePage, tmp_path: Path) -> None:
    output = room(page)
    press(held(), Qt.Key.Key_A)
    wanted = len(output._ready())
    press(held(), Qt.Key.Key_T)

    page.close_file()

    assert len(list(tmp_path.glob("ks-*.txt"))) == wanted > 1


def test_a_screen_reader_names_all_that_takes_keys_and_says_what_is_ticked(page: FilePage) -> None:
    output = room(page)
    output.printing.printers = (HP,)
    output.ask_how()
    press(output.list.rows[Offer(Kind.NOTICE)], Qt.Key.Key_Space)
    settle()

    faces = [face for face in spoken(output) if face.state().focusable]
    unnamed = [face.object() for face in faces if not face.text(QAccessible.Text.Name)]
    ticked = [
        face.text(QAccessible.Text.Name)
        for face in faces
        if face.role() == QAccessible.Role.CheckBox and face.state().checked
    ]
    assert not unnamed
    assert [each.partition(",")[0] for each in ticked] == ["Notice of verification"]


def test_pages_that_are_none_are_told_in_the_form_and_it_stays(page: FilePage) -> None:
    output = room(page)
    output.printing.printers = (HP,)
    output.ask_how()
    assert output.asked is not None
    output.asked._lines["pages"].show_words("4-1")
    output.asked.submit()

    assert "”4-1” names no pages" in output.asked._note.text()
    assert QApplication.focusWidget() is not None


def test_the_paragraph_in_hand_is_copied_as_it_is_typed(page: FilePage) -> None:
    page.meeting.copy_text()

    told = QGuiApplication.clipboard().mimeData().text()
    assert "Trygghetsskapande program" in told
    assert page.meeting.foot._message.text() == "§\u00a019 is on the clipboard."


@pytest.mark.parametrize("kind", [Kind.PROTOCOL, Kind.NOTICE])
def test_a_public_version_is_another_document_and_is_looked_through(
    qtbot: QtBot, page: FilePage, kind: Kind
) -> None:
    output = room(page)
    offer = Offer(kind)
    output.list.rows[offer].setFocus()
    assert output.papers is not None
    own = output.papers.get(offer)
    output.versions.whose.chips[1].click()
    public = output.papers.get(offer)

    assert isinstance(own, Prepared)
    assert isinstance(public, Prepared)
    assert public.stem == f"{own.stem}-offentlig"
    assert Offer(Kind.ROLL) not in output.list.rows
    assert output.list.hand == offer  # though all rows were laid anew
    qtbot.waitUntil(output.found.isVisible, timeout=PATIENCE)
