"""What is said of a plan, in sentences; for the page and the document alike."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from klubban.documents.wording import NBSP, capital, enumerated, inside
from klubban.domain.agenda import Moves
from klubban.domain.holiday_names import Holiday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.agenda import Pattern
    from klubban.domain.body import Body, MeetingType
    from klubban.domain.chain import Step
    from klubban.domain.lead_times import LeadTimes
    from klubban.domain.planned import Awaited, Planned
    from klubban.domain.planning import PlannedDay
    from klubban.i18n import Texts

_A_MONDAY = date(2024, 1, 1)
_MOST_MONTHS = 7
_LAST, _LAST_BUT_ONE = -1, -2


# --- days


def weekday(number: int, texts: Texts) -> str:
    """Return the name of a day of the week, 0 for Monday."""
    return texts.date(_A_MONDAY + timedelta(days=number), "EEEE")


def month(number: int, texts: Texts) -> str:
    """Return the name of a month."""
    return texts.date(date(_A_MONDAY.year, number, 1), "LLLL")


def day_in_year(day: date, texts: Texts) -> str:
    """Return `måndag 1 februari`."""
    return _held(texts.date(day, texts.pgettext("date pattern", "EEEE d MMMM")), day)


def short_day(day: date, texts: Texts) -> str:
    """Return `1 februari`."""
    return texts.date(day, texts.pgettext("date pattern", "d MMMM")).replace(" ", NBSP)


def full_day(day: date, texts: Texts) -> str:
    """Return `måndag 1 februari 2027`."""
    return _held(texts.date(day, texts.pgettext("date pattern", "EEEE d MMMM y")), day)


def _held(told: str, day: date) -> str:
    return told.replace(f" {day.day} ", f" {day.day}{NBSP}")


def near(day: date, to: date, texts: Texts) -> str:
    """Return a day, with its year where that is another."""
    if day.year == to.year:
        return short_day(day, texts)
    return short_day(day, texts) + texts.date(day, " y")


def brief(day: date, today: date, texts: Texts, *, named: bool = True) -> str:
    """Return a day in few letters: `fre 13` of the days ahead if `named`, else `10 nov`, `10 nov 2025`."""
    if named and today < day < today + timedelta(days=7):
        return texts.date(day, "EEE").rstrip(".") + f" {day.day}"
    told = f"{day.day} " + texts.date(day.replace(day=1), "MMM").rstrip(".")
    return told if day.year == today.year else f"{told} {day.year}"


def holiday(of: Holiday, texts: Texts) -> str:
    """Return what a holiday is called."""
    names = {
        Holiday.NEW_YEAR: texts.gettext("New Year’s Day"),
        Holiday.EPIPHANY: texts.gettext("Epiphany"),
        Holiday.GOOD_FRIDAY: texts.gettext("Good Friday"),
        Holiday.EASTER: texts.gettext("Easter Sunday"),
        Holiday.EASTER_MONDAY: texts.gettext("Easter Monday"),
        Holiday.FIRST_OF_MAY: texts.gettext("the first of May"),
        Holiday.ASCENSION: texts.gettext("Ascension Day"),
        Holiday.WHITSUN: texts.gettext("Whit Sunday"),
        Holiday.NATIONAL_DAY: texts.gettext("the National Day"),
        Holiday.MIDSUMMER_EVE: texts.gettext("Midsummer Eve"),
        Holiday.MIDSUMMER: texts.gettext("Midsummer Day"),
        Holiday.ALL_SAINTS: texts.gettext("All Saints’ Day"),
        Holiday.CHRISTMAS_EVE: texts.gettext("Christmas Eve"),
        Holiday.CHRISTMAS: texts.gettext("Christmas Day"),
        Holiday.BOXING_DAY: texts.gettext("Boxing Day"),
        Holiday.NEW_YEARS_EVE: texts.gettext("New Year’s Eve"),
    }
    return names[of]


# --- how meetings come again


def ordinal(number: int, texts: Texts) -> str:
    """Return `tredje`, or `sista` for -1; no word for what has none here."""
    words = {
        _LAST_BUT_ONE: texts.pgettext("ordinal", "last but one"),
        _LAST: texts.pgettext("ordinal", "last"),
        1: texts.pgettext("ordinal", "first"),
        2: texts.pgettext("ordinal", "second"),
        3: texts.pgettext("ordinal", "third"),
        4: texts.pgettext("ordinal", "fourth"),
        5: texts.pgettext("ordinal", "fifth"),
        6: texts.pgettext("ordinal", "sixth"),
        7: texts.pgettext("ordinal", "seventh"),
        8: texts.pgettext("ordinal", "eighth"),
        9: texts.pgettext("ordinal", "ninth"),
        10: texts.pgettext("ordinal", "tenth"),
    }
    return words.get(number, "")


def pattern(of: Pattern, texts: Texts) -> str:
    """Return `Tredje tisdagen varje månad utom juli, kl. 13.00`."""
    return capital(", ".join([_recurs(of, texts), *clock(of, texts)]))


def patterns(of: Sequence[Pattern], texts: Texts) -> str:
    """Return how a body's meetings come again; the time and place once where all have the same."""
    told: dict[tuple[str, ...], list[str]] = {}
    for each in of:
        told.setdefault(tuple(clock(each, texts)), []).append(_recurs(each, texts))
    return " ".join(
        f"{capital(', '.join([enumerated(days, texts), *where]))}." for where, days in told.items()
    )


