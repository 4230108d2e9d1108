"""A protocol goes out to be signed, is locked meanwhile, and is verified when all have signed by pen."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from builders import Minutes, snapshot
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.signing import SigningEnd, SigningWay, SignsAs
from klubban.domain.text import plain
from klubban.operations import session, signing, signing_by_pen, undo, verifiers, verifying
from klubban.operations.items import rename
from klubban.operations.paper_file import paper_file
from klubban.store import attachments
from klubban.store.database import Database
from to_sign import BO, EVA, KIM, NOW, TODAY, ready, signed

SCAN = paper_file("Skannat.pdf", b"%PDF-1.4 scanned")


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a closed meeting whose protocol is ready."""
    return ready(database)


@pytest.fixture
def out(database: Database, ids: Minutes) -> signing.Begun:
    """Return the protocol printed to be signed."""
    [verification] = snapshot(database, ids.meeting).verifications
    return signing.begin(database, verification.id, SigningWay.PEN, NOW)


def all_sign(database: Database, *days: date) -> None:
    """Note the days on which secretary, chair and verifier signed."""
    for each, day in zip(signed(database).signatures, days, strict=False):
        signing_by_pen.record_signature(database, each.id, day, today=TODAY)


def test_what_is_printed_is_kept_with_who_is_to_sign(database: Database, out: signing.Begun) -> None:
    found = signed(database)

    assert [(each.signs_as, each.who) for each in found.signatures] == [
        (SignsAs.SECRETARY, KIM),
        (SignsAs.CHAIR, EVA),
        (SignsAs.VERIFIER, BO),
    ]
    with database.read() as read:
        assert attachments.content(read, found.original or "") == out.data
    assert (found.begun_on, found.begun_at, out.file_name) == (
        TODAY,
        time(14, 30),
        "ks-2016-02-22-protokoll.pdf",
    )


def test_all_have_signed_and_the_last_day_is_that_of_the_verification(
    database: Database, out: signing.Begun
) -> None:
    all_sign(database, date(2016, 2, 23), TODAY, date(2016, 2, 24))
    signing_by_pen.attach_scan(database, out.signing, SCAN)

    signing_by_pen.finish_pen(database, out.signing, today=TODAY)

    meeting = snapshot(database)
    [verification] = meeting.verifications
    assert (meeting.stage, verification.date, verification.signed_by) == (Stage.VERIFIED, TODAY, (EVA, BO))
    assert (signed(database).ended, signed(database).returned_type) == (SigningEnd.SIGNED, "application/pdf")
    assert database.undoable is None


def test_while_it_is_out_nothing_on_it_changes(database: Database, ids: Minutes, out: signing.Begun) -> None:
    with pytest.raises(RuleBroken, match="went out to be signed on 2016-02-25; withdraw that first"):
        rename(database, ids.item, "D")
    with pytest.raises(RuleBroken, match="went out to be signed"):
        session.set_times(database, ids.meeting, end=time(21))

    signing.withdraw_signing(database, out.signing, "Fel namn i § 2", NOW)

    rename(database, ids.item, "D")
    found = signed(database)
    assert (found.ended, found.ended_because) == (
        SigningEnd.WITHDRAWN,
        "Fel namn i § 2",
    )


def test_one_who_never_signs_is_passed_over_with_a_reason_alone(
    database: Database, out: signing.Begun
) -> None:
    all_sign(database, TODAY, TODAY)
    verifier = signed(database).awaited[0]
    with pytest.raises(RuleBroken, match=r"Bo Ek \(M\) has not signed; wait for that, or note why"):
        signing_by_pen.finish_pen(database, out.signing, today=TODAY, without={verifier.id: " "})

    signing_by_pen.finish_pen(database, out.signing, today=TODAY, without={verifier.id: "Vägrar"})

    assert snapshot(database).verifications[0].signed_by == (EVA,)
    assert plain(signed(database).report) == "Bo Ek (M), justerare, har inte skrivit under: Vägrar."


def test_nobody_signed_is_nothing_to_finish(database: Database, out: signing.Begun) -> None:
    reasons = {each.id: "Borta" for each in signed(database).signatures}

    with pytest.raises(RuleBroken, match=r"Nobody has signed §§.1–3"):
        signing_by_pen.finish_pen(database, out.signing, today=TODAY, without=reasons)


