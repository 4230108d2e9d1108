"""What a body that only prepares found is what it proposes to the body that decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents.decision_words import decision
from klubban.domain.meeting import Outcome
from klubban.domain.settled import settled
from klubban.domain.text import plain

if TYPE_CHECKING:
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts
    from klubban.store.change import Change


def adopted_words(meeting: Meeting, item: Item, texts: Texts) -> Blocks:
    """Return what was adopted, as another body can decide it; nothing where that names the body itself."""
    found = settled(meeting, item)
    if found.outcome is not Outcome.DECIDED or found.main is None:
        return ()
    words = decision(meeting, replace(item, proposals=()), texts)
    return () if meeting.body.name in plain(words) else words


def propose_adopted(
    change: Change, before: tuple[Meeting, Item], after: tuple[Meeting, Item], texts: Texts
) -> bool:
    """Write what was adopted into proposals that she did not write; tell whether any is another now."""
    if not after[1].proposals:
        return False
    was, now = adopted_words(*before, texts), adopted_words(*after, texts)
    there = {each.id: each.decision for each in before[1].proposals}
    follows = [
        each.id
        for each in after[1].proposals
        if each.decision != now and each.decision in ((), *([was] if each.id in there else []))
        if each.id not in there or was != now
    ]
    for id_ in follows:
        change.update("proposal", id_, decision=now)
    return bool(follows)
