"""Pictures as pages: each on a page of A4, turned as the picture lies, never larger than it is printed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from klubban.documents.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH
from klubban.documents.pdf.unfit import Unfit, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

rl_config.useA85 = 0  # pictures as bytes, not as letters
_MARGIN = 36.0
_MOST_PIXELS = 60_000_000
"""A picture of so many is 180 MB when it is unpacked; a scan of A3 at 600 dots an inch has 70."""
_PRINTED = 2480
"""So many pixels are the side of A4 at 300 dots an inch."""
_MOST_FRAMES = 500


def set_pictures(source: Path, target: Path) -> int:
    """Write the picture, or each of a file that holds several, as a page; return how many.

    Raises Unfit, OSError.
    """
    try:
        with Image.open(source) as picture:
            canvas = Canvas(str(target), invariant=1, pageCompression=1)
            count = 0
            for frame in _frames(picture):
                _draw(canvas, frame)
                count += 1
            canvas.save()
    except UnidentifiedImageError:
        raise Unfit(Why.BROKEN) from None
    except Image.DecompressionBombError:
        raise Unfit(Why.TOO_LARGE) from None
    except (OSError, SyntaxError, ValueError, TypeError) as error:
        if isinstance(error, OSError) and error.errno:  # the system's, and not the picture's
            raise
        raise Unfit(Why.BROKEN) from error
    return count


def _frames(picture: Image.Image) -> Iterator[Image.Image]:
    """Walk the pictures of a scan; of one that moves only the first."""
    if picture.format != "TIFF":
        _check(picture)
        yield picture
        return
    for number, frame in enumerate(ImageSequence.Iterator(picture)):
        if number >= _MOST_FRAMES:
            raise Unfit(Why.TOO_LARGE)
        _check(frame)
        yield frame


def _check(picture: Image.Image) -> None:
    if picture.width * picture.height > _MOST_PIXELS:
        raise Unfit(Why.TOO_LARGE)


def _draw(canvas: Canvas, frame: Image.Image) -> None:
    upright = _on_white(ImageOps.exif_transpose(frame))
    lying = upright.width > upright.height
    page = (PAGE_HEIGHT, PAGE_WIDTH) if lying else (PAGE_WIDTH, PAGE_HEIGHT)
    most = (int(_PRINTED * 1.42), _PRINTED) if lying else (_PRINTED, int(_PRINTED * 1.42))
    upright.thumbnail(most)
    packed = BytesIO()
    upright.info.pop("comment", None)  # what a camera or a person noted is not on the picture
    upright.save(packed, "PNG" if upright.mode in ("1", "P", "L") else "JPEG", quality=88)
    room = (page[0] - 2 * _MARGIN, page[1] - 2 * _MARGIN)
    scale = min(room[0] / upright.width, room[1] / upright.height, 1.0)
    wide, high = upright.width * scale, upright.height * scale
    canvas.setPageSize(page)
    left, foot = (page[0] - wide) / 2, (page[1] - high) / 2
    packed.seek(0)
    canvas.drawImage(ImageReader(packed), left, foot, wide, high)
    canvas.showPage()


def _on_white(picture: Image.Image) -> Image.Image:
    """Return the picture in colours that print, with white where one sees through it."""
    if picture.mode in ("1", "L", "RGB"):
        return picture.copy()
    if "A" in picture.getbands() or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        white = Image.new("RGB", seen.size, "white")
        white.paste(seen, mask=seen.getchannel("A"))
        return white
    return picture.convert("RGB")
