"""The overview as a document: what is to be done, meetings ahead, attendance, promises, who has how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from klubban.documents import attendance_words, board, plan_words, statistics
from klubban.documents import overview_words as say
from klubban.documents.issued import issued
from klubban.documents.tree import Aside, Bar, Chart, Document, Grouped, Heading, Quiet
from klubban.documents.wording import capital, inside
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Organisation
    from klubban.domain.duty import Duty
    from klubban.domain.glance import Ahead, Load, Promised
    from klubban.domain.overview import Overview
    from klubban.domain.year_wheel import Month
    from klubban.i18n import Texts

_MOST = 12
_DAYS = 30
"""So many days ahead are told one by one."""
_PROMISES = (300.0,)
_LOADS = (240.0, 60.0)
_WHEEL = (70.0, 248.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is seen of it on a day, of one body, for somebody, or of all."""

    organisation: Organisation
    day: date
    duties: tuple[Duty, ...]
    whose: str | None = None
    ahead: tuple[Ahead, ...] = ()
    attended: Overview | None = None
    promised: tuple[Promised, ...] = ()
    loads: tuple[Load, ...] = ()
    months: tuple[Month, ...] = ()


def build(seen: Seen) -> Document:
    """Return the overview in the organisation's language."""
    texts = texts_of(seen.organisation.language)
    kind = texts.gettext("Overview")
    title = ", ".join(filter(None, (kind, seen.whose)))
    return issued(
        seen.organisation,
        f"{title} {seen.day.isoformat()}",
        _nodes(seen, title, texts),
        whose=seen.whose or "",
        kind=kind,
        dated=seen.day.isoformat(),
        date=seen.day,
    )


def _nodes(seen: Seen, title: str, texts: Texts) -> Iterator[Node]:
    late, soon = say.late_and_soon(seen.duties, seen.day)
    yield Heading(1, title)
    yield Quiet(capital(plan_words.full_day(seen.day, texts)))
    yield Text(runs_of(say.summary(late, soon, texts)))
    yield from _ahead(seen, texts)
    yield from _waits(seen, texts)
    yield from _attended(seen, texts)
    yield from _promised(seen, texts)
    yield from _loads(seen, texts)
    yield from _wheel(seen, texts)


def _waits(seen: Seen, texts: Texts) -> Iterator[Node]:
    """Walk what is to be done within a month; the list of all that is to be done has the rest."""
    if not seen.duties:
        return
    last = seen.day + timedelta(days=_DAYS)
    near = [each for each in seen.duties if each.day <= last]
    yield Heading(2, texts.gettext("What waits"))
    if near:
        yield board.table(near, seen.day, texts)
    rest = len(seen.duties) - len(near)
    if rest:
        line = texts.ngettext(
            "{count} thing has its day after {day}; it is in the list of what is to be done.",
            "{count} things have their day after {day}; they are in the list of what is to be done.",
            rest,
        )
        yield Aside(line.format(count=rest, day=texts.date(last)))


def _ahead(seen: Seen, texts: Texts) -> Iterator[Node]:
    if not seen.ahead:
        return
    yield Heading(2, texts.gettext("Next meetings"))
    head = (
        texts.pgettext("column", "Meeting"),
        texts.pgettext("column", "Day"),
        texts.pgettext("column", "Stands"),
    )
    rows = tuple(
        (
            "\n".join(filter(None, (each.body.name, say.ahead(each, texts)))),
            plan_words.near(each.meeting.date, seen.day, texts),
            say.readiness(each, seen.day, texts),
        )
        for each in seen.ahead
    )
    yield Grouped(head, (("", rows),), widths=board.WIDTHS, titled=True)


def _attended(seen: Seen, texts: Texts) -> Iterator[Node]:
    found = seen.attended
    if found is None or not found.turnouts:
        return
    yield Heading(2, texts.gettext("Attendance in {body}").format(body=inside(found.body.name)))
    yield Text(runs_of(say.attended(found, texts)))
    yield statistics.chart(found, texts)


def _promised(seen: Seen, texts: Texts) -> Iterator[Node]:
    if not seen.promised:
        return
    yield Heading(2, texts.gettext("Promises and plans"))
    head = (texts.pgettext("column", "What"), texts.pgettext("column", "Stands"))
    rows = tuple((each.commitment.title, say.stands(each, texts)) for each in seen.promised)
    yield Grouped(head, (("", rows),), widths=_PROMISES)


def _loads(seen: Seen, texts: Texts) -> Iterator[Node]:
    if not seen.loads:
        return
    yield Heading(2, texts.gettext("Assignments by who has them"))
    most = seen.loads[:_MOST]
    yield Chart(
        tuple(
            Bar(each.who, each.late, each.count, attendance_words.of(each.late, each.count, texts))
            for each in most
        ),
        say.loads_said(most, texts),
    )
    yield Quiet(texts.gettext("What is filled is late, of all that is open."))
    head = (
        texts.pgettext("column", "Who"),
        texts.pgettext("column", "Open"),
        texts.pgettext("column", "Late"),
    )
    rows = tuple((each.who, str(each.count), str(each.late)) for each in seen.loads)
    yield Grouped(head, (("", rows),), widths=_LOADS)


def _wheel(seen: Seen, texts: Texts) -> Iterator[Node]:
    spokes = [each for month in seen.months for each in month.spokes]
    if not spokes:
        return
    yield Heading(2, texts.gettext("The wheel of {year}").format(year=seen.day.year))
    yield Text(runs_of(say.wheel(seen.months, texts)))
    head = (
        texts.pgettext("column", "Month"),
        texts.pgettext("column", "What"),
        texts.pgettext("column", "Stands"),
    )
    rows = tuple(
        (
            say.month(month, texts) if not number else "",
            ", ".join((each.duty.title, each.body.short or each.body.name)),
            say.spoke(each, texts),
        )
        for month in seen.months
        for number, each in enumerate(month.spokes)
    )
    yield Grouped(head, (("", rows),), widths=_WHEEL)
