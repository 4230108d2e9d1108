"""A protocol becomes ready and is verified, the meeting's stage follows, and a mistake is withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.control import control_number
from klubban.domain.errors import RuleBroken
from klubban.domain.matched_signers import may_be_one
from klubban.domain.meeting import Stage
from klubban.domain.notices import covered
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.stages import (
    ParagraphSet,
    is_announced,
    items_of,
    own_document,
    sets,
    stage_of,
    verification_by_id,
)
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.meeting_rows import insert_verification, recorded
from klubban.operations.naming import insert_people, one_line
from klubban.operations.worded import word
from klubban.store import as_verified, reads, rolls
from klubban.store.change import id_of
from klubban.store.frozen import freeze, meeting_is_frozen, release
from klubban.store.journal import head

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Verification
    from klubban.store.change import Change
    from klubban.store.database import Database


def make_ready(database: Database, meeting_id: int, *, ready: bool = True, today: dt.date) -> None:
    """Say that what is not verified yet is ready to be signed, or not after all; it gets its control number.

    While the meeting sits that concerns what is verified at once. Raises RuleBroken for a meeting that is not
    closed, notes, a verified protocol, or what is out to be signed; LookupError.
    """
    meeting = recorded(database, meeting_id)
    _check_readiness(meeting, ready=ready)
    label = (
        N_("Mark the protocol of {date} as ready") if ready else N_("Take the protocol of {date} up again")
    )
    day = meeting.date.isoformat()
    with database.change(label, place=("meeting", meeting_id), date=day) as change:
        if ready:
            columns = {"ready_on": today, "control": control_number(*head(change.connection))}
            _insert_missing(change, meeting)
            meeting = reads.recorded(change.connection, meeting_id)
        else:
            columns = {"ready_on": None, "control": None}
            if meeting.stage is Stage.READY:
                change.update("meeting", meeting_id, stage=Stage.CLOSED)
        for each in _in_hand(meeting):
            if (each.ready_on is None) is ready:
                change.update("verification", each.id, **columns)
        follow_stage(change, meeting_id)


def _check_readiness(meeting: Meeting, *, ready: bool) -> None:
    if not meeting.body.rules.verified:
        raise RuleBroken("What {body} notes is not verified", body=meeting.body.name)
    if not any(True for _ in _undone(meeting)):
        raise RuleBroken("The protocol is verified; when the meeting was cannot change any more")
    if meeting.stage in (Stage.PLANNED, Stage.SUMMONED) or (
        meeting.stage is Stage.IN_SESSION and not (_pressing(meeting) or any(_in_hand(meeting)))
    ):
        raise RuleBroken("The meeting on {date} is not closed", date=meeting.date)
    for each in meeting.verifications if not ready else ():
        check_not_out(meeting, each)


def check_not_out(meeting: Meeting, verification: Verification) -> None:
    """Raise RuleBroken for what is out to be signed."""
    if verification.signing is not None and verification.signing.goes_on:
        named = signs(meeting, verification)
        raise RuleBroken("{paragraphs} is out to be signed; withdraw that first", paragraphs=named)


def signs(meeting: Meeting, verification: Verification) -> str:
    """Return what a verification covers, as people write it: `§§ 57–64, 66`."""
    numbers = covered(meeting, verification)
    return wording.signs_in(meeting, numbers) if numbers else meeting.date.isoformat()


def _undone(meeting: Meeting) -> Iterator[ParagraphSet]:
    for each in sets(meeting):
        if each.verification is None or not meeting.is_done(each.verification):
            yield each


def _in_hand(meeting: Meeting) -> Iterator[Verification]:
    """Walk what is not verified yet and may be ready now; while the meeting sits only what is so at once."""
    for each in meeting.verifications:
        if not meeting.is_done(each) and (each.immediate or meeting.stage is not Stage.IN_SESSION):
            yield each


def _pressing(meeting: Meeting) -> Paragraphs | None:
    """Return the paragraphs that are to be verified at once, and that no verification is noted of."""
    taken = {number for each in meeting.verifications if each.immediate for number in each.paragraphs or ()}
    return Paragraphs.of(
        item.number
        for item in meeting.items
        if item.verified_immediately
        and item.number is not None
        and item.number not in taken
        and not meeting.is_fixed(item)
    )


def _insert_missing(change: Change, meeting: Meeting) -> None:
    """Note the verifications that are to be done and that nobody has planned."""
    main = next((each for each in meeting.verifications if not each.immediate), None)
    people = main.verifiers if main else ()
    pressing = _pressing(meeting)
    if pressing:
        _insert(change, meeting.id, people, paragraphs=pressing, immediate=True)
    alone = pressing is not None and set(pressing) == set(meeting.paragraphs or ())
    missing = any(each.verification is None for each in sets(meeting))
    if missing and not alone and meeting.stage is not Stage.IN_SESSION:
        _insert(change, meeting.id, people, paragraphs=None, immediate=False)


def _insert(change: Change, meeting_id: int, people: Iterable[Named], **facts: object) -> int:
    place = last_place(change, "verification", meeting_id=meeting_id)
    return insert_verification(change, meeting_id, place, verifiers=people, signed_by=(), **facts)


# --- verified


def complete(
    change: Change,
    meeting: Meeting,
    verification_id: int,
    signed_by: Sequence[Named],
    day: dt.date,
    *,
    today: dt.date | None = None,
) -> None:
    """Note that a verification is done, and freeze what it covers; its day is that of the last signature.

    Signed by the chair and the verifiers; the secretary is neither. Raises RuleBroken for nobody, a day
    before the meeting or after today, or what is verified already; LookupError.
    """
    verification = verification_by_id(meeting, verification_id)
    _check_signed(meeting, verification, signed_by, day, today)
    insert_people(change, "signer", "verification", verification_id, signed_by)
    change.update("verification", verification_id, date=day)
    if all(each.id != verification_id for each in meeting.verifications):
        freeze(change, meeting.id, verification_id, (), whole=False, worded=False)  # of a correction
        return
    if verification.paragraphs is None and len(meeting.verifications) > 1:
        change.update("verification", verification_id, paragraphs=covered(meeting, verification))
    whole = not own_document(meeting, verification)
    items = [item.id for item in items_of(meeting, verification)]
    word(change, meeting, items)
    if whole and not meeting.as_verified:
        kept = as_verified.to_keep(meeting.organisation, meeting.body)
        rules = {} if meeting.rules_kept else {"rules": rolls.to_keep(meeting.body)}
        change.update("meeting", meeting.id, as_verified=kept, **rules)
    if day != verification.date:
        change.update("verification", verification_id, time=None)  # which was of the day that was planned
    follow_stage(change, meeting.id)
    freeze(change, meeting.id, verification_id, items, whole=whole, worded=True)


def _check_signed(
    meeting: Meeting,
    verification: Verification,
    signed_by: Sequence[Named],
    day: dt.date,
    today: dt.date | None,
) -> None:
    if verification.withdrawn or verification.signed_by:
        raise RuleBroken("{paragraphs} is verified already", paragraphs=signs(meeting, verification))
    if not signed_by:
        raise RuleBroken("A protocol is verified by those who sign it; name at least one")
    if day < meeting.date:
        raise RuleBroken(
            "The protocol is verified on {date}, when the meeting is, or later", date=meeting.date
        )
    if today is not None and day > today:
        raise RuleBroken("{date} has not come yet; nobody has signed then", date=day)
    check_after_correction(meeting, verification, day)


def check_after_correction(meeting: Meeting, verification: Verification, day: dt.date) -> None:
    """Raise RuleBroken for a day before the correction that a verification is of was made."""
    for each in meeting.corrections:
        if each.verification and each.verification.id == verification.id and day < each.made_on:
            raise RuleBroken("The correction is of {date}; it is signed then or later", date=each.made_on)


def follow_stage(change: Change, meeting_id: int) -> None:
    """Let the meeting's stage be as far as its sets of paragraphs have come."""
    meeting = reads.recorded(change.connection, meeting_id)
    change.update("meeting", meeting_id, stage=stage_of(meeting))


