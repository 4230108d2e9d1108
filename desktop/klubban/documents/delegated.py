"""The list of decisions by delegation, as it is reported: the urgent ones apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import matter_words as say
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Grouped, Heading, Quiet
from klubban.documents.wording import held
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.agenda import Delegated
    from klubban.domain.body import Body, Organisation
    from klubban.i18n import Texts

_WIDTHS = (168.0, 96.0, 110.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What is listed: a body's decisions by delegation, and where they are reported."""

    organisation: Organisation
    body: Body
    decisions: tuple[Delegated, ...]
    day: date
    """The meeting's, or the day of the list where it is reported at none yet."""
    at_meeting: bool = False


def build(reported: Reported) -> Document:
    """Return the list in the organisation's language."""
    texts = texts_of(reported.organisation.language)
    kind = texts.gettext("List of delegated decisions")
    return issued(
        reported.organisation,
        f"{kind}, {reported.body.name} {reported.day.isoformat()}",
        _nodes(reported, kind, texts),
        whose=reported.body.name,
        kind=kind,
        dated=reported.day.isoformat(),
        date=reported.day,
    )


def _nodes(reported: Reported, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    told = texts.gettext("Reported to {body} on {day}") if reported.at_meeting else "{body}, {day}"
    body = say.small_name(reported.body.name) if reported.at_meeting else reported.body.name
    yield Quiet(told.format(body=body, day=texts.date(reported.day)))
    yield Text(runs_of(_summary(reported.decisions, texts)))
    if any(each.urgent for each in reported.decisions):
        yield Grouped(_head(texts), tuple(_groups(reported.decisions, texts)), widths=_WIDTHS, titled=True)
    elif reported.decisions:
        yield Grouped(_head(texts), (("", _rows(reported.decisions, texts)),), widths=_WIDTHS, titled=True)


def _summary(decisions: Sequence[Delegated], texts: Texts) -> str:
    if not decisions:
        return texts.gettext("No delegated decisions to report.")
    count = len(decisions)
    days = say.span([each.on for each in decisions if each.on], texts)
    if not days:
        return texts.ngettext("{count} decision", "{count} decisions", count).format(count=count) + "."
    told = texts.ngettext("{count} decision, taken {days}.", "{count} decisions, taken {days}.", count)
    return told.format(count=count, days=days)


def _head(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext("Decision"),
        texts.gettext("Date"),
        texts.gettext("Delegate"),
        texts.pgettext("column", "Point"),
    )


def _groups(
    decisions: Sequence[Delegated], texts: Texts
) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    urgent = [each for each in decisions if each.urgent]
    others = [each for each in decisions if not each.urgent]
    if urgent:
        yield (
            texts.gettext("Urgent decisions (chapter 6, section 39 of the Local Government Act)"),
            _rows(urgent, texts),
        )
    if others:
        yield texts.gettext("Other decisions"), _rows(others, texts)


def _rows(decisions: Sequence[Delegated], texts: Texts) -> tuple[tuple[str, ...], ...]:
    ordered = sorted(decisions, key=lambda each: (each.on is None, each.on))
    return tuple(
        (
            "\n".join(filter(None, (each.title, held(each.registry_number or "")))),
            held(texts.date(each.on)) if each.on else "",
            each.by or "",
            each.basis or "",
        )
        for each in ordered
    )
