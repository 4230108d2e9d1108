"""What goes out of an inquiry: letters and forms as files with a mail draft for each, and reminders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from klubban.documents import inquiry_mail_words as mail_words
from klubban.documents.forms import Form, made
from klubban.domain.address_book import AddressBook
from klubban.domain.body import SeatRole
from klubban.domain.media import Media
from klubban.domain.referral import Inquiry, Referee
from klubban.exchange import mail
from klubban.exchange.mail import Attached, Recipient
from klubban.i18n import N_, texts
from klubban.operations.addressees import book
from klubban.operations.documents import suggested_name
from klubban.operations.files import all_or_none, free_path
from klubban.operations.inquiry_documents import asked, form_of, letter_of, papers_of
from klubban.operations.inquiry_rows import changing
from klubban.operations.mail import LARGEST
from klubban.operations.referees import check_awaited, note_reminded, note_sent, to_send
from klubban.store import attachments, reads
from klubban.store import inquiries as store
from klubban.store.database import Database

if TYPE_CHECKING:
    from klubban.documents.inquiry_words import Asked
    from klubban.domain.body import Person, Seat
    from klubban.operations.export import Prepared

_HTML = "text/html"
_TYPES = {Form.PDF: Media.PDF.value, Form.DOCX: Media.DOCX.value, Form.HTML: _HTML}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What goes to one referee, ready to be set; it needs no database any more."""

    referee: int
    name: str
    email: str | None
    """None for one that no mail reaches, or none may."""
    papers: tuple[tuple[Prepared, Form], ...]
    subject: str
    text: str
    enclosed: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """The same as files."""

    ready: Ready
    files: tuple[tuple[str, bytes], ...]
    """By name, the papers and the draft."""
    too_large: bool = False
    """The papers that go along have no room in the mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What was written, and who is to be reached in another way than by mail."""

    paths: tuple[Path, ...]
    by_hand: tuple[str, ...]
    too_large: tuple[str, ...] = ()
    """Whose mail has no room for the papers that go along, which stand beside it."""


def reached(database: Database, inquiry: Inquiry, day: dt.date) -> dict[int, str]:
    """Return the e-mail address of each referee that has one, by id.

    As said, or else of our own body its secretary's or chair's, a person's, or that of the address list.
    """
    known = book(database)
    with database.read() as read:
        seats, people = reads.seats(read), {each.id: each for each in reads.people(read)}
    found = ((each.id, _address(each, known, seats, people, day)) for each in inquiry.referees)
    return {id_: address for id_, address in found if address is not None}


def _address(
    referee: Referee, known: AddressBook, seats: Sequence[Seat], people: dict[int, Person], day: dt.date
) -> str | None:
    said: list[str | None] = [referee.email]
    if referee.who.person in people:
        said.append(people[referee.who.person].email)
    if referee.body is not None:
        for role in (SeatRole.SECRETARY, SeatRole.CHAIR):
            said += (
                people[seat.person].email
                for seat in seats
                if seat.body == referee.body
                and seat.role is role
                and seat.person in people
                and seat.covers(day)
            )
    said += (each.email for each in known.find(referee.who.name))
    return next((each for each in said if mail.is_address(each)), None)


def prepare_papers(
    database: Database, inquiry_id: int, day: dt.date, referee_ids: Iterable[int] | None = None
) -> list[Ready]:
    """Return letter and form for each whom it was not sent to yet, or for some of them.

    What is confidential goes by no mail. Raises RuleBroken as `referees.send` does, LookupError.
    """
    about = asked(database, inquiry_id, day)
    ids = to_send(about.inquiry, day, referee_ids)
    addresses, enclosed = _mailed(database, about)
    return [_to_send(about, each, addresses, enclosed) for each in about.inquiry.referees if each.id in ids]


def _mailed(database: Database, about: Asked) -> tuple[dict[int, str], tuple[Attached, ...]]:
    """Return who is mailed at which address, and the papers that go along; nobody what is confidential."""
    with database.read() as read:
        if store.is_confidential(read, about.inquiry):
            return {}, ()
        item = about.inquiry.item
        papers = papers_of(about.inquiry, None if item is None else reads.around(read, item))
        held = attachments.held(read)
        enclosed = tuple(
            Attached(
                suggested_name(each),
                each.media_type or Media.PDF.value,
                attachments.content(read, each.sha256),
            )
            for each in papers
            if each.sha256 in held and each.sha256 is not None
        )
    return reached(database, about.inquiry, about.day), enclosed


def _to_send(
    about: Asked, referee: Referee, addresses: dict[int, str], enclosed: tuple[Attached, ...]
) -> Ready:
    words = texts(about.organisation.language)
    form = form_of(about, referee)
    return Ready(
        referee=referee.id,
        name=str(referee.who),
        email=addresses.get(referee.id),
        papers=((letter_of(about, referee), Form.PDF), (form, Form.DOCX), (form, Form.HTML)),
        subject=mail_words.subject(about, words),
        text=mail_words.letter(about, referee, words),
        enclosed=enclosed,
    )


