"""The plan of a year as a document, and the words of a plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from klubban.documents import lack_words
from klubban.documents import plan_words as say
from klubban.documents.plan import Plan, build
from klubban.documents.tree import words
from klubban.domain.agenda import Moves, Paper, Pattern, StandingItem
from klubban.domain.body import Body, MeetingType, Organisation
from klubban.domain.chain import Chains, Step
from klubban.domain.holiday_names import Holiday
from klubban.domain.planned import Awaited, Planned, by_need
from klubban.domain.planning import PlannedDay
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.wheel import DutyWithoutMeeting, TooFew
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXTS = texts_of("en")
NBSP = "\u00a0"
TODAY = date(2027, 1, 15)
NOT_JULY = tuple(month for month in range(1, 13) if month != 7)


def body(id_: int, name: str, kind: BodyKind, parent: int | None = None, **rules: Any) -> Body:
    return Body(id=id_, key=name, name=name, kind=kind, parent=parent, rules=replace(PRESETS[kind], **rules))


KF = body(1, "Kommunfullmäktige", BodyKind.ASSEMBLY, papers_days=7)
KS = body(2, "Kommunstyrelsen", BodyKind.COMMITTEE, 1, summons_days=6, papers_days=4)
KS_FEB = Planned(id=1, body=2, date=date(2027, 2, 1), start=time(13), place="Stora salen")
KS_MAR = Planned(id=2, body=2, date=date(2027, 3, 1), cancelled_on=date(2027, 2, 20))
KF_FEB = Planned(id=3, body=1, date=date(2027, 2, 22))
CHAINS = Chains({1: KF, 2: KS}, (KS_FEB, KF_FEB, KS_MAR))
MONDAYS = Pattern(id=1, weekday=0, nth=(1,), months=NOT_JULY, start=time(13))


def plan(of: Body | None = None, year: int = 2027) -> Plan:
    return Plan(
        organisation=Organisation(name="Ekby kommun", language="en"),
        year=year,
        chains=CHAINS,
        patterns={2: (MONDAYS,)},
        body=of,
    )


def plain(found: Iterable[str]) -> str:
    return "\n".join(found).replace(NBSP, " ")


def test_the_plan_of_all_bodies_tells_when_each_meets_and_by_when_papers_are_in() -> None:
    found = plain(words(build(plan())))

    assert "2 meetings of 2 bodies in 2027; 1 is cancelled. The plan covers February to March.\n" in found
    assert "February\nMonday 1 February\nKommunstyrelsen\nAt 13.00, Stora salen" in found
    assert "22 January\n26 January\n15 February" in found  # papers, summons, protocol
    assert "So that a matter reaches kommunfullmäktige\n" in found
    assert (
        "Kommunfullmäktige, Monday 22 February\nKommunstyrelsen\n22 January\n1 February\nDirectly"
    ) in found
    assert "Monday 1 March\nKommunstyrelsen\nCancelled" in found
    assert "Monday 1 March\n–\n–\n–\nCancelled" in found


def test_a_way_without_a_day_to_spare_says_so() -> None:
    just = replace(KS_FEB, date=date(2027, 2, 8))  # the papers of the assembly's meeting are in that day
    chains = Chains({1: KF, 2: KS}, (just, KF_FEB))

    found = plain(words(build(replace(plan(), chains=chains))))

    assert "8 February\nDirectly\nPapers are due there the same day" in found


def test_a_last_day_that_is_a_day_off_says_the_working_day_after_it() -> None:
    meeting = replace(KF_FEB, date=date(2027, 3, 12))  # the fourteenth day after is Good Friday
    chains = Chains({1: KF}, (meeting,))

    found = plain(words(build(replace(plan(), chains=chains))))

    assert "26 March*" in found
    assert "* 26 March is a day off; the working day after it is 30 March." in found


def test_the_plan_of_one_body_has_no_other() -> None:
    document = build(plan(KS))

    assert document.title == "Plan of meetings 2027, Kommunstyrelsen"
    assert "fullmäktige" not in plain(words(document)).casefold()


def test_the_plan_says_how_meetings_come_again() -> None:
    assert "The first Monday of each month except July, at 13.00" in plain(words(build(plan())))


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (Pattern(id=1, weekday=1, nth=(3,)), "The third Tuesday of each month"),
        (Pattern(id=1, weekday=4, nth=(1, -1)), "The first and last Friday of each month"),
        (
            Pattern(id=1, weekday=1, nth=(3,), months=(2, 5, 9, 11), place="Brukshuset"),
            "The third Tuesday in February, May, September and November, Brukshuset",
        ),
        (
            Pattern(id=1, weekday=3, weeks=6, first=date(2027, 1, 14), start=time(8, 30)),
            "Each sixth week from Thursday 14 January 2027, at 8.30",
        ),
        (
            Pattern(id=1, weekday=3, weeks=1, first=date(2027, 1, 14)),
            "Each week from Thursday 14 January 2027",
        ),
        (
            Pattern(id=1, weekday=3, weeks=2, first=date(2027, 1, 14), months=NOT_JULY),
            "Every other week from Thursday 14 January 2027, not in July",
        ),
        (
            Pattern(id=1, weekday=3, weeks=13, first=date(2027, 1, 14), months=(1, 4)),
            "With 13 weeks in between, from Thursday 14 January 2027, in January and April",
        ),
    ],
)
def test_a_pattern_is_a_sentence(pattern: Pattern, told: str) -> None:
    assert say.pattern(pattern, TEXTS).replace(NBSP, " ") == told


def test_several_patterns_are_one_sentence() -> None:
    patterns = (MONDAYS, Pattern(id=2, weekday=3, nth=(-1,)))

    told = plain(words(build(replace(plan(), patterns={2: patterns}))))

    assert "The first Monday of each month except July, at 13.00. The last Thursday of each month." in told


def test_patterns_of_one_time_and_place_tell_it_once() -> None:
    patterns = (MONDAYS, replace(MONDAYS, id=2, nth=(3,), months=(7,)))

    told = say.patterns(patterns, TEXTS).replace(NBSP, " ")

    assert told == "The first Monday of each month except July and the third Monday in July, at 13.00."


def test_what_becomes_of_holidays_is_said() -> None:
    assert len({say.moves(each, TEXTS) for each in Moves}) == len(Moves)
    assert len({say.holiday(each, TEXTS) for each in Holiday}) == len(Holiday)


def test_a_day_that_was_moved_says_why() -> None:
    moved = PlannedDay(
        day=date(2027, 3, 30),
        instead_of=date(2027, 3, 29),
        holiday=Holiday.EASTER_MONDAY,
        near=date(2027, 4, 1),
    )

    told = say.why(moved, TEXTS).replace(NBSP, " ")

    assert told == (
        "Instead of 29 March, Easter Monday; there is a meeting on Thursday 1 April that week already"
    )
    assert not say.why(PlannedDay(day=date(2027, 3, 30)), TEXTS)


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (0, "Kommunstyrelsen has 3 of at least 4 meetings in 2027."),
        (1, "Kommunstyrelsen has 3 of at least 4 meetings in 2027."
            " 1 more is needed before the end of the year."),
        (4, "Kommunstyrelsen has 3 of at least 4 meetings in 2027."
            " 1 more is needed in the 4 months that remain."),
    ],
)  # fmt: skip
def test_too_few_meetings_are_told_with_what_remains(left: int, told: str) -> None:
    assert lack_words.lack(TooFew(body=KS, year=2027, least=4, found=3, left=left), TEXTS) == told


def test_too_few_of_a_type_are_told() -> None:
    extended = MeetingType(id=1, name="Utökat", per_year=2)

    told = lack_words.lack(TooFew(body=KS, year=2027, least=2, found=0, left=0, type=extended), TEXTS)

    assert told == "Kommunstyrelsen has 0 of 2 meetings called utökat in 2027."


def test_a_duty_without_a_meeting_says_where_it_goes() -> None:
    budget = StandingItem(id=1, title="Budget", months=(1,), source="KL 11 kap. 8 §")
    lack = DutyWithoutMeeting(body=KS, duties=(budget,), month=date(2027, 1, 1), goes_to=KS_FEB)

    first = lack_words.lack(lack, TEXTS).replace(NBSP, " ")
    nowhere = lack_words.lack(replace(lack, goes_to=None), TEXTS)

    assert first == (
        "Kommunstyrelsen has no meeting in January, when this is due: Budget (KL 11 kap. 8 §)."
        " It comes on the agenda of 1 February."
    )
    assert nowhere.endswith("No meeting is planned after it either.")


def test_the_way_of_a_matter_is_told_up_and_down() -> None:
    up = say.upwards(CHAINS.upwards(KS_FEB), KS_FEB.date, TEXTS)
    down = say.downwards(CHAINS.downwards(KF_FEB)[0], KF_FEB.date, TEXTS)

    assert (
        plain(up) == "It reaches kommunfullmäktige on 22 February; papers are to be in there by 8 February."
    )
    assert plain(down) == (
        "Kommunstyrelsen takes it up on 1 February at the latest; papers are to be in there by 22 January."
    )


def test_a_gap_is_told() -> None:
    assert say.upwards([Step(KF, None)], TODAY, TEXTS) == [
        "No meeting of kommunfullmäktige is planned that it reaches."
    ]
    assert say.downwards([Step(KS, None)], TODAY, TEXTS) == [
        "No meeting of kommunstyrelsen is in time for it."
    ]


def test_papers_are_told_of_with_the_late_first() -> None:
    def awaited(id_: int, due: date | None = None, **facts: Any) -> Awaited:
        paper = Paper(id=id_, title=f"Paper {id_}", **facts)
        return Awaited(paper=paper, item=1, title="Budget", meeting=KS_FEB, due=due)

    papers = (
        awaited(1, arrived=date(2027, 1, 4), approved=date(2027, 1, 5), approved_by="Eva Asp"),
        awaited(2, arrived=date(2027, 1, 4), sender="Ekonomi"),
        awaited(3, date(2027, 1, 22)),
        awaited(4, date(2027, 1, 8), sender="Ekonomi"),
        awaited(5),
    )

    found = by_need(papers, TODAY)

    assert [each.paper.id for each in found] == [4, 3, 5, 2, 1]
    assert plain(say.paper(each, TODAY, TEXTS) for each in found).splitlines() == [
        "From Ekonomi, should have come by 8 January",
        "Due 22 January",
        "Awaited",
        "From Ekonomi, arrived on 4 January, not approved yet",
        "Arrived on 4 January, approved on 5 January by Eva Asp",
    ]
