"""A time-stamp server (RFC 3161), asked over the network by what Python has itself."""

from __future__ import annotations

import http.client
import time
import urllib.request
from typing import TYPE_CHECKING

from pyhanko.sign.timestamps.api import TimeStamper

from klubban.domain.errors import RuleBroken
from klubban.domain.server_address import checked_address

if TYPE_CHECKING:
    from asn1crypto import tsp

_SECONDS = 15
"""So long a server may take, to its last byte."""
_PIECE = 1 << 12
_LARGEST = 1_000_000
_TYPE = "application/timestamp-reply"


class Server(TimeStamper):
    """A server by its address; raises RuleBroken when it does not answer as one."""

    def __init__(self, address: str) -> None:
        """Take the address, `https://…`."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.address = checked_address(address)

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Return the server's answer; nothing else happens meanwhile."""
        from asn1crypto import tsp

        data = self._answer(req.dump())
        try:
            answer = tsp.TimeStampResp.load(data)
            answer.native  # noqa: B018 - what is no stamp says so here
        except (ValueError, TypeError, KeyError) as error:
            raise _no_stamp(self.address) from error
        return answer

    def _answer(self, question: bytes) -> bytes:
        asked = urllib.request.Request(  # noqa: S310 - the scheme was looked at
            self.address, question, {"Content-Type": "application/timestamp-query"}
        )
        try:
            with urllib.request.urlopen(asked, timeout=_SECONDS) as answer:  # noqa: S310
                kind, data = answer.headers.get_content_type(), _read(answer)
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise RuleBroken(
                "The time-stamp server {address} cannot be reached, and nothing was signed. Try again later,"
                " or sign without a time stamp.",
                address=self.address,
            ) from error
        if kind != _TYPE or len(data) > _LARGEST:
            raise _no_stamp(self.address)
        return bytes(data)


def _read(answer: http.client.HTTPResponse) -> bytes:
    """Return what a server says; raises TimeoutError for one that says it too slowly, byte by byte."""
    data, last = b"", time.monotonic() + _SECONDS
    while len(data) <= _LARGEST and (piece := answer.read1(_PIECE)):
        data += piece
        if time.monotonic() > last:
            raise TimeoutError
    return data


def _no_stamp(address: str) -> RuleBroken:
    return RuleBroken(
        "{address} did not answer as a time-stamp server does, and nothing was signed", address=address
    )
