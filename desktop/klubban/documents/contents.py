"""The contents of a bundle: each item with its documents, and the pages that they are on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.documents.tree import Heading, Listed, Listing, Quiet
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.documents.tree import Document
    from klubban.i18n import Texts


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: of an item, or of one of its documents."""

    text: str
    page: int | None
    label: str = ""
    key: str = ""
    item: bool = False


def build(
    like: Document, subtitle: str, entries: Iterable[Entry], remarks: Iterable[str], language: str
) -> Document:
    """Return the contents of one file, which looks like a document of it; remarks stand before them."""
    texts = texts_of(language)
    title = texts.pgettext("of a bundle", "Contents")
    lines = tuple(
        Listed(each.text, str(each.page or ""), each.label, each.key, strong=each.item) for each in entries
    )
    return replace(
        like,
        title=title,
        nodes=(
            Heading(1, title),
            Quiet(subtitle),
            *(Text(runs_of(each)) for each in remarks),
            Listing(lines),
        ),
    )


def page_of(page: int, pages: int, texts: Texts) -> str:
    """Return `s. 37 (1500)`."""
    return texts.gettext("p. {page} ({pages})").format(page=page, pages=pages)


def part_of(part: int, parts: int, texts: Texts) -> str:
    """Return `Del 1 av 3`."""
    return texts.gettext("Part {part} of {parts}").format(part=part, parts=parts)


def copy_of(copy: int, copies: int, name: str, texts: Texts) -> str:
    """Return `Exemplar 3 av 9, Åsa Wennergren`."""
    told = texts.gettext("Copy {copy} of {copies}").format(copy=copy, copies=copies)
    return f"{told}, {name}" if name else told
