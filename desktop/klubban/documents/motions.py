"""What was moved, a sentence for each motion (KL 5 kap. 67 § 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import appendix_numbers, movers, wording
from klubban.domain.decided import Asks, Said
from klubban.domain.stances import without_besides
from klubban.domain.text import Text, lines, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.decided import Motion
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts

_INLINE = 200
"""Longer texts follow the sentence instead of ending it."""
_STEM = 5
"""So many letters of a word tell what it is about: `återr`, `bordl`, `ajour`."""
_OF_PROPOSAL = (Asks.APPROVE, Asks.REJECT)


def moved(item: Item) -> list[Motion]:
    """Return the motions that the protocol tells: those that stand, and those kept although withdrawn."""
    return [each for each in item.motions if (each.stands or each.kept) and not each.from_body]


def sentences(meeting: Meeting, item: Item, texts: Texts) -> tuple[Said, ...]:
    """Return a sentence for each motion; what is moved should it fall (`i andra hand`) ends its sentence."""
    motions, told = moved(item), []
    within: set[int] = set()
    for motion in motions:
        if motion.id in within:
            continue
        chain = list(_chain(motion, motions))
        within |= {each.id for each in chain}
        told.append(Said(key=f"motion {motion.id}", words=_sentence(meeting, item, motion, chain, texts)))
    return tuple(told)


def alone(meeting: Meeting, item: Item, motion: Motion, texts: Texts) -> Blocks:
    """Return a motion with all of its words, as an appendix holds it."""
    return _blocks(meeting, motion, _what(motion, proposed(item, texts), texts), None, texts)


def proposal_blocks(motion: Motion, texts: Texts) -> Blocks:
    """Return what a body that is no person proposes; a text that only names its proposal stands as it is."""
    who = wording.capital(wording.named(motion.by, texts))
    phrase = phrase_of(motion)
    if names_a_proposal(motion):
        return (Text(runs_of(f"{wording.capital(phrase or '')}.")),)
    lead = texts.gettext("{who} proposes").format(who=who)
    return (Text(runs_of(f"{lead}{':' if motion.text else '.'}")), *motion.text)


def names_a_proposal(motion: Motion) -> bool:
    """Tell whether a body's text only names its proposal, which is told elsewhere."""
    phrase = phrase_of(motion)
    return phrase is not None and any(by.name.casefold() in phrase.casefold() for by in motion.by)


def proposed(item: Item, texts: Texts) -> str:
    """Return what was proposed before the meeting, `förvaltningens förslag`; nothing for none."""
    for motion in item.motions:
        if motion.stands and motion.from_body:
            by = wording.genitive(wording.inside(motion.by[0].name), texts)
            return texts.gettext("{owner} proposal").format(owner=by)
    return texts.gettext("the proposal") if item.proposal else ""


def phrase_of(motion: Motion) -> str | None:
    """Return a text that can end a sentence: one running text, short, plain, no sentences in it."""
    if len(motion.text) != 1 or not isinstance(motion.text[0], Text):
        return None
    words = lines(motion.text)[0].strip()
    sentence = words.removesuffix(".")
    ends_a_sentence = ". " in sentence or "\n" in sentence or sentence.endswith(("?", "!", ":"))
    styled = any(run.bold or run.italic for run in motion.text[0].runs)
    return None if ends_a_sentence or styled or not sentence or len(sentence) > _INLINE else sentence


def object_of(motion: Motion, texts: Texts) -> str:
    """Return what a motion approves or rejects, where its text is just that: `motionen`; else nothing."""
    phrase = phrase_of(motion)
    if phrase is None or motion.asks not in _OF_PROPOSAL or motion.from_body:
        return ""
    words = without_besides(phrase).split()
    asked = asked_of(motion.asks, texts).casefold()
    if words[0].casefold() == asked:
        words = words[1:]
    if words and words[0].casefold() in _prepositions(texts):
        words = words[1:]
    if not words or words[0].casefold() == texts.pgettext("beginning a clause", "that"):
        return ""
    return wording.small(" ".join(words))


# --- sentences


def _chain(motion: Motion, motions: Sequence[Motion]) -> Iterator[Motion]:
    """Walk a motion and those of the same movers that count should it fall, in turn."""
    last: Motion | None = motion
    while last:
        yield last
        after = [each for each in motions if each.instead_of == last.id and each.id > last.id]
        last = next((each for each in after if _told_together(last, each)), None)


def _told_together(first: Motion, second: Motion) -> bool:
    """Tell whether two motions are one sentence: the same people's, and neither a longer text."""
    short = all(not each.text or phrase_of(each) for each in (first, second))
    alike = (first.by, first.withdrawn) == (second.by, second.withdrawn)
    return short and alike and not (first.in_writing or second.in_writing)


