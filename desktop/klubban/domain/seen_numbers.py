"""Sums of money, percentages, registry numbers and signs of paragraphs in running text on one line."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURE = r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|\d+(?:[,.]\d+)?"
_UNITS = {
    "kronor": 1, "krona": 1, "kr": 1, ":-": 1, "sek": 1, "öre": 0,
    "tkr": 10**3, "kkr": 10**3, "tusen kronor": 10**3,
    "mkr": 10**6, "mnkr": 10**6, "miljoner kronor": 10**6, "miljon kronor": 10**6,
    "mdkr": 10**9, "mdr": 10**9, "miljarder kronor": 10**9, "miljard kronor": 10**9,
}  # fmt: skip
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_SUM = re.compile(rf"(?<![\d,.])(?P<figure>{_FIGURE}) ?(?P<unit>{_UNIT})(?!\w)", re.IGNORECASE)
_PERCENT = re.compile(rf"(?<![\d,.])(?:{_FIGURE}) ?(?:procentenheter|procent|%|promille|‰)(?!\w)")
_REGISTRY = re.compile(
    r"(?<![\w/-])(?:(?P<prefix>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,7})[ -]?)?"
    r"(?P<year>(?:19|20)\d\d)[/:-](?P<number>\d{1,6})(?![\d/-])"
)
_SAID_NUMBER = re.compile(r"(?:\bdnr|diarienummer|diarienr|\bärende(?:nummer|nr)?)\W*$", re.IGNORECASE)
_LONG_NUMBER = 3
"""`2015/16` is a year of school; a registry number of fewer digits needs letters before it."""
_ONE = r"\d{1,4}(?: ?[–-] ?\d{1,4})?"
_SIGN = re.compile(rf"§{{1,2}} ?(?P<all>{_ONE}(?:(?:, | och ){_ONE})*)(?P<year>/\d\d)?")
_SPAN = re.compile(r"(\d{1,4})(?: ?[–-] ?(\d{1,4}))?")
_ELSEWHERE = re.compile(r"(?:\d{4}-\d\d-\d\d|\b(?:19|20)\d\d|\b[A-ZÅÄÖ]{2,6})(?: beslut)?[,:]? ?\(?$")
_AFTER = re.compile(r"^[,:]? ?\(?(?:\d{4}-\d\d-\d\d|(?:från )?(?:den )?\d{1,2} \w+ \d{4}|(?:i|av) )")
_STATUTE = re.compile(r"(?:kap\.|lagen|förordningen|balken|(?<![\d-])\d{1,3}(?: ?[a-z])?)[ ,]*$")
"""What stands before a sign in a statute: `6 kap. 28 § 1`."""
_NEAR = 40
_FEWEST_DIGITS = 3
_MOST_SPAN = 200


def money_in(text: str) -> Iterator[tuple[str, Decimal | None]]:
    """Walk sums with their worth in kronor, and percentages, which have none, as they are written."""
    for found in _SUM.finditer(text):
        figure = found["figure"].replace(" ", "")
        grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", figure)
        plain = figure.replace(".", "") if grouped else figure
        worth = _UNITS[found["unit"].casefold()]
        yield found.group(), Decimal(plain.replace(",", ".")) * worth if worth else None
    for found in _PERCENT.finditer(text):
        yield found.group(), None


def are_near(one: Decimal, other: Decimal) -> bool:
    """Tell whether two sums differ as slips do: two digits changed places, or a nought too many."""
    some, others = str(one.normalize().as_tuple().digits), str(other.normalize().as_tuple().digits)
    if one == other or min(len(_digits(one)), len(_digits(other))) < _FEWEST_DIGITS:
        return False
    if some == others:
        return True  # the same figures, tenfold
    left, right = _digits(one), _digits(other)
    apart = [place for place, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]]
    return (
        len(left) == len(right)
        and one.adjusted() == other.adjusted()
        and sorted(left) == sorted(right)
        and len(apart) == len("ab")
        and apart[1] == apart[0] + 1
    )


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.normalize().as_tuple().digits))


def registry_numbers_in(text: str) -> Iterator[str]:
    """Walk registry numbers as they are written: `Kst 2015/503`, `2015/503`; no dates or school years."""
    for found in _REGISTRY.finditer(text):
        said = bool(_SAID_NUMBER.search(text[max(0, found.start() - _NEAR) : found.start()]))
        slashed = "/" in found.group() and len(found["number"]) >= _LONG_NUMBER
        if found["prefix"] or said or slashed:
            yield found.group()


def paragraphs_in(text: str) -> Iterator[tuple[int, bool]]:
    """Walk the numbers after a sign `§`, each with whether another meeting's is meant by what stands around.

    In statutes the number stands before the sign, and they are none.
    """
    for found in _SIGN.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()].rstrip()
        if _STATUTE.search(before):
            continue
        elsewhere = bool(found["year"] or _ELSEWHERE.search(before) or _AFTER.match(text[found.end() :]))
        for span in _SPAN.finditer(found["all"]):
            first, last = int(span[1]), int(span[2] or span[1])
            if first <= last <= first + _MOST_SPAN:
                yield from ((number, elsewhere) for number in range(first, last + 1))
