"""Who verifies the protocol, or some of its paragraphs apart, beside the chair; where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from klubban.documents import wording
from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.stages import verification_by_id
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.meeting_rows import insert_verification, recorded
from klubban.operations.naming import insert_people, one_line
from klubban.operations.signing_lock import check_meeting_not_out
from klubban.operations.verifying import check_not_out, follow_stage, signs
from klubban.store import reads, rolls
from klubban.store.change import id_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Verification
    from klubban.store.change import Change
    from klubban.store.database import Database


def choose_verifiers(
    database: Database,
    meeting_id: int,
    people: Sequence[Named],
    *,
    place: str | None = None,
    day: dt.date | None = None,
    time: dt.time | None = None,
    paragraphs: Paragraphs | None = None,
) -> int:
    """Note who verifies beside the chair, of all or of some paragraphs, and return the verification.

    Those chosen before for the same paragraphs are replaced; with nobody, they are to be chosen. Raises
    RuleBroken for notes, a verified protocol, somebody chosen twice, a day before the meeting; LookupError.
    """
    meeting = recorded(database, meeting_id)
    _check(meeting, people, day)
    if meeting.protocol_verified:
        raise RuleBroken("The protocol is verified; who verified it cannot be changed any more")
    chosen = _chosen_before(meeting, paragraphs)
    if chosen is not None:
        check_not_out(meeting, chosen)
    if paragraphs is not None:
        _check_taken(meeting, paragraphs, but=chosen.id if chosen else None)
    columns = _columns(place, day, time) | {"paragraphs": paragraphs}
    label, date = N_("Choose who verifies the protocol of {date}"), meeting.date.isoformat()
    with database.change(label, place=("meeting", meeting_id), date=date) as change:
        if chosen is None:
            position = last_place(change, "verification", meeting_id=meeting_id)
            return insert_verification(
                change, meeting_id, position, verifiers=people, signed_by=(), immediate=False, **columns
            )
        change.update("verification", chosen.id, **columns)
        _replace(change, chosen.id, people)
        return chosen.id


def plan_set(  # noqa: PLR0913 - a verification has these parts
    database: Database,
    meeting_id: int,
    paragraphs: Paragraphs,
    *,
    people: Sequence[Named] | None = None,
    place: str | None = None,
    day: dt.date | None = None,
    time: dt.time | None = None,
    immediate: bool = False,
    out_of: int | None = None,
) -> int:
    """Let some paragraphs be verified apart from the others, and return their verification.

    They leave the verification that they are taken `out_of`, where one names its paragraphs.

    At once, or all of them confidential, they have a document of their own; else they share the protocol.
    Those who verify the others do so where nobody is named. Raises RuleBroken for paragraphs that are not
    there, or are verified already, or apart from the others already; and as choose_verifiers. LookupError.
    """
    meeting = recorded(database, meeting_id)
    who = _usual(meeting) if people is None else tuple(people)
    _check(meeting, who, day)
    rest = _rest(database, out_of, paragraphs)
    _check_paragraphs(meeting, paragraphs, but=out_of if rest else None)
    columns = _columns(place, day, time) | {"paragraphs": paragraphs, "immediate": immediate}
    with _changing(database, N_("Let {paragraphs} be verified apart"), meeting, paragraphs) as change:
        if rest is not None and out_of is not None:
            change.update("verification", out_of, paragraphs=rest)
        position = last_place(change, "verification", meeting_id=meeting_id)
        made = insert_verification(change, meeting_id, position, verifiers=who, signed_by=(), **columns)
        follow_stage(change, meeting_id)
        return made


def _rest(database: Database, out_of: int | None, taken: Paragraphs) -> Paragraphs | None:
    """Return what a verification keeps of the paragraphs that it names; None where nothing is left."""
    if out_of is None:
        return None
    _meeting, before = _still_open(database, out_of)
    return Paragraphs.of(number for number in before.paragraphs or () if number not in taken)


_FACTS = frozenset({"paragraphs", "people", "place", "day", "time"})


def change_set(database: Database, verification_id: int, **facts: Any) -> None:
    """Say anew of a verification: paragraphs, people, place, day, time; only what is named.

    Raises RuleBroken for what is verified or out to be signed, and as plan_set; LookupError.
    """
    for unknown in facts.keys() - _FACTS:
        raise TypeError(unknown)
    meeting, before = _still_open(database, verification_id)
    people = tuple(facts.get("people", before.verifiers))
    _check(meeting, people, facts.get("day", before.date))
    paragraphs = facts.get("paragraphs", before.paragraphs)
    if paragraphs is not None and paragraphs != before.paragraphs:
        _check_paragraphs(meeting, paragraphs, but=verification_id)
    if paragraphs is None and any(
        each.paragraphs is None and each.id != verification_id for each in meeting.verifications
    ):
        raise RuleBroken("Another verification has the rest of the protocol; name the paragraphs of this one")
    columns = _columns(
        facts.get("place", before.place), facts.get("day", before.date), facts.get("time", before.time)
    )
    with _changing(database, N_("Change who verifies {paragraphs}, and when"), meeting, paragraphs) as change:
        change.update("verification", verification_id, paragraphs=paragraphs, **columns)
        if people != before.verifiers:
            _replace(change, verification_id, people)
        follow_stage(change, meeting.id)


def remove_set(database: Database, verification_id: int) -> None:
    """Let paragraphs be verified with the others again, or nothing be planned of the verification.

    Raises RuleBroken for what is verified or out to be signed, or has been; LookupError.
    """
    meeting, before = _still_open(database, verification_id)
    if before.signings:
        raise RuleBroken("It has been out to be signed, which stays on record; change its paragraphs instead")
    label = N_("Let {paragraphs} be verified with the others")
    with _changing(database, label, meeting, before.paragraphs) as change:
        change.delete_whole("verification", verification_id)
        follow_stage(change, meeting.id)


def _still_open(database: Database, verification_id: int) -> tuple[Meeting, Verification]:
    with database.read() as read:
        meeting = reads.recorded(read, rolls.meeting_of(read, "verification", verification_id))
    found = verification_by_id(meeting, verification_id)
    if found.withdrawn or meeting.is_done(found):
        raise RuleBroken("{paragraphs} is verified already", paragraphs=signs(meeting, found))
    check_not_out(meeting, found)
    return meeting, found


def _usual(meeting: Meeting) -> tuple[Named, ...]:
    return next((each.verifiers for each in meeting.verifications if not each.immediate), ())


def _columns(place: str | None, day: dt.date | None, time: dt.time | None) -> dict[str, Any]:
    return {"place": one_line(clean(place or "")) or None, "date": day, "time": time}


def _changing(
    database: Database, label: str, meeting: Meeting, paragraphs: Paragraphs | None
) -> AbstractContextManager[Change]:
    named = wording.signs_in(meeting, paragraphs) if paragraphs else meeting.date.isoformat()
    return database.change(label, place=("meeting", meeting.id), paragraphs=named)


def _check_paragraphs(meeting: Meeting, paragraphs: Paragraphs, but: int | None = None) -> None:
    """Raise RuleBroken for paragraphs that the protocol has not, or that another verification has."""
    own = set(meeting.paragraphs or ())
    if missing := _told(meeting, (number for number in paragraphs if number not in own)):
        raise RuleBroken("There is no {paragraphs} in the protocol of this meeting", paragraphs=missing)
    check_meeting_not_out(meeting)
    _check_taken(meeting, paragraphs, but)


def _check_taken(meeting: Meeting, paragraphs: Paragraphs, but: int | None) -> None:
    """Raise RuleBroken for paragraphs that another verification has, or that are verified."""
    for each in meeting.verifications:
        shared = _told(meeting, (number for number in each.paragraphs or () if number in paragraphs))
        if shared and each.id != but:
            raise RuleBroken("{paragraphs} is in another verification already", paragraphs=shared)
    verified = (item.number for item in meeting.items if item.number and meeting.is_fixed(item))
    if fixed := _told(meeting, (number for number in verified if number in paragraphs)):
        raise RuleBroken("{paragraphs} is verified already", paragraphs=fixed)


def _told(meeting: Meeting, numbers: Iterable[int]) -> str:
    found = Paragraphs.of(numbers)
    return wording.signs_in(meeting, found) if found else ""


def _replace(change: Change, verification_id: int, people: Sequence[Named]) -> None:
    for row in change.rows("verifier", verification_id=verification_id):
        change.delete("verifier", id_of(row))
    insert_people(change, "verifier", "verification", verification_id, people)


def _chosen_before(meeting: Meeting, paragraphs: Paragraphs | None) -> Verification | None:
    """Return the verification for the same paragraphs that has not been done: one that is still to be."""
    for each in meeting.verifications:
        same = each.paragraphs == paragraphs or (paragraphs is None and each.paragraphs == meeting.paragraphs)
        if not each.immediate and same and not meeting.is_done(each):
            return each
    return None


def _check(meeting: Meeting, people: Sequence[Named], day: dt.date | None) -> None:
    if not meeting.body.rules.verified:
        raise RuleBroken("What {body} notes is not verified", body=meeting.body.name)
    if day is not None and day < meeting.date:
        raise RuleBroken(
            "The protocol is verified on {date}, when the meeting is, or later", date=meeting.date
        )
    for number, who in enumerate(people):
        if any(map(who.is_same, people[:number])):
            raise RuleBroken("{name} is named twice among those who verify", name=who)
