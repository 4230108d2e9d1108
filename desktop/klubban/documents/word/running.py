"""What stands on each page of a Word file: whose it is, of which kind and day, and what is signed there."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx.enum.section import WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.shared import Mm, Twips

from klubban.documents.word.pieces import WHOLE, field, new, say, styled
from klubban.documents.word.tables import margins
from klubban.domain.look import BOTH_MARGINS

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.section import _Footer, _Header
    from docx.table import Table, _Cell

    from klubban.documents.tree import Document, Running

_ARMS = 760
"""Room for the coat of arms, in twentieths of a point."""
_INITIALS, _BOX, _BOXES, _HIGH = 1800, 920, 6, 440
"""The words before the boxes for initials, a box, how many there are at the most, and how high they are."""
_CERTIFIED, _LINE = 1700, 1700
"""The words before the line on which an extract is certified, and the line."""


def write(file: File, document: Document) -> None:
    """Lay the page out, and write its head and foot; a sheet of labels has neither."""
    [section] = file.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    if document.running.bare:
        section.left_margin = section.right_margin = section.bottom_margin = Mm(0)
        section.top_margin = Mm(0.5)
        return
    section.left_margin, section.right_margin = (
        Mm(document.look.margin),
        Mm(BOTH_MARGINS - document.look.margin),
    )
    section.top_margin, section.bottom_margin = Mm(28), Mm(24)
    section.header_distance, section.footer_distance = Mm(11), Mm(9)
    section.different_first_page_header_footer = bool(document.look.foot)
    heads, feet = [section.header], [section.footer]
    if document.look.foot:
        heads.append(section.first_page_header)
        feet.append(section.first_page_footer)
    for head in heads:
        _head(head, document)
    for foot, first in zip(feet, (False, True), strict=False):
        _foot(foot, document.running, (document.look.foot or "") if first else "")


def part_sections(file: File) -> None:
    """Let each section but the first begin a sheet, with heads and feet as the first one's later pages."""
    for section in list(file.sections)[1:]:
        section.start_type = WD_SECTION.ODD_PAGE
        section.different_first_page_header_footer = False


def _head(head: _Header, document: Document) -> None:
    running = document.running
    columns = (_ARMS, 4600, WHOLE - _ARMS - 4600) if _has_arms(document) else (5200, WHOLE - 5200)
    *arms, left, right = cells = _cells(head.add_table(1, len(columns), Twips(WHOLE)), columns)
    for cell in cells:
        _border(cell, "bottom")
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    for cell in arms:
        _picture(cell, document)
    _two(left, running.left[0], running.left[1])
    _two(right, *running.right)
    second = right.paragraphs[1]
    say(second, "\u2003")
    field(second, "PAGE", "1")
    say(second, " (")
    field(second, "NUMPAGES", "1")
    say(second, ")")
    for paragraph in right.paragraphs:
        paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
    _first(head, "Draft", running.draft)


def _two(cell: _Cell, strong: str, below: str) -> None:
    first, second = cell.paragraphs[0], cell.add_paragraph()
    say(styled(first, "Header"), strong)
    for run in first.runs:
        run.bold = True
    say(styled(second, "Header"), below)


def _has_arms(document: Document) -> bool:
    return document.arms is not None and bool(document.arms.picture)


def _picture(cell: _Cell, document: Document) -> None:
    """Put the coat of arms in, with what is said in its place."""
    if document.arms is None:
        return
    drawn = cell.paragraphs[0].add_run().add_picture(BytesIO(document.arms.picture), height=Mm(11))
    widest = Twips(_ARMS - 100)
    if drawn.width > widest:
        drawn.height, drawn.width = round(drawn.height * widest / drawn.width), widest
    for side in ("distT", "distB", "distL", "distR"):  # LibreOffice thinks of three millimetres
        drawn._inline.set(side, "0")
    properties = drawn._inline.docPr
    properties.set("descr", document.arms.says)
    properties.set("name", document.arms.says)


def _foot(foot: _Footer, running: Running, first_page: str) -> None:
    _first(foot, "Footer", first_page)
    if running.initials or running.certification:
        _signed(foot, running)


def _signed(foot: _Footer, running: Running) -> None:
    """Add the boxes for initials, and the line on which an extract is certified."""
    words, boxes = running.initials or ("", 0)
    boxes = min(boxes, _BOXES)
    line = _LINE if running.certification else 0
    certified = _CERTIFIED if running.certification else 0
    box = min(_BOX, (WHOLE - _INITIALS - certified - line) // boxes) if boxes else 0
    first = [_INITIALS, *[box] * boxes] if boxes else []
    last = [line] if line else []
    columns = [*first, WHOLE - sum(first) - sum(last), *last]
    table = foot.add_table(1, len(columns), Twips(WHOLE))
    cells = _cells(table, columns)
    table.rows[0].height = Twips(_HIGH)
    if boxes:
        say(styled(cells[0].paragraphs[0], "Footer"), words)
        for cell in cells[1 : boxes + 1]:
            _border(cell, "top", "left", "bottom", "right")
    if line:
        before = styled(cells[-2].paragraphs[0], "Footer")
        before.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
        before.paragraph_format.right_indent = Twips(100)
        cells[-2].vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        say(before, running.certification or "")
        _border(cells[-1], "bottom")


def _cells(table: Table, columns: tuple[int, ...] | list[int]) -> tuple[_Cell, ...]:
    """Return the cells of a table's one row, as wide as they are to be."""
    table._tbl.tblPr.insert_element_before(margins(0), "w:tblLook")
    for column, width in zip(table.columns, columns, strict=True):
        column.width = Twips(width)
    cells = table.rows[0].cells
    for cell, width in zip(cells, columns, strict=True):
        cell.width = Twips(width)
    return cells


def _border(cell: _Cell, *sides: str) -> None:
    borders = new("tcBorders")
    for side in sides:
        borders.append(new(side, val="single", sz=4, space=0, color="85817A"))
    cell._tc.get_or_add_tcPr().append(borders)


def _first(part: _Header | _Footer, style: str, words: str) -> None:
    """Say something above the rest; the paragraph that Word wants last stays, with nothing in it."""
    empty = styled(part.paragraphs[0], "AfterTable")
    if words:
        above = styled(part.add_paragraph(), style)
        say(above, words)
        part._element.insert(0, above._p)
    part._element.append(empty._p)
