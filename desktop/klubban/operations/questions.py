"""The questions of an item as the chair puts them, and what the chair finds."""

from __future__ import annotations

from klubban.domain.decided import Adopted, Puts
from klubban.store.database import Database


def put_questions(database: Database, item_id: int) -> list[int]:
    """Put the questions that follow from what was moved, in their order, and return all of the item.

    Those that are there stay, with what was found.
    """
    raise NotImplementedError


def approve_order(database: Database, item_id: int, approved: bool) -> None:  # noqa: FBT001 - as the box says
    """Note that the order of the questions was approved before they were put, or take it back."""
    raise NotImplementedError


def find(database: Database, put_id: int, adopted: Adopted | None, motion: int | None = None) -> None:
    """Note what the chair found, or take it back (None); decision and outcome follow.

    Of a formal question, an amendment or an addition, MOTION is the motion of the question, and need not be
    named. Raises RuleBroken for what the question cannot come to, or a withdrawn motion; LookupError.
    """
    raise NotImplementedError


def add_put(database: Database, item_id: int, puts: Puts, motion: int | None = None) -> int:
    """Add a question where its kind goes, and return it.

    Raises RuleBroken for a second main question, or a motion that asks something else.
    """
    raise NotImplementedError


def move_put(database: Database, put_id: int, after: int | None) -> None:
    """Put a question after another of its item, or first (None)."""
    raise NotImplementedError


def remove_put(database: Database, put_id: int) -> None:
    """Take out a question; raises RuleBroken where a division is about it."""
    raise NotImplementedError
