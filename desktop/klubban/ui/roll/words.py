"""The words of the roll page: roles, places, and what follows for quorum and balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.wording import genitive, sign_of, signs_in
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import Moment, OnRollAs, RollLine
from klubban.i18n import _, current, ngettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from klubban.ui.roll.sheet import Sheet

MINUS = "\N{MINUS SIGN}"


def role(of: OnRollAs) -> str:
    """Return in what capacity somebody is on the roll; nothing for an ordinary member."""
    names = {
        OnRollAs.CHAIR: pgettext("role", "chair"),
        OnRollAs.VICE_CHAIR: pgettext("role", "vice chair"),
        OnRollAs.SECOND_VICE_CHAIR: pgettext("role", "second vice chair"),
        OnRollAs.MEMBER: "",
        OnRollAs.ALTERNATE: pgettext("role", "alternate"),
        OnRollAs.CO_OPTED: pgettext("role", "co-opted"),
        OnRollAs.STAFF_REPRESENTATIVE: pgettext("role", "staff representative"),
        OnRollAs.OFFICIAL: pgettext("role", "official"),
        OnRollAs.GUEST: pgettext("role", "invited"),
        OnRollAs.OTHER: pgettext("role", "other"),
    }
    return names[of]


def name(line: RollLine) -> str:
    """Return who is on a line: `Eva Asp (C)`, or that the seat is vacant."""
    if line.who is not None:
        return str(line.who)
    return vacant() + (f" ({line.seat_party})" if line.seat_party else "")


def vacant() -> str:
    """Return the word that stands for a person in a vacant seat."""
    return pgettext("seat", "Vacant")


def sign(sheet: Sheet, place: int) -> str:
    """Return `§ 75`, or `item 3` for what has no number yet; the meeting where there are no items."""
    item = sheet.item(place)
    if item is None:
        return _("the meeting")
    if item.number is not None:
        return sign_of(sheet.meeting, item)
    return _("item {number}").format(number=place + 1).replace(" ", "\u00a0")


def signs(sheet: Sheet, places: Iterable[int], *, short: bool = False) -> str:
    """Return `§§ 70–74, 76`, or `items 1–5`; a dash for none.

    In short as they stand in a column: `§§ 107–111, item 6–10`, or `all`.
    """
    found = sorted(places)
    if not found:
        return "\N{EN DASH}"
    if not sheet.meeting.items:
        return _("the whole meeting")
    if short and len(found) == sheet.places > 1:
        return pgettext("items", "all")
    numbers = [sheet.meeting.items[place].number for place in found]
    paragraphs = Paragraphs.of(number for number in numbers if number is not None)
    rest = [place + 1 for place, number in zip(found, numbers, strict=True) if number is None]
    counted = str(Paragraphs.of(rest)).replace("-", "\N{EN DASH}")
    named = ngettext("item {numbers}", "items {numbers}", len(rest))
    if short:
        named = pgettext("in a column", "item {numbers}")
    items = named.format(numbers=counted) if rest else ""
    return ", ".join(filter(None, (signs_in(sheet.meeting, paragraphs) if paragraphs else "", items)))


def moment(of: Moment, where: str) -> str:
    """Return when somebody came or went, seen from an item."""
    names = {
        Moment.BEFORE: _("before {item}"),
        Moment.DURING: _("during {item}, before the decision"),
        Moment.DECIDED: _("during {item}, after the decision"),
        Moment.AFTER: _("after {item}"),
    }
    return names[of].format(item=where)


def came(of: Moment, where: str) -> str:
    """Return that somebody came, in the few words of a pill."""
    names = {
        Moment.BEFORE: _("came before {item}"),
        Moment.DURING: _("came during {item}"),
        Moment.DECIDED: _("came during {item}"),
        Moment.AFTER: _("came after {item}"),
    }
    return names[of].format(item=where)


def went(of: Moment, where: str) -> str:
    """Return that somebody left, in the few words of a pill."""
    names = {
        Moment.BEFORE: _("left before {item}"),
        Moment.DURING: _("left during {item}"),
        Moment.DECIDED: _("left during {item}"),
        Moment.AFTER: _("left after {item}"),
    }
    return names[of].format(item=where)


def number(count: int) -> str:
    """Return a small number in letters, as it stands in a sentence."""
    if not 1 <= count <= len(_numbers()):
        return str(count)
    return _numbers()[count - 1]


def _numbers() -> tuple[str, ...]:
    # In Swedish these count people: one is "en".
    return tuple(pgettext("people", "one two three four five six seven eight nine ten eleven twelve").split())


def whose(name: str) -> str:
    """Return the owner's form of a name: `Maja Källbäcks`, `Mats`."""
    return genitive(name, current())


def capital(words: str) -> str:
    """Return words with the first letter large."""
    return words[:1].upper() + words[1:]


def listed(parts: Iterable[str]) -> str:
    """Return things in a row: `a, b and c`."""
    *most, last = list(parts) or [""]
    if not most:
        return last
    return _("{many} and {last}").format(many=", ".join(most), last=last)


def change(of: Mapping[str, int]) -> str:
    """Return how the balance between parties differs: `+1 M, −1 S`; the stronger first."""
    ordered = sorted(of.items(), key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{'+' if by > 0 else MINUS}{abs(by)}\u00a0{party}" for party, by in ordered)


def before(sheet: Sheet) -> str:
    """Return how the roll stands before it is begun."""
    members = sum(1 for line in sheet.seats if line.who)
    alternates = sum(1 for line in sheet.roll.lines if line.role is OnRollAs.ALTERNATE)
    told = sum(1 for line in sheet.roll.lines if sheet.is_told(line))
    first = ngettext("{count} member", "{count} members", members).format(count=members)
    if alternates:
        second = ngettext("{count} alternate", "{count} alternates", alternates).format(count=alternates)
        first = _("{many} and {last}").format(many=first, last=second)
    listed_ = _("The roll call has not begun. {people} are on the list").format(people=first)
    if not told:
        return listed_ + "."
    absent = ngettext("{count} has told absence", "{count} have told absence", told)
    return ", ".join((listed_, absent.format(count=number(told)))) + "."


def note(of: Sheet, *, locked: bool) -> str:
    """Return what stands in the place of the figures, or above them."""
    if locked:
        if of.meeting.verified:
            return _("The protocol is verified. The roll can be read, but not changed.")
        return _("The file can be read here, but not changed.")
    return "" if of.begun else before(of)
