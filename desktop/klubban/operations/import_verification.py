"""What an import says of verifications, notices and corrections, and of items after their meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from klubban.exchange.items import OpenItem
from klubban.exchange.meetings import OpenMeeting
from klubban.exchange.refused import Refused
from klubban.exchange.verification import OpenAsVerified, OpenSigning, OpenVerification
from klubban.i18n import N_
from klubban.operations.import_register import RegisterImport
from klubban.operations.meeting_rows import insert_notice, insert_verification
from klubban.operations.naming import named, named_at
from klubban.operations.registers import ORGANISATION
from klubban.store.attachments import held
from klubban.store.change import Change


def put_verified(
    register: RegisterImport,
    change: Change,
    meeting_id: int,
    given: OpenMeeting,
    items: Mapping[str | int, int],
) -> None:
    """Write how a meeting's protocol was verified, announced, corrected and archived."""
    verifications = [
        _put_verification(register, change, meeting_id, place, each)
        for place, each in enumerate(given.verification)
    ]
    _put_notices(register, change, meeting_id, given, verifications)
    for place, each in enumerate(given.corrections):
        id_ = change.insert(
            "correction",
            meeting_id=meeting_id,
            position=place,
            item_id=None if each.item is None else items[each.item],
            made_on=each.on,
            text=each.text,
            because=each.because,
            **named_at("by_", register.who_or_none(each.by)),
        )
        if each.verification:
            last = len(verifications) + place
            _put_verification(register, change, meeting_id, last, each.verification, correction_id=id_)
    for kept in given.archived:
        facts = {"archived_on": kept.on, "name": kept.name, "manifest": kept.manifest}
        change.insert("archived", meeting_id=meeting_id, **facts)


def _put_verification(
    register: RegisterImport,
    change: Change,
    meeting_id: int,
    place: int,
    given: OpenVerification,
    **facts: object,
) -> int:
    withdrawn = given.withdrawn
    id_ = insert_verification(
        change,
        meeting_id,
        place,
        verifiers=register.everybody(given.verifiers),
        signed_by=register.everybody(given.signed_by),
        withdrawn_on=withdrawn and withdrawn.on,
        withdrawn_by=withdrawn and withdrawn.by,
        withdrawn_and_by=withdrawn and withdrawn.and_by,
        withdrawn_because=withdrawn and withdrawn.because,
        **given.model_dump(
            include={
                "paragraphs", "place", "date", "time", "immediate", "ready_on", "control", "moved_to",
                "moved_because",
            }
        ),
        **facts,
    )  # fmt: skip
    for at, each in enumerate(given.signings):
        _put_signing(register, change, id_, at, each)
    return id_


def _put_signing(
    register: RegisterImport, change: Change, verification_id: int, place: int, given: OpenSigning
) -> None:
    id_ = change.insert(
        "signing",
        verification_id=verification_id,
        position=place,
        begun_on=given.on,
        begun_at=given.at,
        returned_type=given.type,
        report=given.report,
        **given.model_dump(
            include={
                "way", "original", "ended", "ended_on", "ended_because", "returned", "verdict",
                "accepted_by", "accepted_on",
            }
        ),
    )  # fmt: skip
    for at, each in enumerate(given.signatures):
        change.insert(
            "signature",
            signing_id=id_,
            position=at,
            signed_on=each.on,
            signed_at=each.at,
            **named(register.who(each.person)),
            **each.model_dump(
                include={
                    "signs_as", "paragraphs", "field", "certificate", "issuer", "fingerprint",
                    "time_stamped",
                }
            ),
        )  # fmt: skip


def _put_notices(
    register: RegisterImport,
    change: Change,
    meeting_id: int,
    given: OpenMeeting,
    verifications: Sequence[int],
) -> None:
    notices: list[int] = []
    for place, each in enumerate(given.notice):
        id_ = insert_notice(
            change,
            meeting_id,
            place,
            signed_by=register.who_or_none(each.signed_by),
            verification_id=None if each.verification is None else verifications[each.verification - 1],
            replaces_id=None if each.replaces is None else notices[each.replaces - 1],
            **each.model_dump(
                include={"paragraphs", "posted", "removed", "kept_at", "board", "last_day", "flawed"}
            ),
        )
        notices.append(id_)


def as_kept(given: OpenAsVerified | None) -> dict[str, Any]:
    """Return what was kept of organisation and body, as the store keeps it; see store/as_verified.py."""
    if given is None:
        return {}
    arms = given.organisation.arms
    return {
        "organisation": given.organisation.model_dump(exclude={"arms"})
        | {"arms": arms and {"sha256": arms.sha256, "says": arms.says}},
        "body": {"name": given.body.name, "short": given.body.short, "habits": given.body.habits.plain},
    }


def put_afterwards(register: RegisterImport, change: Change, item_id: int, given: OpenItem) -> None:
    """Write what happened to an item after its meeting."""
    for place, step in enumerate(given.appeal_steps):
        facts = step.model_dump(include={"kind", "court", "case_number", "by", "final", "note"})
        change.insert("appeal_step", item_id=item_id, position=place, day=step.on, **facts)
    for place, receipt in enumerate(given.receipts):
        who = named(register.who(receipt.person))
        facts = {"received_on": receipt.on, "how": receipt.how}
        change.insert("receipt", item_id=item_id, position=place, **who, **facts)
    for place, sent in enumerate(given.dispatches):
        facts = sent.model_dump(include={"way", "address", "by", "sha256", "returned_on", "note"})
        change.insert(
            "dispatch",
            item_id=item_id,
            position=place,
            recipient=sent.to,
            sent_on=sent.on,
            sent_at=sent.at,
            body_id=None if sent.body is None else register.bodies[sent.body],
            **facts,
        )


def put_addressees(register: RegisterImport) -> None:
    """Write those whom decisions are sent to, and the certificates that are trusted.

    An addressee of the same name is brought up to date. Nobody gains trust by an import: of a certificate
    that this file has somebody here says whether it is trusted, and of another its bytes are not here; see
    `trusted.trust`. Raises Refused where there is no organisation that they could be of.
    """
    change, document = register.change, register.document
    if not (document.addressees or document.trusted_issuers):
        return
    if not change.rows("organisation"):
        what = "addressees" if document.addressees else "trusted_issuers"
        raise Refused(document.place(what), N_("Say first whose papers these are"))
    owner = ORGANISATION
    there = {row["name"]: row["id"] for row in change.rows("addressee")}
    for each in register.document.addressees:
        facts = each.model_dump(include={"email", "address", "members"})
        facts["body_id"] = None if each.body is None else register.bodies[each.body]
        if each.name in there:
            change.update("addressee", int(there[each.name] or 0), **facts)
        else:
            place = len(change.rows("addressee"))
            change.insert("addressee", organisation_id=owner, position=place, name=each.name, **facts)
    known = {str(row["sha256"]) for row in change.rows("trusted_issuer")} | held(change.connection)
    for issuer in document.trusted_issuers:
        if issuer.sha256 not in known:
            facts = issuer.model_dump(include={"name", "accepted_by", "accepted_on"})
            place = len(change.rows("trusted_issuer"))
            row = {"organisation_id": owner, "position": place, "sha256": issuer.sha256}
            change.insert("trusted_issuer", **row, **facts)
