"""Words are marked to be left out in public, also once the protocol is verified; nothing else is changed."""

from __future__ import annotations

import pytest

from builders import Minutes, minutes, snapshot
from klubban.documents import protocol
from klubban.documents.pdf import typeset
from klubban.domain.decided import Asks, Written
from klubban.domain.errors import RuleBroken
from klubban.domain.text import Blocks, Run, Text, from_plain
from klubban.operations.items import ItemText, write_text
from klubban.operations.motions import add_motion
from klubban.operations.own_texts import write_part
from klubban.store.database import Database

PLAIN = from_plain("Anna Ek beviljas stöd.")
MASKED: Blocks = (Text((Run("Anna Ek", masked=True), Run(" beviljas stöd."))),)


def verified(database: Database, ids: Minutes) -> None:
    with database.change("Verify") as change:
        change.update("meeting", ids.meeting, stage="verified")


def test_what_is_verified_can_be_masked_and_not_rewritten(database: Database) -> None:
    ids = minutes(database)
    write_text(database, ids.item, ItemText.SUMMARY, PLAIN)
    before = typeset(protocol.build(snapshot(database))).data
    verified(database, ids)

    write_text(database, ids.item, ItemText.SUMMARY, MASKED)

    assert snapshot(database).items[0].summary == MASKED
    with database.change("Open") as change:
        change.update("meeting", ids.meeting, stage="planned")
    assert typeset(protocol.build(snapshot(database))).data == before
    verified(database, ids)
    with pytest.raises(RuleBroken):
        write_text(database, ids.item, ItemText.SUMMARY, from_plain("Anna Ek beviljas inget stöd."))


def test_a_sentence_of_the_programs_can_be_masked_when_it_is_verified(database: Database) -> None:
    ids = minutes(database)
    add_motion(database, ids.item, Asks.OTHER, (), from_plain("att Anna Ek beviljas stöd"))
    verified(database, ids)
    written: Blocks = (Text((Run("N.N. yrkar att "), Run("Anna Ek", masked=True), Run(" beviljas stöd."))),)

    write_part(database, ids.item, Written.MOTIONS, written)

    assert snapshot(database).items[0].own_texts[0].text == written
    with pytest.raises(RuleBroken):
        write_part(database, ids.item, Written.MOTIONS, PLAIN)
