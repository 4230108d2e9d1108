"""What rules of a body say that are numbers: the sentence of each, and what it is asked for with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.rules import DayCount
from klubban.i18n import _, ngettext
from klubban.ui.registers.rule_choices import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from klubban.domain.body import Body


def _least(value: int, _body: Body) -> Said:
    if not value:
        return Said(0, _("No other number is needed for a quorum."))
    told = ngettext(
        "At least {count} must serve for a quorum.", "At least {count} must serve for a quorum.", value
    )
    return Said(value, told.format(count=value), _("Instead of more than half of the seats."))


def _verifiers(value: int, _body: Body) -> Said:
    if not value:
        return Said(0, _("The chair alone verifies the protocol."))
    told = ngettext(
        "The protocol is verified by the chair and one more.",
        "The protocol is verified by the chair and {count} more.",
        value,
    )
    return Said(value, told.format(count=value), _("They are elected at the meeting."))


def _days(value: int, body: Body) -> Said:
    if not value:
        return Said(0, _("No time is set for the summons."))
    if body.rules.summons_count is DayCount.WORKING:
        told = ngettext(
            "The summons is out {count} working day before.",
            "The summons is out {count} working days before.",
            value,
        )
    else:
        told = ngettext(
            "The summons is out {count} calendar day before.",
            "The summons is out {count} calendar days before.",
            value,
        )
    return Said(value, told.format(count=value))


def _papers(value: int, body: Body) -> Said:
    if not value:
        return Said(value, _("No rule says when papers must be in."), "")
    if body.rules.summons_count is DayCount.WORKING:
        told = ngettext(
            "Papers are in at least {count} working day before the summons goes out.",
            "Papers are in at least {count} working days before the summons goes out.",
            value,
        )
    else:
        told = ngettext(
            "Papers are in at least {count} day before the summons goes out.",
            "Papers are in at least {count} days before the summons goes out.",
            value,
        )
    return Said(value, told.format(count=value), _("The plan of the year shows the day for each meeting."))


def _yearly(value: int, _body: Body) -> Said:
    if not value:
        return Said(0, _("No number of meetings a year is set."))
    told = ngettext("At least {count} meeting a year.", "At least {count} meetings a year.", value)
    return Said(value, told.format(count=value))


def asked_number(name: str) -> str:
    """Return what a number is asked for with."""
    asked = {
        "quorum_least": _("How many must serve (0 for more than half of the seats)"),
        "verifiers": _("How many verify beside the chair"),
        "summons_days": _("How many days before (0 for no rule)"),
        "papers_days": _("How many days before the summons (0 for no rule)"),
        "meetings_a_year": _("How many meetings a year at least (0 for no rule)"),
    }
    return asked[name]


NUMBERS: Mapping[str, Callable[[int, Body], Said]] = {
    "quorum_least": _least,
    "verifiers": _verifiers,
    "summons_days": _days,
    "papers_days": _papers,
    "meetings_a_year": _yearly,
}
