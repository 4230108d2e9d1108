"""Word files, web pages and plain text say what the tree says, and mark it for what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import every_document
from documents.meetings import invented_meeting
from documents.reading import missing
from documents.reading_forms import WebPage, even, expected, text, word, words_of_word
from klubban import paths
from klubban.documents import pdf, protocol, tree
from klubban.documents.forms import Form, made
from klubban.documents.plain import plain_text
from klubban.domain.look import Arms, Look
from klubban.domain.rules import BodyKind
from klubban.domain.text import Bullets, Points, Run, Table, Text, runs_of
from klubban.operations.open_format import import_document
from klubban.store import reads
from klubban.store.database import Database

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fccfc0500f"
    "000485018084a98c210000000049454e44ae426082"
)
DOCUMENTS = every_document.of_tests()
each_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
PROTOCOL = DOCUMENTS["invented protocol"]


def document(*nodes: tree.Node, **facts: object) -> tree.Document:
    return replace(PROTOCOL, nodes=nodes, **facts)  # type: ignore[arg-type]


def differing(documents: Iterable[tree.Document]) -> list[str]:
    """Return the titles of documents that do not say the same in some form."""
    return [
        f"{each.title}: {form}"
        for each in documents
        for form, says in {
            Form.HTML: even(WebPage(each).text) == "".join(expected(each)),
            Form.DOCX: even(words_of_word(each)) == "".join(expected(each)),
            Form.TXT: missing(expected(each), even(text(each))) == [],
        }.items()
        if not says
    ]


# --- the words


def test_every_form_of_the_tests_documents_says_what_the_tree_says() -> None:
    assert differing(DOCUMENTS.values()) == []


def test_every_form_of_the_samples_documents_says_what_the_tree_says(tmp_path: Path) -> None:
    with closing(Database.create(tmp_path / "exempel.klubban")) as database:
        import_document(database, (paths.resources() / "sample.json").read_bytes())
        with database.read() as read:
            kinds = {body.id: body.kind for body in reads.bodies(read)}
            held = [line for line in reads.meetings(read) if line.date < every_document.DAY]
        latest = {kinds[line.body]: line.id for line in sorted(held, key=lambda line: line.date)}
        some = [latest[kind] for kind in (BodyKind.ASSEMBLY, BodyKind.COMMITTEE, BodyKind.COUNCIL)]
        found = [
            each.document
            for each in every_document.of_file(database, some)
            if not any(isinstance(node, tree.Field) for node in each.document.nodes)  # to be written in
        ]

    assert len(found) > 50
    assert differing(found) == []


WORDS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"'\n\t§אب\u202e"), max_size=9)
RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), max_size=3).map(tuple)
LINES = st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple)
NODES = st.one_of(
    st.builds(tree.Heading, st.integers(1, 7), WORDS, st.none() | WORDS),
    st.builds(tree.Quiet, WORDS),
    st.builds(tree.Aside, WORDS),
    st.builds(tree.AgendaEntry, number=WORDS, title=WORDS, when=WORDS, facts=st.tuples(WORDS)),
    st.builds(Text, RUNS),
    st.builds(Points, st.lists(RUNS, max_size=3).map(tuple)),
    st.builds(Bullets, st.lists(RUNS, max_size=3).map(tuple)),
    st.builds(Table, st.lists(st.tuples(RUNS, RUNS), max_size=3).map(tuple)),
    st.builds(tree.Grouped, st.tuples(WORDS, WORDS), st.tuples(st.tuples(WORDS, LINES)), st.booleans()),
    st.builds(tree.Facts, st.tuples(st.tuples(WORDS, st.tuples(st.builds(Text, RUNS))))),
    st.builds(tree.Signatures, st.tuples(st.builds(tree.Signature, WORDS, WORDS)), st.none()),
    st.builds(tree.Names, st.tuples(WORDS, WORDS)),
    st.builds(tree.Labels, st.tuples(st.tuples(WORDS, WORDS))),
    st.just(tree.PageBreak(sheet=True)),
)


@settings(max_examples=30)
@given(nodes=st.lists(NODES, max_size=6), name=WORDS)
def test_whatever_was_written_is_said_and_breaks_nothing(nodes: list[tree.Node], name: str) -> None:
    made_of = document(*nodes, title=name, author=name, look=Look(name=name, foot=name))

    assert differing([made_of]) == []
    assert WebPage(made_of).faults == []


def test_plain_text_says_nothing_but_the_tree_and_its_marks() -> None:
    for each in DOCUMENTS.values():
        left = even(plain_text(each))
        for found in expected(each):
            left = left.replace(found, "", 1)
        assert set(left) <= set("-=|:–.,0123456789"), each.title


@pytest.mark.parametrize("form", [Form.DOCX, Form.HTML, Form.TXT])
def test_the_same_document_gives_the_same_bytes(form: Form) -> None:
    assert made(PROTOCOL, form) == made(protocol.build(invented_meeting()), form)


def test_marks_that_turn_the_writing_are_left_out_of_every_form() -> None:
    turned = document(tree.Heading(1, "Motion\u202e\u2066 om"), Text(runs_of("av\u00adstånd\u200b")))

    for said in (WebPage(turned).text, words_of_word(turned), plain_text(turned)):
        assert even(said).replace("=", "") == "Motionomavstånd"


def test_the_contents_in_word_have_the_pages_of_the_pdf_until_word_counts_them() -> None:
    (contents,) = [node for node in PROTOCOL.nodes if isinstance(node, tree.Contents)]
    listed = [heading for _, headings in contents.groups for heading in headings]
    in_order = [node for node in PROTOCOL.nodes if isinstance(node, tree.Heading)]
    pages = pdf.typeset(PROTOCOL).heading_pages

    lines = [each.text for each in word(PROTOCOL).paragraphs if each.style and each.style.name == "toc 1"]

    assert [line.rsplit("\t", 1)[1] for line in lines] == [
        str(pages[in_order.index(heading)]) for heading in listed
    ]


# --- web pages


@each_document
def test_a_web_page_is_sound_and_its_headings_come_in_order(document: tree.Document) -> None:
    page = WebPage(document)

    assert (page.faults, page.open) == ([], [])
    assert page.levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise([0, *page.levels]))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert page.of("html") == [{"lang": "sv-SE"}]
    assert [each for each in page.of("th") if "scope" not in each] == []
    assert all(each.get("aria-label") for each in page.of("table"))


def test_a_web_page_forbids_all_that_it_does_not_need() -> None:
    page = WebPage(PROTOCOL)

    [policy] = [each["content"] for each in page.of("meta") if "http-equiv" in each]
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert page.of("script") + page.of("link") == []
    assert re.findall(r"https?://|url\(|@import", page.source) == []


def test_each_paragraph_has_a_place_of_its_number_that_the_contents_lead_to() -> None:
    page = WebPage(PROTOCOL)

    assert [each for each in page.ids if each.startswith("p")] == [f"p{number}" for number in range(70, 82)]
    assert sorted(page.links) == [f"#p{number}" for number in range(70, 82)]
    assert page.of("nav") == [{"aria-label": "Innehåll"}]


def test_arms_and_name_stand_at_the_head_of_a_page_and_its_word_for_drafts_too() -> None:
    look = Look(foot="Storgatan 1", colour="#17616b")
    running = replace(PROTOCOL.running, left=("Ekby <kommun>", "Kommunstyrelsen"), draft="UTKAST")
    arms = Arms(sha256="0", says='Ekby "vapen"', picture=PIXEL)

    page = WebPage(replace(PROTOCOL, look=look, running=running, arms=arms))

    [picture] = page.of("img")
    assert picture["alt"] == 'Ekby "vapen"'
    assert (picture["src"] or "").startswith("data:image/png;base64,")
    for said in ("Ekby &lt;kommun&gt;", "Storgatan 1", ">UTKAST<", 'content: "UTKAST"', "--colour: #17616b"):
        assert said in page.source


# --- Word files


def heading_levels(document: tree.Document) -> list[int]:
    return [node.level for node in document.nodes if isinstance(node, tree.Heading | tree.AgendaEntry)]


@each_document
def test_a_word_file_has_the_headings_of_the_tree(document: tree.Document) -> None:
    styles = [each.style.style_id for each in word(document).paragraphs]

    found = [int(style.removeprefix("Heading")) for style in styles if re.fullmatch(r"Heading\d", style)]
    assert found == heading_levels(document)


def test_a_word_file_tells_what_it_is_and_no_clock() -> None:
    told = word(PROTOCOL).core_properties

    assert (told.title, told.author, told.language) == (PROTOCOL.title, PROTOCOL.author, "sv-SE")
    assert told.created == told.modified
    assert told.created.date() == PROTOCOL.date


def test_tables_of_a_word_file_repeat_their_head_and_are_never_parted_in_a_row() -> None:
    tables = [each for each in word(PROTOCOL).tables if each.style.name == "Rows"]

    assert len(tables) == 2
    for table in tables:
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True, *[False] * (len(heads) - 1)]
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)


def test_each_list_of_points_counts_from_one() -> None:
    two = (runs_of("ett"), runs_of("två"))

    made_of = word(document(tree.Heading(1, "Prov"), Points(two), Points(two), Bullets(two)))

    numbers = [
        each._p.pPr.numPr.numId.val if each._p.pPr.numPr is not None else 0 for each in made_of.paragraphs
    ]
    assert numbers == [0, 3, 3, 4, 4, 0, 0]
    styles = [each.style.name for each in made_of.paragraphs]
    assert styles == ["Heading 1", *["List Number"] * 4, *["List Bullet"] * 2]


def test_head_and_foot_of_a_word_file_have_the_look_of_the_house() -> None:
    look = Look(name="Ekby", foot="Storgatan 1", margin=24, mirrored=True)
    running = replace(PROTOCOL.running, draft="UTKAST")
    arms = Arms(sha256="0", says="Ekbys vapen", picture=PIXEL)
    sheets = (*PROTOCOL.nodes, tree.PageBreak(sheet=True), Text(runs_of("sist")))

    file = word(replace(PROTOCOL, look=look, running=running, arms=arms, nodes=sheets))

    first, second = file.sections
    assert (round(first.left_margin.mm), round(first.right_margin.mm)) == (24, 16)
    for head in (first.header, first.first_page_header, second.header):
        xml = head._element.xml
        assert all(said in xml for said in ("UTKAST", "Ekby", 'descr="Ekbys vapen"', " NUMPAGES "))
    assert "Storgatan 1" in first.first_page_footer._element.xml
    assert "Storgatan 1" not in first.footer._element.xml
    assert second.different_first_page_header_footer is False
    assert file.settings.element.find(qn("w:mirrorMargins")) is not None


@pytest.mark.parametrize(("boxes", "drawn"), [(2, 2), (6, 6), (30, 6)])
def test_boxes_for_initials_leave_room_for_what_stands_beside_them(boxes: int, drawn: int) -> None:
    running = replace(PROTOCOL.running, initials=("Justerandes signatur", boxes))

    [table] = word(replace(PROTOCOL, running=running)).sections[0].footer.tables

    widths = [cell.width.twips for cell in table.rows[0].cells]
    assert len(widths) == 1 + drawn + 2
    assert sum(widths) == 9638
    assert min(widths[0], *widths[-2:]) >= 1700


def test_a_table_that_ends_a_page_has_nothing_after_it_that_could_begin_another() -> None:
    signed = tree.Signatures((tree.Signature("Ordförande", "Åke Öman"),))
    heading = tree.Heading(2, "Val", "§ 1")

    body = word(document(signed, tree.PageBreak(), heading)).element.body

    assert [each.tag.rpartition("}")[2] for each in body] == ["tbl", "p", "sectPr"]
    assert body[1].find(f".//{qn('w:pageBreakBefore')}") is not None


def test_many_names_stand_two_beside_each_other_and_few_below_each_other() -> None:
    many = tree.Names(tuple(f"Namn {number}" for number in range(13)))

    file = word(document(many, tree.Names(("Åke", "Bo"))))

    rows = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    assert (rows[0], rows[-1]) == (["Namn 0", "Namn 1"], ["Namn 12", ""])
    assert [each.text for each in file.paragraphs if each.text] == ["Åke", "Bo"]


def test_labels_of_a_word_file_begin_on_the_label_that_is_left() -> None:
    bare = replace(PROTOCOL.running, bare=True)
    addresses = (("Åsa Lind", "Storgatan 1"), ("Bo Ek", "Lillgatan 2"))

    file = word(document(tree.Labels(addresses, first=3), running=bare))

    rows = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    assert rows == [["", "", "Åsa Lind\nStorgatan 1"], ["Bo Ek\nLillgatan 2", "", ""]]
    assert round(file.sections[0].left_margin.mm) == 0


# --- plain text


def test_tables_stand_in_columns_where_a_mail_has_room_and_else_with_bars() -> None:
    narrow = Table(
        ((runs_of("Namn"), runs_of("Ja")), (runs_of("Åke Öman"), runs_of("4")), (runs_of("Bo"), ()))
    )
    wide = Table(((runs_of("Namn"), runs_of("Anmärkning")), (runs_of("Bo"), runs_of("x" * 80))))

    assert plain_text(document(narrow)) == "Namn      Ja\n--------  --\nÅke Öman   4\nBo\n"
    assert plain_text(document(wide)) == f"Namn | Anmärkning\nBo | {'x' * 80}\n"


def test_plain_text_reads_as_a_mail_does() -> None:
    made_of = document(
        tree.Heading(1, "Nämnden"),
        tree.Facts(
            (("Plats", (Text(runs_of("Ekby")),)), ("Närvarande", (tree.Names(("Åke", "Bo")),)), ("Datum", ()))
        ),
        tree.Heading(2, "Val", "§ 1"),
        tree.Heading(3, "Beslut"),
        Points((runs_of("Ett\nsom går vidare"), runs_of("Två"))),
        tree.Separator(),
        tree.Signatures((tree.Signature("Ordförande", "Åke"),), ("Paragrafer", "§ 1")),
    )

    assert plain_text(made_of) == (
        "Nämnden\n=======\n\nPlats: Ekby\nNärvarande:\n   Åke\n   Bo\nDatum:\n\n§ 1 Val\n-------\n\n"
        "Beslut\n1. Ett\n   som går vidare\n2. Två\n\nParagrafer: § 1\nOrdförande: Åke\n"
    )


def test_a_file_of_text_says_whose_it_is() -> None:
    head = text(PROTOCOL).splitlines()[:4]

    assert head == ["UTKAST", "Ekby kommun, Kommunstyrelsen", "Protokoll 2026-11-12", ""]


def test_lines_never_end_inside_a_paragraphs_number_and_text_can_be_searched_for_it() -> None:
    written = document(Text(runs_of("Se § 112 den 30 april")))

    held = "Se §\u00a0112 den 30\u00a0april"
    assert held in WebPage(written).text
    assert held in "".join(each.text for each in word(written).paragraphs)
    assert plain_text(written) == "Se § 112 den 30 april\n"
