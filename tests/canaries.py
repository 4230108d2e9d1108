"""A mark in everything that must not reach the public."""

from __future__ import annotations

from datetime import time

from builders import DAY, Minutes
from documents import sent_papers as papers
from klubban.domain.text import Blocks, Points, Run, Table, Text, from_plain
from klubban.store import attachments
from klubban.store.change import Change
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
        _minuted(change, ids.meeting, secret)
        sending = change.insert(
            "sending", meeting_id=ids.meeting, position=0, number=0, sent_on=papers.EARLY, late_because=CANARY
        )
        change.insert("sent_item", sending_id=sending, position=0, item_id=secret, number="1", title=CANARY)
        change.insert("sent_document", sending_id=sending, position=0, item_id=known, number=1, title=CANARY)


def masked(database: Database, item: int) -> None:
    """Mark words for masking in each text of an item, and in the sentences of hers that are made of them."""
    words: Blocks = (
        Text((Run("Till "), Run(CANARY, masked=True), Run(" utgår bidrag."))),
        Points(((Run("Bifall."),), (Run(f"{CANARY} delges.", bold=True, masked=True),))),
        Table((((Run("Namn"),),), ((Run(CANARY, masked=True),),))),
    )
    with database.change("Mask") as change:
        texts = ("summary", "proposal", "earlier", "proceedings", "decision")
        change.update("item", item, **dict.fromkeys(texts, words), public_title="Öppet")
        motion = change.insert("motion", item_id=item, position=0, asks="approve", text=words[:1])
        change.insert("mover", motion_id=motion, position=0, name="Bo Ek", party="M", person_id=None)
        change.insert("motion", item_id=item, position=1, asks="other", text=words, in_writing=True)
        opinion = change.insert(
            "opinion", item_id=item, position=0, kind="statement", text=words, motion_id=motion
        )
        change.insert("opinion_by", opinion_id=opinion, position=0, name="Bo Ek", party="M", person_id=None)
        own = change.insert("own_text", item_id=item, part="opinions", text=words)
        change.insert("said", own_text_id=own, position=0, key=f"opinion {opinion}", words=from_plain("Var."))
        [row] = change.rows("item", id=item)
        corrected = {"item_id": item, "made_on": DAY, "text": words, "because": f"{CANARY} skrevs fel"}
        change.insert("correction", meeting_id=row["meeting_id"], position=1, **corrected)
        decided = change.insert("own_text", item_id=item, part="decision", text=())
        change.insert("said", own_text_id=decided, position=0, key="decision", words=from_plain("Var."))


def _minuted(change: Change, meeting: int, item: int) -> None:
    """Mark all that can be recorded of an item at the table."""
    words, who = from_plain(CANARY), {"name": CANARY, "party": CANARY, "person_id": None}
    motion = change.insert("motion", item_id=item, position=0, asks="other", text=words, in_writing=True)
    change.insert("mover", motion_id=motion, position=0, **who)
    put = change.insert("put", item_id=item, position=0, puts="main", motion_id=motion)
    division = change.insert(
        "division",
        item_id=item,
        position=0,
        question="main",
        yes_means=CANARY,
        no_means=CANARY,
        put_id=put,
        asked_by=CANARY,
    )
    change.insert("vote", division_id=division, position=0, answer="yes", **who)
    opinion = change.insert(
        "opinion", item_id=item, position=0, kind="reservation", text=words, appendix=True
    )
    change.insert("opinion_by", opinion_id=opinion, position=0, **who)
    election = change.insert("election", item_id=item, position=0, office=CANARY, method="acclamation")
    change.insert("candidate", election_id=election, position=0, elected=True, **who)
    own = change.insert("own_text", item_id=item, part="motions", text=words)
    change.insert("said", own_text_id=own, position=0, key=f"motion {motion}", words=words)
    change.insert("assignment", item_id=item, position=0, text=CANARY, status="open", due=DAY, **who)
    change.insert("objection", meeting_id=meeting, position=0, item_id=item, text=words, **who)
    corrected = {"item_id": item, "made_on": DAY, "text": words, "because": CANARY}
    change.insert("correction", meeting_id=meeting, position=0, **corrected)
    change.insert("recess", meeting_id=meeting, starts=time(19), after_item_id=item, adjourned=True)
    own_line(change, item)


def own_line(change: Change, item: int) -> None:
    """Mark what is the secretary's own, and in no document."""
    change.insert("scratch", item_id=item, position=0, text=CANARY)
    change.insert("phrase", position=0, short="kana", text=from_plain(CANARY))
    change.insert("own_word", word=CANARY)
