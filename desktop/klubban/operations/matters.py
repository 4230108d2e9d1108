"""The register of matters: what they are called, who raised them, who decides, when they were closed."""

from __future__ import annotations

from datetime import date
from typing import Any

from klubban.domain.agenda import ItemKind
from klubban.domain.errors import RuleBroken
from klubban.domain.matter_history import same_number
from klubban.domain.meeting import Matter, SubmissionKind
from klubban.i18n import N_
from klubban.operations.naming import checked_name, line_or_none, new_key, one_line
from klubban.store import matters, reads, rolls, verifications
from klubban.store.database import Database

_NAMED = {"body": "body_id", "kind": "submission_kind", "by": "submission_by", "date": "submission_date"}
"""The columns that have longer names than what is said here."""
_LINES = ("registry_number", "submission_by", "closed_because")


def add_matter(database: Database, title: str, **facts: Any) -> int:
    """Register a matter and return its id.

    `facts` are registry_number, body (the id of the one that decides), and of a submission kind, by, date.
    Raises RuleBroken for no title, a registry number that another matter has, or a day without a submission.
    """
    columns = _columns({"title": title, **facts})
    _check(database, None, columns)
    with database.change(N_("Register {name}"), place=("matter", 0), name=columns["title"]) as change:
        return change.insert("matter", key=new_key(), **columns)


def register_for(database: Database, item_id: int) -> int:
    """Register a matter with the title and number of an item, which is about it then; return the matter.

    Raises RuleBroken for a number that another matter has, LookupError for no such item.
    """
    with database.read() as read:
        row = rolls.row_of(read, "item", item_id)
    columns = _columns({"title": row["title"], "registry_number": row["registry_number"]})
    _check(database, None, columns)
    with database.change(N_("Register {name}"), place=("item", item_id), name=columns["title"]) as change:
        matter_id = change.insert("matter", key=new_key(), **columns)
        change.update("item", item_id, matter_id=matter_id)
        return matter_id


def change_matter(database: Database, matter_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say anew what is known of a matter: title, registry_number, body, kind, by, date.

    Without a kind nobody raised it. Raises RuleBroken as `add_matter` does, LookupError for no such matter.
    """
    matter = _matter(database, matter_id)
    columns = _columns(facts)
    if "submission_kind" in columns and columns["submission_kind"] is None:
        columns |= {"submission_by": None, "submission_date": None}
    _check(database, matter, columns)
    name = columns.get("title", matter.title)
    with database.change(N_("Change {name}"), place=("matter", matter_id), run=run, name=name) as change:
        change.update("matter", matter_id, **columns)


def close_matter(database: Database, matter_id: int, on: date, because: str) -> None:
    """Note that a matter was answered, written off or withdrawn on a day, where no item says so.

    Raises RuleBroken without a reason, or for a day before it was raised.
    """
    matter = _matter(database, matter_id)
    reason = one_line(because)
    if not reason:
        raise RuleBroken("Say how it was closed")
    raised = matter.submission.date if matter.submission else None
    if raised and on < raised:
        raise RuleBroken("It was raised on {date}, after that day", date=raised)
    with database.change(N_("Close {name}"), place=("matter", matter_id), name=matter.title) as change:
        change.update("matter", matter_id, closed=on, closed_because=reason)


def reopen_matter(database: Database, matter_id: int) -> None:
    """Take back that a matter was closed by hand."""
    matter = _matter(database, matter_id)
    with database.change(N_("Open {name} again"), place=("matter", matter_id), name=matter.title) as change:
        change.update("matter", matter_id, closed=None, closed_because=None)


def only_told(database: Database, item_id: int) -> None:
    """Note that an item only told of a matter, so that what was decided there is no answer to it.

    Raises RuleBroken for a verified one, which stands among the decisions of its protocol; LookupError.
    """
    with database.read() as read:
        name = reads.item_name(read, item_id)
        if verifications.is_verified(read, item_id):
            raise RuleBroken(
                "{item} is verified, and stays what it was; take the matter from it, if it was no answer",
                item=name,
            )
    with database.change(N_("Note that {item} was no answer"), place=("item", item_id), item=name) as change:
        change.update("item", item_id, kind=ItemKind.REPORT)


def remove_matter(database: Database, matter_id: int) -> None:
    """Take a matter out of the register; raises RuleBroken while an item or a referral names it."""
    matter = _matter(database, matter_id)
    with database.change(N_("Remove {name}"), place=("matter", 0), name=matter.title) as change:
        named = len(change.rows("item", matter_id=matter_id))
        if named:
            raise RuleBroken("{name} stays: it was on an agenda", name=matter.title)
        for table in ("inquiry", "received_referral"):
            if change.rows(table, matter_id=matter_id):
                raise RuleBroken("{name} stays: a referral is about it", name=matter.title)
        change.delete("matter", matter_id)


def _columns(facts: dict[str, Any]) -> dict[str, Any]:
    columns = {_NAMED.get(name, name): value for name, value in facts.items()}
    for name in _LINES:
        if name in columns:
            columns[name] = line_or_none(columns[name])
    if "title" in columns:
        columns["title"] = checked_name(columns["title"] or "")
    if columns.get("submission_kind"):
        columns["submission_kind"] = SubmissionKind(columns["submission_kind"])
    return columns


def _check(database: Database, before: Matter | None, columns: dict[str, Any]) -> None:
    """Refuse what a register cannot hold twice, and a mover of nothing."""
    submission = before.submission if before else None
    if (columns.get("submission_by") or columns.get("submission_date")) and not columns.get(
        "submission_kind", submission
    ):
        raise RuleBroken("Say first whether it is a motion, a question or something else")
    number = columns.get("registry_number")
    if number is None:
        return
    body = columns.get("body_id", before.body if before else None)
    with database.read() as read:
        for other in reads.matters(read):
            own = before is not None and other.id == before.id
            if not own and other.body == body and same_number(other.registry_number, number):
                raise RuleBroken("{number} is {title} already", number=number, title=other.title)


def _matter(database: Database, matter_id: int) -> Matter:
    with database.read() as read:
        return matters.matter(read, matter_id)
