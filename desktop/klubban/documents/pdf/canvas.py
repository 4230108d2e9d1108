"""A canvas that says what everything on it is, in a structure tree beside the marks on the page."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas

from klubban.documents.pdf import Place, metadata
from klubban.documents.pdf.addresses import cut
from klubban.documents.pdf.letters import Letters
from klubban.documents.pdf.packing import packed
from klubban.documents.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH
from klubban.documents.pdf.tags import Annotated, Element, Mark, Root

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from klubban.documents.pdf.addresses import Address, Spans
    from klubban.documents.pdf.fonts import Face
    from klubban.documents.pdf.lines import Line
    from klubban.documents.pdf.styles import Colour, Style
    from klubban.documents.tree import Document

rl_config.useA85 = 0  # streams as bytes, a fifth smaller than as letters
_stream_format = pdfdoc.PDFStream.format


def _with_line_end(stream: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
    """Write a stream with the line end before `endstream` that PDF/A asks for and ReportLab leaves out."""
    body, _, end = _stream_format(stream, document).rpartition(b"endstream")
    return body + b"\nendstream" + end


pdfdoc.PDFStream.format = _with_line_end  # type: ignore[assignment]  # the stubs leave a name out; there is no hook


_PRINTED = 4
"""The flag of what is on paper as well as on the screen."""


class TaggedCanvas(Canvas):
    """A canvas on which all is either content of an element or an artifact. Tops are counted downwards."""

    _doc: Any
    _code: list[str]
    _filename: BinaryIO
    _formsinuse: list[str]

    def __init__(self, target: BinaryIO, document: Document, font: Face) -> None:
        """Begin a file; the font named is the first, so that Helvetica never comes into it."""
        super().__init__(
            target,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pdfVersion=(1, 7),
            pageCompression=1,
            invariant=1,
            initialFontName=font.value,  # type: ignore[arg-type]  # the stubs take it for a size
            lang=document.language,
        )
        self._doc.format = partial(packed, self._doc)
        self.root = Root()
        self.root.language = document.language
        self.document = Element("Document", self.root)
        self._letters = Letters(self._doc)
        self._marks: list[Element] = []
        self._inside_artifact = False
        self._bookmarks = 0
        self._headings: dict[int, tuple[str, float]] = {}
        self._leads_to: list[tuple[PDFDictionary, int]] = []
        self._fields: list[PDFDictionary] = []
        self.places: list[Place] = []
        self.setViewerPreference("DisplayDocTitle", "true")
        metadata.write(self._doc, document)

    # --- what a thing is

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Mark what is drawn as the element's, or as nothing's inside an artifact."""
        if self._inside_artifact:
            yield
            return
        number = len(self._marks)
        self._marks.append(element)
        element.kids.append(Mark(self._doc.thisPageName(), number))
        self._code.append(f"/{element.tag} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Mark what is drawn as no part of the text: lines, running heads, a table's head repeated."""
        if self._inside_artifact:
            yield
            return
        self._inside_artifact = True
        self._code.append(
            f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC" if kind else "/Artifact BMC"
        )
        yield
        self._code.append("EMC")
        self._inside_artifact = False

    # --- drawing

    def lines_of_text(self, lines: Sequence[Line], style: Style, x: float, top: float) -> None:
        """Draw lines below each other, each with the space that it gave up where it was broken."""
        self._code.append(self._letters.code(lines, style, x, top))

    def lines_with_links(
        self,
        lines: Sequence[Line],
        found: Sequence[Spans],
        element: Element,
        style: Style,
        x: float,
        top: float,
    ) -> None:
        """Draw an element's lines, whose addresses lead where they say."""
        for number, (line, spans) in enumerate(zip(lines, found, strict=True)):
            left, high = x, top + number * style.leading
            for piece, address in cut(line, spans, style.size):
                owner = self._link_element(address, element) if address else element
                with self.content(owner):
                    self.lines_of_text([piece], style, left, high)
                if address:
                    size = (piece.width, style.leading)
                    self.link(owner, address.words, address.target, left, high, size)
                left += piece.width

    def _link_element(self, address: Address, parent: Element) -> Element:
        if address.element is None and not self._inside_artifact:
            address.element = Element("Link", parent)
        return address.element or parent

    def rule(self, x: float, top: float, wide: float, colour: Colour, thickness: float = 0.5) -> None:
        """Draw a level hair line."""
        with self.artifact():
            self.setStrokeColorRGB(*colour)
            self.setLineWidth(thickness)
            self.line(x, PAGE_HEIGHT - top, x + wide, PAGE_HEIGHT - top)

    def bar(self, x: float, top: float, size: tuple[float, float], colour: Colour, *, filled: bool) -> None:
        """Draw a box of a width and a height, filled or as an outline, as a part of what is being marked."""
        self.setFillColorRGB(*colour)
        self.setStrokeColorRGB(*colour)
        self.setLineWidth(0.5)
        self.rect(x, PAGE_HEIGHT - top - size[1], *size, stroke=not filled, fill=filled)

    def picture(
        self, image: pdfdoc.PDFStream, x: float, top: float, size: tuple[float, float], *, name: str = "arms"
    ) -> None:
        """Draw a picture of a width and a height, as a part of what is being marked; one for each name."""
        if pdfdoc.xObjectName(name) not in self._doc.idToObject:
            self._doc.Reference(image, pdfdoc.xObjectName(name))
        self._formsinuse.append(name)
        wide, high = size
        place = f"{wide:.2f} 0 0 {high:.2f} {x:.2f} {PAGE_HEIGHT - top - high:.2f}"
        self._code.append(f"q {place} cm /{pdfdoc.xObjectName(name)} Do Q")

    # --- what leads elsewhere, or is filled in

    def annotate(
        self, element: Element, annotation: PDFDictionary, x: float, top: float, size: tuple[float, float]
    ) -> None:
        """Put what can be clicked on in a place of a width and a height, as a part of an element."""
        if self._inside_artifact:
            return
        right, foot = x + size[0], PAGE_HEIGHT - top - size[1]
        annotation["Type"] = b"/Annot"
        annotation["F"] = _PRINTED
        annotation["Rect"] = f"[{x:.2f} {foot:.2f} {right:.2f} {foot + size[1]:.2f}]"
        self._addAnnotation(annotation)  # type: ignore[attr-defined]  # the stubs lack it
        element.kids.append(Annotated(self._doc.thisPageName(), annotation))
        self.root.annotations.append((annotation, element))

    def link(
        self, element: Element, words: str, to: str | int, x: float, top: float, size: tuple[float, float]
    ) -> None:
        """Lead to an address on the web, or to one of the document's headings."""
        link = PDFDictionary({"Subtype": b"/Link", "Border": b"[0 0 0]", "Contents": PDFString(words)})
        if isinstance(to, str):
            link["A"] = PDFDictionary({"S": b"/URI", "URI": PDFString(to)})
        else:
            self._leads_to.append((link, to))
        self.annotate(element, link, x, top, size)

    def field(
        self, element: Element, widget: PDFDictionary, x: float, top: float, size: tuple[float, float]
    ) -> None:
        """Put a field there that waits to be filled in."""
        self.annotate(element, widget, x, top, size)
        self._fields.append(widget)

    def begins(self, heading: int, top: float) -> None:
        """Remember where one of the headings stands."""
        self._headings[heading] = (self._doc.thisPageName(), top)

    def leads(self, key: str, x: float, top: float, size: tuple[float, float]) -> None:
        """Remember that what stands here, of a width and a height, leads to what the key means."""
        foot = PAGE_HEIGHT - top - size[1]
        box = (x, foot, x + size[0], foot + size[1])
        self.places.append(Place(key, self.getPageNumber(), box))

    def bookmark(self, title: str, top: float) -> None:
        """Add a bookmark that leads to a place on this page."""
        key = f"heading{self._bookmarks}"
        self._bookmarks += 1
        self.bookmarkPage(key, fit="XYZ", left=0, top=PAGE_HEIGHT - top, zoom=0)
        self.addOutlineEntry(title, key, 0, closed=False)

    # --- ReportLab's hooks

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - overrides; called for each finished page
        super()._setAnnotations(page)  # type: ignore[misc]  # the stubs lack it
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = PDFName("S")
        page.StructParents = len(self.root.pages)
        self.root.pages.append(self._marks)
        self._marks = []

    def finish(self) -> None:
        """Write the file."""
        self.root.number_annotations()
        for link, heading in self._leads_to:
            page, top = self._headings.get(heading, ("Page1", 0.0))
            place = f"/XYZ 0 {PAGE_HEIGHT - top:.2f} 0"
            link["Dest"] = PDFArray([PDFObjectReference(page), place])
        metadata.finish(self._doc, self.root, [self._doc.Reference(each) for each in self._fields])
        self._doc.SaveToFile(self._filename, self)
