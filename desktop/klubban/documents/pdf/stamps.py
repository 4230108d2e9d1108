"""What is written at the top of each page of a bundle: which document it is, and its number in the whole.

The words stand in the outermost margin on white labels of their own, upright as the page is read, in a size
that goes with the page's.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary
from reportlab.pdfgen.canvas import Canvas

from klubban.documents.pdf.characters import dressed, visible
from klubban.documents.pdf.fonts import Face, font, width
from klubban.documents.pdf.styles import INK, PAGE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

_HIGH = 40.0
_BASELINE = 9.5
_SIZE = 8.0
_SIDE = 30.0
"""Ten millimetres, which any printer prints."""
_PAD = 3.0
_SMALLEST, _LARGEST = 0.45, 4.0
_NAME = "/KlubbanStamp"
_QUARTER = 90


@dataclass(frozen=True, slots=True)
class Stamp:
    """The words of one page."""

    right: str
    left: str = ""
    middle: str = ""


def put(file: pikepdf.Pdf, stamps: Sequence[Stamp], first: int = 0) -> None:
    """Write a stamp on each page, from one on."""
    frames = [_Frame.of(page) for page in file.pages[first : first + len(stamps)]]
    drawn = pikepdf.open(BytesIO(_drawn(stamps, frames)))
    for page, frame, label in zip(file.pages[first:], frames, drawn.pages, strict=False):
        form = file.copy_foreign(label.as_form_xobject(handle_transformations=False))
        resources = _own(page.obj.get("/Resources"))
        resources.XObject = _own(resources.get("/XObject"))
        resources.XObject[_NAME] = form
        page.obj.Resources = resources
        code = f"/Artifact BMC q {frame.matrix} cm {_NAME} Do Q EMC".encode()
        contents = page.obj.get("/Contents")
        before = list(contents) if isinstance(contents, Array) else [contents] if contents is not None else []
        page.obj.Contents = Array([*before, file.make_stream(code)])


def _own(shared: Any) -> Any:
    """Return a dictionary that other pages may have too as one of a page's own."""
    return Dictionary(dict(shared.items())) if isinstance(shared, Dictionary) else Dictionary()


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the strip goes on a page, and how long it is in its own measure."""

    long: float
    matrix: str

    @classmethod
    def of(cls, page: pikepdf.Page) -> _Frame:
        left, foot, right, head = _seen(page)
        turned = int(page.obj.get("/Rotate", 0)) % (4 * _QUARTER)
        across = turned in (_QUARTER, 3 * _QUARTER)
        wide, high = right - left, head - foot
        seen_wide, seen_high = (high, wide) if across else (wide, high)
        scale = max(_SMALLEST, min(min(seen_wide, seen_high) / PAGE_WIDTH, _LARGEST))
        up = seen_high - _HIGH * scale
        matrix = {
            0: (scale, 0, 0, scale, left, foot + up),
            _QUARTER: (0, scale, -scale, 0, right - up, foot),
            2 * _QUARTER: (-scale, 0, 0, -scale, right, head - up),
            3 * _QUARTER: (0, -scale, scale, 0, left + up, head),
        }.get(turned, (scale, 0, 0, scale, left, foot + up))
        return cls(seen_wide / scale, " ".join(f"{number:.4f}" for number in matrix))


def _seen(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Return the corners of what is seen of a page, whatever order they are written in."""
    media, crop = (_box(each) for each in (page.mediabox, page.cropbox))
    both = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return both if both[0] < both[2] and both[1] < both[3] else media


def _box(box: Any) -> tuple[float, float, float, float]:
    one, two, three, four = (float(number) for number in box)
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _drawn(stamps: Sequence[Stamp], frames: Sequence[_Frame]) -> bytes:
    """Return a file with a strip for each page."""
    target = BytesIO()
    for face in (Face.SANS, Face.SANS_STRONG):
        font(face)
    canvas = Canvas(target, invariant=1, pageCompression=1)
    for stamp, frame in zip(stamps, frames, strict=True):
        canvas.setPageSize((frame.long, _HIGH))
        end = _label(canvas, stamp.left, Face.SANS_STRONG, _SIDE)
        wide = _width(stamp.right, Face.SANS)
        start = frame.long - _SIDE - wide
        _label(canvas, stamp.right, Face.SANS, start)
        middle = _width(stamp.middle, Face.SANS_STRONG)
        centred = max(end + 4 * _PAD, (frame.long - middle) / 2)
        _label(canvas, stamp.middle, Face.SANS_STRONG, min(centred, start - middle - 4 * _PAD))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _width(text: str, face: Face) -> float:
    return sum(width(part, used, _SIZE) for used, part in dressed(visible(text), face))


def _label(canvas: Canvas, text: str, face: Face, x: float) -> float:
    """Write words on white, and return where they end."""
    if not text:
        return x
    wide = _width(text, face)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(x - _PAD, _BASELINE - _PAD, wide + 2 * _PAD, _SIZE + 2 * _PAD - 1.5, stroke=0, fill=1)
    canvas.setFillColorRGB(*INK)
    pen = canvas.beginText(x, _BASELINE)
    for used, part in dressed(visible(text), face):
        font(used)
        pen.setFont(used.value, _SIZE)
        pen.textOut(part)
    canvas.drawText(pen)
    return x + wide
