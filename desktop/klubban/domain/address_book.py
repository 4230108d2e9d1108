"""Whom the names in “the decision is sent to” mean: those listed, groups, bodies, people, or the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from klubban.domain.afterwards import Addressee, DispatchWay
from klubban.domain.body import Body, Person
from klubban.domain.errors import RuleBroken

Key: TypeAlias = tuple[str, int | str]

_FILE = frozenset({"akten", "ärendeakten", "ärendet", "handlingarna", "diariet", "arkivet", "the file"})
"""What is no recipient: the paragraph is filed with its matter (`Akten`)."""
_NOTE = re.compile(
    r"[\s,]+(?:för (?:kännedom|åtgärd|vidare åtgärd|verkställighet|handläggning|information|yttrande)"
    r"|f\.?k\.?|med överklagandehänvisning|jämte överklagandehänvisning"
    r"|for information|with how to appeal)\W*$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_EDGES = " \t.,;:•–—-*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody to whom extracts go, and by which way."""

    name: str
    way: DispatchWay = DispatchWay.POST
    email: str | None = None
    address: str | None = None
    """Postal, line by line."""
    body: int | None = None
    listed: bool = False
    """The address list, or a register, knows of them."""

    @property
    def key(self) -> Key:
        """Return what tells recipients apart, however a paragraph spells them."""
        return ("body", self.body) if self.body is not None else ("name", folded(self.name))

    @property
    def reached_at(self) -> str | None:
        """Return where it is sent by its way."""
        if self.way is DispatchWay.MAIL:
            return self.email
        return self.address if self.way is DispatchWay.POST else None

    @property
    def lacks_address(self) -> bool:
        """Tell whether the way leads nowhere."""
        return self.way in (DispatchWay.MAIL, DispatchWay.POST) and not self.reached_at

    def by(self, way: DispatchWay) -> Recipient:
        """Return the same recipient, reached in another way."""
        return replace(self, way=way)


def folded(name: str) -> str:
    """Return a name as it is compared: without case, double blanks and points at its ends."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split()).strip(_EDGES)


def is_the_file(name: str) -> bool:
    """Tell whether `Akten` is meant, to which nothing is sent."""
    return folded(name) in _FILE


@dataclass(frozen=True)
class AddressBook:
    """All that is known of those to whom decisions are sent."""

    addressees: tuple[Addressee, ...] = ()
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()

    def find(self, said: str) -> tuple[Recipient, ...]:
        """Return whom a name means: nobody for the file, several for a group, each once."""
        if is_the_file(said) or not folded(said):
            return ()
        name = _NOTE.sub("", said)
        spellings = (said, name, _BRACKETS.sub("", name), name.partition(",")[0])
        for spelling in dict.fromkeys(map(folded, spellings)):
            if spelling in self._groups:
                return self._in_group(spelling)
            if spelling in self._singles:
                return (self._singles[spelling],)
        return (Recipient(name=" ".join(name.split()).strip()),)

    def _in_group(self, spelling: str) -> tuple[Recipient, ...]:
        found: dict[Key, Recipient] = {}
        for name in _leaves(spelling, self._groups):
            for each in () if is_the_file(name) else (self._single(name),):
                found.setdefault(each.key, each)
        return tuple(found.values())

    def _single(self, name: str) -> Recipient:
        return self._singles.get(folded(name), Recipient(name=name))

    @cached_property
    def _groups(self) -> dict[str, tuple[str, ...]]:
        return {folded(each.name): each.members for each in self.addressees if each.members}

    @cached_property
    def _singles(self) -> dict[str, Recipient]:
        """Return whom names mean that are no groups: the list's first, then bodies', then people's."""
        found = {folded(name): one for name, one in (*self._people(), *self._of_bodies(), *self._listed())}
        found.pop("", None)
        return found

    def _listed(self) -> Iterator[tuple[str, Recipient]]:
        for each in self.addressees:
            if not each.members:
                way = _way(each.email, each.body)
                yield (
                    each.name,
                    Recipient(
                        name=each.name,
                        way=way,
                        email=each.email,
                        address=each.address,
                        body=each.body,
                        listed=True,
                    ),
                )

    def _of_bodies(self) -> Iterator[tuple[str, Recipient]]:
        for body in self.bodies:
            one = Recipient(name=body.name, way=DispatchWay.INTERNAL, body=body.id, listed=True)
            for name in (body.name, body.short or ""):
                yield name, one

    def _people(self) -> Iterator[tuple[str, Recipient]]:
        for person in self.people:
            one = Recipient(
                name=person.name,
                way=_way(person.email, None),
                email=person.email,
                address=person.address,
                listed=bool(person.email or person.address),
            )
            yield person.name, one


def _way(email: str | None, body: int | None) -> DispatchWay:
    if body is not None:
        return DispatchWay.INTERNAL
    return DispatchWay.MAIL if email else DispatchWay.POST


def _leaves(spelling: str, groups: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Walk those in a group who are no group, going into each group once, however they hold one another."""
    todo, seen = list(reversed(groups[spelling])), {spelling}
    while todo:
        member = todo.pop()
        inner = folded(member)
        if inner not in groups:
            yield member
        elif inner not in seen:
            seen.add(inner)
            todo += reversed(groups[inner])


def check_circle(name: str, members: Iterable[str], others: Iterable[Addressee]) -> None:
    """Raise RuleBroken where a group would hold itself, directly or by way of another."""
    groups = {folded(each.name): each.members for each in others if each.members}
    groups[folded(name)] = tuple(members)
    todo, seen = list(groups[folded(name)]), set()
    while todo:
        each = todo.pop()
        spelling = folded(each)
        if spelling == folded(name):
            raise RuleBroken("The group {name} would hold itself", name=name)
        if spelling in groups and spelling not in seen:
            seen.add(spelling)
            todo += groups[spelling]
