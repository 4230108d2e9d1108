"""What of a meeting is to be sent to whom, what was sent already, and what holds it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from klubban.domain.address_book import AddressBook, Key, Recipient
from klubban.domain.afterwards import Dispatch, DispatchWay
from klubban.domain.meeting import Item, Meeting, Stage
from klubban.domain.verification import Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One paragraph that a recipient is to have."""

    item: int
    number: int
    title: str
    registry_number: str | None = None
    confidential: bool = False
    verified: bool = True
    sent: tuple[Dispatch, ...] = ()
    """What this recipient was sent of it, the first first."""
    corrected: bool = False
    """It was corrected after it was sent last."""

    @property
    def came_back(self) -> bool:
        """Tell whether what was sent last came back."""
        return bool(self.sent) and self.sent[-1].returned_on is not None

    @property
    def due(self) -> bool:
        """Tell whether it is to be sent: for the first time, or again."""
        return not self.sent or self.came_back or self.corrected

    @property
    def held_back(self) -> bool:
        """Tell whether somebody must say that it is sent all the same.

        What is confidential is told to each authority apart (OSL 8 kap. 1–2 §§); what is not verified becomes
        a public document by being sent (TF 2 kap. 10 §).
        """
        return self.confidential or not self.verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A recipient, with the paragraphs that they are to have."""

    recipient: Recipient
    parts: tuple[Part, ...]

    @property
    def key(self) -> Key:
        """Return what tells lines apart."""
        return self.recipient.key

    @property
    def due(self) -> tuple[Part, ...]:
        """Return what is to be sent, and nothing holds back."""
        return tuple(each for each in self.parts if each.due and not each.held_back)

    @property
    def held_back(self) -> tuple[Part, ...]:
        """Return what would be sent if somebody said so."""
        return tuple(each for each in self.parts if each.due and each.held_back)

    @property
    def ticked(self) -> bool:
        """Tell whether it goes when all is sent."""
        return bool(self.due) and not self.recipient.lacks_address

    def with_parts(self, items: Iterable[int]) -> Line:
        """Return the line with some of its paragraphs."""
        wanted = frozenset(items)
        return replace(self, parts=tuple(each for each in self.parts if each.item in wanted))

    def by(self, way: DispatchWay) -> Line:
        """Return the line, sent in another way."""
        return replace(self, recipient=self.recipient.by(way))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All recipients of a meeting's decisions, in the order in which the protocol names them."""

    lines: tuple[Line, ...] = ()

    @property
    def to_send(self) -> tuple[Line, ...]:
        """Return what goes when all is sent, each with what is due."""
        return tuple(line.with_parts(each.item for each in line.due) for line in self.lines if line.ticked)

    @property
    def again(self) -> tuple[Line, ...]:
        """Return what goes when all is sent once more, whatever was sent before."""
        lines = (
            line.with_parts(each.item for each in line.parts if not each.held_back) for line in self.lines
        )
        return tuple(line for line in lines if line.parts and not line.recipient.lacks_address)

    @property
    def lacking(self) -> tuple[Line, ...]:
        """Return those with something to get whom no way leads to."""
        return tuple(line for line in self.lines if line.recipient.lacks_address and _any_due(line))

    def line(self, key: Key) -> Line | None:
        """Return a recipient's line."""
        return next((each for each in self.lines if each.key == key), None)


def _any_due(line: Line) -> bool:
    return any(each.due for each in line.parts)


def plan(meeting: Meeting, book: AddressBook) -> Plan:
    """Return who is to have which paragraphs; the body itself has them already."""
    found: dict[Key, Recipient] = {}
    parts: dict[Key, list[Part]] = {}
    for item in meeting.items:
        if item.number is None:
            continue
        for recipient in _recipients(item, book):
            if recipient.body == meeting.body.id:
                continue
            found.setdefault(recipient.key, recipient)
            parts.setdefault(recipient.key, []).append(_part(meeting, item, recipient, book))
    return Plan(lines=tuple(Line(recipient=one, parts=tuple(parts[key])) for key, one in found.items()))


def _recipients(item: Item, book: AddressBook) -> Iterator[Recipient]:
    """Walk those to whom a paragraph goes, each once."""
    seen: set[Key] = set()
    for said in item.recipients:
        for each in book.find(said):
            if each.key not in seen:
                seen.add(each.key)
                yield each


def _part(meeting: Meeting, item: Item, recipient: Recipient, book: AddressBook) -> Part:
    sent = tuple(each for each in item.dispatches if recipient.key in _keys(each, book))
    last = sent[-1].sent_on if sent else None
    return Part(
        item=item.id,
        number=item.number or 0,
        title=item.title if item.confidential else item.public_title or item.title,
        registry_number=item.registered_as,
        confidential=item.confidential,
        verified=is_ready(meeting, item),
        sent=sent,
        corrected=last is not None and _corrected_after(meeting, item, last),
    )


def _keys(sent: Dispatch, book: AddressBook) -> set[Key]:
    """Return whom a dispatch was to, as the list knows them today and as it was noted then."""
    noted = Recipient(name=sent.recipient, body=sent.body).key
    found = book.find(sent.recipient)
    return {noted, found[0].key} if len(found) == 1 else {noted}


def is_ready(meeting: Meeting, item: Item) -> bool:
    """Tell whether a paragraph may be sent: verified, or closed where the body verifies nothing."""
    if meeting.is_fixed(item):
        return True
    return not meeting.body.rules.verified and meeting.stage.has_reached(Stage.CLOSED)


def _corrected_after(meeting: Meeting, item: Item, day: dt.date) -> bool:
    days = (_stands_from(each) for each in meeting.corrections if each.item == item.id)
    return any(each is not None and each > day for each in days)


def _stands_from(correction: Correction) -> dt.date | None:
    """Return the day on which a correction was signed; None while it is not."""
    signing = correction.verification
    if signing is None:
        return correction.made_on
    return signing.date if signing.signed_by else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One extract as it went out: to whom, when, with which paragraphs."""

    recipient: str
    way: DispatchWay
    sent_on: dt.date
    sent_at: dt.time | None = None
    address: str | None = None
    by: str | None = None
    sha256: str | None = None
    returned_on: dt.date | None = None
    note: str | None = None
    numbers: tuple[int, ...] = ()
    ids: tuple[int, ...] = ()
    """Of the records, one for each paragraph."""


def sent(meeting: Meeting) -> tuple[Sent, ...]:
    """Return what went out of a meeting, the first first; what went in one file is told once."""
    found: dict[tuple[object, ...], list[tuple[Item, Dispatch]]] = {}
    for item in meeting.items:
        for each in item.dispatches:
            key = (
                each.sent_on, each.sent_at or dt.time(), each.recipient, each.way, each.address, each.sha256,
                each.returned_on, each.note,
            )  # fmt: skip
            found.setdefault(key, []).append((item, each))
    listed = [_as_sent(group) for group in found.values()]
    return tuple(sorted(listed, key=lambda each: (each.sent_on, each.sent_at or dt.time())))


def _as_sent(group: list[tuple[Item, Dispatch]]) -> Sent:
    one = group[0][1]
    return Sent(
        recipient=one.recipient,
        way=one.way,
        sent_on=one.sent_on,
        sent_at=one.sent_at,
        address=one.address,
        by=one.by,
        sha256=one.sha256,
        returned_on=one.returned_on,
        note=one.note,
        numbers=tuple(item.number for item, _ in group if item.number is not None),
        ids=tuple(each.id for _, each in group),
    )
