"""The hand-over (överlämning) to whoever takes the secretary's chair: how each body works, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import hand_over_house, hand_over_open, terms
from klubban.documents.issued import issued
from klubban.documents.tree import Contents, Document, Heading, PageBreak, Quiet
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from klubban.documents.hand_over_house import House
    from klubban.documents.hand_over_open import Open, Part
    from klubban.documents.terms import Terms
    from klubban.documents.tree import Node
    from klubban.domain.body import Organisation
    from klubban.i18n import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class OfBody:
    """One body: what it is, how it is used to work, and what it has open."""

    terms: Terms
    open: Open


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """What is handed over on a day, of one body or of all."""

    organisation: Organisation
    day: date
    bodies: tuple[OfBody, ...]
    house: House
    """What is the same for all bodies."""


def build(handed: HandOver) -> Document:
    """Return the hand-over in the organisation's language. It is for the secretary alone, never published.

    Of what is confidential it has numbers and neutral titles.
    """
    texts = texts_of(handed.organisation.language)
    kind = texts.gettext("Hand-over")
    of_body = handed.bodies[0].terms.body.name if len(handed.bodies) == 1 else ""
    whose = of_body or handed.organisation.name
    return issued(
        handed.organisation,
        f"{kind}, {whose} {handed.day.isoformat()}",
        _nodes(handed, f"{kind}: {whose}", texts),
        whose=of_body,
        kind=kind,
        dated=handed.day.isoformat(),
        date=handed.day,
    )


def _nodes(handed: HandOver, title: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, title)
    yield Quiet(texts.gettext("As of {day}").format(day=texts.date(handed.day)))
    yield Text(runs_of(_what_it_is(handed, texts)))
    if len(handed.bodies) == 1:
        yield from _parts(_of_body(handed.bodies[0], handed.day, texts))
        yield from _parts(hand_over_house.parts(handed.house, texts))
        return
    same = Heading(2, texts.gettext("The same for all bodies"), raised=True)
    chapters = tuple(Heading(2, each.terms.body.name, raised=True) for each in handed.bodies)
    yield Contents(((texts.pgettext("of a bundle", "Contents"), (*chapters, same)),))
    for heading, each in zip(chapters, handed.bodies, strict=True):
        yield PageBreak()
        yield heading
        yield from _parts(_of_body(each, handed.day, texts), below=True)
    yield PageBreak()
    yield same
    yield from _parts(hand_over_house.parts(handed.house, texts), below=True)


def _what_it_is(handed: HandOver, texts: Texts) -> str:
    matters = len({each.matter.id for one in handed.bodies for each in one.open.matters})
    given = {each.assignment.id for one in handed.bodies for each in one.open.assignments}
    late = {
        each.assignment.id
        for one in handed.bodies
        for each in one.open.assignments
        if each.days_late(handed.day)
    }
    needed = texts.gettext(
        "What whoever takes over needs to go on: all that is open, and how each body works."
    )
    if len(handed.bodies) == 1:
        needed = texts.gettext(
            "What whoever takes over needs to go on: all that is open, and how the body works."
        )
    said = (
        needed,
        texts.ngettext("{count} matter is open.", "{count} matters are open.", matters).format(count=matters),
        texts.ngettext("{count} assignment is open.", "{count} assignments are open.", len(given)).format(
            count=len(given)
        ),
        texts.ngettext("{count} of them is late.", "{count} of them are late.", len(late)).format(
            count=len(late)
        )
        if late
        else "",
    )
    return " ".join(filter(None, said))


def _of_body(one: OfBody, day: date, texts: Texts) -> Iterator[Part]:
    """Walk what is open first, and then how the body works."""
    yield from hand_over_open.parts(one.open, day, texts)
    yield from hand_over_house.habits(one.open, texts)
    yield from terms.parts(one.terms, texts)


def _parts(found: Iterable[Part], *, below: bool = False) -> Iterator[Node]:
    """Walk parts with their headings; of a chapter those that are below its own."""
    for name, nodes in found:
        yield Heading(3, name, raised=True) if below else Heading(2, name)
        yield from nodes
