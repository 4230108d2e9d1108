"""A document before it has a format: what it says and in which order, not how it looks.

Every output is made from the same tree, so that two formats cannot say different things.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from klubban.domain.look import CUSTOMARY, Arms, Look
from klubban.domain.text import Bullets, Points, Table, Text, plain_runs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title, levels are never skipped downwards."""

    level: int
    text: str
    number: str | None = None
    """What stands before the words: `§ 19`; nothing where others have a number and this one has none."""
    raised: bool = False
    """On paper it looks as one of the level above: of a chapter, in a document that has several."""

    @property
    def looks(self) -> int:
        """Return the level as which it is set on paper."""
        return self.level - 1 if self.raised else self.level


@dataclass(frozen=True, slots=True)
class Quiet:
    """One line of small print below a heading: a registry number, a weekday."""

    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """What is said of a table, from margin to margin as the table is."""

    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names, one each line, set in columns where there is room."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what belongs to each: `Plats och tid` and its words.

    A label with nothing is a line to fill in by hand.
    """

    rows: tuple[tuple[str, tuple[Text | Names, ...]], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of paragraphs with their pages, in groups with a heading; page numbers are the format's."""

    groups: tuple[tuple[str, tuple[Heading, ...]], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on: in which role, and whose name."""

    role: str
    name: str
    signed: str | None = None
    """When it was signed, as far as is known; None while somebody is still to sign on it."""

    @property
    def told(self) -> str:
        """Return the name, and when it was signed."""
        return ", ".join(part for part in (self.name, self.signed) if part)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signature lines that stay together, with what they cover (`Paragrafer`, `§§ 70–76`)."""

    lines: tuple[Signature, ...]
    covers: tuple[str, str] | None = None
    digital: bool = False
    """There is a field to sign in, on a screen, in the place of each line for a pen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a whole, as a bar: what it is of, and its numbers in words."""

    label: str
    value: int
    of: int
    told: str
    """What stands after the bar: `10 av 24`."""
    tone: str = ""
    """A colour of its own, `#2F6B3A`; it shows nothing that is not told."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other, all to one scale."""

    bars: tuple[Bar, ...]
    alternative: str
    """What the picture says, for those who do not see it; readers are given this in its place."""
    caption: str = ""
    """What the mark at half of each bar means; without it there is none."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph as every format takes it: a JPEG without what its camera wrote in it."""

    jpeg: bytes
    size: tuple[int, int]
    """Pixels, across and down."""
    alternative: str
    """What it shows, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A place to write an answer in: a box on paper, a control in Word, a field of a page."""

    key: str
    """What it is known by when the form comes back."""
    label: str
    high: int = 6
    """So many lines of handwriting."""
    value: str = ""
    """What stands there already."""
    hint: str = ""
    """What an empty control says, where a file must have something to point at."""


@dataclass(frozen=True, slots=True)
class FormEnd:
    """What a form ends with: its code, and on a page what saves the answers in a file."""

    code: str
    told: str
    """The code in words, as paper says it."""
    button: str
    saved: str
    """What the page says when the answers are saved: what to do with the file."""
    file_name: str


@dataclass(frozen=True, slots=True)
class Separator:
    """A pause between parts, drawn as a hair line."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""

    sheet: bool = False
    """Or a new sheet: printed on both sides, a right-hand page."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """A table whose rows stand in groups, each below its own heading; all share their columns."""

    head: tuple[str, ...]
    groups: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    """A group without a heading has an empty one."""
    by_hand: bool = False
    """A hand writes in its rows, which are high enough for that."""
    widths: tuple[float, ...] = ()
    """The columns' widths in points but for the last, which has what is left; none follow from the words."""
    titled: bool = False
    """The first line of each row's first cell is its title, and what follows it is said quietly."""
    quiet: frozenset[tuple[str, ...]] = frozenset()
    """The rows that are off, and stand there to say so."""


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A document of an agenda's item: `Bilaga 1`, and its title."""

    label: str
    title: str
    key: str = ""
    """What a link on it leads to, in a file that holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaEntry:
    """An item as an agenda lists it; a heading, with what belongs to it below."""

    number: str
    title: str
    level: int = 3
    when: str = ""
    """The clock time, beside the number."""
    mark: str = ""
    """What sets it apart, in a word: that it is an extra item."""
    off: bool = False
    """It is off the agenda, and stands there to say so."""
    facts: tuple[str, ...] = ()
    papers: tuple[ListedPaper, ...] = ()
    after: tuple[str, ...] = ()
    """What is said below the papers: which are to come."""
    key: str = ""
    leads: bool = False
    """What follows belongs to it, and does not begin another page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a file's contents, with the page that it is told to be on."""

    text: str
    page: str
    label: str = ""
    key: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The contents of a file that is made of several documents, whose pages are known from elsewhere."""

    lines: tuple[Listed, ...]


LABELS_A_SHEET = 24
"""Three beside each other and eight below, of 70 by 37 millimetres."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Addresses for sheets of labels; such sheets have nothing else on them."""

    addresses: tuple[tuple[str, ...], ...]
    """Line by line, the name first."""
    first: int = 1
    """The label of the first sheet that is the first to be printed on, from 1."""


Node: TypeAlias = (
    Heading
    | AgendaEntry
    | Listing
    | Quiet
    | Aside
    | Text
    | Points
    | Bullets
    | Table
    | Grouped
    | Facts
    | Names
    | Contents
    | Signatures
    | Chart
    | Photo
    | Labels
    | Field
    | FormEnd
    | Separator
    | PageBreak
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What stands at the head and foot of every page; `n (N)` is added by the format."""

    left: tuple[str, str]
    """Organisation, and body."""
    right: tuple[str, str]
    """Kind of document, and date (the page number follows it)."""
    initials: tuple[str, int] | None = None
    """The words before the boxes for verifiers' initials, and how many boxes."""
    certification: str | None = None
    """The words before the line on which an extract is certified."""
    bare: bool = False
    """Nothing of this is printed: the paper is a sheet of labels."""
    draft: str = ""
    """What every page says of a document that is not finished: `UTKAST`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document."""

    title: str
    author: str
    language: str
    """A BCP 47 tag: `sv-SE`."""
    running: Running
    nodes: tuple[Node, ...]
    date: date | None = None
    """The day that the document is about; formats that must bear a date of making bear this one."""
    look: Look = CUSTOMARY
    arms: Arms | None = None


def words(document: Document) -> Iterator[str]:
    """Walk the words of the nodes in reading order, without running heads and page numbers."""
    for node in document.nodes:
        yield from words_of(node)


def words_of(node: Node) -> Iterator[str]:  # noqa: C901, PLR0912 - one short case for each node
    """Walk the words of one node in reading order."""
    match node:
        case Heading(text=text, number=number):
            yield f"{number} {text}" if number else text
        case AgendaEntry():
            yield f"{node.number} {node.title}"
            yield from (word for word in (node.when, node.mark, *node.facts) if word)
            yield from (word for paper in node.papers for word in (paper.label, paper.title))
            yield from node.after
        case Listing(listed):
            yield from (word for line in listed for word in (line.label, line.text, line.page) if word)
        case Quiet(text) | Aside(text) | FormEnd(told=text):
            yield text
        case Field(label=text, value=value):
            yield from (word for word in (text, value) if word)
        case Text(runs):
            yield plain_runs(runs)
        case Points(items) | Bullets(items):
            yield from map(plain_runs, items)
        case Table(rows):
            yield from (plain_runs(cell) for row in rows for cell in row)
        case Grouped(head, groups):
            yield from head
            for title, lines in groups:
                yield title
                yield from (cell for line in lines for cell in line)
        case Names(items):
            yield from items
        case Labels(addresses):
            yield from (line for address in addresses for line in address)
        case Chart(bars, _, caption):
            for bar in bars:
                yield bar.label
                yield bar.told
            if caption:
                yield caption
        case Facts(rows):
            for label, parts in rows:
                yield label
                for part in parts:
                    yield from words_of(part)
        case Contents(groups):
            for title, headings in groups:
                yield title
                for heading in headings:
                    yield from words_of(heading)
        case Signatures(lines, covers):
            if covers:
                yield from covers
            for line in lines:
                yield line.role
                yield line.told
