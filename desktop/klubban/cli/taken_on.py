"""`klubban export FILE owners|walk`: a list for each who has something to do, and the report of a walk."""

from __future__ import annotations

import argparse
from contextlib import closing

from klubban.cli.choices import body_named, day_of, today
from klubban.cli.errors import Unusable
from klubban.cli.formats import form_of
from klubban.cli.writing import write_all
from klubban.domain.body import Body, Named
from klubban.domain.undertaken import by_owner
from klubban.domain.walk import Walk
from klubban.i18n import N_, _
from klubban.operations.export import Prepared
from klubban.operations.owner_lists import owner_lists, write_owner_lists
from klubban.operations.walk_report import prepare_walk
from klubban.store import reads
from klubban.store.assigned import everything
from klubban.store.database import Database
from klubban.store.walks import walks

_OWNERS, _WALK = "owners", "walk"
KINDS = (_OWNERS, _WALK)


def describe(parser: argparse.ArgumentParser) -> None:
    """Let the command take an owner."""
    parser.add_argument(
        "--owner", metavar=_("NAME"), help=_("the list of one alone who has assignments, by name")
    )


def check(options: argparse.Namespace) -> None:
    """Raise Unusable for options that do not go with the kind."""
    if options.owner is not None and options.kind != _OWNERS:
        raise Unusable(N_("--owner goes with owners only"))
    if options.kind not in KINDS:
        return
    if any(each is not None for each in (options.time, options.paragraph, options.year)):
        raise Unusable(N_("--time, --paragraph and --year do not go with lists of owners and walks"))
    if options.public:
        raise Unusable(N_("Lists of owners and reports of walks are not published; leave out --public"))


def run(options: argparse.Namespace) -> None:
    """Write the documents, and print the path of each."""
    day = None if options.date is None else day_of(options.date)
    with closing(Database.open(options.file, read_only=True)) as database:
        with database.read() as read:
            bodies = reads.bodies(read)
        body = None if options.body is None else body_named(bodies, options.body)
        if options.kind == _WALK:
            if body is None:
                raise Unusable(N_("--body is needed to find the walk"))
            with database.read() as read:
                found = _walks_on(walks(read, body.id), body, options)
            made: list[Prepared] = [prepare_walk(database, each.id, today()) for each in found]
            print(*write_all(made, options), sep="\n")
            return
        owner = None if options.owner is None else _owner_named(database, body, options.owner)
        lists = owner_lists(database, None if body is None else body.id, day or today(), owner=owner)
        if not lists:
            raise Unusable(N_("Nobody has an open assignment"))
        print(*write_owner_lists(lists, options.out, form_of(options)), sep="\n")


def _walks_on(found: tuple[Walk, ...], body: Body, options: argparse.Namespace) -> tuple[Walk, ...]:
    """Return the walks of the day that was asked for, or the latest; raises Unusable for none."""
    if not found:
        raise Unusable(N_("{body} has no walks"), body=body.name)
    day = found[0].day if options.date is None else day_of(options.date)
    on = tuple(each for each in found if each.day == day)
    if not on:
        days = ", ".join(sorted({each.day.isoformat() for each in found}))
        raise Unusable(
            N_("{body} had no walk on {date}; it had on {days}"), body=body.name, date=day, days=days
        )
    return on


def _owner_named(database: Database, body: Body | None, name: str) -> Named:
    """Return who has open assignments by a name, in any case; raises Unusable when there is not just one."""
    with database.read() as read:
        found = everything(read, None if body is None else body.id, open_only=True, today=today())
    owners = [who for who, _mine in by_owner(found)]
    wanted = [each for each in owners if each.name.casefold() == name.casefold()]
    if len(wanted) == 1:
        return wanted[0]
    if wanted:
        raise Unusable(N_("Several who are called {name} have assignments; leave out --owner"), name=name)
    raise Unusable(
        N_("{name} has no open assignments; these have: {known}"),
        name=name,
        known=", ".join(each.name for each in owners) or "–",
    )
