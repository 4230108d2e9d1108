"""Seats: terms, resignations and by-elections in mid-term, personal alternates, what a body cannot have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from builders import entries, findings, rows, snapshot
from klubban.domain.body import Named, Seat, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import AttendsAs
from klubban.domain.rules import BodyKind, Right
from klubban.domain.seats import seats_on, vacant
from klubban.operations import bodies, meeting_rows, meetings, people, seats, undo
from klubban.store import reads
from klubban.store.database import Database, Step

START, LAST, NEXT, END = date(2023, 1, 1), date(2024, 6, 30), date(2024, 7, 1), date(2026, 12, 31)
BY_ELECTION, EVE = date(2024, 9, 16), date(2024, 9, 15)


@dataclass(frozen=True)
class Board:
    """Ids in a committee of a chair, two members and two alternates; `seats` and `people` by first name."""

    body: int
    seats: dict[str, int]
    people: dict[str, int]


PARTIES = {"Eva": "M", "Bo": "S", "Siv": None, "Ali": "S", "Ulf": "M"}
ROLES = dict.fromkeys(PARTIES, SeatRole.MEMBER) | {
    "Eva": SeatRole.CHAIR,
    "Ali": SeatRole.ALTERNATE,
    "Ulf": SeatRole.ALTERNATE,
}


@pytest.fixture
def board(database: Database) -> Board:
    body = bodies.add_body(database, "Kommunstyrelsen", BodyKind.COMMITTEE, seats=3)
    who = {name: people.add_person(database, name, party=party) for name, party in PARTIES.items()}
    held = {
        name: seats.add_seat(
            database, body, role, person_id=who[name], party=PARTIES[name], from_date=START, to_date=END
        )
        for name, role in ROLES.items()
    }
    return Board(body, held, who)


def all_seats(database: Database) -> tuple[Seat, ...]:
    with database.read() as read:
        return reads.seats(read)


def on(database: Database, day: date) -> list[tuple[str, str | None]]:
    """Return who has which role on a day, as the register has it."""
    with database.read() as read:
        names = {person.id: person.name for person in reads.people(read)}
        return [
            (seat.role.value, names[seat.person] if seat.person else None)
            for seat in seats_on(reads.seats(read), day)
        ]


def seat(database: Database, id_: int) -> Seat:
    return next(each for each in all_seats(database) if each.id == id_)


def test_a_seat_has_all_that_is_known_of_it(database: Database, board: Board) -> None:
    ida = people.add_person(database, "Ida Polis")
    co_opted = seats.add_seat(
        database,
        board.body,
        SeatRole.CO_OPTED,
        person_id=ida,
        represents=" Polisen ",
        from_date=START,
        rights=[Right.SPEAK, Right.ATTEND, Right.SPEAK],
        note="Utsedd av lokalpolisområdet",
    )

    assert seat(database, co_opted) == Seat(
        id=co_opted,
        body=board.body,
        role=SeatRole.CO_OPTED,
        person=ida,
        represents="Polisen",
        from_date=START,
        rights=(Right.SPEAK, Right.ATTEND),
        note="Utsedd av lokalpolisområdet",
    )
    facts = {"name": "Ida Polis", "body": "Kommunstyrelsen"}
    assert undo.undo(database) == Step("Give {name} a seat in {body}", facts, ("body", board.body))
    assert findings(database) == []


def test_staff_representatives_and_people_without_a_party_have_seats(
    database: Database, board: Board
) -> None:
    rut = people.add_person(database, "Rut Fack")
    staff = seats.add_seat(
        database,
        board.body,
        SeatRole.STAFF_REPRESENTATIVE,
        person_id=rut,
        represents="Kommunal",
        from_date=START,
    )

    assert ("member", "Siv") in on(database, START), "who has no party"
    left = seats.resign(database, staff, LAST)
    assert left, "the organisation sends another"
    assert vacant(all_seats(database), NEXT) == (seat(database, left),)
    assert seat(database, left).represents == "Kommunal"


def test_after_a_resignation_the_seat_is_vacant_to_the_end_of_the_term(
    database: Database, board: Board
) -> None:
    left = seats.resign(database, board.seats["Bo"], LAST, note=" Flyttat från  kommunen ")

    assert left
    old, new = seat(database, board.seats["Bo"]), seat(database, left)
    assert (old.person, old.to_date, old.note) == (board.people["Bo"], LAST, "Flyttat från kommunen")
    assert (new.person, new.role, new.party) == (None, SeatRole.MEMBER, "S")
    assert (new.from_date, new.to_date, new.note) == (NEXT, END, None)
    assert on(database, LAST)[:3] == [("chair", "Eva"), ("member", "Bo"), ("member", "Siv")]
    assert on(database, NEXT)[:3] == [("chair", "Eva"), ("member", None), ("member", "Siv")]
    undo.undo(database)
    assert vacant(all_seats(database), NEXT) == ()


def test_a_by_election_fills_the_seat_from_a_day_on(database: Database, board: Board) -> None:
    left = seats.resign(database, board.seats["Bo"], LAST)
    maj = people.add_person(database, "Maj", party="S")

    assert left
    won = seats.elect(database, left, maj, BY_ELECTION, note="KF 2024-09-16 § 98")

    assert seat(database, won) == replace(
        seat(database, left),
        id=won,
        person=maj,
        from_date=BY_ELECTION,
        to_date=END,
        note="KF 2024-09-16 § 98",
    )
    assert seat(database, left).to_date == EVE
    members = [on(database, day)[1] for day in (LAST, NEXT, EVE, BY_ELECTION)]
    assert members == [("member", "Bo"), ("member", None), ("member", None), ("member", "Maj")]
    step = Step("Elect {name} to {body}", {"name": "Maj", "body": "Kommunstyrelsen"}, ("body", board.body))
    assert undo.undo(database) == step
    assert seat(database, left).to_date == END
    assert findings(database) == []


def test_who_is_elected_from_the_day_after_takes_the_seat_that_was_left(
    database: Database, board: Board
) -> None:
    left = seats.resign(database, board.seats["Bo"], LAST)
    maj = people.add_person(database, "Maj", party="S")

    assert seats.elect(database, board.seats["Bo"], maj, NEXT) == left, "the seat that ended leads to it"

    assert vacant(all_seats(database), NEXT) == ()
    assert len(all_seats(database)) == 6


def test_old_minutes_stay_as_they_were_when_somebody_else_takes_the_seat(
    database: Database, board: Board
) -> None:
    meeting = meetings.add_meeting(database, board.body, date(2024, 2, 5))
    with database.change("Note who is there") as change:
        who = Named("Bo", "S", board.people["Bo"])
        meeting_rows.insert_attendee(change, meeting, 0, who, AttendsAs.MEMBER)
    before, held = snapshot(database, meeting), rows(database)["attendance"]

    left = seats.resign(database, board.seats["Bo"], LAST)
    assert left
    seats.elect(database, left, people.add_person(database, "Maj", party="S"), BY_ELECTION)

    assert snapshot(database, meeting) == before
    assert rows(database)["attendance"] == held


def test_an_alternate_who_is_elected_leaves_a_seat_and_the_others_keep_their_order(
    database: Database, board: Board
) -> None:
    for name, order in (("Ali", 1), ("Ulf", 2)):
        seats.change_seat(database, board.seats[name], order=order)
    left = seats.resign(database, board.seats["Bo"], LAST)
    assert left

    seats.elect(database, left, board.people["Ali"], BY_ELECTION)

    alternates = [
        (each.order, each.person, each.party)
        for each in seats_on(all_seats(database), BY_ELECTION)
        if each.role is SeatRole.ALTERNATE
    ]
    assert alternates == [(1, None, "S"), (2, board.people["Ulf"], "M")]
    assert ("member", "Ali") in on(database, BY_ELECTION)
    assert ("alternate", "Ali") in on(database, EVE)

    [empty] = vacant(all_seats(database), BY_ELECTION)
    new = seats.elect(database, empty.id, people.add_person(database, "Moa", party="S"), date(2024, 11, 1))
    assert seat(database, new).order == 1


def test_personal_alternates_stay_with_the_seat(database: Database, board: Board) -> None:
    for name in ("Ali", "Ulf"):
        seats.change_seat(database, board.seats[name], alternate_for=board.people["Bo"])
    left = seats.resign(database, board.seats["Bo"], LAST)
    assert left

    seats.elect(database, left, board.people["Ali"], BY_ELECTION)

    def personal(day: date) -> list[tuple[int | None, int | None]]:
        return [
            (each.person, each.alternate_for)
            for each in seats_on(all_seats(database), day)
            if each.role is SeatRole.ALTERNATE
        ]

    who = board.people
    assert personal(EVE) == [(who["Ali"], who["Bo"]), (who["Ulf"], who["Bo"])]
    assert personal(BY_ELECTION) == [(None, who["Ali"]), (who["Ulf"], who["Ali"])]


def test_a_new_chair_out_of_the_members_leaves_the_seat_of_a_member(database: Database, board: Board) -> None:
    left = seats.resign(database, board.seats["Eva"], LAST)
    assert left

    seats.elect(database, left, board.people["Siv"], NEXT)

    assert on(database, NEXT)[:3] == [("chair", "Siv"), ("member", "Bo"), ("member", None)]


def test_what_stands_in_a_list_of_alternates_goes_on_with_the_seat(database: Database, board: Board) -> None:
    seats.set_stand_ins(database, board.seats["Bo"], [board.people["Ulf"], board.people["Ali"]])
    seats.set_stand_ins(database, board.seats["Bo"], [board.people["Ali"], board.people["Ulf"]])
    named = (board.people["Ali"], board.people["Ulf"])
    assert seat(database, board.seats["Bo"]).stand_ins == named

    left = seats.resign(database, board.seats["Bo"], LAST)
    assert left
    won = seats.elect(database, left, people.add_person(database, "Maj"), BY_ELECTION)

    assert seat(database, left).stand_ins == seat(database, won).stand_ins == named
    seats.set_stand_ins(database, won, named[:1])
    assert seat(database, won).stand_ins == named[:1]
    assert findings(database) == []


def test_a_term_that_ends_anyway_or_needs_no_successor_leaves_no_vacancy(
    database: Database, board: Board
) -> None:
    assert seats.resign(database, board.seats["Bo"], END) is None

    pen = people.add_person(database, "Pen")
    secretary = seats.add_seat(database, board.body, SeatRole.SECRETARY, person_id=pen)
    assert seats.resign(database, secretary, LAST) is None
    assert vacant(all_seats(database), END) == ()


Does = Callable[[Database, Board], object]

SLIPS: dict[str, tuple[Does, str]] = {
    "a term that ends before it starts": (
        lambda database, board: seats.change_seat(database, board.seats["Bo"], to_date=date(2022, 12, 31)),
        "ends on 2022-12-31, before",
    ),
    "a second chair": (
        lambda database, board: seats.change_seat(database, board.seats["Bo"], role=SeatRole.CHAIR),
        "two chairs from 2023-01-01",
    ),
    "a second seat": (
        lambda database, board: seats.add_seat(
            database, board.body, SeatRole.ALTERNATE, person_id=board.people["Bo"]
        ),
        "Bo has a seat in Kommunstyrelsen already",
    ),
    "a personal alternate who is none": (
        lambda database, board: seats.change_seat(
            database, board.seats["Siv"], alternate_for=board.people["Bo"]
        ),
        "Only an alternate",
    ),
    "a personal alternate for no member": (
        lambda database, board: seats.change_seat(
            database, board.seats["Ali"], alternate_for=board.people["Ulf"]
        ),
        "Ulf is no member",
    ),
    "a list with somebody who is no alternate": (
        lambda database, board: seats.set_stand_ins(database, board.seats["Bo"], [board.people["Siv"]]),
        "Siv is no alternate",
    ),
    "a list for an alternate": (
        lambda database, board: seats.set_stand_ins(database, board.seats["Ali"], []),
        "Only a member",
    ),
    "leaving before the term": (
        lambda database, board: seats.resign(database, board.seats["Bo"], date(2022, 12, 31)),
        "Bo does not have the seat on 2022-12-31",
    ),
    "electing to a seat that is held": (
        lambda database, board: seats.elect(database, board.seats["Bo"], board.people["Ali"], NEXT),
        "not vacant on 2024-07-01",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_refused_and_changes_nothing(database: Database, board: Board, slip: str) -> None:
    does, expected = SLIPS[slip]
    before, journal = rows(database), entries(database)

    with pytest.raises(RuleBroken, match=expected):
        does(database, board)

    assert (rows(database), entries(database)) == (before, journal)


def test_nobody_resigns_from_a_vacant_seat_nor_is_elected_outside_the_vacancy(
    database: Database, board: Board
) -> None:
    left = seats.resign(database, board.seats["Bo"], LAST)
    assert left

    with pytest.raises(RuleBroken, match="vacant already"):
        seats.resign(database, left, BY_ELECTION)
    with pytest.raises(RuleBroken, match="not vacant on 2024-06-30"):
        seats.elect(database, left, board.people["Ali"], LAST)
    with pytest.raises(RuleBroken, match="Siv has a seat"):
        seats.elect(database, left, board.people["Siv"], NEXT)


def test_a_body_that_has_no_alternates_gets_none(database: Database) -> None:
    forum = bodies.add_body(database, "Chefssamrådet", BodyKind.FORUM)

    with pytest.raises(RuleBroken, match="has no alternates"):
        seats.add_seat(database, forum, SeatRole.ALTERNATE)


def test_a_seat_moves_in_the_list_with_those_who_had_it_before(database: Database, board: Board) -> None:
    left = seats.resign(database, board.seats["Bo"], LAST)
    assert left
    seats.elect(database, left, people.add_person(database, "Maj"), BY_ELECTION)
    at = [each.id for each in all_seats(database)].index(board.seats["Ulf"])

    seats.move_seat(database, board.seats["Bo"], at)

    assert [name for _role, name in on(database, BY_ELECTION)] == ["Eva", "Siv", "Ali", "Ulf", "Maj"]
    assert [name for _role, name in on(database, LAST)] == ["Eva", "Siv", "Ali", "Ulf", "Bo"]
    seats.move_seat(database, board.seats["Bo"], 0)
    assert [name for _role, name in on(database, LAST)] == ["Bo", "Eva", "Siv", "Ali", "Ulf"]
    seats.move_seat(database, board.seats["Bo"], 99)
    assert [name for _role, name in on(database, LAST)] == ["Eva", "Siv", "Ali", "Ulf", "Bo"]
    seats.add_seat(database, board.body, SeatRole.MEMBER)
    assert on(database, START)[-1] == ("member", None)
    assert findings(database) == []


def test_a_seat_is_removed_when_it_was_a_slip_and_kept_when_it_was_served(
    database: Database, board: Board
) -> None:
    seats.set_stand_ins(database, board.seats["Bo"], [board.people["Ali"]])
    meeting = meetings.add_meeting(database, board.body, date(2024, 2, 5))
    with database.change("Note who is there") as change:
        for name in ("Siv", "Ali"):
            meeting_rows.insert_attendee(
                change, meeting, 0, Named(name, None, board.people[name]), AttendsAs.MEMBER
            )
    later = seats.add_seat(
        database, board.body, SeatRole.CO_OPTED, person_id=board.people["Ali"], from_date=END
    )

    seats.remove_seat(database, board.seats["Bo"])
    seats.remove_seat(database, later)
    assert [name for _role, name in on(database, END)] == ["Eva", "Siv", "Ali", "Ulf"]

    with pytest.raises(RuleBroken, match="Siv has been at meetings in this seat"):
        seats.remove_seat(database, board.seats["Siv"])
    assert findings(database) == []


def test_no_seat_is_neither_changed_nor_left(database: Database, board: Board) -> None:
    for does in (seats.remove_seat, seats.change_seat):
        with pytest.raises(LookupError):
            does(database, 99)
    with pytest.raises(LookupError):
        seats.add_seat(database, board.body + 1, SeatRole.MEMBER)
