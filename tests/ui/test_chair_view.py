"""The chair's view of an agenda in the file, by keys alone."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from builders import DAY, Minutes, minutes, snapshot
from klubban.domain.agenda import Act
from klubban.domain.body import Named
from klubban.domain.decided import Asks
from klubban.domain.meeting import Outcome
from klubban.domain.text import plain
from klubban.operations.agenda import set_item
from klubban.operations.chair_notes import write_note
from klubban.operations.speakers import ask_to_speak
from klubban.store import agendas
from klubban.ui.chair.asking import Asking
from klubban.ui.chair.page import ChairPage
from klubban.ui.chair.view import ChairView
from klubban.ui.file_page import FilePage
from klubban.ui.widgets.basics import Text
from ui.helpers import press, settle, spoken, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from klubban.domain.meeting import Item
    from klubban.settings import Settings
    from klubban.store.database import Database

TITLES = ("Upprop", "Budget för äldreomsorgen", "Skolväg", "Övriga frågor")
CONTROL = Qt.KeyboardModifier.ControlModifier
MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
UP, DOWN, ENTER, ESC = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime.combine(DAY, time(18, 30)).astimezone()

    def __call__(self) -> datetime:
        return self.now

    def goes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(ChairPage.__init__, "__defaults__", (made,))  # the room is made by its page
    return made


@pytest.fixture
def held(database: Database) -> Minutes:
    found = minutes(database, TITLES, number=None)
    for item in found.items:
        set_item(database, item, minutes=10)
    return found


@pytest.fixture
def file_page(qtbot: QtBot, database: Database, held: Minutes, settings: Settings) -> Iterator[FilePage]:
    shown = FilePage(database, settings)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    shown.show_meeting(held.meeting)
    settle()
    shown.show_room("chair", held.meeting)
    settle()
    yield shown
    shown.flush()
    shown.stop()


@pytest.fixture
def view(file_page: FilePage) -> ChairView:
    room = file_page._rooms.shown(file_page._pages.currentWidget())
    assert isinstance(room, ChairPage)
    return room.view


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(*pressed: Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier] | str) -> None:
    for each in pressed:
        if isinstance(each, str):
            type_text(focused(), each)
        elif isinstance(each, tuple):
            press(focused(), *each)
        else:
            press(focused(), each)
        settle()


def items(database: Database) -> tuple[Item, ...]:
    return snapshot(database).items


def titles(database: Database) -> list[str]:
    return [item.title for item in items(database)]


def begin(database: Database, held: Minutes) -> None:
    with database.change("Begin the meeting") as change:
        change.update("meeting", held.meeting, stage="in_session")
    settle()


def said(widget: QWidget) -> str:
    labels: list[Text] = widget.findChildren(Text)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_the_first_item_is_in_hand_and_the_arrows_walk_from_there(view: ChairView) -> None:
    keys(DOWN, DOWN)

    assert view.in_hand is not None
    assert view.in_hand.title == "Skolväg"
    assert focused() is view.rows[2]


def test_each_line_says_its_number_its_title_and_its_time(view: ChairView) -> None:
    assert [row.accessibleName() for row in view.rows][:2] == [
        "1 Upprop, 18.30, 10 min",
        "2 Budget för äldreomsorgen, 18.40, 10 min",
    ]


def test_the_item_in_hand_is_moved_by_keys_and_keeps_the_keyboard(
    view: ChairView, database: Database
) -> None:
    keys(DOWN, (DOWN, MOVE), (DOWN, MOVE), (UP, MOVE))

    assert titles(database) == ["Upprop", "Skolväg", "Budget för äldreomsorgen", "Övriga frågor"]
    assert focused() is view.rows[2]


def test_titles_are_typed_one_after_another_below_the_item_in_hand(
    view: ChairView, database: Database
) -> None:
    keys((Qt.Key.Key_N, CONTROL), "Ny å", ENTER, "Ny bro", ENTER, ESC)

    assert titles(database)[:3] == ["Upprop", "Ny å", "Ny bro"]
    assert view.in_hand is not None
    assert view.in_hand.title == "Ny bro"
    assert view.sheet.new is None


def test_a_title_that_cannot_be_stays_where_it_is_typed_with_the_reason(
    view: ChairView, database: Database
) -> None:
    keys((Qt.Key.Key_N, CONTROL), "x" * 1001, ENTER)

    assert len(titles(database)) == len(TITLES)
    assert view.sheet.new is not None
    assert view.sheet.new.entry.words() == "x" * 1001


@pytest.mark.usefixtures("view")
def test_an_item_is_withdrawn_as_the_chair_proposes_and_taken_up_again(
    database: Database, held: Minutes
) -> None:
    with database.change("Name the chair") as change:
        change.update("meeting", held.meeting, chair_name="Bo Ek")
    settle()
    keys(DOWN, Qt.Key.Key_U)
    withdrawn = items(database)[1]

    keys(Qt.Key.Key_U)

    assert withdrawn.outcome is Outcome.WITHDRAWN
    assert withdrawn.acts[-1].by == "Bo Ek"
    assert items(database)[1].outcome is None
    assert [act.act for act in items(database)[1].acts][-1] is Act.RESTORED


def test_an_item_that_was_never_sent_is_taken_away_and_comes_back_by_undo(
    view: ChairView, file_page: FilePage, database: Database
) -> None:
    keys(DOWN, Qt.Key.Key_Delete)
    left = titles(database)

    file_page.undo()
    settle()

    assert left == ["Upprop", "Skolväg", "Övriga frågor"]
    assert titles(database) == list(TITLES)
    assert len(view.rows) == len(TITLES)


def test_the_time_is_set_in_one_line_and_what_is_no_time_is_told(view: ChairView, database: Database) -> None:
    keys(DOWN, Qt.Key.Key_T)
    typed: list[Asking] = view.findChildren(Asking)
    before = typed[0].entry.words()
    typed[0].entry.show_words("snart")
    keys(ENTER)
    told = said(typed[0])
    typed[0].entry.show_words("19.15, 25 min")
    keys(ENTER)

    assert before == "10 min"
    assert "snart" in told
    assert (items(database)[1].start, items(database)[1].minutes) == (time(19, 15), 25)
    assert focused() is view.rows[1]


def test_a_comment_is_the_chairs(view: ChairView, database: Database) -> None:
    keys(DOWN, Qt.Key.Key_K, "Ta den först", ENTER)

    assert [each.text for each in items(database)[1].comments] == ["Ta den först"]
    assert "Ta den först" in said(view)


def test_notes_are_typed_saved_and_shown_again(
    view: ChairView, file_page: FilePage, database: Database, held: Minutes
) -> None:
    keys(DOWN, Qt.Key.Key_A, "Fråga Åsa först", ESC, DOWN, UP)

    with database.read() as read:
        notes = agendas.chair_notes(read, held.meeting)
    assert plain(notes[held.items[1]][1]) == "Fråga Åsa först"
    assert view.opened is not None
    assert view.opened.note.toPlainText() == "Fråga Åsa först"
    assert file_page.flush()


def test_letters_in_a_note_do_nothing_else(view: ChairView, database: Database) -> None:
    keys(Qt.Key.Key_A, "tuko")

    assert view.opened is not None
    assert view.opened.note.toPlainText() == "tuko"
    assert [item.outcome for item in items(database)] == [None] * len(TITLES)


def test_a_note_written_elsewhere_is_shown(view: ChairView, database: Database, held: Minutes) -> None:
    from klubban.domain.text import from_plain

    write_note(database, held.item, from_plain("Hej"))
    settle()

    assert view.opened is not None
    assert view.opened.note.toPlainText() == "Hej"


def test_before_the_meeting_there_are_no_speakers_and_no_questions(view: ChairView) -> None:
    assert view.opened is not None
    assert view.opened.speakers is None
    assert "Put the question" not in said(view)


def test_in_the_meeting_the_time_stands_beside_the_title(
    view: ChairView, database: Database, held: Minutes, clock: Clock
) -> None:
    begin(database, held)
    clock.goes(22 * 60)
    view.show_pace()

    assert view._pace.text() == "12 min behind"
    assert "19.22" in said(view)


def test_speakers_are_put_on_the_list_by_a_few_letters_and_speak_in_turn(
    view: ChairView, database: Database, held: Minutes, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(database, held)
    assert view.source is not None
    assert view.source.floor is not None
    there = (Named("Åsa Öberg", "S"), Named("Bo Ek", "M"), Named("Cia Alm", "C"))
    monkeypatch.setattr(view.source.floor, "people", lambda: there)
    keys(Qt.Key.Key_O, "öb", ENTER, "bo", ENTER, "cia", (ENTER, CONTROL))
    keys("Gäst Gran", ENTER)

    keys(UP, UP, UP, UP, Qt.Key.Key_Space)  # the one who replies speaks first
    clock.goes(65)
    keys(DOWN, ENTER)  # and is done when the next begins
    clock.goes(20)
    keys(ENTER)

    with database.read() as read:
        listed = agendas.speakers(read, held.item)
    assert [(str(each.who), each.reply, each.seconds) for each in listed] == [
        ("Cia Alm (C)", True, 65),
        ("Åsa Öberg (S)", False, 20),
        ("Bo Ek (M)", False, None),
        ("Gäst Gran", False, None),
    ]


@pytest.mark.usefixtures("view")
def test_the_order_of_those_who_wait_is_changed_and_one_is_struck(database: Database, held: Minutes) -> None:
    begin(database, held)
    keys(Qt.Key.Key_O, "Anna", ENTER, "Bo", ENTER, "Cia", ENTER)

    keys(UP, (UP, MOVE), UP, Qt.Key.Key_Delete)

    with database.read() as read:
        listed = [each.who.name for each in agendas.speakers(read, held.item)]
    assert listed == ["Cia", "Bo"]


def test_the_time_of_somebody_who_speaks_runs_on_while_another_item_is_looked_at(
    view: ChairView, database: Database, held: Minutes, clock: Clock
) -> None:
    begin(database, held)
    speaker = ask_to_speak(database, held.item, Named("Bo Ek"))
    settle()
    keys(Qt.Key.Key_O, UP, ENTER, ESC, DOWN)
    clock.goes(30)
    keys(UP)

    assert view.speaking.speaker == speaker
    assert view.opened is not None
    assert view.opened.speakers is not None
    assert "speaks" in view.opened.speakers.rows[0].accessibleName()
    assert view.speaking.seconds == 30


def test_who_spoke_more_than_once_is_added_up(view: ChairView, database: Database, held: Minutes) -> None:
    begin(database, held)
    with database.change("Speak") as change:
        for place, (name, seconds) in enumerate((("Bo", 60), ("Cia", 30), ("Bo", 65))):
            change.insert("speaker", item_id=held.item, position=place, name=name, seconds=seconds)
    settle()
    view.reload()

    assert "Together: Bo 2.05, Cia 0.30" in said(view)


def test_the_questions_stand_in_their_order_once_something_is_moved(
    view: ChairView, database: Database, held: Minutes
) -> None:
    begin(database, held)
    with database.change("Move") as change:
        change.insert("motion", item_id=held.item, position=0, asks=Asks.REFER_BACK, text=())
        change.insert("motion", item_id=held.item, position=1, asks=Asks.APPROVE, text=())
    settle()
    view.reload()

    told = said(view)
    assert told.index("approve this order") < told.index("referred back") < told.index("decide as proposed")


def test_a_verified_meeting_can_be_read_and_says_why_it_stays(
    view: ChairView, database: Database, held: Minutes
) -> None:
    with database.change("Verify") as change:
        change.update("meeting", held.meeting, stage="verified")
    settle()
    keys(DOWN, Qt.Key.Key_U)
    told = view.foot.said
    keys((Qt.Key.Key_N, CONTROL))

    assert told == "The protocol is verified; its agenda stays as it is."
    assert view.sheet.new is None
    assert [item.outcome for item in items(database)] == [None] * len(TITLES)


def test_esc_goes_from_the_notes_to_the_line_and_from_there_to_the_meeting(
    view: ChairView, file_page: FilePage, held: Minutes
) -> None:
    keys(DOWN, Qt.Key.Key_A, ESC)
    on_line = focused() is view.rows[1]
    keys(ESC)

    assert on_line
    assert file_page._pages.currentWidget() is file_page.meeting
    assert file_page.meeting._item == held.items[1]


def test_a_screen_reader_finds_the_lines_and_the_notes(view: ChairView) -> None:
    from PySide6.QtGui import QAccessible

    names = {face.text(QAccessible.Text.Name) for face in spoken(view)}

    assert {"1 Upprop, 18.30, 10 min", "My notes"} <= names


def test_an_empty_agenda_says_what_to_do_next(view: ChairView, database: Database, held: Minutes) -> None:
    with database.change("Empty") as change:
        for item in held.items:
            change.delete("item", item)
    settle()
    view.reload()
    settle()
    view.enter()
    told = said(view)

    keys((Qt.Key.Key_N, CONTROL), "Upprop", ENTER, ESC)

    assert "Ctrl+N adds an item" in told
    assert titles(database) == ["Upprop"]
