from __future__ import annotations

from datetime import date, time

import pytest

from builders import DAY, Minutes, findings, minutes, snapshot
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.operations import agenda
from klubban.operations.sendings import send, set_announced
from klubban.store.database import Database

EARLY = date(2016, 2, 10)


@pytest.fixture
def ids(database: Database) -> Minutes:
    return minutes(database, ("Upprop", "Budget"), number=None)


def ruled(database: Database, ids: Minutes, kind: str = "committee", **rules: object) -> None:
    with database.change("Rule") as change:
        change.update("body", ids.body, kind=kind, rules=rules)
        change.update("meeting", ids.meeting, place="Sessionssalen")


def added(database: Database, ids: Minutes, title: str, **facts: object) -> int:
    with database.change("Add") as change:
        return change.insert("item", meeting_id=ids.meeting, position=9, title=title, **facts)


def test_what_was_told_is_kept(database: Database, ids: Minutes) -> None:
    with database.change("Paper") as change:
        change.insert("document", item_id=ids.items[1], position=0, number=1, title="Karta", sha256="0" * 64)

    send(database, ids.meeting, on=EARLY, at=time(15))

    meeting = snapshot(database, ids.meeting)
    [sending] = meeting.sendings
    assert meeting.stage is Stage.SUMMONED
    assert (sending.number, sending.on, sending.meeting_date) == (0, EARLY, DAY)
    assert [(each.number, each.title) for each in sending.items] == [("1", "Upprop"), ("2", "Budget")]
    assert [(each.number, each.title) for each in sending.documents] == [(1, "Karta")]
    assert findings(database) == []


def test_what_was_sent_is_not_undone(database: Database, ids: Minutes) -> None:
    send(database, ids.meeting, on=EARLY)

    assert database.undoable is None


def test_a_supplement_keeps_only_what_is_new(database: Database, ids: Minutes) -> None:
    send(database, ids.meeting, on=EARLY)
    added(database, ids, "Extra")

    send(database, ids.meeting, on=EARLY)

    _first, second = snapshot(database, ids.meeting).sendings
    assert (second.number, [each.title for each in second.items]) == (1, ["Extra"])


def test_nothing_new_is_not_sent(database: Database, ids: Minutes) -> None:
    send(database, ids.meeting, on=EARLY)

    with pytest.raises(RuleBroken, match="Nothing is new"):
        send(database, ids.meeting, on=EARLY)
    assert len(snapshot(database, ids.meeting).sendings) == 1


def test_a_late_summons_needs_a_reason_which_is_kept(database: Database, ids: Minutes) -> None:
    ruled(database, ids, summons_days=7)
    late = date(2016, 2, 16)

    with pytest.raises(RuleBroken, match="2016-02-15"):
        send(database, ids.meeting, on=late)
    send(database, ids.meeting, on=late, late_because="Sekreteraren var sjuk")

    [sending] = snapshot(database, ids.meeting).sendings
    assert sending.late_because == "Sekreteraren var sjuk"


def test_a_reason_for_what_is_not_late_is_not_kept(database: Database, ids: Minutes) -> None:
    ruled(database, ids, summons_days=7)

    send(database, ids.meeting, on=EARLY, late_because="Behövs inte")

    [sending] = snapshot(database, ids.meeting).sendings
    assert sending.late_because is None


def test_the_assembly_is_summoned_a_week_before_by_law(database: Database, ids: Minutes) -> None:
    ruled(database, ids, kind="assembly")

    with pytest.raises(RuleBroken, match="KL 5 kap"):
        send(database, ids.meeting, on=date(2016, 2, 16))
    send(database, ids.meeting, on=date(2016, 2, 15))

    assert len(snapshot(database, ids.meeting).sendings) == 1


def test_what_is_urgent_in_the_assembly_is_out_the_weekday_before(database: Database, ids: Minutes) -> None:
    ruled(database, ids, kind="assembly")
    send(database, ids.meeting, on=date(2016, 2, 15))
    added(database, ids, "Brådskande")

    with pytest.raises(RuleBroken, match="2016-02-19"):  # a Friday: the meeting is on a Monday
        send(database, ids.meeting, on=date(2016, 2, 20))
    send(database, ids.meeting, on=date(2016, 2, 19))

    assert len(snapshot(database, ids.meeting).sendings) == 2


