"""Which protocol of a file a signed PDF is, and whether it is as it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import record, wording
from klubban.documents.forms import Form, made
from klubban.domain.errors import RuleBroken
from klubban.domain.signing import SigningEnd, Verdict
from klubban.operations.signing_case import case_of
from klubban.operations.trusted import trusted_certificates
from klubban.operations.verifying import signs
from klubban.store import attachments, reads, signings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from klubban.documents.tree import Document
    from klubban.domain.examined import Examined
    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database
    from klubban.store.signings import Sent

_MOST = 100
"""So many of the files that were sent last are compared word by word, where none is told by its bytes."""


@dataclass(frozen=True, slots=True)
class Known:
    """A signed PDF as a file knows it."""

    examined: Examined
    meeting: Meeting | None = None
    """Whose protocol it is; None for a PDF that this file never made."""
    covers: str = ""
    """The paragraphs: `§§ 57–64`."""
    withdrawn: bool = False
    anybody_trusted: bool = False
    """Somebody is trusted to say who signs, so that a certificate of others counts for nothing."""


def verify(
    database: Database,
    pdf: bytes,
    trusted: Sequence[bytes],
    at: dt.datetime,
    *,
    revoked: Sequence[bytes] = (),
) -> Known:
    """Examine a PDF beside what was sent of this file; raises RuleBroken for what is no readable PDF."""
    from klubban.documents.pdf.examining import beginnings, examine

    believed = (*trusted, *trusted_certificates(database))
    with database.read() as read:
        sent = signings.sent(read)
    known = set(beginnings(pdf))
    own = next((each for each in sent if each.sha256 in known), None)
    if own is not None:
        original = _content(database, own)
        found = examine(pdf, original=original, trusted=believed, revoked=revoked, at=at)
        return _known(database, own, found, anybody=bool(believed))
    if again := _made_again(database, pdf, known, at.date()):
        original, meeting, covers = again
        found = examine(pdf, original=original, trusted=believed, revoked=revoked, at=at)
        return Known(found, meeting, covers, anybody_trusted=bool(believed))
    for each in _latest(sent):
        found = examine(pdf, original=_content(database, each), trusted=believed, revoked=revoked, at=at)
        if found.verdict is Verdict.REPACKAGED:
            return _known(database, each, found, anybody=bool(believed))
    return Known(examine(pdf, trusted=believed, revoked=revoked, at=at), anybody_trusted=bool(believed))


def _latest(sent: Sequence[Sent]) -> list[Sent]:
    by_hash = {each.sha256: each for each in sent}
    return list(reversed(by_hash.values()))[:_MOST]


def _content(database: Database, sent: Sent) -> bytes:
    with database.read() as read:
        return attachments.content(read, sent.sha256)


def _known(database: Database, sent: Sent, found: Examined, *, anybody: bool) -> Known:
    try:
        case = case_of(database, sent.verification)
    except (LookupError, RuleBroken):
        return Known(found, anybody_trusted=anybody)
    ends = [each.ended for each in case.verification.signings if each.original == sent.sha256]
    counts = any(end in (None, SigningEnd.SIGNED) for end in ends)
    withdrawn = case.verification.withdrawn is not None or not counts
    return Known(found, case.meeting, case.named, withdrawn=withdrawn, anybody_trusted=anybody)


def _made_again(
    database: Database, pdf: bytes, known: set[str], today: dt.date
) -> tuple[bytes, Meeting, str] | None:
    """Return the protocol that a PDF begins with, where it was exported and never noted as sent.

    The same record gives the same bytes, so it is set once more and compared.
    """
    from klubban.documents.pdf.examining import dated

    day = dated(pdf)
    with database.read() as read:
        lines = [each for each in reads.meetings(read) if each.date == day]
    for line in lines:
        with database.read() as read:
            meeting = reads.meeting(read, line.id)
        for document, covers in _records(meeting, today):
            data = made(document, Form.PDF)
            if attachments.digest(data) in known:
                return data, meeting, covers
    return None


def _records(meeting: Meeting, today: dt.date) -> Iterator[tuple[Document, str]]:
    """Walk the documents of a meeting that somebody may sign, each with what it covers."""
    for each in meeting.verifications:
        yield record.build(meeting, None, each.id), signs(meeting, each)
    whole = wording.signs_in(meeting, meeting.paragraphs) if meeting.paragraphs else ""
    yield record.build(meeting, today), whole
