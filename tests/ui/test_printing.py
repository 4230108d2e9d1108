"""Printing: which pages go on which sheet, and what a printer is given, shown with one that writes a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtPrintSupport import QPrinter

from klubban.documents import pdf, protocol
from klubban.documents.pdf.strips import strips
from klubban.domain.errors import RuleBroken
from klubban.store.trouble import Trouble
from klubban.ui.output.press import answer, find_printers, print_documents
from klubban.ui.output.print_jobs import How, PrintDocuments, Printed
from klubban.ui.output.sheets import Side, pages_told, read_copies, read_pages, sheets, sides
from klubban.ui.summons.jobs import Progress, Stopped
from ui.snapshots import item, meeting

if TYPE_CHECKING:
    from pathlib import Path

    from klubban.documents.tree import Document

ALL = How()
A4 = (595, 842)
"""In points."""


def paper(path: Path, dots: int = 100) -> QPrinter:
    """Return a printer that writes what it would print, with so many dots an inch."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(dots)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def short(title: str = "Trygghet") -> Document:
    """Return a paragraph of one page."""
    return protocol.build_paragraph(meeting(item(1, number=19, title=title)), 1)


def go_on(_progress: Progress) -> bool:
    return True


def ink(data: bytes, page: int) -> int:
    """Return how much of a page is dark."""
    (whole,) = strips(data, page, A4, grey=True)
    return sum(255 - byte for byte in whole.pixels)


def extent(data: bytes) -> tuple[int, int, int, int]:
    """Return between which rows and columns the first page is dark, in points."""
    (whole,) = strips(data, 1, A4, grey=True)
    dark = [divmod(place, whole.stride) for place, byte in enumerate(whole.pixels) if byte < 200]
    rows, columns = zip(*dark, strict=True)
    return min(rows), max(rows), min(columns), max(columns)


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", ()),
        ("3", ((3, 3),)),
        ("1-4", ((1, 4),)),
        (" 1 – 4, 6 ", ((1, 4), (6, 6))),
        ("9-", ((9, None),)),
        ("-2", ((1, 2),)),
    ],
)
def test_pages_are_read_as_people_write_them(typed: str, pages: object) -> None:
    assert read_pages(typed) == pages


@pytest.mark.parametrize("typed", ["0", "-", "4-1", "a", "1;2", "1-2-3", "99999"])
def test_what_names_no_pages_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(RuleBroken, match="1–4, 6"):
        read_pages(typed)


@pytest.mark.parametrize("typed", ["0", "-1", "201", "två", "²"])
def test_copies_are_a_number_that_a_printer_takes(typed: str) -> None:
    with pytest.raises(RuleBroken):
        read_copies(typed)


ranges = st.lists(
    st.tuples(st.integers(1, 9), st.none() | st.integers(0, 5)).map(
        lambda each: (each[0], None if each[1] is None else each[0] + each[1])
    ),
    max_size=3,
).map(tuple)


@given(ranges)
@settings(max_examples=40)
def test_pages_are_told_as_they_are_read(wanted: tuple[tuple[int, int | None], ...]) -> None:
    assert read_pages(pages_told(wanted)) == wanted


@given(st.lists(st.integers(1, 7), max_size=4), ranges, st.booleans(), st.integers(1, 3))
@settings(max_examples=50)
def test_every_copy_is_whole_and_every_document_begins_a_sheet_of_its_own(
    counts: list[int],
    wanted: tuple[tuple[int, int | None], ...],
    duplex: bool,  # noqa: FBT001 - drawn
    copies: int,
) -> None:
    laid = sides(counts, wanted, duplex=duplex, copies=copies)
    one = sides(counts, wanted, duplex=duplex)
    there = [(side.document, side.page) for side in laid if side.page is not None]

    assert there == [(side.document, side.page) for side in one if side.page is not None] * copies
    assert not laid or laid[-1].page is not None
    if duplex:
        starts = [place for place, side in enumerate(laid) if side.page == min_page(laid, side.document)]
        assert all(start % 2 == 0 for start in starts)
    else:
        assert all(side.page is not None for side in laid)


def min_page(laid: tuple[Side, ...], document: int) -> int:
    return min(side.page for side in laid if side.document == document and side.page is not None)


def test_sheets_are_counted_as_paper() -> None:
    assert [sheets(count, duplex=True) for count in (0, 1, 2, 3)] == [0, 1, 1, 2]
    assert sheets(3, duplex=False) == 3


@pytest.mark.parametrize("grey", [True, False])
def test_strips_are_the_page_without_a_seam(grey: bool) -> None:  # noqa: FBT001 - a parameter
    data = pdf.typeset(short()).data
    size = (1240, 1754)

    whole = next(strips(data, 1, size, grey=grey))
    parts = list(strips(data, 1, size, grey=grey, most=1240 * 100 * (1 if grey else 4)))

    rows = {
        part.top + row: part.pixels[row * part.stride : (row + 1) * part.stride]
        for part in parts
        for row in range(part.height)
    }
    assert len(parts) == 18
    assert whole.height >= 1000
    together = b"".join(rows[row] for row in range(whole.height))
    assert max(abs(one - other) for one, other in zip(together, whole.pixels, strict=True)) < 16
    assert sorted(rows) == list(range(1754))


def test_documents_are_printed_as_one_job_each_on_its_own_sheets(tmp_path: Path) -> None:
    path, told = tmp_path / "out.pdf", list[Progress]()

    def hear(progress: Progress) -> bool:
        told.append(progress)
        return True

    documents = (short(), short("Budget"))
    done = print_documents(documents, How(duplex=True, copies=2), paper(path), hear)
    data = path.read_bytes()
    with pikepdf.open(path) as file:
        sizes = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in file.pages]

    assert done == Printed(4, 4)
    assert sizes == [A4] * 7  # a blank back after each but the last
    assert [ink(data, page) > 0 for page in range(1, 8)] == [True, False] * 3 + [True]
    assert told[0] == Progress(0, 2, 2)
    assert told[-1] == Progress(2 + 6, 2 + 7, 2)


def test_what_is_printed_lies_where_it_lies_on_the_page(tmp_path: Path) -> None:
    path, document = tmp_path / "out.pdf", short()
    print_documents((document,), How(colour=True), paper(path, 1200), go_on)
    data = pdf.typeset(document).data

    with pikepdf.open(path) as file:
        images = list(file.pages[0].get_images().values())
    assert {int(each.Width) for each in images} == {4958}  # 600 dots an inch
    assert {str(each.Filter) for each in images} == {"/FlateDecode"}
    assert extent(path.read_bytes()) == pytest.approx(extent(data), abs=1)


def test_a_range_that_no_document_has_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="None of the documents"):
        print_documents((short(),), How(pages=((7, 9),)), paper(tmp_path / "out.pdf"), go_on)


@pytest.mark.parametrize("steps", [0, 1])
def test_printing_can_be_left_before_each_document(tmp_path: Path, steps: int) -> None:
    heard = iter([*[True] * steps, *[False] * 9])

    done = print_documents((short(), short()), ALL, paper(tmp_path / "out.pdf"), lambda _at: next(heard))

    assert done == Stopped()


def test_a_printer_that_is_gone_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="Nowhere is not there"):
        answer(PrintDocuments("x", (short(),), How(printer="Nowhere"), tmp_path), go_on)


def test_the_printers_are_named_with_the_systems_own_first() -> None:

    names = [each.name for each in find_printers().found]

    assert len(set(names)) == len(names)
