"""The structure tree of a finished file, with the words of its marks: what is read aloud, and from where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

SOFT_HYPHEN = "\u00ad"
INLINE = frozenset({"Span", "Link", "Reference"})
"""What stands in the running text; all else is parted from what surrounds it."""
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_ENTRY = re.compile(rb"<([0-9A-Fa-f]+)>")
_RANGES = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)

Mark = tuple[int, int]
"""A page, counted from 0, and the number of a marked content on it."""


Kid: TypeAlias = "Node | Mark | pikepdf.Object"
"""An element, a mark, or an object (a field, a link) that belongs to the element above."""


@dataclass(slots=True)
class Node:
    """An element of the structure; it may have no elements below it."""

    tag: str
    raw: Any
    kids: list[Kid] = field(default_factory=list)

    @property
    def below(self) -> list[Node]:
        """Return the elements right below this one."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator[Node]:
        """Walk this element and all below it in reading order."""
        yield self
        for kid in self.below:
            yield from kid.walk()

    def marks(self) -> Iterator[Mark]:
        """Walk the marks of this element alone."""
        yield from (kid for kid in self.kids if isinstance(kid, tuple))

    def attribute(self, name: str) -> str:
        """Return an attribute, or nothing."""
        attributes = self.raw.get("/A", {})
        for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            if name in each:
                return str(each[name])
        return ""


@dataclass(slots=True)
class Content:
    """What is on the pages: the words of each mark, how often each is begun, and what is wrongly nested."""

    words: dict[Mark, str] = field(default_factory=dict)
    begun: list[Mark] = field(default_factory=list)
    straddling: list[int] = field(default_factory=list)
    """The pages on which marked content begins inside a text object and ends outside, or the reverse."""


@dataclass(slots=True)
class Tagged:
    """A file with its structure."""

    file: pikepdf.Pdf
    root: Node
    content: Content


def tagged(data: bytes) -> Tagged:
    """Return a file's structure and contents."""
    file = pikepdf.open(BytesIO(data))
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    root = file.Root.StructTreeRoot
    return Tagged(file, Node("", root, _kids(root, None, pages)), _content(file))


def _kids(element: Any, page: int | None, pages: dict[Any, int]) -> list[Kid]:
    page = pages[element.Pg.objgen] if "/Pg" in element else page
    raw = element.get("/K", [])
    found: list[Kid] = []
    for kid in raw if isinstance(raw, (pikepdf.Array, list)) else [raw]:
        if isinstance(kid, int):
            assert page is not None
            found.append((page, kid))
        elif kid.get("/Type") == "/MCR":
            found.append((pages[kid.Pg.objgen] if "/Pg" in kid else (page or 0), int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            found.append(kid.Obj)
        else:
            found.append(Node(str(kid.S).removeprefix("/"), kid, _kids(kid, page, pages)))
    return found


# --- the words of the marks


def _content(file: pikepdf.Pdf) -> Content:
    content = Content()
    tables: dict[Any, dict[bytes, str]] = {}
    for number, page in enumerate(file.pages):
        fonts = {}
        resources: Any = page.obj.Resources
        for name, font in resources.get("/Font", {}).items():
            if font.objgen not in tables:
                tables[font.objgen] = _unicode_of(font)
            fonts[name] = tables[font.objgen]
        _Page(content, number, fonts).read(page)
    return content


@dataclass(slots=True)
class _Page:
    content: Content
    number: int
    fonts: dict[str, dict[bytes, str]]
    font: dict[bytes, str] = field(default_factory=dict)
    in_text: bool = False
    open: list[tuple[Mark | None, str | None, bool]] = field(default_factory=list)
    """What is begun: its mark, the words that are said in its place, and whether inside a text object."""

    def read(self, page: Any) -> None:
        for instruction in pikepdf.parse_content_stream(page):
            operator, operands = str(instruction.operator), instruction.operands
            if operator in ("BT", "ET"):
                self.in_text = operator == "BT"
            elif operator in ("BDC", "BMC"):
                self._begin(operands[1] if operator == "BDC" else None)
            elif operator == "EMC":
                self._end()
            elif operator == "Tf":
                self.font = self.fonts[str(operands[0])]
            elif operator in _SHOWING:
                self._show(operands[-1])
        if self.open:
            self.content.straddling.append(self.number)

    def _begin(self, properties: Any) -> None:
        mark, instead = None, None
        if isinstance(properties, pikepdf.Dictionary):
            if "/MCID" in properties:
                mark = (self.number, int(properties.MCID))
                self.content.begun.append(mark)
                self.content.words.setdefault(mark, "")
            instead = str(properties.ActualText) if "/ActualText" in properties else None
        self.open.append((mark, instead, self.in_text))

    def _end(self) -> None:
        _, instead, inside = self.open.pop()
        if inside != self.in_text:
            self.content.straddling.append(self.number)
        if instead is not None:
            self._say(instead)

    def _show(self, operand: Any) -> None:
        for piece in operand if isinstance(operand, pikepdf.Array) else [operand]:
            if isinstance(piece, pikepdf.String):
                self._say(_decoded(bytes(piece), self.font))

    def _say(self, words: str) -> None:
        if any(instead is not None for _, instead, _ in self.open):
            return
        for mark, _, _ in reversed(self.open):
            if mark is not None:
                self.content.words[mark] += words
                return


def _decoded(codes: bytes, table: dict[bytes, str]) -> str:
    size = len(next(iter(table), b"\0"))
    pieces = (codes[place : place + size] for place in range(0, len(codes), size))
    return "".join(table.get(piece, "\ufffd") for piece in pieces)


def _unicode_of(font: Any) -> dict[bytes, str]:
    """Return what each code of a font means by its ToUnicode table."""
    table: dict[bytes, str] = {}
    if "/ToUnicode" not in font:
        return table
    for match in _RANGES.finditer(font.ToUnicode.read_bytes()):
        for line in match[2].splitlines():
            entries = [bytes.fromhex(entry.decode()) for entry in _ENTRY.findall(line)]
            if match[1] == b"char" and entries:
                table[entries[0]] = entries[1].decode("utf-16-be")
            elif entries:
                table |= _range(entries, in_array=b"[" in line)
    return table


def _range(entries: list[bytes], *, in_array: bool) -> Iterator[tuple[bytes, str]]:
    first, last, *meant = entries
    for step, code in enumerate(range(int.from_bytes(first), int.from_bytes(last) + 1)):
        words = meant[step] if in_array else (int.from_bytes(meant[0]) + step).to_bytes(len(meant[0]))
        yield code.to_bytes(len(first)), words.decode("utf-16-be")


# --- the words of the tree


def spoken(node: Node, words: dict[Mark, str]) -> str:
    """Return what is read of an element and all below it; a blank parts blocks."""
    if "/ActualText" in node.raw:
        return f"{node.raw.ActualText} "
    said = ""
    for kid in node.kids:
        if isinstance(kid, Node):
            said += spoken(kid, words) if kid.tag in INLINE else f" {spoken(kid, words)} "
        elif isinstance(kid, tuple):
            said += words.get(kid, "\ufffd")
    return said.replace(SOFT_HYPHEN, "")
