"""The page of a body's attendance: what it says, how one gets about in it, and what is written from it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible

from klubban.ui.statistics.absences import Absences
from klubban.ui.statistics.chart import TurnoutChart
from klubban.ui.statistics.page import StatisticsPage
from klubban.ui.statistics.table import Table
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.buttons import Link
from klubban.ui.worker import Desk
from ui.helpers import press, settle, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.worker import Job

TODAY = date(2026, 12, 20)
NAMES = (("Åsa Wennergren", "Kommunstyrelsen"), ("Nils Hallonsten", "Polisen"), ("Eva Torsdotter", "Kyrkan"))
MEETINGS = (
    (date(2026, 2, 12), (0, 1, 2)),
    (date(2026, 5, 12), (0, 1)),
    (date(2026, 9, 12), (0,)),
    (date(2026, 11, 12), (0, 1)),
)


class AtOnce(QObject):
    """Sets documents here and now, as the other process would."""

    answered = Signal(object, object)
    progressed = Signal(object, object)

    def ask(self, job: Job) -> None:
        self.answered.emit(job, Desk().answer(job))


def council(database: Database) -> int:
    """Put a council with three members and four meetings into a file."""
    with database.change("Council") as change:
        change.insert("organisation", name="Ekby kommun", language="en")
        body = change.insert("body", key="bra", name="Brottsförebyggande rådet", short="Brå", kind="council")
        people = []
        for place, (name, of) in enumerate(NAMES):
            people.append(change.insert("person", key=name, name=name))
            change.insert(
                "seat",
                body_id=body,
                position=place,
                person_id=people[-1],
                role="member" if place else "chair",
                represents=of,
                from_date=date(2023, 1, 1),
                to_date=date(2026, 12, 31),
            )
        for day, present in MEETINGS:
            meeting = change.insert(
                "meeting", body_id=body, date=day, starts=time(9), ends=time(11, 10), stage="closed"
            )
            for place in present:
                change.insert(
                    "attendance",
                    meeting_id=meeting,
                    position=place,
                    person_id=people[place],
                    name=NAMES[place][0],
                    attends_as="member",
                )
    return body


@pytest.fixture
def page(qtbot: QtBot, database: Database, settings: Settings) -> Iterator[StatisticsPage]:
    typesetter = AtOnce()
    shown = StatisticsPage(database, settings, typesetter, clock=lambda: TODAY)  # type: ignore[arg-type] # stands in for it
    qtbot.addWidget(shown)
    shown.resize(1000, 800)
    shown.show_body(council(database))
    shown.show()
    shown.activateWindow()
    settle()
    yield shown
    typesetter.deleteLater()


def said(page: StatisticsPage) -> str:
    return " | ".join(text.text() for text in page.surface.findChildren(Text) if text.isVisible())


def table(page: StatisticsPage, name: str) -> Table:
    (found,) = [each for each in page.surface.findChildren(Table) if each.accessibleName() == name]
    return found


def lines(of: Table) -> list[str]:
    return [
        row.words for number in range(of.rows.rowCount()) if (row := of.rows.row(number)) and not row.heading
    ]


def choose(page: StatisticsPage, words: str) -> None:
    (chip,) = [chip for chip in page.period.chips if chip.text() == words]
    chip.click()
    settle()


def test_the_page_begins_with_the_average_in_a_sentence(page: StatisticsPage) -> None:
    assert said(page).startswith("At the 4 meetings held, on average 2 of 3 members were present.")


def test_the_chart_tells_every_number_to_those_who_do_not_see_it(page: StatisticsPage) -> None:
    (chart,) = page.surface.findChildren(TurnoutChart)

    assert "12 September 2026: 1\u00a0of\u00a03" in chart.accessibleName()
    assert len(chart.bars()) == 4
    assert all(0 < bar.left() < bar.right() < chart.width() for bar in chart.bars())
    assert chart.bars()[-1].bottom() <= chart.height()
    assert "The mark across each bar is at half of the members." in said(page)


def test_members_and_organisations_have_rows_that_can_be_read_aloud(page: StatisticsPage) -> None:
    assert lines(table(page, "Members")) == [
        "Åsa Wennergren, Kommunstyrelsen, 4\u00a0of\u00a04, 100\u00a0%",
        "Nils Hallonsten, Polisen, 3\u00a0of\u00a04, 75\u00a0%",
        "Eva Torsdotter, Kyrkan, 1\u00a0of\u00a04, 25\u00a0%",
    ]


def test_organisations_are_listed_where_they_differ_from_their_members(
    page: StatisticsPage, database: Database
) -> None:
    assert not [each for each in page.surface.findChildren(Table) if each.accessibleName() == "Organisations"]

    with database.change("A second seat") as change:
        person = change.insert("person", key="bo", name="Bo Ny")
        change.insert("seat", body_id=1, position=9, person_id=person, role="member", represents="Kyrkan")
    page.reload()
    settle()

    assert lines(table(page, "Organisations")) == ["Kyrkan, 2, 1\u00a0of\u00a08, 12\u00a0%"]
    assert "Who came in the member’s place counts here too." in said(page)


def test_a_table_is_walked_by_arrow_keys_and_its_row_stays_in_sight(page: StatisticsPage) -> None:
    page.resize(1000, 320)
    settle()
    members = table(page, "Members")
    members.setFocus(Qt.FocusReason.TabFocusReason)

    for _ in range(4):
        press(members, Qt.Key.Key_Down)
    settle()

    assert members.currentIndex().row() == 3
    below = members.visualRect(members.currentIndex()).center()
    at = members.viewport().mapTo(page.surface.viewport(), below)
    assert 0 <= at.y() <= page.surface.viewport().height()


def test_last_year_has_nothing_to_count_and_the_page_says_what_to_do(page: StatisticsPage) -> None:
    choose(page, "Last year")

    assert "No meeting to count in this period" in said(page)
    assert "call the roll at a meeting" in said(page)
    assert not page.actions_enabled


def test_the_term_is_offered_by_its_years(page: StatisticsPage) -> None:
    choose(page, "The term 2023–2026")

    assert page.period.period == (date(2023, 1, 1), date(2026, 12, 31))
    assert page.period.dates.replace("\u00a0", " ") == "1 January 2023–31 December 2026"
    assert "At the 4 meetings held" in said(page)


def test_days_of_ones_own_are_counted_as_typed(page: StatisticsPage) -> None:
    choose(page, "Another period …")
    page.period.first.show_words("2026-05-01")
    page.period.last.show_words("30 september 2026")
    press(page.period.last.line, Qt.Key.Key_Return)
    settle()

    assert said(page).startswith("At the 2 meetings held")


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2026-02-30", "2026-12-31", "”2026-02-30” is no day"),
        ("2026-12-31", "2026-01-01", "The last day is before the first"),
        ("", "2026-01-01", "Both days are needed"),
    ],
)
def test_what_is_wrong_with_a_period_is_told_beside_it(
    page: StatisticsPage, first: str, last: str, told: str
) -> None:
    choose(page, "Another period …")
    page.period.first.show_words(first)
    page.period.last.show_words(last)
    press(page.period.last.line, Qt.Key.Key_Return)

    assert page.period.complaint.startswith(told)
    assert "At the 4 meetings held" in said(page)  # what was shown stays


def test_who_is_seldom_there_is_told_by_which_measure(page: StatisticsPage) -> None:
    (absences,) = page.surface.findChildren(Absences)
    measure = absences.findChildren(Text)[0].text()

    assert "missed the last\u00a03\u00a0meetings or more, or come to fewer than a third" in measure


def test_who_is_seldom_there_gets_a_letter_in_the_folder_of_exports(
    page: StatisticsPage, tmp_path: Path
) -> None:
    (absences,) = page.surface.findChildren(Absences)
    (link,) = absences.findChildren(Link)
    assert link.accessibleName() == "Write a letter about Kyrkan (Eva Torsdotter)"

    link.click()

    assert (tmp_path / "brå-2026-12-20-letter-kyrkan.pdf").read_bytes().startswith(b"%PDF")


def test_the_statistics_become_a_pdf_named_by_the_year(page: StatisticsPage, tmp_path: Path) -> None:
    page.export_statistics()

    assert (tmp_path / "brå-2026-attendance-statistics.pdf").is_file()


def test_the_basis_for_remuneration_is_written_for_excel_and_as_csv(
    page: StatisticsPage, tmp_path: Path
) -> None:
    for action in page.remuneration_menu.actions():
        action.trigger()

    first, second = openpyxl.load_workbook(tmp_path / "brå-2026-remuneration.xlsx").worksheets
    assert [cell.value for cell in first[2]] == [
        "Eva Torsdotter",
        None,
        "Brottsförebyggande rådet",
        "member",
        1,
        3,
        0,
    ]
    assert second.max_row == 1 + 8
    assert "Eva Torsdotter,,Brottsförebyggande rådet" in (tmp_path / "brå-2026-remuneration.csv").read_text(
        "utf-8-sig"
    )


def test_a_change_of_the_file_is_counted_when_the_page_is_told(
    page: StatisticsPage, database: Database
) -> None:
    with database.change("One less") as change:
        change.delete("attendance", 1)

    page.reload()
    settle()

    assert "on average 1.8 of 3" in said(page)


def test_a_body_that_undo_took_away_leaves_an_empty_page(page: StatisticsPage) -> None:
    page.show_body(999)

    assert said(page) == ""
    assert not page.actions_enabled


def test_everything_to_press_has_a_name(page: StatisticsPage) -> None:
    roles = (QAccessible.Role.Button, QAccessible.Role.RadioButton, QAccessible.Role.List)
    faces = [face for face in spoken(page) if face.role() in roles]

    assert len(faces) > 6
    assert all(face.text(QAccessible.Text.Name) for face in faces)
