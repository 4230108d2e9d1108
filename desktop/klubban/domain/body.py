"""Bodies, and the people in their seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from klubban.domain.habits import CUSTOM, Habits
from klubban.domain.look import CUSTOMARY, Arms, Look
from klubban.domain.rules import BodyKind, Right, Rules


class SeatRole(StrEnum):
    """What a person was elected or appointed to in a body."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECOND_VICE_CHAIR = "second_vice_chair"
    MEMBER = "member"
    ALTERNATE = "alternate"
    CO_OPTED = "co_opted"
    STAFF_REPRESENTATIVE = "staff_representative"
    SECRETARY = "secretary"

    @property
    def presides(self) -> bool:
        """Tell whether it is one of the presidium."""
        return self in (SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.SECOND_VICE_CHAIR)

    @property
    def decides(self) -> bool:
        """Tell whether it is a seat of a member, of those that the body's number of seats counts."""
        return self.presides or self is SeatRole.MEMBER


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
    look: Look = CUSTOMARY
    arms: Arms | None = None
    sought: tuple[str, ...] = ()
    """Words of its own that are looked for before anything is published."""
    file_pattern: str | None = None
    """How files with extracts are named; None for the program's own way."""
    time_stamp_server: str | None = None
    """The address (RFC 3161) that vouches for the time of signatures; None for none."""

    @property
    def on_paper(self) -> str:
        """Return the name at the head of its papers."""
        return self.look.name or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Who is invited to meetings of a type: a person, all who have seats in a body, or an office by name."""

    id: int
    person: int | None = None
    body: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingType:
    """A sort of meeting that a body has, with its own group of invited."""

    id: int
    name: str
    per_year: int | None = None
    invited: tuple[Invited, ...] = ()


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
    mandate: str | None = None
    review_date: date | None = None
    """When purpose and mandate are to be looked at again."""
    rotation: tuple[str, ...] = ()
    """The authorities that chair it by turns, a calendar year each."""
    rotation_from: int | None = None
    """The year in which the first of them chairs."""
    chains: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each party, the parties whose alternates are called after its own."""
    meeting_types: tuple[MeetingType, ...] = ()
    absence_to: str | None = None
    """Whom to tell of absence, and how."""
    distribution: tuple[str, ...] = ()
    """Who gets the summons beside those with seats: "Registrator <registrator@ekby.example>"."""
    habits: Habits = CUSTOM
    """How its paragraphs are laid out."""
    reports_to: int | None = None
    """Id of the body that its reports roll up into."""
    scale: tuple[str, ...] = ()
    """Its own names of the five steps of a situation report, from normal to critical."""
    areas: tuple[str, ...] = ()
    """The areas that its situation reports tell of."""
    sources: tuple[str, ...] = ()
    """Where what they tell comes from."""

    def chaired_by(self, year: int) -> str | None:
        """Return the authority whose turn it is to chair in a year; None where the chair does not rotate."""
        if not self.rotation or self.rotation_from is None:
            return None
        return self.rotation[(year - self.rotation_from) % len(self.rotation)]


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
    address: str | None = None
    """By post, line by line without the name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name as minuted on the day, with the party of that day."""

    name: str
    party: str | None = None
    person: int | None = None

    def __str__(self) -> str:
        """Return `Claes Thunblad (S)`; of a party its name."""
        return f"{self.name} ({self.party})" if self.party and not self.is_party else self.name

    @property
    def is_party(self) -> bool:
        """Tell whether it is a party under its own name, and no person: `Named(name="M", party="M")`."""
        return self.person is None and self.name == self.party

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
    """The person whose own alternate this is."""
    from_date: date | None = None
    to_date: date | None = None
    rights: tuple[Right, ...] = ()
    """What they may do, where that is not what the role has."""
    note: str | None = None
    """What should be known of it: who elected, why it ended."""
    stand_ins: tuple[int, ...] = ()
    """The persons who step in for this member, in order, where the body has such lists."""

    def covers(self, day: date) -> bool:
        """Tell whether the term holds on a day."""
        return (self.from_date or day) <= day <= (self.to_date or day)
