"""What the room says of referrals, in few words: who has answered, what is late, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import plan_words
from klubban.documents.wording import NBSP, number_sign
from klubban.domain.inquiry_replies import Stood, days_late, stood
from klubban.domain.referral import InquiryKind
from klubban.i18n import _, current, ngettext, pgettext

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.referral import Inquiry, ReceivedReferral, Referee
    from klubban.ui.inquiries.book import Book, Place
    from klubban.ui.theme import Tone

_SOON = 7


def day(of: date, book: Book) -> str:
    """Return a day, with its year where that is another."""
    return plan_words.near(of, book.today, current())


def counts(inquiry: Inquiry, today: date) -> dict[Stood, int]:
    """Return how many stand how."""
    found = [stood(inquiry, each, today) for each in inquiry.referees]
    return {each: found.count(each) for each in Stood}


def answered(inquiry: Inquiry) -> str:
    """Return `3 of 5 have answered`, of those whom it was sent to."""
    asked = [each for each in inquiry.referees if each.sent_on is not None or each.replies]
    count = sum(bool(each.replies) for each in asked)
    told = ngettext("{count} of {all} has answered", "{count} of {all} have answered", count)
    return told.format(count=count, all=len(asked))


def briefly(inquiry: Inquiry, book: Book) -> str:
    """Return how it stands, as a sentence: `3 of 5 have answered; by 30 April`."""
    due = pgettext("answers", "by {day}").format(day=day(inquiry.due, book))
    if inquiry.sent_on is None:
        count = len(inquiry.referees)
        told = ngettext("to {count} referee", "to {count} referees", count).format(count=count)
        return "; ".join((told if count else _("nobody is asked yet"), due))
    return "; ".join((answered(inquiry), due)) if inquiry.closed_on is None else answered(inquiry)


def pill(inquiry: Inquiry, today: date) -> tuple[str, Tone]:
    """Return how it stands, in the words of a pill."""
    if inquiry.closed_on is not None:
        return pgettext("inquiry", "compiled"), "done"
    if inquiry.sent_on is None:
        return pgettext("inquiry", "not sent"), "soon"
    now = counts(inquiry, today)
    if late := now[Stood.LATE]:
        return ngettext("{count} answer is late", "{count} answers are late", late).format(count=late), "late"
    if not now[Stood.AWAITED] and now[Stood.ANSWERED]:
        return pgettext("inquiry", "all answers are in"), "done"
    return pgettext("inquiry", "waits for answers"), "accent"


STAGES = 4


def stages(kind: InquiryKind) -> tuple[str, ...]:
    """Return the course of an inquiry."""
    last = (
        pgettext("inquiry", "Collected") if kind is InquiryKind.REPORTS else pgettext("inquiry", "Compiled")
    )
    return pgettext("inquiry", "Draft"), pgettext("inquiry", "Sent"), pgettext("inquiry", "Answers"), last


def stage(inquiry: Inquiry) -> int:
    """Return which stage of its course it is at."""
    if inquiry.closed_on is not None:
        return STAGES - 1
    if inquiry.sent_on is None:
        return 0
    return 2 if any(each.replies for each in inquiry.referees) else 1


def next_step(inquiry: Inquiry, book: Book) -> str:
    """Return what comes next, as a sentence."""
    if inquiry.closed_on is not None:
        return _("It was closed on {day}. Later answers are still taken.").format(
            day=day(inquiry.closed_on, book)
        )
    if inquiry.sent_on is None:
        if not inquiry.referees:
            return _("Write who is to be asked below, then send it (S).")
        return _("It can still be changed in every way. S sends letter and form to all who are asked.")
    now = counts(inquiry, book.today)
    told = _("Sent on {day}; {answered}.").format(day=day(inquiry.sent_on, book), answered=answered(inquiry))
    if now[Stood.LATE]:
        told += " " + _("P reminds those who are late.")
    elif not now[Stood.AWAITED] and now[Stood.ANSWERED]:
        told += " " + _("U puts what was answered on the next agenda.")
    return told


def referee_pill(inquiry: Inquiry, referee: Referee, book: Book) -> tuple[str, Tone]:
    """Return how a referee stands, as word and tone."""
    match stood(inquiry, referee, book.today):
        case Stood.ANSWERED:
            return pgettext("referee", "has answered"), "done"
        case Stood.DECLINED:
            return pgettext("referee", "declines"), "plain"
        case Stood.NOT_SENT:
            return pgettext("referee", "not sent to"), "plain"
        case Stood.LATE:
            late = days_late(inquiry, referee, book.today)
            return ngettext("{count} day late", "{count} days late", late).format(count=late), "late"
    left = (inquiry.due_of(referee) - book.today).days
    return pgettext("referee", "waits"), "soon" if left <= _SOON else "accent"


def referee_told(inquiry: Inquiry, referee: Referee, book: Book) -> str:
    """Return what is known of a referee, in a sentence."""
    parts = []
    if referee.sent_on is not None:
        parts.append(_("asked {day}").format(day=day(referee.sent_on, book)))
        if referee.reply is None and referee.declined_on is None:
            parts.append(_("has until {day}").format(day=day(inquiry.due_of(referee), book)))
    if referee.due_because:
        parts.append(_("more time: {reason}").format(reason=referee.due_because))
    if referee.reminders and referee.reply is None:
        parts.append(_("reminded {day}").format(day=day(referee.reminders[-1], book)))
    if referee.declined_on is not None and referee.reply is None:
        parts.append(_("declined {day}").format(day=day(referee.declined_on, book)))
        parts += [referee.declined_because] if referee.declined_because else []
    if referee.reply is not None:
        parts.append(pgettext("referee", "answered {day}").format(day=day(referee.reply.received_on, book)))
        if referee.reply.by:
            parts.append(_("signed by {name}").format(name=referee.reply.by))
        if len(referee.replies) > 1:
            parts.append(_("in the place of the answer of {day}").format(
                day=day(referee.replies[-2].received_on, book)
            ))  # fmt: skip
    return " · ".join(parts)


def place(at: Place, book: Book) -> str:
    """Return `Kommunstyrelsen 3 mars, § 4 Remiss`."""
    line = book.lines.get(at["meeting_id"])
    body = book.body_name(line.body) if line is not None else ""
    sign = number_sign(at["number"]).replace(" ", NBSP) if at["number"] is not None else ""
    where = " ".join(filter(None, (body, day(at["date"], book))))
    return ", ".join(filter(None, (where, " ".join(filter(None, (sign, at["title"]))))))


# --- received


def received_pill(one: ReceivedReferral, today: date) -> tuple[str, Tone]:
    """Return how a referral that came here stands."""
    if one.answered_on is not None:
        return pgettext("received", "answered"), "done"
    due = one.due_now
    if due is None:
        return "", "plain"
    left = (due - today).days
    if left < 0:
        return ngettext("{count} day late", "{count} days late", -left).format(count=-left), "late"
    if left <= _SOON:
        return ngettext("in {count} day", "in {count} days", left).format(count=left), "soon"
    return "", "plain"


def received_briefly(one: ReceivedReferral, book: Book) -> str:
    """Return how it stands: `Trafikverket · answer by 30 April`."""
    if one.answered_on is not None:
        when = _("answered {day}").format(day=day(one.answered_on, book))
    elif one.due_now is not None:
        when = _("answer by {day}").format(day=day(one.due_now, book))
    else:
        when = _("came {day}").format(day=day(one.received_on, book))
    return f"{one.sender} · {when}"
