"""The hand-over (överlämning) to whoever takes the secretary's chair: how each body works, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import hand_over_house, hand_over_open, terms
from klubban.documents.tree import Document, Heading, PageBreak, Quiet, Running
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.hand_over_house import House
    from klubban.documents.hand_over_open import Open
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
    whose = handed.organisation.name if len(handed.bodies) != 1 else handed.bodies[0].terms.body.name
    return Document(
        title=f"{kind}, {whose} {handed.day.isoformat()}",
        author=handed.organisation.name,
        language=texts.tag,
        running=Running(left=(handed.organisation.on_paper, whose), right=(kind, handed.day.isoformat())),
        nodes=tuple(_nodes(handed, f"{kind}: {whose}", texts)),
        date=handed.day,
        look=handed.organisation.look,
        arms=handed.organisation.arms,
    )


def _nodes(handed: HandOver, title: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, title)
    yield Quiet(texts.gettext("As of {day}").format(day=texts.date(handed.day)))
    yield Text(runs_of(_what_it_is(handed, texts)))
    several = len(handed.bodies) > 1
    for place, each in enumerate(handed.bodies):
        if several:
            if place:
                yield PageBreak()
            yield Heading(2, each.terms.body.name)
        yield from _of_body(each, handed.day, 3 if several else 2, texts)
    if several:
        yield PageBreak()
        yield Heading(2, texts.gettext("The same for all bodies"))
    for name, nodes in hand_over_house.parts(handed.house, texts):
        yield Heading(3 if several else 2, name)
        yield from nodes


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
        "What whoever takes over needs to go on: how each body works, and all that is open."
    )
    if len(handed.bodies) == 1:
        needed = texts.gettext(
            "What whoever takes over needs to go on: how the body works, and all that is open."
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


def _of_body(one: OfBody, day: date, level: int, texts: Texts) -> Iterator[Node]:
    for name, nodes in (
        *terms.parts(one.terms, texts),
        *hand_over_house.habits(one.open, texts),
        *hand_over_open.parts(one.open, day, texts),
    ):
        yield Heading(level, name)
        yield from nodes
