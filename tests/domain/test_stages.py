"""Where a meeting and its sets of paragraphs stand, and what may be done then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from klubban.domain.afterwards import AppealStep, AppealStepKind, Archived
from klubban.domain.body import Body, Named, Organisation
from klubban.domain.control import control_number, fits, read_control
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Appeal, Item, Meeting, Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.stage_acts import CHANGEABLE, Changeable, StageAct, open_acts, open_acts_of
from klubban.domain.stages import items_of, own_document, sets, stage_of, stage_of_set
from klubban.domain.text import from_plain
from klubban.domain.verification import Notice, Verification

EVA, DAY = Named(name="Eva Asp", party="S"), date(2026, 11, 12)
DONE, POSTED = date(2026, 11, 19), date(2026, 11, 20)


def held(*verifications: Verification, stage: Stage = Stage.CLOSED, kind: str = "committee") -> Meeting:
    """Return a meeting of a body with §§ 1–3, each of which decides something."""
    items = tuple(
        Item(id=n, number=n, title=f"Ärende {n}", decision=from_plain("Bifall."), appeal=Appeal.LEGALITY)
        for n in (1, 2, 3)
    )
    own = Body(id=1, key="n", name="Nämnden", kind=BodyKind(kind), rules=PRESETS[BodyKind(kind)], seats=5)
    return Meeting(
        id=1,
        organisation=Organisation(name="Ekby"),
        body=own,
        date=DAY,
        stage=stage,
        items=items,
        verifications=verifications,
    )


def verified(id_: int = 1, paragraphs: str | None = None, *, immediate: bool = False) -> Verification:
    """Return a verification that is done."""
    numbers = Paragraphs.parse(paragraphs) if paragraphs else None
    return Verification(id=id_, paragraphs=numbers, signed_by=(EVA,), date=DONE, immediate=immediate)


def planned(id_: int = 1, paragraphs: str | None = None, *, immediate: bool = False) -> Verification:
    """Return one that is to be done."""
    return replace(verified(id_, paragraphs, immediate=immediate), signed_by=(), date=None)


NONE_FILED = AppealStep(id=1, kind=AppealStepKind.NONE_FILED, day=date(2026, 12, 20), final=True)


def test_a_meeting_goes_from_closed_to_the_archive() -> None:
    closed = held(planned())
    ready = held(replace(planned(), ready_on=DAY))
    done = held(verified())
    announced = replace(done, notices=(Notice(id=1, verification=1, posted=POSTED),))
    items = tuple(replace(item, appeal_steps=(NONE_FILED,)) for item in done.items)
    in_force = replace(announced, items=items)
    archived = replace(in_force, archived=(Archived(id=1, archived_on=DONE, name="KS 2026"),))

    found = [stage_of(each) for each in (closed, ready, done, announced, in_force, archived)]

    assert found == list(Stage)[3:]


def test_a_meeting_is_as_far_as_the_last_of_its_sets() -> None:
    at_once = verified(2, "2", immediate=True)
    meeting = held(planned(), at_once)

    assert [str(each.paragraphs) for each in sets(meeting)] == ["1, 3", "2"]
    assert [stage_of_set(meeting, each.verification) for each in sets(meeting)] == [
        Stage.CLOSED,
        Stage.VERIFIED,
    ]
    assert stage_of(meeting) is Stage.CLOSED
    assert stage_of(held(verified(1, "1, 3"), at_once)) is Stage.VERIFIED


def test_a_meeting_that_sits_is_in_session_whatever_is_verified_at_once() -> None:
    meeting = held(verified(2, "2", immediate=True), stage=Stage.IN_SESSION)

    assert stage_of(meeting) is Stage.IN_SESSION
    assert stage_of_set(meeting, meeting.verifications[0]) is Stage.VERIFIED


def test_what_nobody_is_to_verify_is_a_set_of_its_own() -> None:
    meeting = held(verified(1, "1"))

    first, rest = sets(meeting)
    assert (first.verification, rest.verification, str(rest.paragraphs)) == (
        meeting.verifications[0],
        None,
        "2-3",
    )
    assert stage_of(meeting) is Stage.CLOSED
    assert sets(held(stage=Stage.CLOSED, kind="forum")) == ()


def test_what_is_verified_at_once_or_confidential_has_a_document_of_its_own() -> None:
    meeting = held(planned(1, "1"), planned(2, "2", immediate=True), planned(3, "3"))
    secret = meeting.with_item(replace(meeting.items[2], confidential=True))

    assert [own_document(secret, each) for each in secret.verifications] == [False, True, True]
    assert not own_document(held(planned(1, "1-3", immediate=True)), planned(1, "1-3", immediate=True))
    assert [item.id for item in items_of(meeting, meeting.verifications[1])] == [2]


def test_a_meeting_that_came_in_further_stays_there() -> None:
    assert stage_of(held(stage=Stage.ARCHIVED)) is Stage.ARCHIVED
    assert stage_of(held(stage=Stage.READY)) is Stage.READY
    assert stage_of(held(verified(), stage=Stage.ARCHIVED)) is Stage.ARCHIVED


@pytest.mark.parametrize(
    ("meeting", "acts"),
    [
        (held(planned()), {StageAct.SEND_DRAFT, StageAct.MAKE_READY}),
        (
            held(replace(planned(), ready_on=DAY), stage=Stage.READY),
            {StageAct.TAKE_UP, StageAct.SIGN},
        ),
        (
            held(verified(), stage=Stage.VERIFIED),
            {StageAct.WITHDRAW, StageAct.CORRECT, StageAct.POST, StageAct.DISPATCH},
        ),
        (held(stage=Stage.CLOSED, kind="forum"), {StageAct.SEND_NOTES, StageAct.DISPATCH, StageAct.ARCHIVE}),
        (held(planned(), stage=Stage.IN_SESSION), set()),
    ],
)
def test_what_may_be_done_follows_the_stage(meeting: Meeting, acts: set[StageAct]) -> None:
    assert set(open_acts(meeting, DONE)) == acts


def test_what_is_announced_is_not_withdrawn_and_waits_for_its_last_day() -> None:
    meeting = replace(
        held(verified(), stage=Stage.ANNOUNCED), notices=(Notice(id=1, verification=1, posted=POSTED),)
    )
    done = meeting.verifications[0]

    early, late = (open_acts_of(meeting, done, day) for day in (POSTED, date(2026, 12, 12)))

    assert early == {StageAct.CORRECT, StageAct.DISPATCH}
    assert late - early == {StageAct.TAKE_DOWN, StageAct.NOTE_FORCE}


def test_what_is_verified_is_only_added_to() -> None:
    fixed = {Changeable.AGENDA, Changeable.ROLL, Changeable.TEXTS, Changeable.VERIFIERS}

    for stage in list(Stage)[: list(Stage).index(Stage.VERIFIED)]:
        assert fixed <= CHANGEABLE[stage]
        assert Changeable.CORRECTIONS not in CHANGEABLE[stage]
    for stage in list(Stage)[list(Stage).index(Stage.VERIFIED) :]:
        assert not fixed & CHANGEABLE[stage]
        assert {Changeable.CORRECTIONS, Changeable.MASKS} <= CHANGEABLE[stage]


# --- the control number


def test_a_control_number_names_an_entry_and_the_beginning_of_its_hash() -> None:
    hash_ = bytes.fromhex("9f2c41d077aa03be" + "00" * 24)

    told = control_number(4127, hash_)

    assert told == "4127-9f2c-41d0-77aa-03be"
    assert read_control(" 4127-9F2C–41D0-77AA-03BE ") == (4127, "9f2c41d077aa03be")
    assert fits(told, 4127, hash_)
    assert not fits(told, 4126, hash_)
    assert not fits(told, 4127, bytes(32))


@pytest.mark.parametrize("words", ["", "4127", "4127-9f2c-41d0-77aa", "x-9f2c-41d0-77aa-03be"])
def test_what_is_no_control_number_says_how_one_looks(words: str) -> None:
    with pytest.raises(RuleBroken, match="4127-9f2c-41d0-77aa-03be"):
        read_control(words)
