"""A document that was signed in a service outside the program comes back, and is examined."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents.signature_report import report
from klubban.documents.unsigned import unsigned
from klubban.domain.errors import RuleBroken
from klubban.domain.matched_signers import Matched, matched
from klubban.domain.media import Media, checked_size
from klubban.domain.signing import SigningEnd, SigningWay, Verdict
from klubban.domain.text import clean
from klubban.i18n import N_, texts
from klubban.operations.naming import one_line
from klubban.operations.signing_case import (
    case_of,
    case_of_signing,
    check_own,
    check_reasons,
    finish,
    in_its_way,
    put_signature,
)
from klubban.operations.trusted import trusted_certificates
from klubban.store import attachments, signings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    from klubban.domain.examined import Examined
    from klubban.operations.signing_case import Case
    from klubban.store.change import Change
    from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class Examining:
    """What the examination of a file needs, so that a worker may do it."""

    data: bytes
    original: bytes
    trusted: tuple[bytes, ...]
    at: dt.datetime

    def done(self) -> Examined:
        """Examine the file; raises RuleBroken for what is no readable PDF."""
        from klubban.documents.pdf.examining import examine

        return examine(self.data, original=self.original, trusted=self.trusted, at=self.at)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What came of a file that was taken back."""

    examined: Examined
    matched: Matched
    finished: bool
    """The protocol is verified; otherwise somebody has to say more, or the file was refused."""


def to_examine(database: Database, signing_id: int, data: bytes, now: dt.datetime) -> Examining:
    """Return what a worker needs to examine a file; raises RuleBroken for what is not what was awaited.

    That is an empty file, one that is too large, the file as it was sent, or that of another protocol.
    """
    case = in_its_way(case_of_signing(database, signing_id), SigningWay.SERVICE)
    with database.read() as read:
        original = attachments.content(read, case.signing.original or "")
    _check_awaited(database, case, data)
    return Examining(data, original, trusted_certificates(database), now)


def take_back(
    database: Database, signing_id: int, data: bytes, *, now: dt.datetime, examined: Examined | None = None
) -> TakenBack:
    """Take a signed file back: unchanged and signed by all who were to, it verifies the protocol.

    Repackaged, of an issuer nobody trusts, or with somebody missing, it is kept until `finish_service`. What
    was changed is refused; the journal says that it came. It is examined here, unless that is done (see
    `to_examine`). Raises RuleBroken for a file that nobody has signed or that is not what was awaited.
    """
    examining = to_examine(database, signing_id, data, now)
    found = examined if examined and examined.sha256 == _digest(data) else examining.done()
    case = in_its_way(case_of_signing(database, signing_id), SigningWay.SERVICE)
    if not found.signed:
        raise RuleBroken("Nobody has signed this file; fetch it from the service when all have")
    match = _matched(case, found)
    if found.verdict is Verdict.CHANGED or not found.whole:
        _refuse(database, case, found)
        return TakenBack(found, match, finished=False)
    finished = found.verdict is Verdict.UNCHANGED and found.trusted and not match.missing
    label = N_("Note that {what} is verified") if finished else N_("Take {what} back from being signed")
    with _changing(database, label, case) as change:
        sha256 = attachments.keep(change, data)
        facts = {"returned": sha256, "returned_type": Media.PDF.value, "verdict": found.verdict}
        words = texts(case.meeting.organisation.language)
        change.update("signing", signing_id, report=report(found, words), **facts)
        if finished:
            _finish(change, case, match, now, {})
    return TakenBack(found, match, finished)


def taken_back(
    database: Database,
    signing_id: int,
    now: dt.datetime,
    *,
    chosen: Mapping[int, int] | None = None,
    examined: Examined | None = None,
) -> tuple[Examined, Matched] | None:
    """Return what the kept file is and whose its signatures are; None where none was taken back.

    It is examined here, unless that is done.
    """
    case = case_of_signing(database, signing_id)
    if case.signing.returned is None or case.signing.original is None:
        return None
    if examined is not None and examined.sha256 == case.signing.returned:
        return examined, _matched(case, examined, chosen)
    with database.read() as read:
        data = attachments.content(read, case.signing.returned)
        original = attachments.content(read, case.signing.original)
    found = Examining(data, original, trusted_certificates(database), now).done()
    return found, _matched(case, found, chosen)


