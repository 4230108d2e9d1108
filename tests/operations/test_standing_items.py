"""What comes by itself on the agendas of a body, as it is set up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import Minutes, minutes, rows, snapshot
from klubban.domain.agenda import ItemKind, StandingItem
from klubban.domain.errors import RuleBroken
from klubban.domain.text import from_plain
from klubban.operations import bodies, undo
from klubban.operations.incoming import take_in
from klubban.operations.standing_items import move_standing_item, put_standing_item, remove_standing_item
from klubban.store import agendas
from klubban.store.database import Database, Step


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a meeting with one item."""
    return minutes(database, ("Budget",), number=None)


def template(database: Database, body: int) -> tuple[StandingItem, ...]:
    """Return what comes by itself."""
    with database.read() as read:
        return agendas.standing_items(read, body)


def test_a_standing_item_is_added_and_changed(database: Database, ids: Minutes) -> None:
    large = bodies.put_meeting_type(database, ids.body, None, "Utökat", None)
    id_ = put_standing_item(database, ids.body, None, title=" Upprop ")
    assert database.undoable == Step("Let {item} come by itself", {"item": "Upprop"}, ("body", ids.body))

    put_standing_item(
        database,
        ids.body,
        id_,
        title="Årsredovisning",
        kind=ItemKind.DECISION,
        minutes=20,
        presenters=[" Anna  Berg", ""],
        proposal=from_plain("Godkänna"),
        months=[12, 3, 3],
        source=" KL 11 kap. ",
        closing=True,
        meeting_type=large,
    )

    assert template(database, ids.body) == (
        StandingItem(
            id=id_,
            title="Årsredovisning",
            kind=ItemKind.DECISION,
            minutes=20,
            presenters=("Anna Berg",),
            proposal=from_plain("Godkänna"),
            months=(3, 12),
            source="KL 11 kap.",
            closing=True,
            meeting_type=large,
        ),
    )
    put_standing_item(database, ids.body, id_, months=(), source="", meeting_type=None)
    [found] = template(database, ids.body)
    assert (found.months, found.source, found.meeting_type, found.minutes) == ((), None, None, 20)


def test_standing_items_change_places(database: Database, ids: Minutes) -> None:
    first, second, third = (put_standing_item(database, ids.body, None, title=each) for each in "ABC")

    move_standing_item(database, third, None)
    move_standing_item(database, first, second)
    move_standing_item(database, first, first)

    assert [each.title for each in template(database, ids.body)] == ["C", "B", "A"]
    undo.undo(database)
    assert [each.title for each in template(database, ids.body)] == ["C", "A", "B"]
    with pytest.raises(LookupError):
        move_standing_item(database, first, 99)


def test_an_agenda_keeps_what_comes_by_itself_no_longer(database: Database, ids: Minutes) -> None:
    id_ = put_standing_item(database, ids.body, None, title="Upprop")
    take_in(database, ids.meeting)

    remove_standing_item(database, id_)

    assert template(database, ids.body) == ()
    assert "Upprop" in [each.title for each in snapshot(database).items]
    undo.undo(database)
    assert [each.standing for each in snapshot(database).items if each.title == "Upprop"] == [id_]


REFUSED: dict[str, tuple[Callable[[Database, int], object], str]] = {
    "no title": (lambda db, body: put_standing_item(db, body, None, title=" "), "An item needs a title"),
    "no title at all": (lambda db, body: put_standing_item(db, body, None, minutes=5), "needs a title"),
    "no time": (lambda db, body: put_standing_item(db, body, None, title="A", minutes=0), "a minute, not 0"),
    "a month": (lambda db, body: put_standing_item(db, body, None, title="A", months=[13]), "no month 13"),
    "a type": (lambda db, body: put_standing_item(db, body, None, title="A", meeting_type=9), "no such type"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused(database: Database, ids: Minutes, what: str) -> None:
    before, (deed, said) = rows(database), REFUSED[what]

    with pytest.raises(RuleBroken, match=said):
        deed(database, ids.body)

    assert rows(database) == before


def test_a_type_of_meeting_with_standing_items_of_its_own_stays(database: Database, ids: Minutes) -> None:
    large = bodies.put_meeting_type(database, ids.body, None, "Utökat", None)
    put_standing_item(database, ids.body, None, title="Upprop", meeting_type=large)

    with pytest.raises(RuleBroken, match="Utökat"):
        bodies.remove_meeting_type(database, large)
