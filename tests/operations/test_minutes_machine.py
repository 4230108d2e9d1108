"""Whatever is recorded of an evening, in whatever order: a refusal changes nothing, undo gives it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import select

from builders import DAY, findings, new_file, rows, snapshot
from called import Called, called
from klubban.documents import protocol
from klubban.documents.written import shown
from klubban.domain.body import Named
from klubban.domain.checklist import checklist
from klubban.domain.decided import (
    Adopted,
    Asks,
    Ballot,
    ElectionMethod,
    OpinionKind,
    Puts,
    Question,
    Vote,
    Written,
)
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Outcome
from klubban.domain.text import Blocks, from_plain
from klubban.i18n import texts
from klubban.operations import (
    agenda,
    assignments,
    divisions,
    elections,
    motions,
    numbering,
    opinions,
    outcomes,
    own_texts,
    questions,
    scratch,
    session,
    undo,
    verifiers,
)
from klubban.operations.open_format import dump_file, import_document
from klubban.store.database import Database
from klubban.store.tables import RECORDS

WORDS = ("Budget", "<b>Å</b> &amp; </para>", "\u202eÅterremiss", "x" * 300, "")
ANSWERS = (*Vote, Vote.YES, Vote.NO, None)
SIDES = (Vote.YES, Vote.NO, Vote.NO, Vote.ABSTAINED)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class At:
    """A file in which one deed after the other is done, and the numbers that choose what each is about."""

    held: Called
    one: int
    two: int
    flag: bool

    @property
    def database(self) -> Database:
        """Return the file."""
        return self.held.database

    def id(self, table: str, number: int | None = None) -> int:
        """Return one of the rows of a table, also of another item; raises LookupError for none."""
        with self.database.read() as read:
            ids = read.execute(select(RECORDS[table].c.id).order_by(RECORDS[table].c.id)).scalars().all()
        if not ids:
            raise LookupError(table)
        return int(ids[(self.one if number is None else number) % len(ids)])

    def or_none(self, table: str) -> int | None:
        """Return another of the rows, or None."""
        return self.id(table, self.two) if self.flag else None

    @property
    def item(self) -> int:
        """Return one of the first two items."""
        return self.held.items[self.one % 2]

    @property
    def meeting(self) -> int:
        """Return the meeting, or now and then the one after it."""
        return self.id("meeting", int(self.one == 0))

    @property
    def people(self) -> tuple[Named, ...]:
        """Return members, an alternate, a party and somebody unknown."""
        known = [self.held.who(name) for name in ("Eva", "Bo", "Cajsa", "Hans")]
        return (*known, Named("M", "M"), Named("Okänd"))[self.one % 3 : self.two % 7]

    @property
    def words(self) -> str:
        """Return words, hostile ones too."""
        return WORDS[self.two % len(WORDS)]

    @property
    def text(self) -> Blocks:
        """Return them as a text."""
        return from_plain(self.words)

    @property
    def clock(self) -> time:
        """Return a time in the evening."""
        return time(18 + self.two % 6, self.one)

    @property
    def day(self) -> date:
        """Return the meeting's day, one before or one after."""
        return DAY + timedelta(days=self.two % 3 - 1)

    @property
    def reason(self) -> str | None:
        """Return a reason, or none."""
        return "Ordföranden tillät det" if self.flag else None

    def of(self, each: Sequence[T]) -> T:
        """Return one of several."""
        return each[self.two % len(each)]


Deed: TypeAlias = Callable[[At], object]


def _answer(at: At) -> None:
    each = [(who, SIDES[(at.two + place) % 4]) for place, who in enumerate(at.people)]
    divisions.answer_each(at.database, at.id("division"), each)


def _answer_one(at: At) -> None:
    for who in at.people[:1]:
        divisions.answer(at.database, at.id("division"), who, at.of(ANSWERS), reason=at.reason)


