"""Pages that are hard to part: what stands together, what is said again, and what is never alone."""

from __future__ import annotations

from functools import cache

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest

from documents import awkward
from documents.conformance import faults
from documents.reading import folded
from documents.verapdf import VeraPDF
from klubban.documents import protocol, tree
from klubban.documents.pdf import typeset
from klubban.domain import text


def pages(document: tree.Document) -> list[list[str]]:
    """Return the lines of each page, from the line below its head on."""
    file = pypdfium2.PdfDocument(typeset(document).data)
    found = []
    for page in file:
        text_page = page.get_textpage()
        lines = text_page.get_text_bounded(bottom=70, top=page.get_height() - 64)
        text_page.close()
        found.append([line.strip() for line in lines.splitlines() if line.strip()])
    file.close()
    return found


@cache
def of(name: str) -> list[list[str]]:
    """Return the lines of each page of an awkward document."""
    return pages(awkward.documents()[name])


def test_awkward_documents_keep_both_standards_and_read_as_their_trees(judge: VeraPDF) -> None:
    wrong = {}
    for name, document in awkward.documents().items():
        made = typeset(document)
        wrong[name] = judge.verdict(made.data) + faults(made, document)

    assert {name: found for name, found in wrong.items() if found} == {}


def test_a_division_of_two_hundred_says_its_heads_on_every_page() -> None:
    votes = of("a division of two hundred")[1:]

    assert sum(any(line.endswith(("Ja", "Nej", "Avstår")) for line in page[1:]) for page in votes) == len(
        votes
    )
    assert all("Namn Ja Nej Avstår" in page for page in votes)
    assert sum(line.count("(") for page in votes for line in page) == 200
    assert votes[-1][-1] == "Summa 80 80 40"
    assert len(votes[-1]) > 4


def test_the_list_of_a_division_has_every_name_below_its_vote() -> None:
    lines = [line for page in of("the list of that division") for line in page]

    assert [line for line in lines if line in ("Ja, 80", "Nej, 80", "Avstår, 40")] == [
        "Ja, 80",
        "Nej, 80",
        "Avstår, 40",
    ]
    assert sum(line.endswith(")") and "," not in line for line in lines) == 200


def test_a_title_of_four_lines_stands_whole_with_its_decision() -> None:
    (page,) = [page for page in of("a title of four lines") if "Planen antas." in page]
    words = folded("".join(page))

    assert words.index(folded(awkward.TITLE)) < words.index("Planenantas.")


def test_forty_pages_are_numbered_and_listed() -> None:
    document = awkward.documents()["forty pages"]
    made = typeset(document)

    assert made.pages >= 40
    assert sorted(made.heading_pages) == list(made.heading_pages)
    headings = [node for node in document.nodes if isinstance(node, tree.Heading)]
    last, page = next(
        (heading, page)
        for heading, page in reversed(list(zip(headings, made.heading_pages, strict=True)))
        if heading.level == 2
    )
    contents = folded("".join(line for page in of("forty pages")[:4] for line in page))
    assert folded(f"{last.number}{last.text}{page}") in contents


def test_no_page_of_a_long_protocol_ends_with_a_heading() -> None:
    nodes = awkward.documents()["forty pages"].nodes
    headings = {folded(node.text) for node in nodes if isinstance(node, tree.Heading)}

    assert not [page[-1] for page in of("forty pages")[3:] if folded(page[-1]) in headings]


def test_a_line_too_many_for_a_page_takes_another_with_it() -> None:
    sentence = text.Text(text.runs_of(" ".join(f"ord{number}" for number in range(60))))
    alone = set()
    for count in range(26, 36):
        _, *more = pages(awkward.lines(count, sentence))
        alone |= {len(page) for page in more if any("ord" in line for line in page)}

    assert alone
    assert 1 not in alone


@pytest.mark.parametrize("kind", [text.Points, text.Bullets])
def test_a_list_may_end_a_page_but_never_with_its_last_line_on_the_next(
    kind: type[text.Points | text.Bullets],
) -> None:
    points = kind(tuple(text.runs_of(f"Punkt {number}.") for number in range(5)))
    after = (tree.Heading(3, "Beslutet skickas till"), text.Text(text.runs_of("Akten")))
    ends = set()
    for count in range(22, 36):
        made = [" ".join(page) for page in pages(awkward.lines(count, points, *after))]
        ends.add(made[0].endswith("Punkt 4."))

        assert 1 not in [page.count("Punkt") for page in made]
        assert not made[0].endswith("skickas till")
    assert ends == {True, False}


def test_a_cell_higher_than_a_page_goes_on_below_the_heads() -> None:
    first, second = of("a cell higher than a page")

    assert any(line.startswith("Trafiknämnden") for line in first)
    assert second[0] == "Remissinstans Svar"
    assert second[-1] == "Efter tabellen."
    said = folded("".join(first + second))
    assert said.count(folded("överlämnar ärendet")) == 60


@pytest.mark.parametrize("verifiers", [2, 8, 30])
def test_lines_to_sign_on_are_never_alone_and_never_without_what_they_cover(verifiers: int) -> None:
    made = pages(protocol.build(awkward.verified_by(verifiers)))
    (page,) = [page for page in made if page and any(line.startswith("Paragrafer §§") for line in page)]
    place = next(number for number, line in enumerate(page) if line.startswith("Paragrafer"))

    assert page[place + 1].startswith("Sekreterare")
    signing = [page for page in made if any(line.startswith("Justerare") for line in page)]
    assert sum(line.startswith("Justerare") for page in signing for line in page) >= verifiers


def test_boxes_for_initials_leave_room_for_the_line_to_certify_on() -> None:
    file = pypdfium2.PdfDocument(typeset(awkward.documents()["thirty verifiers"]).data)
    page = file[0]
    boxes = [
        thing.get_bounds()
        for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
        if 15 < thing.get_bounds()[3] - thing.get_bounds()[1] < 25 and thing.get_bounds()[1] < 70
    ]
    text_page = page.get_textpage()
    place, _ = text_page.search("Utdragsbestyrkande").get_next()
    word = text_page.get_charbox(place)
    text_page.close()
    file.close()

    assert len(boxes) == 6
    assert max(box[2] for box in boxes) < word[0]


def test_a_word_of_a_thousand_letters_is_all_there() -> None:
    said = folded("".join(line for page in of("a word of a thousand letters") for line in page))

    assert [said.count(letter) >= 1000 for letter in "öåx"] == [True] * 3


def test_an_empty_meeting_has_one_page() -> None:
    assert len(of("an empty meeting")) == 1
    (page,) = of("an empty agenda")
    assert "Föredragningslista Det finns inga ärenden på föredragningslistan ännu." in page
