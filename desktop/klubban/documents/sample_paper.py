"""A paper of the sample municipality: what a report or a plan could look like, made of what its item says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.tree import Document, Heading, Quiet, Running
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.tree import Node
    from klubban.domain.meeting import Item, Meeting
    from klubban.i18n import Texts


def build(meeting: Meeting, item: Item, title: str, *, language: str = "sv") -> Document:
    """Return a paper with a title, for an item of a meeting."""
    texts = texts_of(language)
    return Document(
        title=title,
        author=meeting.organisation.name,
        language=texts.tag,
        running=Running(
            left=(meeting.organisation.name, meeting.body.name), right=(item.registered_as or "", "")
        ),
        nodes=tuple(_nodes(item, title, texts)),
        date=meeting.date,
    )


def _nodes(item: Item, title: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, title)
    yield Quiet(" · ".join(filter(None, (item.title, item.registered_as))))
    for name, blocks in (("Proposed decision", item.proposal), ("Summary", item.summary)):
        if blocks:
            yield Heading(2, texts.gettext(name))
            yield from blocks
    yield Text(
        runs_of(texts.gettext("This paper belongs to the sample municipality: all of it is invented."))
    )
