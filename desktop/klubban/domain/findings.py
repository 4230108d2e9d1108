"""What should be looked at before something is published: numbers, addresses and words, and where they stand.

A finding is no fault: whether it may be published is for people to judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from klubban.domain.personal_numbers import NumberKind, numbers_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

SENSITIVE = (
    "sekretess",
    "skyddad identitet",
    "skyddad adress",
    "skyddade personuppgifter",
    "skyddad folkbokföring",
    "fingerade personuppgifter",
    "kvarskriv",
)
"""Words that are looked for everywhere, beside the organisation's own."""
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")
_SPACE = r"[ \u00a0\u2009\u202f]"
_PHONE = re.compile(
    r"(?<![\d/])(?<!\d[.,:-])"
    rf"(?P<area>(?:\+|00)46{_SPACE}?(?:\(0\){_SPACE}?)?[1-9]\d{{0,2}}|\(0[1-9]\d{{0,2}}\)|0[1-9]\d{{0,2}})"
    rf"(?P<mark>{_SPACE}?[-\u2010-\u2015/]{_SPACE}?|{_SPACE})?"
    rf"(?P<own>\d{{2,3}}(?:{_SPACE}?\d{{2,3}}){{1,3}})(?![\d/:]|[-.,]\d)"
    r"|(?<![\d/.-])07\d(?P<same>[.-])\d{3}(?P=same)\d\d(?P=same)\d\d(?![\d.-]\d)"
)
_NAME = re.compile(r"\b[A-ZÅÄÖÉÜ][\w-]+(?:[ \u00a0][A-ZÅÄÖÉÜ][\w-]+)+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Letters that nobody sees, such as soft hyphens."""
_FEWEST, _MOST = 8, 13
"""Digits of a telephone number, with its area."""
_FEWEST_OWN = 5
"""Digits of a telephone number, without its area."""
_GROUP = 3
"""So many digits stand together at the most, where they are in groups."""
_SHORTEST = 4
"""Masked words shorter than this are found everywhere."""


class FoundKind(StrEnum):
    """What was found."""

    PERSONAL_NUMBER = "personal_number"
    COORDINATION_NUMBER = "coordination_number"
    SOLE_TRADER = "sole_trader"
    MAIL = "mail"
    PHONE = "phone"
    OWN_WORD = "own_word"
    """One of the words that the organisation looks for."""
    SENSITIVE = "sensitive"
    """A word such as `sekretess`."""
    MASKED_ELSEWHERE = "masked_elsewhere"
    """Words that are masked in one place, and stand in another."""
    AUTHORITY = "authority"
    """An item that is the exercise of authority against somebody, and not confidential."""
    NO_SECTION = "no_section"
    """A confidential item of which no section of the secrecy act was noted."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something to look at: what, in which words, and where."""

    kind: FoundKind
    text: str
    where: str
    """`§ 19, Sammanfattning`"""
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a document, with the place that they stand in."""

    text: str
    where: str
    item: int | None = None
    by_program: bool = False
    """The program says there itself that something is left out."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an organisation tells everybody itself, and what it looks for."""

    domains: frozenset[str] = frozenset()
    """Of its own mail and website."""
    mails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    """Digits alone, as `digits_of` returns them."""
    sought: tuple[str, ...] = ()
    masked: tuple[str, ...] = ()
    """Words that are masked somewhere in the meeting."""
    authority: frozenset[int] = frozenset()
    """Ids of items that are the exercise of authority against somebody."""
    without_section: frozenset[int] = frozenset()
    """Ids of confidential items of which no section of the secrecy act was noted."""


_OF_NUMBER = {
    NumberKind.PERSONAL: FoundKind.PERSONAL_NUMBER,
    NumberKind.COORDINATION: FoundKind.COORDINATION_NUMBER,
    NumberKind.SOLE_TRADER: FoundKind.SOLE_TRADER,
}


def findings(lines: Iterable[Line], known: Known) -> tuple[Found, ...]:
    """Return what should be looked at, in the order of the lines; what one place says twice is told once."""
    found: list[Found] = []
    for line in lines:
        kind = _of_item(line, known)
        if kind is not None and line.item not in {each.item for each in found}:
            found.append(Found(kind, line.text.removeprefix(line.where).strip(), line.where, line.item))
        found += (Found(kind, text, line.where, line.item) for kind, text in _in_line(line, known))
    return tuple(dict.fromkeys(found))


def _of_item(line: Line, known: Known) -> FoundKind | None:
    """Return what there is to look at of the item itself that a line is of."""
    if line.item in known.authority:
        return FoundKind.AUTHORITY
    return FoundKind.NO_SECTION if line.item in known.without_section else None


def digits_of(phone: str) -> str:
    """Return a telephone number as it is compared: digits alone, with the zero of its area."""
    digits = _digits(phone.replace("(0)", ""))
    for abroad in ("0046", "46"):
        if digits.startswith(abroad):
            return f"0{digits.removeprefix(abroad)}"
    return digits


def phones_in(text: str) -> Iterator[str]:
    """Walk the telephone numbers of a text, as they are written there."""
    for found in _PHONE.finditer(text):
        if _FEWEST <= len(_digits(found.group())) <= _MOST and (found["same"] or _is_phone(found)):
            yield found.group()


def _is_phone(found: re.Match[str]) -> bool:
    """Tell whether digits are grouped as those of a telephone number are; the one short area is 08."""
    if not found["mark"]:
        return True
    groups = found["own"].split()
    grouped = len(groups) == 1 or all(len(each) <= _GROUP for each in groups)
    short = len(found["area"]) == len("08") and found["area"] != "08"
    return grouped and not short and len(_digits(found["own"])) >= _FEWEST_OWN


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def mails_in(text: str) -> Iterator[str]:
    """Walk the mail addresses of a text."""
    yield from (found.group().rstrip(".") for found in _MAIL.finditer(text))


def names_in(text: str) -> Iterator[str]:
    """Walk what looks like people's names in a text: two or more words with capitals, on one line."""
    yield from (found.group() for found in _NAME.finditer(text))


def _in_line(line: Line, known: Known) -> Iterator[tuple[FoundKind, str]]:
    text = line.text.translate(_UNSEEN)
    numbers = list(numbers_in(text))
    yield from ((_OF_NUMBER[each.kind], each.text) for each in numbers)
    yield from ((FoundKind.MAIL, mail) for mail in mails_in(text) if not _is_own(mail, known))
    for phone in phones_in(text):
        if digits_of(phone) not in known.phones and not any(phone in each.text for each in numbers):
            yield FoundKind.PHONE, phone
    yield from ((FoundKind.OWN_WORD, word) for word in _words(text, known.sought))
    if not line.by_program:
        yield from ((FoundKind.SENSITIVE, word) for word in _words(text, SENSITIVE))
    masked = (each for each in known.masked if len(each) >= _SHORTEST)
    yield from ((FoundKind.MASKED_ELSEWHERE, word) for word in _words(text, masked, ending="s?"))


def _is_own(mail: str, known: Known) -> bool:
    folded = mail.casefold()
    domain = folded.rpartition("@")[2]
    own = any(domain == each or domain.endswith(f".{each}") for each in known.domains)
    return own or folded in known.mails


def _words(text: str, sought: Iterable[str], *, ending: str = r"\w*") -> Iterator[str]:
    """Walk what is found of some words: whole ones, and longer ones that begin so, in small or capital."""
    folded = _folded(text)
    for word in sought:
        parts = _folded(word)
        # Most words are in no line, and an expression costs more than a look.
        if parts and parts in folded and re.search(rf"(?<!\w){re.escape(parts)}{ending}(?!\w)", folded):
            yield word


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def known_of(
    *, website: str | None, own: Iterable[str], people: Iterable[tuple[str | None, str | None]]
) -> Known:
    """Return what is no finding: an organisation's own domains, and what it, its seats and officials tell.

    `own` are texts that it prints itself; `people` those with a seat or an office, by mail and telephone.
    """
    texts, registered = list(own), list(people)
    mails = {mail.casefold() for text in texts for mail in mails_in(text)}
    hosts = [_host(website)] if website else []
    return Known(
        domains=frozenset(chain((host for host in hosts if host), _domains(mails))),
        mails=frozenset(mails | {mail.casefold() for mail, _ in registered if mail}),
        phones=frozenset(
            digits_of(phone)
            for phone in chain(
                (each for text in texts for each in phones_in(text)), (each for _, each in registered if each)
            )
        ),
    )


def _host(website: str) -> str:
    return re.sub(r"^\w+://", "", website.strip().casefold()).split("/")[0].removeprefix("www.")


_PUBLIC_HOSTS = ("gmail.com", "hotmail.com", "outlook.com", "live.se", "telia.com", "icloud.com", "yahoo.se")


def _domains(mails: Collection[str]) -> Iterator[str]:
    """Walk the domains of an organisation's own addresses, but for those where anybody has one."""
    yield from (domain for mail in mails if (domain := mail.rpartition("@")[2]) not in _PUBLIC_HOSTS)
