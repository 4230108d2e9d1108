"""Where in a file somebody was: meeting, item, part, caret. Kept on this computer, not in the file.

It is written at each save, so that after a crash or a power cut one is back where one was.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klubban import paths

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_MOST = 50
"""So many files are remembered; the places of others are forgotten."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; `part` is empty where no part had the keyboard."""

    meeting: int
    item: int | None = None
    part: str = ""
    caret: int = 0


def remember(file: Path, place: Place) -> None:
    """Remember a place; a disk that cannot take it is no reason to stop."""
    kept = _kept(file)
    new = kept.with_suffix(".new")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8") as written:
            json.dump({"file": str(file.resolve()), **asdict(place)}, written)
            written.flush()
            os.fsync(written.fileno())
        new.replace(kept)
    except OSError:
        logging.getLogger(__name__).warning("the place is not remembered", exc_info=True)


def remembered(file: Path) -> Place | None:
    """Return the place in a file, if one is remembered and can be read."""
    try:
        return _read(json.loads(_kept(file).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def is_first_today(file: Path, today: date) -> bool:
    """Tell whether a file is opened for the first time on a day, and remember that it was."""
    kept = _kept(file).with_suffix(".day")
    try:
        if kept.is_file() and kept.read_text(encoding="utf-8") == today.isoformat():
            return False
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(today.isoformat(), encoding="utf-8")
    except (OSError, ValueError):
        return False
    return True


def forget_old() -> None:
    """Forget the places of files that were not open for longest."""
    try:
        kept = sorted(paths.places().glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in kept[_MOST:]:
            old.unlink(missing_ok=True)
            old.with_suffix(".day").unlink(missing_ok=True)
    except OSError:
        return


def _read(found: Mapping[str, Any]) -> Place:
    item = found["item"]
    return Place(
        meeting=int(found["meeting"]),
        item=None if item is None else int(item),
        part=str(found["part"]),
        caret=max(0, int(found["caret"])),
    )


def _kept(file: Path) -> Path:
    name = hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:32]
    return paths.places() / f"{name}.json"
