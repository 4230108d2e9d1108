"""What is to be looked at before verification: facts against a rule, and records that contradict presence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.attendance import Service
from klubban.domain.contradictions import Contradicts, contradictions
from klubban.domain.deviations import findings
from klubban.domain.roll import Deviates
from klubban.i18n import _
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.deviations import Finding
    from klubban.domain.meeting import Meeting


def sentences(meeting: Meeting) -> list[str]:
    """Return a sentence for each thing to look at; of what was decided already, when a roll was called."""
    return [*_deviating(meeting), *_contradicting(meeting)]


def _deviating(meeting: Meeting) -> Iterator[str]:
    if not meeting.roll.lines:
        return
    items = {item.id: item for item in meeting.items}
    for found in findings(Service(meeting.roll, meeting.agenda, meeting.body), meeting.items):
        item = items.get(found.item)
        # How it would be at items that are not dealt with yet is no fact.
        if item and (found.noted or item.decision or item.outcome):
            told = _words(found).format(item=words.item_name(item), name=found.who or "")
            reason = found.reason or _("No reason is noted.")
            yield f"{told} {reason}"


def _words(found: Finding) -> str:
    return {
        Deviates.QUORUM: _("{item} was decided without a quorum."),
        Deviates.DISQUALIFIED: _("{item}: {name} took part although disqualified."),
        Deviates.RETURN: _("{item}: {name} served again after having left."),
        Deviates.REMOTE: _("{item}: {name} took part remotely, which the body’s rules do not let."),
        Deviates.OTHER: _("{item}: two decisions about {name}.") if found.ruling else _("{item}: {name}"),
    }[found.rule]


def _contradicting(meeting: Meeting) -> Iterator[str]:
    told = {
        Contradicts.VOTED: _("{item}: {name} has a vote, and did not serve."),
        Contradicts.RESERVED: _("{item}: {name} has a reservation, and took no part in the decision."),
        Contradicts.VERIFIES: _("{item}: {name} verifies it, and was disqualified."),
        Contradicts.PRESIDED: _("{item}: {name} presided, and verifies it too."),
    }
    for each in contradictions(meeting):
        yield told[each.what].format(item=words.item_name(each.item), name=each.who)
