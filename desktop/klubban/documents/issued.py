"""A document that an organisation issues: its name, language, look and arms stand on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.tree import Document, Running
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Organisation


def issued(
    by: Organisation,
    title: str,
    nodes: Iterable[Node],
    *,
    whose: str,
    kind: str,
    dated: str,
    date: date | None,
    draft: str = "",
) -> Document:
    """Return a document in the organisation's language.

    `whose` stands below the organisation's name at the head of each page, `kind` and below it `dated` on the
    other side; `title` is what the file calls itself.
    """
    return Document(
        title=title,
        author=by.name,
        language=texts_of(by.language).tag,
        running=Running(left=(by.on_paper, whose), right=(kind, dated), draft=draft),
        nodes=tuple(nodes),
        date=date,
        look=by.look,
        arms=by.arms,
    )