def clock(of: Pattern | PlannedDay | Planned, texts: Texts) -> list[str]:
    """Return the start and the place, as far as they are known."""
    start = texts.gettext("at {time}").format(time=texts.time(of.start)) if of.start else ""
    return [each for each in (start.replace(" ", NBSP), of.place or "") if each]


def _recurs(of: Pattern, texts: Texts) -> str:
    return _weeks(of, texts) if of.weeks else _by_month(of, texts)


def _by_month(of: Pattern, texts: Texts) -> str:
    which = enumerated([ordinal(each, texts) for each in of.nth], texts)
    day = weekday(of.weekday, texts)
    if not of.months:
        return texts.gettext("the {which} {weekday} of each month").format(which=which, weekday=day)
    told = texts.gettext("the {which} {weekday} of each month except {months}")
    months = [each for each in range(1, 13) if each not in of.months]
    if len(of.months) < _MOST_MONTHS:
        told, months = texts.gettext("the {which} {weekday} in {months}"), list(of.months)
    names = enumerated([month(each, texts) for each in months], texts)
    return told.format(which=which, weekday=day, months=names)


def _weeks(of: Pattern, texts: Texts) -> str:
    weeks = of.weeks or 1
    word = ordinal(weeks, texts)
    if weeks == 1:
        told = texts.gettext("each week from {day}")
    elif weeks == 2:  # noqa: PLR2004 - it has a word of its own in Swedish
        told = texts.gettext("every other week from {day}")
    elif word:
        told = texts.gettext("each {which} week from {day}")
    else:
        told = texts.gettext("with {weeks} weeks in between, from {day}")
    first = full_day(of.first, texts) if of.first else "–"
    told = told.format(weeks=weeks, which=word, day=first)
    if not of.months:
        return told
    gone = [each for each in range(1, 13) if each not in of.months]
    if len(of.months) < _MOST_MONTHS:
        names = enumerated([month(each, texts) for each in of.months], texts)
        return texts.gettext("{told}, in {months}").format(told=told, months=names)
    names = enumerated([month(each, texts) for each in gone], texts)
    return texts.gettext("{told}, not in {months}").format(told=told, months=names)


def moves(of: Moves, texts: Texts) -> str:
    """Return what becomes of a meeting whose day is a holiday."""
    told = {
        Moves.LATER: texts.gettext("A holiday moves it to the next working day."),
        Moves.EARLIER: texts.gettext("A holiday moves it to the working day before."),
        Moves.SKIP: texts.gettext("On a holiday there is no meeting."),
    }
    return told[of]


def why(of: PlannedDay, texts: Texts) -> str:
    """Return why a planned day is not the pattern's own, and what else is to be known of it."""
    told = []
    if of.instead_of and of.holiday:
        moved = texts.gettext("instead of {day}, {holiday}")
        told.append(moved.format(day=short_day(of.instead_of, texts), holiday=holiday(of.holiday, texts)))
    if of.near and not of.there:
        near = texts.gettext("there is a meeting on {day} that week already")
        told.append(near.format(day=day_in_year(of.near, texts)))
    return capital("; ".join(told))


# --- a year