# --- registered by mistake


def withdraw(
    database: Database, verification_id: int, by: str, and_by: str, because: str, today: dt.date
) -> int:
    """Take back a verification that was registered by mistake, and return the one that is to be done instead.

    Two people say so, and it is told for good; what was printed of it is void. Raises RuleBroken for one that
    is not done, was announced or corrected, without two names or a reason; LookupError.
    """
    with database.read() as read:
        meeting_id = rolls.meeting_of(read, "verification", verification_id)
        meeting = reads.recorded(read, meeting_id)
    verification = verification_by_id(meeting, verification_id)
    names, why = _checked_names(by, and_by), one_line(clean(because))
    if not why:
        raise RuleBroken("Say why the verification is withdrawn")
    _check_can_withdraw(meeting, verification)
    label = N_("Withdraw the verification of {paragraphs}")
    facts = {"paragraphs": signs(meeting, verification)}
    with database.change(label, place=("meeting", meeting_id), barrier=True, **facts) as change:
        told = {"withdrawn_by": names[0], "withdrawn_and_by": names[1], "withdrawn_because": why}
        change.update("verification", verification_id, withdrawn_on=today, **told)
        for row in change.rows("signer", verification_id=verification_id):
            change.delete("signer", id_of(row))
        _let_go(change, meeting, verification_id)
        if meeting.stage is not Stage.IN_SESSION:
            change.update("meeting", meeting_id, stage=Stage.CLOSED)
        again = _insert(
            change,
            meeting_id,
            verification.verifiers,
            paragraphs=verification.paragraphs,
            place=verification.place,
            immediate=verification.immediate,
        )
        follow_stage(change, meeting_id)
        return again


