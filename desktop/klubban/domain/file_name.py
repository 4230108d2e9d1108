"""Names of files that come from outside: made safe on every system, and titles that are read from them."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 120
"""Characters of a name with its ending; some 250 bytes is what file systems take."""
_MOST_BYTES = 200
_LONGEST_ENDING = 10
_SEPARATORS = re.compile(r"[/\\]")
_UNSAFE = re.compile(r'[<>:"|?*]')
_BLANK = re.compile(r"\s+")
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Characters that are not seen, or turn the direction of what is: "kallelse\u202efdp.exe"."""
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_NAMELESS = "handling"


def safe_name(name: str, ending: str = "", endings: tuple[str, ...] = ()) -> str:
    """Return the last part of a name or path, so that it is a plain name of a file on any system.

    With an ending, such as ".pdf", the name ends so, or as one of `endings`, and names no other sort. A safe
    name stays as it is.
    """
    last = _SEPARATORS.split(name)[-1]
    words = _tidy(last)
    had = next((each for each in (ending, *endings) if each and words.lower().endswith(each)), "")
    stem, own = (words[: -len(had)], words[-len(had) :]) if had else (words, ending)
    if not ending:
        stem, own = _parted(words)
    stem = _trimmed(stem) or _NAMELESS
    if stem.split(".")[0].rstrip(" ").casefold() in _DEVICES:
        stem = f"_{stem}"
    return _shortened(stem, LONGEST_NAME - len(own), _MOST_BYTES - len(own.encode())) + own


def title_of(name: str) -> str:
    """Return the title that a file's name gives: "Bilaga_3-budget.pdf" is "Bilaga 3-budget"."""
    stem, _ending = _parted(safe_name(name))
    return _BLANK.sub(" ", stem.replace("_", " ")).strip() or _NAMELESS


def _tidy(words: str) -> str:
    """Return words without what cannot be seen, in one form, with blanks for each white space."""
    seen = _BLANK.sub(" ", unicodedata.normalize("NFC", words))
    kept = "".join(letter for letter in seen if unicodedata.category(letter) not in _HIDDEN)
    # What is taken out may have parted two blanks.
    return _trimmed(unicodedata.normalize("NFC", _UNSAFE.sub("_", _BLANK.sub(" ", kept))))


def _trimmed(words: str) -> str:
    """Take away the dots and blanks at both ends: Windows loses them, and a dot in front hides a file."""
    return words.strip(". ")


def _parted(words: str) -> tuple[str, str]:
    stem, dot, ending = words.rpartition(".")
    if not dot or not stem or len(ending) > _LONGEST_ENDING or not ending.isalnum():
        return words, ""
    return stem, dot + ending


def _shortened(stem: str, characters: int, octets: int) -> str:
    short = stem[:characters]
    while len(short.encode()) > octets:
        short = short[:-1]
    return _trimmed(short)
