"""Fields to sign in, on a screen, in the place of lines for a pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream, PDFString

from klubban.documents.pdf.blocks import Block, TextBlock
from klubban.documents.pdf.characters import visible
from klubban.documents.pdf.groups import Cell, Row, Space, Stack
from klubban.documents.pdf.styles import BODY_TEXT, EDGE, LABEL, LABEL_TEXT, STEP, TEXT, WHOLE
from klubban.documents.pdf.tags import Element, for_table
from klubban.domain.text import runs_of

if TYPE_CHECKING:
    from klubban.documents.pdf.canvas import TaggedCanvas
    from klubban.documents.tree import Signature

_HIGH = 6 * STEP
_NAME = 150.0
_WIDE = TEXT - _NAME - 2 * STEP
"""Room for two lines of small print, as what signs writes them."""


class FieldBlock(Block):
    """A box that is a field, empty until it is signed."""

    def __init__(self, name: str, says: str, element: Element) -> None:
        """Take the field's name in the file, what it is said to be, and its element."""
        self.name = name
        self.says = says
        self.element = element

    def height(self, _width: float) -> float:
        """Return the height of the box."""
        return _HIGH

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the box, and put the field inside its line."""
        with canvas.artifact():
            canvas.bar(x, top, (width, _HIGH), EDGE, filled=False)
        size = (width - 2, _HIGH - 2)
        canvas.field(self.element, _widget(self.name, self.says, size), x + 1, top + 1, size)


def _widget(name: str, says: str, size: tuple[float, float]) -> PDFDictionary:
    """Return an unsigned signature field, which looks like nothing yet."""
    look = {
        "Type": b"/XObject",
        "Subtype": b"/Form",
        "BBox": f"[0 0 {size[0]:.2f} {size[1]:.2f}]",
        "Resources": b"<<>>",
    }
    nothing = PDFStream(PDFDictionary(look), b" ", filters=[])
    return PDFDictionary(
        {
            "Subtype": b"/Widget",
            "FT": b"/Sig",
            "T": PDFString(name),
            "TU": PDFString(says),
            "AP": PDFDictionary({"N": nothing}),
        }
    )


def field(line: Signature, row: Element, name: str) -> Block:
    """Return a field to sign in: the role before it, and the name after it."""
    head, data = Element("TH", row, **for_table("Row")), Element("TD", row)
    cells = [Cell(0, LABEL - STEP, _in_the_middle(TextBlock(runs_of(line.role), LABEL_TEXT, head)))]
    says = ", ".join(word for word in (line.role, line.name) if word)
    if line.name:
        text = TextBlock(runs_of(line.name), BODY_TEXT, Element("P", data))
        cells.append(Cell(WHOLE - _NAME, _NAME, _in_the_middle(text)))
    cells.append(Cell(LABEL, _WIDE, FieldBlock(name, visible(says), Element("Form", data))))
    return Row(cells)


def _in_the_middle(text: TextBlock) -> Block:
    """Return one line as far down as the middle of a field; more lines begin above that."""
    high = text.height(_NAME if text.style is BODY_TEXT else LABEL - STEP)
    return Stack([Space(max((_HIGH - high) / 2, 0)), text])
