"""A document as a piece of a page that is somebody else's: for a notice board on the web."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents.html.body import body
from klubban.documents.html.markup import Markup, element
from klubban.documents.tree import Heading

if TYPE_CHECKING:
    from klubban.documents.tree import Document, Node


def fragment(document: Document) -> str:
    """Return the document as one `article` without a style; the page around it has the first title.

    It says its language, since the page may have another one.
    """
    below = replace(document, nodes=tuple(map(_lower, document.nodes)))
    content = Markup("\n"), body(below), Markup("\n")
    return f"{element('article', *content, lang=document.language)}\n"


def _lower(node: Node) -> Node:
    return replace(node, level=node.level + 1) if isinstance(node, Heading) else node
