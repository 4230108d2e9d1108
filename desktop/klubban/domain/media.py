"""What sort a file is, by its bytes and never by its name; and which sorts are kept as papers."""

from __future__ import annotations

from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from klubban.domain.errors import RuleBroken

MOST_BYTES = 100_000_000
"""The largest file that is kept: 100 MB."""

_PDF_BEGINS_WITHIN = 1024
"""PDF readers look for the mark in so many of the first bytes (ISO 32000-1, annex H)."""


class Media(StrEnum):
    """The sorts that are kept, by their media type (RFC 6838)."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    DOC = "application/msword"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    ODP = "application/vnd.oasis.opendocument.presentation"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"
    GIF = "image/gif"
    WEBP = "image/webp"

    @property
    def ending(self) -> str:
        """Return how the name of such a file ends, with its dot."""
        return f".{'jpg' if self is Media.JPEG else self.name.lower()}"

    @property
    def endings(self) -> tuple[str, ...]:
        """Return all endings that such a file may have."""
        more = {Media.JPEG: (".jpeg", ".jpe"), Media.TIFF: (".tif",)}
        return (self.ending, *more.get(self, ()))

    @property
    def is_picture(self) -> bool:
        """Tell whether it is a picture."""
        return self.value.startswith("image/")


class Alien(StrEnum):
    """What a file is that is not kept."""

    PROGRAM = "program"
    SCRIPT = "script"
    ARCHIVE = "archive"
    OTHER = "other"


_PROGRAMS = (
    b"MZ", b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe", b"\x00asm", b"L\x00\x00\x00\x01\x14\x02\x00", b"dex\n",
)  # fmt: skip
_SCRIPTS = (b"#!", b"@echo", b"<script", b"<?php", b"<hta:", b"<job")
_ARCHIVES = (
    b"PK\x03\x04", b"PK\x05\x06", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd", b"MSCF",
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": Media.PNG,
    b"\xff\xd8\xff": Media.JPEG,
    b"II*\x00": Media.TIFF,
    b"MM\x00*": Media.TIFF,
    b"GIF87a": Media.GIF,
    b"GIF89a": Media.GIF,
}
_WORD = "word/document.xml"
_MACROS = ("vbaproject.bin", "vbadata.xml")
_OPEN = {each.value: each for each in (Media.ODT, Media.ODS, Media.ODP)}


def sort_of(data: bytes) -> Media | Alien:
    """Return what sort a file is. A file that could be two things counts as the more dangerous one."""
    head = data[:_PDF_BEGINS_WITHIN]
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_PROGRAMS):
        return Alien.PROGRAM
    if start.startswith(_SCRIPTS):
        return Alien.SCRIPT
    if head.startswith(_OLE):
        return _in_ole(data)
    if head.startswith(_ARCHIVES):
        return _in_zip(data) if head.startswith(b"PK") else Alien.ARCHIVE
    return _picture(head) or (Media.PDF if b"%PDF-" in head else Alien.OTHER)


def _picture(head: bytes) -> Media | None:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Media.WEBP
    return next((media for begins, media in _PICTURES.items() if head.startswith(begins)), None)


def _in_ole(data: bytes) -> Media | Alien:
    """Look into the directory of an OLE file: old Word, or an installer, a message, a workbook."""
    return Media.DOC if "WordDocument".encode("utf-16-le") in data else Alien.OTHER


def _in_zip(data: bytes) -> Media | Alien:
    try:
        with ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
            if any(name.lower().endswith(_MACROS) for name in names):
                return Alien.PROGRAM
            if _WORD in names and "[Content_Types].xml" in names:
                return Media.DOCX
            if "content.xml" in names and "mimetype" in names:
                with packed.open("mimetype") as told:
                    words = told.read(100).decode("ascii", "replace").strip()
                return _OPEN.get(words, Alien.ARCHIVE)
    except (BadZipFile, OSError, EOFError, RuntimeError, ValueError, NotImplementedError):
        return Alien.ARCHIVE
    return Alien.ARCHIVE


def checked_size(size: int, name: str) -> None:
    """Raise RuleBroken for a file that is empty, or larger than what is kept."""
    if not size:
        raise RuleBroken("{file} is empty", file=name)
    if size > MOST_BYTES:
        raise RuleBroken(
            "{file} is {size} MB; a paper may be {limit} MB at most",
            file=name,
            size=-(-size // 1_000_000),
            limit=MOST_BYTES // 1_000_000,
        )


def checked_media(data: bytes, name: str) -> Media:
    """Return the sort of a file; raises RuleBroken for one that is not kept, and says what may be."""
    checked_size(len(data), name)
    found = sort_of(data)
    if isinstance(found, Alien):
        raise _refusal(found, name)
    return found


def _refusal(found: Alien, name: str) -> RuleBroken:
    match found:
        case Alien.PROGRAM:
            return RuleBroken(
                "{file} is a program, or holds one, and is not kept. "
                "Papers are PDF, Word, OpenDocument and pictures.",
                file=name,
            )
        case Alien.SCRIPT:
            return RuleBroken(
                "{file} is a script and is not kept. Papers are PDF, Word, OpenDocument and pictures.",
                file=name,
            )
        case Alien.ARCHIVE:
            return RuleBroken(
                "{file} is a packed archive, or a damaged document. Unpack it, and choose the papers in it.",
                file=name,
            )
        case Alien.OTHER:
            return RuleBroken(
                "{file} is none of what is kept as a paper: PDF, Word, OpenDocument and pictures "
                "(PNG, JPEG, TIFF, GIF, WebP). Save it as a PDF, and choose that.",
                file=name,
            )
