"""The organisation whose file it is, and the register of matters."""

from __future__ import annotations

from klubban.domain.meeting import Submission
from klubban.i18n import N_
from klubban.operations.naming import checked_name
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database

ORGANISATION = 1
"""A file holds one organisation."""


def name_organisation(database: Database, name: str, *, run: str | None = None, **facts: str | None) -> None:
    """Say whose file this is; `facts` are the other columns of the organisation."""
    name = checked_name(name)
    label = N_("Name the organisation {name}")
    with database.change(label, place=("organisation", ORGANISATION), run=run, name=name) as change:
        put_organisation(change, name=name, **facts)


def put_organisation(change: Change, **facts: object) -> None:
    """Write what is known of the organisation, for the first time or anew."""
    if reads.organisation(change.connection) is None:
        change.insert("organisation", id=ORGANISATION, **facts)
    else:
        change.update("organisation", ORGANISATION, **facts)


def matter_columns(
    title: str, registry_number: str | None, submission: Submission | None
) -> dict[str, object]:
    """Return a matter's columns."""
    return {
        "title": title,
        "registry_number": registry_number,
        "submission_kind": submission and submission.kind,
        "submission_by": submission and submission.by,
        "submission_date": submission and submission.date,
    }
