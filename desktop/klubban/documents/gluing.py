"""Where a line must not end, in every format: `§ 19`, `kl. 18.30`, `30 april`."""

from __future__ import annotations

import re

_NBSP = "\u00a0"
_MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
)
_UNITS = (
    r"%|§|kap\.|(?:kr|kronor|öre|tkr|mnkr|mkr|miljon|miljoner|procent|st|m|km|ha"
    r"|år|månader|veckor|dagar|timmar|minuter)\b"
)
_BEFORE_NUMBERS = (
    r"(?<=§ )|(?<=\b[Kk]l\. )|(?<=\b[Kk]l )|(?<=\b[Kk]lockan )|(?<=\b[Nn]r )|(?<=\b[Bb]ilaga )"
    r"|(?<=\b[Pp]unkt )|(?<=\b[Ss]\. )|(?<=\bst\. )|(?<=\bkap\. )"
)
_BEFORE_YEARS = "|".join(rf"(?<=\d.{month} )" for month in _MONTHS.split("|"))
_GLUED = re.compile(  # a space comes first, so that it is found quickly
    rf" (?:(?=\d)(?:{_BEFORE_NUMBERS})"
    rf"|(?=\d\d\d\d\b)(?:{_BEFORE_YEARS})"
    rf"|(?<=\d )(?=\d\d\d(?!\d)|{_UNITS}|(?:{_MONTHS})\b|(?:st|p)\.)"
    r"|(?<=§ )(?=[A-ZÅÄÖ]{2,}\b)"  # its act
    r"|(?<=\bDnr )(?=\S)|(?<=\bDiarienr )(?=\S)"
    r"|(?<=\w )(?=\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}\))"  # a name's party
    r"|(?<=\w )(?=\(\d+\))"  # how many they were
    r"|(?<= [A-ZÅÄÖ] )(?=[A-ZÅÄÖ][a-zåäö])|(?<= [A-ZÅÄÖ]\. )(?=[A-ZÅÄÖ][a-zåäö])"  # a name's initial
    r"|(?<=\w- )(?=(?:och|eller|samt|and|or)\b)"
    r"|(?<=\bt )(?=ex\b)|(?<=\bbl )(?=a\b)|(?<=\bm )(?=fl\b)|(?<=\bd )(?=v s\b)|(?<=\bd v )(?=s\b))"
)


def glued(text: str) -> str:
    """Return the text with no-break spaces where a line must not end: `§ 19`, `kl. 18.30`, `30 april`."""
    return _GLUED.sub(_NBSP, text)
