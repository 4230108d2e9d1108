"""The words of the chair's view: how the time stands, who spoke for how long, what an item is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.time_plan import time_plan
from klubban.domain.time_standing import standing
from klubban.i18n import _, current, ngettext
from klubban.ui.meeting import time_words, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, time

    from klubban.domain.agenda import Speaker
    from klubban.domain.meeting import Item, Meeting
    from klubban.store.trouble import Trouble
    from klubban.ui.theme import Tone

_MINUTE = 60
_SOON = 5
"""Minutes behind that are worth no colour."""


def below_title(meeting: Meeting) -> str:
    """Return when, where, and how long the meeting is planned to take."""
    place = ", ".join(filter(None, (current().time(meeting.start) if meeting.start else "", meeting.place)))
    told = time_words.sentences(meeting)[:1]
    return ". ".join(filter(None, (place, *told)))


def time_standing(meeting: Meeting, now: datetime) -> tuple[str, Tone, str]:
    """Return a pill and a sentence on how a meeting that is held stands against its plan; else no words."""
    if meeting.stage is not Stage.IN_SESSION or now.date() not in (meeting.date, meeting.last_day):
        return "", "plain", ""
    found = standing(meeting, now.time())
    if found is None:
        return "", "plain", ""
    ends = ""
    if found.ends is not None:
        ends = _("ends at about {time} at this pace").format(time=current().time(found.ends))
    if found.late > 0:
        told = ngettext("{count} min behind", "{count} min behind", found.late).format(count=found.late)
        return told, "late" if found.late > _SOON else "soon", ends
    if found.late < 0:
        told = ngettext("{count} min ahead", "{count} min ahead", -found.late).format(count=-found.late)
        return told, "done", ends
    return _("On time"), "done", ends


def times(meeting: Meeting) -> dict[int, tuple[str, str]]:
    """Return by item when it begins, and how long it takes; no times follow where no length is planned."""
    plan, found = time_plan(meeting), {}
    for line in plan.lines:
        starts = current().time(line.starts) if line.starts and (plan.total or line.fixed) else ""
        found[line.item] = starts, time_words.length(line.minutes) if line.minutes else ""
    return found


def gaps(meeting: Meeting) -> dict[int, str]:
    """Return by item the time before it that no item takes: `13.30 uppehåll 30 min`."""
    found, before = {}, None
    for line in time_plan(meeting).lines:
        empty = _minutes(line.starts) - _minutes(before) if line.starts and before else 0
        if before is not None and empty > 0:
            told = _("{time} break {length}")
            found[line.item] = told.format(time=current().time(before), length=time_words.length(empty))
        before = line.ends
    return found


def _minutes(at: time) -> int:
    return at.hour * _MINUTE + at.minute


def to_know(meeting: Meeting, unreported: int) -> str:
    """Return what the chair should know before the meeting: who is away, what must be reported, awaited."""
    if meeting.stage not in (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION):
        return ""
    away = sum(each.told for each in meeting.absent)
    asked = len(meeting.call_ups)
    awaited = sum(paper.arrived is None for item in meeting.items for paper in item.papers)
    parts = (
        (away, ngettext("{count} absence told", "{count} absences told", away)),
        (asked, ngettext("{count} alternate asked", "{count} alternates asked", asked)),
        (
            unreported,
            ngettext("{count} urgent decision to report", "{count} urgent decisions to report", unreported),
        ),
        (awaited, ngettext("{count} paper awaited", "{count} papers awaited", awaited)),
    )
    return " · ".join(told.format(count=count) for count, told in parts if count)


def about(item: Item) -> str:
    """Return what an item is for, and its registry number."""
    parts = (words.kind(item.kind) if item.kind else "", item.registered_as or "")
    return " · ".join(filter(None, (*parts, _("confidential") if item.confidential else "")))


def presented(item: Item, starts: time | None) -> str:
    """Return who presents an item, and from when."""
    names = ", ".join(item.presenters)
    if starts is None or not names:
        return names
    return _("{names}, from {time}").format(names=names, time=current().time(starts))


def spoken_time(seconds: int) -> str:
    """Return how long somebody spoke: `2.05`, minutes and seconds."""
    return f"{seconds // _MINUTE}.{seconds % _MINUTE:02d}"


def spoken_so_far(listed: Sequence[Speaker]) -> str:
    """Return who has spoken for how long, where somebody spoke more than once; the longest first."""
    totals: dict[str, list[int]] = {}
    for each in listed:
        if each.seconds is not None:
            totals.setdefault(str(each.who), []).append(each.seconds)
    if all(len(spoken) == 1 for spoken in totals.values()):
        return ""
    longest = sorted(totals.items(), key=lambda pair: -sum(pair[1]))
    return ", ".join(f"{name} {spoken_time(sum(spoken))}" for name, spoken in longest)


def said_of(error: RuleBroken | Trouble) -> str:
    """Return what a broken rule, or trouble with a file, says."""
    if isinstance(error, RuleBroken):
        return _(error.template).format(**error.facts)
    return " ".join(_(sentence).format(**error.facts) for sentence in error.sentences)
