"""The room of the look: all of it by the keyboard, each step undone, and the pages of other rooms follow."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from klubban.domain.habits import Habits, PointsAs
from klubban.domain.look import CUSTOMARY, Look, ServiceStyle
from klubban.domain.rules import BodyKind
from klubban.operations import bodies
from klubban.operations.habits import set_habits
from klubban.operations.look import change_look
from klubban.operations.look_pages import page_of, telling_heading, telling_meeting
from klubban.store import reads
from klubban.store.database import Database
from klubban.ui.look.colours import Swatch
from klubban.ui.look.page import LookPage
from klubban.ui.look.words import contrast, spelled
from klubban.ui.typesetter import Typesetter
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.options import Option
from klubban.ui.worker import Desk, Page, SetTree
from ui.helpers import held, press, settle, shown_page, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.domain.body import Organisation
    from klubban.settings import Settings
    from klubban.ui.file_page import FilePage

W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier


def own(database: Database) -> Organisation:
    with database.read() as read:
        found = reads.organisation(read)
    assert found is not None
    return found


def room(page: FilePage) -> LookPage:
    """Open the room by its key."""
    QTest.keyClick(page, Qt.Key.Key_F10)
    settle()
    return page.findChildren(LookPage)[0]


def said(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(Text) if each.isVisible())


def named(widget: QWidget, name: str, kind: type[W]) -> W:
    """Return what has a name, among what is seen."""
    return next(
        each for each in widget.findChildren(kind) if each.isVisible() and each.accessibleName() == name
    )


def tab_to(name: str) -> QWidget:
    """Press Tab until something has the keyboard that is called so."""
    for _ in range(60):
        if (held().accessibleName() or getattr(held(), "text", str)()) == name:
            return held()
        QTest.keyClick(held(), Qt.Key.Key_Tab)
    raise AssertionError(name)


def fill(words: str) -> None:
    """Type in the place of what stands in the line, and go on."""
    press(held(), Qt.Key.Key_A, CTRL)
    press(held(), Qt.Key.Key_Delete)
    type_text(held(), words)


def choose(sentence: str, steps: int) -> None:
    """Open a sentence and choose the option so many steps below the one in force."""
    tab_to(f"Change: {sentence}")
    press(held(), Qt.Key.Key_Return)
    settle()
    for _ in range(abs(steps)):
        press(held(), Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert isinstance(held(), Option)
    press(held(), Qt.Key.Key_Return)
    settle()


def picture(path: Path) -> Path:
    written = BytesIO()
    Image.new("RGB", (60, 80), (34, 89, 58)).save(written, "PNG")
    path.write_bytes(written.getvalue())
    return path


def drop(page: LookPage, path: Path) -> None:
    """Let a file fall on the words."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.surface.dropEvent(QDropEvent(QPointF(100, 100), copy, data, left, none))
    settle()


def test_the_whole_look_is_chosen_by_keys_and_each_step_is_undone(page: FilePage, office: Database) -> None:
    look = room(page)
    assert held() is look.surface.arms.choose_link
    assert page.rail.list.currentIndex().row() == -1
    tab_to("Name at the head")
    fill("Ekby")
    tab_to("Black")
    press(held(), Qt.Key.Key_Right)
    press(held(), Qt.Key.Key_Return)
    settle()
    tab_to("At the foot")
    fill("Storgatan 1")
    choose("Margin", 2)
    press(held(), Qt.Key.Key_Return)
    settle()
    press(held(), Qt.Key.Key_Escape)
    settle()
    assert held().accessibleName() == "Change: Margin"
    choose("Both sides", 1)
    choose("Serving alternates", 5)
    choose("Party", 1)
    choose("Remote", 1)
    chosen = own(office).look

    assert chosen == Look(
        colour="#1f3f77",
        name="Ekby",
        foot="Storgatan 1",
        margin=25,
        mirrored=True,
        service=ServiceStyle.STARRED,
        party_first=True,
        by_link=True,
    )
    told = said(look.surface.choices)
    assert "25 mm on the left, 15 mm on the right." in told
    assert "(KD) Jan Rask*" in told
    assert "(S) Olle Ek, by link" in told or "(S) Olle Ek, via länk" in told
    for _ in range(8):
        QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
        settle()
    assert own(office).look == CUSTOMARY
    assert look.isVisible()
    assert "20 mm on the left, 20 mm on the right." in said(look.surface.choices)


def test_a_colour_too_light_is_refused_beside_its_line_until_another_is_chosen(
    page: FilePage, office: Database
) -> None:
    look = room(page)
    tab_to("Colour of your own")
    fill("#FC0")
    tab_to("At the foot")
    refused, kept, left = said(look.surface), own(office).look.colour, look.flush()
    assert held().accessibleName() == "Colour of your own"
    swatch = next(each for each in look.findChildren(Swatch) if each.text() == "Petrol")
    swatch.click()
    settle()

    assert "too light to be read on white paper" in refused
    assert "Contrast with white paper" in refused
    assert not left
    assert kept == CUSTOMARY.colour
    assert own(office).look.colour == "#17616b"
    assert "too light" not in said(look.surface)
    assert look.flush()


