"""The files that are made of a notice: on paper, for the board on the web, and for calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from klubban.documents import notice as notice_document
from klubban.documents.html.fragment import fragment
from klubban.documents.public_copy import public_copy
from klubban.domain import deadlines, notices
from klubban.domain.calendar_entry import calendar_uid
from klubban.domain.errors import RuleBroken
from klubban.exchange import calendar_file
from klubban.i18n import texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import stem_of_meeting
from klubban.operations.files import write_file
from klubban.operations.meeting_rows import recorded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from pathlib import Path

    from klubban.documents.tree import Document
    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Notice, Verification
    from klubban.i18n import Texts
    from klubban.store.database import Database

_NOTICES = UUID("0b5e7a7e-2f0b-5e6f-8d5a-6a1d1f9a7c12")
"""The name space of all days around notices."""


def on_paper(meeting: Meeting, notice: Notice) -> Document:
    """Return a notice as it is printed, beside the board on the web."""
    return notice_document.build(meeting, notice, language=meeting.organisation.language)


def for_the_board(meeting: Meeting, notice: Notice) -> Document:
    """Return a notice as everybody reads it on the web, without a signature (KL 8 kap. 10 §)."""
    return notice_document.build(public_copy(meeting), notice, language=meeting.organisation.language)


def as_fragment(meeting: Meeting, notice: Notice) -> str:
    """Return a notice as HTML to be put into a page of the board on the web."""
    return fragment(for_the_board(meeting, notice))


def prepare_notice(database: Database, meeting: Meeting, notice: Notice, *, public: bool) -> Prepared:
    """Return a notice ready to be set; it need not have been posted."""
    words = texts(meeting.organisation.language)
    name = words.pgettext("file name", "notice")
    verification = notices.verification_of(meeting, notice)
    place = meeting.verifications.index(verification) if verification in meeting.verifications else 0
    stem = f"{stem_of_meeting(database, meeting)}-{name}{f'-{place + 1}' if place else ''}"
    if public:
        public_name = words.pgettext("file name", "public")
        return Prepared(f"{stem}-{public_name}", for_the_board(meeting, notice))
    return Prepared(stem, on_paper(meeting, notice))


def export_days(database: Database, meeting_id: int, folder: Path, *, stamped: datetime) -> Path:
    """Write the days around the notices of a meeting as a calendar file into a folder, and return its path.

    Raises RuleBroken before anything is verified, LookupError.
    """
    meeting = recorded(database, meeting_id)
    words = texts(meeting.organisation.language)
    entries = tuple(_entries(meeting, words))
    if not entries:
        raise RuleBroken("Nothing is verified yet; there are no days to put into a calendar")
    name = words.pgettext("file name", "notice days")
    path = folder / f"{stem_of_meeting(database, meeting)}-{name}.ics"
    write_file(path, calendar_file.write(entries, stamped=stamped))
    return path


def _entries(meeting: Meeting, words: Texts) -> Iterator[calendar_file.Entry]:
    for place, verification in enumerate(meeting.verifications):
        if meeting.is_done(verification) and verification.date and meeting.body.rules.announced:
            yield from _of(meeting, verification, place, words)


def _of(
    meeting: Meeting, verification: Verification, place: int, words: Texts
) -> Iterator[calendar_file.Entry]:
    """Walk the days of one verification; a day that a new notice moved is the same entry, changed."""
    notice = notices.standing(meeting, verification)
    posted = notice is not None and notice.posted is not None
    changed = len(notices.notices_of(meeting, verification))
    days: list[tuple[str, str, date | None]] = []
    if not posted and verification.date:
        due = deadlines.notice_due(verification.date).day
        days.append(("post", words.gettext("Last day to announce: {what}"), due))
    if notice is not None:
        days.append(("last", words.gettext("Last day for appeal: {what}"), notices.last_day(meeting, notice)))
        earliest = notices.earliest_removal(meeting, notice)
        days.append(("down", words.gettext("The notice may come down: {what}"), earliest))
    paragraphs = notice_document.told_paragraphs(meeting, notice) if notice else ""
    what = ", ".join(filter(None, (meeting.body.name, meeting.date.isoformat(), paragraphs)))
    for name, line, day in days:
        if day is not None:
            yield calendar_file.Entry(
                uid=str(uuid5(_NOTICES, "\n".join((calendar_uid(meeting), str(place), name)))),
                sequence=changed,
                start=day,
                summary=line.format(what=what),
                free=True,
            )
