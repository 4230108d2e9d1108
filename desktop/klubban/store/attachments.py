"""The bytes of papers, kept in the file by their hash."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, select

from klubban.store.agenda_tables import attachment

if TYPE_CHECKING:
    from klubban.store.change import Change

PIECE = 1 << 20


def digest(data: bytes) -> str:
    """Return the SHA-256 of a paper, by which it is found."""
    return hashlib.sha256(data).hexdigest()


def keep(change: Change, data: bytes) -> str:
    """Keep the bytes of a paper and return their hash; the same bytes are kept once.

    The journal's entry says that they were kept, so that a check knows what must be there.
    """
    sha256 = digest(data)
    there = select(attachment.c.size).where(attachment.c.sha256 == sha256)
    if not change.connection.execute(there).first():
        change.connection.execute(insert(attachment).values(sha256=sha256, size=len(data), bytes=data))
    change.kept.add(sha256)
    return sha256


def pieces(read: Connection, sha256: str) -> Iterator[bytes]:
    """Walk the bytes of a paper, a piece at a time; raises LookupError for one that is not there."""
    raw = _raw(read)
    found = raw.execute("SELECT rowid FROM attachment WHERE sha256 = ?", (sha256,)).fetchone()
    if found is None:
        raise LookupError(sha256)
    with raw.blobopen("attachment", "bytes", found[0], readonly=True) as blob:
        while piece := blob.read(PIECE):
            yield piece


def content(read: Connection, sha256: str) -> bytes:
    """Return the bytes of a paper; raises LookupError for one that is not there."""
    return b"".join(pieces(read, sha256))


def size(read: Connection, sha256: str) -> int:
    """Return how many bytes a paper has; raises LookupError for one that is not there."""
    found = read.execute(select(attachment.c.size).where(attachment.c.sha256 == sha256)).scalar()
    if found is None:
        raise LookupError(sha256)
    return int(found)


def damaged(read: Connection) -> Iterator[str]:
    """Walk the hashes of those papers whose bytes are not what was kept."""
    for sha256, size in read.execute(select(attachment.c.sha256, attachment.c.size)).all():
        found, length = hashlib.sha256(), 0
        for piece in pieces(read, sha256):
            found.update(piece)
            length += len(piece)
        if (found.hexdigest(), length) != (sha256, size):
            yield sha256


def held(read: Connection) -> set[str]:
    """Return the hashes of all papers that the file holds."""
    return set(read.execute(select(attachment.c.sha256)).scalars())


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - what opening.py made
    return raw
