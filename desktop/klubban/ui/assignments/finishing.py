"""An assignment is done: on which day, or by what a meeting that sits decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.wording import sign_of
from klubban.domain.falling_due import is_listed, listed
from klubban.domain.meeting import Stage
from klubban.i18n import _, pgettext
from klubban.operations import following_assignments
from klubban.store import reads
from klubban.ui.asking.act_form import ActForm
from klubban.ui.widgets.basics import QUIET, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.undertaken import Undertaken
    from klubban.store.database import Database
    from klubban.ui.assignments.book import Book


def finish(database: Database, one: Undertaken, book: Book) -> ActForm:
    """Return the form that asks when it was done, and while a meeting sits by which paragraph."""
    sitting = tuple(_sitting(database, one))
    offered = [
        (item.id, f"{sign_of(meeting, item)} {item.title}".strip())
        for meeting in sitting
        for item in meeting.items
        if not meeting.is_fixed(item)
    ]

    def act() -> None:
        reason, day = form.words("reason") or None, form.day("day")
        item = form.choice("item") if offered else None
        if item is None:
            following_assignments.finish(database, one.assignment.id, day=day, reason=reason)
        else:
            following_assignments.declare_fulfilled(
                database, item, [one.assignment.id], day=day, reason=reason
            )

    form = ActForm(_("It is done"), _("Note that it is done"), act, about="day")
    form.add_day("day", pgettext("report", "On"), book.today)
    form.add_words("reason", _("How"), "", _("what came of it, if it is to be told"))
    if offered:
        cell = form.add_choice(
            "item", _("Declared fulfilled by"), _("a paragraph of the meeting that sits, if any"), offered
        )
        cell.show_value(next((item.id for meeting in sitting for item in _about(meeting, one)), None))
        told = _("Its decision then says so in the body's own phrase; both are one step for Ctrl+Z.")
        form.add("", Text(told, "small", QUIET, wrap=True))
    return form


def _sitting(database: Database, one: Undertaken) -> Iterator[Meeting]:
    """Walk the meetings in session of the bodies that it concerns."""
    stuck = one.assignment.stuck
    concerned = {one.heard_by, one.body, stuck.taken_to if stuck else None}
    with database.read() as read:
        for line in reads.meetings(read):
            if line.stage is Stage.IN_SESSION and line.body in concerned:
                yield reads.meeting(read, line.id)


def _about(meeting: Meeting, one: Undertaken) -> Iterator[Item]:
    """Walk the items at which it is followed up."""
    own = one.assignment
    for item in meeting.items:
        if own.id == item.assignment or is_listed(own, listed(item.earlier)):
            yield item
