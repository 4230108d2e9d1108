"""Verifications, notices, corrections, and items after their meeting, as the open format writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.habits import plain_habits
from klubban.exchange.keys import Keys, Written, clock, kept, text
from klubban.exchange.writing_registers import write_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klubban.domain.afterwards import Addressee
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.signing import Signature, Signing, TrustedIssuer
    from klubban.domain.verification import Correction, Notice, Verification
    from klubban.exchange.naming_items import ItemNames


def write_verified(meeting: Meeting, names: ItemNames, keys: Keys) -> Written:
    """Return how a meeting's protocol was verified, announced, corrected and archived."""
    verifications = (*meeting.verifications, *meeting.withdrawn)
    places = {each.id: place for place, each in enumerate(verifications, 1)}
    numbers = {each.id: place for place, each in enumerate(meeting.notices, 1)}
    return {
        "verification": _one_or_many([_verification(each, keys) for each in verifications]),
        "notice": _one_or_many([_notice(each, places, numbers, keys) for each in meeting.notices]),
        "draft_sent": meeting.draft_sent,
        "as_verified": _as_verified(meeting) if meeting.as_verified else None,
        "corrections": [_correction(each, names, keys) for each in meeting.corrections],
        "archived": [
            kept({"on": each.archived_on, "name": each.name, "manifest": each.manifest})
            for each in meeting.archived
        ],
    }


def _one_or_many(things: Sequence[Written]) -> object:
    """Return one thing without a list; an empty one keeps its list, or it would be taken for nothing."""
    return things[0] if len(things) == 1 and things[0] else things


def _verification(verification: Verification, keys: Keys) -> Written:
    withdrawn = verification.withdrawn
    return kept({
        "paragraphs": verification.paragraphs and str(verification.paragraphs),
        "verifiers": [keys.who(named) for named in verification.verifiers],
        "signed_by": [keys.who(named) for named in verification.signed_by],
        "place": verification.place,
        "date": verification.date,
        "time": clock(verification.time),
        "immediate": verification.immediate,
        "ready_on": verification.ready_on,
        "control": verification.control,
        "moved_to": verification.moved_to,
        "moved_because": verification.moved_because,
        "withdrawn": withdrawn
        and {
            "on": withdrawn.on,
            "by": withdrawn.by,
            "and_by": withdrawn.and_by,
            "because": withdrawn.because,
        },
        "signings": [_signing(each, keys) for each in verification.signings],
    })  # fmt: skip


def _signing(signing: Signing, keys: Keys) -> Written:
    return kept({
        "way": signing.way,
        "on": signing.begun_on,
        "at": clock(signing.begun_at),
        "original": signing.original,
        "signatures": [_signature(each, keys) for each in signing.signatures],
        "ended": signing.ended,
        "ended_on": signing.ended_on,
        "ended_because": signing.ended_because,
        "returned": signing.returned,
        "type": signing.returned_type,
        "verdict": signing.verdict,
        "accepted_by": signing.accepted_by,
        "accepted_on": signing.accepted_on,
        "report": text(signing.report),
    })  # fmt: skip


def _signature(signature: Signature, keys: Keys) -> Written:
    return kept({
        "person": keys.who(signature.who),
        "as": signature.signs_as,
        "paragraphs": signature.paragraphs and str(signature.paragraphs),
        "on": signature.signed_on,
        "at": clock(signature.signed_at),
        "field": signature.field,
        "certificate": signature.certificate,
        "issuer": signature.issuer,
        "fingerprint": signature.fingerprint,
        "time_stamped": signature.time_stamped,
    })  # fmt: skip


def _notice(notice: Notice, places: Mapping[int, int], numbers: Mapping[int, int], keys: Keys) -> Written:
    return kept({
        "verification": None if notice.verification is None else places.get(notice.verification),
        "paragraphs": notice.paragraphs and str(notice.paragraphs),
        "posted": notice.posted,
        "removed": notice.removed,
        "kept_at": notice.kept_at,
        "signed_by": keys.who(notice.signed_by),
        "board": notice.board,
        "last_day": notice.last_day,
        "flawed": notice.flawed,
        "replaces": None if notice.replaces is None else numbers.get(notice.replaces),
    })  # fmt: skip


def _correction(correction: Correction, names: ItemNames, keys: Keys) -> Written:
    return kept({
        "on": correction.made_on,
        "item": names.name(correction.item),
        "by": keys.who(correction.by),
        "text": text(correction.text),
        "because": correction.because,
        "verification": correction.verification and _verification(correction.verification, keys),
    })  # fmt: skip


def _as_verified(meeting: Meeting) -> Written:
    body = meeting.body
    return {
        "organisation": write_names(meeting.organisation),
        "body": kept({"name": body.name, "short": body.short, "habits": plain_habits(body.habits)}),
    }


def write_afterwards(item: Item, keys: Keys) -> Written:
    """Return what happened to an item after the meeting."""
    return {
        "appeal_steps": [
            kept({
                "kind": each.kind,
                "on": each.day,
                "court": each.court,
                "case_number": each.case_number,
                "by": each.by,
                "final": each.final,
                "note": each.note,
            })
            for each in item.appeal_steps
        ],
        "receipts": [
            kept({"person": keys.who(each.who), "on": each.received_on, "how": each.how})
            for each in item.receipts
        ],
        "dispatches": [
            kept({
                "to": each.recipient,
                "way": each.way,
                "on": each.sent_on,
                "at": clock(each.sent_at),
                "address": each.address,
                "body": keys.body(each.body),
                "by": each.by,
                "sha256": each.sha256,
                "returned_on": each.returned_on,
                "note": each.note,
            })
            for each in item.dispatches
        ],
    }  # fmt: skip


def write_addressee(addressee: Addressee, keys: Keys) -> Written:
    """Return somebody whom decisions are sent to."""
    return kept({
        "name": addressee.name,
        "email": addressee.email,
        "address": addressee.address,
        "body": keys.body(addressee.body),
        "members": addressee.members,
    })  # fmt: skip


def write_trusted_issuer(issuer: TrustedIssuer) -> Written:
    """Return a certificate that is trusted."""
    return kept({
        "name": issuer.name,
        "sha256": issuer.sha256,
        "accepted_by": issuer.accepted_by,
        "accepted_on": issuer.accepted_on,
    })  # fmt: skip
