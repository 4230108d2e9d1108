"""What is said beside a vote at the table: how far it is, what came of it, and what is needed next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain import outcome, settled, voters
from klubban.domain.decided import Adopted, Question, Vote
from klubban.i18n import _, ngettext
from klubban.ui.minutes.alternatives import alternatives, decided_today, formal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.decided import Division
    from klubban.domain.meeting import Item, Meeting


def told(meeting: Meeting, item: Item, division: Division) -> Iterator[str]:
    """Yield sentences about how a vote stands."""
    if not outcome.is_complete(division, voters.voters(meeting, item)):
        yield from _left(meeting, item, division)
        return
    there = settled.present(meeting, item, division)
    if outcome.by_minority(division, there):
        yield _by_minority(division, there)
        return
    if outcome.is_tie(division):
        yield _tie(division)
    came_to = outcome.adopted(item, division, there)
    if came_to is not None:
        yield _result(item, division, *came_to)


def _left(meeting: Meeting, item: Item, division: Division) -> Iterator[str]:
    answered = [who for who, _vote in division.votes]
    left = sum(not any(map(who.is_same, answered)) for who in voters.voters(meeting, item))
    if left and answered:
        yield ngettext("{count} has not answered.", "{count} have not answered.", left).format(count=left)


def _by_minority(division: Division, there: int) -> str:
    """Return what a third came to (KL 5 kap. 50 §)."""
    side = outcome.formal_side(division)
    count = outcome.totals(division)[side] if side else 0
    told = (
        _("{count} of {all} are at least a third: the item is postponed.")
        if division.question is Question.POSTPONE
        else _("{count} of {all} are at least a third: the item is referred back.")
    )
    return told.format(count=count, all=there)


def _tie(division: Division) -> str:
    if division.casting_vote in (Vote.YES, Vote.NO):
        yes = division.casting_vote is Vote.YES
        return _("The chair's casting vote is yes.") if yes else _("The chair's casting vote is no.")
    if division.lot in (Vote.YES, Vote.NO):
        return _("The lot fell on yes.") if division.lot is Vote.YES else _("The lot fell on no.")
    return _("As many yes as no. The chair's casting vote: J or N. In an election the lot: Shift+J, Shift+N.")


def _result(item: Item, division: Division, adopted: Adopted, motion: int | None) -> str:
    """Return what was adopted."""
    puts = next((put for put in item.puts if put.id == division.put), None)
    if division.question is Question.COUNTER_PROPOSAL:
        name = _meaning(division, motion)
        return _("The counter-proposal is {words}.").format(words=name)
    if division.question.formal:
        kind = division.question.settles
        came_to = formal(kind) if adopted is Adopted.MOTION else decided_today(kind)
        return _("Outcome: {words}.").format(words=came_to)
    if puts is not None:
        each = [
            one.words for one in alternatives(item, puts) if (one.adopted, one.motion) == (adopted, motion)
        ]
        if each:
            return _("Outcome: {words}.").format(words=each[0])
    return _("Outcome: {words}.").format(words=_meaning(division, motion))


def _meaning(division: Division, motion: int | None) -> str:
    """Return what an alternative of a vote means, as it was said."""
    return division.yes if motion == division.yes_motion else division.no
