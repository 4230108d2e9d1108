"""Files that the program produces: whole, or not there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.store.trouble import Trouble

_OUR_OWN = ".klubban"


def write_file(path: Path, data: bytes) -> None:
    """Write a file in one go: beside its place first, on the disk, read back, then into its place.

    Raises Trouble when it cannot be written; what was there before is then as it was.
    """
    with placed(path) as fresh:
        with fresh.open("xb") as handle:  # readable for those whom the user's own files are
            handle.write(data)
        if fresh.read_bytes() != data:
            raise OSError(path)


def check_target(path: Path, open_file: Path | None = None) -> None:
    """Raise RuleBroken for a place where something would be written over a municipality's file.

    `open_file` is the database's own, which must not be opened a second time (it would lose its locks).
    """
    if open_file is not None and path.exists() and path.samefile(open_file):
        raise RuleBroken("{file} is the file that is open; choose another name", file=path.name)
    if path.suffix.lower() == _OUR_OWN:
        raise RuleBroken("{file} is named as Klubban's own files are; choose another name", file=path.name)


def _check_no_device(path: Path) -> None:
    if path.exists() and not path.is_file():
        raise OSError(path)


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """Have a file written beside its place, under the name given; it goes to the disk, then into its place.

    Raises Trouble when it cannot be written, or what is there is a folder, a device or a pipe; then, and
    after any error, what was there before is as it was.
    """
    try:
        _check_no_device(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{uuid4().hex}.part")
        try:
            yield fresh
            with fresh.open("rb+") as handle:
                os.fsync(handle.fileno())
            fresh.replace(path)
        except BaseException:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Trouble(
            N_("{file} could not be written in {folder}."),
            N_("The folder may be full or not yours to write in; an older file of that name is as it was."),
            N_("Choose another folder, and try again."),
            file=path.name,
            folder=str(path.parent),
        ) from error


@contextmanager
def all_or_none() -> Iterator[Callable[[Path, bytes], Path]]:
    """Give what writes a file; after an error those that were not there before are taken away."""
    fresh: list[Path] = []
    folders: list[Path] = []

    def put(path: Path, data: bytes) -> Path:
        fresh.extend([] if os.path.lexists(path) else [path])
        folders.extend([] if os.path.lexists(path.parent) else [path.parent])
        write_file(path, data)
        return path

    try:
        yield put
    except BaseException:
        for each in fresh:
            with suppress(OSError):
                each.unlink(missing_ok=True)
        for each in folders:
            with suppress(OSError):
                each.rmdir()
        raise


def free_path(path: Path, data: bytes) -> Path:
    """Return the path, or one with a number where another file is there."""
    number, free = 1, path
    while _is_other(free, data):
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def _is_other(path: Path, data: bytes) -> bool:
    """Tell whether something else than these bytes stands there, or what nobody may look at."""
    try:
        return path.read_bytes() != data
    except FileNotFoundError:
        return False
    except OSError:
        return os.path.lexists(path)
