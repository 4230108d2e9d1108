"""The certificate that a verification was announced: from when to when, signed when that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import front_page
from klubban.documents import notice as notices
from klubban.documents.front_page import row
from klubban.documents.tree import Facts, Heading, Signature, Signatures
from klubban.domain.notices import last_day
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


def build(meeting: Meeting, notice: Notice | None = None, *, language: str = "sv") -> Document:
    """Return the certificate of a notice, of the meeting's first, or one to fill in by hand."""
    texts = texts_of(language)
    chosen = notice or next(iter(meeting.notices), None) or Notice(id=0)
    kind = texts.gettext("Certificate of notice")
    return front_page.document(meeting, kind, _nodes(meeting, chosen, kind, texts), texts, plain=True)


def _nodes(meeting: Meeting, notice: Notice, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    lead = texts.gettext(
        "It is certified that the verification of the protocol below was announced on the municipality’s"
        " notice board on the days stated here (Local Government Act 8:12)."
    )
    yield Text(runs_of(lead))
    yield Facts(tuple(_rows(meeting, notice, texts)))
    for line in notices.remarks(meeting, notice, texts):
        yield Text(runs_of(line))
    if not isinstance(meeting, PublicRecord):
        lines = (
            Signature(texts.gettext("Signature"), str(notice.signed_by or "")),
            Signature(texts.gettext("Date"), ""),
        )
        digital = meeting.body.rules.signed_digitally
        yield Signatures(lines[:1] if digital else lines, digital=digital)  # the signature holds the day


def _rows(meeting: Meeting, notice: Notice, texts: Texts) -> Iterator[Row]:
    """Walk what was announced, and when; days not known yet are lines to fill in."""
    yield row(texts.pgettext("document", "Body"), meeting.body.name)
    yield notices.dated(texts.gettext("Date of the meeting"), meeting.date)
    if paragraphs := notices.told_paragraphs(meeting, notice):
        yield row(texts.pgettext("of a protocol", "Paragraphs"), paragraphs)
    yield notices.dated(texts.gettext("Protocol verified"), notices.verified_on(meeting, notice))
    board = notices.board_of(meeting, notice)
    if board:
        yield row(texts.gettext("Notice board"), board)
    yield notices.dated(texts.gettext("Notice posted"), notice.posted)
    if last := last_day(meeting, notice):
        yield notices.dated(texts.gettext("Last day for appeal"), last)
    yield notices.dated(texts.gettext("Notice taken down"), notice.removed)
