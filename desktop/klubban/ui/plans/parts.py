"""The lines of a plan: its activities, the follow-ups that are planned, and those that were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import commitment_words as say
from klubban.documents import progress_words
from klubban.domain.commitment import Progress
from klubban.domain.text import plain
from klubban.i18n import _, current, pgettext
from klubban.ui.plans import words
from klubban.ui.plans.part_row import Part, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.commitment import Activity, Commitment, FollowUp
    from klubban.ui.plans.book import Book
    from klubban.ui.theme import Tone


def activities(one: Commitment, book: Book) -> Iterator[Part]:
    """Walk the activities in the order of the plan."""
    for each in one.activities:
        last = each.steps[-1] if each.steps else None
        yield Part(
            Sort.ACTIVITY,
            each.id,
            each.title,
            plain(last.text).strip() if last else "",
            _beside(each, book),
            words.activity(each, book.today),
            last.item if last else None,
        )


def _beside(of: Activity, book: Book) -> str:
    texts = current()
    planned = say.when(of, texts)
    parts = [
        "" if planned == "–" else planned,
        str(of.responsible or ""),
        of.purpose or "",
    ]
    last = of.steps[-1] if of.steps else None
    if of.progress is Progress.MOVED and of.due_now:
        parts.insert(0, pgettext("activity", "moved to {day}").format(day=words.day(of.due_now, book.today)))
    if progress_words.is_late(of, book.today):
        word = progress_words.activity_progress(of.progress, texts)
        parts.insert(0, ", ".join((word, say.late(of.due_now, book.today, texts))))
    if last is not None:
        noted = words.day(last.day, book.today)
        at = book.at.get(last.item or 0)
        sign = say.at(at, beside=last.day) if at else ""
        told = _("noted {day}").format(day=noted)
        parts.append(f"{told}, {sign}" if sign else told)
    return " · ".join(filter(None, parts))


def checkpoints(one: Commitment, book: Book) -> Iterator[Part]:
    """Walk the follow-ups that are planned still."""
    for each in one.checkpoints:
        if each.done_on is not None:
            continue
        left = say.late(each.day, book.today, current())
        tone: Tone = "late" if each.day < book.today else "plain"
        pill = words.marked_late(pgettext("plan", "late")) if tone == "late" else ""
        told = words.day(each.day, book.today)
        yield Part(Sort.CHECKPOINT, each.id, told, each.what or "", left, (pill, tone))


def follow_ups(one: Commitment, book: Book) -> Iterator[Part]:
    """Walk what was found, the last first."""
    for each in reversed(one.follow_ups):
        yield Part(
            Sort.FOLLOW_UP,
            each.id,
            words.day(each.day, book.today),
            plain(each.text).strip(),
            _noted(each, book),
            words.progress(each.progress, one.kind) if each.progress else ("", "plain"),
            each.item,
        )


def _noted(of: FollowUp, book: Book) -> str:
    at = book.at.get(of.item or 0)
    place = say.at(at, beside=of.day) if at else ""
    return " · ".join(filter(None, (place, at.title if at and at.title else "", of.by or "")))
