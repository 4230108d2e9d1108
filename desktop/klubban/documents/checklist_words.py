"""What the checklist points out, in one sentence each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.decided import OpinionKind, Puts
from klubban.domain.habits import Part
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.points import PointKind
from klubban.domain.roll import Deviates

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.meeting import Meeting
    from klubban.domain.points import Point
    from klubban.i18n import Texts


def sentence(point: Point, meeting: Meeting, texts: Texts) -> str:
    """Return what is pointed out; the item itself is not named in it."""
    if point.kind in _OF_ITS_OWN:
        return _OF_ITS_OWN[point.kind](point, meeting, texts)
    return _template(point.kind, texts).format(**point.facts, name=_who(point, texts))


def place(point: Point, meeting: Meeting, texts: Texts) -> str:
    """Return where it is: `§ 64`, an item's title while it has no number, or the meeting."""
    item = next((each for each in meeting.items if each.id == point.item), None)
    if item is None:
        return texts.gettext("The meeting")
    return wording.sign_of(meeting, item) or item.title


def _template(kind: PointKind, texts: Texts) -> str:
    return {
        PointKind.NOT_CLOSED: texts.gettext("The meeting is not closed yet."),
        PointKind.NOBODY_PRESENT: texts.gettext("Nobody is noted as present."),
        PointKind.NO_CHAIR: texts.gettext("It is not noted who presided."),
        PointKind.OPEN_MEETING: texts.gettext(
            "It was open to the public, which the assembly has not allowed (KL ch. 6 s. 25)."
        ),
        PointKind.CLOSED_MEETING: texts.gettext(
            "All of it was held behind closed doors, which the assembly decides for single matters"
            " (KL ch. 5 s. 42)."
        ),
        PointKind.NUMBER_SKIPPED: texts.gettext("§ {number} is missing in the series."),
        PointKind.NO_NUMBER: texts.gettext("It has no paragraph number."),
        PointKind.NO_OUTCOME: texts.gettext("It is not noted what became of it."),
        PointKind.NO_DECISION: texts.gettext("It is noted as decided, and the decision is not written."),
        PointKind.NOT_ANNOUNCED: texts.gettext(
            "It came after the announcement, and is decided only if all who are present agree"
            " (KL ch. 5 s. 52)."
        ),
        PointKind.MOVED_ASIDE: texts.gettext("{name} made a motion, and took no part in the matter."),
        PointKind.TWO_PROPOSALS: texts.gettext(
            "Approval is moved of {first} and of {second}, which are put as one; note what is moved against"
            " the proposal as a proposal of its own."
        ),
        PointKind.NO_REASONS: texts.gettext(
            "A minority referred it back, and its reasons are not written (KL ch. 5 s. 50)."
        ),
        PointKind.OPEN_ITEM: texts.gettext(
            "It was handled with open doors, and is about an individual: the doors are always closed then"
            " (KL ch. 6 s. 25)."
        ),
        PointKind.MUST_DECIDE: texts.gettext(
            "{name} took no part, and had to: it is exercise of authority (KL ch. 4 s. 26)."
        ),
        PointKind.ELECTION_VOTES: texts.gettext(
            "{name} is elected with fewer votes than somebody who is not."
        ),
        PointKind.ELECTION_TIE: texts.gettext(
            "{name} is elected with as many votes as somebody who is not, and no lot is noted"
            " (KL ch. 5 s. 56)."
        ),
        PointKind.RESERVED_FOR_WINNER: texts.gettext(
            "{name} has a reservation in favour of a motion that was approved."
        ),
        PointKind.MOTION_WITHOUT_MOVER: texts.gettext("It is not noted who made a motion."),
        PointKind.MOTION_WITHOUT_WORDS: texts.gettext("The motion by {name} has no words."),
        PointKind.MOTION_NOT_PUT: texts.gettext("The motion by {name} was never put."),
        PointKind.DIVISION_TWICE: texts.gettext("{name} has two answers in one vote."),
        PointKind.DIVISION_NOT_SERVING: texts.gettext("{name} has a vote, and did not serve."),
        PointKind.RESERVED: texts.gettext("{name} has a reservation, and took no part in the decision."),
        PointKind.VERIFIER_DISQUALIFIED: texts.gettext("{name} verifies it, and was disqualified."),
        PointKind.VERIFIER_PRESIDED: texts.gettext("{name} presided, and verifies it too."),
        PointKind.UNSIGNED: texts.gettext("It is to be verified at once, and no signature is noted."),
        PointKind.NOT_SAID_DONE: texts.gettext(
            "The assignment of {name} was noted as done here, and the decision does not say so."
        ),
        PointKind.NO_RECIPIENTS: texts.gettext("It is not said to whom the decision is sent."),
    }[kind]


def _who(point: Point, texts: Texts) -> str:
    """Return `Eva Asp (S)`, or `Eva Asp (S) och 2 till`."""
    others = point.facts.get("others", 0)
    name = str(point.who or "")
    if not isinstance(others, int) or others < 1:
        return name
    told = texts.ngettext("{name} and {count} more", "{name} and {count} more", others)
    return told.format(name=name, count=others)


