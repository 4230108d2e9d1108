"""A year's meetings out of patterns, for the forums that the source documents tell of."""

from __future__ import annotations

from datetime import date, time

import pytest

from builders import entries, findings, rows, snapshot
from klubban.domain.agenda import Moves
from klubban.domain.chain import Chains
from klubban.domain.errors import RuleBroken
from klubban.domain.planned import Planned
from klubban.domain.planning import PlannedDay
from klubban.domain.rules import BodyKind
from klubban.domain.wheel import TooFew, lacks
from klubban.operations import bodies, undo
from klubban.operations.planning import plan_year, put_pattern, remove_pattern, suggest_year
from klubban.store import agendas, plans, reads
from klubban.store.database import Database

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = range(4)
TODAY = date(2026, 11, 22)
NOT_JULY = tuple(month for month in range(1, 13) if month != 7)


def days(database: Database, body: int) -> list[date]:
    with database.read() as read:
        return [line.date for line in reads.meetings(read, body)]


def planned(database: Database) -> tuple[Planned, ...]:
    with database.read() as read:
        return plans.planned(read)


@pytest.fixture
def committee(database: Database) -> int:
    """Return a committee of thirteen."""
    return bodies.add_body(database, "Kommunstyrelsen", BodyKind.COMMITTEE, short="KS", seats=13)


def test_a_year_is_one_step_and_can_be_undone(database: Database, committee: int) -> None:
    put_pattern(database, committee, None, weekday=MONDAY, nth=(1,), months=NOT_JULY, start=time(13))
    before = rows(database)
    found = suggest_year(database, committee, 2027)

    plan_year(database, committee, found.days, today=TODAY)
    assert len(days(database, committee)) == 11
    undo.undo(database)
    assert rows(database) == before
    assert findings(database) == []


def test_a_year_that_is_planned_again_gets_nothing_new(database: Database, committee: int) -> None:
    put_pattern(database, committee, None, weekday=MONDAY, nth=(1,), months=NOT_JULY)
    plan_year(database, committee, suggest_year(database, committee, 2027).days)
    before = days(database, committee)

    again = suggest_year(database, committee, 2027)

    assert all(each.there for each in again.days)
    assert plan_year(database, committee, again.days) == []
    assert days(database, committee) == before


def test_days_in_the_past_are_planned_only_when_that_is_meant(database: Database, committee: int) -> None:
    wanted = [PlannedDay(day=date(2026, 11, 2)), PlannedDay(day=date(2026, 12, 7))]
    before = entries(database)

    with pytest.raises(RuleBroken, match="2026-11-02 is in the past"):
        plan_year(database, committee, wanted, today=TODAY)
    assert entries(database) == before
    plan_year(database, committee, wanted, today=TODAY, past=True)
    assert days(database, committee) == [date(2026, 11, 2), date(2026, 12, 7)]


def test_a_pattern_is_changed_where_it_stands_and_taken_away(database: Database, committee: int) -> None:
    first = put_pattern(database, committee, None, weekday=TUESDAY, nth=(3,), place="  Stora   salen ")
    put_pattern(database, committee, first, weeks=6, first=date(2027, 1, 21), moves=Moves.SKIP)

    with database.read() as read:
        (found,) = agendas.patterns(read, committee)
    assert (found.weekday, found.nth, found.weeks, found.place) == (THURSDAY, (), 6, "Stora salen")
    remove_pattern(database, committee, first)
    with database.read() as read:
        assert agendas.patterns(read, committee) == ()


def test_a_pattern_that_gives_no_days_is_refused(database: Database, committee: int) -> None:
    before = entries(database)

    with pytest.raises(RuleBroken, match="which of the month"):
        put_pattern(database, committee, None, weekday=TUESDAY)
    with pytest.raises(RuleBroken, match="no such type"):
        put_pattern(database, committee, None, weekday=TUESDAY, nth=(1,), meeting_type=99)
    with pytest.raises(LookupError):
        put_pattern(database, committee, 99, weekday=TUESDAY, nth=(1,))
    with pytest.raises(LookupError):
        put_pattern(database, 99, None, weekday=TUESDAY, nth=(1,))
    assert entries(database) == before


