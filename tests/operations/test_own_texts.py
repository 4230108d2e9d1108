"""A text that writes itself, written in: what is hers stays, and the rest follows the record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import Minutes, entries, findings, minutes, snapshot
from klubban.documents.written import shown
from klubban.domain.body import Named
from klubban.domain.decided import Adopted, Asks, Puts, Written
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item
from klubban.domain.own_text import Merged
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import Blocks, Text, from_plain, lines, points, runs_of
from klubban.i18n import texts
from klubban.operations import items, own_texts, undo
from klubban.operations.meeting_rows import insert_verification
from klubban.operations.proceedings import insert_motion
from klubban.store.database import Database

AL, EK = Named("Cajsa Ål", "S"), Named("Britta Ek", "M")
FIRST = "Cajsa Ål (S) yrkar bifall till förslaget."
SECOND = "Britta Ek (M) yrkar avslag på förslaget."
HERS = "Debatten pågår i två timmar."


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a file's one meeting with an item that has a proposal and two motions."""
    made = minutes(database)
    items.write_text(database, made.item, "proposal", points(["Planen antas."]))
    move(database, made.item, Asks.APPROVE, AL)
    move(database, made.item, Asks.REJECT, EK)
    return made


def move(database: Database, item_id: int, asks: Asks, by: Named, position: int = 0) -> int:
    """Note a motion, without more ado."""
    with database.change("Move") as change:
        return insert_motion(change, item_id, position, (by,), asks=asks)


def change_asks(database: Database, motion: int, asks: Asks) -> None:
    """Let the record of a motion say something else."""
    with database.change("Change") as change:
        change.update("motion", motion, asks=asks)


def text(*sentences: str) -> Blocks:
    """Return a text of sentences."""
    return tuple(Text(runs_of(each)) for each in sentences)


def item(database: Database) -> Item:
    """Return the item as it is read."""
    return snapshot(database).items[0]


def printed(database: Database, part: Written = Written.MOTIONS) -> Merged:
    """Return what is shown of a part."""
    meeting = snapshot(database)
    return shown(meeting, meeting.items[0], part, texts("sv"))


def write(database: Database, ids: Minutes, *sentences: str, part: Written = Written.MOTIONS) -> None:
    """Leave a part so."""
    own_texts.write_part(database, ids.item, part, text(*sentences))


def test_a_text_that_is_left_as_it_was_written_is_no_text_of_hers(database: Database, ids: Minutes) -> None:
    before = entries(database)

    write(database, ids, FIRST, SECOND)

    assert entries(database) == before
    assert item(database).own_texts == ()


def test_what_she_adds_stays_while_the_rest_follows_the_record(database: Database, ids: Minutes) -> None:
    write(database, ids, FIRST, HERS, SECOND)

    change_asks(database, item(database).motions[1].id, Asks.REFER_BACK)
    move(database, ids.item, Asks.POSTPONE, AL, position=5)

    found = printed(database)
    assert lines(found.blocks) == [
        FIRST,
        HERS,
        "Britta Ek (M) yrkar återremiss.",
        "Cajsa Ål (S) yrkar bordläggning.",
    ]
    assert found.by_program == {0, 2, 3}
    assert findings(database) == []


def test_writing_everything_back_gives_the_text_back_to_the_program(database: Database, ids: Minutes) -> None:
    write(database, ids, FIRST, HERS, SECOND)

    write(database, ids, FIRST, SECOND)

    assert item(database).own_texts == ()


def test_a_sentence_that_she_changed_is_marked_and_settled_either_way(
    database: Database, ids: Minutes
) -> None:
    changed = "Britta Ek (M) yrkar bestämt avslag på förslaget."
    motion = item(database).motions[1].id
    write(database, ids, FIRST, changed)
    assert printed(database).stale == ()

    change_asks(database, motion, Asks.REFER_BACK)
    [stale] = printed(database).stale
    own_texts.keep(database, ids.item, Written.MOTIONS, stale.key)

    assert printed(database).stale == ()
    assert lines(printed(database).blocks) == [FIRST, changed]

    change_asks(database, motion, Asks.POSTPONE)
    own_texts.take_in(database, ids.item, Written.MOTIONS, stale.key)

    assert lines(printed(database).blocks) == [FIRST, "Britta Ek (M) yrkar bordläggning."]
    assert printed(database).stale == ()
    change_asks(database, motion, Asks.REFER_BACK)
    assert lines(printed(database).blocks) == [FIRST, "Britta Ek (M) yrkar återremiss."]


def test_a_mark_stays_while_she_writes_on_elsewhere(database: Database, ids: Minutes) -> None:
    changed = "Britta Ek (M) yrkar bestämt avslag på förslaget."
    write(database, ids, FIRST, changed)
    change_asks(database, item(database).motions[1].id, Asks.REFER_BACK)

    write(database, ids, FIRST, HERS, changed)

    assert [lines(each.now) for each in printed(database).stale] == [["Britta Ek (M) yrkar återremiss."]]


