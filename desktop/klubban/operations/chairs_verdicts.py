"""What the chair wants in her copy is taken or left, each with its verdict in the same step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from klubban.domain.agenda import Verdict
from klubban.domain.chairs_copy import step, unchanged
from klubban.domain.errors import RuleBroken
from klubban.domain.merging import Judged, Status, judge_one
from klubban.i18n import N_, texts
from klubban.operations.chairs_copy import Review, now_of
from klubban.operations.chairs_moves import Proposer, do_move
from klubban.operations.roll_rows import agreeing
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of the moves that were asked for."""

    done: tuple[str, ...] = ()
    """Ids of those that were taken, with those that they needed."""
    conflicts: tuple[str, ...] = ()
    """Ids of those that were not, since something is in their way."""
    refused: dict[str, RuleBroken] = field(default_factory=dict)
    """Those that a rule does not allow, by their ids."""


def take_moves(
    database: Database,
    before: Review,
    ids: Collection[str] | None = None,
    *,
    on: dt.date,
    at: dt.time | None = None,
    nevertheless: bool = False,
) -> Taken:
    """Do what the chair wants, in one step; without ids all that nothing is in the way of.

    What a move needs is taken along. `nevertheless` takes what something is in the way of, too. What a rule
    does not allow is left out and told of.
    """
    wanted = _with_needs(before, ids)
    refused: dict[str, RuleBroken] = {}
    while True:
        try:
            done, conflicts = _take(
                database, before, wanted - refused.keys(), on=on, at=at, nevertheless=nevertheless
            )
        except _Refusing as refusing:
            refused[refusing.move] = refusing.broken
        else:
            return Taken(done=tuple(done), conflicts=tuple(conflicts), refused=refused)


class _Refusing(Exception):
    """A rule does not allow a move; what was done in the same change is given up."""

    def __init__(self, move: str, broken: RuleBroken) -> None:
        super().__init__(move)
        self.move, self.broken = move, broken


def _with_needs(before: Review, ids: Collection[str] | None) -> set[str]:
    if ids is None:
        return {each.move.id for each in before.pending}
    wanted: set[str] = set()
    for each in reversed([before.move(id_) for id_ in _in_turn(before, ids)]):
        wanted |= {each.move.id, *each.needs}
    return wanted


def _in_turn(before: Review, ids: Collection[str]) -> Iterator[str]:
    return (each.move.id for each in before.moves if each.move.id in ids)


def _take(
    database: Database,
    before: Review,
    wanted: Collection[str],
    *,
    on: dt.date,
    at: dt.time | None,
    nevertheless: bool,
) -> tuple[list[str], list[str]]:
    """Do moves in their turn, each as it stands when its turn comes."""
    copy, meeting_id = before.copy, before.meeting.id
    proposer = Proposer(name=_chair(before), on=on, at=at)
    done: list[str] = []
    conflicts: list[str] = []
    lines = unchanged(copy.base)
    with database.change(
        N_("Take what the chair changed in her copy"), place=("meeting", meeting_id)
    ) as change:
        judged = _verdicts(change, before.lent.id)
        for move in copy.moves:
            if move.id in wanted and move.id not in judged:
                each = judge_one(
                    copy, lines, move, now_of(copy, reads.recorded(change.connection, meeting_id))
                )
                if each.takeable and (nevertheless or each.status is not Status.CONFLICTS):
                    _do(change, before, each, proposer)
                    done.append(move.id)
                else:
                    conflicts.append(move.id)
            lines = step(lines, move)
    return done, conflicts


def _do(change: Change, before: Review, judged: Judged, proposer: Proposer) -> None:
    try:
        with agreeing(change, before.meeting.id):
            do_move(change, before.meeting.id, judged, proposer)
    except RuleBroken as broken:
        raise _Refusing(judged.move.id, broken) from broken
    _note_verdict(change, before.lent.id, judged.move.id, Verdict.TAKEN, proposer.on)


def _chair(before: Review) -> str:
    """Return who made the moves: as the copy says, or whoever was to preside when it was lent."""
    words = texts(before.meeting.organisation.language)
    return before.copy.by or before.copy.base.chair or words.gettext("The chair")


def _verdicts(change: Change, lent_id: int) -> frozenset[str]:
    """Return the moves that have a verdict."""
    return frozenset(str(row["move"]) for row in change.rows("judged_move", chairs_copy_id=lent_id))


def _note_verdict(change: Change, lent_id: int, move: str, verdict: Verdict, on: dt.date) -> None:
    change.insert("judged_move", chairs_copy_id=lent_id, move=move, verdict=verdict, judged_on=on)


def leave_moves(database: Database, before: Review, ids: Sequence[str], *, on: dt.date) -> None:
    """Leave what the chair wants as it is, in one step; what has its verdict keeps it."""
    label = N_("Leave what the chair changed in her copy")
    with database.change(label, place=("meeting", before.meeting.id)) as change:
        judged = _verdicts(change, before.lent.id)
        for id_ in _in_turn(before, ids):
            if id_ not in judged:
                _note_verdict(change, before.lent.id, id_, Verdict.LEFT, on)
