"""Comings and goings as they are seen at the table, and the stays that follow from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from klubban.domain.errors import RuleBroken
from klubban.domain.roll import (
    FIRST,
    OPENING,
    Agenda,
    Moment,
    RollLine,
    Stay,
    Timeline,
    check_stays,
    in_midst,
)

Stays = tuple[Stay, ...]


@dataclass(frozen=True)
class Comings:
    """One person's stays at a meeting; each method returns them as they are after it."""

    line: RollLine
    agenda: Agenda

    def came(
        self, item: int | None, came: Moment, *, remote: bool = False, at: dt.time | None = None
    ) -> Stays:
        """Let them come at an item, or be there from the opening.

        A coming that was noted at the same item, or later, is put right. Raises RuleBroken when they were
        there already.
        """
        moment = came if item is not None else Moment.BEFORE
        new = Stay(id=0, first=item, came=moment, remote=remote, came_at=at)
        began = self._time.began(new)
        for stay in self.line.stays:
            goes_on = began < self._time.ended(stay)
            if (stay.first == item and goes_on) or began <= self._time.began(stay):
                anew = replace(stay, first=item, came=moment, remote=remote, came_at=at)
                return self._checked(anew if each is stay else each for each in self.line.stays)
            if goes_on:
                raise RuleBroken(
                    "{name} was there already at {item}; note first when they left", **self._facts(item)
                )
        return self._checked((*self.line.stays, new))

    def went(self, item: int, went: Moment, *, at: dt.time | None = None) -> Stays:
        """Let them leave at an item; what was noted of their leaving in the same stay is put right.

        Raises RuleBroken when they were not there.
        """
        time, when = self._time, self._time.point(item, went)
        there = [stay for stay in self.line.stays if time.began(stay) <= when <= time.ended(stay)]
        there += [stay for stay in self.line.stays if stay.last == item and time.began(stay) < when]
        for stay in there:
            gone = replace(stay, last=item, went=went, went_at=at)
            if time.began(stay) < when or in_midst(when):
                after = self.line.stays[self.line.stays.index(stay) :]
                rest = after[len(list(self._unbroken(after))) :]
                return self._checked((*self.line.stays[: -len(after)], gone, *rest))
        if there:
            raise RuleBroken("{name} would have left at {item}, before they came", **self._facts(item))
        raise self._not_there(item)

    def changed_way(self, item: int, *, remote: bool) -> Stays:
        """Let them take part remotely, or in the room, from before an item on, until it changes again.

        Raises RuleBroken when they were not there.
        """
        time, when = self._time, self._time.point(item, Moment.BEFORE)
        for stay in self.line.stays:
            began = time.began(stay)
            if stay.first == item or began == when or (began == OPENING and when == FIRST):
                anew: Stays = (replace(stay, remote=remote),)
            elif began < when < time.ended(stay):
                before = replace(stay, last=item, went=Moment.BEFORE, went_at=None)
                anew = (
                    before,
                    replace(stay, id=0, first=item, came=Moment.BEFORE, came_at=None, remote=remote),
                )
            else:
                continue
            parts = (anew if each is stay else (each,) for each in self.line.stays)
            return self._joined(chain.from_iterable(parts))
        raise self._not_there(item)

    def timed(self, came_at: dt.time | None, went_at: dt.time | None) -> Stays:
        """Set by the clock when they came first and left last; who is not there yet is, the whole meeting.

        Raises RuleBroken when they would leave before they came.
        """
        if came_at and went_at and went_at < came_at:
            raise RuleBroken(
                "{name} cannot leave at {went}, before coming at {came}",
                name=self.line.who,
                went=f"{went_at:%H:%M}",
                came=f"{came_at:%H:%M}",
            )
        stays = list(self.line.stays or (Stay(id=0),))
        stays[0] = replace(stays[0], came_at=came_at)
        stays[-1] = replace(stays[-1], went_at=went_at)
        return self._checked(stays)

    @property
    def _time(self) -> Timeline:
        return Timeline(self.agenda)

    def _not_there(self, item: int) -> RuleBroken:
        return RuleBroken("{name} was not there at {item}; note first when they came", **self._facts(item))

    def _facts(self, item: int | None) -> dict[str, str]:
        place = 0 if item is None else self.agenda.place(item)
        called = self.agenda.items[place].called if self.agenda.items else ""
        return {"name": str(self.line.who), "item": called}

    def _unbroken(self, stays: Stays) -> Iterator[Stay]:
        """Walk the stays that follow upon one another without a gap, from the first on."""
        yield from stays[:1]
        for before, stay in pairwise(stays):
            if not self._follows(before, stay):
                return
            yield stay

    def _follows(self, before: Stay, stay: Stay) -> bool:
        """Tell whether somebody went on being there between items, perhaps in another way."""
        ended = self._time.ended(before)
        return before.last is not None and ended == self._time.began(stay) and not in_midst(ended)

    def _joined(self, stays: Iterable[Stay]) -> Stays:
        """Make one stay of those that go on in the same way."""
        found: list[Stay] = []
        for stay in stays:
            before = found[-1] if found else None
            if before and before.remote == stay.remote and self._follows(before, stay):
                found[-1] = replace(before, last=stay.last, went=stay.went, went_at=stay.went_at)
            else:
                found.append(stay)
        return self._checked(found)

    def _checked(self, stays: Iterable[Stay]) -> Stays:
        found = tuple(stays)
        check_stays(found, self.agenda)
        return found
