"""What was decided, in the words of the proposal or motion that was adopted (KL 5 kap. 67 § 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import alternatives, elections, wording
from klubban.documents.motions import (
    asked_of,
    goes_on,
    names_a_proposal,
    names_itself,
    phrase_of,
    without_asked,
)
from klubban.domain.decided import Adopted, Asks
from klubban.domain.masked_again import masked_as
from klubban.domain.meeting import Outcome
from klubban.domain.settled import settled
from klubban.domain.text import Bullets, Points, Run, Text, plain, plain_runs, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.domain.decided import Motion
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.settled import Settled
    from klubban.domain.text import Blocks, Runs
    from klubban.i18n import Texts


def decision(meeting: Meeting, item: Item, texts: Texts) -> Blocks:
    """Return what the decision says of an item that is settled; nothing where nothing is.

    What is masked in what was moved or proposed is masked in it too.
    """
    return masked_as(_decision(meeting, item, texts), (item.motions, item.proposal))


def _decision(meeting: Meeting, item: Item, texts: Texts) -> Blocks:
    found = settled(meeting, item)
    match found.outcome:
        case Outcome.REFERRED_BACK:
            return _formal(meeting, found, texts.gettext("The matter is referred back"), texts)
        case Outcome.POSTPONED:
            return _formal(meeting, found, texts.gettext("The matter is postponed"), texts)
    chosen = [words for each in item.elections if (words := elections.elected(each, texts))]
    if found.main is None:
        return _points((), chosen)
    main = _main(meeting, item, found, texts)
    added = [words for motion in found.additions for words in _as_points(meeting, motion.text, texts)]
    blocks = _points(main, [*added, *chosen]) if added or chosen else main
    whole = (*blocks, *_amendments(meeting, item, found, texts))
    # What another body decides is told as what is proposed to it.
    return () if any(_is_within(whole, each.decision) for each in item.proposals) else whole


def _formal(meeting: Meeting, found: Settled, sentence: str, texts: Texts) -> Blocks:
    """Return that the matter is referred back or postponed, with the motion's own words."""
    motion = found.motion
    phrase = phrase_of(motion) if motion else None
    rest = without_asked(motion, phrase, texts) if motion and phrase else ""
    if motion is None or not motion.text or (phrase and not rest):
        return (Text(runs_of(f"{sentence}.")),)
    if rest and goes_on(rest, texts):
        return (Text(runs_of(f"{sentence} {wording.small(rest)}.")),)
    if rest and names_itself(asked_of(motion.asks, texts), rest):
        return tuple(Text(runs_of(words)) for words in _as_points(meeting, motion.text, texts))
    lead = texts.gettext("{sentence} with the following reasons:").format(sentence=sentence)
    return (Text(runs_of(lead)), *motion.text)


def _main(meeting: Meeting, item: Item, found: Settled, texts: Texts) -> Blocks:
    """Return the proposal or motion that was adopted, as a decision."""
    motion = found.motion
    told = alternatives.raised(item, motion, texts)
    if found.main is Adopted.MOTION and motion and motion.asks is Asks.OTHER:
        return _of_motion(meeting, motion, texts) or _according(
            alternatives.motion(meeting, item, motion, texts, own=False), meeting, texts
        )
    if found.main is Adopted.PROPOSAL or (found.main is Adopted.MOTION and motion is None):
        proposed = _proposed(item)
        if any(_is_much_as(each.decision, proposed) for each in item.proposals):
            return ()  # another body decides that; it is told as what is proposed to it
        if proposed or not told:
            return proposed or _according(alternatives.approved(item, motion, texts), meeting, texts)
    if told:
        line = texts.gettext("{what} is approved.")
        return (Text(runs_of(line.format(what=wording.capital(told)))),)
    line = texts.gettext("{what} is rejected.")
    return (Text(runs_of(line.format(what=wording.capital(alternatives.rejected(item, motion, texts))))),)


def _is_much_as(one: Blocks, other: Blocks) -> bool:
    """Tell whether one of two texts is in the other."""
    return _is_within(one, other) or _is_within(other, one)


def _is_within(one: Blocks, other: Blocks) -> bool:
    """Tell whether a text is in another."""
    some, others = (plain(each).casefold().strip(" .\n") for each in (one, other))
    return bool(some) and some in others


