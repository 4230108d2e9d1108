"""A page in the place of a document that a bundle cannot hold: which it is, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents.tree import Heading, Quiet, Running
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from klubban.documents.tree import Document


def build(name: str, title: str, why: str, like: Document, language: str) -> Document:
    """Return the page, one of a document like another; `why` is a sentence in the document's language."""
    texts = texts_of(language)
    nodes = (
        Heading(1, title),
        Quiet(name),
        Text(runs_of(why)),
        Text(runs_of(texts.gettext("Ask the secretary for the document."))),
    )
    running = Running(left=like.running.left, right=like.running.right)
    return replace(like, title=title, running=running, nodes=nodes, arms=None)
