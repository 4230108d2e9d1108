"""A packet between files of different offices: a cover, a document of the open format, and papers by hash.

A zip with `packet.json` (the cover), `document.json` (klubban-open-1) and `files/<sha256>`; nothing else. It
comes from outside, so nothing of it is believed before it was looked at: which members, how large, which
bytes. Nothing is ever written to where a member's name would lead.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pydantic import ConfigDict, Field, ValidationError

from klubban.exchange.json_bytes import read_json
from klubban.exchange.packed import reading_document
from klubban.exchange.parts import Part
from klubban.exchange.refused import Refused
from klubban.exchange.saying import said
from klubban.exchange.values import Day, Line
from klubban.i18n import N_

if TYPE_CHECKING:
    from klubban.exchange.json_bytes import Json

FORMAT = "klubban-packet-1"
ENDING = ".klubban-paket"
COVER, DOCUMENT, FILES = "packet.json", "document.json", "files/"
MOST_FILES = 2_000
MOST_DOCUMENT = 32_000_000
MOST_BYTES = 300_000_000
"""Bytes of all members together, as they are unpacked."""
_SHA256 = re.compile("[0-9a-f]{64}")
_BEGAN = (1980, 1, 1, 0, 0, 0)
"""The time of all members: the same packet is the same bytes."""


class Sender(Part):
    """Whose file a packet is from."""

    name: Line
    number: Line | None = None


class Cover(Part):
    """What stands on a packet: from whom, when, for whom, what is in it, and the hash of its document."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    format: Literal["klubban-packet-1"]
    sender: Sender = Field(alias="from")
    made: Day
    to: Line | None = None
    by: Line | None = None
    holds: tuple[Line, ...] = ()
    left_out: tuple[Line, ...] = ()
    """What was left out, and why."""
    sha256: Line


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet that was read: all its bytes are what their hashes say."""

    cover: Cover
    document: dict[str, Any]
    files: Mapping[str, bytes]
    """The papers by their hashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a packet is to say of itself."""

    sender: str
    number: str | None = None
    made: date
    to: str = ""
    by: str = ""
    holds: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def packed(document: Mapping[str, object], files: Mapping[str, bytes], about: About) -> bytes:
    """Return the bytes of a packet; the same content always gives the same bytes."""
    written = (json.dumps(document, ensure_ascii=False, indent=2, default=_plain) + "\n").encode()
    cover = {
        "format": FORMAT,
        "from": {"name": about.sender} | ({"number": about.number} if about.number else {}),
        "made": about.made.isoformat(),
        **{name: words for name, words in (("to", about.to), ("by", about.by)) if words},
        **{
            name: list(lines)
            for name, lines in (("holds", about.holds), ("left_out", about.left_out))
            if lines
        },
        "sha256": hashlib.sha256(written).hexdigest(),
    }
    members = {
        COVER: (json.dumps(cover, ensure_ascii=False, indent=2) + "\n").encode(),
        DOCUMENT: written,
        **{f"{FILES}{sha256}": files[sha256] for sha256 in sorted(files)},
    }
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as packet:
        for name, data in members.items():
            info = ZipInfo(name, _BEGAN)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            packet.writestr(info, data)
    return into.getvalue()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)


def read_packet(data: bytes) -> Packet:
    """Return what a packet holds; raises Refused for anything that is not just as it should be."""
    members = _members(data)
    cover = _cover(members.pop(COVER))
    written = members.pop(DOCUMENT)
    if hashlib.sha256(written).hexdigest() != cover.sha256:
        raise Refused("", N_("The packet was changed since it was made: its document is another"))
    for name, content in members.items():
        if hashlib.sha256(content).hexdigest() != name.removeprefix(FILES):
            raise Refused("", N_("The packet was changed since it was made: {name} is another"), name=name)
    document = read_json(written)
    if not isinstance(document, dict):
        raise Refused("", N_("The packet has no document of the open format"))
    return Packet(cover, document, {name.removeprefix(FILES): held for name, held in members.items()})


def _members(data: bytes) -> dict[str, bytes]:
    if not data.startswith(b"PK"):
        raise Refused("", N_("This is no packet of Klubban’s"))
    try:
        with reading_document(), ZipFile(BytesIO(data)) as packet:
            _look_at(packet.infolist())
            return {each.filename: _unpacked(packet, each) for each in packet.infolist()}
    except Refused:
        raise
    except Exception as error:
        raise Refused("", N_("The packet is damaged, and cannot be read")) from error


def _look_at(members: list[ZipInfo]) -> None:
    """Refuse what no packet has, before any of it is unpacked."""
    names = [each.filename for each in members]
    strange = [each for each in names if not _belongs(each)]
    if strange:
        raise Refused("", N_("A packet holds nothing such as {name}"), name=strange[0][:80])
    if len(set(names)) < len(names) or not {COVER, DOCUMENT} <= set(names):
        raise Refused("", N_("This is no packet of Klubban’s"))
    if any(each.flag_bits & 1 for each in members):
        raise Refused("", N_("The packet is protected by a password, and cannot be read"))
    document = next(each for each in members if each.filename == DOCUMENT)
    cover = next(each for each in members if each.filename == COVER)
    if (
        len(members) > MOST_FILES
        or sum(each.file_size for each in members) > MOST_BYTES
        or max(document.file_size, cover.file_size) > MOST_DOCUMENT
    ):
        limit = MOST_BYTES // 1_000_000
        raise Refused("", N_("The packet unpacks to more than {limit} MB and is not read"), limit=limit)


def _belongs(name: str) -> bool:
    return name in (COVER, DOCUMENT) or (
        name.startswith(FILES) and _SHA256.fullmatch(name.removeprefix(FILES)) is not None
    )


def _unpacked(packet: ZipFile, member: ZipInfo) -> bytes:
    """Return a member's bytes, and never more than it says that it has."""
    with packet.open(member) as opened:
        content = opened.read(member.file_size + 1)
    if len(content) != member.file_size:
        raise Refused("", N_("The packet is damaged, and cannot be read"))
    return content


def _cover(written: bytes) -> Cover:
    raw: Json = read_json(written)
    try:
        return Cover.model_validate(raw)
    except ValidationError as error:
        raise said(error.errors(include_url=False)[0], raw) from None
