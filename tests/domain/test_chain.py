"""Which meeting a matter reaches, and by when papers must be in for that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from klubban.domain.body import Body
from klubban.domain.chain import Chains, Step
from klubban.domain.planned import Planned
from klubban.domain.rules import PRESETS, BodyKind

KF, KS, AU = 1, 2, 3


def body(id_: int, kind: BodyKind, parent: int | None = None, **rules: Any) -> Body:
    named = {KF: "Kommunfullmäktige", KS: "Kommunstyrelsen", AU: "Arbetsutskottet"}[id_]
    return Body(
        id=id_, key=str(id_), name=named, kind=kind, parent=parent, rules=replace(PRESETS[kind], **rules)
    )


BODIES = {
    KF: body(KF, BodyKind.ASSEMBLY, papers_days=7),
    KS: body(KS, BodyKind.COMMITTEE, KF, summons_days=6, papers_days=4),
    AU: body(AU, BodyKind.SUBCOMMITTEE, KS, summons_days=5, papers_days=3),
}


def meeting(id_: int, of: int, day: date, **facts: Any) -> Planned:
    return Planned(id=id_, body=of, date=day, **facts)


AU_JAN, AU_FEB = meeting(1, AU, date(2027, 1, 12)), meeting(2, AU, date(2027, 2, 9))
KS_FEB, KS_MAR = meeting(3, KS, date(2027, 2, 1)), meeting(4, KS, date(2027, 3, 1))
KF_FEB, KF_MAR = meeting(5, KF, date(2027, 2, 22)), meeting(6, KF, date(2027, 3, 29))
YEAR = Chains(BODIES, (AU_JAN, AU_FEB, KS_FEB, KS_MAR, KF_FEB, KF_MAR))


def way(steps: tuple[Step, ...]) -> list[int | None]:
    return [step.meeting.id if step.meeting else None for step in steps]


def test_a_matter_goes_from_the_subcommittee_to_the_assembly() -> None:
    assert way(YEAR.upwards(AU_JAN)) == [KS_FEB.id, KF_FEB.id]
    assert way(YEAR.upwards(AU_FEB)) == [KS_MAR.id, KF_MAR.id]


def test_so_that_a_matter_reaches_the_assembly_papers_are_in_for_the_subcommittee() -> None:
    (found,) = YEAR.downwards(KF_MAR)

    assert way(found) == [KS_MAR.id, AU_FEB.id]
    assert [step.dates and step.dates.papers for step in found] == [date(2027, 2, 19), date(2027, 2, 1)]


def test_the_day_that_papers_must_be_in_is_in_time_and_the_next_is_not() -> None:
    on_the_day, after = (
        meeting(9, AU, date(2027, 1, 22) + timedelta(days=late)) for late in (0, 1)
    )  # papers are in ten days before the first of February

    assert YEAR.reaches(on_the_day) == KS_FEB
    assert YEAR.reaches(after) == KS_MAR


def test_a_matter_that_no_meeting_takes_up_stops_there() -> None:
    (step,) = YEAR.upwards(meeting(9, KS, date(2027, 4, 1)))

    assert (step.body.id, step.meeting) == (KF, None)


def test_no_committee_that_is_in_time_is_a_gap() -> None:
    extra = meeting(9, KF, date(2027, 3, 10))
    chains = Chains(BODIES, (*YEAR.meetings, extra))

    assert [way(found) for found in chains.downwards(extra)] == [[None]]
    assert chains.downwards(extra)[0][0].body.id == KS


def test_a_cancelled_meeting_is_on_no_way() -> None:
    cancelled = replace(KS_FEB, cancelled_on=date(2027, 1, 20))
    chains = Chains(BODIES, tuple(cancelled if each == KS_FEB else each for each in YEAR.meetings))

    assert way(chains.upwards(AU_JAN)) == [KS_MAR.id, KF_MAR.id]


def test_a_meeting_that_asks_for_papers_earlier_is_harder_to_reach() -> None:
    early = replace(KS_FEB, papers_due=date(2027, 1, 11))
    chains = Chains(BODIES, tuple(early if each == KS_FEB else each for each in YEAR.meetings))

    assert chains.reaches(AU_JAN) == KS_MAR


def test_without_dates_the_same_day_later_is_in_time() -> None:
    plain = {**BODIES, KS: body(KS, BodyKind.COMMITTEE, KF)}
    morning, evening = (
        meeting(7, AU, date(2027, 5, 3), start=time(9)),
        meeting(8, KS, date(2027, 5, 3), start=time(18)),
    )

    assert Chains(plain, (morning, evening)).reaches(morning) == evening
    assert Chains(plain, (evening,)).reaches(replace(morning, start=time(19))) is None


def test_a_body_that_does_not_meet_that_year_is_no_gap() -> None:
    chains = Chains(BODIES, (KS_FEB, KF_FEB))

    assert [way(found) for found in chains.downwards(KF_FEB)] == [[KS_FEB.id]]


def test_bodies_that_feed_each_other_in_a_ring_end() -> None:
    ring = {**BODIES, KF: replace(BODIES[KF], parent=AU)}
    chains = Chains(ring, YEAR.meetings)

    assert len(chains.upwards(AU_JAN)) == 2
    assert all(len(found) <= 2 for found in chains.downwards(KF_MAR))


@given(some.lists(some.tuples(some.sampled_from([KF, KS, AU]), some.integers(0, 300)), max_size=20))
def test_the_way_down_leads_up_again(drawn: list[tuple[int, int]]) -> None:
    first = date(2027, 1, 4)
    meetings = [
        meeting(number, of, first + timedelta(days=after)) for number, (of, after) in enumerate(drawn, 1)
    ]
    chains = Chains(BODIES, tuple(meetings))

    for one in meetings:
        for steps in chains.downwards(one):
            for step, above in zip(steps, [Step(BODIES[one.body], one), *steps], strict=False):
                assert step.meeting is None or chains.reaches(step.meeting) == above.meeting
