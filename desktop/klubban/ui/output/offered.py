"""Which documents a meeting has to print or save."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from klubban.domain.appeals import appeal_of
from klubban.domain.legal_force import force_since
from klubban.domain.meeting import Appeal, Stage
from klubban.domain.notices import to_print
from klubban.domain.rules import BodyKind
from klubban.domain.sendings import news
from klubban.operations.export import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Meeting

_BEFORE = (Stage.PLANNED, Stage.SUMMONED)


class Group(Enum):
    """Documents that stand together."""

    RECORD = auto()
    EXTRACTS = auto()
    LISTS = auto()
    SENT = auto()


@dataclass(frozen=True, slots=True)
class Offer:
    """One document: its kind, of an extract which paragraph, and its place among several of its kind."""

    kind: Kind
    paragraph: int | None = None
    place: int = 0


Offers = tuple[tuple[Group, tuple[Offer, ...]], ...]


def offers(meeting: Meeting, *, public: bool = False) -> Offers:
    """Return the documents by group, what comes next first; in public versions without what has none."""
    made = {
        Group.RECORD: tuple(_record(meeting)),
        Group.EXTRACTS: tuple(_extracts(meeting)),
        Group.LISTS: tuple(_lists(meeting)),
        Group.SENT: tuple(_sent(meeting)),
    }
    order = list(Group)
    if meeting.stage in _BEFORE:
        order.sort(key=lambda group: group is not Group.SENT)
    shown = (
        (group, tuple(each for each in made[group] if not (public and each.kind.is_own))) for group in order
    )
    return tuple((group, found) for group, found in shown if found)


def for_archive(meeting: Meeting) -> tuple[Offer, ...]:
    """Return what a clerk prints as one when all is done: the record, its certificates, and all extracts."""
    found = [*_record(meeting), *_extracts(meeting)]
    return tuple(each for each in found if each.kind not in (Kind.NOTICE, Kind.HOW_TO_APPEAL))


def _record(meeting: Meeting) -> Iterator[Offer]:
    yield Offer(Kind.PROTOCOL)
    if meeting.body.rules.announced or meeting.notices:
        yield from (Offer(Kind.NOTICE, place=place) for place in range(len(to_print(meeting))))
    yield from (Offer(Kind.CERTIFICATE, place=place) for place in range(len(meeting.notices)))
    yield from (Offer(Kind.CORRECTION, place=place) for place in range(len(meeting.corrections)))
    if any(appeal_of(meeting, item) is not Appeal.NONE for item in meeting.items):
        yield Offer(Kind.HOW_TO_APPEAL)
    if any(force_since(meeting, item) for item in meeting.items):
        yield Offer(Kind.LEGAL_FORCE)


def _extracts(meeting: Meeting) -> Iterator[Offer]:
    for item in meeting.items:
        if item.number is not None:
            yield Offer(Kind.EXTRACT, item.number)


def _lists(meeting: Meeting) -> Iterator[Offer]:
    if meeting.attendance:
        yield Offer(Kind.ATTENDANCE)
    if any(item.divisions for item in meeting.items):
        yield Offer(Kind.DIVISIONS)
    if any(item.assignments for item in meeting.items):
        yield Offer(Kind.ASSIGNMENTS)
    if any(item.recipients and item.number is not None for item in meeting.items):
        yield Offer(Kind.DISPATCH)
    yield Offer(Kind.ROLL)
    yield Offer(Kind.LABELS)


def _sent(meeting: Meeting) -> Iterator[Offer]:
    yield Offer(Kind.SUMMONS)
    if meeting.sendings and (meeting.sendings[-1].number or not news(meeting).nothing):
        yield Offer(Kind.SUPPLEMENT)
    if meeting.body.kind is BodyKind.ASSEMBLY:
        yield Offer(Kind.ANNOUNCEMENT)
