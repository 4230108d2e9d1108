"""Who changed what, when, and what it said before."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from builders import by_hand, minutes, write
from klubban.store.database import Database
from klubban.store.history import CellChange, HistoryEntry, history
from klubban.store.journal import concerned_by, entries
from klubban.store.tables import Thing

LONG = "Förvaltningen har tagit fram ett trygghetsprogram och föreslår att det skickas på remiss. " * 20

DAY_AFTER = date(2016, 3, 7)


def history_of(database: Database, *thing: str | int) -> list[HistoryEntry]:
    wanted: Thing = (str(thing[0]), int(thing[1]))
    with database.read() as read:
        return list(history(read, wanted))


def p(words: str) -> str:
    return f'[{{"p":"{words}"}}]'


def test_an_items_history_tells_who_changed_it_when_and_what_it_said(path: Path) -> None:
    with closing(Database.create(path, "Anna Berg")) as database:
        ids = minutes(database)
        write(database, ids.item, "Remiss")
    with closing(Database.open(path, "Bo Ek")) as database:
        write(database, ids.item, "Avslag")
        found = history_of(database, "item", ids.item)

    assert [(each.who, each.kind, each.label, each.facts) for each in found] == [
        ("Bo Ek", "change", "Write {item}", {"item": "§ 19"}),
        ("Anna Berg", "change", "Write {item}", {"item": "§ 19"}),
        ("Anna Berg", "change", "Begin", {}),
    ]
    assert found[0].cells == (CellChange("item", ids.item, "summary", p("Remiss"), p("Avslag")),)
    assert found[1].cells == (CellChange("item", ids.item, "summary", "[]", p("Remiss")),)
    assert timedelta() <= datetime.now(UTC) - found[0].time < timedelta(minutes=1)
    assert [each.sequence for each in found] == [4, 3, 2]


def test_long_texts_are_whole_before_and_after_each_change(database: Database) -> None:
    ids = minutes(database)
    texts = [LONG, LONG.replace("remiss", "förnyad remiss"), LONG[:700], "Kort.", LONG[300:]]
    for words in texts:
        write(database, ids.item, words)

    found = history_of(database, "item", ids.item)[:-1]

    wanted = [p(words.strip()) for words in texts]
    assert [each.cells[0].after for each in reversed(found)] == wanted
    assert [each.cells[0].before for each in reversed(found)] == ["[]", *wanted[:-1]]


def test_a_run_of_typing_says_once_what_it_is_about(database: Database) -> None:
    ids = minutes(database)
    for words in ("Re", "Remi", "Remiss"):
        write(database, ids.item, words, run="typing")
    with database.read() as read:
        _first, second, third = list(entries(read))[-3:]
        told = concerned_by(read)

    found = history_of(database, "item", ids.item)[:3]

    assert [each.facts for each in found] == [{"item": "§ 19"}] * 3
    assert [each.cells[0].after for each in found] == [p("Remiss"), p("Remi"), p("Re")]
    assert [each.label for each in found] == ["Write {item}"] * 3
    assert [second.header.label, third.header.label] == ["", ""]
    assert "§ 19" not in (second.payload or "") + (third.payload or "")
    assert [told.get(each.header.sequence, []) for each in (second, third)] == [[], []]
    undone = database.undo()
    assert undone is not None
    assert (undone.facts, undone.place) == ({"item": "§ 19"}, ("item", ids.item))


def test_the_beginning_of_a_thing_is_told_column_by_column(database: Database) -> None:
    ids = minutes(database)

    first = history_of(database, "item", ids.item)[-1]

    assert CellChange("item", ids.item, "title", None, "Trygghet") in first.cells
    assert CellChange("item", ids.item, "number", None, 19) in first.cells
    assert all(cell.before is None for cell in first.cells)


def test_an_items_history_holds_nothing_of_other_items(database: Database) -> None:
    ids = minutes(database, ("Trygghet", "Budget"))
    one, other = ids.items
    with database.change("Both") as change:
        change.update("item", one, title="Trygghetsprogram")
        change.update("item", other, title="Mål och budget")
    with database.change("Other") as change:
        change.update("item", other, title="Budget 2017")

    found = history_of(database, "item", one)

    assert [each.label for each in found] == ["Both", "Begin"]
    assert found[0].cells == (CellChange("item", one, "title", "Trygghet", "Trygghetsprogram"),)
    assert {(cell.table, cell.id) for cell in found[1].cells} == {("item", one)}


def test_long_texts_of_other_items_in_the_same_change_stand_in_nobodys_way(database: Database) -> None:
    ids = minutes(database, ("Trygghet", "Budget"))
    one, other = ids.items
    write(database, other, LONG)
    with database.change("Both") as change:
        change.update("item", one, registry_number="KS 2015/503")
        change.update("item", other, summary=())
    write(database, other, "Något annat. " + LONG)

    assert [each.label for each in history_of(database, "item", one)] == ["Both", "Begin"]


def test_what_is_part_of_an_item_belongs_to_its_history_and_its_meetings(database: Database) -> None:
    ids = minutes(database)
    with database.change("Move") as change:
        motion = change.insert("motion", item_id=ids.item, position=0, asks="approve")
    with database.change("Name") as change:
        mover = change.insert("mover", motion_id=motion, position=0, name="Bo Ek")
    with database.change("Rename") as change:
        change.update("mover", mover, name="Bo Eek")

    for thing in (("item", ids.item), ("meeting", ids.meeting)):
        found = history_of(database, *thing)
        assert [each.label for each in found] == ["Rename", "Name", "Move", "Begin"]
        assert found[0].cells == (CellChange("mover", mover, "name", "Bo Ek", "Bo Eek"),)


def test_the_history_of_what_was_taken_out_can_still_be_told(database: Database) -> None:
    ids = minutes(database)
    write(database, ids.item, LONG)
    with database.change("Move") as change:
        motion = change.insert("motion", item_id=ids.item, position=0, asks="approve")
    with database.change("Take out") as change:
        change.delete_whole("item", ids.item)

    found = history_of(database, "item", ids.item)

    assert [each.label for each in found] == ["Take out", "Move", "Write {item}", "Begin"]
    gone = {(cell.table, cell.column): cell.before for cell in found[0].cells}
    assert gone["item", "summary"] == p(LONG.strip())
    assert gone["motion", "asks"] == "approve"
    assert gone["motion", "id"] == motion
    assert {cell.after for cell in found[0].cells} == {None}


def test_undo_and_redo_are_told_as_what_they_are(database: Database) -> None:
    ids = minutes(database)
    write(database, ids.item, LONG)
    database.undo()
    database.redo()

    found = history_of(database, "item", ids.item)

    assert [(each.kind, each.label) for each in found] == [
        ("redo", "Write {item}"), ("undo", "Write {item}"), ("change", "Write {item}"), ("change", "Begin"),
    ]  # fmt: skip
    assert [cell.after for each in found[:3] for cell in each.cells] == [
        p(LONG.strip()),
        "[]",
        p(LONG.strip()),
    ]


def test_what_is_erased_is_told_as_erased_and_so_is_what_came_before(database: Database, path: Path) -> None:
    ids = minutes(database)
    for words in ("Ett", "Två", "Tre"):
        write(database, ids.item, words)
    with by_hand(path) as hand:
        hand.execute("UPDATE entry SET payload = NULL WHERE sequence = 4")

    found = history_of(database, "item", ids.item)

    assert [(each.erased, len(each.cells)) for each in found] == [(False, 1), (True, 0), (True, 0), (True, 0)]
    assert [each.who for each in found] == ["Anna Berg"] * 4


def test_an_item_that_was_moved_is_told_of_in_both_meetings(database: Database) -> None:
    ids = minutes(database)
    with database.change("Plan") as change:
        other = change.insert("meeting", body_id=ids.body, date=DAY_AFTER, stage="planned")
    with database.change("Move") as change:
        change.update("item", ids.item, meeting_id=other, position=3)
    with database.change("Place") as change:
        change.update("item", ids.item, position=0)
    write(database, ids.item, LONG)

    assert [each.label for each in history_of(database, "meeting", other)] == [
        "Write {item}", "Place", "Move", "Plan",
    ]  # fmt: skip
    assert [each.label for each in history_of(database, "meeting", ids.meeting)] == ["Move", "Begin"]
