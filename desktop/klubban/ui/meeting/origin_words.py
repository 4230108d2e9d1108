"""Where an agenda item comes from, and what was done to it, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.agenda import Act, Origin
from klubban.i18n import _, current, pgettext
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.agenda import AgendaAct, CameFrom
    from klubban.domain.meeting import Item


def origin(item: Item) -> str:
    """Return why an item is on the agenda that nobody wrote there; no words for one that somebody did."""
    match item.origin:
        case None:
            return _("It goes on from an earlier meeting.") if item.came_from else ""
        case Origin.SUBMISSION:
            return _submission(item)
        case Origin.ASSIGNMENT if item.assignment is None:
            return _("Several assignments fall due.")
        case Origin.REFERRAL if item.inquiry is None:
            return _("A referral that came here is to be answered.")
        case known:
            return {
                Origin.STANDING: _("It is on each agenda of the body."),
                Origin.DUTY: _("It is due in this month each year."),
                Origin.POSTPONED: _("It was postponed."),
                Origin.REFERRED_BACK: _("It was referred back."),
                Origin.PROPOSED: _("Another body proposes the decision."),
                Origin.ASSIGNMENT: _("An assignment falls due."),
                Origin.DELEGATED: _("Decisions by delegation are reported."),
                Origin.URGENT: _("An urgent decision is reported at the next meeting."),
                Origin.REFERRAL: _("What others were asked for comes back."),
                Origin.FOLLOW_UP: _("A plan or promise is to be followed up."),
                Origin.CHAIR: _("The chair put it on the agenda."),
            }[known]


def _submission(item: Item) -> str:
    submission = item.matter.submission if item.matter else None
    if submission is None or not submission.by:
        return _("Members or citizens raised it.")
    return _("{name} raised it.").format(name=submission.by)


def earlier(came_from: CameFrom, today: date) -> str:
    """Return the earlier item: `Kommunstyrelsen, 22 februari 2016, § 12`."""
    parts = [came_from.body, words.day(came_from.date, today)]
    if came_from.number is not None:
        parts.append(wording.number_sign(came_from.number))
    return ", ".join(parts)


def act(of: AgendaAct, today: date) -> str:
    """Return what was done to an item, who proposed it, and when."""
    told = {
        Act.ADDED: pgettext("act", "Added as an extra item"),
        Act.WITHDRAWN: pgettext("act", "Withdrawn"),
        Act.POSTPONED: pgettext("act", "Postponed"),
        Act.RESTORED: pgettext("act", "Taken up again"),
    }[of.act]
    parts = [told]
    if of.on is not None:
        parts.append(_("on {day}").format(day=words.day(of.on, today)))
    if of.at is not None:
        parts.append(_("at {time}").format(time=current().time(of.at)))
    sentence = " ".join(parts)
    if of.by:
        sentence = _("{what}, proposed by {name}").format(what=sentence, name=of.by)
    return f"{sentence}. {of.reason}" if of.reason else f"{sentence}."
