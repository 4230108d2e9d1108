"""What is asked about an activity of a plan: what, when and who, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import progress_words
from klubban.domain.commitment import Progress
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, current, pgettext
from klubban.operations import activities
from klubban.ui.plans.forms import ask_where
from klubban.ui.plans.plan_form import PlanForm
from klubban.ui.registers.days import written

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from klubban.domain.commitment import Activity, Commitment
    from klubban.store.database import Database
    from klubban.ui.plans.book import Book

_WHAT = N_("Say what the activity is")
_HOW_FAR = N_("Say how far it has come")


def new_activity(database: Database, one: Commitment, book: Book, made: Callable[[int], object]) -> PlanForm:
    """Return the form of one more activity."""

    def act() -> None:
        facts = _activity(form)
        made(activities.add_activity(database, one.id, facts.pop("title"), **facts))

    form = PlanForm(_("New activity"), _("Add the activity"), act, about="title")
    _ask_activity(form, book)
    return form


def change_activity(database: Database, of: Activity, book: Book) -> PlanForm:
    """Return the form that asks for an activity anew."""

    def act() -> None:
        changed = {name: value for name, value in _activity(form).items() if value != getattr(of, name)}
        if changed:
            activities.change_activity(database, of.id, **changed)

    form = PlanForm(pgettext("plan", "Activity"), _("Save"), act, about="title")
    _ask_activity(form, book, of)
    return form


def _ask_activity(form: PlanForm, book: Book, of: Activity | None = None) -> None:
    form.add_words("title", pgettext("activity", "What"), of.title if of else "")
    form.add_words("purpose", _("What for"), (of.purpose or "") if of else "")
    form.add_words(
        "when", pgettext("activity", "When"), (of.when or "") if of else "", _("such as spring and autumn")
    )
    form.add_words("from_date", pgettext("plan", "From"), written(of.from_date) if of else "")
    last = written(of.to_date) if of else ""
    form.add_words("to_date", pgettext("activity", "At the latest"), last, _("such as 2026-12-31"))
    cell = form.add_names(
        "responsible", pgettext("plan", "Responsible"), _("a name, an office or an organisation"), book.known
    )
    cell.show_people([of.responsible] if of and of.responsible else [])


def _activity(form: PlanForm) -> dict[str, Any]:
    return {
        "title": form.needed("title", RuleBroken(_WHAT)),
        "purpose": form.words("purpose") or None,
        "when": form.words("when") or None,
        "from_date": form.optional_day("from_date"),
        "to_date": form.optional_day("to_date"),
        "responsible": form.whom("responsible"),
    }


def note_activity(database: Database, one: Commitment, of: Activity, book: Book) -> PlanForm:
    """Return the form that asks how far an activity has come."""

    def act() -> None:
        progress = form.needed_value("progress", RuleBroken(_HOW_FAR))
        activities.note_activity(
            database,
            of.id,
            form.day("day"),
            Progress(str(progress)),
            moved_to=form.due("moved_to", book.today),
            text=form.blocks("text"),
            item=form.choice("item"),
        )

    form = PlanForm(of.title, pgettext("activity", "Note it"), act, about="text")
    options: list[tuple[object, str]] = [
        (each, progress_words.activity_progress(each, current())) for each in Progress
    ]
    form.add_word("progress", _("How far"), ", ".join(word for _value, word in options), options)
    form.add_text("text", pgettext("follow-up", "What was found"), _("why, where it is moved or cancelled"))
    form.add_words("moved_to", _("Moved to"), "", _("only where it is moved: 2026-12-31, 2 w"))
    form.add_day("day", pgettext("report", "On"), book.today)
    ask_where(form, database, one, book)
    return form
