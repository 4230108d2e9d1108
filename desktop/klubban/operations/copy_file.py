"""A chair's copy that is open: each act is saved in its file at once, and the last can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from klubban.domain.chairs_copy import Copy, Move, appended, with_move, without_last
from klubban.exchange import chairs_copy as exchange
from klubban.i18n import N_
from klubban.operations.files import write_file
from klubban.store.lock import user_name
from klubban.store.trouble import Trouble


class CopyFile:
    """One copy; what is in the file is always what is shown."""

    def __init__(self, path: Path) -> None:
        """Open a copy; raises Refused for what is none, or damaged, and Trouble when it cannot be read."""
        self.path = path
        self._data = self._read()
        self.copy = exchange.read(self._data)
        self._undone: list[Move] = []

    def _read(self) -> bytes:
        try:
            with self.path.open("rb") as handle:
                return handle.read(exchange.LARGEST_BYTES + 1)
        except OSError as error:
            raise Trouble(
                N_("{file} cannot be read."),
                N_("It may have been moved, or lie on something that is not there now."),
                N_("Look for it, and open it again."),
                file=self.path.name,
            ) from error

    @property
    def by(self) -> str:
        """Return who makes the changes."""
        return self.copy.by or self.copy.base.chair or user_name()

    def does(self, move: Move) -> Move | None:
        """Make a move, and save it; returns it, or None when it changes nothing.

        Raises RuleBroken for one that the agenda does not allow, Trouble when it cannot be saved.
        """
        before, made = self.copy, with_move(self.copy, move)
        if made.moves == before.moves:
            return None
        self._save(made)
        self._undone.clear()
        return made.moves[-1] if made.moves else None

    def undo(self) -> Move | None:
        """Take the last move back, and return it; raises Trouble when that cannot be saved."""
        if not self.copy.moves:
            return None
        last = self.copy.moves[-1]
        self._save(without_last(self.copy))
        self._undone.append(last)
        return last

    def redo(self) -> Move | None:
        """Make again what was taken back last, and return it; raises Trouble when that cannot be saved."""
        if not self._undone:
            return None
        self._save(appended(self.copy, self._undone[-1]))
        return self._undone.pop()

    def _save(self, copy: Copy) -> None:
        """Put a copy into the file, unless something else has changed it meanwhile."""
        if not self.path.exists() or self._read() != self._data:
            raise Trouble(
                N_("{file} was changed or moved by something else while it was open here."),
                N_("The last change was not saved, so that nothing of that is lost."),
                N_("Open the file again, and make the change once more."),
                file=self.path.name,
            )
        signed = replace(copy, by=self.by)
        data = exchange.write(signed)
        write_file(self.path, data)
        self.copy, self._data = signed, data
