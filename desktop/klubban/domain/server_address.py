"""The address of a server on the web that is asked something, such as a time stamp."""

from __future__ import annotations

from urllib.parse import urlsplit

from klubban.domain.errors import RuleBroken


def checked_address(address: str) -> str:
    """Return the address of a time-stamp server; raises RuleBroken for what leads to none."""
    try:
        parts = urlsplit(address)
        leads = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is not closed
        leads = False
    if not leads or any(letter.isspace() for letter in address):
        raise RuleBroken(
            "The time-stamp server’s address is “{address}”; expected one that begins with https://",
            address=address,
        )
    return address
