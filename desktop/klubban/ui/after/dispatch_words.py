"""What the step of dispatch says of recipients, and of what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import dispatch_words, wording
from klubban.domain.afterwards import DispatchWay
from klubban.i18n import _, current, ngettext
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klubban.domain.address_book import Recipient
    from klubban.domain.dispatching import Part, Plan, Sent
    from klubban.domain.meeting import Meeting
    from klubban.ui.after.dispatch_sheet import Row


def standing(plan: Plan, rows: Sequence[Row]) -> str:
    """Return where the dispatch stands, in a sentence."""
    if not plan.lines:
        return _("No paragraph has anybody to be sent to.")
    if not rows:
        return _("Everything has been sent.")
    ticked = sum(row.ticked for row in rows)
    left = len(rows) - ticked
    if not ticked:
        return ngettext(
            "{count} extract is left to send; something holds it back.",
            "{count} extracts are left to send; something holds them back.",
            left,
        ).format(count=left)
    told = ngettext("{count} extract is to be sent", "{count} extracts are to be sent", ticked)
    if not left:
        return _("{sentence}.").format(sentence=told.format(count=ticked))
    rest = ngettext("{count} is not ticked.", "{count} are not ticked.", left)
    return _("{sentence}; {rest}").format(sentence=told.format(count=ticked), rest=rest.format(count=left))


def send(count: int) -> str:
    """Return what the main act does."""
    return ngettext("Send {count} extract", "Send {count} extracts", count).format(count=count)


def below(meeting: Meeting, row: Row, today: date) -> str:
    """Return what stands below a recipient: which paragraphs, which way, and why again."""
    parts = row.line.parts
    told = [dispatch_words.signs(meeting, (part.number for part in parts)), _way(row.line.recipient)]
    told += _because(parts, today)
    return " · ".join(filter(None, told))


def _way(recipient: Recipient) -> str:
    if recipient.lacks_address:
        return _("no address yet")
    where = ", ".join((recipient.reached_at or "").splitlines())
    way = dispatch_words.way(recipient.way, current())
    if recipient.way is DispatchWay.INTERNAL:
        return _("internally, into their preparation")
    return _("{way} to {address}").format(way=way, address=where) if where else way


def _because(parts: Sequence[Part], today: date) -> Iterator[str]:
    if any(not part.verified for part in parts):
        yield _("not verified yet")
    elif any(part.confidential for part in parts):
        yield _("confidential: it goes only if you tick it")
    again = [part for part in parts if part.sent]
    if again:
        day = words.day(again[0].sent[-1].sent_on, today)
        if any(part.corrected for part in again):
            yield _("corrected since it was sent {day}").format(day=day)
        elif any(part.came_back for part in again):
            yield _("came back; was sent {day}").format(day=day)
        else:
            yield _("once more; was sent {day}").format(day=day)


def sent(meeting: Meeting, each: Sent, today: date) -> tuple[str, str]:
    """Return who was sent something, and what, how, when and by whom."""
    day = words.day(each.sent_on, today)
    when = f"{day} {current().time(each.sent_at)}" if each.sent_at else day
    told = [
        dispatch_words.signs(meeting, each.numbers),
        dispatch_words.way(each.way, current()),
        ", ".join(filter(None, (when, each.by))),
    ]
    if each.returned_on:
        told.append(_("came back {day}").format(day=words.day(each.returned_on, today)))
    if each.note:
        told.append(each.note)
    return each.recipient, " · ".join(filter(None, told))


def done(count: int, mails: int, folder: str) -> str:
    """Return what was written, and what is left to do with it."""
    told = ngettext(
        "{count} extract is in {folder} and noted as sent.",
        "{count} extracts are in {folder} and noted as sent.",
        count,
    ).format(count=count, folder=folder)
    if not mails:
        return told
    drafts = ngettext(
        "Open the mail draft and send it.", "Open the {count} mail drafts and send them.", mails
    )
    return f"{told} {drafts.format(count=mails)}"


def extract_of(meeting: Meeting, row: Row) -> str:
    """Return what stands above the page of an extract."""
    signs = dispatch_words.signs(meeting, (part.number for part in row.line.parts))
    return _("Extract for {name}, {paragraphs}").format(
        name=wording.inside(row.line.recipient.name), paragraphs=signs
    )
