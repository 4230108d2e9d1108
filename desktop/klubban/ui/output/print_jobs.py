"""What the process that prints is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from klubban.documents.tree import Document
    from klubban.ui.output.sheets import Range


@dataclass(frozen=True, slots=True)
class How:
    """How a job is printed."""

    printer: str = ""
    """The system's own where it is empty."""
    copies: int = 1
    pages: tuple[Range, ...] = ()
    """Of each document; all where there are none."""
    duplex: bool = False
    """On both sides, turned at the long edge."""
    colour: bool = False


@dataclass(frozen=True, slots=True)
class FindPrinters:
    """Look for the printers that are installed."""


@dataclass(frozen=True, slots=True)
class PrintDocuments:
    """Print documents as one job."""

    name: str
    """What the queue of the printer calls it."""
    documents: tuple[Document, ...]
    how: How
    work: Path
    """Everything that is only for a while lies in this folder."""


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """A printer, and what it can do."""

    name: str
    told: str
    """Where it stands, or what it is."""
    colour: bool
    duplex: bool


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers that are installed, the one first that is used unless another is chosen."""

    found: tuple[FoundPrinter, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """What was handed to the printer."""

    pages: int
    sheets: int