def make(ready: Ready) -> Outgoing:
    """Set the papers and draft the mail; needs neither database nor window."""
    files = [
        (f"{prepared.stem}{form.ending}", made(prepared.document, form), form)
        for prepared, form in ready.papers
    ]
    named = [(name, data) for name, data, _form in files]
    if ready.email is None:
        return Outgoing(ready=ready, files=tuple(named))
    attached = [Attached(name, _TYPES[form], data) for name, data, form in files]
    too_large = sum(len(each.data) for each in (*attached, *ready.enclosed)) > LARGEST
    along = () if too_large else ready.enclosed
    to = [Recipient(ready.name, ready.email)]
    draft = mail.draft(ready.subject, ready.text, (), [*attached, *along], to=to)
    named.append((f"{ready.papers[0][0].stem}.eml", draft))
    return Outgoing(ready=ready, files=tuple(named), too_large=too_large)


def send(
    database: Database, inquiry_id: int, made_ready: Sequence[Outgoing], folder: Path, day: dt.date
) -> Gone:
    """Write the files and note that it was sent, both or neither; raises Trouble, RuleBroken, LookupError."""
    with database.read() as read:
        inquiry = store.inquiry(read, inquiry_id)
    ids = to_send(inquiry, day, [each.ready.referee for each in made_ready])
    emails = {each.ready.referee: each.ready.email for each in made_ready if each.ready.email is not None}
    label = N_("Send {title} to {count}")
    with all_or_none() as put, changing(database, label, inquiry, count=len(ids)) as change:
        note_sent(change, inquiry, ids, day, emails)
        paths = tuple(put(path, data) for path, data in _placed(made_ready, folder))
    return _gone(paths, made_ready)


def send_papers(
    database: Database,
    inquiry_id: int,
    folder: Path,
    day: dt.date,
    referee_ids: Iterable[int] | None = None,
) -> Gone:
    """Prepare, write and note in one; raises as they do."""
    ready = prepare_papers(database, inquiry_id, day, referee_ids)
    return send(database, inquiry_id, [make(each) for each in ready], folder, day)


def _placed(made_ready: Sequence[Outgoing], folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Walk the files of all, and those that go along with each, once."""
    for paper in made_ready[0].ready.enclosed if made_ready else ():
        yield free_path(folder / paper.name, paper.data), paper.data
    for each in made_ready:
        for name, data in each.files:
            yield free_path(folder / name, data), data


def _gone(paths: tuple[Path, ...], made_ready: Sequence[Outgoing]) -> Gone:
    return Gone(
        paths=paths,
        by_hand=tuple(each.ready.name for each in made_ready if each.ready.email is None),
        too_large=tuple(each.ready.name for each in made_ready if each.too_large),
    )


# --- reminders


def prepare_reminders(
    database: Database, inquiry_id: int, referee_ids: Iterable[int], day: dt.date
) -> list[Ready]:
    """Return a reminder for each, with the form once more; raises RuleBroken as `referees.remind` does."""
    about = asked(database, inquiry_id, day)
    ids = tuple(referee_ids)
    check_awaited(about.inquiry, ids)
    addresses, _enclosed = _mailed(database, about)
    words = texts(about.organisation.language)
    ready = []
    for each in about.inquiry.referees:
        if each.id in ids:
            form = form_of(about, each)
            ready.append(
                Ready(
                    referee=each.id,
                    name=str(each.who),
                    email=addresses.get(each.id),
                    papers=((form, Form.DOCX), (form, Form.HTML)),
                    subject=mail_words.reminder_subject(about, words),
                    text=mail_words.reminder(about, each, words),
                )
            )
    return ready


def remind(
    database: Database, inquiry_id: int, made_ready: Sequence[Outgoing], folder: Path, day: dt.date
) -> Gone:
    """Write reminders and note them, both or neither; raises Trouble, RuleBroken, LookupError."""
    with database.read() as read:
        inquiry = store.inquiry(read, inquiry_id)
    ids = [each.ready.referee for each in made_ready]
    check_awaited(inquiry, ids)
    label = N_("Remind {count} of {title}")
    with all_or_none() as put, changing(database, label, inquiry, count=len(ids)) as change:
        note_reminded(change, ids, day)
        paths = tuple(put(path, data) for path, data in _placed(made_ready, folder))
    return _gone(paths, made_ready)


def send_reminders(
    database: Database, inquiry_id: int, folder: Path, day: dt.date, referee_ids: Iterable[int]
) -> Gone:
    """Prepare, write and note reminders in one; raises as they do."""
    ready = prepare_reminders(database, inquiry_id, referee_ids, day)
    return remind(database, inquiry_id, [make(each) for each in ready], folder, day)
