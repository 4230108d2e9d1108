"""The nodes of a tree as paragraphs, lists and tables, on the grid of the printed page."""

from __future__ import annotations

from copy import deepcopy
from functools import singledispatchmethod
from itertools import pairwise
from typing import TYPE_CHECKING

from docx.shared import Twips

from klubban.documents import tree
from klubban.documents.anchors import Anchors
from klubban.documents.characters import in_one_line
from klubban.documents.word import charts, labelled, labels, photos, tables, to_fill_in
from klubban.documents.word.heading_pages import heading_pages
from klubban.documents.word.lists import Lists, count
from klubban.documents.word.pieces import TEXT, field, link, mark, say, styled, tab
from klubban.domain.text import Bullets, Points, Table, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from klubban.domain.text import Runs

_DEEPEST = 6
_MANY = 12
"""More names than this stand two beside each other."""
_TITLE, _PARAGRAPH = 1, 2
_ENTRY, _POINT = 680, 420
"""Where an agenda's titles and a list's words begin."""


class Body:
    """Writes the nodes of one document into one file."""

    def __init__(self, into: Document, document: tree.Document) -> None:
        """Take the file and what goes into it."""
        self._into = into
        self._document = document
        self._anchors = Anchors(document)
        self._names = self._anchors.in_order()
        self._lists = Lists(into.part.numbering_part.element)
        self._bookmarks = 0
        self._heading = document.title
        """What a table is called that has no other name."""
        self._title_above = False
        """What comes next stands under the document's title and not under a paragraph's."""
        self._new_page = False
        self._following: tree.Node | None = None

    def write(self) -> None:
        """Write all of them."""
        for node, following in pairwise((*self._document.nodes, None)):
            self._following = following
            self._write(node)

    def _paragraph(self, style: str, of: Runs | str = "") -> Paragraph:
        paragraph = styled(self._into.add_paragraph(), style)
        if self._new_page:
            paragraph.paragraph_format.page_break_before = True
            self._new_page = False
        say(paragraph, of)
        return paragraph

    @singledispatchmethod
    def _write(self, node: object) -> None:
        raise TypeError(node)

    @_write.register
    def _(self, node: tree.Heading) -> None:
        self._title_above = node.level == _TITLE
        paragraph = self._titled(node.level, node.number, node.text)
        if node.looks <= _PARAGRAPH <= node.level and node.number is None:
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.first_line_indent = Twips(0)
        elif node.level == _PARAGRAPH and not node.number:
            paragraph.paragraph_format.first_line_indent = Twips(0)

    def _titled(self, level: int, number: str | None, text: str) -> Paragraph:
        paragraph = self._paragraph(f"Heading{min(level, _DEEPEST)}")
        if number:
            say(paragraph, number)
            tab(paragraph)
        say(paragraph, text)
        self._bookmarks += 1
        mark(paragraph, next(self._names), self._bookmarks)
        self._heading = text
        return paragraph

    @_write.register
    def _(self, node: tree.AgendaEntry) -> None:
        self._title_above = False
        paragraph = self._titled(node.level, node.number, node.title)
        paragraph.paragraph_format.left_indent = Twips(_ENTRY)
        paragraph.paragraph_format.first_line_indent = Twips(-_ENTRY)
        beside = "\u2003".join(filter(None, (node.when, node.mark)))
        for line in filter(None, (beside, *node.facts)):
            self._paragraph("Detail", line)
        for paper in node.papers:
            listed = self._paragraph("Paper", paper.label)
            tab(listed)
            say(listed, paper.title)
        for line in node.after:
            self._paragraph("Detail", line)

    @_write.register
    def _(self, node: tree.Quiet) -> None:
        self._paragraph("Subtitle" if self._title_above else "Small", node.text)

    @_write.register
    def _(self, node: tree.Aside) -> None:
        self._paragraph("Normal", node.text)

    @_write.register
    def _(self, node: Text) -> None:
        self._paragraph("Normal" if self._title_above else "BodyText", node.runs)

    @_write.register
    def _(self, node: Points) -> None:
        number = self._lists.begin()
        for item in node.items:
            count(self._item("ListNumber", item), number)

    @_write.register
    def _(self, node: Bullets) -> None:
        for item in node.items:
            self._item("ListBullet", item)

    def _item(self, style: str, item: Runs) -> Paragraph:
        paragraph = self._paragraph(style, item)
        left = 0 if self._title_above else TEXT
        paragraph.paragraph_format.left_indent = Twips(left + _POINT)
        paragraph.paragraph_format.first_line_indent = Twips(-_POINT)
        return paragraph

    @_write.register
    def _(self, node: Table) -> None:
        if any(node.rows):
            tables.simple(self._into, node, self._heading)
            self._after_table()

    @_write.register
    def _(self, node: tree.Grouped) -> None:
        tables.grouped(self._into, node, self._heading)
        self._after_table()

    def _after_table(self) -> None:
        """Part a table from what follows, as Word needs between two of them; a page may end without it."""
        if not isinstance(self._following, tree.PageBreak):
            styled(self._into.add_paragraph(), "AfterTable")

    @_write.register
    def _(self, node: tree.Names) -> None:
        if len(node.items) > _MANY:
            tables.names(self._into, node.items)
            self._after_table()
            return
        for name in node.items:
            self._paragraph("Name", name)

    @_write.register
    def _(self, node: tree.Labels) -> None:
        labels.add(self._into, node)

    @_write.register
    def _(self, node: tree.Field) -> None:
        to_fill_in.add(self._into, node)
        self._after_table()

    @_write.register
    def _(self, node: tree.FormEnd) -> None:
        self._title_above = False
        self._paragraph("Small", node.told)

    @_write.register
    def _(self, node: tree.Facts) -> None:
        self._title_above = False
        labelled.facts(self._into, node)
        self._after_table()

    @_write.register
    def _(self, node: tree.Contents) -> None:
        pages = heading_pages(self._document)
        for title, headings in node.groups:
            self._paragraph("TOCHeading", title)
            for heading in headings:
                self._listed(heading, pages)

    def _listed(self, heading: tree.Heading, pages: Mapping[str, int]) -> None:
        place = self._anchors.of_listed(heading)
        paragraph = self._paragraph("TOC1")
        if heading.number:
            say(paragraph, heading.number)
        tab(paragraph)
        if place is None:
            say(paragraph, in_one_line(heading.text))
            return
        link(paragraph, place, in_one_line(heading.text))
        tab(paragraph)
        field(paragraph, f"PAGEREF {place} \\h", str(pages.get(place, "")))

    @_write.register
    def _(self, node: tree.Listing) -> None:
        for line in node.lines:
            paragraph = self._paragraph("TOCHeading" if line.strong else "TOC1")
            say(paragraph, line.label)
            tab(paragraph)
            say(paragraph, line.text)
            tab(paragraph)
            say(paragraph, line.page)

    @_write.register
    def _(self, node: tree.Signatures) -> None:
        labelled.signatures(self._into, node)
        self._after_table()

    @_write.register
    def _(self, node: tree.Chart) -> None:
        if node.bars:
            charts.add(self._into, node, self._document.look.colour)
            self._paragraph("Caption", node.caption) if node.caption else self._after_table()

    @_write.register
    def _(self, node: tree.Photo) -> None:
        photos.add(self._paragraph("BodyText"), node)

    @_write.register
    def _(self, _node: tree.Separator) -> None:
        self._paragraph("Separator")

    @_write.register
    def _(self, node: tree.PageBreak) -> None:
        if not node.sheet:
            self._new_page = True
            return
        ends = styled(self._into.add_paragraph(), "LastLine")
        ends._p.get_or_add_pPr().append(deepcopy(self._into.element.body.sectPr))
