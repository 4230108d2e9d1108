from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import Minutes, entries, findings, minutes, new_file, rows, snapshot
from copies import ON, TITLES, Chair, came_back, lend
from klubban.domain.agenda import Act, Origin
from klubban.domain.chairs_copy import Does, Move, apply, with_move
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting, Outcome, Stage
from klubban.domain.merging import Status, Why
from klubban.domain.text import from_plain
from klubban.exchange.refused import Refused
from klubban.operations.agenda import (
    add_agenda_item,
    move_item,
    postpone_item,
    remove_item,
    restore_item,
    set_item,
    withdraw_item,
)
from klubban.operations.chairs_copy import again, copy_name, review
from klubban.operations.chairs_verdicts import leave_moves, take_moves
from klubban.operations.items import rename
from klubban.store.database import Database
from klubban.store.trouble import Trouble


@pytest.fixture
def held(database: Database) -> Minutes:
    return minutes(database, TITLES, number=None)


@pytest.fixture
def lent(tmp_path: Path) -> Path:
    return tmp_path / "ks.klubban-ordf"


@pytest.fixture
def chair(database: Database, held: Minutes, lent: Path) -> Chair:
    lend(database, held.meeting, lent)
    return Chair(lent)


def titles(database: Database) -> list[str]:
    return [item.title for item in snapshot(database).items]


def item(meeting: Meeting, title: str) -> Item:
    return next(each for each in meeting.items if each.title == title)


# --- lending


def test_a_copy_says_what_it_is_of_and_who_made_it(chair: Chair) -> None:
    base = chair.copy.base

    assert (base.body, base.date, base.start) == ("Kommunstyrelsen", date(2016, 2, 22), time(18, 30))
    assert (base.made_by, base.made_on, base.made_at) == ("Anna Berg", ON, time(9, 15))
    assert [(each.number, each.title) for each in base.items] == [
        (str(place), title) for place, title in enumerate(TITLES, 1)
    ]


def test_of_a_confidential_item_the_copy_holds_the_place_alone(
    database: Database, held: Minutes, lent: Path
) -> None:
    with database.change("Hide") as change:
        change.update(
            "item",
            held.items[2],
            confidential=True,
            proposal=from_plain("Hemligt förslag"),
            registry_number="KS 2016/7",
            presenters=("Eva Vik",),
        )
        change.insert("document", item_id=held.items[2], position=0, title="Hemlig bilaga")
        change.insert("document", item_id=held.items[3], position=0, title="Hemligt brev", confidential=True)
        change.insert("chair_note", item_id=held.items[3], text=from_plain("Min egen minneslapp"))

    lend(database, held.meeting, lent)

    written = lent.read_text()
    for words in ("Budget", "Hemligt", "KS 2016/7", "Eva Vik", "Hemlig", "minneslapp"):
        assert words not in written
    hidden = Chair(lent).copy.base.items[2]
    assert (hidden.number, hidden.confidential, hidden.documents) == ("3", True, ())


@pytest.mark.usefixtures("chair")
def test_undo_does_not_cross_what_left_the_file(database: Database) -> None:
    assert database.undo() is None


