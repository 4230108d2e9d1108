"""Whatever is planned, put on agendas, sent and taken back: a refusal changes nothing, undo gives it back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import select

import papers as files
from builders import findings, minutes, new_file, rows
from klubban.domain.agenda import ItemKind
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import SubmissionKind
from klubban.domain.sendings import news
from klubban.domain.text import from_plain
from klubban.operations import (
    agenda,
    chair_notes,
    delegated,
    documents,
    incoming,
    matters,
    meetings,
    papers,
    planning,
    sendings,
    speakers,
    standing_items,
    undo,
)
from klubban.operations.open_format import dump_file
from klubban.operations.paper_file import PaperFile, paper_file
from klubban.store import plans, reads
from klubban.store.database import Database
from klubban.store.tables import RECORDS
from klubban.store.waiting import waiting

TODAY = date(2016, 1, 11)
BEFORE = date(2016, 2, 10)
WORDS = ("Budget", "Å", "Extra ärende", "x" * 300)


@dataclass(frozen=True, slots=True)
class At:
    """A file in which one deed after the other is done, and the numbers that choose what each is about."""

    database: Database
    one: int
    two: int
    flag: bool

    def id(self, table: str, number: int | None = None) -> int:
        """Return one of the rows of a table; raises LookupError where there are none."""
        with self.database.read() as read:
            ids = read.execute(select(RECORDS[table].c.id).order_by(RECORDS[table].c.id)).scalars().all()
        if not ids:
            raise LookupError(table)
        return int(ids[(self.one if number is None else number) % len(ids)])

    def or_none(self, table: str) -> int | None:
        """Return another of the rows, or None."""
        return self.id(table, self.two) if self.flag else None

    @property
    def day(self) -> date:
        """Return a day near the first meeting."""
        return TODAY + timedelta(days=7 * self.two)

    @property
    def words(self) -> str:
        """Return a title."""
        return WORDS[self.two % len(WORDS)]

    @property
    def paper(self) -> PaperFile:
        """Return one of a few small papers."""
        return paper_file("../Karta.pdf", files.pdf(words=f"Sida {self.two % 3}"))


Deed: TypeAlias = Callable[[At], object]

DEEDS: dict[str, Deed] = {
    "add": lambda at: agenda.add_agenda_item(
        at.database, at.id("meeting"), at.words, after=at.or_none("item"), by="Eva", on=TODAY
    ),
    "move": lambda at: agenda.move_item(at.database, at.id("item"), at.or_none("item")),
    "withdraw": lambda at: agenda.withdraw_item(at.database, at.id("item"), by="Eva", on=TODAY),
    "postpone": lambda at: agenda.postpone_item(
        at.database, at.id("item"), to=at.or_none("meeting"), by=None, on=None
    ),
    "restore": lambda at: agenda.restore_item(at.database, at.id("item"), by=None, on=TODAY),
    "remove": lambda at: agenda.remove_item(at.database, at.id("item")),
    "set": lambda at: agenda.set_item(
        at.database,
        at.id("item"),
        kind=ItemKind.REPORT if at.flag else None,
        minutes=at.two,
        start=time(18, at.two),
        confidential=at.flag,
        matter_id=at.or_none("matter"),
    ),
    "await": lambda at: papers.await_paper(at.database, at.id("item"), at.words, due=at.day),
    "arrives": lambda at: papers.change_paper(at.database, at.id("paper"), arrived=at.day),
    "drop": lambda at: papers.drop_paper(at.database, at.id("paper")),
    "remark": lambda at: papers.comment_item(at.database, at.id("item"), "Eva", at.words, TODAY),
    "note": lambda at: chair_notes.write_note(
        at.database, at.id("item"), from_plain(at.words if at.flag else "")
    ),
    "document": lambda at: documents.add_document(at.database, at.id("item"), at.paper),
    "title": lambda at: documents.list_document(at.database, at.id("item"), at.words),
    "replace": lambda at: documents.replace_document(at.database, at.id("document"), at.paper),
    "reorder": lambda at: documents.move_document(
        at.database, at.id("document"), at.or_none("document") or 0
    ),
    "hide": lambda at: documents.keep_confidential(
        at.database, at.id("document"), confidential=at.flag, because="OSL"
    ),
    "discard": lambda at: documents.remove_document(at.database, at.id("document")),
    "send": lambda at: sendings.send(at.database, at.id("meeting"), on=BEFORE, late_because="Brådskar"),
    "meeting": lambda at: meetings.add_meeting(at.database, at.id("body"), at.day, today=TODAY),
    "elsewhen": lambda at: meetings.move_meeting(
        at.database, at.id("meeting"), day=at.day, start=time(13), place=at.words, today=TODAY
    ),
    "cancel": lambda at: meetings.cancel_meeting(
        at.database, at.id("meeting"), on=TODAY, because="Få ärenden"
    ),
    "hold": lambda at: meetings.restore_meeting(at.database, at.id("meeting")),
    "pattern": lambda at: planning.put_pattern(
        at.database, at.id("body"), at.or_none("meeting_pattern"), weekday=at.two % 7, nth=(1, 3)
    ),
    "no pattern": lambda at: planning.remove_pattern(at.database, at.id("body"), at.id("meeting_pattern")),
    "year": lambda at: planning.plan_year(
        at.database,
        at.id("body"),
        planning.suggest_year(at.database, at.id("body"), 2016).days[:3],
        today=TODAY,
    ),
    "standing": lambda at: standing_items.put_standing_item(
        at.database, at.id("body"), at.or_none("standing_item"), title=at.words, closing=at.flag
    ),
    "no standing": lambda at: standing_items.remove_standing_item(at.database, at.id("standing_item")),
    "move standing": lambda at: standing_items.move_standing_item(
        at.database, at.id("standing_item"), at.or_none("standing_item")
    ),
    "take in": lambda at: incoming.take_in(at.database, at.id("meeting")),
    "delegated": lambda at: delegated.add_delegated(
        at.database, at.id("body"), at.words, today=TODAY, urgent=at.flag
    ),
    "report": lambda at: delegated.report_delegated(
        at.database, at.id("item"), [at.id("delegated", at.two)] if at.flag else []
    ),
    "not yet": lambda at: delegated.report_not(at.database, [at.id("delegated")]),
    "no decision": lambda at: delegated.remove_delegated(at.database, at.id("delegated")),
    "matter": lambda at: matters.add_matter(
        at.database, at.words, kind=SubmissionKind.MEMBER_MOTION if at.flag else None, body=at.id("body")
    ),
    "register": lambda at: matters.register_for(at.database, at.id("item")),
    "close": lambda at: matters.close_matter(at.database, at.id("matter"), at.day, "Besvarad"),
    "reopen": lambda at: matters.reopen_matter(at.database, at.id("matter")),
    "no matter": lambda at: matters.remove_matter(at.database, at.id("matter")),
    "speak": lambda at: speakers.ask_to_speak(at.database, at.id("item"), Named("Bo Ek"), reply=at.flag),
    "spoke": lambda at: speakers.finish_speech(at.database, at.id("speaker"), at.two),
    "strike": lambda at: speakers.strike_speaker(at.database, at.id("speaker")),
}

deeds = some.tuples(
    some.sampled_from(sorted(DEEDS)), some.integers(0, 11), some.integers(0, 11), some.booleans()
)


@settings(max_examples=8)
@given(some.lists(deeds, min_size=1, max_size=14))
def test_every_step_is_whole_and_comes_back(done: list[tuple[str, int, int, bool]]) -> None:
    with TemporaryDirectory() as folder, closing(new_file(Path(folder) / "ekby.klubban")) as database:
        minutes(database, ("Upprop", "Budget", "Övriga frågor"), number=None)
        states = [rows(database)]
        for what, one, two, flag in done:
            before, undoable = rows(database), database.undoable
            try:
                DEEDS[what](At(database, one, two, flag))
            except (RuleBroken, LookupError):
                assert (rows(database), database.undoable) == (before, undoable)
            _can_be_read(database)
            if rows(database) != before:
                states = [*states, rows(database)] if database.undoable else [rows(database)]
        assert findings(database) == []

        for state in reversed(states[:-1]):
            undo.undo(database)
            assert rows(database) == state
        assert findings(database) == []
        _can_be_read(database)
        for state in states[1:]:
            undo.redo(database)
            assert rows(database) == state
        assert findings(database) == []
        dump_file(database)


def _can_be_read(database: Database) -> None:
    """Read all that pages show, and see that each agenda is in one order and nothing waits that is on it."""
    with database.read() as read:
        plans.planned(read)
        for line in [line for body in reads.bodies(read) for line in reads.meetings(read, body.id)]:
            meeting = reads.meeting(read, line.id)
            news(meeting)
            waiting(read, line.id, TODAY)
            for item in meeting.items:
                numbers = [each.number for each in item.documents if each.number]
                assert len(numbers) == len(set(numbers))
