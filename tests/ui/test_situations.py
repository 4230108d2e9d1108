"""The room of situation reports: a report is begun, judged, gathered and finished by keys alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain, plain
from klubban.operations import bodies as body_operations
from klubban.operations import situations as operations
from klubban.store import situations as store
from klubban.ui import clock
from klubban.ui.situations.page import SituationsPage
from klubban.ui.situations.step_strip import StepStrip
from klubban.ui.situations.surface import SituationSurface
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.options import Option, Toggle
from ui.helpers import held, press, settle, type_text
from ui.registers import opened

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from klubban.domain.situation import Situation
    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage

TODAY = date(2026, 11, 12)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def twelfth_of_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def groups(office: Database) -> tuple[int, int]:
    """Return an operative group with two areas, and a planning group that it reports to."""
    operative, planning = (
        body_operations.add_body(office, name, BodyKind.GROUP)
        for name in ("Operativa gruppen", "Planeringsgruppen")
    )
    body_operations.change_body(office, operative, reports_to=planning, areas=["Narkotika", "Skola"])
    return operative, planning


def room_of(page: FilePage) -> SituationsPage:
    room = page._pages.currentWidget()
    assert isinstance(room, SituationsPage)
    return room


def in_hand(page: FilePage) -> SituationSurface:
    surface = room_of(page).surface
    assert isinstance(surface, SituationSurface)
    return surface


def reports(database: Database) -> tuple[Situation, ...]:
    with database.read() as read:
        return store.situations(read)


def key(which: Qt.Key) -> None:
    """Press a key where the keyboard is; shortcuts hear it too."""
    QTest.keyClick(held(), which)
    settle()


def told(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(Text) if each.isVisible())


def test_reports_are_written_gathered_and_finished_by_keys_alone(
    page: FilePage, office: Database, groups: tuple[int, int]
) -> None:
    QTest.keyClick(page, Qt.Key.Key_F9, SHIFT)
    settle()
    assert "No situation reports yet" in told(room_of(page))

    key(Qt.Key.Key_Return)
    assert isinstance(held(), Option)
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return)
    [begun] = reports(office)
    assert (begun.body, begun.day) == (groups[0], TODAY)

    key(Qt.Key.Key_4)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_K)
    assert "These areas are not judged yet: Skola" in told(in_hand(page))
    key(Qt.Key.Key_1)
    events = in_hand(page)._fields[f"area:{begun.areas[1].id}:events"].editor
    events.setFocus()
    type_text(events, "Lugnt på skolgården.")
    in_hand(page).enter()
    key(Qt.Key.Key_K)
    [done] = reports(office)
    assert [(area.step, plain(area.events)) for area in done.areas] == [(5, ""), (1, "Lugnt på skolgården.")]
    assert done.done_on == TODAY

    key(Qt.Key.Key_N)
    press(held(), Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return)
    assert reports(office)[-1].body == groups[1]
    type_text(held(), "Centrum")
    key(Qt.Key.Key_Return)
    assert isinstance(held(), StepStrip)
    key(Qt.Key.Key_2)
    key(Qt.Key.Key_U)
    assert isinstance(held(), Toggle)
    in_hand(page).slot.form.submit()  # type: ignore[union-attr] # it is there
    settle()
    key(Qt.Key.Key_K)

    gathered = reports(office)[-1]
    assert [(area.name, area.step) for area in gathered.areas] == [
        ("Centrum", 2),
        ("Narkotika", 5),
        ("Skola", 1),
    ]
    assert gathered.is_done
    assert "2 areas are above “Normal situation”: Centrum\u00a0(2) and Narkotika\u00a0(5)." in told(
        in_hand(page)
    )
    page.undo()
    settle()
    assert not reports(office)[-1].is_done


def test_what_changes_elsewhere_is_shown_and_a_report_that_is_gone_is_left(
    page: FilePage, office: Database, groups: tuple[int, int]
) -> None:
    id_ = operations.begin_situation(office, groups[0], TODAY)
    page.show_room("situations")
    settle()
    narcotics, school = reports(office)[0].areas

    operations.judge_area(office, narcotics.id, 2)
    operations.change_area(office, school.id, events=from_plain("Annat."))
    operations.move_area(office, school.id, None)
    settle()

    surface = in_hand(page)
    assert [part.strip.accessibleName().replace("\u00a0", " ") for part in surface.parts] == [
        "Skola: not judged yet",
        "Narkotika: 2 Slightly strained situation",
    ]
    assert "Annat." in surface._fields[f"area:{school.id}:events"].editor.toPlainText()
    in_hand(page).parts[1].strip.setFocus()
    press(held(), Qt.Key.Key_Up, SHIFT | Qt.KeyboardModifier.AltModifier)
    settle()
    press(held(), Qt.Key.Key_Delete)
    settle()
    assert [area.name for area in reports(office)[0].areas] == ["Skola"]
    operations.remove_situation(office, id_)
    settle()
    assert "No situation reports yet" in told(room_of(page))


def test_a_body_says_what_its_reports_tell_of(
    page: FilePage, office: Database, groups: tuple[int, int]
) -> None:
    surface = opened(page, groups[1])
    surface.ask_for("scale")
    type_text(held(), "Grön")
    surface.flush()
    settle()
    assert "A scale has 5 steps, from normal to critical; 1 are named" in told(surface)

    for name in ("Blå", "Gul", "Röd", "Svart"):
        press(held(), Qt.Key.Key_Return)
        type_text(held(), name)
    surface.flush()
    settle()

    assert "A scale has 5 steps" not in told(surface)
    id_ = operations.begin_situation(office, groups[1], TODAY)
    assert next(each for each in reports(office) if each.id == id_).scale == (
        "Grön",
        "Blå",
        "Gul",
        "Röd",
        "Svart",
    )


def test_undo_goes_to_the_report_that_it_changes(
    page: FilePage, office: Database, groups: tuple[int, int]
) -> None:
    begun, other = (operations.begin_situation(office, groups[0], day) for day in (TODAY, date(2026, 11, 5)))
    area = next(each for each in reports(office) if each.id == begun).areas[0]
    operations.judge_area(office, area.id, 4)
    operations.judge_area(office, area.id, 5)

    page.undo()
    settle()
    assert in_hand(page).report_id == begun
    page.undo()
    settle()
    room_of(page).show_report(other)
    page.undo()
    settle()
    assert in_hand(page).report_id == begun
    assert in_hand(page).report.areas[0].step == 4
    page.undo()
    settle()
    assert in_hand(page).report.areas[0].step is None
