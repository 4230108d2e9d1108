"""What is put against what, named inside a sentence: `Cajsa Åls (S) yrkande`, `förvaltningens förslag`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import movers, wording
from klubban.documents.motions import object_of, proposed
from klubban.domain import presided
from klubban.domain.decided import Asks, Puts
from klubban.domain.outcome import is_as_prepared, motion_of
from klubban.domain.stances import is_about_raised

if TYPE_CHECKING:
    from klubban.domain.decided import Motion
    from klubban.domain.meeting import Item, Meeting
    from klubban.i18n import Texts


def prepared(item: Item, texts: Texts) -> str:
    """Return what was proposed before the meeting: `kommunstyrelseförvaltningens förslag`, `förslaget`."""
    return proposed(item, texts) or texts.gettext("the proposal")


def rejected(item: Item, motion: Motion | None, texts: Texts) -> str:
    """Return what is rejected, in the words of the motion to do so: `motionen`, `förslaget`."""
    told = object_of(motion, texts) if motion and motion.asks is Asks.REJECT else ""
    return told or prepared(item, texts)


def approved(item: Item, motion: Motion | None, texts: Texts) -> str:
    """Return according to what is decided, where it is as prepared: `förvaltningens förslag`."""
    told = object_of(motion, texts) if motion and motion.asks is Asks.APPROVE else ""
    return told or raised(item, motion, texts) or prepared(item, texts)


def for_approval(item: Item) -> Motion | None:
    """Return a motion to approve the proposal that says what it approves."""
    for_it = (each for each in item.motions if each.asks is Asks.APPROVE and is_as_prepared(item, each))
    return next((each for each in for_it if each.stands and each.text), None)


def raised(item: Item, motion: Motion | None, texts: Texts) -> str:
    """Return what is approved that somebody raised: `motionen`; nothing where it is a proposal or a motion.

    Without a motion, what is moved approval of where nothing was proposed.
    """
    one = motion if motion or proposed(item, texts) else for_approval(item)
    return object_of(one, texts) if one and one.asks is Asks.APPROVE and is_about_raised(one) else ""


def motion(meeting: Meeting, item: Item, one: Motion, texts: Texts, *, own: bool = True) -> str:
    """Return `Cajsa Åls (S) yrkande`, `tilläggsyrkandet från SD`, or of who presides `det egna yrkandet`.

    `own` is False where it must be told whose it is also then.
    """
    asks = _told_as(item, one)
    ordinal = _ordinal(item, one, texts)
    chair = presided.at(meeting, item)
    if own and chair and len(one.by) == 1 and chair.who.is_same(one.by[0]):
        words = f"{ordinal} {_the_kind(asks, texts)}".strip()
        return texts.gettext("the chair’s own {motion}").format(motion=words)
    if whose := movers.owner(one.by, texts):
        words = f"{ordinal} {_kind(asks, texts)}".strip()
        return texts.gettext("{owner} {motion}").format(owner=whose, motion=words)
    the = (
        texts.gettext("the {ordinal} {motion}")
        if ordinal
        else texts.pgettext("in a sentence", "the {motion}")
    )
    definite = the.format(ordinal=ordinal, motion=_the_kind(asks, texts))
    if not one.by:
        return definite
    told = texts.gettext("{motion} from {names}")
    return told.format(motion=definite, names=wording.named(one.by, texts))


def meaning(meeting: Meeting, item: Item, puts: Puts, motion_id: int | None, texts: Texts) -> str:
    """Return what an answer in a vote is for, in words: `bifall till Cajsa Åls (S) yrkande`.

    `motion_id` is None for the proposal as prepared, for deciding today, or against an amendment or addition.
    """
    one = motion_of(item, motion_id)
    approval, rejection = texts.gettext("approval of {text}"), texts.gettext("rejection of {text}")
    if puts.formal:
        return _formal(puts, texts, formal=one is not None)
    if puts is not Puts.MAIN and one is None:
        return texts.pgettext("moved", "rejection")
    if one is None or one.asks is Asks.APPROVE:
        return approval.format(text=approved(item, one, texts))
    if one.asks is Asks.REJECT:
        return rejection.format(text=rejected(item, one, texts))
    return approval.format(text=motion(meeting, item, one, texts, own=False))


def _formal(puts: Puts, texts: Texts, *, formal: bool) -> str:
    if formal:
        return {
            Puts.ADJOURN: texts.pgettext("in a vote", "adjournment"),
            Puts.POSTPONE: texts.pgettext("in a vote", "postponement"),
            Puts.REFER_BACK: texts.pgettext("in a vote", "referral back"),
        }[puts]
    if puts is Puts.ADJOURN:
        return texts.pgettext("in a vote", "going on with the meeting")
    return texts.pgettext("in a vote", "deciding the matter today")


def _told_as(item: Item, one: Motion) -> Asks:
    """Return as what a motion is called: a main one is just that, unless its movers have more of them."""
    if one.asks.put_as is not Puts.MAIN:
        return one.asks
    theirs = (each for each in item.motions if each.stands and each.by == one.by)
    return Asks.OTHER if sum(each.asks.put_as is Puts.MAIN for each in theirs) == 1 else one.asks


def _ordinal(item: Item, one: Motion, texts: Texts) -> str:
    """Return which it is of several alike of the same movers."""
    alike = [each.id for each in item.motions if each.stands and (each.asks, each.by) == (one.asks, one.by)]
    words = (
        texts.pgettext("which of several", "first"),
        texts.pgettext("which of several", "second"),
        texts.pgettext("which of several", "third"),
        texts.pgettext("which of several", "fourth"),
        texts.pgettext("which of several", "fifth"),
    )
    if len(alike) == 1 or one.id not in alike:
        return ""
    place = alike.index(one.id)
    return words[place] if place < len(words) else f"({place + 1})"


def _kind(asks: Asks, texts: Texts) -> str:
    return {
        Asks.APPROVE: texts.pgettext("somebody’s", "motion to approve"),
        Asks.REJECT: texts.pgettext("somebody’s", "motion to reject"),
        Asks.AMEND: texts.pgettext("somebody’s", "motion to amend"),
        Asks.ADD: texts.pgettext("somebody’s", "motion to add"),
        Asks.REFER_BACK: texts.pgettext("somebody’s", "motion to refer back"),
        Asks.POSTPONE: texts.pgettext("somebody’s", "motion to postpone"),
        Asks.ADJOURN: texts.pgettext("somebody’s", "motion to adjourn"),
        Asks.OTHER: texts.pgettext("somebody’s", "motion"),
    }[asks]


def _the_kind(asks: Asks, texts: Texts) -> str:
    return {
        Asks.APPROVE: texts.pgettext("the one", "motion to approve"),
        Asks.REJECT: texts.pgettext("the one", "motion to reject"),
        Asks.AMEND: texts.pgettext("the one", "motion to amend"),
        Asks.ADD: texts.pgettext("the one", "motion to add"),
        Asks.REFER_BACK: texts.pgettext("the one", "motion to refer back"),
        Asks.POSTPONE: texts.pgettext("the one", "motion to postpone"),
        Asks.ADJOURN: texts.pgettext("the one", "motion to adjourn"),
        Asks.OTHER: texts.pgettext("the one", "motion"),
    }[asks]
