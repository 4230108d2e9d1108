"""The writing desk by keys: texts that write themselves, phrases, spelling, scratch lines, coming back."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import snapshot
from called import Called, called
from klubban import paths
from klubban.domain.decided import Adopted, Asks
from klubban.domain.text import from_plain
from klubban.operations import motions, phrases, questions
from klubban.store import minutes
from klubban.store.database import Database
from klubban.ui import clock, place
from klubban.ui.file_page import FilePage
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.meeting.part_keys import KEYS
from klubban.ui.spelling.words import is_name, parts_of, words_in
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.phrase_list import PhraseList
from ui.helpers import press, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.domain.meeting import Item
    from klubban.settings import Settings
    from klubban.ui.widgets.editors import GrowingEditor

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def evening(database: Database) -> Called:
    """Return a meeting of two items at which all on the roll are present."""
    found = called(database, items=2)
    found.present()
    return found


@pytest.fixture
def page(qtbot: QtBot, evening: Called, settings: Settings) -> Iterator[FilePage]:
    shown = opened(qtbot, evening.database, settings)
    shown.show_meeting(evening.meeting, evening.items[0])
    settle()
    yield shown
    shown.flush()


def opened(qtbot: QtBot, database: Database, settings: Settings) -> FilePage:
    shown = FilePage(database, settings)
    qtbot.addWidget(shown)
    shown.resize(1100, 700)  # too narrow for the preview, which would start a process
    shown.show()
    shown.activateWindow()
    settle()
    return shown


def surface(page: FilePage) -> ItemSurface:
    found = page.meeting.desk.item_surface
    assert found is not None
    return found


def text(page: FilePage, name: str = "proceedings") -> GrowingEditor:
    return surface(page)._fields[name].editor


def key(what: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key at whatever has the keyboard."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, what, modifier)
    settle()


def item(evening: Called) -> Item:
    return snapshot(evening.database, evening.meeting).items[0]


def find(evening: Called, place: int, adopted: Adopted, motion: int | None = None) -> None:
    questions.find(evening.database, item(evening).puts[place].id, adopted, motion)
    settle()


def record(evening: Called) -> None:
    """Have referral back and rejection moved, and the questions put; the first is found."""
    for asks, who in ((Asks.REFER_BACK, "Bo"), (Asks.REJECT, "Cajsa"), (Asks.APPROVE, "Eva")):
        motions.add_motion(evening.database, evening.items[0], asks, [evening.who(who)])
    questions.put_questions(evening.database, evening.items[0])
    find(evening, 0, Adopted.REJECTED)


def links(page: FilePage, words: str) -> list[Link]:
    found: list[Link] = surface(page).findChildren(Link)
    return [link for link in found if link.text() == words and link.isVisible()]


def test_sentences_she_left_follow_the_record_and_hers_stay_with_a_mark(
    page: FilePage, evening: Called
) -> None:
    record(evening)
    find(evening, 1, Adopted.PROPOSAL)
    first, second = text(page).toPlainText().split("\n")
    surface(page).enter_text("proceedings", 0)
    type_text(text(page), "Därefter: ")
    find(evening, 1, Adopted.MOTION, item(evening).motions[1].id)
    followed = text(page).toPlainText()
    page.flush()
    settle()
    find(evening, 0, Adopted.MOTION)

    assert followed.startswith(f"Därefter: {first}")
    assert second not in followed
    assert text(page).toPlainText().startswith(f"Därefter: {first}")
    assert len(links(page, "Keep mine")) == 1

    links(page, "Take in")[0].click()
    settle()

    assert "Därefter" not in text(page).toPlainText()
    assert "återremitteras" in text(page).toPlainText()
    assert not links(page, "Keep mine")


def test_each_part_is_reached_by_its_key_and_again_by_it_the_text(page: FilePage, evening: Called) -> None:
    record(evening)
    reached = []
    for keys in KEYS.values():
        page.rail.list.setFocus()
        digit = Qt.Key(ord(keys[-1]))
        key(digit, CONTROL)
        reached.append(surface(page).focused)
        if reached[-1] == "questions":
            key(digit, CONTROL)
            reached.append(surface(page).focused)

    names = list(KEYS)
    assert reached == [*names[:6], "proceedings", *names[6:]]


def test_a_line_is_noted_with_its_time_and_waits_until_it_is_sorted_in(
    page: FilePage, evening: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 12, 14, 2, 31).astimezone())
    surface(page).enter("summary")
    key(Qt.Key.Key_F2)
    type_text(surface(page)._scratch.editor, "Eva vill ha besked")
    key(Qt.Key.Key_Return)
    type_text(surface(page)._scratch.editor, "Halv rad")
    key(Qt.Key.Key_Escape)

    assert surface(page).focused == "summary"
    with evening.database.read() as read:
        lines = minutes.scratches(read, evening.meeting)[evening.items[0]]
    assert [(line.text, str(line.at)) for line in lines] == [
        ("Eva vill ha besked", "14:02:00"),
        ("Halv rad", "14:02:00"),
    ]

    links(page, "Sorted in")[0].click()
    settle()

    assert len(links(page, "Sorted in")) == 1


def test_a_phrase_is_written_by_its_key_and_its_slots_are_filled_with_tab(
    page: FilePage, evening: Called
) -> None:
    phrases.put_phrase(
        evening.database, None, body=evening.body, short="inf", text=from_plain("<Namn> informerar om <vad>.")
    )
    surface(page).enter("summary")
    editor = text(page, "summary")
    type_text(editor, "Ja. inf")
    key(Qt.Key.Key_J, CONTROL)
    for words in ("Anna Öberg", "trygghet"):
        type_text(editor, words)
        key(Qt.Key.Key_Tab)
    type_text(editor, " Tack.")

    assert editor.toPlainText() == "Ja. Anna Öberg informerar om trygghet. Tack."

    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_J, CONTROL)
    offered = QApplication.focusWidget()
    assert isinstance(offered, PhraseList)
    assert offered._phrases[0].short == "inf"
    type_text(offered, "b")

    assert editor.hasFocus()
    assert editor.toPlainText().endswith(" Tack. b")


def test_what_is_misspelt_is_told_from_names_numbers_and_words_of_ones_own() -> None:
    text = "Kommunstyrelsen beslutads enligt KSAU § 12 att Åbergs-Lindh får <namn> via a@b.se."
    names = parts_of(["Eva Åberg-Lindh", "Trygg i Ekby"])

    assert [word for _place, word in words_in(text)] == [
        "Kommunstyrelsen",
        "beslutads",
        "enligt",
        "att",
        "Åbergs-Lindh",
        "får",
        "via",
    ]
    assert is_name("Åbergs-Lindh", names)
    assert is_name("Ekbys", names)
    assert not is_name("beslutads", names)


def test_a_misspelt_word_is_marked_mended_by_key_and_another_is_learned(
    page: FilePage, evening: Called, qtbot: QtBot
) -> None:
    page._aids.start()
    speller = page._aids.speller
    surface(page).enter("summary")
    editor = text(page, "summary")
    type_text(editor, "Eva Asp beslutads om klubbhammarn i dag ")
    editor.viewport().repaint()

    qtbot.waitUntil(lambda: speller.is_wrong("beslutads"), timeout=20_000)
    assert not speller.is_wrong("Asp")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    with qtbot.waitSignal(speller.suggested, timeout=20_000) as told:
        press(editor, Qt.Key.Key_Period, CONTROL)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    offered = menu.actions()
    assert [action.text() for action in offered[: len(told.args[1])]] == list(told.args[1])
    next(action for action in offered if action.text() == "beslutades").trigger()
    menu.close()
    speller.learn_asked.emit("klubbhammarn")
    settle()
    page._aids.stop()

    assert editor.toPlainText().startswith("Eva Asp beslutades om")
    assert not speller.is_wrong("klubbhammarn")
    with evening.database.read() as read:
        assert [word for _id, word in minutes.own_words(read)] == ["klubbhammarn"]


def test_after_a_crash_one_is_back_at_the_caret(
    qtbot: QtBot, evening: Called, settings: Settings, path: Path
) -> None:
    second = evening.items[1]
    evening.database.close()
    crash = f"""
