"""`klubban verify PDF [--file FILE]`: who signed a PDF, and whether it is as it was signed.

Exit 0: it is signed, whole and unchanged, and with --file what that file sent to be signed. 1: it is not. 2:
it is no PDF that can be read.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from klubban.cli.errors import Unusable
from klubban.cli.given_pdf import add_revoked, check_pdf, read
from klubban.documents import signature_report
from klubban.domain.errors import RuleBroken
from klubban.domain.examined import Examined, Gravity, SignatureFound
from klubban.domain.signing import Verdict
from klubban.i18n import _, current
from klubban.operations.verify_file import Known, verify
from klubban.store.database import Database

_WIDTH = 100


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("pdf", metavar="PDF", type=Path, help=_("a signed PDF; it is only read"))
    parser.add_argument(
        "--file",
        type=Path,
        metavar=_("FILE"),
        help=_("the Klubban file that it was sent from: it must be what was sent, and is said to be which"),
    )
    parser.add_argument(
        "--trust",
        type=Path,
        action="append",
        default=[],
        metavar="PEM",
        help=_("a certificate whose holder may say who somebody is; those of the file are trusted as well"),
    )
    add_revoked(parser)


def run(options: argparse.Namespace) -> int:
    """Print what was found; 1 when it is not as it should be."""
    pdf = read(options.pdf)
    check_pdf(options.pdf, pdf)
    try:
        known = _known(pdf, options)
    except RuleBroken as broken:
        raise Unusable(broken.template, **broken.facts) from broken
    for line in _told(known, of_file=options.file is not None):
        print(line)
    return 0 if _is_good(known, options) else 1


def _known(pdf: bytes, options: argparse.Namespace) -> Known:
    from klubban.documents.pdf.examining import examine

    trusted = [read(each) for each in options.trust]
    revoked = [read(each) for each in options.revoked]
    now = datetime.now(UTC).astimezone()
    if options.file is None:
        found = examine(pdf, trusted=trusted, revoked=revoked, at=now)
        return Known(found, anybody_trusted=bool(trusted))
    with closing(Database.open(options.file, read_only=True)) as database:
        return verify(database, pdf, trusted, now, revoked=revoked)


def _is_good(known: Known, options: argparse.Namespace) -> bool:
    found = known.examined
    if not found.whole or (known.anybody_trusted and not found.trusted):
        return False
    if options.file is None:
        return True
    return known.meeting is not None and not known.withdrawn and found.verdict is Verdict.UNCHANGED


def _told(known: Known, *, of_file: bool) -> Iterator[str]:
    found, texts = known.examined, current()
    yield signature_report.verdict(found, texts)
    if known.meeting is not None:
        own = known.meeting
        template = _("It is the protocol of {body}, {date}: {what}.")
        what = known.covers or _("the whole protocol")
        yield template.format(body=own.body.name, date=texts.date(own.date), what=what)
        if known.withdrawn:
            yield _("It has been withdrawn since, and counts no more.")
    elif of_file:
        yield _("It is no document that this file sent to be signed.")
    for each in found.remarks:
        if each.gravity is not Gravity.FINE:
            yield _point(signature_report.sentence(each, texts))
    for signature in found.signatures:
        yield from _signature(signature, found)
    for empty in found.empty_fields:
        yield _("{field}: not signed").format(field=empty.says or empty.name)


def _signature(signature: SignatureFound, found: Examined) -> Iterator[str]:
    texts = current()
    own = signature.certificate
    words = {
        "field": signature.says or signature.field,
        "who": own.subject if own else "–",
        "issuer": own.issuer if own else "–",
        "when": signature_report.when(signature, found, texts) or "–",
        "state": signature_report.state(signature, texts),
    }
    yield _("{field}: {who} (certificate by {issuer}), {when}. {state}.").format(**words)
    for each in signature.remarks:
        yield _point(signature_report.sentence(each, texts))


def _point(words: str) -> str:
    return textwrap.fill(words, _WIDTH, initial_indent="  – ", subsequent_indent="    ") + "."