def _proposed(item: Item) -> Blocks:
    """Return the words of the proposal: the item's, or those of the body that proposed it."""
    if item.proposal:
        return item.proposal
    offered = (each for each in item.motions if each.stands and each.from_body)
    return next((each.text for each in offered if each.text and not names_a_proposal(each)), ())


def _according(what: str, meeting: Meeting, texts: Texts) -> Blocks:
    line = texts.gettext("{body} decides according to {proposal}.")
    return (Text(runs_of(line.format(body=meeting.body.name, proposal=what))),)


def _of_motion(meeting: Meeting, motion: Motion, texts: Texts) -> Blocks:
    """Return a motion's words as a decision: a clause becomes a sentence."""
    phrase = phrase_of(motion)
    if phrase is None:
        points = _as_points(meeting, motion.text, texts) if _are_clauses(motion.text, texts) else ()
        return (Points(tuple(runs_of(words) for words in points)),) if points else motion.text
    return tuple(Text(runs_of(words)) for words in _as_points(meeting, motion.text, texts))


def _are_clauses(blocks: Blocks, texts: Texts) -> bool:
    """Tell whether a text is nothing but points that are clauses: `att planen antas`."""
    that = texts.pgettext("beginning a clause", "that")
    runs = blocks[0].items if len(blocks) == 1 and isinstance(blocks[0], Points | Bullets) else ()
    plain_ones = all(not (run.bold or run.italic) for each in runs for run in each)
    return (
        plain_ones and bool(runs) and all(plain_runs(each).casefold().startswith(f"{that} ") for each in runs)
    )


def _as_points(meeting: Meeting, blocks: Blocks, texts: Texts) -> list[str]:
    """Return texts and points as sentences: of `att frågan utreds` it is that the question is examined."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Text):
            found.append(_sentence(meeting, block.runs, texts))
        elif isinstance(block, Points | Bullets):
            found += (_sentence(meeting, runs, texts) for runs in block.items)
    return [words for words in found if words]


def _sentence(meeting: Meeting, runs: Runs, texts: Texts) -> str:
    words = plain_runs(runs).strip()
    first, _space, rest = words.partition(" ")
    if rest and first.casefold() == texts.pgettext("before a verb", "to") and _is_verb(rest, texts):
        line = texts.gettext("{body} decides {what}.")
        return line.format(body=meeting.body.name, what=wording.small(words).removesuffix("."))
    if rest and first.casefold() == texts.pgettext("beginning a clause", "that"):
        words = rest
    words = wording.capital(words)
    return words if not words or words.endswith((".", "!", "?", ":", "…")) else f"{words}."


def _is_verb(words: str, texts: Texts) -> bool:
    """Tell whether words begin as what somebody is to do: `bifalla motionen`, and not `frågan utreds`."""
    verbs = texts.pgettext("verbs that decisions begin with", "approve reject adopt give refer postpone")
    return words.split(maxsplit=1)[0].casefold().strip(",") in verbs.split()


def _points(main: Blocks, added: Iterable[str]) -> Blocks:
    """Return the decision with further points; one that was running text becomes points too."""
    more = tuple(runs_of(words) for words in added)
    if not more:
        return main
    *before, last = main or (Points(()),)
    if isinstance(last, Points):
        return (*before, Points((*last.items, *more)))
    if isinstance(last, Text) and not before:
        return (Points((last.runs, *more)),)
    return (*main, Points(more))


def _amendments(meeting: Meeting, item: Item, found: Settled, texts: Texts) -> Blocks:
    """Return what is amended, in the movers' words; putting it into the points is the secretary's."""
    blocks: Blocks = ()
    for motion in found.amendments:
        told = alternatives.motion(meeting, item, motion, texts, own=False)
        phrase = phrase_of(motion)
        line = texts.gettext("With the following amendment according to {motion}: {text}")
        if phrase:
            sentence = line.format(motion=told, text=phrase)
            blocks = (*blocks, Text((Run(f"{sentence}."),)))
        else:
            lead = texts.gettext("With the following amendment according to {motion}:").format(motion=told)
            blocks = (*blocks, Text(runs_of(lead)), *motion.text)
    return blocks
