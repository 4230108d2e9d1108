"""The session: opened, paused, adjourned, resumed and closed, with times that run forwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest

from builders import DAY, Minutes, findings, minutes, rows, snapshot
from called import called
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Recess, Stage
from klubban.domain.session import current_recess, recess_at
from klubban.operations import agenda, assignments, session, undo
from klubban.store.database import Database

NEXT = date(2016, 2, 23)


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a planned meeting with three items that have no numbers yet."""
    return minutes(database, ("A", "B", "C"), number=None)


@pytest.fixture
def opened(database: Database, ids: Minutes) -> Minutes:
    """Return it opened at 18:30."""
    session.open_meeting(database, ids.meeting, time(18, 30))
    return ids


def numbers(database: Database) -> list[int | None]:
    """Return the numbers of the items."""
    return [each.number for each in snapshot(database).items]


def test_opening_notes_the_time_and_numbers_the_items_in_one_step(database: Database, ids: Minutes) -> None:
    session.open_meeting(database, ids.meeting, time(18, 33))

    meeting = snapshot(database)
    assert (meeting.stage, meeting.opened, meeting.start) == (Stage.IN_SESSION, time(18, 33), time(18, 30))
    assert numbers(database) == [1, 2, 3]
    assert findings(database) == []
    undo.undo(database)
    assert snapshot(database).stage is Stage.PLANNED
    assert numbers(database) == [None, None, None]


def test_opening_leaves_the_roll_as_it_is(database: Database) -> None:
    found = called(database)
    found.present("Eva", "Bo")
    before = found.roll

    session.open_meeting(database, found.meeting, time(18, 30))

    assert found.roll == before


def test_a_pause_and_an_adjournment_are_noted_and_end(database: Database, opened: Minutes) -> None:
    session.pause(database, opened.meeting, time(19), after=opened.item)
    paused = current_recess(snapshot(database))
    session.resume(database, opened.meeting, time(19, 10))
    session.adjourn(database, opened.meeting, time(20), after=opened.items[1])
    session.resume(database, opened.meeting, time(20, 30))

    assert paused is not None
    assert (paused.starts, paused.adjourned, paused.after) == (time(19), False, opened.item)
    first, second = snapshot(database).recesses
    assert (first.ends, second.starts, second.ends, second.adjourned) == (
        time(19, 10), time(20), time(20, 30), True,
    )  # fmt: skip
    assert current_recess(snapshot(database)) is None


def test_an_adjournment_to_another_day_takes_the_meeting_there(database: Database, opened: Minutes) -> None:
    session.adjourn(database, opened.meeting, time(21), until=time(9), until_day=NEXT)
    waiting = snapshot(database)
    session.resume(database, opened.meeting, time(9, 5))
    session.close_meeting(database, opened.meeting, time(11))

    assert waiting.last_day == NEXT
    assert recess_at(waiting, datetime.combine(NEXT, time(8))) is not None
    assert recess_at(waiting, datetime.combine(NEXT, time(9))) is None
    meeting = snapshot(database)
    [recess] = meeting.recesses
    assert (recess.ends, recess.ends_on) == (time(9, 5), NEXT)
    assert (meeting.stage, meeting.end, meeting.end_date) == (Stage.CLOSED, time(11), NEXT)


def test_a_meeting_that_passes_midnight_ends_on_the_day_after(database: Database, opened: Minutes) -> None:
    session.pause(database, opened.meeting, time(23, 50))
    session.resume(database, opened.meeting, time(0, 5))
    session.close_meeting(database, opened.meeting, time(0, 20))

    meeting = snapshot(database)
    assert (meeting.end, meeting.end_date, meeting.recesses[0].ends_on) == (time(0, 20), NEXT, NEXT)


def test_a_pause_that_has_ended_is_not_ended_again(database: Database, opened: Minutes) -> None:
    session.pause(database, opened.meeting, time(19))
    session.resume(database, opened.meeting, time(19, 10))

    with pytest.raises(RuleBroken, match="is not paused"):
        session.resume(database, opened.meeting, time(20))

    assert snapshot(database).recesses[0].ends == time(19, 10)


def test_a_pause_within_a_pause_is_refused(database: Database, opened: Minutes) -> None:
    session.pause(database, opened.meeting, time(19))

    with pytest.raises(RuleBroken, match="is paused already"):
        session.adjourn(database, opened.meeting, time(19, 5))


def test_closing_ends_a_pause_that_goes_on_and_reopening_takes_the_end_back(
    database: Database, opened: Minutes
) -> None:
    session.pause(database, opened.meeting, time(20))
    session.close_meeting(database, opened.meeting, time(20, 15))
    closed = snapshot(database)

    session.reopen_meeting(database, opened.meeting)

    assert (closed.stage, closed.recesses[0].ends) == (Stage.CLOSED, time(20, 15))
    assert (snapshot(database).stage, snapshot(database).end) == (Stage.IN_SESSION, None)


