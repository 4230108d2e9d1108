"""What somebody undertook at a meeting of a body that keeps notes: each with its owner in the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.text import Bullets, Run, Text

if TYPE_CHECKING:
    from klubban.domain.assignment import Assignment
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Blocks, Runs
    from klubban.i18n import Texts


def assignments(meeting: Meeting, item: Item, texts: Texts) -> Blocks:
    """Return who does what by when; of a body that decides, the decision says it."""
    if meeting.body.rules.protocol or not item.assignments:
        return ()
    lines = [_line(each, texts) for each in item.assignments]
    return (Text(lines[0]),) if len(lines) == 1 else (Bullets(tuple(lines)),)


def _line(one: Assignment, texts: Texts) -> Runs:
    words = wording.small(one.text.strip().removesuffix("."))
    if one.due is None:
        told = f"{words}."
    else:
        line = texts.gettext("{what}, done by {day} at the latest.")
        told = line.format(what=words, day=wording.held(texts.date(one.due)))
    return (Run(f"{one.to}: ", bold=True), Run(told))
