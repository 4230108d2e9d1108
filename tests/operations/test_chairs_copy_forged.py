"""Copies that somebody has tampered with: each is refused in words, or judged; never anything else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import findings, minutes, new_file, rows
from copies import ON, TITLES, Chair, lend
from klubban.documents.chairs_copy_words import told
from klubban.domain.chairs_copy import Copy, Does, Move, _id_of
from klubban.exchange import chairs_copy as exchange
from klubban.exchange.refused import Refused
from klubban.i18n import texts
from klubban.operations.agenda import move_item, remove_item, withdraw_item
from klubban.operations.chairs_copy import review
from klubban.operations.chairs_verdicts import take_moves
from klubban.store.database import Database


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Copy]]:
    """Return a file whose agenda has changed since it was lent, and what the chair sent back."""
    folder = tmp_path_factory.mktemp("office")
    database = new_file(folder / "ekby.klubban")
    held = minutes(database, TITLES, number=None)
    lend(database, held.meeting, folder / "ks.klubban-ordf")
    chair = Chair(folder / "ks.klubban-ordf")
    chair.moves("Övriga frågor", "Upprop")
    chair.does(Does.ADD, title="Ny skola", minutes=10, start=time(19), text="Brådskar")
    chair.does(Does.WITHDRAW, "Skolväg", text="Underlaget är inte klart")
    chair.does(Does.COMMENT, "Budget", text="Varför?")
    move_item(database, held.items[2], None)
    remove_item(database, held.items[1])
    withdraw_item(database, held.items[3], by="Anna Berg", on=ON)
    yield database, replace(chair.copy, by="Bo Ek")
    database.close()


def refused_or_judged(database: Database, data: bytes) -> None:
    before = rows(database)
    try:
        found = review(database, data)
    except Refused as refused:
        told_why = str(refused)
        assert told_why
        assert rows(database) == before
        return
    assert rows(database) == before
    assert all(told(each, texts("sv")).whole for each in found.moves)
    taken = take_moves(database, found, on=ON, nevertheless=True)
    assert {*taken.done, *taken.conflicts, *taken.refused} == {each.move.id for each in found.pending}
    if taken.done:
        database.undo()
    assert rows(database) == before
    assert findings(database) == []


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["1", "5", "4711", "move", "add", "19:00", "2016-02-22", "\x00", "<b>", "a\nb"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def _places(value: Any, steps: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inner:
        yield (*steps, step)
        yield from _places(part, (*steps, step))


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_copy_with_another_value_somewhere_is_refused_or_judged(
    office: tuple[Database, Copy], data: st.DataObject
) -> None:
    database, copy = office
    written = json.loads(exchange.write(copy))
    *above, last = data.draw(st.sampled_from(list(_places(written))))
    whole = written
    for step in above:
        whole = whole[step]
    if data.draw(st.booleans()):
        whole[last] = data.draw(_JSON)
    else:
        del whole[last]

    refused_or_judged(database, json.dumps(written).encode("utf-8", "surrogatepass"))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.integers(0, 30), st.binary(max_size=12))
def test_a_copy_with_other_bytes_somewhere_is_refused_or_judged(
    office: tuple[Database, Copy], at: int, less: int, more: bytes
) -> None:
    database, copy = office
    data = exchange.write(copy)
    place = at % len(data)

    refused_or_judged(database, data[:place] + more + data[place + less :])


@st.composite
def _moves(draw: st.DrawFn) -> Move:
    keys = st.sampled_from(["", "1", "2", "3", "4", "5", "6", "x", "\uff14", "-1", "1" * 40])
    return Move(
        does=draw(st.sampled_from(Does)),
        item=draw(keys),
        after=draw(st.none() | keys),
        title=draw(st.sampled_from(["", "Ny skola", "Budget", "a\nb", " ", "<script>", "x" * 2_000])),
        minutes=draw(st.none() | st.sampled_from([-1, 0, 1, 1440, 1441, 10**9])),
        start=draw(st.none() | st.just(time(9, 30))),
        text=draw(st.sampled_from(["", "Varför?", "\n", "x" * 5_000])),
    )


def forged(copy: Copy, moves: list[Move]) -> Copy:
    """Return a copy with moves that have the ids which they would have, had they been made in Klubban."""
    made: list[Move] = []
    for move in moves:
        made.append(replace(move, id=_id_of(move, made[-1].id if made else copy.sha256)))
    return replace(copy, moves=tuple(made))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_moves(), max_size=4))
def test_moves_that_were_forged_with_care_are_refused_or_judged(
    office: tuple[Database, Copy], moves: list[Move]
) -> None:
    database, copy = office

    refused_or_judged(database, exchange.write(forged(copy, moves)))


def test_as_many_moves_as_a_copy_holds_are_judged_in_time(office: tuple[Database, Copy]) -> None:
    database, copy = office
    keys = [item.key for item in copy.base.items]
    moves = [Move(does=Does.MOVE, item=keys[place % 5], after=keys[(place + 2) % 5]) for place in range(300)]

    found = review(database, exchange.write(forged(copy, moves)))

    assert len(found.moves) == 300


def test_more_moves_than_a_copy_holds_are_refused(office: tuple[Database, Copy]) -> None:
    database, copy = office
    moves = [Move(does=Does.COMMENT, item=copy.base.items[0].key, text="Varför?")] * 301

    with pytest.raises(Refused, match="/moves"):
        review(database, exchange.write(forged(copy, moves)))
