"""Undo and redo, of any change."""

from __future__ import annotations

from klubban.store.database import Database, Step


def undo(database: Database) -> Step | None:
    """Take back the last step and return it, or None when there is none, or a barrier stands before it."""
    return database.undo()


def redo(database: Database) -> Step | None:
    """Do again what was last undone and return it, or None."""
    return database.redo()
