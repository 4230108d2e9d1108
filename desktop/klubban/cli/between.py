"""`klubban export FILE matter|hand-over`: what a matter came to, and what the next secretary needs."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import TYPE_CHECKING

from klubban.cli import referral
from klubban.cli.choices import body_named, day_of, today
from klubban.cli.errors import Unusable
from klubban.cli.writing import write_all
from klubban.domain.matter_history import same_number
from klubban.i18n import N_, _
from klubban.operations.hand_over import prepare_hand_over
from klubban.operations.matter_line import prepare_matter
from klubban.store import reads
from klubban.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.meeting import Matter
    from klubban.operations.export import Prepared

MATTER, HAND_OVER = "matter", "hand-over"
KINDS = (MATTER, HAND_OVER)


def describe(parser: argparse.ArgumentParser) -> None:
    """Let the command take a matter."""
    parser.add_argument(
        "--registry-number", metavar="DNR", help=_("the registry number of the matter: KS 2026/12")
    )
    parser.add_argument("--key", help=_("or its key, as the open format has it"))


def check(options: argparse.Namespace) -> None:
    """Raise Unusable for options that do not go with the kind."""
    named = options.registry_number is not None or options.key is not None
    if options.registry_number is not None and options.kind != MATTER:
        raise Unusable(N_("--registry-number goes with matter only"))
    if options.key is not None and options.kind not in (MATTER, *referral.KINDS):
        raise Unusable(N_("--key goes with matter and referrals only"))
    if options.kind == MATTER and not named:
        raise Unusable(N_("--registry-number or --key is needed to find the matter"))
    if options.kind == MATTER and options.body is not None:
        raise Unusable(N_("--body does not go with matter; its line is of all bodies"))
    if options.kind in KINDS and any(each is not None for each in (options.time, options.paragraph)):
        raise Unusable(N_("--time and --paragraph go with documents of a meeting only"))


def run(options: argparse.Namespace) -> None:
    """Write the document as things stand today, or on the day that is given, and print its path."""
    day = day_of(options.date) if options.date is not None else today()
    with closing(Database.open(options.file, read_only=True)) as database:
        print(*write_all([_prepared(database, options, day)], options))


def _prepared(database: Database, options: argparse.Namespace, day: date) -> Prepared:
    with database.read() as read:
        bodies, found = reads.bodies(read), reads.matters(read)
    if options.kind == MATTER:
        return prepare_matter(database, matter_named(found, options.registry_number, options.key).id, day)
    body = None if options.body is None else body_named(bodies, options.body).id
    return prepare_hand_over(database, day, body)


def matter_named(matters: Sequence[Matter], number: str | None, key: str | None = None) -> Matter:
    """Return the matter with a registry number, or a key; raises Unusable when there is not just one."""
    found = [
        each
        for each in matters
        if (each.key == key if key is not None else same_number(each.registry_number, number))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        keys = ", ".join(each.key for each in found)
        raise Unusable(
            N_("{number} is the number of several matters; add --key, one of {keys}"),
            number=number,
            keys=keys,
        )
    raise Unusable(N_("There is no matter {number}"), number=number if key is None else key)
