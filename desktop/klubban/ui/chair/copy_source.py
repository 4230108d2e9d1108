"""The agenda of a copy, for the chair's view: acts become moves in the file, notes stay on this computer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.chairs_copy import Does, Move
from klubban.domain.copied_meeting import changed_by, keys_of, meeting_of
from klubban.i18n import pgettext

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.meeting import Meeting
    from klubban.domain.text import Blocks
    from klubban.operations.copy_file import CopyFile
    from klubban.operations.copy_notes import CopyNotes
    from klubban.ui.chair.source import Floor


class InCopy:
    """One open copy."""

    floor: Floor | None = None

    def __init__(self, file: CopyFile, notes: CopyNotes) -> None:
        self.file, self._notes = file, notes

    def _key(self, item: int) -> str:
        keys = keys_of(self.file.copy)
        if not 0 < item <= len(keys):
            raise LookupError(item)
        return keys[item - 1]

    def _does(self, does: Does, item: int, **facts: object) -> None:
        self.file.does(replace(Move(does=does, item=self._key(item)), **facts))  # type: ignore[arg-type]

    def read(self) -> Meeting:
        """Return the agenda as the chair wants it."""
        return meeting_of(self.file.copy)

    def unreported(self) -> int:
        """Know of none: a copy holds no register."""
        return 0

    def closed(self) -> str:
        """Return nothing: a copy is there to be changed."""
        return ""

    def changes(self, item: int) -> tuple[str, ...]:
        """Return what the chair did with an item."""
        done = changed_by(self.file.copy, self._key(item))
        told = {
            Does.ADD: pgettext("in a copy", "added by you"),
            Does.MOVE: pgettext("in a copy", "moved by you"),
            Does.TIME: pgettext("in a copy", "time set by you"),
            Does.COMMENT: pgettext("in a copy", "commented by you"),
        }
        return tuple(words for does, words in told.items() if does in done)

    def add(self, title: str, after: int | None) -> int:
        """Add an item."""
        key = None if after is None else self._key(after)
        made = self.file.does(Move(does=Does.ADD, title=" ".join(title.split()), after=key))
        return keys_of(self.file.copy).index(made.id if made else "") + 1

    def shift(self, item: int, after: int | None) -> None:
        """Move an item."""
        self._does(Does.MOVE, item, after=None if after is None else self._key(after))

    def take_away(self, item: int) -> None:
        """Withdraw an item: in a copy nothing is taken away, but for what was added last."""
        copy = self.file.copy
        if copy.moves and copy.moves[-1].does is Does.ADD and copy.moves[-1].id == self._key(item):
            self.file.undo()
        else:
            self.withdraw(item)

    def withdraw(self, item: int) -> None:
        """Withdraw an item."""
        self._does(Does.WITHDRAW, item)

    def restore(self, item: int) -> None:
        """Take an item up again."""
        self._does(Does.RESTORE, item)

    def set_time(self, item: int, start: dt.time | None, minutes: int | None) -> None:
        """Set an item's time."""
        self._does(Does.TIME, item, start=start, minutes=minutes)

    def comment(self, item: int, text: str) -> None:
        """Remark something."""
        self._does(Does.COMMENT, item, text=text)

    def note(self, item: int) -> Blocks:
        """Return a note of this computer."""
        return self._notes.of(self._key(item))

    def write_note(self, item: int, blocks: Blocks, _run: str) -> None:
        """Write a note on this computer."""
        self._notes.write(self._key(item), blocks)
