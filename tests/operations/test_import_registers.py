"""Bodies, seats and types of meeting that come in: what a body cannot have is refused with the place."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, TypeAlias

import pytest

from builders import entries, rows, snapshot
from klubban.domain.body import Body, Seat
from klubban.exchange.open_format import Refused
from klubban.operations.open_format import dump_file, import_document
from klubban.operations.seats import elect, resign
from klubban.store import reads
from klubban.store.database import Database

Json: TypeAlias = dict[str, Any]

KS = {"key": "ks", "name": "Kommunstyrelsen", "kind": "committee"}
BRA = {"key": "bra", "name": "Brottsförebyggande rådet", "kind": "council"}
PEOPLE = [{"key": "ek", "name": "Britta Ek"}, {"key": "al", "name": "Cajsa Ål"}]
TERM = {"from": "2023-01-01", "to": "2026-12-31"}


def seat(**facts: object) -> Json:
    return {"body": "ks", "role": "member", **facts}


def bring(database: Database, **parts: object) -> bool:
    document = {"format": "klubban-open-1", "people": PEOPLE, **parts}
    return import_document(database, json.dumps(document).encode()).changed


def refused(database: Database, **parts: object) -> str:
    before, journal = rows(database), entries(database)
    with pytest.raises(Refused) as found:
        bring(database, **parts)
    assert (rows(database), entries(database)) == (before, journal)
    return str(found.value)


def seats(database: Database) -> tuple[Seat, ...]:
    with database.read() as read:
        return reads.seats(read)


def the_body(database: Database) -> Body:
    with database.read() as read:
        return reads.bodies(read)[0]


# --- what a body cannot have


def test_an_alternate_for_a_body_without_alternates_is_refused(database: Database) -> None:
    said = refused(database, bodies=[BRA], seats=[seat(body="bra"), seat(body="bra", role="alternate")])

    assert said == "/seats/1/role: The body has no alternates; its rules say whether it has them"


def test_an_alternate_is_taken_by_a_council_whose_rules_give_it_alternates(database: Database) -> None:
    council = {**BRA, "rules": {"alternates": "personal"}}

    bring(database, bodies=[council])
    bring(database, bodies=[BRA], seats=[seat(body="bra", role="alternate", person="ek", alternate_for="al")])

    assert [each.role for each in seats(database)] == ["alternate"]


def test_two_chairs_at_once_are_refused(database: Database) -> None:
    chairs = [
        seat(role="chair", person="ek", **TERM),
        seat(role="chair", person="al", **{"from": "2026-06-01"}),
    ]

    said = refused(database, bodies=[KS], seats=chairs)

    assert said.startswith("/seats/1/role: There would be two chairs from 2026-06-01")


def test_a_chair_beside_the_one_in_the_file_is_refused(database: Database) -> None:
    bring(database, bodies=[KS], seats=[seat(role="chair", person="ek", **TERM)])

    said = refused(database, seats=[seat(person="ek"), seat(role="chair", person="al")])

    assert said.startswith("/seats/1/role: There would be two chairs")


def test_one_chair_after_another_is_taken_and_so_is_one_in_each_body(database: Database) -> None:
    bring(
        database,
        bodies=[KS, BRA],
        seats=[
            seat(role="chair", person="ek", **{**TERM, "to": "2025-12-31"}),
            seat(role="chair", person="al", **{**TERM, "from": "2026-01-01"}),
            seat(body="bra", role="chair", person="al"),
        ],
    )

    assert len(seats(database)) == 3


def test_rules_come_in_as_the_file_held_them_that_they_are_from(database: Database) -> None:
    assembly = {"key": "kf", "name": "Kommunfullmäktige", "kind": "assembly"}

    bring(database, bodies=[{**assembly, "rules": {"remote": True, "returns": True}}])

    with database.read() as read:
        (found,) = reads.bodies(read)
    assert found.rules.remote
    assert found.rules.returns


# --- what is recognised


def test_a_term_after_another_is_a_seat_of_its_own_and_is_recognised(database: Database) -> None:
    terms = [
        seat(person="ek", **{"from": "2023-01-01", "to": "2024-05-31"}),
        seat(person="ek", **TERM | {"from": "2026-01-01"}),
    ]
    bring(database, bodies=[KS], seats=terms)
    before = [each.id for each in seats(database)]

    assert not bring(database, seats=terms[::-1][:1])
    bring(database, seats=[{**terms[1], "note": "Återkom efter föräldraledighet."}])

    assert [each.id for each in seats(database)] == before
    assert [each.note for each in seats(database)] == [None, "Återkom efter föräldraledighet."]


def test_a_file_with_a_by_election_comes_back_without_a_change(database: Database) -> None:
    bring(database, bodies=[KS], seats=[seat(person="ek", **TERM), seat(role="alternate", person="al")])
    first = seats(database)[0]
    resign(database, first.id, date(2026, 3, 31))
    vacant = next(each for each in seats(database) if each.person is None)
    elect(database, vacant.id, 2, date(2026, 5, 1))

    assert not import_document(database, dump_file(database)).changed


def test_those_who_step_in_are_as_the_document_says(database: Database) -> None:
    bring(database, bodies=[KS], seats=[seat(person="ek", stand_ins=["al", "ek"]), seat(person="al")])

    bring(database, seats=[seat(person="ek", stand_ins=["ek"])])

    assert [each.stand_ins for each in seats(database)] == [(1,), ()]


def test_types_of_meeting_are_recognised_by_name_and_others_stay(database: Database) -> None:
    types = [{"name": "Ordinarie", "per_year": 4, "invited": [{"name": "Revisorerna"}, {"person": "ek"}]}]
    bring(database, bodies=[{**KS, "meeting_types": [*types, {"name": "Dialog"}]}])
    before = the_body(database).meeting_types

    bring(database, bodies=[{**KS, "meeting_types": [{**types[0], "invited": [{"body": "ks"}]}]}])

    found = the_body(database).meeting_types
    assert [(each.id, each.name) for each in found] == [(each.id, each.name) for each in before]
    assert [(each.person, each.body, each.name) for each in found[0].invited] == [(None, 1, None)]
    assert found[0].invited[0].id == before[0].invited[0].id


def test_a_meeting_is_of_a_type_that_its_body_has(database: Database) -> None:
    body = {**KS, "meeting_types": [{"name": "Ordinarie"}]}
    meeting = {"body": "ks", "date": "2026-11-12"}

    bring(database, bodies=[body], meetings=[{**meeting, "type": "Ordinarie"}])
    said = refused(database, meetings=[{**meeting, "type": "Extra"}])

    assert snapshot(database).type == "Ordinarie"
    assert said == "/meetings/0/type: The body has no meetings called Extra"


def test_what_a_document_leaves_out_of_a_body_stays(database: Database) -> None:
    body = {
        **KS,
        "mandate": "Bereder.",
        "review": "2027-03-31",
        "rotation": {"from": 2024, "authorities": ["Ekby kommun"]},
        "chains": {"S": ["V"]},
        "meeting_types": [{"name": "Ordinarie"}],
    }
    bring(database, bodies=[body])

    assert not bring(database, bodies=[KS])
    assert the_body(database).chaired_by(2026) == "Ekby kommun"
