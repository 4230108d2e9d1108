"""What is found when a signed file is examined: who signed it, and what became of it since it was sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from klubban.domain.signing import SignsAs, Verdict


class Gravity(StrEnum):
    """What a remark means for the file."""

    FINE = "fine"
    NOTE = "note"
    """To be known, and no fault: the time is the signer's own."""
    DOUBT = "doubt"
    """Somebody has to judge: nobody here vouches for who issued a certificate."""
    FAULT = "fault"
    """The file cannot be relied on."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding; an English template to translate, and the facts that fill it."""

    gravity: Gravity
    template: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the English sentence, for logs and tests."""
        return self.template.format(**self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldIn:
    """A field to sign in."""

    name: str
    """In the file: `sign_1`."""
    says: str = ""
    """What it is said to be: `Justerare, Britta Ek (M)`."""
    signed: bool = False
    page: int | None = None
    """Counted from 1."""

    @property
    def role(self) -> str:
        """Return the words before the name."""
        return self.says.partition(", ")[0]

    @property
    def who(self) -> str:
        """Return the name; nothing for somebody who is not known yet."""
        return self.says.partition(", ")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What the mark in a field says, beside the time."""

    name: str
    """Whom the certificate names, if it is empty."""
    role: str
    """As it stands on the document: `Justerare`."""
    language: str = "sv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Whom a certificate names, and who says so."""

    subject: str
    organisation: str = ""
    issuer: str
    serial: str
    """In hexadecimal."""
    fingerprint: str
    """SHA-256 of its bytes, in hexadecimal."""
    valid_from: dt.datetime
    valid_to: dt.datetime
    data: bytes = field(repr=False)
    """DER."""


class Since(StrEnum):
    """What was added to a file after a signature."""

    NOTHING = "nothing"
    SIGNATURES = "signatures"
    """Further signatures, time stamps and what helps to check them."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureFound:
    """One signature in a file, as it was found to be."""

    field: str
    says: str = ""
    """What the field is said to be: `Justerare, Britta Ek (M)`."""
    signs_as: SignsAs | None = None
    """By the words of the field, where they tell."""
    certificate: Certificate | None = None
    claimed_at: dt.datetime | None = None
    """By the clock of who signed."""
    stamped_at: dt.datetime | None = None
    """By a time-stamp server whose stamp holds."""
    stamped_by: str = ""
    intact: bool = False
    """What it covers is as it was signed."""
    valid: bool = False
    """It was made with the key of the certificate."""
    trusted: bool = False
    """Its issuer is among those that are trusted, and the certificate was good at the time."""
    covers: bool = False
    """It covers the whole file as it was when it was signed, but for itself."""
    covers_all: bool = False
    """Nothing at all comes after it."""
    since: Since = Since.OTHER
    remarks: tuple[Remark, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether it is whole, whoever issued the certificate."""
        return (
            self.intact
            and self.valid
            and self.covers
            and self.since is not Since.OTHER
            and all(each.gravity is not Gravity.FAULT for each in self.remarks)
        )

    @property
    def at(self) -> dt.datetime | None:
        """Return when it was made, as well as is known."""
        return self.stamped_at or self.claimed_at

    @property
    def who(self) -> str:
        """Return whom the certificate names."""
        return self.certificate.subject if self.certificate else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownIssuer:
    """Who issued a certificate, without being trusted; somebody may answer for them."""

    name: str
    sha256: str
    data: bytes = field(repr=False)
    """DER: the topmost certificate that the file holds, or the signer's own where it holds no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What a file was found to be."""

    sha256: str
    """Of the file."""
    size: int
    pages: int
    verdict: Verdict | None = None
    """Beside the file that was sent to be signed; None where none was given."""
    signatures: tuple[SignatureFound, ...] = ()
    empty_fields: tuple[FieldIn, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """Of the file as a whole: why the verdict is what it is."""
    unknown_issuers: tuple[UnknownIssuer, ...] = ()
    extra_pages: int = 0
    """Pages that come after those that were sent."""
    examined_at: dt.datetime

    @property
    def signed(self) -> bool:
        """Tell whether there is a signature at all."""
        return bool(self.signatures)

    @property
    def whole(self) -> bool:
        """Tell whether it is signed, each signature holds, and nothing else came after the last."""
        faults = any(each.gravity is Gravity.FAULT for each in self.remarks)
        return self.signed and not faults and all(each.holds for each in self.signatures)

    @property
    def trusted(self) -> bool:
        """Tell whether somebody who is trusted says who each signer is."""
        return self.signed and all(each.trusted for each in self.signatures)
