"""The course of a meeting after it: which steps there are, and where each stands in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from klubban.domain.body import Named
from klubban.domain.dispatching import Plan
from klubban.domain.meeting import Meeting, Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import BodyKind
from klubban.domain.signing import Signature, Signing, SigningWay, SignsAs
from klubban.domain.verification import Correction, Notice, Verification
from klubban.ui.after.steps import Stands, Step, StepLine, course, is_after
from klubban.ui.after.verify_sheet import Phase, VerifySheet
from ui.snapshots import DAY, item, meeting

TODAY, LATE = date(2026, 11, 16), date(2026, 12, 1)
BO, EVA = Named("Bo Ek", "M"), Named("Eva Asp", "S")
SIGNED = Signature(id=1, who=EVA, signs_as=SignsAs.CHAIR, signed_on=TODAY)
AWAITED = Signature(id=2, who=BO, signs_as=SignsAs.VERIFIER)


def closed(*verifications: Verification, stage: Stage = Stage.CLOSED) -> Meeting:
    return meeting(item(1, number=1), item(2, number=2), stage=stage, verifications=verifications)


def line(of: Meeting, step: Step, at: int | None = None, *, today: date = TODAY) -> StepLine:
    return next(each for each in course(of, today, Plan()) if each.id == (step, at))


def out(
    *signatures: Signature, way: SigningWay = SigningWay.PEN, returned: str | None = None
) -> Verification:
    signing = Signing(id=1, way=way, begun_on=TODAY, signatures=signatures, returned=returned)
    return Verification(id=5, ready_on=TODAY, signings=(signing,))


@pytest.mark.parametrize(
    ("verification", "today", "told", "stands"),
    [
        (Verification(id=5), TODAY, "by 26 November", Stands.TO_COME),
        (Verification(id=5, ready_on=TODAY), TODAY, "by 26 November", Stands.NOW),
        (Verification(id=5), LATE, "should have been done by 26 November", Stands.LATE),
        (out(SIGNED, AWAITED), TODAY, "Bo Ek (M) has not signed", Stands.NOW),
        (out(AWAITED, AWAITED), TODAY, "2 have not signed", Stands.NOW),
        (out(SIGNED), TODAY, "all have signed", Stands.NOW),
        (out(AWAITED, way=SigningWay.SERVICE, returned="f"), TODAY, "the file has come back", Stands.NOW),
        (Verification(id=5, signed_by=(BO,), date=TODAY), LATE, "signed 16 November", Stands.DONE),
    ],
)
def test_where_a_verification_stands_is_said_in_words(
    verification: Verification, today: date, told: str, stands: Stands
) -> None:
    found = line(closed(verification), Step.VERIFY, 5, today=today)

    assert (found.told, found.stands) == (told, stands)


def test_each_set_of_paragraphs_has_a_line_and_so_has_what_nobody_verifies_and_a_correction() -> None:
    apart = Verification(id=5, paragraphs=Paragraphs.parse("2"), signed_by=(BO,), date=TODAY, immediate=True)
    corrected = Correction(id=3, made_on=TODAY, text=(), because="x", verification=Verification(id=7))

    found = course(replace(closed(apart), corrections=(corrected,)), TODAY, Plan())

    own = [(each.id[1], each.title, each.told) for each in found if each.id[0] is Step.VERIFY]
    assert own == [
        (5, "Verification §\u00a02", "signed 16 November"),
        (None, "Verification §\u00a01", "nobody is to sign yet"),
        (7, "Correction", "nobody has signed"),
    ]


def test_notes_have_only_the_steps_that_apply() -> None:
    notes = meeting(item(1), kind=BodyKind.FORUM, stage=Stage.CLOSED)

    assert [each.id[0] for each in course(notes, TODAY, Plan())] == [Step.DISPATCH, Step.ARCHIVE, Step.TRACE]


def test_before_it_is_closed_there_is_no_course() -> None:
    assert not is_after(closed(stage=Stage.IN_SESSION))
    assert is_after(closed())


@pytest.mark.parametrize(
    ("verification", "expected"),
    [
        (None, Phase.NOBODY),
        (Verification(id=5), Phase.NOT_READY),
        (Verification(id=5, ready_on=TODAY), Phase.READY),
        (out(AWAITED), Phase.PEN),
        (out(AWAITED, way=SigningWay.SERVICE), Phase.SERVICE),
        (out(AWAITED, way=SigningWay.LOCAL), Phase.LOCAL),
        (Verification(id=5, signed_by=(BO,)), Phase.DONE),
    ],
)
def test_a_verification_is_in_one_phase(verification: Verification | None, expected: Phase) -> None:
    own = closed(*filter(None, [verification]))

    sheet = VerifySheet.of(own, verification.id if verification else None, TODAY, locked=False)

    assert sheet.phase is expected


def test_what_is_announced_can_no_longer_be_withdrawn() -> None:
    done = closed(Verification(id=5, signed_by=(BO,), date=DAY), stage=Stage.VERIFIED)
    posted = replace(done, notices=(Notice(id=1, verification=5, posted=TODAY),))

    found = [VerifySheet.of(each, 5, TODAY, locked=False).announced for each in (done, posted)]

    assert found == [False, True]
