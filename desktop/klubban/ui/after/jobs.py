"""What the room has the other process do: make, sign and examine files, and read scans. Nothing knows Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from klubban.documents.forms import Form
    from klubban.documents.pdf.signatures import Card, Pkcs12
    from klubban.documents.tree import Document
    from klubban.domain.examined import Examined
    from klubban.operations.paper_file import PaperFile
    from klubban.operations.signing_by_service import Examining
    from klubban.operations.signing_locally import Signed, ToSign


@dataclass(frozen=True, slots=True)
class MakeFile:
    """Set a document, and return its bytes as PDF."""

    document: Document


@dataclass(frozen=True, slots=True)
class SignFile:
    """Put one signature into a file, and examine what came of it."""

    to_sign: ToSign = field(repr=False)
    key: Pkcs12 | Card


@dataclass(frozen=True, slots=True)
class Examine:
    """Examine a file that was signed elsewhere."""

    examining: Examining


@dataclass(frozen=True, slots=True)
class ReadSigned:
    """Read a file that was signed elsewhere."""

    path: Path
    open_file: Path
    """The file of the office, which nobody signed."""


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
class FileRead:
    """The bytes of a file."""

    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """What a file was found to be."""

    examined: Examined


@dataclass(frozen=True, slots=True)
class ScanRead:
    """A scan that may be kept."""

    paper: PaperFile


@dataclass(frozen=True, slots=True)
class FileSigned:
    """A file with one more signature."""

    signed: Signed


SigningJob: TypeAlias = MakeFile | SignFile | Examine | ReadSigned | ReadScan
SigningAnswer: TypeAlias = FileMade | FileSigned | Found | FileRead | ScanRead


def do(job: SigningJob, file: Callable[[Document, Form], bytes]) -> SigningAnswer:
    """Do a job; `file` sets a document, unless it was set lately. Raises RuleBroken and Trouble."""
    match job:
        case MakeFile(document):
            from klubban.documents.forms import Form

            return FileMade(file(document, Form.PDF))
        case SignFile(to_sign, key):
            return FileSigned(to_sign.signed(key))
        case Examine(examining):
            return Found(examining.done())
        case ReadSigned(path, open_file):
            from klubban.operations.paper_file import read_file

            return FileRead(read_file(path, open_file=open_file))
        case ReadScan(path, open_file):
            from klubban.operations.signing_by_pen import read_scan

            return ScanRead(read_scan(path, open_file=open_file))
