"""From closed to verified: ready with a control number, done, and what was registered by mistake."""

from __future__ import annotations

from datetime import date, time

import pytest

from builders import DAY, Minutes, findings, minutes, snapshot
from klubban.domain.body import Named
from klubban.domain.control import fits
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting, Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.verification import Verification
from klubban.operations import session, verifiers, verifying
from klubban.store import journal
from klubban.store.database import Database

EVA, BO = Named(name="Eva Asp", party="S"), Named(name="Bo Ek", party="M")
LATER = date(2016, 2, 25)


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a meeting of three paragraphs that has been opened, §§ 1–3."""
    found = minutes(database, ("A", "B", "C"), number=None)
    session.open_meeting(database, found.meeting, time(18, 30))
    return found


@pytest.fixture
def closed(database: Database, ids: Minutes) -> Minutes:
    """Return it closed, with one who verifies it."""
    verifiers.choose_verifiers(database, ids.meeting, [EVA])
    session.close_meeting(database, ids.meeting, time(20))
    return ids


def sign(database: Database, verification: int, day: date = LATER) -> None:
    """Complete a verification, as each way of signing does in its own change."""
    meeting = snapshot(database)
    with database.change("Sign", barrier=True) as change:
        verifying.complete(change, meeting, verification, [EVA], day, today=LATER)


def only(meeting: Meeting) -> Verification:
    """Return the one verification of a meeting."""
    [found] = meeting.verifications
    return found


def test_what_is_ready_has_the_head_of_the_chain_before_it(database: Database, closed: Minutes) -> None:
    with database.read() as read:
        sequence, hash_ = journal.head(read)

    verifying.make_ready(database, closed.meeting, today=LATER)

    meeting = snapshot(database)
    assert (meeting.stage, only(meeting).ready_on) == (Stage.READY, LATER)
    assert fits(only(meeting).control or "", sequence, hash_)


def test_what_is_not_ready_after_all_has_no_control_number(database: Database, closed: Minutes) -> None:
    verifying.make_ready(database, closed.meeting, today=LATER)

    verifying.make_ready(database, closed.meeting, ready=False, today=LATER)

    meeting = snapshot(database)
    assert (meeting.stage, only(meeting).ready_on, only(meeting).control) == (Stage.CLOSED, None, None)


def test_a_protocol_without_verifiers_gets_a_verification(database: Database, ids: Minutes) -> None:
    session.close_meeting(database, ids.meeting, time(20))

    verifying.make_ready(database, ids.meeting, today=LATER)

    assert only(snapshot(database)).verifiers == ()
    assert snapshot(database).stage is Stage.READY


def test_a_meeting_that_sits_has_only_what_is_verified_at_once_ready(
    database: Database, ids: Minutes
) -> None:
    verifiers.choose_verifiers(database, ids.meeting, [EVA])
    session.verify_at_once(database, ids.items[1], at_once=True)

    verifying.make_ready(database, ids.meeting, today=DAY)

    whole, at_once = snapshot(database).verifications
    assert (at_once.paragraphs, at_once.immediate, at_once.verifiers) == (
        Paragraphs.parse("2"),
        True,
        (EVA,),
    )
    assert (at_once.ready_on, whole.ready_on) == (DAY, None)
    assert snapshot(database).stage is Stage.IN_SESSION


def test_a_meeting_that_sits_is_not_ready_otherwise(database: Database, ids: Minutes) -> None:
    with pytest.raises(RuleBroken, match="is not closed"):
        verifying.make_ready(database, ids.meeting, today=DAY)


def test_a_verification_is_done_by_who_signed_it(database: Database, closed: Minutes) -> None:
    sign(database, only(snapshot(database, closed.meeting)).id)

    meeting = snapshot(database)
    assert (only(meeting).signed_by, only(meeting).date) == ((EVA,), LATER)
    assert meeting.stage is Stage.VERIFIED
    assert all(map(meeting.is_fixed, meeting.items))
    assert findings(database) == []
    assert database.undoable is None


def test_the_protocol_is_verified_when_its_last_set_is(database: Database, ids: Minutes) -> None:
    verifiers.choose_verifiers(database, ids.meeting, [EVA])
    session.verify_at_once(database, ids.items[1], at_once=True)
    verifying.make_ready(database, ids.meeting, today=DAY)
    whole, at_once = snapshot(database).verifications
    sign(database, at_once.id, DAY)
    session.close_meeting(database, ids.meeting, time(20))
    first = snapshot(database)

    sign(database, whole.id)

    assert (first.stage, snapshot(database).stage) == (Stage.CLOSED, Stage.VERIFIED)
    assert [first.is_fixed(item) for item in first.items] == [False, True, False]
    assert [each.paragraphs for each in snapshot(database).verifications] == [
        Paragraphs.parse("1, 3"),
        Paragraphs.parse("2"),
    ]


@pytest.mark.parametrize(
    ("signers", "day", "sentence"),
    [
        ([], LATER, "name at least one"),
        ([EVA], date(2016, 2, 21), "is verified on 2016-02-22"),
        ([EVA], date(2016, 2, 26), "2016-02-26 has not come yet"),
    ],
)
def test_what_cannot_have_been_signed_is_refused(
    database: Database, closed: Minutes, signers: list[Named], day: date, sentence: str
) -> None:
    meeting = snapshot(database, closed.meeting)

    with pytest.raises(RuleBroken, match=sentence), database.change("Sign") as change:
        verifying.complete(change, meeting, only(meeting).id, signers, day, today=LATER)

    assert not only(snapshot(database)).signed_by


def test_two_people_withdraw_what_was_registered_by_mistake(database: Database, closed: Minutes) -> None:
    done = only(snapshot(database, closed.meeting)).id
    sign(database, done)

    again = verifying.withdraw(database, done, "Anna Berg", "Kari Lund", "Fel protokoll", LATER)

    meeting = snapshot(database)
    [withdrawn] = meeting.withdrawn
    assert (withdrawn.id, withdrawn.date, withdrawn.signed_by) == (done, LATER, ())
    assert withdrawn.withdrawn is not None
    assert (withdrawn.withdrawn.by, withdrawn.withdrawn.and_by) == ("Anna Berg", "Kari Lund")
    assert (only(meeting).id, only(meeting).verifiers, only(meeting).signed_by) == (again, (EVA,), ())
    assert meeting.stage is Stage.CLOSED
    assert not any(map(meeting.is_fixed, meeting.items))
    assert findings(database) == []
    sign(database, again)
    assert snapshot(database).stage is Stage.VERIFIED


@pytest.mark.parametrize(
    ("by", "and_by", "because", "sentence"),
    [
        ("Anna Berg", "anna  berg", "Fel", "Two different people"),
        ("Anna Berg", "", "Fel", "Two different people"),
        ("Anna Berg", "Berg, Anna Maria (S)", "Fel", "Two different people"),
        ("Anna Berg", "Anna\u200b B\u00e9rg", "Fel", "Two different people"),
        ("Anna Berg", "Anna", "Fel", "Two different people"),
        ("Anna Berg", "Kari Lund", " ", "Say why"),
    ],
)
def test_a_withdrawal_needs_two_names_and_a_reason(
    database: Database, closed: Minutes, by: str, and_by: str, because: str, sentence: str
) -> None:
    done = only(snapshot(database, closed.meeting)).id
    sign(database, done)

    with pytest.raises(RuleBroken, match=sentence):
        verifying.withdraw(database, done, by, and_by, because, LATER)


def test_what_somebody_has_an_extract_of_is_never_withdrawn(database: Database, closed: Minutes) -> None:
    done = only(snapshot(database, closed.meeting)).id
    sign(database, done)
    with database.change("Send") as change:
        facts = {"recipient": "Polisen", "way": "post", "sent_on": LATER}
        change.insert("dispatch", item_id=closed.items[1], position=0, **facts)

    with pytest.raises(RuleBroken, match="was sent to Polisen on 2016-02-25, as verified; only a correction"):
        verifying.withdraw(database, done, "Anna Berg", "Kari Lund", "Fel", LATER)


def test_what_is_announced_is_never_withdrawn(database: Database, closed: Minutes) -> None:
    done = only(snapshot(database, closed.meeting)).id
    sign(database, done)
    with database.change("Post") as change:
        change.insert("notice", meeting_id=closed.meeting, position=0, posted=LATER, verification_id=done)
        verifying.follow_stage(change, closed.meeting)

    with pytest.raises(RuleBroken, match="is announced; only a correction"):
        verifying.withdraw(database, done, "Anna Berg", "Kari Lund", "Fel protokoll", LATER)

    assert snapshot(database).stage is Stage.ANNOUNCED
