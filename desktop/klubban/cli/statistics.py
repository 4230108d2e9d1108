"""`klubban statistics FILE --body KS …`: how often those with seats attended, as CSV."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from klubban.cli.choices import add_period, body_named, period_of
from klubban.domain.groups import Group, by_organisation, by_party
from klubban.domain.statistics import Attended, attended
from klubban.exchange.sheets import write_csv
from klubban.i18n import _, pgettext
from klubban.store import presence, reads
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    parser.add_argument(
        "--body", required=True, metavar=_("BODY"), help=_("the body's short name, or its name")
    )
    add_period(parser)
    parser.add_argument(
        "--by",
        choices=["person", "party", "organisation"],
        default="person",
        help=_("what to count by; each person if nothing is said"),
    )


def run(options: argparse.Namespace) -> int:
    """Write a row for each person, party or organisation to standard output."""
    first, last = period_of(options)
    with closing(Database.open(options.file, read_only=True)) as database, database.read() as read:
        body = body_named(reads.bodies(read), options.body)
        seats = [seat for seat in reads.seats(read) if seat.body == body.id]
        people, held = reads.people(read), presence.held(read, first, last, body.id)
    if options.by == "person":
        rows = _persons(attended(seats, people, held))
    elif options.by == "party":
        rows = _groups(_("Party"), by_party(seats, people, held))
    else:
        rows = _groups(_("Organisation"), by_organisation(seats, people, held))
    print(write_csv(rows).replace("\r\n", "\n"), end="")
    return 0


def _persons(found: list[Attended]) -> Iterator[tuple[object, ...]]:
    yield _("Name"), _("Party"), _("Meetings held"), _("Present"), _("Per cent")
    for one in found:
        yield one.person.name, one.person.party, one.held, one.present, _per_cent(one.share)


def _groups(name: str, found: list[Group]) -> Iterator[tuple[object, ...]]:
    yield (
        name,
        pgettext("of a body", "Seats"),
        _("Meetings held"),
        _("Attendances possible"),
        _("Attendances"),
        _("Per cent"),
    )
    for one in found:
        yield one.name, one.seats, one.held, one.places, one.present, _per_cent(one.share)


def _per_cent(share: float | None) -> int | None:
    return None if share is None else round(100 * share)
