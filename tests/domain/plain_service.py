"""The order of call as one would say it: slow, without any cleverness, and the witness for `sittings`.

Each item goes through the same five steps. A step looks at the whole table again for every question it has.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from klubban.domain.service import CallRules, OrderOfCall, Roll, Seat, Sits, Why


@dataclass
class Day:
    """What earlier items leave to later ones."""

    began: dict[int, list[int]] = field(default_factory=dict)
    """For a seat, those who began to serve in it, each after the one they stepped in for."""
    served: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    """Who served and left, and may not serve again."""

    def leave(self, person: int) -> None:
        self.began = {seat: [each for each in those if each != person] for seat, those in self.began.items()}


@dataclass
class Table:
    """One item: who is there, and who sits where so far."""

    roll: Roll
    rules: CallRules
    day: Day
    item: int
    sits: dict[int, Sits] = field(default_factory=dict)
    yielding: dict[int, int] = field(default_factory=dict)
    """For a seat, who goes on in it unless somebody of its own party takes over."""

    def there(self, person: int) -> bool:
        return self.item in self.roll.present.get(person, ())

    def may(self, person: int) -> bool:
        aside = (person, self.item) in self.roll.disqualified
        gone = person in self.day.gone
        return self.there(person) and not gone and not aside and person not in self.serving()

    def serving(self) -> list[int]:
        return [each.person for each in self.sits.values() if each.person is not None]

    def empty(self) -> list[Seat]:
        return [seat for seat in self.roll.seats if seat.id not in self.sits]


def plain_sittings(roll: Roll, rules: CallRules) -> tuple[tuple[Sits, ...], ...]:
    day, found = Day(), []
    for item in range(roll.items):
        table = Table(roll, rules, day, item)
        those_who_left(table)
        what_the_chair_decided(table)
        members(table)
        those_who_began(table)
        those_called(table)
        day.served |= set(table.serving())
        found.append(tuple(table.sits.get(seat.id, Sits(seat)) for seat in roll.seats))
    return tuple(found)


def those_who_left(table: Table) -> None:
    """Who left for disqualification only has not left the meeting."""
    day = table.day
    for person in day.served:
        if left(table, person) and not table.rules.returns:
            day.gone.add(person)
    for person in [each for those in day.began.values() for each in those]:
        if left(table, person):
            day.leave(person)


def left(table: Table, person: int) -> bool:
    aside = (person, table.item) in table.roll.disqualified
    return not table.there(person) and not aside


def what_the_chair_decided(table: Table) -> None:
    """The last decision about a seat holds; nobody serves in two."""
    for seat in table.roll.seats:
        about = [each for each in table.roll.decided if each.seat == seat.id and table.item in each]
        if about:
            person = None if about[-1].person in table.serving() else about[-1].person
            table.sits[seat.id] = Sits(seat, person, Why.DECIDED)


def members(table: Table) -> None:
    for seat in table.empty():
        if seat.person is not None and table.may(seat.person):
            table.sits[seat.id] = Sits(seat, seat.person, Why.OWN)
            table.day.began.pop(seat.id, None)
            table.day.leave(seat.person)


def those_who_began(table: Table) -> None:
    """The first of those who began in a seat comes back; whoever stepped in for them has done with it."""
    began = table.day.began
    back = {}
    for seat in table.empty():
        able = [each for each in began.get(seat.id, ()) if table.may(each)]
        if able:
            back[seat.id] = able[0]
            began[seat.id] = began[seat.id][: began[seat.id].index(able[0]) + 1]
    for seat in table.empty():
        if seat.id in back:
            if yields(table, seat, back[seat.id]):
                table.yielding[seat.id] = back[seat.id]
            else:
                table.sits[seat.id] = Sits(seat, back[seat.id], Why.GOES_ON)


def yields(table: Table, seat: Seat, person: int) -> bool:
    """Somebody of another party yields to one of the seat's own party who came later."""
    own = of_party(table.roll, seat.party)
    began = [each for those in table.day.began.values() for each in those]
    newcomers = [each for each in own if table.may(each) and each not in began]
    return table.rules.balance and person not in own and bool(newcomers)


def those_called(table: Table) -> None:
    """Ask every first rank before any second one, and all of it again until nobody more is called."""
    before = None
    while before != table.sits:
        before = dict(table.sits)
        ranks = {seat.id: order(table.roll, table.rules, seat) for seat in table.roll.seats}
        for rank in range(max(map(len, ranks.values()), default=0)):
            for seat in table.empty():
                if rank < len(ranks[seat.id]):
                    why, persons = ranks[seat.id][rank]
                    able = [each for each in persons if table.may(each) and may_take(table, seat, each)]
                    if able:
                        begin(table, seat, able[0], why)


def may_take(table: Table, seat: Seat, person: int) -> bool:
    """Who yields goes on if nobody of the seat's own party takes over, and is not called away before that."""
    yielding = table.yielding.get(seat.id)
    elsewhere = [table.yielding.get(other.id) for other in table.empty() if other.id != seat.id]
    own = of_party(table.roll, seat.party)
    return person == yielding or (person not in elsewhere and (yielding is None or person in own))


def begin(table: Table, seat: Seat, person: int, why: Why) -> None:
    """The one called comes after those who are before them in the seat; one who yielded has done with it."""
    yielding = table.yielding.get(seat.id)
    if person == yielding:
        table.sits[seat.id] = Sits(seat, person, Why.GOES_ON)
        return
    if yielding is not None:
        table.day.leave(yielding)
    table.sits[seat.id] = Sits(seat, person, why)
    table.day.leave(person)
    table.day.began.setdefault(seat.id, []).append(person)


def order(roll: Roll, rules: CallRules, seat: Seat) -> list[tuple[Why, list[int]]]:
    """The ranks of those who step in: every first rank is asked before any second one."""
    own = of_party(roll, seat.party)
    chain = [(Why.CHAIN, of_party(roll, party)) for party in rules.chains.get(seat.party or "", ())]
    personal = [each.person for each in roll.alternates if each.personal_for == seat.id]
    return {
        OrderOfCall.PARTY_CHAIN: [(Why.SAME_PARTY, own), *chain],
        OrderOfCall.PERSONAL: [(Why.PERSONAL, personal), (Why.SAME_PARTY, own), *chain],
        OrderOfCall.NAMED_LIST: [(Why.LISTED, list(rules.lists.get(seat.id, ())))],
        OrderOfCall.COMMON_LIST: [(Why.LISTED, [each.person for each in roll.alternates])],
        OrderOfCall.ENTERED: [(Why.LISTED, own)],
        OrderOfCall.NONE: [],
    }[rules.order]


def of_party(roll: Roll, party: str | None) -> list[int]:
    return [each.person for each in roll.alternates if party is not None and each.party == party]
