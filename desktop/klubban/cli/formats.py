"""In which form `klubban export` writes its files."""

from __future__ import annotations

import argparse

from klubban.cli.errors import Unusable
from klubban.documents.forms import Form
from klubban.i18n import N_, _

_OF_ITS_OWN = {
    "bundle": N_("A bundle is always PDF, since it binds other people's pages; leave out --format"),
    "calendar": N_("A calendar is always an iCalendar file; leave out --format"),
}
_TO_FILL_IN = {"referral-form": Form.DOCX}


def describe(parser: argparse.ArgumentParser) -> None:
    """Let the command take a form."""
    parser.add_argument(
        "--format",
        choices=[*map(str, Form)],
        help=_(
            "pdf, if nothing else is said, and docx of a referral-form; docx for Word, html for a web page,"
            " txt for a mail"
        ),
    )


def check(options: argparse.Namespace) -> None:
    """Raise Unusable for kinds that have a form of their own."""
    only = _OF_ITS_OWN.get(options.kind)
    if only and options.format is not None and not (options.kind == "bundle" and options.format == Form.PDF):
        raise Unusable(only)


def form_of(options: argparse.Namespace) -> Form:
    """Return the form that was asked for; what others are to fill in goes to them as Word."""
    return Form(options.format or _TO_FILL_IN.get(options.kind, Form.PDF))
