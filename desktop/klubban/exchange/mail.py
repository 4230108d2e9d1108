"""A mail that is ready to be looked at and sent by the mail program (RFC 5322, `.eml`)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import getaddresses

_ATOM = r"[^\s@<>\"(),.:;\\\[\]\x00-\x1f\x7f]+"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_ATOM}(?:\.{_ATOM})*")
_PLAIN = re.compile(r"[A-Za-z0-9'-]+(?: [A-Za-z0-9'-]+)*")
_LONGEST = 60
"""Characters of a name that stands in a mail's head as it is."""


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
    receipt: Recipient | None = None,
) -> bytes:
    """Return a mail that was not sent yet; `hidden` recipients do not see each other.

    A mail program that knows `X-Unsent` opens it to be sent; the sender is whoever sends it. With `receipt`,
    readers' programs ask whether they may tell that it was read, and whom (RFC 8098).
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _line(subject)
    message.set_content(text)
    for each in attached:
        kind, _slash, subtype = each.media_type.partition("/")
        message.add_attachment(each.data, maintype=kind, subtype=subtype, filename=_line(each.name))
    if message.is_multipart():
        same = hashlib.sha256(f"{subject}\n{text}".encode()).hexdigest()
        message.set_boundary(f"=={same}==")  # the same mail is the same bytes
    told = _addressed("Disposition-Notification-To", [receipt] if receipt else [])
    return _addressed("To", to) + _addressed("Bcc", hidden) + told + message.as_bytes()


def _addressed(header: str, people: Iterable[Recipient]) -> bytes:
    """Return a line of addresses; Python's own folding breaks a list with long Swedish names (3.11)."""
    said = ",\r\n ".join(f"{_named(_line(each.name))} <{each.address}>".strip() for each in people)
    return f"{header}: {said}\r\n".encode("ascii") if said else b""


def _named(name: str) -> str:
    """Return a name as it may stand before an address (RFC 5322, RFC 2047)."""
    if not name or (_PLAIN.fullmatch(name) and len(name) <= _LONGEST):
        return name
    if name.isascii() and len(name) <= _LONGEST and "=?" not in name:
        return '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    return Header(name, "utf-8", maxlinelen=_LONGEST).encode(linesep="\r\n")


def _line(words: str) -> str:
    """Return words on one line, so that they can begin no other header."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f\u2028\u2029]", " ", words).split())
