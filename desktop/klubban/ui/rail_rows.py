"""What the rail lists: each body, and under it its meetings, the newest first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from klubban.i18n import current, pgettext
from klubban.ui.meeting import words
from klubban.ui.widgets.rail import RailRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.body import Body
    from klubban.domain.meeting import MeetingLine


def rail_rows(bodies: Sequence[Body], lines: Sequence[MeetingLine]) -> Iterator[RailRow]:
    """Walk the rows; a meeting's start is told where the body meets twice that day."""
    for body in bodies:
        yield RailRow.of_body(body.id, body.name)
        own = [line for line in reversed(lines) if line.body == body.id]
        for day, same in groupby(own, key=lambda line: line.date):
            meetings = list(same)
            for line in meetings:
                title = current().date(day)
                if len(meetings) > 1 and line.start:
                    title += f", {current().time(line.start)}"
                stage = pgettext("of a meeting", "cancelled") if line.cancelled else words.small(words.stage(line.stage))
                yield RailRow(line.id, title, stage)
