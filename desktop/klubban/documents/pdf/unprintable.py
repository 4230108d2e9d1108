"""What of a document no face can print; a box stands for each such character on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import tree
from klubban.documents.pdf.characters import MISSING, clean, visible

if TYPE_CHECKING:
    from klubban.documents.tree import Document


def unprintable(document: Document) -> list[str]:
    """Return the characters, each once, in their order in Unicode."""
    running = document.running
    said = [document.title, *running.left, *running.right, *tree.words(document)]
    letters = {letter for words in said for letter in clean(words)}
    return sorted(letter for letter in letters if letter != MISSING and visible(letter) == MISSING)
