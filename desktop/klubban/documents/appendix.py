"""The appendices of a protocol: the attendance list, written motions, how each voted, opinions in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import attendance, divisions, motions, movers, opinions, wording
from klubban.documents.appendix_numbers import Of, numbered
from klubban.documents.tree import Heading, PageBreak, Quiet
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from klubban.documents.appendix_numbers import Numbered
    from klubban.documents.tree import Node
    from klubban.domain.decided import Division, Motion, Opinion
    from klubban.domain.meeting import Item, Meeting
    from klubban.i18n import Texts


def nodes(meeting: Meeting, texts: Texts, *, items: Collection[int] | None = None) -> Iterator[Node]:
    """Walk the appendices, each on a page of its own; of some items only, where those are named by id."""
    for each in numbered(meeting):
        if items is not None and (each.item is None or each.item.id not in items):
            continue
        yield PageBreak()
        sign = texts.gettext("Appendix {number}").format(number=each.number)
        yield Heading(2, _title(each, texts), sign)
        if each.item is None:
            yield from attendance.table(meeting, texts)
        else:
            yield Quiet(_paragraph(meeting, each.item))
            yield from _held(meeting, each, texts)


def _title(of: Numbered, texts: Texts) -> str:
    match of.of:
        case Of.ATTENDANCE:
            return texts.gettext("Attendance list")
        case Of.MOTION:
            return texts.gettext("Written motion")
        case Of.DIVISION:
            return divisions.title(_division(of), of.item, texts) if of.item else ""
        case Of.OPINION:
            return opinions.title(_opinion(of).kind, 1, texts)


def _paragraph(meeting: Meeting, item: Item) -> str:
    sign = wording.sign_of(meeting, item)
    return f"{sign} {item.title}".strip()


def _held(meeting: Meeting, of: Numbered, texts: Texts) -> Iterator[Node]:
    match of.of:
        case Of.MOTION:
            motion = _motion(of)
            yield from motions.alone(meeting, of.item, motion, texts) if of.item else motion.text
        case Of.DIVISION:
            yield Text(runs_of(divisions.meaning(_division(of), texts)))
            yield divisions.table(_division(of), texts)
        case Of.OPINION:
            opinion = _opinion(of)
            yield Text(runs_of(wording.capital(movers.named(opinion.by, texts, meeting))))
            yield from opinion.text


def _motion(of: Numbered) -> Motion:
    return next(each for each in (of.item.motions if of.item else ()) if each.id == of.id)


def _division(of: Numbered) -> Division:
    return next(each for each in (of.item.divisions if of.item else ()) if each.id == of.id)


def _opinion(of: Numbered) -> Opinion:
    return next(each for each in (of.item.opinions if of.item else ()) if each.id == of.id)
