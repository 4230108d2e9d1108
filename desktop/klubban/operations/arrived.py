"""What comes with a paragraph that another body sent over: its extract, and what was decided."""

from __future__ import annotations

from typing import Any

from klubban.documents.wording import long_date, number_sign
from klubban.domain.meeting import Meeting
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import Blocks, Text, runs_of
from klubban.i18n import Texts, texts
from klubban.operations.documents import next_number
from klubban.store import reads, rolls
from klubban.store.change import Change
from klubban.store.dispatched import arrived

_PDF = "application/pdf"


def bring_extract(change: Change, source: int, item_id: int, meeting: Meeting) -> None:
    """Put the extract that a body was sent last, and the decision in it, at the item it has become there."""
    language = reads.organisation(change.connection)
    words = texts(language.language if language else "sv")
    change.update("item", item_id, earlier=_decided(change, source, words))
    sent = arrived(change.connection, source, meeting.body.id)
    if sent is None or sent.sha256 is None:
        return
    numbers = Paragraphs.of(sent.numbers)
    title = words.gettext("Extract of protocol {body} {date} {paragraphs}").format(
        body=sent.body, date=sent.day.isoformat(), paragraphs=numbers.printed if numbers else ""
    )
    change.insert(
        "document",
        item_id=item_id,
        position=len(change.rows("document", item_id=item_id)),
        title=title.strip(),
        sha256=sent.sha256,
        media_type=_PDF,
        confidential=sent.confidential,
        number=next_number(change, item_id),
    )


def _decided(change: Change, source: int, words: Texts) -> Blocks:
    """Return when and by whom it was decided, and what; nothing where there is no decision."""
    row: dict[str, Any] = dict(rolls.row_of(change.connection, "item", source))
    if not row["decision"]:
        return ()
    at = rolls.row_of(change.connection, "meeting", int(row["meeting_id"]))
    body = rolls.row_of(change.connection, "body", int(at["body_id"]))
    lead = words.gettext("{body} decided on {date}, {paragraph}:").format(
        body=body["name"],
        date=long_date(at["date"], words),
        paragraph=number_sign(row["number"]) if row["number"] else "",
    )
    return (Text(runs_of(lead)), *row["decision"])
