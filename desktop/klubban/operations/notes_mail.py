"""A draft of the mail with which notes go out to those who were called to the meeting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.documents import protocol
from klubban.documents.forms import Form, made
from klubban.documents.public_copy import public_copy
from klubban.documents.wording import long_date
from klubban.domain.errors import RuleBroken
from klubban.domain.public import public
from klubban.exchange import mail
from klubban.exchange.mail import Attached, Recipient
from klubban.i18n import texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import stem_of_meeting
from klubban.operations.files import write_file
from klubban.operations.mail import recipients
from klubban.operations.receipts import receipt_to
from klubban.store import reads

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts
    from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class PreparedMail:
    """A mail whose document is ready to be set; it needs no database any more."""

    name: str
    subject: str
    text: str
    recipients: tuple[Recipient, ...]
    document: Prepared
    receipt: Recipient | None = None
    """Who is told that it was read."""


def prepare_notes_mail(database: Database, meeting_id: int, *, today: date | None = None) -> PreparedMail:
    """Return the draft; nothing confidential goes with it.

    Raises RuleBroken for notes that were not sent out, or when nobody can be reached; LookupError.
    """
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
    if meeting.notes_sent is None:
        raise RuleBroken("Note first when the notes go out, and until when comments may come")
    called = recipients(database, meeting)
    language = meeting.organisation.language
    words, stem = texts(language), stem_of_meeting(database, meeting)
    shown = protocol.build(_shown(meeting), language=language, today=today)
    name, notes = words.pgettext("file name", "mail with the notes"), words.pgettext("file name", "notes")
    return PreparedMail(
        name=f"{stem}-{name}.eml",
        subject=words.gettext("Notes: {body}, {date}").format(
            body=meeting.body.name, date=words.date(meeting.date)
        ),
        text=_text(meeting, words),
        recipients=called,
        document=Prepared(f"{stem}-{notes}", shown),
        receipt=receipt_to(database, meeting),
    )


def _shown(meeting: Meeting) -> Meeting:
    """Return what goes out: where something is confidential, each item keeps its number and place."""
    if any(item.confidential for item in meeting.items):
        return public_copy(replace(meeting, objections=()))
    return public(meeting)


def write_mail(prepared: PreparedMail, folder: Path) -> Path:
    """Set the document and write the draft with it; returns its path. Needs neither database nor window."""
    data = made(prepared.document.document, Form.PDF)
    attached = [Attached(f"{prepared.document.stem}{Form.PDF.ending}", "application/pdf", data)]
    path = folder / prepared.name
    drafted = mail.draft(
        prepared.subject, prepared.text, prepared.recipients, attached, receipt=prepared.receipt
    )
    write_file(path, drafted)
    return path


def _text(meeting: Meeting, words: Texts) -> str:
    day = long_date(meeting.date, words)
    lines = [
        words.gettext("The notes of the meeting of {body} on {date} go with this mail.").format(
            body=meeting.body.name, date=day
        )
    ]
    if meeting.comments_by is not None:
        until = words.gettext(
            "Comments can be sent in until {date}; after that day the notes count as agreed."
        )
        lines += ["", until.format(date=long_date(meeting.comments_by, words))]
    return "\n".join(lines)