def test_arms_are_dropped_described_and_taken_away_and_what_is_none_is_refused(
    page: FilePage, office: Database, tmp_path: Path
) -> None:
    look = room(page)
    empty = said(look.surface.arms)
    bad = tmp_path / "text.png"
    bad.write_text("none", encoding="utf-8")
    drop(look, bad)
    refused = said(look.surface.arms)
    drop(look, picture(tmp_path / "vapen.png"))
    put = own(office).arms
    tab_to("What the coat of arms is")
    fill("Ett eklöv")
    tab_to("Take away")
    described = own(office).arms
    press(held(), Qt.Key.Key_Space)
    settle()

    assert "None yet" in empty
    assert "PNG and JPEG are taken" in refused
    assert put is not None
    assert put.says.startswith(own(office).name)
    assert described is not None
    assert described.says == "Ett eklöv"
    assert own(office).arms is None
    assert "None yet" in said(look.surface.arms)
    assert not any(each.isVisible() for each in look.findChildren(Banner))


def test_headings_are_made_alike_in_all_bodies(page: FilePage, office: Database) -> None:
    first = next(iter(_habits(office)))
    bodies.add_body(office, "Socialnämnden", BodyKind.COMMITTEE)
    set_habits(office, first, Habits(points=PointsAs.THAT))
    look = room(page)
    before = said(look.surface.order)
    tab_to("Lay out paragraphs in all bodies as in Kommunstyrelsen")
    press(held(), Qt.Key.Key_Space)
    settle()
    made = set(map(repr, _habits(office).values()))
    QTest.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()

    assert "Socialnämnden do it in another way." in before
    assert len(made) == 1
    assert "All bodies that keep protocols do it alike." in said(look.surface.order)
    assert look.surface.order.body is not None
    assert look.surface.order.body.name == "Socialnämnden"


def _habits(database: Database) -> dict[int, Habits]:
    with database.read() as read:
        return {body.id: body.habits for body in reads.bodies(read) if body.rules.protocol}


def test_the_organisation_is_named_first_in_a_new_file(
    qtbot: QtBot, database: Database, settings: Settings
) -> None:
    setter = Typesetter()
    look = LookPage(database, settings, setter)
    qtbot.addWidget(look)
    look.resize(808, 700)
    look.show()
    look.activateWindow()
    look.show_for(None)
    settle()
    before = said(look)
    type_text(held(), "Ekby")
    look.flush()
    look.reload()
    settle()
    setter.stop()

    assert "Write first what the municipality" in before
    assert "Margin" not in before
    assert own(database).name == "Ekby"
    assert "Margin" in said(look)


def test_the_desk_follows_the_look_and_undo_there_leads_to_the_room_first(
    page: FilePage, office: Database
) -> None:
    page.meeting.select(1)
    change_look(office, foot="Storgatan 1")
    settle()
    shown = drafted(page)
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    settle()
    led, kept = page.room, own(office).look.foot
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    settle()
    QTest.keyClick(page, Qt.Key.Key_F10)
    settle()

    assert shown.foot == "Storgatan 1"
    assert (led, kept) == ("look", "Storgatan 1")
    assert own(office).look.foot is None
    assert page.meeting.isVisible()
    assert drafted(page).foot is None


def drafted(page: FilePage) -> Look:
    """Return the look of the page beside the meeting's texts."""
    draft = page.meeting._draft()
    assert draft is not None
    return draft[0].organisation.look


def test_a_page_can_be_asked_for_by_a_heading(office: Database) -> None:
    line = telling_meeting(office, None)
    assert line is not None
    document = page_of(office, line.id)
    heading = telling_heading(document)
    answer = Desk().answer(SetTree(document, 200, heading=heading))

    assert isinstance(answer, Page)
    assert 1 < answer.page <= answer.pages


@pytest.mark.parametrize(
    ("typed", "colour"),
    [("17616B", "#17616b"), (" #FFF ", "#ffffff"), ("#17616b", "#17616b"), ("blue", "blue"), ("", "")],
)
def test_a_colour_is_spelled_in_one_way(typed: str, colour: str) -> None:
    assert spelled(typed) == colour


def test_a_contrast_is_never_told_as_more_than_it_is() -> None:
    assert "4.4 to 1" in contrast("#787878")
    assert contrast("blue") == ""


def test_what_cannot_be_saved_is_told_in_the_room_where_it_is_typed(page: FilePage, office: Database) -> None:
    look = room(page)
    away = office.path.rename(office.path.with_suffix(".away"))
    tab_to("At the foot")
    fill("Storgatan 1")
    left = look.flush()
    refused = look.banner.accessibleName()
    away.rename(office.path)
    press(held(), Qt.Key.Key_End)
    assert look.flush()
    settle()

    assert not left
    assert refused.startswith("Not saved: ")
    assert own(office).look.foot == "Storgatan 1"
    assert not look.banner.isVisible()


def test_a_room_of_a_file_that_is_read_only_says_so(
    qtbot: QtBot, office: Database, settings: Settings
) -> None:
    office.close()
    with (
        closing(Database.open(office.path, read_only=True)) as locked,
        shown_page(qtbot, locked, settings) as page,
    ):
        look = room(page)

        assert look.banner.isVisible()
        assert look.banner.accessibleName().startswith("Read only: ")
