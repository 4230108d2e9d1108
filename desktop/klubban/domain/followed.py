"""What is followed up, as duties with their days: assignments, inquiries, plans, situations, the wheel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from klubban.domain.body import Body
from klubban.domain.commitments_due import Follows, FollowUpDue
from klubban.domain.duty import Duty, Followed, Wanted
from klubban.domain.inquiries_due import InquiryDue, InquiryWants
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.situation import Reporting, owed
from klubban.domain.undertaken import Undertaken
from klubban.domain.wheel import TooFew
from klubban.domain.year_wheel import Spoke, State

_DECEMBER = 12
Bodies = Mapping[int, Body]


def of_assignments(
    found: Iterable[Undertaken], bodies: Bodies, until: dt.date | None = None
) -> Iterator[Duty]:
    """Walk open assignments: due on a day, stuck where nobody was asked, or without an answer.

    With `until` those that are due later are left out.
    """
    for one in found:
        duty = _of_assignment(one, bodies, until) if one.is_open else None
        if duty is not None:
            yield duty


def of_undated(found: Iterable[Undertaken], bodies: Bodies, today: dt.date) -> Iterator[Duty]:
    """Walk the open assignments that nothing is said of elsewhere: they have no day, and were answered."""
    for one in found:
        if one.is_open and _of_assignment(one, bodies) is None:
            yield _made(one, bodies, Wanted.ASSIGNMENT, one.on or today, has_day=False)


def _of_assignment(one: Undertaken, bodies: Bodies, until: dt.date | None = None) -> Duty | None:
    assignment, due = one.assignment, one.assignment.due_now
    if until is not None and due is not None and due > until:
        return None
    stuck, given = assignment.stuck, one.on
    if stuck is not None and stuck.taken_to is None:
        what, day = Wanted.STUCK, due or stuck.day
    elif due is not None:
        what, day = Wanted.ASSIGNMENT, due
    elif one.is_unanswered and given is not None:
        what, day = Wanted.UNANSWERED, given
    else:
        return None
    return _made(one, bodies, what, day)


def _made(one: Undertaken, bodies: Bodies, what: Wanted, day: dt.date, *, has_day: bool = True) -> Duty:
    assignment = one.shown().assignment
    to, stuck = assignment.to_now, assignment.stuck
    return Duty(
        what=what,
        day=day,
        has_last=assignment.due_now is not None,
        has_day=has_day,
        body=bodies.get(one.body or 0),
        held=one.on,
        paragraphs=Paragraphs.of([one.number]) if one.number is not None else None,
        names=(assignment.text or one.public_title or "",),
        follows=Followed.ASSIGNMENT,
        id=assignment.id,
        who=None if one.confidential else str(to),
        person=to.person,
        unanswered=one.meetings_without_answer if one.is_unanswered else 0,
        between=stuck.between if stuck is not None else (),
    )


_ABOUT_INQUIRIES = {
    InquiryWants.SEND: Wanted.SEND,
    InquiryWants.ANSWERS: Wanted.ANSWERS,
    InquiryWants.REMIND: Wanted.REMIND,
    InquiryWants.COMPILE: Wanted.COMPILE,
    InquiryWants.ANSWER: Wanted.REPLY,
}


def of_inquiries(found: Iterable[InquiryDue], bodies: Bodies) -> Iterator[Duty]:
    """Walk what inquiries want, and referrals that came from others."""
    for each in found:
        yield Duty(
            what=_ABOUT_INQUIRIES[each.wants],
            day=each.day,
            body=bodies.get(each.body or 0),
            matter=each.matter if each.inquiry is None else None,
            follows=Followed.INQUIRY if each.inquiry is not None else None,
            id=each.inquiry,
            names=(each.title,),
            who=", ".join(each.who) or None,
            counted=(each.answered, each.asked) if each.asked else None,
            item=each.item,
            meeting=each.meeting if each.item is not None else None,
            paragraphs=Paragraphs.of([each.number] if each.number is not None else []),
        )


_ABOUT_COMMITMENTS = {
    Follows.CHECKPOINT: Wanted.CHECKPOINT,
    Follows.REVIEW: Wanted.REVIEW,
    Follows.ENDS: Wanted.RUNS_OUT,
    Follows.ANSWER: Wanted.RECOMMENDATION,
    Follows.ACTIVITY: Wanted.ACTIVITY,
    Follows.YEARLY: Wanted.PROMISE,
    Follows.REPORT: Wanted.REPORT_TO,
}


def of_commitments(found: Iterable[FollowUpDue], bodies: Bodies) -> Iterator[Duty]:
    """Walk what plans and promises want."""
    for each in found:
        activity = each.what is Follows.ACTIVITY
        yield Duty(
            what=_ABOUT_COMMITMENTS[each.what],
            day=each.day,
            body=bodies.get(each.body),
            follows=Followed.COMMITMENT,
            id=each.commitment,
            part=each.part,
            names=((each.detail if activity else each.title) or "",),
            within=each.title if activity else each.detail,
            to=_name(each.to, bodies),
            source=each.statute,
        )


def of_situations(found: Iterable[Reporting], bodies: Bodies, today: dt.date) -> Iterator[Duty]:
    """Walk the situation reports that the body above waits for."""
    for each in owed(found, today):
        yield Duty(
            what=Wanted.SITUATION,
            day=each.meets_on,
            body=bodies.get(each.body),
            follows=Followed.SITUATION,
            id=each.body,
            to=_name(each.to, bodies),
        )


def _name(body: int | None, bodies: Bodies) -> str | None:
    return bodies[body].name if body is not None and body in bodies else None


def of_wheel(spokes: Iterable[Spoke], lacks: Iterable[object]) -> Iterator[Duty]:
    """Walk what a year's wheel had in a month that went by without it, and what the rules still ask for."""
    for each in spokes:
        if each.state is State.MISSED:
            yield Duty(
                what=Wanted.OBLIGATION,
                day=each.last_day,
                body=each.body,
                follows=Followed.STANDING,
                id=each.duty.id,
                names=(each.duty.title,),
                source=each.duty.source,
            )
    for lack in lacks:
        if isinstance(lack, TooFew) and lack.can_be_met:
            yield Duty(
                what=Wanted.MEETINGS,
                day=dt.date(lack.year, _DECEMBER, 31),
                body=lack.body,
                within=lack.type.name if lack.type else None,
                counted=(lack.found, lack.least),
            )
