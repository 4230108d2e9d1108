"""The page of the summons: what it says, and the whole way of a summons by keys alone."""

from __future__ import annotations

from datetime import date, datetime, time
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from builders import DAY, Minutes, minutes, snapshot
from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.body import SeatRole
from klubban.domain.rules import BodyKind
from klubban.operations import agenda, bodies, people, seats
from klubban.operations.delegated import add_delegated
from klubban.operations.documents import add_document
from klubban.operations.meetings import cancel_meeting, move_meeting, set_place
from klubban.operations.sendings import send
from klubban.ui import clock
from klubban.ui.file_page import FilePage
from klubban.ui.registers.form import Form
from klubban.ui.summons.page import SummonsPage
from klubban.ui.widgets.basics import Pill, Text
from klubban.ui.widgets.buttons import Button, Link
from papers import encrypted, pdf
from ui.helpers import press, settle, shown_page, spoken, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.store.database import Database

NOW = datetime(2016, 2, 18, 9, 12).astimezone()
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 30_000  # milliseconds; a process starts


@pytest.fixture
def ids(database: Database, monkeypatch: pytest.MonkeyPatch) -> Minutes:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", NOW.date)
    made = minutes(database, ("Upprop", "Budget", "Trygghet"), number=None)
    bodies.change_body(database, made.body, absence_to="Disa", distribution=["Anna <anna@ekby.example>"])
    set_place(database, made.meeting, "Sessionssalen")
    agenda.set_item(database, made.items[1], kind=ItemKind.DECISION)
    return made


@pytest.fixture
def file_page(qtbot: QtBot, database: Database, ids: Minutes, settings: Settings) -> Iterator[FilePage]:
    assert ids.items
    with shown_page(qtbot, database, settings) as shown:
        yield shown


@pytest.fixture
def summons(file_page: FilePage, ids: Minutes) -> SummonsPage:
    file_page.show_room("summons", ids.meeting)
    settle()
    return room(file_page)


def room(file_page: FilePage) -> SummonsPage:
    found = file_page._rooms.shown(file_page._pages.currentWidget())
    assert isinstance(found, SummonsPage)
    return found


def said(widget: QWidget) -> str:
    """Return the words that are seen in a widget."""
    found = [each.text() for each in widget.findChildren(Text) if each.isVisible()]
    found += [each.text() for each in widget.findChildren(Pill) if each.isVisible()]
    found += [each.text() for each in widget.findChildren(Link) if each.isVisible()]
    return "\n".join(found).replace("\u00a0", " ")


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def reached(words: str) -> QWidget:
    """Walk by Tab to what has these words."""
    for _step in range(60):
        held = focused()
        if isinstance(held, Link | Button) and held.text() == words:
            return held
        press(held, Qt.Key.Key_Tab)
    raise AssertionError(words)


def test_a_summons_and_its_supplement_are_sent_by_keys_alone(
    file_page: FilePage, database: Database, ids: Minutes
) -> None:
    bodies.set_rule(database, ids.body, "summons_days", 7)
    press(focused(), Qt.Key.Key_F3)
    settle()
    page = room(file_page)
    words = said(page.surface)
    assert "The summons has not been sent." in words
    assert "It should have been out by Monday 15 February, by the rules of kommunstyrelsen." in words
    assert "Nothing is proposed for decision\nItem 2" in _in_order(page)
    assert focused().accessibleName() == "Item 2: Budget"

    press(focused(), Qt.Key.Key_Return, CTRL)
    settle()
    assert focused().accessibleName() == "Why"
    press(focused(), Qt.Key.Key_Return)
    settle()
    assert "Say why it is late" in said(page.surface)
    type_text(focused(), "Sekreteraren var sjuk")
    press(focused(), Qt.Key.Key_Return)
    settle()
    (first,) = snapshot(database, ids.meeting).sendings
    assert (first.number, first.on, first.at) == (0, NOW.date(), time(9, 12))
    assert first.late_because == "Sekreteraren var sjuk"
    assert "The summons was sent on 18 February at 9.12." in said(page.surface)
    assert "Now write the files" in page.foot.said

    agenda.add_agenda_item(database, ids.meeting, "Extra", by="Ordföranden", on=NOW.date())
    settle()
    assert "One thing is new since." in said(page.surface)
    assert page.send.text() == "Send supplement 1 …"
    press(focused(), Qt.Key.Key_Return, CTRL)
    settle()
    press(focused(), Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Return)
    settle()

    assert [each.number for each in snapshot(database, ids.meeting).sendings] == [0, 1]
    assert "Supplement 1 was sent on 18 February at 9.12." in said(page.surface)


