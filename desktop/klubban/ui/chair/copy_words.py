"""What the page of a copy says: what it is, what was changed, how it is sent back, why it was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.chairs_copy import Does
from klubban.domain.copied_meeting import last_of
from klubban.i18n import N_, _, current, ngettext
from klubban.store.trouble import Trouble
from klubban.ui.chair import review_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from klubban.domain.chairs_copy import Copy
    from klubban.exchange.refused import Refused


def lent(copy: Copy, today: date) -> str:
    """Return whose agenda it is, and that changes reach the secretary only by mail."""
    day = current().date(copy.base.made_on) if copy.base.made_on != today else _("today")
    told = _("{name} made this copy for you, {day}. The agenda itself changes once it is back.")
    return told.format(name=copy.base.made_by, day=day)


def count(copy: Copy) -> str:
    """Return how many changes are in the file."""
    number = len(copy.moves)
    if not number:
        return _("No changes yet")
    return ngettext("{count} change, saved", "{count} changes, saved", number).format(count=number)


def undo(copy: Copy) -> str:
    """Return what Ctrl+Z would take back."""
    found = last_of(copy)
    if found is None:
        return ""
    move, title = found
    told = {
        Does.MOVE: _("Undo: move {title}"),
        Does.ADD: _("Undo: add {title}"),
        Does.WITHDRAW: _("Undo: withdraw {title}"),
        Does.RESTORE: _("Undo: take up {title} again"),
        Does.TIME: _("Undo: set the time of {title}"),
        Does.COMMENT: _("Undo: comment on {title}"),
    }[move.does]
    return told.format(title=title)


def ready(copy: Copy, path: Path) -> str:
    """Return where the file lies, and to whom it is mailed."""
    number = len(copy.moves)
    if not number:
        return _("Nothing is changed yet. {file} lies in {folder}.").format(
            file=path.name, folder=str(path.parent)
        )
    told = ngettext(
        "{file} has your change and is ready to be mailed to {name}. It lies in {folder}.",
        "{file} has your {count} changes and is ready to be mailed to {name}. It lies in {folder}.",
        number,
    )
    return told.format(file=path.name, count=number, name=copy.base.made_by, folder=str(path.parent))


def refused(error: Refused, path: Path) -> Trouble:
    """Return why a copy cannot be opened: what happened, what it means, what to do."""
    return Trouble(
        N_("{file} cannot be opened as a copy of an agenda."),
        N_("{reason}."),
        N_("Nothing in it was changed. Ask the secretary for a new copy."),
        file=path.name,
        reason=review_words.refusal(error).rstrip("."),
    )
