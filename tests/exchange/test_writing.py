from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from exchange.records import a_file, changed
from klubban.domain.assignment import Assignment
from klubban.domain.body import Body, Named, Organisation, Person
from klubban.domain.decided import Asks, Division, Motion, Proposal, Vote
from klubban.domain.meeting import Attendee, AttendsAs, Disqualification, Item, Meeting
from klubban.domain.rules import BodyKind, Rules
from klubban.domain.text import Blocks, Bullets, Points, Run, Table, Text, from_plain, points
from klubban.exchange.open_format import dump, parse

EKBY = Organisation(name="Ekby kommun")
EK = Person(id=1, key="ek", name="Åsa Ek", party="S")
KS = Body(id=1, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=Rules())
KF = Body(id=2, key="kf", name="Kommunfullmäktige", kind=BodyKind.ASSEMBLY, rules=Rules())


def a_meeting(**given: Any) -> Meeting:
    facts: dict[str, Any] = {"id": 1, "organisation": EKBY, "body": KS, "date": date(2026, 3, 2), **given}
    return Meeting(**facts)


def written(**given: Any) -> dict[str, Any]:
    nothing: dict[str, Any] = dict.fromkeys(("seats", "matters", "meetings"), ())
    records = {"organisation": None, "bodies": [KS, KF], "people": [EK], **nothing, **given}
    data = dump(**records)
    parse(data)
    found: dict[str, Any] = json.loads(data)
    return found


def written_meeting(**given: Any) -> Any:
    return written(meetings=[a_meeting(**given)])["meetings"][0]


def written_item(**given: Any) -> Any:
    return written_meeting(items=(Item(id=1, title="Budget", **given),))["items"][0]


def test_what_is_dumped_can_be_read() -> None:
    parse(dump(**a_file()))


@pytest.mark.parametrize(
    "name", ["organisation", "bodies", "people", "seats", "matters", "meetings", "assignments", "beside"]
)
def test_each_value_of_each_record_is_in_the_document(name: str) -> None:
    records = a_file()
    before = dump(**records)
    whole = records[name] if name in ("organisation", "beside") else tuple(records[name])

    silent = {
        place for place, other in changed(whole) if place and dump(**{**records, name: other}) == before
    }

    assert silent == set()


def test_a_person_who_was_called_otherwise_that_day_keeps_that_name() -> None:
    then = Named("Åsa Öst", "S", EK.id)
    independent = Named("Åsa Ek", None, EK.id)

    assert written_meeting(chair=then)["chair"] == {"key": "ek", "name": "Åsa Öst", "party": "S"}
    assert written_meeting(chair=independent)["chair"] == {"key": "ek", "name": "Åsa Ek"}


def test_a_person_called_as_today_is_a_key_and_nobody_in_the_register_a_name() -> None:
    assert written_meeting(chair=Named("Åsa Ek", "S", EK.id))["chair"] == "ek"
    assert written_meeting(chair=Named("Åsa Ek", "S"))["chair"] == {"name": "Åsa Ek", "party": "S"}


def test_a_mover_who_is_no_person_is_a_name_unless_somebody_has_it_for_a_key() -> None:
    motions = tuple(Motion(id=at, asks=Asks.ADD, by=(Named(name),)) for at, name in enumerate(["KSF", "ek"]))

    assert [motion["by"] for motion in written_item(motions=motions)["motions"]] == ["KSF", {"name": "ek"}]


def test_words_that_happen_to_be_a_key_are_not_taken_for_one() -> None:
    item = written_item(
        disqualifications=(Disqualification(id=1, who=Named("Åsa Ek", "S", EK.id), raised_by="ek"),),
        proposals=(Proposal(id=1, body="ks"),),
    )

    assert item["disqualifications"] == [{"person": "ek", "raised_by": {"name": "ek"}}]
    assert item["proposes_to"] == [{"body": {"name": "ks"}}]


def test_a_proposal_names_the_body_of_the_file_by_its_key() -> None:
    proposals = (
        Proposal(id=1, body="Kommunfullmäktige", body_id=KF.id),
        Proposal(id=2, body="Stadsfullmäktige", body_id=KF.id),
        Proposal(id=3, body="Regionfullmäktige"),
    )

    found = [each["body"] for each in written_item(proposals=proposals)["proposes_to"]]

    assert found == ["kf", {"key": "kf", "name": "Stadsfullmäktige"}, "Regionfullmäktige"]


def test_votes_are_listed_when_somebody_was_called_otherwise() -> None:
    ek, ost = Named("Åsa Ek", "S", EK.id), Named("Åsa Öst", "S", EK.id)
    divisions = tuple(
        Division(id=at, yes="ja", no="nej", votes=((who, Vote.YES),)) for at, who in enumerate([ek, ost], 1)
    )

    votes = [division["votes"] for division in written_item(divisions=divisions)["divisions"]]

    assert votes == [
        {"ek": "yes"},
        [{"person": {"key": "ek", "name": "Åsa Öst", "party": "S"}, "vote": "yes"}],
    ]


