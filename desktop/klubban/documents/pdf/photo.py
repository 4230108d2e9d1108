"""A photograph: made ready for every format, and drawn on a page."""

from __future__ import annotations

import struct
import warnings
import zlib
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

from klubban.documents.pdf.blocks import Block
from klubban.documents.pdf.characters import visible
from klubban.documents.pdf.tags import Element, for_figure, placed
from klubban.documents.tree import Photo
from klubban.domain.errors import RuleBroken

if TYPE_CHECKING:
    from klubban.documents.pdf.canvas import TaggedCanvas

_LONGEST_SIDE = 1400
"""Pixels: 12 centimetres at 300 dots an inch."""
_MOST_PIXELS = 80_000_000
_QUALITY = 82
_WIDEST, _HIGHEST = 300.0, 220.0
"""Points on a page."""


def photo(data: bytes, alternative: str) -> Photo:
    """Return a PNG or JPEG picture upright, on white, and no larger than paper needs.

    Where and with what it was taken does not come along. Raises RuleBroken for what cannot be read.
    """
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # sizes are looked at below
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    raise _too_large()
                picture.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
                seen = ImageOps.exif_transpose(picture).convert("RGBA")
    except (Image.DecompressionBombError, MemoryError):
        raise _too_large() from None
    except (OSError, SyntaxError, ValueError, TypeError, EOFError, struct.error, zlib.error) as error:
        raise RuleBroken("The picture is damaged and cannot be read") from error
    seen.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    packed = BytesIO()
    paper.save(packed, "JPEG", quality=_QUALITY)
    return Photo(packed.getvalue(), paper.size, alternative)


def _too_large() -> RuleBroken:
    return RuleBroken(
        "The picture has more than {limit} million pixels; make it smaller", limit=_MOST_PIXELS // 1_000_000
    )


class PhotoBlock(Block):
    """A photograph as wide as the column, or as high as it may be."""

    def __init__(self, node: Photo, parent: Element) -> None:
        """Take the picture, which stands in the tags where it is drawn."""
        self.node = node
        self.element = Element("Figure", parent, **for_figure(visible(node.alternative)))

    def _size(self, width: float) -> tuple[float, float]:
        across, down = self.node.size
        wide = min(width, _WIDEST, _HIGHEST * across / down)
        return wide, wide * down / across

    def height(self, width: float) -> float:
        """Return how high the picture is in a column."""
        return self._size(width)[1]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the picture."""
        size = self._size(width)
        self.element.attributes |= placed(x, top, *size)
        with canvas.content(self.element):
            canvas.picture(
                self._image(), x, top, size, name=f"photo{sha256(self.node.jpeg).hexdigest()[:12]}"
            )

    def _image(self) -> PDFStream:
        across, down = self.node.size
        entries = {
            "Type": b"/XObject",
            "Subtype": b"/Image",
            "Width": across,
            "Height": down,
            "ColorSpace": b"/DeviceRGB",
            "BitsPerComponent": 8,
            "Filter": b"/DCTDecode",
        }
        return PDFStream(PDFDictionary(entries), self.node.jpeg, filters=[])
