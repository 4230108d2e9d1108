"""Where what waits comes from, in words; and what an item is called that reports by delegation."""

from __future__ import annotations

from klubban.domain.agenda import CameFrom, Origin
from klubban.domain.incoming import Incoming
from klubban.domain.meeting import SubmissionKind
from klubban.i18n import N_, _, current, ngettext, texts

_REPORTS = {
    Origin.URGENT: N_("Report of urgent decisions"),
    Origin.DELEGATED: N_("Report of decisions by delegation"),
}
_RAISED = {
    SubmissionKind.MEMBER_MOTION: N_("Member's motion"),
    SubmissionKind.INTERPELLATION: N_("Interpellation"),
    SubmissionKind.QUESTION: N_("Question"),
    SubmissionKind.CITIZEN_PROPOSAL: N_("Citizens' proposal"),
    SubmissionKind.INITIATIVE: N_("Initiative"),
}


def title_of(origin: Origin, language: str) -> str:
    """Return what the item is called that reports decisions by delegation, in the organisation's language."""
    return texts(language).gettext(_REPORTS[origin])


def told(each: Incoming) -> str:
    """Return where something comes from: `Bordlagd den 22 februari 2016, § 12`."""
    if each.came:
        return _from(each, each.came)
    tell = {
        Origin.STANDING: _standing,
        Origin.DUTY: _duty,
        Origin.URGENT: _urgent,
        Origin.DELEGATED: _delegated,
        Origin.ASSIGNMENT: _assigned,
        Origin.SUBMISSION: _raised,
    }
    return tell[each.origin](each)


def _standing(_each: Incoming) -> str:
    return _("Comes on each agenda")


def _urgent(each: Incoming) -> str:
    count = len(each.delegated_ids)
    return ngettext(
        "{count} urgent decision must be reported at this meeting (KL 6 kap. 40 §)",
        "{count} urgent decisions must be reported at this meeting (KL 6 kap. 40 §)",
        count,
    ).format(count=count)


def _delegated(each: Incoming) -> str:
    count = len(each.delegated_ids)
    return ngettext(
        "{count} decision by delegation has not been reported",
        "{count} decisions by delegation have not been reported",
        count,
    ).format(count=count)


def _assigned(each: Incoming) -> str:
    return _("Assigned to {name}, due {date}").format(name=each.who, date=_day(each))


def _day(each: Incoming) -> str:
    return current().date(each.since) if each.since else ""


def _duty(each: Incoming) -> str:
    month = current().date(each.since, "LLLL") if each.since else ""
    if each.source:
        return _("Due each year in {month} ({source})").format(month=month, source=each.source)
    return _("Due each year in {month}").format(month=month)


def _raised(each: Incoming) -> str:
    kind = _(_RAISED[each.submission]) if each.submission else ""
    if each.who and each.since:
        return _("{kind} from {name}, received {date}").format(kind=kind, name=each.who, date=_day(each))
    if each.who:
        return _("{kind} from {name}").format(kind=kind, name=each.who)
    return _("{kind}, received {date}").format(kind=kind, date=_day(each)) if each.since else kind


def _from(each: Incoming, came: CameFrom) -> str:
    facts = {"body": came.body, "date": current().date(came.date), "number": came.number}
    if each.cancelled:
        return _("Was on the agenda of {date}, when the meeting was cancelled").format(**facts)
    if each.dispatched:
        return _("Sent over by {body} on {date}, § {number}").format(**facts)
    template = {
        (Origin.POSTPONED, True): N_("Postponed on {date}, § {number}"),
        (Origin.POSTPONED, False): N_("Postponed on {date}"),
        (Origin.REFERRED_BACK, True): N_("Referred back by {body} on {date}, § {number}"),
        (Origin.REFERRED_BACK, False): N_("Referred back by {body} on {date}"),
        (Origin.PROPOSED, True): N_("Proposed by {body} on {date}, § {number}"),
        (Origin.PROPOSED, False): N_("Proposed by {body} on {date}"),
    }[each.origin, came.number is not None]
    return _(template).format(**facts)
