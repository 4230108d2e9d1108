"""What the chair says to put each question: so that it can be answered by yes or no (KL 5 kap. 53 §)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.decided import Asks, Puts
from klubban.domain.questions import alternative, order_of_questions
from klubban.domain.rules import BodyKind
from klubban.domain.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.body import Body, Named
    from klubban.domain.decided import Motion
    from klubban.domain.meeting import Item
    from klubban.domain.questions import ToPut
    from klubban.i18n import Texts


@dataclass(frozen=True, slots=True)
class Spoken:
    """One question: what it is about, what is said, and what is to be known of it."""

    about: str
    words: str
    note: str = ""
    moved: tuple[str, ...] = ()
    """The words of what was moved, where they are known."""


def questions(item: Item, body: Body, texts: Texts) -> tuple[Spoken, ...]:
    """Return what the chair says for an item, in order; of several questions the order is approved first."""
    return tuple(_spoken(item, body, texts))


def _spoken(item: Item, body: Body, texts: Texts) -> Iterator[Spoken]:
    order = order_of_questions(item)
    name = wording.inside(body.name)
    if len(order) > 1 or any(each.by_counter_proposal for each in order):
        asked = texts.gettext("Can {body} approve this order of the questions?")
        yield Spoken(texts.pgettext("question", "Order"), asked.format(body=name))
    for each in order:
        yield Spoken(
            _about(each.puts, texts),
            _words(item, each, name, texts, formal=body.rules.protocol),
            _note(each, body, texts),
            tuple(words for motion in each.motions if (words := plain(motion.text))),
        )


def _about(puts: Puts, texts: Texts) -> str:
    return {
        Puts.ADJOURN: texts.pgettext("question", "Adjournment"),
        Puts.POSTPONE: texts.pgettext("question", "Postponement"),
        Puts.REFER_BACK: texts.pgettext("question", "Referral back"),
        Puts.MAIN: texts.pgettext("question", "Decision"),
        Puts.AMENDMENT: texts.pgettext("question", "Amendment"),
        Puts.ADDITION: texts.pgettext("question", "Addition"),
    }[puts]


def _words(item: Item, asked: ToPut, body: str, texts: Texts, *, formal: bool) -> str:
    if asked.puts is Puts.MAIN:
        return _main(item, asked, body, texts, formal=formal)
    line = {
        Puts.ADJOURN: texts.gettext("Is the meeting to be adjourned now, as {names} moved, or to go on?"),
        Puts.POSTPONE: texts.gettext("Is the item to be decided today, or postponed as {names} moved?"),
        Puts.REFER_BACK: texts.gettext("Is the item to be decided today, or referred back as {names} moved?"),
        Puts.AMENDMENT: texts.gettext("Can {body} adopt the amendment of {names}? Can {body} reject it?"),
        Puts.ADDITION: texts.gettext("Can {body} adopt the addition of {names}? Can {body} reject it?"),
    }[asked.puts]
    return line.format(body=body, names=_names(asked.motions, texts))


def _main(item: Item, asked: ToPut, body: str, texts: Texts, *, formal: bool) -> str:
    """Return the question of the main proposals: the only one alone, others against each other."""
    against: dict[str, list[Motion]] = {}
    for motion in asked.motions:
        if told := alternative(item, motion):
            against.setdefault(told, []).append(motion)
    if asked.prepared and not against:
        decide = texts.gettext("Can {body} decide as proposed?")
        return (decide if formal else texts.gettext("Can {body} agree on the proposal?")).format(body=body)
    adopt = texts.gettext("Can {body} adopt {what}?")
    named = [texts.gettext("the proposal")] if asked.prepared else []
    named += [_alternative(motions, texts) for motions in against.values()]
    put = [adopt.format(body=body, what=what) for what in named]
    if len(put) > 1:
        put.insert(0, texts.gettext("I put the proposals against each other."))
    return " ".join(put)


def _alternative(motions: Sequence[Motion], texts: Texts) -> str:
    rejects = motions[0].asks is Asks.REJECT
    line = (
        texts.gettext("the motion of {names} to reject")
        if rejects
        else texts.gettext("the motion of {names}")
    )
    return line.format(names=_names(motions, texts))


def _note(asked: ToPut, body: Body, texts: Texts) -> str:
    if asked.by_counter_proposal:
        return texts.gettext(
            "If a vote is called for: what I find adopted is the main proposal. The others are put against"
            " each other to become the counter-proposal; last the main proposal is put against that."
        )
    if asked.puts in (Puts.POSTPONE, Puts.REFER_BACK) and body.kind is BodyKind.ASSEMBLY:
        return texts.gettext(
            "One third of those present is enough, the first time and where it is no election (KL 5:50)."
        )
    return ""


def _names(motions: Sequence[Motion], texts: Texts) -> str:
    people: list[Named] = [who for motion in motions for who in motion.by]
    return wording.named(dict.fromkeys(people), texts) or texts.gettext("somebody")
