"""The bytes of papers, kept in the file by their hash; written and read in pieces, however large they are."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from sqlalchemy import Connection, insert, select

from klubban.store.agenda_tables import attachment

if TYPE_CHECKING:
    from klubban.store.change import Change

PIECE = 1 << 20


def digest(source: BinaryIO) -> tuple[str, int]:
    """Return the SHA-256 of what is left in a stream, and how many bytes that is."""
    found, size = hashlib.sha256(), 0
    while piece := source.read(PIECE):
        found.update(piece)
        size += len(piece)
    return found.hexdigest(), size


def keep(change: Change, source: BinaryIO) -> str:
    """Keep what a stream holds, from its beginning, and return its hash; the same bytes are kept once.

    What changes between two readings of the stream is refused: OSError.
    """
    source.seek(0)
    sha256, size = digest(source)
    connection = change.connection
    if connection.execute(select(attachment.c.size).where(attachment.c.sha256 == sha256)).first():
        return sha256
    row = connection.execute(
        insert(attachment).values(sha256=sha256, size=size, bytes=b"").returning(attachment.c.sha256)
    )
    row.close()
    raw = _raw(connection)
    raw.execute("UPDATE attachment SET bytes = zeroblob(?) WHERE sha256 = ?", (size, sha256))
    (rowid,) = raw.execute("SELECT rowid FROM attachment WHERE sha256 = ?", (sha256,)).fetchone()
    source.seek(0)
    again, left = hashlib.sha256(), size
    with raw.blobopen("attachment", "bytes", rowid) as blob:
        while left and (piece := source.read(min(PIECE, left))):
            again.update(piece)
            blob.write(piece)
            left -= len(piece)
    if left or again.hexdigest() != sha256:
        raise OSError(None, "the file changed while it was read")
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


def held(read: Connection) -> Iterator[str]:
    """Walk the hashes of all papers that the file holds."""
    yield from read.execute(select(attachment.c.sha256).order_by(attachment.c.sha256)).scalars().all()


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - what opening.py made
    return raw
