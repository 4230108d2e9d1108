"""A mark in everything that must not reach the public."""

from __future__ import annotations

from builders import Minutes
from documents import sent_papers as papers
from klubban.domain.text import from_plain
from klubban.store import attachments
from klubban.store.database import Database

CANARY = "Kanariefågel"


def canaries(database: Database, ids: Minutes) -> None:
    """Put a mark in all that is kept out of public documents: an item, and a paper of another."""
    secret, known = ids.items[0], ids.items[1]
    with database.change("Mark") as change:
        matter = change.insert("matter", key="c", title=CANARY, registry_number=CANARY)
        sha256 = attachments.keep(change, papers.pdf(CANARY))
        change.update(
            "item",
            secret,
            title=CANARY,
            registry_number=CANARY,
            matter_id=matter,
            presenters=[CANARY],
            proposal=from_plain(CANARY),
            summary=from_plain(CANARY),
            confidential=True,
        )
        for item in (secret, known):
            change.insert(
                "document",
                item_id=item,
                position=0,
                number=1,
                title=CANARY,
                sha256=sha256,
                file_name=f"{CANARY}.pdf",
                confidential=item is known,
            )
            change.insert("paper", item_id=item, position=0, title=CANARY, sender=CANARY)
            change.insert("comment", item_id=item, position=0, author=CANARY, text=CANARY)
            change.insert("chair_note", item_id=item, text=from_plain(CANARY))
        sending = change.insert(
            "sending", meeting_id=ids.meeting, position=0, number=0, sent_on=papers.EARLY, late_because=CANARY
        )
        change.insert("sent_item", sending_id=sending, position=0, item_id=secret, number="1", title=CANARY)
        change.insert("sent_document", sending_id=sending, position=0, item_id=known, number=1, title=CANARY)
