"""Where what waits comes from, in words; and what an item is called that reports by delegation."""

from __future__ import annotations

from klubban.domain.agenda import CameFrom, Origin
from klubban.domain.assignment import AssignmentStep
from klubban.domain.commitments_due import Follows
from klubban.domain.incoming import Incoming
from klubban.domain.meeting import SubmissionKind
from klubban.domain.undertaken import UNANSWERED_AFTER
from klubban.i18n import N_, _, current, ngettext, texts

_REPORTS = {
    Origin.URGENT: N_("Report of urgent decisions"),
    Origin.DELEGATED: N_("Report of decisions by delegation"),
    Origin.ASSIGNMENT: N_("Follow-up of assignments"),
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
        Origin.REFERRAL: _referral,
        Origin.FOLLOW_UP: _follow_up,
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
    if each.assignment_ids:
        count = len(each.assignment_ids)
        line = ngettext("{count} assignment falls due", "{count} assignments fall due", count)
        return _with_silence(line.format(count=count), each)
    if each.stuck is not None:
        return _stuck(each.stuck, each.who or "")
    line = _("Assigned to {name}, due {date}").format(name=each.who, date=_by(each))
    return _with_silence(line, each)


def _with_silence(line: str, each: Incoming) -> str:
    """Return a line with how long nobody answered, where that must be said."""
    if each.unanswered < UNANSWERED_AFTER:
        return line
    silent = ngettext(
        "no answer at {count} meeting", "no answer at {count} meetings", each.unanswered
    ).format(count=each.unanswered)
    return f"{line}; {silent}"


def _stuck(step: AssignmentStep, who: str) -> str:
    facts = {"name": who, "between": " – ".join(step.between), "aims": step.aims or ""}
    if step.between and step.aims:
        return _("Assigned to {name}, stuck between {between}: {aims}").format(**facts)
    if step.between:
        return _("Assigned to {name}, stuck between {between}").format(**facts)
    return _("Assigned to {name}, stuck: {aims}").format(**facts)


def _referral(each: Incoming) -> str:
    if each.answers is None:
        facts = {"sender": each.who, "date": _by(each)}
        if each.due is None:
            return _("Referral from {sender}").format(**facts)
        return _("Referral from {sender}, to be answered by {date}").format(**facts)
    answers, asked = each.answers
    line = _("Answers were due {date}; {answers} of {asked} have answered")
    return line.format(date=_by(each), answers=answers, asked=asked)


def _follow_up(each: Incoming) -> str:
    template = {
        Follows.CHECKPOINT: N_("To be followed up {date}"),
        Follows.REVIEW: N_("To be reviewed by {date}"),
        Follows.ENDS: N_("Ends on {date}"),
        Follows.ANSWER: N_("The auditors are to be answered by {date}"),
        Follows.ACTIVITY: N_("An activity was to be done by {date}"),
        Follows.YEARLY: N_("To be followed up by {date}"),
        Follows.REPORT: N_("To be reported by {date}"),
    }[each.follows or Follows.CHECKPOINT]
    line = _(template).format(date=_by(each))
    if each.who:
        line = _("{line}: {what}").format(line=line, what=each.who)
    return f"{line} ({each.source})" if each.source else line


def _by(each: Incoming) -> str:
    return current().date(each.due) if each.due else ""


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
