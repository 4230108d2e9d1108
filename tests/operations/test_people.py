"""People: edited once, and so everywhere; minutes keep the name of their day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import entries, rows, snapshot
from klubban.domain.body import Named, Person, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import AttendsAs
from klubban.domain.rules import BodyKind
from klubban.operations import bodies, meeting_rows, meetings, people, seats, undo
from klubban.store import reads
from klubban.store.database import Database, Step


def register(database: Database) -> tuple[Person, ...]:
    with database.read() as read:
        return reads.people(read)


def test_a_person_is_added_with_all_that_is_known(database: Database) -> None:
    person = people.add_person(
        database, " Britta  Ek ", party="M", organisation="Ekby kommun", title="Kommunalråd", phone=" "
    )

    [found] = register(database)
    assert found == Person(
        id=person, key=found.key, name="Britta Ek", party="M", organisation="Ekby kommun", title="Kommunalråd"
    )
    assert undo.undo(database) == Step("Add {name}", {"name": "Britta Ek"}, None)


def test_people_of_the_same_name_have_keys_of_their_own(database: Database) -> None:
    for _twice in range(2):
        people.add_person(database, "Bo Ek")

    assert len({person.key for person in register(database)}) == 2


def test_a_change_says_only_what_it_says(database: Database) -> None:
    person = people.add_person(database, "Britta Ek", party="M", email="britta@ekby.example")
    [before] = register(database)

    people.change_person(database, person, name="Britta Ek-Lund", party=None)

    assert register(database) == (replace(before, name="Britta Ek-Lund", party=None),)
    assert undo.undo(database) == Step("Change {name}", {"name": "Britta Ek-Lund"}, ("person", person))
    assert register(database) == (before,)


def test_a_person_edited_once_is_known_so_in_every_body_but_not_in_old_minutes(database: Database) -> None:
    person = people.add_person(database, "Britta Ek", party="M")
    held = []
    for name in ("Kommunstyrelsen", "Barnnämnden"):
        body = bodies.add_body(database, name, BodyKind.COMMITTEE)
        seats.add_seat(database, body, SeatRole.MEMBER, person_id=person)
        held.append(body)
    meeting = meetings.add_meeting(database, held[0], date(2026, 2, 9))
    with database.change("Note who is there") as change:
        meeting_rows.insert_attendee(change, meeting, 0, Named("Britta Ek", "M", person), AttendsAs.MEMBER)

    people.change_person(database, person, name="Britta Lund", party="L")

    with database.read() as read:
        named = {each.id: each.name for each in reads.people(read)}
        assert [named[seat.person or 0] for seat in reads.seats(read)] == ["Britta Lund", "Britta Lund"]
    [there] = snapshot(database, meeting).attendance
    assert there.who == Named("Britta Ek", "M", person)


def test_who_leaves_a_party_leaves_it_the_seat_that_they_sat_in(database: Database) -> None:
    person = people.add_person(database, "Britta Ek", party="M")
    body = bodies.add_body(database, "Kommunstyrelsen", BodyKind.COMMITTEE)
    terms = ((date(2022, 10, 15), date(2026, 10, 14)), (date(2026, 10, 15), None))
    for first, last in terms:
        seats.add_seat(database, body, SeatRole.MEMBER, person_id=person, from_date=first, to_date=last)
    meeting = meetings.add_meeting(database, body, date(2026, 2, 9))
    with database.change("Note who is there") as change:
        meeting_rows.insert_attendee(change, meeting, 0, Named("Britta Ek", "M", person), AttendsAs.MEMBER)
    before = rows(database)

    people.change_person(database, person, party="-")
    people.change_person(database, person, party="L")

    with database.read() as read:
        assert [seat.party for seat in reads.seats(read)] == ["M", None]
    undo.undo(database)
    undo.undo(database)
    assert rows(database) == before


@pytest.mark.parametrize("facts", [{"name": " "}, {"title": "a" * 1001}, {"party": "S\0"}])
def test_what_cannot_be_a_name_or_a_line_is_refused(database: Database, facts: dict[str, str]) -> None:
    person = people.add_person(database, "Britta Ek")
    before, journal = rows(database), entries(database)

    with pytest.raises(RuleBroken):
        people.change_person(database, person, **facts)

    assert (rows(database), entries(database)) == (before, journal)


def test_nobody_is_not_changed(database: Database) -> None:
    with pytest.raises(LookupError):
        people.change_person(database, 7, title="Kommunalråd")
