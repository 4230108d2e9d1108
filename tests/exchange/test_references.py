from __future__ import annotations

import pytest

from exchange.builders import a_document, a_meeting, as_bytes, with_item, with_meeting
from klubban import paths
from klubban.exchange.open_format import Unresolved, parse, refusal, unresolved

VOTE = {"yes": "bifall", "no": "avslag"}


def left_open(document: object) -> list[Unresolved]:
    return list(unresolved(parse(as_bytes(document))))


@pytest.mark.parametrize("name", ["resources/sample.json", "tests/data/jarfalla-ks-2016-02-22.json"])
def test_whole_documents_leave_nothing_to_the_file(name: str) -> None:
    data = (paths.resources().parent / name).read_bytes()

    assert list(unresolved(parse(data))) == []


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"chair": "X"}, "chair"),
        ({"secretary": {"key": "X", "name": "Åsa Öst"}}, "secretary"),
        ({"attendance": [{"person": "X", "as": "member"}]}, "attendance/0/person"),
        ({"attendance": [{"person": "ek", "as": "serving_alternate", "for": "X"}]}, "attendance/0/for"),
        ({"absent": [{"person": "ek"}, {"person": "X"}]}, "absent/1/person"),
        ({"verification": {"verifiers": ["ek", "X"]}}, "verification/verifiers/1"),
        ({"verification": [{}, {"signed_by": ["X"]}]}, "verification/1/signed_by/0"),
        ({"notice": {"signed_by": "X"}}, "notice/signed_by"),
    ],
)
def test_an_unknown_person_of_a_meeting_is_left_to_the_file(parts: dict[str, object], place: str) -> None:
    assert left_open(with_meeting(**parts)) == [Unresolved(f"/meetings/0/{place}", "person", "X")]


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"motions": [{"asks": "add", "by": ["ek", "X"]}]}, "motions/0/by/1"),
        ({"divisions": [{**VOTE, "votes": {"X": "yes"}}]}, "divisions/0/votes/X"),
        ({"divisions": [{**VOTE, "votes": [{"person": "X", "vote": "no"}]}]}, "divisions/0/votes/0/person"),
        ({"disqualifications": [{"person": "X"}]}, "disqualifications/0/person"),
        ({"not_taking_part": ["X"]}, "not_taking_part/0"),
        ({"reservations": [{"by": "X"}]}, "reservations/0/by"),
        ({"statements": [{"by": ["X", "ek"]}]}, "statements/0/by/0"),
    ],
)
def test_an_unknown_person_of_an_item_is_left_to_the_file(parts: dict[str, object], place: str) -> None:
    assert left_open(with_item(**parts)) == [Unresolved(f"/meetings/0/items/0/{place}", "person", "X")]


def test_a_name_may_stand_where_no_person_need_be() -> None:
    item = with_item(
        motions=[{"asks": "approve", "by": "Förvaltningen"}],
        disqualifications=[{"person": {"name": "Olof Ek"}, "raised_by": "ordföranden"}],
        assignments=[{"to": "Kommundirektören", "text": "Bered ärendet."}],
        proposes_to=[{"body": "Kommunfullmäktige"}],
    )

    assert left_open(item) == []


def test_registers_refer_to_bodies_people_and_matters() -> None:
    bodies = [{"key": "au", "name": "Utskottet", "kind": "subcommittee", "parent": "X"}]
    seats = [
        {"body": "Y", "role": "member"},
        {"body": "au", "role": "member", "person": "Z", "alternate_for": "W"},
    ]
    meetings = [a_meeting(body="V", items=[{"title": "T", "matter": "U"}])]

    found = left_open(a_document(bodies=bodies, seats=seats, meetings=meetings))

    assert found == [
        Unresolved("/bodies/0/parent", "body", "X"),
        Unresolved("/seats/0/body", "body", "Y"),
        Unresolved("/seats/1/person", "person", "Z"),
        Unresolved("/seats/1/alternate_for", "person", "W"),
        Unresolved("/meetings/0/body", "body", "V"),
        Unresolved("/meetings/0/items/0/matter", "matter", "U"),
    ]


def test_an_assignment_refers_to_a_meeting_and_its_item() -> None:
    at_noon = {"to": "ek", "text": "t", "body": "ks", "meeting": "2016-02-22 12:00"}
    of_item = {"to": "ek", "text": "t", "body": "ks", "meeting": "2016-02-22", "item": 19}

    without = left_open(a_document(assignments=[at_noon, {**of_item, "meeting": "2016-02-23"}]))
    beside = left_open(with_meeting(items=[{"title": "T", "paragraph": 18}]) | {"assignments": [of_item]})
    found = left_open(with_meeting(items=[{"title": "T", "paragraph": 19}]) | {"assignments": [of_item]})

    assert without == [
        Unresolved("/assignments/0/meeting", "meeting", "ks 2016-02-22 12:00"),
        Unresolved("/assignments/1/meeting", "meeting", "ks 2016-02-23"),
        Unresolved("/assignments/1/item", "item", "19"),
    ]
    assert (beside, found) == ([Unresolved("/assignments/0/item", "item", "19")], [])


def test_what_nobody_knows_is_refused_with_the_place() -> None:
    [missing] = left_open(with_meeting(chair="X"))

    assert str(refusal(missing)) == "/meetings/0/chair: There is no person with the key X"
