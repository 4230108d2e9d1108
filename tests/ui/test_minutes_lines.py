"""Opinions, elections and assignments are noted a line each; what a rule refuses, with a reason."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from klubban.domain.body import Named
from klubban.domain.decided import OpinionKind
from klubban.domain.errors import RuleBroken
from klubban.domain.text import lines
from klubban.store.minutes import scratches
from klubban.ui.minutes.due import read_due
from klubban.ui.minutes.line_part import LinePart
from klubban.ui.minutes.opinions_part import read_moment
from klubban.ui.minutes.people import People, read_names
from ui.evening import DAY, evening
from ui.minutes_desk import Desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database

TAB, ENTER, UP, DELETE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Delete

BACK = (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
ALL = (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def desk(qtbot: QtBot, database: Database) -> Desk:
    return Desk(qtbot, database, evening)


def test_a_reservation_is_lodged_now_and_waits_for_its_reasons(desk: Desk) -> None:
    desk.minutes.enter("opinions")
    desk.type("ek,ask", TAB, TAB, TAB, TAB, "rea", ENTER)
    waits = desk.item.opinions[0].awaited
    desk.type(ENTER, "k")

    (one,) = desk.item.opinions
    assert waits
    assert [who.name for who in one.by] == ["Britta Ek", "Finn Ask"]
    assert (one.kind, one.lodged_on, one.lodged_at) == (OpinionKind.RESERVATION, DAY, time(14, 2))
    assert one.lapsed


def test_against_a_rule_the_sentence_says_why_and_a_reason_notes_it_all_the_same(desk: Desk) -> None:
    desk.minutes.enter("not_taking_part")
    desk.type("v", ENTER, ENTER)
    desk.minutes.enter("opinions")
    desk.type("örn", ENTER)
    refused = not desk.item.opinions
    desk.type("He had misunderstood the question", ENTER)

    assert [who.name for who in desk.item.not_taking_part] == ["David Örn"]
    assert refused
    assert [who.name for who in desk.item.opinions[0].by] == ["David Örn"]
    assert [each.reason for each in desk.item.deviations] == ["He had misunderstood the question"]


def test_those_elected_by_acclamation_are_elected_with_the_line(desk: Desk) -> None:
    desk.minutes.enter("elections")
    desk.type("Verifiers", TAB, TAB, TAB, "ek,ask", ENTER, ENTER)

    (election,) = desk.item.elections
    assert (election.office, election.seats) == ("Verifiers", 2)
    assert [each.elected for each in election.candidates] == [True, True]


def test_a_ballot_that_ends_in_a_tie_is_settled_by_lot(desk: Desk) -> None:
    desk.minutes.enter("elections")
    desk.type("Auditor", TAB, "1", TAB, "sec", TAB, "ek,ask", ENTER, ENTER)
    desk.type(ENTER, "3", ENTER, UP, ENTER, "3", ENTER, "l")

    (election,) = desk.item.elections
    assert [(each.votes, each.elected, each.by_lot) for each in election.candidates] == [
        (3, True, True),
        (3, False, False),
    ]

    desk.type(DELETE)

    assert [each.who.name for each in desk.item.elections[0].candidates] == ["Finn Ask"]


def test_an_office_gets_an_assignment_by_a_day_that_is_typed_in_short(desk: Desk) -> None:
    desk.minutes.enter("assignments")
    desk.type("The director", TAB, "soon", TAB, "a local network", ENTER)
    refused = desk.says("”soon” is no day")
    desk.type(BACK, ALL, "10 feb", ENTER)

    (one,) = desk.item.assignments
    assert refused
    assert (one.to.name, one.text, one.due) == ("The director", "a local network", date(2027, 2, 10))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("10 feb", date(2027, 2, 10)),
        ("20 november", date(2026, 11, 20)),
        ("31/12", date(2026, 12, 31)),
        ("2 v", date(2026, 11, 26)),
        ("om 10 dagar", date(2026, 11, 22)),
        ("3 mån", date(2027, 2, 12)),
        ("2027-02-10", date(2027, 2, 10)),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_said(typed: str, day: date | None) -> None:
    assert read_due(typed, DAY) == day


def test_what_is_no_day_and_no_time_is_refused() -> None:
    with pytest.raises(RuleBroken):
        read_due("snarast", DAY)
    with pytest.raises(RuleBroken, match="no time"):
        read_moment("25.70", DAY)

    assert read_moment("14.02", DAY) == (DAY, time(14, 2))
    assert read_moment("2026-11-13 9.30", DAY) == (date(2026, 11, 13), time(9, 30))


def test_names_are_read_by_their_beginnings_and_a_party_by_its_letter() -> None:
    britta, ida, sara = Named("Britta Ek", "M", 1), Named("Ida Östh", "M", 2), Named("Sara Mård", "S", 3)
    party = Named("M", "M")
    people = People((britta, ida, sara), (), (party,))

    assert read_names("ek, öst", people, {}).people == (britta, ida)
    assert read_names("m", people, {}).people == (party,)
    assert read_names("må", people, {}).people == (sara,)
    assert read_names("Tor", people, {}).unknown == "Tor"


def test_what_is_typed_is_saved_in_time_and_goes_on_in_the_same_row(desk: Desk) -> None:
    desk.minutes.enter("motions")
    desk.type("ek", TAB, "am", TAB, "point 2")
    part(desk)._saving.flush()
    desk.reload()
    desk.type(" is struck", ENTER, "m", TAB, "rej", ENTER)

    assert [lines(motion.text) for motion in desk.item.motions] == [["point 2 is struck"], []]


def test_what_no_rule_lets_be_noted_is_kept_as_a_scratch_line(desk: Desk) -> None:
    desk.minutes.enter("not_taking_part")
    desk.type("v", ENTER, ENTER)
    desk.minutes.enter("opinions")
    desk.type("örn", TAB, TAB, TAB, TAB, TAB, "It was too soon")

    done = desk.minutes.flush()

    meeting, item = desk.meeting.id, desk.item.id
    with desk.database.read() as read:
        (kept,) = scratches(read, meeting)[item]
    assert done
    assert "David Örn (V)" in kept.text
    assert "It was too soon" in kept.text


def part(desk: Desk) -> LinePart:
    found = desk.minutes.part("motions")
    assert isinstance(found, LinePart)
    return found


def test_a_word_that_means_nothing_and_a_text_without_end_are_told_of_and_kept(desk: Desk) -> None:
    desk.minutes.enter("motions")
    desk.type("ek", TAB, "xyz", ENTER)
    refused = desk.says("”xyz” is none of the words that are offered")
    desk.type(ALL, "am", TAB)
    QGuiApplication.clipboard().setText("a" * 200_000)
    desk.type(PASTE)
    told = desk.says("cannot be pasted here")
    QGuiApplication.clipboard().setText("\n".join(["a" * 200] * 1000))
    desk.type(PASTE, ENTER)

    (motion,) = desk.item.motions
    assert refused
    assert told
    assert lines(motion.text) == ["a" * 200] * 1000
