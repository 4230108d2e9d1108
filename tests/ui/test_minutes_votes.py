"""Motions, questions and votes are taken down at the table by keys alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from klubban.domain.body import Named
from klubban.domain.decided import Adopted, Asks, Question, Vote
from klubban.domain.meeting import Outcome
from klubban.domain.text import lines
from klubban.operations.agenda import set_item
from ui.evening import assembly, evening
from ui.minutes_desk import Desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database

TAB, ENTER, ESC, DELETE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete
UP = Qt.Key.Key_Up
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALL = (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
MOVE = Qt.KeyboardModifier.AltModifier | SHIFT


@pytest.fixture
def desk(qtbot: QtBot, database: Database) -> Desk:
    return Desk(qtbot, database, evening)


def test_a_question_with_its_motions_and_its_vote_is_typed_without_the_mouse(desk: Desk) -> None:
    desk.minutes.enter("motions")
    desk.type("ål", TAB, "app", TAB, "of the administration's proposal", ENTER)
    desk.type("ek,ös", TAB, "ref", TAB, "for its cost", ENTER, ENTER)
    desk.minutes.enter("questions")
    desk.type("a", "o", "jna", "df", (Qt.Key.Key_J, SHIFT), ENTER, "a")

    item = desk.item
    (division,) = item.divisions
    assert [[str(who) for who in motion.by] for motion in item.motions] == [
        ["Cajsa Ål (S)"],
        ["Britta Ek (M)", "Ida Östh (M)"],
    ]
    assert [motion.asks for motion in item.motions] == [Asks.APPROVE, Asks.REFER_BACK]
    assert [(who.name, vote) for who, vote in division.votes][:5] == [
        ("Britta Ek", Vote.YES),
        ("Cajsa Ål", Vote.NO),
        ("David Örn", Vote.ABSTAINED),
        ("Eva Asp", Vote.NOT_TAKING_PART),
        ("Finn Ask", Vote.ABSENT),
    ]
    assert division.votes[-1][0].name == "Åke Öman"
    assert [put.adopted for put in item.puts] == [Adopted.REJECTED, Adopted.PROPOSAL]
    assert item.outcome is Outcome.DECIDED


def test_somebody_unknown_is_on_the_roll_after_a_second_enter(desk: Desk) -> None:
    desk.minutes.enter("motions")
    desk.type("Tor Ny (MP)", ENTER)
    asked = desk.says("Tor Ny (MP) is not on the roll")
    desk.type(ENTER, "am", TAB, "point 2 is struck", ENTER)

    assert asked
    assert "Tor Ny (MP)" in [str(line.who) for line in desk.meeting.roll.lines]
    assert [str(who) for who in desk.item.motions[0].by] == ["Tor Ny (MP)"]


def test_a_motion_is_completed_withdrawn_moved_and_taken_away_in_its_place(desk: Desk) -> None:
    desk.minutes.enter("motions")
    desk.type(TAB, "add", TAB, "a report each year", ENTER, "m", TAB, "rej", ENTER, ENTER)
    incomplete = not desk.item.motions[0].complete
    desk.type(UP, ENTER, "örn", ENTER)
    desk.type("s", (Qt.Key.Key_Down, MOVE), "k")

    first, second = desk.item.motions
    assert incomplete
    assert [str(who) for who in second.by] == ["David Örn (V)"]
    assert second.in_writing
    assert second.withdrawn
    assert second.kept
    assert first.by[0].name == "M"

    desk.type(DELETE)

    assert [motion.id for motion in desk.item.motions] == [first.id]


def test_what_is_typed_half_is_noted_when_another_item_is_taken_in_hand(desk: Desk) -> None:
    desk.minutes.enter("motions")
    desk.type("ek", TAB, "ref")

    done = desk.minutes.flush()

    (motion,) = desk.item.motions
    assert done
    assert (motion.by[0].name, motion.asks) == ("Britta Ek", Asks.REFER_BACK)


def test_a_third_of_the_assembly_refers_back_and_three_proposals_need_two_votes(
    qtbot: QtBot, database: Database
) -> None:
    desk = Desk(qtbot, database, partial(assembly, seats=9, items=2), place=1)
    desk.minutes.enter("motions")
    desk.type("ledamot 003", TAB, "ref", ENTER, "m", TAB, "rej", ENTER, "s", TAB, "app", ENTER)
    desk.type("c", TAB, "mot", TAB, "that it goes out for opinion", ENTER, ENTER)
    desk.minutes.enter("questions")
    desk.type("a", "o", "nnn", (Qt.Key.Key_J, SHIFT), ENTER)
    by_minority = desk.says("3 of 9 are at least a third: the item is referred back.")
    desk.minutes.enter("divisions")
    desk.type(ENTER, Qt.Key.Key_Home, "j", ENTER)
    desk.type("a", "o", "jjjj", "f", (Qt.Key.Key_N, SHIFT), ENTER)
    tied = desk.says("As many yes as no")
    desk.type("j", "o", (Qt.Key.Key_N, SHIFT), ENTER)

    divisions = desk.item.divisions
    assert by_minority
    assert tied
    assert [each.question for each in divisions] == [
        Question.REFER_BACK,
        Question.COUNTER_PROPOSAL,
        Question.MAIN,
    ]
    assert divisions[1].casting_vote is Vote.YES
    assert divisions[2].after == divisions[1].id
    assert desk.item.outcome is Outcome.DECIDED


def test_a_vote_without_names_has_its_totals_and_yes_and_no_their_words(desk: Desk) -> None:
    desk.minutes.enter("motions")
    desk.type("ål", TAB, "app", ENTER, "ek", TAB, "rej", ENTER, ENTER)
    desk.minutes.enter("questions")
    desk.type(
        "a", "o", ESC, "m", TAB, (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier), "no programme", ENTER
    )
    desk.type("s", "4", TAB, "x", ENTER)
    refused = desk.says("”x” is no number")
    desk.type((Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier), "3", ENTER)

    (division,) = desk.item.divisions
    assert refused
    assert division.no == "no programme"
    assert division.ballot is not None
    assert (division.ballot.yes, division.ballot.no) == (4, 3)
    assert desk.item.outcome is Outcome.DECIDED
    assert lines(desk.item.decision)


def test_to_reach_a_part_records_nothing_and_enter_begins_the_vote_that_is_laid_ready(desk: Desk) -> None:
    desk.minutes.enter("motions")
    desk.type("ål", TAB, "app", ENTER, "ek", TAB, "rej", ENTER, ENTER)
    desk.minutes.enter("questions")
    desk.minutes.enter("divisions")
    looked = (desk.item.puts, desk.item.divisions)
    desk.type(ESC)
    desk.minutes.enter("divisions")
    desk.type(ENTER, "j")
    desk.minutes.flush()

    (put,), (division,) = desk.item.puts, desk.item.divisions
    assert looked == ((), ())
    assert division.put == put.id
    assert division.yes
    assert [vote for _who, vote in division.votes] == [Vote.YES]


def test_who_must_take_part_abstains_with_a_reason_alone(desk: Desk) -> None:
    set_item(desk.database, desk.item.id, exercise_of_authority=True)
    desk.reload()
    desk.minutes.enter("motions")
    desk.type("ål", TAB, "app", ENTER, "ek", TAB, "rej", ENTER, ENTER)
    desk.minutes.enter("questions")
    desk.type("a", "o", "a")
    refused = not desk.item.divisions[0].votes
    desk.type("She had misread the papers", ENTER, (Qt.Key.Key_J, SHIFT))

    (division,) = desk.item.divisions
    assert refused
    assert division.votes[0] == (Named("Britta Ek", "M", 2), Vote.ABSTAINED)
    assert [vote for _who, vote in division.votes[1:]] == [Vote.YES] * (len(division.votes) - 1)
    assert [each.reason for each in desk.item.deviations] == ["She had misread the papers"]
