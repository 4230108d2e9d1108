"""What is SQLite's own: connecting, pragmas, whose file it is, and its errors in words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from klubban.i18n import N_
from klubban.store.tables import SCHEMA_VERSION
from klubban.store.trouble import Trouble
from klubban.store.types import Unreadable

APPLICATION_ID = 0x4B6C7562  # "Klub"
BUSY_MILLISECONDS = 2000

# Rollback journal and EXTRA: WAL and NORMAL lost committed data in simulated power cuts, and WAL cannot live
# on a network share or a read-only medium.
_PRAGMAS = (
    "trusted_schema=OFF",
    "foreign_keys=ON",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    f"busy_timeout={BUSY_MILLISECONDS}",
)
_WRITER_PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA")


def connect(path: Path, *, write: bool, create: bool = False) -> sqlite3.Connection:
    """Open a file with the settings that keep it safe; transactions are begun by whoever uses it."""
    if not write and _left_unfinished(path):
        with closing(_opened(path, "rw")) as connection:
            pragma(connection, "schema_version")
    connection = _opened(path, "rwc" if create else "rw" if write else "ro")
    return _set(connection, _PRAGMAS + (_WRITER_PRAGMAS if write else ()))


def connect_memory() -> sqlite3.Connection:
    """Open a database in memory, with the same settings as a file that is read."""
    return _set(sqlite3.connect(":memory:", isolation_level=None), _PRAGMAS)


def _set(connection: sqlite3.Connection, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    try:
        for each in pragmas:
            connection.execute(f"PRAGMA {each}")
    except BaseException:
        connection.close()
        raise
    return connection


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)


def _left_unfinished(path: Path) -> bool:
    """Tell whether a writer died in the midst of a change: to take that back, one must be able to write."""
    with closing(_opened(path, "ro")) as connection:
        try:
            pragma(connection, "schema_version")
        except sqlite3.OperationalError as error:
            return error.sqlite_errorname == "SQLITE_READONLY_ROLLBACK"
    return False


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the value of a numeric pragma."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def stamp(connection: sqlite3.Connection, version: int = SCHEMA_VERSION) -> None:
    """Mark a file as Klubban's, of a schema version."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={version}")


def execute_all(connection: sqlite3.Connection, script: str) -> None:
    """Execute statements, each ended by a semicolon at a line's end, in the transaction that is open.

    The driver's own executescript would commit it.
    """
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def identify(path: Path) -> int:
    """Return the file's schema version; raises Trouble when it is another program's, or newer."""
    try:
        # As if nobody could write it, so that even the journals of a stranger stay as they are.
        with closing(_opened(path, "ro&immutable=1")) as connection:
            application, version = pragma(connection, "application_id"), pragma(connection, "user_version")
    except sqlite3.DatabaseError:
        if not path.with_name(f"{path.name}-journal").exists():
            raise
        with closing(connect(path, write=False)) as connection:  # half a change makes no sense by itself
            application, version = pragma(connection, "application_id"), pragma(connection, "user_version")
    if path.stat().st_size == 0:
        raise Trouble(*_WORDS["SQLITE_NOTADB"], file=path.name)
    if application != APPLICATION_ID:
        raise Trouble(
            N_("{file} is not a Klubban file."),
            N_("It belongs to another program, and nothing in it was changed."),
            N_("Choose a file that Klubban has made."),
            file=path.name,
        )
    if version < 1:
        raise damaged(path)
    if version > SCHEMA_VERSION:
        raise Trouble(
            N_("{file} was made by a newer Klubban."),
            N_("This version cannot read it safely, and nothing in it was changed."),
            N_("Update Klubban on this computer, then open the file again."),
            file=path.name,
        )
    return version


def file_number(path: Path) -> tuple[int, int]:
    """Return what tells one file from another at the same path."""
    found = os.stat(path)  # noqa: PTH116 - never opened: closing a descriptor would drop SQLite's locks
    return found.st_dev, found.st_ino


