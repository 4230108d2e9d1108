"""A numbered supplement to the summons: only what is new, replaced or changed, and which."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import agenda, front_page, summons, wording
from klubban.documents.front_page import row
from klubban.documents.tree import AgendaEntry, Heading, Quiet
from klubban.domain.public import shown as shown_of
from klubban.domain.sendings import latest_news
from klubban.domain.text import Bullets, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.front_page import Row
    from klubban.documents.tree import Document, ListedPaper, Node
    from klubban.domain.meeting import Meeting
    from klubban.domain.public import Shown
    from klubban.domain.sendings import ChangedItem, NewDocument, News
    from klubban.i18n import Texts


def build(meeting: Meeting, *, language: str = "sv", to_public: bool = False) -> Document:
    """Return what is new since what was sent, or else the last supplement as it was sent.

    Raises RuleBroken when nothing was sent that there could be a supplement to, or nothing is new.
    """
    texts = texts_of(language)
    shown = shown_of(meeting, to_public=to_public)
    news = latest_news(meeting)
    told = news.within(shown.meeting) if to_public else news
    return front_page.document(
        shown.meeting, name_of(told, texts), _nodes(shown, told, texts), texts, plain=True
    )


def name_of(told: News, texts: Texts) -> str:
    """Return `Komplettering 2`."""
    return texts.gettext("Supplement {number}").format(number=told.number)


def _nodes(shown: Shown, told: News, texts: Texts) -> Iterator[Node]:
    meeting = shown.meeting
    yield Heading(1, meeting.body.name)
    line = texts.gettext("{supplement} to the summons to the meeting on {date}")
    if not meeting.body.rules.protocol:
        line = texts.gettext("{supplement} to the invitation to the meeting on {date}")
    yield Quiet(line.format(supplement=name_of(told, texts), date=wording.days(meeting, texts)))
    day_sent = next((each.on for each in meeting.sendings if each.number == told.number), None)
    issued = row(texts.pgettext("of a summons", "Issued"), texts.date(day_sent) if day_sent else "")
    senders = summons.senders(meeting, texts) if shown.to_public else ()
    yield front_page.filled((*_facts(meeting, told, texts), issued, *senders))
    if not meeting.cancelled_on:  # of a meeting that is not held nothing else is news
        yield from _news(shown, told, texts)
    if not shown.to_public:  # signatures are never published
        yield from summons.signatures(meeting, day_sent, texts)


def _news(shown: Shown, told: News, texts: Texts) -> Iterator[Node]:
    yield from _new_items(shown, told, texts)
    if told.withdrawn:
        yield Heading(2, texts.gettext("Items that are off the agenda or to be postponed"))
        yield from (agenda.entry(shown, item, texts) for item in told.withdrawn)
    yield from _changed(told, texts)
    yield from _documents(shown, told, texts)
    yield from agenda.not_shown(shown, texts)


def _facts(meeting: Meeting, told: News, texts: Texts) -> Iterator[Row]:
    if meeting.cancelled_on:
        line = texts.gettext("The meeting was cancelled on {date}.")
        yield row(texts.gettext("Cancelled"), line.format(date=texts.date(meeting.cancelled_on)))
    before = told.told
    if told.moved and before:
        line = texts.gettext("The meeting has been moved to {now}. It was to be {before}.")
        was = ", ".join(
            part
            for part in (
                wording.long_date(before.meeting_date, texts) if before.meeting_date else "",
                wording.clock(before.meeting_start, None, texts),
                before.place or "",
            )
            if part
        )
        now = ", ".join(
            part
            for part in (
                wording.long_date(meeting.date, texts),
                wording.clock(meeting.start, None, texts),
                meeting.place or "",
            )
            if part
        )
        yield row(texts.gettext("Moved"), line.format(now=now, before=was))
    yield row(texts.gettext("Time and place"), *summons.times_and_place(meeting, texts))


def _new_items(shown: Shown, told: News, texts: Texts) -> Iterator[Node]:
    if told.items:
        yield Heading(2, texts.gettext("New items"))
    for item in told.items:
        yield agenda.entry(shown, item, texts)


def _changed(told: News, texts: Texts) -> Iterator[Node]:
    """Walk what else has changed in items that were told of, in a sentence each."""
    lines = [line for each in told.changed for line in _sentences(each, texts)]
    if lines:
        yield Heading(2, texts.gettext("Changed items"))
        yield Bullets(tuple(runs_of(line) for line in lines))


def _sentences(each: ChangedItem, texts: Texts) -> Iterator[str]:
    facts = {
        "number": each.number,
        "before": each.told.number,
        "title": each.item.title,
        "old_title": each.told.title,
    }
    if each.restored:
        yield texts.gettext("Item {number}, {title}, is taken up after all.").format(**facts)
    if each.retitled:
        line = texts.gettext("Item {number} is now called {title}.")
        if each.told.title:
            line = texts.gettext("Item {number} is now called {title}. It was called {old_title}.")
        yield line.format(**facts)
    if each.renumbered and not each.restored:
        yield texts.gettext("Item {before}, {title}, is now item {number}.").format(**facts)


def _documents(shown: Shown, told: News, texts: Texts) -> Iterator[Node]:
    """Walk the documents that came to items told of before; those of new items stand with them."""
    new = {item.id for item in told.items}
    by_item: dict[int, list[NewDocument]] = {}
    for each in told.documents:
        if each.item.id not in new:
            by_item.setdefault(each.item.id, []).append(each)
    if by_item:
        yield Heading(2, texts.gettext("New and replaced documents"))
    for found in by_item.values():
        item = found[0].item
        papers = tuple(_paper(each, texts) for each in found)
        yield AgendaEntry(
            number=shown.numbers[item.id], title=item.title, papers=papers, key=agenda.item_key(item)
        )


def _paper(each: NewDocument, texts: Texts) -> ListedPaper:
    """Return a document, marked as new or with which one it takes the place of: `(ersätter bilaga 2)`."""
    listed = agenda.paper(each.item, each.document, texts)
    said = texts.pgettext("of a document", "new")
    if each.replaces is not None:
        line = texts.gettext("replaces {paper}")
        said = line.format(paper=wording.small(agenda.paper_label(each.replaces.number, texts)))
    return replace(listed, title=f"{listed.title} ({said})")
