"""The list of reports: below each body its reports, the newest first, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import plan_words
from klubban.documents import situation_words as say
from klubban.i18n import current, pgettext
from klubban.ui.matters.rows import MatterRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.situation import Situation
    from klubban.ui.situations.book import Book


def rows(book: Book) -> Iterator[MatterRow]:
    """Walk the rows; a body without reports is not listed."""
    for body in book.bodies.values():
        found = book.of_body(body.id)
        if found:
            yield MatterRow(None, body.name)
        for report in found:
            yield _row(report, book)


def _row(report: Situation, book: Book) -> MatterRow:
    day = plan_words.near(report.day, book.today, current())
    detail = say.briefly(report, current())
    pill = "" if report.is_done else pgettext("report", "begun")
    title = f"{day}: {report.title}" if report.title else day
    return MatterRow(report.id, title, detail, pill, "soon" if pill else "plain")