def _write(at: At) -> None:
    """Leave a part of an item with a sentence more, or another one instead of the program's."""
    meeting = snapshot(at.database, at.held.meeting)
    part, item = at.of(list(Written)), meeting.items[0]
    now = shown(meeting, item, part, texts("sv")).blocks
    hers = from_plain(f"Hennes ord {at.one}")
    left = (*now[1:], *hers) if at.flag else (*hers, *now)
    own_texts.write_part(at.database, item.id, part, left)

    after = snapshot(at.database, at.held.meeting)
    assert shown(after, after.items[0], part, texts("sv")).blocks == left


def _settle(at: At) -> None:
    meeting, item = snapshot(at.database, at.held.meeting), at.held.items[0]
    for part in Written:
        for stale in shown(meeting, meeting.items[0], part, texts("sv")).stale[:1]:
            (own_texts.take_in if at.flag else own_texts.keep)(at.database, item, part, stale.key)


DEEDS: dict[str, Deed] = {
    "move": lambda at: motions.add_motion(
        at.database, at.item, at.of(list(Asks)), at.people, at.text, at=at.clock, in_writing=at.flag
    ),
    "ask": lambda at: motions.change_motion(at.database, at.id("motion"), asks=at.of(list(Asks))),
    "behind": lambda at: motions.change_motion(at.database, at.id("motion"), instead_of=at.or_none("motion")),
    "movers": lambda at: motions.change_motion(at.database, at.id("motion"), by=at.people, text=at.text),
    "withdraw": lambda at: motions.withdraw_motion(at.database, at.id("motion"), kept=at.flag),
    "restore": lambda at: motions.restore_motion(at.database, at.id("motion")),
    "no motion": lambda at: motions.remove_motion(at.database, at.id("motion")),
    "reorder": lambda at: motions.move_motion(at.database, at.id("motion"), at.or_none("motion")),
    "put": lambda at: questions.put_questions(at.database, at.item),
    "find": lambda at: questions.find(
        at.database, at.id("put"), at.of([*Adopted, None]), at.or_none("motion")
    ),
    "ask more": lambda at: questions.add_put(at.database, at.item, at.of(list(Puts)), at.or_none("motion")),
    "move put": lambda at: questions.move_put(at.database, at.id("put"), at.or_none("put")),
    "no put": lambda at: questions.remove_put(at.database, at.id("put")),
    "call": lambda at: divisions.call_division(
        at.database,
        at.item,
        put=at.or_none("put"),
        question=at.of(list(Question)),
        yes="bifall",
        no=at.words,
        after=at.or_none("division"),
    ),
    "call next": lambda at: divisions.call_division(at.database, at.item),
    "answer": _answer,
    "answer one": _answer_one,
    "means": lambda at: divisions.set_meaning(at.database, at.id("division"), yes=at.words),
    "casting": lambda at: divisions.set_casting_vote(at.database, at.id("division"), at.of(ANSWERS)),
    "lot": lambda at: divisions.draw_lot(at.database, at.id("division"), at.of(ANSWERS)),
    "ballot": lambda at: divisions.set_ballot(
        at.database, at.id("division"), Ballot(yes=at.two % 4, no=at.one % 3) if at.flag else None
    ),
    "no division": lambda at: divisions.remove_division(at.database, at.id("division")),
    "elect": lambda at: elections.add_election(
        at.database, at.item, at.words, seats=at.two, method=at.of(list(ElectionMethod))
    ),
    "nominate": lambda at: [elections.nominate(at.database, at.id("election"), who) for who in at.people[:1]],
    "votes": lambda at: elections.set_votes(at.database, at.id("candidate"), at.two - 1),
    "elected": lambda at: elections.set_elected(
        at.database, at.id("candidate"), at.two % 3 > 0, by_lot=at.flag
    ),
    "no election": lambda at: elections.remove_election(at.database, at.id("election")),
    "lodge": lambda at: opinions.lodge(
        at.database,
        at.item,
        at.of(list(OpinionKind)),
        at.people,
        on=at.day,
        at=at.clock,
        text=at.text,
        awaited=at.flag,
        reason=at.reason,
    ),
    "opinion": lambda at: opinions.change_opinion(
        at.database, at.id("opinion"), by=at.people, motion=at.or_none("motion"), reason=at.reason
    ),
    "lapsed": lambda at: opinions.set_lapsed(at.database, at.id("opinion"), at.flag),
    "aside": lambda at: opinions.set_not_taking_part(at.database, at.item, at.people, reason=at.reason),
    "outcome": lambda at: outcomes.set_outcome(
        at.database, at.item, at.of([*Outcome, None]), to=at.or_none("meeting")
    ),
    "assign": lambda at: assignments.add_assignment(
        at.database, at.item, Named("Kommundirektören"), at.words, due=at.day
    ),
    "write": _write,
    "settle": _settle,
    "again": lambda at: own_texts.write_again(at.database, at.item, at.of(list(Written))),
    "open": lambda at: session.open_meeting(at.database, at.meeting, at.clock),
    "reopen": lambda at: session.reopen_meeting(at.database, at.meeting),
    "adjourn": lambda at: session.adjourn(
        at.database, at.held.meeting, at.clock, until_day=at.day, after=at.or_none("item")
    ),
    "resume": lambda at: session.resume(at.database, at.held.meeting, at.clock, day=at.day),
    "close": lambda at: session.close_meeting(at.database, at.meeting, at.clock),
    "times": lambda at: session.set_times(at.database, at.meeting, opened=at.clock, recesses=()),
    "unnumbered": lambda at: numbering.set_unnumbered(at.database, at.id("item"), at.flag),
    "first number": lambda at: numbering.set_first_number(at.database, at.held.body, 2016, at.two * 7),
    "add item": lambda at: agenda.add_agenda_item(
        at.database, at.meeting, "Extra ärende", after=at.or_none("item"), by=None, on=DAY
    ),
    "no item": lambda at: agenda.remove_item(at.database, at.id("item")),
    "move item": lambda at: agenda.move_item(at.database, at.id("item"), at.or_none("item")),
    "scratch": lambda at: scratch.add_scratch(at.database, at.item, at.words, at.clock),
    "verifiers": lambda at: verifiers.choose_verifiers(at.database, at.meeting, at.people, day=at.day),
}

