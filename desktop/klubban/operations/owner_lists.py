"""A list of assignments for each who has any: as a document, and as the draft of a mail that reminds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from klubban.documents import assignment_list, assignment_words, owner_list, wording
from klubban.documents.forms import Form
from klubban.domain.address_book import AddressBook
from klubban.domain.body import Named, Organisation, Person
from klubban.domain.undertaken import Undertaken, by_owner
from klubban.exchange import mail
from klubban.exchange.mail import Recipient
from klubban.i18n import Texts, texts
from klubban.operations.addressees import book
from klubban.operations.export import Prepared, write
from klubban.operations.file_names import slug
from klubban.operations.notes_mail import PreparedMail, write_mail
from klubban.store import reads
from klubban.store.assigned import everything
from klubban.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerList:
    """What one has open, ready to be set, with the mail that goes with it."""

    owner: Named
    mine: tuple[Undertaken, ...]
    """By when they are due."""
    prepared: Prepared
    mail: PreparedMail | None = None
    """None where nobody knows an address."""

    @property
    def ids(self) -> tuple[int, ...]:
        """Return the assignments, for `remind`."""
        return tuple(one.assignment.id for one in self.mine)


def owner_lists(
    database: Database,
    body_id: int | None,
    today: date,
    *,
    owner: Named | None = None,
    late_only: bool = False,
) -> tuple[OwnerList, ...]:
    """Return the list of each who has something open for a body, or for any (None), in order of names.

    Of one `owner` alone, or of those alone who are late with something. What confidential items gave has no
    words in them.
    """
    known, addresses = _Known(database), book(database)
    with database.read() as read:
        found = everything(read, body_id, open_only=True, today=today)
    wanted = [
        (who, mine)
        for who, mine in by_owner(found)
        if (owner is None or who.is_same(owner))
        and (not late_only or any(one.days_late(today) for one in mine))
    ]
    stems: dict[str, int] = {}
    lists = []
    for who, mine in wanted:
        stem = slug(who.name)
        stems[stem] = stems.get(stem, 0) + 1
        ending = "" if stems[stem] == 1 else f"-{stems[stem]}"  # two of one name have two files
        lists.append(_list(known, addresses, who, mine, body_id, today, f"{stem}{ending}"))
    return tuple(lists)


def write_owner_lists(
    lists: tuple[OwnerList, ...], folder: Path, form: Form = Form.PDF, *, mails: bool = True
) -> tuple[Path, ...]:
    """Write the lists into a folder, and the mails with them where addresses are known; raises Trouble."""
    found = [write(each.prepared, folder, form) for each in lists]
    found += [write_mail(each.mail, folder) for each in lists if mails and each.mail is not None]
    return tuple(found)


class _Known:
    """What all lists have in common."""

    def __init__(self, database: Database) -> None:
        with database.read() as read:
            self.organisation = reads.organisation(read) or Organisation(name="")
            self.bodies = {each.id: each.name for each in reads.bodies(read)}
            self.people = {each.id: each for each in reads.people(read)}
        self.texts = texts(self.organisation.language)


def _list(
    known: _Known,
    addresses: AddressBook,
    who: Named,
    mine: tuple[Undertaken, ...],
    body_id: int | None,
    today: date,
    stem: str,
) -> OwnerList:
    words = known.texts
    document = owner_list.build(
        owner_list.Owned(
            organisation=known.organisation,
            owner=who,
            day=today,
            mine=mine,
            bodies=known.bodies,
            body=body_id,
        )
    )
    name = words.pgettext("file name", "assignments")
    prepared = Prepared(f"{name}-{stem}-{today.isoformat()}", document)
    to = _recipient(addresses, known.people, who)
    drafted = None
    if to is not None:
        ending = words.pgettext("file name", "mail")
        drafted = PreparedMail(
            name=f"{prepared.stem}-{ending}.eml",
            subject=_subject(mine, today, words),
            text="\n".join(_text(known, who, mine, today)),
            recipients=(to,),
            document=prepared,
        )
    return OwnerList(owner=who, mine=mine, prepared=prepared, mail=drafted)


def _recipient(addresses: AddressBook, people: dict[int, Person], who: Named) -> Recipient | None:
    """Return where somebody, or an office, is reached by mail."""
    person = people.get(who.person or 0)
    found = [person.email] if person is not None else [each.email for each in addresses.find(who.name)]
    address = next((each for each in found if each is not None and mail.is_address(each)), None)
    return None if address is None else Recipient(who.name, address)


def _subject(mine: tuple[Undertaken, ...], today: date, words: Texts) -> str:
    late = sum(one.days_late(today) > 0 for one in mine)
    if late:
        line = words.ngettext(
            "Assignments: {count} is past its day", "Assignments: {count} are past their day", late
        )
        return line.format(count=late)
    line = words.ngettext("Assignments: {count} is open", "Assignments: {count} are open", len(mine))
    return line.format(count=len(mine))


def _text(known: _Known, who: Named, mine: tuple[Undertaken, ...], today: date) -> list[str]:
    words = known.texts
    lines = [words.gettext("Hello {name},").format(name=who.name), ""]
    asked = words.ngettext(
        "This assignment is open in our list. Please tell us how it stands, or when it is done.",
        "These assignments are open in our list. Please tell us how they stand, or when they are done.",
        len(mine),
    )
    lines += [asked, ""]
    for one in mine:
        due = one.assignment.due_now
        parts = [assignment_words.what(one, words).rstrip(".")]
        if due is not None:
            parts.append(words.gettext("to be done by {day}").format(day=words.date(due)))
        if one.days_late(today):
            parts.append(wording.small(assignment_list.standing(one, today, words)))
        lines.append(f"– {', '.join(parts)}.")
    lines += ["", words.gettext("The list with more about each goes with this mail.")]
    return lines
