"""Signatures put into the fields of a PDF file: PAdES, with a certificate in a file or on a card.

Nothing here asks what time it is; whoever signs says so.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from klubban.domain.examined import FieldIn, Stamp


@dataclass(frozen=True, slots=True)
class Pkcs12:
    """A key and its certificate in a file (`.p12`, `.pfx`), and what opens it."""

    data: bytes = field(repr=False)
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """A key and its certificate on a card, reached by PKCS#11."""

    module: str
    """The path of the library that knows the card."""
    pin: str = field(repr=False)
    label: str = ""
    """The card's own name; the only one there is if none is given."""


def fields_of(pdf: bytes) -> tuple[FieldIn, ...]:
    """Return the fields to sign in, in their order; raises RuleBroken for what is no PDF."""
    raise NotImplementedError(len(pdf))


def sign(
    pdf: bytes,
    field: str,
    key: Pkcs12 | Card,
    stamp: Stamp,
    *,
    at: dt.datetime,
    time_stamp_server: str | None = None,
) -> bytes:
    """Return the file signed in a field: what it was, and a signature after it (PAdES B-B).

    With the address of a time-stamp server it is B-T, or is not signed at all. Raises RuleBroken.
    """
    raise NotImplementedError(pdf, field, key, stamp, at, time_stamp_server)
