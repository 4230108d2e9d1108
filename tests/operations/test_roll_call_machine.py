"""Whatever is done at the table: stays that can be, or a refusal that changes nothing; undo gives it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from builders import new_file, rows, snapshot
from called import Called, called
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Attendee
from klubban.domain.roll import Moment, check_stays
from klubban.domain.taking_over import places_of
from klubban.operations import disqualifications, roll_call, undo

Deed: TypeAlias = tuple[Any, ...]

people = some.integers(0, 8)
items = some.integers(0, 4)
moments = some.sampled_from(Moment)
ways = some.booleans()
deeds = some.one_of(
    some.tuples(some.just("present"), people, ways),
    some.tuples(some.just("absent"), people),
    some.tuples(some.just("arrive"), people, some.none() | items, moments, ways),
    some.tuples(some.just("leave"), people, items, moments),
    some.tuples(some.just("way"), people, items, ways),
    some.tuples(some.just("rule"), some.none() | some.integers(0, 4), some.none() | people, items, items),
    some.tuples(some.just("out"), people, items),
)


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Called]:
    """Return a meeting whose roll is begun; every example is undone at its end."""
    path: Path = tmp_path_factory.mktemp("machine") / "ekby.klubban"
    database = new_file(path)
    yield called(database)
    database.close()


def do(at: Called, lines: list[int], deed: Deed) -> None:
    """Do one thing at the table."""
    database, (what, who, *more) = at.database, deed
    line = None if who is None else lines[who]
    if what == "present":
        roll_call.call_present(database, at.meeting, [line or 0], remote=more[0])
    elif what == "absent":
        roll_call.mark_absent(database, line or 0)
    elif what == "arrive":
        item = None if more[0] is None else at.items[more[0]]
        roll_call.arrive(database, line or 0, item, more[1], remote=more[2])
    elif what == "leave":
        roll_call.leave(database, line or 0, at.items[more[0]], more[1])
    elif what == "way":
        roll_call.change_way(database, line or 0, at.items[more[0]], remote=more[1])
    elif what == "rule":
        serves = None if more[0] is None else lines[more[0]]
        first, last = (at.items[each] for each in more[1:])
        roll_call.rule(database, at.meeting, line, serves, first, last, "Överenskommet")
    else:
        named = next(each.who for each in at.roll.lines if each.id == line and each.who)
        disqualifications.disqualify(database, at.items[more[0]], named)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(deeds, min_size=1, max_size=8))
def test_the_roll_can_always_be_and_every_step_comes_back(
    evening: Called, done: list[tuple[Any, ...]]
) -> None:
    lines = [line.id for line in evening.roll.lines]
    begun = rows(evening.database)
    states = [begun]
    for deed in done:
        before = rows(evening.database)
        try:
            do(evening, lines, deed)
        except RuleBroken:
            assert rows(evening.database) == before
        if rows(evening.database) != before:
            states.append(rows(evening.database))
        _can_be(evening)
    for state in reversed(states[:-1]):
        undo.undo(evening.database)
        assert rows(evening.database) == state


def _can_be(evening: Called) -> None:
    service = evening.service
    for line in service.roll.lines:
        check_stays(line.stays, service.agenda)
    meeting = snapshot(evening.database, evening.meeting)
    for place, serving in enumerate(service.serving):
        at = [one for one in meeting.attendance if _decides(one, place, evening)]
        assert {one.id for one in at} == set(serving)
        assert len(at) == len(set(serving.values())) <= 5


def _decides(one: Attendee, place: int, evening: Called) -> bool:
    return one.decides and place in places_of(one, evening.service.agenda)


def test_a_refused_deed_leaves_nothing_to_undo(evening: Called) -> None:
    before = evening.database.undoable
    with suppress(RuleBroken):
        roll_call.leave(evening.database, evening.id("Eva"), evening.items[0])

    assert evening.database.undoable == before
