"""What the room prints: the plan in hand, a body's goals, and the lists of a body."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.documents.commitment_register import Sort
from klubban.documents.forms import Form
from klubban.i18n import _, pgettext
from klubban.operations.export_plans import prepare_commitment, prepare_goals, prepare_list
from klubban.ui.plans.rows import KINDS, Shows
from klubban.ui.widgets.key_foot import KeyName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.operations.export import Prepared
    from klubban.store.database import Database
    from klubban.ui.plans.page import PlansPage

_LISTS = {
    Shows.ACTIVITY_PLANS: Sort.ACTIVITIES,
    Shows.PROMISES: Sort.PROMISES,
    Shows.STEERING: Sort.STEERING,
    Shows.RECOMMENDATIONS: Sort.RECOMMENDATIONS,
}


def prepare(database: Database, page: PlansPage) -> Sequence[Prepared]:
    """Return the document of what is in hand."""
    plan, goal = page.plan, page.goal
    if plan is not None:
        return [prepare_commitment(database, plan.id, page.book.today)]
    return [prepare_goals(database, goal.body, page.book.today)] if goal is not None else []


def export(page: PlansPage, database: Database, *, word: bool = False) -> None:
    """Save what is in hand."""
    if page.plan is None and page.goal is None:
        page.say(_("There is nothing to export here."))
    elif page.flush():
        page.exporter.write(page, partial(prepare, database, page), Form.DOCX if word else Form.PDF)


def has_list(page: PlansPage) -> bool:
    """Tell whether what is listed is a document of its own."""
    return _body(page) is not None and (page.which in _LISTS or page.which is Shows.GOALS)


def export_list(page: PlansPage, database: Database) -> None:
    """Save the list of a body."""
    body = _body(page)
    if body is None:
        return
    if page.which is Shows.GOALS:
        page.exporter.write(page, lambda: [prepare_goals(database, body, page.book.today)])
    elif page.which in _LISTS:
        sort = _LISTS[page.which]
        page.exporter.write(page, lambda: [prepare_list(database, body, sort, page.book.today)])


def _body(page: PlansPage) -> int | None:
    """Return the body that is listed: the one that is chosen, or the only one that has any."""
    if page.body is not None:
        return page.body
    if page.which is Shows.GOALS:
        there = {goal.body for goal in page.book.goals}
    else:
        there = {row.commitment.body for row in page.book.followed if _is_listed(page, row.commitment.kind)}
    return there.pop() if len(there) == 1 else None


def _is_listed(page: PlansPage, kind: object) -> bool:
    return KINDS.get(page.which) is kind


def keys(page: PlansPage) -> list[KeyName]:
    """Return the keys that print."""
    if page.plan is None and page.goal is None:
        return []
    found = [
        KeyName("P", pgettext("key", "the page")),
        KeyName("Ctrl+E", _("PDF")),
        KeyName("Ctrl+Shift+E", pgettext("file", "Word")),
    ]
    return [*found, KeyName("Ctrl+P", pgettext("key", "the list"))] if has_list(page) else found
