from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.builders import a_document, a_meeting, as_bytes, at, with_item, with_meeting
from klubban import paths
from klubban.exchange.json_bytes import LARGEST_BYTES
from klubban.exchange.open_format import Refused, parse
from klubban.exchange.rules import RULES

SAMPLE = paths.resources() / "sample.json"

VOTE = {"yes": "bifall", "no": "avslag"}
UPPER = {"key": "kf", "name": "Fullmäktige", "kind": "assembly", "parent": "ks"}


def a_body(**parts: Any) -> dict[str, Any]:
    return a_document(bodies=[{"key": "k", "name": "K", "kind": "group", **parts}])


def an_assignment(**parts: Any) -> dict[str, Any]:
    return {"to": "ek", "text": "t", **parts}


def with_roll(*lines: Any, **parts: Any) -> dict[str, Any]:
    items = [{"title": "A", "paragraph": 1}, {"title": "B", "key": "b"}]
    return with_meeting(items=items, roll=list(lines), **parts)


def here(*stays: Any) -> dict[str, Any]:
    return {"person": "ek", "as": "member", "stays": list(stays)}


def refusal_or_none(data: bytes) -> Refused | None:
    try:
        parse(data)
    except Refused as refusal:
        return refusal
    return None


def refusal_of(data: bytes) -> Refused:
    refusal = refusal_or_none(data)
    assert refusal
    return refusal


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Expected JSON; line 1, column 1 is not"),
        (b'{"format": "klubban-open-1",\n "people": [}', "Expected JSON; line 2, column 13 is not"),
        (b'{}\n"\xff"', "Expected UTF-8; line 2 holds other bytes"),
        (b"[" * 100_000, "Expected at most 32 levels of nesting"),
        (b" " * (LARGEST_BYTES + 1), "Expected at most 67108864 bytes, not 67108865"),
        (b"[]", "Expected an object"),
        (b"{}", "Expected the key format here"),
    ],
)
def test_what_is_no_document_is_refused_as_a_whole(data: bytes, sentence: str) -> None:
    refusal = refusal_of(data)

    assert (refusal.place, str(refusal)) == ("", sentence)


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ('{"people": [{"name": "A", "name": "B"}]}', "/people/0/name", "The key name stands here twice"),
        (
            '{"people": [{"na\\u0000me": "A"}]}',
            "/people/0",
            "The character U+0000 at position 3 cannot be part of a text",
        ),
        (
            '{"people": [{"name": "Å\\u0000"}]}',
            "/people/0/name",
            "The character U+0000 at position 2 cannot be part of a text",
        ),
        (
            '{"people": [{"name": "\\ud800"}]}',
            "/people/0/name",
            "The character U+D800 at position 1 cannot be part of a text",
        ),
        ('{"bodies": [{"seats": NaN}]}', "/bodies/0/seats", "Expected a number that can be counted with"),
        ('{"bodies": [{"seats": 1e999}]}', "/bodies/0/seats", "Expected a number that can be counted with"),
        (
            '{"bodies": [{"seats": %s}]}' % ("9" * 5000),
            "/bodies/0/seats",
            "Expected a number that can be counted with",
        ),
        (
            '{"meetings": [{"start": null}]}',
            "/meetings/0/start",
            "Expected a value; what is not known is left out with its key",
        ),
        (
            '{"a/b": {"c~d": null}}',
            "/a~1b/c~0d",
            "Expected a value; what is not known is left out with its key",
        ),
        ('{"a\\nb": 1}', "", "Expected keys of one line and at most 200 characters"),
        ("[" * 33 + "1" + "]" * 33, "/0" * 33, "Expected at most 32 levels of nesting"),
    ],
)
def test_json_that_the_format_cannot_hold_is_refused_with_the_place(
    text: str, place: str, sentence: str
) -> None:
    refusal = refusal_of(text.encode())

    assert (refusal.place, refusal.expected.format(**refusal.facts)) == (place, sentence)


