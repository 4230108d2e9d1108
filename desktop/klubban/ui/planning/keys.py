"""The keys that the foot of the planning page names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _, pgettext
from klubban.ui.widgets.key_foot import KeyName

if TYPE_CHECKING:
    from klubban.domain.planned import Planned
    from klubban.ui.planning.sheet import YearSheet


def names(sheet: YearSheet, meeting: Planned | None, *, locked: bool) -> list[list[KeyName]]:
    """Return the keys for a year, or for the meeting of it that is chosen, group by group."""
    walk = [KeyName("Alt+←→", _("another year"))]
    acts = [KeyName("Ctrl+N", _("new meeting"))]
    if sheet.body is not None:
        acts.append(KeyName("Ctrl+P", _("plan the year")))
    if meeting is not None:
        walk.insert(0, KeyName(pgettext("key", "Enter"), _("open")))
        acts.append(KeyName("F2", _("move")))
        acts.append(KeyName("Del", _("cancel it") if meeting.stands else _("hold it after all")))
    return [walk] if locked else [walk, acts]
