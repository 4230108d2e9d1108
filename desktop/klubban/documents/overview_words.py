"""What is said at a glance: of the day, meetings ahead, attendance, promises, who has how much, the wheel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import attendance_words, plan_words, progress_words
from klubban.documents.wording import NBSP, capital, enumerated
from klubban.domain.chronic import IN_A_ROW
from klubban.domain.commitment import Progress
from klubban.domain.duty import Standing
from klubban.domain.glance import Readiness
from klubban.domain.year_wheel import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from klubban.domain.duty import Duty
    from klubban.domain.glance import Ahead, Load, Promised
    from klubban.domain.overview import Overview
    from klubban.domain.year_wheel import Month, Spoke
    from klubban.i18n import Texts

SHAPES = {State.DONE: "●", State.MISSED: "▲", State.NOW: "◆", State.COMING: "○"}
"""What stands beside the word, for those who look before they read."""


# --- the day


def day(of: date, texts: Texts) -> str:
    """Return `Torsdag 12 november`."""
    return capital(plan_words.day_in_year(of, texts))


def summary(late: int, soon: int, texts: Texts) -> str:
    """Return how much is late, and how much is to be done within a week, in a sentence."""
    said = []
    if late:
        told = texts.ngettext("one thing is late", "{count} things are late", late)
        said.append(told.format(count=counted(late, texts)))
    if soon:
        told = (
            texts.ngettext("one is to be done within a week", "{count} are to be done within a week", soon)
            if late
            else texts.ngettext(
                "one thing is to be done within a week", "{count} things are to be done within a week", soon
            )
        )
        said.append(told.format(count=counted(soon, texts)))
    if not said:
        return texts.gettext("Nothing is late, and nothing is to be done within a week.")
    return capital(", ".join(said)) + "."


def late_and_soon(duties: Iterable[Duty], today: date) -> tuple[int, int]:
    """Return how much is late, and how much has its day today or within a week."""
    stands = [each.standing(today) for each in duties]
    soon = (Standing.TODAY, Standing.SOON)
    return stands.count(Standing.LATE), sum(each in soon for each in stands)


def counted(number: int, texts: Texts) -> str:
    """Return a number up to twelve as a word, in the common gender."""
    words = (
        texts.pgettext("number", "no"), texts.pgettext("number", "one"), texts.pgettext("number", "two"),
        texts.pgettext("number", "three"), texts.pgettext("number", "four"),
        texts.pgettext("number", "five"), texts.pgettext("number", "six"),
        texts.pgettext("number", "seven"), texts.pgettext("number", "eight"),
        texts.pgettext("number", "nine"), texts.pgettext("number", "ten"),
        texts.pgettext("number", "eleven"), texts.pgettext("number", "twelve"),
    )  # fmt: skip
    return words[number] if number < len(words) else str(number)


def short_day(of: date, texts: Texts) -> tuple[str, str]:
    """Return the month and the day of a leaf of a calendar: `nov`, `12`."""
    return texts.date(of, "MMM").rstrip("."), str(of.day)


# --- meetings ahead


def readiness(of: Ahead, today: date, texts: Texts) -> str:
    """Return how a coming meeting stands, in a word or two."""
    words = {
        Readiness.GOES_ON: texts.pgettext("of a meeting", "goes on"),
        Readiness.TODAY: texts.pgettext("deadline", "today"),
        Readiness.EMPTY: texts.pgettext("of a meeting", "no agenda yet"),
        Readiness.LACKING: texts.pgettext("of a meeting", "papers lack"),
        Readiness.SUMMONED: texts.pgettext("of a meeting", "summoned"),
        Readiness.PLANNED: texts.pgettext("of a meeting", "planned"),
    }
    return words[of.readiness(today)]


def ahead(of: Ahead, texts: Texts) -> str:
    """Return what is known of a coming meeting: when and where, how much, and what stands in its way."""
    meeting, told = of.meeting, []
    if meeting.start:
        told.append(texts.time(meeting.start))
    if meeting.place:
        told.append(meeting.place)
    if of.items:
        told.append(texts.ngettext("{count} item", "{count} items", of.items).format(count=of.items))
    if of.lacking:
        lack = texts.ngettext("{count} paper is awaited", "{count} papers are awaited", of.lacking)
        told.append(lack.format(count=of.lacking))
    if of.absent:
        away = texts.ngettext("{count} told absent", "{count} told absent", of.absent)
        told.append(away.format(count=of.absent))
    return ", ".join(each.replace(" ", NBSP, 1) if each[0].isdigit() else each for each in told)


def ahead_briefly(of: Ahead, today: date, texts: Texts) -> str:
    """Return where and when a meeting of today is; of a later one what stands in its way."""
    meeting = of.meeting
    if of.readiness(today) in (Readiness.GOES_ON, Readiness.TODAY):
        told = [meeting.place or "", texts.time(meeting.start) if meeting.start else ""]
        return ", ".join(filter(None, told))
    return ahead(replace(of, meeting=replace(meeting, place=None)), texts)


def and_more(count: int, texts: Texts) -> str:
    """Return `och 3 till`."""
    return texts.ngettext("and {count} more", "and {count} more", count).format(count=count)


# --- attendance


def attended(of: Overview, texts: Texts) -> str:
    """Return how many came on average, and how many have stayed away, in a sentence or two."""
    if of.average is None:
        return ""
    told = texts.ngettext(
        "On average {came} at the last meeting.",
        "On average {came} at the last {count} meetings.",
        of.average.meetings,
    )
    came = texts.gettext("{present} of {members}").format(
        present=attendance_words.number(of.average.present, texts),
        members=attendance_words.number(of.average.members, texts),
    )
    said = [told.format(came=came, count=counted(of.average.meetings, texts))]
    away = [each for each in of.missing if each.in_a_row >= IN_A_ROW]
    if away:
        line = texts.ngettext(
            "One place has been empty {times} meetings in a row.",
            "{count} places have been empty {times} meetings in a row or more.",
            len(away),
        )
        times = min(each.in_a_row for each in away)
        said.append(capital(line.format(count=counted(len(away), texts), times=counted(times, texts))))
    return " ".join(said)


# --- promises


def stands(of: Promised, texts: Texts) -> str:
    """Return how far a plan or promise has come, with its shape; that it is late, where it is."""
    if of.late:
        return "▲\u00a0" + capital(texts.pgettext("of a promise", "late"))
    one = of.commitment
    return progress_words.standing(one, texts)


def is_kept(of: Promised) -> bool:
    """Tell whether a plan or promise was carried out."""
    return of.commitment.progress is Progress.DONE


# --- who has how much


def load(of: Load, texts: Texts) -> str:
    """Return `4 öppna, varav 2 sena`; `2 sena` where all are."""
    if of.late == of.count:
        return texts.ngettext("{count} is late", "{count} are late", of.late).format(count=of.late)
    told = [texts.ngettext("{count} open", "{count} open", of.count).format(count=of.count)]
    if of.late:
        late = texts.ngettext("of which {count} is late", "of which {count} are late", of.late)
        told.append(late.format(count=of.late))
    return ", ".join(told)


def loads_said(found: tuple[Load, ...], texts: Texts) -> str:
    """Return what a chart of who has how much shows, for those who do not see it."""
    told = [f"{each.who}: {load(each, texts)}" for each in found]
    return texts.gettext("Open assignments by who has them. {each}.").format(each="; ".join(told))


# --- the wheel


def state(of: State, texts: Texts) -> str:
    """Return how it stands with what the wheel has in a month."""
    words = {
        State.DONE: texts.pgettext("of the wheel", "done"),
        State.MISSED: texts.pgettext("of the wheel", "missed"),
        State.NOW: texts.pgettext("of the wheel", "this month"),
        State.COMING: texts.pgettext("of the wheel", "coming"),
    }
    return words[of]


def spoke(of: Spoke, texts: Texts) -> str:
    """Return how it stands with its shape, and on which day it was or is to be taken up."""
    told = f"{SHAPES[of.state]}\u00a0{state(of.state, texts)}"
    return f"{told} {plan_words.short_day(of.on, texts)}" if of.on else told


def legend(texts: Texts) -> str:
    """Return what each shape means, and the numbers."""
    told = [f"{shape}\u00a0{state(each, texts)}" for each, shape in SHAPES.items()]
    return "   ".join([*told, texts.gettext("Below: meetings")])


def month(of: Month, texts: Texts) -> str:
    """Return the name of a month."""
    return capital(plan_words.month(of.month, texts))


def wheel(found: tuple[Month, ...], texts: Texts) -> str:
    """Return how the year stands, in a sentence."""
    meetings = sum(each.held + each.planned for each in found)
    told = texts.ngettext("{count} meeting this year", "{count} meetings this year", meetings)
    said = [told.format(count=meetings)]
    for each in State:
        number = sum(month.counted(each) for month in found)
        if number:
            said.append(_counted_state(each, number, texts).format(count=number))
    return capital(", ".join(said)) + "."


def _counted_state(of: State, count: int, texts: Texts) -> str:
    if of is State.DONE:
        return texts.ngettext("{count} duty done", "{count} duties done", count)
    if of is State.MISSED:
        return texts.ngettext("{count} missed", "{count} missed", count)
    if of is State.NOW:
        return texts.ngettext("{count} for this month", "{count} for this month", count)
    return texts.ngettext("{count} to come", "{count} to come", count)


def wheel_said(found: tuple[Month, ...], texts: Texts) -> str:
    """Return what the picture of the wheel shows, for those who do not see it."""
    return " ".join([wheel(found, texts), *_months_said(found, texts)])


def _months_said(found: tuple[Month, ...], texts: Texts) -> Iterator[str]:
    for each in found:
        told = [f"{spoke.duty.title} ({state(spoke.state, texts)})" for spoke in each.spokes]
        if told:
            yield f"{month(each, texts)}: {enumerated(told, texts)}."
