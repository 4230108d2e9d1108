"""What is moved at an item: taken down, completed, withdrawn, put in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from klubban.domain.body import Named
from klubban.domain.decided import Asks
from klubban.domain.text import Blocks
from klubban.store.database import Database


def add_motion(
    database: Database,
    item_id: int,
    asks: Asks,
    by: Iterable[Named] = (),
    text: Blocks = (),
    *,
    at: dt.time | None = None,
    in_writing: bool = False,
    instead_of: int | None = None,
) -> int:
    """Take down a motion, and return it; who moved it and in what words may come later.

    A party moves as `Named(name="M", party="M")`. Raises RuleBroken for a verified protocol, or a motion of
    another item in the first place; LookupError.
    """
    raise NotImplementedError


def change_motion(database: Database, motion_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Set facts of a motion: asks, by, text, in_writing, instead_of; only those that are named.

    Raises RuleBroken for a verified protocol, or what is put as something else already; LookupError.
    """
    raise NotImplementedError


def withdraw_motion(database: Database, motion_id: int, *, kept: bool = False) -> None:
    """Note that a motion is withdrawn: it leaves the protocol, unless it is kept there, and is not put.

    Raises RuleBroken where it was adopted or voted on; LookupError.
    """
    raise NotImplementedError


def restore_motion(database: Database, motion_id: int) -> None:
    """Take back that a motion was withdrawn."""
    raise NotImplementedError


def remove_motion(database: Database, motion_id: int) -> None:
    """Take out a motion that was taken down by mistake.

    Raises RuleBroken, saying which, where it is put, voted on, or named by an opinion: withdraw it instead.
    """
    raise NotImplementedError


def move_motion(database: Database, motion_id: int, after: int | None) -> None:
    """Put a motion after another of its item, or first (None); raises LookupError for another item's."""
    raise NotImplementedError
