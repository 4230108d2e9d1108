"""The mark that stands in a field once it is signed: who, as what, and when.

It is a page of its own, as large as the field, in the faces that every document is set in.
"""

from __future__ import annotations

from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

from klubban.documents.pdf.characters import dressed, visible
from klubban.documents.pdf.fonts import Face, font, width
from klubban.documents.pdf.styles import INK, QUIET
from klubban.i18n import texts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from klubban.domain.examined import Stamp

_PAD = 4.0
_LEADING = 1.25
_NAME, _DETAIL = 10.0, 7.5
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)
"""A mark with long words is set smaller and in more lines; the name and what is below it each for itself."""

_Line = tuple[str, Face, float]


def drawn(stamp: Stamp, at: dt.datetime, size: tuple[float, float]) -> bytes:
    """Return a file of one page with the mark, as wide and as high as the field."""
    target = BytesIO()
    for face in (Face.SANS, Face.SANS_STRONG):
        font(face)
    own: Any = Face.SANS.value  # its stubs take it for a number
    canvas = Canvas(target, pagesize=size, invariant=1, pageCompression=1, initialFontName=own)
    lines = _set(_said(stamp, at), size)
    top = (size[1] + _height(lines)) / 2
    for text, face, points in lines:
        top -= points * _LEADING
        _write(canvas, (text, face, points), top + points * 0.28)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _said(stamp: Stamp, at: dt.datetime) -> tuple[_Line, ...]:
    own = texts(stamp.language)
    signed = own.gettext("Signed digitally {date} at {time}").format(
        date=own.date(at.date()), time=own.time(at.time())
    )
    wanted = (
        (stamp.name, Face.SANS_STRONG, _NAME),
        (stamp.role, Face.SANS, _DETAIL),
        (signed, Face.SANS, _DETAIL),
    )
    return tuple((" ".join(visible(text).split()), face, size) for text, face, size in wanted if text.strip())


def _set(said: Sequence[_Line], size: tuple[float, float]) -> list[_Line]:
    """Return the lines as they fit into the field: as large as they can be."""
    wide, high = size[0] - 2 * _PAD, size[1] - _PAD
    best: list[_Line] = []
    for of_name, of_rest in sorted(product(_SCALES, _SCALES), key=_readable, reverse=True):
        scaled = (
            (text, face, points * (of_name if face is Face.SANS_STRONG else of_rest))
            for text, face, points in said
        )
        best = [
            (line, face, points)
            for text, face, points in scaled
            for line in _wrapped(text, face, points, wide)
        ]
        fits = all(_wide(text, face, points) <= wide for text, face, points in best)
        if fits and _height(best) <= high:
            return best
    return list(_cut(best, wide, high))


def _readable(scales: tuple[float, float]) -> tuple[float, float]:
    """Return what ranks the scales of name and rest: the smallest letters first, then all of them."""
    name, rest = scales[0] * _NAME, scales[1] * _DETAIL
    return min(name, rest), name + rest


def _wrapped(text: str, face: Face, points: float, wide: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _wide(longer, face, points) > wide:
            yield line
            line = word
        else:
            line = longer
    yield line


def _cut(lines: Sequence[_Line], wide: float, high: float) -> Iterator[_Line]:
    """Walk so many lines as there is room for, each as far as it goes."""
    room = high
    for text, face, points in lines:
        room -= points * _LEADING
        if room < 0:
            return
        kept = text
        while len(kept) > 1 and _wide(kept, face, points) > wide:
            kept = kept.rstrip("…")[:-1] + "…"
        yield kept, face, points


def _height(lines: Sequence[_Line]) -> float:
    return sum(points * _LEADING for _, _, points in lines)


def _wide(text: str, face: Face, points: float) -> float:
    return sum(width(part, used, points) for used, part in dressed(text, face))


def _write(canvas: Canvas, line: _Line, baseline: float) -> None:
    text, face, points = line
    canvas.setFillColorRGB(*(INK if face is Face.SANS_STRONG else QUIET))
    pen = canvas.beginText(_PAD, baseline)
    for used, part in dressed(text, face):
        font(used)
        pen.setFont(used.value, points)
        pen.textOut(part)
    canvas.drawText(pen)
