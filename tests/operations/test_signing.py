"""A protocol goes out to be signed, is locked meanwhile, and is verified when all have signed by pen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, time
from pathlib import Path

import pytest

from builders import DAY, findings, snapshot
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.signing import SigningEnd, SigningWay, SignsAs
from klubban.domain.text import from_plain, plain
from klubban.operations import (
    corrections,
    numbering,
    session,
    signing,
    signing_by_pen,
    undo,
    verifiers,
    verifying,
)
from klubban.operations.items import rename
from klubban.operations.naming import named
from klubban.operations.paper_file import paper_file
from klubban.store import attachments
from klubban.store.database import Database
from to_sign import BO, EVA, KIM, NOW, TODAY, begun, file_of_it, signed, verification

ITEMS = (1, 2, 3)
SCAN = paper_file("Skannat.pdf", b"%PDF-1.4 scanned")


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """Return a file with a protocol that is ready to be signed."""
    path.write_bytes(file_of_it())
    with closing(Database.open(path, "Anna Berg")) as opened:
        yield opened


@pytest.fixture
def out(database: Database) -> signing.Begun:
    """Return the protocol printed to be signed."""
    return begun(database, SigningWay.PEN)


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


def test_while_it_is_out_nothing_on_it_changes(database: Database, out: signing.Begun) -> None:
    with pytest.raises(RuleBroken, match="went out to be signed on 2016-02-25; withdraw that first"):
        rename(database, ITEMS[0], "D")
    with pytest.raises(RuleBroken, match="went out to be signed"):
        session.set_times(database, 1, end=time(21))

    signing.withdraw_signing(database, out.signing, "Fel namn i § 2", NOW)

    rename(database, ITEMS[0], "D")
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
        begun(database, SigningWay.LOCAL)


def test_what_is_not_ready_does_not_go_out(database: Database) -> None:
    verifying.make_ready(database, 1, ready=False, today=TODAY)

    with pytest.raises(RuleBroken, match="is not ready for verification yet"):
        begun(database, SigningWay.PEN)


def test_a_clock_from_before_the_meeting_is_told(database: Database) -> None:
    early = NOW.replace(year=2015)

    with pytest.raises(RuleBroken, match="says 2015-02-25, which is before the meeting on 2016-02-22"):
        signing.begin(database, verification(database), SigningWay.PEN, early)


def test_fields_are_for_who_signs_on_a_screen_and_all_change_to_pen_in_one_act(database: Database) -> None:
    sent = begun(database, SigningWay.SERVICE)
    assert [each.field for each in signed(database).signatures] == ["sign_1", "sign_2", "sign_3"]

    printed = signing.to_pen(database, sent.signing, "Bo saknar e-legitimation", NOW)

    before, now = snapshot(database).verifications[0].signings
    assert (before.ended, before.ended_because) == (SigningEnd.TO_PEN, "Bo saknar e-legitimation")
    assert (now.way, now.id, printed.data == sent.data) == (SigningWay.PEN, printed.signing, False)
    with pytest.raises(RuleBroken, match="by pen already"):
        signing.to_pen(database, printed.signing, "Igen", NOW)


def test_a_paper_is_not_signed_in_a_service(database: Database) -> None:
    sent = begun(database, SigningWay.SERVICE)

    with pytest.raises(RuleBroken, match="two ways are never mixed"):
        signing_by_pen.attach_scan(database, sent.signing, SCAN)


def test_a_scan_is_a_picture_or_a_pdf(database: Database, out: signing.Begun, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="is no scan of a signed paper"):
        signing_by_pen.attach_scan(database, out.signing, paper_file("a.gif", b"GIF89a"))
    empty = tmp_path / "tom.pdf"
    empty.touch()
    with pytest.raises(RuleBroken, match=r"tom.pdf is empty"):
        signing_by_pen.attach_scan(database, out.signing, empty)
    with pytest.raises(RuleBroken, match="is what was printed, and not what was signed"):
        signing_by_pen.attach_scan(database, out.signing, paper_file("b.pdf", out.data))


def test_a_scan_may_come_when_the_protocol_is_verified_but_none_in_its_place(
    database: Database, out: signing.Begun
) -> None:
    all_sign(database, TODAY, TODAY, TODAY)
    signing_by_pen.finish_pen(database, out.signing, today=TODAY)

    signing_by_pen.attach_scan(database, out.signing, SCAN)

    assert signed(database).returned == attachments.digest(SCAN.data)
    with pytest.raises(RuleBroken, match="has ended"):
        signing_by_pen.attach_scan(database, out.signing, paper_file("b.pdf", b"%PDF-1.4 another"))
    assert findings(database) == []


def test_a_file_made_before_a_change_does_not_go_out(database: Database) -> None:
    id_ = verification(database)
    made = signing.Made(signing.prepare(database, id_, SigningWay.PEN, today=TODAY), b"%PDF-")
    rename(database, ITEMS[0], "D")

    with pytest.raises(RuleBroken, match="was changed while its file was made"):
        signing.begin(database, id_, SigningWay.PEN, NOW, ready=made)


def test_paragraphs_verified_at_once_lock_no_others(database: Database) -> None:
    one = verifiers.plan_set(database, 1, Paragraphs(((1, 1),)), immediate=True)
    verifying.make_ready(database, 1, today=TODAY)

    begun(database, SigningWay.PEN, one)

    rename(database, ITEMS[1], "D")
    with pytest.raises(RuleBroken, match=r"§.1 went out"):
        rename(database, ITEMS[0], "D")


def test_a_paragraph_whose_one_verifier_was_disqualified_needs_another(database: Database) -> None:
    with database.change("Bo is disqualified") as change:
        change.insert("disqualification", item_id=1, position=0, **named(BO))
    one = verifiers.plan_set(database, 1, Paragraphs(((1, 1),)))
    verifying.make_ready(database, 1, today=TODAY)

    with pytest.raises(RuleBroken, match=r"It is not noted who verifies §.1 beside the chair"):
        begun(database, SigningWay.PEN, one)


def test_who_presided_does_not_verify_alone(database: Database) -> None:
    verifiers.change_set(database, verification(database), people=[EVA])

    with pytest.raises(RuleBroken, match=r"who verifies .* beside the chair"):
        begun(database, SigningWay.PEN)


def test_a_correction_is_signed_as_a_document_of_its_own(database: Database, out: signing.Begun) -> None:
    all_sign(database, TODAY, TODAY, TODAY)
    signing_by_pen.finish_pen(database, out.signing, today=TODAY)
    words = from_plain("Rätt namn är Gunilla Falk.")
    corrections.add_correction(database, 1, words, "Skrivfel", made_on=TODAY, item=ITEMS[1], by=KIM)
    [correction] = snapshot(database).corrections
    assert correction.verification is not None

    printed = begun(database, SigningWay.PEN, correction.verification.id)
    [sheet] = snapshot(database).corrections[0].verification.signings  # type: ignore[union-attr]
    with pytest.raises(RuleBroken, match="The correction is of 2016-02-25; it is signed then or later"):
        signing_by_pen.record_signature(database, sheet.signatures[0].id, DAY, today=TODAY)
    for each in sheet.signatures:
        signing_by_pen.record_signature(database, each.id, TODAY, today=TODAY)
    signing_by_pen.finish_pen(database, printed.signing, today=TODAY)

    [correction] = snapshot(database).corrections
    assert correction.verification is not None
    assert (correction.verification.signed_by, correction.verification.date) == ((EVA, BO), TODAY)
    assert printed.file_name == "ks-2016-02-22-rattelse-2.pdf"
    assert snapshot(database).stage is Stage.VERIFIED
    assert findings(database) == []


def test_what_has_no_number_stands_in_the_protocol_that_is_out(database: Database) -> None:
    numbering.set_unnumbered(database, ITEMS[2], unnumbered=True)
    verifiers.plan_set(database, 1, Paragraphs(((1, 2),)))
    verifying.make_ready(database, 1, today=TODAY)
    [whole, part] = snapshot(database).verifications
    assert whole.paragraphs is None
    begun(database, SigningWay.PEN, part.id)

    with pytest.raises(RuleBroken, match="went out to be signed"):
        rename(database, ITEMS[2], "D")
