"""A Word document (docx) as lines: what a reader would see, without what was deleted or hidden in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import Any

from klubban.domain.text import Run
from klubban.exchange.packed import checked_parts, reading_document
from klubban.exchange.paper_lines import MOST_LINES, LineKind, PaperLine

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INSIDE = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "hyperlink"))
"""What wraps parts of a text that are seen all the same: content controls, links, proposed insertions."""
_HEADING = re.compile(r"(?:heading|rubrik|överskrift)\s*(\d)?", re.IGNORECASE)
_TITLES = ("title", "rubrik", "titel", "huvudrubrik", "dokumentrubrik", "ärenderubrik")
_LISTS = {"list bullet": LineKind.BULLET, "list number": LineKind.POINT}
_OFF = ("0", "false", "off", "none")
_MOST_STYLES = 12
"""So far back a style is followed to what it is based on."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a document says: its lines, and those of its headers."""

    lines: tuple[PaperLine, ...]
    headers: tuple[str, ...] = ()


def read_word(data: bytes) -> Word:
    """Return the lines of a Word document; raises RuleBroken for one that is damaged or hostile."""
    checked_parts(data)
    with reading_document():
        import docx

        document = docx.Document(BytesIO(data))
        look = _Look.of(document)
        lines = tuple(islice(look.lines(document.element.body), MOST_LINES))
        return Word(lines, tuple(_headers(document)))


def _headers(document: Any) -> Iterator[str]:
    """Walk the texts of all headers, those in text boxes too."""
    for section in document.sections:
        for header in (section.first_page_header, section.header, section.even_page_header):
            if not header.is_linked_to_previous:
                for each in header._element.iter(f"{_W}p"):  # noqa: SLF001 - the library has no other way in
                    words = "".join(run.text for run in _runs(each))
                    if words.strip():
                        yield words


@dataclass(slots=True)
class _Look:
    """What styles and lists of a document make of its lines."""

    styles: dict[str, Any] = field(default_factory=dict)
    lists: dict[tuple[str, str], LineKind] = field(default_factory=dict)
    """The kind of list, by its number and level."""

    @classmethod
    def of(cls, document: Any) -> _Look:
        styles = {each.get(f"{_W}styleId"): each for each in document.styles.element.iter(f"{_W}style")}
        return cls(styles, dict(_list_kinds(document)))

    def lines(self, part: Any, *, cell: bool = False) -> Iterator[PaperLine]:
        """Walk the lines of a part of the document, through tables and content controls."""
        for child in part:
            if child.tag == f"{_W}p":
                line = self._line(child, cell=cell)
                if line.words.strip():
                    yield line
            elif child.tag in _INSIDE:
                yield from self.lines(child, cell=cell)
            elif child.tag in (f"{_W}tbl", f"{_W}tr", f"{_W}tc"):
                yield from self.lines(child, cell=True)

    def _line(self, element: Any, *, cell: bool) -> PaperLine:
        runs = tuple(_runs(element))
        chain = list(self._styles_of(element))
        level = _heading_level(element, chain)
        if level is not None:
            return PaperLine(runs, LineKind.HEADING, level, cell)
        return PaperLine(runs, self._list_kind(element, chain), cell=cell)

    def _styles_of(self, element: Any) -> Iterator[Any]:
        """Walk the style of a line and those that it is based on."""
        name = _value(element.find(f"{_W}pPr/{_W}pStyle"))
        for _ in range(_MOST_STYLES):
            style = self.styles.get(name or "")
            if style is None:
                return
            yield style
            name = _value(style.find(f"{_W}basedOn"))

    def _list_kind(self, element: Any, chain: list[Any]) -> LineKind:
        for each in (element, *chain):
            number = each.find(f"{_W}pPr/{_W}numPr")
            if number is not None:
                list_id = _value(number.find(f"{_W}numId")) or "0"
                level = _value(number.find(f"{_W}ilvl")) or "0"
                return self.lists.get((list_id, level), LineKind.TEXT)
        names = (_name(style).lower() for style in chain)
        return next(
            (kind for name in names for begins, kind in _LISTS.items() if name.startswith(begins)),
            LineKind.TEXT,
        )


def _list_kinds(document: Any) -> Iterator[tuple[tuple[str, str], LineKind]]:
    """Walk the levels of the document's lists."""
    found = [each.target_part for each in document.part.rels.values() if each.reltype.endswith("/numbering")]
    if not found:
        return
    element = found[0].element
    levels = {
        each.get(f"{_W}abstractNumId"): {
            level.get(f"{_W}ilvl"): _value(level.find(f"{_W}numFmt")) for level in each.iter(f"{_W}lvl")
        }
        for each in element.iter(f"{_W}abstractNum")
    }
    for each in element.iter(f"{_W}num"):
        for level, written in levels.get(_value(each.find(f"{_W}abstractNumId")), {}).items():
            kind = LineKind.BULLET if written in ("bullet", "none") else LineKind.POINT
            yield (each.get(f"{_W}numId"), level), kind


def _heading_level(element: Any, chain: list[Any]) -> int | None:
    """Return the level of a heading: by its style's name, in English or Swedish, or by its outline."""
    for style in chain:
        name = _name(style).lower()
        found = _HEADING.match(name)
        if name in _TITLES:
            return 0
        if found:
            return int(found[1] or 1)
    for each in (element, *chain):
        outline = _value(each.find(f"{_W}pPr/{_W}outlineLvl"))
        if outline is not None and outline.isdigit():
            return int(outline) + 1 if int(outline) < 9 else None  # noqa: PLR2004 - 9 is running text
    return None


def _runs(element: Any) -> Iterator[Run]:
    """Walk the runs that are seen."""
    for child in element:
        if child.tag in _INSIDE:
            yield from _runs(child)
        elif child.tag == f"{_W}r" and not _on(child, "vanish"):
            text = "".join(map(_characters, child))
            if text:
                yield Run(text, bold=_on(child, "b"), italic=_on(child, "i"))


def _characters(element: Any) -> str:
    match str(element.tag).removeprefix(_W):
        case "t":
            return element.text or ""
        case "tab":
            return "\t"
        case "br" | "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
    return ""


def _on(run: Any, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and _value(found) not in _OFF


def _name(style: Any) -> str:
    return _value(style.find(f"{_W}name")) or ""


def _value(element: Any) -> str | None:
    return None if element is None else element.get(f"{_W}val")
