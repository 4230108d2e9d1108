"""The triggers that keep what is verified, signed or posted from being changed, by whatever program.

They are made with the file, and anew at the end of each migration. SQLite's own functions only: files are
opened with trusted_schema=OFF.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from klubban.store import tables
from klubban.store.guarded import ITEM_PARTS, MEETING_PARTS, ORDERED_WITH_MEETING, guarded, owner, texts

FROZEN, POSTED = "is verified, and never changed", "is posted, and never changed"
REPLACED = "has that row, which is never put in the place of another"
"""How a guard ends what it says, after the name of the table."""


def _trigger(name: str, event: str, table: str, condition: str, why: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, '{table} {why}'); END"
    )


def _quoted(column: str) -> str:
    return f'"{column}"' if column == "by" else column


def _same(table: str, column: str) -> str:
    """Return the condition that a column is as it was; of a text, that its characters are."""
    if column not in texts(table):
        return f"NEW.{_quoted(column)} IS OLD.{_quoted(column)}"
    words = "(SELECT group_concat(atom, '') FROM json_tree({row}.{column}) WHERE type = 'text')"
    return f"{words.format(row='NEW', column=column)} IS {words.format(row='OLD', column=column)}"


def _unlike(table: str, columns: tuple[str, ...]) -> str:
    return " OR ".join(f"NOT ({_same(table, column)})" for column in columns)


def _set_once(table: str, *columns: str) -> str:
    """Return the condition that a column which holds something gets another value."""
    default = {column: tables.default_of(table, column) for column in columns}
    return " OR ".join(
        f"(OLD.{column} IS NOT {_literal(default[column])} AND NEW.{column} IS NOT OLD.{column})"
        for column in columns
    )


def _literal(value: tables.Value) -> str:
    return "NULL" if value is None else f"'{value}'" if isinstance(value, str) else str(value)


# --- items and meetings

_ITEM = "EXISTS (SELECT 1 FROM frozen WHERE frozen.item_id IN ({ids}) AND released = 0)"
_MEETING = (
    "EXISTS (SELECT 1 FROM frozen WHERE frozen.meeting_id IN ({ids}) AND item_id IS NULL AND released = 0"
    " AND (SELECT correction_id FROM verification WHERE verification.id = verification_id) IS NULL)"
)


def _top(table: str, row: str) -> str:
    """Return an expression for the item, or the meeting, that a row is part of."""
    upper = owner(table)
    if upper is None:
        return f"{row}.id"
    whole, column = upper
    return _above(whole, f"{row}.{column}")


def _above(table: str, id_: str) -> str:
    upper = owner(table)
    if upper is None:
        return id_
    whole, column = upper
    return f"(SELECT {_above(whole, f'{table}.{column}')} FROM {table} WHERE {table}.id = {id_})"  # noqa: S608 - our own names


def _parts(names: tuple[str, ...], frozen: str) -> Iterator[str]:
    for table in names:
        columns = guarded(table)
        old, new = _top(table, "OLD"), _top(table, "NEW")
        if owner(table) is not None:
            yield _trigger(f"frozen_{table}_insert", "INSERT", table, frozen.format(ids=new), FROZEN)
        yield _trigger(f"frozen_{table}_delete", "DELETE", table, frozen.format(ids=old), FROZEN)
        moved = f"{frozen.format(ids=f'{old}, {new}')} AND ({_unlike(table, columns)})"
        named = ", ".join(map(_quoted, columns))
        yield _trigger(f"frozen_{table}_update", f"UPDATE OF {named}", table, moved, FROZEN)


def _items_of_meetings() -> Iterator[str]:
    of_meeting = _MEETING.format(ids="NEW.meeting_id, OLD.meeting_id")
    yield _trigger("kept_item_insert", "INSERT", "item", _MEETING.format(ids="NEW.meeting_id"), FROZEN)
    yield _trigger("kept_item_delete", "DELETE", "item", _MEETING.format(ids="OLD.meeting_id"), FROZEN)
    columns = tuple(sorted(ORDERED_WITH_MEETING))
    condition = f"{of_meeting} AND ({_unlike('item', columns)})"
    yield _trigger("kept_item_update", f"UPDATE OF {', '.join(columns)}", "item", condition, FROZEN)


# --- verifications and corrections

_SEALED = "EXISTS (SELECT 1 FROM frozen WHERE frozen.verification_id IN ({ids}))"
_WITHDRAWN = ("withdrawn_on", "withdrawn_by", "withdrawn_and_by", "withdrawn_because")
_POSTED = (
    "EXISTS (SELECT 1 FROM notice WHERE notice.meeting_id = OLD.meeting_id AND posted IS NOT NULL"
    " AND (verification_id IS NULL OR verification_id = OLD.id))"
)
_WITHDRAWING = (
    "OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL AND NEW.withdrawn_by <> ''"
    " AND NEW.withdrawn_and_by <> '' AND NEW.withdrawn_by <> NEW.withdrawn_and_by"
    f" AND NEW.withdrawn_because <> '' AND NOT {_POSTED}"
)
"""Two people and a reason at once, and only while nothing of it is announced (JO 581-2013)."""


def _verifications() -> Iterator[str]:
    sealed = f"(OLD.withdrawn_on IS NOT NULL OR {_SEALED.format(ids='OLD.id')})"
    own = tuple(name for name in guarded("verification") if name not in _WITHDRAWN)
    changed = f"{sealed} AND ({_unlike('verification', own)} OR (({_unlike('verification', _WITHDRAWN)})"
    changed += f" AND NOT IFNULL({_WITHDRAWING}, 0)))"
    yield _trigger("frozen_verification_update", "UPDATE", "verification", changed, FROZEN)
    yield _trigger("frozen_verification_delete", "DELETE", "verification", sealed, FROZEN)
    for table, free in (("verifier", ""), ("signer", f" AND NOT {_IS_WITHDRAWN}")):
        new, old = _SEALED.format(ids="NEW.verification_id"), _SEALED.format(ids="OLD.verification_id")
        both = _SEALED.format(ids="OLD.verification_id, NEW.verification_id")
        yield _trigger(f"frozen_{table}_insert", "INSERT", table, new, FROZEN)
        yield _trigger(f"frozen_{table}_delete", "DELETE", table, old + free, FROZEN)
        changed = f"{both} AND ({_unlike(table, guarded(table))})"
        yield _trigger(f"frozen_{table}_update", "UPDATE", table, changed, FROZEN)
    yield from _signings()


_IS_WITHDRAWN = (
    "EXISTS (SELECT 1 FROM verification WHERE verification.id = OLD.verification_id"
    " AND withdrawn_on IS NOT NULL)"
)


def _signings() -> Iterator[str]:
    """Keep what ended with signatures; what came back from a service, or a scan, is put to it once."""
    old, new = _SEALED.format(ids="OLD.verification_id"), _SEALED.format(ids="NEW.verification_id")
    yield _trigger("frozen_signing_insert", "INSERT", "signing", new, FROZEN)
    yield _trigger("frozen_signing_delete", "DELETE", "signing", old, FROZEN)
    once = (
        "ended", "ended_on", "ended_because", "returned", "returned_type", "verdict", "accepted_by",
        "accepted_on", "report",
    )  # fmt: skip
    own = tuple(name for name in guarded("signing") if name not in once)
    changed = f"{old} AND ({_unlike('signing', own)} OR {_set_once('signing', *once)})"
    yield _trigger("frozen_signing_update", "UPDATE", "signing", changed, FROZEN)
    ended = (
        "EXISTS (SELECT 1 FROM signing JOIN frozen ON frozen.verification_id = signing.verification_id"
        " WHERE signing.id IN ({ids}) AND ended IS NOT NULL)"
    )
    yield _trigger(
        "frozen_signature_insert", "INSERT", "signature", ended.format(ids="NEW.signing_id"), FROZEN
    )
    yield _trigger(
        "frozen_signature_delete", "DELETE", "signature", ended.format(ids="OLD.signing_id"), FROZEN
    )
    changed = (
        f"{ended.format(ids='OLD.signing_id, NEW.signing_id')}"
        f" AND ({_unlike('signature', guarded('signature'))})"
    )
    yield _trigger("frozen_signature_update", "UPDATE", "signature", changed, FROZEN)


def _corrections() -> Iterator[str]:
    signed = (
        "EXISTS (SELECT 1 FROM verification JOIN frozen ON verification_id = verification.id"
        " WHERE correction_id = OLD.id AND withdrawn_on IS NULL)"
    )
    changed = f"{signed} AND ({_unlike('correction', guarded('correction'))})"
    yield _trigger("frozen_correction_update", "UPDATE", "correction", changed, FROZEN)
    yield _trigger("frozen_correction_delete", "DELETE", "correction", signed, FROZEN)


# --- notices, and what is frozen itself


def _notices() -> Iterator[str]:
    once = ("removed", "flawed", "signed_by_name", "signed_by_party")
    stays = tuple(name for name in guarded("notice") if name not in once)
    changed = f"OLD.posted IS NOT NULL AND ({_unlike('notice', stays)} OR {_set_once('notice', *once)})"
    yield _trigger("posted_notice_update", "UPDATE", "notice", changed, POSTED)
    yield _trigger("posted_notice_delete", "DELETE", "notice", "OLD.posted IS NOT NULL", POSTED)


def _frozen() -> Iterator[str]:
    """Keep the rows; one is released with a verification that was withdrawn, and for good."""
    yield _trigger("frozen_stays", "DELETE", "frozen", "1", FROZEN)
    stays = tuple(name for name in guarded("frozen") if name != "released")
    released = (
        "OLD.released = 0 AND NEW.released = 1 AND EXISTS (SELECT 1 FROM verification"
        " WHERE verification.id = OLD.verification_id AND withdrawn_on IS NOT NULL)"
    )
    changed = f"{_unlike('frozen', stays)} OR (NEW.released IS NOT OLD.released AND NOT ({released}))"
    yield _trigger("frozen_unchanged", "UPDATE", "frozen", changed, FROZEN)


# --- no way around


def _never_replaced() -> Iterator[str]:
    """Keep rows from `INSERT OR REPLACE` and `UPDATE OR REPLACE`, where no trigger tells what is deleted."""
    others = ("verification", "verifier", "signer", "signing", "signature", "correction", "notice", "frozen")
    for table, key in (
        *((each, "id") for each in (*ITEM_PARTS, *MEETING_PARTS, *others)),
        (tables.entry.name, "sequence"),
    ):
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 - our own names
        yield _trigger(f"kept_{table}_{key}", "INSERT", table, there, REPLACED)
        moved = f"NEW.{key} IS NOT OLD.{key}"
        yield _trigger(f"kept_{table}_{key}_update", f"UPDATE OF {key}", table, moved, REPLACED)


GUARDS: tuple[str, ...] = (
    *tables.TRIGGERS,
    *_never_replaced(),
    *_parts(ITEM_PARTS, _ITEM),
    *_parts(MEETING_PARTS, _MEETING),
    *_items_of_meetings(),
    *_verifications(),
    *_corrections(),
    *_notices(),
    *_frozen(),
)
"""Every trigger of a file, as it is made."""


def make_guards(connection: sqlite3.Connection) -> None:
    """Make all guards, in the place of those that are there; in the transaction that is open."""
    there = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in there:
        connection.execute(f'DROP TRIGGER "{name}"')
    for guard in GUARDS:
        connection.execute(guard)
