"""What the room of printing says: the documents by name, and how they are printed, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.i18n import _, current, ngettext, pgettext
from klubban.operations.export import Kind
from klubban.ui.output.offered import Group
from klubban.ui.output.sheets import pages_told, sheets, sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.meeting import Meeting
    from klubban.ui.output.offered import Offer
    from klubban.ui.output.print_jobs import How


def group(of: Group) -> str:
    """Return what stands above a group."""
    return {
        Group.RECORD: pgettext("documents", "After the meeting"),
        Group.EXTRACTS: pgettext("documents", "Extracts"),
        Group.LISTS: pgettext("documents", "Lists"),
        Group.SENT: pgettext("documents", "Before the meeting"),
    }[of]


def title(offer: Offer, meeting: Meeting) -> str:
    """Return the name of a document: `Utdrag § 63 Detaljplan för Ekbacken`."""
    if offer.paragraph is not None:
        item = meeting.item(offer.paragraph)
        sign = wording.sign_in(meeting, offer.paragraph)
        return f"{sign} {item.title}" if item is not None else sign
    formal = meeting.body.rules.protocol
    names = {
        Kind.PROTOCOL: _("Protocol") if formal else pgettext("document", "Notes"),
        Kind.NOTICE: _("Notice of verification"),
        Kind.CERTIFICATE: _("Certificate of notice"),
        Kind.ATTENDANCE: _("Attendance list"),
        Kind.DIVISIONS: _("List of votes"),
        Kind.ASSIGNMENTS: _("List of assignments"),
        Kind.ROLL: _("Sheet to call the roll by"),
        Kind.LABELS: _("Address labels"),
        Kind.DISPATCH: _("Dispatch note"),
        Kind.LEGAL_FORCE: _("Certificate of legal force"),
        Kind.HOW_TO_APPEAL: _("How to appeal"),
        Kind.CORRECTION: _("Correction"),
        Kind.SUMMONS: pgettext("document", "Summons") if formal else pgettext("document", "Invitation"),
        Kind.SUPPLEMENT: _("Supplement to the summons"),
        Kind.ANNOUNCEMENT: _("Announcement"),
    }
    name = names[offer.kind]
    return f"{name} {offer.place + 1}" if offer.place else name


def all_extracts(count: int) -> str:
    """Return what the row says that holds the extracts."""
    return ngettext("Extract of {count} paragraph", "Extracts of {count} paragraphs", count).format(
        count=count
    )


def pages(count: int) -> str:
    """Return `14 sidor`."""
    return ngettext("{count} page", "{count} pages", count).format(count=count)


def what(titles: Sequence[str], counts: Sequence[int], how: How | None) -> str:
    """Return what is printed, and on how many sheets, or saved; the pages where all of them are known."""
    several = pgettext("to print", "{count} documents").format(count=len(titles))
    told = titles[0] if len(titles) == 1 else several
    if len(counts) < len(titles):
        return told
    if how is None:
        return f"{told}, {pages(sum(counts))}"
    laid = sides(counts, how.pages, duplex=how.duplex)
    paper = sheets(len(laid), duplex=how.duplex)
    count = sum(side.page is not None for side in laid)
    on = ngettext("on {count} sheet", "on {count} sheets", paper).format(count=paper)
    return f"{told}, {pages(count)} {on}"


def how_told(how: How, printer: str, documents: int) -> str:
    """Return how it is printed: `2 exemplar, sidorna 1–4, på båda sidor, i svartvitt, på HP-3`."""
    parts = [ngettext("{count} copy", "{count} copies", how.copies).format(count=how.copies)]
    if how.pages:
        line = _("pages {pages} of each") if documents > 1 else _("pages {pages}")
        parts.append(line.format(pages=pages_told(how.pages)))
    parts.append(_("on both sides") if how.duplex else _("on one side"))
    parts.append(_("in colour") if how.colour else _("in black and white"))
    parts.append(_("on {printer}").format(printer=printer))
    return ", ".join(parts)


def job_name(offers: Sequence[Offer], meeting: Meeting) -> str:
    """Return what the printer's queue calls it, which others see: an extract by its number alone."""
    whose = f"{meeting.body.name} {current().date(meeting.date)}"
    if len(offers) != 1:
        return whose
    number = offers[0].paragraph
    name = wording.sign_in(meeting, number) if number is not None else title(offers[0], meeting)
    return f"{name}, {whose}"


def printed(count: int, paper: int) -> str:
    """Return what was handed over: `14 sidor på 7 ark`."""
    on = ngettext("on {count} sheet", "on {count} sheets", paper).format(count=paper)
    return f"{pages(count)} {on}"


def nothing() -> str:
    """Return what is said where there is nothing to print."""
    return _("Tick what is to be printed or saved, or take it in hand.")


def no_printer(*, known: bool) -> str:
    """Return what is said where no printer is known."""
    if not known:
        return _("Looking for printers …")
    return _("No printer was found on this computer.")
