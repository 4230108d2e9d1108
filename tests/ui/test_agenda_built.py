"""An agenda is built by the keyboard alone: titles, kinds, times, order, what is withdrawn; and undone."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from builders import minutes, new_file, snapshot
from klubban.domain.agenda import Act, ItemKind
from klubban.domain.meeting import Outcome
from klubban.operations.sendings import send
from klubban.ui.file_page import FilePage
from klubban.ui.meeting.agenda import THE_MEETING
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import Text
from ui.helpers import held, press, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from klubban.domain.meeting import Item
    from klubban.store.database import Database

TITLES = (
    "Upprop och val av justerare",
    "Fastställande av föredragningslistan",
    "Årsbudget för äldreomsorgen 2027",
    "Översyn av ängs- och åkermark",
    "Försäljning av Ekby 1:7",
    "Åtgärder mot översvämning i Ekbyån",
    "Lokalförsörjningsplan",
    "Ändrad taxa för vatten och avlopp",
    "Näringslivschefen informerar",
    "Brandskydd på äldreboenden",
    "Gång- och cykelväg vid Ölstavägen",
    "Överenskommelse om samverkan",
    "Köp av arkivtjänst",
    "Val av ersättare i valnämnden",
    "Svar på motion om lånecyklar",
    "Ägardirektiv för Ekbybostäder",
    "Anmälan av delegationsbeslut",
    "Meddelanden",
    "Övriga frågor",
    "Nästa möte",
)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOVE = ALT | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def office(path: Path) -> Iterator[Database]:
    """A file with one meeting that has an empty agenda."""
    database = new_file(path)
    minutes(database, ())
    yield database
    database.close()


def key(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(held(), which, modifier)
    settle()


def build(page: FilePage, titles: tuple[str, ...]) -> None:
    page.meeting.agenda.list.setFocus()
    key(Qt.Key.Key_N, CONTROL)
    for title in titles:
        type_text(held(), title)
        press(held(), Qt.Key.Key_Return)
        settle()
    press(held(), Qt.Key.Key_Escape)
    settle()


def items(database: Database) -> tuple[Item, ...]:
    return snapshot(database).items


def titles(database: Database) -> list[str]:
    return [item.title for item in items(database)]


def shown(page: FilePage) -> list[tuple[str, str]]:
    return [(row.number, row.title) for row in page.meeting.agenda.list.all_rows() if row.item]


def surface(page: FilePage) -> ItemSurface:
    found = page.meeting._surface
    assert isinstance(found, ItemSurface)
    return found


def walk_to(name: str) -> None:
    """Press Tab until something with a name has the keyboard."""
    for _ in range(40):
        if held().accessibleName() == name or getattr(held(), "text", str)() == name:
            return
        key(Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_twenty_items_are_typed_in_a_row_without_the_mouse(page: FilePage, office: Database) -> None:
    build(page, TITLES)

    assert titles(office) == list(TITLES)
    assert shown(page) == [(str(number), title) for number, title in enumerate(TITLES, 1)]
    assert page.meeting._item == items(office)[-1].id


def test_an_agenda_is_ordered_timed_and_undone_by_keys_alone(page: FilePage, office: Database) -> None:
    build(page, TITLES)
    key(Qt.Key.Key_Up, MOVE)
    key(Qt.Key.Key_Up, MOVE)
    assert titles(office)[-3:] == ["Nästa möte", "Meddelanden", "Övriga frågor"]

    key(Qt.Key.Key_Return)
    assert held().accessibleName() == "Title"
    walk_to("procedure")
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Space)
    walk_to("Presented by")
    key(Qt.Key.Key_Space)
    type_text(held(), "Karin Öberg, näringslivschef")
    walk_to("When and how long")
    key(Qt.Key.Key_Space)
    type_text(held(), "13.30, 20 min")
    page.flush()
    settle()
    item = items(office)[-3]
    assert (item.kind, item.presenters) == (ItemKind.INFORMATION, ("Karin Öberg, näringslivschef",))
    assert (item.start, item.minutes) == (time(13, 30), 20)

    page.undo()
    settle()
    assert items(office)[-3].minutes is None
    for _ in range(4):
        page.undo()
        settle()
    assert items(office)[-1].kind is None
    assert titles(office) == list(TITLES)


def test_what_is_withdrawn_keeps_its_place_and_says_so(page: FilePage, office: Database) -> None:
    build(page, TITLES[:3])
    page.meeting.agenda.list.choose(items(office)[1].id)
    key(Qt.Key.Key_Return)
    walk_to("Withdraw")
    key(Qt.Key.Key_Space)
    type_text(held(), "Åsa Öman")
    key(Qt.Key.Key_Return)
    type_text(held(), "Underlaget är inte klart")
    key(Qt.Key.Key_Return)

    (act,) = items(office)[1].acts
    assert items(office)[1].outcome is Outcome.WITHDRAWN
    assert (act.act, act.by, act.reason) == (Act.WITHDRAWN, "Åsa Öman", "Underlaget är inte klart")
    assert [row.state for row in page.meeting.agenda.list.all_rows() if row.item] == ["", "is withdrawn", ""]
    page.undo()
    assert items(office)[1].outcome is None


def test_delete_takes_an_item_away_that_was_never_sent(page: FilePage, office: Database) -> None:
    build(page, TITLES[:3])
    page.meeting.agenda.list.choose(items(office)[1].id)
    page.meeting.agenda.list.setFocus()
    key(Qt.Key.Key_Delete)

    assert titles(office) == [TITLES[0], TITLES[2]]
    assert page.meeting._item == items(office)[1].id
    page.undo()
    settle()
    assert titles(office) == list(TITLES[:3])


def test_delete_asks_whether_an_item_that_was_sent_is_withdrawn(page: FilePage, office: Database) -> None:
    build(page, TITLES[:3])
    send(office, 1, on=date(2016, 2, 1), at=None)
    settle()
    page.meeting.agenda.list.choose(items(office)[1].id)
    page.meeting.agenda.list.setFocus()
    key(Qt.Key.Key_Delete)

    assert titles(office) == list(TITLES[:3])
    (form,) = surface(page).findChildren(Form)
    assert form.isVisible()
    told = [label.text() for label in form.findChildren(Text) if not label.isHidden()]
    assert any("sent" in words for words in told)


def test_after_the_summons_an_item_is_extra_and_says_who_wants_it(page: FilePage, office: Database) -> None:
    build(page, TITLES[:1])
    send(office, 1, on=date(2016, 2, 1), at=None)
    settle()
    key(Qt.Key.Key_N, CONTROL)
    type_text(held(), "Initiativ om belysning")
    key(Qt.Key.Key_Tab)
    type_text(held(), "Åsa Berg (V)")
    press(held(), Qt.Key.Key_Return)
    settle()

    (act,) = items(office)[-1].acts
    assert (act.act, act.by) == (Act.ADDED, "Åsa Berg (V)")
    assert page.meeting.agenda.list.all_rows()[3].about == "extra item, Åsa Berg (V)"


def test_a_title_that_was_not_entered_is_added_on_leaving(page: FilePage, office: Database) -> None:
    page.meeting.agenda.list.setFocus()
    key(Qt.Key.Key_N, CONTROL)
    type_text(held(), "Övriga frågor")

    assert page.flush()

    assert titles(office) == ["Övriga frågor"]


def test_a_title_too_long_to_be_one_stays_where_it_is_typed(page: FilePage, office: Database) -> None:
    page.meeting.agenda.list.setFocus()
    key(Qt.Key.Key_N, CONTROL)
    page.meeting.agenda.new.title.show_words("å" * 5000)
    press(held(), Qt.Key.Key_Return)
    settle()

    assert titles(office) == []
    assert page.meeting.agenda.new.title.words() == "å" * 5000
    assert page.meeting.agenda.new.isVisible()


def test_an_item_is_dragged_to_another_place_and_only_moves_when_let_go(
    page: FilePage, office: Database
) -> None:
    build(page, TITLES[:4])
    rows = page.meeting.agenda.list
    box = [rows.visualRect(rows.rows.index(at, 0)) for at in range(rows.rows.rowCount())]
    first, third = box[2].center(), box[4].center()
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=first)
    for way in range(1, 8):
        between = first + (third - first) * way / 7 + QPoint(0, 4)
        QTest.mouseMove(rows.viewport(), between)
        settle()
    assert titles(office) == list(TITLES[:4])
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=third + QPoint(0, 4))
    settle()

    assert titles(office) == [TITLES[1], TITLES[2], TITLES[0], TITLES[3]]
    page.undo()
    settle()
    assert titles(office) == list(TITLES[:4])


def test_an_empty_agenda_says_what_to_do_next(page: FilePage) -> None:
    page.meeting.select(THE_MEETING)
    told = [label.text() for label in page.meeting.findChildren(Text) if label.isVisible()]

    assert any(words.startswith("No items yet.") for words in told)
