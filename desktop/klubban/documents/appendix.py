"""The appendices of a protocol: the attendance list, written motions, how each voted, opinions in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import (
    attendance,
    divisions,
    motions,
    movers,
    opinions,
    paragraph,
    public_words,
    wording,
)
from klubban.documents.appendix_numbers import numbered
from klubban.documents.tree import Heading, PageBreak, Quiet
from klubban.domain.decided import Division, Motion, Opinion
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from klubban.documents.tree import Node
    from klubban.domain.meeting import Item, Meeting
    from klubban.i18n import Texts


def nodes(meeting: Meeting, texts: Texts, *, items: Collection[int] | None = None) -> Iterator[Node]:
    """Walk the appendices, each on a page of its own; of some items only, where those are named by id."""
    above = False
    for each in numbered(meeting):
        item = each.item
        if items is not None and (item is None or item.id not in items):
            continue
        apart = item is not None and paragraph.is_apart(meeting, item)
        yield PageBreak(sheet=apart or above)
        above = apart
        sign = texts.gettext("Appendix {number}").format(number=each.number)
        if item is None:
            yield Heading(2, texts.gettext("Attendance list"), sign)
            yield from attendance.table(meeting, texts)
        elif each.holds is None:
            yield Heading(2, texts.pgettext("of an appendix", "Left out"), sign)
            yield Text(runs_of(public_words.appendix_withheld(meeting, item, texts)))
        else:
            yield Heading(2, _title(item, each.holds, texts), sign)
            yield Quiet(f"{wording.sign_of(meeting, item)} {item.title}".strip())
            yield from _held(meeting, item, each.holds, texts)


def _title(item: Item, holds: Motion | Division | Opinion, texts: Texts) -> str:
    match holds:
        case Motion():
            return texts.gettext("Written motion")
        case Division():
            return divisions.title(holds, item, texts)
        case Opinion():
            return opinions.title(holds.kind, 1, texts)


def _held(meeting: Meeting, item: Item, holds: Motion | Division | Opinion, texts: Texts) -> Iterator[Node]:
    match holds:
        case Motion():
            yield from motions.alone(meeting, item, holds, texts)
        case Division():
            yield Text(runs_of(divisions.meaning(holds, texts)))
            yield divisions.table(holds, texts)
        case Opinion():
            yield Text(runs_of(wording.capital(movers.named(holds.by, texts, meeting))))
            yield from holds.text
