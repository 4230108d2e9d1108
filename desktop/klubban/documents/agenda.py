"""The agenda's items as the summons, its supplements and the announcement list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.documents.tree import AgendaEntry, Aside, ListedPaper
from klubban.domain.agenda import Act, ItemKind, Origin
from klubban.domain.agenda_order import Side
from klubban.domain.meeting import Stage
from klubban.domain.public import is_confidential
from klubban.domain.sendings import taken_off

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klubban.documents.tree import Node
    from klubban.domain.meeting import Document, Item, Meeting
    from klubban.domain.public import Shown
    from klubban.i18n import Texts


def name_of_list(meeting: Meeting, texts: Texts) -> str:
    """Return what the agenda is called: `Föredragningslista`, or where only notes are kept `Dagordning`."""
    formal = meeting.body.rules.protocol
    return texts.pgettext("formal", "Agenda") if formal else texts.pgettext("informal", "Agenda")


def name_of_side(side: Side | None, meeting: Meeting, texts: Texts) -> str:
    """Return the heading of a part of the agenda; who has no mandate takes a stand, and decides nothing."""
    if side is Side.DECISION and not meeting.body.rules.appealable:
        return texts.gettext("Items to take a stand on")
    return {
        Side.PROCEDURE: texts.gettext("Opening and procedure"),
        Side.INFORMATION: texts.gettext("Items for information"),
        Side.DECISION: texts.gettext("Items for decision"),
    }.get(side or Side.PROCEDURE, "")


def entry(
    shown: Shown,
    item: Item,
    texts: Texts,
    *,
    papers: Iterable[ListedPaper] | None = None,
    plain: bool = False,
) -> AgendaEntry:
    """Return an item; a plain one is without its presenters and papers, and `papers` are in place of all."""
    off = taken_off(item)
    listed = tuple(papers if papers is not None else _papers(item, texts))
    return AgendaEntry(
        number=shown.numbers[item.id],
        title=item.title,
        when="" if off or plain else wording.clock(item.start, None, texts),
        mark=_mark(shown.meeting, item, texts),
        off=off is not None,
        facts=tuple(
            _off_facts(item, texts, plain=plain) if plain or off else _facts(shown.meeting, item, texts)
        ),
        papers=() if plain or off else listed,
        after=() if plain or off else tuple(_to_come(item, texts)),
        key=item_key(item),
    )


def item_key(item: Item) -> str:
    """Return what links and bookmarks know an item by."""
    return f"item:{item.id}"


def paper_key(document: Document) -> str:
    """Return what links and bookmarks know a document by."""
    return f"document:{document.id}"


def paper_label(number: int, texts: Texts) -> str:
    """Return `Bilaga 3`."""
    return wording.held(texts.pgettext("of an item", "Appendix {number}").format(number=number))


def paper_of_item(number: int, item_number: str, texts: Texts) -> str:
    """Return `Bilaga 3 till punkt 12`."""
    return texts.gettext("Appendix {number} to item {item}").format(number=number, item=item_number)


def number_of(item: Item, document: Document) -> int:
    """Return a document's number among the item's: its own, or its place."""
    return document.number or item.documents.index(document) + 1


def paper(item: Item, document: Document, texts: Texts, said: str = "") -> ListedPaper:
    """Return a document of an item, with what is said of it after its title."""
    kept_apart = is_confidential(item, document)
    apart = texts.gettext("confidential, handed out separately") if kept_apart else ""
    title = " – ".join(part for part in (document.title, said or apart) if part)
    key = "" if kept_apart else paper_key(document)
    return ListedPaper(paper_label(number_of(item, document), texts), title, key)


def not_shown(shown: Shown, texts: Texts) -> Iterator[Node]:
    """Walk the sentence that says which items a public version leaves out."""
    if not shown.hidden:
        return
    line = texts.ngettext(
        "Item {numbers} is not shown here, since it is confidential.",
        "Items {numbers} are not shown here, since they are confidential.",
        len(shown.hidden),
    )
    yield Aside(line.format(numbers=wording.enumerated(shown.hidden, texts)))


def _mark(meeting: Meeting, item: Item, texts: Texts) -> str:
    off = taken_off(item)
    if off is Act.POSTPONED and meeting.stage in (Stage.PLANNED, Stage.SUMMONED):
        return texts.pgettext("on an agenda", "to be postponed")  # only the body itself postpones
    if off is Act.POSTPONED:
        return texts.pgettext("on an agenda", "postponed")
    if off is Act.WITHDRAWN:
        return texts.pgettext("on an agenda", "withdrawn")
    if any(each.act is Act.ADDED for each in item.acts):
        return texts.pgettext("on an agenda", "extra item")
    return ""


def _off_facts(item: Item, texts: Texts, *, plain: bool) -> Iterator[str]:
    """Walk the registry number, and of what is off when that was said, and why."""
    if item.registered_as:
        yield item.registered_as
    last = item.acts[-1] if item.acts and taken_off(item) and not plain else None
    if last and (said := ": ".join(filter(None, (texts.date(last.on) if last.on else "", last.reason)))):
        yield wording.capital(said)


def _facts(meeting: Meeting, item: Item, texts: Texts) -> Iterator[str]:
    """Walk registry number, length, what it is for and presenters, and where it comes from."""
    minutes = texts.ngettext("{count} minute", "{count} minutes", item.minutes or 0)
    first = (
        item.registered_as or "",
        wording.held(minutes.format(count=item.minutes)) if item.minutes else "",
        _what_for(meeting, item, texts),
        texts.pgettext("on an agenda", "Confidential") if item.confidential else "",
    )
    if any(first):
        yield " · ".join(part for part in first if part)
    if item.presenters:
        titled = any("," in presenter for presenter in item.presenters)
        names = "; ".join(item.presenters) if titled else wording.enumerated(item.presenters, texts)
        yield texts.ngettext("Presenter: {names}", "Presenters: {names}", len(item.presenters)).format(
            names=names
        )
    came = _came_from(item, texts)
    if came:
        yield came


def _what_for(meeting: Meeting, item: Item, texts: Texts) -> str:
    """Return what an item of a body without a mandate is for: there nobody can tell it from a decision."""
    if meeting.body.rules.appealable or item.kind is None:
        return ""
    return {
        ItemKind.INFORMATION: texts.pgettext("on an agenda", "information"),
        ItemKind.DISCUSSION: texts.pgettext("on an agenda", "discussion"),
        ItemKind.DECISION: texts.pgettext("on an agenda", "to take a stand on"),
        ItemKind.REPORT: texts.pgettext("on an agenda", "report"),
    }.get(item.kind, "")


def _to_come(item: Item, texts: Texts) -> Iterator[str]:
    awaited = [wording.small(each.title) for each in item.papers if each.arrived is None]
    if awaited:
        yield texts.gettext("Sent later: {titles}").format(titles=", ".join(awaited))


def _came_from(item: Item, texts: Texts) -> str:
    came = item.came_from
    if came is None or item.origin not in (Origin.POSTPONED, Origin.REFERRED_BACK, Origin.PROPOSED):
        return ""
    if item.origin is Origin.POSTPONED and not came.held:  # moved, for the body itself postponed nothing
        return texts.gettext("Moved from the meeting on {date}").format(date=texts.date(came.date))
    line = {
        Origin.POSTPONED: texts.gettext("Postponed by {body} on {date}"),
        Origin.REFERRED_BACK: texts.gettext("Referred back by {body} on {date}"),
    }.get(item.origin, texts.gettext("Proposed by {body} on {date}"))
    said = line.format(body=wording.small(came.body), date=texts.date(came.date))
    return f"{said}, {wording.number_sign(came.number)}" if came.number else said


def _papers(item: Item, texts: Texts) -> Iterator[ListedPaper]:
    for document in item.documents:
        yield paper(item, document, texts)