def counted(meetings: int, bodies: int, year: int, texts: Texts) -> str:
    """Return how often all bodies meet in a year."""
    if not meetings:
        return texts.gettext("No meeting is planned in {year}").format(year=year)
    many = texts.ngettext("{count} meeting", "{count} meetings", meetings).format(count=meetings)
    of = texts.ngettext("{count} body", "{count} bodies", bodies).format(count=bodies)
    return texts.gettext("{meetings} of {bodies} in {year}").format(
        meetings=many.replace(" ", NBSP), bodies=of.replace(" ", NBSP), year=year
    )


def counted_of(body: Body, meetings: int, year: int, texts: Texts) -> str:
    """Return how often a body meets in a year."""
    if not meetings:
        told = texts.gettext("{body} has no meetings in {year} yet")
    else:
        told = texts.ngettext("{body} meets once in {year}", "{body} meets {count} times in {year}", meetings)
    return told.format(body=body.name, count=meetings, year=year)


# --- a meeting


def dates(of: LeadTimes, texts: Texts) -> list[tuple[str, date]]:
    """Return the dates of a meeting, each with what is to be done by then, in their order."""
    found = [
        (texts.gettext("The papers are to be in"), of.papers),
        (texts.gettext("The summons is to be out"), of.summons),
        (texts.gettext("It is to be announced on the notice board"), of.announced),
        (texts.gettext("The protocol is verified"), of.verified),
    ]
    return sorted(((told, day) for told, day in found if day), key=lambda each: each[1])


def upwards(steps: Sequence[Step], day: date, texts: Texts) -> list[str]:
    """Return which meetings a matter reaches from a meeting on a day, a sentence for each."""
    found = []
    for step in steps:
        name = inside(step.body.name)
        if step.meeting is None:
            found.append(texts.gettext("No meeting of {body} is planned that it reaches.").format(body=name))
            continue
        closes = step.dates.closes if step.dates else None
        told = texts.gettext("It reaches {body} on {day}.")
        if closes:
            told = texts.gettext("It reaches {body} on {day}; papers are to be in there by {closes}.")
            if step.dates and step.dates.papers is None:
                told = texts.gettext("It reaches {body} on {day}; the summons goes out there on {closes}.")
        found.append(
            told.format(
                body=name,
                day=near(step.meeting.date, day, texts),
                closes=near(closes, day, texts) if closes else "",
            )
        )
    return found


def downwards(steps: Sequence[Step], day: date, texts: Texts) -> list[str]:
    """Return what a matter must pass, and when, to reach a meeting on a day: nearest first."""
    found = []
    for step in steps:
        name = inside(step.body.name)
        if step.meeting is None:
            told = texts.gettext("No meeting of {body} is in time for it.")
            found.append(told.format(body=name))
            continue
        papers = step.dates.papers if step.dates else None
        told = texts.gettext("{body} takes it up on {day} at the latest.")
        if papers:
            told = texts.gettext(
                "{body} takes it up on {day} at the latest; papers are to be in there by {papers}."
            )
        found.append(
            told.format(
                body=step.body.name,
                day=near(step.meeting.date, day, texts),
                papers=near(papers, day, texts) if papers else "",
            )
        )
    return found


def paper(of: Awaited, today: date, texts: Texts) -> str:
    """Return where an awaited paper stands: from whom, by when, arrived, approved."""
    one = of.paper
    told = []
    if one.arrived:
        told.append(texts.gettext("arrived on {day}").format(day=near(one.arrived, today, texts)))
        if one.approved and one.approved_by:
            approved = texts.gettext("approved on {day} by {who}")
            told.append(approved.format(day=near(one.approved, today, texts), who=one.approved_by))
        elif one.approved:
            told.append(texts.gettext("approved on {day}").format(day=near(one.approved, today, texts)))
        else:
            told.append(texts.gettext("not approved yet"))
    elif of.due:
        due = texts.gettext("should have come by {day}") if of.is_late(today) else texts.gettext("due {day}")
        told.append(due.format(day=near(of.due, today, texts)))
    else:
        told.append(texts.gettext("awaited"))
    if one.sender:
        told.insert(0, texts.gettext("from {sender}").format(sender=one.sender))
    return capital(", ".join(told))


def type_name(of: int | None, types: Sequence[MeetingType]) -> str:
    """Return the name of a type of meeting, or no words."""
    return next((each.name for each in types if each.id == of), "")
