"""Corrections of what is verified: additions that are signed, and change nothing."""

from __future__ import annotations

from datetime import date, time

import pytest

from builders import Minutes, findings, minutes, snapshot
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import Run, Text, from_plain
from klubban.operations import corrections, session, undo, verifiers, verifying
from klubban.store.database import Database

EVA, LATER, MADE = Named(name="Eva Asp", party="S"), date(2016, 2, 25), date(2016, 3, 1)
TEXT = from_plain("Rätt belopp är 410 000 kronor.")


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a closed meeting with §§ 1–2 that Eva verifies."""
    found = minutes(database, ("A", "B"), number=None)
    session.open_meeting(database, found.meeting, time(18, 30))
    session.close_meeting(database, found.meeting, time(20))
    verifiers.choose_verifiers(database, found.meeting, [EVA])
    return found


@pytest.fixture
def verified(database: Database, ids: Minutes) -> Minutes:
    """Return it verified."""
    meeting = snapshot(database)
    sign(database, meeting.verifications[0].id)
    return ids


def sign(database: Database, verification: int) -> None:
    """Complete a verification."""
    meeting = snapshot(database)
    with database.change("Sign", barrier=True) as change:
        verifying.complete(change, meeting, verification, [EVA], MADE if meeting.corrections else LATER)


def correct(database: Database, ids: Minutes, item: int | None) -> int:
    """Correct a paragraph or the first page."""
    return corrections.add_correction(database, ids.meeting, TEXT, "Felskrivet", item=item, made_on=MADE)


def test_a_correction_is_ready_to_be_signed_by_the_same_people(database: Database, verified: Minutes) -> None:
    made = correct(database, verified, verified.items[1])

    [found] = snapshot(database).corrections
    assert (found.id, found.item, found.text, found.because) == (made, verified.items[1], TEXT, "Felskrivet")
    assert found.verification is not None
    assert (found.verification.verifiers, found.verification.paragraphs) == ((EVA,), Paragraphs.parse("2"))
    assert (found.verification.ready_on, bool(found.verification.control)) == (MADE, True)
    assert len(snapshot(database).verifications) == 1


def test_a_signed_correction_stays_and_what_it_corrects_is_as_it_was(
    database: Database, verified: Minutes
) -> None:
    before = snapshot(database).items
    made = correct(database, verified, verified.items[1])
    own = snapshot(database).corrections[0].verification
    assert own is not None

    sign(database, own.id)

    assert snapshot(database).items == before
    assert findings(database) == []
    with pytest.raises(RuleBroken, match="The correction is signed"):
        corrections.change_correction(database, made, from_plain("Annat"), "Felskrivet")
    with pytest.raises(RuleBroken, match="The correction is signed"):
        corrections.remove_correction(database, made)


def test_what_of_a_signed_correction_is_masked_can_be_set(database: Database, verified: Minutes) -> None:
    made = correct(database, verified, None)
    own = snapshot(database).corrections[0].verification
    assert own is not None
    sign(database, own.id)
    masked = (Text((Run("Rätt belopp är "), Run("410 000", masked=True), Run(" kronor."))),)

    corrections.change_correction(database, made, masked, "Felskrivet")

    assert snapshot(database).corrections[0].text == masked
    assert findings(database) == []


def test_an_unsigned_correction_is_changed_undone_and_taken_back(
    database: Database, verified: Minutes
) -> None:
    made = correct(database, verified, None)
    corrections.change_correction(database, made, from_plain("Annat"), "Fel namn")
    changed = snapshot(database).corrections[0].because
    undo.undo(database)

    corrections.remove_correction(database, made)

    assert (changed, snapshot(database).corrections) == ("Fel namn", ())
    assert findings(database) == []


def test_what_is_not_verified_is_changed_itself(database: Database, ids: Minutes) -> None:
    with pytest.raises(RuleBroken, match="§ 2 is not verified yet; change the text itself"):
        correct(database, ids, ids.items[1])
    with pytest.raises(RuleBroken, match="The protocol is not verified yet"):
        correct(database, ids, None)


@pytest.mark.parametrize(
    ("words", "because", "day", "sentence"),
    [
        (" ", "Fel", MADE, "Write what it should say"),
        ("X", " ", MADE, "Say why it is corrected"),
        ("X", "Fel", date(2016, 2, 24), "It was verified on 2016-02-25"),
    ],
)
def test_a_correction_says_what_and_why_and_comes_after(
    database: Database, verified: Minutes, words: str, because: str, day: date, sentence: str
) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        corrections.add_correction(database, verified.meeting, from_plain(words), because, made_on=day)


def test_what_is_corrected_is_not_withdrawn(database: Database, verified: Minutes) -> None:
    correct(database, verified, verified.items[1])

    with pytest.raises(RuleBroken, match="has been corrected since"):
        verifying.withdraw(
            database, snapshot(database).verifications[0].id, "Anna Berg", "Kari Lund", "Fel", MADE
        )
