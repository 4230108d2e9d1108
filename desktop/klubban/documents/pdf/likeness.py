"""Whether two PDF files say and look the same, page by page, by another reader than what checks signatures.

What is seen in the fields to sign in is left out, since that is what signing changes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it has no types
from PIL import Image, ImageChops, ImageDraw

from klubban.documents.pdf.readers import Place
from klubban.domain.errors import RuleBroken

Box = tuple[float, float, float, float]
_SCALE = 0.6
_MOST_PIXELS = 4_000_000
_MOST_PAGES = 3_000
_DIFFERS = 70
"""Of 255 shades; less is another rounding of the same edge."""
_MOST_DIFFERING = 3
"""Pixels of a page."""
_GROWN = 1.5
"""Points around a field that are its own."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What differs, by pages counted from 1."""

    words: tuple[int, ...] = ()
    missing: int = 0
    """Pages of the first that the second does not have."""
    extra: int = 0


def words_differ(one: bytes, other: bytes) -> Likeness:
    """Compare the words of the pages."""
    with _both(one, other) as (first, second):
        pages = min(len(first), len(second))
        return Likeness(
            words=tuple(n + 1 for n in range(pages) if _words(first[n]) != _words(second[n])),
            missing=max(len(first) - len(second), 0),
            extra=max(len(second) - len(first), 0),
        )


def looks_differ(one: bytes, other: bytes, fields: Sequence[Place]) -> tuple[int, ...]:
    """Return the pages, counted from 1, that look otherwise outside of the fields."""
    with _both(one, other) as (first, second):
        pages = min(len(first), len(second))
        return tuple(
            n + 1
            for n in range(pages)
            if _differ(first[n], second[n], [box for page, box in fields if page == n + 1])
        )


@contextmanager
def _both(one: bytes, other: bytes) -> Iterator[tuple[Any, Any]]:
    opened: list[Any] = []
    try:
        for data in (one, other):
            opened.append(pypdfium2.PdfDocument(data))
            if len(opened[-1]) > _MOST_PAGES:
                raise RuleBroken("The PDF has more than {limit} pages", limit=_MOST_PAGES)
        yield opened[0], opened[1]
    except pypdfium2.PdfiumError as error:
        raise RuleBroken("The PDF is damaged and cannot be read") from error
    finally:
        for each in opened:
            each.close()


def _words(page: Any) -> str:
    """Return the words of a page as they are compared: composed, and without white space and soft hyphens."""
    text = page.get_textpage()
    try:
        said = text.get_text_bounded()
    finally:
        text.close()
    kept = unicodedata.normalize("NFKC", said)
    return "".join(one for one in kept if not one.isspace() and unicodedata.category(one) not in ("Cc", "Cf"))


def _differ(one: Any, other: Any, boxes: Sequence[Box]) -> bool:
    size = one.get_size()
    if any(abs(mine - theirs) > 1 for mine, theirs in zip(size, other.get_size(), strict=True)):
        return True
    scale = min(_SCALE, (_MOST_PIXELS / max(size[0] * size[1], 1)) ** 0.5)
    drawn = [_drawn(page, scale) for page in (one, other)]
    if drawn[0].size != drawn[1].size:
        return True
    for picture in drawn:
        pen = ImageDraw.Draw(picture)
        for left, foot, right, top in boxes:
            high = size[1]
            corners = (left - _GROWN, high - top - _GROWN, right + _GROWN, high - foot + _GROWN)
            pen.rectangle([each * scale for each in corners], fill=255)
    histogram = ImageChops.difference(*drawn).histogram()
    return sum(histogram[_DIFFERS:]) > _MOST_DIFFERING


def _drawn(page: Any, scale: float) -> Image.Image:
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    picture: Image.Image = bitmap.to_pil()
    return picture.convert("L")
