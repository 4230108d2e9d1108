"""What a meeting tells of itself."""

from __future__ import annotations

from datetime import date

import pytest

from documents.meetings import EK, plain_meeting
from klubban.domain.meeting import Stage
from klubban.domain.verification import Verification

APPOINTED = Verification(id=1, verifiers=(EK,), date=date(2026, 11, 19))
SIGNED = Verification(id=1, verifiers=(EK,), signed_by=(EK,))


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.READY])
def test_an_appointment_is_no_verification(stage: Stage) -> None:
    meeting = plain_meeting(stage=stage, verifications=(APPOINTED,))

    assert not meeting.is_done(APPOINTED)
    assert not meeting.verified


@pytest.mark.parametrize(
    ("stage", "verification"),
    [(Stage.READY, SIGNED), (Stage.VERIFIED, APPOINTED), (Stage.ARCHIVED, APPOINTED)],
)
def test_who_signed_or_the_stage_tells_that_a_protocol_is_verified(
    stage: Stage, verification: Verification
) -> None:
    meeting = plain_meeting(stage=stage, verifications=(verification,))

    assert meeting.is_done(verification)
    assert meeting.verified
