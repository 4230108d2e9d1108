"""Notes sent round, scratch lines, phrases, own words, habits, and who verifies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from builders import DAY, Minutes, findings, minutes, snapshot
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.habits import CUSTOM, Habits, Part, PointsAs, VotesAs
from klubban.domain.notes import agreed, answered
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import from_plain
from klubban.operations import habits, notes, own_words, phrases, scratch, undo, verifiers
from klubban.store import minutes as read_minutes
from klubban.store import reads
from klubban.store.database import Database

EVA, BO, ANN = Named("Eva Asp", "S"), Named("Bo Ek", "M"), Named("Ann Öst", "S")
SENT, UNTIL = date(2016, 2, 24), date(2016, 3, 2)


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a committee's meeting with two items."""
    return minutes(database, ("A", "B"))


@pytest.fixture
def forum(database: Database, ids: Minutes) -> Minutes:
    """Return it as a group's that keeps notes."""
    with database.change("Forum") as change:
        change.update("body", ids.body, kind="forum")
    return ids


# --- notes


def test_notes_count_as_agreed_after_the_last_day_unless_somebody_objected(
    database: Database, forum: Minutes
) -> None:
    notes.send_notes(database, forum.meeting, on=SENT, comments_by=UNTIL)
    sent = snapshot(database)
    objection = notes.add_objection(
        database, forum.meeting, EVA, from_plain("Jag sa nej."), on=UNTIL, item=forum.item
    )
    notes.change_objection(database, objection, from_plain("Jag var emot."), item=None)
    objected = snapshot(database)
    notes.remove_objection(database, objection)

    assert [agreed(sent, day) for day in (UNTIL, date(2016, 3, 3))] == [False, True]
    assert (agreed(objected, date(2016, 3, 3)), answered(objected, date(2016, 3, 3))) == (False, True)
    [found] = objected.objections
    assert (found.by, found.text, found.on, found.item) == (EVA, from_plain("Jag var emot."), UNTIL, None)
    assert snapshot(database).objections == ()
    assert findings(database) == []


def test_notes_go_out_after_the_meeting_and_comments_come_after_that(
    database: Database, forum: Minutes
) -> None:
    early = date(2016, 2, 21)
    refused: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: notes.send_notes(database, forum.meeting, on=early, comments_by=UNTIL), "on the day of"),
        (lambda: notes.send_notes(database, forum.meeting, on=SENT, comments_by=early), "can come until"),
        (
            lambda: notes.add_objection(database, forum.meeting, EVA, from_plain("Nej"), on=SENT),
            "not been sent",
        ),
    )
    for do, sentence in refused:
        with pytest.raises(RuleBroken, match=sentence):
            do()


def test_a_protocol_is_not_sent_round_for_comments(database: Database, ids: Minutes) -> None:
    with pytest.raises(RuleBroken, match="Kommunstyrelsen keeps a protocol"):
        notes.send_notes(database, ids.meeting, on=SENT, comments_by=UNTIL)


# --- scratch lines


def test_a_scratch_line_is_noted_with_its_time_until_it_is_sorted_in(
    database: Database, ids: Minutes
) -> None:
    first = scratch.add_scratch(database, ids.item, " Eva: kolla siffran ", time(14, 2))
    second = scratch.add_scratch(database, ids.item, "Bo ville ha ordet", time(14, 3))
    scratch.change_scratch(database, second, "Bo: replik", run="x")
    scratch.set_done(database, first, done=True)

    with database.read() as read:
        [one, other] = read_minutes.scratches(read, ids.meeting)[ids.item]
    assert (one.text, one.at, one.done) == ("Eva: kolla siffran", time(14, 2), True)
    assert (other.text, other.done) == ("Bo: replik", False)
    scratch.remove_scratch(database, second)
    undo.undo(database)
    with database.read() as read:
        assert len(read_minutes.scratches(read, ids.meeting)[ids.item]) == 2
    with pytest.raises(RuleBroken, match="A line needs words"):
        scratch.add_scratch(database, ids.item, " \n ", None)


# --- phrases and words


def test_a_body_has_its_own_phrases_before_those_of_all(database: Database, ids: Minutes) -> None:
    everywhere = phrases.put_phrase(database, None, body=None, short="bif", text=from_plain("Bifall."))
    own = phrases.put_phrase(
        database, None, body=ids.body, short="bif", text=from_plain("<namn> yrkar bifall.")
    )
    phrases.put_phrase(database, own, body=ids.body, short="bi", text=from_plain("<namn> yrkar bifall."))

    with database.read() as read:
        assert [(each.short, each.body) for each in read_minutes.phrases(read, ids.body)] == [
            ("bi", ids.body),
            ("bif", None),
        ]
    phrases.remove_phrase(database, everywhere)
    with database.read() as read:
        assert [each.id for each in read_minutes.phrases(read)] == [own]


