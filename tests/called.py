"""A committee with seats, alternates and items in a file, and its roll."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from builders import minutes
from klubban.domain.attendance import Service
from klubban.domain.body import Named
from klubban.domain.roll import RollCall, RollLine
from klubban.operations import roll_call
from klubban.store import reads
from klubban.store.database import Database

MEMBERS = ("Eva Asp (S)", "Bo Ek (M)", "Cajsa Lund (S)", "David Rönn (V)", "Ester Hägg (M)")
ALTERNATES = ("Hans Sälg (S)", "Ida Tall (M)", "Jan Lind (KD)", "Kim Apel (S)")
ROLES = ("chair", "vice_chair", "second_vice_chair")


@dataclass(frozen=True, slots=True)
class Called:
    """A meeting in a file, and where its people stand on the roll."""

    database: Database
    body: int
    meeting: int
    items: tuple[int, ...]

    @property
    def service(self) -> Service:
        """Return what follows from the roll now."""
        with self.database.read() as read:
            return reads.service(read, self.meeting)

    @property
    def roll(self) -> RollCall:
        """Return the roll as it is now."""
        return self.service.roll

    def line(self, name: str) -> RollLine:
        """Return the line of somebody by the beginning of their name."""
        [found] = [line for line in self.roll.lines if line.who and line.who.name.startswith(name)]
        return found

    def id(self, name: str) -> int:
        """Return the id of somebody's line."""
        return self.line(name).id

    def who(self, name: str) -> Named:
        """Return somebody as named on the roll."""
        who = self.line(name).who
        assert who is not None
        return who

    def present(self, *names: str, remote: bool = False) -> None:
        """Call some, or everybody who is on the roll, present."""
        lines = [self.id(name) for name in names] or [line.id for line in self.roll.lines if line.who]
        roll_call.call_present(self.database, self.meeting, lines, remote=remote)

    def serving(self, place: int) -> dict[str, str]:
        """Return who serves at an item in whose seat, by first names."""
        service = self.service
        names = {line.id: line.who.name.split()[0] if line.who else "vacant" for line in service.roll.lines}
        return {names[line]: names[seat] for line, seat in service.serving[place].items()}


def split(name: str) -> tuple[str, str | None]:
    """Return a name and a party out of `Eva Asp (S)`."""
    words, _space, party = name.removesuffix(")").partition(" (")
    return words, party or None


def seated(
    database: Database,
    *,
    members: tuple[str, ...] = MEMBERS,
    alternates: tuple[str, ...] = ALTERNATES,
    items: int = 5,
    kind: str = "committee",
    rules: dict[str, object] | None = None,
) -> Called:
    """Put a body with people in its seats, and a meeting with items, into a file; no roll is begun.

    The first three members are the presidium; a member called `vacant (S)` is nobody.
    """
    ids = minutes(database, tuple(f"Ärende {number}" for number in range(1, items + 1)), number=70)
    with database.change("Seat") as change:
        change.update(
            "body",
            ids.body,
            kind=kind,
            seats=len(members) or None,
            rules=rules or {},
            chains={"V": ["S", "KD"], "S": ["V"], "M": ["KD"]},
        )
        for place, each in enumerate((*members, *alternates)):
            name, party = split(each)
            person = (
                None if name == "vacant" else change.insert("person", key=f"p{place}", name=name, party=party)
            )
            role = (*ROLES, *["member"] * len(members))[place] if place < len(members) else "alternate"
            change.insert(
                "seat",
                body_id=ids.body,
                position=place,
                role=role,
                person_id=person,
                party=party if person is None else None,
                call_order=place if place >= len(members) else None,
                from_date=date(2015, 1, 1),
                rights=(),
            )
    return Called(database, ids.body, ids.meeting, ids.items)


def called(database: Database, **facts: Any) -> Called:
    """Return such a body's meeting with its roll begun, nobody there yet."""
    found = seated(database, **facts)
    roll_call.begin_roll(database, found.meeting)
    return found
