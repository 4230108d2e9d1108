"""A protocol signed in a service and taken back, or with certificates one after another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from builders import findings, snapshot
from documents.signing.authority import Authority, authority, holder
from klubban.documents.pdf.signatures import fields_of, sign
from klubban.domain.errors import RuleBroken
from klubban.domain.examined import Stamp
from klubban.domain.meeting import Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.signing import SigningEnd, SigningWay, Verdict
from klubban.domain.text import plain
from klubban.exchange.refused import Refused
from klubban.operations import (
    signing,
    signing_by_service,
    signing_locally,
    trusted,
    verifiers,
    verifying,
)
from klubban.operations.open_format import import_document
from klubban.store import attachments
from klubban.store.database import Database
from to_sign import BO, EVA, NOW, TODAY, begun, file_of_it, signed

NAMES = ("Kim Lind", "Asp, Eva", "BO EK")
"""As certificates have them."""


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """Return a file with a protocol that is ready to be signed."""
    path.write_bytes(file_of_it())
    with closing(Database.open(path, "Anna Berg")) as opened:
        yield opened


@pytest.fixture
def sent(database: Database) -> signing.Begun:
    """Return the protocol sent to a service; whoever issued the certificates is trusted."""
    trusted.trust(database, "Ekby prov-CA", authority().data, "Anna Berg", TODAY)
    return begun(database, SigningWay.SERVICE)


@pytest.fixture
def local(database: Database) -> signing.Begun:
    """Return the protocol that is signed here."""
    trusted.trust(database, "Ekby prov-CA", authority().data, "Anna Berg", TODAY)
    return begun(database, SigningWay.LOCAL)


@cache
def in_service(data: bytes, names: tuple[str, ...] = NAMES, by: Authority | None = None) -> bytes:
    """Return a file that people with certificates have signed, each in the next field."""
    for name, field in zip(names, fields_of(data), strict=False):
        who = by.issue(name) if by else holder(name)
        data = sign(data, field.name, who.opens, Stamp(name=name, role=field.role), at=NOW)
    return data


def saved_anew(data: bytes) -> bytes:
    """Return a file as a program leaves it that opens and saves it."""
    made = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(made)
    return made.getvalue()


def test_an_unchanged_file_signed_by_all_verifies_the_protocol(
    database: Database, sent: signing.Begun
) -> None:
    data = in_service(sent.data)

    found = signing_by_service.take_back(database, sent.signing, data, now=NOW)

    meeting, last = snapshot(database), signed(database)
    assert (found.finished, meeting.stage, last.verdict) == (True, Stage.VERIFIED, Verdict.UNCHANGED)
    assert meeting.verifications[0].signed_by == (EVA, BO)
    assert [(each.certificate, each.signed_on) for each in last.signatures] == [
        ("Kim Lind", TODAY),
        ("Asp, Eva", TODAY),
        ("BO EK", TODAY),
    ]
    with database.read() as read:
        assert attachments.content(read, last.returned or "") == data
    assert "Kim Lind" in plain(last.report)
    assert findings(database) == []


def test_one_signature_is_missing_and_is_waited_for_or_passed_over_with_a_reason(
    database: Database, sent: signing.Begun
) -> None:
    found = signing_by_service.take_back(database, sent.signing, in_service(sent.data, NAMES[:2]), now=NOW)
    assert not found.finished
    assert [each.who for each in found.matched.missing] == [BO]
    with pytest.raises(RuleBroken, match=r"Bo Ek \(M\) has not signed"):
        signing_by_service.finish_service(database, sent.signing, now=NOW)

    missing = {found.matched.missing[0].id: "Har ingen e-legitimation"}
    signing_by_service.finish_service(database, sent.signing, now=NOW, without=missing)

    assert snapshot(database).verifications[0].signed_by == (EVA,)
    assert "Har ingen e-legitimation." in plain(signed(database).report)


def test_all_signatures_come_in_a_later_file(database: Database, sent: signing.Begun) -> None:
    first = in_service(sent.data, NAMES[:2])
    signing_by_service.take_back(database, sent.signing, first, now=NOW)
    with pytest.raises(RuleBroken, match="has been taken back already"):
        signing_by_service.take_back(database, sent.signing, first, now=NOW)

    whole = in_service(sent.data)

    assert signing_by_service.take_back(database, sent.signing, whole, now=NOW).finished


def test_somebody_else_signed_and_a_person_says_who_it_was(database: Database, sent: signing.Begun) -> None:
    data = in_service(sent.data, ("Kim Lind", "Eva Asp", "Robert Ekström"))
    found = signing_by_service.take_back(database, sent.signing, data, now=NOW)
    assert [each.who for each in found.matched.strangers] == ["Robert Ekström"]

    signing_by_service.finish_service(
        database, sent.signing, now=NOW, chosen={found.matched.missing[0].id: 2}
    )

    assert signed(database).signatures[2].certificate == "Robert Ekström"
    assert snapshot(database).stage is Stage.VERIFIED


def test_an_issuer_nobody_trusts_is_trusted_by_name_or_the_file_accepted(
    database: Database, sent: signing.Begun
) -> None:
    other = Authority("Annan CA")
    found = signing_by_service.take_back(database, sent.signing, in_service(sent.data, by=other), now=NOW)
    assert (found.finished, found.examined.verdict) == (False, Verdict.UNCHANGED)
    with pytest.raises(RuleBroken, match="Nobody who is trusted says who signed"):
        signing_by_service.finish_service(database, sent.signing, now=NOW)

    [issuer] = found.examined.unknown_issuers
    trusted.trust(database, issuer.name, issuer.data, "Anna Berg", TODAY)
    signing_by_service.finish_service(database, sent.signing, now=NOW)

    assert snapshot(database).stage is Stage.VERIFIED
    assert [each.accepted_by for each in trusted.trusted_issuers(database)] == ["Anna Berg", "Anna Berg"]


def test_what_the_service_made_anew_is_accepted_by_somebody_by_name(
    database: Database, sent: signing.Begun
) -> None:
    data = in_service(saved_anew(sent.data))
    found = signing_by_service.take_back(database, sent.signing, data, now=NOW)
    assert (found.finished, found.examined.verdict) == (False, Verdict.REPACKAGED)
    with pytest.raises(RuleBroken, match="somebody has to accept that, by name"):
        signing_by_service.finish_service(database, sent.signing, now=NOW, accepted_by=" ")

    signing_by_service.finish_service(database, sent.signing, now=NOW, accepted_by="Anna Berg")

    assert (signed(database).accepted_by, signed(database).accepted_on) == ("Anna Berg", TODAY)
    assert snapshot(database).stage is Stage.VERIFIED


def test_a_changed_file_is_refused_and_the_journal_says_that_it_came(
    database: Database, sent: signing.Begun
) -> None:
    data = in_service(sent.data)
    at = data.index(b"stream", len(sent.data) // 4) + 20
    changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]

    found = signing_by_service.take_back(database, sent.signing, changed, now=NOW)

    last = signed(database)
    assert (found.finished, last.verdict, last.returned) == (False, Verdict.CHANGED, None)
    assert last.report
    with database.read() as read:
        assert attachments.digest(changed) not in attachments.held(read)
    assert signing_by_service.take_back(database, sent.signing, data, now=NOW).finished


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda _sent: b"", r"empty \(0 bytes\)"),
        (lambda sent: sent, "This is the file as it was sent; nobody has signed it yet"),
        (saved_anew, "Nobody has signed this file"),
        (lambda _sent: b"GIF89a", "PDF"),
    ],
)
def test_files_that_cannot_be_the_signed_one(
    database: Database,
    sent: signing.Begun,
    made: object,
    says: str,
) -> None:
    assert callable(made)

    with pytest.raises(RuleBroken, match=says):
        signing_by_service.take_back(database, sent.signing, made(sent.data), now=NOW)


def test_a_file_that_was_withdrawn_counts_no_more(database: Database, sent: signing.Begun) -> None:
    signing.withdraw_signing(database, sent.signing, "Fel justerare", NOW)
    with database.change("Another verifier") as change:
        verifier = change.rows("verifier")[0]
        change.update("verifier", int(verifier["id"] or 0), name="Cajsa Dal", party="L")
    again = begun(database, SigningWay.SERVICE)

    with pytest.raises(RuleBroken, match="was sent earlier, and has been withdrawn since"):
        signing_by_service.take_back(database, again.signing, in_service(sent.data), now=NOW)


def test_the_file_of_another_protocol_is_told_by_name(database: Database, sent: signing.Begun) -> None:
    signing.withdraw_signing(database, sent.signing, "§ 1 justeras omedelbart", NOW)
    one = verifiers.plan_set(database, 1, Paragraphs(((1, 1),)), immediate=True)
    verifying.make_ready(database, 1, today=TODAY)
    other, rest = begun(database, SigningWay.SERVICE, one), begun(database, SigningWay.SERVICE)

    with pytest.raises(RuleBroken, match=r"another protocol: Kommunstyrelsen, 2016-02-22, §.1$"):
        signing_by_service.take_back(database, rest.signing, in_service(other.data), now=NOW)


def test_one_after_another_signs_in_any_order_and_the_last_one_verifies(
    database: Database, local: signing.Begun
) -> None:
    secretary, chair, verifier = signed(database).signatures

    for each, name in ((verifier, "BO EK"), (secretary, "Kim Lind")):
        assert not signing_locally.sign_locally(database, each.id, holder(name).opens, now=NOW)
    assert signing_locally.sign_locally(database, chair.id, holder("Asp, Eva").opens, now=NOW)

    last, meeting = signed(database), snapshot(database)
    assert (last.ended, last.verdict, meeting.stage) == (
        SigningEnd.SIGNED,
        Verdict.UNCHANGED,
        Stage.VERIFIED,
    )
    with database.read() as read:
        kept = attachments.content(read, last.returned or "")
    assert [each.signed for each in fields_of(kept)] == [True, True, True]
    assert kept.startswith(local.data)
    assert findings(database) == []


@pytest.mark.usefixtures("local")
def test_a_certificate_of_somebody_else_signs_only_where_that_is_known(database: Database) -> None:
    secretary = signed(database).signatures[0]
    with pytest.raises(RuleBroken, match="The certificate names KARL ALM, and it is Kim Lind who is to sign"):
        signing_locally.sign_locally(database, secretary.id, holder("KARL ALM").opens, now=NOW)
    assert signed(database).returned is None

    signing_locally.sign_locally(database, secretary.id, holder("KARL ALM").opens, now=NOW, another_name=True)

    assert signed(database).signatures[0].certificate == "KARL ALM"
    with pytest.raises(RuleBroken, match="Kim Lind has signed already"):
        signing_locally.sign_locally(database, secretary.id, holder("Kim Lind").opens, now=NOW)


@pytest.mark.usefixtures("local")
def test_one_certificate_is_not_two_people(database: Database) -> None:
    kim, eva, bo = signed(database).signatures
    signing_locally.sign_locally(database, kim.id, holder("Ekby kommun").opens, now=NOW, another_name=True)
    with pytest.raises(RuleBroken, match="The certificate of Ekby kommun has signed for Kim Lind already"):
        signing_locally.sign_locally(database, bo.id, holder("Ekby kommun").opens, now=NOW, another_name=True)
    with pytest.raises(RuleBroken, match="names Kim Lind, who signs for themselves"):
        signing_locally.sign_locally(database, bo.id, holder("Kim Lind").opens, now=NOW, another_name=True)
    signing_locally.sign_locally(database, eva.id, holder("Asp, Eva").opens, now=NOW)

    with pytest.raises(RuleBroken, match="names Asp, Eva, who signs for themselves: Eva Asp"):
        signing_locally.sign_locally(database, bo.id, holder("Asp, Eva").opens, now=NOW, another_name=True)

    assert [each.who for each in signed(database).awaited] == [bo.who]


def test_a_signature_of_one_who_is_to_sign_is_nobody_elses(database: Database, sent: signing.Begun) -> None:
    data = in_service(sent.data, ("Kim Lind", "Asp, Eva", "ASP, Eva"))
    signing_by_service.take_back(database, sent.signing, data, now=NOW)
    bo = signed(database).signatures[2]

    for place in (1, 2):
        with pytest.raises(RuleBroken, match="who signs for themselves: Eva Asp"):
            signing_by_service.finish_service(database, sent.signing, now=NOW, chosen={bo.id: place})

    assert snapshot(database).stage is not Stage.VERIFIED


@pytest.mark.usefixtures("local")
def test_a_clock_that_went_back_is_told(database: Database) -> None:
    secretary = signed(database).signatures[0]

    with pytest.raises(RuleBroken, match="says 2016-02-25 13:30, which is before what happened last"):
        signing_locally.to_sign(database, secretary.id, NOW - timedelta(hours=1))


@pytest.mark.usefixtures("local")
def test_two_who_sign_at_once_do_not_undo_each_other(database: Database) -> None:
    secretary, chair, _verifier = signed(database).signatures
    one = signing_locally.to_sign(database, secretary.id, NOW).signed(holder("Kim Lind").opens)
    other = signing_locally.to_sign(database, chair.id, NOW).signed(holder("Asp, Eva").opens)
    signing_locally.keep_signed(database, secretary.id, one, now=NOW)

    with pytest.raises(RuleBroken, match=r"Somebody signed .* meanwhile; sign again"):
        signing_locally.keep_signed(database, chair.id, other, now=NOW)


def test_one_who_never_signs_here_is_passed_over_with_a_reason(
    database: Database, local: signing.Begun
) -> None:
    secretary, chair, verifier = signed(database).signatures
    signing_locally.sign_locally(database, secretary.id, holder("Kim Lind").opens, now=NOW)
    signing_locally.sign_locally(database, chair.id, holder("Asp, Eva").opens, now=NOW)

    signing_locally.finish_local(database, local.signing, now=NOW, without={verifier.id: "Avliden"})

    assert snapshot(database).verifications[0].signed_by == (EVA,)


@pytest.mark.usefixtures("local")
def test_an_issuer_is_trusted_once_and_no_longer(database: Database) -> None:
    with pytest.raises(RuleBroken, match="Ekby prov-CA is trusted already"):
        trusted.trust(database, "Ekby prov-CA", authority().data, "Anna Berg", TODAY)
    with pytest.raises(RuleBroken, match="give their name"):
        trusted.trust(database, "Annan CA", b"DER", " ", TODAY)

    [issuer] = trusted.trusted_issuers(database)
    trusted.distrust(database, issuer.id)

    assert trusted.trusted_certificates(database) == ()


@pytest.mark.usefixtures("local")
def test_nobody_gains_trust_by_an_import(database: Database) -> None:
    own = attachments.digest(authority().data)
    said = {"name": "Ekby prov-CA", "accepted_by": "Ond Ande"}
    issuers = [{**said, "sha256": own}, {**said, "sha256": "ab" * 32}]
    document = json.dumps({"format": "klubban-open-1", "trusted_issuers": issuers}).encode()

    import_document(database, document)
    accepted = [each.accepted_by for each in trusted.trusted_issuers(database)]
    believed = trusted.trusted_certificates(database)
    trusted.distrust(database, trusted.trusted_issuers(database)[0].id)
    import_document(database, document)

    assert (accepted, believed) == (["Anna Berg", "Ond Ande"], (authority().data,))
    assert trusted.trusted_certificates(database) == ()
    trusted.trust(database, "Ekby prov-CA", authority().data, "Anna Berg", TODAY)
    assert trusted.trusted_certificates(database) == (authority().data,)


def test_an_issuer_is_trusted_in_somebodys_file(tmp_path: Path) -> None:
    said = {"name": "CA", "sha256": "ab" * 32}
    document = json.dumps({"format": "klubban-open-1", "trusted_issuers": [said]}).encode()

    with closing(Database.create(tmp_path / "ny.klubban")) as empty:
        with pytest.raises(Refused, match="/trusted_issuers: Say first whose papers these are"):
            import_document(empty, document)
        with pytest.raises(RuleBroken, match="Say first whose papers these are"):
            trusted.trust(empty, "CA", b"DER", "Anna Berg", TODAY)


@pytest.mark.parametrize("off", [timedelta(days=-800), timedelta(days=1), timedelta(days=30_000)])
def test_a_signer_whose_clock_was_wrong_has_signed_all_the_same(
    database: Database, sent: signing.Begun, off: timedelta
) -> None:
    data = sent.data
    for name, field in zip(NAMES, fields_of(data), strict=True):
        valid = (min(NOW, NOW + off) - timedelta(days=9), max(NOW, NOW + off) + timedelta(days=9))
        who = authority().issue(name, valid=valid)
        data = sign(data, field.name, who.opens, Stamp(name=name, role=field.role), at=NOW + off)

    found = signing_by_service.take_back(database, sent.signing, data, now=NOW)

    assert found.finished
    assert snapshot(database).verifications[0].date == TODAY
    assert "clock" in " ".join(str(each) for one in found.examined.signatures for each in one.remarks)
    assert findings(database) == []
