"""How `klubban export` writes documents, and what it says of letters that it cannot print."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from klubban.cli.formats import form_of
from klubban.documents.forms import Form
from klubban.i18n import _
from klubban.operations.export import Prepared, write

_MOST = 20
"""Whoever sees so many knows that the text is in another script."""


def write_all(prepared: Iterable[Prepared], options: argparse.Namespace) -> list[Path]:
    """Write documents in the form that was asked for, and return the paths."""
    form, documents = form_of(options), list(prepared)
    paths = [write(each, options.out, form) for each in documents]
    if form is Form.PDF:  # the other forms hold no faces
        _tell(documents)
    return paths


def _tell(documents: Iterable[Prepared]) -> None:
    """Name on standard error what no face can print."""
    from klubban.documents.pdf.unprintable import unprintable

    missing = sorted({letter for each in documents for letter in unprintable(each.document)})
    if missing:
        told = ", ".join(map(_named, missing[:_MOST])) + (" …" if len(missing) > _MOST else "")
        line = _("these characters cannot be printed, and a box stands for each: {characters}")
        print("klubban:", line.format(characters=told), file=sys.stderr)


def _named(letter: str) -> str:
    """Return a character with its number; alone the number where it has no shape of its own."""
    code = f"U+{ord(letter):04X}"
    return f"{letter} ({code})" if letter.isprintable() else code
