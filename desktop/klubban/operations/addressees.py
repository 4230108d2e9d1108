"""The list of those whom decisions are sent to, and how files with extracts are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from klubban.domain import address_book, file_pattern
from klubban.domain.address_book import AddressBook, check_circle, folded, is_the_file
from klubban.domain.afterwards import Addressee
from klubban.domain.errors import RuleBroken
from klubban.domain.text import clean
from klubban.exchange import mail
from klubban.i18n import N_
from klubban.operations.naming import checked_name, one_line
from klubban.operations.registers import ORGANISATION
from klubban.store import dispatched, reads, verifications
from klubban.store.change import Change, id_of
from klubban.store.database import Database


def book(database: Database) -> AddressBook:
    """Return all that is known of those to whom decisions are sent."""
    with database.read() as read:
        return AddressBook(verifications.addressees(read), reads.bodies(read), reads.people(read))


def unlisted(database: Database) -> tuple[str, ...]:
    """Return names that paragraphs list as recipients and that lead to no address, each once."""
    known = book(database)
    with database.read() as read:
        said = dispatched.recipients(read)
    found: dict[address_book.Key, str] = {}
    for name in said:
        for each in known.find(name):
            if each.lacks_address:
                found.setdefault(each.key, each.name)
    return tuple(found.values())


def offered(database: Database) -> tuple[str, ...]:
    """Return names that a paragraph may be sent to, each once: listed, our bodies, and named before."""
    with database.read() as read:
        listed = [each.name for each in verifications.addressees(read)]
        bodies = [each.name for each in reads.bodies(read)]
        return tuple(dict.fromkeys([*listed, *bodies, *dispatched.recipients(read)]))


def put_addressee(
    database: Database,
    addressee_id: int | None,
    *,
    name: str,
    email: str = "",
    address: str = "",
    body: int | None = None,
    members: Iterable[str] = (),
) -> int:
    """Add an addressee (None), or say one anew, and return it; with members it is a group.

    Raises RuleBroken for a name that another has, what is no address, or a group that would hold itself.
    """
    with database.read() as read:
        listed = verifications.addressees(read)
        known = {each.id for each in reads.bodies(read)}
    others = [each for each in listed if each.id != addressee_id]
    if addressee_id is not None and len(others) == len(listed):
        raise LookupError(addressee_id)
    if body is not None and body not in known:
        raise LookupError(body)
    columns = _columns(name, email, address, body, members, others)
    label = N_("List {name} as an addressee") if addressee_id is None else N_("Change the addressee {name}")
    with database.change(label, name=columns["name"]) as change:
        if addressee_id is not None:
            change.update("addressee", addressee_id, **columns)
            return addressee_id
        return _insert(change, len(listed), columns)


def _columns(
    name: str,
    email: str,
    address: str,
    body: int | None,
    members: Iterable[str],
    others: Sequence[Addressee],
) -> dict[str, object]:
    line, mailed = checked_name(clean(name)), one_line(clean(email))
    held = tuple(dict.fromkeys(filter(None, (one_line(clean(each)) for each in members))))
    if is_the_file(line):
        raise RuleBroken("{name} is the file itself, and nothing is sent to it", name=line)
    if any(folded(each.name) == folded(line) for each in others):
        raise RuleBroken("{name} is in the address list already", name=line)
    if mailed and not mail.is_address(mailed):
        raise RuleBroken(
            "{email} is no e-mail address; expected one such as registrator@ekby.example", email=mailed
        )
    posted = "\n".join(filter(None, (one_line(each) for each in clean(address).splitlines())))
    if held and (mailed or posted or body is not None):
        raise RuleBroken("{name} is a group, and has the addresses of its members", name=line)
    check_circle(line, held, others)
    return {
        "name": line,
        "email": mailed or None,
        "address": posted or None,
        "body_id": body,
        "members": held,
    }


def _insert(change: Change, position: int, columns: dict[str, object]) -> int:
    owner = next((id_of(row) for row in change.rows("organisation")), None)
    if owner is None:
        raise RuleBroken("Say first whose papers these are")
    return change.insert("addressee", organisation_id=owner, position=position, **columns)


def remove_addressee(database: Database, addressee_id: int) -> None:
    """Take an addressee off the list; what was sent to them stays noted. Raises LookupError."""
    with database.read() as read:
        [*found] = (each for each in verifications.addressees(read) if each.id == addressee_id)
    if not found:
        raise LookupError(addressee_id)
    with database.change(N_("Take {name} off the address list"), name=found[0].name) as change:
        change.delete("addressee", addressee_id)


def set_file_pattern(database: Database, pattern: str) -> None:
    """Say how files with extracts are named; no words for the program's own way. Raises RuleBroken."""
    line = file_pattern.checked(one_line(clean(pattern)))
    wanted = line if line != file_pattern.CUSTOM else ""
    with database.change(N_("Say how files with extracts are named")) as change:
        if not change.rows("organisation"):
            raise RuleBroken("Say first whose papers these are")
        change.update("organisation", ORGANISATION, file_pattern=wanted or None)
