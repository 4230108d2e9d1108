"""What must hold of what is followed up: keys once, questions that there are, periods that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.follow_up_rules import check_review
from klubban.domain.seats import check_term
from klubban.exchange.follow_up import ROOTS
from klubban.exchange.once import KEY_TAKEN, once
from klubban.exchange.refused import Refused, refusing
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klubban.exchange.meetings import OpenDocument


def check_follow_up(document: OpenDocument) -> None:
    """Raise Refused at the first thing that stands twice, or cannot be."""
    for name in ROOTS:
        keys = (((name, at, "key"), each.key) for at, each in enumerate(getattr(document, name)))
        once(document, keys, KEY_TAKEN)
    _check_due(document)
    _check_replies(document)
    for place, goal in enumerate(document.goals):
        if goal.green_from < goal.yellow_from:
            raise Refused(
                document.place("goals", place, "green_from"),
                N_("Expected an index from which it is green that is no less than the one for yellow"),
            )
    for place, commitment in enumerate(document.commitments):
        with refusing(document.place("commitments", place, "to")):
            check_term(commitment.from_date, commitment.to_date)
        with refusing(document.place("commitments", place, "review_months")):
            check_review(commitment.review_months)
    for name in ("belongs_to", "replaces"):
        _no_circles(document, name)


def _check_due(document: OpenDocument) -> None:
    """Refuse what was due before it was given."""
    for at, meeting in enumerate(document.meetings):
        for number, item in enumerate(meeting.items):
            for each, assignment in enumerate(item.assignments):
                if assignment.due is not None and assignment.due < meeting.date:
                    raise Refused(
                        document.place("meetings", at, "items", number, "assignments", each, "due"),
                        N_("The meeting was on {date}; nothing given at it was due before"),
                        date=meeting.date.isoformat(),
                    )
    for place, free in enumerate(document.assignments):
        if free.due is not None and free.given_on is not None and free.due < free.given_on:
            raise Refused(
                document.place("assignments", place, "due"),
                N_("Done by {due} is before the assignment was given, on {given}; give a later day"),
                due=free.due.isoformat(),
                given=free.given_on.isoformat(),
            )


def _check_replies(document: OpenDocument) -> None:
    for place, inquiry in enumerate(document.inquiries):
        for at, referee in enumerate(inquiry.referees):
            for number, reply in enumerate(referee.replies):
                steps = ("inquiries", place, "referees", at, "replies", number, "texts")
                asked = (((*steps, each, "question"), text.number) for each, text in enumerate(reply.texts))
                once(document, asked, N_("The question {what} is answered first at {first}"))
                for each, text in enumerate(reply.texts):
                    if text.number > len(inquiry.questions):
                        raise Refused(
                            document.place(*steps, each, "question"),
                            N_("There is no question {number}; there are {count}"),
                            number=text.number,
                            count=len(inquiry.questions),
                        )


def _no_circles(document: OpenDocument, name: str) -> None:
    above: Mapping[str, str | None] = {each.key: getattr(each, name) for each in document.commitments}
    for place, each in enumerate(document.commitments):
        upper, climbed = above[each.key], 0
        while upper is not None and climbed <= len(above):
            upper, climbed = above.get(upper), climbed + 1
        if upper is not None:
            raise Refused(
                document.place("commitments", place, name),
                N_("{key} would be part of itself"),
                key=each.key,
            )
