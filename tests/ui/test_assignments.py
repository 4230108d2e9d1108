"""The room of assignments and walks, the whole way by keys; and what falls due at the table."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from klubban.domain.assignment import AssignmentStatus, StepKind
from klubban.domain.body import Named
from klubban.operations.agenda import add_agenda_item
from klubban.operations.assignments import undertake
from klubban.operations.meetings import add_meeting
from klubban.operations.people import add_person
from klubban.operations.scratch import add_scratch
from klubban.operations.session import open_meeting
from klubban.operations.walks import add_walk
from klubban.store import reads
from klubban.store.assigned import everything
from klubban.store.minutes import scratches
from klubban.store.walks import walks
from klubban.ui import clock
from klubban.ui.assignments.page import AssignmentsPage, Looks
from klubban.ui.widgets.basics import Pill, Text
from klubban.ui.widgets.leads import Lead
from ui.helpers import held, press, settle, type_text
from ui.registers import link

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from klubban.domain.undertaken import Undertaken
    from klubban.domain.walk import Walk
    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage
    from ui.registers import Office

TODAY = date(2027, 3, 1)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NOBODY_TO_REACH = "No addresses are known of Bostadsbolaget and Cajsa Ål."


@pytest.fixture(autouse=True)
def first_of_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def known(database: Database) -> dict[str, Undertaken]:
    with database.read() as read:
        return {one.assignment.text: one for one in everything(read, today=TODAY)}


def the_walk(database: Database) -> Walk:
    with database.read() as read:
        return walks(read)[0]


def opened(page: FilePage) -> AssignmentsPage:
    QTest.keyClick(page, Qt.Key.Key_F4, SHIFT)
    settle()
    room = page._rooms._made["assignments"]
    assert isinstance(room, AssignmentsPage)
    return room


def listed(room: AssignmentsPage) -> list[str]:
    model = room.view.column.list.rows
    found = [row.words for at in range(model.rowCount()) if (row := model.row(at)) is not None]
    return [each.replace("\u00a0", " ") for each in found]


def told(widget: QWidget) -> str:
    shown = [each for each in widget.findChildren(Text) if each.isVisibleTo(widget)]
    pills = [each for each in widget.findChildren(Pill) if each.isVisibleTo(widget)]
    return " | ".join(each.text() for each in (*shown, *pills)).replace("\u00a0", " ")


def fill(*lines: str) -> None:
    """Type the lines of a form, with Enter after each."""
    for line in lines:
        type_text(held(), line)
        press(held(), Qt.Key.Key_Return)
    settle()


def give_a_plan(room: AssignmentsPage) -> None:
    """Note an assignment, first with a day before it was given: that is said beside its line."""
    press(held(), Qt.Key.Key_N)
    fill("ta fram en plan", "Kommundirektören", "2026-01-01", "tek", "", "inom ram", "")
    assert "Done by 2026-01-01 is before the assignment was given" in told(room)
    type_text(held(), "x")  # beside the line that it is about, which has the keyboard
    assert "2026-01-01x" in held().toPlainText()  # type: ignore[attr-defined]
    held().selectAll()  # type: ignore[attr-defined]
    type_text(held(), "2 v")
    QTest.keyClick(held(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_assignments_are_given_moved_handed_over_and_closed_by_keys(
    page: FilePage, office: Database, bodies: Office
) -> None:
    undertake(office, bodies.committee, Named("Skolchefen"), "räkna eleverna", due=ago(5), given_on=ago(40))
    room = opened(page)
    assert [each for each in listed(room) if "Räkna" in each] == [
        "Räkna eleverna, Skolchefen · TN · by 24 February, 5 days late"
    ]

    give_a_plan(room)
    plan = known(office)["ta fram en plan"].assignment
    assert (plan.to, plan.due, plan.cost) == (Named("Kommundirektören"), date(2027, 3, 15), "inom ram")
    assert "Ta fram en plan" in told(room.assignments.surface)

    press(held(), Qt.Key.Key_F)
    fill("20270401", "")
    press(held(), Qt.Key.Key_2, ALT)  # what is typed is not lost on the way
    room.step(-1)
    assert room.look is Looks.ASSIGNMENTS
    assert "Say why: the reason is kept with the assignment" in told(room)
    fill("underlaget dröjer")
    press(held(), Qt.Key.Key_L)
    fill("Cajsa", "slutar", "")
    press(held(), Qt.Key.Key_S)
    fill("Ekonomi, Teknik", "kostnad mot trygghet", "tek", "")
    press(held(), Qt.Key.Key_R)
    fill("Hälften är gjord.", "", "")
    plan = known(office)["ta fram en plan"].assignment
    assert [each.kind for each in plan.steps] == [StepKind.MOVED, StepKind.HANDED, StepKind.STUCK]
    assert (plan.to_now.person, plan.due_now) == (bodies.people[2], date(2027, 4, 1))
    assert plan.stuck is not None
    assert (plan.stuck.between, plan.stuck.taken_to) == (("Ekonomi", "Teknik"), bodies.committee)
    assert "first it was 15 March" in told(room.assignments.surface)
    assert "Stuck between Ekonomi and Teknik" in told(room.assignments.surface)

    press(held(), Qt.Key.Key_3)
    assert len(listed(room)) == len(("heading", "plan"))
    press(held(), Qt.Key.Key_K)
    fill("", "antagen")
    assert "Nothing is stuck" in told(room.assignments.surface)
    press(held(), Qt.Key.Key_4)
    settle()
    assert known(office)["ta fram en plan"].assignment.status is AssignmentStatus.DONE
    press(room.assignments.column.list, Qt.Key.Key_O)
    fill("det blev fel")
    assert known(office)["ta fram en plan"].is_open

    page.show_desk()
    page.undo()
    settle()
    assert known(office)["ta fram en plan"].assignment.status is AssignmentStatus.DONE
    assert page.room == "assignments"
    assert "Ta fram en plan" in told(room.assignments.surface)


def test_owners_are_reminded_and_what_was_seen_on_a_walk_becomes_an_assignment(
    page: FilePage, office: Database, bodies: Office
) -> None:
    mailed = add_person(office, "Disa Qvist", email="disa@ekby.example")
    for who in (
        Named("Cajsa Ål", "S", bodies.people[2]),
        Named("Disa Qvist", None, mailed),
        Named("Bostadsbolaget"),
    ):
        undertake(office, bodies.committee, who, f"svara, {who.name}", due=ago(2), given_on=ago(30))
    room = opened(page)
    press(held(), Qt.Key.Key_2, ALT)
    press(held(), Qt.Key.Key_Left, ALT)
    settle()
    assert [each.split(",")[0] for each in listed(room)] == ["Bostadsbolaget", "Cajsa Ål (S)", "Disa Qvist"]
    room.remind_late()
    settle()
    assert NOBODY_TO_REACH.replace("Cajsa Ål", "Cajsa Ål (S)") in told(room.banner)
    steps = {text: one.assignment.steps for text, one in known(office).items() if one.owner_left is None}
    assert [each.kind for each in steps["svara, Disa Qvist"]] == [StepKind.REMINDED]
    assert steps["svara, Bostadsbolaget"] == ()

    add_walk(office, bodies.committee, "Vandring vid stationen", day=ago(3))
    room.show_look(Looks.WALKS)
    room.reload()
    settle()
    room.walks.column.enter()
    press(held(), Qt.Key.Key_O)
    fill("Tunneln", "Lampan är sönder")
    press(held(), Qt.Key.Key_O)
    fill("", "Klotter")
    assert [each.text for each in the_walk(office).observations] == ["Lampan är sönder", "Klotter"]
    press(held(), Qt.Key.Key_I)
    fill("saneras varje vecka")
    press(held(), Qt.Key.Key_Up)
    picture, mime = QImage(40, 30, QImage.Format.Format_RGB32), QMimeData()
    picture.fill(QColor("#335544"))
    mime.setImageData(picture)
    room.walks.surface.dropped.emit(mime)
    fill("En trasig lampa")
    press(held(), Qt.Key.Key_U)
    fill("Tekniska", "20270401", "", "")
    first, second = the_walk(office).observations
    assert (first.media_type, first.picture_says) == ("image/jpeg", "En trasig lampa")
    assert second.nothing_because == "saneras varje vecka"
    made = known(office)["Tunneln: Lampan är sönder"]
    assert (made.assignment.id, made.walk) == (first.assignment, the_walk(office).id)

    press(held(), Qt.Key.Key_Return)
    settle()
    assert room.look is Looks.ASSIGNMENTS
    assert "Vandring vid stationen, 26 February" in [
        each.text().replace("\u00a0", " ") for each in _leads(room.assignments.surface)
    ]


def _leads(widget: QWidget) -> list[Lead]:
    return widget.findChildren(Lead)


def test_what_falls_due_is_reported_on_and_declared_fulfilled_at_the_table(
    page: FilePage, office: Database, bodies: Office
) -> None:
    meeting = add_meeting(office, bodies.committee, TODAY + timedelta(days=7))
    given = undertake(
        office, bodies.committee, Named("Skolchefen"), "räkna eleverna", due=ago(5), given_on=ago(40)
    )
    with office.read() as read:
        item = next(each for each in reads.meeting(read, meeting).items if each.assignment == given.id)
    page.show_meeting(meeting, item.id)
    settle()
    surface = page.meeting.desk.item_surface
    assert surface is not None
    surface.minutes.enter("assignments")
    settle()

    press(held(), Qt.Key.Key_Up)
    press(held(), Qt.Key.Key_R)
    fill("412 elever.")
    assert "Skolchefen: 412 elever." in told(surface)
    press(held(), Qt.Key.Key_K)
    settle()

    one = known(office)["räkna eleverna"].assignment
    assert one.status is AssignmentStatus.DONE
    assert (one.reports[0].item, one.reports[0].by) == (item.id, "Skolchefen")
    with office.read() as read:
        decision = reads.meeting(read, meeting).item_by_id(item.id).decision
    assert "fullgjort" in str(decision) or "fulfilled" in str(decision)
    page.undo()
    settle()
    assert known(office)["räkna eleverna"].is_open
    with office.read() as read:
        assert reads.meeting(read, meeting).item_by_id(item.id).decision == ()

    open_meeting(office, meeting, time(9, 0))
    room = opened(page)
    room.assignments.show_assignment(given.id)
    press(room.assignments.column.list, Qt.Key.Key_K)
    fill("", "", "")  # while the meeting sits, its item is what declares it fulfilled
    one = known(office)["räkna eleverna"].assignment
    assert [(each.kind, each.item) for each in one.steps] == [(StepKind.DONE, item.id)]
    with office.read() as read:
        assert "fullgjort" in str(reads.meeting(read, meeting).item_by_id(item.id).decision)


def test_a_scratch_line_becomes_an_assignment_at_the_table(
    page: FilePage, office: Database, bodies: Office
) -> None:
    meeting = add_meeting(office, bodies.committee, TODAY)
    item = add_agenda_item(office, meeting, "Belysning")
    line = add_scratch(office, item, "Bo Ek: räkna lamporna", time(9, 15))
    page.show_meeting(meeting, item)
    settle()
    surface = page.meeting.desk.item_surface
    assert surface is not None

    link(surface, "Make it an assignment").click()
    settle()
    type_text(held(), "2 v")
    press(held(), Qt.Key.Key_Return)
    settle()

    one = known(office)["räkna lamporna"].assignment
    assert (one.to.name, one.due) == ("Bo Ek", date(2027, 3, 15))
    with office.read() as read:
        assert [(each.id, each.done) for each in scratches(read, meeting)[item]] == [(line, True)]
