"""A file on its way to become a paper: read, and looked at, before anything is changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from klubban.domain.errors import RuleBroken
from klubban.domain.file_name import safe_name, title_of
from klubban.domain.media import Media, checked_media, checked_size

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class PaperFile:
    """The bytes of a paper that may be kept, and what it is called."""

    name: str
    """A safe name, which ends as what the file is."""
    title: str
    media: Media
    data: bytes


Progress = Callable[[int, int], object]
"""Told how many bytes of how many are read; what it raises ends the reading."""


def read_paper_file(
    path: Path, *, progress: Progress | None = None, open_file: Path | None = None
) -> PaperFile:
    """Read a file as a paper; needs no database, and so may be done in any thread.

    Raises RuleBroken as `read_file` does, and for what is nothing that is kept.
    """
    return paper_file(path.name, read_file(path, progress=progress, open_file=open_file))


def read_file(path: Path, *, progress: Progress | None = None, open_file: Path | None = None) -> bytes:
    """Return the bytes of a file.

    `open_file` is the database's own, which must not be opened a second time (it would lose its locks).
    Raises RuleBroken for what is no file, cannot be read or is too large.
    """
    shown = safe_name(path.name)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise RuleBroken("{file} is a folder; choose the papers in it", file=shown)
        if not stat.S_ISREG(found.st_mode) or (open_file is not None and _same(path, open_file)):
            raise RuleBroken("{file} is no file that can be kept as a paper", file=shown)
        checked_size(found.st_size, shown)
        return _read(path, found, progress)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL
        raise RuleBroken(
            "{file} cannot be read. It may have been moved, or belong to somebody else.", file=shown
        ) from error


def paper_file(name: str, data: bytes) -> PaperFile:
    """Return bytes as a paper; raises RuleBroken as `read_paper_file` does."""
    media = checked_media(data, safe_name(name))
    return PaperFile(safe_name(name, media.ending, media.endings), title_of(name), media, data)


def _same(path: Path, other: Path) -> bool:
    return other.exists() and path.samefile(other)


def _read(path: Path, found: os.stat_result, progress: Progress | None) -> bytes:
    read = bytearray()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            read += piece
            if len(read) > found.st_size:  # it grew meanwhile
                break
            if progress is not None:
                progress(len(read), max(found.st_size, len(read)))
        after = os.fstat(file.fileno())
    checked_size(len(read), safe_name(path.name))
    if (after.st_size, after.st_mtime_ns) != (found.st_size, found.st_mtime_ns):
        raise RuleBroken(
            "{file} changed while it was read. Wait until it is written, and add it then.",
            file=safe_name(path.name),
        )
    return bytes(read)