def _sentence(meeting: Meeting, item: Item, motion: Motion, chain: Sequence[Motion], texts: Texts) -> Blocks:
    about = proposed(item, texts)
    first = any(each.instead_of == motion.id for each in moved(item))
    if len(chain) > 1:
        told = [_placed(_what(each, about, texts), place, texts) for place, each in enumerate(chain)]
        what = wording.enumerated(told, texts)
    else:
        place = 0 if first else _place(motion, item)
        what = _what(motion, about, texts)
        what = what if place is None else _placed(what, place, texts)
    number = appendix_numbers.of_motion(meeting, motion)
    return (*_blocks(meeting, motion, what, number, texts), *_withdrawn(motion, texts))


def _place(motion: Motion, item: Item) -> int | None:
    """Return how many motions stand before one that only counts should they fall; None for none."""
    others = {each.id: each for each in moved(item)}
    place, seen = 0, motion
    while seen.instead_of in others and place < len(others):
        place, seen = place + 1, others[seen.instead_of]
    return place or None


def _placed(what: str, place: int, texts: Texts) -> str:
    lines_ = (
        texts.gettext("in the first place {what}"),
        texts.gettext("in the second place {what}"),
        texts.gettext("in the third place {what}"),
    )
    return lines_[min(place, len(lines_) - 1)].format(what=what).strip()


def _blocks(meeting: Meeting, motion: Motion, what: str, appendix: int | None, texts: Texts) -> Blocks:
    """Return `Cajsa Ål (S) yrkar bifall till förvaltningens förslag.`; a longer text follows its lead."""
    who = wording.capital(movers.named(motion.by, texts, meeting)) or texts.gettext("N.N.")
    count = movers.number(motion.by, meeting)
    sentence = texts.ngettext("{who} moves {what}", "{who} move {what}", count).format(who=who, what=what)
    sentence = sentence.strip()
    after = () if phrase_of(motion) else motion.text
    if appendix is not None:
        sign = wording.appendix_sign(appendix, texts)
        line = texts.gettext("{sentence} ({appendix}).")
        if after:
            line = texts.gettext("{sentence} as handed in in writing ({appendix}).")
        return (Text(runs_of(line.format(sentence=sentence, appendix=sign))),)
    return (Text(runs_of(f"{sentence}{':' if after else '.'}")), *after)


def _withdrawn(motion: Motion, texts: Texts) -> Blocks:
    if not motion.withdrawn:
        return ()
    return (Text(runs_of(texts.gettext("The motion is withdrawn later."))),)


def _what(motion: Motion, about: str, texts: Texts) -> str:
    """Return what is moved, to end the sentence; `about` serves where it has no words of its own."""
    asked = asked_of(motion.asks, texts)
    phrase = phrase_of(motion)
    if phrase:
        return _joined(motion.asks, asked, phrase, texts)
    if motion.asks in _OF_PROPOSAL and about and not motion.text:
        return _joined(motion.asks, asked, about, texts)
    return asked


def asked_of(asks: Asks, texts: Texts) -> str:
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


def goes_on(phrase: str, texts: Texts) -> bool:
    """Tell whether words go on after what is asked, `till förvaltningen`, and are no sentence."""
    return phrase.split(maxsplit=1)[0].casefold() in _prepositions(texts)


def names_itself(asked: str, phrase: str) -> bool:
    """Tell whether a motion's words say themselves what it asks: `att ärendet återremitteras`."""
    return asked[:_STEM].casefold() in phrase.casefold()


def without_asked(motion: Motion, phrase: str, texts: Texts) -> str:
    """Return a motion's words without the one that tells what it asks: of `återremiss för …` `för …`."""
    first, _space, rest = phrase.partition(" ")
    return rest if first.casefold() == asked_of(motion.asks, texts).casefold() else phrase


def _prepositions(texts: Texts) -> list[str]:
    words = texts.pgettext("words that go on after approval, rejection ...", "of for to with in until")
    return words.split()


def _joined(asks: Asks, asked: str, phrase: str, texts: Texts) -> str:
    """Return what was asked with the motion's own words, which may begin anywhere in the sentence."""
    first = phrase.split(maxsplit=1)[0].casefold()
    clause = first == texts.pgettext("beginning a clause", "that") and asks not in (Asks.AMEND, Asks.ADD)
    reason = clause and asks.put_as.formal and not names_itself(asked, phrase)
    if first == asked.casefold() or (clause and not reason):
        return wording.small(phrase)
    if asks is Asks.OTHER and phrase[:1].isupper():
        return texts.gettext("the following: {text}").format(text=phrase)
    if asks is Asks.OTHER:
        return phrase
    if first in _prepositions(texts):
        return f"{asked} {wording.small(phrase)}"
    line = {
        Asks.APPROVE: texts.gettext("approval of {text}"),
        Asks.REJECT: texts.gettext("rejection of {text}"),
    }.get(asks, "{asked}: {text}")
    if reason:
        line = texts.gettext("{asked} for the reason {text}")
    return line.format(asked=asked, text=wording.small(phrase) if reason else phrase)
