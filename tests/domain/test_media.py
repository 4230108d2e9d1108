"""What a file is, is told by its bytes; what is no paper is refused in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klubban.domain.errors import RuleBroken
from klubban.domain.media import MOST_BYTES, Alien, Media, checked_media, checked_size, sort_of
from papers import docx, encrypted, odt, pdf, picture, zipped


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (pdf(), Media.PDF),
        (b"\n\n" + pdf(), Media.PDF),
        (encrypted(), Media.PDF),
        (docx(["Ärendet"]), Media.DOCX),
        (odt("Ärendet"), Media.ODT),
        (picture("PNG"), Media.PNG),
        (picture("JPEG"), Media.JPEG),
        (picture("TIFF"), Media.TIFF),
        (picture("GIF"), Media.GIF),
        (picture("WEBP"), Media.WEBP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99) + "WordDocument".encode("utf-16-le"), Media.DOC),
    ],
)
def test_papers_are_known_by_their_bytes(data: bytes, media: Media) -> None:
    assert checked_media(data, "utan ändelse") == media


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"MZ\x90\x00" + pdf(), "is a program"),
        (b"\x7fELF" + bytes(40), "is a program"),
        (zipped({"word/document.xml": b"", "[Content_Types].xml": b"", "word/vbaProject.bin": b""}),
         "is a program, or holds one"),
        (b"#!/bin/sh\nrm -rf ~\n%PDF-1.7", "is a script"),
        (b"\xef\xbb\xbf  <script>alert(1)</script>", "is a script"),
        (zipped({"budget.pdf": pdf()}), "is a packed archive"),
        (b"PK\x03\x04 and then nothing", "is a packed archive"),
        (b"7z\xbc\xaf\x27\x1c", "is a packed archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "is none of what is kept"),
        (b"Bara text", "is none of what is kept"),
        (b"", "bilaga.pdf is empty"),
    ],
)  # fmt: skip
def test_what_is_no_paper_is_refused_in_words(data: bytes, told: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        checked_media(data, "bilaga.pdf")

    assert told in str(refused.value)


def test_a_file_that_is_too_large_is_told_the_limit() -> None:
    with pytest.raises(RuleBroken) as refused:
        checked_size(3 * MOST_BYTES, "karta.pdf")

    assert str(refused.value) == "karta.pdf is 300 MB; a paper may be 100 MB at most"


@given(st.binary(max_size=200))
def test_any_bytes_are_something(data: bytes) -> None:
    assert isinstance(sort_of(data), Media | Alien)


@given(st.binary(max_size=200))
def test_what_begins_as_a_packed_file_is_something(data: bytes) -> None:
    assert sort_of(b"PK\x03\x04" + data) is Alien.ARCHIVE
