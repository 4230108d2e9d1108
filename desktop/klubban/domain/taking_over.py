"""Attendance that was noted without a roll becomes one, from which the same attendance follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from klubban.domain.attendance import Service
from klubban.domain.beginning import on_roll
from klubban.domain.body import Body
from klubban.domain.meeting import Attendee, AttendsAs, Meeting
from klubban.domain.roll import Agenda, Moment, OnRollAs, RollCall, RollLine, Ruling, Stay

_ROUNDS = 4
"""Who serves by decision leaves another seat, which may need a decision too."""


def taken_over(meeting: Meeting, lines: Iterable[RollLine], reason: str) -> RollCall:
    """Return the roll of a meeting that has attendance, on the lines that it would begin with.

    People who are not on them come last. Where the order of call gives somebody else than was noted, what was
    noted becomes a decision, for a reason. Ids of lines and rulings are not those of rows.
    """
    found = list(lines)
    for rows in _by_person(meeting.attendance):
        _put(found, rows, meeting.agenda)
    if meeting.chair and not any(line.role is OnRollAs.CHAIR for line in found):
        found = [
            replace(line, role=OnRollAs.CHAIR)
            if line.role.has_seat and meeting.chair.is_same(line.who)
            else line
            for line in found
        ]
    roll = RollCall(lines=tuple(found))
    return _Decisions(meeting, roll, reason).made() if meeting.items else roll


def _by_person(attendance: Iterable[Attendee]) -> list[list[Attendee]]:
    groups: list[list[Attendee]] = []
    for row in attendance:
        own = next((group for group in groups if row.who.is_same(group[0].who)), None)
        if own is None:
            groups.append([row])
        else:
            own.append(row)
    return groups


def _put(lines: list[RollLine], rows: list[Attendee], agenda: Agenda) -> None:
    """Write one person's rows as stays: on their line, on that of whom they replaced, or on a new one."""
    first = rows[0]
    line = on_roll(lines, first.who)
    instead = first.serves_for if first.attends_as is AttendsAs.MEMBER else None
    if line is None and instead is not None:
        line = on_roll(lines, instead)
    role = first.attends_as.on_roll
    if line is None:
        line = RollLine(id=max((each.id for each in lines), default=0) + 1, role=role)
        lines.append(line)
    elif role in (OnRollAs.MEMBER, OnRollAs.ALTERNATE) and line.role.has_seat != role.has_seat:
        line = _in_place(lines, replace(line, role=role))
    stays = _stays(rows, agenda)
    if stays:
        stays[0] = replace(stays[0], came_at=next((row.came_at for row in rows if row.came_at), None))
        stays[-1] = replace(stays[-1], went_at=next((row.went_at for row in rows if row.went_at), None))
    _in_place(
        lines,
        replace(line, who=first.who, title=first.title or line.title, instead_of=instead, stays=tuple(stays)),
    )


def _in_place(lines: list[RollLine], line: RollLine) -> RollLine:
    lines[[each.id for each in lines].index(line.id)] = line
    return line


def places_of(row: Attendee, agenda: Agenda) -> frozenset[int]:
    """Return the places at whose decision somebody was, by a row of attendance."""
    numbers, items = row.paragraphs, row.items
    whole = numbers is None and not items and row.partly is None
    return frozenset(
        place
        for place, item in enumerate(agenda.items)
        if whole or item.id in items or (item.number is not None and item.number in (numbers or ()))
    )


def _stays(rows: list[Attendee], agenda: Agenda) -> list[Stay]:
    """Return stays for one person's rows; where two meet in an item, the first says how they were there."""
    if not agenda.items:
        return [Stay(id=0, remote=rows[0].remote)]
    remote: dict[int, bool] = {}
    for row in rows:
        for place in places_of(row, agenda):
            remote.setdefault(place, row.remote)
    numbers = {number for row in rows for number in row.partly or ()}
    partly = {place for place, item in enumerate(agenda.items) if item.number in numbers}
    found = [_stay(first, last, remote, partly, agenda) for first, last in _runs(remote)]
    touched = {place for first, last in _runs(remote) for place in range(first - 1, last + 2)}
    for place in sorted(partly - touched):
        item = agenda.items[place].id
        found.append(Stay(id=0, first=item, came=Moment.DURING, last=item, went=Moment.DURING))
    at = {item.id: place for place, item in enumerate(agenda.items)}
    return sorted(found, key=lambda stay: -1 if stay.first is None else at[stay.first])