Do = Callable[[Database, int], Any]
REFUSED: dict[str, tuple[Do, str]] = {
    "close before it was opened": (
        lambda file, id_: session.close_meeting(file, id_, time(20)),
        "The meeting on 2016-02-22 has not been opened",
    ),
    "pause before it was opened": (
        lambda file, id_: session.pause(file, id_, time(20)),
        "The meeting on 2016-02-22 has not been opened",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_needs_an_opened_meeting_is_refused_before(database: Database, ids: Minutes, what: str) -> None:
    do, sentence = REFUSED[what]

    with pytest.raises(RuleBroken, match=sentence):
        do(database, ids.meeting)


REFUSED_IN_SESSION: dict[str, tuple[Do, str]] = {
    "open again": (lambda file, id_: session.open_meeting(file, id_, time(19)), "was opened already"),
    "resume": (lambda file, id_: session.resume(file, id_, time(19)), "is not paused"),
    "pause too early": (
        lambda file, id_: session.pause(file, id_, time(18)),
        "It was 18:30 already, and cannot be 18:00",
    ),
    "close too early": (
        lambda file, id_: session.close_meeting(file, id_, time(17)),
        "It was 18:30 already, and cannot be 17:00",
    ),
    "close on the day before": (
        lambda file, id_: session.close_meeting(file, id_, time(19), day=date(2016, 2, 21)),
        "It was 2016-02-22 already, and cannot be 2016-02-21",
    ),
    "adjourn to the day before": (
        lambda file, id_: session.adjourn(file, id_, time(19), until_day=date(2016, 2, 21)),
        "before it was adjourned",
    ),
    "an item of another meeting": (
        lambda file, id_: session.pause(file, id_, time(19), after=999),
        "of another meeting",
    ),
    "end of a meeting that goes on": (
        lambda file, id_: session.set_times(file, id_, end=time(20)),
        "is not closed",
    ),
    "recesses that run backwards": (
        lambda file, id_: session.set_times(
            file, id_, recesses=(Recess(id=0, starts=time(19), ends=time(18, 45)),)
        ),
        "It was 19:00 already, and cannot be 18:45",
    ),
}


@pytest.mark.parametrize("what", REFUSED_IN_SESSION)
def test_what_cannot_be_in_session_is_refused_by_name(database: Database, opened: Minutes, what: str) -> None:
    do, sentence = REFUSED_IN_SESSION[what]

    with pytest.raises(RuleBroken, match=sentence):
        do(database, opened.meeting)

    assert findings(database) == []


def test_times_are_corrected_together(database: Database, opened: Minutes) -> None:
    session.pause(database, opened.meeting, time(19))
    session.close_meeting(database, opened.meeting, time(20))

    session.set_times(
        database,
        opened.meeting,
        opened=time(18, 0),
        end=time(0, 10),
        recesses=(
            Recess(id=0, starts=time(18, 20), ends=time(18, 30), adjourned=True),
            Recess(id=0, starts=time(23, 55), ends=time(0, 5)),
        ),
    )

    meeting = snapshot(database)
    assert (meeting.opened, meeting.end, meeting.end_date) == (time(18), time(0, 10), NEXT)
    assert [each.ends_on for each in meeting.recesses] == [None, NEXT]
    session.set_times(database, opened.meeting, end=time(23, 58), recesses=())
    assert (snapshot(database).end_date, snapshot(database).recesses) == (None, ())


def test_a_verified_meeting_refuses_other_times(database: Database, opened: Minutes) -> None:
    session.close_meeting(database, opened.meeting, time(20))
    with database.change("Verify") as change:
        change.update("meeting", opened.meeting, stage="verified")

    changes: tuple[Callable[[], None], ...] = (
        lambda: session.set_times(database, opened.meeting, opened=time(18)),
        lambda: session.reopen_meeting(database, opened.meeting),
        lambda: session.verify_at_once(database, opened.item, at_once=True),
    )
    for do in changes:
        with pytest.raises(RuleBroken, match="verified"):
            do()


def test_an_item_is_taken_out_with_the_pause_after_it(database: Database, opened: Minutes) -> None:
    added = agenda.add_agenda_item(database, opened.meeting, "D", on=DAY)
    session.pause(database, opened.meeting, time(20), after=added)

    agenda.remove_item(database, added)

    assert snapshot(database).recesses[0].after == opened.items[2]


def test_a_year_that_is_a_slip_is_refused_wherever_a_day_is_noted(
    database: Database, opened: Minutes
) -> None:
    slip, before = date(9999, 12, 31), rows(database)

    for noted in (
        lambda: session.adjourn(database, opened.meeting, time(20), until_day=slip),
        lambda: session.close_meeting(database, opened.meeting, time(20), day=slip),
        lambda: assignments.add_assignment(
            database, opened.item, Named("Kommundirektören"), "Ring", due=slip
        ),
    ):
        with pytest.raises(RuleBroken, match="a year from 1800 to 2199"):
            noted()

    assert rows(database) == before
