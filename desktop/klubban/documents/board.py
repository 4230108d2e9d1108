"""The list of what is to be done and by when, as a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import board_words as say
from klubban.documents import plan_words
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Grouped, Heading, Quiet
from klubban.domain.duty import Standing
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Body, Organisation
    from klubban.domain.duty import Duty
    from klubban.i18n import Texts

WIDTHS = (282.0, 86.0)
"""Of its columns but the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What is to be done, by one body or by all, as seen on a day."""

    organisation: Organisation
    duties: tuple[Duty, ...]
    day: date
    body: Body | None = None


def build(listed: Listed) -> Document:
    """Return the list in the organisation's language."""
    texts = texts_of(listed.organisation.language)
    kind = say.heading(listed.body.name if listed.body else None, texts)
    return issued(
        listed.organisation,
        f"{kind} {listed.day.isoformat()}",
        _nodes(listed, kind, texts),
        whose="",
        kind=kind,
        dated=listed.day.isoformat(),
        date=listed.day,
    )


def _nodes(listed: Listed, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    yield Quiet(texts.gettext("As of {day}").format(day=texts.date(listed.day)))
    late, now = (
        sum(each.standing(listed.day) is stands for each in listed.duties)
        for stands in (Standing.LATE, Standing.TODAY)
    )
    yield Text(runs_of(say.summary(late, now, texts)))
    if listed.duties:
        yield table(listed.duties, listed.day, texts)


def table(duties: Sequence[Duty], day: date, texts: Texts) -> Grouped:
    """Return what is to be done as a table: the late first, each group below its heading."""
    groups = tuple(
        (say.standing(stands, texts), tuple(row(each, day, texts) for each in found))
        for stands in Standing
        if (found := [each for each in duties if each.standing(day) is stands])
    )
    return Grouped(head(texts), groups, widths=WIDTHS, titled=True)


def head(texts: Texts) -> tuple[str, ...]:
    """Return what heads the columns."""
    return (
        texts.pgettext("column", "What is to be done"),
        texts.pgettext("column", "Day"),
        texts.pgettext("column", "Stands"),
    )


def row(duty: Duty, day: date, texts: Texts) -> tuple[str, ...]:
    """Return what is to be done as a row: what with all around it, on which day, and how long is left."""
    return (
        "\n".join(filter(None, (say.title(duty, texts), say.around(duty, texts, day)))),
        plan_words.near(duty.day, day, texts),
        say.time_left(duty, texts, day),
    )
