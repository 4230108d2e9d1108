"""What a file is that somebody wants to open, told without reading it."""

from __future__ import annotations

from pathlib import Path

from klubban.domain.chairs_copy import SUFFIX

_DATABASE = b"SQLite format 3\x00"


def is_copy(path: Path) -> bool:
    """Tell by its content whether a file is a copy, whole or damaged; a name settles what content cannot."""
    try:
        with path.open("rb") as handle:
            head = handle.read(64)
    except OSError:
        return False
    if head.startswith(_DATABASE):
        return False
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") or path.suffix == SUFFIX
