"""The roll call at the table: what each key does, how it is called and undone, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import pytest

from builders import entries, findings, rows
from called import Called, called
from klubban.domain.errors import RuleBroken
from klubban.domain.roll import Moment, OnRollAs, Stay
from klubban.operations import roll_call, undo
from klubban.store.database import Database


@pytest.fixture
def evening(database: Database) -> Called:
    """Return a meeting of five items, §§ 70-74, whose roll is begun."""
    return called(database)


def stays(evening: Called, name: str) -> list[tuple[int | None, str, int | None, str, bool]]:
    """Return somebody's stays, their items counted from 0."""
    at = {id_: place for place, id_ in enumerate(evening.items)}
    return [
        (
            None if stay.first is None else at[stay.first],
            stay.came.value,
            None if stay.last is None else at[stay.last],
            stay.went.value,
            stay.remote,
        )
        for stay in evening.line(name).stays
    ]


def there(evening: Called, name: str) -> list[int]:
    return sorted(evening.service.presence[evening.id(name)].there)


def test_who_is_called_present_is_there_from_the_opening_to_the_end(evening: Called) -> None:
    evening.present("Eva", "Bo")

    assert stays(evening, "Eva") == [(None, "before", None, "after", False)]
    assert there(evening, "Bo") == [0, 1, 2, 3, 4]
    assert there(evening, "Cajsa") == []
    step = evening.database.undoable
    assert step
    assert (step.label, step.place) == ("Note that {count} are present", ("meeting", evening.meeting))
    assert findings(evening.database) == []


def test_who_is_absent_after_all_is_there_no_more(evening: Called) -> None:
    evening.present("Eva")

    roll_call.mark_absent(evening.database, evening.id("Eva"))

    assert evening.line("Eva").stays == ()


@pytest.mark.parametrize(
    ("moment", "from_"), [(Moment.BEFORE, 2), (Moment.DURING, 2), (Moment.DECIDED, 3), (Moment.AFTER, 3)]
)
def test_who_came_takes_part_where_they_were_there_at_the_decision(
    evening: Called, moment: Moment, from_: int
) -> None:
    roll_call.arrive(evening.database, evening.id("Eva"), evening.items[2], moment)

    assert there(evening, "Eva") == list(range(from_, 5))


@pytest.mark.parametrize(
    ("moment", "to"), [(Moment.BEFORE, 1), (Moment.DURING, 1), (Moment.DECIDED, 2), (Moment.AFTER, 2)]
)
def test_who_left_took_part_where_they_were_there_at_the_decision(
    evening: Called, moment: Moment, to: int
) -> None:
    evening.present("Eva")

    roll_call.leave(evening.database, evening.id("Eva"), evening.items[2], moment)

    assert there(evening, "Eva") == list(range(to + 1))


def test_somebody_may_leave_and_come_back(evening: Called) -> None:
    evening.present("Eva")

    roll_call.leave(evening.database, evening.id("Eva"), evening.items[1], Moment.BEFORE)
    roll_call.arrive(evening.database, evening.id("Eva"), evening.items[3], Moment.DURING, remote=True)

    assert there(evening, "Eva") == [0, 3, 4]
    assert stays(evening, "Eva") == [(None, "before", 1, "before", False), (3, "during", None, "after", True)]


def test_a_coming_or_a_leaving_noted_at_the_wrong_moment_is_put_right_by_noting_it_again(
    evening: Called,
) -> None:
    eva = evening.id("Eva")
    roll_call.arrive(evening.database, eva, evening.items[3])
    roll_call.arrive(evening.database, eva, evening.items[3], Moment.DURING)
    roll_call.arrive(evening.database, eva, evening.items[1])
    roll_call.leave(evening.database, eva, evening.items[3], Moment.BEFORE)
    roll_call.leave(evening.database, eva, evening.items[3], Moment.DECIDED)
    roll_call.leave(evening.database, eva, evening.items[2])

    assert stays(evening, "Eva") == [(1, "before", 2, "after", False)]


