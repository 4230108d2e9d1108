"""Paragraphs keep their numbers dense through the changes of agendas, and fixed ones keep theirs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from builders import DAY, Minutes, findings, minutes, new_file, snapshot
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Outcome
from klubban.domain.paragraphs import Paragraphs
from klubban.operations import agenda, meetings, numbering, session, undo
from klubban.store.database import Database

LATER, LAST = date(2016, 3, 14), date(2016, 4, 11)
WHO: dict[str, Any] = {"by": "Eva Asp (S)", "on": DAY, "at": time(18, 45)}


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a meeting in session with §§ 1–4."""
    found = minutes(database, ("A", "B", "C", "D"), number=None)
    session.open_meeting(database, found.meeting, time(18, 30))
    return found


def numbers(database: Database, meeting: int = 1) -> str:
    """Return the agenda of a meeting with its numbers: `A1 B2 C`."""
    return " ".join(f"{each.title}{each.number or ''}" for each in snapshot(database, meeting).items)


def held(database: Database, day: date = LATER, titles: str = "PQ", **facts: Any) -> int:
    """Hold another meeting of the body, and return it."""
    with database.change("Plan") as change:
        told = {"body_id": 1, "date": day, "stage": "planned", **facts}
        meeting = change.insert("meeting", **told)
        for place, title in enumerate(titles):
            change.insert("item", meeting_id=meeting, position=place, title=title)
    session.open_meeting(database, meeting, time(13))
    return meeting


def sign(database: Database, paragraphs: str | None, meeting: int = 1, *, immediate: bool = True) -> None:
    """Have some paragraphs verified."""
    told = Paragraphs.parse(paragraphs) if paragraphs else None
    with database.change("Verify") as change:
        found = change.insert(
            "verification", meeting_id=meeting, position=9, paragraphs=told, immediate=immediate
        )
        change.insert("signer", verification_id=found, position=0, name="Eva Asp", party="S")


def test_later_meetings_of_the_year_follow_what_is_added_withdrawn_and_taken_out(
    database: Database, ids: Minutes
) -> None:
    later = held(database)
    first = numbers(database, later)

    added = agenda.add_agenda_item(database, ids.meeting, "X", after=ids.item, on=DAY)
    pushed = (numbers(database), numbers(database, later))
    agenda.withdraw_item(database, ids.items[3], **WHO)
    pulled = (numbers(database), numbers(database, later))
    agenda.remove_item(database, added)

    assert first == "P5 Q6"
    assert pushed == ("A1 X2 B3 C4 D5", "P6 Q7")
    assert pulled == ("A1 X2 B3 C4 D", "P5 Q6")
    assert (numbers(database), numbers(database, later)) == ("A1 B2 C3 D", "P4 Q5")
    undo.undo(database)
    assert (numbers(database), numbers(database, later)) == ("A1 X2 B3 C4 D", "P5 Q6")
    assert findings(database) == []


def test_a_moved_item_changes_numbers_with_those_it_passes(database: Database, ids: Minutes) -> None:
    agenda.move_item(database, ids.items[3], None)

    assert numbers(database) == "D1 A2 B3 C4"


def test_what_is_taken_up_again_gets_its_number_back(database: Database, ids: Minutes) -> None:
    agenda.withdraw_item(database, ids.items[1], **WHO)
    agenda.restore_item(database, ids.items[1], **WHO)

    assert numbers(database) == "A1 B2 C3 D4"


def test_an_item_without_paragraph_is_passed_over(database: Database, ids: Minutes) -> None:
    numbering.set_unnumbered(database, ids.item, unnumbered=True)
    without = numbers(database)
    numbering.set_unnumbered(database, ids.item, unnumbered=False)

    assert (without, numbers(database)) == ("A B1 C2 D3", "A1 B2 C3 D4")


def test_a_new_year_begins_with_one_and_so_does_each_meeting_where_rules_say_so(
    database: Database, ids: Minutes
) -> None:
    january = held(database, date(2017, 1, 9))
    with database.change("Rule") as change:
        change.update("body", ids.body, rules={"series": "meeting"})
    alone = held(database, LATER)

    assert (numbers(database, january), numbers(database, alone)) == ("P1 Q2", "P1 Q2")


def test_a_series_over_the_term_runs_on_over_the_year(database: Database, ids: Minutes) -> None:
    with database.change("Rule") as change:
        change.update("body", ids.body, rules={"series": "term"})

    assert numbers(database, held(database, date(2017, 1, 9))) == "P5 Q6"


