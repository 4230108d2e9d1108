"""The notice that a protocol is verified: posted, taken down, faulty, and posted again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.domain import deadlines, notices
from klubban.domain.errors import RuleBroken
from klubban.domain.stages import verification_by_id
from klubban.domain.text import clean
from klubban.domain.verification import Notice
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.meeting_rows import insert_notice, recorded
from klubban.operations.naming import named_at, one_line
from klubban.operations.verifying import follow_stage, signs
from klubban.store import reads, rolls

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Verification
    from klubban.store.change import Change
    from klubban.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Where and by whom a notice is posted; what is not said here is as the organisation has it."""

    board: str | None = None
    """The address of the board on the web."""
    kept_at: str | None = None
    """Where the protocol is to be found (KL 8 kap. 12 §)."""
    by: Named | None = None


_AS_USUAL = Posting()


def usual(database: Database, meeting: Meeting) -> Posting:
    """Return where a notice is posted unless something else is said: as the organisation has it today.

    A verified meeting has its organisation as it was when it was verified.
    """
    with database.read() as read:
        now = reads.organisation(read) or meeting.organisation
    return Posting(
        board=now.notice_board or meeting.organisation.notice_board,
        kept_at=now.protocol_kept_at or meeting.organisation.protocol_kept_at,
        by=meeting.secretary,
    )


def post(
    database: Database,
    verification_id: int,
    on: dt.date,
    *,
    today: dt.date,
    posting: Posting = _AS_USUAL,
    because: str = "",
) -> int:
    """Note that the notice of a verification was posted on a day, and return it. It cannot be undone.

    One from before the verification is noted with its reason; the time for appeal does not run by it. Raises
    RuleBroken for what is not verified or is announced already, for a day that has not come, and where nobody
    has said where the protocol is kept; LookupError.
    """
    meeting, verification = _verified(database, verification_id)
    if not (meeting.body.rules.announced or meeting.notices):
        raise RuleBroken("{body} does not announce that its protocols are verified", body=meeting.body.name)
    there = notices.standing(meeting, verification)
    if there is not None and there.posted is not None:
        raise RuleBroken(
            "{paragraphs} is announced already, on {date}; a faulty notice is posted again",
            paragraphs=signs(meeting, verification),
            date=there.posted,
        )
    posting = _whole(posting, usual(database, meeting))
    columns = _columns(meeting, verification, on, today, posting, because)
    label = N_("Announce {paragraphs} on {date}")
    facts = {"paragraphs": signs(meeting, verification), "date": on.isoformat()}
    with database.change(label, place=("meeting", meeting.id), barrier=True, **facts) as change:
        if there is not None:  # one came in that was not posted
            change.update("notice", there.id, **named_at("signed_by_", posting.by), **columns)
            id_ = there.id
        else:
            id_ = _insert(change, meeting, posting, columns)
        follow_stage(change, meeting.id)
        return id_


def post_again(
    database: Database,
    notice_id: int,
    on: dt.date,
    *,
    today: dt.date,
    posting: Posting = _AS_USUAL,
    because: str = "",
) -> int:
    """Note that another notice was posted in the place of a faulty one, and return it; its last day is new.

    What was wrong with the first is said here where nothing tells of it yet. It cannot be undone. Raises
    RuleBroken for a notice that nothing is wrong with, or in whose place another one was posted; LookupError.
    """
    meeting, notice, verification = _posted(database, notice_id)
    why = one_line(clean(because))
    if not why and not notices.faults(meeting, notice):
        raise RuleBroken(
            "Nothing is known to be wrong with the notice of {date}; say why it is posted again",
            date=notice.posted,
        )
    if notice.posted and on < notice.posted:
        raise RuleBroken(
            "The notice that it takes the place of was posted on {date}; this one is later",
            date=notice.posted,
        )
    posting = _whole(posting, usual(database, meeting))
    again = _columns(meeting, verification, on, today, posting, "")
    label = N_("Announce {paragraphs} again on {date}")
    facts = {"paragraphs": signs(meeting, verification), "date": on.isoformat()}
    with database.change(label, place=("meeting", meeting.id), barrier=True, **facts) as change:
        change.update("notice", notice_id, flawed=notice.flawed or why or None, removed=notice.removed or on)
        id_ = _insert(change, meeting, posting, {**again, "replaces_id": notice_id})
        follow_stage(change, meeting.id)
        return id_


def take_down(database: Database, notice_id: int, on: dt.date, *, today: dt.date, because: str = "") -> None:
    """Note when a notice came down; before the time for appeal has ended that is a fault, and has a reason.

    It cannot be undone. Raises RuleBroken for a day that cannot be, too early without a reason, and for one
    that is down already; LookupError.
    """
    meeting, notice, verification = _posted(database, notice_id)
    why = one_line(clean(because))
    _check_came(on, today)
    if notice.removed is not None:
        raise RuleBroken("The notice came down on {date} already", date=notice.removed)
    if notice.posted and on < notice.posted:
        raise RuleBroken("The notice was posted on {date}; it came down then or later", date=notice.posted)
    last = notices.last_day(meeting, notice)
    early = last is not None and on <= last
    if last is not None and early and not why:
        raise RuleBroken(
            "The notice may come down on {date} at the earliest, or else the time for appeal does not run out"
            " (KL 13 kap. 5 §). If it has come down, say why",
            date=deadlines.day_after(last),
        )
    label = N_("Note that the notice of {paragraphs} came down on {date}")
    facts = {"paragraphs": signs(meeting, verification), "date": on.isoformat()}
    with database.change(label, place=("meeting", meeting.id), barrier=True, **facts) as change:
        change.update("notice", notice_id, removed=on, flawed=notice.flawed or (why if early else None))
        follow_stage(change, meeting.id)


