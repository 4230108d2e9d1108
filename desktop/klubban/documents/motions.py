"""What was moved, a sentence for each motion (KL 5 kap. 67 § 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.decided import Asks
from klubban.domain.text import Text, lines, runs_of

if TYPE_CHECKING:
    from klubban.domain.decided import Motion
    from klubban.domain.text import Block
    from klubban.i18n import Texts

_INLINE = 200
"""Longer texts follow the sentence instead of ending it."""


def is_proposal(motion: Motion) -> bool:
    """Tell whether the mover is no person: an administration or another body proposes, and moves nothing."""
    return bool(motion.by) and all(mover.person is None and mover.party is None for mover in motion.by)


def motion_blocks(motion: Motion, texts: Texts) -> tuple[Block, ...]:
    """Return `Cajsa Ål (S) yrkar bifall till förvaltningens förslag.`; a longer text follows its lead."""
    who = wording.capital(wording.named(motion.by, texts)) or texts.gettext("N.N.")
    asked = _asked(motion.asks, texts)
    phrase = _phrase(motion)
    what = _joined(motion.asks, asked, phrase, texts) if phrase else asked
    sentence = texts.gettext("{who} moves {what}").format(who=who, what=what).strip()
    after = () if phrase else motion.text
    return (Text(runs_of(f"{sentence}{':' if after else '.'}")), *after)


def proposal_blocks(motion: Motion, texts: Texts) -> tuple[Block, ...]:
    """Return what a body that is no person proposes; a text that only names its proposal stands as it is."""
    who = wording.capital(wording.named(motion.by, texts))
    phrase = _phrase(motion)
    if phrase is not None and any(mover.name.casefold() in phrase.casefold() for mover in motion.by):
        return (Text(runs_of(f"{wording.capital(phrase)}.")),)
    lead = texts.gettext("{who} proposes").format(who=who)
    return (Text(runs_of(f"{lead}{':' if motion.text else '.'}")), *motion.text)


def _phrase(motion: Motion) -> str | None:
    """Return a text that can end a sentence: one running text, short, plain, no sentences in it."""
    if len(motion.text) != 1 or not isinstance(motion.text[0], Text):
        return None
    words = lines(motion.text)[0].strip()
    sentence = words.removesuffix(".")
    ends_a_sentence = ". " in sentence or "\n" in sentence or sentence.endswith(("?", "!", ":"))
    styled = any(run.bold or run.italic for run in motion.text[0].runs)
    return None if ends_a_sentence or styled or not sentence or len(sentence) > _INLINE else sentence


def _asked(asks: Asks, texts: Texts) -> str:
    """Return what a motion asks, in one word; nothing for what only its own words can say."""
    return {
        Asks.APPROVE: texts.pgettext("moved", "approval"),
        Asks.REJECT: texts.pgettext("moved", "rejection"),
        Asks.AMEND: texts.pgettext("moved", "an amendment"),
        Asks.ADD: texts.pgettext("moved", "an addition"),
        Asks.REFER_BACK: texts.pgettext("moved", "referral back"),
        Asks.POSTPONE: texts.pgettext("moved", "postponement"),
        Asks.ADJOURN: texts.pgettext("moved", "adjournment"),
        Asks.OTHER: "",
    }[asks]


def _joined(asks: Asks, asked: str, phrase: str, texts: Texts) -> str:
    """Return what was asked with the motion's own words, which may begin anywhere in the sentence."""
    first = phrase.split(maxsplit=1)[0].casefold()
    prepositions = texts.pgettext("words that go on after approval, rejection ...", "of for to with in until")
    if first == asked.casefold() or (
        first == texts.pgettext("beginning a clause", "that") and asks not in (Asks.AMEND, Asks.ADD)
    ):
        return wording.small(phrase)
    if asks is Asks.OTHER:
        return phrase
    if first in prepositions.split():
        return f"{asked} {wording.small(phrase)}"
    if asks is Asks.APPROVE:
        return texts.gettext("approval of {text}").format(text=phrase)
    if asks is Asks.REJECT:
        return texts.gettext("rejection of {text}").format(text=phrase)
    return f"{asked}: {phrase}"
