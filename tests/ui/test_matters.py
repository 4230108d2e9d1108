"""The page of matters by keys alone: three views, a line of events, lists that are read in, undo."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import unverify
from klubban.domain.meeting import Outcome, SubmissionKind
from klubban.operations import delegated, matters
from klubban.operations.meetings import add_meeting
from klubban.store import agendas, reads
from klubban.store import matters as read_matters
from klubban.store.database import Database
from klubban.ui.clock import today
from klubban.ui.file_page import FilePage
from klubban.ui.matters.delegated_surface import DelegatedSurface
from klubban.ui.matters.import_page import DelegatedImport
from klubban.ui.matters.matter_surface import MatterSurface
from klubban.ui.matters.new_surfaces import Empty, NewDecision, NewMatter
from klubban.ui.matters.page import Looks, MattersPage
from klubban.ui.matters.reporting import ReportForm
from klubban.ui.widgets.basics import Pill, Text
from klubban.ui.widgets.buttons import Link
from ui.helpers import press, settle, type_text
from ui.registers import Office, focused
from ui.test_accessibility import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from klubban.domain.meeting import Matter

ENTER, ALT, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LIST = "Datum;Diarienummer;Beslut;Delegat\n2026-11-03;KS 1;Yttrande över Åkern;Planchefen\n"


@pytest.fixture
def room(page: FilePage) -> MattersPage:
    page.show_room("matters")
    settle()
    found = page._rooms.shown(page._pages.currentWidget())
    assert isinstance(found, MattersPage)
    return found


def registered(database: Database) -> list[Matter]:
    with database.read() as read:
        return list(reads.matters(read))


def listed(room: MattersPage) -> list[str]:
    rows = room.column.list.rows
    return [row.words for n in range(rows.rowCount()) if (row := rows.row(n)) and not row.heading]


def said(room: MattersPage) -> str:
    return " | ".join(each.text() for each in room.findChildren(Text) if each.isVisibleTo(room))


def link(room: MattersPage, words: str) -> Link:
    return next(each for each in room.findChildren(Link) if each.text() == words and each.isVisibleTo(room))


def look(room: MattersPage, key: Qt.Key) -> None:
    QTest.keyClick(room, key, ALT)
    settle()


def test_f4_goes_to_matters_and_back(page: FilePage) -> None:
    QTest.keyClick(page, Qt.Key.Key_F4)
    settle()
    there = page._rooms.name_of(page._pages.currentWidget())
    QTest.keyClick(page, Qt.Key.Key_F4)
    settle()

    assert there == "matters"
    assert page._pages.currentWidget() is page.meeting


def test_an_empty_view_says_what_to_do_next(room: MattersPage, office: Database) -> None:
    for each in registered(office):
        with office.change("Empty") as change:
            for item in change.rows("item", matter_id=each.id):
                change.update("item", int(item["id"] or 0), matter_id=None)
            change.delete("matter", each.id)
    settle()

    for key, title in ((Qt.Key.Key_1, "No matters yet"), (Qt.Key.Key_2, "Nothing raised yet")):
        look(room, key)
        assert isinstance(room.surface, Empty)
        assert title in said(room)


def test_a_motion_is_registered_by_keys_alone(room: MattersPage, office: Database) -> None:
    look(room, Qt.Key.Key_2)
    QTest.keyClick(room, Qt.Key.Key_N, CONTROL)
    settle()
    assert isinstance(room.surface, NewMatter)
    type_text(focused(), "Motion om bussresor för äldre")
    press(focused(), ENTER)
    type_text(focused(), "KS 2026/40")
    press(focused(), ENTER)
    press(focused(), ENTER)  # a motion, as it stands
    type_text(focused(), "Örjan Ask (S)")
    press(focused(), ENTER)
    type_text(focused(), "9 feb 2026")
    press(focused(), ENTER)
    settle()

    [found] = [each for each in registered(office) if each.registry_number == "KS 2026/40"]
    assert found.submission is not None
    assert (found.submission.kind, found.submission.by) == (SubmissionKind.MEMBER_MOTION, "Örjan Ask (S)")
    assert found.submission.date == date(2026, 2, 9)
    assert isinstance(room.surface, MatterSurface)
    assert "Member’s motion by Örjan Ask (S)" in said(room)


def test_a_search_narrows_the_list_in_swedish_order(room: MattersPage, office: Database) -> None:
    for title in ("Örtagård", "Ångbåt", "Zebra", "Ärlighet"):
        matters.add_matter(office, f"Prov {title}")
    settle()
    QTest.keyClick(room, Qt.Key.Key_F, CONTROL)
    type_text(focused(), "prov")
    settle()

    assert listed(room) == ["Prov Zebra", "Prov Ångbåt", "Prov Ärlighet", "Prov Örtagård"]
    type_text(focused(), " ång")
    assert listed(room) == ["Prov Ångbåt"]
    press(focused(), ENTER)
    assert isinstance(room.surface, MatterSurface)
    press(room.column.search.line, Qt.Key.Key_Escape)
    assert len(listed(room)) == 4


def test_what_is_typed_is_saved_and_taken_back(page: FilePage, room: MattersPage, office: Database) -> None:
    made = matters.add_matter(office, "Bussresor")
    room.show_matter(made)
    assert isinstance(room.surface, MatterSurface)
    editor = room.surface._fields["registry_number"].editor
    editor.setFocus()
    type_text(editor, "KS 2026/40")
    assert room.flush()
    settle()

    assert next(each for each in registered(office) if each.id == made).registry_number == "KS 2026/40"
    page.undo()
    settle()
    assert next(each for each in registered(office) if each.id == made).registry_number is None
    assert editor.toPlainText() == ""


def test_a_number_that_another_matter_has_is_said_beside_it(room: MattersPage, office: Database) -> None:
    matters.add_matter(office, "Budget", registry_number="KS 9")
    room.show_matter(matters.add_matter(office, "Taxa"))
    assert isinstance(room.surface, MatterSurface)
    type_text(room.surface._fields["registry_number"].editor, "KS 9")

    assert not room.flush()
    assert "KS 9 is Budget already" in said(room)


def test_the_line_of_events_leads_to_each_item(page: FilePage, room: MattersPage, office: Database) -> None:
    with office.read() as read:
        meeting = reads.meeting(read, reads.meetings(read)[0].id)
    item = meeting.items[0]
    made = matters.add_matter(office, "Bussresor", kind="member_motion", by="Rut", date=date(2016, 1, 4))
    with unverify(office).change("Tie") as change:
        change.update("item", item.id, matter_id=made, outcome=Outcome.POSTPONED)
    settle()
    room.show_matter(made)
    settle()

    day = "22\u00a0February\u00a02016"
    [way] = [each for each in room.findChildren(Link) if day in each.text() and each.isVisibleTo(room)]
    assert "Member’s motion by Rut | 4 January 2016" in said(room)
    way.click()
    settle()
    assert page._pages.currentWidget() is page.meeting
    assert page.meeting.agenda.list.rows.row(page.meeting.agenda.list.currentIndex().row()).id == item.id  # type: ignore[union-attr]


def test_what_is_more_than_a_year_old_stands_first_with_words(room: MattersPage, office: Database) -> None:
    matters.add_matter(office, "Ny motion", kind="member_motion", date=room.book.today)
    matters.add_matter(office, "Gammal motion", kind="member_motion", date=date(2020, 1, 1))
    look(room, Qt.Key.Key_2)

    assert listed(room)[0].startswith("Gammal motion, 1 January 2020")
    assert listed(room)[0].endswith("months too late")
    assert "wait for an answer" in room.foot._words.text()


def test_a_matter_is_closed_in_the_page_and_opened_again(room: MattersPage, office: Database) -> None:
    made = matters.add_matter(office, "Motion", kind="member_motion", date=date(2026, 1, 4))
    room.show_matter(made)
    link(room, "Close it …").click()
    settle()
    type_text(focused(), "återtagen")
    press(focused(), ENTER)
    press(focused(), ENTER)
    settle()

    with office.read() as read:
        assert read_matters.matter(read, made).closed_because == "återtagen"
    assert "återtagen." in said(room)
    link(room, "Open it again").click()
    settle()
    with office.read() as read:
        assert read_matters.matter(read, made).closed is None


def test_who_decides_is_chosen_where_it_stands(room: MattersPage, office: Database, bodies: Office) -> None:
    made = matters.add_matter(office, "Hundrastgård", kind="citizen_proposal")
    room.show_matter(made)
    surface = room.surface
    assert isinstance(surface, MatterSurface)
    surface._body.link.click()
    settle()
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Down)
    press(focused(), ENTER)
    settle()

    with office.read() as read:
        assert read_matters.matter(read, made).body == bodies.committee
    assert "Tekniska nämnden" in said(room)


def test_a_list_of_decisions_is_looked_at_and_read_in(
    page: FilePage, room: MattersPage, tmp_path: Path
) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(f"{LIST}igår;KS 2;Fel;Chefen\n", "cp1252")
    look(room, Qt.Key.Key_3)
    room.preview_list(path)
    settle()
    shown = room.surface
    assert isinstance(shown, DelegatedImport)
    assert shown._about.text() == "1 decision is new, 1 line does not fit."
    QTest.keyClick(shown.good, Qt.Key.Key_Space)
    settle()

    assert isinstance(room.surface, DelegatedSurface)
    assert room.foot.said == "Read in 1 decision."
    assert listed(room) == ["Yttrande över Åkern, 2026-11-03, KS 1, Planchefen"]
    page.undo()
    settle()
    assert listed(room) == []
    assert isinstance(room.surface, Empty)


def test_a_decision_is_noted_by_keys_and_a_citizens_proposal_pointed_out(
    room: MattersPage, office: Database
) -> None:
    matters.add_matter(office, "Bokbuss", registry_number="KS 19", kind="citizen_proposal")
    look(room, Qt.Key.Key_3)
    QTest.keyClick(room, Qt.Key.Key_N, CONTROL)
    settle()
    assert isinstance(room.surface, NewDecision)
    for words in ("Svar om bokbuss", "KS 19", "", "Kommundirektören", "B 3"):
        type_text(focused(), words)
        press(focused(), ENTER)
    settle()

    surface = room.surface
    assert isinstance(surface, DelegatedSurface)
    assert "KS 19 is a citizens’ proposal, which may not be delegated" in said(room)
    with office.read() as read:
        [found] = read_matters.delegated(read)
    assert (found.title, found.by, found.basis) == ("Svar om bokbuss", "Kommundirektören", "B 3")


def test_decisions_are_shown_body_by_body(room: MattersPage, office: Database, bodies: Office) -> None:
    delegated.add_delegated(office, bodies.committee, "Trafikföreskrift", today=date(2026, 11, 1))
    settle()
    look(room, Qt.Key.Key_3)
    first = listed(room)
    room._whose.chosen.emit(bodies.committee)
    settle()

    assert first == []
    assert listed(room) == ["Trafikföreskrift"]
    with office.read() as read:
        assert len(agendas.delegated(read, bodies.committee)) == 1


def test_of_a_long_list_only_the_beginning_is_laid_out_and_a_search_finds_the_rest(
    room: MattersPage, office: Database
) -> None:
    with office.change("Many") as change:
        for number in range(520):
            change.insert("delegated", body_id=1, position=number, title=f"Beslut {number}", urgent=False)
    settle()
    look(room, Qt.Key.Key_3)
    rows = room.column.list.rows
    last = rows.row(rows.rowCount() - 1)
    QTest.keyClick(room, Qt.Key.Key_F, CONTROL)
    type_text(focused(), "beslut 519")

    assert last is not None
    assert last.words == "… and 21 more; search for them"
    assert listed(room) == ["Beslut 519"]


def test_arrow_keys_walk_the_views(room: MattersPage) -> None:
    seen = []
    room.views.buttons[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(focused(), key)
        settle()
        seen.append(room.look)

    assert seen == [Looks.RAISED, Looks.DELEGATED, Looks.DELEGATED, Looks.RAISED]


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3])
def test_everything_has_a_name_for_readers(room: MattersPage, office: Database, key: Qt.Key) -> None:
    matters.add_matter(office, "Motion", kind="member_motion", date=date(2026, 1, 4))
    delegated.add_delegated(office, 1, "Yttrande", today=date(2026, 11, 1))
    settle()
    look(room, key)

    assert list(nameless(room)) == []


def coming(office: Database) -> tuple[int, int]:
    """Return two meetings of the committee that are to be held."""
    day = today()
    first, second = (add_meeting(office, 1, day + timedelta(days)) for days in (10, 20))
    settle()
    return first, second


def agenda(office: Database, meeting: int) -> list[str]:
    with office.read() as read:
        return [item.title for item in reads.meeting(read, meeting).items]


def test_a_matter_is_put_on_a_coming_agenda_by_keys(
    page: FilePage, room: MattersPage, office: Database
) -> None:
    first, second = coming(office)
    room.show_matter(matters.add_matter(office, "Bussresor"))
    settle()
    press(link(room, "Put it on an agenda …"), Qt.Key.Key_Space)
    settle()
    press(focused(), Qt.Key.Key_Down)
    press(focused(), ENTER)
    press(focused(), ENTER)
    settle()

    assert (agenda(office, first), agenda(office, second)) == ([], ["Bussresor"])
    assert "to come" in [each.text() for each in room.findChildren(Pill) if each.isVisibleTo(room)]
    page.undo()
    settle()
    assert agenda(office, second) == []
    assert page._pages.currentWidget() is room


def test_decisions_that_are_chosen_are_reported_together(
    page: FilePage, room: MattersPage, office: Database
) -> None:
    first, _second = coming(office)
    for title in ("Yttrande", "Bygglov", "Avtal"):
        delegated.add_delegated(office, 1, title, today=today(), on=today())
    settle()
    look(room, Qt.Key.Key_3)
    press(link(room, "Report it at a meeting …"), Qt.Key.Key_Space)
    settle()
    form = room.findChild(ReportForm)
    assert isinstance(form, ReportForm)
    third = form.decisions.buttons[2][1]
    title = third.text()
    third.click()
    press(form.button, Qt.Key.Key_Space)
    settle()

    with office.read() as read:
        reported = [each.title for each in agendas.delegated(read, 1) if each.item]
    assert reported == ["Yttrande", title]
    assert agenda(office, first) == ["Anmälan av delegationsbeslut"]
    page.undo()
    settle()
    assert agenda(office, first) == []


def test_without_a_coming_meeting_the_form_says_what_to_do(room: MattersPage, office: Database) -> None:
    room.show_matter(matters.add_matter(office, "Bussresor"))
    link(room, "Put it on an agenda …").click()
    settle()

    assert "No meeting is planned. Plan one first (F5)." in said(room)