def test_nothing_is_lent_that_cannot_be_written(database: Database, held: Minutes, tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("")
    before = entries(database)

    with pytest.raises(Trouble):
        lend(database, held.meeting, tmp_path / "folder" / "ks.klubban-ordf")

    assert entries(database) == before


def test_an_empty_agenda_is_not_lent(database: Database, lent: Path) -> None:
    made = minutes(database, ())

    with pytest.raises(RuleBroken, match="nothing on the agenda"):
        lend(database, made.meeting, lent)

    assert not lent.exists()


def test_a_copy_is_called_by_body_and_day(database: Database, held: Minutes) -> None:
    assert copy_name(database, held.meeting) == "ks-2016-02-22-1830.klubban-ordf"


# --- taking


def test_everything_that_the_chair_wants_is_taken_in_one_step(database: Database, chair: Chair) -> None:
    before = rows(database)
    chair.moves("Övriga frågor", "Upprop")
    chair.does(Does.WITHDRAW, "Skolväg", text="Underlaget är inte klart")
    chair.does(Does.TIME, "Budget", minutes=20, start=time(19))
    chair.does(Does.COMMENT, "Budget", text="Bjud in ekonomichefen")
    chair.does(Does.ADD, after=chair.copy.base.items[2].key, title="Ny skola", minutes=10, text="Brådskar")

    taken = take_moves(database, came_back(database, chair), on=ON)

    meeting = snapshot(database)
    assert len(taken.done) == 5
    assert titles(database) == [
        "Upprop", "Övriga frågor", "Föregående protokoll", "Budget", "Ny skola", "Skolväg",
    ]  # fmt: skip
    (act,) = item(meeting, "Skolväg").acts
    assert (act.act, act.by, act.on, act.reason) == (Act.WITHDRAWN, "Bo Ek", ON, "Underlaget är inte klart")
    assert (item(meeting, "Budget").minutes, item(meeting, "Budget").start) == (20, time(19))
    assert [(each.by, each.text) for each in item(meeting, "Budget").comments] == [
        ("Bo Ek", "Bjud in ekonomichefen")
    ]
    assert item(meeting, "Ny skola").origin is Origin.CHAIR
    assert findings(database) == []
    database.undo()
    assert rows(database) == before


def test_taking_twice_does_nothing_more(database: Database, chair: Chair) -> None:
    chair.moves("Övriga frågor", "Upprop")
    chair.does(Does.COMMENT, "Budget", text="Bjud in ekonomichefen")
    chair.does(Does.ADD, title="Ny skola")
    take_moves(database, came_back(database, chair), on=ON)
    before, held = rows(database), entries(database)

    taken = take_moves(database, came_back(database, chair), on=ON)

    assert taken.done == ()
    assert (rows(database), entries(database)) == (before, held)


def test_a_copy_that_comes_again_with_more_offers_what_is_new(database: Database, chair: Chair) -> None:
    chair.moves("Övriga frågor", "Upprop")
    take_moves(database, came_back(database, chair), on=ON)
    chair.does(Does.ADD, title="Ny skola")

    found = came_back(database, chair)

    assert [each.status for each in found.moves] == [Status.TAKEN, Status.APPLIES]


def test_undo_brings_back_what_was_taken_and_its_verdict(database: Database, chair: Chair) -> None:
    chair.moves("Övriga frågor", "Upprop")
    found = came_back(database, chair)
    take_moves(database, found, on=ON)

    database.undo()

    assert titles(database) == list(TITLES)
    assert [each.status for each in again(database, found).moves] == [Status.APPLIES]


def test_one_of_several_is_taken_with_what_it_needs(database: Database, chair: Chair) -> None:
    chair.moves("Skolväg", None)
    add = chair.does(Does.ADD, title="Ny skola")
    chair.copy = with_move(chair.copy, Move(does=Does.TIME, item=add, minutes=5))
    wanted = chair.copy.moves[-1].id

    taken = take_moves(database, came_back(database, chair), [wanted], on=ON)

    assert taken.done == (add, wanted)
    assert titles(database) == ["Ny skola", *TITLES]


def test_what_was_added_is_found_again_when_later_moves_are_taken_alone(
    database: Database, chair: Chair
) -> None:
    add = chair.does(Does.ADD, title="Ny skola")
    chair.does(Does.COMMENT, "Budget", text="Nej")
    chair.copy = with_move(chair.copy, Move(does=Does.MOVE, item=add, after=chair.copy.base.items[1].key))
    found = came_back(database, chair)
    take_moves(database, found, [add], on=ON)

    take_moves(database, again(database, found), [chair.copy.moves[-1].id], on=ON)

    assert titles(database)[2] == "Ny skola"


def test_what_is_left_is_not_offered_again(database: Database, chair: Chair) -> None:
    chair.moves("Övriga frågor", "Upprop")
    found = came_back(database, chair)

    leave_moves(database, found, [each.move.id for each in found.moves], on=ON)

    assert again(database, found).pending == ()
    assert titles(database) == list(TITLES)
    assert take_moves(database, came_back(database, chair), on=ON).done == ()


def test_all_are_taken_but_those_that_something_is_in_the_way_of(
    database: Database, held: Minutes, chair: Chair
) -> None:
    chair.moves("Övriga frågor", "Upprop")
    chair.does(Does.TIME, "Budget", minutes=20)
    chair.does(Does.COMMENT, "Skolväg", text="Bra")
    move_item(database, held.items[4], None)
    set_item(database, held.items[2], minutes=45)
    remove_item(database, held.items[3])
    found = came_back(database, chair)

    taken = take_moves(database, found, on=ON)

    assert [each.why for each in found.moves] == [Why.MOVED, Why.TIMED, Why.GONE]
    assert taken.done == ()
    assert taken.conflicts == tuple(each.move.id for each in found.moves)


def test_what_something_is_in_the_way_of_is_taken_nevertheless(
    database: Database, held: Minutes, chair: Chair
) -> None:
    chair.moves("Övriga frågor", "Upprop")
    move_item(database, held.items[4], None)
    found = came_back(database, chair)

    taken = take_moves(database, found, [found.moves[0].move.id], on=ON, nevertheless=True)

    assert len(taken.done) == 1
    assert titles(database)[:2] == ["Upprop", "Övriga frågor"]


def test_what_is_gone_cannot_be_taken_at_all(database: Database, held: Minutes, chair: Chair) -> None:
    chair.moves("Övriga frågor", "Upprop")
    remove_item(database, held.items[4])
    found = came_back(database, chair)

    taken = take_moves(database, found, [found.moves[0].move.id], on=ON, nevertheless=True)

    assert (taken.done, taken.conflicts) == ((), (found.moves[0].move.id,))


def test_what_a_rule_refuses_is_told_of_and_the_rest_is_taken(
    database: Database, held: Minutes, chair: Chair
) -> None:
    chair.moves("Upprop", "Budget")
    chair.does(Does.COMMENT, "Skolväg", text="Bra")
    with database.change("Number") as change:
        for place, id_ in enumerate(held.items, 19):
            change.update("item", id_, number=place)

    taken = take_moves(database, came_back(database, chair), on=ON)

    ((refused, why),) = taken.refused.items()
    assert refused == chair.copy.moves[0].id
    assert "§ 19" in str(why)
    assert taken.done == (chair.copy.moves[1].id,)


def test_nothing_is_taken_once_the_protocol_is_verified(
    database: Database, held: Minutes, chair: Chair
) -> None:
    chair.moves("Upprop", "Budget")
    with database.change("Verify") as change:
        change.update("meeting", held.meeting, stage=Stage.VERIFIED)
    before = rows(database)

    taken = take_moves(database, came_back(database, chair), on=ON)

    assert "verified" in str(taken.refused[chair.copy.moves[0].id])
    assert rows(database) == before


# --- refusing


def refused(database: Database, data: bytes) -> str:
    before = rows(database)
    with pytest.raises(Refused) as caught:
        review(database, data)
    assert rows(database) == before
    return str(caught.value)


def changed(chair: Chair, **values: object) -> bytes:
    return json.dumps(json.loads(chair.data) | values).encode()


def test_another_files_copy_is_refused(chair: Chair, tmp_path: Path) -> None:
    other = Database.create(tmp_path / "other.klubban", "Eva Vik")
    try:
        told = refused(other, chair.data)
    finally:
        other.close()

    assert told.startswith("This copy was lent from another file")
    assert "Kommunstyrelsen" in told


def test_a_copy_that_was_never_lent_is_refused(database: Database, chair: Chair) -> None:
    with database.change("Forget") as change:
        change.delete("chairs_copy", 1)

    assert refused(database, chair.data).startswith("No copy with this agenda was lent")


def test_a_base_that_was_altered_is_refused(database: Database, chair: Chair) -> None:
    written = json.loads(chair.data)
    written["base"]["items"][0]["title"] = "Annat"

    assert "not as it was when it was lent" in refused(database, json.dumps(written).encode())


def test_moves_that_were_altered_are_refused(database: Database, chair: Chair) -> None:
    chair.does(Does.COMMENT, "Budget", text="Bjud in ekonomichefen")

    told = refused(database, chair.data.replace(b"ekonomichefen", b"riksrevisorn"))

    assert "not as the chair made them" in told


def test_a_move_that_is_not_known_is_refused(database: Database, chair: Chair) -> None:
    chair.moves("Upprop", "Budget")

    told = refused(database, chair.data.replace(b'"move"', b'"delete"'))

    assert told.startswith("/moves/0/do: Expected one of these words: move, add")


def test_a_move_outside_the_base_is_refused(database: Database, chair: Chair) -> None:
    chair.moves("Upprop", "Budget")
    key = chair.copy.base.items[0].key
    written = json.loads(chair.data)
    written["moves"][0]["item"] = "4711"

    told = refused(database, json.dumps(written).encode())

    assert key != "4711"
    assert "/moves" in told


def test_a_newer_format_is_named(database: Database, chair: Chair) -> None:
    assert "newer Klubban" in refused(database, changed(chair, format="klubban-chairs-copy-2"))


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"\xff\xfe", b"{", b'{"format": "klubban-open-1"}', b"[" * 100_000, b"null"]
)
def test_what_is_no_copy_is_refused(database: Database, data: bytes) -> None:
    assert refused(database, data)


