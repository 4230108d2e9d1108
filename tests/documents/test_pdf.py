"""Finished files: their words, their structure, and what they say about themselves."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from documents import rolls, test_terms
from documents.conformance import faults
from documents.meetings import facts, invented_meeting, real_meeting
from documents.reading import elements, missing, page_text, words
from klubban.documents import attendance, extract, notice, protocol, roll_sheet, tree
from klubban.documents.pdf import typeset

DOCUMENTS = {
    "protocol": protocol.build(real_meeting()),
    "extract": extract.build(real_meeting(), [19]),
    "notice": notice.build(real_meeting()),
    "english": protocol.build(real_meeting(), language="en"),
    "twelve paragraphs": protocol.build(invented_meeting()),
    "one paragraph": protocol.build_paragraph(invented_meeting(), 73),
    "to fill in": notice.build(invented_meeting()),
    "appendix": protocol.build(rolls.large(31, 5)),
    "attendance": attendance.build(rolls.large(31, 5)),
    "terms": test_terms.built(purpose="Rådet samlar.", chains={"S": ("MP",)}),
    "roll": roll_sheet.build(rolls.large(31, 5)),
}
every_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())


@every_document
def test_the_pages_say_every_word_of_the_tree_in_order(document: tree.Document) -> None:
    made = typeset(document)

    assert missing(words(document), page_text(made.data, document.running, made.pages)) == []


@every_document
def test_a_file_reads_as_its_tree_and_keeps_the_check_list(document: tree.Document) -> None:
    begins_below = document is DOCUMENTS["one paragraph"]  # shown while she writes, and never sent

    found = faults(typeset(document), document)
    assert [each.split(":")[0] for each in found] == ["headings_skip_no_level"] * begins_below


@pytest.mark.parametrize("kind", ["protocol", "extract"])
def test_the_real_files_hold_the_facts_in_order(kind: str) -> None:
    document = DOCUMENTS[kind]
    made = typeset(document)
    running = tree.Running(left=("", ""), right=("", ""))

    assert missing(facts("jarfalla-ks-2016-02-22.facts.txt"), page_text(made.data, running, 0)) == []


@every_document
def test_a_file_claims_its_standards_and_runs_nothing(document: tree.Document) -> None:
    with pikepdf.open(BytesIO(typeset(document).data)) as file:
        with file.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == str(file.docinfo["/Title"]) == document.title
            assert metadata["dc:creator"] == [document.author]
        assert file.Root.OutputIntents[0].DestOutputProfile.read_bytes()[36:40] == b"acsp"
        for action in ("/OpenAction", "/AA", "/Names", "/AcroForm"):
            assert action not in file.Root


def test_the_structure_of_a_protocol_has_headings_lists_tables_and_contents() -> None:
    tags = [tag for tag, _ in elements(typeset(DOCUMENTS["twelve paragraphs"]).data)]

    assert tags.count("H1") == 1
    assert tags.count("H2") == 12
    assert tags.count("TOCI") == 12
    assert {"P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "TOC"} <= set(tags)


def test_every_head_cell_tells_what_it_heads() -> None:
    with pikepdf.open(BytesIO(typeset(DOCUMENTS["twelve paragraphs"]).data)) as file:
        heads = [
            thing
            for thing in file.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TH"
        ]
        assert heads
        assert {str(head.A.Scope) for head in heads} == {"/Row", "/Column"}


def test_bookmarks_lead_to_the_title_and_each_paragraph() -> None:
    with (
        pikepdf.open(BytesIO(typeset(DOCUMENTS["twelve paragraphs"]).data)) as file,
        file.open_outline() as outline,
    ):
        titles = [item.title for item in outline.root]

    assert titles[0] == "Kommunstyrelsen"
    assert titles[4] == "§ 73 Trygghetsprogram på remiss"
    assert len(titles) == 13


def test_the_contents_name_the_pages_that_the_headings_are_on() -> None:
    document = DOCUMENTS["twelve paragraphs"]
    made = typeset(document)
    headings = [node for node in document.nodes if isinstance(node, tree.Heading)]
    pages = dict(zip(headings, made.heading_pages, strict=True))

    (contents,) = [node for node in document.nodes if isinstance(node, tree.Contents)]
    lines = [f"{one.number} {one.text} {pages[one]}" for _, group in contents.groups for one in group]
    assert missing(lines, page_text(made.data, document.running, made.pages)) == []


def test_the_same_tree_gives_the_same_bytes_on_any_day(monkeypatch: pytest.MonkeyPatch) -> None:
    first = typeset(DOCUMENTS["extract"])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")

    assert typeset(extract.build(real_meeting(), [19])) == first


def test_other_words_give_another_file_with_another_id() -> None:
    document = DOCUMENTS["notice"]
    other = replace(document, nodes=(*document.nodes, tree.Quiet("mer")))

    def identity(one: tree.Document) -> bytes:
        with pikepdf.open(BytesIO(typeset(one).data)) as file:
            return bytes(file.trailer.ID[0])

    assert identity(document) != identity(other)


def test_a_files_dates_are_the_day_that_it_is_about() -> None:
    undated = replace(DOCUMENTS["notice"], date=None)

    with pikepdf.open(BytesIO(typeset(DOCUMENTS["notice"]).data)) as file:
        assert str(file.docinfo["/CreationDate"]).startswith("D:20160222000000")
        assert str(file.docinfo["/ModDate"]) == str(file.docinfo["/CreationDate"])
    with pikepdf.open(BytesIO(typeset(undated).data)) as file:
        assert str(file.docinfo["/CreationDate"]).startswith(f"D:{date(2000, 1, 1):%Y%m%d}")


def test_the_libraries_are_not_imported_before_they_are_needed() -> None:
    program = (
        "import sys, klubban.documents.pdf, klubban.documents.protocol\n"
        "print(*[name for name in ('reportlab', 'pypdfium2', 'PIL', 'babel') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
