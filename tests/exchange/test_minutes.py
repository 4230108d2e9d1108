"""The minutes of an item in the open format: references by key or number that hold in every file."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from exchange.builders import a_document, as_bytes, with_item, with_meeting
from klubban.domain.body import Body, Named, Organisation
from klubban.domain.decided import (
    Asks,
    Division,
    Motion,
    Opinion,
    OpinionKind,
    OwnText,
    Put,
    Puts,
    Said,
    Written,
)
from klubban.domain.meeting import Item, Meeting
from klubban.domain.rules import BodyKind, Rules
from klubban.domain.text import from_plain
from klubban.exchange.open_format import Refused, dump, parse
from klubban.exchange.own_text_keys import Numbers, read

EKBY = Organisation(name="Ekby kommun")
KS = Body(id=1, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=Rules())
VOTE = {"yes": "bifall", "no": "avslag"}
MOVED = [{"key": "m1", "asks": "approve"}]


def written_item(**facts: Any) -> Any:
    item = Item(id=1, title="Budget", **facts)
    meeting = Meeting(id=1, organisation=EKBY, body=KS, date=date(2026, 3, 2), items=(item,))
    data = dump(EKBY, [KS], [], [], [], [meeting])
    return parse(data).meetings[0].items[0].model_dump(exclude_defaults=True, by_alias=True, mode="json")


def test_what_refers_to_a_motion_names_it_by_a_key_that_it_gets_for_that() -> None:
    item = written_item(
        motions=(
            Motion(id=41, asks=Asks.APPROVE, instead_of=43),
            Motion(id=42, asks=Asks.OTHER),
            Motion(id=43, asks=Asks.REJECT),
        ),
        puts=(Put(id=51, puts=Puts.REFER_BACK), Put(id=52, puts=Puts.MAIN, motion=41)),
        divisions=(Division(id=61, yes="ja", no="nej", put=52, yes_motion=41, no_motion=43),),
        opinions=(Opinion(id=71, kind=OpinionKind.RESERVATION, by=(Named("Åsa Ek"),), motion=43),),
    )

    assert [motion.get("key") for motion in item["motions"]] == ["motion-1", None, "motion-3"]
    assert item["motions"][0]["instead_of"] == "motion-3"
    assert [put.get("motion") for put in item["puts"]] == [None, "motion-1"]
    (division,) = item["divisions"]
    assert (division["put"], division["yes_motion"], division["no_motion"]) == (2, "motion-1", "motion-3")
    assert item["reservations"][0]["motion"] == "motion-3"


def test_a_sentence_is_known_in_every_file_by_the_place_of_what_it_came_from() -> None:
    keys = (
        "order",
        "motion 42",
        "put 51 found",
        "motion 99",
        "opinion 71",
        "motion ?1",
        "motion 99 x",
        "recess 81",
    )
    said = tuple(Said(key=key, words=from_plain(key)) for key in keys)
    item = Item(
        id=1,
        title="Budget",
        motions=tuple(Motion(id=id_, asks=Asks.APPROVE) for id_ in (41, 42)),
        puts=(Put(id=51, puts=Puts.MAIN),),
        opinions=(
            Opinion(id=71, kind=OpinionKind.NOTE, by=()),
            Opinion(id=72, kind=OpinionKind.RESERVATION, by=()),
        ),
        own_texts=(OwnText(id=1, part=Written.PROCEEDINGS, said=said),),
    )
    numbers = Numbers(item, [81])

    written = [numbers.written(key) for key in keys]
    again = [read(key, {"motion": [7, 8], "put": [9], "opinion": [3, 4], "recess": [5]}) for key in written]

    assert written == [
        "order", "motion 2", "put 1 found", "motion ?2", "opinion 2", "motion ?1", "motion ?2 x", "recess 1",
    ]  # fmt: skip
    assert again == [
        "order", "motion 8", "put 9 found", "motion ?2", "opinion 4", "motion ?1", "motion ?2 x", "recess 5",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("document", "place", "sentence"),
    [
        (
            with_item(motions=[{"asks": "reject", "instead_of": "m9"}]),
            "motions/0/instead_of",
            "The item has no motion with the key m9",
        ),
        (
            with_item(motions=[{"key": "m1", "asks": "reject", "instead_of": "m1"}]),
            "motions/0/instead_of",
            "A motion cannot stand in the second place behind itself",
        ),
        (
            with_item(motions=[{"by": {"party": "M", "key": "ek"}, "asks": "reject"}]),
            "motions/0/by",
            "Expected the key name here",
        ),
        (
            with_item(motions=MOVED, puts=[{"puts": "main", "motion": "m2"}]),
            "puts/0/motion",
            "The item has no motion with the key m2",
        ),
        (
            with_item(puts=[{"puts": "main", "adopted": "yes"}]),
            "puts/0/adopted",
            "Expected one of these words: proposal, motion, rejected",
        ),
        (
            with_item(puts=[{"puts": "main"}], divisions=[{**VOTE, "put": 2}]),
            "divisions/0/put",
            "No question 2 was put",
        ),
        (
            with_item(divisions=[{**VOTE, "no_motion": "m1"}]),
            "divisions/0/no_motion",
            "The item has no motion with the key m1",
        ),
        (
            with_item(elections=[{"office": "Ordförande", "candidates": [{"person": "ek"}] * 2}]),
            "elections/0/candidates/1/person",
            "The person ek stands first at /meetings/0/items/0/elections/0/candidates/0/person",
        ),
        (
            with_item(elections=[{"office": "Ordförande", "seats": 0}]),
            "elections/0/seats",
            "Expected a number that is at least 1",
        ),
        (
            with_item(statements=[{"by": "ek", "motion": "m1"}]),
            "statements/0/motion",
            "The item has no motion with the key m1",
        ),
        (
            with_item(own_texts=[{"part": "motions"}, {"part": "motions"}]),
            "own_texts/1/part",
            "The text of motions stands first at /meetings/0/items/0/own_texts/0/part",
        ),
        (
            with_item(motions=MOVED, own_texts=[{"part": "motions", "said": [{"key": "motion 2 words"}]}]),
            "own_texts/0/said/0/key",
            "The item has no motion 2",
        ),
    ],
)
def test_minutes_that_contradict_themselves_are_refused_with_the_place(
    document: Any, place: str, sentence: str
) -> None:
    with pytest.raises(Refused) as found:
        parse(as_bytes(document))

    assert str(found.value) == f"/meetings/0/items/0/{place}: {sentence}"


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        (
            with_meeting(recesses=[{"from": "09:00", "after": 7}]),
            "/meetings/0/recesses/0/after: The meeting has no item with the key or paragraph 7",
        ),
        (
            with_meeting(objections=[{"by": "ek", "item": "a"}]),
            "/meetings/0/objections/0/item: The meeting has no item with the key or paragraph a",
        ),
        (
            a_document(phrases=[{"short": "bif", "text": "A"}, {"short": "bif", "text": "B"}]),
            "/phrases/1/short: The phrase bif stands first at /phrases/0/short",
        ),
        (a_document(words=["Ekby", "Ekby"]), "/words/1: The word Ekby stands first at /words/0"),
        (
            a_document(bodies=[{"key": "k", "name": "K", "kind": "group", "first_numbers": {"i år": 3}}]),
            "/bodies/0/first_numbers/i år: Expected a year such as 2026",
        ),
        (
            a_document(
                bodies=[{"key": "k", "name": "K", "kind": "group", "habits": {"order": ["motions"] * 2}}]
            ),
            "/bodies/0/habits/order/1: The part motions stands here twice",
        ),
        (
            a_document(
                bodies=[{"key": "k", "name": "K", "kind": "group", "habits": {"titles": {"decision": ""}}}]
            ),
            "/bodies/0/habits/titles/decision: Expected at least one letter",
        ),
        (
            a_document(bodies=[{"key": "k", "name": "K", "kind": "group", "habits": {"votes": "names"}}]),
            "/bodies/0/habits/votes: Expected one of these words: table, sentences, appendix",
        ),
    ],
)
def test_what_cannot_be_said_of_a_meeting_or_a_body_is_refused_with_the_place(
    document: Any, sentence: str
) -> None:
    with pytest.raises(Refused) as found:
        parse(as_bytes(document))

    assert str(found.value) == sentence