def test_a_file_that_is_too_large_is_refused_unread(database: Database) -> None:
    assert "8388608 bytes" in refused(database, b" " * 9_000_000)


def test_markup_is_words_like_any_other(database: Database, chair: Chair) -> None:
    markup = '<img src="http://example.org/x.png"><script>alert(1)</script>'
    chair.does(Does.ADD, title=markup)

    take_moves(database, came_back(database, chair), on=ON)

    assert titles(database)[0] == markup


# --- whatever both do meanwhile

_EDITS = st.lists(st.tuples(st.sampled_from("maawrtcpdn"), st.integers(0, 9), st.integers(0, 9)), max_size=7)


def chairs(chair: Chair, edits: list[tuple[str, int, int]]) -> None:
    """Let the chair do what was drawn, as far as the agenda allows."""
    for kind, which, where in edits:
        lines = apply(chair.copy.base, chair.copy.moves)
        line = lines[which % len(lines)].item
        anchors = [None, *(each.item.key for each in lines if each.item.key != line.key)]
        after = anchors[where % len(anchors)]
        withdraw = Does.RESTORE if line.off else Does.WITHDRAW
        move = {
            "m": Move(does=Does.MOVE, item=line.key, after=after),
            "a": Move(does=Does.ADD, title=f"Ordförandens {which} {where}", after=after),
            "w": Move(does=withdraw, item=line.key),
            "t": Move(does=Does.TIME, item=line.key, minutes=1 + where),
            "c": Move(does=Does.COMMENT, item=line.key, text=f"Kommentar {which} {where}"),
        }.get(kind)
        if move:
            chair.copy = with_move(chair.copy, move)


