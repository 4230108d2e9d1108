"""Who signs a protocol as what, and for which of its paragraphs, in the order of the lines to sign on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain import presided
from klubban.domain.notices import covered as covered_by
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.signing import SignsAs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.body import Named
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.verification import Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A line to sign on; without a name it is not known who signs there."""

    signs_as: SignsAs
    who: Named | None = None
    paragraphs: Paragraphs | None = None
    """What they sign for, where that is not all that is covered."""
    items: tuple[int, ...] = ()
    """Ids of items, for what a chair presided over before there were numbers."""


def who_signs(
    meeting: Meeting, verification: Verification | None, part: Paragraphs | None = None
) -> tuple[Signer, ...]:
    """Return the secretary, those who presided in turn, and the verifiers: for all, or for a `part` of it.

    Without a verification the verifiers are to be chosen. Who has signed goes before who was to sign.
    """
    whole = (covered_by(meeting, verification) if verification else None) or meeting.paragraphs
    covered = both(whole, part)
    lines = [Signer(signs_as=SignsAs.SECRETARY, who=meeting.secretary), *_chairs(meeting, covered)]
    if verification:
        lines += _verifiers(meeting, verification, covered)
    if verification is None or not (verification.verifiers or meeting.is_done(verification)):
        lines += [Signer(signs_as=SignsAs.VERIFIER)] * most_verifiers(meeting)
    return tuple(lines)


def unsigned(verification: Verification) -> tuple[Named, ...]:
    """Return who was chosen to verify, and is not among those who signed; where it is known who did."""
    known = verification.signed_by
    return tuple(who for who in verification.verifiers if known and not any(map(who.is_same, known)))


def most_verifiers(meeting: Meeting) -> int:
    """Return how many verify, at the most, besides the chair; by the rules before anybody was chosen."""
    rules = meeting.body.rules
    known = max((len(verification.verifiers) for verification in meeting.verifications), default=0)
    return known or (rules.verifiers if rules.verified else 0)


def left_out(meeting: Meeting, who: Named, covered: Paragraphs | None) -> Paragraphs | None:
    """Return those of some paragraphs that somebody was disqualified for, or presided for in turn."""
    several = len(presided.turns(meeting)) > 1
    return Paragraphs.of(
        item.number
        for item in meeting.items
        if item.number is not None
        and (covered is None or item.number in covered)
        and (
            any(who.is_same(other) for other in item.kept_out) or (several and _presided(meeting, item, who))
        )
    )


def both(covered: Paragraphs | None, part: Paragraphs | None) -> Paragraphs | None:
    """Return the paragraphs that are in both; None is all."""
    if covered is None or part is None:
        return covered or part
    return Paragraphs.of(number for number in part if number in covered)


def _chairs(meeting: Meeting, covered: Paragraphs | None) -> Iterator[Signer]:
    for turn in presided.within(meeting, covered):
        yield Signer(signs_as=SignsAs.CHAIR, who=turn.who, paragraphs=turn.paragraphs, items=turn.items)
    if not presided.turns(meeting):
        yield Signer(signs_as=SignsAs.CHAIR)


def _verifiers(meeting: Meeting, verification: Verification, covered: Paragraphs | None) -> Iterator[Signer]:
    """Walk those who verify.

    Nobody verifies a paragraph that they were disqualified for, or that they sign for as who presided, unless
    that is all that they signed.
    """
    for who in verification.signed_by or verification.verifiers:
        if _signs_as_chair(meeting, who, covered) and not any(
            who.is_same(each) for each in verification.verifiers
        ):
            continue
        out = left_out(meeting, who, covered)
        own = Paragraphs.of(number for number in covered or () if out and number not in out)
        if out and own:
            yield Signer(signs_as=SignsAs.VERIFIER, who=who, paragraphs=own)
        elif not out or (verification.signed_by and covered == verification.paragraphs):
            yield Signer(signs_as=SignsAs.VERIFIER, who=who)


def _signs_as_chair(meeting: Meeting, who: Named, covered: Paragraphs | None) -> bool:
    """Tell whether somebody presided for some of what is covered, and has signed as the chair."""
    return any(who.is_same(turn.who) for turn in presided.within(meeting, covered))


def _presided(meeting: Meeting, item: Item, who: Named) -> bool:
    turn = presided.at(meeting, item)
    return turn is not None and who.is_same(turn.who)
