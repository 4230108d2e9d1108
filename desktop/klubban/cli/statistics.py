"""`klubban statistics FILE --body KS …`: how often those with seats attended, as CSV."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from klubban.cli.choices import add_period, body_named, period_of
from klubban.cli.errors import Unusable
from klubban.domain.body import Body, Person, Seat
from klubban.domain.groups import Group, by_organisation, by_party
from klubban.domain.statistics import Attended, Held, attended, by_body
from klubban.exchange.sheets import write_csv
from klubban.i18n import N_, _, pgettext
from klubban.store import presence, reads
from klubban.store.database import Database

Rows = Iterator[tuple[object, ...]]


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    parser.add_argument(
        "--body", metavar=_("BODY"), help=_("the body's short name, or its name; not needed with --by body")
    )
    add_period(parser)
    parser.add_argument(
        "--by",
        choices=["person", "party", "organisation", "body"],
        default="person",
        help=_("what to count by; each person if nothing is said"),
    )


def run(options: argparse.Namespace) -> int:
    """Write a row for each person, party, organisation or body to standard output."""
    period = period_of(options)
    if options.body is None and options.by != "body":
        raise Unusable(N_("Say which --body; only --by body counts them all"))
    with closing(Database.open(options.file, read_only=True)) as database, database.read() as read:
        bodies = reads.bodies(read)
        if options.body is not None:
            bodies = (body_named(bodies, options.body),)
        ids = {body.id for body in bodies}
        seats = [seat for seat in reads.seats(read) if seat.body in ids]
        people = reads.people(read)
        held = presence.held(read, *period, bodies[0].id if options.body else None)
    rows = _bodies(bodies, seats, held) if options.by == "body" else _of_body(options.by, seats, people, held)
    print(write_csv(rows).replace("\r\n", "\n"), end="")
    return 0


def _of_body(by: str, seats: Sequence[Seat], people: Sequence[Person], held: Sequence[Held]) -> Rows:
    if by == "party":
        return _groups(_("Party"), by_party(seats, people, held))
    if by == "organisation":
        return _groups(_("Organisation"), by_organisation(seats, people, held))
    parties = {seat.person: seat.party for seat in seats if seat.party}
    return _persons(attended(seats, people, held), parties)


def _persons(found: Iterable[Attended], parties: Mapping[int | None, str]) -> Rows:
    """Walk those with seats; whose party is not known otherwise is of the one that has the seat."""
    yield _("Name"), _("Party"), _("Meetings held"), _("Present"), _("Per cent")
    for one in found:
        party = one.person.party or parties.get(one.person.id)
        yield one.person.name, party, one.held, one.present, _per_cent(one.share)


def _groups(name: str, found: Iterable[Group]) -> Rows:
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


def _bodies(bodies: Iterable[Body], seats: Sequence[Seat], held: Sequence[Held]) -> Rows:
    """Walk the bodies that met, each with how many of how many members came on average."""
    yield (
        pgettext("document", "Body"),
        _("Meetings held"),
        _("Members on average"),
        _("Present on average"),
        _("Per cent"),
    )
    found = by_body(seats, held)
    for body in bodies:
        one = found.get(body.id)
        if one is not None:
            share = one.present / one.members if one.members else None
            yield body.name, one.meetings, round(one.members, 1), round(one.present, 1), _per_cent(share)


def _per_cent(share: float | None) -> int | None:
    return None if share is None else round(100 * share)
