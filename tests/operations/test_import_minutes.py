"""Minutes at the table come into a file: what they refer to is found, and what is this file's alone stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from builders import snapshot
from klubban.domain.text import from_plain, plain
from klubban.operations.open_format import dump_file, import_document
from klubban.store import minutes

if TYPE_CHECKING:
    from klubban.operations.open_format import Imported
    from klubban.store.database import Database

KS = {"key": "ks", "name": "Kommunstyrelsen", "kind": "committee"}
ITEM = {
    "paragraph": 7,
    "title": "Budget",
    "motions": [
        {"key": "m1", "asks": "approve"},
        {"key": "m2", "by": {"party": "V"}, "asks": "reject", "instead_of": "m1"},
    ],
    "puts": [{"puts": "main", "motion": "m2", "adopted": "motion"}],
    "divisions": [{"yes": "bifall", "no": "avslag", "put": 1, "no_motion": "m2"}],
    "own_texts": [
        {
            "part": "proceedings",
            "said": [
                {"key": "motion 2", "words": "Vänsterpartiet yrkar avslag."},
                {"key": "put 1 division 1 called", "words": "Omröstning begärs."},
                {"key": "recess 1", "words": "Paus."},
            ],
        }
    ],
}


def bring(database: Database, *items: dict[str, Any], **parts: object) -> Imported:
    recesses = [{"from": "19:30", "to": "19:45", "after": 7}]
    meeting = {"body": "ks", "date": "2016-02-22", "recesses": recesses, "items": list(items)}
    document = {"format": "klubban-open-1", "bodies": [KS], "meetings": [meeting] if items else [], **parts}
    return import_document(database, json.dumps(document).encode())


def test_what_was_voted_and_written_refers_to_what_was_moved_and_put_in_this_file(database: Database) -> None:
    bring(database, {**ITEM, "paragraph": 6, "title": "Ett annat"}, ITEM)

    meeting = snapshot(database)
    item = meeting.items[1]
    (put,), (division,), (recess,) = item.puts, item.divisions, meeting.recesses
    first, second = item.motions
    assert (second.instead_of, put.motion, division.put) == (first.id, second.id, put.id)
    assert (division.yes_motion, division.no_motion, recess.after) == (None, second.id, item.id)
    assert [str(who) for who in second.by] == ["V"]
    assert [each.key for each in item.own_texts[0].said] == [
        f"motion {second.id}",
        f"put {put.id} division {division.id} called",
        f"recess {recess.id}",
    ]


def test_the_same_minutes_once_more_change_nothing(database: Database) -> None:
    bring(database, ITEM)
    dumped = dump_file(database)

    again = bring(database, ITEM)

    assert not again.changed
    assert dump_file(database) == dumped


def test_scratch_lines_stay_with_an_item_that_comes_in_anew(database: Database) -> None:
    bring(database, ITEM)
    with database.change("Scratch") as change:
        change.insert("scratch", item_id=1, position=0, text="Fråga Britta")

    bring(database, {**ITEM, "puts": [], "divisions": [], "own_texts": []})

    with database.read() as read:
        assert [line.text for lines in minutes.scratches(read, 1).values() for line in lines] == [
            "Fråga Britta"
        ]
    assert snapshot(database).items[0].puts == ()


def test_phrases_words_and_first_numbers_that_are_not_mentioned_stay(database: Database) -> None:
    bring(
        database,
        bodies=[{**KS, "first_numbers": {"2026": 57}, "phrases": [{"short": "bif", "text": "Bifalls."}]}],
        phrases=[{"short": "tack", "text": "Ordföranden tackar."}],
        words=["Ekbybostäder"],
    )

    bring(
        database,
        bodies=[{**KS, "first_numbers": {"2027": 3}, "phrases": [{"short": "uav", "text": "Utgår."}]}],
        phrases=[{"short": "tack", "text": "Ordföranden tackar <vem>."}],
        words=["medborgarlöfte"],
    )

    with database.read() as read:
        phrases = {each.short: (each.body, plain(each.text)) for each in minutes.phrases(read)}
        words = [word for _id, word in minutes.own_words(read)]
        numbers = {year: number for year, (_id, number) in minutes.first_numbers(read, 1).items()}
    assert phrases == {
        "bif": (1, "Bifalls."),
        "uav": (1, "Utgår."),
        "tack": (None, "Ordföranden tackar <vem>."),
    }
    assert words == ["Ekbybostäder", "medborgarlöfte"]
    assert numbers == {2026: 57, 2027: 3}


def test_habits_come_in_and_a_document_that_says_nothing_of_them_leaves_them(database: Database) -> None:
    bring(database, bodies=[{**KS, "habits": {"order": ["summary", "decision"], "votes": "sentences"}}])

    bring(database, ITEM)

    habits = snapshot(database).body.habits
    assert [part.value for part in habits.order][:3] == ["summary", "decision", "proposals"]
    assert habits.votes == "sentences"


def test_a_text_of_hers_comes_in_with_what_the_program_said(database: Database) -> None:
    own = {"part": "motions", "text": "Alla yrkar bifall.", "said": [{"key": "motion ?1", "words": "Borta."}]}
    bring(database, {**ITEM, "own_texts": [own]})

    (text,) = snapshot(database).items[0].own_texts

    assert text.text == from_plain("Alla yrkar bifall.")
    assert [(each.key, plain(each.words)) for each in text.said] == [("motion ?1", "Borta.")]
