"""The chair's copy of an agenda: lent as a file, and what came back in it looked at, taken or left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from klubban.domain.agenda import Lent
from klubban.domain.chairs_copy import MOST_ITEMS, SUFFIX, Base, Copy, Does, items_of
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting, Outcome
from klubban.domain.merging import Judged, Now, Status, judge
from klubban.exchange import chairs_copy as exchange
from klubban.exchange.refused import Refused
from klubban.i18n import N_, texts
from klubban.operations.file_names import meeting_stem
from klubban.operations.files import check_target, write_file
from klubban.store import chairs_copies, reads
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
    for an agenda that is empty, or too long for a copy, and for a place where a file of Klubban's is.
    """
    check_target(path, database.path)
    at = at.replace(second=0, microsecond=0) if at else None
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
        made_at=at,
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
    return f"{meeting_stem(meeting, timed=True)}{SUFFIX}"


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
    moves = judge(copy, now_of(copy, meeting), dict(lent.verdicts))
    return Review(copy=copy, lent=lent, meeting=meeting, moves=moves)


def now_of(copy: Copy, meeting: Meeting) -> Now:
    """Return a meeting's agenda as it stands, by the keys of a copy."""
    added = [move.id for move in copy.moves if move.does is Does.ADD]
    items = items_of(meeting, neutral=_neutral(meeting), known=added)
    over = (Outcome.DECIDED, Outcome.REFERRED_BACK, Outcome.NOTED)
    dealt_with = (
        copied.key for copied, item in zip(items, meeting.items, strict=True) if item.outcome in over
    )
    return Now(items=items, dealt_with=frozenset(dealt_with), sent=len(meeting.sendings))
