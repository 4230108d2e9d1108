"""What the page of the summons says: where it stands, by when, what is lacking, what is new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klubban.documents import plan_words as say
from klubban.documents.wording import NBSP, clock, inside
from klubban.domain.lead_times import weekday_before
from klubban.domain.readiness import Lacking
from klubban.domain.sendings import calls_anew
from klubban.i18n import _, current, ngettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time

    from klubban.domain.agenda import Sending
    from klubban.ui.summons.sheet import SummonsSheet
    from klubban.ui.theme import Tone

_SECTION = re.compile(r"KL \d+ kap\. [\d–]+ §+")


def name(number: int, sheet: SummonsSheet) -> str:
    """Return what a sending is: `Kallelsen`, to those not bound to come `Inbjudan`; `Komplettering 2`."""
    if number:
        return _("Supplement {number}").format(number=number)
    return _("The summons") if sheet.formal else _("The invitation")


def title(sheet: SummonsSheet) -> str:
    """Return `Kallelse till kommunstyrelsen 14 december`."""
    line = _("Summons to {body} {day}") if sheet.formal else _("Invitation to {body} {day}")
    meeting = sheet.meeting
    return line.format(body=inside(meeting.body.name), day=say.short_day(meeting.date, current()))


def meeting_line(sheet: SummonsSheet) -> str:
    """Return when and where it meets."""
    meeting = sheet.meeting
    parts = (
        say.full_day(meeting.date, current()),
        clock(meeting.start, None, current()),
        meeting.place or "",
    )
    return ", ".join(filter(None, parts))


def cited(told: str) -> str:
    """Return a sentence in which a section of the law does not part at a line's end."""
    return _SECTION.sub(lambda found: found[0].replace(" ", NBSP), told)


# --- where it stands


def standing(sheet: SummonsSheet) -> str:
    """Return where the summons stands, in a sentence or two."""
    last = sheet.last
    if sheet.cancelled:
        return _("The meeting is cancelled.")
    if last is None and sheet.over:
        return _("No sending of a summons was noted.")
    if last is None:
        if sheet.formal:
            return _("The summons has not been sent.")
        return _("The invitation has not been sent.")
    told = sent(last, sheet)
    if sheet.news.nothing or sheet.over:
        return told
    new = ngettext("One thing is new since.", "{count} things are new since.", sheet.counted)
    return f"{told} {new.format(count=sheet.counted)}"


def sent(sending: Sending, sheet: SummonsSheet) -> str:
    """Return when something was sent."""
    if sending.number:
        line = _("Supplement {number} was sent on {when}.")
    elif sheet.formal:
        line = _("The summons was sent on {when}.")
    else:
        line = _("The invitation was sent on {when}.")
    return line.format(number=sending.number, when=when(sending))


def when(sending: Sending) -> str:
    """Return `17 november kl. 9.12`."""
    parts = (say.short_day(sending.on, current()), clock(sending.at, None, current()))
    return NBSP.join(filter(None, parts))


def lateness(sheet: SummonsSheet) -> str:
    """Return what the law, or the body, says of when it should have been out."""
    if sheet.due is None:
        return ""
    day = say.day_in_year(sheet.due, current())
    anew = sheet.news.first or calls_anew(sheet.meeting)
    if not anew:
        line = _("What is urgent should have been out by {day}, the weekday before (KL 5 kap. 15 §).")
        return cited(line.format(day=day))
    if sheet.assembly and not sheet.news.first:
        line = _("The new time should have been told by {day}, a week before (KL 5 kap. 13 and 15 §§).")
        return cited(line.format(day=day))
    if sheet.assembly:
        line = _("It should have been out by {day}, a week before the meeting (KL 5 kap. 15 §).")
        return cited(line.format(day=day))
    line = _("It should have been out by {day}, by the rules of {body}.")
    return line.format(day=day, body=inside(sheet.meeting.body.name))


def moved(sheet: SummonsSheet) -> str:
    """Return where a meeting went after it was told of, and what those called believe."""
    before, meeting = sheet.news.told, sheet.meeting
    if before is None:
        return ""
    line = _("Those called were told {before}. It is {now}.")
    was = _moment(before.meeting_date or meeting.date, before.meeting_start, before.place)
    return line.format(before=was, now=_moment(meeting.date, meeting.start, meeting.place))


