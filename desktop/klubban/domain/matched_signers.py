"""Whose signature is whose: names on certificates beside those who were to sign."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.examined import SignatureFound
    from klubban.domain.signing import Signature

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTY = re.compile(r"\([^)]*\)")
_UNSEEN = frozenset(("Mn", "Me", "Cf"))
"""Accents, once they stand alone, and what has no width."""
_FEWEST = 2
"""A first name and a surname; one word alone names nobody."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What was found of those who were to sign."""

    pairs: tuple[tuple[Signature, SignatureFound], ...]
    missing: tuple[Signature, ...]
    """Those of whom no signature was found."""
    strangers: tuple[SignatureFound, ...]
    """Signatures of nobody who was to sign, or whose it is was not to be told."""


def matched(
    expected: Sequence[Signature], found: Sequence[SignatureFound], chosen: dict[int, int] | None = None
) -> Matched:
    """Return whose signature is whose: as a person chose (the expected by id, the found by place) or by name.

    Who signs in two roles signs once. Two with one name are told apart by the field that was signed.
    """
    pairs = [(each, found[chosen[each.id]]) for each in expected if chosen and each.id in chosen]
    taken = {id(signature) for _, signature in pairs}
    for each in expected:
        if any(each is one for one, _ in pairs):
            continue
        own = [one for one in found if id(one) not in taken and same_name(each.who.name, one.who)]
        if own:
            pairs.append((each, next((one for one in own if one.field == each.field), own[0])))
            taken.add(id(pairs[-1][1]))
        else:
            again = next((one for other, one in pairs if each.who.is_same(other.who)), None)
            pairs += [(each, again)] if again else []
    kept = {each.id for each, _ in pairs}
    return Matched(
        tuple(pair for each in expected for pair in pairs if pair[0].id == each.id),
        tuple(each for each in expected if each.id not in kept),
        tuple(one for one in found if id(one) not in taken),
    )


def names_another(
    expected: Sequence[Signature], signature: Signature, found: SignatureFound
) -> Signature | None:
    """Return who else is to sign and is named by a certificate that does not name who signs here."""
    if same_name(signature.who.name, found.who):
        return None
    others = (each for each in expected if not each.who.is_same(signature.who))
    return next((each for each in others if same_name(each.who.name, found.who)), None)


def same_name(name: str, other: str) -> bool:
    """Tell whether two names may be one person's: capitals, order, accents and middle names aside.

    `Kristofer Duarte` is `DUARTE, Kristofer Emil`; `Kristofer Duarte` is not `Emil Duarte`.
    """
    some, others = _words(name), _words(other)
    fewer, more = sorted((some, others), key=len)
    return len(fewer) >= _FEWEST and fewer <= more


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two names may be one person's, where that is not to be: one word alone may be anybody's.

    `Eva` may be `Eva Asp (S)`, who may be `Asp, Eva Maria`.
    """
    fewer, more = sorted((_words(name), _words(other)), key=len)
    return fewer <= more


def _words(name: str) -> frozenset[str]:
    parted = unicodedata.normalize("NFKD", _PARTY.sub(" ", name).casefold())
    letters = "".join(each for each in parted if unicodedata.category(each) not in _UNSEEN)
    return frozenset(_WORD.findall(letters))
