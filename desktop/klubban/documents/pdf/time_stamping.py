"""A time-stamp server (RFC 3161), asked over the network by what Python has itself."""

from __future__ import annotations

import http.client
import urllib.request
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from pyhanko.sign.timestamps.api import TimeStamper

from klubban.domain.errors import RuleBroken
from klubban.domain.server_address import checked_address

if TYPE_CHECKING:
    from asn1crypto import tsp

_SECONDS = 15
"""So long a server may take, from its name to its last byte."""
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
            own = _is_own(answer, req)
        except (ValueError, TypeError, KeyError) as error:
            raise _no_stamp(self.address) from error
        if not own:
            raise _no_stamp(self.address)
        return answer

    def _answer(self, question: bytes) -> bytes:
        asked = urllib.request.Request(  # noqa: S310 - the scheme was looked at
            self.address, question, {"Content-Type": "application/timestamp-query"}
        )
        try:
            kind, data = _answered(asked)
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise RuleBroken(
                "The time-stamp server {address} cannot be reached, and nothing was signed. Try again later,"
                " or sign without a time stamp.",
                address=self.address,
            ) from error
        if kind != _TYPE or len(data) > _LARGEST:
            raise _no_stamp(self.address)
        return bytes(data)


def _is_own(answer: tsp.TimeStampResp, asked: tsp.TimeStampReq) -> bool:
    """Tell whether a stamp is of what was asked, by its number and its hash; a refusal is told elsewhere."""
    if answer["status"]["status"].native != "granted":
        return True
    stamped = answer["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
    both = [(each["nonce"].native, each["message_imprint"].native) for each in (stamped, asked)]
    return bool(both[0] == both[1])


def _answered(asked: urllib.request.Request) -> tuple[str, bytes]:
    """Return what a server says, and of what type; one that says it byte by byte is left (TimeoutError)."""
    said: SimpleQueue[tuple[str, bytes] | Exception] = SimpleQueue()
    Thread(target=_ask, args=(asked, said), daemon=True).start()
    try:
        answer = said.get(timeout=_SECONDS)
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _ask(asked: urllib.request.Request, said: SimpleQueue[tuple[str, bytes] | Exception]) -> None:
    try:
        with urllib.request.urlopen(asked, timeout=_SECONDS) as answer:  # noqa: S310 - the scheme was looked at
            said.put((answer.headers.get_content_type(), answer.read(_LARGEST + 1)))
    except Exception as error:  # noqa: BLE001 - whoever waits raises it
        said.put(error)


def _no_stamp(address: str) -> RuleBroken:
    return RuleBroken(
        "{address} did not answer as a time-stamp server does, and nothing was signed", address=address
    )
