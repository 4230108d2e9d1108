"""The characters of files that others set: what a text says, without what could break the file or mislead."""

from __future__ import annotations

import re
import unicodedata

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
"""Controls, places to break a word, and marks that turn the writing's direction: with these a text could
seem to say something else than it does."""
_NONE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_RIGHT_TO_LEFT = ("R", "AL")


def said(text: str) -> str:
    """Return the text composed, with plain line ends, and without characters that no file may hold."""
    text = unicodedata.normalize("NFC", LINE_ENDS.sub("\n", text))
    return _NONE.sub("\ufffd", _INVISIBLE.sub("", text))


def in_one_line(text: str) -> str:
    """Return what is said, without line ends; spaces that must not break are kept."""
    return re.sub("[\n\t ]+", " ", said(text)).strip(" ")


def runs_right_to_left(text: str) -> bool:
    """Tell whether the first letter that has a direction is of a writing that goes from right to left."""
    found = (unicodedata.bidirectional(one) for one in text)
    return next((each for each in found if each in ("L", *_RIGHT_TO_LEFT)), "L") in _RIGHT_TO_LEFT
