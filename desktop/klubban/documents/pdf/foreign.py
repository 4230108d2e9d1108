"""Pages of papers that came from others, PDF or pictures, as pixels; nothing in them is run.

PDFium is used without its form filling, which alone would run scripts. What a file claims about its size is
not believed further than a page of so many pixels goes.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it has no types
from PIL import Image, ImageOps

from klubban.documents.pdf import Picture
from klubban.domain.errors import RuleBroken
from klubban.domain.media import Media

MOST_PIXELS = 40_000_000
"""Of a page as drawn: 160 MB."""
MOST_IN_FILE = 150_000_000
"""Pixels of a picture as it lies in its file; a page scanned at 1200 dots an inch has 140 million."""
MOST_FRAMES = 500
_ENLARGED = 2
"""A small picture is drawn at most so much larger than it is."""
_WITH_ALPHA = ("RGBA", "LA", "P", "PA")
_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""


class Pages:
    """The pages of one paper, opened once; raises RuleBroken when it cannot be."""

    def __init__(self, data: bytes, media: Media) -> None:
        self._pdf = _pdf(data) if media is Media.PDF else None
        self._picture = _picture(data, media) if media is not Media.PDF else None
        self.count = len(self._pdf) if self._pdf else min(getattr(self._picture, "n_frames", 1), MOST_FRAMES)
        if media is Media.GIF:
            self.count = 1  # what moves is shown as it begins

    def page(self, number: int, width: int) -> Picture:
        """Return a page, counted from 1, so many pixels wide; raises RuleBroken for one that is broken."""
        if self._pdf is not None:
            return _page(self._pdf, number, width)
        return _frame(self._picture, number, width)

    def close(self) -> None:
        """Let go of it."""
        for each in (self._pdf, self._picture):
            if each is not None:
                each.close()


def _pdf(data: bytes) -> Any:
    try:
        file = pypdfium2.PdfDocument(data)
        pages = len(file)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise RuleBroken("The PDF is protected by a password and cannot be shown") from error
        raise RuleBroken("The PDF is damaged and cannot be shown") from error
    if not pages:
        raise RuleBroken("The PDF has no pages")
    return file


def _page(file: Any, number: int, width: int) -> Picture:
    try:
        page = file[number - 1]
        wide, high = page.get_size()
        scale = width / max(wide, 1)
        scale = min(scale, (MOST_PIXELS / max(wide * high, 1)) ** 0.5)
        bitmap = page.render(scale=scale, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    except (pypdfium2.PdfiumError, MemoryError, ValueError) as error:
        raise RuleBroken("Page {page} is damaged and cannot be shown", page=number) from error


def _picture(data: bytes, media: Media) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # sizes are looked at below
        try:
            found = Image.open(BytesIO(data), formats=[media.name])
        except Image.DecompressionBombError as error:
            raise _too_large() from error
        except (OSError, ValueError, SyntaxError) as error:
            raise _damaged() from error
    if found.width * found.height > MOST_IN_FILE:
        raise _too_large()
    return found


def _frame(picture: Any, number: int, width: int) -> Picture:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture.seek(number - 1)
            if picture.width * picture.height > MOST_IN_FILE:
                raise _too_large()
            picture.draft("RGB", (width, width))
            upright = ImageOps.exif_transpose(picture)
            if upright.mode not in _WITH_ALPHA:
                upright = upright.convert("RGB")
            upright = upright.convert("RGBA")
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError) as error:
        raise _damaged() from error
    width = min(width, upright.width * _ENLARGED)
    height = max(1, round(upright.height * width / upright.width))
    shrink = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5)
    size = max(1, round(width * shrink)), max(1, round(height * shrink))
    paper = Image.new("RGBA", size, (255, 255, 255, 255))
    paper.alpha_composite(upright.resize(size, Image.Resampling.LANCZOS))
    return Picture(*size, size[0] * 4, paper.convert("RGB").tobytes("raw", "BGRX"))


def _damaged() -> RuleBroken:
    return RuleBroken("The picture is damaged and cannot be shown")


def _too_large() -> RuleBroken:
    return RuleBroken(
        "The picture has more than {limit} million pixels and is not shown", limit=MOST_IN_FILE // 1_000_000
    )
