"""What is verified says what it said: nothing words it anew, and masks still reach it."""

from __future__ import annotations

from contextlib import closing
from datetime import date, time
from pathlib import Path

import pytest

from builders import Minutes, by_hand, findings, minutes, new_file, snapshot, unguarded
from klubban.documents.public_copy import public_copy
from klubban.documents.written import shown
from klubban.domain.body import Named
from klubban.domain.decided import Asks, Written
from klubban.domain.errors import RuleBroken
from klubban.domain.text import Blocks, Run, Text, plain
from klubban.i18n import texts
from klubban.operations import matters, own_texts, verifying
from klubban.operations.export import Kind, export
from klubban.operations.masking import mask_apart
from klubban.operations.meeting_rows import insert_verification
from klubban.operations.motions import add_motion
from klubban.operations.open_format import dump_file, import_document
from klubban.store.database import Database

EVA = Named("Eva Asp", "S")
SAID = "Eva Asp (S) yrkar följande: Anna Ek beviljas stöd."
MASKED: Blocks = (Text((Run("Anna Ek", masked=True), Run(" beviljas stöd"))),)


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a verified meeting whose § 19 has a motion that the program words, and a registry number."""
    made = minutes(database)
    matter = matters.add_matter(database, "Stöd", registry_number="KS 2016/7")
    motion = add_motion(database, made.item, Asks.OTHER, [EVA], (Text((Run("Anna Ek beviljas stöd"),)),))
    assert motion
    with database.change("Prepare") as change:
        change.update("item", made.item, matter_id=matter)
        change.update("meeting", made.meeting, stage="closed", ends=time(20))
        verification = insert_verification(change, made.meeting, 0, verifiers=[EVA], signed_by=())
    meeting = snapshot(database)
    with database.change("Sign") as change:
        verifying.complete(change, meeting, verification, [EVA], date(2016, 2, 25))
    return made


def told(database: Database, part: Written = Written.MOTIONS) -> Blocks:
    meeting = snapshot(database)
    return shown(meeting, meeting.items[0], part, texts("sv")).blocks


@pytest.mark.usefixtures("ids")
def test_it_stands_as_it_was_shown_with_nothing_that_differs(database: Database) -> None:
    meeting = snapshot(database)

    found = shown(meeting, meeting.items[0], Written.MOTIONS, texts("en"))

    assert meeting.items[0].worded
    assert (plain(found.blocks), found.by_program, found.stale) == (SAID, frozenset(), ())
    assert database.undoable is None


@pytest.mark.usefixtures("ids")
def test_what_its_matter_is_registered_as_later_is_not_what_it_says(database: Database) -> None:
    matters.change_matter(database, 1, registry_number="KS 2020/99")

    assert snapshot(database).items[0].registered_as == "KS 2016/7"
    assert findings(database) == []


def test_its_words_may_be_masked_and_not_rewritten(database: Database, ids: Minutes) -> None:
    written = (
        Text((Run("Eva Asp (S) yrkar följande: "), Run("Anna Ek", masked=True), Run(" beviljas stöd."))),
    )

    own_texts.write_part(database, ids.item, Written.MOTIONS, written)

    assert told(database) == written
    with pytest.raises(RuleBroken, match="The protocol is verified"):
        own_texts.write_part(database, ids.item, Written.MOTIONS, (Text((Run("Ingen yrkar något."),)),))
    assert findings(database) == []


@pytest.mark.usefixtures("ids")
def test_what_is_masked_in_a_motion_is_masked_in_what_was_worded_of_it(database: Database) -> None:
    mask_apart(database, "motion", 1, MASKED)

    assert "Eva Asp (S) yrkar följande: [" in plain(told_in_public(database))
    assert findings(database) == []


def told_in_public(database: Database) -> Blocks:
    copy = public_copy(snapshot(database))
    return shown(copy, copy.items[0], Written.MOTIONS, texts("sv")).blocks


@pytest.mark.usefixtures("ids")
def test_it_comes_whole_into_another_file_and_is_frozen_there(database: Database, tmp_path: Path) -> None:
    dumped = dump_file(database)

    with closing(new_file(tmp_path / "again.klubban")) as again:
        import_document(again, dumped)

        assert dump_file(again) == dumped
        assert snapshot(again).items[0].worded
        assert not import_document(again, dumped).changed
        assert findings(again) == []


def test_sentences_that_are_kept_nowhere_are_masked_where_they_come_from(database: Database) -> None:
    made = minutes(database)
    add_motion(database, made.item, Asks.OTHER, [EVA], (Text((Run("Anna Ek beviljas stöd"),)),))
    with database.change("Verify") as change:
        change.update("meeting", made.meeting, stage="verified")
    other = dump_file(database)
    with database.change("Empty") as change:
        change.delete_whole("meeting", made.meeting)
    import_document(database, other)
    written = (
        Text((Run("Eva Asp (S) yrkar följande: "), Run("Anna Ek", masked=True), Run(" beviljas stöd."))),
    )
    item = snapshot(database, 2).items[0]

    with pytest.raises(RuleBroken, match="mask the words in the proposal, the motion or"):
        own_texts.write_part(database, item.id, Written.MOTIONS, written)
    mask_apart(database, "motion", item.motions[0].id, MASKED)

    meeting = snapshot(database, 2)
    assert shown(meeting, meeting.items[0], Written.MOTIONS, texts("sv")).blocks == written


def test_nothing_leaves_a_file_where_what_is_verified_is_not_as_it_was(
    database: Database, ids: Minutes, tmp_path: Path
) -> None:
    unguarded(database.path)
    with by_hand(database.path) as hand:
        hand.execute("UPDATE item SET title = 'Annat' WHERE id = ?", (ids.item,))

    with pytest.raises(RuleBroken, match="Kommunstyrelsen, 2016-02-22, § 19 is not as it was verified"):
        export(database, ids.meeting, Kind.PROTOCOL, tmp_path)
    assert not list(tmp_path.glob("*.pdf"))
