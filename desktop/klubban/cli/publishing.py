"""What `klubban export … --public` says beside the files: what should be looked at first."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from klubban.cli.errors import Unusable
from klubban.documents.finding_words import sentence
from klubban.documents.tree import Document
from klubban.domain.findings import Found
from klubban.i18n import N_, current
from klubban.operations.export import Kind
from klubban.operations.publishing import found_in, found_in_lists
from klubban.store.database import Database

_OF_PLANS = ("agreement", "activities", "promises", "steering", "recommendations", "goals")
_ALSO = ("bundle", "calendar", "situation", "referral", *_OF_PLANS)
"""Of a meeting too, and never with what is confidential."""


def check(kind: str) -> None:
    """Raise Unusable for what has no public version."""
    if kind not in (*map(str, Kind), *_ALSO):
        raise Unusable(N_("There is no public version of {kind}; leave out --public"), kind=kind)


def tell(database: Database, meeting_id: int, documents: Iterable[Document]) -> None:
    """Print what is found in documents on standard error, a line for each thing with its place."""
    _print(found_in(database, meeting_id, documents))


def tell_of_lists(database: Database, body_id: int, documents: Iterable[Document]) -> None:
    """Print what is found in documents of a body that are of no meeting."""
    _print(found_in_lists(database, body_id, documents))


def _print(found: Iterable[Found]) -> None:
    texts = current()
    for each in found:
        line = f"klubban: {each.where}: {sentence(each, texts)}"
        print(line.replace("\N{NO-BREAK SPACE}", " "), file=sys.stderr)
