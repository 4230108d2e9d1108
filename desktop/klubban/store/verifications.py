"""What comes after a meeting: verifications with their signings, corrections, notices; and of each item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from klubban.domain import afterwards, signing
from klubban.domain import meeting as domain
from klubban.domain.verification import Correction, Notice, Verification, covers
from klubban.store import tables as t
from klubban.store import verification_tables as v
from klubban.store.frozen import is_frozen
from klubban.store.rows import Ids, Row, ids_in, kept, many, named, named_or_none, names_in, parts, rows


def verifications(read: Connection, ids: Ids) -> tuple[tuple[Verification, int | None], ...]:
    """Return the verifications of meetings, each with the correction that it is of, if it is of one."""
    found = parts(read, t.verification, t.meeting, ids)
    own = ids_in(found)
    verifiers = parts(read, t.verifier, t.verification, own)
    signers = parts(read, t.signer, t.verification, own)
    signings = _signings(read, own)
    return tuple(
        (
            Verification(
                **kept(
                    row, "id", "paragraphs", "place", "date", "time", "immediate", "ready_on", "control",
                    "moved_to", "moved_because",
                ),
                verifiers=names_in(verifiers, row["id"]),
                signed_by=names_in(signers, row["id"]),
                withdrawn=_withdrawal(row),
                signings=signings(row["id"]),
            ),
            row["correction_id"],
        )
        for group in found.values()
        for row in group
    )  # fmt: skip


def is_verified(read: Connection, item_id: int) -> bool:
    """Tell whether an item is verified, as Meeting.is_fixed does of one that was read; raises LookupError."""
    wanted = select(t.item.c.number, t.item.c.meeting_id, t.meeting.c.stage).join(t.meeting)
    row = read.execute(wanted.where(t.item.c.id == item_id)).first()
    if row is None:
        raise LookupError(item_id)
    number, meeting_id, stage = row
    if stage.has_reached(domain.Stage.VERIFIED) or is_frozen(read, item_id):
        return True
    own = [
        each
        for each, correction in verifications(read, [meeting_id])
        if correction is None and each.withdrawn is None
    ]
    return any(covers(own, each, number) for each in own if each.signed_by)


def _withdrawal(row: Row) -> signing.Withdrawal | None:
    if row["withdrawn_on"] is None:
        return None
    return signing.Withdrawal(
        on=row["withdrawn_on"],
        by=row["withdrawn_by"] or "",
        and_by=row["withdrawn_and_by"] or "",
        because=row["withdrawn_because"] or "",
    )


def _signings(read: Connection, ids: Ids) -> Callable[[int], tuple[signing.Signing, ...]]:
    found = parts(read, v.signing_, t.verification, ids)
    signatures = parts(read, v.signature, v.signing_, ids_in(found))
    names = (
        "id", "way", "begun_on", "begun_at", "original", "ended", "ended_on", "ended_because", "returned",
        "returned_type", "verdict", "accepted_by", "accepted_on", "report",
    )  # fmt: skip
    of_signature = (
        "id", "signs_as", "paragraphs", "signed_on", "signed_at", "field", "certificate", "issuer",
        "fingerprint", "time_stamped",
    )  # fmt: skip

    def signature(row: Row) -> signing.Signature:
        return signing.Signature(**kept(row, *of_signature), who=named(row))

    return many(
        found,
        lambda row: signing.Signing(
            **kept(row, *names), signatures=tuple(map(signature, signatures.get(row["id"], ())))
        ),
    )


@dataclass(frozen=True, slots=True)
class Verified:
    """How the protocol of a meeting was verified and corrected."""

    verifications: tuple[Verification, ...]
    withdrawn: tuple[Verification, ...]
    corrections: tuple[Correction, ...]


def of_meeting(read: Connection, meeting_id: int) -> Verified:
    """Return the verifications of a meeting, those withdrawn, and the corrections with theirs."""
    found = verifications(read, [meeting_id])
    of_correction = {correction: each for each, correction in found if correction is not None}
    own = [each for each, correction in found if correction is None]
    return Verified(
        tuple(each for each in own if each.withdrawn is None),
        tuple(each for each in own if each.withdrawn is not None),
        tuple(
            Correction(
                **kept(row, "id", "made_on", "text", "because"),
                item=row["item_id"],
                by=named_or_none(row, "by_"),
                verification=of_correction.get(row["id"]),
            )
            for row in parts(read, v.correction, t.meeting, [meeting_id]).get(meeting_id, ())
        ),
    )


def notices(read: Connection, meeting_id: int) -> tuple[Notice, ...]:
    """Return the notices of a meeting's verifications."""
    names = ("id", "paragraphs", "posted", "removed", "kept_at", "board", "last_day", "flawed")
    return tuple(
        Notice(
            **kept(row, *names),
            signed_by=named_or_none(row, "signed_by_"),
            verification=row["verification_id"],
            replaces=row["replaces_id"],
        )
        for row in parts(read, t.notice, t.meeting, [meeting_id]).get(meeting_id, ())
    )


