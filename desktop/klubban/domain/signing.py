"""How a protocol is signed: who signs as what, in which way, and what came back of what was sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Named
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import Blocks


class SigningWay(StrEnum):
    """How a document is signed; two ways are never mixed on one."""

    PEN = "pen"
    SERVICE = "service"
    """In an e-signing service outside the program."""
    LOCAL = "local"
    """With certificates on this computer, or on cards."""


class SignsAs(StrEnum):
    """In what capacity somebody signs."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    VERIFIER = "verifier"


class SigningEnd(StrEnum):
    """How an attempt to have a document signed ended."""

    SIGNED = "signed"
    WITHDRAWN = "withdrawn"
    """Taken back to be corrected; what was signed of it is discarded."""
    TO_PEN = "to_pen"
    """Somebody could not sign digitally: all sign by pen instead, and the digital copy is discarded."""


class Verdict(StrEnum):
    """What a signed file is, beside the file that was sent to be signed."""

    UNCHANGED = "unchanged"
    """Its first revision is the file that was sent, byte for byte, and nothing but signatures came after."""
    REPACKAGED = "repackaged"
    """The service wrapped it: the file is found inside, or the words are the same page by page."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature on a document: to be written while it has no day."""

    id: int
    who: Named
    signs_as: SignsAs
    paragraphs: Paragraphs | None = None
    """What they sign for, where that is not all that the document has."""
    signed_on: dt.date | None = None
    signed_at: dt.time | None = None
    field: str | None = None
    """The name of the field in the file: `sign_1`."""
    certificate: str | None = None
    """Whom the certificate names."""
    issuer: str | None = None
    fingerprint: str | None = None
    """SHA-256 of the certificate, in hexadecimal."""
    time_stamped: bool = False
    """A time-stamp server vouches for the time; otherwise it is the signer's own clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """One attempt to have a document signed; it goes on until it has ended."""

    id: int
    way: SigningWay
    begun_on: dt.date
    begun_at: dt.time | None = None
    original: str | None = None
    """SHA-256 of the file as it was sent to be signed."""
    signatures: tuple[Signature, ...] = ()
    ended: SigningEnd | None = None
    ended_on: dt.date | None = None
    ended_because: str | None = None
    returned: str | None = None
    """SHA-256 of the signed file, or of the scan of a paper."""
    returned_type: str | None = None
    verdict: Verdict | None = None
    accepted_by: str | None = None
    """Who answered for a repackaged file."""
    accepted_on: dt.date | None = None
    report: Blocks = ()
    """What the check of the signed file found, in words (Riksarkivet 2006:1: the check is kept)."""

    @property
    def goes_on(self) -> bool:
        """Tell whether the document is out to be signed."""
        return self.ended is None

    @property
    def awaited(self) -> tuple[Signature, ...]:
        """Return those who have not signed yet."""
        return tuple(each for each in self.signatures if each.signed_on is None)

    @property
    def last_day(self) -> dt.date | None:
        """Return the day of the last signature: that of the verification."""
        return max((each.signed_on for each in self.signatures if each.signed_on), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That a verification was registered by mistake: two people say so."""

    on: dt.date
    by: str
    and_by: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedIssuer:
    """A certificate whose holder is trusted to say who signs; somebody answers for that."""

    id: int
    name: str
    sha256: str
    """Of the certificate's bytes (DER), which the file holds."""
    accepted_by: str | None = None
    accepted_on: dt.date | None = None
