"""The room of referrals, the whole way by keys: sent, answered, compiled; and what others ask here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from filled_forms import saved_form
from klubban.domain.referral import InquiryKind
from klubban.domain.text import plain
from klubban.operations.agenda import add_agenda_item
from klubban.operations.inquiries import begin_inquiry
from klubban.operations.inquiry_documents import prepare_form
from klubban.operations.meetings import add_meeting
from klubban.operations.referees import send
from klubban.store import inquiries as store
from klubban.store import rolls
from klubban.ui import clock
from klubban.ui.inquiries.draft_questions import Grip
from klubban.ui.inquiries.looks import Looks
from klubban.ui.inquiries.page import InquiriesPage
from klubban.ui.inquiries.received_surface import ReceivedSurface
from klubban.ui.inquiries.surface import InquirySurface
from klubban.ui.meeting.referral_lead import ReferralLead
from klubban.ui.widgets.basics import Pill, Text
from ui.helpers import held, press, settle, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.domain.referral import Inquiry, ReceivedReferral
    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage
    from ui.registers import Office

TODAY, HELD, NEXT = date(2027, 3, 1), date(2027, 2, 8), date(2027, 5, 10)
DUE = date(2027, 4, 30)
QUESTIONS = ("Delar ni bilden?", "Vad saknas?")
ASKED = ("Socialnämnden", "Polismyndigheten", "Brandkåren")
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
PATIENCE = 30_000


@pytest.fixture(autouse=True)
def first_of_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def decided(database: Database, body: int) -> tuple[int, int]:
    """Put a meeting that decided a referral into the file, and one to come; return the item and that."""
    item = add_agenda_item(database, add_meeting(database, body, HELD), "Trygghetsprogram")
    with database.change("Decide") as change:
        change.insert("referral", item_id=item, due=DUE, referees=ASKED, questions=QUESTIONS)
    return item, add_meeting(database, body, NEXT)


def opened(page: FilePage) -> InquiriesPage:
    QTest.keyClick(page, Qt.Key.Key_F7, SHIFT)
    settle()
    room = page._rooms._made["inquiries"]
    assert isinstance(room, InquiriesPage)
    return room


def surface(room: InquiriesPage) -> InquirySurface:
    assert isinstance(room.surface, InquirySurface)
    return room.surface


def the_inquiry(database: Database, id_: int = 1) -> Inquiry:
    with database.read() as read:
        return store.inquiry(read, id_)


def the_received(database: Database) -> ReceivedReferral:
    with database.read() as read:
        return store.received_one(read, 1)


def listed(room: InquiriesPage) -> list[str]:
    model = room.column.list.rows
    found = [row.words for at in range(model.rowCount()) if (row := model.row(at)) is not None]
    return [each.replace("\u00a0", " ") for each in found]


def told(room: InquiriesPage) -> str:
    assert room.surface is not None
    shown = [each for each in room.surface.findChildren(Text) if each.isVisibleTo(room.surface)]
    pills = [each for each in room.surface.findChildren(Pill) if each.isVisibleTo(room.surface)]
    return " | ".join(each.text() for each in (*shown, *pills)).replace("\u00a0", " ")


def fill(*lines: str) -> None:
    """Type the lines of a form, with Enter after each."""
    for line in lines:
        type_text(held(), line)
        press(held(), Qt.Key.Key_Return)
    settle()


def done() -> None:
    """Do what a form is for."""
    QTest.keyClick(held(), Qt.Key.Key_Return, CTRL)
    settle()


def asked_in(database: Database) -> list[str]:
    return [each.text for each in the_inquiry(database).questions]


def begin_it(room: InquiriesPage, office: Database) -> None:
    """Begin what was decided, with one question more, which comes second."""
    press(held(), Qt.Key.Key_Return)
    settle()
    surface(room).enter_question(0)
    fill("Vem betalar?")
    surface(room).enter_question(the_inquiry(office).questions[2].id)
    press(held(), Qt.Key.Key_Up, ALT | SHIFT)
    settle()
    assert asked_in(office) == ["Delar ni bilden?", "Vem betalar?", "Vad saknas?"]
    first, second, _third = surface(room).findChildren(Grip)
    QTest.mousePress(first, Qt.MouseButton.LeftButton)
    beyond = first.mapFromGlobal(second.mapToGlobal(second.rect().bottomLeft()))
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=beyond)
    settle()
    assert asked_in(office) == ["Vem betalar?", "Delar ni bilden?", "Vad saknas?"]
    surface(room).referees.new.setFocus()
    fill("Socialnämnden")
    assert "Socialnämnden is asked already" in told(room)
    room.column.enter()


def come_back(room: InquiriesPage, office: Database, came: Path) -> None:
    """Drop the form that the second of those who were asked has filled in."""
    sent = the_inquiry(office)
    form = prepare_form(office, sent.id, TODAY, sent.referees[1].id).document
    came.write_bytes(saved_form(form, {"q1": "Ja, i stort.", "by": "Bo Ek"}))
    surface(room).dropped.emit(str(came))
    settle()


def answer_it(room: InquiriesPage) -> None:
    """Withdraw a question, write what the first answered, and note that the third declines."""
    press(held(), Qt.Key.Key_T)
    fill("", "utreds av andra", "")
    surface(room).referees.enter()
    press(held(), Qt.Key.Key_F)
    fill("20270520", "")
    assert "Say why the time is extended" in told(room)
    fill("sommar")
    press(held(), Qt.Key.Key_V)
    fill("Den saknar cyklister.", "Mer ljus.", "", "Åsa", "")
    press(held(), Qt.Key.Key_Down)
    press(held(), Qt.Key.Key_Down)
    press(held(), Qt.Key.Key_A)
    fill("hinner inte", "")


def meeting_of(database: Database, item: int) -> int:
    with database.read() as read:
        return int(rolls.row_of(read, "item", item)["meeting_id"])


def test_a_referral_is_sent_answered_and_compiled_by_keys(
    page: FilePage, office: Database, bodies: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    item, meeting = decided(office, bodies.committee)
    room = opened(page)
    assert listed(room) == ["Decided, not begun", "Trygghetsprogram, TN · answers by 30 April, not begun"]
    begin_it(room, office)
    assert the_inquiry(office).item == item

    press(held(), Qt.Key.Key_S)
    done()
    qtbot.waitUntil(lambda: the_inquiry(office).sent_on == TODAY, timeout=PATIENCE)
    settle()
    assert "No mail reaches" in room.foot.said
    assert len(list(tmp_path.glob("tn-*.docx"))) == len(ASKED)
    assert "TN · 0 of 3 have answered; by 30 April" in listed(room)[1]

    come_back(room, office, tmp_path / "svar.json")
    assert room.foot.said == "The answer of Polismyndigheten is read."
    answer_it(room)
    now = the_inquiry(office)
    first, _second, third = now.referees
    assert now.questions[0].withdrawn_because == "utreds av andra"
    assert first.due == date(2027, 5, 20)
    answers = [plain(each.text).strip() for each in first.replies[0].texts]
    assert answers == ["Den saknar cyklister.", "Mer ljus."]
    assert third.declined_because == "hinner inte"
    assert "all answers are in" in listed(room)[1]
    press(held(), Qt.Key.Key_O)
    assert surface(room).answers.by_referee
    assert "Ja, i stort." in told(room)

    press(held(), Qt.Key.Key_U)
    done()
    qtbot.waitUntil(lambda: the_inquiry(office).closed_on == TODAY, timeout=PATIENCE)
    settle()
    assert the_inquiry(office).meeting == meeting
    assert listed(room)[0] == "Closed"

    page.show_meeting(meeting_of(office, item), item)
    settle()
    lead = page.findChild(ReferralLead)
    assert isinstance(lead, ReferralLead)
    lead.lead.leads[0].click()
    settle()
    assert page.room == "inquiries"
    assert room.inquiry == the_inquiry(office)


def test_what_others_ask_is_answered_at_a_meeting_and_rounds_are_begun_as_before(
    page: FilePage, office: Database, bodies: Office, tmp_path: Path
) -> None:
    add_meeting(office, bodies.committee, NEXT)
    round_ = begin_inquiry(
        office,
        bodies.committee,
        "Rapporter 2027",
        DUE,
        kind=InquiryKind.REPORTS,
        questions=QUESTIONS,
        referees=["Skolan", "Vården"],
    )
    send(office, round_, date(2027, 1, 10))
    room = opened(page)
    assert "No referrals yet" in told(room)

    press(held(), Qt.Key.Key_2, ALT)
    stranger = tmp_path / "svar.json"
    form = prepare_form(office, round_, TODAY).document
    stranger.write_bytes(saved_form(form, {"q2": "Bibliotekets öppettider.", "who": "Kulturen"}))
    room.answers_hand.take_form(str(stranger))
    assert "svar.json is from somebody who was not asked" in told(room)
    press(held(), Qt.Key.Key_Return)
    press(held(), Qt.Key.Key_Return)
    settle()
    assert [str(each.who) for each in the_inquiry(office).referees] == ["Skolan", "Vården", "Kulturen"]
    room.answers_hand.take_form(str(stranger))
    assert "svar.json is registered already, as the answer of Kulturen" in told(room)
    spoilt = tmp_path / "fel.docx"
    spoilt.write_bytes(b"PK not a form")
    room.answers_hand.take_form(str(spoilt))
    assert "fel.docx" in told(room)

    press(room.column.list, Qt.Key.Key_C)
    press(held(), Qt.Key.Key_Return)
    fill("2028-04-30")
    again = the_inquiry(office, 2)
    assert (len(again.questions), len(again.referees), again.sent_on) == (2, 3, None)
    assert room.inquiry == again

    press(held(), Qt.Key.Key_3, ALT)
    press(held(), Qt.Key.Key_N)
    fill("Regionen", "Strategi", "RS 1", "", "", "20 mars", "tek")
    one = the_received(office)
    assert (one.sender, one.their_number, one.due) == ("Regionen", "RS 1", date(2027, 3, 20))
    assert room.look is Looks.RECEIVED
    press(held(), Qt.Key.Key_F)
    fill("20270601", "nämnden möts i maj")
    press(held(), Qt.Key.Key_U)
    done()
    assert "The answer is on an agenda" in told(room)
    assert isinstance(room.surface, ReceivedSurface)
    press(held(), Qt.Key.Key_K)
    fill("", "e-post")
    one = the_received(office)
    assert (one.extended_to, one.answered_on, one.answered_how) == (date(2027, 6, 1), TODAY, "e-post")
    assert one.item is not None
    page.undo()
    settle()
    assert the_received(office).answered_on is None
