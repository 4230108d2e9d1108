"""How the open format names what the domain's records refer to by id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from klubban.domain.text import Blocks, Text, from_plain, plain_runs, tidy, to_json

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import time

    from klubban.domain.body import Body, Named, Person
    from klubban.domain.decided import Proposal

Written: TypeAlias = "dict[str, object]"


def kept(values: Written) -> Written:
    """Return an object without the keys that have nothing to say."""
    return {
        name: value
        for name, value in values.items()
        if not (value is None or value is False or _empty(value))
    }


def _empty(value: object) -> bool:
    return isinstance(value, str | list | dict | tuple) and not value


def text(blocks: Blocks) -> object:
    """Return running text without styles as a string, and any other text as a list of blocks."""
    blocks = tidy(blocks)
    words = "\n\n".join(plain_runs(block.runs) for block in blocks if isinstance(block, Text))
    return words if tidy(from_plain(words)) == blocks else to_json(blocks)


def decision(blocks: Blocks) -> object:
    """Return points alone as a list of them, and anything else as a text."""
    match to_json(tidy(blocks)):
        case [{"points": points}]:
            return points
    return text(blocks)


def fresh(taken: Collection[str | None], kind: str, place: int) -> str:
    """Return a key for what has none: its kind and place, where they are free."""
    key = f"{kind}-{place}"
    while key in taken:
        key += "-"
    return key


def _party(mover: Named) -> object:
    """Return a party that moved something as such."""
    return {"party": mover.party} if mover.person is None and mover.name == mover.party else None


def clock(moment: time | None) -> str | None:
    """Return a time of day as the format writes it."""
    return f"{moment:%H:%M}" if moment else None


@dataclass(frozen=True)
class Keys:
    """The register that a document carries, for looking up what an id means."""

    bodies: Mapping[int, Body]
    people: Mapping[int, Person]

    @classmethod
    def of(cls, bodies: Iterable[Body], people: Iterable[Person]) -> Keys:
        """Return the register of these records."""
        return cls({body.id: body for body in bodies}, {person.id: person for person in people})

    def body(self, id_: int | None) -> str | None:
        """Return a body's key."""
        return None if id_ is None else self.bodies[id_].key

    def person(self, id_: int | None) -> str | None:
        """Return a person's key."""
        return None if id_ is None else self.people[id_].key

    def who(self, named: Named | None) -> object:
        """Return somebody: a key, or an object where the name or party of that day is not the person's."""
        if named is None:
            return None
        person = self.people.get(named.person) if named.person is not None else None
        if person and (person.name, person.party) == (named.name, named.party):
            return person.key
        return kept({"key": person and person.key, "name": named.name, "party": named.party})

    def who_or_name(self, named: Named) -> object:
        """Return somebody where the format lets a name stand that is no person's key."""
        return self.name(named.name) if named.person is None and not named.party else self.who(named)

    def name(self, name: str | None) -> object:
        """Return words where a person's key might stand, as an object when they happen to be a key."""
        return {"name": name} if any(name == person.key for person in self.people.values()) else name

    def movers(self, by: tuple[Named, ...]) -> object:
        """Return who moved something: one, a list, or nobody yet; a party by its letters alone."""
        if len(by) == 1:
            return _party(by[0]) or self.who_or_name(by[0])
        return [_party(named) or self.who(named) for named in by]

    def voices(self, by: tuple[Named, ...]) -> object:
        """Return whose opinion it is: one, or a list."""
        return self.who(by[0]) if len(by) == 1 else [self.who(named) for named in by]

    def addressee(self, proposal: Proposal) -> object:
        """Return the body that a proposal goes to: its key, or what it is called."""
        body = self.bodies.get(proposal.body_id) if proposal.body_id is not None else None
        if body and body.name == proposal.body:
            return body.key
        if body or any(proposal.body == each.key for each in self.bodies.values()):
            return kept({"key": body and body.key, "name": proposal.body})
        return proposal.body
