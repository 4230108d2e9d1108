"""What a main motion stands for beside the proposal as it was prepared.

A committee often proposes to reject what somebody raised: `Motionen avslås.` Who then moves approval of
`motionen` is against the proposal, and who moves its rejection is for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from klubban.domain.decided import Asks, Motion, Puts
from klubban.domain.meeting import Item
from klubban.domain.read_motion import ReadMotion
from klubban.domain.text import plain

_RAISED = re.compile(
    r"\b(?:motion(?:en|er|erna)?|(?:medborgar|invånar|e-)förslage[tn]|(?:nämnd|ledamots|folk)?initiativ(?:et|ärendet)?"
    r"|skrivelsen|framställ(?:an|ningen)|citizen proposal)\b",
    re.IGNORECASE,
)
"""What members and citizens raise, and a body answers."""
_PREPARED = re.compile(
    r"(?<![\w-])(?:besluts|svars)?förslag(?:et)?\b|\byttrandet?\b|(?<!citizen )\bproposal\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"^(?:att|that)\b|\b(?:avslås|bifalls|anses|avstyrks|tillstyrks)\b", re.IGNORECASE)
_ITS_PROPOSAL = re.compile(
    r"\bförslage[tn] i (?=motion|medborgar|e-förslag|initiativ|skrivelsen)"
    r"|\bmotionär\w* (?:förslag|yrkanden?)\b",
    re.IGNORECASE,
)
"""What was raised proposes something itself: `förslaget i motionen`."""
_ANSWERED = re.compile(r"\bbesvara|\banswered\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:tilläggs|ändrings|återremiss|bordläggnings|ajournerings)yrkande"
    r"|\b(?:övriga|andra|samtliga) yrkanden",
    re.IGNORECASE,
)
"""What others move at the table: it has a question of its own."""
_BESIDES = re.compile(r",? (?:och|samt|and) (?:avslag|bifall|rejection|approval)\b", re.IGNORECASE)
_MOVED = re.compile(r"\byrkande|\bförslag\b", re.IGNORECASE)
_OWNER = re.compile(r"\b([\w-]+s) (?:\w+ )?förslag\b", re.IGNORECASE)
_APPROVES = re.compile(r"\b(?:bifall|tillstyrk|approv)", re.IGNORECASE)
_REJECTS = re.compile(r"\b(?:avsl[åa]|avstyrk|reject)", re.IGNORECASE)
_OF_PROPOSAL = (Asks.APPROVE, Asks.REJECT)
_LONGEST = 500
"""What is approved or rejected is named among the first letters."""


def stance(item: Item, motion: Motion) -> Asks | None:
    """Return APPROVE or REJECT of the proposal, or OTHER for an alternative of its own.

    None where it is only for or against what is put by itself, such as an addition.
    """
    if isinstance(motion, ReadMotion):
        return motion.stance
    if motion.asks not in _OF_PROPOSAL:
        return Asks.OTHER
    told = _told(motion)
    if _OTHERS.search(told) and not _PREPARED.search(told):
        return None
    other = seconded(item, motion)
    if other is not None:
        return stance(item, other) if motion.asks is Asks.APPROVE else None
    if not is_about_raised(motion):
        return motion.asks
    return _beside(_proposed(item), motion.asks)


def seconded(item: Item, motion: Motion) -> Motion | None:
    """Return the main motion of another that one moves approval or rejection of: `Bo Eks (M) yrkande`."""
    if isinstance(motion, ReadMotion):
        return next((each for each in item.motions if each.id == motion.seconds), None)
    told = _told(motion).casefold()
    if motion.asks not in _OF_PROPOSAL or not _MOVED.search(told):
        return None
    others = (
        each for each in item.motions if each.asks.put_as is Puts.MAIN and each.asks is not Asks.APPROVE
    )
    return next((each for each in others if each.stands and _is_named(each, told)), None)


def _is_named(motion: Motion, told: str) -> bool:
    """Tell whether words name who moved a motion: a person by the whole name, a party as `SD:s`."""
    parties = [who.name.casefold() for who in motion.by if who.person is None and who.name == who.party]
    people = [who.name.casefold() for who in motion.by if who.name != who.party]
    return any(name in told for name in people) or any(
        re.search(rf"\b{re.escape(name)}:s\b|\bfrån {re.escape(name)}\b", told) for name in parties
    )


def proposals_named(item: Item) -> tuple[str, ...]:
    """Return whose proposals approval is moved of, such as `förvaltningens`, where they are several."""
    owners: list[str] = []
    for motion in item.motions:
        found = _OWNER.search(_told(motion)) if motion.asks is Asks.APPROVE and motion.stands else None
        if found and not motion.from_body and seconded(item, motion) is None:
            owner = found[1].casefold()
            if not any(owner.endswith(one) or one.endswith(owner) for one in owners):
                owners.append(owner)
    return tuple(owners) if len(owners) > 1 else ()


def is_about_raised(motion: Motion) -> bool:
    """Tell whether what is approved or rejected is a motion or the like, and not the proposal about it."""
    told = _told(motion)
    return bool(_RAISED.search(told)) and not _PREPARED.search(told) and not _SENTENCE.search(told)


def _told(motion: Motion) -> str:
    return _ITS_PROPOSAL.sub("motionen ", without_besides(plain(motion.text)[:_LONGEST])).strip()


def without_besides(words: str) -> str:
    """Return what is moved without what is moved besides: of `förslaget och avslag på övrigt` the first."""
    return _BESIDES.split(words)[0]


def _beside(proposed: str, asks: Asks) -> Asks:
    """Return for what a motion about what was raised counts, by what is proposed about it."""
    if not proposed:
        return asks
    approves = bool(_RAISED.search(proposed) and _APPROVES.search(proposed))
    rejects = bool(_RAISED.search(proposed) and _REJECTS.search(proposed))
    if approves is rejects or _ANSWERED.search(proposed):
        return Asks.OTHER
    if rejects:
        return Asks.APPROVE if asks is Asks.REJECT else Asks.OTHER
    return asks


def _proposed(item: Item) -> str:
    return " ".join(_texts(item)).strip()


def _texts(item: Item) -> Iterator[str]:
    """Walk what is proposed before the meeting: the item's proposal, or that of a body."""
    yield plain(item.proposal)
    for motion in item.motions:
        if motion.stands and motion.from_body:
            yield plain(motion.text)
