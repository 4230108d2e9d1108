"""The lines of the room's lists: what is late or to be sent first, what is done last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.referral import InquiryKind
from klubban.i18n import _, pgettext, sort_key
from klubban.ui.inquiries import words
from klubban.ui.widgets.list_column import ListRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klubban.domain.inquiries_due import Decided
    from klubban.domain.referral import Inquiry, ReceivedReferral
    from klubban.ui.inquiries.book import Book

_SAID_ABOVE = ("soon", "accent")
"""Tones of what the heading of the group says already: not sent, waits for answers."""
DECIDED = "decided"
"""Before the id of an item that decided a referral which nobody has begun."""


def inquiries(book: Book, kind: InquiryKind, search: str) -> Iterator[ListRow]:
    """Walk the inquiries of a kind; of referrals those first that were decided and not begun."""
    wanted = sort_key(search).split()
    if kind is InquiryKind.REFERRAL:
        waiting = [each for each in book.decided.values() if _finds(wanted, each.title)]
        yield from _headed(
            pgettext("inquiries", "Decided, not begun"), (_decided(each, book) for each in waiting)
        )
    found = [each for each in book.of_kind(kind) if _finds(wanted, _said(each, book))]
    drafts = [each for each in found if each.sent_on is None and each.closed_on is None]
    out = [each for each in found if each.sent_on is not None and each.closed_on is None]
    closed = sorted(
        (each for each in found if each.closed_on is not None),
        key=lambda each: (each.closed_on or each.due, each.id),
        reverse=True,
    )
    for title, group in (
        (pgettext("inquiries", "Not sent yet"), drafts),
        (pgettext("inquiries", "Waits for answers"), out),
        (pgettext("inquiries", "Closed"), closed),
    ):
        yield from _headed(title, (_inquiry(each, book) for each in group))


def received(book: Book, search: str) -> Iterator[ListRow]:
    """Walk the referrals that came here, those to be answered first."""
    wanted = sort_key(search).split()
    found = [
        each for each in book.received.values() if _finds(wanted, f"{each.sender} {book.titles[each.matter]}")
    ]
    answered = [each for each in found if each.answered_on is not None]
    answered.sort(key=lambda each: (each.answered_on, each.id), reverse=True)
    for title, group in (
        (pgettext("received", "To be answered"), [each for each in found if each.answered_on is None]),
        (pgettext("received", "Answered"), answered),
    ):
        yield from _headed(title, (_received(each, book) for each in group))


def _headed(title: str, rows: Iterable[ListRow]) -> Iterator[ListRow]:
    there = list(rows)
    if there:
        yield ListRow(None, title)
    yield from there


def _finds(wanted: Iterable[str], said: str) -> bool:
    key = sort_key(said)
    return all(word in key for word in wanted)


def _said(inquiry: Inquiry, book: Book) -> str:
    asked = " ".join(str(each.who) for each in inquiry.referees)
    return " ".join((inquiry.title, book.bodies[inquiry.body].name, inquiry.registry_number or "", asked))


def _decided(each: Decided, book: Book) -> ListRow:
    due = _("answers by {day}").format(day=words.day(each.due, book))
    detail = " · ".join((book.body_name(each.body), due))
    return ListRow((DECIDED, each.item), each.title, detail, pgettext("inquiry", "not begun"), "soon")


def _inquiry(inquiry: Inquiry, book: Book) -> ListRow:
    pill, tone = words.pill(inquiry, book.today)
    if tone in _SAID_ABOVE:
        pill = ""
    detail = " · ".join((book.body_name(inquiry.body), words.briefly(inquiry, book)))
    return ListRow(inquiry.id, inquiry.title, detail, pill, tone, past=inquiry.closed_on is not None)


def _received(one: ReceivedReferral, book: Book) -> ListRow:
    pill, tone = words.received_pill(one, book.today)
    done = one.answered_on is not None
    return ListRow(one.id, book.titles[one.matter], words.received_briefly(one, book), pill, tone, past=done)
