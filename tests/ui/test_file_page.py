"""An open file in the window: typing, saving, undo, who owns a text."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from builders import names_in, unverify
from klubban.domain.text import from_plain, lines
from klubban.operations import items
from klubban.operations.meetings import add_meeting
from klubban.operations.standing_items import put_standing_item
from klubban.settings import Settings
from klubban.store import reads
from klubban.store.database import Database
from klubban.ui import clock
from klubban.ui.file_page import FilePage
from klubban.ui.matters.page import MattersPage
from klubban.ui.meeting.agenda import THE_MEETING, WAITING
from klubban.ui.meeting.item_fields import PARTS
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.planning.page import PlanningPage
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.block_editor import BlockEditor
from ui.helpers import example, settle, shown_page, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.ui.widgets.editors import GrowingEditor

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def office(office: Database) -> Database:
    return unverify(office)


def surface(page: FilePage) -> ItemSurface:
    found = page.meeting._surface
    assert isinstance(found, ItemSurface)
    return found


def editor(page: FilePage, name: str = "summary") -> GrowingEditor:
    return surface(page)._fields[name].editor


def write(page: FilePage, words: str, name: str = "summary") -> None:
    surface(page).enter(name)
    editor(page, name).moveCursor(editor(page, name).textCursor().MoveOperation.End)
    type_text(editor(page, name), words)


def stored(database: Database, name: str = "summary", item: int = 0) -> str:
    with database.read() as read:
        (line,) = reads.meetings(read)
        found = reads.meeting(read, line.id).items[item]
    return found.title if name == "title" else "\n".join(lines(getattr(found, name)))


def labels(widget: QWidget) -> list[str]:
    found: list[Text] = widget.findChildren(Text)
    return [label.text() for label in found]


def ids(page: FilePage) -> list[int]:
    rows = (page.meeting.agenda.list.rows.row(n) for n in range(page.meeting.agenda.list.rows.rowCount()))
    return [row.id for row in rows if row and row.id]


def test_what_is_typed_is_saved_after_a_pause(page: FilePage, office: Database, qtbot: QtBot) -> None:
    write(page, " Åter i höst.")

    qtbot.waitUntil(lambda: stored(office).endswith("Åter i höst."), timeout=2000)
    qtbot.waitUntil(lambda: "Saved" in page.meeting.foot._saved.text(), timeout=1000)


def test_undo_takes_back_a_run_of_typing_and_says_so(page: FilePage, office: Database) -> None:
    before = stored(office)
    write(page, " Åter i höst.")
    QTest.keyClick(editor(page), Qt.Key.Key_Z, CONTROL)
    settle()

    assert stored(office) == before
    assert shown_text(page) == before
    assert page.meeting.foot._saved.text().startswith("Undone: write the summary of")
    assert page.meeting.foot._saved.text().endswith(" · Do again")
    assert page.meeting.foot._cap.text() == "Ctrl+Y"


def test_after_a_redo_the_foot_offers_undo(page: FilePage) -> None:
    write(page, " Åter i höst.")
    page.undo()
    settle()
    page.redo()
    settle()

    assert page.meeting.foot._saved.text().startswith("Done again: write the summary of")
    assert page.meeting.foot._saved.text().endswith(" · Undo")
    assert page.meeting.foot._cap.text() == "Ctrl+Z"


def test_what_happens_after_an_undo_takes_its_word_away(page: FilePage, office: Database) -> None:
    items.rename(office, surface(page).item, "Ett annat namn")
    page.undo()
    settle()
    items.rename(office, surface(page).item, "Ett tredje namn")
    settle()

    assert page.meeting.foot._saved.text().startswith("Undo: rename")


def test_redo_brings_it_back(page: FilePage, office: Database) -> None:
    write(page, " Åter i höst.")
    page.undo()
    settle()
    QTest.keyClick(editor(page), Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle()

    assert stored(office).endswith("Åter i höst.")
    assert shown_text(page) == stored(office)


def test_undo_goes_to_the_item_that_it_changes(page: FilePage) -> None:
    first, second, *_rest = ids(page)
    page.meeting.select(first)
    write(page, " Åter i höst.")
    page.meeting.select(second)
    page.undo()
    settle()

    assert surface(page).item == first
    assert page.meeting.agenda.list.currentIndex().row() == 2


def test_the_step_of_each_text_is_known_by_its_name(office: Database) -> None:
    for part in PARTS:
        if part.name == "documents":
            items.write_documents(office, 1, ["Ett"])
        elif part.name == "recipients":
            items.write_recipients(office, 1, ["Akten"])
        else:
            items.write_text(office, 1, part.name, from_plain("Ett"))

        step = office.undoable
        assert step is not None
        assert step.label == part.step


def test_undo_brings_the_text_that_it_changes_into_sight(
    page: FilePage, office: Database, qtbot: QtBot
) -> None:
    items.write_recipients(office, surface(page).item, ["Akten"] * 40)
    page.meeting.select(ids(page)[1])
    page.undo()
    settle()

    assert surface(page).item == ids(page)[0]
    assert office.undoable is not None
    assert office.undoable.label == "List the recipients of {item}"
    qtbot.waitUntil(lambda: not editor(page, "recipients").visibleRegion().isEmpty(), timeout=1000)
    page.undo()
    settle()
    assert editor(page, "recipients").toPlainText().count("Akten") == 1


def test_undo_of_the_import_leaves_a_page_that_says_what_to_do(
    qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    path = tmp_path / "not-verified.klubban"
    with closing(example(path, verified=False)) as database, shown_page(qtbot, database, settings) as page:
        page.undo()
        settle()

        assert page._pages.currentWidget() is page._empty
        assert page.rail.list.rows.rowCount() == 0


def test_a_text_in_focus_keeps_its_caret_when_its_own_save_comes_back(page: FilePage) -> None:
    write(page, " Åter i höst")
    place = editor(page).textCursor().position()
    page.flush()
    settle()
    type_text(editor(page), ".")

    assert editor(page).textCursor().position() == place + 1
    assert editor(page).toPlainText().endswith("höst.")


def test_a_change_from_elsewhere_reaches_the_page(page: FilePage, office: Database) -> None:
    items.rename(office, surface(page).item, "Ett annat namn")
    settle()

    assert editor(page, "title").toPlainText() == "Ett annat namn"
    assert "Ett annat namn" in page.meeting.agenda.list.currentIndex().data()


def test_each_text_of_an_item_is_saved_by_its_operation(page: FilePage, office: Database) -> None:
    surface(page)._ask_for("earlier")
    for name in ("decision", "proposal", "summary", "earlier", "proceedings"):
        write(page, f" Ö{name}", name)
    write(page, " och mer", "title")
    page.flush()

    for name in ("decision", "proposal", "summary", "earlier", "proceedings"):
        assert stored(office, name).endswith(f"Ö{name}")
    assert stored(office, "title").endswith("och mer")


def test_an_empty_text_is_not_there_until_it_is_asked_for(page: FilePage) -> None:
    section = surface(page)._sections["earlier"]
    assert section.isHidden()

    surface(page)._missing._links["earlier"].click()

    assert not section.isHidden()
    assert editor(page, "earlier").hasFocus()


def test_a_title_without_words_is_refused_beside_it_and_kept(page: FilePage, office: Database) -> None:
    before = stored(office, "title")
    editor(page, "title").selectAll()
    QTest.keyClick(editor(page, "title"), Qt.Key.Key_Delete)

    assert not page.flush()
    assert stored(office, "title") == before
    assert "An item needs a title" in labels(surface(page))


def test_a_title_of_five_thousand_characters_is_refused_and_can_be_mended(page: FilePage) -> None:
    editor(page, "title").insertPlainText("x" * 5000)
    assert not page.flush()

    surface(page)._fields["title"].field._show("Kort")
    surface(page)._fields["title"].field.autosave.touch()

    assert page.flush()


def test_markup_in_a_text_is_only_text(page: FilePage, office: Database) -> None:
    write(page, " <b>&amp;</b>")
    page.flush()
    page.meeting.reload()

    assert stored(office).endswith("<b>&amp;</b>")


def test_leaving_an_item_saves_its_text(page: FilePage, office: Database) -> None:
    write(page, " Åter i höst.")
    QTest.keyClick(editor(page), Qt.Key.Key_Down, ALT)

    assert stored(office).endswith("Åter i höst.")
    assert surface(page).item == ids(page)[1]


def test_the_next_item_keeps_the_keyboard_in_the_same_text(page: FilePage) -> None:
    write(page, "", "summary")
    page.meeting.agenda.list.step(1)

    assert editor(page, "summary").hasFocus()


def test_a_save_that_fails_keeps_the_text_and_says_so(page: FilePage, office: Database, path: Path) -> None:
    moved = path.rename(path.with_suffix(".bort"))
    write(page, " Åter i höst.")
    assert not page.flush()
    assert page.meeting.banner.isVisible()
    assert editor(page).toPlainText().endswith("Åter i höst.")

    moved.rename(path)

    assert page.flush()
    assert stored(office).endswith("Åter i höst.")
    assert not page.meeting.banner.isVisible()


def test_f6_goes_round_the_columns(page: FilePage) -> None:
    page.resize(1440, 900)
    settle()
    page.rail.list.setFocus()
    seen = []
    for _ in range(4):
        page.keys.go_round(1)
        seen.append(QApplication.focusWidget())

    assert seen == [
        page.meeting.agenda.list,
        editor(page, "title"),
        page.meeting.preview.sheet,
        page.rail.list,
    ]


def test_f6_stops_at_the_meetings_own_page_and_at_what_waits(page: FilePage, office: Database) -> None:
    coming = add_meeting(office, 1, clock.today() + timedelta(10))
    put_standing_item(office, 1, None, title="Rapporter")
    settle()
    page.show_meeting(coming)
    for row in (THE_MEETING, WAITING):
        page.meeting.agenda.list.choose(row)
        settle()
        page.meeting.agenda.list.setFocus()
        page.keys.go_round(1)
        focused = QApplication.focusWidget()

        assert focused is not None
        assert page.meeting._surface is not None
        assert page.meeting._surface.isAncestorOf(focused)


@pytest.mark.parametrize(
    ("room", "document"),
    [
        ("planning", "sammantradesplan-2016.pdf"),
        ("summons", "ks-2016-02-22-kallelse.pdf"),
        ("chair", "ks-2016-02-22-manus.pdf"),
    ],
)
def test_ctrl_e_exports_what_the_room_shows_and_not_the_protocol(
    page: FilePage, settings: Settings, tmp_path: Path, qtbot: QtBot, room: str, document: str
) -> None:
    folder = settings.export_folder = tmp_path / "out"
    folder.mkdir()
    page.show_room(room, page.meeting.meeting_id)
    shown = page._rooms.shown(page._pages.currentWidget())
    if isinstance(shown, PlanningPage):
        shown.show_year(2016)
    settle()
    QTest.keyClick(page, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.pdf"))), timeout=20_000)

    assert names_in(folder) == [document]


def test_ctrl_e_in_a_room_without_a_document_says_so(page: FilePage) -> None:
    page.show_room("matters")
    settle()
    QTest.keyClick(page, Qt.Key.Key_E, CONTROL)

    shown = page._rooms.shown(page._pages.currentWidget())
    assert isinstance(shown, MattersPage)
    assert shown.foot.said == "There is nothing to export here."


def test_the_meetings_own_entry_says_who_decided(page: FilePage) -> None:
    page.meeting.select(THE_MEETING)

    assert "Anette Lindered (S) for Christian Bengtzelius (S)" in labels(page)


def test_no_part_of_a_page_is_ever_a_window_of_its_own(page: FilePage) -> None:
    page.meeting.select(THE_MEETING)
    page.meeting.select(ids(page)[0])

    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [page]


def test_a_narrow_window_gives_up_the_preview_first(page: FilePage) -> None:
    assert page.meeting.preview.isHidden()
    assert surface(page).width() >= 560

    page.resize(1440, 900)
    settle()

    assert not page.meeting.preview.isHidden()


@pytest.fixture
def reader(qtbot: QtBot, office: Database, tmp_path: Path) -> Iterator[FilePage]:
    shown = FilePage(Database.open(office.path, "Bo Ek"), Settings(tmp_path / "other.json"))
    qtbot.addWidget(shown)
    shown.show()
    settle()
    yield shown
    shown.close_file()


def test_a_file_that_somebody_has_is_read_only_and_says_who(reader: FilePage) -> None:
    assert "Anna Berg" in reader.meeting.banner._words.text()
    assert editor(reader).isReadOnly()


def test_a_reader_follows_what_the_other_writes(reader: FilePage, office: Database, qtbot: QtBot) -> None:
    items.rename(office, surface(reader).item, "Ett annat namn")
    reader._refresh._look()

    qtbot.waitUntil(lambda: editor(reader, "title").toPlainText() == "Ett annat namn", timeout=1000)


def test_undo_survives_a_restart(qtbot: QtBot, office: Database, tmp_path: Path) -> None:
    items.rename(office, 1, "Ett annat namn")
    office.close()
    shown = FilePage(Database.open(office.path, "Anna Berg"), Settings(tmp_path / "other.json"))
    qtbot.addWidget(shown)
    before = editor(shown, "title").toPlainText()
    shown.undo()
    settle()

    assert (before, editor(shown, "title").toPlainText()[:8]) == ("Ett annat namn", "Trygghet")
    shown.close_file()


def shown_text(page: FilePage) -> str:
    found = editor(page)
    assert isinstance(found, BlockEditor)
    return "\n".join(lines(found.blocks()))
