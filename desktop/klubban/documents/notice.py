"""The notice that a protocol has been verified, with the dates that follow from it (KL 8 kap. 12 §)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import front_page, wording
from klubban.documents.front_page import row
from klubban.documents.tree import Facts, Heading, Signature, Signatures
from klubban.domain import deadlines
from klubban.domain.meeting import Notice
from klubban.domain.public_record import PublicRecord
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.front_page import Row
    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Meeting, Verification
    from klubban.i18n import Texts


def build(meeting: Meeting, notice: Notice | None = None, *, language: str = "sv") -> Document:
    """Return the notice given, otherwise the meeting's first, otherwise one to fill in by hand."""
    texts = texts_of(language)
    chosen = notice or next(iter(meeting.notices), None) or Notice(id=0)
    return front_page.document(
        meeting, texts.pgettext("document", "Notice"), _nodes(meeting, chosen, texts), texts, plain=True
    )


def _nodes(meeting: Meeting, notice: Notice, texts: Texts) -> Iterator[Node]:
    verified = verified_on(meeting, notice)
    yield Heading(1, texts.pgettext("document", "Notice"))
    yield Text(runs_of(_lead(meeting, verified, texts)))
    yield Facts((*_meeting_rows(meeting, notice, texts), *_date_rows(meeting, notice, verified, texts)))
    for line in late_or_early(meeting, notice, verified, texts):
        yield Text(runs_of(line))
    if not isinstance(meeting, PublicRecord):
        digital = meeting.body.rules.signed_digitally
        lines = (Signature(texts.gettext("Signature"), str(notice.signed_by or "")),)
        yield Signatures(lines, digital=digital)


def verified_on(meeting: Meeting, notice: Notice) -> date | None:
    """Return the day of the verification that the notice tells of, if it has been done."""
    verification = _verification(meeting, notice)
    return verification.date if verification and meeting.is_done(verification) else None


def _verification(meeting: Meeting, notice: Notice) -> Verification | None:
    """Return the verification that the notice tells of: of the same paragraphs, or else the ordinary one."""
    found = [one for one in meeting.verifications if one.paragraphs == notice.paragraphs]
    ordinary = [one for one in meeting.verifications if not one.immediate]
    return next(iter([*found, *ordinary, *meeting.verifications]), None)


def _lead(meeting: Meeting, verified: date | None, texts: Texts) -> str:
    owner = wording.genitive(meeting.body.name, texts)
    if verified:
        line = texts.gettext("{owner} protocol of the meeting on {date} has been verified.")
    else:
        line = texts.gettext("{owner} protocol of the meeting on {date} has not been verified yet.")
    return line.format(owner=owner, date=meeting.date.isoformat())


def dated(label: str, day: date | None) -> Row:
    """Return a row with a date, or with a line to fill in."""
    return row(label, day.isoformat() if day else "")


def _meeting_rows(meeting: Meeting, notice: Notice, texts: Texts) -> Iterator[Row]:
    covered = notice.paragraphs or meeting.paragraphs
    yield row(texts.pgettext("document", "Body"), meeting.body.name)
    yield dated(texts.gettext("Date of the meeting"), meeting.date)
    if covered:
        yield row(texts.pgettext("of a protocol", "Paragraphs"), wording.signs_in(meeting, covered))


def _date_rows(meeting: Meeting, notice: Notice, verified: date | None, texts: Texts) -> Iterator[Row]:
    """Walk what was done and what the law computes from it; days not known yet are lines to fill in."""
    posted = notice.posted
    yield dated(texts.gettext("Protocol verified"), verified)
    yield dated(texts.gettext("Notice posted"), posted)
    if meeting.body.rules.appealable:
        last = deadlines.last_day_for_appeal(posted) if posted else None
        yield dated(texts.gettext("Last day for appeal"), last)
        earliest = deadlines.earliest_removal(posted) if posted else None
        yield dated(texts.gettext("Taken down at the earliest"), earliest)
    yield dated(texts.gettext("Notice taken down"), notice.removed)
    yield row(
        texts.gettext("Protocol kept at"), notice.kept_at or meeting.organisation.protocol_kept_at or ""
    )


def late_or_early(meeting: Meeting, notice: Notice, verified: date | None, texts: Texts) -> Iterator[str]:
    """Walk what was not done in time, plainly, as facts."""
    posted, removed = notice.posted, notice.removed
    if posted and verified and posted < verified:
        yield texts.gettext("The notice was posted before the protocol was verified.")
    if posted and verified and posted > deadlines.notice_due(verified).extended:
        line = texts.gettext("The notice was posted after the last day for it, {day}.")
        yield line.format(day=deadlines.notice_due(verified).extended.isoformat())
    if not (posted and removed and meeting.body.rules.appealable):
        return
    earliest = deadlines.earliest_removal(posted)
    if removed < earliest:
        line = texts.gettext("The notice was taken down before the time for appeal had ended, {day}.")
        yield line.format(day=deadlines.last_day_for_appeal(posted).isoformat())
