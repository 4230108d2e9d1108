"""What is said of a report on its page, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import plan_words
from klubban.documents import situation_words as say
from klubban.documents.wording import enumerated, inside, number_sign
from klubban.i18n import _, current, ngettext, pgettext

if TYPE_CHECKING:
    from klubban.domain.situation import Presented, Situation
    from klubban.ui.situations.book import Book
    from klubban.ui.theme import Tone


def report_name(report: Situation, book: Book) -> str:
    """Return `Operativa gruppen, 12 november`."""
    return f"{book.bodies[report.body].name}, {plan_words.near(report.day, book.today, current())}"


def head_told(report: Situation, book: Book) -> tuple[tuple[str, Tone, str], ...]:
    """Return how a report stands, what is newer than what went into it, and where it went itself."""
    texts = current()
    pill: tuple[str, Tone] = (pgettext("report", "begun"), "soon")
    if report.is_done:
        pill = (pgettext("report", "finished"), "done")
    told = say.summary(report, book.names(report), texts)
    found: list[tuple[str, Tone, str]] = [(*pill, told)]
    newer = book.newer(report)
    if newer:
        names = enumerated([inside(book.bodies[each.body].name) for each in newer], texts)
        line = ngettext(
            "There is a newer report of {bodies}.", "There are newer reports of {bodies}.", len(newer)
        )
        found.append((pgettext("report", "newer"), "soon", line.format(bodies=names)))
    elif not report.is_done and book.offered(report) and not report.rolled_up:
        count = len(book.offered(report))
        line = ngettext(
            "{count} report of those who report here can be gathered (U).",
            "{count} reports of those who report here can be gathered (U).",
            count,
        )
        found.append(("", "plain", line.format(count=count)))
    into = book.into(report)
    if into:
        names = enumerated([report_name(each, book) for each in into], texts)
        found.append(("", "plain", _("It went into {reports}.").format(reports=names)))
    return tuple(found)


def presented_told(at: Presented, book: Book) -> str:
    """Return `Planeringsgruppen, 13 november, § 4 Lägesrapport`; of what is confidential no title."""
    where = f"{book.bodies[at.body].name}, {plan_words.near(at.day, book.today, current())}"
    number = number_sign(at.number) if at.number is not None else ""
    title = "" if at.confidential else at.title
    return ", ".join(filter(None, (where, " ".join(filter(None, (number, title))))))
