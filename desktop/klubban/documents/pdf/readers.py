"""PDF files opened to be signed or examined, within limits: whatever was sent may be anything."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

from klubban.domain.errors import RuleBroken
from klubban.domain.examined import FieldIn
from klubban.domain.text import as_seen

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what it remarks is told in our own words

Place: TypeAlias = tuple[int, tuple[float, float, float, float]]
"""A page, counted from 1, and the corners of something on it."""
LARGEST = 200_000_000
"""Bytes; a scan of 80 MB is a large one."""
_HEAD = 1024
"""Bytes in which a file says that it is PDF."""
_MOST_FIELDS = 500
_MOST_PAGES = 20_000
_MOST_BLANK = 100_000
"""Bytes of nothing at the end, which the library reads backwards one by one."""


def check(pdf: bytes) -> None:
    """Raise RuleBroken for what cannot be a PDF file."""
    if not pdf:
        raise RuleBroken("The file is empty (0 bytes); expected a PDF")
    if len(pdf) > LARGEST:
        raise RuleBroken(
            "The file has {size} MB; expected {limit} MB at the most",
            size=len(pdf) // 1_000_000,
            limit=LARGEST // 1_000_000,
        )
    if b"%PDF-" not in pdf[:_HEAD]:
        raise RuleBroken("The file is no PDF")
    if not pdf[-_MOST_BLANK:].strip(b"\0\t\n\f\r "):
        raise RuleBroken("The PDF is damaged and cannot be read")


@contextmanager
def broken_is_told() -> Iterator[None]:
    """Make whatever a library says of a damaged file one clear refusal."""
    try:
        yield
    except RuleBroken:
        raise
    except MemoryError as error:
        raise RuleBroken("The PDF unpacks to more than this computer can hold") from error
    except Exception as error:  # the library was not made for files that lie
        raise _as_told(error) from error


def _as_told(error: Exception) -> RuleBroken:
    from pyhanko.pdf_utils.misc import PdfDecodeLimitError

    if isinstance(error, PdfDecodeLimitError):
        return RuleBroken("The PDF unpacks to more than can be right, and was not read")
    return RuleBroken("The PDF is damaged and cannot be read")


def opened(pdf: bytes) -> PdfFileReader:
    """Return a file as it was read; raises RuleBroken for what is none, or is locked."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    check(pdf)
    with broken_is_told():
        reader = PdfFileReader(BytesIO(pdf), strict=False)
        if reader.encrypted:
            raise RuleBroken("The PDF is protected with a password; nobody can sign or examine it so")
        reader.root  # noqa: B018 - a file without one is none
    return reader


def fields(reader: PdfFileReader) -> tuple[FieldIn, ...]:
    """Return the fields to sign in, in the file's order."""
    from pyhanko.sign.fields import enumerate_sig_fields

    with broken_is_told():
        pages = _pages_of_fields(reader)
        found = []
        for name, value, reference in enumerate_sig_fields(reader):
            own = reference.get_object()
            says = own.get("/TU", "")
            found.append(
                FieldIn(
                    name=as_seen(name),
                    says=as_seen(says) if isinstance(says, str) else "",
                    signed=value is not None,
                    page=pages.get(getattr(reference, "idnum", None)),
                )
            )
            if len(found) > _MOST_FIELDS:
                raise RuleBroken("The PDF has more than {limit} fields to sign in", limit=_MOST_FIELDS)
        return tuple(found)


def _pages_of_fields(reader: PdfFileReader) -> dict[int | None, int]:
    """Return the page, counted from 1, of each annotation, by its number in the file."""
    found: dict[int | None, int] = {}
    for number, page in enumerate(pages_of(reader), 1):
        annotations = page.get("/Annots", None)
        if annotations is None:
            continue
        for index in range(len(annotations)):
            found.setdefault(getattr(annotations.raw_get(index), "idnum", None), number)
    return found


def pages_of(reader: PdfFileReader) -> Iterator[Any]:
    """Walk the pages, however they hang together; each node of the tree is seen once."""
    waiting, seen, count = [reader.root.raw_get("/Pages")], set(), 0
    while waiting:
        reference = waiting.pop()
        mark = getattr(reference, "reference", None) or id(reference)
        if mark in seen:
            continue
        seen.add(mark)
        node = reference.get_object()
        kids = node.get("/Kids", None)
        if kids is None:
            count += 1
            if count > _MOST_PAGES:
                raise RuleBroken("The PDF has more than {limit} pages", limit=_MOST_PAGES)
            yield node
        else:
            waiting.extend(kids.raw_get(index) for index in reversed(range(len(kids))))


def box_of(reader: PdfFileReader, name: str) -> tuple[float, float]:
    """Return how wide and high a field is, in points."""
    from pyhanko.sign.fields import enumerate_sig_fields

    for found, _value, reference in enumerate_sig_fields(reader, with_name=name):
        if found == name and "/Rect" in reference.get_object():
            left, foot, right, top = (float(each) for each in reference.get_object()["/Rect"])
            return abs(right - left), abs(top - foot)
    return 0.0, 0.0


def boxes(reader: PdfFileReader) -> list[Place]:
    """Return where the fields to sign in are."""
    from pyhanko.sign.fields import enumerate_sig_fields

    pages = _pages_of_fields(reader)
    found = []
    for _name, _value, reference in enumerate_sig_fields(reader):
        box, page = reference.get_object().get("/Rect", None), pages.get(getattr(reference, "idnum", None))
        if box is None or page is None:
            continue
        one, two, three, four = (float(each) for each in box)
        found.append((page, (min(one, three), min(two, four), max(one, three), max(two, four))))
    return found


def day_of(reader: PdfFileReader) -> dt.date | None:
    """Return the day that a document says that it was made."""
    try:
        said = str(reader.trailer["/Info"]["/CreationDate"]).removeprefix("D:")[: len("20160225")]
        return dt.datetime.strptime(said, "%Y%m%d").replace(tzinfo=dt.UTC).date()
    except Exception:  # noqa: BLE001 - it says nothing that can be read
        return None


def marks_on_pages(reader: PdfFileReader) -> list[int]:
    """Return how many notes, links and fields each page has, but for signatures of which nothing is seen."""
    return [sum(1 for each in page.get("/Annots", None) or () if _is_seen(each)) for page in pages_of(reader)]


def _is_seen(annotation: Any) -> bool:
    own = annotation.get_object()
    if own.get("/Subtype", None) != "/Widget" or own.get("/FT", None) != "/Sig":
        return True
    left, foot, right, top = (float(each) for each in own.get("/Rect", (0, 0, 0, 0)))
    return left != right and foot != top
