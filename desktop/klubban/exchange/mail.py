"""A mail that is ready to be looked at and sent by the mail program (RFC 5322, `.eml`)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import getaddresses

_ADDRESS = re.compile(r"[^\s@<>\"(),:;\\\[\]\x00-\x1f\x7f]+@[^\s@<>\"(),:;\\\[\]\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a mail."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a mail: `Anna Berg`, `anna.berg@ekby.example`."""

    name: str
    address: str


def recipient(words: str) -> Recipient | None:
    """Read `Registrator <registrator@ekby.example>`, or an address alone; None for what is no address."""
    found = getaddresses([words])
    if len(found) != 1 or not is_address(found[0][1]):
        return None
    return Recipient(_line(found[0][0]), found[0][1])


def is_address(words: str | None) -> bool:
    """Tell whether a mail could be addressed so."""
    return words is not None and words.isascii() and _ADDRESS.fullmatch(words) is not None


def draft(
    subject: str,
    text: str,
    hidden: Iterable[Recipient],
    attached: Sequence[Attached],
    *,
    to: Iterable[Recipient] = (),
) -> bytes:
    """Return a mail that was not sent yet; `hidden` recipients do not see each other.

    A mail program that knows `X-Unsent` opens it to be sent; the sender is whoever sends it.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _line(subject)
    for header, people in (("To", to), ("Bcc", hidden)):
        addresses = [Address(_line(each.name), addr_spec=each.address) for each in people]
        if addresses:
            message[header] = addresses
    message.set_content(text)
    for each in attached:
        kind, _slash, subtype = each.media_type.partition("/")
        message.add_attachment(each.data, maintype=kind, subtype=subtype, filename=_line(each.name))
    if message.is_multipart():
        same = hashlib.sha256(f"{subject}\n{text}".encode()).hexdigest()
        message.set_boundary(f"=={same}==")  # the same mail is the same bytes
    return message.as_bytes()


def _line(words: str) -> str:
    """Return words on one line, so that they can begin no other header."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f\u2028\u2029]", " ", words).split())