def _runs(remote: Mapping[int, bool]) -> Iterator[tuple[int, int]]:
    """Walk the first and last places of those that follow upon one another in the same way."""
    first = None
    for place in sorted(remote):
        first = place if first is None else first
        if remote.get(place + 1) is not remote[place]:
            yield first, place
            first = None


def _stay(first: int, last: int, remote: Mapping[int, bool], partly: set[int], agenda: Agenda) -> Stay:
    """Return the stay at some items, from the one in which they came to the one in which they left."""
    items = agenda.items
    came = went = None
    came, first_item = Moment.BEFORE, items[first].id if first else None
    went, last_item = Moment.AFTER, items[last].id if last < len(items) - 1 else None
    if first - 1 in partly and first - 1 not in remote:
        came, first_item = Moment.DECIDED, items[first - 1].id
    elif first in partly:
        came, first_item = Moment.DURING, items[first].id
    if last + 1 in partly and last + 1 not in remote:
        went, last_item = Moment.DURING, items[last + 1].id
    elif last in partly and (last != first or came is not Moment.DURING):
        went, last_item = Moment.DECIDED, items[last].id
    return Stay(id=0, first=first_item, came=came, last=last_item, went=went, remote=remote[first])


@dataclass(frozen=True)
class _Decisions:
    """Makes what was noted about who served and presided decisions, where it does not follow."""

    meeting: Meeting
    roll: RollCall
    reason: str

    def made(self) -> RollCall:
        roll = self.roll
        for _round in range(_ROUNDS):
            before, roll = roll, self._serving(roll)
            if roll == before:
                break
        return self._presiding(roll)

    @property
    def _body(self) -> Body:
        return self.meeting.body

    def _serving(self, roll: RollCall) -> RollCall:
        """Let each serve where it was noted, and nobody where it was noted that they did not."""
        service = Service(roll, self.meeting.agenda, self._body)
        wanted: dict[tuple[int, int | None], set[int]] = {}
        for row in self.meeting.attendance:
            line = service.line_of(row.who)
            if line is None:
                continue
            for place in places_of(row, self.meeting.agenda) - service.kept_out.get(line.id, frozenset()):
                seat = service.serving[place].get(line.id)
                if (
                    row.attends_as is AttendsAs.ALTERNATE
                    and seat is not None
                    and not self._serves(line, place)
                ):
                    wanted.setdefault((seat, None), set()).add(place)
                elif row.decides:
                    noted = self._seat(service, row, line, place)
                    if noted is not None and seat != noted:
                        wanted.setdefault((noted, line.id), set()).add(place)
        rulings = list(roll.rulings)
        for (seat, serves), places in wanted.items():
            rulings += self._rulings(len(rulings), seat, serves, places)
        return replace(roll, rulings=tuple(rulings))

    def _serves(self, line: RollLine, place: int) -> bool:
        """Tell whether somebody was noted as serving at an item."""
        return any(
            row.decides and row.who.is_same(line.who) and place in places_of(row, self.meeting.agenda)
            for row in self.meeting.attendance
        )

    def _seat(self, service: Service, row: Attendee, line: RollLine, place: int) -> int | None:
        """Return the seat that a row says somebody served in; an empty one where it does not say."""
        if row.attends_as is AttendsAs.MEMBER:
            return line.id if line.role.has_seat else None
        if row.serves_for is not None:
            seat = service.line_of(row.serves_for)
            return seat.id if seat and seat.role.has_seat else None
        serving = service.serving[place].get(line.id)
        empty = (sits.seat.id for sits in service.sittings[place] if sits.person is None)
        return serving if serving is not None else next(empty, None)

    def _rulings(
        self, taken: int, seat: int | None, serves: int | None, places: set[int]
    ) -> Iterator[Ruling]:
        items = self.meeting.agenda.items
        for id_, (first, last) in enumerate(_runs(dict.fromkeys(places, False)), taken + 1):
            end = items[last].id if last < len(items) - 1 else None
            yield Ruling(
                id=id_, place=seat, serves=serves, first=items[first].id, last=end, reason=self.reason
            )

    def _presiding(self, roll: RollCall) -> RollCall:
        """Let the chair that was noted preside wherever they were there."""
        service = Service(roll, self.meeting.agenda, self._body)
        line = service.line_of(self.meeting.chair) if self.meeting.chair else None
        if line is None:
            return roll
        there = service.presence[line.id].there - service.kept_out.get(line.id, frozenset())
        against = {place for place in there if service.presiding[place] != line.id}
        rulings = self._rulings(len(roll.rulings), None, line.id, against)
        return replace(roll, rulings=(*roll.rulings, *rulings))
