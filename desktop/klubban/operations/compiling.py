"""What was answered to an inquiry, as a document of the item that presents it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from klubban.documents.compilation import Order
from klubban.documents.forms import Form, made
from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.incoming import Incoming
from klubban.domain.media import Media
from klubban.domain.meeting import Meeting, Outcome
from klubban.domain.referral import Inquiry
from klubban.i18n import N_
from klubban.operations.agenda_rows import open_agenda
from klubban.operations.coming import put
from klubban.operations.documents import checked_title, next_number
from klubban.operations.export import Prepared
from klubban.operations.inquiry_documents import prepare_compilation
from klubban.operations.inquiry_rows import read_inquiry
from klubban.operations.item_change import check_open
from klubban.operations.lists import last_place
from klubban.store import attachments, rolls
from klubban.store import inquiries as store
from klubban.store.change import Change, id_of
from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class Compiled:
    """What was answered, as a file; made of what was prepared, without a database."""

    prepared: Prepared
    data: bytes


def prepare(
    database: Database, inquiry_id: int, day: dt.date, *, orders: Sequence[Order] | None = None
) -> Prepared:
    """Return what is to be set; raises RuleBroken where nobody has answered, LookupError."""
    inquiry = read_inquiry(database, inquiry_id)
    if not any(each.replies for each in inquiry.referees):
        raise RuleBroken("Nobody has answered {title} yet", title=inquiry.title)
    return prepare_compilation(database, inquiry_id, day, orders=orders)


def make(prepared: Prepared) -> Compiled:
    """Set it; needs neither database nor window."""
    return Compiled(prepared, made(prepared.document, Form.PDF))


def compile_for_item(
    database: Database,
    inquiry_id: int,
    item_id: int,
    day: dt.date,
    *,
    compiled: Compiled | None = None,
    close: bool = True,
) -> int:
    """Put what was answered among an item's documents, and return the document; done again it is replaced.

    The item is then known to present the answers; the inquiry is closed, if that is not told otherwise.
    Raises RuleBroken where nobody has answered, or the item is verified; LookupError.
    """
    inquiry = read_inquiry(database, inquiry_id)
    ready = compiled or make(prepare(database, inquiry_id, day))
    label = N_("Compile {title} for an item")
    with database.change(label, place=("item", item_id), title=inquiry.title) as change:
        check_open(change, item_id)
        return _compile(change, inquiry, item_id, ready, day if close else None)


def compile_for_meeting(
    database: Database,
    inquiry_id: int,
    meeting_id: int,
    day: dt.date,
    *,
    compiled: Compiled | None = None,
    close: bool = True,
) -> int:
    """Put what was answered on a coming agenda, in the item that waits for it or a new one; return the item.

    Raises RuleBroken as `compile_for_item` does, LookupError.
    """
    inquiry = read_inquiry(database, inquiry_id)
    ready = compiled or make(prepare(database, inquiry_id, day))
    label = N_("Compile {title} for a meeting")
    with database.change(label, place=("meeting", meeting_id), title=inquiry.title) as change:
        meeting = open_agenda(change, meeting_id)
        item_id = _presenting(meeting, inquiry) or put(change, meeting, _coming(inquiry), on=day)
        check_open(change, item_id)
        _compile(change, inquiry, item_id, ready, day if close else None)
        return item_id


def _presenting(meeting: Meeting, inquiry: Inquiry) -> int | None:
    """Return the item of an agenda that presents the answers already."""
    off = (Outcome.WITHDRAWN, Outcome.POSTPONED)
    found = (each.id for each in meeting.items if each.inquiry == inquiry.id and each.outcome not in off)
    return next(found, None)


def _coming(inquiry: Inquiry) -> Incoming:
    return Incoming(
        origin=Origin.REFERRAL,
        title=inquiry.title,
        kind=ItemKind.REPORT,
        matter_id=inquiry.matter,
        registry_number=inquiry.registry_number,
        inquiry_id=inquiry.id,
    )


def _compile(change: Change, inquiry: Inquiry, item_id: int, ready: Compiled, closed: dt.date | None) -> int:
    document = _put_document(change, item_id, ready)
    row = rolls.row_of(change.connection, "item", item_id)
    change.update("item", item_id, origin_inquiry_id=inquiry.id, origin=row["origin"] or Origin.REFERRAL)
    if store.is_confidential(change.connection, inquiry):
        change.update("document", document, confidential=True)
    change.update("inquiry", inquiry.id, meeting_id=row["meeting_id"], closed_on=inquiry.closed_on or closed)
    return document


def _put_document(change: Change, item_id: int, ready: Compiled) -> int:
    """Keep a paper as a document of an item; it takes the place of the one with its title."""
    title = checked_title(ready.prepared.document.title)
    columns = {
        "sha256": attachments.keep(change, ready.data),
        "media_type": Media.PDF.value,
        "file_name": f"{ready.prepared.stem}{Media.PDF.ending}",
    }
    for row in change.rows("document", item_id=item_id):
        if row["title"] == title:
            change.update("document", id_of(row), **columns)
            return id_of(row)
    return change.insert(
        "document",
        item_id=item_id,
        position=last_place(change, "document", item_id=item_id),
        title=title,
        number=next_number(change, item_id),
        **columns,
    )
