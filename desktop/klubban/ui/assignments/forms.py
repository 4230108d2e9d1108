"""What is asked about an assignment: a report, another day, who takes over, how it is stuck, how it ended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from klubban.domain.errors import RuleBroken
from klubban.domain.text import from_plain
from klubban.i18n import N_, _, pgettext
from klubban.operations import assignments, following_assignments
from klubban.store import reads
from klubban.ui.asking.act_form import ActForm
from klubban.ui.assignments import words
from klubban.ui.widgets.basics import QUIET, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.undertaken import OwnerLeft, Undertaken
    from klubban.store.database import Database
    from klubban.ui.assignments.book import Book

_WHY = N_("Say why: the reason is kept with the assignment")


def report(database: Database, one: Undertaken, book: Book) -> ActForm:
    """Return the form that asks what was answered."""

    def act() -> None:
        text = from_plain(form.needed("text", RuleBroken(N_("Say what was answered"))))
        day, by = form.day("day"), form.words("by")
        following_assignments.report_on(database, one.assignment.id, text, day=day, by=by)

    form = ActForm(_("What is reported"), _("Note the report"), act, about="text")
    form.add_words("text", _("Report"), "", _("what is done, and what is left"))
    form.add_words("by", pgettext("report", "By"), str(one.assignment.to_now))
    form.add_day("day", pgettext("report", "On"), book.today)
    return form


def move(database: Database, one: Undertaken, book: Book) -> ActForm:
    """Return the form that asks for another day, and why."""

    def act() -> None:
        due = form.due("due", book.today)
        reason = form.needed("reason", RuleBroken(_WHY))
        following_assignments.move(database, one.assignment.id, due=due, reason=reason, day=book.today)

    form = ActForm(_("Another day"), pgettext("assignment", "Move it"), act, about="due")
    form.add_words("due", _("By when"), "", _("such as 10 Feb, 2 w or 2026-12-31; nothing for no day"))
    form.add_words("reason", _("Why"))
    if one.assignment.item is not None:
        told = _("The protocol keeps the day that was minuted; what holds now is told here and in lists.")
        form.add("", Text(told, "small", QUIET, wrap=True))
    return form


def hand_over(
    database: Database, one: Undertaken, book: Book, remark: Callable[[tuple[OwnerLeft, ...]], object]
) -> ActForm:
    """Return the form that asks who takes over, and why."""

    def act() -> None:
        to, reason = form.who("to"), form.needed("reason", RuleBroken(_WHY))
        remark(
            following_assignments.hand_over(
                database, one.assignment.id, to=to, reason=reason, day=form.day("day")
            )
        )

    title = _("{name} hands it over").format(name=one.assignment.to_now)
    form = ActForm(title, _("Hand it over"), act, about="to")
    form.add_names("to", _("To whom"), _("a name, an office or an organisation"), book.known)
    form.add_words("reason", _("Why"))
    form.add_day("day", pgettext("report", "On"), book.today)
    return form


def stuck(database: Database, one: Undertaken, book: Book) -> ActForm:
    """Return the form that asks between whom it is stuck, which aims conflict, and who is to say."""

    def act() -> None:
        following_assignments.stick(
            database,
            one.assignment.id,
            day=form.day("day"),
            between=form.several("between"),
            aims=form.words("aims") or None,
            taken_to=form.body("taken_to"),
        )

    form = ActForm(_("It is stuck"), _("Note that it is stuck"), act, about="between")
    form.add_names(
        "between", _("Between whom"), _("names, offices or organisations, with commas"), book.known
    )
    form.add_words("aims", _("Which aims conflict"))
    form.add_body("taken_to", _("Taken to"), _("the body that is to say how it goes on"), book.all_bodies)
    form.add_day("day", pgettext("report", "On"), book.today)
    return form


def free(database: Database, one: Undertaken, book: Book) -> ActForm:
    """Return the form that asks how it got unstuck."""

    def act() -> None:
        reason = form.words("reason") or None
        following_assignments.free(database, one.assignment.id, day=form.day("day"), reason=reason)

    form = ActForm(_("It is no longer stuck"), _("Note it"), act, about="reason")
    form.add_words("reason", _("How"), "", _("what was settled, and by whom"))
    form.add_day("day", pgettext("report", "On"), book.today)
    return form


def cancel(database: Database, one: Undertaken, book: Book) -> ActForm:
    """Return the form that asks why it is cancelled."""
    do = partial(following_assignments.cancel, database, one.assignment.id, day=book.today)
    return _because(_("It is cancelled"), pgettext("assignment", "Cancel it"), do)


def reopen(database: Database, one: Undertaken, book: Book) -> ActForm:
    """Return the form that asks why it is opened again."""
    do = partial(following_assignments.reopen, database, one.assignment.id, day=book.today)
    return _because(_("It is opened again"), _("Open it again"), do)


def _because(title: str, submit: str, do: Callable[..., object]) -> ActForm:
    form = ActForm(title, submit, lambda: do(reason=form.needed("reason", RuleBroken(_WHY))), about="reason")
    form.add_words("reason", _("Why"))
    return form


def change(database: Database, one: Undertaken, book: Book) -> ActForm:
    """Return the form that asks for its facts anew; what a verified protocol says is only told."""
    assignment, free_now = one.assignment, not _is_frozen(database, one)

    def act() -> None:
        facts: dict[str, Any] = {"cost": form.words("cost") or None, "for_body": form.body("for_body")}
        if free_now:
            facts |= {"text": form.words("text"), "to": form.who("to"), "due": form.due("due", book.today)}
        changed = {name: value for name, value in facts.items() if value != getattr(assignment, name)}
        if changed:
            assignments.change_assignment(database, assignment.id, **changed)

    form = ActForm(_("The assignment as it was noted"), _("Save"), act, about="text" if free_now else "cost")
    if free_now:
        form.add_words("text", _("What"), assignment.text)
        form.add_names("to", _("Who"), _("a name, an office or an organisation"), book.known).show_people(
            [assignment.to]
        )
        form.add_words("due", _("By when"), assignment.due.isoformat() if assignment.due else "")
    else:
        told = _(
            "What, who and by when stand in a verified protocol and stay as they are."
            " Move it (F) or hand it over (L)."
        )
        form.add("", Text(told, "small", QUIET, wrap=True))
    form.add_words("cost", _("At whose cost"), assignment.cost or "")
    cell = form.add_body(
        "for_body", _("Reported to"), _("another body than the one that gave it"), book.all_bodies
    )
    cell.show_value(assignment.for_body)
    return form


def _is_frozen(database: Database, one: Undertaken) -> bool:
    """Tell whether the paragraph that it came out of is verified."""
    item = one.assignment.item
    if item is None:
        return False
    with database.read() as read:
        meeting = reads.around(read, item)
    return meeting.is_fixed(meeting.item_by_id(item))


def new(
    database: Database,
    body_id: int | None,
    book: Book,
    made: Callable[[int, tuple[OwnerLeft, ...]], object],
) -> ActForm:
    """Return the form of an assignment that comes out of no meeting."""

    def act() -> None:
        given = form.day("given_on")
        found = assignments.undertake(
            database,
            form.needed_body("body"),
            form.who("to"),
            form.needed("text", RuleBroken(N_("Say what the assignment is"))),
            due=form.due("due", given),
            cost=form.words("cost") or None,
            for_body=form.body("for_body"),
            given_on=given,
        )
        made(found.id, found.remarks)

    form = ActForm(_("New assignment"), _("Note the assignment"), act, about="text")
    form.add_words("text", _("What"), "", _("what they are to do"))
    form.add_names("to", _("Who"), _("a name, an office or an organisation"), book.known)
    form.add_words("due", _("By when"), "", _("such as 10 Feb, 2 w or 2026-12-31"))
    form.add_body("body", _("Given by"), _("the body, by its first letters"), book.all_bodies).show_value(
        body_id
    )
    form.add_body("for_body", _("Reported to"), _("another body than the one that gave it"), book.all_bodies)
    form.add_words("cost", _("At whose cost"))
    form.add_day("given_on", _("Given on"), book.today)
    return form


def remark(left: OwnerLeft, book: Book) -> str:
    """Return what should be known of somebody who got an assignment."""
    told = _("{name} left {body} on {day}. Say who takes over (L).")
    return told.format(name=left.who.name, body=left.body, day=words.day(left.on, book.today))
