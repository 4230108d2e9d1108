"""Texts, dates and order in the reader's language; the interface's language and a document's are separate."""

from __future__ import annotations

import gettext as _gettext
import os
import unicodedata
from collections.abc import Iterable
from datetime import date, time
from functools import cache, lru_cache

from klubban import paths

LANGUAGES = ("sv", "en")
_DOMAIN = "klubban"


def N_(message: str) -> str:  # noqa: N802 - gettext's customary name
    """Mark a message for the catalogues; whoever shows it translates it."""
    return message


class Texts:
    """The texts of one language."""

    def __init__(self, language: str, catalogue: _gettext.NullTranslations) -> None:
        """Take a language and its catalogue."""
        self.language = language
        self._catalogue = catalogue

    @property
    def tag(self) -> str:
        """Return the language as a BCP 47 tag."""
        return {"sv": "sv-SE", "en": "en-GB"}[self.language]

    def gettext(self, message: str) -> str:
        """Return the message in this language."""
        found = self._catalogue.gettext(message)
        # Python 3.11.2 finds a message that has a plural elsewhere only when it is asked for as one.
        return self._catalogue.ngettext(message, message, 1) if found == message else found

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the form for a count."""
        return self._catalogue.ngettext(one, many, count)

    def pgettext(self, context: str, message: str) -> str:
        """Return the message in this language, told apart from its namesakes by a context."""
        return self._catalogue.pgettext(context, message)

    def date(self, day: date, pattern: str = "d MMMM y") -> str:
        """Return a date by CLDR's pattern: `25 februari 2016`."""
        return _date(day, pattern, self.language)

    def time(self, moment: time) -> str:
        """Return a time of day as Swedes write it in minutes: `18.30`, `8.30`."""
        return f"{moment.hour}.{moment:%M}"


@lru_cache(4096)
def _date(day: date, pattern: str, language: str) -> str:
    """Return a date as it was once written: a list has the same days many times."""
    from babel.dates import format_date  # 50 ms that a start does not need

    return format_date(day, pattern, locale=language)


@cache
def texts(language: str) -> Texts:
    """Return the texts of a language; one without a catalogue is given in English."""
    known = language if language in LANGUAGES else "en"
    catalogue = _gettext.translation(_DOMAIN, paths.translations(), [known], fallback=True)
    return Texts(known, catalogue)


def preferred() -> str:
    """Return the interface's language: what KLUBBAN_LANGUAGE says, otherwise Swedish."""
    wished = os.environ.get("KLUBBAN_LANGUAGE", "")
    return wished if wished in LANGUAGES else "sv"


_current = [texts("sv")]


def use(language: str) -> None:
    """Show the interface in a language from here on."""
    _current[0] = texts(language)


def current() -> Texts:
    """Return the texts that the interface is shown in."""
    return _current[0]


def _(message: str) -> str:
    """Return a message in the interface's language."""
    return _current[0].gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return a message in the interface's language, in the form for a count."""
    return _current[0].ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Return a message in the interface's language, told apart by a context."""
    return _current[0].pgettext(context, message)


_ORDER = {letter: chr(0xE000 + place) for place, letter in enumerate("åäö")}
_ORDER |= {"æ": _ORDER["ä"], "ø": _ORDER["ö"], "ü": "y"}


def sort_key(text: str) -> str:
    """Return what sorts text as Swedish does: å, ä and ö after z, ü as y, other accents and case aside."""
    kept = []
    for letter in unicodedata.normalize("NFC", text).casefold():
        base = letter if letter in _ORDER else unicodedata.normalize("NFD", letter)[0]
        kept.append(_ORDER.get(base, base))
    return "".join(kept)


def name_key(name: str) -> tuple[str, str]:
    """Return what sorts people: the last word of a name, then the whole of it."""
    return sort_key(name.rsplit(" ", maxsplit=1)[-1]), sort_key(name)


def in_order(names: Iterable[str]) -> list[str]:
    """Return names as Swedish sorts them."""
    return sorted(names, key=sort_key)
