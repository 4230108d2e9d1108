"""The list of assignments: who does what by when, how it stands, and what was last told of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klubban.documents import assignment_words, matter_words, meeting_words, public_words, wording
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Grouped, Heading, Quiet
from klubban.domain.assignment import AssignmentStatus
from klubban.domain.text import Text, plain, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Body, Organisation
    from klubban.domain.meeting import Meeting
    from klubban.domain.undertaken import Undertaken
    from klubban.i18n import Texts

_WIDTHS, _WIDTHS_TOLD = (112.0, 214.0, 60.0), (98.0, 136.0, 58.0)
"""Of the columns but for how it stands, which has one word; the latter where more is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """What is listed: given at a meeting and still open from before, or all that a body has open."""

    organisation: Organisation
    body: Body
    day: date
    """The day from which lateness is counted."""
    meeting: Meeting | None = None
    given: tuple[Undertaken, ...] = ()
    """At the meeting."""
    waiting: tuple[Undertaken, ...] = ()
    """Open from before, or with no meeting all that is open."""
    bodies: Mapping[int, str] = field(default_factory=dict)
    """What bodies are called, by their ids."""
    left_out: bool | None = None
    """Of a public version: whether something is left out."""


def build(assigned: Assigned) -> Document:
    """Return the list in the organisation's language."""
    texts = texts_of(assigned.organisation.language)
    kind = texts.gettext("List of assignments")
    day = (assigned.meeting.date if assigned.meeting else assigned.day).isoformat()
    public = assigned.left_out is not None
    if public:
        kind = public_words.public_kind(kind, texts)
    made = issued(
        assigned.organisation,
        f"{kind}, {assigned.body.name} {day}",
        _nodes(assigned, texts.gettext("List of assignments"), texts),
        whose=assigned.body.name,
        kind=kind,
        dated=day,
        date=assigned.meeting.last_day if assigned.meeting else assigned.day,
    )
    return public_words.told_of(made, texts, left_out=bool(assigned.left_out)) if public else made


def _nodes(assigned: Assigned, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    told = texts.gettext("{body}, as of {day}").format(body=assigned.body.name, day=texts.date(assigned.day))
    yield Quiet(meeting_words.named(assigned.meeting, texts) if assigned.meeting else told)
    yield Text(runs_of(_summary(assigned, texts)))
    groups = _groups(assigned, texts)
    if groups:
        head = (
            texts.gettext("Responsible"),
            texts.pgettext("column", "Assignment"),
            texts.pgettext("column", "Done by"),
            texts.pgettext("column", "How it stands"),
        )
        more = any(" " in row[-1] for _, rows in groups for row in rows)
        yield Grouped(head, groups, widths=_WIDTHS_TOLD if more else _WIDTHS, titled=True)


def _summary(assigned: Assigned, texts: Texts) -> str:
    late = sum(one.days_late(assigned.day) > 0 for one in (*assigned.given, *assigned.waiting))
    waits = len(assigned.waiting)
    parts = []
    if assigned.meeting:
        count = len(assigned.given)
        given = texts.ngettext(
            "{count} assignment was given at the meeting.",
            "{count} assignments were given at the meeting.",
            count,
        )
        parts.append(given.format(count=count) if count else texts.gettext("No assignments were given."))
    open_ones = texts.ngettext("{count} assignment is open.", "{count} assignments are open.", waits)
    if assigned.meeting:
        open_ones = texts.ngettext("{count} is open from before.", "{count} are open from before.", waits)
    if waits or not assigned.meeting:
        parts.append(open_ones.format(count=waits) if waits else texts.gettext("No assignments are open."))
    if late:
        told = texts.ngettext("{count} of them is late.", "{count} of them are late.", late)
        parts.append(told.format(count=late))
    return " ".join(parts)


def _groups(assigned: Assigned, texts: Texts) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    named = assigned.meeting is not None
    groups = (
        (texts.gettext("Given at the meeting"), assigned.given),
        (texts.gettext("Open from before") if named else "", assigned.waiting),
    )
    return tuple((title, _rows(found, assigned, texts)) for title, found in groups if found)


def _rows(found: Sequence[Undertaken], assigned: Assigned, texts: Texts) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            "\n".join(filter(None, (str(one.assignment.to_now), _given(one, assigned.body)))),
            assignment_words.what(one, texts),
            due(one),
            "\n".join((standing(one, assigned.day, texts), *told(one, assigned.bodies, texts))),
        )
        for one in found
    )


def due(one: Undertaken) -> str:
    """Return by when an assignment is to be done now, as a column has it."""
    day = one.assignment.due_now
    return day.isoformat() if day else "–"


def told(one: Undertaken, bodies: Mapping[int, str], texts: Texts) -> tuple[str, ...]:
    """Return what should be known of an assignment beside how late it is: stuck, moved, who answered what."""
    shown = one.shown()
    *before, report = (*_told(shown, bodies, texts), _latest(shown, texts))
    return tuple(filter(None, (*(line.removesuffix(".") for line in before), report)))


def _told(one: Undertaken, bodies: Mapping[int, str], texts: Texts) -> Iterator[str]:
    if one.is_unanswered:
        yield assignment_words.silence(one.meetings_without_answer, texts)
    if one.owner_left is not None:
        line = texts.gettext("Left on {day}; somebody must take over.")
        yield line.format(day=one.owner_left.isoformat())
    own = one.assignment
    if own.stuck is not None:
        yield assignment_words.stuck(own.stuck, bodies, texts)
    if own.is_open and own.due_now != own.due:
        was = own.due.isoformat() if own.due else texts.gettext("no day")
        yield texts.gettext("Moved; the day was {day}.").format(day=was)
    if own.is_open and own.to_now != own.to:
        yield texts.gettext("Handed over by {name}.").format(name=own.to)
    if own.cost:
        yield texts.gettext("At the cost of {name}.").format(name=own.cost)


def _latest(one: Undertaken, texts: Texts) -> str:
    """Return the latest report, with its day."""
    last = one.latest
    if last is None:
        return ""
    words = " ".join(plain(last.text).split())
    return texts.gettext("{day}: {report}").format(day=last.date.isoformat(), report=words)


def _given(one: Undertaken, body: Body) -> str:
    """Return `2016-02-22, § 19`."""
    year = one.on.year if one.on and body.rules.number_with_year else None
    on = one.on.isoformat() if one.on else ""
    number = wording.number_sign(one.number, year) if one.number is not None else ""
    return ", ".join(part for part in (on, number) if part)


def standing(one: Undertaken, day: date, texts: Texts) -> str:
    """Return how an assignment stands on a day, in words: `Pågår, 12 dagar över tiden`."""
    if one.assignment.status is AssignmentStatus.DONE:
        return texts.pgettext("assignment", "Done")
    if one.assignment.status is AssignmentStatus.CANCELLED:
        return texts.pgettext("assignment", "Cancelled")
    going_on = texts.pgettext("assignment", "Open")
    late = one.days_late(day)
    return f"{going_on}, {matter_words.time_left(-late, texts)}" if late else going_on
