"""The plan of a year: each body's meetings with their dates, and how a matter goes from body to body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import plan_ways
from klubban.documents import plan_words as say
from klubban.documents.issued import issued
from klubban.documents.tree import Aside, Document, Grouped, Heading, Quiet
from klubban.documents.wording import capital
from klubban.domain.calendar import next_working_day
from klubban.domain.deadlines import Due
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.agenda import Pattern
    from klubban.domain.body import Body, Organisation
    from klubban.domain.chain import Chains
    from klubban.domain.lead_times import LeadTimes
    from klubban.domain.planned import Planned
    from klubban.i18n import Texts

_DECEMBER = 12
_DAY, _BODY, _DATE, _DATE_WITH_YEAR = 116.0, 138.0, 74.0, 96.0
_MOST_DATES = 3
"""Of so many columns each has its own width, and the remarks have room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a plan is made of."""

    organisation: Organisation
    year: int
    chains: Chains
    patterns: dict[int, tuple[Pattern, ...]]
    """By body."""
    body: Body | None = None
    """The one body whose plan it is; None for all."""

    @property
    def bodies(self) -> list[Body]:
        """Return the bodies that meet that year."""
        wanted = [self.body] if self.body else list(self.chains.bodies.values())
        return [body for body in wanted if self.meetings(body.id)]

    def meetings(self, body: int | None = None) -> list[Planned]:
        """Return the meetings of that year, of one body or of all that are shown, by date."""
        shown = body or (self.body.id if self.body else None)
        found = (each for each in self.chains.meetings if each.date.year == self.year)
        return sorted((each for each in found if shown in (None, each.body)), key=lambda each: each.when)


def build(plan: Plan) -> Document:
    """Return the plan in the organisation's language."""
    texts = texts_of(plan.organisation.language)
    kind = texts.gettext("Plan of meetings")
    whose = plan.body.name if plan.body else texts.gettext("All bodies")
    days = [each.date for each in plan.meetings()]
    return issued(
        plan.organisation,
        f"{kind} {plan.year}, {whose}",
        _nodes(plan, texts),
        whose=whose,
        kind=kind,
        dated=str(plan.year),
        date=days[-1] if days else None,
    )


def _nodes(plan: Plan, texts: Texts) -> Iterator[Node]:
    meetings = plan.meetings()
    held = [each for each in meetings if each.stands]
    yield Heading(1, texts.gettext("Plan of meetings {year}").format(year=plan.year))
    if plan.body:
        yield Quiet(plan.body.name)
        told = say.counted_of(plan.body, len(held), plan.year, texts)
    else:
        told = say.counted(len(held), len({each.body for each in held}), plan.year, texts)
    yield Text(runs_of(" ".join(_summary(told, meetings, texts))))
    if len(plan.bodies) > 1:
        yield Heading(2, texts.gettext("Month by month"))
        yield _months(plan, texts)
    for body in plan.bodies:
        yield from _body(plan, body, texts)
    yield from plan_ways.nodes(plan, texts)


def _summary(told: str, meetings: Sequence[Planned], texts: Texts) -> Iterator[str]:
    """Walk how many meetings there are, how many are cancelled, and which months a short plan covers."""
    cancelled = sum(not each.stands for each in meetings)
    if cancelled:
        more = texts.ngettext("{told}; {count} is cancelled.", "{told}; {count} are cancelled.", cancelled)
        yield more.format(told=told, count=cancelled)
    else:
        yield f"{told}."
    if meetings and (last := meetings[-1].date.month) < _DECEMBER:
        first = meetings[0].date.month
        if first == last:
            yield texts.gettext("The plan covers {month}.").format(month=say.month(first, texts))
        else:
            line = texts.gettext("The plan covers {first} to {last}.")
            yield line.format(first=say.month(first, texts), last=say.month(last, texts))


