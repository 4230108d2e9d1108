"""The numbers of paragraphs, kept dense in a body's series through every change until they are fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.store.change import Change
    from klubban.store.database import Database


def renumber(change: Change, meeting_id: int, *, moved: int | None = None, gone: int | None = None) -> None:
    """Give numbers to the items of an opened meeting, and of later ones of its series, once its agenda changed.

    `moved` is an item that has another place now; `gone` the number of one that was taken out. Nothing
    is done before the meeting is opened. Raises RuleBroken where a fixed paragraph would need another number.
    """
    raise NotImplementedError


def set_unnumbered(database: Database, item_id: int, unnumbered: bool) -> None:  # noqa: FBT001 - what is set
    """Let an item be no paragraph, or one again; raises RuleBroken for a fixed one, LookupError."""
    raise NotImplementedError


def set_first_number(database: Database, body_id: int, year: int, number: int | None) -> None:
    """Say with which paragraph a body begins a year, where that is not 1; None takes it back.

    Raises RuleBroken for a number that fixed paragraphs of the year have passed; LookupError.
    """
    raise NotImplementedError
