"""What the room has the other process do: make, sign and examine files, and read scans. Nothing knows Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from klubban.documents.forms import Form
    from klubban.documents.pdf.signatures import Card, Pkcs12
    from klubban.documents.tree import Document
    from klubban.domain.examined import Examined, Stamp
    from klubban.operations.paper_file import PaperFile
    from klubban.operations.signing_by_service import Examining


@dataclass(frozen=True, slots=True)
class MakeFile:
    """Set a document, and return its bytes as PDF."""

    document: Document


@dataclass(frozen=True, slots=True)
class SignFile:
    """Put one signature into a file."""

    pdf: bytes = field(repr=False)
    field: str
    key: Pkcs12 | Card
    stamp: Stamp
    at: datetime
    time_stamp_server: str | None = None


@dataclass(frozen=True, slots=True)
class Examine:
    """Examine a file that was signed elsewhere."""

    examining: Examining


@dataclass(frozen=True, slots=True)
class ReadScan:
    """Read the scan of a signed paper."""

    path: Path
    open_file: Path
    """The file of the office, which is no scan."""


@dataclass(frozen=True, slots=True)
class FileMade:
    """A PDF file."""

    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """What a file was found to be."""

    examined: Examined


@dataclass(frozen=True, slots=True)
class ScanRead:
    """A scan that may be kept."""

    paper: PaperFile


SigningJob: TypeAlias = MakeFile | SignFile | Examine | ReadScan
SigningAnswer: TypeAlias = FileMade | Found | ScanRead


def do(job: SigningJob, file: Callable[[Document, Form], bytes]) -> SigningAnswer:
    """Do a job; `file` sets a document, unless it was set lately. Raises RuleBroken and Trouble."""
    match job:
        case MakeFile(document):
            from klubban.documents.forms import Form

            return FileMade(file(document, Form.PDF))
        case SignFile(pdf, name, key, stamp, at, server):
            from klubban.documents.pdf.signatures import sign

            return FileMade(sign(pdf, name, key, stamp, at=at, time_stamp_server=server))
        case Examine(examining):
            return Found(examining.done())
        case ReadScan(path, open_file):
            from klubban.operations.signing_by_pen import read_scan

            return ScanRead(read_scan(path, open_file=open_file))
