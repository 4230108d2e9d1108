"""What is planned on the desk: what waits is taken in, papers are awaited, the meeting is moved."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from builders import minutes, new_file, snapshot
from klubban.domain.agenda import ItemKind
from klubban.operations import undo
from klubban.operations.agenda import add_agenda_item, postpone_item, set_item
from klubban.operations.matters import add_matter
from klubban.operations.meetings import add_meeting
from klubban.operations.standing_items import put_standing_item
from klubban.store import reads
from klubban.ui.file_page import FilePage
from klubban.ui.matters.matter_surface import MatterSurface
from klubban.ui.matters.page import MattersPage
from klubban.ui.meeting.agenda import THE_MEETING, WAITING
from klubban.ui.meeting.facts_surface import FactsSurface
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import Pill, Text
from klubban.ui.widgets.buttons import Link
from ui.helpers import settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from klubban.store.database import Database

ON = date(2016, 2, 20)


@pytest.fixture
def office(path: Path) -> Iterator[Database]:
    """A file with one meeting of two items."""
    database = new_file(path)
    minutes(database, ("Budget", "Arkivtjänst"), number=None)
    yield database
    database.close()


@pytest.fixture
def page(page: FilePage) -> FilePage:
    page.meeting._clock = lambda: ON
    page.meeting.select(THE_MEETING)
    settle()
    return page


def press_link(within: QWidget, name: str) -> None:
    links: list[Link] = within.findChildren(Link)
    next(each for each in links if name in (each.text(), each.accessibleName())).click()
    settle()


def fill(form: Form, **words: str) -> None:
    for name, typed in words.items():
        form._lines[name].show_words(typed)
    form.submit()
    settle()


def form_of(page: FilePage) -> Form:
    (form,) = [each for each in page.meeting.findChildren(Form) if each.isVisible()]
    return form


def item_surface(page: FilePage) -> ItemSurface:
    found = page.meeting._surface
    assert isinstance(found, ItemSurface)
    return found


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Text) if label.isVisible()]


def test_what_waits_is_taken_by_enter_and_is_in_hand_then(page: FilePage, office: Database) -> None:
    put_standing_item(office, 1, None, title="Meddelanden")
    page.meeting.show_meeting(1)
    settle()
    page.meeting.agenda.list.choose(WAITING)
    page.meeting.agenda.list.setFocus()
    QTest.keyClick(page.meeting.agenda.list, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settle()

    titles = [item.title for item in snapshot(office).items]
    assert titles == ["Budget", "Arkivtjänst", "Meddelanden"]
    assert page.meeting._item == snapshot(office).items[-1].id
    assert all(row.id != WAITING for row in page.meeting.agenda.list.all_rows())
    page.undo()
    settle()
    assert page.meeting.agenda.list.all_rows()[-1].about == "Meddelanden"


def test_an_item_is_postponed_to_a_meeting_that_is_chosen(page: FilePage, office: Database) -> None:
    add_meeting(office, 1, date(2016, 3, 14))
    later = add_meeting(office, 1, date(2016, 4, 11))
    page.meeting.select(snapshot(office).items[0].id)
    press_link(item_surface(page), "Postpone")
    form = form_of(page)
    next(each for each in form.findChildren(QWidget) if each.accessibleName() == "11 April").click()  # type: ignore[attr-defined]
    fill(form, by="Ordföranden", reason="Underlag saknas")

    moved = snapshot(office, later).items
    assert [item.title for item in moved] == ["Budget"]
    assert moved[0].came_from is not None
    assert page.meeting.agenda.list.all_rows()[2].state == "is postponed"


def test_where_an_item_comes_from_leads_there(page: FilePage, office: Database) -> None:
    later = add_meeting(office, 1, date(2016, 3, 14))
    first = snapshot(office).items[0].id
    new = postpone_item(office, first, to=later, by=None, on=ON)
    settle()
    page.show_meeting(later, new)
    settle()
    press_link(item_surface(page), "Kommunstyrelsen, 22 February")

    assert page.meeting.meeting_id == 1
    assert page.meeting._item == first


def test_a_paper_is_awaited_comes_and_is_approved(page: FilePage, office: Database) -> None:
    page.meeting.select(snapshot(office).items[0].id)
    press_link(item_surface(page), "Add: Awaited paper")
    fill(form_of(page), title="Yttrande", sender="Ekonomienheten", due="2016-02-19")
    assert "late since 19 February" in [each.text() for each in item_surface(page).findChildren(Pill)]
    press_link(item_surface(page), "It has come: Yttrande")
    press_link(item_surface(page), "It is approved: Yttrande")

    (paper,) = snapshot(office).items[0].papers
    assert (paper.title, paper.sender, paper.due) == ("Yttrande", "Ekonomienheten", date(2016, 2, 19))
    assert (paper.arrived, paper.approved) == (ON, ON)


def test_a_day_that_is_none_is_said_in_the_form_and_kept(page: FilePage, office: Database) -> None:
    page.meeting.select(snapshot(office).items[0].id)
    press_link(item_surface(page), "Add: Awaited paper")
    fill(form_of(page), title="Yttrande", due="i vår")

    assert any("i vår" in words for words in said(form_of(page)))
    assert snapshot(office).items[0].papers == ()


def test_secrecy_is_said_once_and_shown_in_words(page: FilePage, office: Database) -> None:
    page.meeting.select(snapshot(office).items[0].id)
    press_link(item_surface(page), "Add: Secrecy")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    settle()

    assert snapshot(office).items[0].confidential
    assert page.meeting.agenda.list.all_rows()[2].about == "confidential"
    assert QApplication.focusWidget() is focused


def test_a_meeting_is_moved_and_its_groups_are_said(page: FilePage, office: Database) -> None:
    page.meeting.select(THE_MEETING)
    press_link(page.meeting._surface, "When and where: Change")  # type: ignore[arg-type]
    fill(form_of(page), day="2016-02-25", start="13.15", end="16.00", place="Sessionssalen")
    press_link(page.meeting._surface, "Say which groups meet before")  # type: ignore[arg-type]
    type_text(QApplication.focusWidget(), "S-gruppen, 11.00, Lilla salen")  # type: ignore[arg-type]
    form_of(page).submit()
    settle()

    moved = snapshot(office)
    assert (moved.date, moved.start, moved.end) == (date(2016, 2, 25), time(13, 15), time(16, 0))
    assert moved.place == "Sessionssalen"
    assert [(each.name, each.start, each.place) for each in moved.group_meetings] == [
        ("S-gruppen", time(11, 0), "Lilla salen")
    ]
    assert "S-gruppen, at 11.00, Lilla salen" in said(page.meeting._surface)  # type: ignore[arg-type]


def test_a_day_in_the_past_is_refused_in_the_form(page: FilePage, office: Database) -> None:
    page.meeting.select(THE_MEETING)
    assert isinstance(page.meeting._surface, FactsSurface)
    press_link(page.meeting._surface, "When and where: Change")
    before = len(said(form_of(page)))
    fill(form_of(page), day="2015-02-25")

    assert len(said(form_of(page))) > before
    assert snapshot(office).date == date(2016, 2, 22)


def test_a_form_is_not_lost_when_the_agenda_changes_meanwhile(page: FilePage, office: Database) -> None:
    page.meeting.select(THE_MEETING)
    assert isinstance(page.meeting._surface, FactsSurface)
    press_link(page.meeting._surface, "When and where: Change")
    form_of(page)._lines["place"].show_words("Ånässalen")
    add_agenda_item(office, 1, "Meddelanden")
    settle()

    assert form_of(page).words("place") == "Ånässalen"
    assert page.meeting.agenda.list.all_rows()[-1].title == "Meddelanden"


def test_typing_reads_the_meeting_once_and_what_waits_not_at_all(page: FilePage, office: Database) -> None:
    page.meeting.select(snapshot(office).items[0].id)
    waited = page.meeting.hand._waited_for
    editor = item_surface(page)._fields["title"].editor
    type_text(editor, " 2027")
    page.flush()
    settle()

    assert snapshot(office).items[0].title.endswith("2027")
    assert page.meeting.hand._waited_for is waited


def test_a_kind_is_one_word_and_taken_back_by_choosing_it_again(page: FilePage, office: Database) -> None:
    page.meeting.select(snapshot(office).items[0].id)
    plan = item_surface(page)._plan
    assert plan is not None
    word = next(each for value, each in plan.kind._words if value is ItemKind.REPORT)
    word.click()
    settle()
    assert snapshot(office).items[0].kind is ItemKind.REPORT
    word.click()
    settle()

    with office.read() as read:
        assert reads.meeting(read, 1).items[0].kind is None


def test_an_items_matter_is_found_by_a_few_letters_and_leads_to_its_page(
    page: FilePage, office: Database
) -> None:
    for number, title in enumerate(("Örtagård", "Ängsbo förskola", "Åkermark"), 80):
        add_matter(office, title, registry_number=f"KS 2016/{number}")
    page.meeting.select(snapshot(office).items[0].id)
    press_link(item_surface(page), "Add: Registered matter")
    line = QApplication.focusWidget()
    assert line is not None
    type_text(line, "ks2016/8")
    settle()
    found = [each.text() for each in form_of(page).findChildren(Link) if "KS" in each.text()]
    for _letter in "ks2016/8":
        QTest.keyClick(line, Qt.Key.Key_Backspace)
    type_text(line, "förs")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()

    assert found == ["KS 2016/82 · Åkermark", "KS 2016/81 · Ängsbo förskola", "KS 2016/80 · Örtagård"]
    matter = snapshot(office).items[0].matter
    assert matter is not None
    assert matter.title == "Ängsbo förskola"
    press_link(item_surface(page), "Go to the matter Ängsbo förskola")
    room = page._rooms.shown(page._pages.currentWidget())
    assert isinstance(room, MattersPage)
    assert isinstance(room.surface, MatterSurface)
    assert room.surface.matter_id == matter.id


def test_an_item_becomes_a_matter_in_one_step_and_says_what_happened_last(
    page: FilePage, office: Database
) -> None:
    first, second = snapshot(office).items
    page.meeting.select(first.id)
    press_link(item_surface(page), "Add: Registered matter")
    press_link(form_of(page), "Register “Budget” as a new matter")
    matter = snapshot(office).items[0].matter
    assert matter is not None
    set_item(office, second.id, matter_id=matter.id)
    settle()
    page.meeting._clock = lambda: date(2016, 3, 1)
    page.meeting.select(second.id)
    settle()

    told = [words.replace("\N{NO-BREAK SPACE}", " ") for words in said(item_surface(page))]
    assert "Last: Kommunstyrelsen 22 February 2016, item 1" in told
    undo.undo(office)
    undo.undo(office)
    settle()
    assert snapshot(office).items[0].matter is None
    with office.read() as read:
        assert reads.matters(read) == ()


def test_a_matter_with_the_items_number_is_shown_by_itself(page: FilePage, office: Database) -> None:
    add_matter(office, "Investeringar", registry_number="KS 2016/9")
    first = snapshot(office).items[0]
    with office.change("Number", place=("item", first.id)) as change:
        change.update("item", first.id, registry_number="KS 2016/9")
    settle()
    page.meeting.select(first.id)
    settle()

    links = [each.text() for each in item_surface(page).findChildren(Link) if each.isVisible()]
    assert "KS 2016/9 · Investeringar" in links
    assert "Not about it" not in links


def test_a_number_that_another_matter_has_is_said_in_the_form(page: FilePage, office: Database) -> None:
    add_matter(office, "Investeringar", registry_number="KS 2016/9")
    first = snapshot(office).items[0]
    with office.change("Number") as change:
        change.update("item", first.id, registry_number="ks 2016/9")
    page.meeting.select(first.id)
    press_link(item_surface(page), "Add: Registered matter")
    press_link(form_of(page), "Register “Budget” as a new matter")

    assert "ks 2016/9 is Investeringar already" in said(form_of(page))


def test_a_comment_is_not_there_until_it_is_asked_for(page: FilePage, office: Database) -> None:
    page.meeting.select(snapshot(office).items[0].id)
    settle()
    assert "Comments" not in said(item_surface(page))
    press_link(item_surface(page), "Add: Comment")
    fill(form_of(page), text="Ring Åsa om bilagan")

    (comment,) = snapshot(office).items[0].comments
    assert (comment.by, comment.text, comment.on) == (office.who, "Ring Åsa om bilagan", ON)
    assert "Ring Åsa om bilagan" in said(item_surface(page))
