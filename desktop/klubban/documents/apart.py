"""The protocol of paragraphs that are verified apart: at once, or since they are confidential."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import appendix, drafts, front_page, paragraph, signing, spans, title_page, wording
from klubban.documents.tree import Quiet
from klubban.domain import presided
from klubban.domain.meeting import Presiding
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.stages import items_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Attendee, Item, Meeting
    from klubban.domain.verification import Verification
    from klubban.i18n import Texts


def build(meeting: Meeting, verification: Verification, *, language: str = "sv") -> Document:
    """Return a protocol of a verification's paragraphs alone: the first page, those paragraphs, who signs."""
    texts = texts_of(language)
    items = items_of(meeting, verification)
    kind = front_page.kind_of_record(meeting, texts)
    if verification.paragraphs:  # on each page, so that it is not taken for a page of the protocol itself
        kind = f"{kind}, {wording.signs_in(meeting, verification.paragraphs)}"
    # What stands on the first page is of these paragraphs; the rest of the protocol is told of nowhere here.
    told = replace(meeting, verifications=(verification,))
    nodes = (*_nodes(meeting, told, verification, items, texts), *_appendices(meeting, items, texts))
    made = front_page.document(told, kind, nodes, texts, draft=drafts.is_draft(meeting, items))
    if meeting.is_done(verification):
        made = replace(made, running=replace(made.running, initials=None))
    return made


def _nodes(
    meeting: Meeting, told: Meeting, verification: Verification, items: Sequence[Item], texts: Texts
) -> Iterator[Node]:
    yield from front_page.head(meeting, texts)
    if verification.paragraphs:
        yield Quiet(_which(meeting, verification, texts))
    known = _as_of(told, verification, items)
    facts = front_page.with_control(front_page.facts(known, texts), told, [verification], texts)
    signatures = signing.lines_to_sign(told, texts, verification)
    yield from title_page.arranged(front_page.filled(facts), None, signatures)
    yield from paragraph.each(meeting, items, texts)


def _which(meeting: Meeting, verification: Verification, texts: Texts) -> str:
    assert verification.paragraphs is not None  # noqa: S101 - only then there is a document of its own
    count = len(list(verification.paragraphs))
    line = texts.ngettext("Confidential paragraph, {signs}", "Confidential paragraphs, {signs}", count)
    if verification.immediate:
        line = texts.ngettext(
            "Immediately verified paragraph, {signs}", "Immediately verified paragraphs, {signs}", count
        )
    return line.format(signs=wording.signs_in(meeting, verification.paragraphs))


def _as_of(meeting: Meeting, verification: Verification, items: Sequence[Item]) -> Meeting:
    """Return a meeting with those alone who were there for some items.

    What happens later, to others or to these, must not change the page that is signed. When the meeting ended
    is not known where it goes on.
    """
    there = (_there(meeting, one, items) for one in meeting.attendance)
    known = replace(
        meeting,
        attendance=tuple(one for one in there if one is not None),
        presiding=_presiding(meeting, items),
    )
    return replace(known, end=None, end_date=None, recesses=()) if verification.immediate else known


def _there(meeting: Meeting, one: Attendee, items: Sequence[Item]) -> Attendee | None:
    """Return somebody as they were there for some items; None for whom that was not so."""
    if one.paragraphs is None and not one.items and one.partly is None:
        return one
    places = spans.places_attended(meeting, one) or ()
    own = [item for item in items if meeting.items.index(item) + 1 in places]
    numbers = {item.number for item in items}
    partly = Paragraphs.of(number for number in one.partly or () if number in numbers)
    if not own and partly is None:
        return None
    if len(own) == len(items):
        return replace(one, paragraphs=None, items=(), partly=partly, came_at=None, went_at=None)
    kept = Paragraphs.of(item.number for item in own if item.number is not None)
    return replace(one, paragraphs=kept, items=tuple(item.id for item in own), partly=partly)


def _presiding(meeting: Meeting, items: Sequence[Item]) -> tuple[Presiding, ...]:
    if not meeting.presiding:
        return ()
    turns = presided.within(meeting, Paragraphs.of(item.number for item in items if item.number is not None))
    return (Presiding(who=turns[0].who),) if len(turns) == 1 else turns


def _appendices(meeting: Meeting, items: Sequence[Item], texts: Texts) -> Iterator[Node]:
    return appendix.nodes(meeting, texts, items={item.id for item in items})
