"""What an agenda before its meeting may say in the open format, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from exchange.builders import a_document, a_meeting, as_bytes, with_item, with_meeting
from klubban.exchange.open_format import Refused, Unresolved, parse, unresolved

ITEMS = [{"key": "a", "title": "A", "documents": ["X"]}, {"paragraph": 2, "title": "B"}]


def refused(document: object) -> str:
    with pytest.raises(Refused) as found:
        parse(as_bytes(document))
    return str(found.value)


def a_body(**parts: Any) -> dict[str, Any]:
    return a_document(bodies=[{"key": "ks", "name": "Kommunstyrelsen", "kind": "committee", **parts}])


def a_sending(**parts: Any) -> dict[str, Any]:
    return with_meeting(items=ITEMS, sendings=[{"number": 0, "on": "2016-02-12", **parts}])


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ({"nth": [3]}, "/bodies/0/patterns/0: Expected the key weekday here"),
        ({"weekday": "monday"}, "/bodies/0/patterns/0: Expected one of the keys nth, weeks, and no more"),
        ({"weekday": "monday", "nth": [1], "weeks": 6},
         "/bodies/0/patterns/0: Expected one of the keys nth, weeks, and no more"),
        ({"weekday": "monday", "nth": [6]},
         "/bodies/0/patterns/0/nth/0: Expected a number that is at most 5"),
        ({"weekday": "monday", "nth": [0]},
         "/bodies/0/patterns/0: Say which of the month’s weekdays it is,"
         " from the first to the fifth, or the last"),
        ({"weekday": "monday", "nth": [1], "months": [13]},
         "/bodies/0/patterns/0/months/0: Expected a number that is at most 12"),
        ({"weekday": "monday", "weeks": 6},
         "/bodies/0/patterns/0: Say from which day the weeks are counted"),
        ({"weekday": "monday", "weeks": 6, "first": "2027-01-12"},
         "/bodies/0/patterns/0: 2027-01-12 is another day of the week"),
        ({"weekday": "monday", "nth": [1], "month": [1]},
         "/bodies/0/patterns/0/month: The key month is unknown here; perhaps months is meant"),
    ],
)  # fmt: skip
def test_a_pattern_that_gives_no_days_is_refused(pattern: dict[str, Any], said: str) -> None:
    assert refused(a_body(patterns=[pattern])) == said


def test_a_standing_item_is_due_in_months_that_there_are() -> None:
    said = refused(a_body(standing_items=[{"title": "Budget", "months": [0]}]))

    assert said == "/bodies/0/standing_items/0/months/0: Expected a number that is at least 1"


def test_an_item_is_a_standing_item_that_its_body_has() -> None:
    body = a_body(standing_items=[{"title": "Upprop"}])

    said = refused({**body, "meetings": [a_meeting(items=[{"title": "Upprop", "standing": 2}])]})

    assert said == "/meetings/0/items/0/standing: The body has no standing item 2"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"items": [{"item": "b", "number": "1", "title": "B"}]},
         "/meetings/0/sendings/0/items/0/item: The meeting has no item with the key or paragraph b"),
        ({"documents": [{"item": 3, "number": 1, "title": "X"}]},
         "/meetings/0/sendings/0/documents/0/item: The meeting has no item with the key or paragraph 3"),
        ({"documents": [{"item": "a", "document": 2, "number": 1, "title": "X"}]},
         "/meetings/0/sendings/0/documents/0/document: The item has no document 2"),
        ({"number": -1}, "/meetings/0/sendings/0/number: Expected a number that is at least 0"),
    ],
)  # fmt: skip
def test_a_sending_tells_of_what_its_meeting_has(parts: dict[str, Any], said: str) -> None:
    assert refused(a_sending(**parts)) == said


def test_two_sendings_do_not_have_one_number() -> None:
    sending = {"number": 1, "on": "2016-02-12"}

    said = refused(with_meeting(sendings=[sending, sending]))

    assert (
        said == "/meetings/0/sendings/1/number: The sending 1 stands first at /meetings/0/sendings/0/number"
    )


@pytest.mark.parametrize("name", ["../x.pdf", "a/b.pdf", "c\\d.pdf", ".."])
def test_a_file_of_a_document_is_named_without_its_folders(name: str) -> None:
    said = refused(with_item(documents=[{"title": "X", "file": name}]))

    assert said.endswith("/documents/0/file: Expected the name of a file, without its folders")


def test_where_an_item_comes_from_may_be_known_to_the_file_alone() -> None:
    at = {"body": "kf", "meeting": "2016-01-25", "item": 7}
    item = {"title": "Budget", "came_from": at, "assignment": "a1"}

    found = list(unresolved(parse(as_bytes(with_meeting(items=[item])))))

    place = "/meetings/0/items/0"
    assert found == [
        Unresolved(f"{place}/came_from/body", "body", "kf"),
        Unresolved(f"{place}/assignment", "assignment", "a1"),
        Unresolved(f"{place}/came_from/meeting", "meeting", "kf 2016-01-25"),
        Unresolved(f"{place}/came_from/item", "item", "7"),
    ]


def test_where_an_item_comes_from_says_the_start_if_the_day_has_two_meetings() -> None:
    at = {"body": "ks", "meeting": "2016-01-25", "item": 7}
    twice = [a_meeting(date="2016-01-25", start=start) for start in ("09:00", "13:00")]

    said = refused(a_document(meetings=[*twice, a_meeting(items=[{"title": "A", "came_from": at}])]))

    assert said == (
        "/meetings/2/items/0/came_from/meeting: "
        "Expected the start too, since there are several meetings that day"
    )


def test_a_decision_by_delegation_belongs_to_a_body() -> None:
    given = [{"body": "X", "title": "Tillstånd"}]

    assert list(unresolved(parse(as_bytes(a_document(delegated=given))))) == [
        Unresolved("/delegated/0/body", "body", "X")
    ]
