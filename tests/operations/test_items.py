"""What a person does to an item: what it leads to, what it is called, how it is undone, what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from builders import Minutes, entries, findings, minutes, rows, snapshot
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item
from klubban.domain.text import Points, Run, Text, from_plain, plain, points
from klubban.operations import agenda, items, undo
from klubban.operations.open_format import dump_file, import_document
from klubban.store.database import Changed, Database, Step


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a file's one meeting with § 19, § 20."""
    return minutes(database, ("Trygghet", "Budget"))


def item(database: Database, place: int = 0) -> Item:
    return snapshot(database).items[place]


@dataclass(frozen=True, slots=True)
class Edit:
    """An operation on an item, what it leads to, and what it is called."""

    do: Callable[[Database, int], object]
    found: Callable[[Item], object]
    wanted: object
    label: str


def write(field: str) -> Edit:
    return Edit(
        lambda database, id_: items.write_text(
            database, id_, field, from_plain("Ett <b>&amp; två</b>\n\nTre")
        ),
        lambda item: plain(getattr(item, field)),
        "Ett <b>&amp; två</b>\n\nTre",
        {
            "proposal": "Write the proposal of {item}",
            "summary": "Write the summary of {item}",
            "earlier": "Write the earlier handling of {item}",
            "proceedings": "Write the proceedings of {item}",
            "decision": "Write the decision of {item}",
        }[field],
    )


