"""Signing with certificates on this computer or on cards: one after another, each on what the last left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents.signature_report import faults, report
from klubban.documents.signing import role_name
from klubban.documents.unsigned import unsigned
from klubban.domain.errors import RuleBroken
from klubban.domain.examined import Examined, Stamp
from klubban.domain.matched_signers import same_name
from klubban.domain.media import Media
from klubban.domain.signing import SigningEnd, SigningWay, Verdict
from klubban.i18n import N_, current, texts
from klubban.operations.signing_case import (
    case_of_signature,
    case_of_signing,
    check_own,
    check_reasons,
    finish,
    in_its_way,
    put_signature,
)
from klubban.operations.trusted import trusted_certificates
from klubban.store import attachments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klubban.documents.pdf.signatures import Card, Pkcs12
    from klubban.domain.examined import SignatureFound
    from klubban.domain.signing import Signature
    from klubban.operations.signing_case import Case
    from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class Signed:
    """A file with one more signature, and what it was found to be."""

    before: str
    """SHA-256 of what was signed."""
    data: bytes
    examined: Examined


@dataclass(frozen=True, slots=True)
class ToSign:
    """What one signature needs, so that a worker may make it."""

    signature: int
    before: bytes
    original: bytes
    field: str
    stamp: Stamp
    at: dt.datetime
    time_stamp_server: str | None
    trusted: tuple[bytes, ...]

    def signed(self, key: Pkcs12 | Card) -> Signed:
        """Sign, and examine what came of it; raises RuleBroken for a key that cannot sign."""
        from klubban.documents.pdf.examining import examine
        from klubban.documents.pdf.signatures import sign

        server = self.time_stamp_server
        data = sign(self.before, self.field, key, self.stamp, at=self.at, time_stamp_server=server)
        found = examine(data, original=self.original, trusted=self.trusted, at=self.at)
        return Signed(attachments.digest(self.before), data, found)


def to_sign(database: Database, signature_id: int, now: dt.datetime) -> ToSign:
    """Return what one signature needs; they sign in any order.

    Raises RuleBroken for somebody who has signed, another way of signing, or a clock that went back.
    """
    case, signature = case_of_signature(database, signature_id)
    _check_turn(case, signature, now)
    with database.read() as read:
        original = attachments.content(read, case.signing.original or "")
        before = attachments.content(read, case.signing.returned or case.signing.original or "")
    organisation = case.meeting.organisation
    return ToSign(
        signature_id,
        before,
        original,
        signature.field or "",
        Stamp(
            name=str(signature.who),
            role=role_name(signature.signs_as, texts(organisation.language)),
            language=organisation.language,
        ),
        now,
        organisation.time_stamp_server or None,
        trusted_certificates(database),
    )


def sign_locally(
    database: Database,
    signature_id: int,
    key: Pkcs12 | Card,
    *,
    now: dt.datetime,
    another_name: bool = False,
) -> bool:
    """Sign as one of those who are to, keep the revision, and tell whether all have signed: it is verified.

    Raises RuleBroken as `to_sign` and `keep_signed` do.
    """
    signed = to_sign(database, signature_id, now).signed(key)
    return keep_signed(database, signature_id, signed, now=now, another_name=another_name)


def keep_signed(
    database: Database, signature_id: int, signed: Signed, *, now: dt.datetime, another_name: bool = False
) -> bool:
    """Keep a file with one more signature, and tell whether all have signed: then the protocol is verified.

    Raises RuleBroken where somebody else signed meanwhile, the file is not as it should be, or the
    certificate names another person, unless it is known that it bears `another_name`.
    """
    case, signature = case_of_signature(database, signature_id)
    _check_turn(case, signature, now)
    if signed.before != (case.signing.returned or case.signing.original):
        raise RuleBroken("Somebody signed {what} meanwhile; sign again", what=case.named)
    found = next(each for each in signed.examined.signatures if each.field == signature.field)
    if signed.examined.verdict is Verdict.CHANGED or not found.holds:
        why = faults(signed.examined, current())
        raise RuleBroken("The signature does not hold, and was not kept: {why}", why=why)
    check_own(case.signing.signatures, signature, found)
    _check_new(case, signature, found)
    if not another_name and not same_name(signature.who.name, found.who):
        raise RuleBroken(
            "The certificate names {certificate}, and it is {name} who is to sign here",
            certificate=found.who,
            name=signature.who.name,
        )
    last = case.signing.awaited == (signature,)
    _keep(database, case, signature, signed, found, now, last=last)
    return last


def finish_local(
    database: Database, signing_id: int, *, now: dt.datetime, without: Mapping[int, str] | None = None
) -> None:
    """Let a protocol be verified by those who have signed, where others never will; `without` says why.

    Raises RuleBroken for one of whom nothing is said, or when nobody has signed; LookupError.
    """
    case = in_its_way(case_of_signing(database, signing_id), SigningWay.LOCAL)
    reasons = check_reasons(case.signing.awaited, without or {})
    words = texts(case.meeting.organisation.language)
    told = (*case.signing.report, *unsigned(case.signing.signatures, reasons, words))
    signed = [(each, each.signed_on) for each in case.signing.signatures if each.signed_on is not None]
    place, label = ("meeting", case.meeting.id), N_("Note that {what} is verified")
    with database.change(label, place=place, barrier=True, what=case.named) as change:
        ended = {"ended": SigningEnd.SIGNED, "ended_on": now.date()}
        change.update("signing", signing_id, report=told, **ended)
        finish(change, case, signed, now.date())


def _keep(
    database: Database,
    case: Case,
    signature: Signature,
    signed: Signed,
    found: SignatureFound,
    now: dt.datetime,
    *,
    last: bool,
) -> None:
    label = N_("{name} signs {what}")
    facts = {"name": str(signature.who), "what": case.named}
    with database.change(label, place=("meeting", case.meeting.id), barrier=True, **facts) as change:
        day = put_signature(change, case, signature, found, now)
        columns: dict[str, object] = {
            "returned": attachments.keep(change, signed.data),
            "returned_type": Media.PDF.value,
            "verdict": signed.examined.verdict,
            "report": report(signed.examined, texts(case.meeting.organisation.language)),
        }
        if last:
            columns |= {"ended": SigningEnd.SIGNED, "ended_on": now.date()}
        change.update("signing", case.signing.id, **columns)
        if last:
            earlier = [(each, each.signed_on) for each in case.signing.signatures if each.signed_on]
            finish(change, case, [*earlier, (signature, day)], now.date())


def _check_turn(case: Case, signature: Signature, now: dt.datetime) -> None:
    in_its_way(case, SigningWay.LOCAL)
    if signature.signed_on is not None:
        raise RuleBroken("{name} has signed already", name=signature.who)
    signing = case.signing
    moments = [(signing.begun_on, signing.begun_at or dt.time())]
    moments += [
        (each.signed_on, each.signed_at or dt.time()) for each in signing.signatures if each.signed_on
    ]
    day, time = max(moments)
    if (now.date(), now.time().replace(second=0, microsecond=0)) < (day, time):
        raise RuleBroken(
            "The clock of this computer says {now}, which is before what happened last, {then}; set it right",
            now=f"{now:%Y-%m-%d %H:%M}",
            then=f"{day} {time:%H:%M}",
        )


def _check_new(case: Case, signature: Signature, found: SignatureFound) -> None:
    """Raise RuleBroken where a certificate has signed for another person."""
    own = found.certificate
    for each in case.signing.signatures if own else ():
        if own and each.fingerprint == own.fingerprint and not each.who.is_same(signature.who):
            raise RuleBroken(
                "The certificate of {certificate} has signed for {name} already",
                certificate=own.subject,
                name=each.who.name,
            )