def test_a_body_that_moves_in_at_mid_year_begins_with_its_next_number(database: Database) -> None:
    ids = minutes(database, ("A", "B"), number=None)
    numbering.set_first_number(database, ids.body, 2016, 63)
    session.open_meeting(database, ids.meeting, time(18, 30))
    later = held(database)
    begun = (numbers(database), numbers(database, later))

    numbering.set_first_number(database, ids.body, 2016, 57)
    again = (numbers(database), numbers(database, later))
    numbering.set_first_number(database, ids.body, 2016, None)

    assert begun == ("A63 B64", "P65 Q66")
    assert again == ("A57 B58", "P59 Q60")
    assert (numbers(database), numbers(database, later)) == ("A1 B2", "P3 Q4")
    with pytest.raises(RuleBroken, match="between 1 and 99999, not 0"):
        numbering.set_first_number(database, ids.body, 2016, 0)
    with pytest.raises(RuleBroken, match="a year from 1800 to 2199"):
        numbering.set_first_number(database, ids.body, 20160, 7)


def test_verifying_one_paragraph_at_once_fixes_all_before_it(database: Database, ids: Minutes) -> None:
    session.verify_at_once(database, ids.items[2], at_once=True)

    agenda.add_agenda_item(database, ids.meeting, "X", after=ids.item, on=DAY)

    assert numbers(database) == "A1 X4 B2 C3 D5"


def test_what_would_take_a_fixed_number_is_refused_by_name(database: Database, ids: Minutes) -> None:
    added = agenda.add_agenda_item(database, ids.meeting, "X", after=agenda.FIRST, on=DAY)
    sign(database, "3")

    refused: tuple[tuple[Callable[[], None], str], ...] = (
        (
            lambda: agenda.withdraw_item(database, ids.item, **WHO),
            "§ 2 keeps its number, since those up to § 3",
        ),
        (lambda: agenda.remove_item(database, added), "§ 1 keeps its number"),
        (lambda: numbering.set_unnumbered(database, added, unnumbered=True), "§ 1 keeps its number"),
        (lambda: agenda.move_item(database, ids.item, None), "§ 2 cannot be moved past another paragraph"),
        (lambda: numbering.set_first_number(database, ids.body, 2016, 3), "the next can be § 4 or later"),
    )
    for do, sentence in refused:
        with pytest.raises(RuleBroken, match=sentence):
            do()

    assert numbers(database) == "X1 A2 B3 C4 D5"


@pytest.mark.usefixtures("ids")
def test_the_verified_meeting_before_is_not_touched(database: Database) -> None:
    sign(database, None, immediate=False)
    later = held(database)

    agenda.withdraw_item(database, snapshot(database, later).items[0].id, **WHO)

    assert (numbers(database), numbers(database, later)) == ("A1 B2 C3 D4", "P Q5")


def test_numbers_that_came_with_an_import_stay_and_what_is_added_comes_after_them(database: Database) -> None:
    ids = minutes(database, ("A", "B", "Upprop"), number=None)
    with database.change("Import") as change:
        change.update("meeting", ids.meeting, stage="closed")
        for id_, number in zip(ids.items[:2], (57, 60), strict=True):
            change.update("item", id_, number=number)
    later = held(database)

    agenda.add_agenda_item(database, ids.meeting, "X", after=ids.item)
    agenda.withdraw_item(database, ids.items[1], **WHO)

    assert (numbers(database), numbers(database, later)) == ("A57 X61 B60 Upprop", "P62 Q63")
    with pytest.raises(RuleBroken, match="paragraphs are numbered in their order"):
        agenda.move_item(database, ids.items[1], None)


def test_an_item_that_is_verified_at_once_is_not_taken_out(database: Database, ids: Minutes) -> None:
    session.verify_at_once(database, ids.item, at_once=True)

    with pytest.raises(RuleBroken, match="§ 1 keeps its number"):
        agenda.remove_item(database, ids.item)


def test_an_imported_meeting_whose_times_are_corrected_keeps_what_has_no_number_so(
    database: Database,
) -> None:
    ids = minutes(database, ("Upprop", "A", "B"), number=None)
    with database.change("Import") as change:
        change.update("meeting", ids.meeting, stage="closed")
        for id_, number in zip(ids.items[1:], (57, 58), strict=True):
            change.update("item", id_, number=number)

    session.set_times(database, ids.meeting, opened=time(18, 30))
    agenda.add_agenda_item(database, ids.meeting, "X", after=ids.items[1])

    assert numbers(database) == "Upprop A57 X58 B59"


def test_the_series_goes_on_after_a_protocol_that_is_not_here_whole(database: Database) -> None:
    ids = minutes(database, ("A",), number=19)
    with database.change("Import") as change:
        change.update("meeting", ids.meeting, stage="verified", minuted=Paragraphs.parse("19-36"))

    assert numbers(database, held(database)) == "P37 Q38"


def test_a_meeting_noted_as_of_another_day_changes_numbers_with_those_it_passes(
    database: Database, ids: Minutes
) -> None:
    later = held(database)
    meetings.move_meeting(database, ids.meeting, day=LAST, start=time(18, 30), place=None)
    passed = (numbers(database, later), numbers(database))

    meetings.move_meeting(database, ids.meeting, day=date(2017, 1, 9), start=time(18, 30), place=None)
    held(database, LAST, "R")

    assert passed == ("P1 Q2", "A3 B4 C5 D6")
    assert (numbers(database), numbers(database, 3)) == ("A1 B2 C3 D4", "R3")


