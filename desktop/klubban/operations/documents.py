"""The documents of an item: added, replaced in place, renamed, moved, kept confidential, taken away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from klubban.domain.errors import RuleBroken
from klubban.domain.file_name import safe_name
from klubban.domain.media import Media
from klubban.domain.meeting import Document
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.files import check_target, write_file
from klubban.operations.item_change import check_open
from klubban.operations.naming import one_line
from klubban.operations.paper_file import PaperFile, read_paper_file
from klubban.store import attachments, reads, rolls, verifications
from klubban.store.change import Change, id_of
from klubban.store.database import Database
from klubban.store.payload import Row

FIRST = 0
"""For `after`, when a document is moved: the first place."""


def add_document(
    database: Database, item_id: int, paper: Path | PaperFile, *, title: str | None = None
) -> int:
    """Keep a file as the next document of an item, and return its id; its name gives the title.

    Raises RuleBroken for a file that is not kept, or is among the item's documents already; LookupError.
    """
    kept = _read(database, paper)
    words = checked_title(kept.title if title is None else title)
    with _changing(database, N_("Add {document} to {item}"), item_id, document=words) as change:
        return insert_paper(change, item_id, kept, words)


def list_document(database: Database, item_id: int, title: str) -> int:
    """Add a document of which there is only a title, and return its id; raises RuleBroken, LookupError."""
    words = checked_title(title)
    with _changing(database, N_("Add {document} to {item}"), item_id, document=words) as change:
        return insert_title(change, item_id, words)


def replace_document(database: Database, document_id: int, paper: Path | PaperFile) -> None:
    """Let a newer version take a document's place, with the same number and title; the next sending tells so.

    Where there was a title alone, its paper has come. Raises RuleBroken for a file that is not kept, or is
    the one that is there; LookupError.
    """
    kept = _read(database, paper)
    with _changing_document(database, N_("Replace {document} of {item}"), document_id) as (change, row):
        sha256 = attachments.keep(change, kept.data)
        if row["sha256"] == sha256:
            raise RuleBroken("{file} is the version that is there", file=kept.name)
        number = row["number"] or next_number(change, int(row["item_id"] or 0))
        change.update("document", document_id, number=number, **_columns(kept, sha256))


def rename_document(database: Database, document_id: int, title: str, *, run: str | None = None) -> None:
    """Give a document another title; raises RuleBroken, LookupError."""
    words = checked_title(title)
    with _changing_document(database, N_("Rename {document} of {item}"), document_id, run=run) as (change, _):
        change.update("document", document_id, title=words)


def move_document(database: Database, document_id: int, after: int) -> None:
    """Put a document after another of its item, or at FIRST. Numbers that nobody was told follow the order.

    Raises RuleBroken for a verified protocol, LookupError.
    """
    with _changing_document(database, N_("Move {document} of {item}"), document_id) as (change, row):
        item_id = int(row["item_id"] or 0)
        ids = [id_of(each) for each in change.rows("document", item_id=item_id)]
        others = [each for each in ids if each != document_id]
        if after != FIRST and after not in others:
            raise LookupError(after)
        place = 0 if after == FIRST else others.index(after) + 1
        for position, each in enumerate([*others[:place], document_id, *others[place:]]):
            change.update("document", each, position=position)
        _number_in_order(change, item_id)


def keep_confidential(
    database: Database, document_id: int, *, confidential: bool, because: str | None = None
) -> None:
    """Keep a document out of everything public, or no longer.

    One that was sent is in other hands already, so that it takes a reason; the journal keeps that. Raises
    RuleBroken without one, LookupError.
    """
    reason = one_line(clean(because or ""))
    label = N_("Keep {document} of {item} confidential") if confidential else N_("Make {document} public")
    if reason:
        label = N_("Keep {document} of {item} confidential: {because}")
    with _changing_document(database, label, document_id, signed=True, because=reason) as (change, row):
        if confidential and not reason and was_sent(change, document_id):
            raise RuleBroken("{title} has been sent; say why it is confidential now", title=row["title"])
        change.update("document", document_id, confidential=confidential)


def remove_document(database: Database, document_id: int) -> None:
    """Take a document away that was never sent; undo brings it back.

    What was sent is an official document, and to be kept. # TF 2 kap. 10 §, arkivlagen 10 §
    Raises RuleBroken for that, LookupError.
    """
    with _changing_document(database, N_("Remove {document} of {item}"), document_id) as (change, row):
        if was_sent(change, document_id):
            raise RuleBroken(
                "{title} has been sent and is to be kept (TF 2 kap. 10 §). Replace it with a newer version, "
                "or withdraw the item.",
                title=row["title"],
            )
        change.delete("document", document_id)


# --- plain functions


def insert_paper(change: Change, item_id: int, paper: PaperFile, title: str | None = None) -> int:
    """Keep a paper as the next document of an item; raises RuleBroken where it is there already."""
    rows = change.rows("document", item_id=item_id)
    sha256 = attachments.keep(change, paper.data)
    for row in rows:
        if row["sha256"] == sha256:
            raise RuleBroken("{file} is there already, as {title}", file=paper.name, title=row["title"])
    return change.insert(
        "document",
        item_id=item_id,
        position=_after(rows),
        title=title or paper.title,
        number=next_number(change, item_id),
        **_columns(paper, sha256),
    )


def checked_title(title: str) -> str:
    """Return the title of a document on one line; raises RuleBroken when there is none."""
    words = one_line(clean(title))
    if not words:
        raise RuleBroken("A document needs a title")
    return words


def insert_title(change: Change, item_id: int, title: str) -> int:
    """Add a document of which there is only a title."""
    rows = change.rows("document", item_id=item_id)
    return change.insert("document", item_id=item_id, position=_after(rows), title=title)


def next_number(change: Change, item_id: int) -> int:
    """Return the number of an item's next document: none that anybody was told of is given again."""
    taken = [
        int(row["number"] or 0)
        for table in ("document", "sent_document")
        for row in change.rows(table, item_id=item_id)
    ]
    return max(taken, default=0) + 1


