"""What is asked about a goal: its facts, its indicators, and the comment that explains a year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from klubban.documents import goal_words
from klubban.domain.errors import RuleBroken
from klubban.domain.index import latest
from klubban.i18n import N_, _, current, pgettext
from klubban.operations import goals
from klubban.ui.plans import words
from klubban.ui.plans.part_row import Part, Sort
from klubban.ui.plans.plan_form import PlanForm, item_options

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.goal import Goal, Indicator
    from klubban.store.database import Database
    from klubban.ui.plans.book import Book

_NAME = N_("Say what it is called")


def new(database: Database, body_id: int | None, book: Book, made: Callable[[int], object]) -> PlanForm:
    """Return the form of a new goal."""

    def act() -> None:
        facts, body = _facts(form), form.needed_body("body")
        made(goals.add_goal(database, body, facts.pop("title"), **facts))

    form = PlanForm(_("New goal"), pgettext("plan", "Note it"), act, about="title")
    _ask(form, book)
    only = book.all_bodies[0].id if len(book.all_bodies) == 1 else None
    hint = _("the body, by its first letters")
    form.add_body("body", pgettext("plan", "Watched by"), hint, book.all_bodies).show_value(body_id or only)
    return form


def change(database: Database, goal: Goal, part: Part | None, book: Book) -> PlanForm:
    """Return the form that asks anew for a goal, or for the part that has the keyboard."""
    if part is not None and part.sort is Sort.INDICATOR:
        return indicator(database, goal, next(each for each in goal.indicators if each.id == part.id))
    if part is not None and part.sort is Sort.YEAR:
        return comment(database, goal, book, part)

    def act() -> None:
        changed = {name: value for name, value in _facts(form).items() if value != getattr(goal, name)}
        if changed:
            goals.change_goal(database, goal.id, **changed)

    form = PlanForm(pgettext("one", "Goal"), _("Save"), act, about="title")
    _ask(form, book, goal)
    return form


def _ask(form: PlanForm, book: Book, goal: Goal | None = None) -> None:
    form.add_words("title", pgettext("plan", "Name"), goal.title if goal else "")
    form.add_words("area", pgettext("plan", "Area"), (goal.area or "") if goal else "")
    form.add_text("text", pgettext("plan", "What it says"), _("in a few lines"), goal.text if goal else ())
    plans = [(each.commitment.id, each.commitment.title) for each in book.followed]
    hint = _("words of the agreement or plan it is part of")
    form.add_few("commitment", pgettext("plan", "Belongs to"), hint, plans, goal.commitment if goal else None)
    form.add_words("yellow_from", _("Yellow from"), str(goal.yellow_from if goal else 50))
    form.add_words("green_from", _("Green from"), str(goal.green_from if goal else 75))


def _facts(form: PlanForm) -> dict[str, Any]:
    return {
        "title": form.needed("title", RuleBroken(_NAME)),
        "area": form.words("area") or None,
        "text": form.blocks("text"),
        "commitment": form.choice("commitment"),
        "yellow_from": form.needed_whole("yellow_from"),
        "green_from": form.needed_whole("green_from"),
    }


def indicator(database: Database, goal: Goal, there: Indicator | None = None) -> PlanForm:
    """Return the form of an indicator, a new one or one that is there."""

    def act() -> None:
        facts: dict[str, Any] = {
            "name": form.needed("name", RuleBroken(_NAME)),
            "unit": form.words("unit") or None,
            "source": form.words("source") or None,
            "none_at": form.number("none_at"),
            "full_at": form.number("full_at"),
        }
        if there is None:
            goals.add_indicator(database, goal.id, facts.pop("name"), **facts)
        else:
            goals.change_indicator(database, there.id, **facts)

    form = PlanForm(pgettext("goal", "Indicator"), _("Save"), act, about="name")
    form.add_words("name", pgettext("indicator", "What is measured"), there.name if there else "")
    form.add_words("unit", pgettext("indicator", "Unit"), (there.unit or "") if there else "", _("such as %"))
    none, full = (
        _("the value that gives 0 on the index"),
        _("the value that gives 100; less where less is better"),
    )
    shown = partial(goal_words.number, texts=current())
    form.add_words("none_at", _("0 at"), shown(there.none_at) if there else "", none)
    form.add_words("full_at", _("100 at"), shown(there.full_at) if there else "", full)
    form.add_words("source", pgettext("indicator", "Source"), (there.source or "") if there else "")
    return form


def comment(database: Database, goal: Goal, book: Book, part: Part | None) -> PlanForm:
    """Return the form of the comment that explains a year."""
    last = latest(goal)
    year = part.id if part is not None and part.sort is Sort.YEAR else last.year if last else book.today.year
    there = next((each for each in goal.years if each.year == year), None)

    def act() -> None:
        wanted = form.whole("year")
        goals.comment_on_year(
            database,
            goal.id,
            year if wanted is None else wanted,
            form.blocks("text"),
            day=form.optional_day("day"),
            item=form.choice("item"),
        )

    form = PlanForm(_("The comment that explains the index"), _("Save"), act, about="text")
    form.add_text("text", pgettext("goal", "Comment"), _("why it is as it is"), there.text if there else ())
    form.add_words("year", pgettext("goal", "Year"), str(year))
    form.add_day("day", pgettext("report", "On"), there.day if there else book.today)
    items = item_options(book.items(database, goal.body), partial(words.day, today=book.today))
    at = book.at.get((there.item if there else None) or 0)
    if at is not None and at.item not in [id_ for id_, _words in items]:
        items.insert(0, (at.item, words.where(at)))
    hint = _("words of the item, or its day; nothing between meetings")
    form.add_few("item", _("At which item"), hint, items, at.item if at else None)
    return form
