"""`klubban export FILE KIND …`: documents of a meeting, or of a body."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from klubban.cli import (
    between,
    bundle,
    formats,
    matter_lists,
    plan,
    plans,
    publishing,
    records,
    referral,
    situations,
    taken_on,
)
from klubban.cli.choices import add_folder, add_meeting, body_named, day_of, meeting_of, today
from klubban.cli.errors import Unusable
from klubban.cli.writing import write_all
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.operations.calendar import export_calendar
from klubban.operations.export import Kind
from klubban.operations.export_body import prepare_terms
from klubban.operations.export_script import prepare_script
from klubban.store import reads
from klubban.store.database import Database

_TERMS, _CALENDAR, _SCRIPT = "terms", "calendar", "script"
_APART = (between, matter_lists, situations, plans, referral, taken_on)
"""Modules that write kinds of their own, of no meeting."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    parser.add_argument(
        "kind",
        metavar=_("KIND"),
        choices=[
            *map(str, Kind),
            bundle.BUNDLE,
            _CALENDAR,
            _SCRIPT,
            _TERMS,
            *plan.OF_A_YEAR,
            *(kind for module in _APART for kind in module.KINDS),
        ],
        help=_kinds(),
    )
    add_meeting(parser, required=False)
    parser.add_argument(
        "--paragraph", type=int, metavar="N", help=_("the number of the paragraph to extract")
    )
    add_folder(parser)
    formats.describe(parser)
    records.describe(parser)
    bundle.describe(parser)
    plan.describe(parser)
    between.describe(parser)
    referral.describe(parser)
    taken_on.describe(parser)


def _kinds() -> str:
    """Return what the kinds are, in a few words each."""
    return (
        _(
            "summons, bundle (the summons with all its documents), supplement (what is new since it was"
            " sent), announcement, calendar (the meeting as an iCalendar file), script (for the chair),"
            " protocol, extract (of one paragraph, or one of each), notice, certificate (of the notice),"
            " appeal (how to), force (the certificate of legal force), correction (of what is verified),"
            " divisions (who voted what), attendance, assignments (of a meeting, or without a date all that"
            " the body has open), labels (with postal addresses), roll (to call before the meeting),"
            " terms (of reference of the body, without a date), plan (of a year, of one body"
            " or of all), register (of a body's decisions in a year), unanswered (motions and citizens'"
            " proposals), delegated (decisions that are not reported yet), or deadlines (what is to be done)"
        )
        + _(
            "; or matter (all that happened to it), or hand-over (what whoever takes the secretary's chair"
            " needs, of one body or of all)"
        )
        + _("; or situation (a body's situation report of a day, or its latest)")
        + _("; or overview (what waits, the next meetings and how it stands, of one body or of all)")
        + _(
            "; or of a body's plans and promises: agreement (each with its history), activities, promises,"
            " steering (documents by when they are looked at again), recommendations, or goals"
        )
        + _(
            "; or of a referral or a round of reports: referral (what was answered), referral-form, or"
            " referral-letter"
        )
        + _(
            "; or owners (a list for each who has assignments, with the draft of a mail), or walk (the report"
            " of a body's walk of a day, or its latest)"
        )
    )


def run(options: argparse.Namespace) -> int:
    """Write the documents, and print the path of each."""
    formats.check(options)
    bundle.check(options)
    records.check(options)
    between.check(options)
    referral.check(options)
    taken_on.check(options)
    for module in _APART:
        if options.kind in module.KINDS:
            module.run(options)
            return 0
    plan.check(options)
    if options.kind in plan.OF_A_YEAR:
        plan.run(options)
        return 0
    if options.kind == _TERMS:
        return _terms(options)
    if records.of_body(options):
        print(*write_all([records.open_assignments(options)], options))
        return 0
    if options.date is None:
        raise Unusable(N_("--date is needed to find the meeting"))
    with closing(Database.open(options.file, read_only=True)) as database:
        meeting_id = meeting_of(database, options)
        if options.kind == bundle.BUNDLE:
            bundle.run(database, meeting_id, options)
            return 0
        for path in _paths(database, meeting_id, options):
            print(path)
    return 0


def _terms(options: argparse.Namespace) -> int:
    """Write a body's terms of reference as they are today, or on the day that is given."""
    if options.time is not None or options.paragraph is not None:
        raise Unusable(N_("--time and --paragraph go with documents of a meeting only"))
    day = day_of(options.date) if options.date is not None else today()
    with closing(Database.open(options.file, read_only=True)) as database:
        with database.read() as read:
            body = body_named(reads.bodies(read), options.body)
        print(*write_all([prepare_terms(database, body.id, day)], options))
    return 0


def _paths(database: Database, meeting_id: int, options: argparse.Namespace) -> list[Path]:
    if options.kind == _CALENDAR:
        stamped, public = datetime.now(UTC), options.public
        return [export_calendar(database, meeting_id, options.out, stamped=stamped, public=public)]
    if options.kind == _SCRIPT:
        return write_all([prepare_script(database, meeting_id)], options)
    try:
        found = records.of_meeting(database, meeting_id, options)
        written = write_all(found, options)
    except RuleBroken as broken:
        if options.paragraph is None or options.kind == Kind.LEGAL_FORCE:
            raise
        raise Unusable(broken.template, **broken.facts) from broken  # an argument, here, and no rule
    if options.public:
        publishing.tell(database, meeting_id, (each.document for each in found))
    return written
