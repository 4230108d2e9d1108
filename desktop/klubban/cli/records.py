"""What `klubban export` can be told of records, lists of assignments and labels."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from klubban.cli import publishing
from klubban.cli.choices import body_named, today
from klubban.cli.errors import Unusable
from klubban.documents.tree import LABELS_A_SHEET
from klubban.i18n import N_, _
from klubban.operations.export import Kind, Prepared, prepare, prepare_labels, prepare_signed
from klubban.operations.export_body import prepare_assignments
from klubban.store import reads
from klubban.store.database import Database

_OF_A_PARAGRAPH = (Kind.EXTRACT, Kind.HOW_TO_APPEAL, Kind.LEGAL_FORCE)


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what records and labels can be told."""
    parser.add_argument(
        "--draft",
        action="store_true",
        help=_("a protocol, extract or list of votes that says on each page that it is a draft"),
    )
    parser.add_argument(
        "--from-label",
        type=int,
        metavar="N",
        help=_("the label of the first sheet that labels begin on, from 1 to {most}").format(
            most=LABELS_A_SHEET
        ),
    )

    parser.add_argument(
        "--set",
        type=int,
        metavar="N",
        help=_("the protocol as it is signed for one of several verifications, as klubban stage counts them"),
    )


def check(options: argparse.Namespace) -> None:
    """Raise Unusable for options that do not go with the kind."""
    kind = Kind(options.kind) if options.kind in set(Kind) else None
    if options.draft and not (kind and kind.is_record):
        raise Unusable(N_("--draft goes with protocol, extract and divisions only"))
    if options.set is not None and (kind is not Kind.PROTOCOL or options.public):
        raise Unusable(N_("--set goes with a whole protocol only, and not with --public"))
    if options.from_label is not None and kind is not Kind.LABELS:
        raise Unusable(N_("--from-label goes with labels only"))
    if options.from_label is not None and not 1 <= options.from_label <= LABELS_A_SHEET:
        raise Unusable(N_("--from-label takes a number from 1 to {most}"), most=LABELS_A_SHEET)
    if options.paragraph is not None and kind not in _OF_A_PARAGRAPH:
        raise Unusable(N_("--paragraph goes with extract, appeal and force only"))


def of_body(options: argparse.Namespace) -> bool:
    """Tell whether the list of all open assignments of a body is asked for, and none of a meeting."""
    return options.kind == Kind.ASSIGNMENTS and options.date is None and options.time is None


def open_assignments(options: argparse.Namespace) -> Prepared:
    """Return the list of all that a body has open today."""
    if options.body is None:
        raise Unusable(N_("--body is needed to find the assignments"))
    with closing(Database.open(options.file, read_only=True)) as database:
        with database.read() as read:
            body = body_named(reads.bodies(read), options.body)
        made = prepare_assignments(database, body.id, today(), public=options.public)
        if options.public:
            publishing.tell_of_lists(database, body.id, [made.document])
        return made


def of_meeting(database: Database, meeting_id: int, options: argparse.Namespace) -> list[Prepared]:
    """Return the documents of a meeting; who is on no label is told on standard error."""
    if options.set is not None:
        return [prepare_signed(database, meeting_id, _verification(database, meeting_id, options.set))]
    if options.kind != Kind.LABELS or options.public:  # which is refused
        return prepare(
            database,
            meeting_id,
            options.kind,
            paragraph=options.paragraph,
            public=options.public,
            draft=options.draft or None,
            today=today(),
        )
    labels, lacking = prepare_labels(database, meeting_id, first=options.from_label or 1)
    for name in lacking:
        print(_("klubban: {name} has no postal address").format(name=name), file=sys.stderr)
    return [labels]


def _verification(database: Database, meeting_id: int, number: int) -> int:
    """Return the id of a verification by its number among those of the meeting."""
    with database.read() as read:
        found = reads.recorded(read, meeting_id).verifications
    if not 1 <= number <= len(found):
        raise Unusable(N_("--set takes a number from 1 to {most} here"), most=len(found))
    return found[number - 1].id
