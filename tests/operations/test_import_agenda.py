"""What was planned and sent comes in with a document, and is not lost when a poorer one comes after it."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import pytest

from builders import entries, findings, snapshot
from klubban.domain.agenda import Act
from klubban.domain.text import from_plain
from klubban.exchange.open_format import Refused
from klubban.operations.open_format import Imported, import_document
from klubban.store import agendas
from klubban.store.database import Database

Json: TypeAlias = dict[str, Any]

KS = {"key": "ks", "name": "Kommunstyrelsen", "kind": "committee"}
AT = {"body": "ks", "meeting": "2016-01-18", "item": 7}
DUE = {"key": "due", "to": "Bo Ek", "text": "Räkna om."}


def bring(database: Database, **parts: object) -> Imported:
    return import_document(database, json.dumps({"format": "klubban-open-1", **parts}).encode())


def meeting(*items: object, **facts: object) -> Json:
    return {"body": "ks", "date": "2016-02-22", "items": list(items), **facts}


def sending(*documents: object) -> Json:
    told = [{"item": "a", "number": "1", "title": "A"}]
    return {"number": 0, "on": "2016-02-12", "items": told, "documents": list(documents)}


def titles_of_standing_items(database: Database) -> list[str]:
    with database.read() as read:
        return [each.title for each in agendas.standing_items(read, 1)]


def test_an_item_comes_from_one_that_the_file_alone_has(database: Database) -> None:
    bring(database, bodies=[KS], meetings=[meeting({"title": "Budget", "paragraph": 7}, date="2016-01-18")])

    bring(database, meetings=[meeting({"title": "Budget", "came_from": AT, "origin": "postponed"})])

    found = snapshot(database, 2).items[0].came_from
    assert found
    assert (found.item, found.meeting, found.number, found.body) == (1, 1, 7, "Kommunstyrelsen")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (AT, "meeting: There is no meeting ks 2016-01-18"),
        ({**AT, "meeting": "2016-02-22"}, "item: The meeting has no item with the key or paragraph 7"),
    ],
)
def test_an_item_does_not_come_from_nowhere(database: Database, at: Json, said: str) -> None:
    before = entries(database)

    with pytest.raises(Refused) as found:
        bring(database, bodies=[KS], meetings=[meeting({"title": "Budget", "came_from": at})])

    assert str(found.value) == f"/meetings/0/items/0/came_from/{said}"
    assert entries(database) == before


def test_an_item_is_due_by_an_assignment_of_a_later_meeting_in_the_document(database: Database) -> None:
    later = meeting({"title": "B", "assignments": [DUE]}, date="2016-03-14")
    parts: Json = {"bodies": [KS], "meetings": [meeting({"title": "A", "assignment": "due"}), later]}
    bring(database, **parts)

    assert snapshot(database).items[0].assignment == snapshot(database, 2).items[0].assignments[0].id
    assert not bring(database, **parts).changed


def test_an_assignment_that_is_taken_back_is_let_go_of(database: Database) -> None:
    items = [
        {"key": "a", "title": "A", "assignments": [DUE]},
        {"key": "b", "title": "B", "assignment": "due"},
    ]
    bring(database, bodies=[KS], meetings=[meeting(*items)])

    bring(database, meetings=[meeting({"key": "a", "title": "A"}, {"key": "b", "title": "B"})])

    assert [item.assignment for item in snapshot(database).items] == [None, None]
    assert findings(database) == []


def test_what_was_sent_stays_when_a_protocol_comes_that_does_not_mention_it(database: Database) -> None:
    groups = [{"name": "Majoriteten"}]
    given = meeting({"key": "a", "title": "A"}, sendings=[sending()], group_meetings=groups)
    bring(database, bodies=[KS], meetings=[given])
    before = snapshot(database)

    bring(database, meetings=[meeting({"key": "a", "title": "A", "paragraph": 1, "outcome": "decided"})])

    after = snapshot(database)
    assert (after.sendings, after.group_meetings) == (before.sendings, before.group_meetings)


def test_a_document_that_was_sent_may_be_taken_away_and_is_still_told_of(database: Database) -> None:
    sent = {"item": "a", "document": 1, "number": 1, "title": "X"}
    item = {"key": "a", "title": "A", "documents": [{"title": "X", "number": 1}]}
    bring(database, bodies=[KS], meetings=[meeting(item, sendings=[sending(sent)])])

    bring(database, meetings=[meeting({"key": "a", "title": "A"})])

    [document] = snapshot(database).sendings[0].documents
    assert (document.title, document.document) == ("X", None)
    assert findings(database) == []


def test_documents_are_recognised_by_their_number(database: Database) -> None:
    papers = [{"title": "X", "number": 1}, {"title": "Y", "number": 2}]
    bring(database, bodies=[KS], meetings=[meeting({"title": "A", "documents": papers})])
    before = [document.id for document in snapshot(database).items[0].documents]

    newer = [{"title": "Y, reviderad", "number": 2}, papers[0]]
    bring(database, meetings=[meeting({"title": "A", "documents": newer})])

    assert [document.id for document in snapshot(database).items[0].documents] == before[::-1]


def test_the_chairs_own_notes_stay(database: Database) -> None:
    bring(database, bodies=[KS], meetings=[meeting({"key": "a", "title": "A"})])
    with database.change("Note") as change:
        change.insert("chair_note", item_id=1, text=from_plain("Fråga Bo."))

    bring(database, meetings=[meeting({"key": "a", "title": "A, ny"})])

    with database.read() as read:
        assert agendas.chair_notes(read, 1) == {1: (1, from_plain("Fråga Bo."))}


def test_what_calendars_know_a_meeting_by_stays(database: Database) -> None:
    bring(database, bodies=[KS], meetings=[meeting(calendar={"uid": "ks-1@ekby.example", "sequence": 2})])

    bring(database, meetings=[meeting(place="Stora salen")])

    found = snapshot(database)
    assert (found.calendar_uid, found.calendar_sequence) == ("ks-1@ekby.example", 2)


def test_patterns_come_in_the_place_of_those_that_were_there(database: Database) -> None:
    third = {"weekday": "tuesday", "nth": [3]}
    bring(database, bodies=[{**KS, "patterns": [third, {"weekday": "friday", "nth": [1]}]}])

    bring(database, bodies=[KS])
    bring(database, bodies=[{**KS, "patterns": [{"weekday": "monday", "nth": [-1]}]}])

    with database.read() as read:
        assert [(each.weekday, each.nth) for each in agendas.patterns(read, 1)] == [(0, (-1,))]


def test_standing_items_are_recognised_by_title_and_others_stay(database: Database) -> None:
    bring(database, bodies=[{**KS, "standing_items": [{"title": "Upprop"}, {"title": "Information"}]}])
    bring(database, meetings=[meeting({"title": "Information", "standing": 2})])

    bring(database, bodies=[{**KS, "standing_items": [{"title": "Information", "minutes": 20}]}])

    assert titles_of_standing_items(database) == ["Upprop", "Information"]
    assert snapshot(database).items[0].standing == 2


def test_a_standing_item_of_a_type_of_meeting_that_the_body_does_not_have_is_refused(
    database: Database,
) -> None:
    with pytest.raises(Refused) as found:
        bring(database, bodies=[{**KS, "standing_items": [{"title": "Upprop", "type": "Extra"}]}])

    assert str(found.value) == "/bodies/0/standing_items/0/type: The body has no meetings called Extra"


def test_a_decision_by_delegation_is_reported_when_a_document_says_so(database: Database) -> None:
    decision = {"body": "ks", "title": "Tillstånd", "date": "2016-02-01"}
    bring(database, bodies=[KS], delegated=[decision, {"body": "ks", "title": "Yttrande", "urgent": True}])

    at = {"body": "ks", "meeting": "2016-02-22", "item": "a"}
    item = {"key": "a", "title": "Redovisning av delegationsbeslut"}
    bring(database, meetings=[meeting(item)], delegated=[{**decision, "reported": at}])

    with database.read() as read:
        found = agendas.delegated(read, 1)
    assert [(each.title, each.urgent, each.item) for each in found] == [
        ("Tillstånd", False, 1),
        ("Yttrande", True, None),
    ]


def test_where_the_items_of_a_verified_meeting_come_from_is_not_changed(database: Database) -> None:
    item = {"key": "a", "title": "A", "paragraph": 1}
    bring(database, bodies=[KS], meetings=[meeting(item, stage="verified")])
    bring(database, meetings=[meeting({"title": "Budget", "paragraph": 7}, date="2016-01-18")])

    with pytest.raises(Refused, match="never overwritten"):
        bring(database, meetings=[meeting({**item, "came_from": AT}, stage="verified")])


def test_what_was_done_to_an_item_comes_with_who_and_when(database: Database) -> None:
    act = {"act": "withdrawn", "by": "Britta Ek", "on": "2016-02-20", "at": "08:30", "reason": "Vill vänta."}
    bring(database, bodies=[KS], meetings=[meeting({"title": "A", "acts": [act]})])

    [found] = snapshot(database).items[0].acts
    assert found.act is Act.WITHDRAWN
    assert (found.by, str(found.on), str(found.at)) == ("Britta Ek", "2016-02-20", "08:30:00")