def test_an_urgent_decision_that_no_item_reports_needs_a_reason(database: Database, ids: Minutes) -> None:
    with database.change("Delegate") as change:
        change.insert(
            "delegated", body_id=ids.body, position=0, title="Akut pump", urgent=True, decided_on=EARLY
        )

    with pytest.raises(RuleBroken, match="Akut pump"):
        send(database, ids.meeting, on=EARLY)
    send(database, ids.meeting, on=EARLY, late_because="Anmäls muntligt")

    [sending] = snapshot(database, ids.meeting).sendings
    assert sending.late_because == "Anmäls muntligt"


def test_a_cancelled_meeting_is_not_summoned_to(database: Database, ids: Minutes) -> None:
    with database.change("Cancel") as change:
        change.update("meeting", ids.meeting, cancelled_on=EARLY)

    with pytest.raises(RuleBroken, match="cancelled"):
        send(database, ids.meeting, on=EARLY)


def test_nothing_is_sent_after_the_meeting(database: Database, ids: Minutes) -> None:
    with pytest.raises(RuleBroken, match="nothing is sent after it"):
        send(database, ids.meeting, on=date(2016, 2, 23))


def test_an_announcement_is_noted_and_undone(database: Database, ids: Minutes) -> None:
    set_announced(database, ids.meeting, EARLY)
    noted = snapshot(database, ids.meeting).announced_on
    database.undo()

    assert noted == EARLY
    assert snapshot(database, ids.meeting).announced_on is None


def moved(database: Database, ids: Minutes, **columns: object) -> None:
    with database.change("Move") as change:
        change.update("meeting", ids.meeting, **columns)


@pytest.mark.parametrize(
    "now",
    [{"date": date(2016, 2, 24)}, {"starts": time(17)}, {"place": "Folkets hus"}],
    ids=["day", "time", "place"],
)
def test_an_assembly_that_is_moved_is_told_so_a_week_before(
    database: Database, ids: Minutes, now: dict[str, object]
) -> None:  # KL 5 kap. 13, 15 §§
    ruled(database, ids, kind="assembly")
    send(database, ids.meeting, on=EARLY)
    moved(database, ids, **now)

    with pytest.raises(RuleBroken, match="a week before"):
        send(database, ids.meeting, on=date(2016, 2, 18))
    send(database, ids.meeting, on=date(2016, 2, 18), late_because="Vattenskada i salen")

    assert snapshot(database, ids.meeting).sendings[-1].late_because == "Vattenskada i salen"


def test_an_assembly_that_is_moved_to_a_later_day_may_be_told_until_a_week_before_that(
    database: Database, ids: Minutes
) -> None:
    ruled(database, ids, kind="assembly")
    send(database, ids.meeting, on=EARLY)
    moved(database, ids, date=date(2016, 2, 29))

    send(database, ids.meeting, on=date(2016, 2, 22))

    assert snapshot(database, ids.meeting).sendings[-1].late_because is None


def test_a_committees_lead_time_is_about_the_day(database: Database, ids: Minutes) -> None:
    ruled(database, ids, summons_days=7)
    send(database, ids.meeting, on=EARLY)
    moved(database, ids, place="Folkets hus")
    send(database, ids.meeting, on=date(2016, 2, 18))
    moved(database, ids, date=date(2016, 2, 24))

    with pytest.raises(RuleBroken, match="moved should be told by 2016-02-17, by the rules"):
        send(database, ids.meeting, on=date(2016, 2, 18))


def test_a_body_without_a_lead_time_may_be_moved_whenever(database: Database, ids: Minutes) -> None:
    send(database, ids.meeting, on=EARLY)
    moved(database, ids, date=date(2016, 2, 11))

    send(database, ids.meeting, on=EARLY)

    assert len(snapshot(database, ids.meeting).sendings) == 2


@pytest.mark.parametrize("how", ["reported later", "withdrawn here", "postponed"])
def test_an_urgent_decision_is_reported_at_the_next_meeting_and_no_later(
    database: Database, ids: Minutes, how: str
) -> None:  # KL 6 kap. 40 §
    with database.change("Delegate") as change:
        later = change.insert("meeting", body_id=ids.body, date=date(2016, 3, 29), stage="planned")
        item = change.insert("item", meeting_id=later, position=0, title="Brådskande beslut")
        facts = {"title": "Akut pump", "urgent": True, "decided_on": EARLY}
        at = item if how == "reported later" else ids.items[0]
        change.insert("delegated", body_id=ids.body, position=0, item_id=at, **facts)
    if how == "withdrawn here":
        agenda.withdraw_item(database, ids.items[0], by=None, on=None)
    elif how == "postponed":
        agenda.postpone_item(database, ids.items[0], by=None, on=None)

    with pytest.raises(RuleBroken, match="Akut pump"):
        send(database, ids.meeting, on=EARLY)
