"""Web and mail addresses in a text, over as many lines as each has; they become links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from klubban.documents.pdf.characters import SOFT_HYPHEN
from klubban.documents.pdf.fonts import width
from klubban.documents.pdf.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.pdf.tags import Element

_SIGNS = ("@", "://", "www.")
_ADDRESS = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\"”“»«]+"
    r"|(?<![\w.+@/-])[\w.+-]*\w@[\w-]+(?:\.[\w-]+)*\.\w{2,}\b"
)
_ENDS = ".,;:!?’'*_"
_SAFE = "%/:?#[]@!$&'()*+,;=~"
"""What a web address may hold besides letters and digits (RFC 3986)."""


@dataclass(slots=True)
class Address:
    """Where a link leads, and what it is in the structure tree once it was drawn."""

    target: str
    words: str
    element: Element | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line, from one character to another, that is of an address."""

    begin: int
    end: int
    address: Address


Spans = tuple[Span, ...]


def target_of(words: str) -> str:
    """Return where a link with these words leads."""
    if words.lower().startswith("www."):
        words = f"http://{words}"
    elif "://" not in words:
        words = f"mailto:{words}"
    return quote(words, safe=_SAFE)


def spans(lines: Sequence[Line]) -> tuple[Spans, ...]:
    """Return the stretches of addresses on each of the lines of one text; most texts have none."""
    texts = ["".join(piece for _, piece in line.pieces) for line in lines]
    if not any(sign in text for text in texts for sign in _SIGNS):
        return ((),) * len(lines)
    joined = [text.removesuffix(SOFT_HYPHEN) + line.joint for text, line in zip(texts, lines, strict=True)]
    found: list[list[Span]] = [[] for _ in lines]
    for begin, end in _addresses("".join(joined)):
        words = "".join(joined)[begin:end]
        address, at = Address(target_of(words), words), 0
        for number, text in enumerate(joined):
            first, last = max(begin - at, 0), min(end - at, len(text))
            if first < last:
                found[number].append(Span(first, last, address))
            at += len(text)
    return tuple(map(tuple, found))


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Walk where addresses begin and end; what ends the sentence is not of them."""
    for match in _ADDRESS.finditer(text):
        words = match[0].rstrip(_ENDS)
        while words.endswith(")") and words.count(")") > words.count("("):
            words = words[:-1].rstrip(_ENDS)
        if words.rstrip(":/") not in ("http", "https", "www"):
            yield match.start(), match.start() + len(words)


def cut(line: Line, found: Spans, size: float) -> Iterator[tuple[Line, Address | None]]:
    """Walk what stands beside each other on a line: addresses, and the text between them."""
    total, at = sum(len(text) for _, text in line.pieces), 0
    edges = [*((span.begin, None) for span in found), *((span.end, span.address) for span in found)]
    for edge, address in (*sorted(edges, key=lambda each: each[0]), (total, None)):
        if edge > at:
            yield _part(line, at, edge, size), address
            at = edge


def _part(line: Line, begin: int, end: int, size: float) -> Line:
    """Return what stands between two characters of a line; the last has the space that ends it."""
    pieces, wide, at = [], 0.0, 0
    for face, text in line.pieces:
        piece = text[max(begin - at, 0) : max(end - at, 0)]
        at += len(text)
        if piece:
            pieces.append((face, piece))
            wide += width(piece, face, size)
    return Line(tuple(pieces), wide, line.joint if end == at else "")
