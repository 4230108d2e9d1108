"""The register of matters: added, said anew, closed, and followed from meeting to meeting."""

from __future__ import annotations

from datetime import date, time

import pytest

from builders import entries, findings, minutes, rows
from klubban.domain.errors import RuleBroken
from klubban.domain.matter_history import Handled
from klubban.domain.meeting import Matter, Outcome, Submission, SubmissionKind
from klubban.domain.submissions import answer
from klubban.domain.text import from_plain
from klubban.operations import matters, undo
from klubban.store import matters as read_matters
from klubban.store.database import Database

MOTION = SubmissionKind.MEMBER_MOTION
DAY = date(2026, 2, 9)


def matter(database: Database, matter_id: int) -> Matter:
    with database.read() as read:
        return read_matters.matter(read, matter_id)


def history(database: Database, matter_id: int) -> tuple[Handled, ...]:
    with database.read() as read:
        found = read_matters.handled(read, matter_id)
        assert found == {key: each for key, each in read_matters.handled(read).items() if key == matter_id}
    return found.get(matter_id, ())


def test_a_motion_is_registered_with_mover_and_day(database: Database) -> None:
    found = matters.add_matter(
        database,
        " Motion om  bussresor",
        registry_number="KS 2026/40",
        kind="member_motion",
        by="Rut",
        date=DAY,
    )

    known = matter(database, found)
    assert (known.title, known.registry_number) == ("Motion om bussresor", "KS 2026/40")
    assert known.submission == Submission(kind=MOTION, by="Rut", date=DAY)
    undo.undo(database)
    with pytest.raises(LookupError):
        matter(database, found)


def test_a_registry_number_names_one_matter_of_a_body(database: Database) -> None:
    body = minutes(database).body
    first = matters.add_matter(database, "Budget", registry_number="2026/1")
    before = rows(database)

    with pytest.raises(RuleBroken, match="2026/ 1 is Budget already"):
        matters.add_matter(database, "Taxa", registry_number="2026/ 1")
    matters.change_matter(database, first, registry_number="2026/1")  # its own

    assert rows(database) == before
    matters.add_matter(database, "Taxa", registry_number="2026/1", body=body)  # another register


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({"by": "Rut"}, "Say first whether"), ({"date": DAY}, "Say first whether"), ({"title": " "}, "A name")],
)
def test_what_cannot_be_registered_changes_nothing(
    database: Database, facts: dict[str, object], expected: str
) -> None:
    count = entries(database)

    with pytest.raises(RuleBroken, match=expected):
        matters.add_matter(database, **{"title": "Bussresor", **facts})  # type: ignore[arg-type]

    assert entries(database) == count


def test_without_a_kind_nobody_raised_it(database: Database) -> None:
    found = matters.add_matter(database, "Bussresor", kind=MOTION, by="Rut", date=DAY)

    matters.change_matter(database, found, kind=None)

    assert matter(database, found).submission is None
    undo.undo(database)
    assert matter(database, found).submission == Submission(kind=MOTION, by="Rut", date=DAY)


def test_a_matter_is_closed_with_day_and_reason_and_opened_again(database: Database) -> None:
    found = matters.add_matter(database, "Bussresor", kind=MOTION, date=DAY)

    with pytest.raises(RuleBroken, match="Say how"):
        matters.close_matter(database, found, DAY, " ")
    with pytest.raises(RuleBroken, match="It was raised on 2026-02-09"):
        matters.close_matter(database, found, date(2026, 2, 8), "återtagen")
    matters.close_matter(database, found, DAY, "återtagen")
    closed = matter(database, found)
    matters.reopen_matter(database, found)

    assert (closed.closed, closed.closed_because) == (DAY, "återtagen")
    assert matter(database, found).closed is None


def _second_meeting(database: Database, body: int, **facts: object) -> int:
    with database.change("Meet") as change:
        meeting = change.insert(
            "meeting", body_id=body, date=date(2016, 3, 21), starts=time(8, 30), stage="planned"
        )
        return change.insert("item", meeting_id=meeting, position=0, title="Bussresor", **facts)


def test_a_history_follows_the_matter_its_number_and_what_items_come_from(database: Database) -> None:
    made = minutes(database, ("Öppnande", "Bussresor", "Annat"))
    found = matters.add_matter(database, "Bussresor", registry_number="KS 2016/40")
    with database.change("Tie") as change:
        change.update("item", made.items[1], registry_number="ks 2016/40", outcome=Outcome.POSTPONED)
    later = _second_meeting(database, made.body, origin_item_id=made.items[1])
    with database.change("Propose") as change:
        change.update("item", later, outcome=Outcome.DECIDED, decision=from_plain("Motionen\n\navslås."))
        change.insert("proposal", item_id=later, position=0, body_name="Kommunfullmäktige")

    first, second = history(database, found)

    assert (first.item, first.number, first.place) == (made.items[1], 20, 2)
    assert first.outcome is Outcome.POSTPONED
    assert (second.item, second.number, second.place) == (later, None, 1)
    assert (second.decision, second.proposes_to) == ("Motionen avslås.", ("Kommunfullmäktige",))
    assert findings(database) == []


def test_what_was_not_taken_up_says_so(database: Database) -> None:
    made = minutes(database, ("Bussresor", "Bussresor igen"))
    found = matters.add_matter(database, "Bussresor")
    with database.change("Withdraw") as change:
        for place, item in enumerate(made.items):
            change.update("item", item, matter_id=found)
            change.insert("agenda_act", item_id=item, position=0, act="withdrawn")
            if place:
                change.insert("agenda_act", item_id=item, position=1, act="restored")

    assert [each.withdrawn for each in history(database, found)] == [True, False]


def test_an_item_of_another_number_that_comes_from_one_stays_its_own_matters(database: Database) -> None:
    made = minutes(database, ("Bussresor",))
    found = matters.add_matter(database, "Bussresor")
    with database.change("Tie") as change:
        change.update("item", made.item, matter_id=found)
    _second_meeting(database, made.body, origin_item_id=made.item, registry_number="KS 2016/99")

    assert [each.item for each in history(database, found)] == [made.item]


def test_items_that_come_from_one_another_in_a_ring_do_no_harm(database: Database) -> None:
    made = minutes(database, ("Ett", "Två"))
    with database.change("Tie") as change:
        change.update("item", made.items[0], origin_item_id=made.items[1])
        change.update("item", made.items[1], origin_item_id=made.items[0])

    assert history(database, matters.add_matter(database, "Bussresor")) == ()


def test_an_item_that_only_told_of_it_is_no_answer(database: Database) -> None:
    made = minutes(database)
    found = matters.add_matter(database, "Hundrastgård", kind="citizen_proposal", date=date(2016, 1, 4))
    with database.change("Decide") as change:
        change.update("item", made.item, matter_id=found, outcome=Outcome.DECIDED)
    assert answer(matter(database, found), history(database, found)) is not None

    matters.only_told(database, made.item)

    assert answer(matter(database, found), history(database, found)) is None


def test_a_matter_that_was_on_an_agenda_stays(database: Database) -> None:
    made = minutes(database)
    kept = matters.add_matter(database, "Trygghet")
    gone = matters.add_matter(database, "Dubblett")
    with database.change("Tie") as change:
        change.update("item", made.item, matter_id=kept)

    with pytest.raises(RuleBroken, match="Trygghet stays"):
        matters.remove_matter(database, kept)
    matters.remove_matter(database, gone)

    assert matter(database, kept).title == "Trygghet"
    with pytest.raises(LookupError):
        matter(database, gone)