def _times(point: Point, _meeting: Meeting, texts: Texts) -> str:
    facts = {name: each for name, each in point.facts.items() if name != "template"}
    broken = texts.gettext(str(point.facts["template"])).format(**facts)
    return texts.gettext("The times run backwards: {broken}.").format(
        broken=wording.small(broken.rstrip("."))
    )


def _verifiers(point: Point, _meeting: Meeting, texts: Texts) -> str:
    found, needed = int(str(point.facts["found"])), int(str(point.facts["needed"]))
    if not found:
        return texts.gettext("It is not noted who verifies beside the chair.")
    told = texts.ngettext(
        "{found} verifies beside the chair; {needed} are to.",
        "{found} verify beside the chair; {needed} are to.",
        found,
    )
    return told.format(found=found, needed=needed)


def _absent(point: Point, _meeting: Meeting, texts: Texts) -> str:
    told = texts.gettext("{name} is to verify {paragraphs}, and was not there.")
    return told.format(name=point.who, paragraphs=getattr(point.facts["paragraphs"], "printed", ""))


def _of_paragraphs(point: Point, meeting: Meeting, texts: Texts) -> str:
    numbers = point.facts["paragraphs"]
    named = wording.signs_in(meeting, numbers) if isinstance(numbers, Paragraphs) else ""
    if point.kind is PointKind.NOT_COVERED:
        return texts.gettext("Nobody is to verify {paragraphs}.").format(paragraphs=named)
    if not named:
        told = texts.gettext("{name} was chosen to verify, and is not among those who signed.")
    else:
        told = texts.gettext("{name} was chosen to verify {paragraphs}, and is not among those who signed.")
    return told.format(name=point.who, paragraphs=named)


def _day(point: Point, meeting: Meeting, texts: Texts) -> str:
    day, due = (_date(point.facts.get(name), texts) for name in ("day", "due"))
    if not due:
        told = texts.gettext("The verification is on {day}, before the meeting ended on {last}.")
        return told.format(day=day, last=_date(meeting.last_day, texts))
    if not day:
        told = texts.gettext("The protocol should have been verified by {due} (KL ch. 5 s. 69).")
        return told.format(due=due)
    told = texts.gettext("The verification is on {day}, after {due}, the last day (KL ch. 5 s. 69).")
    return told.format(day=day, due=due)


def _not_found(point: Point, _meeting: Meeting, texts: Texts) -> str:
    if point.facts.get("puts") is Puts.MAIN:
        return texts.gettext("It is not noted what the chair found.")
    asked = {
        Puts.ADJOURN: texts.pgettext("checklist", "the adjournment"),
        Puts.POSTPONE: texts.pgettext("checklist", "the postponement"),
        Puts.REFER_BACK: texts.pgettext("checklist", "the referral back"),
        Puts.AMENDMENT: texts.pgettext("checklist", "the amendment"),
        Puts.ADDITION: texts.pgettext("checklist", "the addition"),
    }[Puts(str(point.facts["puts"]))]
    return texts.gettext("It is not noted what the chair found about {question}.").format(question=asked)


def _division(point: Point, _meeting: Meeting, texts: Texts) -> str:
    facts, who = dict(point.facts), _who(point, texts)
    several = int(str(facts.get("votes", 1))) > 1
    told = {
        PointKind.DIVISION_MEANINGS: texts.gettext("It is not said what yes and no mean in {the_vote}."),
        PointKind.DIVISION_EMPTY: texts.gettext("No answers are noted in {the_vote}."),
        PointKind.DIVISION_ANSWERS: texts.gettext("{name} could vote, and has no answer in {the_vote}."),
        PointKind.DIVISION_TIE: texts.gettext("There are as many yes as no in {the_vote}."),
        PointKind.DIVISION_BROKEN: (
            texts.gettext("The tie in {the_vote} is broken by lot after a ballot (KL ch. 5 s. 56).")
            if facts.get("by_ballot")
            else texts.gettext(
                "Lots are drawn about elections and employment only, after a ballot; {the_vote} was open"
                " (KL ch. 5 s. 54 and 56)."
            )
        ),
        PointKind.DIVISION_TOTALS: texts.gettext(
            "{counted} are counted in {the_vote}, and {present} could vote."
        ),
    }[point.kind]
    vote = (
        texts.pgettext("checklist", "vote {number}") if several else texts.pgettext("checklist", "the vote")
    )
    return told.format(**facts, name=who, the_vote=vote.format(number=facts.get("vote")))


def _against(point: Point, _meeting: Meeting, texts: Texts) -> str:
    rule = Deviates(str(point.facts["rule"]))
    told = {
        Deviates.QUORUM: texts.gettext("It was decided without a quorum."),
        Deviates.DISQUALIFIED: texts.gettext("{name} took part although disqualified."),
        Deviates.RETURN: texts.gettext("{name} served again after having left."),
        Deviates.REMOTE: texts.gettext("{name} took part remotely, which the body’s rules do not let."),
        Deviates.OTHER: texts.gettext("Something about {name} was against the rules."),
    }[rule]
    if rule is Deviates.OTHER and point.who is None:
        told = texts.gettext("Something was against the rules.")
    reason = str(point.facts.get("reason") or "") or texts.gettext("No reason is noted.")
    return f"{told.format(name=point.who or '')} {reason}"


