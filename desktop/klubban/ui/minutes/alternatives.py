"""What a question can come to, each with its letter and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.decided import Adopted, Asks, Put, Puts
from klubban.domain.questions import alternative, main_question
from klubban.i18n import _, pgettext
from klubban.ui.minutes import words
from klubban.ui.minutes.people import called_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.decided import Motion
    from klubban.domain.meeting import Item


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of the things that the chair may find."""

    adopted: Adopted
    motion: int | None
    words: str


def alternatives(item: Item, put: Put) -> tuple[Alternative, ...]:
    """Return what a question can come to."""
    match put.puts:
        case Puts.MAIN:
            return tuple(_main(item))
        case Puts.AMENDMENT | Puts.ADDITION:
            yes, no = pgettext("found", "adopted"), pgettext("found", "rejected")
            return Alternative(Adopted.MOTION, put.motion, yes), Alternative(Adopted.REJECTED, None, no)
        case _:
            return (
                Alternative(Adopted.REJECTED, None, decided_today(put.puts)),
                Alternative(Adopted.MOTION, put.motion, formal(put.puts)),
            )


def decided_today(puts: Puts) -> str:
    """Return what happens where a formal motion falls."""
    return _("the meeting goes on") if puts is Puts.ADJOURN else _("decided today")


def formal(puts: Puts) -> str:
    """Return what happens where a formal motion wins."""
    return {
        Puts.ADJOURN: pgettext("found", "adjourned"),
        Puts.POSTPONE: pgettext("found", "postponed"),
        Puts.REFER_BACK: pgettext("found", "referred back"),
    }.get(puts, "")


def _main(item: Item) -> Iterator[Alternative]:
    """Yield the proposal as prepared, and each main motion that differs from those before it."""
    asked = main_question(item)
    motions = asked.motions if asked is not None else ()
    if asked is None or asked.prepared:
        yield Alternative(Adopted.PROPOSAL, None, _("the proposal"))
    seen = {""}
    for motion in motions:
        if alternative(item, motion) not in seen:
            seen.add(alternative(item, motion))
            yield Alternative(Adopted.MOTION, motion.id, _of(motion))


def _of(motion: Motion) -> str:
    """Return a motion by its words or its movers, in short."""
    if motion.asks is Asks.REJECT:
        return words.asks(Asks.REJECT)
    return _("the motion of {names}").format(names=called_all(motion.by) or words.nothing_said())


def question(item: Item, put: Put) -> str:
    """Return what is asked, in words."""
    motion = next((each for each in item.motions if each.id == put.motion), None)
    named = _named(motion) if motion else words.nothing_said()
    one = len(alternatives(item, put)) == 1
    return {
        Puts.ADJOURN: _("Does the meeting go on, or is it adjourned?"),
        Puts.POSTPONE: _("Is the item decided today or postponed?"),
        Puts.REFER_BACK: _("Is the item decided today or referred back?"),
        Puts.AMENDMENT: _("The amendment: {words}").format(words=named),
        Puts.ADDITION: _("The addition: {words}").format(words=named),
        Puts.MAIN: _("Is it decided as proposed?") if one else _("Which proposal is adopted?"),
    }[put.puts]


def _named(motion: Motion) -> str:
    told = words.plain_words(motion)
    who = called_all(motion.by) or words.nothing_said()
    return _("{who}: {words}").format(who=who, words=told) if told else who
