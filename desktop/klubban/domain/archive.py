"""What a package for the archive may lack, and what of that is a reason to wait."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain import stages
from klubban.domain.appeals import appeal_of
from klubban.domain.legal_force import settled
from klubban.domain.masking import masked_words
from klubban.domain.meeting import Appeal, Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.stages import is_announced, items_of, sets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.stages import ParagraphSet
    from klubban.domain.verification import Verification


class Lacks(StrEnum):
    """What is lacking."""

    NOT_CLOSED = "not_closed"
    NOT_VERIFIED = "not_verified"
    NOT_ANNOUNCED = "not_announced"
    NOT_IN_FORCE = "not_in_force"
    """Somebody may still appeal, or it is not known whether anybody has."""
    NO_ORIGINAL = "no_original"
    """Neither a signed file nor a scan of the signed paper is there."""
    NO_FILE = "no_file"
    """A document is listed, and the file does not hold it."""

    @property
    def is_too_soon(self) -> bool:
        """Tell whether the meeting is not done with: it is archived for a reason alone."""
        return self not in (Lacks.NO_ORIGINAL, Lacks.NO_FILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """One thing that is lacking of one meeting."""

    what: Lacks
    meeting: Meeting
    paragraphs: Paragraphs | None = None
    title: str = ""
    """Of the document; none of one that is confidential."""


def lacking(meeting: Meeting) -> tuple[Lacking, ...]:
    """Return what is lacking of a meeting."""
    return tuple(_lacking(meeting))


def too_soon(found: Iterable[Lacking]) -> tuple[Lacking, ...]:
    """Return what speaks against archiving now."""
    return tuple(each for each in found if each.what.is_too_soon)


def _lacking(meeting: Meeting) -> Iterator[Lacking]:
    if not meeting.stage.has_reached(Stage.CLOSED):
        yield Lacking(what=Lacks.NOT_CLOSED, meeting=meeting)
        return
    for each in sets(meeting):
        yield from _of_set(meeting, each)
    for item in meeting.items:
        number = None if item.number is None else Paragraphs.of([item.number])
        for document in item.documents:
            if document.sha256 is None or document.size is None:
                secret = document.confidential or item.confidential
                title = "" if secret else document.title
                yield Lacking(what=Lacks.NO_FILE, meeting=meeting, paragraphs=number, title=title)


def _of_set(meeting: Meeting, each: ParagraphSet) -> Iterator[Lacking]:
    verification = each.verification
    if verification is None or not meeting.is_done(verification):
        if meeting.verified and verification is None:
            return  # verified, and nobody knows by whom
        yield Lacking(what=Lacks.NOT_VERIFIED, meeting=meeting, paragraphs=each.paragraphs)
        return
    came_in_so = meeting.stage is Stage.ARCHIVED and not meeting.archived
    if meeting.stage is not Stage.IN_FORCE and not came_in_so:
        if meeting.body.rules.announced and not is_announced(meeting, verification):
            yield Lacking(what=Lacks.NOT_ANNOUNCED, meeting=meeting, paragraphs=each.paragraphs)
        elif unsettled := _unsettled(meeting, items_of(meeting, verification)):
            yield Lacking(what=Lacks.NOT_IN_FORCE, meeting=meeting, paragraphs=unsettled)
    if original_of(verification) is None:
        yield Lacking(what=Lacks.NO_ORIGINAL, meeting=meeting, paragraphs=each.paragraphs)


def _unsettled(meeting: Meeting, items: Iterable[Item]) -> Paragraphs | None:
    """Return the paragraphs that can be appealed against and have not come to an end."""
    able = (item for item in items if appeal_of(meeting, item) is not Appeal.NONE)
    states = ((item, settled(meeting, item)) for item in able)
    return Paragraphs.of(
        item.number for item, state in states if item.number is not None and not (state and state.is_over)
    )


def original_of(verification: Verification) -> str | None:
    """Return the hash of the signed file, or of the scan of the signed paper."""
    signing = verification.signing
    return signing.returned if signing and not signing.goes_on else None


def is_confidential(meeting: Meeting) -> bool:
    """Tell whether anything in the protocol is kept from the public; not what stands apart."""
    apart = (
        each
        for each in meeting.verifications
        if stages.own_document(meeting, each) and stages.is_confidential(meeting, each)
    )
    elsewhere = {item.id for each in apart for item in stages.items_of(meeting, each)}
    here = (item for item in meeting.items if item.id not in elsewhere)
    own = (each for each in meeting.corrections if each.item not in elsewhere)
    return any(map(has_secrets, here)) or any(masked_words(tuple(own)))


def has_secrets(item: Item) -> bool:
    """Tell whether an item is confidential, has words that are masked, or another title for the public."""
    return item.confidential or item.public_title is not None or any(masked_words(item))
