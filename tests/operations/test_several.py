"""What is noted of several people at once: one step each, taken back by one undo, or not noted at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time

import pytest

from builders import entries, findings
from called import Called, called
from klubban.domain.errors import RuleBroken
from klubban.domain.roll import Deviates, Moment
from klubban.operations import absences, disqualifications, roll_call, several, undo
from klubban.store import reads
from klubban.store.database import Database

WHO = ("Bo", "Cajsa", "David")


@pytest.fixture
def evening(database: Database) -> Called:
    """Return a meeting of five items, §§ 70-74, whose roll is begun."""
    return called(database)


def ids(evening: Called, names: Sequence[str] = WHO) -> list[int]:
    return [evening.id(name) for name in names]


def there(evening: Called, name: str) -> list[int]:
    return sorted(evening.service.presence[evening.id(name)].there)


def remotely(evening: Called, name: str) -> list[int]:
    return sorted(evening.service.presence[evening.id(name)].remote)


def test_several_come_at_an_item_and_leave_at_another(evening: Called) -> None:
    several.arrive(evening.database, ids(evening), evening.items[1], Moment.DECIDED, at=time(9, 30))
    several.leave(evening.database, ids(evening), evening.items[3], Moment.BEFORE)

    assert [there(evening, name) for name in WHO] == [[2]] * 3
    assert findings(evening.database) == []


def test_several_are_absent_after_all(evening: Called) -> None:
    evening.present()

    several.mark_absent(evening.database, ids(evening))

    assert [there(evening, name) for name in WHO] == [[]] * 3
    assert there(evening, "Eva") == [0, 1, 2, 3, 4]


def test_several_take_part_remotely_whether_they_were_there_or_not(evening: Called) -> None:
    evening.present("Bo")
    several.arrive(evening.database, [evening.id("Cajsa")], evening.items[3])

    several.change_way(evening.database, ids(evening), evening.items[2], remote=True)

    assert [remotely(evening, name) for name in WHO] == [[2, 3, 4], [2, 3, 4], [0, 1, 2, 3, 4]]
    assert there(evening, "Bo") == [0, 1, 2, 3, 4]


def test_several_are_taken_off_the_roll_with_what_was_decided_about_them(evening: Called) -> None:
    evening.present()
    roll_call.rule(
        evening.database,
        evening.meeting,
        evening.id("Bo"),
        evening.id("Kim"),
        evening.items[0],
        None,
        "Överenskommet",
    )

    several.take_off_roll(evening.database, ids(evening, ("Kim", "Jan")))

    assert [
        line.who.name for line in evening.roll.lines if line.who and line.who.name[:3] in ("Kim", "Jan")
    ] == []
    assert evening.roll.rulings == ()
    assert findings(evening.database) == []


def test_absences_of_several_are_told_and_taken_back(evening: Called) -> None:
    absences.tell_absences(evening.database, evening.meeting, [evening.who(name) for name in WHO])
    with evening.database.read() as read:
        told = [each.id for each in reads.meeting(read, evening.meeting).absent if each.told]
    absences.withdraw_absences(evening.database, evening.meeting, told[:2])

    with evening.database.read() as read:
        left = [each.who.name for each in reads.meeting(read, evening.meeting).absent if each.told]
    assert len(told) == 3
    assert left == [evening.who("David").name]


def test_one_reason_stands_at_each_of_several_items(evening: Called) -> None:
    disqualifications.note_deviations(
        evening.database, evening.items[:3], Deviates.QUORUM, "Ledamöterna var eniga om att fortsätta"
    )

    with evening.database.read() as read:
        items = reads.meeting(read, evening.meeting).items
    assert [len(item.deviations) for item in items] == [1, 1, 1, 0, 0]


STEPS: dict[str, Callable[[Called], object]] = {
    "arrive": lambda of: several.arrive(of.database, ids(of, ("Hans", "Ida")), of.items[1]),
    "leave": lambda of: several.leave(of.database, ids(of), of.items[1]),
    "absent": lambda of: several.mark_absent(of.database, ids(of)),
    "remote": lambda of: several.change_way(of.database, ids(of), of.items[1], remote=True),
    "off": lambda of: several.take_off_roll(of.database, ids(of, ("Kim", "Jan"))),
    "told": lambda of: absences.tell_absences(of.database, of.meeting, [of.who(name) for name in WHO]),
}


@pytest.mark.parametrize("step", STEPS)
def test_each_is_one_step_and_undone_as_one(evening: Called, step: str) -> None:
    evening.present("Eva", *WHO)
    before, steps = evening.roll, entries(evening.database)

    STEPS[step](evening)

    assert entries(evening.database) == steps + 1
    undo.undo(evening.database)
    assert evening.roll == before


def test_disqualifications_of_several_are_lifted_as_one_step(evening: Called) -> None:
    who = [evening.who(name) for name in WHO]
    noted = disqualifications.disqualify_all(evening.database, evening.items[1], who, ground="1")
    steps = entries(evening.database)

    disqualifications.lift_disqualifications(evening.database, evening.items[1], noted)

    assert entries(evening.database) == steps + 1
    with evening.database.read() as read:
        assert reads.meeting(read, evening.meeting).items[1].disqualifications == ()


def test_when_one_of_them_cannot_nothing_is_noted_of_any(evening: Called) -> None:
    evening.present("Bo", "David")
    before = evening.roll

    with pytest.raises(RuleBroken, match="was not there"):
        several.leave(evening.database, ids(evening), evening.items[1])

    assert evening.roll == before


def test_nobody_is_no_step(evening: Called) -> None:
    steps = entries(evening.database)

    several.arrive(evening.database, [], evening.items[0])
    several.take_off_roll(evening.database, [])
    absences.tell_absences(evening.database, evening.meeting, [])
    absences.withdraw_absences(evening.database, evening.meeting, [])
    disqualifications.lift_disqualifications(evening.database, evening.items[0], [])

    assert entries(evening.database) == steps
