"""The narrow read of open assignments tells the same as the whole one."""

from __future__ import annotations

from datetime import date

from builders import minutes
from klubban.domain.followed import of_assignments
from klubban.domain.meeting import Stage
from klubban.store import reads
from klubban.store.assigned import everything
from klubban.store.database import Database
from klubban.store.pending import pending

TODAY = date(2016, 9, 1)


def test_open_assignments_are_the_same_read_narrowly_and_whole(database: Database) -> None:
    ids = minutes(database, ("Trygghet", "Hemligt"), number=None)
    with database.change("Give") as change:
        change.update("meeting", ids.meeting, stage=Stage.CLOSED)
        change.update("item", ids.items[1], confidential=1, public_title="Ärende")
        for day in (date(2016, 4, 4), date(2016, 5, 9)):
            change.insert("meeting", body_id=ids.body, date=day, stage=Stage.CLOSED)
        facts = {"text": "Ordna en karta", "name": "Bo Ek", "status": "open"}
        given = [
            change.insert("assignment", position=place, item_id=ids.items[place % 2], due=due, **facts)
            for place, due in enumerate([date(2016, 4, 1), None, date(2017, 1, 1), None])
        ]
        change.insert("assignment", position=9, meeting_id=ids.meeting, **facts)
        change.insert("assignment", position=9, body_id=ids.body, given_on=date(2016, 1, 8), **facts)
        change.insert("assignment", position=9, item_id=ids.items[0], **(facts | {"status": "done"}))
        change.insert("report", assignment_id=given[0], date=date(2016, 4, 20), text=())
        step = {"assignment_id": given[2], "day": date(2016, 4, 4), "position": 0}
        change.insert("assignment_step", kind="moved", due=date(2016, 5, 1), reason="Snö", **step)
        change.insert("assignment_step", kind="handed", to_name="Eva Asp", **(step | {"position": 1}))
        stuck = {"assignment_id": given[3], "day": date(2016, 4, 4), "position": 0}
        change.insert("assignment_step", kind="stuck", between=("Polisen", "Skolan"), **stuck)

    with database.read() as read:
        known = {body.id: body for body in reads.bodies(read)}
        narrow = {each.assignment.id: each for each in pending(read, TODAY)}
        whole = everything(read, open_only=True, today=TODAY)

    assert len(narrow) == len(whole) == 6
    for one in whole:
        mine = narrow[one.assignment.id]
        assert list(of_assignments([mine], known)) == list(of_assignments([one], known))
        assert mine.meetings_without_answer == one.meetings_without_answer
        assert (mine.heard_by, mine.public_title) == (one.heard_by, one.public_title)
    assert {each.meetings_without_answer for each in whole} == {1, 2, 3}
