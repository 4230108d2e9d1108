"""The open format's organisation, bodies, people, seats and matters."""

from __future__ import annotations

from pydantic import Field, model_validator

from klubban.domain.body import SeatRole
from klubban.domain.meeting import SubmissionKind
from klubban.domain.rules import BodyKind, Right
from klubban.exchange.habits import OpenHabits
from klubban.exchange.inquiries import OpenReceivedReferral
from klubban.exchange.look import OpenArms, OpenLook
from klubban.exchange.parts import Part
from klubban.exchange.phrases import OpenPhrase
from klubban.exchange.plans import OpenPattern, OpenStandingItem
from klubban.exchange.refused import Misfit
from klubban.exchange.rules import OpenChains, OpenRules
from klubban.exchange.situations import check_scale_here
from klubban.exchange.values import Count, Day, Key, Language, Line, Number, Words, Year, YearText
from klubban.i18n import N_


class OpenOrganisationThen(Part):
    """The organisation as it was when a protocol was verified; a file may have had no name of it."""

    name: Line = ""
    number: Line | None = None
    address: Words | None = None
    website: Line | None = None
    notice_board: Words | None = None
    protocol_kept_at: Line | None = None
    language: Language = "sv"
    look: OpenLook = Field(default_factory=dict)
    """How its papers look; only what differs from the custom."""
    arms: OpenArms | None = None


class OpenOrganisation(OpenOrganisationThen):
    """The municipality, or other authority, whose bodies these are."""

    name: Line
    sought: tuple[Line, ...] = ()
    """Words of its own that are looked for before anything is published."""
    file_pattern: Line | None = None
    """How files with extracts are named."""
    time_stamp_server: Line | None = None
    """The address that vouches for the time of signatures."""


class OpenRotation(Part):
    """The authorities that chair a body by turns, a calendar year each, the first from a year on."""

    first_year: Year | None = Field(default=None, alias="from")
    authorities: tuple[Line, ...] = ()


class OpenInvited(Part):
    """Who is invited to meetings of a type: a person, all who have seats in a body, or an office by name."""

    person: Key | None = None
    body: Key | None = None
    name: Line | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> OpenInvited:
        if sum(each is not None for each in (self.person, self.body, self.name)) != 1:
            raise Misfit(N_("Expected one of the keys {known}, and no more"), known="person, body, name")
        return self


class OpenMeetingType(Part):
    """A sort of meeting that a body has, with its own group of invited; meetings refer to it by its name."""

    name: Line
    per_year: Number | None = None
    invited: tuple[OpenInvited, ...] = ()


class OpenBody(Part):
    """A group that meets."""

    key: Key
    name: Line
    short: Line | None = None
    kind: BodyKind
    parent: Key | None = None
    seats: Number | None = None
    purpose: Words | None = None
    mandate: Words | None = None
    review: Day | None = None
    """When purpose and mandate are to be looked at again."""
    rotation: OpenRotation | None = None
    rules: OpenRules = Field(default_factory=dict)
    """Only what differs from the preset of the kind."""
    chains: OpenChains = Field(default_factory=dict)
    meeting_types: tuple[OpenMeetingType, ...] = ()
    absence_to: Words | None = None
    """Whom to tell of absence, and how."""
    distribution: tuple[Line, ...] = ()
    """Who gets the summons beside those with seats."""
    patterns: tuple[OpenPattern, ...] = ()
    standing_items: tuple[OpenStandingItem, ...] = ()
    """Items of meetings refer to these by their number in the list, from 1."""
    habits: OpenHabits | None = None
    """How its paragraphs are laid out; only what differs from the custom."""
    first_numbers: dict[YearText, Number] = Field(default_factory=dict)
    """By year, the paragraph that the body begins it with, where that is not 1."""
    phrases: tuple[OpenPhrase, ...] = ()
    reports_to: Key | None = None
    """The body that its reports roll up into."""
    scale: tuple[Line, ...] = ()
    """Its own names of the five steps of a situation report, from normal to critical."""
    areas: tuple[Line, ...] = ()
    sources: tuple[Line, ...] = ()

    @model_validator(mode="after")
    def _has_five_steps(self) -> OpenBody:
        check_scale_here(self.scale)
        return self


class OpenPerson(Part):
    """Somebody as known today."""

    key: Key
    name: Line
    party: Line | None = None
    organisation: Line | None = None
    title: Line | None = None
    email: Line | None = None
    phone: Line | None = None
    address: Words | None = None
    """By post, without the name."""


class OpenSeat(Part):
    """A place in a body; vacant without a person."""

    body: Key
    person: Key | None = None
    role: SeatRole
    party: Line | None = None
    represents: Line | None = None
    order: Count | None = None
    alternate_for: Key | None = None
    """The key of the person whose own alternate this is."""
    from_date: Day | None = Field(default=None, alias="from")
    to_date: Day | None = Field(default=None, alias="to")
    rights: tuple[Right, ...] = ()
    """What they may do, where that is not what the role has."""
    note: Words | None = None
    stand_ins: tuple[Key, ...] = ()
    """The keys of the persons who step in for this member, in order."""


class OpenSubmission(Part):
    """Who raised a matter, how and when."""

    kind: SubmissionKind
    by: Line | None = None
    date: Day | None = None


class OpenMatter(Part):
    """A matter in the register; it may come to several meetings and bodies."""

    key: Key
    registry_number: Line | None = None
    title: Line
    submission: OpenSubmission | None = None
    body: Key | None = None
    """The body that is to decide it."""
    closed: Day | None = None
    """When it was answered or written off, where no decision of an item says so."""
    closed_because: Words | None = None
    received: tuple[OpenReceivedReferral, ...] = ()
    """Referrals from others that it is about."""
