"""What a time plan says, in sentences: how long it takes, when it ends, what cannot be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.agenda_order import Side, agenda_numbers
from klubban.domain.time_plan import time_plan
from klubban.i18n import _, current, ngettext

if TYPE_CHECKING:
    from klubban.domain.meeting import Meeting


def sentences(meeting: Meeting) -> list[str]:
    """Return what the items add up to; nothing while none has a length."""
    plan = time_plan(meeting)
    if not plan.total:
        return []
    told = [_("The items take {time}.").format(time=length(plan.total))]
    if plan.ends is not None:
        told[0] = _("The items take {time}, and the meeting ends at about {end}.").format(
            time=length(plan.total), end=current().time(plan.ends)
        )
    if plan.share and plan.share[Side.INFORMATION]:
        share = round(plan.share[Side.INFORMATION] * 100)
        told.append(_("Information takes {share} % of the time.").format(share=share))
    if plan.untimed:
        more = ngettext("{count} item has no time yet.", "{count} items have no time yet.", plan.untimed)
        told.append(more.format(count=plan.untimed))
    return told


def clash_words(meeting: Meeting) -> dict[int, str]:
    """Return by item what is said of a clock time that cannot be kept: `kl. 14.35, satt till 14.30`."""
    line, time = _("at {earliest}, set for {fixed}"), current().time
    return {
        each.item: line.format(earliest=time(each.earliest), fixed=time(each.fixed))
        for each in time_plan(meeting).clashes
    }


def clashes(meeting: Meeting) -> list[str]:
    """Return the items whose clock time cannot be kept."""
    numbers, titles = agenda_numbers(meeting.items), {item.id: item.title for item in meeting.items}
    told = _("{number}. {title} is to begin at {time}, but what comes before it takes until {earliest}.")
    return [
        told.format(
            number=numbers[each.item],
            title=titles[each.item],
            time=current().time(each.fixed),
            earliest=current().time(each.earliest),
        )
        for each in time_plan(meeting).clashes
    ]


def length(minutes: int) -> str:
    """Return a number of minutes in hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{count} min").format(count=rest)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {count} min").format(hours=hours, count=rest)