BEGUN = [("open", 1, 0, False), ("move", 1, 1, False), ("move", 1, 4, True), ("put", 1, 0, False)]
deeds = some.tuples(
    some.sampled_from(sorted(DEEDS)), some.integers(0, 11), some.integers(0, 11), some.booleans()
)


@settings(max_examples=4)
@given(some.sampled_from(["assembly", "committee"]), some.lists(deeds, min_size=6, max_size=16))
def test_every_step_is_whole_and_comes_back(kind: str, done: list[tuple[str, int, int, bool]]) -> None:
    with TemporaryDirectory() as folder, closing(new_file(Path(folder) / "ekby.klubban")) as database:
        held = _evening(database, kind)
        states = [rows(database)]
        for what, one, two, flag in [*BEGUN, *done]:
            before, undoable = rows(database), database.undoable
            try:
                DEEDS[what](At(held, one, two, flag))
            except (RuleBroken, LookupError):
                assert (rows(database), database.undoable) == (before, undoable)
            if rows(database) != before:
                _can_be_read(held)
                states.append(rows(database))
        _goes_round(database, Path(folder) / "again.klubban")

        for state in reversed(states[:-1]):
            undo.undo(database)
            assert rows(database) == state
        for state in states[1:]:
            undo.redo(database)
            assert rows(database) == state
        assert findings(database) == []


def _evening(database: Database, kind: str) -> Called:
    """Return a meeting of three items at which all are present, with another one planned after it."""
    facts: dict[str, Any] = {"alternates": ("Hans Sälg (S)",)}
    held = called(database, kind=kind, items=3, **facts)
    held.present()
    with database.change("Plan") as change:
        for item in held.items:
            change.update("item", item, number=None)
        change.insert("meeting", body_id=held.body, date=DAY + timedelta(days=28), stage="planned")
    return held


def _can_be_read(held: Called) -> None:
    """Print what is recorded, and look for what is missing."""
    meeting = snapshot(held.database, held.meeting)
    protocol.build(meeting)
    checklist(meeting, DAY)


def _goes_round(database: Database, path: Path) -> None:
    data = dump_file(database)
    with closing(new_file(path)) as again:
        import_document(again, data)

        assert dump_file(again) == data
