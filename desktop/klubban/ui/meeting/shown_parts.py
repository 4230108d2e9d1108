"""The parts of an item that are shown and not typed: motions, votes, opinions, assignments, a referral."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents import divisions, motions, wording
from klubban.domain.decided import Division, Motion, Opinion, OpinionKind, Vote
from klubban.domain.meeting import Assignment, AssignmentStatus, Item
from klubban.domain.text import lines
from klubban.i18n import _, current, ngettext
from klubban.ui.meeting import words
from klubban.ui.widgets.basics import Pill, Text, spaced
from klubban.ui.widgets.section import Answers, Rows, Section, Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date


def moved(item: Item) -> Iterator[Section]:
    """Return what was proposed and what was moved, as the protocol words it."""
    proposed = [_moved(motion) for motion in item.motions if motions.is_proposal(motion)]
    if proposed:
        yield Section(_("Proposed decision"), Sentences(proposed))
    told = [_moved(motion) for motion in item.motions if not motions.is_proposal(motion)]
    if told:
        yield Section(ngettext("Motion", "Motions", len(told)), Sentences(told))


def _moved(motion: Motion) -> str:
    made = motions.proposal_blocks if motions.is_proposal(motion) else motions.motion_blocks
    sentence = " ".join(lines(made(motion, current())))
    return _("Withdrawn: {motion}").format(motion=sentence) if motion.withdrawn else sentence


def proposed_to_others(item: Item) -> Iterator[Section]:
    """Return what the body proposes that another decides."""
    for proposal in item.proposals:
        told = lines(proposal.decision)
        if len(told) > 1:
            told = [f"{number}. {words}" for number, words in enumerate(told, 1)]
        body = wording.small(proposal.body)
        yield Section(_("Proposal to {body}").format(body=body), Sentences(told))


def voted(item: Item) -> Iterator[Section]:
    """Return each vote."""
    for division in item.divisions:
        yield Section(divisions.title(division, item.divisions, current()), _division(division))


def _division(division: Division) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    spaced(column, gap=4)
    answers = []
    for vote, meaning in ((Vote.YES, division.yes), (Vote.NO, division.no)):
        names = [str(who) for who, answer in division.votes if answer is vote]
        count = _of_ballot(division, vote) if division.ballot else len(names)
        answers.append((f"{divisions.word(vote, current())} {count}", meaning, ", ".join(names)))
    column.addWidget(Answers(answers))
    for vote in (Vote.ABSTAINED, Vote.ABSENT, Vote.NOT_TAKING_PART):
        names = [str(who) for who, answer in division.votes if answer is vote]
        if names:
            column.addWidget(
                Text(f"{divisions.word(vote, current())}: {', '.join(names)}", "small", wrap=True)
            )
    return whole


def _of_ballot(division: Division, vote: Vote) -> int:
    if division.ballot is None:
        return 0
    return division.ballot.yes if vote is Vote.YES else division.ballot.no


def disqualified(item: Item) -> Iterator[Section]:
    """Return who was disqualified."""
    if item.disqualifications:
        names = [str(one.who) for one in item.disqualifications]
        yield Section(current().gettext("Disqualification"), Sentences(names))


def took_no_part(item: Item) -> Iterator[Section]:
    """Return who took no part in the decision."""
    if item.not_taking_part:
        names = [wording.named(item.not_taking_part, current())]
        yield Section(current().gettext("Not taking part in the decision"), Sentences(names))


def verified_at_once(item: Item) -> Iterator[Section]:
    """Say that the paragraph is verified immediately, as the protocol does."""
    if item.verified_immediately:
        told = current().gettext("The paragraph is declared immediately verified.")
        yield Section(current().gettext("Immediate verification"), Sentences([told]))


def opined(item: Item) -> Iterator[Section]:
    """Return reservations, statements and notes, each kind in a part of its own."""
    for kind in OpinionKind:
        found = [opinion for opinion in item.opinions if opinion.kind is kind]
        if found:
            yield Section(_kind(kind, len(found)), Rows([_opinion(opinion) for opinion in found]))


def _kind(kind: OpinionKind, count: int) -> str:
    match kind:
        case OpinionKind.RESERVATION:
            return ngettext("Reservation", "Reservations", count)
        case OpinionKind.STATEMENT:
            return ngettext("Statement", "Statements", count)
        case OpinionKind.NOTE:
            return ngettext("Note to the protocol", "Notes to the protocol", count)


def _opinion(opinion: Opinion) -> tuple[str, str, Pill | None]:
    text = " ".join(lines(opinion.text))
    # A reservation may stand without reasons; a statement and a note are nothing without their text.
    waits = not text and opinion.kind is not OpinionKind.RESERVATION
    return wording.named(opinion.by, current()), text, Pill(_("text awaited"), "soon") if waits else None


def assigned(item: Item, today: date) -> Iterator[Section]:
    """Return who is to do what, by when."""
    if item.assignments:
        rows = [(str(one.to), one.text, _by(one, today)) for one in item.assignments]
        yield Section(ngettext("Assignment", "Assignments", len(rows)), Rows(rows))


def _by(one: Assignment, today: date) -> Pill | None:
    if one.status is AssignmentStatus.DONE:
        return Pill(_("carried out"), "done")
    if one.status is AssignmentStatus.CANCELLED:
        return Pill(_("cancelled"), "plain")
    if one.due is None:
        return None
    day = words.day(one.due, today)
    return Pill(_("by {day}").format(day=day), "soon") if one.due >= today else _overdue(day)


def _overdue(day: str) -> Pill:
    return Pill(_("late since {day}").format(day=day), "late")


def referred(item: Item, today: date) -> Iterator[Section]:
    """Return whose opinion was asked, on what, by when, and how many have answered."""
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
    if referral.referees:
        told.append(answered.format(count=len(referral.answers), all=len(referral.referees)))
    yield Section(_("Referral"), Sentences(told))


# In the order of the printed page (documents/paragraph.py); what is not printed comes last.
AFTER: dict[str, Callable[[Item, date], Iterator[Section]]] = {
    "decision": lambda item, _today: chain(proposed_to_others(item), disqualified(item)),
    "proposal": lambda item, _today: moved(item),
    "proceedings": lambda item, _today: chain(
        voted(item),
        took_no_part(item),
        opined(item),
        verified_at_once(item),
    ),
    "recipients": lambda item, today: chain(assigned(item, today), referred(item, today)),
}
"""The parts that follow each text."""
RECORDED = (
    "motions",
    "proposals",
    "divisions",
    "disqualifications",
    "not_taking_part",
    "opinions",
    "verified_immediately",
    "assignments",
    "referral",
)
"""What of an item they show: when one of these changes, they are made anew."""
