"""The sheet that a roll is called by, before the meeting: a box for each who may come, and what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import attending, front_page, presiding, wording
from klubban.documents.tree import Grouped, Heading, Quiet
from klubban.domain.roll import Coming, OnRollAs
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Meeting
    from klubban.domain.roll import CallUp, RollLine
    from klubban.i18n import Texts

_BOX = "☐"
_WIDTHS, _WIDTHS_APART = (236.0, 56.0), (164.0, 138.0, 52.0)
"""Of the columns but for remarks, which have room for a hand; the latter with one for organisations."""


def build(meeting: Meeting, *, language: str = "sv") -> Document:
    """Return the sheet of those on the meeting's roll, which may be one that is not begun yet."""
    texts = texts_of(language)
    kind = texts.gettext("Roll call")
    return front_page.document(meeting, kind, _nodes(meeting, kind, texts), texts, plain=True)


def _nodes(meeting: Meeting, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    yield Quiet(wording.which_meeting(meeting, texts, planned=True))
    lines = meeting.roll.lines
    if not lines:
        yield Text(runs_of(texts.gettext("The body has no seats yet.")))
        return
    head = (
        texts.gettext("Name"),
        *([texts.gettext("Organisation")] if _represents(lines) else []),
        texts.pgettext("column", "There"),
        texts.gettext("Remarks"),
    )
    groups = (
        (title, tuple(_row(meeting, line, texts) for line in chosen))
        for title, chosen in _groups(lines, texts)
    )
    widths = _WIDTHS_APART if _represents(lines) else _WIDTHS
    yield Grouped(head, tuple(groups), by_hand=True, widths=widths)


def _represents(lines: Sequence[RollLine]) -> bool:
    """Tell whether others than officials represent organisations; else those stand beside the names."""
    return any(line.represents for line in lines if line.role is not OnRollAs.OFFICIAL)


def _row(meeting: Meeting, line: RollLine, texts: Texts) -> tuple[str, ...]:
    """Return name, organisation where there are any, the box to tick, and what is known already."""
    apart = _represents(meeting.roll.lines)
    organisation = [line.represents or ""] if apart else []
    name = _name(meeting, line, texts)
    if line.represents and not apart:
        name = f"{name}, {line.represents}"
    return (name, *organisation, _BOX if line.who else "", _remarks(meeting, line, texts))


def _groups(lines: Sequence[RollLine], texts: Texts) -> Iterator[tuple[str, list[RollLine]]]:
    titles = {
        OnRollAs.ALTERNATE: texts.gettext("Alternates"),
        OnRollAs.CO_OPTED: texts.pgettext("people", "Co-opted"),
        OnRollAs.STAFF_REPRESENTATIVE: texts.gettext("Staff representatives"),
        OnRollAs.OFFICIAL: texts.gettext("Officials"),
        OnRollAs.GUEST: texts.pgettext("people", "Invited"),
        OnRollAs.OTHER: texts.gettext("Others"),
    }
    members = [line for line in lines if line.role.has_seat]
    if members:
        yield texts.gettext("Members"), members
    for role, title in titles.items():
        found = [line for line in lines if line.role is role]
        if found:
            yield title, found


def _name(meeting: Meeting, line: RollLine, texts: Texts) -> str:
    """Return a name with the office or the title beside it."""
    if line.who is None:
        return attending.vacant_seat(line, texts)
    title = wording.small(line.title or "") if not line.role.has_seat or not line.who.party else ""
    beside = presiding.office(meeting, line, texts) or title
    return ", ".join(part for part in (str(line.who), beside) if part)


def _remarks(meeting: Meeting, line: RollLine, texts: Texts) -> str:
    who = line.who
    if who is None:
        return ""
    told = any(each.told and who.is_same(each.who) for each in meeting.absent)
    remarks = [texts.gettext("absence told")] if told else []
    for call_up in meeting.call_ups:
        if who.is_same(call_up.who):
            remarks.append(_called(call_up, texts))
        elif told and who.is_same(call_up.for_) and call_up.answer is Coming.YES:
            remarks.append(texts.gettext("{name} comes instead").format(name=call_up.who))
    if line.instead_of:
        remarks.append(texts.gettext("for {member}").format(member=line.instead_of))
    return "; ".join(remarks)


def _called(call_up: CallUp, texts: Texts) -> str:
    """Return what an alternate who was asked has answered."""
    match call_up.answer:
        case Coming.YES if call_up.for_:
            return texts.gettext("comes for {member}").format(member=call_up.for_)
        case Coming.YES:
            return texts.gettext("comes")
        case Coming.NO:
            return texts.gettext("asked, cannot come")
        case _:
            return texts.gettext("asked, has not answered")
