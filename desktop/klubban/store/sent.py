"""What was sent of an item's documents."""

from __future__ import annotations

from sqlalchemy import Connection, select

from klubban.store.agenda_tables import sending, sent_document
from klubban.store.tables import item


def sent_versions(read: Connection, item_id: int) -> dict[int, str | None] | None:
    """Return the hash of what was last sent of each document of an item; None before the summons went out."""
    own = sent_document.c
    wanted = (
        select(own.document_id, own.sha256)
        .join(sending, own.sending_id == sending.c.id)
        .where(own.item_id == item_id, own.document_id.is_not(None))
        .order_by(sending.c.number, own.id)
    )
    meeting = select(item.c.meeting_id).where(item.c.id == item_id).scalar_subquery()
    if not read.execute(select(sending.c.id).where(sending.c.meeting_id == meeting).limit(1)).first():
        return None
    return {int(document): sha256 for document, sha256 in read.execute(wanted)}
