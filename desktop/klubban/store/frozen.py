"""What is verified stands still: its digests, made when it is signed and compared ever after.

The triggers in guards.py keep it from being changed; a digest tells what was changed all the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from klubban.domain.masking import unmasked
from klubban.domain.text import from_json, tidy, to_json
from klubban.i18n import N_
from klubban.store.change import id_of, row_of, rows_where, untyped
from klubban.store.finding import Finding
from klubban.store.guarded import ITEM_PARTS, MEETING_PARTS, guarded, owner, texts
from klubban.store.tables import Value, default_of
from klubban.store.types import compact

if TYPE_CHECKING:
    from klubban.store.change import Change
    from klubban.store.payload import Row

# --- digests

_PARTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    whole: tuple(
        (table, upper[1])
        for table in (*ITEM_PARTS, *MEETING_PARTS)
        if (upper := owner(table)) is not None and upper[0] == whole
    )
    for whole in (*ITEM_PARTS, *MEETING_PARTS)
}


def _told(read: Connection, table: str, row: Row) -> dict[str, Any]:
    """Return what is guarded of a row and of its parts; what holds nothing is left out.

    So a column that a later version adds changes no digest of what was verified before.
    """
    told: dict[str, Any] = {
        name: _cell(table, name, row[name]) for name in guarded(table) if row[name] != default_of(table, name)
    }
    for part, column in _PARTS.get(table, ()):
        rows = list(rows_where(read, part, {column: row["id"]}))
        if rows:
            told[f"{part}s"] = [_told(read, part, each) for each in rows]
    return told


def _cell(table: str, column: str, value: Value) -> object:
    if column not in texts(table):
        return value
    return to_json(tidy(map(unmasked, from_json(json.loads(str(value))))))


def _digest(told: object) -> str:
    return hashlib.sha256(compact(told).encode()).hexdigest()


def digest_of_item(read: Connection, item_id: int) -> str:
    """Return the digest of an item with all that is guarded of it; raises LookupError."""
    row = row_of(read, "item", item_id)
    if row is None:
        raise LookupError(item_id)
    return _digest(_told(read, "item", row))


def digest_of_meeting(read: Connection, meeting_id: int) -> str:
    """Return the digest of a meeting's own rows, and of the order of its items; raises LookupError."""
    row = row_of(read, "meeting", meeting_id)
    if row is None:
        raise LookupError(meeting_id)
    order = [(each["id"], each["number"]) for each in rows_where(read, "item", {"meeting_id": meeting_id})]
    return _digest([_told(read, "meeting", row), order])


def _digest_of_correction(read: Connection, correction_id: int) -> str:
    row = row_of(read, "correction", correction_id)
    if row is None:
        raise LookupError(correction_id)
    return _digest(_told(read, "correction", row))


# --- freezing


def freeze(
    change: Change,
    meeting_id: int,
    verification_id: int | None,
    item_ids: Collection[int],
    *,
    whole: bool,
    worded: bool,
) -> None:
    """Freeze items, and with `whole` the meeting's own rows, as they are now in this change; a barrier.

    Called last of all: what is written of them afterwards is refused. `worded` says that the texts of the
    items are kept as they were shown; see operations/worded.py. The verification's own rows are sealed too,
    and the correction that it is of. What is frozen already stays so.
    """
    read = change.connection
    facts = {"meeting_id": meeting_id, "verification_id": verification_id}
    for item_id in item_ids:
        if not is_frozen(read, item_id):
            digest = digest_of_item(read, item_id)
            change.insert("frozen", item_id=item_id, digest=digest, worded=worded, **facts)
    for row in change.rows("item", meeting_id=meeting_id, number=None) if whole else ():
        if not is_frozen(read, id_of(row)):
            change.insert("frozen", item_id=id_of(row), digest=digest_of_item(read, id_of(row)), **facts)
    if whole and not meeting_is_frozen(read, meeting_id):
        change.insert("frozen", digest=digest_of_meeting(read, meeting_id), **facts)
    if verification_id is not None:
        verification = row_of(read, "verification", verification_id)
        correction = verification and verification["correction_id"]
        if isinstance(correction, int) and not _froze_before(read, verification_id):
            change.insert("frozen", digest=_digest_of_correction(read, correction), **facts)
    change.barrier = True


def release(change: Change, verification_id: int) -> None:
    """Let go of what a withdrawn verification froze; its withdrawal must be noted before. A barrier."""
    for row in change.rows("frozen", verification_id=verification_id, released=0):
        change.update("frozen", id_of(row), released=True)
    change.barrier = True


def is_frozen(read: Connection, item_id: int) -> bool:
    """Tell whether an item is verified, and stands still."""
    own = untyped("frozen").c
    wanted = select(own.id).where(own.item_id == item_id, own.released == 0).limit(1)
    return read.execute(wanted).first() is not None


def meeting_is_frozen(read: Connection, meeting_id: int) -> bool:
    """Tell whether a meeting's own rows are verified, and stand still: its roll, its times, its order."""
    rows = rows_where(read, "frozen", {"meeting_id": meeting_id, "item_id": None, "released": 0})
    return any(_correction(read, row) is None for row in rows)


def _froze_before(read: Connection, verification_id: int) -> bool:
    """Tell whether a verification froze anything, be it released since."""
    return any(True for _row in rows_where(read, "frozen", {"verification_id": verification_id}))


def _correction(read: Connection, row: Row) -> int | None:
    """Return the correction whose verification froze a row, if it is of one."""
    id_ = row["verification_id"]
    verification = row_of(read, "verification", id_) if isinstance(id_, int) else None
    found = verification["correction_id"] if verification else None
    return found if isinstance(found, int) else None


# --- comparing


def unlike(read: Connection, meeting_id: int | None = None) -> Iterator[Finding]:
    """Walk what is no longer as it was verified, of one meeting or of all."""
    wanted: dict[str, Value] = {"released": 0}
    if meeting_id is not None:
        wanted["meeting_id"] = meeting_id
    for row in rows_where(read, "frozen", wanted):
        if _now(read, row) != row["digest"]:
            template = N_("{where} is not as it was verified")
            yield Finding(template, {"where": where(read, row)})


def _now(read: Connection, row: Row) -> str | None:
    """Return the digest of what is there now; None where it is gone, or cannot be read."""
    item, correction = row["item_id"], _correction(read, row)
    try:
        if isinstance(item, int):
            return digest_of_item(read, item)
        if correction is not None:
            return _digest_of_correction(read, correction)
        return digest_of_meeting(read, int(row["meeting_id"] or 0))
    except (LookupError, ValueError):
        return None


def where(read: Connection, row: Row) -> str:
    """Name what is frozen by body, day and paragraph."""
    meeting = row_of(read, "meeting", int(row["meeting_id"] or 0)) or {}
    body = row_of(read, "body", int(meeting.get("body_id") or 0)) or {}
    names = [str(body.get("name")), str(meeting.get("date"))]
    if isinstance(row["item_id"], int):
        item = row_of(read, "item", row["item_id"]) or {}
        number = item.get("number")
        names.append(f"§ {number!s}" if number else str(item.get("title", f"item {row['item_id']}")))
    return ", ".join(names)
