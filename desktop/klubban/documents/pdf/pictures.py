"""Pages of a finished file as pixels."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]  # it has no types

from klubban.documents.pdf import Picture


def render(data: bytes, page: int, scale: float) -> Picture:
    """Return one page, counted from 1; raises IndexError for a page that is not there."""
    file = pypdfium2.PdfDocument(data)
    try:
        if not 1 <= page <= len(file):
            raise IndexError(page)
        file.init_forms()  # or else the marks of those who have signed are not drawn
        bitmap = file[page - 1].render(scale=scale, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        file.close()


def count(data: bytes) -> int:
    """Return how many pages a file has."""
    file = pypdfium2.PdfDocument(data)
    try:
        return len(file)
    finally:
        file.close()
