"""A file written small, its objects packed together: a structure tree has thousands of little ones."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOGETHER = 200
"""So many objects are packed together: a reader unpacks them all for one."""
_IN_FILE, _IN_STREAM = 1, 2
_FREE = (0, 0, 65535)
"""The first line of every table of objects."""


class _File:
    """What was written, and where each object is in it."""

    def __init__(self, beginning: bytes) -> None:
        self.parts = [beginning]
        self.size = len(beginning)
        self.places: dict[int, tuple[int, int, int]] = {0: _FREE}

    def add(self, number: int, body: bytes) -> None:
        """Append an object."""
        self.places[number] = (_IN_FILE, self.size, 0)
        self.parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        self.size += len(self.parts[-1])

    def add_together(self, number: int, objects: Sequence[tuple[int, bytes]]) -> None:
        """Append a stream of objects."""
        self.places |= {each: (_IN_STREAM, number, index) for index, (each, _) in enumerate(objects)}
        self.add(number, _objects(objects))

    def end(self, number: int, trailer: bytes) -> bytes:
        """Append the table of all objects, and return the whole file."""
        begins = self.size
        self.places[number] = (_IN_FILE, begins, 0)
        rows = b"".join(struct.pack(">BIH", *self.places[each]) for each in range(number + 1))
        self.add(number, _stream(b"/Type/XRef/Size %d/W[1 4 2]%s" % (number + 1, trailer), rows))
        return b"".join((*self.parts, b"startxref\n%d\n%%%%EOF\n" % begins))


def packed(document: Any) -> bytes:
    """Return ReportLab's document as a file, in the place of PDFDocument.format (ISO 32000-1, 7.5.7, 7.5.8).

    Objects that are no streams themselves are in streams of objects, and the table of them all is one too.
    """
    entries = {
        b"Root": document.Reference(document.Catalog),
        b"Info": document.Reference(document.info),
        b"ID": document.ID(),
    }
    file = _File(pdfdoc.PDFFile(document._pdfVersion).format(document))  # noqa: SLF001 - nobody else knows it
    small, number = list[tuple[int, bytes]](), 1
    while number in document.numberToId:  # writing one object may make more
        body = document.idToObject[document.numberToId[number]].format(document).rstrip()
        if body.endswith(b"endstream"):
            file.add(number, body)
        else:
            small.append((number, body))
        number += 1
    for first in range(0, len(small), _TOGETHER):
        file.add_together(number, small[first : first + _TOGETHER])
        number += 1
    return file.end(
        number, b"".join(b"/%s %s" % (name, pdfdoc.format(of, document)) for name, of in entries.items())
    )


def _objects(together: Sequence[tuple[int, bytes]]) -> bytes:
    """Return objects as one stream: their numbers and places, and then themselves."""
    places, at = list[bytes](), 0
    for number, body in together:
        places.append(b"%d %d " % (number, at))
        at += len(body) + 1
    head = b"".join(places)
    content = head + b"".join(body + b"\n" for _, body in together)
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(together), len(head)), content)


def _stream(entries: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)
