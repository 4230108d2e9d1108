"""Numbered points and bullets; each list of points counts from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from klubban.documents.word.pieces import new

if TYPE_CHECKING:
    from docx.oxml.numbering import CT_Numbering
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

_NUMBERS, _DASHES = 1, 2


class Lists:
    """The lists of one file."""

    def __init__(self, numbering: CT_Numbering) -> None:
        """Put two sorts of lists in the place of those that the library's template has."""
        self._numbering = numbering
        self._last = _DASHES
        del numbering[:]
        for sort, form, mark in ((_NUMBERS, "decimal", "%1."), (_DASHES, "bullet", "–")):
            numbering.append(_sort(sort, form, mark))
        for sort in (_NUMBERS, _DASHES):
            numbering.append(_list(sort, sort))

    def begin(self) -> int:
        """Begin a list of points, and return its number."""
        self._last += 1
        made = _list(self._last, _NUMBERS)
        again = new("lvlOverride", ilvl=0)
        again.append(new("startOverride", val=1))
        made.append(again)
        self._numbering.append(made)
        return self._last


def count(paragraph: Paragraph, number: int) -> None:
    """Make a paragraph a point of a list that was begun."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _sort(number: int, form: str, mark: str) -> BaseOxmlElement:
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{mark}"/>'
        '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )


def _list(number: int, sort: int) -> BaseOxmlElement:
    made = new("num", numId=number)
    made.append(new("abstractNumId", val=sort))
    return made
