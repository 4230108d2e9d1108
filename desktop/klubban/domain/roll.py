"""The roll of one day: who is on it, when they were there, and what was decided about who serves.

It is the one record of presence: attendance, service, quorum and who presides are derived from it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Named, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import Right


class OnRollAs(StrEnum):
    """In what capacity somebody is on the roll."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECOND_VICE_CHAIR = "second_vice_chair"
    MEMBER = "member"
    ALTERNATE = "alternate"
    CO_OPTED = "co_opted"
    STAFF_REPRESENTATIVE = "staff_representative"
    OFFICIAL = "official"
    GUEST = "guest"
    OTHER = "other"

    @property
    def has_seat(self) -> bool:
        """Tell whether it is a member's seat, which somebody must serve in."""
        return self in _SEATS

    @classmethod
    def of(cls, role: SeatRole) -> OnRollAs:
        """Return what somebody with a seat is on the roll as; a secretary is an official."""
        return cls.OFFICIAL if role is SeatRole.SECRETARY else cls(role.value)


PRESIDIUM = (OnRollAs.CHAIR, OnRollAs.VICE_CHAIR, OnRollAs.SECOND_VICE_CHAIR)
_SEATS = frozenset((*PRESIDIUM, OnRollAs.MEMBER))


class Moment(StrEnum):
    """When somebody came or went, seen from one item."""

    BEFORE = "before"
    DURING = "during"
    """While it was handled, before it was decided."""
    DECIDED = "decided"
    """While it was handled, after it was decided."""
    AFTER = "after"

    @property
    def before_decision(self) -> bool:
        """Tell whether it was decided after this."""
        return self in (Moment.BEFORE, Moment.DURING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A time that somebody was there; without an item from the opening, or on to the end.

    Who served at an item is decided by who was there at its decision.
    """

    id: int
    first: int | None = None
    """Id of the item at which they came."""
    came: Moment = Moment.BEFORE
    last: int | None = None
    """Id of the item at which they left."""
    went: Moment = Moment.AFTER
    remote: bool = False
    came_at: dt.time | None = None
    went_at: dt.time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RollLine:
    """Somebody on the roll, named as on that day; nobody for a vacant seat."""

    id: int
    role: OnRollAs
    who: Named | None = None
    seat_party: str | None = None
    """The party whose seat it is, when nobody sits in it."""
    represents: str | None = None
    title: str | None = None
    personal_for: int | None = None
    """The line of the member whose own alternate this is."""
    instead_of: Named | None = None
    """Whom the organisation sent this one in place of, for this meeting."""
    since: dt.date | None = None
    """The first day of an unbroken time in the body, by which the senior member is found."""
    rights: tuple[Right, ...] = ()
    stand_ins: tuple[int, ...] = ()
    """The lines of those who step in for this member, in order."""
    stays: tuple[Stay, ...] = ()

    @property
    def party(self) -> str | None:
        """Return the party whose seat it is."""
        return self.seat_party or (self.who.party if self.who else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The chair's decision who serves in a seat, or who presides, against what the order of call gives."""

    id: int
    place: int | None
    """The line of the seat; None for the chair's own place."""
    serves: int | None
    """The line of the one who serves; None leaves the seat empty."""
    first: int
    """Id of the item from which it holds."""
    last: int | None
    """Id of the last item at which it holds; None for the rest of the meeting."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """The roll of one meeting. Empty before it is begun."""

    lines: tuple[RollLine, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    def line(self, id_: int) -> RollLine:
        """Return a line; raises LookupError for one that is not there."""
        for line in self.lines:
            if line.id == id_:
                return line
        raise LookupError(id_)


class Deviates(StrEnum):
    """What was done against a rule, and is noted with its reason."""

    QUORUM = "quorum"
    """An item was decided without a quorum (KL 5 kap. 45 §, 6 kap. 27 §)."""
    DISQUALIFIED = "disqualified"
    """Somebody disqualified took part all the same (KL 6 kap. 30 §)."""
    RETURN = "return"
    """Somebody who had left served again that day (KL 5 kap. 20 §)."""
    REMOTE = "remote"
    """Somebody took part remotely without leave to (KL 5 kap. 16 §, 6 kap. 24 §)."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """A fact against a rule, at one item, with the reason that was noted."""

    id: int
    rule: Deviates
    reason: str
    who: Named | None = None


class Coming(StrEnum):
    """What an alternate answered who was asked to step in."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallUp:
    """An alternate who was asked before the meeting, and the answer; None while it is awaited."""

    id: int
    who: Named
    for_: Named | None = None
    asked: dt.date | None = None
    answer: Coming | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item: its paragraph, and who was disqualified and did not take part all the same."""

    id: int
    title: str = ""
    number: int | None = None
    disqualified: tuple[Named, ...] = ()

    @property
    def called(self) -> str:
        """Return what people call it: its paragraph, or its title while it has none."""
        return f"§ {self.number}" if self.number else self.title


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items of a meeting in the order they were handled, as far as presence needs them."""

    items: tuple[AgendaItem, ...]

    def place(self, item_id: int) -> int:
        """Return an item's place, from 0; raises LookupError for one that is not there."""
        for place, item in enumerate(self.items):
            if item.id == item_id:
                return place
        raise LookupError(item_id)


_EVENING, _NIGHT = dt.time(12), dt.time(6)
"""Who came after the one, and left before the other, left on the day after."""


def check_stays(stays: tuple[Stay, ...], agenda: Agenda) -> None:
    """Raise RuleBroken when somebody leaves before they came, or came while they were there."""
    line = Timeline(agenda)
    ended = OPENING
    for stay in stays:
        came, left = line.began(stay), line.ended(stay)
        if came < ended:
            raise RuleBroken("They were there already when they came")
        # Coming before an item and leaving before it, or coming after it and leaving after it, is no stay.
        if left < came or (left == came and not in_midst(came)):
            raise RuleBroken("They would have left before they came")
        check_times(stay.came_at, stay.went_at)
        ended = left


def check_times(came_at: dt.time | None, went_at: dt.time | None) -> None:
    """Raise RuleBroken when somebody leaves before they came; an evening's meeting may pass midnight."""
    if came_at is None or went_at is None or came_at <= went_at:
        return
    if came_at < _EVENING or went_at > _NIGHT:
        raise RuleBroken("They would have left before they came")


Point = tuple[int, int]
"""A moment of a meeting: the place of an item, and how far it had come; after one is before the next."""

OPENING: Point = (-1, 0)
FIRST: Point = (0, 0)
"""Before the first item."""
_ORDER = list(Moment)


def in_midst(point: Point) -> bool:
    """Tell whether a moment lies within the handling of an item."""
    return point[1] in (_ORDER.index(Moment.DURING), _ORDER.index(Moment.DECIDED))


class Timeline:
    """The moments of a meeting in their order."""

    def __init__(self, agenda: Agenda) -> None:
        """Take the items, in the order they were handled."""
        self._at = {item.id: place for place, item in enumerate(agenda.items)}
        self.end: Point = (len(self._at), 1)

    def point(self, item: int, moment: Moment) -> Point:
        """Return a moment; raises LookupError for an item of another meeting."""
        place = self._at[item]
        return (place + 1, 0) if moment is Moment.AFTER else (place, _ORDER.index(moment))

    def began(self, stay: Stay) -> Point:
        """Return when somebody came."""
        return OPENING if stay.first is None else self.point(stay.first, stay.came)

    def ended(self, stay: Stay) -> Point:
        """Return when somebody left; the meeting may go on with further items."""
        return self.end if stay.last is None else self.point(stay.last, stay.went)
