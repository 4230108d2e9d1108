"""The notice that a protocol has been verified, with the dates that follow from it (KL 8 kap. 12 §)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from klubban.documents import front_page, wording
from klubban.documents.front_page import row
from klubban.documents.tree import Facts, Heading, Signature, Signatures
from klubban.domain import deadlines, notices
from klubban.domain.notices import Fault
from klubban.domain.public_record import PublicRecord
from klubban.domain.text import Text, runs_of
from klubban.domain.verification import Notice
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.front_page import Row
    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts

_WEB_BOARDS = date(2018, 1, 1)


def build(meeting: Meeting, notice: Notice | None = None, *, language: str = "sv") -> Document:
    """Return the notice given, otherwise the meeting's first, otherwise one to fill in by hand."""
    texts = texts_of(language)
    chosen = notice or next(iter(meeting.notices), None) or Notice(id=0)
    kind, nodes = texts.pgettext("document", "Notice"), _nodes(meeting, chosen, texts)
    return front_page.document(meeting, kind, nodes, texts, plain=True, always_public=True)


def _nodes(meeting: Meeting, notice: Notice, texts: Texts) -> Iterator[Node]:
    verified = verified_on(meeting, notice)
    yield Heading(1, texts.pgettext("document", "Notice"))
    yield Text(runs_of(_lead(meeting, notice, verified, texts)))
    yield Facts((*_meeting_rows(meeting, notice, texts), *_date_rows(meeting, notice, verified, texts)))
    for line in (*remarks(meeting, notice, texts), *_of_the_board(meeting, notice, texts)):
        yield Text(runs_of(line))
    if not isinstance(meeting, PublicRecord):
        digital = meeting.body.rules.signed_digitally
        lines = (Signature(texts.gettext("Signature"), str(notice.signed_by or "")),)
        yield Signatures(lines, digital=digital)


def verified_on(meeting: Meeting, notice: Notice) -> date | None:
    """Return the day of the verification that the notice tells of, if it has been done."""
    verification = notices.verification_of(meeting, notice)
    return verification.date if verification and meeting.is_done(verification) else None


def _lead(meeting: Meeting, notice: Notice, verified: date | None, texts: Texts) -> str:
    """Return what the notice says; of a part of the protocol nobody is to think that it is all of it."""
    owner = wording.genitive(meeting.body.name, texts)
    told = told_paragraphs(meeting, notice)
    if not verified:
        line = texts.gettext("{owner} protocol of the meeting on {date} has not been verified yet.")
    elif meeting.paragraphs and told != wording.signs_in(meeting, meeting.paragraphs):
        line = texts.gettext("{owner} protocol of the meeting on {date}, {paragraphs}, has been verified.")
    else:
        line = texts.gettext("{owner} protocol of the meeting on {date} has been verified.")
    return line.format(owner=owner, date=meeting.date.isoformat(), paragraphs=told)


def dated(label: str, day: date | None) -> Row:
    """Return a row with a date, or with a line to fill in."""
    return row(label, day.isoformat() if day else "")


def told_paragraphs(meeting: Meeting, notice: Notice) -> str:
    """Return the paragraphs that a notice tells of, as its body writes them; nothing before there are any."""
    verification = notices.verification_of(meeting, notice)
    own = notices.covered(meeting, verification) if verification else None
    covered = notice.paragraphs or own or meeting.paragraphs
    return wording.signs_in(meeting, covered) if covered else ""


def _meeting_rows(meeting: Meeting, notice: Notice, texts: Texts) -> Iterator[Row]:
    yield row(texts.pgettext("document", "Body"), meeting.body.name)
    yield dated(texts.gettext("Date of the meeting"), meeting.date)
    if paragraphs := told_paragraphs(meeting, notice):
        yield row(texts.pgettext("of a protocol", "Paragraphs"), paragraphs)


def _date_rows(meeting: Meeting, notice: Notice, verified: date | None, texts: Texts) -> Iterator[Row]:
    """Walk what was done and what the law computes from it; days not known yet are lines to fill in."""
    yield dated(texts.gettext("Protocol verified"), verified)
    yield dated(texts.gettext("Notice posted"), notice.posted)
    if meeting.body.rules.appealable:
        yield dated(texts.gettext("Last day for appeal"), notices.last_day(meeting, notice))
        yield dated(texts.gettext("Taken down at the earliest"), notices.earliest_removal(meeting, notice))
    yield dated(texts.gettext("Notice taken down"), notice.removed)
    yield row(texts.gettext("Protocol kept at"), _kept_at(meeting, notice, texts))
    if board := board_of(meeting, notice):
        yield row(texts.gettext("Notice board"), board)
    verification = notices.verification_of(meeting, notice)
    if verification and verification.control:
        yield row(texts.gettext("Control number"), verification.control)


def _kept_at(meeting: Meeting, notice: Notice, texts: Texts) -> str:
    """Return where the protocol is; what is published says so too where nobody has stated it."""
    stated = notice.kept_at or meeting.organisation.protocol_kept_at or ""
    public = isinstance(meeting, PublicRecord)
    return stated or (texts.gettext("not stated; ask the municipality") if public else "")


def board_of(meeting: Meeting, notice: Notice) -> str:
    """Return the address of the board that a notice is posted on."""
    return notice.board or meeting.organisation.notice_board or ""


def _of_the_board(meeting: Meeting, notice: Notice, texts: Texts) -> Iterator[str]:
    """Walk what paper says of the board on the web, the legal one since 2018 (KL 8 kap. 9 §)."""
    on_paper = not isinstance(meeting, PublicRecord)
    day = notice.posted or meeting.date
    if on_paper and day >= _WEB_BOARDS and board_of(meeting, notice):
        yield texts.gettext(
            "The municipality’s notice board is the one on the web; what is posted on paper is a copy."
        )


def remarks(meeting: Meeting, notice: Notice, texts: Texts) -> Iterator[str]:
    """Walk what was not as the law says, plainly, as facts; and in whose place the notice is."""
    replaced = next((each for each in meeting.notices if each.id == notice.replaces), None)
    if replaced and replaced.posted:
        line = texts.gettext("This notice takes the place of the one that was posted on {day}.")
        yield line.format(day=replaced.posted.isoformat())
    found, verified = notices.faults(meeting, notice), verified_on(meeting, notice)
    if Fault.TOO_SOON in found:
        yield texts.gettext("The notice was posted before the protocol was verified.")
    if Fault.LATE in found and verified:
        line = texts.gettext("The notice was posted after the last day for it, {day}.")
        yield line.format(day=deadlines.notice_due(verified).extended.isoformat())
    last = notices.last_day(meeting, notice)
    if Fault.EARLY_DOWN in found and last:
        line = texts.gettext("The notice was taken down before the time for appeal had ended, {day}.")
        yield line.format(day=last.isoformat())
    if Fault.SHORT_DAY in found and notice.last_day and last:
        line = texts.gettext("The notice gave {given} as the last day for appeal; by law it is {day}.")
        yield line.format(given=notice.last_day.isoformat(), day=last.isoformat())
    if Fault.NOTED in found and not isinstance(meeting, PublicRecord):
        yield texts.gettext("What is noted of it: {because}").format(because=notice.flawed)
