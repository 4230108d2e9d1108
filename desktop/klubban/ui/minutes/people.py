"""Who is offered where names are typed, and what a line of names says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.attendance import Service
from klubban.domain.body import Named
from klubban.domain.voters import voters
from klubban.i18n import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from klubban.domain.meeting import Item, Meeting

SEPARATOR = ", "
_LONGEST = 100
"""What is longer is no name, but pasted by mistake."""


def called_all(people: Iterable[Named]) -> str:
    """Return names as they are typed."""
    return SEPARATOR.join(map(str, people))


@dataclass(frozen=True)
class People:
    """Those of one meeting: first those who may vote at an item, then who else is there, then who is not."""

    all: tuple[Named, ...] = ()
    voters: tuple[Named, ...] = ()
    parties: tuple[Named, ...] = ()

    @classmethod
    def of(cls, meeting: Meeting, item: Item) -> People:
        """Return those of a meeting, as they are offered at an item."""
        first = voters(meeting, item)
        names = dict.fromkeys((*first, *_there(meeting, item), *_others(meeting)))
        known: dict[object, Named] = {}
        for who in names:
            known.setdefault(who.person or (who.name, who.party), who)
        found = tuple(known.values())
        parties = dict.fromkeys(who.party for who in found if who.party)
        return cls(found, tuple(first), tuple(Named(party, party) for party in parties))

    def matching(self, typed: str, *, parties: bool = True) -> list[Named]:
        """Return those of whom each typed word begins some name; a party that is named whole leads."""
        wanted = sort_key(typed[: _LONGEST + 1]).split()
        if not wanted or len(typed) > _LONGEST:
            return []
        same = [each for each in self.parties if parties and sort_key(each.name).split() == wanted]
        keyed = ((who, sort_key(str(who)).split()) for who in self.all)
        found = [who for who, parts in keyed if _begins(wanted, parts)]
        return [*same, *found]

    def only(self, wanted: Iterable[Named]) -> People:
        """Return the same with some offered alone."""
        return People(tuple(wanted), self.voters, ())


def _begins(wanted: Iterable[str], parts: list[str]) -> bool:
    return all(any(part.lstrip("(").startswith(word) for part in parts) for word in wanted)


def _there(meeting: Meeting, item: Item) -> Iterable[Named]:
    """Return who else is there at an item."""
    if not meeting.roll.lines:
        return (each.who for each in meeting.attendance)
    service = Service(meeting.roll, meeting.agenda, meeting.body)
    place = service.at.get(item.id, 0)
    return (line.who for line in meeting.roll.lines if line.who and place in service.presence[line.id].there)


def _others(meeting: Meeting) -> Iterable[Named]:
    return (line.who for line in meeting.roll.lines if line.who)


@dataclass(frozen=True, slots=True)
class Read:
    """What a line of names says."""

    people: tuple[Named, ...] = ()
    unknown: str = ""
    """The first name that nobody of the meeting has."""


def read_names(typed: str, people: People, chosen: Mapping[str, Named]) -> Read:
    """Return who is named; `chosen` has those who were taken from what is offered, by their words."""
    found: list[Named] = []
    unknown = ""
    for part in filter(None, (" ".join(part.split()) for part in typed.split(","))):
        who = chosen.get(part) or next(iter(people.matching(part)), None)
        if who is not None:
            found.append(who)
        else:
            unknown = unknown or part
    return Read(tuple(dict.fromkeys(found)), unknown)
