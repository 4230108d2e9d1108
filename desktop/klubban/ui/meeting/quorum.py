"""Whether those who serve make a quorum, in a few words; the law itself is in the domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.attendance import Service
from klubban.domain.quorum import counted, required, seats_of, serving, standing
from klubban.i18n import _

if TYPE_CHECKING:
    from klubban.domain.meeting import Attendee, Item, Meeting
    from klubban.ui.theme import Tone

_DASH = "\N{EN DASH}"


def told(span: tuple[int, int]) -> str:
    """Return a count, or from which to which it goes."""
    least, most = span
    return str(least) if least == most else f"{least}{_DASH}{most}"


def pill(meeting: Meeting, item: Item | None) -> tuple[str, Tone]:
    """Return the word and its tone; no word where nobody counts, or nobody is noted yet."""
    least = required(meeting.body, meeting.roll)
    if not least or not meeting.attendance:
        return "", "plain"
    span = counted(meeting, item)
    facts = {"serving": told(span), "seats": seats_of(meeting.body, meeting.roll)}
    if span[0] >= least or _despite(meeting, item):
        return _("Quorate: {serving} of {seats}").format(**facts), "done"
    return _("Not quorate: {serving} of {seats}").format(**facts), "late"


def _despite(meeting: Meeting, item: Item | None) -> bool:
    """Tell whether too few may decide, as the assembly may after disqualification (KL 5 kap. 46 §)."""
    if not meeting.roll.lines or not meeting.items:
        return False
    service = Service(meeting.roll, meeting.agenda, meeting.body)
    places = range(service.places) if item is None else (service.at[item.id],)
    return all(standing(service, place).reached for place in places)


def sentence(meeting: Meeting, item: Item | None) -> str:
    """Return who serves for whom, and who takes part remotely: for one item, or with their paragraphs."""
    if item is not None:
        return " · ".join(filter(None, (_remark(one) for one in serving(meeting, item))))
    found = []
    for one in meeting.attendance:
        remark = _remark(one) if one.decides else ""
        if one.decides and one.paragraphs:
            remark = f"{remark or one.who} {wording.signs_in(meeting, one.paragraphs)}"
        found.append(remark)
    return " · ".join(filter(None, found))


def _remark(one: Attendee) -> str:
    if one.serves_for is not None:
        return _("{name} serves for {member}").format(name=one.who, member=one.serves_for)
    return _("{name} takes part remotely").format(name=one.who) if one.remote else ""
