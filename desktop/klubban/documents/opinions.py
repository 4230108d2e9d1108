"""Reservations, statements and notes to the protocol (KL 4 kap. 27 §, 5 kap. 67 § 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import alternatives, appendix_numbers, movers, wording
from klubban.domain.decided import OpinionKind, Said
from klubban.domain.outcome import motion_of
from klubban.domain.roll import OnRollAs
from klubban.domain.text import Run, Text, runs_of
from klubban.domain.voters import is_among

if TYPE_CHECKING:
    from klubban.domain.decided import Motion, Opinion
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def title(kind: OpinionKind, count: int, texts: Texts) -> str:
    """Return the heading of so many opinions of a kind."""
    match kind:
        case OpinionKind.RESERVATION:
            return texts.ngettext("Reservation", "Reservations", count)
        case OpinionKind.STATEMENT:
            return texts.ngettext("Statement", "Statements", count)
        case OpinionKind.NOTE:
            return texts.ngettext("Note to the protocol", "Notes to the protocol", count)


def titles(item: Item, texts: Texts) -> list[str]:
    """Return the headings of the kinds that an item has opinions of."""
    kinds = [opinion.kind for opinion in item.opinions]
    return [title(kind, kinds.count(kind), texts) for kind in OpinionKind if kind in kinds]


def sentences(meeting: Meeting, item: Item, texts: Texts) -> tuple[Said, ...]:
    """Return each kind in turn; where there are several, each below its title in bold."""
    kinds = [kind for kind in OpinionKind if any(each.kind is kind for each in item.opinions)]
    told: list[Said] = []
    for kind in kinds:
        same = [opinion for opinion in item.opinions if opinion.kind is kind]
        if len(kinds) > 1:
            bold = Run(title(kind, len(same), texts), bold=True)
            told.append(Said(key=f"title {kind}", words=(Text((bold,)),)))
        told += (Said(key=f"opinion {each.id}", words=_opinion(meeting, item, each, texts)) for each in same)
    return tuple(told)


def not_taking_part(meeting: Meeting, item: Item, texts: Texts) -> Blocks:
    """Return who takes no part in the decision."""
    people = item.not_taking_part
    if not people:
        return ()
    line = texts.ngettext(
        "{who} takes no part in the decision.",
        "{who} take no part in the decision.",
        movers.number(people, meeting),
    )
    who = wording.capital(movers.named(people, texts, meeting))
    return (Text(runs_of(line.format(who=who))),)


def _opinion(meeting: Meeting, item: Item, opinion: Opinion, texts: Texts) -> Blocks:
    count = movers.number(opinion.by, meeting)
    who = wording.capital(movers.named(opinion.by, texts, meeting)) or texts.gettext("N.N.")
    lead = _lead(opinion, count, texts).format(who=who)
    if opinion.kind is OpinionKind.RESERVATION and (motion := motion_of(item, opinion.motion)):
        if _is_their_only(item, opinion, motion):
            lead = texts.gettext("{sentence} in favour of their own motion").format(sentence=lead)
        else:
            favoured = alternatives.motion(meeting, item, motion, texts, own=False)
            lead = texts.gettext("{sentence} in favour of {motion}").format(sentence=lead, motion=favoured)
    number = appendix_numbers.of_opinion(meeting, opinion)
    text: Blocks = opinion.text
    if number is not None:
        sign, text = wording.appendix_sign(number, texts), ()
        lead = _handed_in(opinion, texts).format(sentence=lead, who=who, appendix=sign)
    elif not opinion.text and (opinion.awaited or opinion.lapsed):
        they = _they(meeting, opinion, texts)
        lead = _announced(opinion, texts).format(sentence=lead, who=who, they=they)
    elif not opinion.text and opinion.kind is OpinionKind.NOTE:
        lead = texts.gettext("{who} hands in a note to the protocol").format(who=who)
    sentence = f"{lead}{':' if text else '.'}"
    lapsed = _lapsed(opinion, texts) if opinion.lapsed and not text else ""
    return (Text(runs_of(f"{sentence} {lapsed}".strip())), *text)


def _is_their_only(item: Item, opinion: Opinion, motion: Motion) -> bool:
    """Tell whether a motion is that of all whose opinion it is, and they moved nothing else."""
    moved = [
        each for each in item.motions if each.stands and any(is_among(who, each.by) for who in opinion.by)
    ]
    return all(is_among(who, motion.by) for who in opinion.by) and [each.id for each in moved] == [motion.id]


def _lead(opinion: Opinion, count: int, texts: Texts) -> str:
    match opinion.kind:
        case OpinionKind.RESERVATION:
            return texts.ngettext(
                "{who} has a reservation against the decision",
                "{who} have a reservation against the decision",
                count,
            )
        case OpinionKind.STATEMENT:
            return texts.ngettext("{who} makes a statement", "{who} make a statement", count)
        case OpinionKind.NOTE:
            return texts.ngettext(
                "{who} has a note made in the protocol", "{who} have a note made in the protocol", count
            )


def _handed_in(opinion: Opinion, texts: Texts) -> str:
    """Return how it is told that the text is an appendix; `{sentence}` is the lead, or it begins anew."""
    match opinion.kind:
        case OpinionKind.RESERVATION:
            return texts.gettext("{sentence} and hands in a written reservation ({appendix})")
        case OpinionKind.STATEMENT:
            return texts.gettext("{sentence} ({appendix})")
        case OpinionKind.NOTE:
            return texts.gettext("{who} hands in a note to the protocol ({appendix})")


def _announced(opinion: Opinion, texts: Texts) -> str:
    """Return that something written is to come; `{sentence}` is the lead, or it begins anew with `{who}`."""
    match opinion.kind:
        case OpinionKind.RESERVATION:
            return texts.gettext("{sentence}, giving notice that {they} will hand in a written reservation")
        case OpinionKind.STATEMENT:
            return texts.gettext("Notice is given by {who} that {they} will hand in a statement")
        case OpinionKind.NOTE:
            return texts.gettext("Notice is given by {who} that {they} will hand in a note to the protocol")


def _they(meeting: Meeting, opinion: Opinion, texts: Texts) -> str:
    """Return `ledamoten`, `ersättaren` or `de`: nobody's sex is in the record."""
    if movers.number(opinion.by, meeting) > 1:
        return texts.pgettext("who will hand something in", "they")
    there = [one for one in meeting.attendance if is_among(one.who, opinion.by)]
    if any(one.attends_as.on_roll is OnRollAs.ALTERNATE for one in there):
        return texts.pgettext("who will hand something in", "the alternate")
    return texts.pgettext("who will hand something in", "the member")


def _lapsed(opinion: Opinion, texts: Texts) -> str:
    match opinion.kind:
        case OpinionKind.RESERVATION:
            return texts.gettext("At the verification of the protocol no written reservation has come in.")
        case OpinionKind.STATEMENT:
            return texts.gettext("At the verification of the protocol no statement has come in.")
        case OpinionKind.NOTE:
            return texts.gettext("At the verification of the protocol no note to the protocol has come in.")
