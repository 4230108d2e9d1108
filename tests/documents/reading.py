"""Reading finished PDF files: their text as a page gives it, and as the structure tree gives it."""

from __future__ import annotations

import ctypes
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it has no types

from klubban.documents import tree
from klubban.documents.pdf.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klubban.documents.tree import Document

_DIVISIONS = "[\u00ad\ufffe\x02]"
"""A soft hyphen, and what PDFium makes of one at a line's end."""


def folded(text: str) -> str:
    """Return the text without white space and line-end hyphens: where lines end is the page's affair."""
    return re.sub(rf"\s+|{_DIVISIONS}", "", text)


def missing(wanted: Iterable[str], text: str) -> list[str]:
    """Return what does not stand in the text, in this order."""
    position, absent = 0, []
    for each in wanted:
        found = text.find(folded(each), position)
        if found < 0:
            absent.append(each)
        else:
            position = found + len(folded(each))
    return absent


def words(document: Document) -> list[str]:
    """Return what the document must say, as a page can show it."""
    return [visible(word) for word in tree.words(document) if word]


def page_text(data: bytes, running: tree.Running, pages: int) -> str:
    """Return the text of all pages, each without its head and foot."""
    file = pypdfium2.PdfDocument(data)
    found = ""
    for number, page in enumerate(file, 1):
        text_page = page.get_textpage()
        text = folded(text_page.get_text_range())
        text_page.close()
        for part in _running(running, number, pages):
            text = text.replace(folded(part), "", 1)
        found += text
    file.close()
    return found


def _running(running: tree.Running, number: int, pages: int) -> Iterator[str]:
    yield from running.left
    yield running.right[0]
    yield f"{number} ({pages})"
    yield running.right[1]
    if running.draft:
        yield running.draft
    if running.initials:
        yield running.initials[0]
    if running.certification:
        yield running.certification


def structure_text(data: bytes) -> str:
    """Return the text in the order of the structure tree, with the spaces that a screen reader would find."""
    spoken = _marked_text(data)
    with pikepdf.open(BytesIO(data)) as file:
        numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(file.pages)}
        root = file.Root.StructTreeRoot
        return re.sub(_DIVISIONS, "", "".join(spoken.get(mark, "") for mark in _marks(root, None, numbers)))


def _marks(element: Any, page: int | None, numbers: dict[Any, int]) -> Iterator[tuple[int | None, int]]:
    """Walk the marked contents of an element in order."""
    if "/Pg" in element:
        page = numbers[element.Pg.objgen]
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, (pikepdf.Array, list)) else [kids]:
        if isinstance(kid, int):
            yield page, kid
        elif kid.get("/Type") == "/MCR":
            yield numbers[kid.Pg.objgen], int(kid.MCID)
        else:
            yield from _marks(kid, page, numbers)


def elements(data: bytes) -> list[tuple[str, int]]:
    """Return the tags of the structure tree with their depth, in order."""

    def walk(element: Any, depth: int) -> Iterator[tuple[str, int]]:
        if "/S" in element:
            yield str(element.S).removeprefix("/"), depth
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, (pikepdf.Array, list)) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") != "/MCR":
                yield from walk(kid, depth + 1)

    with pikepdf.open(BytesIO(data)) as file:
        return list(walk(file.Root.StructTreeRoot, 0))


def _marked_text(data: bytes) -> dict[tuple[int | None, int], str]:
    """Return the characters of each marked content, by page and number."""
    file = pypdfium2.PdfDocument(data)
    found: dict[tuple[int | None, int], str] = {}
    for number, page in enumerate(file):
        text_page = page.get_textpage()
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(thing.raw)
            if mark >= 0:
                found[number, mark] = found.get((number, mark), "") + _characters(thing.raw, text_page.raw)
        text_page.close()
    file.close()
    return found


def _characters(thing: Any, text_page: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(thing, text_page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(thing, text_page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
