"""Between offices in the window: a matter leaves as a packet, another comes in; who has read a summons."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from builders import minutes
from klubban.domain.body import SeatRole
from klubban.exchange.packet import About, packed, read_packet
from klubban.operations import people, seats
from klubban.operations.meetings import set_place
from klubban.operations.packets import make_packet
from klubban.operations.sendings import send
from klubban.store import reads
from klubban.store.circulated import circulated
from klubban.ui import clock
from klubban.ui.after.tick_list import TickList
from klubban.ui.matters.page import MattersPage
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.buttons import Link
from ui.helpers import press, settle, shown_page
from ui.registers import focused
from ui.test_accessibility import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
THEIRS = {
    "format": "klubban-open-1",
    "bodies": [{"key": "ks", "name": "Kommunstyrelsen", "kind": "committee"}],
    "matters": [{"key": "m", "title": "Gemensam räddningstjänst", "registry_number": "KS 2026/9"}],
    "meetings": [
        {
            "body": "ks",
            "date": "2026-03-02",
            "stage": "announced",
            "items": [{"key": "i", "paragraph": 7, "title": "Räddningstjänst", "matter": "m"}],
        }
    ],
}


def said(widget: object) -> str:
    assert isinstance(widget, MattersPage)
    return " | ".join(each.text() for each in widget.findChildren(Text) if each.isVisibleTo(widget))


def test_a_packet_is_looked_at_taken_in_and_a_matter_leaves_as_one(
    page: FilePage, office: Database, tmp_path: Path
) -> None:
    page.show_room("matters")
    settle()
    room = page._rooms.shown(page._pages.currentWidget())
    assert isinstance(room, MattersPage)
    path = tmp_path / "grannby.klubban-paket"
    about = About(sender="Grannby kommun", made=date(2026, 11, 20), left_out=("§ 8: sekretess",))
    path.write_bytes(packed(THEIRS, {}, about))

    room.preview_packet(path)
    settle()
    assert "From Grannby kommun, made on 20 November 2026." in said(room)
    assert not nameless(room)
    press(focused(), ENTER)
    settle()

    with office.read() as read:
        taken = [each for each in reads.matters(read) if each.title == "Gemensam räddningstjänst"]
        assert "Kommunstyrelsen, Grannby kommun" in [each.name for each in reads.bodies(read)]
    room.show_matter(taken[0].id)
    settle()
    links = [each.text() for each in room.findChildren(Link) if each.isVisibleTo(room)]
    assert any(each.startswith("Kommunstyrelsen, Grannby kommun 2") for each in links)
    assert "Send it to another office …" in links
    made = make_packet(office, to="", today=date(2026, 11, 22), matters=[taken[0].id])
    room.packets.write(made, tmp_path / "vidare.klubban-paket")
    assert read_packet((tmp_path / "vidare.klubban-paket").read_bytes()).cover.holds == made.holds


def test_a_packet_that_is_none_is_refused_in_words(page: FilePage, tmp_path: Path) -> None:
    page.show_room("matters")
    settle()
    room = page._rooms.shown(page._pages.currentWidget())
    assert isinstance(room, MattersPage)
    path = tmp_path / "x.klubban-paket"
    path.write_bytes(b"PK nothing")

    room.preview_packet(path)
    settle()

    assert "The packet is damaged" in said(room)


@pytest.fixture
def summoned(database: Database, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return a meeting whose summons went to two."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2016, 2, 18, 9).astimezone())
    monkeypatch.setattr(clock, "today", lambda: date(2016, 2, 18))
    ids = minutes(database, ("Upprop",), number=None)
    set_place(database, ids.meeting, "Sessionssalen")
    for name in ("Rut Ek", "Bo Ask"):
        person = people.add_person(database, name)
        seats.add_seat(database, ids.body, SeatRole.MEMBER, person_id=person)
    send(database, ids.meeting, on=date(2016, 2, 10))
    return ids.meeting


def test_who_has_read_the_summons_is_ticked_by_keys(
    qtbot: QtBot, database: Database, settings: Settings, summoned: int
) -> None:
    with shown_page(qtbot, database, settings) as shown:
        shown.show_room("summons", summoned)
        settle()
        for _step in range(60):
            held = focused()
            if isinstance(held, Link) and held.text() == "Note who has read it":
                break
            press(held, Qt.Key.Key_Tab)
        press(focused(), ENTER)
        settle()
        assert isinstance(focused().parentWidget(), TickList)
        press(focused(), SPACE)
        settle()

        with database.read() as read:
            assert [each.read_on for each in circulated(read, summoned)] == [date(2016, 2, 18), None]
        words = [each.text() for each in shown.findChildren(Text) if each.isVisibleTo(shown)]
        assert "1 of 2 have read the summons; Bo Ask not yet." in words
        assert QApplication.focusWidget() is not None