@pytest.mark.parametrize(
    ("document", "place", "sentence"),
    [
        ({"format": "klubban-open-2"}, "/format", "Expected one of these words: klubban-open-1"),
        (a_document(people={}), "/people", "Expected a list"),
        (a_document(people=["Åsa"]), "/people/0", "Expected an object"),
        (a_document(people=[{"key": "ek"}]), "/people/0", "Expected the key name here"),
        (
            a_document(people=[{"key": "ek", "nane": "Åsa"}]),
            "/people/0/nane",
            "The key nane is unknown here; perhaps name is meant",
        ),
        (
            a_document(people=[{"key": "ek", "name": 7}]),
            "/people/0/name",
            "Expected a text in quotation marks",
        ),
        (a_document(people=[{"key": "ek", "name": " "}]), "/people/0/name", "Expected at least one letter"),
        (
            a_document(people=[{"key": " ek", "name": "Å"}]),
            "/people/0/key",
            "Expected a key without spaces around it",
        ),
        (
            a_document(organisation={"name": "E", "xyz": 1}),
            "/organisation/xyz",
            "The key xyz is unknown here; known are name, number, address, website, notice_board, "
            "protocol_kept_at, language, look, arms, sought, file_pattern, time_stamp_server",
        ),
        (
            a_body(kind="nämnd"),
            "/bodies/0/kind",
            "Expected one of these words: assembly, committee, subcommittee, council, forum, group",
        ),
        (a_body(seats=0), "/bodies/0/seats", "Expected a number that is at least 1"),
        (a_body(seats=10**6), "/bodies/0/seats", "Expected a number that is at most 999999"),
        (a_body(seats=7.5), "/bodies/0/seats", "Expected a whole number"),
        (
            a_body(rules={"lunch": True}),
            "/bodies/0/rules/lunch",
            f"There is no rule called lunch; there are {', '.join(RULES)}",
        ),
        (
            a_body(rules={"series": "månad"}),
            "/bodies/0/rules/series",
            "Expected one of these words: year, term, meeting",
        ),
        (a_body(rules={"verifiers": True}), "/bodies/0/rules/verifiers", "Expected a whole number"),
        (
            a_body(rules={"verifiers": -1}),
            "/bodies/0/rules/verifiers",
            "Expected a number that is at least 0",
        ),
        (
            a_body(rules={"alternates_may": ["speak", "vote"]}),
            "/bodies/0/rules/alternates_may",
            "Expected a list with any of these words: attend, speak, propose, note",
        ),
        (a_body(rules=["quorum"]), "/bodies/0/rules", "Expected an object"),
        (
            a_body(chains={"S": ["V", "MP"], "M": ["KD", "KD"]}),
            "/bodies/0/chains/M",
            "The chain of M names a party twice",
        ),
        (
            a_body(rotation={"from": 1066}),
            "/bodies/0/rotation/from",
            "Expected a number that is at least 1800",
        ),
        (
            a_body(meeting_types=[{"name": "Budget", "invited": [{"person": "ek", "name": "Åsa"}]}]),
            "/bodies/0/meeting_types/0/invited/0",
            "Expected one of the keys person, body, name, and no more",
        ),
        (
            with_meeting(rules={"rules": {"returns": "ja"}}),
            "/meetings/0/rules/rules/returns",
            "Expected true or false",
        ),
        (a_body(rules={"quorum": 1}), "/bodies/0/rules/quorum", "Expected true or false"),
        (
            a_document(meetings=[a_meeting(date="2016-02-30")]),
            "/meetings/0/date",
            "There is no date 2016-02-30",
        ),
        (
            a_document(meetings=[a_meeting(date="22/2 2016")]),
            "/meetings/0/date",
            "Expected a date such as 2016-02-22",
        ),
        (
            a_document(meetings=[a_meeting(date="9999-12-31")]),
            "/meetings/0/date",
            "Expected a year from 1800 to 2199",
        ),
        (with_meeting(start="18.30"), "/meetings/0/start", "Expected a time such as 18:30"),
        (with_meeting(start="24:00"), "/meetings/0/start", "There is no time 24:00"),
        (
            with_meeting(paragraphs="21-1"),
            "/meetings/0/paragraphs",
            "The paragraphs 21-1 are not in ascending order",
        ),
        (
            with_meeting(paragraphs="§ 1"),
            "/meetings/0/paragraphs",
            "Expected paragraphs such as 57-64, 66, not § 1",
        ),
        (with_meeting(paragraphs=1), "/meetings/0/paragraphs", "Expected paragraphs such as 57-64, 66"),
        (
            with_meeting(
                verification={
                    "withdrawn": {"on": "2016-03-01", "by": "Eva Ek", "and_by": "Ek, Eva", "because": "Fel"}
                }
            ),
            "/meetings/0/verification/withdrawn",
            "Two different people say that a verification was registered by mistake; name both",
        ),
        (
            with_meeting(verification={"date": "i går"}),
            "/meetings/0/verification/date",
            "Expected a date such as 2016-02-22",
        ),
        (
            with_meeting(verification=[{}, {"date": "i går"}]),
            "/meetings/0/verification/1/date",
            "Expected a date such as 2016-02-22",
        ),
        (with_meeting(chair={"party": "S"}), "/meetings/0/chair", "Expected the key name here"),
        (
            with_meeting(chair=7),
            "/meetings/0/chair",
            "Expected the key of a person, or an object with a name",
        ),
        (
            with_item(title="Å" * 5000),
            "/meetings/0/items/0/title",
            "Expected at most 1000 characters, not 5000",
        ),
        (
            with_item(title="två\nrader"),
            "/meetings/0/items/0/title",
            "Expected one line, without line breaks",
        ),
        (
            with_item(documents=[{"title": "T", "sha256": "abc"}]),
            "/meetings/0/items/0/documents/0/sha256",
            "Expected a SHA-256 hash: 64 characters, digits and a to f",
        ),
        (
            a_document(organisation={"name": "Ekby kommun", "language": "svenska"}),
            "/organisation/language",
            "Expected a language such as sv or en-GB",
        ),
        (
            with_item(summary=7),
            "/meetings/0/items/0/summary",
            "Expected a text in quotation marks, or a list of blocks",
        ),
        (
            with_item(summary=[{"p": "a"}, {"points": ["b", 7]}]),
            "/meetings/0/items/0/summary/1/points/1",
            'Expected a text in quotation marks, or {"b": …}, {"i": …} or {"m": …} around one',
        ),
        (
            with_item(summary=[{"p": [{"b": {"b": "x"}}]}]),
            "/meetings/0/items/0/summary/0/p/0",
            'Expected a text in quotation marks, or {"b": …}, {"i": …} or {"m": …} around one',
        ),
        (
            with_item(summary=[{"h1": "a"}]),
            "/meetings/0/items/0/summary/0",
            "Expected a block: an object with one of the keys p, points, bullets, table",
        ),
        (with_item(summary=[{"table": ["a"]}]), "/meetings/0/items/0/summary/0/table/0", "Expected a list"),
        (
            with_item(decision=["a", {"p": "b"}]),
            "/meetings/0/items/0/decision/0",
            "Expected a block: an object with one of the keys p, points, bullets, table",
        ),
        (
            with_item(divisions=[{**VOTE, "votes": {"ek": "ja"}}]),
            "/meetings/0/items/0/divisions/0/votes/ek",
            "Expected one of these words: yes, no, abstained, absent, not_taking_part",
        ),
        (
            with_item(divisions=[{**VOTE, "casting_vote": "absent"}]),
            "/meetings/0/items/0/divisions/0/casting_vote",
            "Expected one of these words: yes, no",
        ),
        (
            with_item(proposes_to=[{"body": {"key": "kf"}}]),
            "/meetings/0/items/0/proposes_to/0/body",
            "Expected the key name here",
        ),
        (
            a_document(assignments=[an_assignment(body="ks", meeting=7)]),
            "/assignments/0/meeting",
            "Expected the date of a meeting, such as 2016-02-22, or 2016-02-22 18:30",
        ),
        (
            a_document(assignments=[an_assignment(item=True)]),
            "/assignments/0/item",
            "Expected the key of an item, or the number of its paragraph",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_the_place(document: Any, place: str, sentence: str) -> None:
    refusal = refusal_of(as_bytes(document))

    assert (refusal.place, refusal.expected.format(**refusal.facts)) == (place, sentence)


@pytest.mark.parametrize(
    ("document", "place", "sentence"),
    [
        (
            a_document(people=[{"key": "a", "name": "A"}, {"key": "a", "name": "B"}]),
            "/people/1/key",
            "The key a is taken: it stands first at /people/0/key",
        ),
        (
            a_document(bodies=[{"key": "ks", "name": "K", "kind": "committee", "parent": "kf"}, UPPER]),
            "/bodies/0/parent",
            "The body ks is above itself",
        ),
        (
            a_document(meetings=[a_meeting(), a_meeting()]),
            "/meetings/1",
            "The meeting at /meetings/0 has the same body, date and start",
        ),
        (
            with_meeting(items=[{"title": "A", "key": "a"}, {"title": "B", "key": "a"}]),
            "/meetings/0/items/1/key",
            "The key a is taken: it stands first at /meetings/0/items/0/key",
        ),
        (
            with_meeting(items=[{"title": "A", "paragraph": 7}, {"title": "B", "paragraph": 7}]),
            "/meetings/0/items/1/paragraph",
            "Paragraph 7 stands first at /meetings/0/items/0/paragraph",
        ),
        (
            with_meeting(attendance=[{"person": "ek", "as": "member"}, {"person": "ek", "as": "member"}]),
            "/meetings/0/attendance/1/person",
            "The same attendance stands first at /meetings/0/attendance/0/person",
        ),
        (
            with_meeting(absent=[{"person": "ek"}, {"person": "ek", "told": True}]),
            "/meetings/0/absent/1/person",
            "The person ek stands first at /meetings/0/absent/0/person",
        ),
        (
            a_document(seats=[{"body": "ks", "role": "member", "from": "2023-01-01", "to": "2022-12-31"}]),
            "/seats/0/to",
            "The term ends on 2022-12-31, before it starts on 2023-01-01",
        ),
        (
            a_body(meeting_types=[{"name": "Budget"}, {"name": "BUDGET"}]),
            "/bodies/0/meeting_types/1/name",
            "The body has meetings called so already, at /bodies/0/meeting_types/0/name",
        ),
        (
            with_roll({"person": "ek", "as": "member"}, {"person": "ek", "as": "official"}),
            "/meetings/0/roll/1/person",
            "Somebody is on the roll twice, first at /meetings/0/roll/0/person",
        ),
        (
            with_roll({"as": "member", "stand_ins": [2]}),
            "/meetings/0/roll/0/stand_ins/0",
            "The roll has no line 2",
        ),
        (
            with_roll(
                {"person": "ek", "as": "alternate"}, {"person": "al", "as": "alternate", "personal_for": 1}
            ),
            "/meetings/0/roll/1/personal_for",
            "Line 1 of the roll is no seat",
        ),
        (
            with_roll({"as": "member"}, {"person": "al", "as": "member", "personal_for": 1}),
            "/meetings/0/roll/1/personal_for",
            "Only an alternate steps in for a certain member",
        ),
        (
            with_roll(here({"from": 9})),
            "/meetings/0/roll/0/stays/0/from",
            "The meeting has no item with the key or paragraph 9",
        ),
        (
            with_roll(here({"from": "b", "to": 1})),
            "/meetings/0/roll/0/stays/0",
            "They would have left before they came",
        ),
        (
            with_roll(here({"came_at": "10:30", "went_at": "09:00"})),
            "/meetings/0/roll/0/stays/0",
            "They would have left before they came",
        ),
        (
            with_roll(here({"to": "b"}, {"from": 1})),
            "/meetings/0/roll/0/stays/1",
            "They were there already when they came",
        ),
        (
            with_roll({"as": "member"}, rulings=[{"from": "b", "to": 1, "reason": "Lotten avgjorde."}]),
            "/meetings/0/rulings/0/to",
            "This item comes before the one that it holds from",
        ),
        (
            with_roll({"as": "alternate", "stays": [{}]}),
            "/meetings/0/roll/0/stays",
            "Expected the key person beside this one",
        ),
        (
            with_roll({"as": "member"}, rulings=[{"for": 1, "serves": 1, "from": 1, "reason": "Lotten."}]),
            "/meetings/0/rulings/0/serves",
            "Nobody is on line 1 of the roll",
        ),
        (
            with_roll(here({"from": "a\nb"})),
            "/meetings/0/roll/0/stays/0/from",
            "Expected one line, without line breaks",
        ),
        (
            with_roll(here({"from": 0})),
            "/meetings/0/roll/0/stays/0/from",
            "Expected the key of an item, or the number of its paragraph",
        ),
        (
            with_roll(rulings=[{"from": 1, "reason": "Lotten avgjorde."}]),
            "/meetings/0/rulings",
            "Expected the key roll beside this one",
        ),
        (
            with_meeting(
                attendance=[{"person": "ek", "as": "official", "came_at": "10:30", "went_at": "09:00"}]
            ),
            "/meetings/0/attendance/0/went_at",
            "They would have left before they came",
        ),
        (
            with_meeting(attendance=[{"person": "ek", "as": "member", "items": ["x"]}]),
            "/meetings/0/attendance/0/items/0",
            "The meeting has no item with the key x",
        ),
        (
            with_item(motions=[{"key": "m", "asks": "add"}, {"key": "m", "asks": "add"}]),
            "/meetings/0/items/0/motions/1/key",
            "The key m is taken: it stands first at /meetings/0/items/0/motions/0/key",
        ),
        (
            with_item(divisions=[{**VOTE, "key": "v", "after": "v"}]),
            "/meetings/0/items/0/divisions/0/after",
            "No division earlier in the list has the key v",
        ),
        (
            with_item(
                divisions=[
                    {**VOTE, "votes": [{"person": "ek", "vote": "yes"}, {"person": "ek", "vote": "no"}]}
                ]
            ),
            "/meetings/0/items/0/divisions/0/votes/1",
            "The person ek stands first at /meetings/0/items/0/divisions/0/votes/0",
        ),
        (
            with_item(assignments=[an_assignment(key="u")]) | {"assignments": [an_assignment(key="u")]},
            "/assignments/0/key",
            "The key u is taken: it stands first at /meetings/0/items/0/assignments/0/key",
        ),
        (
            a_document(assignments=[an_assignment(meeting="2016-02-22")]),
            "/assignments/0",
            "Expected the key body here",
        ),
        (
            a_document(assignments=[an_assignment(body="ks", item=7)]),
            "/assignments/0",
            "Expected the key meeting here",
        ),
        (
            a_document(
                meetings=[a_meeting(start="09:00"), a_meeting(start="13:00")],
                assignments=[an_assignment(body="ks", meeting="2016-02-22")],
            ),
            "/assignments/0/meeting",
            "Expected the start too, since there are several meetings that day",
        ),
    ],
)
def test_what_stands_twice_or_leads_nowhere_is_refused_with_the_place(
    document: Any, place: str, sentence: str
) -> None:
    refusal = refusal_of(as_bytes(document))

    assert (refusal.place, refusal.expected.format(**refusal.facts)) == (place, sentence)


def test_a_refusal_is_one_line_with_place_and_sentence() -> None:
    refusal = refusal_of(as_bytes(with_meeting(start="när alla har kommit")))

    assert str(refusal) == "/meetings/0/start: Expected a time such as 18:30"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        parse(data)


VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=5),
        st.sampled_from(["ek", "ks", "yes", "2016-02-22", "18:30"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def places_in(value: object, place: str = "") -> list[str]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place] + [deep for step, part in inside for deep in places_in(part, f"{place}/{step}")]


WHOLE = json.loads(SAMPLE.read_bytes())
PLACES = places_in(WHOLE)


@settings(deadline=None)
@given(st.sampled_from(PLACES[1:]), VALUES)
def test_anything_anywhere_is_taken_or_refused_at_a_place_that_is_there(place: str, value: object) -> None:
    changed = json.loads(SAMPLE.read_bytes())
    outside, _, step = place.rpartition("/")
    holder = at(changed, outside)
    holder[int(step) if isinstance(holder, list) else step] = value

    refusal = refusal_or_none(json.dumps(changed).encode())

    if refusal:
        at(changed, refusal.place)  # which raises where nothing is
        assert str(refusal)
