"""How a protocol was verified, announced and corrected: a set of paragraphs, its signers, its notice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klubban.domain.body import Named
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.signing import Signing, SigningEnd, Withdrawal
from klubban.domain.text import Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The signing of a protocol, or of some of its paragraphs, as correct."""

    id: int
    paragraphs: Paragraphs | None = None
    verifiers: tuple[Named, ...] = ()
    signed_by: tuple[Named, ...] = ()
    place: str | None = None
    date: dt.date | None = None
    time: dt.time | None = None
    immediate: bool = False
    ready_on: dt.date | None = None
    """When it became ready to be signed."""
    control: str | None = None
    """The head of the journal's chain when it became ready: what the signers bear witness to."""
    moved_to: dt.date | None = None
    """The day of the meeting that it was put off to, since those who verify did not agree."""
    moved_because: str | None = None
    withdrawn: Withdrawal | None = None
    signings: tuple[Signing, ...] = ()

    @property
    def signing(self) -> Signing | None:
        """Return the signing that goes on, or the one that ended with a signed document."""
        last = self.signings[-1] if self.signings else None
        return last if last and last.ended in (None, SigningEnd.SIGNED) else None


def is_apart(paragraphs: Paragraphs | None, items: Iterable[tuple[int | None, bool]]) -> bool:
    """Tell whether paragraphs are all confidential, and not all there are: their protocol is one of its own.

    The items are told by their numbers, and whether they are confidential.
    """
    own = set(paragraphs or ())
    found = [(number in own, confidential) for number, confidential in items if number is not None]
    inside = [confidential for among, confidential in found if among]
    return bool(inside) and all(inside) and len(inside) < len(found)


def covers(among: Sequence[Verification], verification: Verification, number: int | None) -> bool:
    """Tell whether one among a meeting's verifications is of a paragraph.

    One that names none is of all that no other names; what is no paragraph goes with the protocol.
    """
    if number is None:
        return not verification.immediate
    if verification.paragraphs is not None:
        return number in verification.paragraphs
    return all(number not in (each.paragraphs or ()) for each in among)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The announcement that a protocol has been verified."""

    id: int
    verification: int | None = None
    """Id of the verification that it tells of."""
    paragraphs: Paragraphs | None = None
    posted: dt.date | None = None
    removed: dt.date | None = None
    kept_at: str | None = None
    signed_by: Named | None = None
    board: str | None = None
    """The address of the notice board that it was posted on."""
    last_day: dt.date | None = None
    """The last day for appeal as the posted notice said it."""
    flawed: str | None = None
    """What was wrong with it: it was late, said something wrong, or came down early."""
    replaces: int | None = None
    """Id of the notice in whose place it was posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A visible, dated and signed addition to what is verified; the original stays readable (JO 581-2013)."""

    id: int
    made_on: dt.date
    text: Blocks
    because: str
    item: int | None = None
    """Id of the item that is corrected; None for the first page."""
    by: Named | None = None
    verification: Verification | None = None
    """By whom and how it is signed."""
