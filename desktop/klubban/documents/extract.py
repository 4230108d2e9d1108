"""An extract: the first page's facts and the chosen paragraphs, to be certified as a true copy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.documents import (
    appendix,
    appendix_numbers,
    drafts,
    front_page,
    how_to_appeal,
    paragraph,
    signing,
    wording,
)
from klubban.documents.tree import Heading, Names, PageBreak, Separator, Signature, Signatures
from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.public_record import PublicRecord
from klubban.domain.verification import covers
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Text
    from klubban.domain.verification import Verification
    from klubban.i18n import Texts


@dataclass(frozen=True, slots=True)
class Certified:
    """By whom and when an extract is certified, where that is known when it is made."""

    name: str
    title: str = ""
    day: date | None = None


def build(
    meeting: Meeting,
    numbers: Iterable[int],
    *,
    language: str = "sv",
    certified: Certified | None = None,
    appeal: Collection[int] = (),
) -> Document:
    """Return the extract of some paragraphs, in the protocol's order.

    How to appeal against the paragraphs in `appeal` goes with it. Raises RuleBroken for a number that the
    meeting has not, or for none.
    """
    texts = texts_of(language)
    items = _chosen(meeting, set(numbers))
    kind = (
        texts.gettext("Extract of protocol")
        if meeting.body.rules.protocol
        else texts.gettext("Extract of notes")
    )
    draft = drafts.is_draft(meeting, items)
    nodes = [*_nodes(meeting, items, certified, texts)]
    with_appeal = [item for item in items if item.number in appeal]
    if found := how_to_appeal.nodes(meeting, with_appeal, texts) if with_appeal else ():
        nodes += [PageBreak(sheet=True), *found]
    return front_page.document(meeting, kind, nodes, texts, extract=True, draft=draft)


def _chosen(meeting: Meeting, numbers: set[int]) -> tuple[Item, ...]:
    if not numbers:
        raise RuleBroken("An extract needs at least one paragraph")
    for number in sorted(numbers):
        if meeting.item(number) is None:
            named = wording.number_in(meeting, number)
            raise RuleBroken("There is no § {number} in the protocol of this meeting", number=named)
    return tuple(item for item in meeting.items if item.number in numbers)


def _nodes(
    meeting: Meeting, items: Sequence[Item], certified: Certified | None, texts: Texts
) -> Iterator[Node]:
    yield from front_page.head(meeting, texts)
    listed = appendix_numbers.has_list(meeting)
    own = tuple(each for each in meeting.verifications if _covers(meeting, each, items))
    facts = front_page.facts(replace(meeting, verifications=own), texts, listed=listed)
    public = isinstance(meeting, PublicRecord)
    signed = () if public else _signed(meeting, items, texts)
    yield front_page.filled(_merged((*facts, *signed)))
    yield Separator()
    yield from paragraph.each(meeting, items, texts)
    yield from appendix.nodes(meeting, texts, items={item.id for item in items})
    if not public:
        yield from _certified(texts, certified, digital=meeting.body.rules.signed_digitally)


def _certified(texts: Texts, by: Certified | None, *, digital: bool) -> Iterator[Node]:
    """Walk what the certificate has: what is not known yet are lines to fill in by hand."""
    yield Separator()
    yield Heading(2, texts.gettext("Certified as a true extract"))
    sign = Signature(texts.gettext("Signature"), "")
    title, day = texts.pgettext("document", "Title"), texts.gettext("Date")
    if by is not None:
        dated = texts.date(by.day) if by.day else ""
        who = ", ".join(filter(None, (by.name, wording.small(by.title), dated)))
        lines = (sign,) if dated or digital else (sign, Signature(day, ""))
        yield Signatures(lines, (texts.pgettext("of an extract", "By"), who), digital=digital)
    elif digital:
        yield Signatures((sign,), digital=True)  # the signature holds the rest
    else:
        rest = (Signature(label, "") for label in (texts.gettext("Name in print"), title, day))
        yield Signatures((sign, *rest))


def _merged(rows: Iterable[front_page.Row]) -> Iterator[front_page.Row]:
    """Walk the rows, what is told below the same label as one."""
    found: dict[str, tuple[Text | Names, ...]] = {}
    for label, parts in rows:
        found[label] = (*found.get(label, ()), *parts)
    yield from found.items()


def _signed(meeting: Meeting, items: Sequence[Item], texts: Texts) -> tuple[front_page.Row, ...]:
    """Return who signed what is extracted; an extract of what is not verified yet says so."""
    if not meeting.body.rules.verified:
        return ()
    done = [each for each in meeting.verifications if meeting.is_done(each) and _covers(meeting, each, items)]
    if not done:
        return (front_page.row(texts.gettext("Verification"), texts.gettext("Not verified yet")),)
    numbers = Paragraphs.of(item.number for item in items if item.number is not None)
    label = texts.gettext("Signed by")
    return ((label, (Names(signing.signed(meeting, done, numbers, texts)),)),)


def _covers(meeting: Meeting, verification: Verification, items: Sequence[Item]) -> bool:
    return any(covers(meeting.verifications, verification, item.number) for item in items)
