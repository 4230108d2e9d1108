"""Before something is published: words are marked, secrecy is said in words, findings lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextCursor

from builders import minutes, new_file, snapshot
from klubban.domain.errors import RuleBroken
from klubban.domain.findings import Found, FoundKind
from klubban.domain.text import Run, Text, from_plain, plain
from klubban.operations.items import ItemText, write_text
from klubban.operations.masking import mask_apart
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.publishing.found_list import FoundList
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import Text as Words
from klubban.ui.widgets.editors import GrowingEditor
from klubban.ui.widgets.leads import Lead
from ui.helpers import held, press, settle, shown_page, type_text
from ui.registers import link

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.ui.file_page import FilePage
    from klubban.ui.widgets.block_editor import BlockEditor

MARK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def choose(editor: GrowingEditor, start: int, end: int) -> None:
    place = editor.textCursor()
    place.setPosition(start)
    place.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(place)


def surface_of(page: FilePage) -> ItemSurface:
    surface = page.meeting._surface
    assert isinstance(surface, ItemSurface)
    return surface


# --- marking words


def test_chosen_words_are_marked_and_no_longer_by_the_same_keys(editor: BlockEditor) -> None:
    editor.show_blocks(from_plain("Anna Ek beviljas stöd."))
    choose(editor, 0, 7)

    press(editor, Qt.Key.Key_M, MARK)

    assert editor.blocks() == (Text((Run("Anna Ek", masked=True), Run(" beviljas stöd."))),)
    choose(editor, 7, 0)  # from the end to the beginning
    press(editor, Qt.Key.Key_M, MARK)
    assert editor.blocks() == from_plain("Anna Ek beviljas stöd.")


def test_what_is_half_marked_is_marked_wholly(editor: BlockEditor) -> None:
    editor.show_blocks((Text((Run("Anna ", masked=True), Run("Ek beviljas stöd."))),))
    choose(editor, 0, 7)

    press(editor, Qt.Key.Key_M, MARK)

    assert editor.blocks() == (Text((Run("Anna Ek", masked=True), Run(" beviljas stöd."))),)


def test_marked_words_stay_so_when_they_are_copied(editor: BlockEditor) -> None:
    editor.show_blocks((Text((Run("Till "), Run("Anna", masked=True))),))
    editor.selectAll()
    copied = editor.createMimeDataFromSelection()
    editor.show_blocks(())

    editor.insertFromMimeData(copied)

    assert editor.blocks() == (Text((Run("Till "), Run("Anna", masked=True))),)


def test_the_marks_are_drawn_and_words_below_them_are_not_moved(editor: BlockEditor) -> None:
    plain_text = from_plain("Anna Ek beviljas stöd.")
    editor.show_blocks(plain_text)
    editor.clearFocus()
    before, high = editor.grab().toImage(), editor.height()

    editor.show_blocks((Text((Run("Anna Ek", masked=True), Run(" beviljas stöd."))),))

    assert editor.grab().toImage() != before
    assert editor.height() == high


def test_the_marks_are_seen_on_chosen_words_too(editor: BlockEditor) -> None:
    editor.show_blocks(from_plain("Anna Ek beviljas stöd."))
    choose(editor, 0, 7)
    before = light_in(editor.grab().toImage())
    press(editor, Qt.Key.Key_M, MARK)

    assert light_in(editor.grab().toImage()) > before


def light_in(image: QImage) -> int:
    """Return how many points where the first words stand are as light as words on the accent."""
    wide = round(60 * image.devicePixelRatio())
    points = ((x, y) for x in range(wide) for y in range(image.height()))
    return sum(image.pixelColor(x, y).name() == "#ffffff" for x, y in points)


# --- at the desk


def test_a_verified_paragraph_is_marked_and_its_secrecy_said_by_keys_alone(
    qtbot: QtBot, path: Path, settings: Settings
) -> None:
    database = new_file(path)
    ids = minutes(database, ("Stöd till Anna Ek",), number=19)
    write_text(database, ids.item, ItemText.SUMMARY, from_plain("Anna Ek beviljas stöd."))
    with database.change("Verify") as change:
        change.update("meeting", ids.meeting, stage="verified")
    with shown_page(qtbot, database, settings) as page:
        page.meeting.select(ids.item)
        surface = surface_of(page)
        surface.enter_text("summary")
        editor = held()
        assert isinstance(editor, GrowingEditor)
        choose(editor, 0, 7)
        press(editor, Qt.Key.Key_M, MARK)
        type_text(editor, "x")  # it is locked
        surface.flush()

        link(surface, "More fields …").click()
        link(surface, "Secrecy").click()
        settle()
        press(held(), Qt.Key.Key_Return)  # confidential
        settle()
        link(surface, "Section, and title in public").click()
        settle()
        link(surface, "26 kap. 1 § OSL").click()
        press(held(), Qt.Key.Key_Return)
        type_text(held(), "Ärende om stöd")
        press(held(), Qt.Key.Key_Return)
        settle()

        item = snapshot(database).items[0]
        assert item.summary == (Text((Run("Anna Ek", masked=True), Run(" beviljas stöd."))),)
        assert plain(item.summary) == "Anna Ek beviljas stöd."
        assert (item.confidential, item.secrecy, item.public_title) == (
            True, "26 kap. 1 § OSL", "Ärende om stöd",
        )  # fmt: skip
        assert not surface.findChildren(Form)
        told = [each.text() for each in surface.findChildren(Words)]
        assert "In public it is called “Ärende om stöd”." in told
        assert "confidential" in page.meeting.agenda.list.all_rows()[-1].words
    database.close()


def test_an_appendix_of_a_verified_paragraph_is_marked_too(
    qtbot: QtBot, path: Path, settings: Settings
) -> None:
    database = new_file(path)
    ids = minutes(database)
    with database.change("Verify") as change:
        text = from_plain("Anna Ek ska få stöd.")
        change.insert("opinion", item_id=ids.item, position=0, kind="reservation", text=text, appendix=True)
        change.update("meeting", ids.meeting, stage="verified")
    with shown_page(qtbot, database, settings) as page:
        page.meeting.select(ids.item)
        surface = surface_of(page)
        surface.enter_text("opinion 1")
        editor = held()
        assert isinstance(editor, GrowingEditor)
        choose(editor, 0, 7)
        press(editor, Qt.Key.Key_M, MARK)
        surface.flush()

        [opinion] = snapshot(database).items[0].opinions
        assert opinion.text == (Text((Run("Anna Ek", masked=True), Run(" ska få stöd."))),)
    with pytest.raises(RuleBroken):
        mask_apart(database, "opinion", 1, from_plain("Anna Ek ska inte få stöd."))
    database.close()


# --- what was found


def test_findings_stand_by_their_places_and_lead_there(qtbot: QtBot) -> None:
    found = [
        Found(FoundKind.PERSONAL_NUMBER, "811218-9876", "§ 19, Sammanfattning", 7),
        Found(FoundKind.SENSITIVE, "sekretess", "§ 19, Sammanfattning", 7),
        Found(FoundKind.MAIL, "kalle@gmail.com", "Försättsbladet"),
    ]
    shown = FoundList()
    opened: list[int | None] = []
    qtbot.addWidget(shown)
    shown.opened.connect(opened.append)

    shown.show_found(found)
    shown.resize(500, 400)
    shown.show()
    shown.activateWindow()
    shown.enter()
    settle()
    for _ in found:
        press(held(), Qt.Key.Key_Return)
        press(held(), Qt.Key.Key_Down)

    assert opened == [7, 7, None]
    told = [each.text() for each in shown.findChildren(Lead)]
    assert told == [
        "Personal identity number: 811218-9876", "The word “sekretess”", "Mail address: kalle@gmail.com",
    ]  # fmt: skip


def test_where_nothing_was_found_it_says_that_people_still_have_to_read(qtbot: QtBot) -> None:
    shown = FoundList()
    qtbot.addWidget(shown)

    shown.show_found([])

    assert any("read it through" in each.text() for each in shown.findChildren(Words))
