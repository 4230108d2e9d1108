"""Addresses on sheets of labels: three beside each other and eight below, as the sheets are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.shared import Mm

from klubban.documents.word.pieces import say, styled
from klubban.documents.word.tables import begin

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row

    from klubban.documents.tree import Labels

_BESIDE, _WIDE, _HIGH = 3, Mm(70), Mm(37)


def add(into: Document, node: Labels) -> None:
    """Add the labels, from the first one of the sheet that is not used yet."""
    cells = [*((),) * (node.first - 1), *node.addresses]
    table = begin(into, (_WIDE.twips,) * _BESIDE, "", ruled=False)
    for start in range(0, len(cells), _BESIDE):
        row: _Row = table.add_row()  # type: ignore[no-untyped-call]
        row.height, row.height_rule = _HIGH, WD_ROW_HEIGHT_RULE.EXACTLY
        for cell, address in zip(row.cells, cells[start : start + _BESIDE], strict=False):
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            say(styled(cell.paragraphs[0], "Address"), "\n".join(address))
    styled(into.add_paragraph(), "LastLine")
