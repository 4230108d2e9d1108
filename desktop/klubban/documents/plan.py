"""The plan of a year: each body's meetings with their dates, and how a matter goes from body to body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import plan_words as say
from klubban.documents.tree import Document, Grouped, Heading, Quiet, Running
from klubban.documents.wording import capital, inside, small
from klubban.domain.text import Table, Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.agenda import Pattern
    from klubban.domain.body import Body, Organisation
    from klubban.domain.chain import Chains
    from klubban.domain.planned import Planned
    from klubban.i18n import Texts


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
    return Document(
        title=f"{kind} {plan.year}, {whose}",
        author=plan.organisation.name,
        language=texts.tag,
        running=Running(left=(plan.organisation.name, whose), right=(kind, str(plan.year))),
        nodes=tuple(_nodes(plan, texts)),
        date=days[-1] if days else None,
    )


def _nodes(plan: Plan, texts: Texts) -> Iterator[Node]:
    yield Heading(1, texts.gettext("Plan of meetings {year}").format(year=plan.year))
    held = [each for each in plan.meetings() if each.stands]
    if plan.body:
        yield Quiet(plan.body.name)
        yield Text(runs_of(f"{say.counted_of(plan.body, len(held), plan.year, texts)}."))
    else:
        bodies = len({each.body for each in held})
        yield Text(runs_of(f"{say.counted(len(held), bodies, plan.year, texts)}."))
        if len(plan.bodies) > 1:
            yield Heading(2, texts.gettext("Month by month"))
            yield _months(plan, texts)
    for body in plan.bodies:
        yield from _body(plan, body, texts)
    yield from _ways(plan, texts)


def _months(plan: Plan, texts: Texts) -> Grouped:
    """Return all meetings in their order, by month."""
    groups: dict[int, list[tuple[str, ...]]] = {}
    for each in plan.meetings():
        body = plan.chains.bodies[each.body]
        groups.setdefault(each.date.month, []).append(
            (_day(each.date, texts), body.name, ", ".join(say.clock(each, texts)) or _cancelled(each, texts))
        )
    head = (texts.gettext("Day"), texts.gettext("Body"), texts.gettext("Time and place"))
    return Grouped(
        head, tuple((capital(say.month(month, texts)), tuple(rows)) for month, rows in groups.items())
    )


def _body(plan: Plan, body: Body, texts: Texts) -> Iterator[Node]:
    meetings = plan.meetings(body.id)
    if plan.body is None:
        yield Heading(2, body.name)
    patterns = plan.patterns.get(body.id, ())
    if patterns:
        yield Quiet(capital("; ".join(small(say.pattern(each, texts)) for each in patterns)))
    wanted = [name for name, _day in say.dates(plan.chains.dates(meetings[0]), texts)]
    rows = [(texts.gettext("Meeting"), *wanted, "")]
    for each in meetings:
        found = dict(say.dates(plan.chains.dates(each), texts))
        days = (say.near(found[name], each.date, texts) if name in found else "–" for name in wanted)
        rows.append((_day(each.date, texts), *days, _remark(each, body, texts)))
    if not any(row[-1] for row in rows):
        rows = [row[:-1] for row in rows]
    yield _table(rows)


def _ways(plan: Plan, texts: Texts) -> Iterator[Node]:
    """Walk, for each body that others feed, the meetings by which a matter comes to each of its own."""
    for body in plan.bodies:
        above = plan.chains.bodies.get(body.parent or 0)
        if above is not None and plan.meetings(above.id) and plan.body is None:
            continue
        tables = _tables_of_ways(plan, body, texts)
        if tables:
            yield Heading(2, texts.gettext("So that a matter reaches {body}").format(body=inside(body.name)))
            yield from tables


def _tables_of_ways(plan: Plan, body: Body, texts: Texts) -> list[Table]:
    """Return a table for each way that bodies feed one another, from the first of them up; no gaps."""
    found: dict[tuple[int, ...], list[tuple[str, ...]]] = {}
    for meeting in plan.meetings(body.id):
        for way in plan.chains.downwards(meeting) if meeting.stands else ():
            days = [step.meeting.date for step in way if step.meeting]
            if len(days) < len(way):
                continue
            path = tuple(step.body.id for step in reversed(way))
            papers = way[-1].dates.papers if way[-1].dates else None
            first = say.near(papers, meeting.date, texts) if papers else "–"
            told = [say.near(day, meeting.date, texts) for day in reversed(days)]
            found.setdefault(path, []).append((first, *told, say.short_day(meeting.date, texts)))
    bodies = plan.chains.bodies
    return [
        _table([(texts.gettext("Papers are in"), *(bodies[each].name for each in path), body.name), *rows])
        for path, rows in found.items()
    ]


def _remark(each: Planned, body: Body, texts: Texts) -> str:
    return ", ".join(filter(None, (_cancelled(each, texts), say.type_name(each.type, body.meeting_types))))


def _cancelled(each: Planned, texts: Texts) -> str:
    return "" if each.stands else texts.pgettext("of a meeting", "cancelled")


def _day(day: date, texts: Texts) -> str:
    return say.day_in_year(day, texts)


def _table(rows: Sequence[Sequence[str]]) -> Table:
    return Table(tuple(tuple(runs_of(cell) for cell in row) for row in rows))
