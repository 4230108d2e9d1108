"""What python-docx has no words for: bookmarks, links, fields, and a text that may run from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from klubban.documents.characters import runs_right_to_left, said
from klubban.documents.gluing import glued
from klubban.domain.text import plain_runs, runs_of

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

    from klubban.domain.text import Run, Runs

TEXT, WHOLE = 2380, 9638
"""Where the text column begins and the page ends, in twentieths of a point, as the styles have it."""

_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip


def new(tag: str, **attributes: str | int) -> BaseOxmlElement:
    """Return an element of WordprocessingML, such as `tblHeader`, with attributes of the same name space."""
    return OxmlElement(f"w:{tag}", {qn(f"w:{name}"): str(value) for name, value in attributes.items()})


def styled(paragraph: Paragraph, style: str) -> Paragraph:
    """Give a paragraph a style by its id; python-docx would look each one up by its name."""
    paragraph._p.style = style
    return paragraph


def say(paragraph: Paragraph, of: Runs | str) -> None:
    """Add a text to a paragraph, with what stands bold or italic in it."""
    runs = runs_of(of) if isinstance(of, str) else of
    leftwards = runs_right_to_left(plain_runs(runs))
    for run in runs:
        _add(paragraph, run, leftwards=leftwards)
    if leftwards:
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(new("bidi"), *_AFTER_BIDI)


def _add(paragraph: Paragraph, run: Run, *, leftwards: bool) -> None:
    text = glued(said(run.text))
    if not text:
        return
    added = paragraph.add_run(text)
    if run.bold:
        added.bold = True
    if run.italic:
        added.italic = True
    if leftwards:
        added.font.rtl = True


def tab(paragraph: Paragraph) -> None:
    """Go on at the next tab stop."""
    paragraph.add_run().add_tab()


def mark(paragraph: Paragraph, name: str, number: int) -> None:
    """Make a paragraph a place that links lead to; `number` is no other's in the file."""
    start, end = new("bookmarkStart", id=number, name=name), new("bookmarkEnd", id=number)
    properties = paragraph._p.get_or_add_pPr()
    properties.addnext(start)
    paragraph._p.append(end)


def link(paragraph: Paragraph, name: str, text: str) -> None:
    """Add a text that leads to a place in the file."""
    before = len(paragraph._p)
    say(paragraph, text)
    element = new("hyperlink", anchor=name, history=1)
    for run in paragraph._p[before:]:
        element.append(run)
    paragraph._p.append(element)


def field(paragraph: Paragraph, code: str, shown: str = "") -> None:
    """Add what Word computes, such as `PAGE`; until then it shows what is given."""
    parts = [
        new("fldChar", fldCharType="begin", dirty="true"),
        new("instrText"),
        new("fldChar", fldCharType="separate"),
    ]
    parts[1].text = f" {code} "
    for part in parts:
        paragraph.add_run()._r.append(part)
    paragraph.add_run(shown)
    paragraph.add_run()._r.append(new("fldChar", fldCharType="end"))