def note_fault(database: Database, notice_id: int, because: str) -> None:
    """Note what is wrong with a notice: the time for appeal does not run by it, and it is to be posted again.

    It cannot be undone. Raises RuleBroken for no words, or where that is noted already; LookupError.
    """
    meeting, notice, verification = _posted(database, notice_id)
    why = one_line(clean(because))
    if not why:
        raise RuleBroken("Say what is wrong with the notice")
    if notice.flawed:
        raise RuleBroken(
            "It is noted already what is wrong with the notice: {because}", because=notice.flawed
        )
    label = N_("Note what is wrong with the notice of {paragraphs}")
    named = signs(meeting, verification)
    with database.change(label, place=("meeting", meeting.id), barrier=True, paragraphs=named) as change:
        change.update("notice", notice_id, flawed=why)
        follow_stage(change, meeting.id)


def planned(meeting: Meeting, verification: Verification, on: dt.date, posting: Posting) -> Notice:
    """Return the notice as it would be, were it posted on a day; to be looked at, and not kept."""
    return Notice(
        id=0,
        verification=verification.id,
        paragraphs=notices.covered(meeting, verification),
        posted=on,
        kept_at=posting.kept_at,
        board=posting.board,
        signed_by=posting.by,
    )


def _verified(database: Database, verification_id: int) -> tuple[Meeting, Verification]:
    with database.read() as read:
        meeting_id = rolls.meeting_of(read, "verification", verification_id)
    meeting = recorded(database, meeting_id)
    verification = verification_by_id(meeting, verification_id)
    if verification not in meeting.verifications or not meeting.is_done(verification):
        raise RuleBroken(
            "{paragraphs} is not verified; there is nothing to announce yet",
            paragraphs=signs(meeting, verification),
        )
    return meeting, verification


def _posted(database: Database, notice_id: int) -> tuple[Meeting, Notice, Verification]:
    """Return a notice that stands, with what it is of; raises RuleBroken, LookupError."""
    with database.read() as read:
        meeting_id = rolls.meeting_of(read, "notice", notice_id)
    meeting = recorded(database, meeting_id)
    [notice] = (each for each in meeting.notices if each.id == notice_id)
    verification = notices.verification_of(meeting, notice)
    if notice.posted is None or verification is None:
        raise RuleBroken("The notice has not been posted yet")
    if any(each.replaces == notice_id for each in meeting.notices):
        raise RuleBroken("Another notice was posted in the place of this one, of {date}", date=notice.posted)
    return meeting, notice, verification


def _columns(
    meeting: Meeting,
    verification: Verification,
    on: dt.date,
    today: dt.date,
    posting: Posting,
    because: str,
) -> dict[str, object]:
    """Return what is kept of a notice; raises RuleBroken where it cannot be posted so."""
    _check_came(on, today)
    why = one_line(clean(because))
    too_soon = verification.date is not None and on < verification.date
    if too_soon and not why:
        raise RuleBroken(
            "The protocol was verified on {date}, and the time for appeal does not run by a notice from"
            " before. If it was posted then, say why",
            date=verification.date,
        )
    kept_at, board = (one_line(clean(words or "")) for words in (posting.kept_at, posting.board))
    if not kept_at:
        raise RuleBroken(
            "The notice is to say where the protocol is kept (KL 8 kap. 12 §). Fill that in here, or once for"
            " all where the organisation is described"
        )
    able = meeting.body.rules.appealable
    return {
        "verification_id": verification.id,
        "paragraphs": notices.covered(meeting, verification),
        "posted": on,
        "kept_at": kept_at,
        "board": board or None,
        "last_day": deadlines.last_day_for_appeal(on) if able else None,
        "flawed": why if too_soon else None,
    }


def _whole(posting: Posting, usual_one: Posting) -> Posting:
    """Return a posting with what it does not say as usual; nobody is named who was not."""
    return replace(
        posting, board=posting.board or usual_one.board, kept_at=posting.kept_at or usual_one.kept_at
    )


def _check_came(on: dt.date, today: dt.date) -> None:
    if on > today:
        raise RuleBroken("{date} has not come yet; note it when it is done", date=on)


def _insert(change: Change, meeting: Meeting, posting: Posting, columns: dict[str, object]) -> int:
    place = last_place(change, "notice", meeting_id=meeting.id)
    return insert_notice(change, meeting.id, place, signed_by=posting.by, **columns)