import os, signal, sys
sys.path.insert(0, {str(__file__.rsplit("/ui/", 1)[0])!r})
from pathlib import Path
from PySide6.QtWidgets import QApplication
from klubban.settings import Settings
from klubban.store.database import Database
from klubban.ui.app import prepare
from klubban.ui.file_page import FilePage
from ui.helpers import settle, type_text
application = QApplication([])
prepare(application)
page = FilePage(Database.open(Path({str(path)!r})), Settings())
page.resize(1100, 700)
page.show()
page.activateWindow()
page.show_meeting({evening.meeting}, {second})
surface = page.meeting.desk.item_surface
surface.enter_text("summary")
settle()
type_text(QApplication.focusWidget(), "Vi talade")
QApplication.focusWidget().moveCursor(QApplication.focusWidget().textCursor().MoveOperation.Left)
page.flush()
settle()
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", crash], check=False, capture_output=True, timeout=60)
    again = Database.open(path)
    shown = opened(qtbot, again, settings)
    caret, at = surface(shown).caret, surface(shown).item
    again.close()

    assert (done.returncode, done.stderr) == (-9, done.stderr)
    assert (at, caret) == (second, ("summary", len("Vi talade") - 1))


def test_a_place_that_cannot_be_read_is_none(path: Path) -> None:
    place.remember(path, place.Place(3, 4, "summary", 5))
    kept = next(iter(paths.places().glob("*.json")))

    assert place.remembered(path) == place.Place(3, 4, "summary", 5)
    kept.write_text("{")
    assert place.remembered(path) is None
    assert place.remembered(path.with_name("annan.klubban")) is None


def test_the_places_of_files_that_were_opened_longest_ago_are_forgotten(path: Path) -> None:
    place.remember(path, place.Place(3))
    for age in range(60):
        old = paths.places() / f"{age}.json"
        old.write_text("{}")
        os.utime(old, (age, age))

    place.forget_old()

    kept = {each.stem for each in paths.places().glob("*.json")}
    assert (len(kept), {"10", "11", "59"} & kept) == (50, {"11", "59"})
    assert place.remembered(path) == place.Place(3)
