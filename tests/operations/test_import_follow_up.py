"""What is followed up comes in with a document, and an older document takes no history away."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, TypeAlias

import pytest

from klubban.domain.assignment import StepKind
from klubban.exchange.open_format import Refused
from klubban.operations.open_format import Imported, dump_file, import_document
from klubban.store import reads
from klubban.store.database import Database

Json: TypeAlias = dict[str, Any]

KS = {"key": "ks", "name": "Kommunstyrelsen", "kind": "committee"}
AT = {"body": "ks", "meeting": "2016-02-22", "item": 19}
FIVE = ["Normalt", "Ansträngt", "Allvarligt", "Mycket allvarligt", "Kritiskt"]


def bring(database: Database, **parts: object) -> Imported:
    return import_document(
        database, json.dumps({"format": "klubban-open-1", "bodies": [KS], **parts}).encode()
    )


def verified(**assignment: object) -> Json:
    """Return a verified meeting whose § 19 gave an assignment."""
    given = {"key": "lampor", "to": "Gatuchefen", "text": "Laga lamporna.", "due": "2016-04-01", **assignment}
    item = {"title": "Belysning", "paragraph": 19, "decision": ["Lamporna lagas."], "assignments": [given]}
    return {
        "body": "ks",
        "date": "2016-02-22",
        "stage": "verified",
        "items": [item],
        "verification": {"signed_by": [{"name": "Bo Ek"}], "date": "2016-02-25"},
    }


def inquiry(**parts: object) -> Json:
    return {"key": "r", "body": "ks", "kind": "referral", "title": "Program", "due": "2016-04-30", **parts}


def agreement(**parts: object) -> Json:
    return {"key": "a", "body": "ks", "kind": "agreement", "title": "Avtal", **parts}


def test_what_happened_to_an_assignment_of_a_verified_paragraph_is_added(database: Database) -> None:
    bring(database, meetings=[verified(reports=[{"date": "2016-03-01", "text": "Beställt."}])])

    bring(
        database,
        meetings=[
            verified(
                status="done",
                reports=[
                    {"date": "2016-03-01", "text": "Beställt."},
                    {"date": "2016-03-30", "text": "Klart.", "by": "Gatuchefen", "item": AT},
                ],
                steps=[{"kind": "moved", "on": "2016-03-15", "due": "2016-05-01", "reason": "Tjäle"}],
            )
        ],
    )

    with database.read() as read:
        [found] = reads.meeting(read, 1).items[0].assignments
    assert [each.by for each in found.reports] == [None, "Gatuchefen"]
    assert (found.due, found.due_now, found.is_open) == (date(2016, 4, 1), date(2016, 5, 1), False)
    assert [each.kind for each in found.steps] == [StepKind.MOVED]


def test_an_older_document_takes_nothing_away(database: Database) -> None:
    step = {"kind": "stuck", "on": "2016-03-15", "between": ["Polisen", "Kommunen"], "taken_to": "ks"}
    facts = {"status": "done", "cost": "Gatukontoret", "steps": [step]}
    bring(database, meetings=[verified(**facts, reports=[{"date": "2016-03-01", "text": "Ja."}])])
    before = dump_file(database)

    bring(database, meetings=[verified()])

    assert dump_file(database) == before


def test_a_key_of_the_file_alone_is_found_and_one_of_nobody_is_refused_at_its_place(
    database: Database,
) -> None:
    bring(database, commitments=[agreement()])

    bring(database, goals=[{"key": "g", "body": "ks", "title": "Tryggt", "commitment": "a"}])
    with pytest.raises(Refused) as refused:
        bring(database, commitments=[agreement(), agreement(key="b", belongs_to="c")])

    assert refused.value.place == "/commitments/1/belongs_to"
    assert refused.value.facts["key"] == "c"
    assert '"commitment": "a"' in dump_file(database).decode()


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"bodies": [KS | {"scale": ["Normalt", "Kritiskt"]}]}, "/bodies/0/scale"),
        ({"bodies": [KS | {"scale": [*FIVE[:4], "normalt"]}]}, "/bodies/0/scale"),
        (
            {"situations": [{"key": "s", "body": "ks", "date": "2016-02-01", "scale": ["Låg", "Hög"]}]},
            "/situations/0/scale",
        ),
        (
            {
                "situations": [
                    {"key": "s", "body": "ks", "date": "2016-02-01", "areas": [{"name": "A", "step": 6}]}
                ]
            },
            "/situations/0/areas/0/step",
        ),
        (
            {
                "inquiries": [
                    inquiry(
                        questions=[{"text": "Ja?"}],
                        referees=[
                            {
                                "who": "Polisen",
                                "replies": [{"on": "2016-04-01", "texts": [{"question": 2, "text": "Nej."}]}],
                            }
                        ],
                    )
                ]
            },
            "/inquiries/0/referees/0/replies/0/texts/0/question",
        ),
        ({"inquiries": [inquiry(), inquiry()]}, "/inquiries/1/key"),
        ({"inquiries": [inquiry(item=AT)]}, "/inquiries/0/item/meeting"),
        ({"commitments": [agreement(**{"from": "2016-05-01", "to": "2016-04-01"})]}, "/commitments/0/to"),
        ({"commitments": [agreement(review_months=601)]}, "/commitments/0/review_months"),
        ({"commitments": [agreement(belongs_to="a")]}, "/commitments/0/belongs_to"),
        (
            {"goals": [{"key": "g", "body": "ks", "title": "T", "yellow_from": 80, "green_from": 70}]},
            "/goals/0/green_from",
        ),
        (
            {
                "goals": [
                    {
                        "key": "g",
                        "body": "ks",
                        "title": "T",
                        "indicators": [{"name": "I", "none_at": "1e3", "full_at": "0"}],
                    }
                ]
            },
            "/goals/0/indicators/0/none_at",
        ),
        ({"meetings": [verified(due="2016-02-21")]}, "/meetings/0/items/0/assignments/0/due"),
        (
            {
                "assignments": [
                    {"to": "Bo", "text": "T", "body": "ks", "due": "2016-02-21", "given_on": "2016-02-22"}
                ]
            },
            "/assignments/0/due",
        ),
        ({"walks": [{"key": "w", "body": "tn", "title": "T", "date": "2016-02-01"}]}, "/walks/0/body"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place_and_nothing_is_written(
    database: Database, parts: Json, place: str
) -> None:
    with pytest.raises(Refused) as refused:
        bring(database, **parts)

    assert refused.value.place == place
    assert "Kommunstyrelsen" not in dump_file(database).decode()


def test_a_list_with_a_key_is_written_as_the_newer_document_has_it(database: Database) -> None:
    asked = {"who": "Polisen", "sent_on": "2016-02-23", "reminders": ["2016-04-10"]}
    bring(database, inquiries=[inquiry(questions=[{"text": "Ja?"}, {"text": "Nej?"}], referees=[asked])])

    bring(database, inquiries=[inquiry(title="Programmet", questions=[{"text": "Ja?"}], referees=[asked])])

    [found] = json.loads(dump_file(database))["inquiries"]
    assert found["title"] == "Programmet"
    assert found["questions"] == [{"text": "Ja?"}]
    assert found["referees"] == [asked]
