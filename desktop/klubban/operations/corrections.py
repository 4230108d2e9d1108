"""Corrections of what is verified: visible, dated and signed additions that change nothing (JO 581-2013)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain import presided
from klubban.domain.control import control_number
from klubban.domain.errors import RuleBroken
from klubban.domain.masking import same_words
from klubban.domain.notices import verification_at
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import clean, plain, tidy
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.meeting_rows import check_own_item, insert_verification, recorded
from klubban.operations.naming import named_at, one_line
from klubban.operations.verifying import check_not_out
from klubban.store import reads, rolls
from klubban.store.journal import head

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting
    from klubban.domain.text import Blocks
    from klubban.domain.verification import Correction, Verification
    from klubban.store.database import Database


def add_correction(
    database: Database,
    meeting_id: int,
    text: Blocks,
    because: str,
    *,
    made_on: dt.date,
    item: int | None = None,
    by: Named | None = None,
) -> int:
    """Correct a verified paragraph, or the first page, and return the correction.

    It is signed by the same people, as a document of its own, and is ready for that at once. Raises
    RuleBroken for what is not verified, for no words or no reason, or a day before the verification;
    LookupError.
    """
    meeting = recorded(database, meeting_id)
    check_own_item(meeting, item)
    done = _verified(meeting, item)
    words, why = _checked(text, because)
    if done and done.date and made_on < done.date:
        raise RuleBroken("It was verified on {date}; a correction is made then or later", date=done.date)
    label = N_("Correct {paragraph}") if item else N_("Correct the first page of the protocol of {date}")
    called, day = _called(meeting, item), meeting.date.isoformat()
    place = ("item", item) if item else ("meeting", meeting_id)
    with database.change(label, place=place, paragraph=called, date=day) as change:
        id_ = change.insert(
            "correction",
            meeting_id=meeting_id,
            position=last_place(change, "correction", meeting_id=meeting_id),
            item_id=item,
            made_on=made_on,
            text=words,
            because=why,
            **named_at("by_", by),
        )
        insert_verification(
            change,
            meeting_id,
            last_place(change, "verification", meeting_id=meeting_id),
            verifiers=_verifiers(meeting, done) if done else (),
            signed_by=(),
            correction_id=id_,
            paragraphs=_paragraph(meeting, item),
            immediate=bool(done and done.immediate),
            ready_on=made_on,
            control=control_number(*head(change.connection)),
        )
        return id_


def change_correction(
    database: Database, correction_id: int, text: Blocks, because: str, *, run: str | None = None
) -> None:
    """Say a correction anew before it is signed; after that only what of it is masked can be set.

    Raises RuleBroken for what is signed or out to be signed, for no words or no reason; LookupError.
    """
    meeting, before = _found(database, correction_id)
    words, why = _checked(text, because)
    masked = same_words(before.text, words) and why == before.because
    if not masked:
        _check_unsigned(meeting, before)
    label = N_("Change the correction of {paragraph}")
    called = _called(meeting, before.item)
    with database.change(label, place=("meeting", meeting.id), run=run, paragraph=called) as change:
        change.update("correction", correction_id, text=words)
        if not masked:
            change.update("correction", correction_id, because=why)


def remove_correction(database: Database, correction_id: int) -> None:
    """Take back a correction that nobody has signed; raises RuleBroken for another, LookupError."""
    meeting, before = _found(database, correction_id)
    _check_unsigned(meeting, before)
    if before.verification and before.verification.signings:
        raise RuleBroken("The correction has been out to be signed, which stays on record; change it instead")
    label = N_("Take back the correction of {paragraph}")
    called = _called(meeting, before.item)
    with database.change(label, place=("meeting", meeting.id), paragraph=called) as change:
        if before.verification:
            change.delete_whole("verification", before.verification.id)
        change.delete("correction", correction_id)


def _found(database: Database, correction_id: int) -> tuple[Meeting, Correction]:
    with database.read() as read:
        meeting = reads.recorded(read, rolls.meeting_of(read, "correction", correction_id))
    return meeting, next(each for each in meeting.corrections if each.id == correction_id)


def _check_unsigned(meeting: Meeting, correction: Correction) -> None:
    signed = correction.verification
    if signed and signed.signed_by:
        raise RuleBroken("The correction is signed; it stays, and can be corrected by another one")
    if signed:
        check_not_out(meeting, signed)


def _verified(meeting: Meeting, item: int | None) -> Verification | None:
    """Return the verification of what is to be corrected, as far as it is known who signed.

    Raises RuleBroken for what is not verified.
    """
    if item is None:
        if not meeting.protocol_verified:
            raise RuleBroken("The protocol is not verified yet; change what its first page says instead")
        return next((each for each in meeting.verifications if not each.immediate), None)
    found = meeting.item_by_id(item)
    if not meeting.is_fixed(found):
        named = found.on_agenda.called
        raise RuleBroken("{item} is not verified yet; change the text itself", item=named)
    return verification_at(meeting, found)


def _verifiers(meeting: Meeting, done: Verification) -> tuple[Named, ...]:
    """Return those who verified; who presided signs as the chair."""
    chairs = [turn.who for turn in presided.turns(meeting)]
    return tuple(
        who
        for who in done.signed_by or done.verifiers
        if any(map(who.is_same, done.verifiers)) or not any(map(who.is_same, chairs))
    )


def _checked(text: Blocks, because: str) -> tuple[Blocks, str]:
    words, why = tidy(text), one_line(clean(because))
    if not plain(words).strip():
        raise RuleBroken("Write what it should say")
    if not why:
        raise RuleBroken("Say why it is corrected")
    return words, why


def _paragraph(meeting: Meeting, item: int | None) -> Paragraphs | None:
    number = meeting.item_by_id(item).number if item else None
    return Paragraphs.of([number]) if number else None


def _called(meeting: Meeting, item: int | None) -> str:
    if item is None:
        return meeting.date.isoformat()
    found = meeting.item_by_id(item)
    return wording.sign_of(meeting, found) or found.title