def _let_go(change: Change, meeting: Meeting, verification_id: int) -> None:
    """Let go of what a verification froze; the first page stays where others have signed it too."""
    release(change, verification_id)
    others = [each for each in meeting.verifications if each.id != verification_id and each.signed_by]
    shared = [each for each in others if not own_document(meeting, each)]
    if shared:
        freeze(change, meeting.id, shared[0].id, (), whole=True, worded=True)
    elif not meeting_is_frozen(change.connection, meeting.id):
        change.update("meeting", meeting.id, as_verified={})


def _checked_names(by: str, and_by: str) -> tuple[str, str]:
    first, second = one_line(clean(by)), one_line(clean(and_by))
    if may_be_one(first, second):
        raise RuleBroken("Two different people say that a verification was registered by mistake; name both")
    return first, second


def _check_can_withdraw(meeting: Meeting, verification: Verification) -> None:
    named = signs(meeting, verification)
    if verification.withdrawn:
        raise RuleBroken("The verification of {paragraphs} is withdrawn already", paragraphs=named)
    if not verification.signed_by:
        raise RuleBroken("{paragraphs} is not verified; there is nothing to withdraw", paragraphs=named)
    if all(each.id != verification.id for each in meeting.verifications):
        raise RuleBroken("What is corrected stays; add another correction")
    if is_announced(meeting, verification):
        raise RuleBroken(
            "The verification of {paragraphs} is announced; only a correction is possible now",
            paragraphs=named,
        )
    there = {item.id for item in items_of(meeting, verification)}
    if any(each.item is None or each.item in there for each in meeting.corrections):
        raise RuleBroken("{paragraphs} has been corrected since; it stays verified", paragraphs=named)
    _check_not_sent(meeting, verification, named)
    if meeting.archived:
        raise RuleBroken("The meeting on {date} is in the archive; it stays verified", date=meeting.date)


def _check_not_sent(meeting: Meeting, verification: Verification, named: str) -> None:
    """Raise RuleBroken where somebody has an extract of what was verified (TF 2 kap. 10 §)."""
    sent = (each for item in items_of(meeting, verification) for each in item.dispatches)
    for each in sent:
        if verification.date is not None and each.sent_on >= verification.date:
            raise RuleBroken(
                "{paragraphs} was sent to {name} on {date}, as verified; only a correction is possible now",
                paragraphs=named,
                name=each.recipient,
                date=each.sent_on,
            )