def _in_order(page: SummonsPage) -> str:
    """Return what a screen reader finds, in its order."""
    return "\n".join(face.text(QAccessible.Text.Name) for face in spoken(page.surface))


def test_what_is_lacking_leads_to_its_place(summons: SummonsPage, file_page: FilePage, ids: Minutes) -> None:
    assert summons.isAncestorOf(focused())
    press(focused(), Qt.Key.Key_Space)
    settle()

    assert file_page._pages.currentWidget() is file_page.meeting
    listed = file_page.meeting.agenda.list
    row = listed.rows.row(listed.currentIndex().row())
    assert row is not None
    assert row.id == ids.items[1]


def test_esc_leaves_the_form_and_then_the_page(summons: SummonsPage, file_page: FilePage) -> None:
    summons.ask_to_send()
    settle()
    assert isinstance(summons.asked, Form)

    press(focused(), Qt.Key.Key_Escape)
    settle()
    assert summons.asked is None
    press(focused(), Qt.Key.Key_Escape)
    settle()
    assert file_page._pages.currentWidget() is file_page.meeting


def test_what_was_told_stays_readable_beside_what_stands_now(
    summons: SummonsPage, database: Database, ids: Minutes
) -> None:
    send(database, ids.meeting, on=NOW.date(), at=time(9, 12))
    agenda.withdraw_item(database, ids.items[1], by="Ordföranden", on=NOW.date())
    agenda.move_item(database, ids.items[2], None)
    settle()

    press(reached("Show what was told"), Qt.Key.Key_Space)
    settle()

    words = said(summons.surface)
    assert "The summons, 18 February at 9.12: 3 items, 0 documents" in words
    for told in ("is withdrawn", "now item 1", "now item 2"):
        assert told in words
    assert summons.sheet is not None
    assert [each.title for each in summons.sheet.meeting.sendings[0].items] == [
        "Upprop",
        "Budget",
        "Trygghet",
    ]


def test_a_meeting_that_moved_after_its_summons_is_told_of_first(
    summons: SummonsPage, database: Database, ids: Minutes
) -> None:
    send(database, ids.meeting, on=NOW.date())
    move_meeting(
        database, ids.meeting, day=date(2016, 2, 29), start=time(18, 30), place="Sessionssalen",
        today=NOW.date(),
    )  # fmt: skip
    settle()

    told = said(summons.banner)
    assert "Those called were told Monday 22 February, at 18.30, Sessionssalen." in told
    assert "It is Monday 29 February, at 18.30, Sessionssalen." in told
    assert summons.send.text() == "Send the new time …"


def test_of_a_meeting_that_is_cancelled_nothing_is_sent_but_a_notice(
    summons: SummonsPage, database: Database, ids: Minutes, settings: Settings, qtbot: QtBot
) -> None:
    send(database, ids.meeting, on=NOW.date())
    cancel_meeting(database, ids.meeting, on=NOW.date(), because="Ordföranden är sjuk")
    settle()
    assert not summons.send.isVisible()
    assert "Ordföranden är sjuk" in said(summons.surface)

    summons.ask_to_send()
    assert summons.foot.said == "The meeting is cancelled."
    summons.write()
    qtbot.waitUntil(lambda: "Exported" in summons.foot.said, timeout=PATIENCE)

    assert settings.export_folder is not None
    assert list(settings.export_folder.glob("*-1.pdf"))


def test_who_cannot_be_reached_is_named(summons: SummonsPage, database: Database, ids: Minutes) -> None:
    police = people.add_person(database, "Polisen")
    seats.add_seat(database, ids.body, SeatRole.MEMBER, person_id=police)
    settle()

    assert "One address gets the mail." in said(summons.surface)
    assert "Polisen has no address that a mail can be sent to." in said(summons.surface)


