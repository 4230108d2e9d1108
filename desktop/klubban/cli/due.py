"""`klubban due FILE [--until D] [--json]`: every deadline and assignment, by day."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from klubban.cli.choices import body_named, day_of, today
from klubban.documents import board_words as say
from klubban.documents import plan_words
from klubban.domain.duty import Duty, Standing, statute
from klubban.domain.scope import Scope
from klubban.i18n import Texts, _, current
from klubban.operations.board import read_everything
from klubban.store.database import Database

FORMAT = "klubban-due-1"
_DAY, _LEFT = 17, 18


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    parser.add_argument(
        "--until", metavar=_("DATE"), help=_("only what has its day then or before: 2027-01-31")
    )
    parser.add_argument("--body", metavar=_("BODY"), help=_("the body's short name, or its name"))
    parser.add_argument("--date", metavar=_("DATE"), help=_("as it stands on another day than today"))
    parser.add_argument(
        "--json",
        action="store_true",
        help=_(
            "for other programs: an object with format, today and due, a list by day; each has day (null"
            " for an assignment without one), late_days, what (in words), kind, body, who, meeting (its"
            " day), paragraph, statute and key, which stays the same in the file"
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Print what is to be done, the late first."""
    day = day_of(options.date) if options.date is not None else today()
    until = day_of(options.until) if options.until is not None else None
    with closing(Database.open(options.file, read_only=True)) as database:
        board = read_everything(database, day)
    scope = Scope() if options.body is None else Scope(body_named(board.bodies, options.body).id)
    found = [each for each in board.within(scope) if _is_wanted(each, until)]
    if options.json:
        print(json.dumps(_plain(found, day), ensure_ascii=False, indent=1))
        return 0
    for line in _lines(found, day, current()):
        print(line.replace("\N{NO-BREAK SPACE}", " ").rstrip())
    return 0


def _is_wanted(duty: Duty, until: date | None) -> bool:
    return until is None or (duty.has_day and duty.day <= until)


def _plain(found: Iterable[Duty], day: date) -> dict[str, object]:
    return {"format": FORMAT, "today": day.isoformat(), "due": [_of(each, day) for each in found]}


def _of(duty: Duty, day: date) -> dict[str, object]:
    covered = duty.paragraphs
    return {
        "day": duty.day.isoformat() if duty.has_day else None,
        "late_days": duty.late_by(day),
        "what": say.title(duty, current()).replace("\N{NO-BREAK SPACE}", " "),
        "kind": duty.what.value,
        "body": duty.body.name if duty.body else None,
        "who": duty.who,
        "meeting": duty.held.isoformat() if duty.held else None,
        "paragraph": str(covered) if covered else None,
        "statute": statute(duty),
        "key": duty.key,
    }


def _lines(found: Iterable[Duty], day: date, texts: Texts) -> Iterator[str]:
    known = list(found)
    if not known:
        yield _("Nothing is to be done.")
    for stands in Standing:
        own = [each for each in known if each.standing(day) is stands]
        if own:
            yield say.standing(stands, texts)
        for each in own:
            when = plan_words.near(each.day, day, texts) if each.has_day else ""
            left = say.time_left(each, texts, day) if each.has_day else ""
            told = (say.title(each, texts), say.around(each, texts, day))
            yield f"  {when:<{_DAY}} {left:<{_LEFT}} {' · '.join(filter(None, told))}"