def was_sent(change: Change, document_id: int) -> bool:
    """Tell whether a document went out with a summons or a supplement."""
    return bool(change.rows("sent_document", document_id=document_id))


def _number_in_order(change: Change, item_id: int) -> None:
    """Deal out the numbers of the documents that were never sent in the order they stand."""
    rows = change.rows("document", item_id=item_id)
    loose = [row for row in rows if row["number"] and not was_sent(change, id_of(row))]
    for row, number in zip(loose, sorted(int(row["number"] or 0) for row in loose), strict=True):
        change.update("document", id_of(row), number=number)


def _after(rows: list[Row]) -> int:
    return max((int(row["position"] or 0) for row in rows), default=-1) + 1


def _columns(paper: PaperFile, sha256: str) -> dict[str, object]:
    return {"sha256": sha256, "media_type": paper.media.value, "file_name": paper.name}


def _read(database: Database, paper: Path | PaperFile) -> PaperFile:
    return paper if isinstance(paper, PaperFile) else read_paper_file(paper, open_file=database.path)


@contextmanager
def _changing(
    database: Database,
    label: str,
    item_id: int,
    *,
    signed: bool = False,
    run: str | None = None,
    **facts: Any,
) -> Iterator[Change]:
    """Open a change of an item's documents; raises RuleBroken when its protocol is verified.

    So it does for what was verified at once, unless it says that nothing is changed that was `signed`.
    """
    with database.read() as read:
        name, meeting_id = reads.item_name(read, item_id), rolls.meeting_of(read, "item", item_id)
        if rolls.is_verified(read, meeting_id) and verifications.is_verified(read, item_id):
            raise RuleBroken("The protocol is verified; the documents of {item} stay as they are", item=name)
    with database.change(label, place=("item", item_id), run=run, item=name, **facts) as change:
        if not signed:
            check_open(change, item_id)
        yield change


@contextmanager
def _changing_document(
    database: Database, label: str, document_id: int, *, run: str | None = None, **facts: Any
) -> Iterator[tuple[Change, Row]]:
    with database.read() as read:
        row = rolls.row_of(read, "document", document_id)
    document = row["title"]
    with _changing(database, label, row["item_id"], run=run, document=document, **facts) as change:
        yield change, dict(row)


def suggested_name(document: Document) -> str:
    """Return what a copy of a document may be called: as its file was, or else as its title."""
    try:
        media = Media(document.media_type or "")
    except ValueError:
        return safe_name(document.file_name or document.title)
    return safe_name(document.file_name or document.title, media.ending, media.endings)


def save_copy(database: Database, document_id: int, path: Path) -> None:
    """Write the bytes of a document into a file, which is not opened.

    Raises RuleBroken where there are none, or the file is the database's own; Trouble when it cannot be
    written; LookupError.
    """
    check_target(path, database.path)
    with database.read() as read:
        row = rolls.row_of(read, "document", document_id)
        try:
            data = attachments.content(read, row["sha256"] or "")
        except LookupError:
            raise RuleBroken("There is no paper of {title} in this file", title=row["title"]) from None
    write_file(path, data)
