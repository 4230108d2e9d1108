"""A coat of arms made out of whatever picture somebody has."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from klubban.documents.pdf.arms import read_arms, shield
from klubban.domain.errors import RuleBroken

RED, BLUE, WHITE = (200, 20, 20), (20, 20, 200), (255, 255, 255)


def a_file(picture: Image.Image, kind: str = "PNG", **how: Any) -> bytes:
    """Return a picture as a file."""
    target = BytesIO()
    picture.save(target, kind, **how)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the picture of a file."""
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def png_of(width: int, height: int) -> bytes:
    """Return a file that claims a size, and holds no pixels."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\x00\x00\x00\x00IDAT\x35\xaf\x06\x1e"


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16", "CMYK"])
def test_any_picture_becomes_an_opaque_one_that_is_embedded_as_it_is(mode: str) -> None:
    picture = Image.new("RGB", (60, 90), RED).convert(mode) if mode != "I;16" else Image.new(mode, (60, 90))
    made = read_arms(a_file(picture, "JPEG" if mode == "CMYK" else "PNG"))

    found = shield(made)
    assert opened(made).mode == "RGB"
    assert found is not None
    assert (found.width, found.height) == (60, 90)
    assert found.packed in made


def test_the_first_bytes_tell_what_it_is_and_the_same_picture_gives_the_same_bytes() -> None:
    data = a_file(Image.new("RGB", (40, 40), BLUE), "JPEG")

    assert read_arms(data) == read_arms(data)
    assert read_arms(data).startswith(b"\x89PNG")


def test_what_one_sees_through_is_white() -> None:
    picture = Image.new("RGBA", (20, 20), (*RED, 0))
    picture.putpixel((3, 4), (*RED, 255))

    made = opened(read_arms(a_file(picture)))
    assert made.getpixel((0, 0)) == WHITE
    assert made.getpixel((3, 4)) == RED


def test_a_large_picture_is_made_smaller_in_its_own_shape() -> None:
    made = read_arms(a_file(Image.new("RGB", (2400, 1200), RED)))

    assert opened(made).size == (1200, 600)


def test_a_painting_has_fewer_pixels_since_every_document_holds_it() -> None:
    made = read_arms(a_file(Image.effect_noise((1100, 900), 80), "JPEG"))

    assert max(opened(made).size) == 500


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_taken_on_its_side_is_turned_upright(kind: str) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6

    made = read_arms(a_file(Image.new("RGB", (80, 40), RED), kind, exif=turned))
    assert opened(made).size == (40, 80)


def moving() -> bytes:
    """Return a picture that moves."""
    frames = [Image.new("RGB", (10, 10), colour) for colour in (RED, BLUE)]
    return a_file(frames[0], "PNG", save_all=True, append_images=frames[1:])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "PNG and JPEG are taken"),
        (b"%PDF-1.7", "PNG and JPEG are taken"),
        (a_file(Image.new("RGB", (9, 9)), "GIF"), "PNG and JPEG are taken"),
        (a_file(Image.new("RGB", (9, 9)), "WEBP"), "PNG and JPEG are taken"),
        (moving(), "moves"),
        (a_file(Image.effect_noise((90, 90), 80))[:900], "damaged"),
        (a_file(Image.effect_noise((90, 90), 80), "JPEG")[:900], "damaged"),
        (b"\xff\xd8\xff\xe0", "damaged"),
        (png_of(30_000, 30_000), "too many pixels"),
        (png_of(10_000, 9_500), "too many pixels"),
        (png_of(7_000, 7_000), "too many pixels"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_the_reason(data: bytes, says: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        read_arms(data)

    assert says in str(refused.value)


@pytest.mark.parametrize("data", [b"", b"no picture", png_of(20, 20), png_of(30_000, 30_000)])
def test_a_picture_that_was_damaged_in_the_file_is_left_out(data: bytes) -> None:
    assert shield(data) is None


def test_a_picture_that_came_in_another_form_is_drawn_all_the_same() -> None:
    found = shield(a_file(Image.new("P", (30, 20))))

    assert found is not None
    assert (found.width, found.height) == (30, 20)
