"""What the board reads of all meetings says the same as each meeting read whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import event

from builders import minutes
from klubban import paths
from klubban.domain.board import Watched, of_meeting
from klubban.operations.meetings import add_meeting
from klubban.operations.open_format import import_document
from klubban.store import board, reads
from klubban.store.database import Database


def test_the_board_wants_what_the_whole_meetings_want(database: Database) -> None:
    import_document(database, (paths.resources() / "sample.json").read_bytes())

    with database.read() as read:
        watched = board.watched(read, {body.id: body for body in reads.bodies(read)})
        whole = {each.meeting.id: reads.meeting(read, each.meeting.id) for each in watched}
        left = [line.id for line in reads.meetings(read) if line.id not in whole]
        passed = [Watched(meeting=reads.meeting(read, each)) for each in left]
    days = {whole_one.date + timedelta(days=by) for whole_one in whole.values() for by in (-30, 3, 40)}
    for today in sorted(days)[::5]:
        for each in watched:
            same = replace(each, meeting=whole[each.meeting.id])
            assert list(of_meeting(each, today)) == list(of_meeting(same, today))
        assert [wanted for each in passed for wanted in of_meeting(each, today)] == []
    assert {each.meeting.id for each in watched}


def test_more_meetings_take_no_more_queries(database: Database) -> None:
    body = minutes(database).body

    few = _queries(database)
    for month in range(1, 13):
        add_meeting(database, body, date(2027, month, 1))

    assert _queries(database) == few


def _queries(database: Database) -> int:
    with database.read() as read:
        bodies = {each.id: each for each in reads.bodies(read)}
        said: list[str] = []
        event.listen(read, "before_cursor_execute", lambda *given: said.append(given[2]))
        assert all(isinstance(each, Watched) for each in board.watched(read, bodies))
    return len(said)
