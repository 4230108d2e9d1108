"""Pages of a finished file for a printer, in strips from the top: a whole page at its dots takes too much."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]  # it has no types

if TYPE_CHECKING:
    from collections.abc import Iterator

raw = pypdfium2.raw
_MOST = 8_000_000
"""Bytes of a strip."""
_OVERLAP = 2
"""Rows that a strip shares with the one above: a printer that scales them leaves no seam."""
_WHITE = (255, 255, 255, 255)
_FLAGS = raw.FPDF_ANNOT | raw.FPDF_PRINTING


@dataclass(frozen=True, slots=True)
class Strip:
    """Some rows of a page: bytes of grey, or pixels of four bytes (blue, green, red and one unused)."""

    top: int
    width: int
    height: int
    stride: int
    pixels: bytes


def strips(
    data: bytes, page: int, size: tuple[int, int], *, grey: bool, most: int = _MOST
) -> Iterator[Strip]:
    """Walk a page, counted from 1, drawn so many dots wide and high; raises IndexError for no such page.

    No strip takes more than `most` bytes.
    """
    wide, high = size
    rows = max(_OVERLAP + 1, most // (wide * (1 if grey else 4)))
    with closing(pypdfium2.PdfDocument(data)) as file:
        if not 1 <= page <= len(file):
            raise IndexError(page)
        leaf = file[page - 1]
        for top in range(0, high, rows - _OVERLAP):
            yield _strip(leaf, (wide, high), top, min(rows, high - top), grey=grey)
            if top + rows >= high:
                return


def _strip(leaf: pypdfium2.PdfPage, size: tuple[int, int], top: int, rows: int, *, grey: bool) -> Strip:
    form = raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRx
    bitmap = pypdfium2.PdfBitmap.new_native(size[0], rows, form)
    bitmap.fill_rect(_WHITE, 0, 0, size[0], rows)
    flags = _FLAGS | (raw.FPDF_GRAYSCALE if grey else 0)
    raw.FPDF_RenderPageBitmap(bitmap, leaf, 0, -top, *size, 0, flags)
    return Strip(top, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
