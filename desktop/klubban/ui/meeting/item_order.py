"""In which order the parts of an item stand on the desk: as its body prints them, under its own headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.habits import Part
from klubban.i18n import _
from klubban.ui.meeting.item_fields import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Meeting

_STANDS = {
    Part.DECISION: ("decision", "outcome"),
    Part.PROPOSALS: ("proposals",),
    Part.DISQUALIFICATION: ("disqualifications",),
    Part.SUMMARY: ("summary",),
    Part.DOCUMENTS: ("documents",),
    Part.EARLIER: ("earlier",),
    Part.PROPOSAL: ("proposal", "proposed"),
    Part.MOTIONS: ("motions",),
    Part.PROCEEDINGS: ("questions",),
    Part.ELECTIONS: ("elections",),
    Part.DIVISIONS: ("divisions",),
    Part.NOT_TAKING_PART: ("not_taking_part",),
    Part.OPINIONS: ("opinions",),
    Part.ASSIGNMENTS: ("assignments",),
    Part.IMMEDIATE: ("immediate",),
    Part.RECIPIENTS: ("recipients", "referral"),
}
_LABELS = {part.name: part for part in PARTS}


def stands(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Walk the names of what stands on the desk, each with its label, empty where it has its own."""
    for part in meeting.body.habits.order:
        for name in _STANDS.get(part, ()):
            yield name, label(meeting, part, name)


def label(meeting: Meeting, part: Part, name: str) -> str:
    """Return what a text is called: the body's own heading, or as it is printed."""
    if name == "outcome":
        return ""
    known = _LABELS.get(name)
    own = meeting.body.habits.titles.get(part, "")
    if not own and name == "assignments" and not meeting.body.rules.protocol:
        return _("Action")
    if known is None:
        return own
    if not own and name == "decision" and not meeting.body.rules.protocol:
        return _("Agreed")  # a forum decides nothing
    return own or known.title
