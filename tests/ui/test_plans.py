"""The room of plans and promises: noted, followed up, measured and renewed by keys alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from klubban.domain.commitment import CommitmentKind, Progress
from klubban.domain.text import from_plain, plain
from klubban.operations import activities, commitments, goals
from klubban.store import commitments as store
from klubban.ui import clock
from klubban.ui.plans.measures import ValueCell
from klubban.ui.plans.page import PlansPage
from klubban.ui.plans.part_row import PartRow
from klubban.ui.widgets.basics import Pill, Text
from klubban.ui.widgets.options import Option
from ui.helpers import held, press, settle, type_text
from ui.registers import furnish

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from klubban.domain.commitment import Commitment
    from klubban.domain.goal import Goal
    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage
    from ui.registers import Office

TODAY = date(2027, 3, 1)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def first_of_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def bodies(office: Database) -> Office:
    return furnish(office)


def opened(page: FilePage) -> PlansPage:
    QTest.keyClick(page, Qt.Key.Key_F8, SHIFT)
    settle()
    room = page._rooms._made["plans"]
    assert isinstance(room, PlansPage)
    return room


def plans(database: Database) -> dict[str, Commitment]:
    with database.read() as read:
        return {one.title: one for one in store.commitments(read)}


def the_goal(database: Database) -> Goal:
    with database.read() as read:
        return store.goals(read)[0]


def told(widget: QWidget) -> str:
    shown = [each for each in widget.findChildren(Text) if each.isVisibleTo(widget)]
    pills = [each for each in widget.findChildren(Pill) if each.isVisibleTo(widget)]
    return " | ".join(each.text() for each in (*shown, *pills)).replace("\u00a0", " ")


def listed(room: PlansPage) -> list[str]:
    model = room.column.list.rows
    found = [row for at in range(model.rowCount()) if (row := model.row(at)) is not None]
    return [each.words.replace("\u00a0", " ") for each in found if not each.heading]


def key(which: Qt.Key, held_down: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(held(), which, held_down)
    settle()


def fill(*lines: str) -> None:
    """Type the lines of a form, with Enter after each."""
    for line in lines:
        type_text(held(), line)
        press(held(), Qt.Key.Key_Return)
    settle()


def test_an_agreement_is_noted_followed_up_renewed_and_closed_by_keys(
    page: FilePage, office: Database, bodies: Office
) -> None:
    room = opened(page)
    assert "No plans or promises yet" in told(room.surface)

    key(Qt.Key.Key_N)
    assert isinstance(held(), Option)
    key(Qt.Key.Key_Return)
    fill("Samverkan 2026–2027", "Kommunen, Polisen", "2026-01-01", "2025-12-31")
    key(Qt.Key.Key_Return, CONTROL)
    assert "Say which body, by its first letters" in told(room.surface)
    fill("tek")
    assert "The period ends on 2025-12-31, before it begins" in told(room.surface)
    held().selectAll()  # type: ignore[attr-defined] # the line that it is about has the keyboard
    type_text(held(), "2027-12-31")
    key(Qt.Key.Key_Return, CONTROL)
    one = plans(office)["Samverkan 2026–2027"]
    assert (one.kind, one.body, one.parties) == (
        CommitmentKind.AGREEMENT,
        bodies.committee,
        ("Kommunen", "Polisen"),
    )
    assert [each.day for each in one.checkpoints] == [date(2026, 9, 1), date(2027, 5, 2)]
    assert listed(room) == [
        "Samverkan 2026–2027, TN · Agreement, ▲ late, Follow up: 5 months too late",
    ]

    key(Qt.Key.Key_U)
    fill("und", "Sex av åtta aktiviteter pågår.", "", "", "")
    key(Qt.Key.Key_Return, CONTROL)
    one = plans(office)["Samverkan 2026–2027"]
    assert [(each.day, each.progress) for each in one.follow_ups] == [(TODAY, Progress.UNDER_WAY)]
    assert [each.done_on for each in one.checkpoints] == [TODAY, None]
    assert "Sex av åtta aktiviteter pågår." in told(room.surface)
    assert "▶ under way" in told(room.surface)

    key(Qt.Key.Key_R)
    fill("", "", "2027-11-01", "")
    renewed = plans(office)["Samverkan 2028–2029"]
    assert (renewed.replaces, renewed.from_date, renewed.to_date) == (
        one.id,
        date(2028, 1, 1),
        date(2029, 12, 31),
    )

    room.show_thing(("plan", one.id))
    key(Qt.Key.Key_S)
    fill("", "")
    assert "Say why it is closed" in told(room.surface)
    fill("ersatt", "")
    assert plans(office)["Samverkan 2026–2027"].closed_on == TODAY
    key(Qt.Key.Key_U)
    assert room.hand.form is None
    key(Qt.Key.Key_O)
    assert plans(office)["Samverkan 2026–2027"].closed_on is None
    page.undo()
    settle()
    assert plans(office)["Samverkan 2026–2027"].closed_on == TODAY


def test_activities_are_added_ordered_moved_and_done_by_keys(
    page: FilePage, office: Database, bodies: Office
) -> None:
    id_ = commitments.add_commitment(
        office, bodies.committee, CommitmentKind.ACTIVITY_PLAN, "Åtgärdsplan", from_date=date(2027, 1, 1)
    )
    activities.add_activity(office, id_, "Vandring", to_date=date(2027, 2, 1))
    room = opened(page)
    assert "Say how far it has come: 4 weeks too late" in " ".join(listed(room))

    key(Qt.Key.Key_I)
    fill("Fältarbete", "synas", "vår och höst", "", "", "Bo")
    assert [each.title for each in plans(office)["Åtgärdsplan"].activities] == ["Vandring", "Fältarbete"]
    assert isinstance(held(), PartRow)
    key(Qt.Key.Key_Up, ALT | SHIFT)
    assert [each.title for each in plans(office)["Åtgärdsplan"].activities] == ["Fältarbete", "Vandring"]
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_J)
    fill("mov", "Snö.", "", "", "")
    assert "Say to which day it is moved" in told(room.surface)
    fill("2027-04-15", "", "")
    key(Qt.Key.Key_J)
    fill("und", "", "", "", "")
    vandring = plans(office)["Åtgärdsplan"].activities[1]
    assert [each.progress for each in vandring.steps] == [Progress.MOVED, Progress.UNDER_WAY]
    assert vandring.due_now == date(2027, 4, 15)
    key(Qt.Key.Key_Delete)
    assert plans(office)["Åtgärdsplan"].activities[1].progress is Progress.MOVED
    assert "moved to 15 April" in told(room.surface)

    key(Qt.Key.Key_T)
    fill("2027-06-01", "halvtid")
    [planned] = plans(office)["Åtgärdsplan"].checkpoints
    assert (planned.day, planned.what) == (date(2027, 6, 1), "halvtid")
    key(Qt.Key.Key_E)
    fill("", " i rådet")
    assert plans(office)["Åtgärdsplan"].checkpoints[0].what == "halvtid i rådet"


@pytest.mark.usefixtures("bodies")
def test_a_goal_is_measured_in_its_cells_and_explained_by_keys(page: FilePage, office: Database) -> None:
    room = opened(page)
    QTest.keyClick(held(), Qt.Key.Key_7, ALT)
    settle()
    assert "No goals yet" in told(room.surface)

    key(Qt.Key.Key_N)
    fill("Tryggt", "", "", "", "", "", "tek")
    key(Qt.Key.Key_I)
    fill("Känner sig trygga", "%", "20", "80", "")
    key(Qt.Key.Key_M)
    assert isinstance(held().parent(), ValueCell)
    fill("6,x")
    assert "is no number; write it as 12,5" in told(room.goals)
    assert held().toPlainText() == "6,x"  # type: ignore[attr-defined] # nothing is lost
    held().selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(held(), "72,5")  # digits and letters are keys of the room elsewhere
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Left)
    key(Qt.Key.Key_PageUp)
    [measured] = the_goal(office).indicators[0].measured
    assert (measured.year, measured.value) == (2027, Decimal("72.5"))
    assert "● green 88" in told(room.goals)

    room.column.enter()
    key(Qt.Key.Key_K)
    fill("Fler vuxna ute.", "", "", "")
    assert [(each.year, plain(each.text)) for each in the_goal(office).years] == [(2027, "Fler vuxna ute.")]
    goals.comment_on_year(office, the_goal(office).id, 2027, from_plain("Annat."))
    room.reload()
    assert "Annat." in told(room.goals)


@pytest.mark.usefixtures("bodies")
def test_what_the_act_wants_is_noted_in_one_act(page: FilePage, office: Database) -> None:
    opened(page)

    key(Qt.Key.Key_L)
    fill("", "", "", "tek", "")

    found = plans(office)
    assert {each.source for each in found.values()} == {
        "lag (2023:196) 4 och 6 §§",
        "lag (2023:196) 5 och 6 §§",
        "lag (2023:196) 9 §",
    }
    page.undo()
    assert plans(office) == {}
