"""What the room of the look says: each choice with what follows from it, and colours by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klubban.documents import attending, wording
from klubban.documents.specimen import ALTERNATE, MEMBER, REMOTE
from klubban.domain.look import BOTH_MARGINS, Look, ServiceStyle, contrast_with_white
from klubban.i18n import _, current, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.body import Body, Organisation
    from klubban.ui.look.sheet import LookSheet

Choices = list[tuple[object, str, str]]

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")
_MARGINS = (15, 18, 20, 22, 25)


def colours() -> list[tuple[str, str]]:
    """Return colours that can be read on white, and still told apart as greys, each with its name."""
    return [
        ("#1e2226", _("Black")),
        ("#1f3f77", _("Navy")),
        ("#17616b", _("Petrol")),
        ("#22593a", _("Forest green")),
        ("#6b4316", _("Umber")),
        ("#7a1f35", _("Wine red")),
        ("#5b2a6b", _("Plum")),
    ]


def spelled(colour: str) -> str:
    """Return a colour as it is written: `#17616b` for `17616B`; what is none stays as it is."""
    found = _HEX.fullmatch(colour.strip().lower())
    if found is None:
        return colour.strip()
    digits = found.group(1)
    return "#" + ("".join(each * 2 for each in digits) if len(digits) == 3 else digits)  # noqa: PLR2004


def contrast(colour: str) -> str:
    """Return how well a colour is read on white paper; nothing for what is none."""
    from babel.numbers import format_decimal

    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        return ""
    # Rounded down: what is just below the least must not be told as the least.
    told = format_decimal(int(contrast_with_white(colour) * 10) / 10, "0.0", locale=current().language)
    least = format_decimal(4.5, "0.0", locale=current().language)
    line = _("Contrast with white paper {contrast} to 1; at least {least} to 1 is needed.")
    return line.format(contrast=told, least=least)


def arms_proposed(organisation: Organisation) -> str:
    """Return what is said of a coat of arms until somebody says it otherwise."""
    return wording.coat_of_arms(organisation.name, texts(organisation.language))


def margins(now: int) -> Choices:
    """Return margins to choose among, the present one always among them."""
    follows = {
        15: _("For papers that are not punched."),
        18: _("Just enough for two holes."),
        20: _("Hole-punching: 20 mm is enough for two holes."),
        22: _("Hole-punching with some air."),
        25: _("For thick binders, and for four holes."),
    }
    line = _("{wide} mm on the left, {rest} mm on the right.")
    widths = sorted({*_MARGINS, now})
    return [
        (wide, line.format(wide=wide, rest=BOTH_MARGINS - wide), follows.get(wide, "")) for wide in widths
    ]


def sides() -> Choices:
    """Return what becomes of the margin on even pages."""
    return [
        (False, _("All pages alike."), _("For papers printed on one side.")),
        (
            True,
            _("Mirrored: on even pages the margin is on the right."),
            _("For papers printed on both sides; the holes go through the margin of both."),
        ),
    ]


def services(sheet: LookSheet) -> Choices:
    """Return the ways of writing that an alternate serves, each as a line of a protocol."""
    texts_ = texts(sheet.organisation.language)
    name = wording.with_party(ALTERNATE, sheet.look)
    member = wording.with_party(MEMBER, sheet.look)
    follows = {
        ServiceStyle.UNNAMED: _("Nobody sees for whom."),
        ServiceStyle.STARRED: _("A line below the list explains the star."),
    }
    return [
        (each, attending.of_alternate(name, member, each, texts_), follows.get(each, ""))
        for each in ServiceStyle
    ]


def parties() -> Choices:
    """Return where the party can stand."""
    return [
        (first, wording.with_party(MEMBER, Look(party_first=first)), follows)
        for first, follows in (
            (False, _("The party after the name, as most write it.")),
            (True, _("The party before the name.")),
        )
    ]


def remote(sheet: LookSheet) -> Choices:
    """Return how it is written that somebody took part from elsewhere."""
    name, texts_ = wording.with_party(REMOTE, sheet.look), texts(sheet.organisation.language)
    return [
        (by_link, f"{name}, {wording.remotely(Look(by_link=by_link), texts_)}", follows)
        for by_link, follows in (
            (False, _("In the words of the Local Government Act (KL 5 kap. 16 §).")),
            (True, _("In everyday words.")),
        )
    ]


def alike(others: Sequence[Body]) -> str:
    """Return which bodies lay their paragraphs out otherwise."""
    if not others:
        return _("All bodies that keep protocols do it alike.")
    names = wording.enumerated([wording.inside(body.name) for body in others], current())
    return wording.capital(_("{bodies} do it in another way.").format(bodies=names))
