"""From version 4 to 5: how an organisation's papers look, what of a meeting is public, postal addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.store.sqlite import execute_all

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = """
ALTER TABLE organisation ADD COLUMN look TEXT DEFAULT '{}' NOT NULL;
ALTER TABLE organisation ADD COLUMN arms TEXT CHECK (length(arms) = 64);
ALTER TABLE organisation ADD COLUMN arms_say TEXT;
ALTER TABLE organisation ADD COLUMN sought TEXT DEFAULT '[]' NOT NULL;
ALTER TABLE person ADD COLUMN address TEXT;
ALTER TABLE meeting ADD COLUMN doors TEXT CHECK (doors IN ('open', 'closed'));
ALTER TABLE item ADD COLUMN doors TEXT CHECK (doors IN ('open', 'closed'));
ALTER TABLE item ADD COLUMN secrecy TEXT;
ALTER TABLE item ADD COLUMN public_title TEXT;
"""


def upgrade(connection: sqlite3.Connection) -> None:
    """Add the columns; nothing that is there changes."""
    execute_all(connection, _COLUMNS)
