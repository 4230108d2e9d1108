"""What is said of what is to be done and by when, in sentences; for page, paper and calendar alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import plan_words
from klubban.documents.wording import NBSP, capital, enumerated, inside
from klubban.domain.duty import Followed, Standing, Wanted, statute

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.duty import Duty
    from klubban.i18n import Texts

_MOST_NAMES, _MOST_LETTERS = 3, 140
_YEAR, _MANY, _MONTHS = 365, 2, 60
"""Days of a year, years from which nobody counts months, and days from which nobody counts days."""


def title(duty: Duty, texts: Texts) -> str:
    """Return what is to be done, as a sentence without its point."""
    covered = duty.paragraphs.printed if duty.paragraphs else ""
    if duty.what is Wanted.PAPERS:
        count = len(duty.names)
        told = texts.ngettext("{names} is awaited", "{names} are awaited", count)
        return capital(told.format(names=_names(duty, texts)))
    if duty.what is Wanted.VERIFICATION and covered:
        return texts.gettext("{paragraphs} are to be verified").format(paragraphs=covered)
    if duty.what is Wanted.REASONS:
        told = texts.gettext("Written reasons for a reservation are awaited from {who}")
        return told.format(who=_names(duty, texts))
    if duty.what is Wanted.SUBMISSION:
        return texts.gettext("“{title}” should be decided").format(title=_names(duty, texts))
    followed = _followed(duty, texts)
    if followed:
        return followed
    return _plain(duty, texts).format(paragraphs=covered or texts.gettext("the decisions"))


def _plain(duty: Duty, texts: Texts) -> str:
    formal = duty.body is None or duty.body.rules.protocol
    said = {
        Wanted.ANNOUNCEMENT: texts.gettext("The meeting is to be announced on the notice board"),
        Wanted.SUMMONS: texts.gettext("The summons is to be out")
        if formal
        else texts.gettext("The invitation is to be out"),
        Wanted.HELD: texts.gettext("Was the meeting held? Open it, or note that it was cancelled"),
        Wanted.COMMENTS: texts.gettext("Last day for comments on the notes"),
        Wanted.DRAFT: texts.gettext("Last day for comments on the draft of the protocol"),
        Wanted.AT_ONCE: texts.gettext("To be verified at once: {paragraphs}"),
        Wanted.VERIFICATION: texts.gettext("The protocol is to be verified"),
        Wanted.NOTICE: texts.gettext("The verification is to be announced on the notice board"),
        Wanted.NOTICE_ANEW: texts.gettext("The notice came down too early: post it anew"),
        Wanted.NOTICE_DOWN: texts.gettext("The notice may come down"),
        Wanted.APPEAL: texts.gettext("Last day to appeal against {paragraphs}"),
        Wanted.ASK: texts.gettext("Ask the court whether anybody has appealed against {paragraphs}"),
        Wanted.ANSWER: texts.gettext("Note what the court says of {paragraphs}"),
        Wanted.SITUATION: texts.gettext("A situation report is awaited"),
        Wanted.MEETINGS: texts.gettext("The rules ask for more meetings this year"),
    }
    return said[duty.what]


def _followed(duty: Duty, texts: Texts) -> str:
    """Return what is to be done about something that is followed up by its name; nothing for other duties."""
    said = {
        Wanted.ASSIGNMENT: "{title}",
        Wanted.UNANSWERED: texts.gettext("Ask how it goes: {title}"),
        Wanted.STUCK: texts.gettext("Has got stuck: {title}"),
        Wanted.SEND: texts.gettext("“{title}” is to be sent out"),
        Wanted.ANSWERS: texts.gettext("Answers to “{title}” are awaited"),
        Wanted.REMIND: texts.gettext("Remind those who have not answered “{title}”"),
        Wanted.COMPILE: texts.gettext("The answers to “{title}” are to be compiled"),
        Wanted.REPLY: texts.gettext("The referral “{title}” is to be answered"),
        Wanted.CHECKPOINT: texts.gettext("“{title}” is to be followed up"),
        Wanted.REVIEW: texts.gettext("“{title}” is to be looked at again"),
        Wanted.RUNS_OUT: texts.gettext("“{title}” runs out"),
        Wanted.RECOMMENDATION: texts.gettext("The recommendation “{title}” is to be answered"),
        Wanted.ACTIVITY: texts.gettext("The activity “{title}” is to be done"),
        Wanted.PROMISE: texts.gettext("The promise “{title}” is to be followed up this year"),
        Wanted.REPORT_TO: texts.gettext("“{title}” is to be reported on"),
        Wanted.OBLIGATION: texts.gettext("“{title}” has been on no agenda"),
    }
    words = said.get(duty.what)
    if words is None:
        return ""
    name = next((each for each in duty.names if each), "")
    if not name:
        return _unnamed(duty, texts)
    return words.format(title=_short(name))


def _unnamed(duty: Duty, texts: Texts) -> str:
    """Return what is to be done about something that is confidential."""
    if duty.follows is Followed.ASSIGNMENT:
        return texts.gettext("An assignment of a confidential item")
    if duty.what in (Wanted.REPLY, Wanted.SEND, Wanted.ANSWERS, Wanted.REMIND, Wanted.COMPILE):
        return texts.gettext("A referral in a confidential matter")
    return texts.gettext("Something of a confidential item is to be followed up")


def _short(name: str) -> str:
    """Return as much of a name as a line or two hold."""
    whole = " ".join(name.split()).removesuffix(".")
    return whole if len(whole) <= _MOST_LETTERS else whole[:_MOST_LETTERS].rsplit(" ", 1)[0] + " …"


def _names(duty: Duty, texts: Texts) -> str:
    unnamed = texts.gettext("a document of a confidential item")
    names = list(dict.fromkeys(name or unnamed for name in duty.names))
    more = len(names) - _MOST_NAMES
    if more > 0:
        others = texts.ngettext("{count} more", "{count} more", more).format(count=more)
        names = [*names[:_MOST_NAMES], others]
    return enumerated(names, texts)


def whose(duty: Duty, texts: Texts, today: date) -> str:
    """Return the body and its meeting: `Kommunstyrelsen 14 december`."""
    if duty.body is None:
        return ""
    day = plan_words.near(duty.held, today, texts) if duty.held else ""
    told = " ".join(filter(None, (duty.body.name, day)))
    if duty.follows is Followed.ASSIGNMENT:
        number = duty.paragraphs.printed if duty.paragraphs else ""
        return " ".join(filter(None, (told, number)))
    return told


def around(duty: Duty, texts: Texts, today: date) -> str:
    """Return whom it waits for, whose it is, what is agreed on, and the section that wants it so."""
    told = [duty.who or "", _short(duty.within or ""), whose(duty, texts, today), *_state(duty, texts)]
    if duty.appointed is not None:
        day = plan_words.near(duty.appointed, today, texts)
        told.append(texts.gettext("agreed on for {day}").format(day=day))
    if duty.in_grace(today) and duty.extended:
        day = plan_words.near(duty.extended, today, texts)
        told.append(texts.gettext("in time until {day} (1930:173)").format(day=day))
    told.append((statute(duty) or "").replace(" ", "\u00a0"))
    return ", ".join(filter(None, told))


def _state(duty: Duty, texts: Texts) -> Iterator[str]:
    """Walk how it stands with what is followed up."""
    if duty.unanswered:
        told = texts.ngettext(
            "no report at {count} meeting", "no report at {count} meetings", duty.unanswered
        )
        yield told.replace("{count} ", f"{{count}}{NBSP}").format(count=duty.unanswered)
    if duty.between:
        yield texts.gettext("stuck between {who}").format(who=enumerated(list(duty.between), texts))
    if duty.counted and duty.what is Wanted.MEETINGS:
        yield texts.gettext("{count} of {most} are planned").format(
            count=duty.counted[0], most=duty.counted[1]
        )
    elif duty.counted:
        yield texts.gettext("{count} of {most} have answered").format(
            count=duty.counted[0], most=duty.counted[1]
        )
    if duty.to:
        yield texts.gettext("to {body}").format(body=inside(duty.to))


def standing(of: Standing, texts: Texts) -> str:
    """Return what heads those that stand so."""
    names = {
        Standing.LATE: texts.pgettext("deadlines", "Late"),
        Standing.TODAY: texts.pgettext("deadlines", "Today"),
        Standing.SOON: texts.pgettext("deadlines", "Within a week"),
        Standing.OPEN: texts.pgettext("deadlines", "Can be done now"),
        Standing.LATER: texts.pgettext("deadlines", "Later"),
    }
    return names[of]


def time_left(duty: Duty, texts: Texts, today: date) -> str:
    """Return how late it is, or how long is left: `3 dagar för sent`, `i dag`, `om 5 dagar`."""
    stands = duty.standing(today)
    if stands is Standing.LATE:
        return how_late(duty.late_by(today), texts)
    if stands is Standing.OPEN:
        return texts.gettext("since {day}").format(day=plan_words.near(duty.day, today, texts))
    if duty.in_grace(today):
        return texts.pgettext("deadline", "the day has passed")
    left = (duty.day - today).days
    if left == 0:
        return texts.pgettext("deadline", "today")
    if left == 1:
        return texts.pgettext("deadline", "tomorrow")
    return texts.ngettext("in {count} day", "in {count} days", left).format(count=left)


def how_late(days: int, texts: Texts) -> str:
    """Return how late it is as people tell it: in days, then in months, then in years."""
    years = days // _YEAR
    if years >= _MANY:
        return texts.ngettext("{count} year late", "{count} years late", years).format(count=years)
    if days >= _MONTHS:
        months = days * 12 // _YEAR
        return texts.ngettext("{count} month late", "{count} months late", months).format(count=months)
    return texts.ngettext("{count} day late", "{count} days late", days).format(count=days)


def summary(late: int, now: int, texts: Texts) -> str:
    """Return how much is late and how much is for today, in a sentence; that nothing is, otherwise."""
    if not late and not now:
        return texts.gettext("Nothing is late, and nothing is for today.")
    said = []
    if late:
        told = texts.ngettext("{count} thing is late", "{count} things are late", late)
        said.append(told.format(count=late))
    if now:
        told = texts.ngettext("{count} thing is for today", "{count} things are for today", now)
        said.append(told.format(count=now))
    return f"{enumerated(said, texts)}."


def heading(body: str | None, texts: Texts) -> str:
    """Return what the list is called."""
    if body is None:
        return texts.pgettext("deadlines", "To be done")
    return texts.gettext("To be done by {body}").format(body=inside(body))


def briefly(late: int, now: int, texts: Texts) -> str:
    """Return what is most pressing in two words: `3 sena`, `2 i dag`; nothing where nothing is."""
    if late:
        return texts.ngettext("{count} overdue", "{count} overdue", late).format(count=late)
    return texts.ngettext("{count} today", "{count} today", now).format(count=now) if now else ""