def test_somebody_goes_on_remotely_and_comes_into_the_room_again(evening: Called) -> None:
    evening.present("Eva")
    eva = evening.id("Eva")

    roll_call.change_way(evening.database, eva, evening.items[2], remote=True)
    assert sorted(evening.service.presence[eva].remote) == [2, 3, 4]
    roll_call.change_way(evening.database, eva, evening.items[4], remote=False)
    assert sorted(evening.service.presence[eva].remote) == [2, 3]
    assert there(evening, "Eva") == [0, 1, 2, 3, 4]

    roll_call.change_way(evening.database, eva, evening.items[2], remote=False)
    assert stays(evening, "Eva") == [(None, "before", None, "after", False)]


def test_who_leaves_is_gone_however_they_took_part_later(evening: Called) -> None:
    evening.present("Eva")
    roll_call.change_way(evening.database, evening.id("Eva"), evening.items[2], remote=True)

    roll_call.leave(evening.database, evening.id("Eva"), evening.items[0])

    assert there(evening, "Eva") == [0]


def test_from_the_first_item_remotely_is_remotely_all_the_time(evening: Called) -> None:
    evening.present("Eva")

    roll_call.change_way(evening.database, evening.id("Eva"), evening.items[0], remote=True)

    assert stays(evening, "Eva") == [(None, "before", None, "after", True)]


def test_an_official_comes_and_leaves_by_the_clock(evening: Called) -> None:
    line = roll_call.add_to_roll(
        evening.database, evening.meeting, "Nils Berg", OnRollAs.OFFICIAL, title="Ekonomichef"
    )

    roll_call.set_times(evening.database, line, time(11, 30), time(12))

    [stay] = evening.line("Nils").stays
    assert (stay.came_at, stay.went_at) == (time(11, 30), time(12))


def test_an_unknown_person_is_there_from_the_item_in_hand(evening: Called) -> None:
    line = roll_call.add_to_roll(evening.database, evening.meeting, " Nils  Berg ", first=evening.items[3])

    found = evening.roll.lines[-1]
    assert (found.id, found.role, str(found.who)) == (line, OnRollAs.OTHER, "Nils Berg")
    assert there(evening, "Nils") == [3, 4]


def test_a_name_written_wrongly_is_put_right(evening: Called) -> None:
    line = roll_call.add_to_roll(evening.database, evening.meeting, "Nils Berg")

    roll_call.change_line(
        evening.database, line, name="Nils Bergh", party="C", title="Ombud", role=OnRollAs.GUEST
    )

    found = evening.line("Nils")
    assert (str(found.who), found.title, found.role) == ("Nils Bergh (C)", "Ombud", OnRollAs.GUEST)


def test_an_organisation_sends_somebody_else_for_one_meeting_and_takes_it_back(evening: Called) -> None:
    line, person = evening.id("David"), evening.who("David").person or 0
    with evening.database.change("Title") as change:
        change.update("person", person, title="Kyrkoherde")
        change.update("roll_line", line, title="Kyrkoherde")
    david = evening.line("David")

    roll_call.send_other(evening.database, david.id, "Nils Berg")
    sent = evening.roll.line(david.id)
    assert (str(sent.who), sent.instead_of, sent.title) == ("Nils Berg", david.who, None)

    roll_call.send_other(evening.database, david.id, "David Rönn")
    assert evening.roll.line(david.id) == david


def test_a_slip_is_taken_off_with_all_that_was_decided_about_it(evening: Called) -> None:
    before = rows(evening.database)
    evening.present()
    line = roll_call.add_to_roll(evening.database, evening.meeting, "Nils Berg", OnRollAs.ALTERNATE)
    place = evening.id("David")
    roll_call.rule(evening.database, evening.meeting, place, line, evening.items[0], None, "Överenskommet")

    roll_call.take_off_roll(evening.database, line)

    assert not evening.roll.rulings
    assert "Nils" not in evening.serving(0)
    assert findings(evening.database) == []
    for _step in range(4):
        undo.undo(evening.database)
    assert rows(evening.database) == before


