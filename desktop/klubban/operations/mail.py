"""A draft of the mail that calls to a meeting: to whom, what it says, and what goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from klubban.domain.body import Invited, Seat
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting
from klubban.domain.sendings import news
from klubban.exchange import mail
from klubban.exchange.mail import Attached, Recipient
from klubban.i18n import N_, Texts, texts
from klubban.operations.file_names import stem_of_meeting
from klubban.operations.files import write_file
from klubban.operations.receipts import receipt_to
from klubban.store import reads
from klubban.store.database import Database

LARGEST = 25 << 20
"""Bytes that go with a mail; most servers refuse more."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """Who is called to a meeting, alternates too (KL 5 kap. 15 §, 6 kap. 17 §), and who cannot be by mail."""

    recipients: tuple[Recipient, ...]
    unreachable: tuple[str, ...]
    """Those without an address that a mail could be sent to, by name."""


def distribution(database: Database, meeting_id: int) -> Distribution:
    """Return everybody with a seat on the day of a meeting, those invited, and who is called besides."""
    return _distribution(database, _meeting(database, meeting_id))


def _meeting(database: Database, meeting_id: int) -> Meeting:
    with database.read() as read:
        return reads.meeting(read, meeting_id)


def _distribution(database: Database, meeting: Meeting) -> Distribution:
    with database.read() as read:
        people = {person.id: person for person in reads.people(read)}
        seats = reads.seats(read)
    found: dict[str, Recipient] = {}
    unreachable: dict[str, None] = {}
    for id_ in dict.fromkeys(called(meeting, seats)):
        person = people[id_]
        if person.email is not None and mail.is_address(person.email):
            found.setdefault(person.email.casefold(), Recipient(person.name, person.email))
        else:
            unreachable[person.name] = None
    for words in (*offices(meeting), *meeting.body.distribution):
        known = mail.recipient(words)
        if known is not None:
            found.setdefault(known.address.casefold(), known)
        else:
            unreachable[words] = None
    return Distribution(tuple(found.values()), tuple(unreachable))


def called(meeting: Meeting, seats: Sequence[Seat]) -> Iterator[int]:
    """Walk the persons who are called, some of them twice."""
    bodies = [meeting.body.id, *(each.body for each in _invited(meeting) if each.body is not None)]
    for body in bodies:
        for seat in seats:
            if seat.body == body and seat.person is not None and seat.covers(meeting.date):
                yield seat.person
    yield from (each.person for each in _invited(meeting) if each.person is not None)


def _invited(meeting: Meeting) -> Iterator[Invited]:
    for kind in meeting.body.meeting_types:
        if kind.name == meeting.type:
            yield from kind.invited


def offices(meeting: Meeting) -> Iterator[str]:
    """Walk those who are called by an office alone."""
    return (
        each.name for each in _invited(meeting) if each.name and each.person is None and each.body is None
    )


def draft(database: Database, meeting_id: int, attached: Sequence[Attached]) -> bytes:
    """Return the draft; `attached` must hold nothing confidential, and neither says the text.

    Raises RuleBroken when nobody can be reached, or what goes with it is too large to be mailed.
    """
    return _draft(database, _meeting(database, meeting_id), attached)


def recipients(database: Database, meeting: Meeting) -> tuple[Recipient, ...]:
    """Return those called to a meeting who can be reached by mail; raises RuleBroken when nobody can."""
    found = _distribution(database, meeting).recipients
    if not found:
        raise RuleBroken("Nobody who is called to the meeting has an e-mail address")
    return found


def _draft(database: Database, meeting: Meeting, attached: Sequence[Attached]) -> bytes:
    called = recipients(database, meeting)
    size = sum(len(each.data) for each in attached)
    if size > LARGEST:
        raise RuleBroken(
            N_(
                "What goes with the mail is {size} MB, and {limit} MB is the most that servers take; split it"
            ),
            size=-(-size >> 20),
            limit=LARGEST >> 20,
        )
    words = texts(meeting.organisation.language)
    return mail.draft(
        _subject(meeting, words),
        "\n".join(_text(meeting, words)),
        called,
        attached,
        receipt=receipt_to(database, meeting),
    )


def write_draft(database: Database, meeting_id: int, attached: Sequence[Attached], folder: Path) -> Path:
    """Write the draft into a folder, and return its path; raises RuleBroken and Trouble."""
    meeting = _meeting(database, meeting_id)
    name = texts(meeting.organisation.language).pgettext("file name", "mail")
    path = folder / f"{stem_of_meeting(database, meeting)}-{name}.eml"
    write_file(path, _draft(database, meeting, attached))
    return path


def _subject(meeting: Meeting, words: Texts) -> str:
    day = words.date(meeting.date)
    if meeting.cancelled_on is not None:
        line = words.gettext("Cancelled: {body}, {date}")
    elif _moved(meeting):
        line = words.gettext("New time: {body}, {date}")
    elif meeting.sendings and meeting.sendings[-1].number:
        line = words.gettext("Supplement {number} to the summons: {body}, {date}")
        if not meeting.body.rules.protocol:
            line = words.gettext("Supplement {number} to the invitation: {body}, {date}")
    elif meeting.body.rules.protocol:
        line = words.gettext("Summons: {body}, {date}")
    else:
        line = words.gettext("Invitation: {body}, {date}")
    number = meeting.sendings[-1].number if meeting.sendings else 0
    return line.format(body=meeting.body.name, date=day, number=number)


def _moved(meeting: Meeting) -> bool:
    """Tell whether the meeting has another time than those called were told, before the latest sending."""
    times = {(each.meeting_date, each.meeting_start) for each in meeting.sendings[-2:]}
    return len(times) > 1 or news(meeting).moved


def _text(meeting: Meeting, words: Texts) -> Iterator[str]:
    days = dict.fromkeys((meeting.date, meeting.last_day))
    day = " – ".join(words.date(each, "EEEE d MMMM y") for each in days)
    if meeting.cancelled_on is not None:
        yield words.gettext("The meeting of {body} on {date} is cancelled.").format(
            body=meeting.body.name, date=day
        )
        if meeting.cancelled_because:
            yield meeting.cancelled_because
        return
    called = words.gettext("You are called to a meeting of {body}.")
    if not meeting.body.rules.protocol:  # nobody is bound to come
        called = words.gettext("You are invited to a meeting of {body}.")
    yield called.format(body=meeting.body.name)
    yield ""
    if meeting.start is not None:
        yield words.gettext("Time: {date}, {time}").format(date=day, time=words.time(meeting.start))
    else:
        yield words.gettext("Day: {date}").format(date=day)
    if meeting.place:
        yield words.gettext("Place: {place}").format(place=meeting.place)
    if meeting.body.absence_to:
        yield words.gettext("Tell of absence to: {whom}").format(whom=meeting.body.absence_to)
    yield ""
    yield words.gettext("The agenda and the documents go with this mail.")
