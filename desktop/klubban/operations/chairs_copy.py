"""The chair's copy of an agenda: lent as a file, and what came back in it looked at, taken or left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from klubban.domain.agenda import Lent, Verdict
from klubban.domain.chairs_copy import MOST_ITEMS, Base, Copy, Does, items_of, step, unchanged
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting, Outcome
from klubban.domain.merging import Judged, Now, Status, judge, judge_one
from klubban.exchange import chairs_copy as exchange
from klubban.exchange.refused import Refused
from klubban.i18n import N_, texts
from klubban.operations.chairs_moves import Proposer, do_move
from klubban.operations.file_names import stem_of
from klubban.operations.files import write_file
from klubban.store import chairs_copies, reads
from klubban.store.change import Change
from klubban.store.database import Database
from klubban.store.lock import user_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A copy that came back, beside what stands now."""

    copy: Copy
    lent: Lent
    meeting: Meeting
    moves: tuple[Judged, ...]

    @property
    def pending(self) -> tuple[Judged, ...]:
        """Return the moves that wait for a verdict."""
        return tuple(each for each in self.moves if each.pending)

    @property
    def conflicts(self) -> tuple[Judged, ...]:
        """Return the moves that cannot be taken without a choice."""
        return tuple(each for each in self.moves if each.status is Status.CONFLICTS)

    def move(self, id_: str) -> Judged:
        """Return a move by its id; raises LookupError."""
        for each in self.moves:
            if each.move.id == id_:
                return each
        raise LookupError(id_)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of the moves that were asked for."""

    done: tuple[str, ...] = ()
    """Ids of those that were taken, with those that they needed."""
    conflicts: tuple[str, ...] = ()
    """Ids of those that were not, since something is in their way."""
    refused: dict[str, RuleBroken] = field(default_factory=dict)
    """Those that a rule does not allow, by their ids."""


def lend_copy(
    database: Database,
    meeting_id: int,
    path: Path,
    *,
    on: dt.date,
    at: dt.time | None = None,
    by: str | None = None,
) -> Copy:
    """Write a copy of an agenda for the chair, and remember what was lent.

    Undo does not cross it: the copy has left the file. Raises Trouble when it cannot be written, RuleBroken
    for an agenda that is empty, or too long for a copy.
    """
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
        identity = chairs_copies.file_identity(read)
    if not meeting.items:
        raise RuleBroken("There is nothing on the agenda to lend the chair")
    if len(meeting.items) > MOST_ITEMS:
        raise RuleBroken("A copy holds at most {limit} items", limit=MOST_ITEMS)
    copy = exchange.lend(_base(meeting, identity, on=on, at=at, by=by or user_name()))
    data = exchange.checked(copy)
    with database.change(
        N_("Lend the chair a copy of the agenda for {date}"),
        place=("meeting", meeting_id),
        barrier=True,
        date=meeting.date.isoformat(),
    ) as change:
        change.insert(
            "chairs_copy",
            meeting_id=meeting_id,
            sha256=copy.sha256,
            base=exchange.canonical(copy.base),
            made_on=on,
            made_at=at,
        )
        write_file(path, data)  # while the change can still be given up
    return copy


def _base(meeting: Meeting, identity: str, *, on: dt.date, at: dt.time | None, by: str) -> Base:
    return Base(
        file=identity,
        organisation=meeting.organisation.name,
        body=meeting.body.name,
        date=meeting.date,
        start=meeting.start,
        place=meeting.place,
        made_on=on,
        made_at=at.replace(second=0, microsecond=0) if at else None,
        made_by=by,
        chair=meeting.chair.name if meeting.chair else None,
        sent=len(meeting.sendings),
        items=items_of(meeting, neutral=_neutral(meeting)),
    )


def _neutral(meeting: Meeting) -> str:
    """Return what stands for the title of a confidential item."""
    return texts(meeting.organisation.language).gettext("Confidential item")


def copy_name(database: Database, meeting_id: int) -> str:
    """Return what a copy's file is called, without its folder."""
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
    start = f"-{meeting.start:%H%M}" if meeting.start else ""
    return f"{stem_of(meeting.body)}-{meeting.date.isoformat()}{start}{exchange.SUFFIX}"


def review(database: Database, data: bytes) -> Review:
    """Return what a copy that came back would change; raises Refused for one that was not lent from here."""
    copy = exchange.read(data)
    with database.read() as read:
        if copy.base.file != chairs_copies.file_identity(read):
            raise Refused(
                "",
                N_("This copy was lent from another file, of {organisation}: {body}, {date}"),
                organisation=copy.base.organisation or "–",
                body=copy.base.body,
                date=copy.base.date,
            )
        found = chairs_copies.lent_as(read, copy.sha256)
        if found is None or found[1].base != exchange.canonical(copy.base):
            raise Refused(
                "", N_("No copy with this agenda was lent from this file; nothing of it can be taken")
            )
        meeting = reads.meeting(read, found[0])
    return _reviewed(copy, found[1], meeting)


def again(database: Database, before: Review) -> Review:
    """Return a review as it stands now; raises LookupError when the meeting, or what was lent, is gone."""
    with database.read() as read:
        found = chairs_copies.lent_as(read, before.copy.sha256)
        if found is None:
            raise LookupError(before.copy.sha256)
        meeting = reads.meeting(read, found[0])
    return _reviewed(before.copy, found[1], meeting)


def _reviewed(copy: Copy, lent: Lent, meeting: Meeting) -> Review:
    moves = judge(copy, _now(copy, meeting), dict(lent.verdicts))
    return Review(copy=copy, lent=lent, meeting=meeting, moves=moves)


def _now(copy: Copy, meeting: Meeting) -> Now:
    added = [move.id for move in copy.moves if move.does is Does.ADD]
    items = items_of(meeting, neutral=_neutral(meeting), known=added)
    over = (Outcome.DECIDED, Outcome.REFERRED_BACK, Outcome.NOTED)
    dealt_with = (
        copied.key for copied, item in zip(items, meeting.items, strict=True) if item.outcome in over
    )
    return Now(items=items, dealt_with=frozenset(dealt_with), sent=len(meeting.sendings))


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
                each = judge_one(copy, lines, move, _now(copy, reads.recorded(change.connection, meeting_id)))
                if each.takeable and (nevertheless or each.status is not Status.CONFLICTS):
                    _do(change, before, each, proposer)
                    done.append(move.id)
                else:
                    conflicts.append(move.id)
            lines = step(lines, move)
    return done, conflicts


def _do(change: Change, before: Review, judged: Judged, proposer: Proposer) -> None:
    try:
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
