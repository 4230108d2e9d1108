"""An OpenDocument (text, sheet or slides) as lines: what a reader would see, and nothing that could run."""

from __future__ import annotations

from xml.parsers import expat

from klubban.domain.text import runs_of
from klubban.exchange.packed import checked_parts, part, reading_document
from klubban.exchange.paper_lines import MOST_LINES, LineKind, PaperLine

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_LINES = (f"{_TEXT} p", f"{_TEXT} h")
_UNSEEN = (f"{_TEXT} tracked-changes", f"{_OFFICE} annotation", f"{_OFFICE} forms", f"{_OFFICE} scripts")
_MOST_BLANKS = 100


def read_open_document(data: bytes) -> tuple[PaperLine, ...]:
    """Return the lines of an OpenDocument; raises RuleBroken for one that is damaged or hostile."""
    checked_parts(data)
    reader = _Reader()
    with reading_document():
        try:
            reader.parser.Parse(part(data, "content.xml"), True)
        except expat.ExpatError as error:
            raise ValueError(error) from error
    return tuple(reader.lines[:MOST_LINES])


class _Reader:
    """Hears the elements one after the other; it keeps no tree."""

    def __init__(self) -> None:
        self.lines: list[PaperLine] = []
        self._words: list[str] = []
        self._line: LineKind | None = None
        self._level = self._items = self._cells = self._unseen = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if element in _UNSEEN or self._unseen:
            self._unseen += 1
            return
        match element.split(" "):
            case [space, "h"] if space == _TEXT:
                self._begin(LineKind.HEADING)
                told = attributes.get(f"{_TEXT} outline-level", "1")
                self._level = int(told) if told.isdecimal() else 1
            case [space, "p"] if space == _TEXT:
                self._begin(LineKind.BULLET if self._items else LineKind.TEXT)
            case [space, "list-item"] if space == _TEXT:
                self._items += 1
            case [space, "table-cell"] if space == _TABLE:
                self._cells += 1
            case [space, name] if space == _TEXT:
                self._take(_blank(name, attributes))

    def _begin(self, kind: LineKind) -> None:
        self._flush()
        self._line, self._level = kind, 0

    def _end(self, element: str) -> None:
        if self._unseen:
            self._unseen -= 1
        elif element in _LINES:
            self._flush()
        elif element == f"{_TEXT} list-item":
            self._items -= 1
        elif element == f"{_TABLE} table-cell":
            self._cells -= 1

    def _flush(self) -> None:
        words = "".join(self._words)
        if self._line is not None and words.strip() and len(self.lines) < MOST_LINES:
            self.lines.append(PaperLine(runs_of(words), self._line, self._level, cell=self._cells > 0))
        self._words, self._line = [], None

    def _take(self, words: str) -> None:
        if self._line is not None and not self._unseen:
            self._words.append(words)


def _blank(name: str, attributes: dict[str, str]) -> str:
    """Return what an element stands for among the characters."""
    match name:
        case "s":
            told = attributes.get(f"{_TEXT} c", "1")
            return " " * min(int(told) if told.isdecimal() else 1, _MOST_BLANKS)
        case "tab":
            return "\t"
        case "line-break":
            return "\n"
    return ""
