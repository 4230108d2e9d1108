"""A roll comes in as it was recorded; what a document says beside it must follow from it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, TypeAlias

import pytest

from builders import entries, rows, snapshot
from klubban.domain.meeting import AttendsAs
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.service import OrderOfCall
from klubban.exchange.open_format import Refused
from klubban.operations.open_format import dump_file, import_document
from klubban.store.database import Database

Json: TypeAlias = dict[str, Any]

COMMITTEE = PRESETS[BodyKind.COMMITTEE]
KS = {"key": "ks", "name": "Kommunstyrelsen", "kind": "committee", "seats": 3}
PEOPLE = [
    {"key": "oman", "name": "Åke Öman", "party": "S"},
    {"key": "ek", "name": "Britta Ek", "party": "M"},
    {"key": "al", "name": "Cajsa Ål", "party": "S"},
]
ITEMS = [{"paragraph": 1, "title": "Upprop"}, {"paragraph": 2, "title": "Budget"}]
CHAIR = {"person": "oman", "as": "chair", "stays": [{"to": 1}]}
MEMBER = {"person": "ek", "as": "member", "stays": [{}]}
ALTERNATE = {"person": "al", "as": "alternate", "stays": [{}]}
ATTENDANCE = [
    {"person": "oman", "as": "member", "paragraphs": "1"},
    {"person": "ek", "as": "member"},
    {"person": "al", "as": "serving_alternate", "for": "oman", "paragraphs": "2"},
    {"person": "al", "as": "alternate", "paragraphs": "1"},
]


def document(*lines: Json, body: Json | None = None, **facts: object) -> bytes:
    meeting = {"body": "ks", "date": "2026-11-12", "items": ITEMS, "roll": list(lines), **facts}
    parts = {"bodies": [body or KS], "people": PEOPLE, "meetings": [meeting]}
    return json.dumps({"format": "klubban-open-1", **parts}).encode()


def refused(database: Database, data: bytes) -> str:
    before, journal = rows(database), entries(database)
    with pytest.raises(Refused) as found:
        import_document(database, data)
    assert (rows(database), entries(database)) == (before, journal)
    return str(found.value)


def dumped_meeting(database: Database) -> Json:
    meeting: Json = json.loads(dump_file(database))["meetings"][0]
    return meeting


def test_attendance_follows_from_the_roll_and_is_written_beside_it(database: Database) -> None:
    import_document(database, document(CHAIR, MEMBER, ALTERNATE))

    assert dumped_meeting(database)["attendance"] == ATTENDANCE
    assert [each.who.name for each in snapshot(database).attendance] == [
        "Åke Öman", "Britta Ek", "Cajsa Ål", "Cajsa Ål",
    ]  # fmt: skip
    assert not rows(database).get("attendance")


def test_attendance_that_follows_from_the_roll_may_stand_beside_it(database: Database) -> None:
    import_document(database, document(CHAIR, MEMBER, ALTERNATE, attendance=ATTENDANCE))

    assert not import_document(database, document(CHAIR, MEMBER, ALTERNATE)).changed


@pytest.mark.parametrize(
    ("said", "place", "sentence"),
    [
        (
            [*ATTENDANCE[:2], {**ATTENDANCE[2], "for": "ek"}, ATTENDANCE[3]],
            "attendance/2",
            "This does not follow from the roll",
        ),
        (
            [{"person": "oman", "as": "member"}, *ATTENDANCE[1:]],
            "attendance/0",
            "This does not follow from the roll",
        ),
        (ATTENDANCE[:3], "attendance", "From the roll more follows than is said here"),
    ],
)
def test_attendance_that_contradicts_the_roll_is_refused(
    database: Database, said: list[Json], place: str, sentence: str
) -> None:
    found = refused(database, document(CHAIR, MEMBER, ALTERNATE, attendance=said))

    assert found == f"/meetings/0/{place}: {sentence}"


def test_somebody_presiding_who_did_not_is_refused(database: Database) -> None:
    said = [{"person": "ek"}]

    found = refused(database, document(CHAIR, MEMBER, ALTERNATE, presiding=said))

    assert found == "/meetings/0/presiding/0: This does not follow from the roll"


def test_two_who_presided_are_each_written_with_their_paragraphs(database: Database) -> None:
    import_document(database, document(CHAIR, {**MEMBER, "as": "vice_chair"}))

    assert dumped_meeting(database)["presiding"] == [
        {"person": "oman", "paragraphs": "1"},
        {"person": "ek", "paragraphs": "2"},
    ]


def test_absences_and_chair_go_out_as_they_were_noted(database: Database) -> None:
    told = [{"person": "oman", "told": True}]

    import_document(database, document(CHAIR, MEMBER, chair="ek", absent=told))

    assert [each.who.name for each in snapshot(database).absent] == []
    assert (dumped_meeting(database)["absent"], dumped_meeting(database)["chair"]) == (told, "ek")


def test_the_bodys_rules_are_kept_with_a_roll_that_has_none_of_its_own(database: Database) -> None:
    import_document(database, document(CHAIR, body={**KS, "rules": {"alternates": "common_list"}}))
    again = document(CHAIR, body={**KS, "rules": {"alternates": "none"}})

    import_document(database, again)

    assert snapshot(database).body.rules == replace(COMMITTEE, alternates=OrderOfCall.COMMON_LIST)
    assert dumped_meeting(database)["rules"]["seats"] == 3
    assert not import_document(database, again).changed


def test_rules_of_the_day_may_be_said_in_part(database: Database) -> None:
    import_document(database, document(CHAIR, rules={"rules": {"returns": True}}))

    body = snapshot(database).body
    assert (body.rules, body.seats) == (replace(COMMITTEE, returns=True), None)


def test_a_roll_that_comes_again_goes_on_in_the_rows_that_were_there(database: Database) -> None:
    import_document(database, document(CHAIR, MEMBER, ALTERNATE, {"as": "member", "seat_party": "V"}))
    before = {line.who and line.who.name: line.id for line in snapshot(database).roll.lines}
    stays = [stay.id for line in snapshot(database).roll.lines for stay in line.stays]

    left = {**ALTERNATE, "stays": [{"to": 2, "went": "during"}]}
    import_document(database, document({"as": "member", "seat_party": "V"}, left, MEMBER, CHAIR))

    after = snapshot(database).roll.lines
    assert {line.who and line.who.name: line.id for line in after} == before
    assert [line.who and line.who.name for line in after] == [None, "Cajsa Ål", "Britta Ek", "Åke Öman"]
    assert sorted(stay.id for line in after for stay in line.stays) == stays


def test_a_document_with_plain_attendance_takes_the_place_of_a_roll(database: Database) -> None:
    import_document(database, document(CHAIR, MEMBER, rulings=[{"for": 1, "from": 2, "reason": "Lottning."}]))

    import_document(database, document(attendance=[{"person": "ek", "as": "guest"}]))

    found = snapshot(database)
    assert (found.roll.lines, found.roll.rulings, found.rules_kept) == ((), (), False)
    assert [(each.who.name, each.attends_as) for each in found.attendance] == [("Britta Ek", AttendsAs.GUEST)]


def without_people(*items: Json) -> bytes:
    """Return the same meeting as a document that has nothing but its agenda."""
    agenda = {"body": "ks", "date": "2026-11-12", "items": items}
    parts = {"bodies": [KS], "people": PEOPLE, "meetings": [agenda]}
    return json.dumps({"format": "klubban-open-1", **parts}).encode()


def test_an_agenda_that_comes_again_takes_no_roll_away(database: Database) -> None:
    ruling = {"for": 1, "from": 2, "reason": "Lottning."}
    absent = [{"person": "ek", "told": True}]
    own = {"rules": {"returns": True}}
    import_document(database, document(CHAIR, ALTERNATE, rulings=[ruling], absent=absent, rules=own))
    before = snapshot(database)

    import_document(database, without_people(*ITEMS, {"paragraph": 3, "title": "Övrigt"}))

    after = snapshot(database)
    assert (after.roll, after.absent, after.body.rules) == (before.roll, before.absent, before.body.rules)
    assert str(after.attendance[0].paragraphs) == "1"
    assert [item.number for item in after.items] == [1, 2, 3]


def test_an_agenda_in_another_order_that_the_roll_does_not_allow_is_refused(database: Database) -> None:
    import_document(database, document({**CHAIR, "stays": [{"from": 1, "to": 2}]}, MEMBER))

    assert refused(database, without_people(*reversed(ITEMS))).startswith("/meetings/0/items:")


def test_somebody_ruled_to_serve_who_was_not_there_can_be_recorded(database: Database) -> None:
    away = {"person": "al", "as": "alternate"}
    ruling = {"for": 1, "serves": 3, "from": 2, "reason": "Var kvar i rummet."}

    import_document(database, document(CHAIR, MEMBER, away, rulings=[ruling]))

    assert dumped_meeting(database)["rulings"] == [ruling]


def test_a_stay_that_the_items_in_the_file_do_not_allow_is_refused(database: Database) -> None:
    import_document(database, document(CHAIR))
    # Two items of three keep their places in the file, where they stand the other way round.
    given = json.loads(document({**CHAIR, "stays": [{"from": 2, "to": 1}]}))
    third = {"paragraph": 3, "title": "Övrigt"}
    given["meetings"][0]["items"] = [ITEMS[1], ITEMS[0]]
    import_document(database, document(CHAIR, items=[*ITEMS, third]))

    said = refused(database, json.dumps(given).encode())

    assert said == "/meetings/0/roll/0: They would have left before they came"


def test_who_was_asked_goes_on_in_the_row_that_was_there(database: Database) -> None:
    asked = [{"person": "al", "for": "oman", "asked": "2026-11-10"}]
    import_document(database, document(call_ups=asked))
    before = snapshot(database).call_ups[0]

    import_document(database, document(call_ups=[{"person": "ek"}, {**asked[0], "answer": "yes"}]))

    found = snapshot(database).call_ups
    assert [each.who.name for each in found] == ["Britta Ek", "Cajsa Ål"]
    assert (found[1].id, found[1].answer) == (before.id, "yes")
