"""What a list of members would do to the seats of a body, before anything is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from klubban.domain.body import Person, Seat, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.seats import check_alternates, check_chairs, overlap, serves
from klubban.exchange.lists import Fault
from klubban.exchange.members import MemberList
from klubban.i18n import N_
from klubban.operations.member_drafts import Difference, Does, Draft, Planned
from klubban.operations.member_match import Matching, key
from klubban.operations.seat_rows import Register


def plan(register: Register, people: Iterable[Person], members: MemberList) -> tuple[Planned, ...]:
    """Return what each line does, or what is wrong with it."""
    drafts = [Draft(line, list(line.faults)) for line in members.lines]
    matching = Matching(register, people, members.headings)
    for draft in drafts:
        if not draft.faults:
            matching.find_person(draft)
        if not draft.faults:
            matching.find_seat(draft)
    for draft in drafts:
        if not draft.faults:
            matching.fill_vacancy(draft)
    planning = _Planning(register, drafts, members.headings)
    planning.find_members()
    planning.check()
    return tuple(draft.planned() for draft in drafts)


def plan_good(register: Register, people: Sequence[Person], members: MemberList) -> tuple[Planned, ...]:
    """Return what the lines do that fit, without the others; leaving one out may make another one faulty."""
    lines = plan(register, people, members)
    while any(line.faults for line in lines):
        good = tuple(line.line for line in lines if not line.faults)
        lines = plan(register, people, replace(members, lines=good))
    return lines


def ended(draft: Draft | Planned) -> Seat | None:
    """Return the seat that ends on the eve because another follows it, as it will be."""
    before, seat = draft.before, draft.seat
    if before is None or seat is None or before.id == seat.id or seat.from_date is None:
        return None
    return replace(before, to_date=seat.from_date - timedelta(1))


class _Planning:
    """Looks at all the lines together: whose alternates there are, and what cannot be beside one another."""

    def __init__(self, register: Register, drafts: Sequence[Draft], headings: Mapping[str, str]) -> None:
        self._register = register
        self._drafts = drafts
        self._headings = headings
        self._names = register.names | {each.person.id: each.person.name for each in drafts if each.person}

    def find_members(self) -> None:
        """Find whose own alternates people are, among those who will be members."""
        members: dict[str, set[int]] = defaultdict(set)
        for seat in (*self._untouched(), *(each.seat for each in self._drafts if each.seat)):
            if seat.person and seat.role.decides:
                members[key(self._names[seat.person])].add(seat.person)
        for draft in self._drafts:
            if draft.line.alternate_for and draft.seat and not draft.faults:
                self._find_member(draft, draft.seat, draft.line.alternate_for, members)

    def _find_member(self, draft: Draft, seat: Seat, name: str, members: Mapping[str, set[int]]) -> None:
        found = members.get(key(name), set())
        if seat.role is not SeatRole.ALTERNATE:
            self._fault(draft, "alternate_for", N_("Only an alternate steps in for a certain member"))
        elif len(found) != 1:
            expected = (
                N_("{name} may be any of {count} members") if found else N_("{name} is no member of {body}")
            )
            body = self._register.body.name
            self._fault(draft, "alternate_for", expected, name=name, count=len(found), body=body)
        else:
            [member] = found
            if draft.before and draft.before.alternate_for != member:
                before = self._names.get(draft.before.alternate_for or 0)
                draft.differences.append(Difference("alternate_for", before, self._names[member]))
            draft.seat = replace(seat, alternate_for=member)

    def check(self) -> None:
        """Note what the body cannot have; the later of two lines is the one that does not fit."""
        chairs: list[Seat] = []
        held: dict[int, list[tuple[Seat, Draft | None]]] = defaultdict(list)
        for there in self._untouched():
            held[there.person or 0].append((there, None))
            chairs.append(there)
        for draft in self._drafts:
            if draft.seat is None or draft.faults:
                continue
            seat = draft.seat
            if draft.does() is not Does.NOTHING:
                self._check_role(draft, seat, chairs)
                self._check_once(draft, seat, held[seat.person] if seat.person else ())
            if not draft.faults:
                chairs.append(seat)
                held[seat.person or 0].append((seat, draft))

    def _check_role(self, draft: Draft, seat: Seat, chairs: Sequence[Seat]) -> None:
        try:
            if draft.before is None or draft.before.role is not seat.role:
                check_alternates(self._register.body.rules, seat, self._register.seats)
            if seat.role is SeatRole.CHAIR:
                for other in chairs:
                    check_chairs((other, seat))
        except RuleBroken as broken:
            self._fault(draft, "role", broken.template, **broken.facts)

    def _check_once(self, draft: Draft, seat: Seat, held: Iterable[tuple[Seat, Draft | None]]) -> None:
        """Note it when somebody would have two seats at once, of those that exclude one another."""
        for other, by in held:
            alike = other.role is seat.role or (serves(other) and serves(seat))
            if not alike or not overlap(other, seat):
                continue
            name = self._names[seat.person or 0]
            if by:
                self._fault(
                    draft, "name", N_("{name} stands on line {line} already"), name=name, line=by.line.number
                )
            else:
                expected = N_("{name} has a seat in {body} already")
                self._fault(draft, "name", expected, name=name, body=self._register.body.name)
            return

    def _untouched(self) -> list[Seat]:
        """Return the seats as they will be of which no line speaks, and those that end."""
        good = [draft for draft in self._drafts if draft.seat and not draft.faults]
        spoken = {draft.before.id for draft in good if draft.before}
        return [
            *(seat for seat in self._register.seats if seat.id not in spoken),
            *(seat for draft in good if (seat := ended(draft))),
        ]

    def _fault(self, draft: Draft, column: str, expected: str, **facts: object) -> None:
        draft.faults.append(Fault(self._headings.get(column, ""), expected, facts))
