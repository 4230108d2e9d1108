"""A walk is reported at a meeting: an item of its own, with the report as its document."""

from __future__ import annotations

from datetime import date

from klubban.domain.agenda import ItemKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.i18n import N_
from klubban.operations.agenda_rows import Proposed, open_agenda, put_in
from klubban.operations.documents import insert_paper
from klubban.operations.paper_file import PaperFile
from klubban.store.database import Database
from klubban.store.walks import walk

_COMING = (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION)


def report_walk_at(
    database: Database,
    walk_id: int,
    meeting_id: int,
    *,
    paper: PaperFile | None = None,
    on: date | None = None,
) -> int:
    """Put a walk on a coming agenda, with its report, and return the item.

    Raises RuleBroken where it is on one already, or for a meeting that is cancelled or was held; LookupError.
    """
    with database.read() as read:
        known = walk(read, walk_id)
    if known.item is not None:
        raise RuleBroken("{title} is on an agenda already", title=known.title)
    label = N_("Put {item} on the agenda")
    with database.change(label, place=("walk", walk_id), item=known.title) as change:
        meeting = open_agenda(change, meeting_id)
        if meeting.cancelled_on is not None:
            raise RuleBroken("The meeting on {date} is cancelled", date=meeting.date)
        if meeting.stage not in _COMING:
            raise RuleBroken("The meeting on {date} has been held", date=meeting.date)
        item = put_in(change, meeting, known.title, proposed=Proposed(on=on), kind=ItemKind.REPORT)
        change.update("walk", walk_id, item_id=item)
        if paper is not None:
            insert_paper(change, item, paper)
        return item
