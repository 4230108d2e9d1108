"""Legal force: never by the calendar alone, and from the day that the law says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from domain.afterwards import (
    AFTER,
    LAST,
    VERIFIED,
    item,
    meeting,
    notice,
    receipt,
    step,
    unverified,
    with_steps,
)
from klubban.domain import legal_force
from klubban.domain.afterwards import AppealStep, AppealStepKind
from klubban.domain.legal_force import Standing
from klubban.domain.meeting import Appeal, Meeting, Outcome, Stage
from klubban.domain.signing import Withdrawal
from klubban.domain.verification import Verification

K = AppealStepKind
FIRST = LAST + timedelta(days=1)


def stands(of: Meeting, today: date = AFTER) -> tuple[Standing, date | None]:
    state = legal_force.state_of(of, of.items[0], today)
    return state.standing, state.day


def test_the_calendar_alone_gives_no_legal_force() -> None:
    assert stands(meeting(), LAST) == (Standing.WAITING, LAST)
    assert stands(meeting(), FIRST) == (Standing.RUN_OUT, FIRST)
    assert stands(meeting(), date(2036, 1, 1)) == (Standing.RUN_OUT, FIRST)


def test_the_court_is_asked_and_answers() -> None:
    asked = step(K.ASKED)

    assert stands(with_steps(asked)) == (Standing.ASKED, AFTER)
    assert stands(with_steps(asked, step(K.NONE_FILED, date(2026, 12, 16)))) == (Standing.IN_FORCE, FIRST)


@pytest.mark.parametrize("kind", [K.ASKED, K.NONE_FILED])
def test_what_was_said_before_the_time_had_ended_is_asked_again(kind: AppealStepKind) -> None:
    assert stands(with_steps(step(kind, LAST))) == (Standing.RUN_OUT, FIRST)


def test_an_appeal_waits_for_what_is_final() -> None:
    filed = step(K.FILED, LAST, case_number="1-26")
    rejected = date(2027, 3, 1)

    assert stands(with_steps(filed)) == (Standing.APPEALED, LAST)
    assert stands(with_steps(filed, step(K.REJECTED, rejected))) == (Standing.APPEALED, LAST)
    assert stands(with_steps(filed, step(K.REJECTED, rejected, final=True))) == (Standing.IN_FORCE, rejected)
    assert stands(with_steps(filed, step(K.QUASHED, rejected, final=True))) == (Standing.QUASHED, rejected)


def test_several_appeals_end_one_by_one() -> None:
    filed = step(K.FILED, case_number="1-26"), step(K.FILED, case_number="2-26")
    one = step(K.WITHDRAWN, date(2027, 1, 8), case_number="1-26", final=True)
    other = step(K.DISMISSED, date(2027, 2, 8), case_number="2-26", final=True)

    assert stands(with_steps(*filed, one)) == (Standing.APPEALED, AFTER)
    assert stands(with_steps(*filed, one, other)) == (Standing.IN_FORCE, date(2027, 2, 8))


def test_an_appeal_that_was_withdrawn_early_leaves_time_for_others() -> None:
    filed, withdrawn = step(K.FILED, LAST), step(K.WITHDRAWN, LAST, final=True)

    assert stands(with_steps(filed, withdrawn)) == (Standing.RUN_OUT, FIRST)
    assert stands(with_steps(filed, withdrawn, step(K.NONE_FILED))) == (Standing.IN_FORCE, FIRST)


def test_an_appeal_that_came_too_late_changes_nothing() -> None:
    assert stands(with_steps(step(K.TOO_LATE))) == (Standing.RUN_OUT, FIRST)
    assert stands(with_steps(step(K.NONE_FILED), step(K.TOO_LATE))) == (Standing.IN_FORCE, FIRST)


def test_no_time_runs_by_a_notice_that_came_down_early() -> None:  # KL 13 kap. 5 § 2 st.
    early = meeting(item(appeal_steps=(step(K.NONE_FILED),)), notices=(notice(removed=LAST),))

    assert stands(early) == (Standing.NOT_ANNOUNCED, None)


def test_a_new_notice_gives_a_new_last_day() -> None:
    again = notice(id=2, posted=AFTER, replaces=1)
    both = meeting(item(appeal_steps=(step(K.NONE_FILED),)), notices=(notice(removed=LAST), again))

    assert stands(both) == (Standing.WAITING, date(2027, 1, 4))


def test_before_it_is_verified_or_announced_no_time_runs() -> None:
    assert stands(unverified(meeting())) == (Standing.NOT_VERIFIED, None)
    assert stands(meeting(notices=())) == (Standing.NOT_ANNOUNCED, None)


def test_what_came_in_announced_has_its_time_though_nobody_knows_who_verified_it() -> None:
    brought = meeting(verifications=(), notices=(notice(verification=None),))

    assert stands(brought) == (Standing.RUN_OUT, FIRST)


def test_no_time_runs_by_the_notice_of_what_was_withdrawn_or_never_verified() -> None:
    mistake = Withdrawal(on=AFTER, by="Eva Asp", and_by="Bo Ek", because="Fel protokoll")
    taken_back = Verification(id=9, date=VERIFIED, withdrawn=mistake)
    posted = (notice(verification=9),)
    withdrawn = meeting(verifications=(), withdrawn=(taken_back,), notices=posted)
    never = meeting(verifications=(), notices=(notice(verification=None),), stage=Stage.CLOSED)

    assert stands(withdrawn)[0] is Standing.NOT_ANNOUNCED
    assert stands(never)[0] is Standing.NOT_VERIFIED


def test_each_party_has_three_weeks_of_its_own() -> None:  # FL 44 §
    got = receipt("Byggbolaget", date(2026, 11, 23)), receipt("Grannen", date(2026, 12, 1))
    both = item(exercise_of_authority=True, receipts=got)
    nobody = item(exercise_of_authority=True)

    assert stands(meeting(nobody)) == (Standing.NOT_RECEIVED, None)
    assert stands(meeting(both)) == (Standing.WAITING, date(2026, 12, 22))
    assert stands(meeting(both), date(2026, 12, 23)) == (Standing.RUN_OUT, date(2026, 12, 23))


def test_what_cannot_be_appealed_against_never_has_legal_force() -> None:
    assert stands(meeting(item(outcome=Outcome.POSTPONED))) == (Standing.NOT_APPEALABLE, None)


def test_a_meeting_is_settled_when_all_that_can_be_appealed_against_is() -> None:
    answered = (step(K.NONE_FILED),)
    done, open_, none = item(5, appeal_steps=answered), item(6), item(7, appeal=Appeal.NONE)

    assert legal_force.is_settled(meeting(done, none))
    assert not legal_force.is_settled(meeting(done, open_, none))
    assert legal_force.is_settled(meeting(done, open_, none), [5, 7])
    assert not legal_force.is_settled(meeting(none))


steps = some.lists(
    some.builds(
        AppealStep,
        id=some.just(0),
        kind=some.sampled_from(K),
        day=some.dates(date(2026, 11, 20), date(2027, 2, 1)),
        case_number=some.sampled_from((None, "1-26", "2-26")),
        final=some.booleans(),
    ),
    max_size=5,
)


@given(steps, some.dates(date(2026, 11, 20), date(2030, 1, 1)))
@settings(max_examples=50)
def test_legal_force_has_been_told_of_after_the_last_day(noted: list[AppealStep], today: date) -> None:
    of = with_steps(*noted)
    state = legal_force.state_of(of, of.items[0], today)
    since = legal_force.force_since(of, of.items[0])

    assert (state.standing is Standing.IN_FORCE) is (since is not None)
    if since is not None:
        assert since > LAST
        assert state.step in noted
        assert state.step is not None
        assert state.step.day > LAST
        assert not legal_force.open_appeals(of.items[0])