def test_what_others_refer_to_gets_a_key_that_is_free() -> None:
    divisions = (
        Division(id=7, yes="ja", no="nej"),
        Division(id=8, yes="ja", no="nej", after=7, key="division-1"),
    )
    items = (Item(id=5, title="A", divisions=divisions), Item(id=6, title="B", key="item-1"))
    attendee = Attendee(id=1, who=Named("Ola Ål"), attends_as=AttendsAs.GUEST, items=(5, 6))

    meeting = written_meeting(items=items, attendance=(attendee,))

    assert meeting["attendance"][0]["items"] == ["item-1-", "item-1"]
    assert [item.get("key") for item in meeting["items"]] == ["item-1-", "item-1"]
    assert [division.get("key") for division in meeting["items"][0]["divisions"]] == [
        "division-1-",
        "division-1",
    ]
    assert meeting["items"][0]["divisions"][1]["after"] == "division-1-"


def test_what_nobody_refers_to_gets_no_key() -> None:
    item = written_item(divisions=(Division(id=7, yes="ja", no="nej"),))

    assert "key" not in item
    assert "key" not in item["divisions"][0]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (from_plain("Ett.\n\nTvå."), "Ett.\n\nTvå."),
        (from_plain("rad\nrad"), "rad\nrad"),
        ((Text((Run("Ett\n\nett."),)),), [{"p": "Ett\n\nett."}]),
        ((Text((Run("Så "), Run("här", bold=True))),), [{"p": ["Så ", {"b": "här"}]}]),
        ((Bullets(((Run("a"),), (Run("b", italic=True),))),), [{"bullets": ["a", [{"i": "b"}]]}]),
        (points(["a", "b"]), [{"points": ["a", "b"]}]),
        ((Table((((Run("a"),), ()), ((Run("b"),),))),), [{"table": [["a", ""], ["b", ""]]}]),
    ],
)  # fmt: skip
def test_a_text_is_a_string_when_that_says_it_all(blocks: Blocks, expected: object) -> None:
    assert written_item(summary=blocks)["summary"] == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (points(["a", "b"]), ["a", "b"]),
        ((Points(((Run("a "), Run("b", bold=True)),)),), [["a ", {"b": "b"}]]),
        (from_plain("Informationen antecknas."), "Informationen antecknas."),
        ((*points(["a"]), *from_plain("b")), [{"points": ["a"]}, {"p": "b"}]),
    ],
)
def test_a_decision_is_its_points_when_it_has_nothing_else(blocks: Blocks, expected: object) -> None:
    assert written_item(decision=blocks)["decision"] == expected


def test_an_assignment_says_the_start_when_the_day_has_two_meetings() -> None:
    morning, noon = a_meeting(start=time(9)), a_meeting(id=2, start=time(12))
    given = [Assignment(id=at, to=Named("Ola"), text="t", meeting=at) for at in (1, 2)]

    alone = written(meetings=[morning], assignments=given[:1])["assignments"]
    both = written(meetings=[morning, noon], assignments=given)["assignments"]

    assert [each["meeting"] for each in alone] == ["2026-03-02"]
    assert [each["meeting"] for each in both] == ["2026-03-02 09:00", "2026-03-02 12:00"]
    assert {each["body"] for each in both} == {"ks"}


def test_the_order_in_which_records_come_does_not_matter() -> None:
    below = Body(id=3, key="au", name="Utskottet", kind=BodyKind.SUBCOMMITTEE, rules=Rules(), parent=4)
    above = replace(KS, id=4, key="tn")
    meetings = [a_meeting(id=9), a_meeting(id=8, date=date(2026, 1, 1)), a_meeting(id=7, start=time(9))]
    people = [replace(EK, id=5, key="al"), EK]

    one = written(bodies=[below, KF, KS, above], people=people, meetings=meetings)
    two = written(bodies=[above, KS, KF, below], people=people[::-1], meetings=meetings[::-1])

    assert one == two
    assert [body["key"] for body in one["bodies"]] == ["ks", "kf", "tn", "au"]
    assert [person["key"] for person in one["people"]] == ["ek", "al"]
    assert [meeting["date"] for meeting in one["meetings"]] == ["2026-01-01", "2026-03-02", "2026-03-02"]


def test_the_document_is_readable_utf_8() -> None:
    data = dump(EKBY, [KS], [EK], [], [], [])

    assert data.startswith(b'{\n  "format": "klubban-open-1",\n')
    assert "Åsa Ek" in data.decode()
    assert data.endswith(b"}\n")
