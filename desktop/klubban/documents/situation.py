"""The situation report: how it stands, area by area, what is behind it, where it went, and the sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import drafts, public_words, wording
from klubban.documents import situation_words as say
from klubban.documents.issued import issued
from klubban.documents.tree import Aside, Bar, Chart, Document, Facts, Grouped, Heading, Quiet
from klubban.domain.situation import STEPS
from klubban.domain.text import Bullets, Text, runs_of
from klubban.domain.trend import Trend
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.tree import Node
    from klubban.domain.body import Body, Organisation
    from klubban.domain.roll_up import Gone
    from klubban.domain.situation import Presented, Situation, SituationArea
    from klubban.i18n import Texts

_WIDTHS = (150.0, 200.0)
_MOST_DAYS = 6
"""So many reports have room beside each other on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report with what is told around it."""

    organisation: Organisation
    body: Body
    report: Situation
    trend: Trend
    """Of the body's reports up to this one."""
    gone: tuple[Gone, ...] = ()
    """What went into it."""
    presented: Presented | None = None
    presented_by: str = ""
    """The name of the body at whose meeting it was presented."""
    public: bool = False


def build(reported: Reported) -> Document:
    """Return the report in the organisation's language."""
    texts = texts_of(reported.organisation.language)
    report, kind = reported.report, texts.gettext("Situation report")
    day = report.day.isoformat()
    running = public_words.public_kind(kind, texts) if reported.public else kind
    made = issued(
        reported.organisation,
        f"{running}, {reported.body.name} {day}",
        _nodes(reported, kind, texts),
        whose=reported.body.name,
        kind=running,
        dated=day,
        date=report.day,
        draft="" if report.is_done else drafts.sign(texts),
    )
    return public_words.told_of(made, texts) if reported.public else made


def _nodes(reported: Reported, kind: str, texts: Texts) -> Iterator[Node]:
    report = reported.report
    names = say.step_names(report.scale, texts)
    yield Heading(1, f"{kind}: {report.title}" if report.title else kind)
    yield Quiet(f"{reported.body.name}, {say.of_time(report, texts)}")
    if facts := tuple(_facts(reported, texts)):
        yield Facts(facts)
    yield Text(runs_of(say.summary(report, names, texts)))
    if report.text:
        yield Heading(2, texts.gettext("The situation as a whole"))
        yield from report.text
    if report.areas:
        yield Heading(2, texts.gettext("Areas"))
        yield _table(reported, names, texts)
        yield Aside(say.scale(names, texts))
    for area in report.areas:
        yield from _area(area, texts)
    if reported.trend.is_told:
        yield from _over_time(reported.trend, texts)
    if reported.gone:
        yield Heading(2, texts.gettext("Reports that went into this one"))
        yield Bullets(tuple(runs_of(_gone(each, texts)) for each in reported.gone))
    if report.sources:
        yield Heading(2, texts.gettext("Sources"))
        yield Bullets(tuple(map(runs_of, report.sources)))


def _facts(reported: Reported, texts: Texts) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """Walk who drew it up, and where it was presented."""
    report, at = reported.report, reported.presented
    if report.by:
        yield texts.gettext("Drawn up by"), (Text(runs_of(report.by)),)
    if at is not None:
        number = "" if at.number is None else wording.number_sign(at.number)
        told = ", ".join(filter(None, (reported.presented_by, texts.date(at.day), number)))
        yield texts.gettext("Reported at"), (Text(runs_of(told)),)


def _table(reported: Reported, names: Sequence[str], texts: Texts) -> Grouped:
    head = (
        texts.pgettext("column", "Area"),
        texts.pgettext("column", "Situation"),
        texts.gettext("Since the report before"),
    )
    rows = tuple(
        (
            area.name,
            f"{say.shape(area.step)} {say.step(area.step, names, texts)}",
            say.direction(reported.trend.of(area.name), texts) if reported.trend.is_told else "–",
        )
        for area in reported.report.areas
    )
    return Grouped(head, (("", rows),), widths=_WIDTHS)


def _area(area: SituationArea, texts: Texts) -> Iterator[Node]:
    """Walk what is behind a step; an area of which nothing is written is in the table alone."""
    if area.events or area.measures:
        yield Heading(2, area.name)
    for title, text in ((texts.gettext("Events"), area.events), (texts.gettext("Measures"), area.measures)):
        if text:
            yield Heading(3, title)
            yield from text


def _over_time(trend: Trend, texts: Texts) -> Iterator[Node]:
    days = tuple(texts.date(day, texts.pgettext("date pattern", "d MMM")) for day in trend.days)
    yield Heading(2, texts.gettext("From report to report"))
    last = slice(-_MOST_DAYS, None)
    head = (texts.pgettext("column", "Area"), *days[last])
    rows = tuple(
        (course.name, *("–" if step is None else str(step) for step in course.steps[last]))
        for course in trend.courses
    )
    yield Grouped(head, (("", rows),))
    for course in trend.courses:
        if len(set(course.judged)) < 2:  # noqa: PLR2004 - nothing moved that a picture could show
            continue
        yield Heading(3, course.name)
        yield Text(runs_of(say.over_time(course, texts)))
        yield Chart(
            tuple(
                Bar(texts.date(day), step or 0, STEPS, say.of_five(step, texts))
                for day, step in zip(trend.days, course.steps, strict=True)
            ),
            say.chart_words(course, days, texts),
        )


def _gone(gone: Gone, texts: Texts) -> str:
    """Return `Operativa gruppen, 12 november 2026: Narkotika 4, Ungdomar 2`."""
    steps = ", ".join(f"{area.name}{wording.NBSP}{area.step}" for area in gone.report.areas if area.step)
    line = texts.gettext("{body}, {day}: {steps}")
    return line.format(body=gone.body, day=texts.date(gone.report.day), steps=steps)
