"""A page in the place of a document that a bundle cannot hold: which it is, and why."""

from __future__ import annotations

from klubban.documents.tree import Document, Heading, Quiet, Running
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of


def build(name: str, title: str, why: str, running: Running, language: str) -> Document:
    """Return the page; `why` is a sentence in the document's language."""
    texts = texts_of(language)
    nodes = (
        Heading(1, title),
        Quiet(name),
        Text(runs_of(why)),
        Text(runs_of(texts.gettext("Ask the secretary for the document."))),
    )
    return Document(
        title=title,
        author=running.left[0],
        language=texts.tag,
        running=Running(left=running.left, right=running.right),
        nodes=nodes,
    )
