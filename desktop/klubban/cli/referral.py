"""`klubban export FILE referral|referral-form|referral-letter --body KS`: what was asked and answered."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import TYPE_CHECKING

from klubban.cli import publishing
from klubban.cli.choices import body_named, day_of, today
from klubban.cli.errors import Unusable
from klubban.cli.writing import write_all
from klubban.i18n import N_, _
from klubban.operations.inquiry_documents import (
    BOTH,
    BY_QUESTION,
    BY_REFEREE,
    prepare_compilation,
    prepare_form,
    prepare_letter,
)
from klubban.store import inquiries, reads
from klubban.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.referral import Inquiry
    from klubban.operations.export import Prepared

REFERRAL, FORM, LETTER = "referral", "referral-form", "referral-letter"
KINDS = (REFERRAL, FORM, LETTER)
_ORDERS = {"question": BY_QUESTION, "referee": BY_REFEREE, "both": BOTH}


def describe(parser: argparse.ArgumentParser) -> None:
    """Let the command take a referral, and how its answers are to stand."""
    parser.add_argument(
        "--title", metavar=_("WORDS"), help=_("words of the referral's title; the body's latest if none")
    )
    parser.add_argument(
        "--by", choices=[*_ORDERS], help=_("the answers by question, by referee, or both after each other")
    )


def check(options: argparse.Namespace) -> None:
    """Raise Unusable for options that do not go with the kind."""
    if options.title is not None and options.kind not in KINDS:
        raise Unusable(N_("--title goes with referral, referral-form and referral-letter only"))
    if options.by is not None and options.kind != REFERRAL:
        raise Unusable(N_("--by goes with referral only"))
    if options.kind in KINDS and any(
        each is not None for each in (options.time, options.paragraph, options.year)
    ):
        raise Unusable(N_("--time, --paragraph and --year do not go with a referral"))
    if options.kind in KINDS and options.body is None:
        raise Unusable(N_("--body is needed to find the referral"))


def run(options: argparse.Namespace) -> None:
    """Write the document as things stand today, or on the day that is given, and print its path."""
    day = day_of(options.date) if options.date is not None else today()
    with closing(Database.open(options.file, read_only=True)) as database:
        with database.read() as read:
            body = body_named(reads.bodies(read), options.body)
            found = inquiries.inquiries(read, body.id)
        made = _prepared(database, options, inquiry_named(found, body, options.title, options.key).id, day)
        print(*write_all([made], options))
        if options.public:
            publishing.tell_of_lists(database, body.id, [made.document])


def _prepared(database: Database, options: argparse.Namespace, inquiry_id: int, day: date) -> Prepared:
    if options.kind == FORM:
        return prepare_form(database, inquiry_id, day)
    if options.kind == LETTER:
        return prepare_letter(database, inquiry_id, day)
    orders = None if options.by is None else _ORDERS[options.by]
    return prepare_compilation(database, inquiry_id, day, orders=orders, public=options.public)


def inquiry_named(found: Sequence[Inquiry], body: Body, title: str | None, key: str | None) -> Inquiry:
    """Return the inquiry with a key or words in its title, or the latest; raises Unusable for none."""
    if key is not None:
        wanted = [each for each in found if each.key == key]
    elif title is not None:
        wanted = [each for each in found if title.casefold() in each.title.casefold()]
    else:
        wanted = [each for each in found if each.sent_on is not None][-1:]
    if len(wanted) == 1:
        return wanted[0]
    known = ", ".join(each.title for each in wanted or found) or "–"
    template = N_("{body} has several such referrals: {known}")
    if not wanted:
        template = N_("{body} has no such referral; there are: {known}")
    raise Unusable(template, body=body.name, known=known)