def _late(point: Point, _meeting: Meeting, texts: Texts) -> str:
    told = texts.gettext("The reservation by {name} was lodged after the meeting (KL ch. 4 s. 27).")
    return told.format(name=_who(point, texts))


def _awaited(point: Point, _meeting: Meeting, texts: Texts) -> str:
    told = {
        OpinionKind.RESERVATION: texts.gettext("The reservation by {name} awaits its written reasons."),
        OpinionKind.STATEMENT: texts.gettext("The statement by {name} has not come."),
        OpinionKind.NOTE: texts.gettext("The note by {name} has not come."),
    }[OpinionKind(str(point.facts["kind"]))]
    return told.format(name=_who(point, texts))


def _left_over(point: Point, _meeting: Meeting, texts: Texts) -> str:
    told = texts.gettext("“{words}” is left over{in_part}.")
    return told.format(words=point.facts["words"], in_part=_in_part(point, texts))


def _no_such_day(point: Point, _meeting: Meeting, texts: Texts) -> str:
    told = texts.gettext("There is no such day as “{words}”{in_part}.")
    return told.format(words=point.facts["words"], in_part=_in_part(point, texts))


def _weekday(point: Point, _meeting: Meeting, texts: Texts) -> str:
    told = texts.gettext("“{words}”{in_part}: that day is a {weekday}.")
    day = point.facts["day"]
    weekday = texts.date(day, "EEEE") if isinstance(day, dt.date) else ""
    return told.format(words=point.facts["words"], in_part=_in_part(point, texts), weekday=weekday)


def _stale(point: Point, _meeting: Meeting, texts: Texts) -> str:
    told = texts.gettext("What was recorded has changed since the text was written{in_part}.")
    return told.format(in_part=_in_part(point, texts))


def _scratch(point: Point, _meeting: Meeting, texts: Texts) -> str:
    count = int(str(point.facts["count"]))
    told = texts.ngettext("{count} line waits to be sorted in.", "{count} lines wait to be sorted in.", count)
    return told.format(count=count)


def _in_part(point: Point, texts: Texts) -> str:
    """Return ` i beslutet`, or in the title where no part is named."""
    if point.part is None:
        return " " + texts.pgettext("checklist", "in the title")
    known = {
        Part.DECISION: texts.pgettext("checklist", "in the decision"),
        Part.SUMMARY: texts.pgettext("checklist", "in the summary"),
        Part.EARLIER: texts.pgettext("checklist", "in the earlier handling"),
        Part.PROPOSAL: texts.pgettext("checklist", "in the proposal"),
        Part.PROPOSALS: texts.pgettext("checklist", "in the proposal to others"),
        Part.MOTIONS: texts.pgettext("checklist", "in the motions"),
        Part.PROCEEDINGS: texts.pgettext("checklist", "in the proceedings"),
        Part.DIVISIONS: texts.pgettext("checklist", "in the vote"),
        Part.OPINIONS: texts.pgettext("checklist", "in reservations and statements"),
    }
    return f" {known[point.part]}" if point.part in known else ""


def _date(day: object, texts: Texts) -> str:
    return wording.held(texts.date(day)) if isinstance(day, dt.date) else ""


def _skipped(point: Point, meeting: Meeting, texts: Texts) -> str:
    number = wording.number_in(meeting, int(str(point.facts["number"])))
    return _template(point.kind, texts).format(number=number)


_OF_ITS_OWN: dict[PointKind, Callable[[Point, Meeting, Texts], str]] = {
    PointKind.NUMBER_SKIPPED: _skipped,
    PointKind.TIMES: _times,
    PointKind.NO_VERIFIERS: _verifiers,
    PointKind.VERIFIER_ABSENT: _absent,
    PointKind.VERIFIER_UNSIGNED: _of_paragraphs,
    PointKind.NOT_COVERED: _of_paragraphs,
    PointKind.VERIFICATION_DAY: _day,
    PointKind.NOT_FOUND: _not_found,
    PointKind.DIVISION_MEANINGS: _division,
    PointKind.DIVISION_EMPTY: _division,
    PointKind.DIVISION_ANSWERS: _division,
    PointKind.DIVISION_TIE: _division,
    PointKind.DIVISION_BROKEN: _division,
    PointKind.DIVISION_TOTALS: _division,
    PointKind.QUORUM: _against,
    PointKind.AGAINST_RULE: _against,
    PointKind.RESERVED_LATE: _late,
    PointKind.AWAITED: _awaited,
    PointKind.LEFT_OVER: _left_over,
    PointKind.NO_SUCH_DAY: _no_such_day,
    PointKind.WRONG_WEEKDAY: _weekday,
    PointKind.STALE: _stale,
    PointKind.SCRATCH: _scratch,
}
