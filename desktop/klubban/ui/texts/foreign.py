"""What a text may hold of HTML that comes from elsewhere: Word, Outlook, LibreOffice, a web page.

Numbered points, bullets, simple tables, bold and italic stay. Faces, colours, pictures, links, comments and
what was struck in tracked changes are dropped. Word has no lists, but paragraphs with `mso-list` in their
style and the number as words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from klubban.domain.text import Run
from klubban.ui.texts.foreign_tables import ForeignTable, trimmed
from klubban.ui.texts.lines import Kind, Line, wanted

_SKIPPED = {"head", "style", "script", "title", "xml", "o:p", "del", "s", "strike", "template", "noscript"}
_APART = re.compile(
    r"mso-element\s*:\s*(comment|footnote|endnote|header|footer)|mso-comment-|display\s*:\s*none"
)
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {"p", "div", "pre", "blockquote", "section", "article", "center"}
_VOID = {"br", "img", "hr", "meta", "link", "input", "col", "wbr", "base"}
_CELLS = {"td", "th"}
_WORD_LIST = re.compile(r"mso-list\s*:\s*(l\d+)\s+level(\d+)\s+(lfo\d+)")
_WORD_MARK = re.compile(r"mso-list\s*:\s*ignore")
_NUMBER = re.compile(r"\(?(?:\d+|[ivxlc]+|[a-zåäö])(?:\.\d+)*[.):]\)?$", re.IGNORECASE)
_WEIGHT = re.compile(r"(?<![-\w])font-weight\s*:\s*(\w+)")
_SLOPE = re.compile(r"(?<![-\w])font-style\s*:\s*(\w+)")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_HEAVY = 600
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def lines_from_html(html: str) -> list[Line]:
    """Return what HTML says, line by line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finished()


@dataclass(slots=True)
class _Open:
    """An element that is open, and what it changed."""

    tag: str
    bold: bool
    italic: bool
    skips: bool = False
    marks: bool = False
    """It holds the number that Word wrote before a point."""


@dataclass(slots=True)
class _List:
    """A list that is open: of HTML, or of Word by its name."""

    kind: Kind
    count: int = 0


