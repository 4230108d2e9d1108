"""The organisation whose file it is, and the register of matters."""

from __future__ import annotations

from collections.abc import Iterable

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Submission
from klubban.domain.server_address import checked_address
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.naming import checked_name, one_line
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


def change_organisation(
    database: Database, *, run: str | None = None, sought: Iterable[str] | None = None, **facts: str
) -> None:
    """Say anew what is known of the organisation: number, address, website, notice_board, protocol_kept_at.

    `time_stamp_server` vouches for when somebody signed. `sought` are words of its own that are looked for
    before anything is published. Raises RuleBroken for a line too long, an address that leads to no server,
    or where there is no organisation yet.
    """
    columns: dict[str, object] = {name: one_line(clean(words)) or None for name, words in facts.items()}
    server = columns.get("time_stamp_server")
    if server is not None:
        checked_address(str(server))
    if sought is not None:
        lines = (one_line(clean(words)) for words in sought)
        columns["sought"] = tuple(dict.fromkeys(filter(None, lines)))
    with database.read() as read:
        own = reads.organisation(read)
    if own is None:
        raise RuleBroken("Say first whose papers these are")
    label = N_("Change what is known of {name}")
    with database.change(label, place=("organisation", ORGANISATION), run=run, name=own.name) as change:
        change.update("organisation", ORGANISATION, **columns)


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
