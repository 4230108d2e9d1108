"""Goals followed up: the index year by year, what was measured, and the comments that explain it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klubban.documents import commitment_words, public_words
from klubban.documents import goal_words as say
from klubban.documents.issued import issued
from klubban.documents.tree import Bar, Chart, Document, Grouped, Heading, Quiet
from klubban.domain.index import FULL, latest, series
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Body, Organisation
    from klubban.domain.goal import Goal, Indicator
    from klubban.domain.index import IndexYear
    from klubban.domain.noted_at import NotedAt
    from klubban.i18n import Texts

_MOST_YEARS = 6
"""So many years stand beside each other on a page."""
_TABLE, _YEAR = 480.0, 56.0
"""The table from margin to margin, and a year's column with the room before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """The goals of a body, as seen on a day."""

    organisation: Organisation
    body: Body
    goals: tuple[Goal, ...]
    day: date
    at: Mapping[int, NotedAt] = field(default_factory=dict)
    """Where something was noted, by item."""
    public: bool = False


def build(found: Goals) -> Document:
    """Return the goals in the organisation's language."""
    texts = texts_of(found.organisation.language)
    kind, day = texts.gettext("Goals followed up"), found.day.isoformat()
    running = public_words.public_kind(kind, texts) if found.public else kind
    made = issued(
        found.organisation,
        f"{running}, {found.body.name} {day}",
        _nodes(found, kind, texts),
        whose=found.body.name,
        kind=running,
        dated=day,
        date=found.day,
    )
    return public_words.told_of(made, texts) if found.public else made


def _nodes(found: Goals, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    told = texts.gettext("{body}, as of {day}")
    yield Quiet(told.format(body=found.body.name, day=texts.date(found.day)))
    if not found.goals:
        yield Text(runs_of(texts.gettext("No goals are noted.")))
    elif len(found.goals) > 1:
        yield _all(found.goals, texts)
    for each in found.goals:
        yield from _goal(each, found, texts)


def _all(goals: Sequence[Goal], texts: Texts) -> Grouped:
    """Return a line for each goal: its latest index."""
    head = (
        texts.pgettext("column", "Goal"),
        texts.pgettext("column", "Year"),
        texts.pgettext("column", "Index"),
        texts.pgettext("column", "Stands"),
        texts.gettext("Against the year before"),
    )
    rows = []
    for each in goals:
        last = latest(each)
        if last is None:
            rows.append((each.title, "–", "–", "–", "–"))
        else:
            shown = say.marked(last.colour, texts)
            rows.append((each.title, str(last.year), str(last.value), shown, say.trend(last, texts)))
    return Grouped(head, (("", tuple(rows)),), widths=(220.0, 44.0, 44.0, 64.0))


def _goal(goal: Goal, found: Goals, texts: Texts) -> Iterator[Node]:
    yield Heading(2, goal.title)
    if goal.area:
        yield Quiet(goal.area)
    yield from goal.text
    years = series(goal)
    if not years:
        yield Text(runs_of(texts.gettext("Nothing is measured yet.")))
        return
    last = latest(goal)
    if last is not None:
        yield Text(runs_of(f"{say.summary(last, texts)} {say.thresholds(goal, texts)}"))
    yield chart(years, texts)
    yield _table(years, texts)
    if goal.indicators:
        yield _indicators(goal, years[-_MOST_YEARS:], texts)
    for each in reversed(years):
        if each.comment:
            where = commitment_words.at(found.at.get(each.comment.item or 0))
            title = texts.gettext("Comment on {year}").format(year=each.year)
            yield Heading(3, title)
            if where or each.comment.day:
                yield Quiet(where or texts.date(each.comment.day or found.day))
            yield from each.comment.text


def chart(years: Sequence[IndexYear], texts: Texts) -> Chart:
    """Return the index, a bar for each year, each with its colour as shape and word."""
    return Chart(
        tuple(
            Bar(
                str(each.year),
                each.value or 0,
                FULL,
                "–" if each.value is None else f"{each.value} {say.marked(each.colour, texts)}",
                say.TONES[each.colour] if each.colour else "",
            )
            for each in years
        ),
        say.chart_words(years, texts),
    )


def _table(years: Sequence[IndexYear], texts: Texts) -> Grouped:
    missed = (texts.pgettext("column", "Not measured"),) if any(each.missing for each in years) else ()
    head = (
        texts.pgettext("column", "Year"),
        texts.pgettext("column", "Index"),
        texts.pgettext("column", "Stands"),
        texts.gettext("Against the year before"),
        *missed,
    )
    rows = tuple(
        (
            str(each.year),
            "–" if each.value is None else str(each.value),
            say.marked(each.colour, texts),
            say.trend(each, texts),
            *((", ".join(one.name for one in each.missing) or "–",) if missed else ()),
        )
        for each in years
    )
    return Grouped(head, (("", rows),), widths=(52.0, 52.0, 72.0, *(110.0 for _ in missed)))


def _indicators(goal: Goal, years: Sequence[IndexYear], texts: Texts) -> Grouped:
    """Return what was measured each year, with how it becomes points."""
    head = (texts.pgettext("column", "Indicator"), *(str(each.year) for each in years))
    rows = tuple(
        (_indicator(each, texts), *(_value(each, year.year, texts) for year in years))
        for each in goal.indicators
    )
    widths = (_TABLE - len(years) * _YEAR, *(_YEAR - 10 for _ in years[1:]))
    return Grouped(head, (("", rows),), widths=widths, titled=True)


def _indicator(one: Indicator, texts: Texts) -> str:
    return "\n".join(filter(None, (one.name, one.source, say.scale(one, texts))))


def _value(one: Indicator, year: int, texts: Texts) -> str:
    return next((say.number(each.value, texts) for each in one.measured if each.year == year), "–")
