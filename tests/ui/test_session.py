"""A meeting that is held at the desk: opened, paused, adjourned, closed and checked, by keys."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from builders import DAY, minutes, new_file, snapshot
from klubban.domain.decided import Asks
from klubban.domain.meeting import Meeting, Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.operations.motions import add_motion
from klubban.operations.scratch import add_scratch
from klubban.operations.verifiers import change_set
from klubban.ui.file_page import FilePage
from klubban.ui.meeting.agenda import CHECKLIST, THE_MEETING
from klubban.ui.meeting.checklist_surface import ChecklistSurface
from klubban.ui.meeting.facts_surface import FactsSurface
from klubban.ui.registers.form import Form
from klubban.ui.widgets.leads import Lead
from ui.helpers import settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from klubban.store.database import Database


@pytest.fixture
def office(path: Path) -> Iterator[Database]:
    """A file with one meeting of three items."""
    database = new_file(path)
    minutes(database, ("Upprop", "Budget", "Arkivtjänst"), number=None)
    yield database
    database.close()


@pytest.fixture
def page(page: FilePage) -> FilePage:
    page.meeting._clock = lambda: DAY
    page.meeting.select(THE_MEETING)
    page.meeting._show_meeting()
    page.meeting.agenda.list.setFocus()
    settle()
    return page


class Windows(QObject):
    """Notes what is shown as a window of its own, which would take the keyboard from the text."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(page: FilePage, qapp: QApplication) -> Iterator[Windows]:
    """Watch from when the page itself is shown."""
    assert page.isVisible()
    spy = Windows()
    qapp.installEventFilter(spy)
    yield spy
    qapp.removeEventFilter(spy)


def key(page: FilePage, name: str) -> None:
    pressed = QKeySequence(name)[0]  # type: ignore[index]  # the stubs do not know
    QTest.keyClick(QApplication.focusWidget() or page, pressed.key(), pressed.keyboardModifiers())
    settle()


def meeting(database: Database) -> Meeting:
    return snapshot(database)


def stage_told(page: FilePage) -> str:
    return page.meeting._head.stages.accessibleName()


def facts(page: FilePage) -> FactsSurface:
    found = page.meeting._surface
    assert isinstance(found, FactsSurface)
    return found


def fill(page: FilePage, **words: str) -> Form:
    settle()
    (form,) = [each for each in page.meeting.findChildren(Form) if each.isVisible()]
    for name, typed in words.items():
        form._lines[name].show_words(typed)
    form.submit()
    settle()
    return form


def test_a_meeting_is_held_by_keys_alone_and_nothing_pops_up(
    page: FilePage, office: Database, windows: Windows
) -> None:
    head, foot = page.meeting._head, page.meeting.foot
    assert head.chief.text() == "Open the meeting"

    key(page, "Ctrl+Shift+O")
    opened = meeting(office)
    key(page, "Ctrl+Return")
    key(page, "Ctrl+Return")
    key(page, "Ctrl+Return")
    at_last = (page.meeting._item, head.chief.text())
    key(page, "Ctrl+Return")
    beyond = foot._message.text()
    key(page, "Ctrl+Shift+P")
    resting = (stage_told(page), head.chief.text())
    key(page, "Ctrl+Shift+P")
    twice = foot._message.text()
    key(page, "Ctrl+Shift+O")
    key(page, "Ctrl+Shift+L")
    closed = meeting(office)

    assert (opened.stage, [item.number for item in opened.items]) == (Stage.IN_SESSION, [1, 2, 3])
    assert at_last == (opened.items[2].id, "Close the meeting")
    assert beyond == "This is the last item. Ctrl+Shift+L closes the meeting."
    assert "Break since" in resting[0]
    assert resting[1] == "Resume"
    assert twice.startswith("The meeting rests since")
    assert (closed.stage, len(closed.recesses)) == (Stage.CLOSED, 1)
    assert closed.recesses[0].ends is not None
    assert closed.end is not None
    assert head.chief.text() == "Checklist"
    assert windows.seen == []


def test_the_checklist_leads_to_each_thing_and_ends_in_readiness(page: FilePage, office: Database) -> None:
    for name in ("Ctrl+Shift+O", "Ctrl+Shift+L", "F12"):
        key(page, name)
    surface = page.meeting._surface
    assert isinstance(surface, ChecklistSurface)
    told = [lead.text() for lead in surface.findChildren(Lead)]
    key(page, "Down")
    key(page, "Return")
    verifiers = facts(page).held
    key(page, "F12")
    again = page.meeting._item
    last = page.meeting._surface
    assert isinstance(last, ChecklistSurface)
    assert last.next is not None
    last.next.click()
    settle()

    assert told[1] == "It is not noted who verifies beside the chair."
    assert verifiers is not None
    assert again == CHECKLIST
    assert meeting(office).stage is Stage.READY


def test_times_can_be_corrected_and_what_cannot_be_says_what_was_expected(
    page: FilePage, office: Database
) -> None:
    key(page, "Ctrl+Shift+O")
    page.meeting._ask_about("times")
    refused = fill(page, opened="13.00", pause="tio över två")
    why = refused._note.text()
    fill(page, pause="14.10-14.25")
    page.meeting._ask_about("adjourn")
    goes_on = DAY + timedelta(days=1)
    fill(page, **{"from": "15.40", "day": goes_on.isoformat(), "time": "8.30"})
    held = meeting(office)

    assert why == "”tio över två” is no recess; write it as 14.10–14.25"
    assert held.opened == time(13)
    assert [(each.starts, each.ends, each.ends_on) for each in held.recesses] == [
        (time(14, 10), time(14, 25), None),
        (time(15, 40), time(8, 30), goes_on),
    ]
    assert "Adjourned to" in stage_told(page)


def test_verifiers_are_chosen_where_the_meeting_is_told_of(page: FilePage, office: Database) -> None:
    key(page, "Ctrl+Shift+O")
    page.meeting._ask_about("verifiers")
    settle()
    type_text(QApplication.focusWidget() or page, "Åsa Öman, Bo Ek")
    fill(page, place="Kommunhuset", day="2016-02-25", time="8.30")
    (chosen,) = meeting(office).verifications

    assert [who.name for who in chosen.verifiers] == ["Åsa Öman", "Bo Ek"]
    assert (chosen.place, chosen.date, chosen.time) == ("Kommunhuset", date(2016, 2, 25), time(8, 30))

    some = Paragraphs.parse("1-2")
    change_set(office, chosen.id, paragraphs=some)
    settle()
    page.meeting._ask_about("verifiers")
    fill(page, place="Biblioteket")
    (again,) = meeting(office).verifications
    assert (again.id, again.place, again.paragraphs) == (chosen.id, "Biblioteket", some)


def test_the_agenda_marks_what_is_still_to_be_done(page: FilePage, office: Database) -> None:
    key(page, "Ctrl+Shift+O")
    first, second, _third = (item.id for item in meeting(office).items)
    add_motion(office, first, Asks.AMEND)
    add_scratch(office, second, "Ask about the second sum", time(13, 20))
    settle()
    lacks = {row.id: row.lack for row in page.meeting.agenda.list.all_rows()}

    assert lacks[first] == "a motion is incomplete"
    assert lacks[second] == "1 line to sort"


def test_a_meeting_of_another_day_is_not_opened(page: FilePage, office: Database) -> None:
    page.meeting._clock = lambda: DAY - timedelta(days=1)
    page.meeting._show_meeting()
    key(page, "Ctrl+Shift+O")

    assert meeting(office).stage is Stage.PLANNED
    assert page.meeting.foot._message.text() == "The meeting is on 22 February; it can be opened that day."
