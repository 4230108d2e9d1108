"""The other process: it knows the dictionary. Hunspell holds the interpreter while it loads and suggests.

It knows no Qt, and nothing of the file.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_NAME = "sv_SE"
_COMMONEST = "och"
_MOST_SUGGESTIONS = 6


@dataclass(frozen=True, slots=True)
class Check:
    """Words that may be wrong."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggest:
    """A word of which to say what could have been meant."""

    word: str


Question: TypeAlias = Check | Suggest


@dataclass(frozen=True, slots=True)
class Checked:
    """The words that were asked about, and those of them that are wrong."""

    words: tuple[str, ...]
    wrong: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suggested:
    """What could have been meant, the likeliest first."""

    word: str
    words: tuple[str, ...]


class Dictionary(Protocol):
    """As much of Hunspell as is used."""

    def spell(self, word: str) -> bool:
        """Tell whether a word is right."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what could have been meant."""


def folder() -> Path:
    """Return where the package hunspell-sv puts its dictionaries."""
    return Path(sys.prefix) / "share" / "hunspell"


def there() -> bool:
    """Tell whether there is a dictionary; without one nothing is ever marked."""
    return (folder() / f"{_NAME}.dic").is_file()


def load() -> Dictionary:
    """Load the dictionary; takes half a second."""
    from hunspell import Hunspell  # type: ignore[import-untyped]

    made: Dictionary = Hunspell(_NAME, hunspell_data_dir=str(folder()))
    return made


def serve(connection: Connection) -> None:
    """Answer one question after the other until the window's end of the line is closed.

    A damaged dictionary answers nothing: one that does not know the commonest word would mark every word.
    """
    with suppress(EOFError, OSError, UnicodeError, KeyboardInterrupt):
        dictionary = load()
        while dictionary.spell(_COMMONEST):
            connection.send(answer(dictionary, connection.recv()))


def answer(dictionary: Dictionary, question: Question) -> Checked | Suggested:
    """Answer a question."""
    if isinstance(question, Suggest):
        return Suggested(question.word, tuple(dictionary.suggest(question.word))[:_MOST_SUGGESTIONS])
    wrong = frozenset(word for word in question.words if not dictionary.spell(word))
    return Checked(question.words, wrong)
