"""The page as a whole: what it says of itself, its head and its foot."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from klubban import paths
from klubban.documents.characters import in_one_line
from klubban.documents.html import to_fill_in
from klubban.documents.html.body import body
from klubban.documents.html.markup import NOTHING, Markup, element, lines, void, words

if TYPE_CHECKING:
    from klubban.documents.tree import Document

_ALLOWED = (
    "default-src 'none'; {script}style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
"""The page's own style and picture, a form's own script, and nothing that could be fetched or run."""


def page(document: Document) -> str:
    """Return the document as HTML that needs no other file."""
    form = to_fill_in.is_form(document)
    allowed = _ALLOWED.format(script=to_fill_in.allowed() if form else "")
    head = lines(
        (
            void("meta", charset="utf-8"),
            void("meta", http_equiv="Content-Security-Policy", content=allowed),
            void("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", words(in_one_line(document.title) or "–")),
            void("meta", name="author", content=document.author) if document.author else NOTHING,
            element("style", _style(document)),
        )
    )
    main = element("main", Markup("\n"), body(document), Markup("\n"))
    script = to_fill_in.script() if form else NOTHING
    parts = lines((_header(document), main, _footer(document), script))
    whole = element("body", Markup("\n"), parts, Markup("\n"))
    return f"<!DOCTYPE html>\n{_html(document, head, whole)}\n"


def _style(document: Document) -> Markup:
    """Return the style sheet, with the organisation's colour for titles, and what every printed page says."""
    sheet = (paths.resources() / "page.css").read_text(encoding="utf-8")
    own = f":root {{ --colour: {document.look.colour}; }}"
    if document.running.draft:
        own += f'\n@page {{ @top-right {{ content: "{_quoted(document.running.draft)}"; }} }}'
    more = f"\n{to_fill_in.style()}" if to_fill_in.is_form(document) else ""
    return Markup(f"\n{own}\n{sheet}{more}")


def _quoted(text: str) -> str:
    """Return a text as a string of a style sheet has it; what is no letter is written by its number."""
    return "".join(one if one.isalnum() else f"\\{ord(one):x} " for one in in_one_line(text))


def _html(document: Document, head: Markup, whole: Markup) -> Markup:
    return element(
        "html",
        Markup("\n"),
        element("head", Markup("\n"), head, Markup("\n")),
        Markup("\n"),
        whole,
        Markup("\n"),
        lang=document.language,
    )


def _header(document: Document) -> Markup:
    """Return whose document it is, of which kind, and of which day."""
    running = document.running
    organisation = running.left[0]
    draft = element("p", words(running.draft), class_="draft") if running.draft else NOTHING
    return element(
        "header", draft, _arms(document), _two(organisation, running.left[1]), _two(*running.right, "kind")
    )


def _two(strong: str, below: str, class_: str | None = None) -> Markup:
    content = Markup(element("strong", words(strong)) + "<br>" + words(below))
    return element("p", content, class_=class_)


def _arms(document: Document) -> Markup:
    arms = document.arms
    if arms is None or not arms.picture:
        return NOTHING
    source = f"data:image/png;base64,{b64encode(arms.picture).decode()}"
    return void("img", src=source, alt=arms.says)


def _footer(document: Document) -> Markup:
    return element("footer", words(document.look.foot)) if document.look.foot else NOTHING
