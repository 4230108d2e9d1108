"""What should be looked at before documents of a meeting are published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents.places import line_of, lines_of
from klubban.documents.tree import words as words_in
from klubban.domain.body import Organisation
from klubban.domain.findings import Found, Known, findings, known_of, names_in
from klubban.domain.masking import masked_words
from klubban.i18n import texts
from klubban.operations.export import Kind, prepare
from klubban.store import reads

if TYPE_CHECKING:
    from datetime import date

    from klubban.documents.tree import Document
    from klubban.domain.body import Body, Person, Seat
    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database


def found(
    database: Database,
    meeting_id: int,
    kinds: Sequence[Kind | str] = (Kind.PROTOCOL,),
    *,
    paragraph: int | None = None,
    today: date | None = None,
) -> tuple[Found, ...]:
    """Return what is found in the public versions of documents; of several kinds each thing is told once.

    Raises RuleBroken for what is never public, or is not there.
    """
    made = (
        each.document
        for kind in kinds
        for each in prepare(database, meeting_id, kind, paragraph=paragraph, public=True, today=today)
    )
    return found_in(database, meeting_id, made)


def found_in(database: Database, meeting_id: int, documents: Iterable[Document]) -> tuple[Found, ...]:
    """Return what is found in documents as they are about to be published."""
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
        people = reads.people(read)
        seats = reads.seats(read)
    words = texts(meeting.organisation.language)
    known = _known(meeting, people, seats)
    lines = (line for each in documents for line in lines_of(each, meeting, words))
    return findings(lines, known)


def found_in_lists(database: Database, body_id: int, documents: Iterable[Document]) -> tuple[Found, ...]:
    """Return what is found in documents of a body that are of no meeting; raises LookupError."""
    with database.read() as read:
        organisation = reads.organisation(read) or Organisation(name="")
        body = {each.id: each for each in reads.bodies(read)}[body_id]
        known = _known_to(organisation, body, reads.people(read), reads.seats(read))
    words = texts(organisation.language)
    lines = ((each.running.right[0], text) for each in documents for text in words_in(each))
    return findings((line_of(text, where, None, words) for where, text in lines), known)


def _known(meeting: Meeting, people: Iterable[Person], seats: Iterable[Seat]) -> Known:
    return replace(
        _known_to(meeting.organisation, meeting.body, people, seats),
        masked=tuple(dict.fromkeys((*_hidden(meeting), *_secret(meeting)))),
        authority=frozenset(
            item.id for item in meeting.items if item.exercise_of_authority and not item.confidential
        ),
        without_section=frozenset(
            item.id for item in meeting.items if item.confidential and not item.secrecy
        ),
    )


def _known_to(
    organisation: Organisation, body: Body, people: Iterable[Person], seats: Iterable[Seat]
) -> Known:
    """Return what is no finding, and what is looked for.

    Who has a seat or an office is known by what the registers tell of them; others' addresses are private.
    """
    seated = {seat.person for seat in seats}
    own = (organisation.address, organisation.look.foot, organisation.protocol_kept_at)
    told = (organisation.notice_board, body.absence_to, *body.distribution)
    known = known_of(
        website=organisation.website,
        own=[each for each in (*own, *told) if each],
        people=[(one.email, one.phone) for one in people if one.id in seated or one.title],
    )
    return replace(known, sought=organisation.sought)


def _hidden(meeting: Meeting) -> Iterator[str]:
    """Walk what is masked: each stretch whole, and the names in it."""
    for words in masked_words(meeting.items):
        yield words
        yield from names_in(words)


def _secret(meeting: Meeting) -> Iterator[str]:
    """Walk the titles that are not told in public, names in them, and numbers of what is secret alone.

    A title of one word is what anything may be called.
    """
    told = {item.registered_as for item in meeting.items if not item.confidential}
    for item in meeting.items:
        hidden = item.confidential or item.public_title
        if hidden and item.title != item.public_title and len(item.title.split()) > 1:
            yield item.title
            yield from (each for each in names_in(item.title) if each not in (item.public_title or ""))
        number = item.registered_as
        if item.confidential and number and number not in told:
            yield number
