"""The file of one office: opened once, changed in one transaction at a time, read in short ones."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from klubban.i18n import N_
from klubban.store import journal, opening, sqlite
from klubban.store.change import Change, Guarded
from klubban.store.journal import Kind, Stacks
from klubban.store.lock import Holder, user_name
from klubban.store.opening import Opened, transaction
from klubban.store.payload import Payload
from klubban.store.tables import Thing
from klubban.store.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Step:
    """What undo would take back, or redo do again; `label` is a template for `facts`."""

    label: str
    facts: dict[str, Any]
    place: Thing | None


@dataclass(frozen=True, slots=True)
class Changed:
    """What the listeners hear: the things that changed, and by which change."""

    things: frozenset[Thing]
    label: str
    facts: dict[str, Any]
    run: str | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    """The run of typing that the last change belongs to, and what its entries have said of it."""

    mark: str
    step: int
    label: str
    facts: dict[str, Any]
    place: Thing | None
    things: frozenset[Thing]

    def said(self, label: str, facts: dict[str, Any], place: Thing | None) -> bool:
        """Tell whether the last entry said the same."""
        return (label, facts, place) == (self.label, self.facts, self.place)


def _reached(path: Path) -> Path:
    """Return one path for one file, by whatever link or folder it is reached, so that it has one lock.

    A link that leads to itself stays as it is, and is found to be no file; Path.resolve would raise.
    """
    return Path(os.path.realpath(path))


class Database:
    """A file that is open; all of it happens in the thread that opened it."""

    def __init__(self, path: Path, opened: Opened) -> None:
        """Take over what `create` or `open` made ready."""
        self.path = path
        self._opened = opened
        self._connection = opened.connection
        self._number = sqlite.file_number(path)
        self._listeners: list[Callable[[Changed], None]] = []
        self._run: _Run | None = None
        self._changing = False
        self._told = 0
        with self.read() as read:
            self._seen = self._version(read)
            self._stacks = Stacks.of(read)

    @classmethod
    def create(cls, path: Path, who: str | None = None) -> Database:
        """Make a new file; raises Trouble when something is there already, or it cannot be made."""
        path = _reached(path)
        return cls._taking_over(path, opening.make(path, who or user_name()))

    @classmethod
    def open(
        cls, path: Path, who: str | None = None, *, read_only: bool = False, examined: bool = True
    ) -> Database:
        """Open a file; read-only when asked to, or when somebody else writes it (see `holder`).

        Raises Trouble for a file that is missing, damaged, another program's, or a newer Klubban's; that the
        journal's end holds together is examined unless the caller is about to examine all of it.
        """
        path = _reached(path)
        opened = opening.open_file(path, who or user_name(), read_only=read_only, examined=examined)
        return cls._taking_over(path, opened)

    @classmethod
    def _taking_over(cls, path: Path, opened: Opened) -> Database:
        try:
            return cls(path, opened)
        except BaseException:
            opened.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._opened.close()

    @property
    def is_open(self) -> bool:
        """Tell whether it has not been closed."""
        return not self._connection.closed

    @property
    def holder(self) -> Holder | None:
        """Return who else has the file open for writing, if that is why it is read-only."""
        return self._opened.holder

    @property
    def who(self) -> str:
        """Return who works with the file here."""
        return self._opened.who

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be changed."""
        return self._opened.lock is None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Read in one short transaction that cannot write."""
        with sqlite.trouble(self.path), transaction(self._connection, "BEGIN", reading=True):
            self._connection.exec_driver_sql("PRAGMA query_only=ON")
            try:
                yield self._connection
            finally:
                self._connection.exec_driver_sql("PRAGMA query_only=OFF")

    @contextmanager
    def change(
        self,
        label: str,
        /,
        *,
        place: Thing | None = None,
        run: str | None = None,
        barrier: bool = False,
        **facts: object,
    ) -> Iterator[Change]:
        """Change the store in one transaction with one entry in the journal; nothing of it stays if it fails.

        `label` is a template for `facts`; `place` is where undo leads to. Changes with the same `run`, with
        no other between, are one step. A barrier cannot be undone, nor what came before it.
        """
        with self._writing("change", label, facts, place, run=run, barrier=barrier) as change:
            yield change

    @property
    def undoable(self) -> Step | None:
        """Return what undo would take back."""
        return _told(self._last_step(self._stacks.undo))

    @property
    def redoable(self) -> Step | None:
        """Return what redo would do again."""
        return _told(self._last_step(self._stacks.redo))

    def undo(self) -> Step | None:
        """Take back the last step by an entry that reverses it; return the step, or None."""
        return self._replay("undo", self._stacks.undo)

    def redo(self) -> Step | None:
        """Do again what was last undone; return the step, or None when there is none."""
        return self._replay("redo", self._stacks.redo)

    def listen(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Tell a listener of each change from here on; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def refresh(self) -> bool:
        """Look whether another program changed the file, tell the listeners, and return whether it did.

        Nothing is known of what changed, so the listeners hear of no thing in particular. Raises Trouble when
        the file is no longer where it was opened, for no change of it would ever be seen again.
        """
        self._still_there()
        with self.read() as read:
            version = self._version(read)
            if version == self._seen:
                return False
            self._stacks = Stacks.of(read)
        self._seen = version
        self._tell(Changed(frozenset(), N_("Changed by another program"), {}))
        return True

    @contextmanager
    def _writing(
        self,
        kind: Kind,
        label: str,
        facts: dict[str, Any],
        place: Thing | None,
        *,
        run: str | None = None,
        barrier: bool = False,
        reverses: int | None = None,
    ) -> Iterator[Change]:
        self.check_writable()
        self._changing = True
        try:
            with sqlite.trouble(self.path), transaction(self._connection, "BEGIN IMMEDIATE"):
                # References are looked at when the change is whole; on its way it may pass through gaps.
                self._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                change = Change(self._connection)
                yield change
                if not change.done:
                    return
                told = facts | {"kept": sorted(change.kept)} if change.kept else facts
                going_on = self._going_on(run)
                known: frozenset[Thing] = going_on.things if going_on else frozenset()
                payload = Payload(
                    told,
                    place,
                    tuple(change.done),
                    goes_on=going_on is not None and going_on.said(label, told, place),
                )
                header = journal.append(
                    self._connection,
                    kind,
                    label,
                    payload,
                    change.things - known,
                    now=datetime.now(UTC),
                    who=self._opened.who,
                    step=going_on.step if going_on else None,
                    reverses=reverses,
                    barrier=barrier or change.barrier,
                )
        finally:
            self._changing = False
        self._stacks.take(header)
        self._run = _Run(run, header.step, label, told, place, known | change.things) if run else None
        self._tell(Changed(frozenset(change.things), label, facts, run))

    def check_writable(self) -> None:
        """Raise Trouble where nothing can be changed, for what takes long before it is noted."""
        if self._changing:
            raise RuntimeError("a change within a change")
        if self.read_only and not self.holder:
            raise sqlite.cannot_write(self.path)
        if self.read_only:
            raise Trouble(
                N_("{file} is open for reading only."),
                N_("Nothing can be changed here at this moment."),
                N_("Let whoever has it open close it, then open it again."),
                file=self.path.name,
            )
        self._still_there()

    def _still_there(self) -> None:
        with suppress(OSError):
            if sqlite.file_number(self.path) == self._number:
                return
        raise Trouble(
            N_("{file} is no longer where it was opened."),
            N_("It was moved, deleted or replaced; the last change was not saved, and nothing overwritten."),
            N_("Put it back, or open it at its new place."),
            file=self.path.name,
        )

    def _going_on(self, run: str | None) -> _Run | None:
        """Return the run that a change goes on with, when nothing came between."""
        if run and self._run and self._run.mark == run and self._stacks.undo[-1:] == [self._run.step]:
            return self._run
        return None

    def _replay(self, kind: Kind, stack: list[int]) -> Step | None:
        payloads = self._last_step(stack)
        step = _told(payloads)
        if step is None:
            return None
        rows = [row for _label, payload in payloads for row in payload.rows]
        if kind == "undo":
            rows = [row.reversed() for row in reversed(rows)]
        with self._writing(kind, step.label, step.facts, step.place, reverses=stack[-1]) as change:
            try:
                for row in rows:
                    change.apply(row)
            except (LookupError, ValueError) as error:
                raise self._not_as_then() from error
            except Guarded as error:
                raise self._stands() from error
        return step

    def _last_step(self, stack: list[int]) -> list[tuple[str, Payload]]:
        """Return the labels and payloads of a stack's last step; none when a part of it is erased."""
        if not stack:
            return []
        with self.read() as read:
            found = list(journal.of_step(read, stack[-1]))
        told = [(label, payload) for _sequence, label, payload in journal.read_step(found)]
        return told if len(told) == len(found) else []

    def _not_as_then(self) -> Trouble:
        return Trouble(
            N_("What is in {file} is not what the journal says."),
            N_("Something else than Klubban has written in it, so that the step cannot be reversed."),
            N_("Run klubban check on the file; it tells what was changed."),
            file=self.path.name,
        )

    def _stands(self) -> Trouble:
        return Trouble(
            N_("The step cannot be reversed in {file}."),
            N_("It would change what is verified or posted since, which is never changed; all is as it was."),
            N_("Make a correction of the verified paragraph instead."),
            file=self.path.name,
        )

    @property
    def changes(self) -> int:
        """Return how many changes were told of: what was read at the same number still holds."""
        return self._told

    def _tell(self, changed: Changed) -> None:
        self._told += 1
        for listener in tuple(self._listeners):
            listener(changed)

    @staticmethod
    def _version(read: Connection) -> int:
        return int(read.execute(text("PRAGMA data_version")).scalar_one())


def _told(payloads: Sequence[tuple[str, Payload]]) -> Step | None:
    """Return a step as its last entry tells of it."""
    if not payloads:
        return None
    label, payload = payloads[-1]
    return Step(label, payload.facts, payload.place)