@pytest.mark.usefixtures("out")
@pytest.mark.parametrize("day", [date(2016, 2, 21), date(2016, 2, 26)])
def test_nobody_signs_before_the_meeting_or_tomorrow(database: Database, day: date) -> None:
    with pytest.raises(RuleBroken, match=r"2016-02-2[26]"):
        all_sign(database, day)


@pytest.mark.usefixtures("out")
def test_a_signature_that_was_noted_by_mistake_is_taken_back(database: Database) -> None:
    all_sign(database, TODAY)

    undo.undo(database)

    assert len(signed(database).awaited) == 3


@pytest.mark.usefixtures("out")
def test_a_document_is_out_once(database: Database) -> None:
    with pytest.raises(RuleBroken, match="is out to be signed already"):
        signing.begin(database, snapshot(database).verifications[0].id, SigningWay.LOCAL, NOW)


def test_what_is_not_ready_does_not_go_out(database: Database, ids: Minutes) -> None:
    verifying.make_ready(database, ids.meeting, ready=False, today=TODAY)

    with pytest.raises(RuleBroken, match="is not ready for verification yet"):
        signing.begin(database, snapshot(database).verifications[0].id, SigningWay.PEN, NOW)


@pytest.mark.usefixtures("ids")
def test_a_clock_from_before_the_meeting_is_told(database: Database) -> None:
    early = NOW.replace(year=2015)

    with pytest.raises(RuleBroken, match="says 2015-02-25, which is before the meeting on 2016-02-22"):
        signing.begin(database, snapshot(database).verifications[0].id, SigningWay.PEN, early)


@pytest.mark.usefixtures("ids")
def test_fields_are_for_who_signs_on_a_screen_and_all_change_to_pen_in_one_act(database: Database) -> None:
    begun = signing.begin(database, snapshot(database).verifications[0].id, SigningWay.SERVICE, NOW)
    assert [each.field for each in signed(database).signatures] == ["sign_1", "sign_2", "sign_3"]

    printed = signing.to_pen(database, begun.signing, "Bo saknar e-legitimation", NOW)

    before, now = snapshot(database).verifications[0].signings
    assert (before.ended, before.ended_because) == (SigningEnd.TO_PEN, "Bo saknar e-legitimation")
    assert (now.way, now.id, printed.data == begun.data) == (SigningWay.PEN, printed.signing, False)
    with pytest.raises(RuleBroken, match="by pen already"):
        signing.to_pen(database, printed.signing, "Igen", NOW)


@pytest.mark.usefixtures("ids")
def test_a_paper_is_not_signed_in_a_service(database: Database) -> None:
    begun = signing.begin(database, snapshot(database).verifications[0].id, SigningWay.SERVICE, NOW)

    with pytest.raises(RuleBroken, match="two ways are never mixed"):
        signing_by_pen.attach_scan(database, begun.signing, SCAN)


def test_a_scan_is_a_picture_or_a_pdf(database: Database, out: signing.Begun, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="is no scan of a signed paper"):
        signing_by_pen.attach_scan(database, out.signing, paper_file("a.gif", b"GIF89a"))
    empty = tmp_path / "tom.pdf"
    empty.touch()
    with pytest.raises(RuleBroken, match=r"tom.pdf is empty"):
        signing_by_pen.attach_scan(database, out.signing, empty)
    with pytest.raises(RuleBroken, match="is what was printed, and not what was signed"):
        signing_by_pen.attach_scan(database, out.signing, paper_file("b.pdf", out.data))


def test_a_file_made_before_a_change_does_not_go_out(database: Database, ids: Minutes) -> None:
    verification = snapshot(database).verifications[0].id
    made = signing.Made(signing.prepare(database, verification, SigningWay.PEN, today=TODAY), b"%PDF-")
    rename(database, ids.item, "D")

    with pytest.raises(RuleBroken, match="was changed while its file was made"):
        signing.begin(database, verification, SigningWay.PEN, NOW, ready=made)


def test_paragraphs_verified_at_once_lock_no_others(database: Database, ids: Minutes) -> None:
    one = verifiers.plan_set(database, ids.meeting, Paragraphs(((1, 1),)), immediate=True)
    verifying.make_ready(database, ids.meeting, today=TODAY)

    signing.begin(database, one, SigningWay.PEN, NOW)

    rename(database, ids.items[1], "D")
    with pytest.raises(RuleBroken, match=r"§.1 went out"):
        rename(database, ids.item, "D")
