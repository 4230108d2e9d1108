"""PDF files, and what goes with them, that a command is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from klubban.cli.errors import Unusable
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _

if TYPE_CHECKING:
    import argparse

    from klubban.domain.examined import FieldIn


def add_revoked(parser: argparse.ArgumentParser) -> None:
    """Let a command take lists of revoked certificates."""
    parser.add_argument(
        "--revoked",
        type=Path,
        action="append",
        default=[],
        metavar=_("CRL"),
        help=_("a list of revoked certificates to look in first"),
    )


def read(path: Path) -> bytes:
    """Return what is in a file that is given; raises Unusable for one that cannot be read."""
    from klubban.documents.pdf.readers import LARGEST

    try:
        if path.stat().st_size > LARGEST:
            template = N_("{file} has more than {limit} MB, and is not read")
            raise Unusable(template, file=path, limit=LARGEST // 1_000_000)
        with path.open("rb") as handle:
            return handle.read(LARGEST)  # a device may have no end
    except OSError as error:
        raise Unusable(N_("{file} cannot be read: {reason}"), file=path, reason=error.strerror) from error


def check_pdf(path: Path, pdf: bytes) -> tuple[FieldIn, ...]:
    """Return the fields of a file; raises Unusable for what is no PDF that can be read."""
    from klubban.documents.pdf.signatures import fields_of

    try:
        return fields_of(pdf)
    except RuleBroken as broken:
        why = _(broken.template).format(**broken.facts)
        raise Unusable(N_("{file}: {why}"), file=path, why=why) from broken
