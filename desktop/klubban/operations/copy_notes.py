"""The chair's own notes about the items of a copy: in her own folder on this computer, never in the copy."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from klubban import paths
from klubban.domain.text import Blocks, from_json, tidy, to_json
from klubban.operations.files import write_file


class CopyNotes:
    """Notes by the keys of items; one file for each agenda that was lent."""

    def __init__(self, agenda: str, folder: Path | None = None) -> None:
        """Read what there is for an agenda, by its hash; a broken file only means that there is nothing."""
        self._path = (folder or paths.chair_notes()) / f"{agenda}.json"
        self._notes: dict[str, Blocks] = {}
        with suppress(OSError, ValueError, AttributeError, TypeError):
            found = json.loads(self._path.read_text("utf-8"))
            self._notes = {str(key): from_json(blocks) for key, blocks in found.items()}

    def of(self, key: str) -> Blocks:
        """Return the note about an item."""
        return self._notes.get(key, ())

    def write(self, key: str, blocks: Blocks) -> None:
        """Set a note, or take it away.

        Raises RuleBroken for unprintable characters, and Trouble when it cannot be saved.
        """
        notes = {**self._notes, key: tidy(blocks)}
        kept = {key: to_json(each) for key, each in notes.items() if each}
        write_file(self._path, json.dumps(kept, ensure_ascii=False, indent=1).encode())
        self._notes = notes
