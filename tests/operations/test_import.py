"""A document comes into the file whole or not at all; what is there is recognised, and never doubled."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings

from builders import DATA, REAL, entries, findings, new_file, rows, snapshot
from exchange.generated import documents
from exchange.generated_values import Object
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.text import plain
from klubban.exchange.open_format import Refused
from klubban.operations.agenda import add_agenda_item
from klubban.operations.items import rename
from klubban.operations.open_format import Imported, dump_file, import_document
from klubban.store import reads
from klubban.store.database import Changed, Database

Json: TypeAlias = dict[str, Any]
EVERYTHING = DATA / "everything.json"

KS = {"key": "ks", "name": "Kommunstyrelsen", "short": "KS", "kind": "committee"}
EK = {"key": "ek", "name": "Britta Ek", "party": "M"}


def bring(database: Database, **parts: object) -> Imported:
    """Import a document with some parts."""
    return import_document(database, json.dumps({"format": "klubban-open-1", **parts}).encode())


def meeting(*items: object, **facts: object) -> Json:
    return {"body": "ks", "date": "2016-02-22", "start": "18:30", "items": list(items), **facts}


def titles(database: Database, meeting_id: int = 1) -> list[str]:
    return [item.title for item in snapshot(database, meeting_id).items]


def refused(database: Database, **parts: object) -> str:
    """Return what is said of a document that is refused, which leaves the file as it was."""
    before, journal = rows(database), entries(database)
    with pytest.raises(Refused) as found:
        bring(database, **parts)
    assert (rows(database), entries(database)) == (before, journal)
    return str(found.value)


# --- all of it, or nothing


@pytest.mark.parametrize("document", [REAL, EVERYTHING], ids=["the real meeting", "everything"])
def test_what_is_exported_and_brought_in_again_is_exported_the_same(
    database: Database, tmp_path: Path, document: Path
) -> None:
    import_document(database, document.read_bytes())
    dumped = dump_file(database)

    with closing(Database.create(tmp_path / "andra.klubban")) as other:
        import_document(other, dumped)
        assert dump_file(other) == dumped
        assert findings(other) == []


@pytest.mark.parametrize("document", [REAL, EVERYTHING], ids=["the real meeting", "everything"])
def test_a_document_that_comes_again_changes_nothing(database: Database, document: Path) -> None:
    import_document(database, document.read_bytes())
    before, journal = rows(database), entries(database)
    told: list[Changed] = []
    database.listen(told.append)

    assert not import_document(database, document.read_bytes()).changed
    assert not import_document(database, dump_file(database)).changed

    assert (rows(database), entries(database), told) == (before, journal, [])


@settings(max_examples=8)
@given(documents())
def test_no_document_that_comes_again_changes_anything(
    tmp_path_factory: pytest.TempPathFactory, document: Object
) -> None:
    with closing(new_file(tmp_path_factory.mktemp("import") / "ekby.klubban")) as database:
        import_document(database, json.dumps(document).encode())
        before = rows(database)

        again = import_document(database, json.dumps(document).encode())

        assert rows(database) == before
        assert not again.changed


@pytest.mark.parametrize("document", [REAL, EVERYTHING], ids=["the real meeting", "everything"])
def test_an_import_of_what_is_verified_is_one_step_that_undo_does_not_cross(
    database: Database, document: Path
) -> None:
    import_document(database, document.read_bytes())

    assert (entries(database), database.undoable) == (2, None)
    assert findings(database) == []


def test_an_import_is_one_step(database: Database) -> None:
    bring(database, bodies=[KS], meetings=[meeting(), meeting(start="13:00")])
    dumped = dump_file(database)
    assert entries(database) == 2

    database.undo()
    assert rows(database) == {}

    database.redo()
    assert dump_file(database) == dumped
    assert findings(database) == []


def test_an_import_tells_which_meetings_it_brought(database: Database) -> None:
    imported = bring(database, bodies=[KS], meetings=[meeting(), meeting(start="13:00")])

    assert imported == Imported((1, 2), changed=True)
    assert bring(database, meetings=[meeting(start="13:00")]) == Imported((2,), changed=False)


def test_an_import_that_fails_on_its_way_leaves_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_anything: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("klubban.operations.import_meeting.MeetingImport._put_objections", fail)

    with pytest.raises(ZeroDivisionError):
        import_document(database, REAL.read_bytes())

    assert rows(database) == {}
    assert entries(database) == 1


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"meetings": [meeting()]}, "/meetings/0/body: There is no body with the key ks"),
        ({"bodies": [KS], "meetings": [meeting(chair="ek")]},
         "/meetings/0/chair: There is no person with the key ek"),
        ({"bodies": [KS], "meetings": [meeting({"title": "A", "matter": "m"})]},
         "/meetings/0/items/0/matter: There is no matter with the key m"),
        ({"seats": [{"body": "ks", "role": "chair"}]}, "/seats/0/body: There is no body with the key ks"),
        ({"bodies": [{**KS, "parent": "kf"}]}, "/bodies/0/parent: There is no body with the key kf"),
        ({"bodies": [KS], "assignments": [{"to": "X", "text": "Y", "body": "ks", "meeting": "2016-02-22"}]},
         "/assignments/0/meeting: There is no meeting ks 2016-02-22"),
        ({"bodies": [KS], "meetings": [meeting({"title": "A\0"})]},
         "/meetings/0/items/0/title: The character U+0000 at position 2 cannot be part of a text"),
        ({"bodies": [KS], "meetings": [meeting(date="2016-02-30")]},
         "/meetings/0/date: There is no date 2016-02-30"),
        ({"bodies": [KS], "meetings": [meeting({"title": "A" * 5000})]},
         "/meetings/0/items/0/title: Expected at most 1000 characters, not 5000"),
    ],
)  # fmt: skip
def test_a_document_that_does_not_fit_is_refused_with_the_place(
    database: Database, parts: Json, said: str
) -> None:
    assert refused(database, **parts).startswith(said)


def test_marks_of_other_formats_are_letters_here(database: Database) -> None:
    words = "<b>&amp;</b> {0} %s \\n 'x' \"y\" ; DROP TABLE item"

    bring(database, bodies=[{**KS, "name": words}], people=[{"key": "k", "name": words}],
          meetings=[meeting({"title": words, "summary": words}, place=words)])  # fmt: skip

    found = snapshot(database)
    assert (found.body.name, found.place, found.items[0].title) == (words, words, words)
    assert plain(found.items[0].summary) == words


# --- recognised, never doubled


def test_people_are_recognised_by_key_or_else_by_name_and_party(database: Database) -> None:
    bring(database, people=[EK, {"key": "al", "name": "Cajsa Ål"}])

    bring(
        database, people=[{**EK, "key": "b_ek", "title": "Kommunalråd"}, {"key": "al", "name": "Cajsa Åhl"}]
    )

    with database.read() as read:
        found = [
            (person.key, str(Named(person.name, person.party)), person.title) for person in reads.people(read)
        ]
    assert found == [("ek", "Britta Ek (M)", "Kommunalråd"), ("al", "Cajsa Åhl", None)]


def test_a_namesake_of_another_party_is_another_person(database: Database) -> None:
    bring(database, people=[EK])
    bring(database, people=[{**EK, "key": "ek2", "party": "S"}, {"key": "ek3", "name": "Britta Ek"}])

    with database.read() as read:
        assert len(reads.people(read)) == 3


def test_whoever_may_be_one_of_several_is_refused(database: Database) -> None:
    bring(database, people=[EK, {**EK, "key": "ek2"}])

    said = refused(database, bodies=[KS], people=[{**EK, "key": "ek3"}])

    assert said == "/people/0: Britta Ek (M) may be any of 2 in the file"


def test_two_in_a_document_who_may_be_one_in_the_file_are_refused(database: Database) -> None:
    bring(database, people=[EK])

    said = refused(database, people=[{**EK, "key": "a"}, {**EK, "key": "b"}])

    assert said == "/people/1: Britta Ek (M) may be the same as /people/0 in the file"


def test_bodies_are_recognised_by_key_or_else_by_name(database: Database) -> None:
    bring(database, bodies=[KS, {"key": "bun", "name": "Barnnämnden", "kind": "committee", "seats": 9}])

    bring(
        database,
        bodies=[
            {**KS, "key": "styrelsen", "seats": 13},
            {"key": "bun", "name": "Skolnämnden", "kind": "committee"},
        ],
        meetings=[meeting(body="styrelsen")],
    )

    with database.read() as read:
        assert [(body.key, body.name, body.seats) for body in reads.bodies(read)] == [
            ("ks", "Kommunstyrelsen", 13), ("bun", "Skolnämnden", 9),
        ]  # fmt: skip
    assert snapshot(database).body.key == "ks"


def test_matters_are_recognised_by_key_or_else_by_registry_number(database: Database) -> None:
    bring(database, matters=[{"key": "a", "registry_number": "KS 2015/503", "title": "Trygghet"}])

    bring(
        database,
        matters=[
            {"key": "b", "registry_number": "KS 2015/503", "title": "Trygghetsprogram"},
            {"key": "c", "title": "Trygghetsprogram"},
        ],
    )

    with database.read() as read:
        assert [(matter.key, matter.title) for matter in reads.matters(read)] == [
            ("a", "Trygghetsprogram"), ("c", "Trygghetsprogram"),
        ]  # fmt: skip


def test_meetings_are_recognised_by_body_date_and_start(database: Database) -> None:
    bring(database, bodies=[KS], meetings=[meeting({"title": "A"}), meeting({"title": "B"}, start="20:00")])

    bring(database, meetings=[meeting({"title": "C"}, start="20:00", place="Stora salen")])

    with database.read() as read:
        assert len(reads.meetings(read)) == 2
    assert titles(database, 1) == ["A"]
    assert titles(database, 2) == ["B", "C"]
    assert snapshot(database, 2).place == "Stora salen"


def test_a_meeting_without_a_start_that_may_be_one_with_is_refused(database: Database) -> None:
    bring(database, bodies=[KS], meetings=[meeting()])
    given = meeting()
    del given["start"]

    said = refused(database, meetings=[given])

    assert said == "/meetings/0: The meeting on 2016-02-22 may be the one at 18:30 in the file"


def test_a_meeting_with_a_start_that_may_be_one_without_is_refused(database: Database) -> None:
    given = meeting()
    del given["start"]
    bring(database, bodies=[KS], meetings=[given])

    assert "may be the one at – in the file" in refused(database, meetings=[meeting()])


def test_a_meeting_that_is_there_is_never_unclear(database: Database) -> None:
    given = meeting()
    del given["start"]
    bring(database, bodies=[KS], meetings=[given, meeting()])

    assert bring(database, meetings=[given]).meetings == (1,)
    assert bring(database, meetings=[meeting()]).meetings == (2,)


def test_meetings_of_one_day_with_and_without_a_start_may_come_together(database: Database) -> None:
    given = meeting()
    del given["start"]

    imported = bring(database, bodies=[KS], meetings=[given, meeting()])

    assert len(imported.meetings) == 2
    assert not bring(database, meetings=[given, meeting()]).changed


def test_what_a_document_leaves_out_says_nothing_against_what_is_known(database: Database) -> None:
    bring(
        database,
        organisation={"name": "Ekby", "number": "1", "language": "en"},
        bodies=[{**KS, "seats": 13, "purpose": "Leder.", "rules": {"announced": False}}],
        people=[{**EK, "title": "Kommunalråd"}],
    )
    before = rows(database)

    bring(database, organisation={"name": "Ekby"}, bodies=[KS], people=[{"key": "ek", "name": "Britta Ek"}])

    assert rows(database) == before


def test_whoever_a_document_names_without_party_has_the_one_that_is_known(database: Database) -> None:
    bring(database, bodies=[KS], people=[EK])

    bring(database, people=[{"key": "ek", "name": "Britta Ek"}], meetings=[meeting(chair="ek")])

    assert snapshot(database).chair == Named("Britta Ek", "M", 1)


def test_rules_that_are_those_of_the_kind_are_no_difference(database: Database) -> None:
    parts: Json = {"bodies": [{**KS, "rules": {"quorum": True, "announced": False}}]}
    bring(database, **parts)

    assert not bring(database, **parts).changed
    with database.read() as read:
        assert reads.bodies(read)[0].rules == replace(PRESETS[BodyKind.COMMITTEE], announced=False)


def test_another_organisation_does_not_rename_the_files_own(database: Database) -> None:
    bring(database, organisation={"name": "Ekby"})
    bring(database, organisation={"name": "Granby", "number": "2"}, bodies=[KS])

    with database.read() as read:
        organisation = reads.organisation(read)
    assert organisation
    assert (organisation.name, organisation.number) == ("Ekby", None)


# --- items


def test_items_are_recognised_by_key_then_paragraph_then_title(database: Database) -> None:
    bring(
        database,
        bodies=[KS],
        meetings=[meeting({"key": "a", "title": "A"}, {"paragraph": 2, "title": "B"}, {"title": "C"})],
    )
    before = [item.id for item in snapshot(database).items]

    bring(
        database,
        meetings=[
            meeting(
                {"key": "a", "title": "A, ny"},
                {"paragraph": 2, "title": "B, ny"},
                {"title": "C", "paragraph": 3},
            )
        ],
    )

    assert [item.id for item in snapshot(database).items] == before
    assert titles(database) == ["A, ny", "B, ny", "C"]


def test_items_that_are_not_mentioned_stay_and_keep_their_places(database: Database) -> None:
    bring(database, bodies=[KS], meetings=[meeting(*({"title": each} for each in "ABCDE"))])

    bring(database, meetings=[meeting({"title": "D", "summary": "Nytt"}, {"title": "F"}, {"title": "B"})])

    assert titles(database) == ["A", "B", "C", "D", "E", "F"]
    assert plain(snapshot(database).items[3].summary) == "Nytt"


def test_all_items_in_another_order_are_put_in_that_order(database: Database) -> None:
    bring(database, bodies=[KS], meetings=[meeting(*({"title": each} for each in "ABC"))])
    bring(database, meetings=[meeting(*({"title": each} for each in "CAB"))])

    assert titles(database) == ["C", "A", "B"]


def test_a_paragraph_that_another_item_has_is_refused(database: Database) -> None:
    bring(
        database,
        bodies=[KS],
        meetings=[
            meeting({"key": "a", "paragraph": 1, "title": "A"}, {"key": "b", "paragraph": 2, "title": "B"})
        ],
    )

    said = refused(database, meetings=[meeting({"key": "a", "paragraph": 2, "title": "A"})])

    assert said == "/meetings/0: § 2 would stand there twice, as A and as B"


def test_what_is_part_of_an_item_is_as_the_document_says(database: Database) -> None:
    item: Json = {
        "title": "A",
        "motions": [{"by": "Bo", "asks": "approve"}, {"by": ["ek", "al"], "asks": "reject"}],
        "documents": ["X", "Y"],
        "divisions": [{"key": "d", "yes": "ja", "no": "nej", "votes": {"ek": "yes", "al": "no"}}],
    }
    people = [EK, {"key": "al", "name": "Cajsa Ål"}]
    bring(database, bodies=[KS], people=people, meetings=[meeting(item)])
    before = snapshot(database).items[0]

    bring(database, meetings=[meeting({"title": "A", "documents": ["Y"], "motions": item["motions"][1:]})])

    after = snapshot(database).items[0]
    assert [document.title for document in after.documents] == ["Y"]
    assert [[str(by) for by in motion.by] for motion in after.motions] == [["Britta Ek (M)", "Cajsa Ål"]]
    assert (after.divisions, after.id) == ((), before.id)
    assert findings(database) == []
    database.undo()
    assert snapshot(database).items[0] == before


# --- seats and assignments


def seats(database: Database) -> list[tuple[str, int | None]]:
    with database.read() as read:
        return [(str(seat.role), seat.person) for seat in reads.seats(read)]


def test_seats_that_are_not_mentioned_stay_and_keep_their_order(database: Database) -> None:
    people = [{"key": each, "name": each} for each in "abcd"]
    roles = ("chair", "member", "member", "alternate")
    held = [{"body": "ks", "person": each, "role": role} for each, role in zip("abcd", roles, strict=True)]
    bring(database, bodies=[KS], people=people, seats=held)
    before = rows(database)

    assert not bring(database, seats=held[2:3]).changed
    assert rows(database) == before

    bring(database, seats=[{**held[3], "order": 1}, {"body": "ks", "role": "member"}])
    assert seats(database) == [("chair", 1), ("member", 2), ("member", 3), ("alternate", 4), ("member", None)]


ITEMS = ({"key": "a", "paragraph": 19, "title": "A"},)


@pytest.mark.parametrize(
    "belongs_to",
    [
        {},
        {"body": "ks"},
        {"body": "ks", "meeting": "2016-02-22"},
        {"body": "ks", "meeting": "2016-02-22 18:30"},
        {"body": "ks", "meeting": "2016-02-22", "item": "a"},
        {"body": "ks", "meeting": "2016-02-22", "item": 19},
    ],
    ids=["nothing", "a body", "a meeting", "a meeting by its start", "an item", "a paragraph"],
)
def test_an_assignment_outside_items_comes_once(database: Database, belongs_to: Json) -> None:
    given = {"to": "ek", "text": "Följ upp.", **belongs_to}
    parts: Json = {
        "bodies": [KS],
        "people": [EK],
        "meetings": [meeting(*ITEMS)],
        "assignments": [given, {**given, "key": "b", "text": "Följ upp igen."}],
    }
    bring(database, **parts)
    before, dumped = rows(database), dump_file(database)
    assert len(before["assignment"]) == 2

    assert not bring(database, **parts).changed
    assert not bring(database, assignments=parts["assignments"]).changed

    assert rows(database) == before
    import_document(database, dumped)
    assert rows(database) == before


def test_an_assignment_is_brought_up_to_date(database: Database) -> None:
    given = {"key": "a", "to": "Bo Ek", "text": "Följ upp.", "body": "ks"}
    bring(database, bodies=[KS], assignments=[given, {**given, "key": "b"}])

    bring(
        database,
        assignments=[{**given, "status": "done", "reports": [{"date": "2016-03-01", "text": "Gjort."}]}],
    )

    with database.read() as read:
        found = reads.assignments(read)
    assert [(each.key, str(each.status), len(each.reports)) for each in found] == [
        ("a", "done", 1),
        ("b", "open", 0),
    ]


@pytest.mark.parametrize(
    ("belongs_to", "said"),
    [
        ({"body": "ks", "meeting": "2016-02-23"},
         "/assignments/0/meeting: There is no meeting ks 2016-02-23"),
        ({"body": "ks", "meeting": "2016-02-22", "item": "x"},
         "/assignments/0/item: The meeting has no item with the key or paragraph x"),
        ({"body": "ks", "meeting": "2016-02-24"},
         "/assignments/0/meeting: There are several meetings on 2016-02-24; say which by its start"),
    ],
)  # fmt: skip
def test_an_assignment_that_belongs_to_nothing_in_the_file_is_refused(
    database: Database, belongs_to: Json, said: str
) -> None:
    twice = [meeting(date="2016-02-24"), meeting(date="2016-02-24", start="20:00")]
    bring(database, bodies=[KS], meetings=[meeting(*ITEMS), *twice])

    assert refused(database, assignments=[{"to": "Bo", "text": "Gör.", **belongs_to}]) == said


# --- verified meetings


@pytest.fixture
def verified(database: Database) -> Json:
    """Return a document whose meeting is verified in the file."""
    parts: Json = {
        "bodies": [KS],
        "people": [EK],
        "meetings": [
            meeting(*ITEMS, chair="ek", verification={"verifiers": ["ek"], "date": "2016-02-25"}, end="19:15")
        ],
    }
    bring(database, **parts)
    assert snapshot(database).verified
    assert snapshot(database).stage is Stage.VERIFIED
    return parts


def test_a_verified_meeting_that_comes_again_as_it_is_changes_nothing(
    database: Database, verified: Json
) -> None:
    assert not bring(database, **verified).changed


@pytest.mark.parametrize(
    "change",
    [
        {"place": "Stora salen"},
        {"items": [{"key": "a", "paragraph": 19, "title": "B"}]},
        {"items": [*ITEMS, {"key": "b", "paragraph": 20, "title": "B"}]},
        {"verification": []},
        {"chair": {"name": "Bo Ek"}},
        {"stage": "planned"},
        {"notice": {"posted": "2016-02-26"}},
    ],
    ids=["the place", "an item", "one item more", "no verification", "the chair", "the stage", "a notice"],
)
def test_a_verified_meeting_is_never_overwritten(database: Database, verified: Json, change: Json) -> None:
    given = {**verified["meetings"][0], **change}

    said = refused(database, people=[{**EK, "title": "Kommunalråd"}], meetings=[given])

    assert said == "/meetings/0: The meeting on 2016-02-22 is verified in the file, and is never overwritten"


def test_what_is_only_verified_in_the_document_is_brought_up_to_date(database: Database) -> None:
    bring(database, bodies=[KS], people=[EK], meetings=[meeting(*ITEMS)])

    bring(database, meetings=[meeting(*ITEMS, verification={"verifiers": ["ek"], "date": "2016-02-25"})])

    assert snapshot(database).verified


def test_an_import_meets_what_was_written_by_hand(database: Database) -> None:
    bring(database, bodies=[KS], meetings=[meeting({"title": "A"}, {"title": "B"})])
    rename(database, 2, "B, för hand")
    add_agenda_item(database, 1, "C")

    bring(database, meetings=[meeting({"title": "A", "summary": "Ny"})])

    assert titles(database) == ["A", "B, för hand", "C"]


def test_a_title_on_several_lines_never_comes_in(database: Database) -> None:
    assert "/meetings/0/items/0/title: Expected one line" in refused(
        database, bodies=[KS], meetings=[meeting({"title": "A\nB"})]
    )
    bring(database, bodies=[KS], meetings=[meeting({"title": "A"})])
    with pytest.raises(RuleBroken):
        add_agenda_item(database, 1, " \n ")
