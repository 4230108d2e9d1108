"""What an organisation chose for its papers, on the pages."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from PIL import Image

from documents.meetings import invented_meeting
from documents.reading import elements, structure_text
from klubban.documents import protocol, tree
from klubban.documents.pdf import typeset
from klubban.documents.pdf.arms import read_arms
from klubban.domain.look import Arms, Look

PLAIN = protocol.build(invented_meeting())
MILLIMETRE = 72 / 25.4


def picture(width: int, height: int) -> bytes:
    """Return a picture of arms."""
    data = BytesIO()
    Image.new("RGB", (width, height), "navy").save(data, "PNG")
    return read_arms(data.getvalue())


def with_arms(data: bytes) -> tree.Document:
    """Return a protocol with arms."""
    return replace(PLAIN, arms=Arms(sha256="0" * 64, says="Ekby kommuns vapen: en båt", picture=data))


def with_look(look: Look) -> bytes:
    """Return a protocol that looks so."""
    return typeset(replace(PLAIN, look=look)).data


def texts(data: bytes) -> list[str]:
    """Return the words of each page, head and foot with them."""
    file = pypdfium2.PdfDocument(data)
    found = [page.get_textpage().get_text_range() for page in file]
    file.close()
    return found


def lefts(data: bytes) -> list[float]:
    """Return how far from the left edge each page's first letter stands, in millimetres."""
    file = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage() for page in file]
    found = [min(page.get_charbox(n)[0] for n in range(page.count_chars())) for page in pages]
    file.close()
    return [round(left / MILLIMETRE) for left in found]


@pytest.mark.parametrize(("width", "height"), [(300, 360), (1200, 100), (3, 600)])
def test_the_arms_are_read_first_and_keep_their_shape(width: int, height: int) -> None:
    data = typeset(with_arms(picture(width, height))).data

    assert elements(data)[1][0] == "Figure"
    with pikepdf.open(BytesIO(data)) as file:
        figure = file.Root.StructTreeRoot.K[0].K[0]
        left, foot, right, top = (float(each) for each in figure.A.BBox)
        assert figure.Alt == "Ekby kommuns vapen: en båt"
        assert (right - left) / (top - foot) == pytest.approx(width / height, rel=0.05)
        assert figure.Pg.objgen == file.pages[0].obj.objgen
        assert right - left <= 150.01
        assert top - foot <= 38.01


def test_the_arms_are_only_on_the_first_page_and_their_pixels_as_they_were() -> None:
    data = picture(30, 40)

    with pikepdf.open(BytesIO(typeset(with_arms(data)).data)) as file:
        image: Any
        (image,) = file.pages[0].Resources.XObject.values()
        shown = pikepdf.PdfImage(image).as_pil_image()
        assert shown.tobytes() == Image.open(BytesIO(data)).tobytes()
        assert "/XObject" not in file.pages[1].Resources


@pytest.mark.parametrize("data", [b"", b"no picture at all"])
def test_arms_that_cannot_be_drawn_do_not_stop_a_protocol(data: bytes) -> None:
    assert typeset(with_arms(data)).data.startswith(b"%PDF")
    assert "Figure" not in dict(elements(typeset(with_arms(data)).data))


def test_a_margin_moves_the_text_and_is_on_the_other_side_of_even_pages_where_it_is_mirrored() -> None:
    assert set(lefts(typeset(PLAIN).data)) == {20}
    assert set(lefts(with_look(Look(margin=25)))) == {25}
    assert lefts(with_look(Look(margin=24, mirrored=True)))[:4] == [24, 16, 24, 16]


def test_another_margin_breaks_no_line_elsewhere() -> None:
    assert texts(with_look(Look(margin=15))) == texts(typeset(PLAIN).data)


def test_a_draft_says_so_on_every_page_and_to_nobody_who_hears_it_read() -> None:
    draft = replace(PLAIN, running=replace(PLAIN.running, draft="UTKAST"))
    finished = replace(PLAIN, running=replace(PLAIN.running, draft=""))

    data = typeset(draft).data
    assert all(page.count("UTKAST") == 1 for page in texts(data))
    assert "UTKAST" not in structure_text(data)
    assert "UTKAST" not in "".join(texts(typeset(finished).data))


def test_the_line_at_the_foot_is_on_the_first_page_alone() -> None:
    foot = "Ekby kommun, Torget 1, 123 45 Ekby, 0123-45 67 89"
    data = with_look(Look(foot=foot))

    first, *others = texts(data)
    assert foot in first
    assert not any(foot in page for page in others)
    assert foot not in structure_text(data)


def test_a_line_at_the_foot_that_is_too_long_ends_in_an_ellipsis() -> None:
    first, *_ = texts(with_look(Look(foot="Torget " * 60)))

    assert "Torget…" in first


def colours(document: tree.Document) -> set[tuple[bytes, tuple[float, ...]]]:
    """Return with what colours the first page is filled (rg) and its lines are drawn (RG), in hundredths."""
    with pikepdf.open(BytesIO(typeset(document).data)) as file:
        content = file.pages[0].Contents.read_bytes()
    found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)\b", content)
    return {(each, tuple(round(float(part), 2) for part in colour)) for *colour, each in found}


def test_the_colour_is_the_titles_and_the_line_below_the_head() -> None:
    green = (0.09, 0.38, 0.42)

    own = {(each, green) for each in (b"rg", b"RG")}
    assert own <= colours(replace(PLAIN, look=Look(colour="#17616b")))
    assert not own & colours(PLAIN)


def test_the_head_has_the_name_that_was_chosen_and_the_file_the_organisations_own() -> None:
    meeting = invented_meeting()
    own = replace(meeting.organisation, look=Look(name="Kommunen vid ån"))
    made = protocol.build(replace(meeting, organisation=own))

    assert made.running.left[0] == "Kommunen vid ån"
    assert made.author == meeting.organisation.name
