"""A letter to those who are seldom there: what has been, and a plain request for somebody who can come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import attendance_words as say
from klubban.documents.front_page import row
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Facts, Heading, Quiet, Signature, Signatures
from klubban.documents.wording import capital, enumerated, small
from klubban.domain.chronic import answer_by
from klubban.domain.text import Bullets, Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Body, Organisation, Person
    from klubban.domain.chronic import Missing
    from klubban.i18n import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """From whom and when a letter is."""

    organisation: Organisation
    body: Body
    day: date
    chair: str = ""
    """Who signs, with party or title; a line without a name where nobody has the seat."""
    contact: Person | None = None
    """The secretary, who answers questions."""
    next_meeting: date | None = None
    """The next meeting that is planned, before which an answer is asked for."""


def build(missing: Missing, sender: Sender) -> Document:
    """Return the letter in the sender's language."""
    texts = texts_of(sender.organisation.language)
    kind, day = texts.gettext("Letter"), sender.day.isoformat()
    return issued(
        sender.organisation,
        f"{_subject(missing, sender, texts)}, {day}",
        _nodes(missing, sender, texts),
        whose=sender.body.name,
        kind=kind,
        dated=day,
        date=sender.day,
    )


def _nodes(missing: Missing, sender: Sender, texts: Texts) -> Iterator[Node]:
    yield Heading(1, _subject(missing, sender, texts))
    yield Quiet(texts.date(sender.day))
    organisation = sender.organisation
    yield Facts(
        (
            row(texts.gettext("Recipient"), recipient(missing, texts)),
            row(texts.pgettext("of a letter", "From"), organisation.name, organisation.address or ""),
        )
    )
    for paragraph in (_seat(missing, sender, texts), _count(missing, sender, texts)):
        yield Text(runs_of(paragraph))
    if missing.missed:
        yield Text(runs_of(_missed(missing, texts)))
        yield Bullets(tuple(runs_of(texts.date(day)) for day in missing.missed))
    wishes = texts.gettext("Yours sincerely")
    for paragraph in (_request(missing, sender, texts), _closing(sender, texts), wishes):
        yield Text(runs_of(paragraph))
    yield Signatures((Signature(texts.gettext("Chair"), sender.chair),))


def signed_by(chair: Person, party: str | None) -> str:
    """Return who signs, as letters are signed: `Åsa Wennergren (S)`, `Nils Hallonsten, kommunpolis`."""
    party = chair.party or party
    if party:
        return f"{chair.name} ({party})"
    return f"{chair.name}, {small(chair.title)}" if chair.title else chair.name


def recipient(missing: Missing, texts: Texts) -> str:
    """Return to whom the letter goes: the organisation, else the party's group, else the person."""
    if missing.organisation:
        return missing.organisation
    if missing.party:
        return texts.gettext("The group of {party}").format(party=missing.party)
    return _names(missing, texts)


def _names(missing: Missing, texts: Texts) -> str:
    return enumerated([person.name for person in missing.people], texts)


def _subject(missing: Missing, sender: Sender, texts: Texts) -> str:
    if missing.organisation:
        template = texts.gettext("Request for another representative in {body}")
    else:
        template = texts.gettext("Attendance in {body}")
    return template.format(body=small(sender.body.name))


def _seat(missing: Missing, sender: Sender, texts: Texts) -> str:
    body = small(sender.body.name)
    facts = {"names": _names(missing, texts), "body": body, "of": recipient(missing, texts)}
    if missing.organisation:
        return texts.gettext("{of} is represented in {body} by {names}.").format(**facts)
    if missing.party:
        return texts.gettext("{names} ({of}) is a member of {body}.").format(**{**facts, "of": missing.party})
    return texts.gettext("You are a member of {body}.").format(**facts)


def _count(missing: Missing, sender: Sender, texts: Texts) -> str:
    """Return how many meetings were held from the first to the last, and how many were attended."""
    days = [day for day, _there in missing.meetings]
    held = texts.ngettext(
        "{body} met once, on {days}.", "{body} met {count} times in the period {days}.", missing.held
    )
    between = say.period(days[0], days[-1], texts)
    told = held.format(body=capital(sender.body.name), count=missing.held, days=between)
    return f"{told} {_attended(missing, texts)}"


def _attended(missing: Missing, texts: Texts) -> str:
    count, names = len(missing.attended), _names(missing, texts)
    days = enumerated([texts.date(day) for day in missing.attended], texts)
    if missing.organisation and missing.represented:
        told = _in_part(count, texts)
    elif missing.organisation:
        told = _represented(count, texts)
    elif missing.party:
        told = _present(count, texts)
    else:
        told = _you_present(count, texts)
    return told.format(who=names, count=count, days=days)


def _in_part(count: int, texts: Texts) -> str:
    if not count:
        return texts.gettext(
            "{who} was not present at any of the meetings; you were represented by somebody else."
        )
    return texts.gettext(
        "{who} was present at {count} of the meetings; at others you were represented by somebody else."
    )


def _represented(count: int, texts: Texts) -> str:
    if not count:
        return texts.gettext("You were not represented at any of the meetings.")
    return texts.gettext("You were represented at {count} of the meetings: {days}.")


def _present(count: int, texts: Texts) -> str:
    if not count:
        return texts.gettext("{who} was not present at any of the meetings.")
    return texts.gettext("{who} was present at {count} of the meetings: {days}.")


def _you_present(count: int, texts: Texts) -> str:
    if not count:
        return texts.gettext("You were not present at any of the meetings.")
    return texts.gettext("You were present at {count} of the meetings: {days}.")


def _missed(missing: Missing, texts: Texts) -> str:
    if missing.organisation and not missing.represented:
        return texts.gettext("Meetings at which you were not represented:")
    return texts.gettext("Meetings missed:")


def _request(missing: Missing, sender: Sender, texts: Texts) -> str:
    body = small(sender.body.name)
    if missing.organisation:
        template = texts.gettext(
            "The work of {body} rests on all who have a seat in it taking part. We therefore ask you to"
            " appoint another representative who can come to the meetings, and gladly an alternate too."
        )
    elif missing.party:
        template = texts.gettext(
            "The work of {body} rests on all who have a seat in it taking part. We therefore ask you to"
            " take up with the member whether the office can be carried out, or should be left to another."
        )
    else:
        template = texts.gettext(
            "The work of {body} rests on all who have a seat in it taking part. We therefore ask you to"
            " tell us whether you can carry out the office, or wish to leave it to another."
        )
    return template.format(body=body)


def _closing(sender: Sender, texts: Texts) -> str:
    answer = texts.gettext("Please answer before the next meeting.")
    by = answer_by(sender.day, sender.next_meeting)
    if by and sender.next_meeting:
        line = texts.gettext("Please answer by {date}, before the next meeting on {meeting}.")
        answer = line.format(date=texts.date(by), meeting=texts.date(sender.next_meeting))
    contact = sender.contact
    if contact is None:
        return answer
    ways = ", ".join(part for part in (contact.name, contact.email, contact.phone) if part)
    return f"{answer} " + texts.gettext("Questions are answered by the secretary, {contact}.").format(
        contact=ways
    )
