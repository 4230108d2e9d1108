"""How somebody stands at the item in hand: a word, a tone and a shape."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from klubban.domain.roll import Coming, OnRollAs
from klubban.i18n import pgettext
from klubban.ui.roll import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klubban.domain.roll import RollLine, Stay
    from klubban.ui.roll.sheet import Sheet
    from klubban.ui.theme import Tone


class Mark(Enum):
    """The shape that says what a pill's colour says."""

    DOT = "dot"
    RING = "ring"
    HALF = "half"
    ARROW = "arrow"
    BAR = "bar"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class Now:
    """How somebody stands at the item in hand."""

    word: str
    tone: Tone
    mark: Mark


def now(sheet: Sheet, line: RollLine, place: int) -> Now:
    """Return how somebody stands at a place."""
    service = sheet.service
    if line.who is None:
        return Now(words.vacant().lower(), "plain", Mark.DASH)
    if place not in service.presence[line.id].there:
        return _not_there(sheet, line, place)
    if sheet.is_out(line.id, place):
        word = pgettext("now", "disqualified {item}").format(item=words.sign(sheet, place))
        return Now(word, "late", Mark.BAR)
    if place in service.presence[line.id].remote:
        return Now(pgettext("now", "remotely"), "accent", Mark.HALF)
    return _in_the_room(line, service.serving[place].get(line.id))


def expected(sheet: Sheet, line: RollLine) -> Now | None:
    """Return what is known of somebody before the roll is begun; nothing of most."""
    call_up = sheet.call_ups.get(line.id)
    if sheet.is_told(line):
        return Now(pgettext("now", "absence told"), "plain", Mark.DASH)
    if call_up is None:
        return None
    if call_up.answer is None:
        return Now(pgettext("now", "asked"), "soon", Mark.RING)
    if call_up.answer is Coming.NO:
        return Now(pgettext("now", "cannot come"), "plain", Mark.DASH)
    return Now(pgettext("now", "is coming"), "done", Mark.DOT)


def _in_the_room(line: RollLine, serves: int | None) -> Now:
    """Return how somebody stands who is there and serves in a seat, or in none."""
    if serves is not None and serves != line.id:
        return Now(pgettext("now", "serves"), "done", Mark.ARROW)
    if serves is not None:
        return Now(pgettext("now", "present"), "done", Mark.DOT)
    if line.role.has_seat:
        return Now(pgettext("now", "does not serve"), "soon", Mark.RING)
    if line.role is OnRollAs.ALTERNATE:
        return Now(pgettext("now", "not serving"), "plain", Mark.RING)
    return Now(pgettext("now", "present"), "plain", Mark.RING)


def _not_there(sheet: Sheet, line: RollLine, place: int) -> Now:
    if not line.stays:
        if sheet.is_told(line):
            return Now(pgettext("now", "absence told"), "plain", Mark.DASH)
        if line.id in sheet.declined:
            return Now(pgettext("now", "cannot come"), "plain", Mark.DASH)
        return Now(pgettext("now", "absent"), "plain", Mark.DASH)
    at = sheet.service.at
    gone = [stay for stay in line.stays if stay.last is not None and at[stay.last] <= place]
    if gone:
        return Now(_went(sheet, gone[-1], at), "soon", Mark.RING)
    coming = next((stay for stay in line.stays if stay.first is not None and at[stay.first] >= place), None)
    if coming is None or coming.first is None:
        return Now(pgettext("now", "absent"), "plain", Mark.DASH)
    return Now(words.came(coming.came, words.sign(sheet, at[coming.first])), "plain", Mark.RING)


def _went(sheet: Sheet, stay: Stay, at: Mapping[int, int]) -> str:
    place = at[stay.last] if stay.last is not None else 0
    return words.went(stay.went, words.sign(sheet, place))
