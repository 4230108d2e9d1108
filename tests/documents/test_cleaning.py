from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest

from documents import sent_papers as papers
from documents.sent_papers import saved
from klubban.documents.pdf import stamps
from klubban.documents.pdf.cleaning import clean
from klubban.documents.pdf.picture_pages import set_pictures
from klubban.documents.pdf.stamps import Stamp
from klubban.documents.pdf.unfit import Unfit, Why


def cleaned(data: bytes, folder: Path) -> bytes:
    (folder / "in.pdf").write_bytes(data)
    clean(folder / "in.pdf", folder / "out.pdf")
    return (folder / "out.pdf").read_bytes()


def unpacked(data: bytes) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        file.save(
            target,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return target.getvalue()


def text(data: bytes) -> str:
    file = pypdfium2.PdfDocument(data)
    found = ""
    for page in file:
        text_page = page.get_textpage()
        found += text_page.get_text_range()
        text_page.close()
    file.close()
    return found


def pixels(data: bytes) -> bytes:
    file = pypdfium2.PdfDocument(data)
    drawn = bytes(file[0].render(scale=0.5).buffer)
    file.close()
    return drawn


@pytest.mark.parametrize("made", [papers.scripted, papers.form, papers.deep])
def test_nothing_that_acts_is_left_of_a_file(made: Callable[[], bytes], tmp_path: Path) -> None:
    left = unpacked(cleaned(made(), tmp_path))

    assert b"KANARIE" not in left
    for word in (b"JavaScript", b"/Launch", b"/OpenAction", b"/AA", b"/SubmitForm", b"/ImportData", b"/XFA"):
        assert word not in left
    assert b"/EmbeddedFile" not in left


@pytest.mark.parametrize(("key", "value"), papers.ODD)
def test_a_page_that_says_odd_things_of_itself_can_be_stamped(
    key: str, value: object, tmp_path: Path
) -> None:
    data = cleaned(papers.odd(key, value), tmp_path)

    with pikepdf.open(BytesIO(data)) as file:
        stamps.put(file, [Stamp("1", "Bilaga 1")])
        data = unpacked(saved(file))
    assert "Bilaga 1" in text(data)


def test_a_page_that_would_fill_the_memory_is_not_unpacked(tmp_path: Path) -> None:
    with pytest.raises(Unfit) as refused:
        cleaned(papers.swelling(), tmp_path)

    assert refused.value.why is Why.BROKEN


def test_a_link_to_the_web_still_leads_there(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(cleaned(papers.scripted(), tmp_path))) as file:
        addresses = [str(each.A.URI) for each in file.pages[0].obj.Annots]

    assert addresses == ["https://ekby.example"]


def test_what_was_filled_in_is_still_seen(tmp_path: Path) -> None:
    assert "Ifyllt" in text(cleaned(papers.form(), tmp_path))


@pytest.mark.parametrize("made", [papers.layered, papers.fontless, lambda: papers.turned(90)])
def test_a_page_looks_as_it_did(made: Callable[[], bytes], tmp_path: Path) -> None:
    data = made()

    assert pixels(cleaned(data, tmp_path)) == pixels(data)


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    data = papers.pdf("En", "Två")

    assert cleaned(data, tmp_path) == cleaned(data, tmp_path)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (papers.encrypted(), Why.ENCRYPTED),
        (papers.truncated(), Why.BROKEN),
        (papers.looping(), Why.BROKEN),
        (papers.boasting(), Why.BROKEN),
        (papers.without_pages(), Why.EMPTY),
        (b"%PDF-1.4\n%%EOF", Why.BROKEN),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, Why.BROKEN),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, why: Why, tmp_path: Path) -> None:
    with pytest.raises(Unfit) as refused:
        cleaned(data, tmp_path)

    assert refused.value.why is why


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF"])
def test_a_picture_becomes_a_page(kind: str, tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(papers.picture(kind))

    assert set_pictures(tmp_path / "in", tmp_path / "out.pdf") == 1
    with pikepdf.open(tmp_path / "out.pdf") as file:
        assert [round(float(side)) for side in file.pages[0].mediabox] == [0, 0, 842, 595]


def test_each_page_of_a_scan_becomes_a_page(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(papers.scan(3))

    assert set_pictures(tmp_path / "in", tmp_path / "out.pdf") == 3


def test_a_picture_that_would_fill_the_memory_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(papers.picture("PNG", (9000, 9000)))

    with pytest.raises(Unfit) as refused:
        set_pictures(tmp_path / "in", tmp_path / "out.pdf")

    assert refused.value.why is Why.TOO_LARGE
