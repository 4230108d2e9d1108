"""The open format's organisation, bodies, people, seats and matters."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated

from pydantic import AfterValidator, Field, StrictBool

from klubban.domain.body import SeatRole
from klubban.domain.meeting import SubmissionKind
from klubban.domain.rules import BodyKind, Rules
from klubban.exchange.parts import Part
from klubban.exchange.refused import Misfit
from klubban.exchange.values import Count, Day, Key, Line, Number, Words
from klubban.i18n import N_

RULES = tuple(field.name for field in fields(Rules))


def _known_rules(rules: dict[str, bool]) -> dict[str, bool]:
    for name in rules:
        if name not in RULES:
            raise Misfit(
                N_("There is no rule called {name}; there are {known}"),
                name,
                name=name,
                known=", ".join(RULES),
            )
    return rules


class OpenOrganisation(Part):
    """The municipality, or other authority, whose bodies these are."""

    name: Line
    number: Line | None = None
    address: Words | None = None
    website: Line | None = None
    notice_board: Words | None = None
    protocol_kept_at: Line | None = None
    language: Annotated[str, Field(pattern="^[a-z]{2,3}(-[A-Z]{2})?$")] = "sv"


class OpenBody(Part):
    """A group that meets."""

    key: Key
    name: Line
    short: Line | None = None
    kind: BodyKind
    parent: Key | None = None
    seats: Number | None = None
    purpose: Words | None = None
    rules: Annotated[dict[str, StrictBool], AfterValidator(_known_rules)] = Field(
        default_factory=dict, json_schema_extra={"propertyNames": {"enum": list(RULES)}}
    )
    """Only what differs from the preset of the kind."""


class OpenPerson(Part):
    """Somebody as known today."""

    key: Key
    name: Line
    party: Line | None = None
    organisation: Line | None = None
    title: Line | None = None
    email: Line | None = None
    phone: Line | None = None


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
