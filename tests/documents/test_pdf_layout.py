"""What a page makes of texts that may be anything."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.meetings import AL, invented_meeting, plain_meeting
from documents.reading import elements, folded, missing, page_text, structure_text, words
from klubban import paths
from klubban.documents import extract, protocol, tree
from klubban.documents.pdf import fonts, picture, typeset
from klubban.documents.pdf.styles import BODY
from klubban.domain import decided, text
from klubban.domain import meeting as m
from klubban.domain.body import Named, Organisation

LONG_TEXT = ("Kommunstyrelsen godkänner förslaget. " * 140)[:5000]
LONG_WORD = "ö" * 5000


_PATHS = 6
"""So many lines and boxes are at the head and foot of each page."""


def document(*nodes: tree.Node, title: str = "Prov") -> tree.Document:
    """Return a document of these nodes."""
    running = tree.Running(
        left=("Ekby kommun", "Kommunstyrelsen"),
        right=("Protokoll", "2026-11-12"),
        initials=("Justerandes signatur", 3),
        certification="Utdragsbestyrkande",
    )
    return tree.Document(
        title=title, author="Ekby", language="sv-SE", running=running, nodes=(tree.Heading(1, "Prov"), *nodes)
    )


def running_text(words_of: str) -> text.Text:
    """Return a plain text."""
    return text.Text(text.runs_of(words_of))


def table(*rows: tuple[str, ...]) -> text.Table:
    """Return a plain table."""
    return text.Table(tuple(tuple(text.runs_of(cell) for cell in row) for row in rows))


def said(made: tree.Document) -> str:
    """Return the text of all pages."""
    done = typeset(made)
    return page_text(done.data, made.running, done.pages)


def per_page(made: tree.Document) -> list[str]:
    """Return the text of each page."""
    file = pypdfium2.PdfDocument(typeset(made).data)
    found = [page.get_textpage().get_text_range() for page in file]
    file.close()
    return found


AWKWARD: dict[str, tree.Node] = {
    "a long title": tree.Heading(2, LONG_TEXT, "§\u00a019"),
    "a title of one word": tree.Heading(2, LONG_WORD, "§\u00a019"),
    "a title without number": tree.Heading(2, LONG_WORD),
    "a long part heading": tree.Heading(3, LONG_TEXT),
    "small print": tree.Quiet(LONG_WORD),
    "a long text": running_text(LONG_TEXT * 5),
    "a long word": running_text(LONG_WORD),
    "a long point": text.Points((text.runs_of(LONG_TEXT), text.runs_of(LONG_WORD))),
    "a long bullet": text.Bullets((text.runs_of(LONG_WORD),)),
    "long names": tree.Names((LONG_WORD, "Åke Öman (S)", LONG_TEXT)),
    "many long names": tree.Names(tuple(f"{number} {LONG_TEXT}" for number in range(20))),
    "long facts": tree.Facts(
        ((LONG_TEXT, (running_text(LONG_WORD), tree.Names((LONG_TEXT,)))), (LONG_WORD, ()))
    ),
    "long signatures": tree.Signatures((tree.Signature(LONG_WORD, LONG_TEXT),) * 3, (LONG_WORD, LONG_WORD)),
    "many signatures": tree.Signatures(tuple(tree.Signature("Justerare", f"Namn {n}") for n in range(90))),
    "a long cell": table(("A", "B"), (LONG_TEXT, "b"), ("c", LONG_WORD), ("d", "e")),
    "a long head": table((LONG_TEXT, "B"), ("a", "b")),
    "many columns": table(*(tuple("ab" for _ in range(150)) for _ in range(2))),
    "an uneven table": table(("A",), ("a", "b", "c"), ()),
    "contents of long titles": tree.Contents((("Beslut", (tree.Heading(2, LONG_TEXT, "§\u00a01"),) * 3),)),
    "contents of what is not there": tree.Contents((("", (tree.Heading(2, "Borta"),)),)),
}


@pytest.mark.parametrize("node", AWKWARD.values(), ids=AWKWARD.keys())
def test_nothing_is_too_long_for_the_pages(node: tree.Node) -> None:
    made = document(running_text("före"), node, running_text("efter"))

    text_of = said(made)
    letters = sorted(folded("".join(words(made))))
    assert len(text_of) >= len(letters)
    assert missing(["före", "efter"], text_of) == []


@pytest.mark.parametrize(
    "node", [tree.Contents(()), tree.Facts(()), tree.Names(()), text.Points(()), text.Table(())]
)
def test_what_is_empty_takes_no_harm(node: tree.Node) -> None:
    assert missing(["Prov", "efter"], said(document(node, running_text("efter")))) == []


def test_two_hundred_thousand_characters_are_typeset() -> None:
    made = document(running_text("Kommunstyrelsen godkänner förslaget. " * 5500))
    done = typeset(made)

    assert done.pages > 50
    assert page_text(done.data, made.running, done.pages).count("förslaget.") == 5500


def test_markup_in_any_text_is_printed_literally() -> None:
    nasty = "<b>&amp;</b> <para/> {x} %s \\ (a) <<>> %PDF"
    made = protocol.build(
        plain_meeting(
            organisation=Organisation(name=nasty),
            place=nasty,
            chair=Named(nasty, nasty, 1),
            items=(
                m.Item(
                    id=1,
                    title=nasty,
                    number=1,
                    registry_number=nasty,
                    summary=text.from_plain(nasty),
                    decision=text.points([nasty, nasty]),
                    recipients=(nasty,),
                    motions=(
                        decided.Motion(
                            id=1, asks=decided.Asks.APPROVE, by=(AL,), text=text.from_plain(nasty)
                        ),
                    ),
                ),
            ),
        )
    )

    assert missing(words(made), said(made)) == []


def test_control_characters_never_reach_a_file() -> None:
    made = document(running_text("a\x00b\x1bc\x7fd\u202ee\u200ff\ufeffg"), title="t\x00\ud800\uffff<")
    done = typeset(made)

    assert "abcdefg" in page_text(done.data, made.running, done.pages)
    with pikepdf.open(BytesIO(done.data)) as file, file.open_metadata() as metadata:
        assert metadata["dc:title"] == str(file.docinfo["/Title"]) == "t□□<"


def test_a_character_that_no_face_has_is_replaced_visibly() -> None:
    assert missing(["x", "□", "□", "□", "y"], said(document(running_text("x 中 😀 ع y")))) == []


def test_a_letter_that_the_text_face_lacks_is_borrowed_from_the_other() -> None:
    assert "ǅ" not in said(document(running_text("ǥ")))
    assert "ǥ" in said(document(running_text("Sámi: ǥ")))


def test_an_accent_written_apart_is_composed() -> None:
    assert "Åsa" in said(document(running_text("A\u030asa")))


_ANY_TEXT = st.text(st.characters(codec=None), max_size=60)
_RUNS = st.lists(st.builds(text.Run, _ANY_TEXT, st.booleans(), st.booleans()), max_size=3).map(tuple)
_NODES = st.one_of(
    st.builds(tree.Heading, st.sampled_from([2, 3]), _ANY_TEXT, st.none() | _ANY_TEXT),
    st.builds(tree.Quiet, _ANY_TEXT),
    st.builds(text.Text, _RUNS),
    st.builds(text.Points, st.lists(_RUNS, max_size=3).map(tuple)),
    st.builds(text.Bullets, st.lists(_RUNS, max_size=3).map(tuple)),
    st.builds(text.Table, st.lists(st.lists(_RUNS, max_size=4).map(tuple), max_size=4).map(tuple)),
    st.builds(tree.Names, st.lists(_ANY_TEXT, max_size=6).map(tuple)),
    st.builds(
        tree.Signatures, st.lists(st.builds(tree.Signature, _ANY_TEXT, _ANY_TEXT), max_size=3).map(tuple)
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_NODES, max_size=6), _ANY_TEXT)
def test_any_text_becomes_a_file_that_opens(nodes: list[Any], title: str) -> None:
    made = document(*nodes, title=title)
    done = typeset(made)

    with pikepdf.open(BytesIO(done.data)) as file:
        assert len(file.pages) == done.pages
        assert file.check_pdf_syntax() == []
    assert len(done.heading_pages) == sum(isinstance(node, tree.Heading) for node in made.nodes)


# --- what belongs together


def test_a_heading_stays_with_what_follows() -> None:
    for filler in range(30, 60):
        nodes = [running_text(f"rad {number}") for number in range(filler)]
        made = document(
            *nodes,
            tree.Heading(2, "Rubrik", "§\u00a05"),
            tree.Quiet("Dnr"),
            tree.Heading(3, "Beslut"),
            running_text("Beslutstext"),
        )

        (page,) = [page for page in per_page(made) if "Rubrik" in page]
        assert "Beslutstext" in page


def test_no_line_of_a_text_stands_alone_on_a_page() -> None:
    long = " ".join(f"ord{number}" for number in range(120))
    for filler in range(30, 45):
        pages = per_page(document(*[running_text(f"rad {n}") for n in range(filler)], running_text(long)))

        counts = [sum("ord" in line for line in page.splitlines()) for page in pages]
        assert all(count != 1 for count in counts)


def test_no_line_of_a_list_stands_alone_on_a_page() -> None:
    points = text.Points(tuple(text.runs_of(f"Punkt{number} beslutas.") for number in range(4)))
    for filler in range(17, 24):
        pages = per_page(document(*[running_text(f"rad {n}") for n in range(filler)], points))

        assert all(page.count("Punkt") != 1 for page in pages)


def test_a_total_never_stands_alone_on_a_page() -> None:
    votes = table(("Namn", "Ja"), *((f"Ledamot {n}", "Ja") for n in range(12)), ("Summa", "12"))
    for filler in range(11, 24):
        pages = per_page(
            document(*[running_text(f"rad {n}") for n in range(filler)], running_text("Utfallet."), votes)
        )

        (last,) = [page for page in pages if "Summa" in page]
        assert "Ledamot 10" in last
        assert "Ledamot 0" in next(page for page in pages if "Utfallet" in page)


def test_a_rule_between_parts_does_not_end_a_page_or_begin_one() -> None:
    begins = set()
    for filler in range(20, 25):
        nodes = [running_text(f"rad {number}") for number in range(filler)]
        made = document(*nodes, tree.Separator(), running_text("slut"))
        file = pypdfium2.PdfDocument(typeset(made).data)
        lines = [
            sum(thing.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH for thing in page.get_objects())
            for page in file
        ]
        file.close()
        last = per_page(made)[-1]

        begins.add("rad" not in last)
        assert lines[-1] - _PATHS == ("rad" in last)
        assert all(count == _PATHS for count in lines[:-1])
    assert begins == {True, False}


def test_signatures_are_never_parted() -> None:
    signatures = tree.Signatures(tuple(tree.Signature("Justerare", f"Namn {n}") for n in range(4)))
    for filler in range(25, 45):
        pages = per_page(document(*[running_text(f"rad {n}") for n in range(filler)], signatures))

        assert max(page.count("Namn") for page in pages) == 4


def test_signatures_stand_at_the_foot_of_a_first_page() -> None:
    signatures = tree.Signatures((tree.Signature("Sekreterare", "Siv Lind"),))
    file = pypdfium2.PdfDocument(typeset(document(signatures, tree.PageBreak(), running_text("mer"))).data)
    page = file[0]
    searcher = page.get_textpage().search("Siv Lind")
    index, count = searcher.get_next()
    bottom = min(page.get_textpage().get_charbox(number)[1] for number in range(index, index + count))
    file.close()

    assert bottom < 841.89 - BODY + 20


def test_signatures_stay_below_a_heading_of_their_own() -> None:
    lines = tree.Signatures((tree.Signature("Underskrift", ""),))
    nodes = (tree.Heading(2, "Rätt utdraget intygas"), lines, tree.PageBreak(sheet=True), running_text("mer"))
    with closing(pypdfium2.PdfDocument(typeset(document(*nodes)).data)) as file:
        text = file[0].get_textpage()
        heading, line = (text.search(word).get_next()[0] for word in ("intygas", "Underskrift"))
        gap = text.get_charbox(heading)[1] - text.get_charbox(line)[1]

    assert gap < 50


def test_signatures_come_nearer_rather_than_leave_the_page() -> None:
    signatures = tree.Signatures(tuple(tree.Signature("Justerare", f"Namn {n}") for n in range(4)))
    pages = [
        len(per_page(document(*[running_text(f"rad {n}") for n in range(filler)], signatures)))
        for filler in range(17, 22)
    ]

    assert pages == [1, 1, 1, 2, 2]  # with all their space above them the nineteenth line had no room


ENDINGS: dict[str, tuple[tree.Node, ...]] = {
    "short texts": (running_text("ord"), running_text("ord")),
    "a long text": (running_text("ord " * 150),),
    "points": (text.Points(tuple(text.runs_of("ord") for _ in range(3))),),
    "a heading and a text": (tree.Heading(2, "ord", "§\u00a05"), running_text("ord")),
    "facts": (tree.Facts((("Plats", (running_text("ord"),)), ("Tid", (running_text("ord"),)))),),
    "a table": (table(("A", "B"), *(("ord", "ja"),) * 12),),
    "what is certified": (running_text("ord"), tree.Separator(), tree.Heading(2, "Rätt utdraget intygas")),
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS.keys())
def test_signatures_that_end_a_document_are_never_alone_on_a_page(ending: tuple[tree.Node, ...]) -> None:
    signatures = tree.Signatures(tuple(tree.Signature("Justerare", f"Namn {n}") for n in range(4)))
    for filler in range(8, 30, 2):
        pages = per_page(document(*[running_text(f"rad {n}") for n in range(filler)], *ending, signatures))

        assert "Namn 0" in pages[-1]
        assert "ord" in pages[-1]


def test_signatures_that_had_to_leave_the_first_page_leave_room_for_the_rest() -> None:
    filler = [running_text(f"rad {number}") for number in range(23)]
    signatures = tree.Signatures(tuple(tree.Signature("Justerare", f"Namn {n}") for n in range(4)))
    first, second = per_page(document(*filler, signatures, tree.PageBreak(), running_text("början")))

    assert "Namn" not in first
    assert "Namn 3" in second
    assert "början" in second


def test_a_long_table_repeats_its_head_on_every_page_but_says_it_once() -> None:
    rows = [(f"Ledamot {number} (S)", "Ja", "") for number in range(200)]
    made = document(table(("Namn", "Ja-röst", "Nej-röst"), *rows))
    done = typeset(made)

    pages = per_page(made)
    assert done.pages > 4
    assert all("Ja-röst" in page for page in pages if "Ledamot" in page)
    assert [tag for tag, _ in elements(done.data)].count("THead") == 1


def test_a_tables_head_is_never_alone_at_the_foot_of_a_page() -> None:
    for filler in range(30, 45):
        nodes = [running_text(f"rad {number}") for number in range(filler)]
        pages = per_page(document(*nodes, table(("Namn", "Röst"), ("Åke Öman", "Ja"), ("Britta Ek", "Nej"))))

        (page,) = [page for page in pages if "Åke Öman" in page]
        assert "Röst" in page
        assert sum("Röst" in one for one in pages) == sum("Ja" in one or "Nej" in one for one in pages)


def grouped(*counts: int) -> tree.Grouped:
    """Return a table with groups of so many rows."""
    groups = ((f"Grupp{number}", count) for number, count in enumerate(counts, 1))
    return tree.Grouped(
        ("Namn", "Parti"),
        tuple((name, tuple((f"{name}rad{row}", "S") for row in range(count))) for name, count in groups),
    )


def test_a_group_that_goes_on_is_named_again_on_the_next_page_but_said_once() -> None:
    made = document(grouped(4, 60, 3))
    first, second, *_ = per_page(made)

    assert {"Grupp1", "Grupp2"} <= set(first.split())
    assert {"Grupp1", "Grupp2"} & set(second.split()) == {"Grupp2"}
    assert structure_text(typeset(made).data).count("Grupp2") == 1 + 60


def test_a_group_that_begins_a_page_is_named_once() -> None:
    for count in range(28, 36):
        for page in per_page(document(grouped(count, 20))):
            assert page.split().count("Grupp2") <= 1


def test_names_below_a_heading_have_it_again_where_they_go_on_but_it_is_said_once() -> None:
    names = tuple(f"Ledamot {number:03}" for number in range(150))
    made = document(
        tree.Heading(2, "Om"), tree.Heading(3, "Ja, 150"), tree.Names(names), running_text("Slut")
    )
    first, second = per_page(made)

    assert [page.count("Ja, 150") for page in (first, second)] == [1, 1]
    assert second.index("Ja, 150") < second.index("Ledamot")
    assert structure_text(typeset(made).data).count("Ja, 150") == 1


def test_names_beside_a_label_have_it_again_where_they_go_on_but_it_is_said_once() -> None:
    names = tuple(f"Ledamot {number:03}" for number in range(150))
    made = document(tree.Facts((("Beslutande", (tree.Names(names),)), ("Paragrafer", (running_text("1"),)))))

    assert [page.count("Beslutande") for page in per_page(made)] == [1, 1]
    assert structure_text(typeset(made).data).count("Beslutande") == 1


def test_a_table_does_not_begin_with_a_few_rows_at_the_foot_of_a_page() -> None:
    for lines in range(20, 45):
        filler = [running_text(f"rad {number}") for number in range(lines)]
        made = document(tree.Heading(2, "Om"), *filler, running_text("Så många:"), grouped(30))
        pages = [page.split() for page in per_page(made)]
        begins = next(page for page in pages if "Grupp1rad0" in page)

        assert "Grupp1rad4" in begins
        assert "många:" in begins


def test_many_names_fill_one_column_after_the_other() -> None:
    names = tuple(f"Ledamot {number:03}" for number in range(120))
    made = document(tree.Names(names))

    assert missing(names, said(made)) == []


def lefts_of(made: tree.Document) -> dict[str, float]:
    """Return where each line of the first page begins."""
    file = pypdfium2.PdfDocument(typeset(made).data)
    page = file[0].get_textpage()
    found = {
        page.get_text_bounded(*page.get_rect(n)).strip(): page.get_rect(n)[0]
        for n in range(page.count_rects())
    }
    page.close()
    file.close()
    return found


@pytest.mark.parametrize(("last", "columns"), [("Ledamot 7", 2), ("Polismyndigheten " * 3 + "i Ekby", 1)])
def test_a_handful_of_names_stands_in_columns_where_none_is_broken(last: str, columns: int) -> None:
    names = (*(f"Ledamot {number}" for number in range(7)), last.strip())

    lefts = lefts_of(document(tree.Names(names)))

    assert len({round(lefts[name]) for name in names}) == columns


def test_a_name_beside_another_is_not_divided() -> None:
    names = tree.Names(("Gun-Britt Blomstrandsson-Aspelin (S), ordförande",) * 20)

    assert not any("\u00ad" in line for line in lefts_of(document(names)))


def test_the_second_line_of_a_name_cannot_be_taken_for_a_name() -> None:
    long_name = "Anna-Karin Blomstrandsson (S) ersätter Christian Bengtzelius (S)"
    made = document(tree.Names((*(f"Ledamot {number:02}" for number in range(20)), long_name)))

    lefts = lefts_of(made)
    (first,) = [left for words, left in lefts.items() if words.startswith("Anna-Karin")]
    (second,) = [left for words, left in lefts.items() if words.endswith("Bengtzelius (S)")]
    assert second > first + 10


def test_points_keep_their_numbers_over_pages() -> None:
    made = document(text.Points(tuple(text.runs_of(f"Punkten {LONG_TEXT[:900]}") for _ in range(12))))

    assert missing([f"{number}.Punkten" for number in range(1, 13)], said(made)) == []


def test_the_last_page_is_not_empty_after_a_page_break() -> None:
    assert typeset(document(running_text("a"), tree.PageBreak())).pages == 1
    assert (
        typeset(document(running_text("a"), tree.PageBreak(), tree.PageBreak(), running_text("b"))).pages == 2
    )


# --- pictures and fonts


def test_a_page_becomes_a_picture() -> None:
    data = typeset(extract.build(invented_meeting(), [73])).data

    small, large = picture(data, 1, 1), picture(data, 1, 2)
    assert (small.width, small.height) == (596, 842)
    assert (large.width, large.height) == (1191, 1684)
    assert len(large.pixels) == large.stride * large.height
    assert set(small.pixels[:4]) == {255}
    assert min(small.pixels) < 80


def test_a_page_that_is_not_there_is_no_picture() -> None:
    with pytest.raises(IndexError):
        picture(typeset(document()).data, 2, 1)


def test_missing_fonts_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr(paths, "fonts", lambda: tmp_path)
    fonts.font.cache_clear()

    with pytest.raises(fonts.FontMissing, match="KlubbanSerif-Regular"):
        typeset(document())
    fonts.font.cache_clear()


def test_a_column_of_dates_keeps_them_whole_beside_a_long_text() -> None:
    made = document(table(("När", "Vad", "Läge"), ("12 december 2026", LONG_TEXT[:600], LONG_TEXT[:200])))

    assert "12 december 2026" in " ".join(per_page(made)[0].replace("\u00a0", " ").splitlines())


@pytest.mark.parametrize("filler", range(16, 24))
def test_no_line_of_the_contents_is_alone_on_a_page(filler: int) -> None:
    headings = tuple(tree.Heading(2, f"Rubrik {n}", f"§\u00a0{n}") for n in range(4))
    told = [running_text(f"rad {n}") for n in range(2 * filler)]

    pages = per_page(document(*told, tree.Contents((("Beslut", headings),))))

    assert all(page.count("Rubrik") != 1 for page in pages)
