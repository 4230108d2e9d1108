"""Labels with what belongs to each, and lines to sign on: two columns, without rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Twips

from klubban.documents.word.pieces import TEXT, WHOLE, new, say, styled
from klubban.documents.word.tables import begin, fresh_row
from klubban.domain.text import Text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

    from klubban.documents import tree
    from klubban.domain.text import Runs

_LINE, _GAP = 3860, 280
_APART = 140
_TO_SIGN, _COVERS, _TO_WRITE = 570, 520, 420
"""How high a row is that a hand signs or writes in, in twentieths of a point."""


def facts(into: Document, node: tree.Facts) -> None:
    """Add the facts; where nothing is known there is a line to write on."""
    table = begin(into, (TEXT, WHOLE - TEXT), "", ruled=False)
    for label, parts in node.rows:
        said: list[Runs | str] = []
        for part in parts:
            said += [part.runs] if isinstance(part, Text) else part.items
        head, value = fresh_row(table, high=0 if said else _TO_WRITE)
        say(styled(head.paragraphs[0], "FactLabel"), label)
        _stand(value, said)
        if not said:
            line_below(value)


def _stand(cell: _Cell, texts: list[Runs | str]) -> None:
    """Put texts below each other."""
    paragraph = styled(cell.paragraphs[0], "Fact")
    for place, each in enumerate(texts):
        paragraph = styled(cell.add_paragraph(), "Fact") if place else paragraph
        say(paragraph, each)
    paragraph.paragraph_format.space_after = Twips(_APART)


def signatures(into: Document, node: tree.Signatures) -> None:
    """Add the lines to sign on, each with the role before it and the name after it."""
    table = begin(into, (TEXT, _LINE, _GAP, WHOLE - TEXT - _LINE - _GAP), "", ruled=False)
    covers = [node.covers] if node.covers else []
    for role, name in covers:
        head, value, *_, last = fresh_row(table, high=_COVERS)
        value = value.merge(last)  # it may be long, and nobody signs beside it
        _bottom(head, value)
        say(styled(head.paragraphs[0], "SignedBy"), role)
        say(styled(value.paragraphs[0], "Signed"), name)
    for line in node.lines:
        cells = fresh_row(table, high=_TO_SIGN if line.signed is None else _COVERS)
        _bottom(*cells)
        say(styled(cells[0].paragraphs[0], "SignedBy"), line.role)
        for cell in cells[1:]:
            styled(cell.paragraphs[0], "Signed")
        by_hand = line.signed is None and not node.digital
        if by_hand:
            line_below(cells[1])
        say(cells[-1 if by_hand else 1].paragraphs[0], line.told)


def _bottom(*cells: _Cell) -> None:
    for cell in cells:
        cell._tc.get_or_add_tcPr().append(new("vAlign", val="bottom"))


def line_below(cell: _Cell) -> None:
    """Draw a line to write on at a cell's foot."""
    borders = new("tcBorders")
    borders.append(new("bottom", val="single", sz=4, space=0, color="85817A"))
    properties = cell._tc.get_or_add_tcPr()
    properties.insert_element_before(borders, "w:shd", "w:noWrap", "w:tcMar", "w:textDirection", "w:vAlign")
