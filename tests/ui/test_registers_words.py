"""What the registers say in few words: terms, names inside sentences, how many have seats."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from klubban.domain.body import Seat, SeatRole
from klubban.domain.rules import BodyKind
from klubban.domain.service import OrderOfCall
from klubban.operations.bodies import add_body, set_rule
from klubban.operations.people import add_person
from klubban.operations.seats import add_seat
from klubban.ui.registers import days, words
from klubban.ui.registers.page import RegistersPage
from klubban.ui.registers.person_surface import PersonSurface
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.rail import Rail, RailRow
from ui.helpers import settle
from ui.registers import FIRST, LAST, furnish, opened

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2023, 1, 1), date(2026, 12, 31), "2023–2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "2026"),
        (date(2026, 12, 1), date(2026, 12, 31), "1–31 December 2026"),
        (date(2026, 5, 1), date(2026, 11, 30), "1 May – 30 November 2026"),
        (date(2025, 9, 1), date(2026, 12, 31), "1 September 2025 – 31 December 2026"),
        (date(2026, 10, 26), None, "from 26 October 2026"),
        (None, date(2026, 10, 26), "until 26 October 2026"),
    ],
)
def test_a_term_says_once_what_its_days_have_in_common(
    first: date | None, last: date | None, told: str
) -> None:
    seat = Seat(id=1, body=1, role=SeatRole.MEMBER, person=1, from_date=first, to_date=last)
    assert days.term(seat) == told


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Kommunstyrelsen", "kommunstyrelsen"),
        ("Brottsförebyggande rådet", "brottsförebyggande rådet"),
        ("Kommunstyrelsens arbetsutskott", "kommunstyrelsens arbetsutskott"),
        ("Kommunfullmäktige", "kommunfullmäktige"),
        ("Ekby ungdomsråd", "Ekby ungdomsråd"),
        ("KSAU", "KSAU"),
    ],
)
def test_a_bodys_name_is_no_proper_noun_inside_a_sentence(name: str, inside: str) -> None:
    assert words.inside(name) == inside


def test_the_foot_counts_each_sort_of_seat_so_that_the_numbers_meet(page: FilePage, office: Database) -> None:
    bodies = furnish(office)
    add_seat(office, bodies.committee, SeatRole.MEMBER, party="V", from_date=FIRST, to_date=LAST)
    secretary = add_person(office, "Anna Åberg")
    add_seat(office, bodies.committee, SeatRole.SECRETARY, person_id=secretary, from_date=FIRST)
    opened(page, bodies.committee)

    told = "3 members, 1 vacant seat, 2 alternates, 1 secretary"
    assert page.registers.foot._words.text() == told


def test_terms_of_reference_are_the_chief_document_of_a_council_only(
    page: FilePage, office: Database
) -> None:
    council = add_body(office, "Rådet", BodyKind.COUNCIL)
    committee = add_body(office, "Nämnden", BodyKind.COMMITTEE)

    assert _chief(page.registers, page, council)
    assert not _chief(page.registers, page, committee)


def _chief(registers: RegistersPage, page: FilePage, body_id: int) -> bool:
    opened(page, body_id)
    return bool(registers._chief.property("chief"))


@pytest.mark.parametrize(
    ("order", "places", "title"),
    [
        (OrderOfCall.PARTY_CHAIN, [1, 2, 1], "Alternates, in their order of call within each party"),
        (OrderOfCall.COMMON_LIST, [1, 2, 3], "Alternates, in their order of call"),
        (OrderOfCall.NAMED_LIST, [0, 0, 0], "Alternates"),
    ],
)
def test_alternates_are_numbered_in_their_order(
    page: FilePage, office: Database, order: OrderOfCall, places: list[int], title: str
) -> None:
    bodies = furnish(office)
    other = add_person(office, "Eva Asp", party="C")
    add_seat(office, bodies.committee, SeatRole.ALTERNATE, person_id=other, from_date=FIRST, to_date=LAST)
    set_rule(office, bodies.committee, "alternates", order)
    surface = opened(page, bodies.committee)

    assert [row.seat.place for row in surface.seats.rows[-3:]] == places
    assert title in [each.text() for each in surface.findChildren(Text)]


def test_the_registers_stay_lit_more_quietly_while_a_body_is_shown(page: FilePage, office: Database) -> None:
    bodies = furnish(office)
    settle()  # the rail has the body
    opened(page, bodies.committee)
    entry = page.rail.registers
    assert (entry.here, entry.within) == (False, True)

    page.show_person(bodies.people[0])
    settle()
    assert (entry.here, entry.within) == (True, False)


def test_boxes_in_the_rail_end_in_one_line(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 400)
    rail.show()
    for count in (2, 40):
        rail.show_rows([RailRow(number, f"{number} maj") for number in range(1, count)])
        settle()
        row = rail.list.visualRect(rail.list.rows.index(0, 0))
        end = rail.list.viewport().mapTo(rail, row.topRight()).x()
        assert rail.registers.geometry().right() == end


def test_somebody_without_a_seat_is_led_to_the_bodies(page: FilePage, office: Database) -> None:
    bodies = furnish(office)
    page.show_person(add_person(office, "Ny Person"))
    settle()
    surface = page.registers.surface
    assert isinstance(surface, PersonSurface)

    (link,) = [each for each in surface.findChildren(Link) if each.text() == "Tekniska nämnden"]
    link.click()
    settle()
    assert page.registers.body_id == bodies.committee
