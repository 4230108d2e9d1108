"""Fields of a form in Word: below what is asked a frame with a content control, which is known by its tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import RGBColor

from klubban.documents.word.pieces import WHOLE, new, say, styled
from klubban.documents.word.tables import begin, fresh_row

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell

    from klubban.documents.tree import Field

_LINE = 420
"""Of handwriting, in twentieths of a point."""
_EDGE = "85817A"
_INSIDE = 100
_QUIET = RGBColor(0x4A, 0x51, 0x58)


def add(into: Document, node: Field) -> None:
    """Add a field: its label, and in the row below it the frame to write in."""
    table = begin(into, (WHOLE,), node.label, ruled=False)
    [label] = fresh_row(table)
    paragraph = styled(label.paragraphs[0], "FactLabel")
    paragraph.paragraph_format.keep_with_next = True
    say(paragraph, node.label)
    [box] = fresh_row(table, high=node.high * _LINE)
    _frame(box)
    _control(box, node)


def _frame(cell: _Cell) -> None:
    borders, room = new("tcBorders"), new("tcMar")
    for side in ("top", "left", "bottom", "right"):
        borders.append(new(side, val="single", sz=4, space=0, color=_EDGE))
        room.append(new(side, w=_INSIDE, type="dxa"))
    properties = cell._tc.get_or_add_tcPr()
    for made in (borders, room):
        properties.insert_element_before(made, "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark")


def _control(cell: _Cell, node: Field) -> None:
    """Put what the cell holds into a control of plain text with several lines."""
    paragraph = styled(cell.paragraphs[0], "Fact")
    say(paragraph, node.value or node.hint)
    for run in () if node.value else paragraph.runs:
        run.font.color.rgb = _QUIET
    inner = paragraph._p
    place = cell._tc.index(inner)
    control, content = new("sdt"), new("sdtContent")
    control.append(_properties(node))
    content.append(inner)
    control.append(content)
    cell._tc.insert(place, control)
    after = cell.add_paragraph()  # a cell ends with a paragraph of its own
    styled(after, "AfterTable")


def _properties(node: Field) -> BaseOxmlElement:
    """Return what says which field it is; a hint goes when somebody begins to write."""
    properties = new("sdtPr")
    for made in (new("alias", val=node.label[:60]), new("tag", val=node.key), new("lock", val="sdtLocked")):
        properties.append(made)
    if not node.value:
        properties.append(new("showingPlcHdr"))
    return properties
