"""The agenda as the summons told of it, and what became of each item: moved, extra, withdrawn, postponed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.agenda import Act
from klubban.domain.agenda_order import agenda_numbers
from klubban.domain.meeting import Outcome, Stage
from klubban.i18n import _, pgettext
from klubban.ui.meeting import origin_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.agenda import SentItem
    from klubban.domain.meeting import Item, Meeting


@dataclass(frozen=True, slots=True)
class Became:
    """One item: its number and title as it was sent, and what became of it."""

    item: int
    number: str
    """Its number on the agenda that was sent; none for what came later."""
    title: str
    told: str
    """What became of it; no words for what stands as it was sent."""
    note: str = ""
    """Who proposed it, and when."""


def planned_and_done(meeting: Meeting, today: date) -> tuple[Became, ...]:
    """Return what was sent in the order it was sent, then what came later; nothing before a summons."""
    sent = _sent(meeting)
    if not sent:
        return ()
    items = {item.id: item for item in meeting.items}
    numbers = agenda_numbers(meeting.items)
    found = [
        Became(one.item, one.number, one.title, *_what(items.get(one.item), one, numbers, meeting, today))
        for one in sent.values()
    ]
    return (*found, *_later(meeting, sent, today))


def _sent(meeting: Meeting) -> dict[int, SentItem]:
    """Return each item as the first sending told of it."""
    found: dict[int, SentItem] = {}
    for sending in meeting.sendings:
        for one in sending.items:
            found.setdefault(one.item, one)
    return found


def _what(
    item: Item | None, one: SentItem, numbers: dict[int, str], meeting: Meeting, today: date
) -> tuple[str, str]:
    if item is None:
        return _("taken away"), ""
    notes = [_("It is called ”{title}” now.").format(title=item.title)] if one.title != item.title else []
    notes += [origin_words.act(item.acts[-1], today)] if item.acts else []
    note = " ".join(notes)
    if state := _off(item):
        return state, note
    parts = []
    if one.number != numbers[item.id]:
        parts.append(_("now item {number}").format(number=numbers[item.id]))
    if item.number is not None:
        parts.append(wording.sign_of(meeting, item))
    elif item.outcome is Outcome.REFERRED_BACK:
        parts.append(_("referred back"))
    elif meeting.stage not in (Stage.PLANNED, Stage.SUMMONED) and (item.decision or item.outcome):
        parts.append(_("dealt with"))
    return ", ".join(parts), note


def _off(item: Item) -> str:
    if item.outcome is Outcome.WITHDRAWN:
        return pgettext("agenda", "is withdrawn")
    return pgettext("agenda", "is postponed") if item.outcome is Outcome.POSTPONED else ""


def _later(meeting: Meeting, sent: dict[int, SentItem], today: date) -> Iterator[Became]:
    """Walk what no sending told of."""
    for item in meeting.items:
        if item.id not in sent:
            added = next((act for act in item.acts if act.act is Act.ADDED), None)
            told = [_("extra item"), wording.sign_of(meeting, item), _off(item)]
            note = origin_words.act(added, today) if added else ""
            yield Became(item.id, "", item.title, ", ".join(filter(None, told)), note)
