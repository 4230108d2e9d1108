"""The organisation, its bodies, people, seats and meetings, as a person adds them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from builders import entries, findings, rows, snapshot
from klubban.domain.body import SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.rules import PRESETS, BodyKind
from klubban.operations import bodies, meetings, people, registers, seats, undo
from klubban.operations.open_format import dump_file, import_document
from klubban.store import reads
from klubban.store.database import Database, Step


def test_a_municipality_is_set_up_and_leaves_the_file_and_comes_back(database: Database) -> None:
    registers.name_organisation(database, " Ekby  kommun ", website="www.ekby.example")
    ks = bodies.add_body(database, "Kommunstyrelsen", BodyKind.COMMITTEE, short="KS", seats=13)
    ek = people.add_person(database, "Britta Ek", party="M", title="Kommunalråd")
    seats.add_seat(database, ks, SeatRole.CHAIR, person_id=ek)
    seats.add_seat(database, ks, SeatRole.MEMBER)
    meetings.add_meeting(database, ks, date(2026, 11, 12), start=time(13), place="Stora salen")

    with database.read() as read:
        organisation, [person] = reads.organisation(read), reads.people(read)
        held = [(seat.role, seat.person) for seat in reads.seats(read)]
    assert organisation
    assert (organisation.name, organisation.website) == ("Ekby kommun", "www.ekby.example")
    assert (person.name, person.party, person.title) == ("Britta Ek", "M", "Kommunalråd")
    assert held == [(SeatRole.CHAIR, ek), (SeatRole.MEMBER, None)]
    found = snapshot(database)
    assert (found.body.name, found.stage) == ("Kommunstyrelsen", Stage.PLANNED)
    assert found.body.rules == PRESETS[BodyKind.COMMITTEE]
    assert (found.date, found.start, found.place) == (date(2026, 11, 12), time(13), "Stora salen")
    assert findings(database) == []
    assert not import_document(database, dump_file(database)).changed


def test_each_thing_is_one_step_that_can_be_undone(database: Database) -> None:
    registers.name_organisation(database, "Ekby")
    ks = bodies.add_body(database, "Kommunstyrelsen", BodyKind.COMMITTEE)
    meetings.add_meeting(database, ks, date(2026, 11, 12))

    assert undo.undo(database) == Step("Plan a meeting on {date}", {"date": "2026-11-12"}, ("body", ks))
    assert undo.undo(database) == Step("Add {name}", {"name": "Kommunstyrelsen"}, None)
    assert undo.undo(database) == Step("Name the organisation {name}", {"name": "Ekby"}, ("organisation", 1))
    assert rows(database) == {}


def test_an_organisation_is_renamed_not_doubled(database: Database) -> None:
    registers.name_organisation(database, "Ekby")
    registers.name_organisation(database, "Ekby kommun", number="212000-0001")

    assert len(rows(database)["organisation"]) == 1


@pytest.mark.parametrize(
    "add",
    [
        registers.name_organisation,
        lambda database, name: bodies.add_body(database, name, BodyKind.COUNCIL),
        people.add_person,
    ],
    ids=["an organisation", "a body", "a person"],
)
@pytest.mark.parametrize("name", ["", " \n", "a" * 1001, "A\0"], ids=["empty", "blank", "long", "null"])
def test_a_name_that_is_none_is_refused(
    database: Database, add: Callable[[Database, str], object], name: str
) -> None:
    with pytest.raises(RuleBroken):
        add(database, name)

    assert rows(database) == {}
    assert entries(database) == 1


def test_a_body_does_not_meet_twice_at_one_time(database: Database) -> None:
    ks = bodies.add_body(database, "Kommunstyrelsen", BodyKind.COMMITTEE)
    bun = bodies.add_body(database, "Barnnämnden", BodyKind.COMMITTEE)
    for body, start in ((ks, None), (ks, time(13)), (bun, time(13))):
        meetings.add_meeting(database, body, date(2026, 11, 12), start=start)
    before = rows(database)

    with pytest.raises(RuleBroken, match="on 2026-11-12 at that time already"):
        meetings.add_meeting(database, ks, date(2026, 11, 12), start=time(13))

    assert rows(database) == before
