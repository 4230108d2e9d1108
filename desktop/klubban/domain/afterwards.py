"""What happens to a paragraph after the meeting: appealed, received by its party, dispatched."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Named


class AppealStepKind(StrEnum):
    """What became known of an appeal, or of there being none."""

    ASKED = "asked"
    """The court was asked whether anybody has appealed."""
    NONE_FILED = "none_filed"
    FILED = "filed"
    TOO_LATE = "too_late"
    """It came after the last day, and was turned away (FL 45 §)."""
    DISMISSED = "dismissed"
    """The court did not take it up."""
    REJECTED = "rejected"
    QUASHED = "quashed"
    """The decision was annulled (KL 13 kap. 8 §)."""
    WITHDRAWN = "withdrawn"
    """Who appealed took it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealStep:
    """What a court or somebody else has said of one paragraph's appeal, as the clerk noted it."""

    id: int
    kind: AppealStepKind
    day: dt.date
    court: str | None = None
    case_number: str | None = None
    by: str | None = None
    """Who appealed, or who answered."""
    final: bool = False
    """Nothing more can be appealed: the decision has legal force, or has fallen, from this day."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """That a party got the decision: from that day the time for an administrative appeal runs (FL 44 §)."""

    id: int
    who: Named
    received_on: dt.date
    how: str | None = None


class DispatchWay(StrEnum):
    """How an extract got to whom it was for."""

    MAIL = "mail"
    POST = "post"
    INTERNAL = "internal"
    """To another body of the organisation, whose preparation it arrives in."""
    HANDED = "handed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """That one recipient was sent a paragraph; sent again, it is another one."""

    id: int
    recipient: str
    way: DispatchWay
    sent_on: dt.date
    sent_at: dt.time | None = None
    address: str | None = None
    """Where it was sent: an e-mail or a postal address."""
    body: int | None = None
    """Id of the body it was sent to, of the same organisation."""
    by: str | None = None
    sha256: str | None = None
    """Of the extract as it was sent, which the file holds."""
    returned_on: dt.date | None = None
    """When it came back."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Somebody whom decisions are sent to, by the name that the paragraphs say; or a group of such names."""

    id: int
    name: str
    email: str | None = None
    address: str | None = None
    """Postal, line by line."""
    body: int | None = None
    members: tuple[str, ...] = ()
    """The names of those that it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """That a meeting was put into an archive package."""

    id: int
    archived_on: dt.date
    name: str
    """Of the package's folder."""
    manifest: str | None = None
    """SHA-256 of the package's list of files and hashes."""