def test_the_assembly_says_what_the_law_says(summons: SummonsPage, database: Database, ids: Minutes) -> None:
    with database.change("Kind") as change:
        change.update("body", ids.body, kind=BodyKind.ASSEMBLY)
        change.update("meeting", ids.meeting, place=None)
    settle()
    words = said(summons.surface)
    assert "The meeting is to be announced on the notice board (KL 5 kap. 13 §)" in words
    assert "It is not said where it meets." in words
    assert "Must be put right" in words
    assert summons.send.text() == "1 requirement remains"
    summons.send.click()
    assert "stands under Lacking" in summons.foot.said
    assert isinstance(focused(), Link)
    summons.ask_to_send()
    assert "says time and place" in summons.foot.said

    press(reached("It was announced today"), Qt.Key.Key_Space)
    settle()

    assert snapshot(database, ids.meeting).announced_on == NOW.date()
    assert focused().isVisible()


def test_an_urgent_decision_is_put_on_the_agenda_from_the_summons(
    summons: SummonsPage, database: Database, ids: Minutes
) -> None:
    add_delegated(database, ids.body, "Yttrande om dammen", today=NOW.date(), on=NOW.date(), urgent=True)
    agenda.remove_item(database, snapshot(database, ids.meeting).items[-1].id)
    settle()
    assert summons.send.text() == "1 requirement remains"

    press(reached("Put it on the agenda"), Qt.Key.Key_Space)
    settle()

    assert [item.origin for item in snapshot(database, ids.meeting).items].count(Origin.URGENT) == 1
    assert summons.send.text() == "Send the summons …"


def test_a_calendar_file_is_written(summons: SummonsPage, settings: Settings) -> None:
    press(reached("Calendar file"), Qt.Key.Key_Space)
    settle()

    assert settings.export_folder is not None
    (written,) = settings.export_folder.glob("*.ics")
    assert written.name in summons.foot.said


def with_papers(database: Database, ids: Minutes, folder: Path) -> None:
    for name, data in (("karta.pdf", pdf(3)), ("yttrande.pdf", encrypted())):
        (folder / name).write_bytes(data)
        add_document(database, ids.items[1], folder / name)


def test_a_bundle_is_bound_beside_the_window_and_names_what_is_not_in_it(
    summons: SummonsPage, database: Database, ids: Minutes, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    with_papers(database, ids, tmp_path)
    settle()
    folder = tmp_path / "out"
    folder.mkdir()
    settings.export_folder = folder

    press(summons.send, Qt.Key.Key_B)
    with qtbot.waitSignal(summons.files.made, timeout=PATIENCE):
        pass
    settle()

    (written,) = folder.iterdir()
    assert written.name in summons.foot.said
    assert "yttrande is not in the bundle" in said(summons.surface)


def test_a_bundle_is_cancelled_by_esc_and_nothing_is_left(
    summons: SummonsPage, database: Database, ids: Minutes, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    with_papers(database, ids, tmp_path)
    settle()
    folder = tmp_path / "out"
    folder.mkdir()
    settings.export_folder = folder
    press(summons.send, Qt.Key.Key_B)
    assert summons.files.busy
    job = summons.files._running
    assert job is not None

    press(summons.send, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not summons.files.busy, timeout=PATIENCE)

    assert summons.foot.said == "It was cancelled; nothing was written."
    assert list(folder.iterdir()) == []
    assert not job.work.exists()


def test_after_the_meeting_nothing_is_sent(summons: SummonsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2016, 3, 1))
    summons.reload()

    assert not summons.send.isVisible()
    assert "No sending of a summons was noted." in said(summons.surface)
    assert clock.today() > DAY


def test_a_mail_of_a_supplement_waits_until_that_is_noted_as_sent(
    summons: SummonsPage, database: Database, ids: Minutes, settings: Settings, qtbot: QtBot
) -> None:
    send(database, ids.meeting, on=NOW.date())
    agenda.add_agenda_item(database, ids.meeting, "Extra", by="Ordföranden", on=NOW.date())
    settle()
    press(summons.send, Qt.Key.Key_M)
    assert "Note supplement 1 as sent first" in summons.foot.said

    send(database, ids.meeting, on=NOW.date())
    settle()
    press(summons.send, Qt.Key.Key_M)
    with qtbot.waitSignal(summons.files.made, timeout=PATIENCE):
        pass

    assert settings.export_folder is not None
    (written,) = settings.export_folder.glob("*.eml")
    told = message_from_bytes(written.read_bytes(), policy=policy.default)
    assert told["Subject"].startswith("Komplettering 1 till kallelsen")
