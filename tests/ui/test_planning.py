"""The page of the year: what it says, and how a year is planned by the keyboard."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from builders import rows
from klubban.domain.rules import BodyKind
from klubban.operations import bodies, undo
from klubban.operations.meetings import add_meeting
from klubban.operations.planning import put_pattern
from klubban.store import agendas, plans
from klubban.ui import clock
from klubban.ui.planning.page import PlanningPage
from klubban.ui.planning.pattern_form import PatternForm
from klubban.ui.planning.preview import YearPreview
from klubban.ui.planning.year_list import THE_YEAR
from klubban.ui.registers.form import Form
from klubban.ui.typesetter import Typesetter
from klubban.ui.widgets.basics import Pill, Text
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.options import Toggle
from ui.helpers import press, settle, spoken, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from klubban.domain.planned import Planned
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage

TODAY = date(2027, 1, 15)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def committee(database: Database) -> int:
    assembly = bodies.add_body(database, "Kommunfullmäktige", BodyKind.ASSEMBLY, short="KF")
    made = bodies.add_body(
        database, "Kommunstyrelsen", BodyKind.COMMITTEE, short="KS", seats=13, parent=assembly
    )
    bodies.set_rule(database, made, "summons_days", 6)
    bodies.set_rule(database, made, "papers_days", 4)
    add_meeting(database, made, date(2027, 2, 1), start=time(13), place="Stora salen")
    add_meeting(database, assembly, date(2027, 2, 22), start=time(18))
    return made


@pytest.fixture
def year(
    qtbot: QtBot, database: Database, committee: int, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PlanningPage]:
    assert committee
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    setter = Typesetter()
    page = PlanningPage(database, settings, setter)
    qtbot.addWidget(page)
    page.resize(1224, 800)
    page.show()
    page.activateWindow()
    page.show_for(None)
    settle()
    yield page
    setter.stop()


def said(widget: QWidget) -> str:
    """Return the words that are seen in a widget."""
    found = [each.text() for each in widget.findChildren(Text) if each.isVisible()]
    found += [each.text() for each in widget.findChildren(Pill) if each.isVisible()]
    found += [each.text() for each in widget.findChildren(Link) if each.isVisible()]
    return "\n".join(found).replace("\u00a0", " ")


def listed(page: PlanningPage) -> list[str]:
    return [page.list.rows.data(page.list.rows.index(place, 0)) for place in range(page.list.rows.rowCount())]


def of(database: Database, body: int) -> list[Planned]:
    with database.read() as read:
        return [each for each in plans.planned(read) if each.body == body]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def fill(words: str) -> None:
    """Type in the line that has the caret, in the place of what stands there, and go on."""
    line = focused()
    press(line, Qt.Key.Key_A, CTRL)
    press(line, Qt.Key.Key_Delete)
    type_text(line, words)
    press(line, Qt.Key.Key_Return)
    settle()


def chosen(page: PlanningPage, meeting: Planned) -> None:
    assert page.list.choose(meeting.id)
    settle()


def test_the_year_is_seen_by_month(year: PlanningPage) -> None:
    assert listed(year)[:4] == [
        "All of 2027, 2 meetings",
        "January: no meeting",
        "February",
        "Monday 1 February, Kommunstyrelsen, at 13.00, Stora salen".replace("day 1 ", "day 1\u00a0").replace(
            "at 1", "at\u00a01"
        ),
    ]


def test_a_meeting_says_its_dates_and_what_it_reaches(
    year: PlanningPage, database: Database, committee: int
) -> None:
    chosen(year, of(database, committee)[0])

    words = said(year.surface)
    assert "Monday 1 February 2027" in words
    assert "Friday 22 January\nThe papers are to be in" in words
    assert "Tuesday 26 January\nThe summons is to be out" in words
    assert "It reaches kommunfullmäktige on 22 February" in words


def test_a_year_is_planned_by_keys_alone_and_undone_in_one_step(
    year: PlanningPage, database: Database, committee: int
) -> None:
    year.show_body(committee)
    year.turn_year(1)
    settle()
    press(focused(), Qt.Key.Key_P, CTRL)
    settle()
    form = year.asked
    assert isinstance(form, PatternForm)  # nothing says yet when it meets
    press(focused(), Qt.Key.Key_Space)
    for _chip in range(40):
        if focused().accessibleName() == "Start":
            break
        press(focused(), Qt.Key.Key_Tab)
    fill("13.00")
    fill("Stora salen")
    with database.read() as read:
        (pattern,) = agendas.patterns(read, committee)
    assert (pattern.nth, pattern.weekday, pattern.start) == ((1,), 0, time(13))

    before = rows(database)
    press(year.list, Qt.Key.Key_P, CTRL)
    settle()
    assert isinstance(year.asked, YearPreview)
    assert "Instead of 1 May, the first of May" in _told(year.asked)
    press(focused(), Qt.Key.Key_Space)
    settle()

    assert len([each for each in of(database, committee) if each.date.year == 2028]) == 12
    assert year.asked is None
    undo.undo(database)
    assert rows(database) == before


def _told(preview: YearPreview) -> str:
    assert preview.toggles is not None
    return "\n".join(
        button.accessibleDescription().replace("\u00a0", " ") for _day, button in preview.toggles.buttons
    )


def test_a_day_that_is_unticked_is_not_planned(
    year: PlanningPage, database: Database, committee: int
) -> None:
    put_pattern(database, committee, None, weekday=1, nth=(3,), months=(1, 2, 3))
    year.show_body(committee)
    year.ask_for_year()
    preview = year.asked
    assert isinstance(preview, YearPreview)
    assert preview.toggles is not None
    first, second, _third = (button for _day, button in preview.toggles.buttons)

    assert first.isChecked()
    assert second.isChecked()
    first.click()
    assert preview.button.text() == "Plan 2 meetings"
    preview.submit()

    assert [each.date for each in of(database, committee)] == [
        date(2027, 2, 1), date(2027, 2, 16), date(2027, 3, 16)
    ]  # fmt: skip


def test_a_day_that_has_been_is_not_ticked(year: PlanningPage, database: Database, committee: int) -> None:
    put_pattern(database, committee, None, weekday=1, nth=(1, 3), months=(1,))
    year.show_body(committee)

    year.ask_for_year()

    preview = year.asked
    assert isinstance(preview, YearPreview)
    assert preview.toggles is not None
    assert [button.isChecked() for _day, button in preview.toggles.buttons] == [False, True]
    assert preview.button.text() == "Plan 1 meeting"


def test_one_more_meeting_is_planned_and_chosen(
    year: PlanningPage, database: Database, committee: int
) -> None:
    year.show_body(committee)
    press(year.list, Qt.Key.Key_N, CTRL)
    settle()
    fill("2027-03-04")
    fill("1530")
    fill("Lilla salen")

    made = of(database, committee)[-1]
    assert (made.date, made.start, made.place) == (date(2027, 3, 4), time(15, 30), "Lilla salen")
    assert year.shown == made.id
    assert year.asked is None


def test_a_meeting_in_the_past_is_asked_about_in_the_page(
    year: PlanningPage, database: Database, committee: int
) -> None:
    year.show_body(committee)
    year.ask_for_meeting()
    settle()
    fill("2026-12-07")
    fill("")
    fill("")
    form = year.asked
    assert isinstance(form, Form)
    assert "2026-12-07 is in the past" in said(form)
    assert len(of(database, committee)) == 1

    next(each for each in form.findChildren(Toggle) if each.isVisible()).click()
    form.submit()

    assert of(database, committee)[0].date == date(2026, 12, 7)
    assert year.sheet.year == 2026


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("i morgon", "", ""), "is no day"),
        (("2027-03-04", "halv tre", ""), "is no time of day"),
        (("", "", ""), "Say on"),
    ],
)
def test_what_says_no_day_or_time_is_told_and_stays(
    year: PlanningPage, database: Database, committee: int, typed: tuple[str, ...], told: str
) -> None:
    year.show_body(committee)
    year.ask_for_meeting()
    settle()
    for words in typed:
        fill(words)

    form = year.asked
    assert isinstance(form, Form)
    assert told in said(form)
    assert form.words("day") == typed[0]
    assert len(of(database, committee)) == 1


def test_a_meeting_moves_in_the_page(year: PlanningPage, database: Database, committee: int) -> None:
    meeting = of(database, committee)[0]
    chosen(year, meeting)
    press(year.list, Qt.Key.Key_F2)
    settle()
    fill("2028-02-07")
    form = year.asked
    assert isinstance(form, Form)
    form.submit()
    settle()

    assert of(database, committee)[0].date == date(2028, 2, 7)
    assert (year.sheet.year, year.shown) == (2028, meeting.id)


def test_a_meeting_is_cancelled_with_a_reason_and_held_after_all(
    year: PlanningPage, database: Database, committee: int
) -> None:
    chosen(year, of(database, committee)[0])
    press(year.list, Qt.Key.Key_Delete)
    settle()
    fill("")
    assert "Say why" in said(year.surface)
    fill("För få ärenden")

    assert "Cancelled on 15 January: För få ärenden" in said(year.surface)
    year.list.setFocus()
    press(year.list, Qt.Key.Key_Delete)
    settle()
    assert of(database, committee)[0].stands


def test_escape_leaves_what_is_asked(year: PlanningPage, database: Database, committee: int) -> None:
    chosen(year, of(database, committee)[0])
    year.ask_to_move()
    settle()
    press(focused(), Qt.Key.Key_Escape)
    settle()

    assert year.asked is None
    assert focused() is year.list


def test_years_are_turned_by_keys(year: PlanningPage) -> None:
    press(year.list, Qt.Key.Key_Right, ALT)
    assert (year.sheet.year, year.shown) == (2028, THE_YEAR)
    press(year.list, Qt.Key.Key_Left, ALT)
    press(year.list, Qt.Key.Key_Left, ALT)
    assert year.sheet.year == 2026
    assert "No meeting is planned in 2026" in said(year.surface)


def test_what_the_year_lacks_stands_above(year: PlanningPage, database: Database, committee: int) -> None:
    bodies.set_rule(database, committee, "meetings_a_year", 4)
    with database.change("Standing") as change:
        change.insert("standing_item", body_id=committee, position=0, title="Internkontroll", months=(10,))

    year.reload()
    settle()

    words = said(year.surface)
    assert "Kommunstyrelsen has 1 of at least 4 meetings in 2027." in words
    assert "no meeting in October, when this is due: Internkontroll" in words


def test_awaited_papers_lead_to_their_item(
    qtbot: QtBot, year: PlanningPage, database: Database, committee: int
) -> None:
    meeting = of(database, committee)[0].id
    with database.change("Papers") as change:
        item = change.insert("item", meeting_id=meeting, position=0, title="Budget")
        change.insert("paper", item_id=item, position=0, title="Yttrande", due=date(2027, 1, 10))
    year.reload()
    settle()
    link = next(each for each in year.surface.findChildren(Link) if "”Budget”" in each.accessibleName())

    assert "late" in said(year.surface)
    with qtbot.waitSignal(year.meeting_asked) as asked:
        link.click()
    assert asked.args == [meeting, item]


def test_enter_opens_the_meeting(
    qtbot: QtBot, year: PlanningPage, database: Database, committee: int
) -> None:
    meeting = of(database, committee)[0]
    chosen(year, meeting)

    with qtbot.waitSignal(year.meeting_asked) as asked:
        press(year.list, Qt.Key.Key_Return)
    assert asked.args == [meeting.id, None]


def test_what_is_typed_stays_when_something_else_changes(
    year: PlanningPage, database: Database, committee: int
) -> None:
    year.ask_for_meeting()
    settle()
    form = year.asked
    assert isinstance(form, Form)
    form.go_to("place")
    type_text(focused(), "Åsalen")

    bodies.change_body(database, committee, purpose="Annat")
    year.reload()

    assert year.asked is form
    assert form.words("place") == "Åsalen"


def test_a_file_without_bodies_says_what_to_do(qtbot: QtBot, database: Database, settings: Settings) -> None:
    setter = Typesetter()
    page = PlanningPage(database, settings, setter)
    qtbot.addWidget(page)
    page.show()
    settle()

    assert "There are no bodies yet" in said(page.surface)
    page.ask_for_meeting()
    assert page.asked is None
    setter.stop()


def test_everything_that_can_be_reached_has_a_name(
    year: PlanningPage, database: Database, committee: int
) -> None:
    put_pattern(database, committee, None, weekday=1, nth=(3,))
    year.show_body(committee)
    year.ask_for_pattern(None)
    settle()

    nameless = [
        face.object()
        for face in spoken(year)
        if face.state().focusable and not face.text(face_name()) and face.object() is not None
    ]

    assert nameless == []


def test_undo_stays_in_the_year_that_shows_it(page: FilePage, office: Database) -> None:
    page.show_room("planning")
    room = next(each for each in page.findChildren(PlanningPage))
    held = len(of(office, 1))
    add_meeting(office, 1, date(2031, 2, 3))
    put_pattern(office, 1, None, weekday=0, nth=(1,))
    settle()

    page.undo()
    page.undo()
    settle()

    assert room.isVisible()
    assert len(of(office, 1)) == held


def face_name() -> QAccessible.Text:
    return QAccessible.Text.Name
