"""Papers that are awaited for an item, and remarks before the meeting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import DAY, Minutes, minutes, rows, snapshot
from klubban.domain.agenda import Comment, Paper
from klubban.domain.errors import RuleBroken
from klubban.operations import papers, undo
from klubban.store.database import Database, Step


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a meeting with one item."""
    return minutes(database, ("Budget",), number=None)


def test_a_paper_is_awaited_arrives_and_is_approved(database: Database, ids: Minutes) -> None:
    id_ = papers.await_paper(database, ids.item, " Årsredovisning ", sender=" Anna  Berg", due=DAY)
    papers.await_paper(database, ids.item, "Bilaga")

    papers.change_paper(database, id_, arrived=DAY)
    assert database.undoable == Step(
        "Note when {title} arrived", {"title": "Årsredovisning"}, ("item", ids.item)
    )
    papers.change_paper(database, id_, approved=DAY, approved_by="Bo Ek", title="Redovisning", sender=" ")

    first, second = snapshot(database).items[0].papers
    assert first == Paper(
        id=id_, title="Redovisning", due=DAY, arrived=DAY, approved=DAY, approved_by="Bo Ek"
    )
    assert (second.title, second.sender, second.due) == ("Bilaga", None, None)


def test_a_paper_that_is_awaited_no_longer_comes_back_by_undo(database: Database, ids: Minutes) -> None:
    id_ = papers.await_paper(database, ids.item, "Bilaga")

    papers.drop_paper(database, id_)

    assert snapshot(database).items[0].papers == ()
    undo.undo(database)
    assert [each.id for each in snapshot(database).items[0].papers] == [id_]


def test_a_remark_has_its_author_and_its_day(database: Database, ids: Minutes) -> None:
    id_ = papers.comment_item(database, ids.item, " Eva  Asp", " Ta det kort.\nFrågor? ", DAY)

    assert snapshot(database).items[0].comments == (
        Comment(id=id_, by="Eva Asp", text="Ta det kort.\nFrågor?", on=DAY),
    )


REFUSED: dict[str, tuple[Callable[[Database, int], object], str]] = {
    "a paper without title": (lambda db, id_: papers.await_paper(db, id_, " "), "awaited needs a title"),
    "a title taken away": (lambda db, _id: papers.change_paper(db, 1, title=""), "awaited needs a title"),
    "a remark of nobody": (lambda db, id_: papers.comment_item(db, id_, " ", "Ja", DAY), "its author"),
    "a remark without words": (lambda db, id_: papers.comment_item(db, id_, "Eva", "\n", DAY), "its words"),
    "a remark with a null": (lambda db, id_: papers.comment_item(db, id_, "Eva", "a\0", DAY), r"U\+0000"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused(database: Database, ids: Minutes, what: str) -> None:
    papers.await_paper(database, ids.item, "Bilaga")
    before, (deed, said) = rows(database), REFUSED[what]

    with pytest.raises(RuleBroken, match=said):
        deed(database, ids.item)

    assert rows(database) == before


NOT_THERE: dict[str, Callable[[Database], object]] = {
    "awaited for no item": lambda db: papers.await_paper(db, 99, "A"),
    "changing no paper": lambda db: papers.change_paper(db, 99, title="A"),
    "dropping no paper": lambda db: papers.drop_paper(db, 99),
    "a remark on no item": lambda db: papers.comment_item(db, 99, "Eva", "Ja", DAY),
}


@pytest.mark.parametrize("what", NOT_THERE)
def test_what_is_not_there_is_looked_up_in_vain(database: Database, what: str) -> None:
    with pytest.raises(LookupError):
        NOT_THERE[what](database)
