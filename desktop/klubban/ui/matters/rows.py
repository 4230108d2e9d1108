"""The lines of the page's lists, and which of them a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import matter_words as say
from klubban.documents.wording import capital
from klubban.i18n import _, current, pgettext, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klubban.domain.agenda import Delegated
    from klubban.domain.meeting import Matter
    from klubban.domain.submissions import Raised
    from klubban.ui.matters.book import Book
    from klubban.ui.theme import Tone

_SOON = 61
"""Days before the year is over from which a mark says so."""


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter or a decision; without an id it heads those that follow."""

    id: int | None
    title: str
    detail: str = ""
    pill: str = ""
    tone: Tone = "plain"

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.id is None

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(filter(None, (self.title, self.detail, self.pill)))


def registered(book: Book, search: str) -> Iterator[MatterRow]:
    """Walk all matters in Swedish order, those that were closed last."""
    found = [each for each in book.matters if _finds(search, each.title, each.registry_number, _by(each))]
    found.sort(key=lambda each: (each.closed is not None, sort_key(each.title), each.id))
    for each in found:
        body = book.body(each.body)
        detail = ", ".join(filter(None, (each.registry_number, body.name if body else None)))
        pill = pgettext("matter", "closed") if each.closed else ""
        yield MatterRow(each.id, each.title, detail, pill)


def raised(book: Book, search: str) -> Iterator[MatterRow]:
    """Walk what was raised: what is late first, then what waits by kind, at last what is answered."""
    found = [
        each
        for each in book.raised
        if _finds(search, each.matter.title, each.matter.registry_number, each.submission.by)
    ]
    waiting = [each for each in found if each.answer is None]
    late = [each for each in waiting if (each.days_left(book.today) or 0) < 0]
    yield from _group(_("More than a year old"), late, book)
    for kind in dict.fromkeys(each.submission.kind for each in waiting):
        own = [each for each in waiting if each.submission.kind is kind and each not in late]
        yield from _group(say.kinds(kind, current()), own, book)
    yield from _group(_("Answered"), [each for each in reversed(found) if each.answer], book)


def _group(title: str, found: Iterable[Raised], book: Book) -> Iterator[MatterRow]:
    rows = [_raised(each, book) for each in found]
    if rows:
        yield MatterRow(None, title)
        yield from rows


def _raised(of: Raised, book: Book) -> MatterRow:
    texts = current()
    day = texts.date(of.submission.date) if of.submission.date else ""
    detail = ", ".join(filter(None, (of.submission.by, day)))
    pill, tone = mark(of, book)
    return MatterRow(of.matter.id, of.matter.title, detail, pill, tone)


def mark(of: Raised, book: Book) -> tuple[str, Tone]:
    """Return how something raised stands, in a pill's words: the time left, or that it is answered."""
    if of.answer:
        return pgettext("submission", "answered"), "done"
    left = of.days_left(book.today)
    if left is None:
        return "", "plain"
    return say.time_left(left, current()), "late" if left < 0 else "soon" if left < _SOON else "plain"


def delegated(book: Book, body_id: int | None, search: str) -> Iterator[MatterRow]:
    """Walk a body's decisions by delegation: what is not reported yet first, the urgent before the others."""
    found = [
        each
        for each in book.delegated
        if each.body == body_id and _finds(search, each.title, each.registry_number, each.by, each.basis)
    ]
    groups = (
        (_("Urgent, not reported yet"), [each for each in found if each.item is None and each.urgent]),
        (_("Not reported yet"), [each for each in found if each.item is None and not each.urgent]),
        (_("On an agenda"), [each for each in reversed(found) if each.item is not None]),
    )
    for title, group in groups:
        if group:
            yield MatterRow(None, title)
        for each in group:
            yield _decision(each, book)


def _decision(of: Delegated, book: Book) -> MatterRow:
    day = of.on.isoformat() if of.on else ""
    where = book.reported.get(of.item or 0)
    pill = current().date(where["date"], "d MMM y") if where else ""
    pill, tone = (_("urgent"), "soon") if of.urgent and not where else (pill, "plain")
    detail = ", ".join(filter(None, (day, of.registry_number, of.by)))
    return MatterRow(of.id, capital(of.title), detail, pill, tone)  # type: ignore[arg-type] # a Tone


def _by(matter: Matter) -> str | None:
    return matter.submission.by if matter.submission else None


def _finds(search: str, *facts: str | None) -> bool:
    """Tell whether all words of a search stand somewhere."""
    said = sort_key(" ".join(filter(None, facts)))
    return all(word in said for word in sort_key(search).split())
