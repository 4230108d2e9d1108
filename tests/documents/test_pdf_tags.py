"""What can be clicked on, in the structure and on the page: addresses and contents."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.meetings import invented_meeting
from documents.reading import elements, structure_text
from klubban.documents import protocol, tree
from klubban.documents.pdf import addresses, typeset
from klubban.documents.pdf.fonts import Face
from klubban.documents.pdf.lines import Line
from klubban.domain.text import Table, Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.pdf import Typeset

PROTOCOL = protocol.build(invented_meeting())
LONG = "https://ekby.example/anslagstavla/" + "protokoll-" * 12 + "2026.pdf?visa=alla"


def made(*nodes: tree.Node) -> Typeset:
    """Return a document of these nodes."""
    return typeset(replace(PROTOCOL, nodes=(tree.Heading(1, "Prov"), *nodes)))


def saying(words: str) -> Text:
    """Return a text."""
    return Text(runs_of(words))


def links(file: pikepdf.Pdf) -> Iterator[tuple[int, Any]]:
    """Walk the links with their pages, counted from 1."""
    for number, page in enumerate(file.pages, 1):
        for each in page.obj.get("/Annots", ()):
            yield number, each


def owners(file: pikepdf.Pdf) -> dict[int, Any]:
    """Return what each entry of the parent tree leads to."""
    numbers: list[Any] = list(file.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip(numbers[::2], numbers[1::2], strict=True))


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("Se https://ekby.se/a(b).", ["https://ekby.se/a(b)"]),
        ("(https://ekby.se/a), http://b.se", ["https://ekby.se/a", "http://b.se"]),
        ("www.ekby.se/anslagstavla är den.", ["http://www.ekby.se/anslagstavla"]),
        ("Skriv till åsa.öman@ekby.se!", ["mailto:%C3%A5sa.%C3%B6man@ekby.se"]),
        ("https://ekby.se/möte?a=1&b=2#c", ["https://ekby.se/m%C3%B6te?a=1&b=2#c"]),
        ("”https://ekby.se”", ["https://ekby.se"]),
        ("https:// www. a@b @ekby kl. 18.30 ekby.se", []),
        ("a@b.se,c@d.se", ["mailto:a@b.se", "mailto:c@d.se"]),
    ],
)
def test_addresses_are_found_without_what_ends_the_sentence(words: str, targets: list[str]) -> None:
    (found,) = addresses.spans([Line(((Face.TEXT, words),))])

    assert [span.address.target for span in found] == targets


@settings(max_examples=50)
@given(st.text("ab@.:/w \u00ad", max_size=40), st.integers(0, 40), st.booleans())
def test_what_a_line_is_cut_into_is_the_line(words: str, at: int, spaced: bool) -> None:  # noqa: FBT001
    pieces = tuple(
        (face, part) for face, part in ((Face.TEXT, words[:at]), (Face.STRONG, words[at:])) if part
    )
    line = Line(pieces, 10.0, " " if spaced else "")
    (found,) = addresses.spans([line])

    cut = [piece for piece, _ in addresses.cut(line, found, 10)]
    assert "".join(text for piece in cut for _, text in piece.pieces) == words
    assert [piece.joint for piece in cut[:-1]] == [""] * len(cut[:-1])
    assert not cut or cut[-1].joint == line.joint


def test_an_address_over_several_lines_is_one_link_with_a_place_on_each() -> None:
    with pikepdf.open(BytesIO(made(saying(f"Protokollet finns på {LONG}.")).data)) as file:
        found = [each for _, each in links(file)]
        of = [owners(file)[int(each.StructParent)] for each in found]

        assert len(found) >= 2
        assert {str(each.A.URI) for each in found} == {LONG}
        assert {str(each.Contents) for each in found} == {LONG}
        assert {each.F for each in found} == {4}
        assert {each.objgen for each in of} == {of[0].objgen}
        assert (of[0].S, of[0].P.S) == ("/Link", "/P")


def test_what_is_read_aloud_has_the_address_whole() -> None:
    words = f"Protokollet finns på {LONG} hos a@b.se, som svarar."

    assert words in " ".join(structure_text(made(saying(words)).data).split())


def test_an_address_over_two_pages_leads_to_the_same_place_from_both() -> None:
    lines = "\n".join(["rad"] * 30)
    address = "https://ekby.example/" + "x" * 4000

    with pikepdf.open(BytesIO(made(saying(f"{lines}\n{address}\nslut")).data)) as file:
        found = list(links(file))
        assert {page for page, _ in found} == {1, 2}
        assert {str(each.A.URI) for _, each in found} == {address}


def test_a_tables_head_that_is_repeated_has_its_links_only_where_it_is_read() -> None:
    head = (runs_of("https://ekby.se"), runs_of("b"))
    rows = [(runs_of(str(number)), runs_of("text")) for number in range(120)]

    done = made(Table((head, *rows)))
    assert done.pages > 2
    with pikepdf.open(BytesIO(done.data)) as file:
        assert [page for page, _ in links(file)] == [1]
    assert [tag for tag, _ in elements(done.data)].count("Link") == 1


def test_the_contents_lead_to_the_pages_of_their_paragraphs() -> None:
    done = typeset(PROTOCOL)
    headings = [node for node in PROTOCOL.nodes if isinstance(node, tree.Heading)]
    numbered = [" ".join(f"{one.number} {one.text}".split()) for one in headings]
    pages = dict(zip(numbered, done.heading_pages, strict=True))

    with pikepdf.open(BytesIO(done.data)) as file:
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        found = {str(each.Contents): numbers[each.Dest[0].objgen] for _, each in links(file)}
        of = [owners(file)[int(each.StructParent)] for _, each in links(file)]
        assert len(found) == 12
        assert all(pages[words] == page for words, page in found.items())
        assert {(str(each.S), str(each.P.S), str(each.P.P.S)) for each in of} == {
            ("/Link", "/Reference", "/TOCI")
        }


def test_a_paragraphs_page_is_parted_from_its_title_for_those_who_hear_it() -> None:
    spoken = structure_text(typeset(PROTOCOL).data)

    assert re.search("Försäljning av fastigheten Ekby 1:7\\s+[0-9]", spoken)


def test_an_address_in_the_contents_stands_in_no_link_of_its_own() -> None:
    heading = tree.Heading(2, "Om https://ekby.se", "§\u00a01")

    tags = elements(made(tree.Contents((("Beslut", (heading,)),)), heading).data)
    assert [tag for tag, _ in tags].count("Link") == 2
    assert {("Link", 5), ("Link", 3)} <= set(tags)


def test_contents_that_name_a_heading_which_is_not_there_can_be_set() -> None:
    missing = tree.Contents((("Beslut", (tree.Heading(2, "Borta", "§\u00a01"),)),))

    with pikepdf.open(BytesIO(made(missing).data)) as file:
        ((page, link),) = links(file)
        assert page == 1
        assert link.Dest[0].objgen == file.pages[0].obj.objgen


def test_the_tree_of_parents_has_every_page_and_every_link_once() -> None:
    with pikepdf.open(
        BytesIO(made(saying("a@b.se och c@d.se"), tree.PageBreak(), saying("e@f.se")).data)
    ) as file:
        numbers = owners(file)
        keys = [int(page.obj.StructParents) for page in file.pages]
        keys += [int(each.StructParent) for _, each in links(file)]
        assert sorted(keys) == list(numbers) == list(range(5))
        assert file.Root.StructTreeRoot.ParentTreeNextKey == 5
