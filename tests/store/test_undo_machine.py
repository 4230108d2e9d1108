"""Whatever is changed, undone, done again and closed in between: the file is as a list of states says."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from builders import DAY, Rows, findings, minutes, new_file, rows
from klubban.domain.text import from_plain
from klubban.store.change import Change
from klubban.store.database import Database

Edit: TypeAlias = tuple[str, int, str]
"""What to do, which of the rows to do it to (counted round), and words to do it with."""

WORDS = st.text(alphabet="abcåäö§ \n", max_size=120)
PLACES = st.integers(0, 50)


def _id(change: Change, table: str, place: int) -> int | None:
    found = change.rows(table)
    return int(found[place % len(found)]["id"] or 0) if found else None


def _add_meeting(change: Change, place: int, words: str) -> None:
    body = _id(change, "body", place)
    if body:
        change.insert("meeting", body_id=body, date=DAY, stage="planned", place=words.strip() or None)


def _add_item(change: Change, place: int, words: str) -> None:
    meeting = _id(change, "meeting", place)
    if meeting:
        change.insert("item", meeting_id=meeting, position=place, title="T", summary=from_plain(words))


def _add_motion(change: Change, place: int, words: str) -> None:
    item = _id(change, "item", place)
    if item:
        motion = change.insert("motion", item_id=item, position=place, asks="other", text=from_plain(words))
        change.insert("mover", motion_id=motion, position=0, name="Bo Ek")


def _rewrite(change: Change, place: int, words: str) -> None:
    item = _id(change, "item", place)
    if item:
        change.update(
            "item", item, summary=from_plain(words), number=place or None, title=words.strip() or "T"
        )


def _move(change: Change, place: int, _words: str) -> None:
    item, meeting = _id(change, "item", place), _id(change, "meeting", place // 3)
    if item and meeting:
        change.update("item", item, meeting_id=meeting, position=place)


def _take_out(table: str) -> Callable[[Change, int, str], None]:
    def take_out(change: Change, place: int, _words: str) -> None:
        found = _id(change, table, place)
        if found:
            change.delete_whole(table, found)

    return take_out


EDITS: dict[str, Callable[[Change, int, str], None]] = {
    "add a meeting": _add_meeting,
    "add an item": _add_item,
    "add a motion": _add_motion,
    "rewrite": _rewrite,
    "rewrite again": _rewrite,
    "move": _move,
    "take out a meeting": _take_out("meeting"),
    "take out an item": _take_out("item"),
    "take out a mover": _take_out("mover"),
}
SOME = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), PLACES, WORDS), min_size=1, max_size=4)


class Secretary(RuleBasedStateMachine):
    """Somebody at work in a file, and beside it a list of the states that it went through."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="klubban-", dir=_memory())
        self.path = Path(self.folder.name) / "ekby.klubban"
        self.database = new_file(self.path)
        minutes(self.database, ("Trygghet", "Budget"))
        self.now = rows(self.database)
        self.past: list[Rows] = [{}]
        self.future: list[Rows] = []
        self.run: str | None = None

    def teardown(self) -> None:
        assert findings(self.database) == []
        self.database.close()
        self.folder.cleanup()

    def edit(self, edits: list[Edit], run: str | None, *, barrier: bool = False) -> bool:
        """Do something in one change, and tell whether it left an entry."""
        with self.database.change("Edit", run=run, barrier=barrier) as change:
            for what, place, words in edits:
                EDITS[what](change, place, words)
            return bool(change.done)

    @rule(edits=SOME, run=st.sampled_from([None, None, "typing", "elsewhere"]))
    def change(self, edits: list[Edit], run: str | None) -> None:
        if self.edit(edits, run):
            if not (run and run == self.run):
                self.past.append(self.now)
            self.now, self.future, self.run = rows(self.database), [], run

    @rule(edits=SOME)
    def fail(self, edits: list[Edit]) -> None:
        with suppress(LookupError), self.database.change("Edit") as change:
            for what, place, words in edits:
                EDITS[what](change, place, words)
            change.delete("person", 99)

    @precondition(lambda self: len(self.past) > 4)
    @rule(edits=SOME, run=st.sampled_from([None, "typing"]))
    def verify(self, edits: list[Edit], run: str | None) -> None:
        if self.edit(edits, run, barrier=True):
            self.now, self.past, self.future, self.run = rows(self.database), [], [], None

    @rule()
    def undo(self) -> None:
        assert bool(self.database.undo()) == bool(self.past)
        if self.past:
            self.future.append(self.now)
            self.now, self.run = self.past.pop(), None

    @rule()
    def redo(self) -> None:
        assert bool(self.database.redo()) == bool(self.future)
        if self.future:
            self.past.append(self.now)
            self.now, self.run = self.future.pop(), None

    @rule()
    def reopen(self) -> None:
        self.database.close()
        self.database = Database.open(self.path)
        assert findings(self.database) == []
        self.run = None

    @invariant()
    def the_file_is_as_the_list_says(self) -> None:
        assert rows(self.database) == self.now
        assert (self.database.undoable is not None) == bool(self.past)
        assert (self.database.redoable is not None) == bool(self.future)


def _memory() -> Path | None:
    memory = Path("/dev/shm")  # noqa: S108 - in a folder of its own there
    return memory if memory.is_dir() else None


TestSecretary = Secretary.TestCase
TestSecretary.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
