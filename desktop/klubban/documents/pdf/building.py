"""A tree made into blocks, each tagged for what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial, singledispatchmethod
from itertools import pairwise
from typing import TYPE_CHECKING

from klubban.documents import tree
from klubban.documents.pdf import (
    agenda,
    chart,
    going_on,
    grouped,
    labels,
    neighbours,
    side_headings,
    tables,
    to_fill_in,
)
from klubban.documents.pdf.blocks import Block, TextBlock
from klubban.documents.pdf.fields import field
from klubban.documents.pdf.flow import NewPage
from klubban.documents.pdf.groups import Cell, Row, Rule, Stack
from klubban.documents.pdf.photo import PhotoBlock
from klubban.documents.pdf.pieces import (
    bookmark,
    entry,
    fact,
    in_text,
    labelled,
    left_of_titles,
    name_list,
    one_line,
    signing,
    whole,
)
from klubban.documents.pdf.styles import (
    BODY_TEXT,
    HAIR,
    HEADING,
    LABEL,
    PART,
    SMALL,
    STEP,
    SUBTITLE,
    TEXT,
    TITLE,
    WHOLE,
    colour_of,
)
from klubban.documents.pdf.tags import Element, for_list, for_table
from klubban.domain.text import Bullets, Points, Table, Text, plain_runs, runs_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klubban.domain.text import Runs

_TITLE, _PARAGRAPH = 1, 2
_NUMBER, _DASH = 20.0, 14.0
_SHORT = 6
"""A point of more lines than this is parted wherever the page ends."""


class Builder:
    """Makes the blocks of one document, in one structure tree."""

    def __init__(self, document: tree.Document, root: Element, heading_pages: Mapping[int, int]) -> None:
        """Take the tree, where its elements go, and the pages of its headings, known when they are drawn."""
        self.document = document
        self.root = root
        self.heading_pages = heading_pages
        self._headings = 0
        self._fields = 0
        self._title = replace(TITLE, colour=colour_of(document.look))
        self._title_above = False
        """What comes next stands under the document's title and not under a paragraph's."""

    def blocks(self) -> Iterator[Block]:
        """Walk the blocks of the whole document; a short heading stands beside the text that it heads."""
        return side_headings.placed(self._made())

    def _made(self) -> Iterator[tuple[Block, bool]]:
        """Walk the blocks, each with whether it is a heading of running text."""
        above: object = None
        for group, following in pairwise((*_together(self.document.nodes), None)):
            if isinstance(group, tuple):
                signatures = self._signatures(group)
                if isinstance(above, tree.Heading):
                    signatures.before = 2 * STEP
                    signatures.headed = above.level > _TITLE
                yield signatures, False
            elif group is not None:
                for block in map(partial(self._going_on, group, above), self.build(group)):
                    neighbours.keep(block, above, group, following)
                    yield block, side_headings.heads_text(group, following)
            above = group

    def _going_on(self, group: tree.Node, above: object, block: Block) -> Block:
        """Return a list of names so that its heading is said again on each page that it goes on on."""
        if not (
            isinstance(group, tree.Names) and isinstance(above, tree.Heading) and above.looks > _PARAGRAPH
        ):
            return block
        again = going_on.below(block, going_on.told(above.text, self.document.language))
        return again.spaced(block.before, block.after)

    @singledispatchmethod
    def build(self, node: object) -> Iterable[Block]:
        """Return the blocks of one node."""
        raise TypeError(node)

    @build.register
    def _(self, node: tree.PageBreak) -> Iterable[Block]:
        return (NewPage(apart=node.sheet, right=node.sheet and self.document.look.mirrored),)

    @build.register
    def _(self, _node: tree.Separator) -> Iterable[Block]:
        rule = Rule(STEP, STEP / 2, HAIR).spaced(STEP, STEP, stays_with_next=True)
        rule.parts_only = True
        return (rule,)

    @build.register
    def _heading(self, node: tree.Heading) -> Iterable[Block]:
        element = Element(f"H{node.level}", self.root)
        number = self._headings
        self._headings += 1
        self._title_above = node.looks == _TITLE
        block = self._titled(node, element)
        block.heading = number
        if node.level <= _PARAGRAPH:
            block.bookmark = bookmark(node)
        return (block,)

    def _titled(self, node: tree.Heading, element: Element) -> Block:
        """Return a heading in its place: titles from the margin, a paragraph's number in the label column."""
        runs = runs_of(node.text)
        if node.looks == _TITLE:
            return whole(TextBlock(runs, self._title, element)).spaced(0, STEP, stays_with_next=True)
        if node.looks > _PARAGRAPH:
            return in_text(TextBlock(runs, PART, element)).spaced(2 * STEP, 0, stays_with_next=True)
        if node.number is None:
            return whole(TextBlock(runs, HEADING, element)).spaced(3 * STEP, STEP, stays_with_next=True)
        if not node.number:
            return in_text(TextBlock(runs, HEADING, element)).spaced(3 * STEP, 0, stays_with_next=True)
        sign = TextBlock(runs_of(f"{node.number}\n"), HEADING, element)
        row = Row([Cell(0, LABEL - STEP, sign), Cell(LABEL, TEXT, TextBlock(runs, HEADING, element))])
        return row.spaced(3 * STEP, 0, stays_with_next=True)

    @build.register
    def _entry(self, node: tree.AgendaEntry) -> Iterable[Block]:
        self._title_above = False
        return (agenda.entry(node, self.root, one_line(f"{node.number} {node.title}")),)

    @build.register
    def _listing(self, node: tree.Listing) -> Iterable[Block]:
        self._title_above = False
        return agenda.listing(node, self.root)

    @build.register
    def _quiet(self, node: tree.Quiet) -> Iterable[Block]:
        element = Element("P", self.root)
        if self._title_above:
            return (whole(TextBlock(runs_of(node.text), SUBTITLE, element)).spaced(0, 2 * STEP),)
        return (in_text(TextBlock(runs_of(node.text), SMALL, element)).spaced(0, STEP, stays_with_next=True),)

    @build.register
    def _aside(self, node: tree.Aside) -> Iterable[Block]:
        block = TextBlock(runs_of(node.text), BODY_TEXT, Element("P", self.root))
        return (whole(block).spaced(0, STEP, stays_with_next=True),)

    @build.register
    def _field(self, node: tree.Field) -> Iterable[Block]:
        self._title_above = False
        return (whole(to_fill_in.build(node, self.root)).spaced(2 * STEP, STEP),)

    @build.register
    def _form_end(self, node: tree.FormEnd) -> Iterable[Block]:
        block = TextBlock(runs_of(node.told), SMALL, Element("P", self.root))
        return (whole(block).spaced(2 * STEP, 0),)

    @build.register
    def _text(self, node: Text) -> Iterable[Block]:
        block = TextBlock(node.runs, BODY_TEXT, Element("P", self.root))
        if self._title_above:
            return (whole(block).spaced(STEP, 2 * STEP),)
        leads = plain_runs(node.runs).rstrip().endswith(":")
        return (in_text(block).spaced(0, STEP, stays_with_next=leads),)

    @build.register
    def _points(self, node: Points) -> Iterable[Block]:
        marks = [f"{number}." for number in range(1, len(node.items) + 1)]
        return self._list(node.items, marks, _NUMBER, "Decimal")

    @build.register
    def _bullets(self, node: Bullets) -> Iterable[Block]:
        return self._list(node.items, ["–"] * len(node.items), _DASH, "Disc")

    def _list(
        self, items: Iterable[Runs], marks: list[str], indent: float, numbering: str
    ) -> Iterator[Block]:
        element = Element("L", self.root, **for_list(numbering))
        left = 0.0 if self._title_above else LABEL
        rows: list[Block] = []
        for mark, runs in zip(marks, items, strict=True):
            item = Element("LI", element)
            sign = TextBlock(runs_of(mark), BODY_TEXT, Element("Lbl", item))
            text = TextBlock(runs, BODY_TEXT, Element("LBody", item))
            cells = [Cell(left, indent, sign), Cell(left + indent, WHOLE - left - indent, text)]
            rows.append(Row(cells).spaced(0, STEP))
        if all(row.height(WHOLE) <= BODY_TEXT.leading for row in rows):
            for row in rows[:-1]:  # short points are a list already by their marks
                row.after = 0
        for row, following in pairwise(rows):  # no line of a list stands alone, first or last on a page
            ends = [each for each in (row, following) if each in (rows[0], rows[-1])]
            short = any(each.height(WHOLE) <= BODY_TEXT.leading for each in ends)
            row.stays_with_next = short and row.height(WHOLE) <= _SHORT * BODY_TEXT.leading
        yield from rows

    @build.register
    def _table(self, node: Table) -> Iterable[Block]:
        if not any(node.rows):
            return ()
        block = tables.build(node, self.root)
        return (in_text(block).spaced(STEP, STEP),)

    @build.register
    def _chart(self, node: tree.Chart) -> Iterable[Block]:
        if not node.bars:
            return ()
        bars = whole(chart.build(node, self.root))
        if not node.caption:
            return (bars.spaced(STEP, 2 * STEP),)
        caption = TextBlock(runs_of(node.caption), SMALL, Element("P", self.root))
        return bars.spaced(STEP, 0), in_text(caption).spaced(0, 2 * STEP)

    @build.register
    def _photo(self, node: tree.Photo) -> Iterable[Block]:
        return (in_text(PhotoBlock(node, self.root)).spaced(STEP, STEP),)

    @build.register
    def _labels(self, node: tree.Labels) -> Iterable[Block]:
        return labels.build(node, self.root)

    @build.register
    def _grouped(self, node: tree.Grouped) -> Iterable[Block]:
        return (whole(grouped.build(node, self.root)).spaced(STEP, STEP),)

    @build.register
    def _names(self, node: tree.Names) -> Iterable[Block]:
        return (in_text(name_list(node.items, self.root, alone=True)).spaced(0, STEP),)

    @build.register
    def _facts(self, node: tree.Facts) -> Iterator[Block]:
        self._title_above = False
        if not node.rows:
            return
        element = Element("Table", self.root)
        noted_below = [*(not parts for _, parts in node.rows[1:]), False]  # on lines to write on
        for (label, parts), noted in zip(node.rows, noted_below, strict=True):
            row = Element("TR", element)
            head = Element("TH", row, **for_table("Row"))
            data = Element("TD", row)
            block: Block = labelled(label, head, fact(parts, data))
            if any(isinstance(part, tree.Names) for part in parts):
                block = going_on.beside(block, going_on.told(label, self.document.language))
            yield block.spaced(0 if parts else 2 * STEP, STEP, stays_with_next=noted)  # room for a hand

    @build.register
    def _contents(self, node: tree.Contents) -> Iterator[Block]:
        numbers = self._numbers_of(node)
        left = left_of_titles([heading for _, headings in node.groups for heading in headings])
        for title, headings in node.groups:
            caption = TextBlock(runs_of(title), PART, Element("P", self.root))
            yield whole(caption).spaced(2 * STEP, 0, stays_with_next=True)
            element = Element("TOC", self.root)
            lines = []
            for heading in headings:
                to = next(numbers[heading])
                page = partial(self._page, to)
                lines.append(entry(heading, to, page, Element("TOCI", element), left))
            for line in (*lines[:1], *lines[-2:-1]):
                line.stays_with_next = len(lines) > 1  # none is alone below its caption or on the next page
            yield from lines

    def _page(self, number: int) -> str:
        return str(self.heading_pages.get(number, 1))

    def _numbers_of(self, contents: tree.Contents) -> dict[tree.Heading, Iterator[int]]:
        """Return which headings are those listed; equal ones come in the same order in both places."""
        listed = {heading for _, headings in contents.groups for heading in headings}
        found: dict[tree.Heading, list[int]] = {heading: [] for heading in listed}
        headings = [node for node in self.document.nodes if isinstance(node, tree.Heading)]
        for number, heading in enumerate(headings):
            if heading in found:
                found[heading].append(number)
        return {heading: _and_on(numbers) for heading, numbers in found.items()}

    def _signatures(self, nodes: tuple[tree.Signatures, ...]) -> Block:
        """Return the lines to sign on, together, at the foot of the page."""
        rows: list[Block] = []
        for node in nodes:
            first = len(rows)
            element = Element("Table", self.root)
            if node.covers:
                row = Element("TR", element)
                label, covered = node.covers
                head, data = Element("TH", row, **for_table("Row")), Element("TD", row)
                text = TextBlock(runs_of(covered), BODY_TEXT, data)
                rows.append(labelled(label, head, text).spaced(4 * STEP if rows else 0, 0))
            named = any(line.name for line in node.lines)
            for line in node.lines:
                row = Element("TR", element)
                if line.signed is not None:
                    head, data = Element("TH", row, **for_table("Row")), Element("TD", row)
                    rows.append(labelled(line.role, head, TextBlock(runs_of(line.told), BODY_TEXT, data)))
                    continue
                if node.digital:
                    self._fields += 1
                    rows.append(field(line, row, f"sign_{self._fields}").spaced(STEP, 0))
                    continue
                room = (3 if named or node.covers else 2) * STEP  # a hand needs ten millimetres
                rows.append(signing(line, row, short=named).spaced(room, 0))
            if node.covers:  # what is signed stands with a line to sign on, on however many pages
                rows[first : first + 2] = [_tied(rows[first : first + 2])]
        return Stack(rows, together=True).spaced(5 * STEP, 6 * STEP, sinks=True)


def _tied(rows: list[Block]) -> Block:
    """Return rows as one that no page parts."""
    return Stack(rows, together=True).spaced(rows[0].before, rows[-1].after)


def _together(nodes: Iterable[tree.Node]) -> Iterator[tree.Node | tuple[tree.Signatures, ...]]:
    """Walk the nodes, signatures that follow each other as one."""
    waiting: list[tree.Signatures] = []
    for node in nodes:
        if isinstance(node, tree.Signatures):
            waiting.append(node)
            continue
        if waiting:
            yield tuple(waiting)
            waiting = []
        yield node
    if waiting:
        yield tuple(waiting)


def _and_on(numbers: list[int]) -> Iterator[int]:
    """Walk the numbers, and then the last one for ever: a list may name a heading that is not there."""
    yield from numbers
    while True:
        yield numbers[-1] if numbers else -1