def _moment(day: date, start: time | None, place: str | None) -> str:
    parts = (say.day_in_year(day, current()), clock(start, None, current()), place or "")
    return ", ".join(filter(None, parts))


# --- by when


def due_lines(sheet: SummonsSheet) -> Iterator[tuple[str, str, str, Tone]]:
    """Walk what is to be done by when: the day, what, and a word for where it stands."""
    dates, meeting, words = sheet.dates, sheet.meeting, current()
    if dates.papers is not None:
        waits = any(each.what is Lacking.PAPER for each in sheet.lacks)
        yield (
            say.day_in_year(dates.papers, words),
            _("The papers are to be in"),
            *_passed(sheet, dates.papers, done=not waits),
        )
    if dates.announced is not None:
        told = _("The meeting is to be announced on the notice board (KL 5 kap. 13 §)")
        if meeting.announced_on is not None:
            told = _("The meeting was announced on {day} (KL 5 kap. 13 §)")
            told = told.format(day=say.short_day(meeting.announced_on, words))
        done = meeting.announced_on is not None and meeting.announced_on <= dates.announced
        yield (say.day_in_year(dates.announced, words), told, *_passed(sheet, dates.announced, done=done))
    if dates.summons is not None:
        yield (say.day_in_year(dates.summons, words), _summons_due(sheet), *_sent_by(sheet, dates.summons))
    if sheet.assembly and sheet.last is not None:
        told = _("Urgent matters are to be announced and sent, the weekday before (KL 5 kap. 14–15 §§)")
        yield (say.day_in_year(weekday_before(meeting.date), words), told, "", "plain")


def _summons_due(sheet: SummonsSheet) -> str:
    if sheet.assembly:
        return _("The summons is to be out to all members and alternates, a week before (KL 5 kap. 15 §)")
    line = (
        _("The summons is to be out, by the rules of {body}")
        if sheet.formal
        else _("The invitation is to be out, by the rules of {body}")
    )
    return line.format(body=inside(sheet.meeting.body.name))


def _sent_by(sheet: SummonsSheet, due: date) -> tuple[str, Tone]:
    first = next((each for each in sheet.meeting.sendings if not each.number), None)
    if first is None:
        return _passed(sheet, due, done=False)
    return (
        (pgettext("of a day", "kept"), "done") if first.on <= due else (pgettext("of a day", "late"), "soon")
    )


def _passed(sheet: SummonsSheet, due: date, *, done: bool) -> tuple[str, Tone]:
    if done:
        return pgettext("of a day", "kept"), "done"
    late = sheet.today > due and not (sheet.over or sheet.cancelled)
    return (pgettext("of a day", "passed"), "late") if late else ("", "plain")


# --- what can be done


def file_name(sheet: SummonsSheet) -> str:
    """Return what is written for those called, as a word to press."""
    if sheet.cancelled and sheet.last is not None:
        return _("Notice that it is cancelled")
    if sheet.tells_supplement:
        last = sheet.last
        number = sheet.news.number if not sheet.news.nothing or last is None else last.number
        return name(number, sheet)
    return name(0, sheet)


def why_not(sheet: SummonsSheet) -> str:
    """Return why nothing can be sent now."""
    if sheet.locked:
        return _("The file is open for reading only.")
    if sheet.cancelled:
        return _("The meeting is cancelled.")
    if sheet.over:
        return _("The meeting has been; nothing is sent after it.")
    if not sheet.news.first and sheet.news.nothing:
        return _("Nothing is new since the last sending.")
    if not sheet.meeting.items:
        return _("Nothing is on the agenda.")
    return _("The summons of the assembly says time and place (KL 5 kap. 15 §).")


def to_send(sheet: SummonsSheet) -> str:
    """Return the words of the page's one act: what remains before it, or what is sent."""
    if sheet.required:
        count = sheet.required
        line = ngettext("{count} requirement remains", "{count} requirements remain", count)
        return line.format(count=count)
    if sheet.news.first:
        return _("Send the summons …") if sheet.formal else _("Send the invitation …")
    if sheet.news.moved:
        return _("Send the new time …")
    return _("Send supplement {number} …").format(number=sheet.news.number)
