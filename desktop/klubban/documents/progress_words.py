"""How far activities, plans and promises have come: a word that fits the kind, with a shape beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.wording import NBSP, capital, held
from klubban.domain.commitment import CommitmentKind, Progress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.commitment import Activity, Commitment
    from klubban.i18n import Texts

SHAPES = {
    Progress.PLANNED: "○",
    Progress.UNDER_WAY: "▶",
    Progress.PARTLY: "◆",
    Progress.DONE: "●",
    Progress.CANCELLED: "×",
    Progress.MOVED: "→",
}
"""What stands beside the word, for those who look before they read."""


def activity_progress(of: Progress, texts: Texts) -> str:
    """Return how far an activity has come, in a word."""
    words = {
        Progress.PLANNED: texts.pgettext("activity", "planned"),
        Progress.UNDER_WAY: texts.pgettext("activity", "under way"),
        Progress.PARTLY: texts.pgettext("activity", "done in part"),
        Progress.DONE: texts.pgettext("activity", "done"),
        Progress.CANCELLED: texts.pgettext("activity", "cancelled"),
        Progress.MOVED: texts.pgettext("activity", "moved"),
    }
    return words[of]


def progress(of: Progress, whose: CommitmentKind, texts: Texts) -> str:
    """Return how far a plan or promise has come, in a word that fits its kind."""
    if whose is CommitmentKind.PROMISE:
        words = {
            Progress.PLANNED: texts.pgettext("promise", "not begun"),
            Progress.UNDER_WAY: texts.pgettext("promise", "under way"),
            Progress.PARTLY: texts.pgettext("promise", "kept in part"),
            Progress.DONE: texts.pgettext("promise", "kept"),
            Progress.CANCELLED: texts.pgettext("promise", "given up"),
            Progress.MOVED: texts.pgettext("promise", "put off"),
        }
    elif whose is CommitmentKind.RECOMMENDATION:
        words = {
            Progress.PLANNED: texts.pgettext("recommendation", "not dealt with yet"),
            Progress.UNDER_WAY: texts.pgettext("recommendation", "under way"),
            Progress.PARTLY: texts.pgettext("recommendation", "dealt with in part"),
            Progress.DONE: texts.pgettext("recommendation", "dealt with"),
            Progress.CANCELLED: texts.pgettext("recommendation", "not followed"),
            Progress.MOVED: texts.pgettext("recommendation", "put off"),
        }
    else:
        words = {
            Progress.PLANNED: texts.pgettext("plan", "not begun"),
            Progress.UNDER_WAY: texts.pgettext("plan", "under way"),
            Progress.PARTLY: texts.pgettext("plan", "carried out in part"),
            Progress.DONE: texts.pgettext("plan", "carried out"),
            Progress.CANCELLED: texts.pgettext("plan", "given up"),
            Progress.MOVED: texts.pgettext("plan", "put off"),
        }
    return words[of]


def progress_of(count: int, of: Progress, whose: CommitmentKind | None, texts: Texts) -> str:
    """Return how far so many have come, in a word; without a kind they are activities."""
    one = activity_progress(of, texts) if whose is None else progress(of, whose, texts)
    if count == 1:
        return one
    if whose is CommitmentKind.PROMISE:
        several = {
            Progress.PLANNED: texts.pgettext("promises", "not begun"),
            Progress.PARTLY: texts.pgettext("promises", "kept in part"),
            Progress.DONE: texts.pgettext("promises", "kept"),
            Progress.MOVED: texts.pgettext("promises", "put off"),
        }
    elif whose is CommitmentKind.RECOMMENDATION:
        several = {
            Progress.PLANNED: texts.pgettext("recommendations", "not dealt with yet"),
            Progress.PARTLY: texts.pgettext("recommendations", "dealt with in part"),
            Progress.DONE: texts.pgettext("recommendations", "dealt with"),
            Progress.MOVED: texts.pgettext("recommendations", "put off"),
        }
    else:
        several = {
            Progress.PLANNED: texts.pgettext("activities", "planned"),
            Progress.PARTLY: texts.pgettext("activities", "done in part"),
            Progress.DONE: texts.pgettext("activities", "done"),
            Progress.CANCELLED: texts.pgettext("activities", "cancelled"),
            Progress.MOVED: texts.pgettext("activities", "moved"),
        }
    return several.get(of, one)


def marked(of: Progress, word: str) -> str:
    """Return a word of progress with its shape: `● Genomförd`."""
    return f"{SHAPES[of]}{NBSP}{capital(word)}"


def is_known(of: Commitment) -> bool:
    """Tell whether it is known how far a plan or promise has come; what nobody dealt with is so till then."""
    return of.kind is CommitmentKind.RECOMMENDATION or any(each.progress for each in of.follow_ups)


def standing(of: Commitment, texts: Texts) -> str:
    """Return how far a plan or promise has come, with its shape; or that nobody has said so yet."""
    unknown = texts.gettext("not followed up yet")
    return marked(of.progress, progress(of.progress, of.kind, texts) if is_known(of) else unknown)


def stands(of: Activity, texts: Texts) -> str:
    """Return how far an activity has come, with its shape, and to which day it was moved."""
    told = marked(of.progress, activity_progress(of.progress, texts))
    if of.progress is Progress.MOVED and of.due_now:
        to = texts.pgettext("moved", "to {day}").format(day=of.due_now.isoformat())
        told = f"{told} {held(to)}"
    return told


def counted(activities: Sequence[Activity], today: date, texts: Texts) -> str:
    """Return how many activities there are and how far they have come, in a sentence or two."""
    if not activities:
        return ""
    many = texts.ngettext("{count} activity", "{count} activities", len(activities))
    told = [
        f"{count} {progress_of(count, each, None, texts)}"
        for each in Progress
        if (count := sum(one.progress is each for one in activities))
    ]
    late = sum(is_late(one, today) for one in activities)
    line = f"{many.format(count=len(activities))}: {', '.join(told)}."
    if late:
        behind = texts.ngettext("{count} is late.", "{count} are late.", late)
        line = f"{line} {behind.format(count=late)}"
    return line


def is_late(of: Activity, today: date) -> bool:
    """Tell whether an activity is past its day and not over."""
    return of.due_now is not None and of.due_now < today and not of.progress.is_over
