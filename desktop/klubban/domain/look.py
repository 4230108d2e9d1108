"""How an organisation's papers look: what is its own, and not a body's or a document's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from klubban.domain.errors import RuleBroken

NARROWEST, WIDEST, BOTH_MARGINS = 15, 25, 40
"""Millimetres of the left margin, and of both; the right one has what is left, so that texts stay as wide."""
_LEAST_CONTRAST = 4.5
"""Against white, as EN 301 549 (WCAG 2.1, 1.4.3) asks of text."""
_DARK = 0.04045
"""Below it sRGB is linear."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")


class ServiceStyle(StrEnum):
    """How a house says that an alternate serves for somebody; all of them mean the same."""

    REPLACES = "replaces"
    """`Jan Rask (KD) ersätter Eva Asp (C)`"""
    ALTERNATE_FOR = "alternate_for"
    """`Jan Rask (KD), ersättare för Eva Asp (C)`"""
    SERVES_FOR = "serves_for"
    """`Jan Rask (KD) tjänstgör för Eva Asp (C)`"""
    ABBREVIATED = "abbreviated"
    """`Jan Rask (KD), tjg. ers. för Eva Asp (C)`"""
    UNNAMED = "unnamed"
    """`Jan Rask (KD), tjänstgörande ersättare`"""
    STARRED = "starred"
    """`Jan Rask (KD)*`, with a line that explains the star."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is the same on all papers of an organisation; its coat of arms is kept beside it."""

    colour: str = "#1e2226"
    """Of titles and of the line below the running head, as `#rrggbb`: dark enough to be read on white."""
    name: str | None = None
    """What stands at the head of each page, where that is not the organisation's name."""
    foot: str | None = None
    """One line at the foot of each first page: an address, a telephone number."""
    margin: int = 20
    """Millimetres on the left, where holes are punched."""
    mirrored: bool = False
    """That margin is on the right of even pages, for papers printed on both sides."""
    service: ServiceStyle = ServiceStyle.REPLACES
    party_first: bool = False
    """`(S) Åke Öman`"""
    by_link: bool = False
    """`via länk` instead of the statute's `på distans`."""


CUSTOMARY = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arms:
    """A coat of arms as a picture."""

    sha256: str
    says: str
    """What is said in its place to those who do not see it: `Ekby kommuns vapen`."""
    picture: bytes = b""
    """A PNG file; nothing where this file does not hold it."""


def look_of(plain: Mapping[str, Any]) -> Look:
    """Return a look out of plain values, as JSON has them; raises RuleBroken for what cannot be one."""
    known = {field.name for field in fields(Look)}
    for name in plain:
        if name not in known:
            raise RuleBroken("There is nothing called {name} about how papers look", name=name)
    try:
        look = Look(**{**plain, "service": ServiceStyle(plain.get("service", CUSTOMARY.service))})
    except (ValueError, TypeError) as error:
        raise RuleBroken("Papers cannot look like {value}", value=error) from error
    check_look(look)
    return look


def plain_look(look: Look) -> dict[str, Any]:
    """Return what differs from the custom, in plain values."""
    found = {field.name: getattr(look, field.name) for field in fields(Look)}
    return {
        name: str(value) if isinstance(value, StrEnum) else value
        for name, value in found.items()
        if value != getattr(CUSTOMARY, name)
    }


def check_look(look: Look) -> None:
    """Raise RuleBroken for a colour that cannot be read on white, or a margin without room."""
    if not _COLOUR.fullmatch(look.colour):
        raise RuleBroken("A colour is written like {example}", example="#17616b")
    if contrast_with_white(look.colour) < _LEAST_CONTRAST:
        raise RuleBroken("The colour {colour} is too light to be read on white paper", colour=look.colour)
    if not NARROWEST <= look.margin <= WIDEST:
        raise RuleBroken("The margin is between {least} and {most} millimetres", least=NARROWEST, most=WIDEST)


def contrast_with_white(colour: str) -> float:
    """Return the contrast of a colour with white, from 1 to 21 (WCAG 2.1, relative luminance)."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= _DARK else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    luminance = sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
    return 1.05 / (luminance + 0.05)