def _months(plan: Plan, texts: Texts) -> Grouped:
    """Return all meetings in their order, by month; those that are cancelled say so."""
    groups: dict[int, list[tuple[str, ...]]] = {}
    quiet = set()
    for each in plan.meetings():
        where = capital(", ".join(say.clock(each, texts)))
        row = (_day(each.date, texts), plan.chains.bodies[each.body].name, _cancelled(each, texts) or where)
        groups.setdefault(each.date.month, []).append(row)
        if not each.stands:
            quiet.add(row)
    head = (texts.gettext("Day"), texts.gettext("Body"), texts.gettext("Time and place"))
    named = ((capital(say.month(month, texts)), tuple(rows)) for month, rows in groups.items())
    return Grouped(head, tuple(named), widths=(_DAY, _BODY), quiet=frozenset(quiet))


def _body(plan: Plan, body: Body, texts: Texts) -> Iterator[Node]:
    meetings = plan.meetings(body.id)
    if plan.body is None:
        yield Heading(2, body.name)
    if patterns := plan.patterns.get(body.id, ()):
        yield Aside(say.patterns(patterns, texts))
    found = [(each, plan.chains.dates(each)) for each in meetings]
    columns = [column for column in _columns(texts) if any(column[1](dates) for _each, dates in found)]
    quiet, rows = set(), []
    notes: list[str] = []
    for each, dates in found:
        days = (_due(of(dates), each, texts) for _head, of in columns)
        row = (_day(each.date, texts), *days, _remark(each, body, texts))
        rows.append(row)
        notes += _note(_verified(dates.verified), each, texts)
        if not each.stands:
            quiet.add(row)
    head = (texts.gettext("Meeting"), *(head for head, _of in columns), texts.pgettext("column", "Remark"))
    if not any(row[-1] for row in rows):
        head, rows, quiet = head[:-1], [row[:-1] for row in rows], {row[:-1] for row in quiet}
    fits = len(columns) <= _MOST_DATES or len(head) == len(columns) + 1
    years = any(str(plan.year - 1) in cell for row in rows for cell in row)
    widths = (_DAY, *[_DATE_WITH_YEAR if years else _DATE] * len(columns)) if fits else ()
    yield Grouped(head, (("", tuple(rows)),), widths=widths, quiet=frozenset(quiet))
    if notes:
        yield Aside("\n".join(notes))


def _columns(texts: Texts) -> tuple[tuple[str, Callable[[LeadTimes], Due | None]], ...]:
    """Return what is to be done by when, each with its heading."""
    return (
        (texts.pgettext("column", "Papers in by"), lambda dates: _as_it_is(dates.papers)),
        (texts.pgettext("column", "Summons out by"), lambda dates: _as_it_is(dates.summons)),
        (texts.pgettext("column", "Announced by"), lambda dates: _as_it_is(dates.announced)),
        (texts.pgettext("column", "Protocol verified by"), lambda dates: _verified(dates.verified)),
    )


def _as_it_is(day: date | None) -> Due | None:
    """Return a day that is counted backwards, which a day off does not move."""
    return Due(day, day) if day else None


def _verified(day: date | None) -> Due | None:
    return Due(day, next_working_day(day)) if day else None


def _due(due: Due | None, each: Planned, texts: Texts) -> str:
    """Return a last day, with a star where that is a day off."""
    if due is None or not each.stands:
        return "–"
    return say.near(due.day, each.date, texts) + ("*" if due.day != due.extended else "")


def _note(due: Due | None, each: Planned, texts: Texts) -> Iterator[str]:
    """Walk what a star means: whether the limit is extended then is unsettled."""
    if due and each.stands and due.day != due.extended:
        line = texts.gettext("* {day} is a day off; the working day after it is {extended}.")
        yield line.format(
            day=say.near(due.day, each.date, texts), extended=say.near(due.extended, each.date, texts)
        )


def _remark(each: Planned, body: Body, texts: Texts) -> str:
    return ", ".join(filter(None, (_cancelled(each, texts), say.type_name(each.type, body.meeting_types))))


def _cancelled(each: Planned, texts: Texts) -> str:
    return "" if each.stands else capital(texts.pgettext("of a meeting", "cancelled"))


def _day(day: date, texts: Texts) -> str:
    return capital(say.day_in_year(day, texts))
