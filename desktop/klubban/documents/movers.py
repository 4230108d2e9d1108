"""Those who moved, reserved themselves or took no part: people by name, parties by their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts

_LONG = 2
"""Of so many at most a motion is called theirs by all their names."""


def named(people: Iterable[Named], texts: Texts, meeting: Meeting | None = None) -> str:
    """Return `Åsa Berg (V) och ledamöterna från M och KD`; one whose party has one member is `ledamoten`."""
    told = tuple(people)
    parties = [who.name for who in told if who.is_party]
    names = [str(who) for who in told if not who.is_party]
    if parties:
        members = texts.ngettext("the member of {parties}", "the members of {parties}", _count(told, meeting))
        names.append(members.format(parties=wording.enumerated(parties, texts)))
    return wording.enumerated(names, texts)


def number(people: Sequence[Named], meeting: Meeting | None = None) -> int:
    """Return how many they are, for the grammar's sake: members of a party are several."""
    return sum(not who.is_party for who in people) + (
        _count(people, meeting) if any(who.is_party for who in people) else 0
    )


def _count(people: Sequence[Named], meeting: Meeting | None) -> int:
    """Return 1 for one party with one member who takes part, otherwise more."""
    parties = [who.name for who in people if who.is_party]
    there = [one for one in meeting.attendance if one.decides and one.who.party in parties] if meeting else []
    return 1 if len(parties) == 1 and len({one.who for one in there}) == 1 else 2


def owner(people: Sequence[Named], texts: Texts) -> str:
    """Return whose something is, of few people: `Åsa Bergs (V) och Lars Eks (MP)`; else nothing."""
    if not people or any(who.is_party for who in people):
        return ""
    if len(people) > _LONG:
        first = texts.pgettext("of several", "{who} and others’")
        return first.format(who=_owner(people[0], texts))
    return wording.enumerated([_owner(who, texts) for who in people], texts)


def _owner(who: Named, texts: Texts) -> str:
    name = wording.genitive(who.name, texts)
    return f"{name} ({who.party})" if who.party else name
