"""The order in which the chair puts what was moved: formal motions, main proposals, amendments, additions.

Custom, the same in the handbooks of municipalities; the order is approved before it is gone through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klubban.domain.decided import Asks, Motion, Put, Puts
from klubban.domain.meeting import Item
from klubban.domain.read_motion import ReadMotion
from klubban.domain.stances import seconded, stance
from klubban.domain.text import plain

_PAIR = 2


@dataclass(frozen=True, slots=True)
class ToPut:
    """One question: what it settles, and the motions that are put against each other."""

    puts: Puts
    motions: tuple[Motion, ...]
    prepared: bool = False
    """What was proposed before the meeting is one of the alternatives."""
    alternatives: int = 1

    @property
    def by_counter_proposal(self) -> bool:
        """Tell whether a division would need a counter-proposal first: there are three or more."""
        return self.puts is Puts.MAIN and self.alternatives > _PAIR


def order_of_questions(item: Item) -> tuple[ToPut, ...]:
    """Return the questions of an item in their order; withdrawn motions are left out.

    Where nothing is moved against the proposal, it is the only question. Motions to approve are for the
    proposal as prepared; those to reject are one alternative, every other main motion is one of its own.
    """
    standing = [motion for motion in item.motions if not motion.withdrawn]
    return tuple(_questions(item, standing))


def main_question(item: Item) -> ToPut | None:
    """Return the question of the main proposals, if there are any."""
    return next((each for each in order_of_questions(item) if each.puts is Puts.MAIN), None)


def not_put(item: Item) -> Iterator[tuple[Puts, int | None]]:
    """Walk the questions that follow from what was moved and are not put: the kind, and which motion is put.

    The main question names none before something is found.
    """
    for asked in order_of_questions(item):
        own = {motion.id for motion in asked.motions}
        main = asked.puts is Puts.MAIN
        if not any(put.puts is asked.puts and (main or put.motion in own) for put in item.puts):
            yield asked.puts, None if main else asked.motions[0].id


def with_question(puts: Sequence[Put], new: Put) -> tuple[Put, ...]:
    """Return questions with another after the last one of its kind or an earlier kind."""
    kinds = list(Puts)
    later = (at for at, put in enumerate(puts) if kinds.index(put.puts) > kinds.index(new.puts))
    place = next(later, len(puts))
    return (*puts[:place], new, *puts[place:])


def _questions(item: Item, motions: Sequence[Motion]) -> Iterator[ToPut]:
    for puts in Puts:
        own = tuple(motion for motion in motions if motion.asks.put_as is puts)
        if puts is Puts.MAIN:
            yield from _main(item, own)
        elif puts.formal and own:
            yield ToPut(puts, own)
        else:
            yield from (ToPut(puts, (motion,)) for motion in own)


def _main(item: Item, motions: Sequence[Motion]) -> Iterator[ToPut]:
    main = tuple(motion for motion in motions if stance(item, motion))
    prepared = bool(item.proposal) or any(stance(item, motion) is Asks.APPROVE for motion in main)
    if main or prepared:
        others = {alternative(item, each) for each in main} - {""}
        yield ToPut(Puts.MAIN, main, prepared, prepared + len(others))


def alternative(item: Item, motion: Motion) -> str:
    """Return what tells one alternative from another; nothing for the proposal as prepared."""
    if isinstance(motion, ReadMotion):
        return motion.alternative
    other = seconded(item, motion)
    if other is not None and motion.asks is Asks.APPROVE:
        return alternative(item, other)
    match stance(item, motion):
        case Asks.APPROVE:
            return ""
        case Asks.REJECT:
            return "reject"
        case _ if motion.asks is not Asks.OTHER:
            return f"{motion.asks} what was raised"
        case _:
            return plain(motion.text) or f"motion {motion.id}"