EDITS = {field: write(field) for field in ("proposal", "summary", "earlier", "proceedings", "decision")} | {
    "title": Edit(
        lambda database, id_: items.rename(database, id_, "  Trygghet \n <b>& annat</b> "),
        lambda item: item.title,
        "Trygghet <b>& annat</b>",
        "Rename {item}",
    ),
    "registry number": Edit(
        lambda database, id_: items.set_registry_number(database, id_, " KS 2015/503\n"),
        lambda item: item.registry_number,
        "KS 2015/503",
        "Set the registry number of {item}",
    ),
    "documents": Edit(
        lambda database, id_: items.write_documents(database, id_, [" A <b>&", "", "B\nC", "  "]),
        lambda item: [document.title for document in item.documents],
        ["A <b>&", "B C"],
        "List the documents of {item}",
    ),
    "recipients": Edit(
        lambda database, id_: items.write_recipients(database, id_, ["Polisen", "\t", "Akten <i>"]),
        lambda item: list(item.recipients),
        ["Polisen", "Akten <i>"],
        "List the recipients of {item}",
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_does_what_it_says_and_can_be_undone(database: Database, ids: Minutes, edit: Edit) -> None:
    before, journal = item(database), entries(database)
    told: list[Changed] = []
    database.listen(told.append)

    edit.do(database, ids.item)

    assert edit.found(item(database)) == edit.wanted
    step = Step(edit.label, {"item": "§ 19"}, ("item", ids.item))
    assert database.undoable == step
    assert told[0].things == {("item", ids.item), ("meeting", ids.meeting)}
    edit.do(database, ids.item)
    assert entries(database) == journal + 1
    assert undo.undo(database) == step
    assert item(database) == before
    assert undo.redo(database) == step
    assert edit.found(item(database)) == edit.wanted
    assert findings(database) == []


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_what_was_edited_leaves_the_file_and_comes_back(database: Database, ids: Minutes, edit: Edit) -> None:
    edit.do(database, ids.item)

    assert not import_document(database, dump_file(database)).changed


def test_an_item_without_a_number_is_called_by_its_title(database: Database) -> None:
    ids = minutes(database, ("Trygghet",), number=None)

    items.rename(database, ids.item, "Trygghetsprogram")

    assert database.undoable == Step("Rename {item}", {"item": "Trygghet"}, ("item", ids.item))


def test_saves_of_one_run_are_one_step(database: Database, ids: Minutes) -> None:
    for words in ("P", "Pr", "Programmet"):
        items.write_text(database, ids.item, "summary", from_plain(words), run="typing")

    undo.undo(database)

    assert item(database).summary == ()


def test_styles_and_points_are_kept(database: Database, ids: Minutes) -> None:
    blocks = (
        Text((Run("Programmet "), Run("ersätter", bold=True), Run(" allt", italic=True))),
        Points(((Run("ett"),), (Run("två"),))),
    )

    items.write_text(database, ids.item, "decision", blocks)

    assert item(database).decision == blocks


def test_an_empty_text_takes_the_text_away(database: Database, ids: Minutes) -> None:
    items.write_text(database, ids.item, "decision", points(["Bifall"]))
    items.write_text(database, ids.item, "decision", (Text((Run("  "),)),))

    assert item(database).decision == ()


def test_no_registry_number_takes_it_away(database: Database, ids: Minutes) -> None:
    items.set_registry_number(database, ids.item, "KS 2015/503")
    for nothing in (None, "", "  "):
        items.set_registry_number(database, ids.item, nothing)
        assert item(database).registry_number is None


# --- what is refused

REFUSED: dict[str, tuple[Callable[[Database, int], object], str]] = {
    "an empty title": (lambda db, id_: items.rename(db, id_, ""), "An item needs a title"),
    "a title of spaces": (lambda db, id_: items.rename(db, id_, " \n\t "), "An item needs a title"),
    "a long title": (
        lambda db, id_: items.rename(db, id_, "a" * 5000), "A line has at most 1000 characters, not 5000",
    ),
    "a null in a title": (
        lambda db, id_: items.rename(db, id_, "ab\0c"),
        "The character U+0000 at position 3 cannot be part of a text",
    ),
    "a null in a text": (
        lambda db, id_: items.write_text(db, id_, "summary", (Text((Run("abc"), Run("\0"))),)),
        "The character U+0000 at position",
    ),
    "half a character": (
        lambda db, id_: items.write_text(db, id_, "summary", (Text((Run("\ud83d"),)),)),
        "The character U+D83D at position 1",
    ),
    "a null in a document": (
        lambda db, id_: items.write_documents(db, id_, ["A", "\0"]), "The character U+0000",
    ),
    "a null in a recipient": (
        lambda db, id_: items.write_recipients(db, id_, ["A", "B\0"]), "The character U+0000",
    ),
    "a null in a number": (lambda db, id_: items.set_registry_number(db, id_, "\0"), "The character U+0000"),
    "a long document": (
        lambda db, id_: items.write_documents(db, id_, ["a" * 5000]), "A line has at most 1000 characters",
    ),
    "a long number": (
        lambda db, id_: items.set_registry_number(db, id_, "a" * 5000), "A line has at most 1000 characters",
    ),
    "a new item without title": (lambda db, _id: agenda.add_agenda_item(db, 1, " "), "An item needs a title"),
    "a new item with a null": (lambda db, _id: agenda.add_agenda_item(db, 1, "A\0"), "The character U+0000"),
    "a new item with a long title": (lambda db, _id: agenda.add_agenda_item(db, 1, "a" * 1001), "not 1001"),
}  # fmt: skip


@pytest.mark.parametrize(("do", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_breaks_a_rule_is_refused_and_changes_nothing(
    database: Database, ids: Minutes, do: Callable[[Database, int], object], said: str
) -> None:
    items.write_documents(database, ids.item, ["A", "B"])
    before, journal = rows(database), entries(database)

    with pytest.raises(RuleBroken) as broken:
        do(database, ids.item)

    assert said in str(broken.value)
    assert (rows(database), entries(database)) == (before, journal)


def test_an_item_or_a_field_that_is_not_there_is_a_bug(database: Database, ids: Minutes) -> None:
    before = rows(database)

    with pytest.raises(LookupError):
        items.rename(database, 99, "X")
    with pytest.raises(ValueError, match="heading"):
        items.write_text(database, ids.item, "heading", ())
    with pytest.raises(LookupError):
        agenda.add_agenda_item(database, 99, "X")

    assert rows(database) == before


# --- lists and new items


def test_documents_that_stay_are_the_same_papers(database: Database, ids: Minutes) -> None:
    paper: dict[str, Any] = {"title": "Personakt", "sha256": "0f" * 32, "type": "application/pdf"}
    given = {"title": "Trygghet", "key": "t", "documents": ["A", paper, "C"]}
    meeting = {"body": "ks", "date": "2016-02-22", "start": "18:30", "items": [given]}
    import_document(database, json.dumps({"format": "klubban-open-1", "meetings": [meeting]}).encode())
    before = item(database).documents

    items.write_documents(database, ids.item, ["Ny", "Personakt", "C", "D"])

    after = item(database).documents
    assert [document.title for document in after] == ["Ny", "Personakt", "C", "D"]
    assert after[1:3] == before[1:3]
    assert after[1].sha256 == "0f" * 32


def test_lists_can_be_turned_round_and_emptied(database: Database, ids: Minutes) -> None:
    for names in (["A", "B", "C"], ["C", "B", "A"], ["B"], ["B", "B"], [], ["A"]):
        items.write_recipients(database, ids.item, names)
        assert item(database).recipients == tuple(names)
    assert findings(database) == []


def test_a_new_item_comes_last(database: Database, ids: Minutes) -> None:
    id_ = agenda.add_agenda_item(database, ids.meeting, " Övriga  frågor ")

    assert [each.title for each in snapshot(database).items] == ["Trygghet", "Budget", "Övriga frågor"]
    assert item(database, 2).id == id_
    assert item(database, 2).number is None
    assert database.undoable == Step("Add {item}", {"item": "Övriga frågor"}, ("meeting", ids.meeting))
    undo.undo(database)
    assert len(snapshot(database).items) == 2


def test_a_new_item_comes_last_where_one_was_taken_out(database: Database, ids: Minutes) -> None:
    agenda.add_agenda_item(database, ids.meeting, "C")
    with database.change("Take out") as change:
        for gone in ids.items:
            change.delete("item", gone)

    agenda.add_agenda_item(database, ids.meeting, "D")

    assert [each.title for each in snapshot(database).items] == ["C", "D"]
