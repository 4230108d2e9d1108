"""What somebody noted beside the text of a paper does not go out with it unseen."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from documents import sent_papers as papers
from klubban.documents.pdf.cleaning import clean
from klubban.documents.pdf.picture_pages import set_pictures

CANARY = "KANARIE"


def noted(tmp_path: Path, subtype: Name, flags: int = 0) -> Path:
    """Return a paper with a mark on its page, in which somebody says something."""
    path = tmp_path / "paper.pdf"
    with pikepdf.open(BytesIO(papers.pdf("Karta"))) as file:
        mark = Dictionary(
            Type=Name.Annot, Subtype=subtype, Rect=Array([9, 9, 99, 99]), F=flags, Contents=CANARY, T=CANARY
        )
        file.pages[0].obj.Annots = Array([file.make_indirect(mark)])
        file.save(path)
    return path


def marks(path: Path, tmp_path: Path, *, remarks: bool) -> list[str]:
    target = tmp_path / "clean.pdf"
    clean(path, target, remarks=remarks)
    with pikepdf.open(target) as file:
        return [repr(each) for each in file.pages[0].obj.get("/Annots", [])]


@pytest.mark.parametrize("flags", [2, 32])
def test_what_is_hidden_on_a_page_is_never_kept(flags: int, tmp_path: Path) -> None:
    assert marks(noted(tmp_path, Name.FreeText, flags), tmp_path, remarks=True) == []


@pytest.mark.parametrize(("subtype", "left"), [(Name.Text, 0), (Name.Highlight, 1), (Name.Ink, 1)])
def test_a_public_paper_keeps_its_marks_without_what_they_say(
    subtype: Name, left: int, tmp_path: Path
) -> None:
    paper = noted(tmp_path, subtype)

    assert CANARY in str(marks(paper, tmp_path, remarks=True))
    found = marks(paper, tmp_path, remarks=False)
    assert len(found) == left
    assert CANARY not in str(found)


def test_words_that_are_seen_on_a_page_stay(tmp_path: Path) -> None:
    [mark] = marks(noted(tmp_path, Name.FreeText), tmp_path, remarks=False)

    assert mark.count(CANARY) == 1


def test_what_a_picture_tells_of_itself_is_not_on_its_page(tmp_path: Path) -> None:
    source, target = tmp_path / "bild.jpg", tmp_path / "bild.pdf"
    exif = Image.Exif()
    exif[0x010E] = CANARY
    Image.new("RGB", (60, 60), "red").save(source, "JPEG", comment=CANARY.encode(), exif=exif)

    set_pictures(source, target)

    assert CANARY.encode() in source.read_bytes()
    assert CANARY.encode() not in target.read_bytes()