def test_the_chair_decides_who_serves_and_takes_it_back(evening: Called) -> None:
    evening.present("Eva", "Bo", "Cajsa", "Hans", "Ida", "Kim", "David")
    assert evening.serving(2)["Ida"] == "Ester"
    ruling = roll_call.rule(
        evening.database,
        evening.meeting,
        evening.id("Ester"),
        evening.id("Kim"),
        evening.items[1],
        evening.items[2],
        "  Enligt överenskommelse ",
    )

    assert [evening.serving(place).get("Kim") for place in range(5)] == [None, "Ester", "Ester", None, None]
    assert evening.roll.rulings[0].reason == "Enligt överenskommelse"
    roll_call.withdraw_ruling(evening.database, ruling)
    assert evening.serving(2)["Ida"] == "Ester"


def test_the_chair_leaves_a_seat_empty_or_lets_somebody_else_preside(evening: Called) -> None:
    evening.present()
    ester, cajsa = evening.id("Ester"), evening.id("Cajsa")
    first = evening.items[0]
    roll_call.rule(evening.database, evening.meeting, ester, None, first, first, "Avstår")
    roll_call.rule(evening.database, evening.meeting, None, cajsa, first, None, "Vald för mötet")

    assert "Ester" not in evening.serving(0).values()
    assert evening.serving(1)["Ester"] == "Ester"
    assert set(evening.service.presiding) == {cajsa}


# --- what is refused

