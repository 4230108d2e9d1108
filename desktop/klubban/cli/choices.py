"""What the words of a command mean: days, times, bodies."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from klubban.cli.errors import Unusable
from klubban.domain.body import Body
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import MeetingLine
from klubban.domain.years import check_year as check_day_year
from klubban.i18n import N_, _
from klubban.store import reads
from klubban.store.database import Database

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile("[0-9]{2}:[0-9]{2}")
_YEARS = range(1900, 2201)


def _whole(form: re.Pattern[str], words: str) -> str:
    """Return the words; raises ValueError when they have another form, such as a week's or a zone."""
    if not form.fullmatch(words):
        raise ValueError(words)
    return words


def today() -> date:
    """Return the day on which the command is run."""
    return datetime.now(UTC).astimezone().date()


def day_of(words: str) -> date:
    """Return a date; raises Unusable for what is none, or in a year that nobody means."""
    try:
        day = date.fromisoformat(_whole(_DAY, words))
        check_day_year(day)
    except ValueError:
        raise Unusable(N_("There is no date {date}; expected one such as 2016-02-22"), date=words) from None
    except RuleBroken as error:
        raise Unusable(error.template, **error.facts) from None
    return day


def time_of(words: str | None) -> time | None:
    """Return a time of day, if any is given; raises Unusable for what is none."""
    try:
        return None if words is None else time.fromisoformat(_whole(_CLOCK, words))
    except ValueError:
        raise Unusable(N_("There is no time {time}; expected one such as 18:30"), time=words) from None


def check_year(year: int) -> None:
    """Raise Unusable for a year in which nobody can have met."""
    if year not in _YEARS:
        raise Unusable(N_("Expected a year from {first} to {last}"), first=_YEARS.start, last=_YEARS.stop - 1)


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Let a command take the folder to write in."""
    parser.add_argument(
        "--out",
        type=Path,
        default=Path(),
        metavar=_("DIR"),
        help=_("the folder to write in; the present one if none"),
    )


def add_meeting(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Let a command take a meeting: its body and day, and its start where that is not enough."""
    parser.add_argument(
        "--body", required=required, metavar=_("BODY"), help=_("the body's short name, or its name")
    )
    parser.add_argument(
        "--date", required=required, metavar=_("DATE"), help=_("the day of the meeting: 2016-02-22")
    )
    parser.add_argument(
        "--time", metavar=_("TIME"), help=_("its start, when the body met twice that day: 18:30")
    )


def meeting_of(database: Database, options: argparse.Namespace) -> int:
    """Return the meeting that was asked for; raises Unusable for none."""
    day, start = day_of(options.date), time_of(options.time)
    with database.read() as read:
        body = body_named(reads.bodies(read), options.body)
        return meeting_on(reads.meetings(read, body.id), body, day, start).id


def add_period(parser: argparse.ArgumentParser) -> None:
    """Let a command take the first and the last day of a period."""
    parser.add_argument(
        "--from", dest="first", metavar=_("DATE"), help=_("the first day; the earliest if none")
    )
    parser.add_argument("--to", dest="last", metavar=_("DATE"), help=_("the last day; the latest if none"))


def period_of(options: argparse.Namespace) -> tuple[date, date]:
    """Return the period that was asked for, both days in it; all time when nothing was said.

    Raises Unusable for a day that is none, or a period that ends before it starts.
    """
    first = date.min if options.first is None else day_of(options.first)
    last = date.max if options.last is None else day_of(options.last)
    if last < first:
        raise Unusable(N_("The period ends on {last}, before it starts on {first}"), first=first, last=last)
    return first, last


def body_named(bodies: Sequence[Body], wanted: str) -> Body:
    """Return the body with a short name or name, in any case, `BRA` for Brå too, or else with a key.

    Raises Unusable when there is not just one.
    """
    named: list[Body] = []
    for fold in (str.casefold, _bare):
        named = named or [
            body for body in bodies if fold(wanted) in (fold(body.short or body.name), fold(body.name))
        ]
    found = named or [body for body in bodies if body.key == wanted]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{body.short} ({body.name})" if body.short else body.name for body in found or bodies)
    template = (
        N_("{body} may be any of: {known}") if found else N_("There is no body {body}; there are: {known}")
    )
    raise Unusable(template, body=wanted, known=known or "–")


def _bare(name: str) -> str:
    """Return a name without case, and letters without their dots and rings."""
    parted = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in parted if not unicodedata.combining(each))


def meeting_on(lines: Sequence[MeetingLine], body: Body, day: date, start: time | None) -> MeetingLine:
    """Return a body's meeting of a day, at a start where there are two; raises Unusable for none, or both."""
    found = [line for line in lines if line.date == day and start in (None, line.start)]
    if len(found) == 1:
        return found[0]
    if found:
        starts = ", ".join(f"{line.start:%H:%M}" for line in found if line.start)
        raise Unusable(
            N_("{body} met more than once on {date}; add --time, one of {starts}"),
            body=body.name,
            date=day,
            starts=starts,
        )
    days = ", ".join(line.date.isoformat() for line in lines) or "–"
    raise Unusable(
        N_("{body} has no such meeting on {date}; it meets on {days}"), body=body.name, date=day, days=days
    )
