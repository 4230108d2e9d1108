"""How each member voted, `A (S) och ordföranden E (S) röstar ja (2).`: a sentence for each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.decided import Vote
from klubban.domain.quorum import serving
from klubban.domain.voters import chair_at, is_among

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.body import Named
    from klubban.domain.decided import Division
    from klubban.domain.meeting import Item, Meeting
    from klubban.i18n import Texts


def sentences(meeting: Meeting, item: Item, division: Division, texts: Texts) -> Iterator[tuple[Vote, str]]:
    """Walk the answers that were given, each with its sentence and how many gave it."""
    for vote in Vote:
        people = [who for who, answer in division.votes if answer is vote]
        if people:
            line = _line(vote, len(people), texts)
            yield vote, line.format(who=_told(meeting, item, people, texts), count=len(people))


def _line(vote: Vote, count: int, texts: Texts) -> str:
    match vote:
        case Vote.YES:
            return texts.ngettext("{who} votes yes ({count}).", "{who} vote yes ({count}).", count)
        case Vote.NO:
            return texts.ngettext("{who} votes no ({count}).", "{who} vote no ({count}).", count)
        case Vote.ABSTAINED:
            return texts.ngettext(
                "{who} abstains from voting ({count}).", "{who} abstain from voting ({count}).", count
            )
        case Vote.ABSENT:
            return texts.ngettext("{who} is absent ({count}).", "{who} are absent ({count}).", count)
        case Vote.NOT_TAKING_PART:
            return texts.ngettext(
                "{who} takes no part in the vote ({count}).",
                "{who} take no part in the vote ({count}).",
                count,
            )


def _told(meeting: Meeting, item: Item, people: Sequence[Named], texts: Texts) -> str:
    """Return members, then alternates in service, and who presides last."""
    chair = chair_at(meeting, item)
    stepped_in = [one.who for one in serving(meeting, item) if one.serves_for]
    others = [who for who in people if not who.is_same(chair)]
    members = [str(who) for who in others if not is_among(who, stepped_in)]
    alternates = [str(who) for who in others if is_among(who, stepped_in)]
    parts = members
    if alternates:
        serve = texts.ngettext("serving alternate {names}", "serving alternates {names}", len(alternates))
        parts = [*members, serve.format(names=wording.enumerated(alternates, texts))]
    presides = [str(who) for who in people if who.is_same(chair)]
    parts = [*parts, *(texts.gettext("the chair {name}").format(name=name) for name in presides)]
    if len(alternates) > 1 and len(parts) > 1:
        *some, last = parts
        told = texts.gettext("{some} and also {last}").format(some=", ".join(some), last=last)
    else:
        told = wording.enumerated(parts, texts)
    return wording.capital(told)