# --- the forums of the source documents


def assembly_above(database: Database, committee: int) -> int:
    """Return an assembly that the committee feeds, which meets the last Monday of most months."""
    assembly = bodies.add_body(database, "Kommunfullmäktige", BodyKind.ASSEMBLY, short="KF", seats=49)
    bodies.change_body(database, committee, parent=assembly)
    bodies.set_rule(database, assembly, "papers_days", 3)
    months = (1, 2, 3, 4, 5, 6, 9, 10, 11, 12)
    put_pattern(
        database,
        assembly,
        None,
        weekday=MONDAY,
        nth=(-1,),
        months=months,
        start=time(18),
        moves=Moves.EARLIER,
    )
    return assembly


def subcommittee_below(database: Database, committee: int) -> int:
    """Return a subcommittee of three with two alternates, which meets four times a year."""
    below = bodies.add_body(
        database, "Trygghetsutskottet", BodyKind.SUBCOMMITTEE, short="TU", seats=3, parent=committee
    )
    for name, value in (("summons_days", 5), ("papers_days", 3), ("meetings_a_year", 4)):
        bodies.set_rule(database, below, name, value)
    put_pattern(database, below, None, weekday=WEDNESDAY, nth=(2,), months=(2, 5, 9, 11), start=time(9))
    return below


def plan_all(database: Database, year: int) -> None:
    with database.read() as read:
        found = [body.id for body in reads.bodies(read)]
    for body in found:
        plan_year(database, body, suggest_year(database, body, year).days, today=TODAY)


def test_a_matter_goes_from_the_subcommittee_to_the_assembly_in_time(
    database: Database, committee: int
) -> None:
    for name, value in (("summons_days", 6), ("papers_days", 4)):
        bodies.set_rule(database, committee, name, value)
    put_pattern(database, committee, None, weekday=MONDAY, nth=(1,), months=NOT_JULY, start=time(13))
    assembly, below = assembly_above(database, committee), subcommittee_below(database, committee)
    plan_all(database, 2027)
    with database.read() as read:
        known = {body.id: body for body in reads.bodies(read)}
    chains = Chains(known, planned(database))

    first = next(each for each in chains.meetings if each.body == below)
    upwards = chains.upwards(first)

    assert first.date == date(2027, 2, 10)
    assert [(step.body.short, step.meeting and step.meeting.date) for step in upwards] == [
        ("KS", date(2027, 3, 1)),
        ("KF", date(2027, 3, 25)),  # Easter Monday moves it before the holidays
    ]
    assert chains.dates(first).papers == date(2027, 2, 2)
    assert [step.dates and (step.dates.papers, step.dates.summons) for step in upwards] == [
        (date(2027, 2, 19), date(2027, 2, 23)),
        (date(2027, 3, 15), date(2027, 3, 18)),
    ]
    of_the_assembly = upwards[1].meeting
    assert of_the_assembly is not None
    assert of_the_assembly.body == assembly
    (down,) = chains.downwards(of_the_assembly)
    assert [step.meeting and step.meeting.date for step in down] == [date(2027, 3, 1), date(2027, 2, 10)]


def test_a_committee_of_thirteen_meets_the_first_monday(database: Database, committee: int) -> None:
    put_pattern(database, committee, None, weekday=MONDAY, nth=(1,), months=NOT_JULY)

    plan_year(database, committee, suggest_year(database, committee, 2027).days)

    assert days(database, committee) == [
        date(2027, 1, 4), date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 5), date(2027, 5, 3),
        date(2027, 6, 7), date(2027, 8, 2), date(2027, 9, 6), date(2027, 10, 4), date(2027, 11, 1),
        date(2027, 12, 6),
    ]  # fmt: skip


