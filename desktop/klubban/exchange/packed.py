"""Packed documents, such as Word's, looked at before they are unpacked: a small file can fill the memory."""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from klubban.domain.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_UNPACKED = 300_000_000
"""Bytes of all parts together, pictures too."""
MOST_TEXT = 30_000_000
"""Bytes of the parts that are text."""
_MOST_PARTS = 10_000
_TEXT = (".xml", ".rels")
_FORBIDDEN = (b"<!doctype", b"<!entity")
_DAMAGED = (
    BadZipFile, zlib.error, OSError, EOFError, SyntaxError, RuntimeError, LookupError, ValueError, TypeError,
    AttributeError, AssertionError, RecursionError, NotImplementedError,
)  # fmt: skip
"""What zipfile, lxml and python-docx raise for documents that are not whole."""


@contextmanager
def reading_document() -> Iterator[None]:
    """Say in words that a document cannot be read, whatever a library says about it."""
    try:
        yield
    except _DAMAGED as error:
        raise RuleBroken("The document is damaged, or protected by a password, and cannot be read") from error


def checked_parts(data: bytes) -> dict[str, int]:
    """Return the names of a packed document's parts and their sizes.

    Raises RuleBroken for one that unpacks to too much, or whose text could call in something from outside.
    """
    with reading_document(), ZipFile(BytesIO(data)) as packed:
        parts = packed.infolist()
        texts = [part for part in parts if part.filename.lower().endswith(_TEXT)]
        if (
            len(parts) > _MOST_PARTS
            or sum(part.file_size for part in parts) > MOST_UNPACKED
            or sum(part.file_size for part in texts) > MOST_TEXT
        ):
            raise RuleBroken(
                "The document unpacks to more than {limit} MB and is not read", limit=MOST_TEXT // 1_000_000
            )
        for part in texts:
            if _calls_in(packed.read(part)):
                raise RuleBroken("The document calls in something from outside itself, and is not read")
        return {part.filename: part.file_size for part in parts}


def part(data: bytes, name: str) -> bytes:
    """Return one part of a packed document that was checked."""
    with reading_document(), ZipFile(BytesIO(data)) as packed:
        return packed.read(name)


def _calls_in(text: bytes) -> bool:
    """Tell whether a part defines entities, in whatever encoding; no document of an office does."""
    plain = text.replace(b"\0", b"").lower()
    return any(each in plain for each in _FORBIDDEN)
