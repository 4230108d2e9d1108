"""A matter's line of events as a document: what happened when and where, across bodies and offices."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from klubban.documents import matter_line_words as line_words
from klubban.documents import matter_words as say
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Facts, Grouped, Heading, Quiet
from klubban.documents.wording import capital, held
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Organisation
    from klubban.domain.matter_history import Event, Handled
    from klubban.domain.meeting import Matter
    from klubban.i18n import Texts

_WIDTHS = (52.0, 132.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A matter with all that happened to it, as known on a day."""

    organisation: Organisation
    matter: Matter
    handled: tuple[Handled, ...]
    events: tuple[Event, ...]
    day: date
    decides: str = ""
    """The name of the body that decides it, where that is settled."""


def build(line: Line) -> Document:
    """Return the line of events in the organisation's language; what is confidential is told neutrally."""
    texts = texts_of(line.organisation.language)
    kind = texts.gettext("A matter’s line of events")
    number = line.matter.registry_number or ""
    return issued(
        line.organisation,
        ", ".join(filter(None, (kind, number, line.matter.title))),
        _nodes(line, texts),
        whose=number,
        kind=kind,
        dated=line.day.isoformat(),
        date=line.day,
    )


def _nodes(line: Line, texts: Texts) -> Iterator[Node]:
    yield Heading(1, line.matter.title)
    told = texts.gettext("As of {day}").format(day=texts.date(line.day))
    yield Quiet(" · ".join(filter(None, (held(line.matter.registry_number or ""), told))))
    yield Facts(tuple((label, (Text(runs_of(words)),)) for label, words in _facts(line, texts)))
    if not line.events:
        yield Text(runs_of(texts.gettext("Nothing has happened to it yet.")))
        return
    head = (
        texts.pgettext("column", "Day"),
        texts.pgettext("column", "Where"),
        texts.pgettext("column", "What happened"),
    )
    groups = tuple(
        (str(year), tuple(_rows(found, line, texts)))
        for year, found in groupby(line.events, key=lambda each: each.day.year)
    )
    yield Grouped(head, groups, widths=_WIDTHS)


def _facts(line: Line, texts: Texts) -> Iterator[tuple[str, str]]:
    submission = line.matter.submission
    if submission:
        parts = (say.kind(submission.kind, texts), submission.by or "")
        day = texts.date(submission.date) if submission.date else ""
        yield texts.gettext("Came in as"), ", ".join(filter(None, (*parts, day)))
    if line.decides:
        yield texts.pgettext("body", "Decides"), line.decides
    bodies = tuple(dict.fromkeys(each.body_name for each in line.handled))
    if bodies:
        yield texts.gettext("Has been at"), ", ".join(bodies)
    if line.matter.closed:
        closed = texts.gettext("closed on {day}").format(day=texts.date(line.matter.closed))
        stands = ", ".join(filter(None, (closed, line.matter.closed_because)))
    else:
        stands = say.standing_of(line.handled, line.day, texts)
    yield texts.pgettext("column", "How it stands"), capital(stands)


def _rows(events: Iterable[Event], line: Line, texts: Texts) -> Iterator[tuple[str, str, str]]:
    """Walk a year's events as rows; what happened alike in several paragraphs of a day is told once."""
    told = [(each, line_words.what(each, line.matter, texts)) for each in events]
    for (day, body, what), found in groupby(told, key=lambda each: (each[0].day, _body(each[0]), each[1])):
        places = dict.fromkeys(line_words.where(each, texts).removeprefix(body).strip() for each, _ in found)
        where = " ".join(filter(None, (body, ", ".join(filter(None, places)))))
        yield held(texts.date(day, "d MMM")), where, what


def _body(event: Event) -> str:
    of = event.handled or (event.noted.around if event.noted else None)
    return of.body_name if of else ""
