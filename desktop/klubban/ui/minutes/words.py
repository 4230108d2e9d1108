"""What the parts recorded at the table call things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.decided import Asks, Motion, OpinionKind, Vote
from klubban.domain.text import lines
from klubban.i18n import _, ngettext, pgettext

if TYPE_CHECKING:
    from klubban.domain.text import Blocks

_MOST = 300
"""Letters of a text that a row tells; the whole is in the protocol."""


TELLING = (Asks.AMEND, Asks.ADD)
"""Their words tell what is asked; which of them it is stands beside those."""


def asks(what: Asks) -> str:
    """Return what a motion asks, in the word that is typed for it."""
    return {
        Asks.APPROVE: pgettext("asked", "approval"),
        Asks.REJECT: pgettext("asked", "rejection"),
        Asks.REFER_BACK: pgettext("asked", "referral back"),
        Asks.POSTPONE: pgettext("asked", "postponement"),
        Asks.AMEND: pgettext("asked", "amendment"),
        Asks.ADD: pgettext("asked", "addition"),
        Asks.ADJOURN: pgettext("asked", "adjournment"),
        Asks.OTHER: pgettext("asked", "motion of its own"),
    }[what]


def short(blocks: Blocks) -> str:
    """Return a text on one line, as much of it as a row tells."""
    told = " ".join(" ".join(lines(blocks)).split())
    return told if len(told) <= _MOST else f"{told[:_MOST].rsplit(' ', 1)[0]} …"


def moved(motion: Motion) -> str:
    """Return what a motion asks with its words, in short: `återremiss för ny kostnadsberäkning`."""
    told = short(motion.text)
    if motion.asks is Asks.OTHER:
        return told
    if not told:
        return asks(motion.asks)
    if motion.asks in TELLING:
        return told
    return f"{asks(motion.asks)} {told}"


def vote(each: Vote) -> str:
    """Return an answer."""
    return {
        Vote.YES: pgettext("vote", "Yes"),
        Vote.NO: pgettext("vote", "No"),
        Vote.ABSTAINED: pgettext("vote", "Abstains"),
        Vote.ABSENT: pgettext("vote", "Absent"),
        Vote.NOT_TAKING_PART: pgettext("vote", "Takes no part"),
    }[each]


def opinion(kind: OpinionKind) -> str:
    """Return a kind of opinion, in the word that is typed for it."""
    return {
        OpinionKind.RESERVATION: pgettext("opinion", "reservation"),
        OpinionKind.STATEMENT: pgettext("opinion", "statement"),
        OpinionKind.NOTE: pgettext("opinion", "note"),
    }[kind]


def opinions(kind: OpinionKind, count: int) -> str:
    """Return the label of opinions that are all of a kind."""
    match kind:
        case OpinionKind.RESERVATION:
            return ngettext("Reservation", "Reservations", count)
        case OpinionKind.STATEMENT:
            return ngettext("Statement", "Statements", count)
        case OpinionKind.NOTE:
            return ngettext("Note to the protocol", "Notes to the protocol", count)


def nothing_said() -> str:
    """Return what stands for a mover who is not noted yet."""
    return _("nobody yet")


def plain_words(motion: Motion) -> str:
    """Return a motion's own words on one line."""
    return short(motion.text)
