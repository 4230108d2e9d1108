"""Where the program's own files lie, in a checkout and in an installed wheel, and those of who uses it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import platformdirs


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    checkout = package.parents[1]
    return checkout if (checkout / "pyproject.toml").is_file() else package


def resources() -> Path:
    """Return the folder with fonts, colours' profile and sample."""
    return _root() / "resources"


def fonts() -> Path:
    """Return the folder with the faces made by `packaging/fonts.py`."""
    return resources() / "fonts"


def translations() -> Path:
    """Return the folder with the message catalogues."""
    return _root() / "translations"


def places() -> Path:
    """Return the folder that remembers where in each file somebody was, on this computer."""
    return Path(platformdirs.user_state_dir("klubban")) / "places"


def chair_notes() -> Path:
    """Return the folder with what a chair noted to copies of agendas, for this person on this computer."""
    return Path(platformdirs.user_data_dir("klubban")) / "chair-notes"
