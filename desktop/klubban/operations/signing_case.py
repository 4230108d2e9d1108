"""One document and its signing, with what is known around them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.matched_signers import names_another
from klubban.domain.meeting import Meeting
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.signing import Signing, SignsAs
from klubban.domain.stages import verification_by_id
from klubban.domain.verification import Correction, Verification
from klubban.operations.verifying import complete, signs
from klubban.store import reads, rolls

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from klubban.domain.body import Named
    from klubban.domain.examined import SignatureFound
    from klubban.domain.signing import Signature, SigningWay
    from klubban.store.change import Change
    from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class Case:
    """A verification of a meeting or of a correction, and the signing in hand."""

    meeting: Meeting
    verification: Verification
    correction: Correction | None = None
    of: Signing | None = None

    @property
    def signing(self) -> Signing:
        """Return the signing; a case without one is no such case."""
        assert self.of is not None  # noqa: S101 - made by case_of_signing
        return self.of

    @property
    def named(self) -> str:
        """Return what it is called: `§§ 57–64`."""
        return signs(self.meeting, self.covering)

    @property
    def covering(self) -> Verification:
        """Return the verification with the paragraph of the correction that it is of."""
        if self.correction is None or self.correction.item is None or self.verification.paragraphs:
            return self.verification
        number = self.meeting.item_by_id(self.correction.item).number
        return replace(self.verification, paragraphs=Paragraphs.of([] if number is None else [number]))


def case_of(database: Database, verification_id: int) -> Case:
    """Return a verification with its meeting; raises LookupError."""
    with database.read() as read:
        meeting = reads.meeting(read, rolls.meeting_of(read, "verification", verification_id))
    correction = next(
        (
            each
            for each in meeting.corrections
            if each.verification is not None and each.verification.id == verification_id
        ),
        None,
    )
    return Case(meeting, verification_by_id(meeting, verification_id), correction)


def case_of_signing(database: Database, signing_id: int) -> Case:
    """Return a signing with its verification and meeting; raises LookupError."""
    with database.read() as read:
        of = int(rolls.row_of(read, "signing", signing_id)["verification_id"])
    case = case_of(database, of)
    return replace(case, of=next(each for each in case.verification.signings if each.id == signing_id))


def case_of_signature(database: Database, signature_id: int) -> tuple[Case, Signature]:
    """Return a signature with its signing; raises LookupError."""
    with database.read() as read:
        of = int(rolls.row_of(read, "signature", signature_id)["signing_id"])
    case = case_of_signing(database, of)
    return case, next(each for each in case.signing.signatures if each.id == signature_id)


def in_its_way(case: Case, way: SigningWay | None = None) -> Case:
    """Return a case whose signing goes on, in a way; raises RuleBroken for another, for none are mixed."""
    if not case.signing.goes_on:
        raise RuleBroken("The signing of {what} has ended", what=case.named)
    if way is not None and case.signing.way is not way:
        raise RuleBroken(
            "{what} is being signed in another way, and two ways are never mixed on one document",
            what=case.named,
        )
    return case


def finish(change: Change, case: Case, signed: Sequence[tuple[Signature, dt.date]], today: dt.date) -> None:
    """Let a verification be done by those who signed, on the day of the last; ends no signing."""
    who: list[Named] = []
    for each, _day in signed:
        if each.signs_as is not SignsAs.SECRETARY and not any(map(each.who.is_same, who)):
            who.append(each.who)
    if not signed:
        raise RuleBroken("Nobody has signed {what}; there is nothing to finish", what=case.named)
    day = max(day for _, day in signed)
    complete(change, case.meeting, case.verification.id, who, day, today=today)


def check_reasons(missing: Sequence[Signature], without: Mapping[int, str]) -> dict[int, str]:
    """Return why each of those who have not signed did not; raises RuleBroken for one without a reason."""
    for each in missing:
        if not without.get(each.id, "").strip():
            raise RuleBroken(
                "{name} has not signed; wait for that, or note why it is not to be had", name=each.who
            )
    return {each.id: " ".join(without[each.id].split()) for each in missing}


def check_own(expected: Sequence[Signature], signature: Signature, found: SignatureFound) -> None:
    """Raise RuleBroken where a certificate names another of those who are to sign."""
    other = names_another(expected, signature, found)
    if other is not None:
        raise RuleBroken(
            "The certificate names {certificate}, who signs for themselves: {other}",
            certificate=found.who,
            other=other.who.name,
        )


def put_signature(
    change: Change, case: Case, expected: Signature, found: SignatureFound, now: dt.datetime
) -> dt.date:
    """Write what is known of a signature, and return its day.

    It is today's where the file does not tell, or by a clock that was wrong: nobody signs what has not been
    sent, or tomorrow. What that clock said stands in the report.
    """
    at = (found.at or now).astimezone(now.tzinfo)
    if not case.signing.begun_on <= at.date() <= now.date():
        at = now
    certificate = found.certificate
    change.update(
        "signature",
        expected.id,
        signed_on=at.date(),
        signed_at=at.time(),
        field=found.field or expected.field,
        certificate=certificate and certificate.subject,
        issuer=certificate and certificate.issuer,
        fingerprint=certificate and certificate.fingerprint,
        time_stamped=found.stamped_at is not None,
    )
    return at.date()