def finish_service(
    database: Database,
    signing_id: int,
    *,
    now: dt.datetime,
    chosen: Mapping[int, int] | None = None,
    without: Mapping[int, str] | None = None,
    accepted_by: str | None = None,
    examined: Examined | None = None,
) -> None:
    """Let the kept file verify the protocol, where a person has said what the program could not know.

    `chosen` says, by the id of who was to sign, which of the signatures found is theirs (their place);
    `without` why somebody's is not to be had; `accepted_by` who answers for a repackaged file, or for signers
    that nobody who is trusted vouches for. What was `examined` is not examined again. Raises RuleBroken
    while any of that is lacking; LookupError.
    """
    answers = one_line(clean(accepted_by or ""))
    found_and_matched = taken_back(database, signing_id, now, chosen=chosen, examined=examined)
    case = in_its_way(case_of_signing(database, signing_id), SigningWay.SERVICE)
    if found_and_matched is None:
        raise RuleBroken("No signed file has been taken back for {what}", what=case.named)
    found, match = found_and_matched
    if found.verdict is Verdict.REPACKAGED and not answers:
        raise RuleBroken("The service repackaged the file; somebody has to accept that, by name")
    if not found.trusted and not answers:
        raise RuleBroken(
            "Nobody who is trusted says who signed; trust the issuer, or let somebody accept that by name"
        )
    reasons = check_reasons(match.missing, without or {})
    with _changing(database, N_("Note that {what} is verified"), case) as change:
        words = texts(case.meeting.organisation.language)
        told = (*report(found, words), *unsigned(case.signing.signatures, reasons, words))
        accepted = {"accepted_by": answers, "accepted_on": now.date()} if answers else {}
        change.update("signing", signing_id, report=told, verdict=found.verdict, **accepted)
        _finish(change, case, match, now, reasons)


def _check_awaited(database: Database, case: Case, data: bytes) -> None:
    """Raise RuleBroken for a file that cannot be the signed one, and say what it is."""
    if not data:
        raise RuleBroken("The file is empty (0 bytes); fetch it from the service again")
    checked_size(len(data), case.named)
    digest = _digest(data)
    if digest == case.signing.original:
        raise RuleBroken("This is the file as it was sent; nobody has signed it yet")
    if digest == case.signing.returned:
        raise RuleBroken("This file has been taken back already")
    with database.read() as read:
        begun = [each for each in signings.sent(read) if _begins(data, each)]
        if any(each.sha256 == case.signing.original for each in begun):
            return
        owner = begun[0].verification if begun else signings.of_file(read, digest)
        if owner is None:
            return
        if owner == case.verification.id:
            raise RuleBroken("This file was sent earlier, and has been withdrawn since; it counts no more")
    other = case_of(database, owner)
    raise RuleBroken(
        "This is the file of another protocol: {body}, {date}, {paragraphs}",
        body=other.meeting.body.name,
        date=other.meeting.date,
        paragraphs=other.named,
    )


def _begins(data: bytes, sent: signings.Sent) -> bool:
    return len(data) >= sent.size and _digest(data[: sent.size]) == sent.sha256


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _matched(case: Case, found: Examined, chosen: Mapping[int, int] | None = None) -> Matched:
    for place in (chosen or {}).values():
        if not 0 <= place < len(found.signatures):
            raise LookupError(place)
    for each in case.signing.signatures:
        if chosen and each.id in chosen:
            check_own(case.signing.signatures, each, found.signatures[chosen[each.id]])
    return matched(case.signing.signatures, found.signatures, dict(chosen or {}))


def _refuse(database: Database, case: Case, found: Examined) -> None:
    """Keep nothing of a changed file but that it came, and what was found."""
    words = texts(case.meeting.organisation.language)
    with _changing(database, N_("Refuse a changed file of {what}"), case) as change:
        change.update(
            "signing",
            case.signing.id,
            report=report(found, words),
            verdict=Verdict.CHANGED,
            returned=None,
            returned_type=None,
        )


def _finish(change: Change, case: Case, match: Matched, now: dt.datetime, without: Mapping[int, str]) -> None:
    signed = []
    for expected, found in match.pairs:
        day = put_signature(change, case, expected, found, now)
        signed.append((expected, day))
    assert not set(without) & {each.id for each, _ in signed}  # noqa: S101 - who signed is not missing
    change.update("signing", case.signing.id, ended=SigningEnd.SIGNED, ended_on=now.date())
    finish(change, case, signed, now.date())


def _changing(database: Database, label: str, case: Case) -> AbstractContextManager[Change]:
    return database.change(label, place=("meeting", case.meeting.id), barrier=True, what=case.named)
