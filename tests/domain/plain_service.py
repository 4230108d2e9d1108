"""The order of call as one would say it: slow, without any cleverness, and the witness for `sittings`.

Each item goes through the same four steps. A step looks at the whole table again for every question it has.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from klubban.domain.service import CallRules, OrderOfCall, Roll, Seat, Sits, Why


@dataclass
class Day:
    """What earlier items leave to later ones."""

    began: dict[int, int] = field(default_factory=dict)
    """For a seat, the alternate who began to serve in it."""
    served: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    """Who served and left, and may not serve again."""


@dataclass
class Table:
    """One item: who is there, and who sits where so far."""

    roll: Roll
    rules: CallRules
    day: Day
    item: int
    sits: dict[int, Sits] = field(default_factory=dict)

    def there(self, person: int) -> bool:
        return self.item in self.roll.present.get(person, ())

    def here(self, person: int) -> bool:
        """There, and not one of those who left for the day."""
        return self.there(person) and person not in self.day.gone

    def may(self, person: int) -> bool:
        aside = (person, self.item) in self.roll.disqualified
        return self.here(person) and not aside and person not in self.serving()

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
    day = table.day
    for person in day.served:
        if not table.there(person) and not table.rules.returns:
            day.gone.add(person)
    day.began = {seat: person for seat, person in day.began.items() if table.there(person)}


def what_the_chair_decided(table: Table) -> None:
    for seat in table.roll.seats:
        for decided in table.roll.decided:
            if decided.seat == seat.id and decided.first <= table.item <= decided.last:
                person = None if decided.person in table.serving() else decided.person
                table.sits[seat.id] = Sits(seat, person, Why.DECIDED)


def members(table: Table) -> None:
    for seat in table.empty():
        if seat.person is not None and table.may(seat.person):
            table.sits[seat.id] = Sits(seat, seat.person, Why.OWN)
            table.day.began.pop(seat.id, None)


def those_who_began(table: Table) -> None:
    for seat in table.empty():
        person = table.day.began.get(seat.id)
        if person is not None and table.may(person) and not yields(table, seat, person):
            table.sits[seat.id] = Sits(seat, person, Why.GOES_ON)


def yields(table: Table, seat: Seat, person: int) -> bool:
    """Somebody of another party yields to one of the seat's own party who came later."""
    own = of_party(table.roll, seat.party)
    newcomers = [each for each in own if table.may(each) and each not in table.day.began.values()]
    return table.rules.balance and seat.party is not None and person not in own and bool(newcomers)


def those_called(table: Table) -> None:
    ranks = {seat.id: order(table.roll, table.rules, seat) for seat in table.roll.seats}
    for rank in range(max(map(len, ranks.values()), default=0)):
        for seat in table.empty():
            if rank < len(ranks[seat.id]):
                why, persons = ranks[seat.id][rank]
                able = [each for each in persons if table.may(each) and not wanted(table, seat, each)]
                if able:
                    table.sits[seat.id] = Sits(seat, able[0], why)
                    begin(table, seat, able[0])


def wanted(table: Table, seat: Seat, person: int) -> bool:
    """Whoever began in another seat is not called away while that one is empty."""
    return any(table.day.began.get(other.id) == person for other in table.empty() if other.id != seat.id)


def begin(table: Table, seat: Seat, person: int) -> None:
    """The one called keeps the seat, unless those before them are in the house and come back to it."""
    before = [seat.person, table.day.began.get(seat.id)]
    if not any(each is not None and table.here(each) for each in before):
        table.day.began[seat.id] = person


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
