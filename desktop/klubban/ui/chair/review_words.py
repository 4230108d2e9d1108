"""What a review says of itself: how many changes there are, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.merging import Status
from klubban.exchange.refused import Refused
from klubban.i18n import _, current, ngettext, pgettext
from klubban.ui.meeting import words as meeting_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.agenda import Lent
    from klubban.domain.meeting import Meeting
    from klubban.operations.chairs_copy import Review
    from klubban.operations.chairs_verdicts import Taken


def summary(review: Review) -> str:
    """Return who changed how much, in a sentence."""
    who = review.copy.by or review.copy.base.chair or _("The chair")
    count = len(review.moves)
    if not count:
        return _("{name} changed nothing").format(name=who)
    told = ngettext("{name} changed one thing", "{name} changed {count} things", count)
    return told.format(name=who, count=count)


def standing(review: Review) -> str:
    """Return how the changes stand, each sort with its number."""
    if review.moves and not review.pending:
        return _("All of it is dealt with. Ctrl+Z takes the last verdict back.")
    counted = {status: sum(each.status is status for each in review.moves) for status in Status}
    dealt = counted[Status.TAKEN] + counted[Status.LEFT]
    parts = (
        (counted[Status.APPLIES], pgettext("chair's changes", "{count} can be taken")),
        (
            counted[Status.CONFLICTS],
            ngettext("{count} conflicts", "{count} conflict", counted[Status.CONFLICTS]),
        ),
        (
            counted[Status.ALREADY],
            ngettext("{count} is so already", "{count} are so already", counted[Status.ALREADY]),
        ),
        (dealt, ngettext("{count} is dealt with", "{count} are dealt with", dealt)),
    )
    return ", ".join(told.format(count=count) for count, told in parts if count)


def lent_on(lent: Lent, today: date) -> str:
    """Return when a copy was lent, and how much of it has been judged."""
    day = meeting_words.day(lent.on, today)
    when = f"{day}, {current().time(lent.at)}" if lent.at else day
    count = len(lent.verdicts)
    if not count:
        return _("Lent on {when}; nothing of it has been judged").format(when=when)
    told = ngettext(
        "Lent on {when}; one change is judged", "Lent on {when}; {count} changes are judged", count
    )
    return told.format(when=when, count=count)


def title(meeting: Meeting, today: date) -> str:
    """Return body, day and start."""
    return meeting_words.title(meeting, today)


def refusal(error: Refused) -> str:
    """Return why a file was refused, and where in it."""
    told = _(error.expected).format(**error.facts)
    if not error.place:
        return told
    return _("{sentence} (at {place} in the file)").format(sentence=told, place=error.place)


def outcome(taken: Taken) -> str:
    """Return what was taken, and what was not and why."""
    said: list[str] = []
    if taken.done:
        count = len(taken.done)
        said.append(
            ngettext("{count} change was taken.", "{count} changes were taken.", count).format(count=count)
        )
    if taken.conflicts:
        count = len(taken.conflicts)
        told = ngettext("{count} conflicts and waits for you.", "{count} conflict and wait for you.", count)
        said.append(told.format(count=count))
    return " ".join([*said, *_rules(taken)])


def _rules(taken: Taken) -> Sequence[str]:
    return [_(each.template).format(**each.facts) for each in taken.refused.values()]