def test_who_was_there_by_number_is_there_at_the_same_items(database: Database, ids: Minutes) -> None:
    with database.change("Import") as change:
        for place, (name, there) in enumerate((("Eva", "1-3"), ("Bo", "4"), ("Cajsa", "3-4"))):
            change.insert(
                "attendance",
                meeting_id=ids.meeting,
                position=place,
                name=name,
                attends_as="member",
                paragraphs=Paragraphs.parse(there),
            )
        change.insert("verification", meeting_id=ids.meeting, position=0, paragraphs=Paragraphs.parse("1-4"))

    agenda.add_agenda_item(database, ids.meeting, "X", after=ids.item, on=DAY)

    meeting = snapshot(database)
    assert [str(each.paragraphs) for each in meeting.attendance] == ["1-4", "5", "4-5"]
    assert str(meeting.verifications[0].paragraphs) == "1-5"
    with pytest.raises(RuleBroken, match=r"Eva is noted as there at .*; whether at Y is not known"):
        agenda.add_agenda_item(database, ids.meeting, "Y", after=ids.items[2], on=DAY)
    with pytest.raises(RuleBroken, match=r"Bo is noted as there at .* alone"):
        agenda.withdraw_item(database, ids.items[3], **WHO)


class Evenings(RuleBasedStateMachine):
    """Two meetings of a year, changed at will: numbers are dense, and fixed ones stay."""

    @initialize()
    def begin(self) -> None:
        """Hold two meetings."""
        self.folder = TemporaryDirectory()
        self.file = new_file(Path(self.folder.name) / "ekby.klubban")
        found = minutes(self.file, ("A", "B", "C"), number=None)
        session.open_meeting(self.file, found.meeting, time(18, 30))
        self.meetings = [found.meeting, held(self.file)]
        self.fixed: dict[int, int] = {}

    def teardown(self) -> None:
        """Let go of the file."""
        self.file.close()
        self.folder.cleanup()

    def items(self, which: int) -> list[Any]:
        """Return the items of a meeting."""
        return list(snapshot(self.file, self.meetings[which]).items)

    @rule(which=st.integers(0, 1), place=st.integers(0, 4))
    def add(self, which: int, place: int) -> None:
        """Add an item."""
        there = self.items(which)
        after = there[place % len(there)].id if place else agenda.FIRST
        agenda.add_agenda_item(self.file, self.meetings[which], "X", after=after, on=DAY)

    @rule(which=st.integers(0, 1), place=st.integers(0, 4), to=st.integers(0, 4))
    def move(self, which: int, place: int, to: int) -> None:
        """Move an item, unless it is refused."""
        there = self.items(which)
        moved, after = there[place % len(there)], there[to % len(there)]
        self.tried(lambda: agenda.move_item(self.file, moved.id, after.id if to else None))

    @rule(which=st.integers(0, 1), place=st.integers(0, 4))
    def withdraw_or_take_up(self, which: int, place: int) -> None:
        """Withdraw an item, or take it up again."""
        there = self.items(which)
        item = there[place % len(there)]
        do = agenda.restore_item if item.outcome is Outcome.WITHDRAWN else agenda.withdraw_item
        self.tried(lambda: do(self.file, item.id, **WHO))

    @rule(which=st.integers(0, 1), place=st.integers(0, 4))
    def remove(self, which: int, place: int) -> None:
        """Take an item out, unless it is refused."""
        there = self.items(which)
        if len(there) > 1:
            self.tried(lambda: agenda.remove_item(self.file, there[place % len(there)].id))

    @precondition(lambda self: not self.fixed)
    @rule(which=st.integers(0, 1), place=st.integers(0, 4))
    def verify_at_once(self, which: int, place: int) -> None:
        """Fix a paragraph, and all before it."""
        there = [item for item in self.items(which) if item.number]
        if there:
            item = there[place % len(there)]
            session.verify_at_once(self.file, item.id, at_once=True)
            every = [each for other in (0, 1) for each in self.items(other)]
            self.fixed = {
                each.id: each.number for each in every if each.number and each.number <= item.number
            }

    def tried(self, do: Any) -> None:
        """Do what may be refused; then nothing has changed."""
        before = [self.items(0), self.items(1)]
        try:
            do()
        except RuleBroken:
            assert [self.items(0), self.items(1)] == before

    @invariant()
    def numbers_are_dense_and_fixed_ones_stay(self) -> None:
        """Check every number of the year."""
        every = [each for which in (0, 1) for each in self.items(which)]
        found = [each.number for each in every if each.number is not None]
        assert sorted(found) == list(range(1, len(found) + 1))
        assert all((each.number is None) == (each.outcome is Outcome.WITHDRAWN) for each in every)
        assert {each.id: each.number for each in every if each.id in self.fixed} == self.fixed


TestEvenings = Evenings.TestCase
TestEvenings.settings = settings(max_examples=3, stateful_step_count=8, deadline=None)
