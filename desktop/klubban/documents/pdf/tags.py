"""The structure tree of PDF/UA: what everything on the pages is, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObject, PDFObjectReference, PDFString

from klubban.documents.pdf.styles import PAGE_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a page's content that belongs to an element."""

    page: str
    number: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """What is on a page to be clicked on, a link or a field, and belongs to an element."""

    page: str
    annotation: PDFDictionary


class Element(PDFObject):
    """A node of the structure tree; what it holds stands in reading order."""

    __RefOnly__ = 1

    def __init__(self, tag: str, parent: Element | None = None, **attributes: object) -> None:
        """Append a new element to its parent."""
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Element | Mark | Annotated] = []
        self._reference = b""
        self.language: str = parent.language if parent is not None else ""
        """In which its words are divided; the catalogue says it of the whole document."""
        if parent is not None:
            parent.kids.append(self)

    def format(self, document: Any) -> bytes:
        """Return the element as PDF, under the name by which ReportLab asks for it."""
        page = next((kid.page for kid in self.kids if not isinstance(kid, Element)), None)
        kids = [self._kid(kid, page, document) for kid in self.kids]
        above = self.parent.reference(document) if self.parent else b"null"
        parts = [b"<</S/", self.tag.encode(), b"/P ", above]
        for name, value in self.attributes.items():
            parts += [b"/", name.encode(), b" ", _written(value, document)]
        if kids:
            # pyHanko judges later signatures by /K, and knows a lone kid only without an array.
            parts += [b"/K ", kids[0] if len(kids) == 1 else b"[" + b" ".join(kids) + b"]"]
        if page:
            parts += [b"/Pg ", _written(PDFObjectReference(page), document)]
        return b"".join((*parts, b">>"))

    def reference(self, document: Any) -> bytes:
        """Return how others in the file name the element; asked for often."""
        self._reference = self._reference or _number(self, document)
        return self._reference

    def _kid(self, kid: Element | Mark | Annotated, page: str | None, document: Any) -> bytes:
        if isinstance(kid, Element):
            return kid.reference(document)
        if isinstance(kid, Mark) and kid.page == page:
            return b"%d" % kid.number
        of_page = _written(PDFObjectReference(kid.page), document)
        if isinstance(kid, Mark):
            return b"<</Type/MCR/MCID %d/Pg %s>>" % (kid.number, of_page)
        return b"<</Type/OBJR/Obj %s/Pg %s>>" % (_number(kid.annotation, document), of_page)


class Root(Element):
    """The root of the structure tree, with the way back from marks and annotations to their elements."""

    def __init__(self) -> None:
        """Begin with no pages."""
        super().__init__("StructTreeRoot")
        self.pages: list[list[Element]] = []
        self.annotations: list[tuple[PDFDictionary, Element]] = []

    def number_annotations(self) -> None:
        """Let each annotation know its entry in the parent tree, after those of the pages."""
        for number, (annotation, _) in enumerate(self.annotations, len(self.pages)):
            annotation["StructParent"] = number

    def format(self, document: Any) -> bytes:
        """Return the root as PDF."""
        numbers = list(self._numbers(document))
        return PDFDictionary(
            {
                "Type": b"/StructTreeRoot",
                "K": PDFArray([document.Reference(kid) for kid in self.kids]),
                "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
                "ParentTreeNextKey": len(numbers) // 2,
            }
        ).format(document)

    def _numbers(self, document: Any) -> Iterator[object]:
        for page, elements in enumerate(self.pages):
            yield page
            yield b"[%s]" % b" ".join(element.reference(document) for element in elements)
        for number, (_, element) in enumerate(self.annotations, len(self.pages)):
            yield number
            yield element.reference(document)


def _number(thing: PDFObject | None, document: Any) -> bytes:
    """Return the reference to what has a number of its own in the file."""
    return b"%d %d R" % document.idToObjectNumberAndVersion[document.Reference(thing).name]


def _written(value: object, document: Any) -> bytes:
    return bytes(pdfdoc.format(value, document))


def for_table(scope: str | None = None, *, span: int = 1) -> dict[str, object]:
    """Return the attributes of a head cell: whether it names its column or its row, over how many columns."""
    if not scope:
        return {}
    over = f"/ColSpan {span}" if span > 1 else ""
    return {"A": f"<</O/Table/Scope/{scope}{over}>>"}


def for_list(numbering: str) -> dict[str, object]:
    """Return the attributes of a list: `Decimal`, `Disc` or `None`."""
    return {"A": f"<</O/List/ListNumbering/{numbering}>>"}


def for_figure(alternative: str) -> dict[str, object]:
    """Return the attributes of a picture: what is said in its place."""
    return {"Alt": PDFString(alternative)}


def placed(left: float, top: float, wide: float, high: float) -> dict[str, object]:
    """Return the attributes of where a picture stands on its page; tops are counted downwards."""
    box = f"{left:.2f} {PAGE_HEIGHT - top - high:.2f} {left + wide:.2f} {PAGE_HEIGHT - top:.2f}"
    return {"A": f"<</O/Layout/Placement/Block/BBox[{box}]>>"}
