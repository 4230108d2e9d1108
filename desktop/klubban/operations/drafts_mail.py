"""A draft of the mail with which the draft of a protocol goes to those who sign it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import drafts, record
from klubban.documents.public_copy import public_copy
from klubban.documents.wording import long_date
from klubban.domain import presided
from klubban.domain.errors import RuleBroken
from klubban.exchange import mail
from klubban.exchange.mail import Recipient
from klubban.i18n import texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import stem_of_meeting
from klubban.operations.mail import Distribution
from klubban.operations.notes_mail import PreparedMail
from klubban.operations.receipts import receipt_to
from klubban.store import reads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from klubban.domain.body import Named, Person
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts
    from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class DraftMail:
    """A mail that is ready to be set, and who cannot get it."""

    mail: PreparedMail
    unreachable: tuple[str, ...]


def recipients(database: Database, meeting: Meeting) -> Distribution:
    """Return who presided and who verifies, as far as the register has their addresses."""
    with database.read() as read:
        people = reads.people(read)
    found: dict[str, Recipient] = {}
    unreachable: dict[str, None] = {}
    for who in signers(meeting):
        address = next(
            (each.email for each in people if _is(each, who) and mail.is_address(each.email)), None
        )
        if address is None:
            unreachable[str(who)] = None
        else:
            found.setdefault(address.casefold(), Recipient(who.name, address))
    return Distribution(tuple(found.values()), tuple(unreachable))


def prepare_draft_mail(database: Database, meeting_id: int, *, today: date | None = None) -> DraftMail:
    """Return the mail; nothing confidential goes with it.

    Raises RuleBroken for a draft that was not sent, or when nobody can be reached; LookupError.
    """
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
    if meeting.draft_sent is None:
        raise RuleBroken("Note first when the draft goes out, and until when comments may come")
    called = recipients(database, meeting)
    if not called.recipients:
        raise RuleBroken("Nobody who presided or verifies has an e-mail address in the register")
    words, stem = texts(meeting.organisation.language), stem_of_meeting(database, meeting)
    withheld = any(item.confidential for item in meeting.items)
    shown = record.build(public_copy(meeting) if withheld else meeting, today)
    name, draft = words.pgettext("file name", "mail with the draft"), words.pgettext("file name", "draft")
    prepared = PreparedMail(
        name=f"{stem}-{name}.eml",
        subject=words.gettext("Draft of the protocol: {body}, {date}").format(
            body=meeting.body.name, date=words.date(meeting.date)
        ),
        text="\n".join(_text(meeting, words, withheld=withheld)),
        recipients=called.recipients,
        document=Prepared(f"{stem}-{draft}", drafts.marked(shown)),
        receipt=receipt_to(database, meeting),
    )
    return DraftMail(prepared, called.unreachable)


def _text(meeting: Meeting, words: Texts, *, withheld: bool) -> Iterator[str]:
    line = words.gettext(
        "A draft of the protocol of the meeting of {body} on {date} goes with this mail, to be looked through"
        " before it is verified."
    )
    yield line.format(body=meeting.body.name, date=long_date(meeting.date, words))
    if meeting.comments_by is not None:
        until = words.gettext("Please send your comments, each with its paragraph, by {date}.")
        yield ""
        yield until.format(date=long_date(meeting.comments_by, words))
    if withheld:
        yield ""
        yield words.gettext(
            "Confidential paragraphs are not part of it; they can be read at the secretary’s."
        )


def signers(meeting: Meeting) -> Iterable[Named]:
    """Return who presided and who verifies, each once."""
    found: list[Named] = []
    chairs = [turn.who for turn in presided.turns(meeting)]
    verifiers = [who for each in meeting.verifications if not each.signed_by for who in each.verifiers]
    for who in (*chairs, *verifiers):
        if not any(map(who.is_same, found)):
            found.append(who)
    return found


def _is(person: Person, who: Named) -> bool:
    if who.person is not None:
        return person.id == who.person
    return person.name == who.name and who.party in (None, person.party)
