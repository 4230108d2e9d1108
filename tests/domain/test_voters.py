"""Who may vote, who may lodge an opinion, and what contradicts the roll."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from domain.votes import BO, CAJSA, DAVID, ESTER, EVA, division, item, meeting, motion
from evening import AWAY, DURING, WHOLE, ruling, stay
from klubban.domain.answered import Did, check_none_new, conflicts
from klubban.domain.attendance import with_roll
from klubban.domain.body import Named
from klubban.domain.decided import Adopted, Opinion, OpinionKind, Put, Puts, Vote
from klubban.domain.errors import RuleBroken
from klubban.domain.lodging import is_late
from klubban.domain.meeting import (
    Absence,
    Attendee,
    AttendsAs,
    Disqualification,
    Item,
    Meeting,
    Recess,
    Stage,
)
from klubban.domain.roll import Deviates, Deviation
from klubban.domain.rules import Right
from klubban.domain.voters import MayNot, chair_at, may_lodge, may_miss, voters

HANS = Named("Hans", "S", 11)
RESERVATION, NOTE = OpinionKind.RESERVATION, OpinionKind.NOTE


def _names(found: tuple[Named, ...]) -> list[str]:
    return [who.name for who in found]


def _out(*people: Named) -> tuple[Disqualification, ...]:
    return tuple(Disqualification(id=place, who=who) for place, who in enumerate(people))


def test_those_who_serve_vote_in_the_order_of_the_roll_and_the_chair_last() -> None:
    one = item()

    assert _names(voters(meeting(one), one)) == ["Bo", "Cajsa", "David", "Ester", "Eva"]
    assert _names(voters(meeting(one, cajsa=AWAY, hans=WHOLE), one)) == [
        "Bo",
        "David",
        "Ester",
        "Hans",
        "Eva",
    ]


def test_who_presides_instead_of_the_chair_answers_last() -> None:
    one = item(disqualifications=_out(EVA))

    assert _names(voters(meeting(one), one)) == ["Cajsa", "David", "Ester", "Bo"]
    assert chair_at(meeting(one), one) == BO


def test_who_left_before_the_decision_does_not_vote() -> None:
    one = item()

    assert "David" not in _names(voters(meeting(one, david=(stay(None, 70, went=DURING),)), one))


def test_without_a_roll_those_noted_as_members_vote() -> None:
    one = item()
    rows = tuple(
        Attendee(id=place, who=who, attends_as=AttendsAs(as_))
        for place, (who, as_) in enumerate([(EVA, "member"), (BO, "member"), (HANS, "alternate")])
    )
    noted = replace(
        meeting(one), roll=replace(meeting(one).roll, lines=()), attendance=rows, presiding=(), chair=EVA
    )

    assert _names(voters(noted, one)) == ["Bo", "Eva"]


def test_nobody_votes_while_nobody_is_there() -> None:
    one = item()
    away: dict[str, Any] = dict.fromkeys(("eva", "bo", "cajsa", "david", "ester"), AWAY)

    assert voters(meeting(one, **away), one) == ()


def test_a_member_who_is_not_there_may_be_noted_as_absent_from_a_vote() -> None:
    one = item()
    held = replace(meeting(one, bo=AWAY), absent=(Absence(id=1, who=BO),))

    assert may_miss(held, one, BO)
    assert may_miss(held, one, DAVID)
    assert not may_miss(held, one, HANS)


# --- opinions


@pytest.mark.parametrize(
    ("facts", "stays", "who", "expected"),
    [
        ({}, {}, BO, None),
        ({}, {"bo": AWAY}, BO, MayNot.ABSENT),
        ({"disqualifications": _out(BO)}, {}, BO, MayNot.DISQUALIFIED),
        ({}, {"hans": WHOLE}, HANS, MayNot.NOT_SERVING),
        ({"not_taking_part": (BO,)}, {}, BO, MayNot.NOT_TAKING_PART),
        ({"divisions": (division("yayyy"),)}, {}, BO, MayNot.MISSED_VOTE),
        ({"divisions": (division("yxyyy"),)}, {}, BO, MayNot.NOT_TAKING_PART),
        ({"divisions": (division("y-yyy"),)}, {}, BO, None),
        ({}, {"bo": AWAY}, Named("M", "M"), None),  # Ester is of the party
        ({}, {}, Named("KD", "KD"), MayNot.ABSENT),
    ],
)
def test_a_reservation_is_for_those_who_took_part_in_the_decision(
    facts: dict[str, Any], stays: dict[str, Any], who: Named, expected: MayNot | None
) -> None:  # KL 4 kap. 27 §
    one = item(**facts)

    assert may_lodge(meeting(one, **stays), one, who, RESERVATION) is expected


def test_who_decides_or_takes_no_part_may_have_an_opinion_noted() -> None:
    one = item(not_taking_part=(BO,))

    assert may_lodge(meeting(one), one, DAVID, NOTE) is None
    assert may_lodge(meeting(one), one, BO, OpinionKind.STATEMENT) is None
    assert may_lodge(meeting(one, bo=AWAY), one, BO, NOTE) is MayNot.ABSENT


def test_who_does_not_serve_needs_the_right_to_have_it_noted() -> None:  # KL 6 kap. 17 §
    one = item()
    held = meeting(one, hans=WHOLE)
    rules = replace(held.body.rules, alternates_may=(Right.ATTEND, Right.NOTE))

    assert may_lodge(held, one, HANS, NOTE) is MayNot.NO_RIGHT
    assert may_lodge(replace(held, body=replace(held.body, rules=rules)), one, HANS, NOTE) is None


def test_who_missed_the_vote_on_an_addition_took_part_in_the_main_question() -> None:
    """It was decided without a vote, when they were there; and one who answered on the addition did too."""
    puts = (Put(id=1, puts=Puts.MAIN, adopted=Adopted.PROPOSAL), Put(id=2, puts=Puts.ADDITION, motion=4))
    added = motion(4, "add", BO, "att det följs upp")
    out = item(motions=(added,), puts=puts, divisions=(division("yayyx", put=2, yes_motion=4),))
    came = item(
        motions=(added,),
        puts=puts,
        divisions=(division("yayyx", put=1), division("yyyyx", id_=2, put=2, yes_motion=4)),
    )

    assert may_lodge(meeting(out), out, BO, RESERVATION) is None
    assert may_lodge(meeting(came), came, BO, RESERVATION) is None
    assert may_lodge(meeting(came), came, ESTER, RESERVATION) is MayNot.NOT_TAKING_PART


def test_a_vote_on_adjournment_tells_nothing_of_who_took_part_in_the_decision() -> None:
    put = Put(id=1, puts=Puts.ADJOURN, motion=4)
    one = item(
        motions=(motion(4, "adjourn", EVA),), puts=(put,), divisions=(division("yayyy", put=1, no_motion=4),)
    )

    assert may_lodge(meeting(one), one, BO, RESERVATION) is None


def test_where_nobody_is_known_to_have_been_there_anybody_may() -> None:
    one = item()
    bare = replace(meeting(one), roll=replace(meeting(one).roll, lines=()), attendance=())

    assert may_lodge(bare, one, HANS, RESERVATION) is None


@pytest.mark.parametrize(
    ("on", "at", "stage", "late"),
    [
        (date(2026, 11, 12), time(20, 59), Stage.CLOSED, False),
        (date(2026, 11, 12), time(21, 1), Stage.CLOSED, True),
        (date(2026, 11, 12), None, Stage.CLOSED, False),
        (date(2026, 11, 12), time(21, 1), Stage.IN_SESSION, False),  # it was to end at nine, and goes on
        (date(2026, 11, 13), None, Stage.PLANNED, True),
    ],
)
def test_a_reservation_is_judged_by_when_it_was_lodged(
    *,
    on: date,
    at: time | None,
    stage: Stage,
    late: bool,
) -> None:
    held = replace(meeting(item()), stage=stage, end=time(21))

    assert is_late(held, RESERVATION, on, at) is late
    assert not is_late(held, NOTE, on, at)


def test_a_meeting_that_goes_on_another_day_has_not_ended() -> None:
    held = replace(
        meeting(item()), recesses=(Recess(id=1, starts=time(22), adjourned=True, ends_on=date(2026, 11, 19)),)
    )

    assert not is_late(held, RESERVATION, date(2026, 11, 13), None)


# --- contradictions


def _held(one: Item, **stays: Any) -> Meeting:
    return meeting(one, **stays)


def test_a_vote_of_somebody_who_is_not_there_any_more_contradicts_the_roll() -> None:
    one = item(divisions=(division("yynnn"),))
    before, after = conflicts(_held(one)), conflicts(_held(one, bo=AWAY))

    assert before == ()
    assert [(each.who, each.did) for each in after] == [(BO, Did.VOTED)]
    with pytest.raises(RuleBroken, match=r"^Bo \(M\) answered in the vote of § 70; change that first$"):
        check_none_new(before, after)
    check_none_new(after, after)


def test_a_reason_that_was_noted_excuses_it() -> None:
    noted = Deviation(id=1, rule=Deviates.OTHER, reason="Röstade trots allt", who=BO)
    one = item(divisions=(division("yynnn"),), deviations=(noted,))

    assert conflicts(_held(one, bo=AWAY)) == ()


def test_who_missed_the_vote_may_be_away() -> None:
    one = item(divisions=(division("yannn"),))

    assert conflicts(_held(one, bo=AWAY)) == ()


@pytest.mark.parametrize(
    ("kind", "words"),
    [(RESERVATION, "made a reservation at § 70"), (NOTE, "has an opinion noted at § 70")],
)
def test_an_opinion_of_somebody_who_is_not_there_any_more_contradicts_the_roll(
    kind: OpinionKind, words: str
) -> None:
    one = item(opinions=(Opinion(id=1, kind=kind, by=(CAJSA, ESTER)),))

    with pytest.raises(RuleBroken, match=rf"^Ester \(M\) {words}"):
        check_none_new(conflicts(_held(one)), conflicts(_held(one, ester=AWAY)))


def test_a_ruling_can_take_a_vote_from_who_served() -> None:
    one = item(divisions=(replace(division(), votes=((HANS, Vote.YES),)),))
    held = _held(one, cajsa=AWAY, hans=WHOLE)
    ruled = replace(held, roll=replace(held.roll, rulings=(ruling(3, None, 70),)), attendance=())

    assert conflicts(held) == ()
    assert [each.who for each in conflicts(with_roll(ruled))] == [HANS]
