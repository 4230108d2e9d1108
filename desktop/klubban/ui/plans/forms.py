"""What is asked about a plan: how far it has come, its activities, planned days, the answer, its renewal."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from klubban.documents import progress_words
from klubban.domain.commitment import CommitmentKind, Progress
from klubban.domain.follow_up_rules import add_months, next_review
from klubban.i18n import _, current, pgettext
from klubban.operations import commitments, follow_ups
from klubban.ui.plans import words
from klubban.ui.plans.plan_form import PlanForm, item_options
from klubban.ui.widgets.options import Toggle

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from klubban.domain.commitment import Checkpoint, Commitment, FollowUp
    from klubban.store.database import Database
    from klubban.ui.plans.book import Book


def follow_up(database: Database, one: Commitment, book: Book, checkpoint: int | None = None) -> PlanForm:
    """Return the form in which it is written down how far a plan has come."""

    def act() -> None:
        follow_ups.follow_up(
            database, one.id, **_found(form), checkpoint=checkpoint, reviewed=again.isChecked()
        )

    form = PlanForm(pgettext("plan", "Follow-up"), _("Write it down"), act, about="text")
    _ask_what_was_found(form, database, one, book)
    again = Toggle("")
    day = next_review(one, book.today)
    if day is not None:
        again = Toggle(
            _("It was looked at as a whole; next time {day}").format(day=words.day(day, book.today))
        )
        again.setChecked(one.kind is CommitmentKind.STEERING_DOCUMENT)
        form.add("", again)
    return form


def answer(database: Database, one: Commitment, book: Book) -> PlanForm:
    """Return the form in which the auditors are answered."""

    def act() -> None:
        facts = _found(form)
        follow_ups.answer_recommendation(database, one.id, facts.pop("day"), **facts)

    form = PlanForm(pgettext("plan", "Answer to the recommendation"), _("Note the answer"), act, about="text")
    _ask_what_was_found(form, database, one, book)
    return form


def change_follow_up(database: Database, one: Commitment, found: FollowUp, book: Book) -> PlanForm:
    """Return the form that asks anew what was found."""

    def act() -> None:
        changed = {name: value for name, value in _found(form).items() if value != getattr(found, name)}
        if changed:
            follow_ups.change_follow_up(database, found.id, **changed)

    form = PlanForm(pgettext("plan", "Follow-up"), _("Save"), act, about="text")
    _ask_what_was_found(form, database, one, book, found)
    return form


def _ask_what_was_found(
    form: PlanForm, database: Database, one: Commitment, book: Book, found: FollowUp | None = None
) -> None:
    options: list[tuple[object, str]] = [
        (each, progress_words.progress(each, one.kind, current())) for each in Progress
    ]
    hint = ", ".join(word for _value, word in options)
    form.add_word("progress", _("How far"), hint, options, found.progress if found else None)
    form.add_text(
        "text", pgettext("follow-up", "What was found"), _("in a few lines"), found.text if found else ()
    )
    at = None if found else book.taken_up_at(database, one)
    form.add_day("day", pgettext("report", "On"), found.day if found else at.on if at else book.today)
    form.add_words("by", pgettext("report", "By"), (found.by or "") if found else "")
    ask_where(form, database, one, book, found.item if found else at.item if at else None)


def ask_where(
    form: PlanForm, database: Database, one: Commitment, book: Book, now: int | None = None
) -> None:
    """Ask at which item something was noted."""
    items = item_options(book.items(database, one.body), partial(words.day, today=book.today))
    at = book.at.get(now or 0)
    if at is not None and now not in [id_ for id_, _words in items]:
        items.insert(0, (now, words.where(at)))
    hint = _("words of the item, or its day; nothing between meetings")
    form.add_few("item", _("At which item"), hint, items, now)


def _found(form: PlanForm) -> dict[str, Any]:
    return {
        "day": form.day("day"),
        "progress": form.value_of("progress"),
        "text": form.blocks("text"),
        "by": form.words("by") or None,
        "item": form.choice("item"),
    }


def plan_day(
    database: Database, one: Commitment, made: Callable[[int], object], there: Checkpoint | None = None
) -> PlanForm:
    """Return the form that asks on which day it is followed up."""

    def act() -> None:
        day, what = form.day("day"), form.words("what") or None
        if there is None:
            made(follow_ups.add_checkpoint(database, one.id, day, what))
        else:
            follow_ups.change_checkpoint(database, there.id, day=day, what=what)

    title = _("When it is followed up")
    form = PlanForm(title, _("Plan it") if there is None else _("Save"), act, about="day")
    form.add_day("day", pgettext("plan", "Day"), there.day if there else None)
    form.add_words(
        "what", pgettext("checkpoint", "What"), (there.what or "") if there else "", _("if it is to be told")
    )
    return form


def renew(database: Database, one: Commitment, made: Callable[[int], object]) -> PlanForm:
    """Return the form that asks for the new period of what is renewed."""

    def act() -> None:
        first, last = form.day("from_date"), form.day("to_date")
        decided = form.optional_day("decided_on")
        made(
            commitments.renew_commitment(
                database,
                one.id,
                first,
                last,
                decided_on=decided,
                title=form.words("title").strip() or None,
                activities=going.isChecked(),
            )
        )

    form = PlanForm(_("A new period"), pgettext("plan", "Renew it"), act, about="to_date")
    first, last = _next_period(one)
    form.add_day("from_date", pgettext("plan", "From"), first)
    form.add_day("to_date", pgettext("plan", "To"), last)
    form.add_day("decided_on", pgettext("plan", "Decided on"), None)
    form.add_words("title", pgettext("plan", "Name"), "", _("nothing: as before, with the new years"))
    left = sum(not each.progress.is_over for each in one.activities)
    going = Toggle(_("Activities that are not over go along"))
    if left:
        form.add("", going)
    return form


def _next_period(one: Commitment) -> tuple[dt.date | None, dt.date | None]:
    """Return a period as long as the one before, right after it."""
    if not one.from_date or not one.to_date:
        return None, None
    first = one.to_date + dt.timedelta(days=1)
    months = (first.year - one.from_date.year) * 12 + first.month - one.from_date.month
    if first.day == one.from_date.day and months:
        return first, add_months(first, months) - dt.timedelta(days=1)
    return first, first + (one.to_date - one.from_date)


def close(database: Database, one: Commitment, book: Book) -> PlanForm:
    """Return the form that asks why nothing more is watched."""

    def act() -> None:
        commitments.close_commitment(database, one.id, form.day("day"), form.words("because"))

    form = PlanForm(_("It is closed"), pgettext("plan", "Close it"), act, about="because")
    form.add_words("because", _("Why"), "", _("such as: replaced, the time is out, no longer needed"))
    form.add_day("day", pgettext("report", "On"), book.today)
    return form
