"""What members and citizens raised and the assembly has not answered, for its list twice a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from klubban.documents import matter_words as say
from klubban.documents.issued import issued
from klubban.documents.tree import Aside, Document, Grouped, Heading, Quiet
from klubban.documents.wording import held
from klubban.domain.meeting import SubmissionKind
from klubban.domain.submissions import of_committees, unanswered
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Organisation
    from klubban.domain.submissions import Raised
    from klubban.i18n import Texts

_WIDTHS = (176.0, 176.0)
_OTHERS = (SubmissionKind.INTERPELLATION, SubmissionKind.QUESTION, SubmissionKind.INITIATIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """All that was raised, and the day on which it is looked at."""

    organisation: Organisation
    raised: tuple[Raised, ...]
    assemblies: tuple[int, ...]
    """Ids of the bodies that are assemblies."""
    day: date


def build(waiting: Waiting) -> Document:
    """Return the list in the organisation's language."""
    texts = texts_of(waiting.organisation.language)
    kind = texts.gettext("Unanswered motions, citizens’ proposals and interpellations")
    return issued(
        waiting.organisation,
        f"{kind} {waiting.day.isoformat()}",
        _nodes(waiting, kind, texts),
        whose="",
        kind=kind,
        dated=waiting.day.isoformat(),
        date=waiting.day,
    )


def _nodes(waiting: Waiting, kind: str, texts: Texts) -> Iterator[Node]:
    committees = of_committees(waiting.raised, waiting.assemblies)
    own = [each for each in waiting.raised if each not in committees]
    yield Heading(1, kind)
    yield Quiet(texts.gettext("As of {day}").format(day=texts.date(waiting.day)))
    yield Text(runs_of(_aim(own, waiting.day, texts)))
    groups = [
        (say.kinds(each, texts), unanswered(own, each))
        for each in (SubmissionKind.MEMBER_MOTION, SubmissionKind.CITIZEN_PROPOSAL, *_OTHERS)
    ]
    if any(found for _title, found in groups):
        yield _table([group for group in groups if group[1]], waiting.day, texts)
    if committees:
        yield from _by_committees(committees, waiting.day, texts)


def _aim(own: Sequence[Raised], day: date, texts: Texts) -> str:
    """Return the aim of the law, and how many miss it."""
    aim = texts.gettext(
        "A motion or a citizens’ proposal is to be prepared so that the assembly can decide within one year"
        " of its being raised, if possible (chapter 5, section 35 of the Local Government Act)."
    )
    watched = unanswered(own, SubmissionKind.MEMBER_MOTION, SubmissionKind.CITIZEN_PROPOSAL)
    if not watched:
        none = texts.gettext("None waits for an answer.")
        return f"{aim} {none}"
    late = sum((each.days_left(day) or 0) < 0 for each in watched)
    waits = texts.ngettext("{count} waits for an answer", "{count} wait for an answer", len(watched))
    if not late:
        told = texts.gettext("{waiting}; none for more than a year.")
    else:
        told = texts.ngettext(
            "{waiting}; {late} of them for more than a year.",
            "{waiting}; {late} of them for more than a year.",
            late,
        )
    return f"{aim} {told.format(waiting=waits.format(count=len(watched)), late=late)}"


def _table(groups: Sequence[tuple[str, Sequence[Raised]]], day: date, texts: Texts) -> Grouped:
    head = (
        texts.pgettext("column", "Matter"),
        texts.pgettext("column", "Where it is"),
        texts.pgettext("column", "Answer by"),
    )
    return Grouped(
        head,
        tuple((title, tuple(_row(each, day, texts) for each in found)) for title, found in groups),
        widths=_WIDTHS,
        titled=True,
    )


def _row(of: Raised, day: date, texts: Texts) -> tuple[str, ...]:
    left = None if of.answer else of.days_left(day)
    beside = ", ".join(filter(None, (of.submission.by, held(of.matter.registry_number or ""))))
    raised = ""
    if of.submission.date:
        raised = texts.gettext("raised on {day}").format(day=held(texts.date(of.submission.date)))
    last = held(texts.date(day + timedelta(days=left))) if left is not None else ""
    return (
        "\n".join(filter(None, (of.matter.title, beside, raised))),
        say.standing(of, day, texts, apart="\n"),
        f"{last}\n{say.time_left(left, texts)}" if left is not None else "",
    )


def _by_committees(found: Sequence[Raised], day: date, texts: Texts) -> Iterator[Node]:
    """Walk what committees decide; they tell the assembly yearly (KL 6 kap. 34 §)."""
    yield Heading(2, texts.gettext("Citizens’ proposals that committees decide"))
    yield Aside(
        texts.gettext(
            "A committee that decides citizens’ proposals tells the assembly at least once a year what it"
            " decided (chapter 6, section 34 of the Local Government Act)."
        )
    )
    open_ones = unanswered(found)
    year = [
        each
        for each in found
        if (given := each.answer) and 0 <= (day - given.day).days <= 366  # noqa: PLR2004 - a year, leap or not
    ]
    groups = [
        (texts.gettext("Not yet decided"), open_ones),
        (texts.gettext("Decided in the last year"), year),
    ]
    if open_ones or year:
        yield _table([group for group in groups if group[1]], day, texts)
