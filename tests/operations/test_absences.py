"""Before the meeting: absences told, alternates asked, and what they answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from builders import DAY, entries, findings, rows, snapshot
from called import Called, seated
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.roll import Coming
from klubban.operations import absences, roll_call, undo
from klubban.store.database import Database, Step

EVA, HANS = Named("Eva Asp", "S", 1), Named("Hans Sälg", "S", 6)


@pytest.fixture
def evening(database: Database) -> Called:
    """Return a meeting whose roll is not begun."""
    return seated(database)


def test_an_absence_is_told_and_taken_back(evening: Called) -> None:
    absence = absences.tell_absence(evening.database, evening.meeting, EVA)

    [told] = snapshot(evening.database).absent
    assert (told.id, told.who, told.told) == (absence, EVA, True)
    assert evening.database.undoable == Step(
        "Note that {name} has told absence", {"name": "Eva Asp (S)"}, ("meeting", evening.meeting)
    )
    absences.withdraw_absence(evening.database, absence)
    assert snapshot(evening.database).absent == ()
    undo.undo(evening.database)
    assert snapshot(evening.database).absent == (told,)


def test_who_had_not_told_and_did_not_come_may_tell_after_all(evening: Called) -> None:
    absence = absences.tell_absence(evening.database, evening.meeting, EVA, told=False)

    assert absences.tell_absence(evening.database, evening.meeting, EVA) == absence
    assert [each.told for each in snapshot(evening.database).absent] == [True]


def test_an_alternate_is_asked_and_answers(evening: Called) -> None:
    asked = absences.ask_alternate(evening.database, evening.meeting, HANS, EVA, date(2016, 2, 19))
    [found] = snapshot(evening.database).call_ups
    assert (found.id, found.who, found.for_, found.asked) == (asked, HANS, EVA, date(2016, 2, 19))

    for answer in (Coming.NO, None, Coming.YES):
        absences.answer_call_up(evening.database, asked, answer)
        assert snapshot(evening.database).call_ups[0].answer is answer

    absences.withdraw_call_up(evening.database, asked)
    assert snapshot(evening.database).call_ups == ()
    assert findings(evening.database) == []


def test_who_told_absence_and_came_all_the_same_is_there(evening: Called) -> None:
    absences.tell_absence(evening.database, evening.meeting, EVA)
    roll_call.begin_roll(evening.database, evening.meeting)
    evening.present("Bo", "Cajsa", "David", "Ester")
    assert [each.who.name for each in snapshot(evening.database).absent] == ["Eva Asp"]

    evening.present("Eva")

    assert snapshot(evening.database).absent == ()


REFUSED: dict[str, tuple[Callable[[Called], object], str]] = {
    "told twice": (
        lambda at: absences.tell_absence(at.database, at.meeting, EVA),
        "Eva Asp (S) is noted as absent already",
    ),
    "asked twice": (
        lambda at: absences.ask_alternate(at.database, at.meeting, HANS, EVA, DAY),
        "Hans Sälg (S) is asked already",
    ),
}


@pytest.mark.parametrize(("do", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_noted_already_is_refused_and_changes_nothing(
    evening: Called, do: Callable[[Called], object], said: str
) -> None:
    absences.tell_absence(evening.database, evening.meeting, EVA)
    absences.ask_alternate(evening.database, evening.meeting, HANS, EVA, DAY)
    before, journal = rows(evening.database), entries(evening.database)

    with pytest.raises(RuleBroken) as broken:
        do(evening)

    assert str(broken.value) == said
    assert (rows(evening.database), entries(evening.database)) == (before, journal)


def test_what_is_not_there_is_a_bug(evening: Called) -> None:
    for do in (
        lambda: absences.tell_absence(evening.database, 99, EVA),
        lambda: absences.withdraw_absence(evening.database, 99),
        lambda: absences.answer_call_up(evening.database, 99, Coming.YES),
        lambda: absences.withdraw_call_up(evening.database, 99),
    ):
        with pytest.raises(LookupError):
            do()
