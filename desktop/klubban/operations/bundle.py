"""The summons or a supplement with all its documents, as one PDF file, or as parts that can be mailed.

`prepare` reads the database and copies the papers out into a folder of its own; `make` needs neither
database nor window, and takes the folder away when it is done, has failed, or was cancelled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.store.database import Database

Progress = Callable[[int, int], object]
"""Is told how much is done, of how much; returning False cancels."""


class Cancelled(Exception):
    """Whoever waits for the bundle waits no longer."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What `make` needs; it can be sent to another process."""

    work: Path
    """The folder with the papers' bytes."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document in whose place a slip stands, or a part that is too large to mail: which, and why."""

    name: str
    """`Bilaga 3 till punkt 12: Karta`"""
    why: str
    """A template to translate, without facts."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files that were written, and what is not as one would expect."""

    paths: tuple[Path, ...]
    left_out: tuple[LeftOut, ...] = ()
    too_large: tuple[str, ...] = ()
    """The agenda numbers of items that alone are larger than what was asked for."""


def prepare(  # noqa: PLR0913 - what can be chosen of a bundle
    database: Database,
    meeting_id: int,
    *,
    supplement: bool = False,
    public: bool = False,
    confidential: bool = False,
    copies: int | Sequence[str] = (),
    most_bytes: int | None = None,
) -> Prepared:
    """Copy out what a bundle is made of.

    With `supplement` it holds what is new since what was sent, or what the last supplement told. With
    `confidential` it holds the confidential papers alone, in numbered copies, for so many or for those named.
    Parts are split by item at `most_bytes`. Raises RuleBroken where there is nothing to put in.
    """
    raise NotImplementedError


def make(prepared: Prepared, folder: Path, progress: Progress = lambda _done, _of: True) -> Made:
    """Write the bundle into a folder; raises Cancelled, and Trouble when a file cannot be written."""
    raise NotImplementedError


def discard(prepared: Prepared) -> None:
    """Take the prepared papers away, whether `make` was called or not."""
    raise NotImplementedError