REFUSED: dict[str, tuple[Callable[[Called], object], str]] = {
    "beginning twice": (
        lambda at: roll_call.begin_roll(at.database, at.meeting), "The roll is begun already",
    ),
    "coming while there": (
        lambda at: roll_call.arrive(at.database, at.id("Bo"), at.items[2]),
        "Bo Ek (M) was there already at § 72; note first when they left",
    ),
    "leaving while away": (
        lambda at: roll_call.leave(at.database, at.id("Eva"), at.items[2]),
        "Eva Asp (S) was not there at § 72; note first when they came",
    ),
    "leaving before coming": (
        lambda at: roll_call.leave(at.database, at.id("Cajsa"), at.items[1]),
        "Cajsa Lund (S) was not there at § 71; note first when they came",
    ),
    "leaving as one comes": (
        lambda at: roll_call.leave(at.database, at.id("Cajsa"), at.items[3], Moment.BEFORE),
        "Cajsa Lund (S) would have left at § 73, before they came",
    ),
    "remotely while away": (
        lambda at: roll_call.change_way(at.database, at.id("Eva"), at.items[2], remote=True),
        "Eva Asp (S) was not there at § 72; note first when they came",
    ),
    "leaving before coming by the clock": (
        lambda at: roll_call.set_times(at.database, at.id("Bo"), time(12), time(11, 30)),
        "Bo Ek (M) cannot leave at 11:30, before coming at 12:00",
    ),
    "nobody's name": (lambda at: roll_call.add_to_roll(at.database, at.meeting, "  "), "A name is needed"),
    "somebody who is there": (
        lambda at: roll_call.add_to_roll(at.database, at.meeting, "Eva Asp"),
        "Eva Asp (S) is on the roll already",
    ),
    "two chairs": (
        lambda at: roll_call.add_to_roll(at.database, at.meeting, "Nils Berg", OnRollAs.CHAIR),
        "Eva Asp (S) is the chair; there cannot be two",
    ),
    "sending somebody who is there": (
        lambda at: roll_call.send_other(at.database, at.id("Bo"), "Eva Asp"),
        "Eva Asp (S) is on the roll already",
    ),
    "a decision without a reason": (
        lambda at: roll_call.rule(
            at.database, at.meeting, at.id("Bo"), at.id("Kim"), at.items[0], None, " "
        ),
        "A decision against the order of call needs its reason",
    ),
    "a decision that ends before it begins": (
        lambda at: roll_call.rule(
            at.database, at.meeting, at.id("Bo"), at.id("Kim"), at.items[3], at.items[1], "X"
        ),
        "The decision would end at § 71, before it begins at § 73",
    ),
    "serving for an alternate": (
        lambda at: roll_call.rule(at.database, at.meeting, at.id("Ida"), None, at.items[0], None, "X"),
        "Ida Tall (M) has no seat that others could serve in",
    ),
    "nobody presiding": (
        lambda at: roll_call.rule(at.database, at.meeting, None, None, at.items[0], None, "X"),
        "Somebody presides at every item; choose who",
    ),
    "two seats for one": (
        lambda at: roll_call.rule(at.database, at.meeting, at.id("Bo"), at.id("Jan"), at.items[4], None, "X"),
        "Jan Lind (KD) serves for Ester Hägg (M) by a decision already; nobody has two seats",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("do", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_is_refused_and_changes_nothing(
    evening: Called, do: Callable[[Called], object], said: str
) -> None:
    evening.present("Bo")
    roll_call.arrive(evening.database, evening.id("Cajsa"), evening.items[3])
    roll_call.rule(
        evening.database, evening.meeting, evening.id("Ester"), evening.id("Jan"), evening.items[0], None, "X"
    )
    before, journal = rows(evening.database), entries(evening.database)

    with pytest.raises(RuleBroken) as broken:
        do(evening)

    assert str(broken.value) == said
    assert (rows(evening.database), entries(evening.database)) == (before, journal)


def test_nobody_is_there_in_a_vacant_seat(database: Database) -> None:
    evening = called(database, members=("Eva Asp (S)", "Bo Ek (M)", "vacant (S)"))
    vacant = next(line.id for line in evening.roll.lines if line.who is None)

    deeds: tuple[Callable[[], object], ...] = (
        lambda: roll_call.call_present(database, evening.meeting, [vacant]),
        lambda: roll_call.arrive(database, vacant, None),
        lambda: roll_call.leave(database, vacant, evening.items[0]),
    )
    for do in deeds:
        with pytest.raises(RuleBroken, match="The seat is vacant; nobody can be there in it"):
            do()


def test_a_verified_protocols_roll_stays_as_it_was_signed(evening: Called) -> None:
    with evening.database.change("Verify") as change:
        change.update("meeting", evening.meeting, stage="verified")
    eva = evening.id("Eva")

    for do in (
        lambda: evening.present("Eva"),
        lambda: roll_call.mark_absent(evening.database, eva),
        lambda: roll_call.add_to_roll(evening.database, evening.meeting, "Nils Berg"),
        lambda: roll_call.rule(evening.database, evening.meeting, eva, None, evening.items[0], None, "X"),
        lambda: roll_call.take_off_roll(evening.database, eva),
    ):
        with pytest.raises(RuleBroken, match="The protocol is verified; who was there cannot be changed"):
            do()


def test_a_paragraph_verified_at_once_does_not_end_the_roll(evening: Called) -> None:
    with evening.database.change("Verify § 70") as change:
        verification = change.insert("verification", meeting_id=evening.meeting, position=0, immediate=True)
        change.insert("signer", verification_id=verification, position=0, name="Bo Ek", party="M")

    evening.present("Eva")

    assert evening.line("Eva").stays[0] == Stay(id=evening.line("Eva").stays[0].id)


def test_lines_and_items_of_nothing_are_bugs(evening: Called) -> None:
    evening.present()
    deeds: tuple[Callable[[], object], ...] = (
        lambda: roll_call.mark_absent(evening.database, 999),
        lambda: roll_call.leave(evening.database, evening.id("Eva"), 999),
        lambda: roll_call.change_way(evening.database, evening.id("Eva"), 999, remote=True),
        lambda: roll_call.withdraw_ruling(evening.database, 999),
        lambda: roll_call.add_to_roll(evening.database, evening.meeting, "Nils Berg", first=999),
        lambda: roll_call.begin_roll(evening.database, 999),
    )
    for do in deeds:
        with pytest.raises(LookupError):
            do()
