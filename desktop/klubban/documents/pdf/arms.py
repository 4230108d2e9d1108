"""A coat of arms: read from whatever picture somebody has, and drawn at the head of a first page."""

from __future__ import annotations

import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

from klubban.domain.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

_LONGEST_SIDE = 1200
"""Pixels: 10 centimetres at 300 dots an inch."""
_SIDES, _MOST_BYTES = (_LONGEST_SIDE, 800, 500), 300_000
_MOST_PIXELS = 40_000_000
"""Unpacked it is 160 MB."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_WITH_ALPHA = ("RGBA", "LA", "PA", "RGBa", "La")
_DEEP = 65535
_OURS = (8, 2, 0, 0, 0)
"""Of a PNG file: eight bits, red green and blue, packed and filtered as all are, not interlaced."""


def read_arms(data: bytes) -> bytes:
    """Return a PNG or JPEG picture as a PNG file: upright, on white, of at most 1,200 pixels a side.

    Raises RuleBroken for anything else.
    """
    from PIL import Image

    if not data.startswith((_PNG, _JPEG)):
        raise RuleBroken("This is not a picture that can be a coat of arms; PNG and JPEG are taken")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                return _small(_upright(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise _too_large() from None
    except (OSError, SyntaxError, ValueError, TypeError, EOFError, struct.error, zlib.error) as error:
        raise RuleBroken("The picture is damaged and cannot be read") from error


def _too_large() -> RuleBroken:
    return RuleBroken(
        "The picture has too many pixels to be a coat of arms; make it smaller, {enough} a side are enough",
        enough=_LONGEST_SIDE,
    )


def _upright(picture: Image.Image) -> Image.Image:
    """Return the picture small enough, and turned as it was taken; it is unpacked only here."""
    from PIL import ImageOps

    if picture.width * picture.height > _MOST_PIXELS:
        raise _too_large()
    if picture.format == "PNG" and getattr(picture, "is_animated", False):
        raise RuleBroken("A picture that moves cannot be printed; take one that is still, as PNG or JPEG")
    seen = picture
    if picture.mode in _WITH_ALPHA or "transparency" in picture.info:
        seen = picture.convert("RGBA")
    elif picture.mode.startswith(("I", "F")):
        seen = picture.convert("F").point(lambda value: value * (255 / _DEEP)).convert("RGB")
    elif picture.mode != "RGB":
        seen = picture.convert("RGB")
    seen.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return ImageOps.exif_transpose(seen)


def _small(picture: Image.Image) -> bytes:
    """Return a file that every document can hold; what is painted in many colours has fewer pixels."""
    for side in _SIDES:
        picture.thumbnail((side, side))
        made = _packed(picture)
        if len(made) <= _MOST_BYTES:
            break
    return made


def _packed(picture: Image.Image) -> bytes:
    from PIL import Image

    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    packed = BytesIO()
    white.save(packed, "PNG", optimize=True)
    return packed.getvalue()


@dataclass(frozen=True, slots=True)
class Shield:
    """A coat of arms as a file of ours embeds it: its pixels stay packed as they are in the PNG file."""

    width: int
    height: int
    packed: bytes

    def image(self) -> PDFStream:
        """Return the picture as PDF has it."""
        entries = {
            "Type": b"/XObject",
            "Subtype": b"/Image",
            "Width": self.width,
            "Height": self.height,
            "ColorSpace": b"/DeviceRGB",
            "BitsPerComponent": 8,
            "Filter": b"/FlateDecode",
            "DecodeParms": b"<</Predictor 15/Colors 3/BitsPerComponent 8/Columns %d>>" % self.width,
        }
        return PDFStream(PDFDictionary(entries), self.packed, filters=[])


def shield(data: bytes) -> Shield | None:
    """Return the picture to embed, or None for one that cannot be drawn; no protocol waits for a picture."""
    found = _shield(data)
    if found is None and data:
        try:
            found = _shield(read_arms(data))
        except RuleBroken:
            return None
    return found


def _shield(data: bytes) -> Shield | None:
    """Return the picture of a file as we write them, or None for any other."""
    chunks = list(_chunks(data)) if data.startswith(_PNG) else []
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        return None
    width, height, *kind = struct.unpack(">IIBBBBB", chunks[0][1])
    packed = b"".join(body for name, body in chunks if name == b"IDAT")
    return Shield(width, height, packed) if tuple(kind) == _OURS and width and height and packed else None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Walk the parts of a PNG file, each by its name; one that is cut short or altered ends it."""
    at = len(_PNG)
    while at + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        check = data[at + 8 + size : at + 12 + size]
        if check != struct.pack(">I", zlib.crc32(name + body)):
            return
        yield name, body
        at += 12 + size
