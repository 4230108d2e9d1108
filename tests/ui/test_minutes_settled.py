"""What is proposed to another body, and what became of an item, are noted by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from klubban.domain.decided import Adopted
from klubban.domain.meeting import Outcome
from klubban.domain.text import from_plain, plain
from klubban.operations import items, questions
from ui.evening import evening
from ui.minutes_desk import Desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database

ENTER, DELETE, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Right
ALL = (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def desk(qtbot: QtBot, database: Database) -> Desk:
    found = Desk(qtbot, database, evening)
    with database.change("Add bodies") as change:
        change.insert("body", key="tn", name="Tekniska nämnden", kind="committee")
        change.insert("body", key="kf", name="Kommunfullmäktige", kind="assembly")
    return found


def test_what_was_adopted_is_proposed_to_the_assembly_and_any_name_will_do(desk: Desk) -> None:
    items.write_text(desk.database, desk.item.id, "proposal", from_plain("Programmet antas."))
    [main] = questions.put_questions(desk.database, desk.item.id)
    questions.find(desk.database, main, Adopted.PROPOSAL)
    desk.reload()
    desk.minutes.enter("proposals")
    desk.type(ENTER)
    adopted, decided = desk.item.proposals[0], desk.item.decision
    desk.type(ALL, "Medel reserveras.")
    desk.minutes.flush()
    written = plain(desk.item.proposals[0].decision)
    desk.minutes.enter("proposals")
    desk.type(ALL, "Regionen", ENTER)
    names = [(each.body, each.body_id) for each in desk.item.proposals]
    desk.type(ALL, DELETE, DELETE)

    assert (adopted.body, plain(adopted.decision), decided) == ("Kommunfullmäktige", "Programmet antas.", ())
    assert written == "Medel reserveras."
    assert names == [("Kommunfullmäktige", adopted.body_id), ("Regionen", None)]
    assert [each.body for each in desk.item.proposals] == ["Kommunfullmäktige"]


def test_a_proposal_follows_what_is_found_until_it_is_written(desk: Desk) -> None:
    items.write_text(desk.database, desk.item.id, "proposal", from_plain("Programmet antas."))
    [main] = questions.put_questions(desk.database, desk.item.id)
    desk.reload()
    desk.minutes.enter("proposals")
    desk.type("Komm", ENTER)
    empty = desk.item.proposals[0].decision
    questions.find(desk.database, main, Adopted.PROPOSAL)
    found, decided = plain(desk.item.proposals[0].decision), desk.item.decision
    questions.find(desk.database, main, None)

    assert (empty, found, decided) == ((), "Programmet antas.", ())
    assert desk.item.proposals[0].decision == ()


def test_what_became_of_an_item_without_a_question_is_said_in_a_word(desk: Desk) -> None:
    desk.minutes.enter("outcome")
    desk.type(RIGHT, ENTER)
    noted, told = desk.item.outcome, desk.says("The decision in the protocol")
    desk.type(RIGHT, ENTER)
    back, waits = desk.item.outcome, desk.says("when it is put there")
    desk.type(ENTER)

    assert (noted, told) == (Outcome.NOTED, True)
    assert (back, waits) == (Outcome.REFERRED_BACK, True)
    assert desk.item.outcome is None
