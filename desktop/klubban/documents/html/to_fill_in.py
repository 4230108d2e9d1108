"""Fields of a form on a page, and the few lines of script that save what was written in a file."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

from klubban import paths
from klubban.documents import tree
from klubban.documents.characters import said
from klubban.documents.html.markup import Markup, element, lines, void, words

if TYPE_CHECKING:
    from klubban.documents.tree import Document

_FEW = 2


def field(node: tree.Field) -> Markup:
    """Return a label with its field; one of a line for what is short."""
    id_ = f"field-{node.key}"
    label = element("label", words(node.label), for_=id_)
    if node.high < _FEW:
        place = void("input", type="text", id=id_, name=node.key, value=node.value, data_field=node.key)
    else:
        place = element(
            "textarea",
            Markup(escape(said(node.value))),
            id=id_,
            name=node.key,
            rows=str(node.high),
            data_field=node.key,
        )
    return element("div", Markup("\n"), lines((label, place)), Markup("\n"), class_="field")


def end(node: tree.FormEnd) -> Markup:
    """Return the button that saves, what it says then, and the code."""
    button = element(
        "button",
        words(node.button),
        type="button",
        id="save",
        data_code=node.code,
        data_file=node.file_name,
    )
    after = element("p", role="status", id="saved", data_told=node.saved)
    return lines((element("p", button, class_="save"), after, element("p", words(node.told), class_="quiet")))


def is_form(document: Document) -> bool:
    """Tell whether a document has fields to fill in."""
    return any(isinstance(node, tree.FormEnd) for node in document.nodes)


def script() -> Markup:
    """Return the script as an element."""
    return element("script", Markup(_source()))


def style() -> str:
    """Return what the style sheet has more for forms."""
    return (paths.resources() / "form.css").read_text(encoding="utf-8")


def allowed() -> str:
    """Return what the page may run: that script and no other, by its digest."""
    digest = base64.b64encode(hashlib.sha256(_source().encode()).digest()).decode()
    return f"script-src 'sha256-{digest}'; "


def _source() -> str:
    return (paths.resources() / "form.js").read_text(encoding="utf-8")