@contextmanager
def trouble(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into known trouble with this file."""
    try:
        yield
    except DBAPIError as error:
        raise _in_words(error.orig, path) from error
    except sqlite3.Error as error:
        raise _in_words(error, path) from error
    except (UnicodeDecodeError, Unreadable) as error:
        raise damaged(path) from error


def damaged(path: Path) -> Trouble:
    """Return what is said of a file that is Klubban's and does not hold what it should."""
    return Trouble(*_WORDS["SQLITE_CORRUPT"], file=path.name)


def cannot_open(path: Path) -> Trouble:
    """Return what is said of a file that is missing, or in a folder that cannot be written in."""
    return Trouble(*_WORDS["SQLITE_CANTOPEN"], file=path.name, folder=str(path.parent))


def cannot_write(path: Path) -> Trouble:
    """Return what is said of a file that lies where nothing may be written."""
    return Trouble(*_WORDS["SQLITE_READONLY"], file=path.name)


def _in_words(error: BaseException | None, path: Path) -> BaseException:
    if not isinstance(error, sqlite3.Error):
        return error or RuntimeError(path)
    if str(error).startswith(_SIGNS_OF_DAMAGE):
        return damaged(path)
    name = getattr(error, "sqlite_errorname", "")
    for start, (what, means, next_step) in _WORDS.items():
        if name.startswith(start):
            return Trouble(what, means, next_step, file=path.name, folder=str(path.parent))
    return error


# SQLite has no code of their own for these: what should be there is not, or a text is no text.
_SIGNS_OF_DAMAGE = ("no such table", "no such column", "Could not decode to UTF-8")

_NOTHING_LOST = N_("What was saved before is safe; the last change was not saved.")
_WORDS = {
    "SQLITE_FULL": (
        N_("There is no room left on the disk that holds {file}."),
        _NOTHING_LOST,
        N_("Make room on the disk, then go on; what you typed is still on the screen."),
    ),
    "SQLITE_BUSY": (
        N_("Another program is using {file} at this moment."),
        _NOTHING_LOST,
        N_("Wait a moment; if it does not pass, close other programs that use the file."),
    ),
    "SQLITE_LOCKED": (
        N_("Another program is using {file} at this moment."),
        _NOTHING_LOST,
        N_("Wait a moment; if it does not pass, close other programs that use the file."),
    ),
    "SQLITE_READONLY_ROLLBACK": (
        N_("The program that wrote {file} ended in the middle of a change."),
        N_("What was saved before is safe; the unfinished change must be taken back before it can be read."),
        N_("Open it again where you may write to it, with the file {file}-journal beside it."),
    ),
    "SQLITE_READONLY": (
        N_("{file} cannot be written."),
        N_("It can be read, printed and exported, but nothing can be changed."),
        N_("Copy the file to a folder of your own, and open the copy."),
    ),
    "SQLITE_NOTADB": (
        N_("{file} is not a Klubban file, or its beginning is damaged."),
        N_("Nothing in it was changed."),
        N_("Choose another file, or a backup of this one."),
    ),
    "SQLITE_CORRUPT": (
        N_("{file} is damaged."),
        N_("Parts of it cannot be read; nothing in it was changed."),
        N_("Make a copy of the file as it is, then open a backup."),
    ),
    "SQLITE_IOERR": (
        N_("The disk that holds {file} does not answer as it should."),
        _NOTHING_LOST,
        N_("Check the disk or the network, then open the file again."),
    ),
    "SQLITE_CANTOPEN": (
        N_("{file} cannot be opened."),
        N_("It may be missing, or the folder {folder} may not be yours to write in."),
        N_("Check the name and the folder, then open it again."),
    ),
    "SQLITE_CONSTRAINT": (
        N_("{file} refuses the change, which would break its own rules."),
        _NOTHING_LOST,
        N_("Report this, with what you were doing."),
    ),
}
