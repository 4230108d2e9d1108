"""What is said of who has read what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.circulated import Circulates
from klubban.i18n import _, ngettext, pgettext
from klubban.ui.registers.days import told

if TYPE_CHECKING:
    from klubban.domain.circulated import Circulated, Reached

_NAMED = 5
"""So many are named; of more it is told how many they are."""


def thing(what: Circulates, *, formal: bool) -> str:
    """Return what was sent, inside a sentence; to a body without a protocol nobody is summoned."""
    if what is Circulates.SUMMONS and not formal:
        return pgettext("sent", "the invitation")
    return {
        Circulates.SUMMONS: pgettext("sent", "the summons"),
        Circulates.SUPPLEMENT: pgettext("sent", "the supplement"),
        Circulates.DRAFT: pgettext("sent", "the draft"),
        Circulates.NOTES: pgettext("sent", "the notes"),
        Circulates.PROTOCOL: pgettext("sent", "the protocol"),
        Circulates.ASSIGNMENTS: pgettext("sent", "the list of assignments"),
        Circulates.REPORT: pgettext("sent", "the report"),
    }[what]


def summary(of: Reached, *, formal: bool) -> str:
    """Return how many have read it and who has not: `7 av 9 har läst kallelsen; A och B inte än.`."""
    count, read = len(of.to), len(of.read)
    facts = {"what": thing(of.what, formal=formal), "count": count, "read": read}
    if not read:
        told_ = ngettext(
            "The one who was sent {what} has not said that it was read.",
            "Nobody of the {count} who were sent {what} has said that it was read.",
            count,
        )
        return told_.format(**facts)
    if read == count:
        return ngettext(
            "The one who was sent {what} has read it.", "All {count} have read {what}.", count
        ).format(**facts)
    return _("{read} of {count} have read {what}; {names} not yet.").format(names=_names(of), **facts)


def _names(of: Reached) -> str:
    names = [each.who.name for each in of.unread]
    if len(names) > _NAMED:
        more = len(names) - _NAMED + 1
        rest = ngettext("{count} more", "{count} more", more).format(count=more)
        names = [*names[: _NAMED - 1], rest]
    *some, last = names
    return _("{some} and {last}").format(some=", ".join(some), last=last) if some else last


def sent(of: Reached) -> str:
    """Return when it was sent."""
    return _("Sent on {day}.").format(day=told(of.sent_on))


def below(each: Circulated) -> str:
    """Return what is known of one reader."""
    if each.read_on is None:
        return each.email or ""
    read = _("read on {day}").format(day=told(each.read_on))
    return f"{read}, {each.read_how}" if each.read_how else read
