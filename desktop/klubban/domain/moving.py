"""What becomes of a roll when an item is moved, put in or taken away: presence at all others stays as it was.

Who came before an item or left after it did so between items: that goes on from its neighbour. Who came or
left while it was handled stays with it, and so does who was there, or served by decision, for it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, pairwise

from klubban.domain.attendance import Service
from klubban.domain.body import Body
from klubban.domain.errors import RuleBroken
from klubban.domain.roll import (
    Agenda,
    AgendaItem,
    Moment,
    RollCall,
    RollLine,
    Ruling,
    Stay,
    Timeline,
    check_stays,
    in_midst,
)

Presence = tuple[frozenset[int], frozenset[int], frozenset[int]]
"""Ids of items: at whose decision somebody was there, there remotely, and there for a part of."""


def in_new_order(
    roll: RollCall, agenda: Agenda, order: Sequence[AgendaItem], item: int, body: Body
) -> RollCall:
    """Return the roll as it must be in a new order, which differs from the old in the place of one item.

    The item may be new, or gone. Raises RuleBroken, naming the person, where presence at other items could
    not stay as it was, or somebody would leave before they came.
    """
    moving = _Moving(agenda, Agenda(tuple(order)), item)
    anew = RollCall(
        lines=tuple(moving.line(line) for line in roll.lines),
        rulings=tuple(map(moving.ruling, roll.rulings)),
    )
    moving.check(Service(roll, agenda, body), Service(anew, moving.after, body))
    return anew


@dataclass(frozen=True)
class _Moving:
    before: Agenda
    after: Agenda
    item: int

    @cached_property
    def _name(self) -> str:
        return next(each.called for each in (*self.before.items, *self.after.items) if each.id == self.item)

    @cached_property
    def _removed(self) -> bool:
        return all(each.id != self.item for each in self.after.items)

    @cached_property
    def _neighbours(self) -> tuple[int | None, int | None]:
        """Return the items before and after this one in the old order."""
        ids = [each.id for each in self.before.items]
        if self.item not in ids:
            return None, None
        place = ids.index(self.item)
        return (ids[place - 1] if place else None), next(iter(ids[place + 1 :]), None)

    # --- stays

    def line(self, line: RollLine) -> RollLine:
        """Return a line with its stays as they must be."""
        if not line.stays:
            return line
        stays = tuple(self._stay(stay, line) for stay in line.stays)
        if not self._removed:
            stays = self._touching_still(line, stays)
        return line if stays == line.stays else replace(line, stays=stays)

    def _stay(self, stay: Stay, line: RollLine) -> Stay:
        if self.item not in (stay.first, stay.last) and not self._was_for_it_alone(stay):
            return stay
        if self._removed:
            self._check_can_go(stay, line)
        elif self._was_for_it_alone(stay):
            own = self.item
            came = stay.came if stay.first == own and stay.came in _MIDST else Moment.BEFORE
            went = stay.went if stay.last == own and stay.went in _MIDST else Moment.AFTER
            return replace(stay, first=own, came=came, last=own, went=went)
        if stay.first == self.item and stay.came not in _MIDST:
            first, came = self._beside(stay.came, line)
            stay = replace(stay, first=first, came=came)
        if stay.last == self.item and stay.went not in _MIDST:
            last, went = self._beside(stay.went, line)
            stay = replace(stay, last=last, went=went)
        return stay

    def _was_for_it_alone(self, stay: Stay) -> bool:
        """Tell whether somebody came and left within the item, or right before and after it."""
        if (
            stay.first is None
            or stay.last is None
            or self.item not in (each.id for each in self.before.items)
        ):
            return False
        time = Timeline(self.before)
        own = (time.point(self.item, Moment.BEFORE), time.point(self.item, Moment.AFTER))
        return own[0] <= time.began(stay) and time.ended(stay) <= own[1]

    def _check_can_go(self, stay: Stay, line: RollLine) -> None:
        during = (stay.first == self.item and stay.came in _MIDST) or (
            stay.last == self.item and stay.went in _MIDST
        )
        if during or self._was_for_it_alone(stay):
            raise self._refused(line)

    def _beside(self, moment: Moment, line: RollLine) -> tuple[int, Moment]:
        """Return the same time between items, seen from a neighbour of this one."""
        earlier, later = self._neighbours
        if moment is Moment.BEFORE and later is None and earlier is not None:
            return earlier, Moment.AFTER
        if moment is Moment.AFTER and earlier is None and later is not None:
            return later, Moment.BEFORE
        found = later if moment is Moment.BEFORE else earlier
        if found is None:
            raise self._refused(line)
        return found, moment

    def _touching_still(self, line: RollLine, stays: tuple[Stay, ...]) -> tuple[Stay, ...]:
        """Let stays that followed upon one another between two items do so still with an item in between."""
        old, new = Timeline(self.before), Timeline(self.after)
        found = list(stays)
        for place, (earlier, later) in enumerate(pairwise(line.stays), 1):
            ended = old.ended(earlier)
            if ended != old.began(later) or in_midst(ended) or earlier.last is None:
                continue
            if new.ended(found[place - 1]) != new.began(found[place]):
                last, went = found[place - 1].last, found[place - 1].went
                found[place] = replace(found[place], first=last, came=went)
        return tuple(sorted(found, key=new.began))

    # --- rulings

    def ruling(self, ruling: Ruling) -> Ruling:
        """Return a decision of the chair that holds at the same other items."""
        ids = [each.id for each in self.before.items]
        if self.item not in ids:
            return ruling
        end = len(ids) if ruling.last is None else ids.index(ruling.last) + 1
        span = ids[ids.index(ruling.first) : end]
        if span == [self.item]:
            if self._removed:
                raise RuleBroken(
                    "The chair decided who serves at {item}; withdraw that decision first", item=self._name
                )
            return replace(ruling, last=self.item)
        others = [each for each in span if each != self.item]
        if ruling.first == self.item:
            ruling = replace(ruling, first=others[0])
        if ruling.last == self.item:
            ruling = replace(ruling, last=others[-1])
        return ruling

    # --- what must hold

    def check(self, before: Service, after: Service) -> None:
        """Raise RuleBroken where presence or a decision at another item would not be as it was."""
        for line in before.roll.lines:
            moved = after.lines[line.id]
            try:
                check_stays(moved.stays, self.after)
            except RuleBroken as error:
                raise self._refused(line) from error
            if self._presence(before, line.id) != self._presence(after, line.id):
                raise self._refused(line)
        old = dict(self._held(before))
        for ruling, held in self._held(after):
            if old[ruling] != held:
                raise self._refused_ruling()
        if set(_seated_twice(after)) - set(_seated_twice(before)):
            raise self._refused_ruling()

    def _presence(self, service: Service, line: int) -> Presence:
        found, ids = service.presence[line], [each.id for each in service.agenda.items]
        there, remote, partly = (
            frozenset(ids[place] for place in places if place < len(ids)) - {self.item}
            for places in (found.there, found.remote, found.partly)
        )
        return there, remote, partly

    def _held(self, service: Service) -> Iterator[tuple[int, frozenset[int]]]:
        ids = [each.id for each in service.agenda.items]
        for ruling in service.roll.rulings:
            yield ruling.id, frozenset(ids[place] for place in service.span(ruling)) - {self.item}

    def _refused(self, line: RollLine) -> RuleBroken:
        name = str(line.who or "")
        if self._removed:
            return RuleBroken(
                "{name} came or left at {item}; change that on the roll first", name=name, item=self._name
            )
        return RuleBroken(
            "{name} came or left at {item}, so it cannot be moved there; change that on the roll first",
            name=name,
            item=self._name,
        )

    def _refused_ruling(self) -> RuleBroken:
        return RuleBroken(
            "{item} cannot stand there: what the chair decided about who serves would no longer hold",
            item=self._name,
        )


_MIDST = (Moment.DURING, Moment.DECIDED)


def _seated_twice(service: Service) -> Iterable[tuple[int, int]]:
    """Walk the pairs of decisions that let one person serve in two seats at one item."""
    for one, other in combinations(service.roll.rulings, 2):
        seats = {one.place, other.place}
        same = one.serves is not None and one.serves == other.serves and None not in seats and len(seats) > 1
        if same and set(service.span(one)) & set(service.span(other)):
            yield one.id, other.id
