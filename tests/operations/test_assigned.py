"""Lists of assignments: of a meeting, and of a body."""

from __future__ import annotations

from datetime import date

import pytest

from builders import DAY, Minutes, minutes
from klubban.documents import tree
from klubban.domain.body import Named
from klubban.operations.assignments import add_assignment
from klubban.operations.export import prepare
from klubban.operations.export_body import prepare_assignments
from klubban.operations.following_assignments import finish
from klubban.store.database import Database

LATER = date(2016, 6, 1)


@pytest.fixture
def ids(database: Database) -> Minutes:
    """A meeting at which three assignments were given, one of them by a confidential item."""
    found = minutes(database, ("Trygghet", "Ett barn"))
    add_assignment(database, found.item, Named("Tor Blom"), "se över belysningen", due=date(2016, 5, 20))
    done = add_assignment(database, found.item, Named("Siv Lind"), "skicka remissen")
    finish(database, done, day=DAY)
    add_assignment(database, found.items[1], Named("Eva Asp"), "utreda")
    with database.change("Secret") as change:
        change.update("item", found.items[1], confidential=True)
    return found


def rows(document: tree.Document) -> list[tuple[str, str]]:
    """Return who is responsible, and how it stands."""
    grouped = [node for node in document.nodes if isinstance(node, tree.Grouped)]
    return [
        (line[0].split("\n")[0], line[3])
        for node in grouped
        for _title, lines in node.groups
        for line in lines
    ]


def test_a_meetings_list_has_all_that_it_gave(database: Database, ids: Minutes) -> None:
    (prepared,) = prepare(database, ids.meeting, "assignments", today=DAY)

    assert prepared.stem == "ks-2016-02-22-uppdrag"
    assert rows(prepared.document) == [("Tor Blom", "Pågår"), ("Siv Lind", "Klart"), ("Eva Asp", "Pågår")]


def test_a_bodys_list_has_what_is_open_and_how_late_it_is(database: Database, ids: Minutes) -> None:
    prepared = prepare_assignments(database, ids.body, LATER)

    assert prepared.stem == "ks-uppdrag-2016-06-01"
    assert rows(prepared.document) == [("Tor Blom", "Pågår, 12 dagar över tiden"), ("Eva Asp", "Pågår")]


def test_what_a_confidential_item_gave_is_never_public(database: Database, ids: Minutes) -> None:
    (of_meeting,) = prepare(database, ids.meeting, "assignments", public=True)
    of_body = prepare_assignments(database, ids.body, LATER, public=True)

    assert [name for name, _ in rows(of_meeting.document)] == ["Tor Blom", "Siv Lind"]
    assert [name for name, _ in rows(of_body.document)] == ["Tor Blom"]
    assert (of_meeting.stem, of_body.stem) == (
        "ks-2016-02-22-uppdrag-offentlig",
        "ks-uppdrag-2016-06-01-offentlig",
    )


def test_what_an_earlier_meeting_gave_is_on_the_list_of_the_next(database: Database, ids: Minutes) -> None:
    with database.change("Plan") as change:
        later = change.insert("meeting", body_id=ids.body, date=LATER, stage="planned")

    (prepared,) = prepare(database, later, "assignments")

    assert rows(prepared.document) == [("Tor Blom", "Pågår, 12 dagar över tiden"), ("Eva Asp", "Pågår")]
