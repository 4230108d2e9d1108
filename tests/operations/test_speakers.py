"""The speakers' list of an item, in the order that people speak."""

from __future__ import annotations

import pytest

from builders import findings, minutes
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.text import from_plain
from klubban.operations.chair_notes import write_note
from klubban.operations.speakers import ask_to_speak, finish_speech, move_speaker, strike_speaker
from klubban.operations.undo import undo
from klubban.store import agendas
from klubban.store.database import Database

OBERG, BO, CIA = Named("Åsa Öberg", "S"), Named("Bo Ek", "M"), Named("Cia Alm", "C")


def order(database: Database, item: int) -> list[tuple[str, int | None]]:
    with database.read() as read:
        return [(each.who.name, each.seconds) for each in agendas.speakers(read, item)]


def test_people_speak_in_the_order_they_asked_and_a_reply_comes_first(database: Database) -> None:
    item = minutes(database).item
    first = ask_to_speak(database, item, OBERG)
    finish_speech(database, first, 95)
    ask_to_speak(database, item, BO)
    ask_to_speak(database, item, CIA, reply=True)

    assert order(database, item) == [("Åsa Öberg", 95), ("Cia Alm", None), ("Bo Ek", None)]


def test_who_waits_can_be_moved_but_not_before_those_who_have_spoken(database: Database) -> None:
    item = minutes(database).item
    first = ask_to_speak(database, item, OBERG)
    finish_speech(database, first, 95)
    ask_to_speak(database, item, BO)
    last = ask_to_speak(database, item, CIA)
    for _again in range(3):
        move_speaker(database, last, -1)

    assert [name for name, _seconds in order(database, item)] == ["Åsa Öberg", "Cia Alm", "Bo Ek"]


def test_who_takes_back_the_wish_to_speak_is_struck_and_undo_puts_them_back(database: Database) -> None:
    item = minutes(database).item
    ask_to_speak(database, item, OBERG)
    strike_speaker(database, ask_to_speak(database, item, BO))
    assert order(database, item) == [("Åsa Öberg", None)]
    undo(database)

    assert order(database, item) == [("Åsa Öberg", None), ("Bo Ek", None)]
    assert findings(database) == []


def test_a_name_and_a_time_that_cannot_be_are_refused(database: Database) -> None:
    item = minutes(database).item
    speaker = ask_to_speak(database, item, OBERG)

    with pytest.raises(RuleBroken):
        ask_to_speak(database, item, Named(" "))
    with pytest.raises(RuleBroken):
        finish_speech(database, speaker, -1)


def test_the_chairs_note_is_written_changed_and_taken_away(database: Database) -> None:
    made = minutes(database)
    said = []
    for words in ("Fråga polisen", "Fråga polisen först", ""):
        write_note(database, made.item, from_plain(words))
        with database.read() as read:
            notes = agendas.chair_notes(read, made.meeting)
        said.append([blocks for _id, blocks in notes.values()])

    assert said == [[from_plain("Fråga polisen")], [from_plain("Fråga polisen först")], []]
    assert findings(database) == []
