"""The report of a walk: when and where, who took part, what was seen, with pictures, and what it led to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klubban.documents import assignment_list, assignment_words, wording
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Facts, Heading, Names, Quiet
from klubban.domain.text import Run, Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from klubban.documents.tree import Node, Photo
    from klubban.domain.body import Body, Organisation
    from klubban.domain.undertaken import Undertaken
    from klubban.domain.walk import Observation, Walk
    from klubban.i18n import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """A walk of a body, and what became of what was seen, as of a day."""

    organisation: Organisation
    body: Body
    walk: Walk
    day: date
    photos: Mapping[int, Photo] = field(default_factory=dict)
    """By observation."""
    led_to: Mapping[int, Undertaken] = field(default_factory=dict)
    """By assignment."""
    reported: str = ""
    """At which meeting and paragraph it was reported."""


def build(walked: Walked) -> Document:
    """Return the report in the organisation's language."""
    texts, walk = texts_of(walked.organisation.language), walked.walk
    kind = texts.gettext("Safety walk")
    return issued(
        walked.organisation,
        f"{walk.title} {walk.day.isoformat()}",
        _nodes(walked, kind, texts),
        whose=walked.body.name,
        kind=kind,
        dated=walk.day.isoformat(),
        date=walk.day,
    )


def _nodes(walked: Walked, kind: str, texts: Texts) -> Iterator[Node]:
    walk = walked.walk
    yield Heading(1, walk.title)
    day = wording.long_date(walk.day, texts)
    named = walk.title.casefold().startswith(kind.casefold())
    yield Quiet(wording.capital(day) if named else f"{kind}, {day}")
    rows = tuple(_facts(walked, texts))
    if rows:
        yield Facts(rows)
    yield from walk.text
    yield Heading(2, texts.pgettext("heading", "Observations"))
    yield Text(runs_of(summary(walk, texts)))
    for number, seen in enumerate(walk.observations, 1):
        yield from _seen(number, seen, walked, texts)


def _facts(walked: Walked, texts: Texts) -> Iterator[tuple[str, tuple[Text | Names, ...]]]:
    walk = walked.walk
    if walk.place:
        yield texts.gettext("Place"), (Text(runs_of(walk.place)),)
    if walk.led_by:
        yield texts.pgettext("walk", "Led by"), (Text(runs_of(walk.led_by)),)
    if walk.taking_part:
        yield texts.pgettext("walk", "Taking part"), (Names(walk.taking_part),)
    if walked.reported:
        yield texts.gettext("Reported at"), (Text(runs_of(walked.reported)),)


def summary(walk: Walk, texts: Texts) -> str:
    """Return how much was seen, and how much of it led to something or is still to be settled."""
    count = len(walk.observations)
    if not count:
        return texts.gettext("Nothing was noted.")
    line = texts.ngettext("{count} observation.", "{count} observations.", count)
    parts = [line.format(count=count)]
    led = sum(each.assignment is not None for each in walk.observations)
    if led:
        line = texts.ngettext("{count} led to an assignment.", "{count} led to assignments.", led)
        parts.append(line.format(count=led))
    waiting = sum(not each.is_settled for each in walk.observations)
    if waiting:
        line = texts.ngettext("{count} is still to be settled.", "{count} are still to be settled.", waiting)
        parts.append(line.format(count=waiting))
    return " ".join(parts)


def _seen(number: int, seen: Observation, walked: Walked, texts: Texts) -> Iterator[Node]:
    place = seen.place or texts.pgettext("heading", "Observation")
    yield Heading(3, f"{number}. {place}")
    yield from (Text(runs_of(part)) for part in seen.text.split("\n") if part.strip())
    if seen.id in walked.photos:
        yield walked.photos[seen.id]
    yield Text(_became(seen, walked, texts))


def _what(one: Undertaken, seen: Observation, texts: Texts) -> str:
    """Return what is to be done; words that stand just above are not said again."""
    if one.assignment.text.removesuffix(".").endswith(" ".join(seen.text.split()).removesuffix(".")):
        return texts.gettext("sees to it")
    return assignment_words.what(one, texts).rstrip(".")


def _became(seen: Observation, walked: Walked, texts: Texts) -> tuple[Run, ...]:
    """Return what became of what was seen: an assignment and how it stands, nothing and why, or not yet."""
    one = walked.led_to.get(seen.assignment or 0)
    if one is not None:
        own = one.assignment
        parts = [_what(one, seen, texts)]
        if own.is_open and own.due_now is not None:
            due = wording.held(texts.date(own.due_now))
            parts.append(texts.pgettext("walk", "to be done by {day}").format(day=due))
        parts.append(wording.small(assignment_list.standing(one, walked.day, texts)))
        return (Run(f"{own.to_now}: ", bold=True), Run(f"{', '.join(parts)}."))
    if seen.nothing_because is not None:
        label = texts.gettext("Leads to nothing")
        return (Run(f"{label}: ", bold=True), Run(f"{seen.nothing_because.rstrip('.')}."))
    return (Run(texts.gettext("Not settled yet."), italic=True),)
