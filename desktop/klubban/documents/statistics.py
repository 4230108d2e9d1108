"""A body's attendance in a period: a sentence first, then meeting by meeting, then who came how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import attendance_words as say
from klubban.documents.issued import issued
from klubban.documents.tree import Bar, Chart, Document, Grouped, Heading, Quiet
from klubban.documents.wording import small
from klubban.domain.text import Bullets, Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from klubban.documents.tree import Node
    from klubban.domain.body import Organisation
    from klubban.domain.groups import Group
    from klubban.domain.overview import Overview
    from klubban.domain.statistics import Attended
    from klubban.i18n import Texts


def build(overview: Overview, organisation: Organisation) -> Document:
    """Return the statistics in the organisation's language."""
    texts = texts_of(organisation.language)
    kind = texts.gettext("Attendance statistics")
    days = say.period(overview.first, overview.last, texts)
    return issued(
        organisation,
        f"{kind}, {overview.body.name} {days}",
        _nodes(overview, texts),
        whose=overview.body.name,
        kind=kind,
        dated=days,
        date=overview.last,
    )


def _nodes(overview: Overview, texts: Texts) -> Iterator[Node]:
    title = texts.gettext("Attendance in {body}").format(body=small(overview.body.name))
    yield Heading(1, title)
    yield Quiet(say.period(overview.first, overview.last, texts))
    yield Text(runs_of(say.summary(overview, texts)))
    if not overview.turnouts:
        return
    yield Heading(2, texts.gettext("Members present, meeting by meeting"))
    yield chart(overview, texts)
    if overview.missing:
        yield Heading(2, texts.gettext("Seldom present"))
        yield Quiet(say.threshold(texts))
        yield Bullets(tuple(runs_of(say.absence(each, texts)) for each in overview.missing))
    yield from _members(overview, texts)
    organisations, name = texts.gettext("Organisations"), texts.gettext("Organisation")
    note = say.counted_for_organisations(texts)
    yield from _groups(organisations, name, overview.differing_organisations, texts, note)
    if any(group.name for group in overview.parties):
        parties = [group for group in overview.parties if group.name]
        yield from _groups(texts.gettext("Parties"), texts.gettext("Party"), parties, texts)
    yield from _beside(overview, texts)


def chart(overview: Overview, texts: Texts) -> Chart:
    """Return how many came, a bar for each meeting."""
    return Chart(
        tuple(
            Bar(texts.date(each.day), each.present, each.members, say.of_members(each, texts))
            for each in overview.turnouts
        ),
        say.chart_words(overview.turnouts, texts),
        say.half(texts),
    )


def _members(overview: Overview, texts: Texts) -> Iterator[Node]:
    if overview.members:
        yield Heading(2, texts.gettext("Members"))
        yield _attended(overview.members, overview, texts)


def _beside(overview: Overview, texts: Texts) -> Iterator[Node]:
    """Walk alternates, who are not absent where they were not needed, and those who have no member's seat."""
    if overview.alternates:
        yield Heading(2, texts.gettext("Alternates"))
        head = (*_person_head(texts), texts.gettext("Present"), texts.gettext("Served"))
        rows = [
            (each.person.name, overview.belongs.get(each.person.id, ""), each.held, each.present, each.served)
            for each in overview.alternates
        ]
        yield _table(head, rows)
    if overview.others:
        yield Heading(2, texts.gettext("Others with the right to attend"))
        yield _attended(overview.others, overview, texts)


def _attended(found: Iterable[Attended], overview: Overview, texts: Texts) -> Grouped:
    head = (*_person_head(texts), texts.gettext("Present"), texts.gettext("Share"))
    rows = [
        (
            each.person.name,
            overview.belongs.get(each.person.id, ""),
            each.held,
            each.present,
            say.share(each.share, texts),
        )
        for each in found
    ]
    return _table(head, rows)


def _person_head(texts: Texts) -> tuple[str, ...]:
    return (texts.gettext("Name"), texts.gettext("Party or organisation"), texts.gettext("Meetings held"))


def _groups(title: str, name: str, groups: Sequence[Group], texts: Texts, note: str = "") -> Iterator[Node]:
    """Walk one table: how often somebody could have come, and how often somebody did."""
    if not groups:
        return
    yield Heading(2, title)
    if note:
        yield Quiet(note)
    head = (
        name,
        texts.pgettext("of a body", "Seats"),
        texts.gettext("Meetings held"),
        texts.pgettext("of attendances", "Possible"),
        texts.pgettext("column", "Times attended"),
        texts.gettext("Share"),
    )
    rows = [
        (
            group.name or "",
            group.seats,
            group.held,
            group.places,
            group.present,
            say.share(group.share, texts),
        )
        for group in groups
    ]
    yield _table(head, rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Grouped:
    """Return a table from margin to margin, as all of them are."""
    return Grouped(tuple(head), (("", tuple(tuple(map(str, row)) for row in rows)),))