def secretarys(database: Database, meeting_id: int, edits: list[tuple[str, int, int]]) -> None:
    """Let the secretary do what was drawn, as far as the agenda allows."""
    for place, (kind, which, where) in enumerate(edits):
        there = snapshot(database, meeting_id).items
        one, other = there[which % len(there)], there[where % len(there)]
        off = one.outcome in (Outcome.WITHDRAWN, Outcome.POSTPONED)
        if kind == "m" and one is not other:
            move_item(database, one.id, other.id)
        elif kind == "a":
            add_agenda_item(database, meeting_id, f"Sekreterarens {place}", after=one.id)
        elif kind == "w" and off:
            restore_item(database, one.id, by="Anna Berg", on=ON)
        elif kind == "w":
            withdraw_item(database, one.id, by="Anna Berg", on=ON)
        elif kind == "p" and not off:
            postpone_item(database, one.id, by="Anna Berg", on=ON)
        elif kind == "t":
            set_item(database, one.id, minutes=60 + where)
        elif kind == "d" and len(there) > 1:
            remove_item(database, one.id)
        elif kind == "n":
            rename(database, one.id, f"Omdöpt {place}")


@settings(max_examples=10)
@given(_EDITS, _EDITS)
def test_nothing_that_either_wrote_is_lost_and_taking_twice_is_taking_once(
    mine: list[tuple[str, int, int]], hers: list[tuple[str, int, int]]
) -> None:
    with TemporaryDirectory() as folder:
        database = new_file(Path(folder) / "ekby.klubban")
        held = minutes(database, TITLES, number=None)
        lend(database, held.meeting, Path(folder) / "ks.klubban-ordf")
        chair = Chair(Path(folder) / "ks.klubban-ordf")
        chairs(chair, hers)
        secretarys(database, held.meeting, mine)
        before, told = snapshot(database), rows(database)

        found = came_back(database, chair)
        taken = take_moves(database, found, on=ON)

        after, stored = snapshot(database), rows(database)
        done = {move.id: move for move in chair.copy.moves if move.id in taken.done}
        assert {*taken.done, *taken.conflicts, *taken.refused} == {move.id for move in chair.copy.moves}
        assert [item.title for item in after.items if item.key not in done] == sorted(
            (item.title for item in before.items), key=[item.title for item in after.items].index
        )
        assert {item.key for item in after.items if item.key in done} == {
            move.id for move in done.values() if move.does is Does.ADD
        }
        remarks = [comment.text for item in after.items for comment in item.comments]
        assert sorted(remarks) == sorted(move.text for move in done.values() if move.text)
        if not mine:
            wanted = apply(chair.copy.base, chair.copy.moves)
            assert [item.title for item in after.items] == [line.item.title for line in wanted]
        assert take_moves(database, came_back(database, chair), on=ON).done == ()
        assert rows(database) == stored
        assert findings(database) == []
        if taken.done:
            database.undo()
        assert rows(database) == told
        database.close()