def archived(read: Connection, meeting_id: int) -> tuple[afterwards.Archived, ...]:
    """Return the packages that a meeting was put into."""
    found = parts(read, v.archived, t.meeting, [meeting_id]).get(meeting_id, ())
    return tuple(afterwards.Archived(**kept(row, "id", "archived_on", "name", "manifest")) for row in found)


def worded(read: Connection, ids: Ids) -> Callable[[int], bool]:
    """Tell, by item, whether its texts stand as they were verified."""
    own = v.frozen.c
    wanted = select(own.item_id).where(own.worded == 1, own.released == 0, own.item_id.in_(ids))
    found = set(read.execute(wanted).scalars())
    return found.__contains__


def appeal_steps(read: Connection, ids: Ids) -> Callable[[int], tuple[afterwards.AppealStep, ...]]:
    """Return, by item, what became known of appeals."""
    names = ("id", "kind", "day", "court", "case_number", "by", "final", "note")
    return many(
        parts(read, v.appeal_step, t.item, ids), lambda row: afterwards.AppealStep(**kept(row, *names))
    )


def receipts(read: Connection, ids: Ids) -> Callable[[int], tuple[afterwards.Receipt, ...]]:
    """Return, by item, which parties got the decision."""
    return many(
        parts(read, v.receipt, t.item, ids),
        lambda row: afterwards.Receipt(**kept(row, "id", "received_on", "how"), who=named(row)),
    )


def dispatches(read: Connection, ids: Ids) -> Callable[[int], tuple[afterwards.Dispatch, ...]]:
    """Return, by item, to whom it was sent."""
    names = (
        "id", "recipient", "way", "sent_on", "sent_at", "address", "by", "sha256", "returned_on", "note",
    )  # fmt: skip
    return many(
        parts(read, v.dispatch, t.item, ids),
        lambda row: afterwards.Dispatch(**kept(row, *names), body=row["body_id"]),
    )


def addressees(read: Connection) -> tuple[afterwards.Addressee, ...]:
    """Return the list of those whom decisions are sent to."""
    own = v.addressee.c
    return tuple(
        afterwards.Addressee(**kept(row, "id", "name", "email", "address", "members"), body=row["body_id"])
        for row in rows(read, select(v.addressee).order_by(own.position, own.id))
    )


def trusted_issuers(read: Connection) -> tuple[signing.TrustedIssuer, ...]:
    """Return the certificates whose holders are trusted to say who signs."""
    own = v.trusted_issuer.c
    return tuple(
        signing.TrustedIssuer(**kept(row, "id", "name", "sha256", "accepted_by", "accepted_on"))
        for row in rows(read, select(v.trusted_issuer).order_by(own.position, own.id))
    )