def test_a_council_of_24_meets_four_times_and_once_with_many(database: Database) -> None:
    council = bodies.add_body(database, "Brottsförebyggande rådet", BodyKind.COUNCIL, short="BRÅ", seats=24)
    bodies.set_rule(database, council, "meetings_a_year", 4)
    large = bodies.put_meeting_type(database, council, None, "Stort möte", 1)
    put_pattern(database, council, None, weekday=TUESDAY, nth=(3,), months=(2, 5, 9, 11))

    plan_year(database, council, suggest_year(database, council, 2027).days[:3])
    plan_year(database, council, suggest_year(database, council, 2027).days)

    found = planned(database)
    assert [each.date for each in found] == [
        date(2027, 2, 16), date(2027, 5, 18), date(2027, 9, 21), date(2027, 11, 16)
    ]  # fmt: skip
    assert [each.type for each in found] == [None, None, None, large]
    with database.read() as read:
        (body,) = reads.bodies(read)
    assert lacks(body, found, [], 2027, TODAY) == ()
    fewer = lacks(body, found[:3], [], 2027, TODAY)
    assert [(each.least, each.found) for each in fewer if isinstance(each, TooFew)] == [(4, 3)]


def test_an_officials_forum_meets_each_sixth_week_and_is_extended_twice(database: Database) -> None:
    forum = bodies.add_body(database, "Planeringsgruppen", BodyKind.FORUM)
    wide = bodies.put_meeting_type(database, forum, None, "Utökat", 2)
    put_pattern(database, forum, None, weeks=6, first=date(2027, 1, 14), months=NOT_JULY, start=time(8, 30))

    plan_year(database, forum, suggest_year(database, forum, 2027).days)

    found = planned(database)
    assert [each.date for each in found] == [
        date(2027, 1, 14), date(2027, 2, 25), date(2027, 4, 8), date(2027, 5, 20), date(2027, 8, 12),
        date(2027, 9, 23), date(2027, 11, 4), date(2027, 12, 16),
    ]  # fmt: skip
    assert [number for number, each in enumerate(found) if each.type == wide] == [3, 7]
    assert snapshot(database, found[3].id).type == "Utökat"


def test_standing_items_and_duties_come_on_the_agendas(database: Database, committee: int) -> None:
    with database.change("Standing") as change:
        change.insert("standing_item", body_id=committee, position=0, title="Upprop")
        change.insert("standing_item", body_id=committee, position=1, title="Internkontroll", months=(7, 10))
    wanted = [PlannedDay(day=date(2027, month, 1)) for month in (2, 6, 9, 10)]

    made = plan_year(database, committee, wanted, today=TODAY)

    assert [[item.title for item in snapshot(database, each).items] for each in made] == [
        ["Upprop"],
        ["Upprop"],
        ["Upprop", "Internkontroll"],  # July has no meeting
        ["Upprop", "Internkontroll"],
    ]


def test_awaited_papers_of_coming_meetings_have_the_day_that_the_rules_give(
    database: Database, committee: int
) -> None:
    bodies.set_rule(database, committee, "summons_days", 6)
    bodies.set_rule(database, committee, "papers_days", 4)
    past, coming = plan_year(
        database, committee, [PlannedDay(day=date(2026, 11, 2)), PlannedDay(day=date(2026, 12, 7))]
    )
    with database.change("Papers") as change:
        for meeting in (past, coming):
            item = change.insert("item", meeting_id=meeting, position=0, title="Budget")
            change.insert("paper", item_id=item, position=0, title="Tjänsteskrivelse", sender="Ekonomi")

    with database.read() as read:
        (found,) = plans.awaited(read, TODAY)

    assert (found.title, found.paper.sender, found.due) == ("Budget", "Ekonomi", date(2026, 11, 27))
    assert found.meeting.id == coming
    assert not found.is_late(date(2026, 11, 27))
    assert found.is_late(date(2026, 11, 28))


def test_whom_to_tell_and_who_gets_the_summons_are_the_bodys(database: Database, committee: int) -> None:
    lines = ["Registrator <registrator@ekby.example>", "", "press@ekby.example"]

    bodies.change_body(database, committee, absence_to="Anna Berg, 08-123", distribution=lines)

    with database.read() as read:
        (body,) = reads.bodies(read)
    assert body.absence_to == "Anna Berg, 08-123"
    assert body.distribution == (lines[0], lines[2])
    with pytest.raises(RuleBroken, match="Registratorn has no address"):
        bodies.change_body(database, committee, distribution=["Registratorn"])
