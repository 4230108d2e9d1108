"""Reading documents in other forms than PDF: their words, and what is marked as what."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from documents.reading import folded
from klubban.documents import tree
from klubban.documents.characters import said
from klubban.documents.forms import Form, made
from klubban.documents.tree import Document

_VOID = {"meta", "br", "hr", "img"}
_HEADING = re.compile("h([1-6])")


class WebPage(HTMLParser):
    """A web page as read by somebody who takes every tag at its word."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.source = made(document, Form.HTML).decode()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if len(given) < len(attrs):
            self.faults.append(f"{tag} has an attribute twice")
        if tag not in _VOID:
            self.open.append(tag)
        if found := _HEADING.fullmatch(tag):
            self.levels.append(int(found[1]))
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes what is not open")

    def handle_data(self, data: str) -> None:
        if "main" in self.open:
            self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each element of a sort."""
        return [attributes for name, attributes in self.tags if name == tag]


def word(document: Document) -> Any:
    """Return a document's Word file, read back."""
    return docx.Document(BytesIO(made(document, Form.DOCX)))


def words_of_word(document: Document) -> str:
    """Return the words of a Word file's body in their order, without what Word computes."""
    said, inside = [], False
    for each in word(document).element.body.iter(qn("w:t"), qn("w:fldChar")):
        if each.tag == qn("w:fldChar"):
            inside = each.get(qn("w:fldCharType")) != "end"
        elif not inside:
            said.append(each.text or "")
    return "".join(said)


def text(document: Document) -> str:
    """Return a document as a file of plain text."""
    return made(document, Form.TXT).decode()


def even(words: str) -> str:
    """Return words as they are compared: composed, and without white space."""
    return unicodedata.normalize("NFC", folded(words))


def expected(document: Document) -> list[str]:
    """Return what each form must say, line by line."""
    lines = (line for each in tree.words(document) for line in said(each).split("\n"))
    return [found for line in lines if (found := even(line))]
