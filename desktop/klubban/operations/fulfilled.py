"""The phrase by which an item's decision declares assignments fulfilled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from klubban.documents.assignment_words import fulfilled
from klubban.documents.written import own_text, text_of, written
from klubban.domain.assignment import Assignment
from klubban.domain.decided import Written
from klubban.domain.meeting import Meeting
from klubban.domain.own_text import noted
from klubban.domain.text import Block, Blocks, Points, Text, plain, runs_of, tidy
from klubban.i18n import texts
from klubban.operations.item_change import check_open
from klubban.operations.own_texts import set_said
from klubban.store import reads
from klubban.store.change import Change


def phrase(meeting: Meeting, one: Assignment) -> str:
    """Return the phrase as a meeting's body says it, in the organisation's language."""
    return fulfilled(one, texts(meeting.organisation.language), protocol=meeting.body.rules.protocol)


def say_in_decision(change: Change, item_id: int, found: Iterable[Assignment]) -> None:
    """Add to an item's decision that assignments are fulfilled, in her own words; not what it says already.

    Raises RuleBroken for a verified item, LookupError.
    """
    meeting = reads.meeting(change.connection, check_open(change, item_id))
    item = meeting.item_by_id(item_id)
    there = plain(item.decision)
    new = [words for one in found if (words := phrase(meeting, one)) not in there]
    if not new:
        return
    left = tidy(with_phrases(item.decision, new, points=meeting.body.rules.protocol))
    own, text = own_text(item, Written.DECISION), text_of(item, Written.DECISION)
    if own is None and text:
        change.update("item", item_id, decision=left)  # wholly hers
        return
    said = written(meeting, item, Written.DECISION, texts(meeting.organisation.language))
    set_said(change, item_id, Written.DECISION, left, noted(said, own, text, left))


def with_phrases(decision: Blocks, new: Sequence[str], *, points: bool) -> Blocks:
    """Return a decision with further sentences: as points where it has points, or would have several."""
    more = tuple(runs_of(words) for words in new)
    last: Block | None = decision[-1] if decision else None
    if isinstance(last, Points):
        return (*decision[:-1], Points((*last.items, *more)))
    if (
        points
        and len(decision) <= 1
        and (isinstance(last, Text) or last is None)
        and len(decision) + len(more) > 1
    ):
        first = (last.runs,) if isinstance(last, Text) else ()
        return (Points((*first, *more)),)
    return (*decision, *(Text(runs) for runs in more))