@pytest.mark.parametrize(
    ("short", "text", "sentence"),
    [
        ("två ord", "Text", "one word"),
        ("", "Text", "one word"),
        ("x" * 21, "Text", "at most 20 characters"),
        ("a", " ", "A phrase needs words"),
        ("AVS", "Text", "There is a phrase called AVS already"),
    ],
)
def test_a_phrase_that_cannot_be_is_refused(
    database: Database, ids: Minutes, short: str, text: str, sentence: str
) -> None:
    phrases.put_phrase(database, None, body=ids.body, short="avs", text=from_plain("Avslag."))

    with pytest.raises(RuleBroken, match=sentence):
        phrases.put_phrase(database, None, body=ids.body, short=short, text=from_plain(text))


def test_a_phrase_is_of_a_body_that_is_there(database: Database, ids: Minutes) -> None:
    with pytest.raises(LookupError):
        phrases.put_phrase(database, None, body=ids.body + 9, short="avs", text=from_plain("Avslag."))


def test_a_word_is_learnt_once_and_forgotten(database: Database) -> None:
    first = own_words.add_word(database, " Ekbybo ")
    again = own_words.add_word(database, "Ekbybo")

    with database.read() as read:
        assert read_minutes.own_words(read) == ((first, "Ekbybo"),)
    assert again == first
    own_words.remove_word(database, first)
    with database.read() as read:
        assert read_minutes.own_words(read) == ()


# --- habits


def test_the_habits_of_a_body_are_kept_as_far_as_they_differ(database: Database, ids: Minutes) -> None:
    order = (Part.SUMMARY, *(part for part in Part if part is not Part.SUMMARY))
    wanted = Habits(
        order=order,
        titles={Part.DECISION: " Beslutar ", Part.SUMMARY: ""},
        votes=VotesAs.APPENDIX,
        points=PointsAs.THAT,
    )

    habits.set_habits(database, ids.body, wanted)

    found = snapshot(database).body.habits
    assert (found.order, dict(found.titles), found.votes) == (
        order,
        {Part.DECISION: "Beslutar"},
        VotesAs.APPENDIX,
    )
    habits.set_habits(database, ids.body, CUSTOM)
    assert snapshot(database).body.habits == CUSTOM
    with pytest.raises(RuleBroken, match="Two parts cannot have the same heading"):
        habits.set_habits(database, ids.body, Habits(titles={Part.DECISION: "X", Part.SUMMARY: "x"}))


# --- verifiers


def test_verifiers_are_replaced_and_not_doubled(database: Database, ids: Minutes) -> None:
    first = verifiers.choose_verifiers(
        database, ids.meeting, [EVA, BO], place="Rådhuset", day=SENT, time=time(9)
    )
    again = verifiers.choose_verifiers(database, ids.meeting, [ANN], place=" ", day=UNTIL)
    apart = verifiers.choose_verifiers(database, ids.meeting, [BO], paragraphs=Paragraphs.parse("20"))

    whole, single = snapshot(database).verifications
    assert (first, again, apart) == (whole.id, whole.id, single.id)
    assert (whole.verifiers, whole.place, whole.date, whole.time) == ((ANN,), None, UNTIL, None)
    assert (single.verifiers, str(single.paragraphs)) == ((BO,), "20")


@pytest.mark.parametrize(
    ("people", "facts", "sentence"),
    [
        ([EVA, EVA], {}, r"Eva Asp \(S\) is named twice"),
        ([EVA], {"day": date(2016, 2, 21)}, "2016-02-22, when the meeting is, or later"),
    ],
)
def test_verifiers_that_cannot_be_are_refused(
    database: Database, ids: Minutes, people: list[Named], facts: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        verifiers.choose_verifiers(database, ids.meeting, people, **facts)


def test_what_was_verified_has_no_other_verifiers(database: Database, ids: Minutes) -> None:
    with database.change("Verify") as change:
        change.update("meeting", ids.meeting, stage="verified")

    with pytest.raises(RuleBroken, match="who verified it cannot be changed"):
        verifiers.choose_verifiers(database, ids.meeting, [EVA], day=DAY)


def test_bodies_are_read_with_their_habits(database: Database, ids: Minutes) -> None:
    habits.set_habits(database, ids.body, Habits(votes=VotesAs.SENTENCES))

    with database.read() as read:
        [body] = reads.bodies(read)

    assert body.habits.votes is VotesAs.SENTENCES
