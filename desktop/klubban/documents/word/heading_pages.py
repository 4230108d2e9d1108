"""On which pages headings are, as far as that can be known before Word has set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import pdf, tree
from klubban.documents.anchors import Anchors

if TYPE_CHECKING:
    from klubban.documents.tree import Document


def heading_pages(document: Document) -> dict[str, int]:
    """Return the page of each heading in the document's PDF, by the heading's name in files with links.

    Word counts anew when it opens the file; what shows a file without that, shows these.
    """
    named = [node for node in document.nodes if isinstance(node, tree.Heading | tree.AgendaEntry)]
    names = zip(named, Anchors(document).in_order(), strict=True)
    headings = [name for node, name in names if isinstance(node, tree.Heading)]
    return dict(zip(headings, pdf.typeset(document).heading_pages, strict=False))
