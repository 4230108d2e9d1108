"""What is published of a meeting that was held: all of it but what is confidential or marked for masking.

Numbers never shift: a confidential paragraph and its appendices keep theirs, and are told as left out.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from klubban.domain.appended import apart
from klubban.domain.masked_again import without_words
from klubban.domain.masking import without_masked
from klubban.domain.meeting import Item, Meeting, Outcome
from klubban.domain.public import with_public_title
from klubban.domain.public_attendance import attending
from klubban.domain.public_motions import public_motions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.decided import Division
    from klubban.domain.meeting import Document
    from klubban.domain.roll import RollCall
    from klubban.domain.verification import Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicRecord(Meeting):
    """A meeting as everybody may read of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld(Item):
    """A confidential item of which nothing is told but its number, what it is called, and by which section.

    In a meeting's attendance it still counts: who was there when it was decided is no secret.
    """

    appendices: int = 0
    """So many appendices of the protocol are its own, and are left out."""
    votes: int = 0
    """So many votes of the meeting were about it, and are left out."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands in the place of what is left out, in a document's language."""

    words: str
    """`[uppgift utelämnad]`"""
    title: str
    """Of a confidential item without a title of its own for the public."""
    paper: str
    """In the place of a confidential document's title."""


def public_record(meeting: Meeting, signs: Signs) -> PublicRecord:
    """Return what is published of a meeting after it.

    Attendance stays as it was derived: `§§ 57–64, 66` tells that somebody was away, and not why. But guests
    who came for what is confidential are not named, for it may be about them. What was prepared, sent and
    asked before the meeting is no part of it.
    """
    there = {item.id for item in meeting.items if not item.confidential}
    roll = _roll(meeting)
    left = replace(
        meeting,
        roll=roll,
        attendance=tuple(attending(meeting)),
        items=tuple(_item(meeting, item, signs) for item in meeting.items),
        corrections=tuple(_corrections(meeting, signs)),
        objections=tuple(each for each in meeting.objections if each.item is None or each.item in there),
        sendings=(),
        call_ups=(),
        group_meetings=(),
        calendar_uid=None,
        cancelled_because=None,
    )
    return PublicRecord(**_held(without_masked(left, signs.words)))


def _corrections(meeting: Meeting, signs: Signs) -> Iterator[Correction]:
    """Walk the corrections of what is published; a reason may repeat what is masked in what it is about."""
    for each in meeting.corrections:
        item = next((item for item in meeting.items if item.id == each.item), None)
        if item is None or not item.confidential:
            yield replace(each, because=without_words(each.because, (each.text, item), signs.words))


def _roll(meeting: Meeting) -> RollCall:
    """Return the roll without reasons, and without the guests who are not named."""
    named = {one.id for one in attending(meeting)}
    unnamed = {one.id for one in meeting.attendance} - named
    return replace(
        meeting.roll,
        lines=tuple(each for each in meeting.roll.lines if each.id not in unnamed),
        rulings=tuple(replace(each, reason="") for each in meeting.roll.rulings),
    )


def withheld(meeting: Meeting, item: Item, signs: Signs) -> Withheld:
    """Return as much of a confidential item as may stand in a protocol that others read."""
    return Withheld(
        id=item.id,
        title=item.public_title or signs.title,
        number=item.number,
        kind=item.kind,
        doors=item.doors,
        outcome=Outcome.WITHDRAWN if item.outcome is Outcome.WITHDRAWN else None,  # no doors were closed
        unnumbered=item.unnumbered,
        confidential=True,
        secrecy=item.secrecy,
        appendices=sum(1 for _ in apart(meeting.body, item)),
        votes=len(item.divisions),
    )


def _item(meeting: Meeting, item: Item, signs: Signs) -> Item:
    if item.confidential:
        return withheld(meeting, item, signs)
    return replace(
        with_public_title(item),
        motions=public_motions(item),
        divisions=tuple(_division(item, each, signs) for each in item.divisions),
        documents=tuple(_document(each, signs) for each in item.documents),
        papers=(),
        comments=(),
        acts=(),
    )


def _division(item: Item, division: Division, signs: Signs) -> Division:
    """Return a vote whose yes and no do not say what of the motions is masked."""

    def left(words: str) -> str:
        return without_words(words, (item.motions, item.proposal), signs.words)

    result = division.result and left(division.result)
    return replace(division, yes=left(division.yes), no=left(division.no), result=result)


def _document(document: Document, signs: Signs) -> Document:
    """Return a document as it is listed; of a confidential one only that there is one."""
    if not document.confidential:
        return document
    return replace(document, title=signs.paper, sha256=None, media_type=None, file_name=None, size=None)


def _held(record: Any) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}
