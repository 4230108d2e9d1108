"""The keys that the foot names, for what is in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _, pgettext
from klubban.ui.widgets.key_foot import KeyName

if TYPE_CHECKING:
    from klubban.domain.undertaken import Undertaken
    from klubban.domain.walk import Observation, Walk


def of_form() -> list[KeyName]:
    """Return the keys while something is asked."""
    return [KeyName("Esc", _("leave"))]


def of_assignment(one: Undertaken | None, *, locked: bool) -> list[KeyName]:
    """Return the keys of an assignment."""
    new = [] if locked else [KeyName("N", pgettext("key", "new"))]
    if one is None:
        return new
    comes_from = one.meeting is not None or one.walk is not None
    found = [KeyName(pgettext("key", "Enter"), _("where it was given"))] if comes_from else []
    if locked:
        return found
    if not one.is_open:
        found.append(KeyName("\N{LATIN CAPITAL LETTER A WITH RING ABOVE}", pgettext("key", "open again")))
    else:
        found += [
            KeyName("R", pgettext("key", "report")),
            KeyName("K", pgettext("key", "done")),
            KeyName("F", pgettext("key", "move")),
            KeyName("L", pgettext("key", "hand over")),
            KeyName("S", pgettext("key", "free") if one.assignment.stuck else pgettext("key", "stuck")),
            KeyName("P", pgettext("key", "reminded")),
            KeyName("A", pgettext("key", "cancel")),
        ]
    return [*found, KeyName("E", pgettext("key", "change it")), *new]


def of_walk(walk: Walk | None) -> list[KeyName]:
    """Return the keys of a walk."""
    found = [KeyName("N", pgettext("key", "new walk"))]
    if walk is None:
        return found
    found.append(KeyName("O", pgettext("key", "observation")))
    if walk.observations:
        found.append(KeyName(pgettext("key", "Enter"), pgettext("key", "observations")))
    if walk.item is None:
        found.append(KeyName("S", pgettext("key", "put on an agenda")))
    return [*found, KeyName("E", pgettext("key", "change it"))]


def of_observation(seen: Observation) -> list[KeyName]:
    """Return the keys of what was seen."""
    found = [KeyName("O", pgettext("key", "observation"))]
    if seen.assignment is None:
        found += [
            KeyName("U", pgettext("key", "make it an assignment")),
            KeyName("I", pgettext("key", "leads to nothing")),
        ]
    else:
        found.append(KeyName(pgettext("key", "Enter"), pgettext("key", "the assignment")))
    found += [
        KeyName("B", pgettext("key", "picture")),
        KeyName("Ctrl+V", pgettext("key", "paste a picture")),
        KeyName("Delete", pgettext("key", "take out")),
    ]
    if seen.sha256:
        found.append(KeyName("Shift+Delete", pgettext("key", "take the picture away")))
    return [*found, KeyName("E", pgettext("key", "change it"))]