def test_the_program_can_write_all_of_it_again(database: Database, ids: Minutes) -> None:
    write(database, ids, HERS)
    own_texts.write_again(database, ids.item, Written.MOTIONS)

    assert lines(printed(database).blocks) == [FIRST, SECOND]

    undo.undo(database)
    assert lines(printed(database).blocks) == [HERS]


def test_proceedings_from_elsewhere_are_wholly_hers(database: Database, ids: Minutes) -> None:
    items.write_text(database, ids.item, "proceedings", from_plain("Så gick det till."))
    with database.change("Put") as change:
        change.insert("put", item_id=ids.item, position=0, puts=Puts.MAIN, adopted=Adopted.PROPOSAL)

    write(database, ids, "Så gick det till, i korthet.", part=Written.PROCEEDINGS)

    assert lines(printed(database, Written.PROCEEDINGS).blocks) == ["Så gick det till, i korthet."]
    assert item(database).own_texts == ()
    write(database, ids, part=Written.PROCEEDINGS)
    assert len(printed(database, Written.PROCEEDINGS).by_program) == 1


def test_her_proceedings_stand_in_the_item_with_what_was_said_beside(
    database: Database, ids: Minutes
) -> None:
    write(database, ids, HERS, part=Written.PROCEEDINGS)

    with database.change("Put") as change:
        change.insert("put", item_id=ids.item, position=0, puts=Puts.MAIN, adopted=Adopted.PROPOSAL)

    assert lines(item(database).proceedings) == [HERS]
    assert len(printed(database, Written.PROCEEDINGS).blocks) == 2


def decide(database: Database, ids: Minutes, words: str) -> None:
    """Find something that decides the item so."""
    with database.change("Find") as change:
        own_texts.write_decision(change, ids.item, points([words]) if words else ())


def test_a_decision_follows_what_is_found_until_she_changes_it(database: Database, ids: Minutes) -> None:
    decide(database, ids, "Planen antas.")
    decide(database, ids, "Planen avslås.")
    assert lines(item(database).decision) == ["Planen avslås."]

    own_texts.write_part(database, ids.item, Written.DECISION, points(["Planen avslås nu."]))
    decide(database, ids, "Planen antas.")
    assert lines(item(database).decision) == ["Planen avslås nu."]


def test_a_decision_goes_with_what_was_found(database: Database, ids: Minutes) -> None:
    decide(database, ids, "Planen antas.")
    decide(database, ids, "")

    assert item(database).decision == ()


def test_a_decision_that_was_written_by_hand_is_never_overwritten(database: Database, ids: Minutes) -> None:
    items.write_text(database, ids.item, "decision", points(["Planen antas i dag."]))
    decide(database, ids, "Planen antas.")

    assert lines(item(database).decision) == ["Planen antas i dag."]


def test_the_snapshot_that_is_shown_saves_reading_and_changes_nothing_else(
    database: Database, ids: Minutes
) -> None:
    shown_now = snapshot(database)
    for sentences in ((FIRST, HERS, SECOND), (HERS, SECOND), (FIRST, SECOND)):
        own_texts.write_part(database, ids.item, Written.MOTIONS, text(*sentences), meeting=shown_now)

        assert lines(printed(database).blocks) == list(sentences)
    assert item(database).own_texts == ()


def test_only_what_she_changed_can_be_settled(database: Database, ids: Minutes) -> None:
    with pytest.raises(LookupError):
        own_texts.keep(database, ids.item, Written.MOTIONS, "motion 1")


def test_a_long_text_is_left_as_it_is(database: Database, ids: Minutes) -> None:
    long = "ord " * 50_000

    write(database, ids, FIRST, long.strip(), SECOND)

    assert len(lines(printed(database).blocks)[1]) == len(long) - 1


def test_what_is_verified_at_once_is_written_no_more_and_the_rest_of_the_meeting_is(
    database: Database,
) -> None:
    found = minutes(database, ("Trygghet", "Budget"))
    with database.change("Verify") as change:
        insert_verification(
            change,
            found.meeting,
            0,
            verifiers=(),
            signed_by=[AL],
            immediate=True,
            paragraphs=Paragraphs.of([19]),
        )

    refused: tuple[Callable[[int], object], ...] = (
        lambda item: own_texts.write_part(database, item, Written.MOTIONS, text(HERS)),
        lambda item: own_texts.write_again(database, item, Written.DECISION),
        lambda item: items.write_text(database, item, "summary", text(HERS)),
        lambda item: items.rename(database, item, "Otrygghet"),
    )
    for write in refused:
        with pytest.raises(RuleBroken, match="§ 19 is verified already"):
            write(found.items[0])
        write(found.items[1])
    assert [snapshot(database).is_fixed(each) for each in snapshot(database).items] == [True, False]
