"""What was against a rule at a meeting: found or noted, with its reason where there is one.

A rule stops slips, never facts: what happened all the same is noted, and pointed out before verification.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from klubban.domain.attendance import Service
from klubban.domain.body import Named
from klubban.domain.meeting import Item
from klubban.domain.quorum import standings
from klubban.domain.roll import Deviates, Deviation, Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something against a rule at one item."""

    item: int
    place: int
    rule: Deviates
    who: Named | None = None
    noted: Deviation | None = None
    ruling: Ruling | None = None
    """The chair's decision by which it came about."""

    @property
    def reason(self) -> str | None:
        """Return the reason that was noted, with it or with the decision; None while it is wanted."""
        if self.noted is not None:
            return self.noted.reason
        return self.ruling.reason if self.ruling is not None and self.rule is Deviates.RETURN else None


def findings(service: Service, items: Sequence[Item]) -> tuple[Finding, ...]:
    """Return what was against a rule, item by item; nothing before anybody is there.

    The items are those of the roll's agenda, with what was noted about them.
    """
    if not any(presence.there for presence in service.presence.values()):
        return ()
    found = [*_quorum(service), *_returned(service), *_remote(service), *_contradicting(service)]
    noted = [(place, item.id, each) for place, item in enumerate(items) for each in item.deviations]
    told = [_told(each, noted) for each in found]
    known = {each.noted.id for each in told if each.noted}
    told += [
        Finding(item=item, place=place, rule=each.rule, who=each.who, noted=each)
        for place, item, each in noted
        if each.id not in known
    ]
    rules = list(Deviates)
    return tuple(sorted(told, key=lambda each: (each.place, rules.index(each.rule))))


def _told(found: Finding, noted: Iterable[tuple[int, int, Deviation]]) -> Finding:
    """Return a finding with the reason that was noted for it, if one was."""
    for _place, item, each in noted:
        same = each.who.is_same(found.who) if each.who else found.who is None
        if item == found.item and each.rule is found.rule and same:
            return Finding(
                item=found.item,
                place=found.place,
                rule=found.rule,
                who=found.who,
                noted=each,
                ruling=found.ruling,
            )
    return found


def _quorum(service: Service) -> Iterator[Finding]:
    for place, (item, standing) in enumerate(zip(service.agenda.items, standings(service), strict=False)):
        if not standing.reached:
            yield Finding(item=item.id, place=place, rule=Deviates.QUORUM)


def _returned(service: Service) -> Iterator[Finding]:
    """Walk those who served, left for another reason than disqualification, and served again by decision."""
    if service.body.rules.returns:
        return
    for ruling in service.roll.rulings:
        if ruling.serves is None or ruling.place is None:
            continue
        there = service.presence[ruling.serves].there | service.kept_out.get(ruling.serves, frozenset())
        served = [place for place, serving in enumerate(service.serving) if ruling.serves in serving]
        for before, place in pairwise(served):
            left = any(each not in there for each in range(before + 1, place))
            if left and place in service.span(ruling):
                yield _at(service, place, Deviates.RETURN, ruling.serves, ruling)


def _remote(service: Service) -> Iterator[Finding]:
    """Walk those who decided remotely without leave, at the first item of each time they did."""
    if service.body.rules.remote:
        return
    for line, presence in service.presence.items():
        decided = [place for place in sorted(presence.remote) if line in service.serving[place]]
        for place in decided:
            if place - 1 not in decided:
                yield _at(service, place, Deviates.REMOTE, line)


def _contradicting(service: Service) -> Iterator[Finding]:
    """Walk decisions about one seat that do not agree: the later one counts."""
    for one, other in combinations(service.roll.rulings, 2):
        both = set(service.span(one)) & set(service.span(other))
        if one.place == other.place and one.serves != other.serves and both:
            yield _at(service, min(both), Deviates.OTHER, other.place, other)


def _at(
    service: Service, place: int, rule: Deviates, line: int | None, ruling: Ruling | None = None
) -> Finding:
    item = service.agenda.items[place].id
    who = service.lines[line].who if line is not None else None
    return Finding(item=item, place=place, rule=rule, who=who, ruling=ruling)
