"""The parts of an item that are shown and not typed: what was proposed; a referral."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from klubban.documents import motions, wording
from klubban.domain.decided import Motion
from klubban.domain.meeting import Item
from klubban.domain.text import lines
from klubban.i18n import _, current
from klubban.ui.meeting import words
from klubban.ui.widgets.section import Section, Sentences


def proposed(item: Item) -> Iterator[Section]:
    """Return what was proposed by bodies and the administration, as the protocol words it."""
    told = [_proposed(motion) for motion in item.motions if motion.from_body]
    if told:
        yield Section(_("Proposed decision"), Sentences(told))


def _proposed(motion: Motion) -> str:
    sentence = " ".join(lines(motions.proposal_blocks(motion, current())))
    return _("Withdrawn: {motion}").format(motion=sentence) if motion.withdrawn else sentence


def verified_at_once(item: Item) -> Iterator[Section]:
    """Say that the paragraph is verified immediately, as the protocol does."""
    if item.verified_immediately:
        told = current().gettext("The paragraph is declared immediately verified.")
        yield Section(current().gettext("Immediate verification"), Sentences([told]))


def referred(item: Item, today: date) -> Iterator[Section]:
    """Return whose opinion was asked, on what, by when, and how many answers are noted here."""
    referral = item.referral
    if referral is None:
        return
    asked = _("{referees} are asked for their opinion by {day}.")
    facts = {
        "referees": wording.enumerated(referral.referees, current()),
        "day": words.day(referral.due, today),
    }
    told = [asked.format(**facts)] if referral.referees else []
    told += [f"{number}. {question}" for number, question in enumerate(referral.questions, 1)]
    answered = _("{count} of {all} have answered.")
    if referral.referees and referral.answers:  # what came since stands with the inquiry
        told.append(answered.format(count=len(referral.answers), all=len(referral.referees)))
    yield Section(_("Referral"), Sentences(told))


Facts = Callable[[Item], object]
Sections = Callable[[Item, date], Iterator[Section]]
SHOWN: dict[str, tuple[Facts, Sections]] = {
    "proposed": (lambda item: item.motions, lambda item, _today: proposed(item)),
    "immediate": (lambda item: item.verified_immediately, lambda item, _today: verified_at_once(item)),
    "referral": (lambda item: item.referral, referred),
}
"""By name: what of an item a part shows, and how."""
