"""What the rail lists: each body, and under it its meetings, those begun, the next, then those held."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from klubban.domain.meeting import Stage
from klubban.i18n import current, pgettext
from klubban.ui.meeting import words
from klubban.ui.widgets.rail import RailRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.meeting import MeetingLine


def rail_rows(bodies: Sequence[Body], lines: Sequence[MeetingLine], today: date) -> Iterator[RailRow]:
    """Walk the rows; a meeting's start is told where the body meets twice that day."""
    for body in bodies:
        yield RailRow.of_body(body.id, body.name)
        own = [line for line in lines if line.body == body.id]
        begun = [line for line in own if line.stage is Stage.IN_SESSION]
        coming = [line for line in own if line.date >= today and line not in begun]
        held = [line for line in own if line.date < today and line not in begun]
        for day, same in groupby([*begun, *coming, *reversed(held)], key=lambda line: line.date):
            meetings = list(same)
            for line in meetings:
                title = current().date(day)
                if len(meetings) > 1 and line.start:
                    title += f", {current().time(line.start)}"
                yield RailRow(line.id, title, _stands(line))


def _stands(line: MeetingLine) -> str:
    """Return where a meeting stands, in a word or two."""
    if line.cancelled:
        return pgettext("of a meeting", "cancelled")
    return words.small(words.stage(line.stage))
