"""What the program remembers between two starts: recent files, where exports went, the window's place.

Nothing of any meeting.
"""

from __future__ import annotations

import base64
import json
import os
from contextlib import suppress
from pathlib import Path

import platformdirs

_MOST_RECENT = 6


def default_path() -> Path:
    """Return where the settings of this person lie on this computer."""
    return Path(platformdirs.user_config_dir("klubban")) / "settings.json"


def log_path() -> Path:
    """Return the file in which bugs are noted."""
    return Path(platformdirs.user_log_dir("klubban")) / "klubban.log"


class Settings:
    """Names and texts in a small file; a lost or broken one only means that nothing is remembered."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the settings from a file."""
        self._path = path or default_path()
        self._values: dict[str, object] = {}
        with suppress(OSError, ValueError):
            found = json.loads(self._path.read_text("utf-8"))
            if isinstance(found, dict):
                self._values = found

    @property
    def recent(self) -> list[Path]:
        """Return the files that were last opened and are still there, newest first."""
        named = self._values.get("recent")
        paths = [Path(name) for name in named if isinstance(name, str)] if isinstance(named, list) else []
        return [path for path in paths if path.is_file()]

    def opened(self, path: Path) -> None:
        """Remember a file as the newest."""
        path = Path(os.path.realpath(path))
        kept = [path, *(other for other in self.recent if other != path)]
        self._put("recent", [str(each) for each in kept[:_MOST_RECENT]])

    @property
    def export_folder(self) -> Path | None:
        """Return the folder that was last exported to, when it is still there."""
        name = self._values.get("export_folder")
        return Path(name) if isinstance(name, str) and Path(name).is_dir() else None

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._put("export_folder", str(folder))

    @property
    def printing(self) -> dict[str, object]:
        """Return how it was printed the last time: printer, on both sides, in colour."""
        found = self._values.get("printing")
        return dict(found) if isinstance(found, dict) else {}

    @printing.setter
    def printing(self, how: dict[str, object]) -> None:
        self._put("printing", how)

    @property
    def sits_here(self) -> str:
        """Return the name of who works at this computer, as they said."""
        found = self._values.get("sits_here")
        return found if isinstance(found, str) else ""

    @sits_here.setter
    def sits_here(self, name: str) -> None:
        self._put("sits_here", name)

    @property
    def window(self) -> bytes:
        """Return the window's size and place as Qt wrote them, or nothing."""
        written = self._values.get("window")
        try:
            return base64.b64decode(written, validate=True) if isinstance(written, str) else b""
        except ValueError:
            return b""

    @window.setter
    def window(self, place: bytes) -> None:
        self._put("window", base64.b64encode(place).decode("ascii"))

    def _put(self, name: str, value: object) -> None:
        self._values[name] = value
        with suppress(OSError):  # nothing that is worth a word is lost
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(self._values, indent=1), "utf-8")
