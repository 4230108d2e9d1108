"""The interface's words for what a meeting's records hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.agenda import ItemKind
from klubban.domain.meeting import Item, Meeting, Stage
from klubban.i18n import _, current, pgettext

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.rules import Rules


def stage(of: Stage) -> str:
    """Return a stage as a word."""
    names = {
        Stage.PLANNED: pgettext("stage", "Planned"),
        Stage.SUMMONED: pgettext("stage", "Summoned"),
        Stage.IN_SESSION: pgettext("stage", "In session"),
        Stage.CLOSED: pgettext("stage", "Closed"),
        Stage.READY: pgettext("stage", "Ready to verify"),
        Stage.VERIFIED: pgettext("stage", "Verified"),
        Stage.ANNOUNCED: pgettext("stage", "Announced"),
        Stage.IN_FORCE: pgettext("stage", "In force"),
        Stage.ARCHIVED: pgettext("stage", "Archived"),
    }
    return names[of]


def stages(rules: Rules, now: Stage) -> tuple[Stage, ...]:
    """Return the stages that a body's meetings go through, and the present one whatever the rules say."""
    needs = {
        Stage.READY: rules.verified,
        Stage.VERIFIED: rules.verified,
        Stage.ANNOUNCED: rules.announced,
        Stage.IN_FORCE: rules.appealable,
        # Short of room, these are named only while they last.
        Stage.CLOSED: not rules.verified,
        Stage.ARCHIVED: False,
    }
    return tuple(each for each in Stage if needs.get(each, True) or each is now)


def day(of: date, today: date) -> str:
    """Return a day with its year, unless it is this year's."""
    with_year, without = pgettext("date pattern", "d MMMM y"), pgettext("date pattern", "d MMMM")
    return current().date(of, without if of.year == today.year else with_year)


def item_name(meeting: Meeting, item: Item) -> str:
    """Return `§ 19`, or the title of what has no number yet."""
    return wording.sign_of(meeting, item) or f"”{item.title}”"


def title(meeting: Meeting, today: date) -> str:
    """Return a meeting's name: `Kommunstyrelsen, 22 februari 2016`."""
    return f"{meeting.body.name}, {day(meeting.date, today)}"


def way_back(meeting: Meeting, today: date) -> str:
    """Return the words of the way back to a meeting's own page."""
    return f"\u2039 {title(meeting, today)}"


def small(words: str) -> str:
    """Return words as they stand inside a sentence; abbreviations keep their capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def kind(of: ItemKind) -> str:
    """Return what an item is on the agenda for."""
    return {
        ItemKind.PROCEDURE: _("procedure"),
        ItemKind.INFORMATION: _("information"),
        ItemKind.DISCUSSION: _("discussion"),
        ItemKind.DECISION: _("item for decision"),
        ItemKind.ELECTION: _("election"),
        ItemKind.REPORT: _("report"),
    }[of]


def about(item: Item) -> str:
    """Return the line below the title: what the item is on the agenda for, who presents it."""
    parts = [kind(item.kind)] if item.kind else []
    if item.presenters:
        parts.append(_("presented by {names}").format(names=", ".join(item.presenters)))
    if item.confidential:
        parts.append(_("confidential"))
    return " · ".join(parts)
