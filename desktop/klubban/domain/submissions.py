"""What members and citizens raised: when it should be answered, and what counts as an answer."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from klubban.domain.agenda import Delegated, ItemKind
from klubban.domain.matter_history import Handled, same_number
from klubban.domain.meeting import Matter, Outcome, Submission, SubmissionKind
from klubban.domain.rules import BodyKind

_WITHIN_A_YEAR = (SubmissionKind.MEMBER_MOTION, SubmissionKind.CITIZEN_PROPOSAL)
_ANSWERED_BY_TALK = (SubmissionKind.INTERPELLATION, SubmissionKind.QUESTION)
_ONLY_TOLD = (ItemKind.PROCEDURE, ItemKind.INFORMATION, ItemKind.DISCUSSION, ItemKind.REPORT)


@dataclass(frozen=True, slots=True)
class Answer:
    """When something raised was answered, or written off: by which item, or for which noted reason."""

    day: dt.date
    by: Handled | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Raised:
    """Something raised, with where it has been."""

    matter: Matter
    submission: Submission
    handled: tuple[Handled, ...]

    @property
    def due(self) -> dt.date | None:
        """Return the day by which it should be decided; None where no law says."""
        return due_day(self.submission)

    @property
    def answer(self) -> Answer | None:
        """Return the answer, or None while there is none."""
        return answer(self.matter, self.handled)

    def days_left(self, day: dt.date) -> int | None:
        """Return how many days are left on a day, less than none when it is late."""
        return (self.due - day).days if self.due else None


def due_day(submission: Submission) -> dt.date | None:
    """Return the day a year after something was raised (KL 5 kap. 35 §, 6 kap. 34 §).

    Time in years ends on the day of the same number, or the last of that month (lag 1930:173 1 §).
    """
    day = submission.date
    if day is None or submission.kind not in _WITHIN_A_YEAR:
        return None
    return day.replace(year=day.year + 1, day=min(day.day, monthrange(day.year + 1, day.month)[1]))


def answer(matter: Matter, handled: Sequence[Handled]) -> Answer | None:
    """Return when and how something raised was answered: as noted by hand, or else by an item.

    That is the first item that decides it at the body which is to decide, and neither hands it on to others
    nor is on the agenda only to be told of. Where no body is named it is the assembly; committees too decide
    initiatives, and citizens' proposals that were left to them. The assembly's first decision on a motion or
    citizens' proposal is that it is to be prepared, for it decides nothing that no committee has prepared
    (KL 5 kap. 26 §); its first one on an interpellation, that it may be put.
    """
    if matter.closed:
        return Answer(matter.closed, because=matter.closed_because)
    if matter.submission is None:
        return None
    before: list[Handled] = []
    for each in sorted(handled, key=lambda one: one.order):
        if _answers(matter, matter.submission.kind, each, before):
            return Answer(each.date, each)
        if not each.withdrawn and each.outcome is not None:
            before.append(each)
    return None


def _answers(matter: Matter, kind: SubmissionKind, each: Handled, before: Sequence[Handled]) -> bool:
    """Tell whether an item answers, where these were before it."""
    if not _decides(matter, kind, each) or each.withdrawn or each.hands_on:
        return False
    if kind in _ANSWERED_BY_TALK:
        noted = each.outcome is Outcome.NOTED
        put = kind is SubmissionKind.QUESTION or any(_decided(one) for one in before)
        return each.kind is not ItemKind.REPORT and (noted or (_decided(each) and put))
    if not _decided(each) or each.kind in _ONLY_TOLD:
        return False
    prepared = any(one.body != each.body or _decided(one) for one in before)
    return kind is SubmissionKind.INITIATIVE or each.body_kind is not BodyKind.ASSEMBLY or prepared


def _decides(matter: Matter, kind: SubmissionKind, each: Handled) -> bool:
    if matter.body is not None:
        return each.body == matter.body
    left_to = kind in (SubmissionKind.INITIATIVE, SubmissionKind.CITIZEN_PROPOSAL)
    return each.body_kind is BodyKind.ASSEMBLY or (left_to and each.body_kind is BodyKind.COMMITTEE)


def _decided(each: Handled) -> bool:
    return each.outcome is Outcome.DECIDED


def raised(matters: Iterable[Matter], handled: Mapping[int, tuple[Handled, ...]]) -> tuple[Raised, ...]:
    """Return what was raised, by the day it was, what has no day last."""
    found = [
        Raised(matter, matter.submission, handled.get(matter.id, ()))
        for matter in matters
        if matter.submission is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.submission.date or dt.date.max, each.matter.id)))


def unanswered(found: Iterable[Raised], *kinds: SubmissionKind) -> tuple[Raised, ...]:
    """Return what has no answer, of some kinds or of all, in the order it came in."""
    return tuple(
        each for each in found if each.answer is None and (not kinds or each.submission.kind in kinds)
    )


def of_committees(found: Iterable[Raised], assemblies: Iterable[int]) -> tuple[Raised, ...]:
    """Return the citizens' proposals that other bodies than the assembly decide.

    They tell the assembly at least once a year what they decided (KL 6 kap. 34 §).
    """
    return tuple(
        each
        for each in found
        if each.submission.kind is SubmissionKind.CITIZEN_PROPOSAL
        and each.matter.body is not None
        and each.matter.body not in set(assemblies)
    )


def never_delegated(decision: Delegated, matters: Iterable[Matter]) -> Matter | None:
    """Return the citizens' proposal that a decision by delegation is about, which it may not be.

    KL 6 kap. 38 § 4.
    """
    for matter in matters:
        of_citizens = matter.submission and matter.submission.kind is SubmissionKind.CITIZEN_PROPOSAL
        if of_citizens and same_number(matter.registry_number, decision.registry_number):
            return matter
    return None
