"""What stands where nothing is in hand: what belongs there, and what to do next."""

from __future__ import annotations

from klubban.i18n import _
from klubban.ui.assignments.rows import Shows


def no_assignments() -> tuple[str, str]:
    """Return what is said before anything was undertaken."""
    return _("No assignments yet"), _(
        "What somebody is to do is noted at the table (Ctrl+0) or here (N). It comes on the agenda on"
        " which it falls due, with its history, until it is done."
    )


def not_found() -> tuple[str, str]:
    """Return what is said where a search finds nothing."""
    return _("Nothing is called so"), _("Esc gives the search up.")


def none_shown(shows: Shows) -> tuple[str, str]:
    """Return what is said where none stands so."""
    told = {
        Shows.OPEN: (_("Nothing is open"), _("All that was undertaken is done.")),
        Shows.LATE: (_("Nothing is late"), _("All that is open has its day before it.")),
        Shows.STUCK: (
            _("Nothing is stuck"),
            _(
                "Where parties or aims conflict, note it on the assignment (S):"
                " between whom, and who is to say."
            ),
        ),
        Shows.CLOSED: (_("Nothing is closed yet"), _("What is done or cancelled stands here.")),
    }
    return told[shows]


def no_walks() -> tuple[str, str]:
    """Return what is said before the first walk."""
    return _("No safety walks yet"), _(
        "Note a walk (N), and what was seen on it with its place and picture. Each thing becomes an"
        " assignment, or leads to nothing with a reason; the report has it all."
    )
