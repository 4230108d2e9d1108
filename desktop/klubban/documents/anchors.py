"""Names for the places in a document that links lead to: the same in every format."""

from __future__ import annotations

import re
from itertools import chain, repeat
from typing import TYPE_CHECKING

from klubban.documents.tree import AgendaEntry, Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.tree import Document


class Anchors:
    """The names of one document's headings; `§ 19` is `p19`, and what has no number has its place."""

    def __init__(self, document: Document) -> None:
        """Name each heading and entry of an agenda, in order."""
        self._names: list[str] = []
        taken: dict[str, int] = {}
        found: dict[Heading, list[str]] = {}
        for node in document.nodes:
            if not isinstance(node, Heading | AgendaEntry):
                continue
            name = _name(node.number, len(self._names) + 1)
            taken[name] = taken.get(name, 0) + 1
            name = name if taken[name] == 1 else f"{name}_{taken[name]}"
            self._names.append(name)
            if isinstance(node, Heading):
                found.setdefault(node, []).append(name)
        self._of_headings = {heading: chain(names, repeat(names[-1])) for heading, names in found.items()}

    def in_order(self) -> Iterator[str]:
        """Walk the names as their headings come."""
        return iter(self._names)

    def of_listed(self, heading: Heading) -> str | None:
        """Return where a line of the contents leads; equal headings are listed in their order."""
        return next(self._of_headings[heading]) if heading in self._of_headings else None


def _name(number: str | None, place: int) -> str:
    """Return a name of letters and digits, as Word wants of bookmarks and everybody of links."""
    kept = "".join(re.findall("[a-z0-9]+", (number or "").lower()))
    if not kept:
        return f"h{place}"
    return (f"p{kept}" if kept[0].isdigit() else kept)[:30]
