"""The keys that the foot names, for what is in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.commitment import CommitmentKind
from klubban.i18n import _, pgettext
from klubban.ui.plans import papers
from klubban.ui.plans.part_row import Sort
from klubban.ui.widgets.key_foot import KeyName

if TYPE_CHECKING:
    from klubban.domain.commitment import Commitment
    from klubban.ui.plans.page import PlansPage
    from klubban.ui.plans.part_row import Part


def groups(page: PlansPage) -> list[list[KeyName]]:
    """Return all keys that the foot names: those of what is in hand, then those around it."""
    if page.hand.form is not None:
        return [[KeyName(_("Ctrl+Enter"), pgettext("key", "do it")), KeyName("Esc", _("leave"))]]
    around = [KeyName("Alt+1–7", pgettext("key", "kind")), KeyName("Ctrl+F", _("find"))]
    if len(page.book.watching) > 1:
        around.append(KeyName("Alt+←→", _("another body")))
    back = KeyName("Shift+F8", _("back to the meeting"))
    return [_of_page(page), [*around, *papers.keys(page), back]]


def _of_page(page: PlansPage) -> list[KeyName]:
    """Return the keys of the part that has the keyboard, or of what is in hand."""
    if page.goals.is_measuring:
        return _of_values()
    part = page.hand.part
    if part is not None:
        return _of_part(part, locked=page.locked)
    new = [] if page.locked else [KeyName("N", pgettext("key", "new"))]
    if page.goal is not None:
        return [*_of_goal(locked=page.locked), *new]
    return [*_of_plan(page.plan, locked=page.locked), *new] if page.plan else new


def _of_part(part: Part, *, locked: bool) -> list[KeyName]:
    found = [KeyName("↑↓", pgettext("key", "walk"))]
    if part.item is not None:
        found.append(KeyName(pgettext("key", "Enter"), pgettext("key", "to the paragraph")))
    if locked:
        return found
    if part.sort is Sort.ACTIVITY:
        found.append(KeyName("J", pgettext("key", "how far")))
        found.append(KeyName("Alt+Shift+↑↓", pgettext("key", "order")))
    if part.sort is Sort.CHECKPOINT:
        found.append(KeyName("U", pgettext("key", "follow up")))
    if part.sort is Sort.INDICATOR:
        found.append(KeyName("Alt+Shift+↑↓", pgettext("key", "order")))
    return [
        *found,
        KeyName("E", pgettext("key", "change it")),
        KeyName("Delete", pgettext("key", "take out")),
    ]


def _of_values() -> list[KeyName]:
    return [
        KeyName(pgettext("key", "Enter"), pgettext("key", "save and go on")),
        KeyName("↑↓", pgettext("key", "walk")),
        KeyName("PgUp", pgettext("key", "earlier years")),
        KeyName("PgDn", pgettext("key", "later years")),
        KeyName("Esc", pgettext("key", "as it was")),
    ]


def _of_plan(one: Commitment, *, locked: bool) -> list[KeyName]:
    found = [KeyName(pgettext("key", "Enter"), pgettext("key", "its lines"))]
    if locked:
        return found
    if one.closed_on is not None:
        return [*found, KeyName("\N{LATIN CAPITAL LETTER A WITH RING ABOVE}", pgettext("key", "open again"))]
    found.append(KeyName("U", pgettext("key", "follow up")))
    if one.kind is CommitmentKind.RECOMMENDATION and one.answered_on is None:
        found.append(KeyName("A", pgettext("key", "answer")))
    if one.kind is not CommitmentKind.RECOMMENDATION:
        found.append(KeyName("I", pgettext("key", "activity")))
        found.append(KeyName("R", pgettext("key", "renew")))
    return [
        *found,
        KeyName("T", pgettext("key", "plan a follow-up")),
        KeyName("E", pgettext("key", "change it")),
        KeyName("S", pgettext("key", "close it")),
    ]


def _of_goal(*, locked: bool) -> list[KeyName]:
    found = [KeyName(pgettext("key", "Enter"), pgettext("key", "its lines"))]
    if locked:
        return found
    return [
        *found,
        KeyName("M", pgettext("key", "measure")),
        KeyName("K", pgettext("key", "comment on a year")),
        KeyName("I", pgettext("key", "indicator")),
        KeyName("E", pgettext("key", "change it")),
    ]