class _Reader(HTMLParser):
    """Reads HTML into lines, with an open line that words are added to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[Line] = []
        self._open: list[_Open] = []
        self._runs: list[Run] = []
        self._kind, self._first, self._below = Kind.TEXT, True, ""
        self._lists: list[_List] = []
        self._word_list: str | None = None
        self._level = 1
        self._mark = ""
        self._tables: list[ForeignTable] = []

    def finished(self) -> list[Line]:
        """Return the lines once everything is read."""
        self._end_line()
        while self._tables:
            self._end_table()
        return self._lines

    # --- elements

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "").lower()
        if tag in _VOID:
            if tag == "br":
                self._add("\n")
            return
        self._close_implied(tag)
        self._open.append(self._opened(tag, style))
        if self._skipping:
            return
        if tag in _BLOCKS:
            self._begin_block(style)
        elif tag in ("ol", "ul"):
            self._end_line()
            self._lists.append(_List(Kind.POINT if tag == "ol" else Kind.BULLET))
        elif tag == "li":
            self._begin_point()
        elif tag == "table":
            self._begin_table()
        elif self._tables:
            self._begin_in_table(tag, given)

    def _opened(self, tag: str, style: str) -> _Open:
        """Return an element with the style that its words have."""
        before = self._open[-1] if self._open else _Open("", bold=False, italic=False)
        bold = before.bold or tag in ("b", "strong") or tag in _HEADINGS
        italic = before.italic or tag in ("i", "em")
        if found := _WEIGHT.search(style):
            weight = found.group(1)
            bold = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= _HEAVY)
        if found := _SLOPE.search(style):
            italic = found.group(1) in ("italic", "oblique")
        skips = before.skips or tag in _SKIPPED or bool(_APART.search(style))
        return _Open(tag, bold, italic, skips, before.marks or bool(_WORD_MARK.search(style)))

    def _close_implied(self, tag: str) -> None:
        """Close what HTML lets stand open: a point before the next, a cell before the next."""
        closes = {
            "li": ("li",),
            "td": ("td", "th"),
            "th": ("td", "th"),
            "tr": ("td", "th", "tr"),
            "p": ("p",),
        }
        for each in closes.get(tag, ()):
            for place in range(len(self._open) - 1, -1, -1):
                at = self._open[place].tag
                if at == each:
                    self.handle_endtag(each)
                    break
                if at in ("table", "ol", "ul") or (at in _CELLS and each == "p"):
                    break

    def handle_endtag(self, tag: str) -> None:
        """Close an element with what stands open inside it."""
        if not any(each.tag == tag for each in self._open):
            return
        while self._open:
            closed = self._open.pop()
            if not closed.skips:
                self._close(closed.tag)
            if closed.tag == tag:
                return

    def _close(self, tag: str) -> None:
        if tag in _BLOCKS and not self._lists and not self._tables:
            self._end_line()
        elif tag in ("ol", "ul") and self._lists:
            if len(self._lists) == 1:
                self._end_line()
            self._lists.pop()
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag in _CELLS and self._tables:
            self._end_cell()

    @property
    def _skipping(self) -> bool:
        return bool(self._open) and self._open[-1].skips

    # --- words

    def handle_data(self, data: str) -> None:
        """Add words to the open line, spaces as HTML counts them."""
        if self._skipping:
            return
        words = _SPACES.sub(" ", wanted(data))
        if self._open and self._open[-1].marks:
            self._mark += words
            return
        if not self._runs or self._runs[-1].text.endswith(("\n", " ")):
            words = words.removeprefix(" ")
        self._add(words)

    def _add(self, words: str) -> None:
        style = self._open[-1] if self._open else _Open("", bold=False, italic=False)
        if words and not style.skips and not style.marks:
            self._runs.append(Run(words, style.bold, style.italic))

    # --- lines

    def _begin_block(self, style: str) -> None:
        if self._tables or self._lists:
            if self._runs:
                self._add("\n")  # a second paragraph of a point or a cell
            return
        self._end_line()
        found = _WORD_LIST.search(style)
        if found is None:
            self._word_list = None
            return
        name = found.group(1) + found.group(3)
        self._first = name != self._word_list
        self._word_list, self._level = name, int(found.group(2))
        self._kind = Kind.BULLET  # until its mark says that it is a number

    def _begin_point(self) -> None:
        if self._tables:
            self._add("\n" if self._runs else "")
            return
        if not self._lists:
            self._lists.append(_List(Kind.BULLET))
        self._end_line()
        listed = self._lists[-1]
        listed.count += 1
        self._kind, self._first = self._lists[0].kind, listed.count == 1
        if len(self._lists) > 1 and self._lines:  # a point within a point goes on in it, with its own mark
            letter = _LETTERS[(listed.count - 1) % len(_LETTERS)]
            self._below = f"{letter}) " if listed.kind is Kind.POINT else "– "

    def _end_line(self) -> None:
        """Put the open line with the others, unless it says nothing."""
        runs, self._runs = trimmed(self._runs), []
        kind, first, below = self._kind, self._first, self._below
        mark, self._mark = self._mark.replace("\xa0", " ").strip(), ""
        level, self._level = self._level, 1
        self._kind, self._first, self._below = Kind.TEXT, True, ""
        if self._word_list is not None:
            number = bool(_NUMBER.match(mark))
            kind = Kind.POINT if number else Kind.BULLET
            below = f"{mark if number else '–'} " if level > 1 else ""
        if not runs:
            return
        last = self._lines[-1] if self._lines else None
        if below and last is not None and last.kind in (Kind.POINT, Kind.BULLET):
            self._lines[-1] = Line(last.kind, (*last.runs, Run(f"\n{below}"), *runs), last.first)
            return
        same = last is not None and last.kind is kind
        self._lines.append(Line(kind, runs, first=kind is Kind.TEXT or first or not same))

    # --- tables

    def _begin_table(self) -> None:
        if self._tables:
            return  # one within another is read as words of its cell
        self._end_line()
        self._lists.clear()
        self._tables.append(ForeignTable())

    def _begin_in_table(self, tag: str, given: dict[str, str]) -> None:
        if tag == "tr":
            self._end_cell_words()
            self._tables[-1].begin_row()
        elif tag in _CELLS:
            self._end_cell_words()
            self._tables[-1].begin_cell(given)

    def _end_cell_words(self) -> None:
        """Drop what stands between cells."""
        self._runs, self._mark = [], ""

    def _end_cell(self) -> None:
        if self._tables[-1].rows:
            self._tables[-1].end_cell(self._runs)
            self._end_cell_words()

    def _end_table(self) -> None:
        line = self._tables.pop().line()
        self._end_cell_words()
        if line is not None:
            self._lines.append(line)
