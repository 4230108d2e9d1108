"""What is asked about a referral that came here: a new one, more time, where it is answered, that it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, pgettext
from klubban.operations import received
from klubban.ui.inquiries.forms import InquiryForm
from klubban.ui.matters.meeting_choice import MeetingForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.referral import ReceivedReferral
    from klubban.store.database import Database
    from klubban.ui.inquiries.book import Book


def new(database: Database, book: Book, made: Callable[[int], object]) -> InquiryForm:
    """Return the form that registers one, with a matter of its own."""

    def act() -> None:
        sender = form.needed("sender", RuleBroken(N_("Say who sent the referral")))
        title = form.needed("title", RuleBroken(N_("Say what it is about")))
        made(
            received.receive(
                database,
                sender,
                form.day("received_on"),
                title=title,
                registry_number=form.words("number") or None,
                body_id=form.body("body"),
                due=form.due("due", book.today),
                their_number=form.words("their_number") or None,
            )
        )

    form = InquiryForm(_("A referral that came here"), _("Register it"), act, about="due")
    form.add_words("sender", _("From whom"))
    form.add_words("title", _("What it is about"))
    form.add_words("their_number", _("Their number"), "", _("the sender’s registry number"))
    form.add_words("number", _("Our number"), "", _("if it has one yet"))
    form.add_day("received_on", pgettext("received", "Came on"), book.today)
    form.add_words("due", pgettext("received", "Answer by"), "", _("such as 30 Apr, 6 w or 2026-12-31"))
    bodies = list(book.bodies.values())
    form.add_body("body", pgettext("received", "Who answers"), _("the body, by its first letters"), bodies)
    return form


def extend(database: Database, one: ReceivedReferral, book: Book) -> InquiryForm:
    """Return the form that notes that the sender gives more time."""

    def act() -> None:
        because = form.needed("because", RuleBroken(N_("Say why the time is extended")))
        received.extend(database, one.id, form.need_due("due", book.today), because)

    form = InquiryForm(
        _("{sender} gives more time").format(sender=one.sender), _("Note it"), act, about="due"
    )
    form.add_words("due", pgettext("inquiry", "Until"), "", _("such as 30 Apr, 6 w or 2026-12-31"))
    form.add_words("because", _("Why"))
    return form


def answered(database: Database, one: ReceivedReferral, book: Book) -> InquiryForm:
    """Return the form that notes when and how it was answered."""

    def act() -> None:
        item = book.answering.get(one.id)
        received.answered(database, one.id, form.day("day"), form.words("how"), item_id=item)

    form = InquiryForm(_("It is answered"), _("Note that it is answered"), act, about="day")
    form.add_day("day", pgettext("report", "On"), book.today)
    form.add_words("how", _("How"), "", _("such as: statement sent by mail"))
    return form


def on_agenda(database: Database, one: ReceivedReferral, book: Book) -> MeetingForm:
    """Return the form that asks at which meeting the answer is given."""
    form = MeetingForm(
        _("The answer as an item"),
        _("Put it on the agenda"),
        lambda meeting: received.answer_as_item(database, one.id, meeting, on=book.today),
    )
    form.offer(book, list(book.bodies.values()))
    return form
