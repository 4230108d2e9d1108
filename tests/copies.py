"""An agenda that is lent to the chair, and what the chair sends back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

from klubban.domain.chairs_copy import Copy, Does, Move, with_move
from klubban.exchange import chairs_copy as exchange
from klubban.operations.chairs_copy import Review, lend_copy, review
from klubban.store.database import Database

ON = date(2016, 2, 15)
TITLES = ("Upprop", "Föregående protokoll", "Budget", "Skolväg", "Övriga frågor")


def lend(database: Database, meeting_id: int, path: Path) -> Copy:
    """Lend the chair the agenda of a meeting."""
    return lend_copy(database, meeting_id, path, on=ON, at=time(9, 15), by="Anna Berg")


def key_of(copy: Copy, title: str) -> str:
    """Return the key of an item that was lent."""
    return next(item.key for item in copy.base.items if item.title == title)


class Chair:
    """Somebody who opens a copy, changes it, and sends it back."""

    def __init__(self, path: Path, by: str | None = "Bo Ek") -> None:
        """Open the copy in a file."""
        self.copy = exchange.read(path.read_bytes())
        self.by = by

    def moves(self, title: str, after: str | None) -> None:
        """Move an item to after another."""
        key = None if after is None else key_of(self.copy, after)
        self.does(Does.MOVE, title, after=key)

    def does(self, does: Does, on: str | None = None, **facts: Any) -> str:
        """Do something, with an item where one is named; return the id of what was done."""
        item = "" if on is None else key_of(self.copy, on)
        self.copy = with_move(self.copy, Move(does=does, item=item, **facts))
        return self.copy.moves[-1].id

    @property
    def data(self) -> bytes:
        """Return what is sent back."""
        return exchange.write(replace(self.copy, by=self.by))


def came_back(database: Database, chair: Chair) -> Review:
    """Return the review of what a chair sent back."""
    return review(database, chair.data)
