"""How files with extracts are named: words, and in braces what each file has of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from klubban.domain.errors import RuleBroken
from klubban.domain.file_name import LONGEST_NAME, safe_name

CUSTOM = "{organ} {datum} {paragraf} {mottagare}"
"""How files are named where the organisation says nothing."""
_BRACES = re.compile(r"\{([^{}]*)\}")
_BLANKS = re.compile(r"\s+")


class Slot(StrEnum):
    """What a pattern may name, as it is called in Swedish."""

    BODY = "organ"
    DATE = "datum"
    PARAGRAPH = "paragraf"
    RECIPIENT = "mottagare"
    REGISTRY_NUMBER = "dnr"


_TWINS = {
    "body": Slot.BODY,
    "date": Slot.DATE,
    "paragraph": Slot.PARAGRAPH,
    "recipient": Slot.RECIPIENT,
    "registry": Slot.REGISTRY_NUMBER,
}
_KNOWN = {**{str(slot): slot for slot in Slot}, **_TWINS}


def checked(pattern: str) -> str:
    """Return a pattern on one line; raises RuleBroken for a word in braces that stands for nothing."""
    line = _BLANKS.sub(" ", pattern).strip()
    known = ", ".join(f"{{{slot}}}" for slot in Slot)
    for word in _BRACES.findall(line):
        if word.strip().casefold() not in _KNOWN:
            raise RuleBroken(
                "{word} stands for nothing in a file’s name; known are {known}",
                word=f"{{{word}}}",
                known=known,
            )
    if set(_BRACES.sub("", line)) & set("{}"):
        raise RuleBroken("A brace stands alone in {pattern}; known are {known}", pattern=line, known=known)
    return line


def filled(pattern: str, words: Mapping[Slot, str], ending: str = ".pdf") -> str:
    """Return the name of a file, safe on every system; raises RuleBroken for no pattern."""
    line = checked(pattern) or CUSTOM

    def word(found: re.Match[str]) -> str:
        slot = _KNOWN[found[1].strip().casefold()]
        return words.get(slot, "").replace("/", "-").replace("\\", "-")

    stem = _BLANKS.sub(" ", _BRACES.sub(word, line).replace("/", "-").replace("\\", "-")).strip(" -_,.")
    return safe_name(f"{stem}{ending}", ending)


def apart(names: Iterable[str]) -> tuple[str, ...]:
    """Return names of which no two are one file, on systems too that hold A and a for the same letter."""
    taken: set[str] = set()
    found = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        stem, ending = (stem, dot + ending) if dot else (name, "")
        one, number = name, 1
        while one.casefold() in taken:
            number += 1
            tail = f" ({number}){ending}"
            one = stem[: LONGEST_NAME - len(tail)] + tail
        taken.add(one.casefold())
        found.append(one)
    return tuple(found)
