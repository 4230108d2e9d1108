"""What the rail lists: each body, and under it its meetings, those begun, the next, then those held."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from klubban.documents.plan_words import brief
from klubban.domain.meeting import Stage
from klubban.i18n import current, pgettext
from klubban.ui.meeting import words
from klubban.ui.widgets.rail import RailRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.meeting import MeetingLine


_NEAR = 300


def rail_rows(bodies: Sequence[Body], lines: Sequence[MeetingLine], today: date) -> Iterator[RailRow]:
    """Walk the rows; a meeting's start is told where the body meets twice that day."""
    texts, by_body = current(), defaultdict(list)
    stages = {stage: words.small(words.stage(stage)) for stage in {line.stage for line in lines}}
    for line in lines:
        by_body[line.body].append(line)
    for body in bodies:
        own = by_body[body.id]
        begun = [line for line in own if line.stage is Stage.IN_SESSION]
        coming = [line for line in own if line.date >= today and line not in begun]
        held = [line for line in own if line.date < today and line not in begun]
        ahead = next((line.date for line in coming if not line.cancelled), None)
        yield RailRow.of_body(body.id, body.name, _next(ahead, today) if ahead else "")
        for day, same in groupby([*begun, *coming, *reversed(held)], key=lambda line: line.date):
            meetings = list(same)
            for line in meetings:
                title = brief(day, today, texts, named=False)
                if len(meetings) > 1 and line.start:
                    title += f", {texts.time(line.start)}"
                stands = pgettext("of a meeting", "cancelled") if line.cancelled else stages[line.stage]
                yield RailRow(line.id, title, stands, day)


def _next(day: date, today: date) -> str:
    """Return when a body meets next, in a word; of a day that is near nobody needs the year."""
    if day == today:
        return pgettext("deadline", "today")
    return brief(day, day if (day - today).days < _NEAR else today, current(), named=False)
