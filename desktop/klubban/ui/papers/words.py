"""What is said of a paper: its sort, its size, where it belongs, what state it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.agenda_order import agenda_numbers
from klubban.domain.media import Media
from klubban.i18n import _, current, pgettext

if TYPE_CHECKING:
    from klubban.domain.meeting import Document, Item, Meeting

_KILO = 1000
_TENTHS = 10_000_000
"""Below 10 MB a tenth says something."""


def sort(document: Document) -> str:
    """Return what sort of paper a document is, in a word."""
    try:
        media = Media(document.media_type or "")
    except ValueError:
        return ""
    match media:
        case Media.PDF:
            return "PDF"
        case Media.DOCX | Media.DOC:
            return "Word"
        case Media.ODT | Media.ODS | Media.ODP:
            return "OpenDocument"
        case _:
            return _("Picture ({sort})").format(sort=media.name)


def size(count: int) -> str:
    """Return a number of bytes as people say it."""
    if count < _KILO:
        return _("{count} bytes").format(count=count)
    if count < _KILO**2:
        return _("{count} kB").format(count=round(count / _KILO))
    whole = count >= _TENTHS
    number = f"{count / _KILO**2:.{0 if whole else 1}f}"
    return _("{count} MB").format(count=number.replace(".", pgettext("decimal mark", ".")))


def facts(document: Document) -> str:
    """Return the quiet line below a title: sort and size, or that there is only a title."""
    if document.size is None:
        return _("the paper is elsewhere") if document.sha256 else _("only a title, no paper yet")
    return ", ".join(filter(None, (sort(document), size(document.size))))


def place(meeting: Meeting, item: Item, document: Document) -> str:
    """Return where a document belongs: "Bilaga 2 till punkt 7"."""
    point = agenda_numbers(meeting.items).get(item.id, "")
    if document.number is None:
        return _("Item {point}").format(point=point)
    return _("Appendix {number} to item {point}").format(number=document.number, point=point)


def about(meeting: Meeting, item: Item, document: Document) -> str:
    """Return the line below a paper's title."""
    where = f"{meeting.body.name}, {current().date(meeting.date)}"
    said = (place(meeting, item, document), item.title, where, facts(document))
    return " · ".join(filter(None, said))
