"""The terms of reference of a body (uppdragsbeskrivning): what it is for, who is in it, and how it works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from klubban.documents import terms_members, terms_rules, wording
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Heading, Node, Quiet
from klubban.domain.body import Body, Invited, MeetingType, Organisation, Person, Seat, SeatRole
from klubban.domain.rules import BodyKind
from klubban.domain.text import Bullets, Text, from_plain, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from klubban.i18n import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A body with what its terms of reference name."""

    organisation: Organisation
    body: Body
    bodies: Mapping[int, Body]
    people: Mapping[int, Person]
    seats: Sequence[Seat]
    """The seats of the body, past and coming too."""
    day: date
    """The day as of which they hold."""


def build(terms: Terms) -> Document:
    """Return the terms of reference in the organisation's language."""
    texts = texts_of(terms.organisation.language)
    kind, name = texts.gettext("Terms of reference"), terms.body.name
    return issued(
        terms.organisation,
        f"{kind}, {name} {terms.day.isoformat()}",
        _nodes(terms, kind, texts),
        whose=name,
        kind=kind,
        dated=terms.day.isoformat(),
        date=terms.day,
    )


def _nodes(terms: Terms, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, terms.body.name)
    as_of = texts.gettext("{kind}, as of {date}")
    yield Quiet(as_of.format(kind=kind, date=texts.date(terms.day)))
    for title, nodes in parts(terms, texts):
        yield Heading(2, title)
        yield from nodes


def parts(terms: Terms, texts: Texts) -> Iterator[tuple[str, list[Node]]]:
    """Walk the parts that say anything, each with its heading."""
    body = terms.body
    found: tuple[tuple[str, Iterable[Node]], ...] = (
        (texts.pgettext("terms of reference", "Purpose"), _purpose(terms, texts)),
        (texts.pgettext("terms of reference", "Mandate"), _mandate(terms, texts)),
        (texts.gettext("Presiding over the body"), _text(terms_members.presiding(terms, texts))),
        (texts.gettext("Composition"), terms_members.members(terms, texts)),
        (texts.pgettext("terms of reference", "Meetings"), _meetings(terms, texts)),
        (texts.gettext("Quorum"), _text(terms_rules.enough(body, texts))),
        (texts.gettext("Alternates"), _alternates(terms, texts)),
        (texts.gettext("Protocol and verification"), _text(terms_rules.record(body, texts))),
    )
    for title, made in found:
        nodes = list(made)
        if nodes:
            yield title, nodes


def _text(sentences: Iterable[str]) -> Iterator[Text]:
    """Return sentences as one running text, if there are any."""
    said = " ".join(sentences)
    if said:
        yield Text(runs_of(said))


def _purpose(terms: Terms, texts: Texts) -> Iterator[Node]:
    yield from _text([_what(terms, texts)])
    yield from from_plain(terms.body.purpose or "")


def _what(terms: Terms, texts: Texts) -> str:
    """Return what sort of body it is: `Brottsförebyggande rådet är ett råd`."""
    line = {
        BodyKind.ASSEMBLY: texts.gettext("{body} is the assembly of {organisation}."),
        BodyKind.COMMITTEE: texts.gettext("{body} is a committee of {organisation}."),
        BodyKind.SUBCOMMITTEE: texts.gettext("{body} is a subcommittee of {organisation}."),
        BodyKind.COUNCIL: texts.gettext("{body} is an advisory council of {organisation}."),
        BodyKind.FORUM: texts.gettext("{body} is a forum of officials in {organisation}."),
        BodyKind.GROUP: texts.gettext("{body} is a working group in {organisation}."),
    }[terms.body.kind]
    return line.format(body=terms.body.name, organisation=terms.organisation.name)


def _mandate(terms: Terms, texts: Texts) -> Iterator[Node]:
    yield from from_plain(terms.body.mandate or "")
    told = terms.body.mandate and not terms.body.rules.appealable
    sentences = [] if told else [terms_rules.authority(terms.body, texts)]
    sentences += _above(terms, texts)
    yield from _text(sentences)
    yield from _text(_review(terms, texts))


def _above(terms: Terms, texts: Texts) -> Iterator[str]:
    """Walk the sentences that say whom it reports to, and where it belongs if that is elsewhere."""
    parent = terms.bodies.get(terms.body.parent or 0)
    hears = terms.bodies.get(terms.body.reports_to or 0) or parent
    if parent and parent != hears:
        line = texts.gettext("It belongs to {parent}.")
        yield line.format(parent=wording.small(parent.name))
    if hears:
        line = texts.gettext("It reports to {parent}.")
        yield line.format(parent=wording.small(hears.name))


def _meetings(terms: Terms, texts: Texts) -> Iterator[Node]:
    yield from _text(terms_rules.summons(terms.body, texts))
    types = [_meeting_type(terms, each, texts) for each in terms.body.meeting_types]
    if types:
        yield Text(runs_of(texts.gettext("These are its meetings:")))
        yield Bullets(tuple(map(runs_of, types)))


def _meeting_type(terms: Terms, one: MeetingType, texts: Texts) -> str:
    """Return `Stormöte, 2 gånger om året; till det bjuds även kommunstyrelsen in`."""
    parts = [one.name]
    if one.per_year:
        often = texts.ngettext("once a year", "{count} times a year", one.per_year)
        parts.append(often.format(count=one.per_year))
    said = ", ".join(parts)
    names = [name for each in one.invited if (name := _guest(terms, each))]
    if names:
        also = texts.gettext("{meeting}. Invited: {names}")
        said = also.format(meeting=said, names=wording.enumerated(names, texts))
    return f"{said}."


def _guest(terms: Terms, one: Invited) -> str:
    person, body = terms.people.get(one.person or 0), terms.bodies.get(one.body or 0)
    if person:
        return terms_members.named(person)
    return wording.small(body.name) if body else one.name or ""


def _alternates(terms: Terms, texts: Texts) -> Iterator[Node]:
    elected = any(seat.role is SeatRole.ALTERNATE and seat.covers(terms.day) for seat in terms.seats)
    yield from _text(terms_rules.stepping_in(terms.body, texts, elected=elected))
    chains = list(terms_rules.chains(terms.body, texts))
    if chains:
        yield Text(runs_of(texts.gettext("The parties’ alternates are called in this order:")))
        yield Bullets(tuple(map(runs_of, chains)))


def _review(terms: Terms, texts: Texts) -> Iterator[str]:
    day = terms.body.review_date
    if day:
        line = texts.gettext("Purpose and mandate are to be reviewed by {date}.")
        if day < terms.day:
            line = texts.gettext("Purpose and mandate should have been reviewed by {date}.")
        yield line.format(date=texts.date(day))
