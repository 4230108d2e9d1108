"""Group meetings as they are written, a line each: `S-gruppen, 13 december 2026, kl. 17.00, rum 3`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from klubban.domain.agenda import GroupMeeting
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, current
from klubban.ui.registers.days import read_day, told
from klubban.ui.roll.forms import clock_time

if TYPE_CHECKING:
    from collections.abc import Sequence


def written(group: GroupMeeting) -> str:
    """Return a line that says which group meets when and where."""
    when = _("at {time}").format(time=current().time(group.start)) if group.start else ""
    day = told(group.date) if group.date else ""
    return ", ".join(filter(None, (group.name, day, when, group.place)))


def read_groups(lines: Sequence[str]) -> tuple[GroupMeeting, ...]:
    """Return the groups that lines say: the name first, day and time where they are said, then the place."""
    return tuple(map(_group, lines))


def _group(line: str) -> GroupMeeting:
    name, *parts = (part.strip() for part in line.split(","))
    day: dt.date | None = None
    start: dt.time | None = None
    while parts:
        if day is None and (found := _day(parts[0])):
            day = found
        elif start is None and (at := clock_time(_bare(parts[0]))):
            start = at
        else:
            break
        parts.pop(0)
    return GroupMeeting(id=0, name=name, date=day, start=start, place=", ".join(parts) or None)


def _bare(words: str) -> str:
    """Return a time without the word before it."""
    before = _("at {time}").format(time="")
    return words.removeprefix(before).removeprefix("kl. ")


def _day(words: str) -> dt.date | None:
    try:
        return read_day(words)
    except RuleBroken:
        return None
