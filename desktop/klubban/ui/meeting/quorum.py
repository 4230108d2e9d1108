"""Whether those who serve make a quorum, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.meeting import Attendee, AttendsAs, Meeting
from klubban.i18n import _

if TYPE_CHECKING:
    from klubban.ui.theme import Tone


def pill(meeting: Meeting) -> tuple[str, Tone]:
    """Return the word and its tone; no word where nobody counts, or nobody is noted yet."""
    body, serving = meeting.body, sum(one.decides for one in meeting.attendance)
    if not body.rules.quorum or not body.seats or not meeting.attendance:
        return "", "plain"
    facts = {"serving": serving, "seats": body.seats}
    # KL 5 kap. 45 §, 6 kap. 27 §: more than half of the seats
    if 2 * serving > body.seats:
        return _("Quorate: {serving} of {seats}").format(**facts), "done"
    return _("Not quorate: {serving} of {seats}").format(**facts), "late"


def sentence(meeting: Meeting) -> str:
    """Return who serves for whom, who takes part from elsewhere, and who was there for some of it."""
    parts = [words for one in meeting.attendance if one.decides and (words := _remark(one))]
    if not parts and any(one.decides for one in meeting.attendance) and meeting.body.seats:
        return _("All serve in their own seats") if _all_members(meeting) else ""
    return " · ".join(parts)


def _all_members(meeting: Meeting) -> bool:
    members = [one for one in meeting.attendance if one.attends_as is AttendsAs.MEMBER]
    return len(members) == meeting.body.seats


def _remark(one: Attendee) -> str:
    if one.serves_for is not None:
        told = _("{name} serves for {member}").format(name=one.who, member=one.serves_for)
        return f"{told}, {one.paragraphs.printed}" if one.paragraphs else told
    if one.remote:
        return _("{name} takes part remotely").format(name=one.who)
    return f"{one.who} {one.paragraphs.printed}" if one.paragraphs else ""
