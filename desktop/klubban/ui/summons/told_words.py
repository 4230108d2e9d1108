"""What is told of an agenda: what the next supplement says, what was sent, and who is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.wording import clock
from klubban.domain.agenda import Act
from klubban.domain.sendings import taken_off
from klubban.i18n import _, current, ngettext, pgettext
from klubban.ui.summons.words import moved, name, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.agenda import Sending, SentItem
    from klubban.domain.meeting import Item
    from klubban.domain.sendings import ChangedItem, NewDocument
    from klubban.ui.summons.sheet import SummonsSheet
    from klubban.ui.theme import Tone

Told = tuple[str, "Tone", str]
"""A word in a pill with its tone, and a sentence."""


# --- what is new


def news_lines(sheet: SummonsSheet) -> Iterator[Told]:
    """Walk what the next supplement tells."""
    told, numbers = sheet.news, sheet.numbers
    if told.moved:
        yield pgettext("in a supplement", "moved"), "late", moved(sheet)
    for item in told.items:
        yield pgettext("in a supplement", "new"), "accent", _item(numbers[item.id], item.title)
    for item in told.withdrawn:
        postponed = taken_off(item) is Act.POSTPONED
        pill = pgettext("on an agenda", "postponed") if postponed else pgettext("on an agenda", "withdrawn")
        yield pill, "soon", _item(numbers[item.id], item.title)
    for each in told.changed:
        yield pgettext("in a supplement", "changed"), "plain", " ".join(_changes(each))
    new = {item.id for item in told.items}
    for one in told.documents:
        if one.item.id not in new:
            yield _document(one, numbers[one.item.id])


def _item(number: str, title: str) -> str:
    return _("Item {number}, {title}").format(number=number, title=title)


def _changes(each: ChangedItem) -> Iterator[str]:
    facts = {
        "number": each.number,
        "before": each.told.number,
        "title": each.item.title,
        "old_title": each.told.title,
    }
    if each.restored:
        yield _("Item {number}, {title}, is taken up after all.").format(**facts)
    if each.retitled:
        yield _("Item {number} is now called {title}. It was called {old_title}.").format(**facts)
    if each.renumbered and not each.restored:
        yield _("Item {before}, {title}, is now item {number}.").format(**facts)


def _document(one: NewDocument, number: str) -> Told:
    line = _("Appendix {appendix} to item {item}, {title}")
    told = line.format(appendix=one.number, item=number, title=one.document.title)
    if one.replaces is not None:
        return pgettext("in a supplement", "replaced"), "soon", told
    return pgettext("in a supplement", "new"), "accent", told


# --- the agenda, and what was sent


def agenda_mark(item: Item, sheet: SummonsSheet) -> tuple[str, Tone]:
    """Return a word for an item that is not simply on the agenda."""
    off = taken_off(item)
    if off is Act.POSTPONED:
        return pgettext("on an agenda", "postponed"), "soon"
    if off is not None:
        return pgettext("on an agenda", "withdrawn"), "soon"
    if not sheet.news.first and item in sheet.news.items:
        return pgettext("in a supplement", "new"), "accent"
    return (_("confidential"), "plain") if item.confidential else ("", "plain")


def agenda(sheet: SummonsSheet) -> str:
    """Return what the agenda is called: `Föredragningslistan`, or for notes only `Dagordningen`."""
    return pgettext("formal", "The agenda") if sheet.formal else pgettext("informal", "The agenda")


def agenda_now(sheet: SummonsSheet) -> str:
    """Return the label of the agenda as it stands."""
    return pgettext("formal", "The agenda now") if sheet.formal else pgettext("informal", "The agenda now")


def agenda_facts(item: Item) -> str:
    """Return what is said below an item's title."""
    parts = [clock(item.start, None, current())] if item.start else []
    if item.presenters:
        parts.append(", ".join(item.presenters))
    if item.documents:
        count = len(item.documents)
        parts.append(ngettext("{count} document", "{count} documents", count).format(count=count))
    return " · ".join(parts)


def sending_line(sending: Sending, sheet: SummonsSheet) -> str:
    """Return what a sending held."""
    items, documents = len(sending.items), len(sending.documents)
    line = _("{what}, {when}: {items}, {documents}")
    return line.format(
        what=name(sending.number, sheet),
        when=when(sending),
        items=ngettext("{count} item", "{count} items", items).format(count=items),
        documents=ngettext("{count} document", "{count} documents", documents).format(count=documents),
    )


def fate(one: SentItem, sheet: SummonsSheet) -> str:
    """Return how an item that was told of stands now."""
    item = next((each for each in sheet.meeting.items if each.id == one.item), None)
    if item is None:
        return _("taken away")
    off = taken_off(item)
    if off is not None:
        return (
            pgettext("agenda", "is postponed") if off is Act.POSTPONED else pgettext("agenda", "is withdrawn")
        )
    parts = []
    if sheet.numbers[item.id] != one.number:
        parts.append(_("now item {number}").format(number=sheet.numbers[item.id]))
    if item.title != one.title:
        parts.append(_("now called ”{title}”").format(title=item.title))
    return ", ".join(parts) or _("as it was told")


def called(sheet: SummonsSheet) -> str:
    """Return how many can be reached by mail."""
    count = len(sheet.called.recipients)
    line = ngettext("One address gets the mail.", "{count} addresses get the mail.", count)
    return line.format(count=count)


def unreachable(sheet: SummonsSheet) -> str:
    """Return who cannot be reached by mail, by name."""
    names = sheet.called.unreachable
    line = ngettext(
        "{names} has no address that a mail can be sent to.",
        "{names} have no address that a mail can be sent to.",
        len(names),
    )
    return line.format(names=", ".join(names))
