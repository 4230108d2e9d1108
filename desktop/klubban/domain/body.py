"""Bodies, the rules that apply to each, and the people in their seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from enum import StrEnum

from klubban.domain.errors import RuleBroken


class BodyKind(StrEnum):
    """What sort of group meets; the kind only chooses the preset of rules."""

    ASSEMBLY = "assembly"
    COMMITTEE = "committee"
    SUBCOMMITTEE = "subcommittee"
    COUNCIL = "council"
    FORUM = "forum"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Rules:
    """What applies to one body. Code asks these, never the kind."""

    protocol: bool = True
    """A protocol is kept; otherwise notes."""
    numbered: bool = True
    """Items become paragraphs, numbered in one series a calendar year."""
    quorum: bool = True
    """More than half of the seats must be filled (KL 5 kap. 45 §, 6 kap. 27 §)."""
    verified: bool = True
    """The protocol is verified within fourteen days (KL 5 kap. 69 §)."""
    announced: bool = True
    """The verification is announced on the notice board (KL 8 kap. 12 §)."""
    appealable: bool = True
    """Decisions may be taken to legality review (KL 13 kap. 2 §)."""


PRESETS: Mapping[BodyKind, Rules] = {
    BodyKind.ASSEMBLY: Rules(),
    BodyKind.COMMITTEE: Rules(),
    BodyKind.SUBCOMMITTEE: Rules(),
    BodyKind.COUNCIL: Rules(quorum=False, announced=False, appealable=False),
    BodyKind.FORUM: Rules(
        protocol=False, numbered=False, quorum=False, verified=False, announced=False, appealable=False
    ),
    BodyKind.GROUP: Rules(
        protocol=False, numbered=False, quorum=False, verified=False, announced=False, appealable=False
    ),
}


def rules_of(kind: BodyKind, differing: Mapping[str, bool]) -> Rules:
    """Return the preset of a kind with what differs for one body; raises RuleBroken for an unknown rule."""
    known = {field.name for field in fields(Rules)}
    for name in differing:
        if name not in known:
            raise RuleBroken("There is no rule called {name}", name=name)
    return replace(PRESETS[kind], **differing)


def differing(kind: BodyKind, rules: Rules) -> dict[str, bool]:
    """Return the rules of one body that are not its kind's."""
    preset = asdict(PRESETS[kind])
    return {name: value for name, value in asdict(rules).items() if value != preset[name]}


class SeatRole(StrEnum):
    """What a person was elected or appointed to in a body."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECOND_VICE_CHAIR = "second_vice_chair"
    MEMBER = "member"
    ALTERNATE = "alternate"
    CO_OPTED = "co_opted"
    SECRETARY = "secretary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """The municipality, or other authority, whose bodies a file holds."""

    name: str
    number: str | None = None
    address: str | None = None
    website: str | None = None
    notice_board: str | None = None
    protocol_kept_at: str | None = None
    language: str = "sv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A group that meets."""

    id: int
    key: str
    name: str
    kind: BodyKind
    rules: Rules
    short: str | None = None
    parent: int | None = None
    seats: int | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody as known today; minutes keep what was true on their day."""

    id: int
    key: str
    name: str
    party: str | None = None
    organisation: str | None = None
    title: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name as minuted on the day, with the party of that day."""

    name: str
    party: str | None = None
    person: int | None = None

    def __str__(self) -> str:
        """Return `Claes Thunblad (S)`."""
        return f"{self.name} ({self.party})" if self.party else self.name

    def is_same(self, other: Named | None) -> bool:
        """Tell whether both name one person: by the person, or else by the name and the parties known."""
        if other is None:
            return False
        if self.person and other.person:
            return self.person == other.person
        one_party = self.party == other.party or None in (self.party, other.party)
        return self.name == other.name and one_party


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place in a body; vacant without a person."""

    id: int
    body: int
    role: SeatRole
    person: int | None = None
    party: str | None = None
    represents: str | None = None
    order: int | None = None
    alternate_for: int | None = None
    from_date: date | None = None
    to_date: date | None = None
