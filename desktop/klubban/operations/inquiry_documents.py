"""The papers of an inquiry, ready to be set; and what was answered, compiled as a document of an item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from klubban.documents import compilation, inquiry_form, inquiry_letter, public_words, statement
from klubban.documents.compilation import Compiled, Order
from klubban.documents.forms import Form, made
from klubban.documents.inquiry_words import Asked
from klubban.domain.agenda import Origin
from klubban.domain.body import Organisation, Person, Seat, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.masking import masked_words, without_masked
from klubban.domain.media import Media
from klubban.domain.referral import Inquiry, InquiryKind, ReceivedReferral, Referee
from klubban.i18n import N_, texts
from klubban.operations.documents import checked_title, next_number
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug, stem_of
from klubban.operations.inquiry_rows import read_inquiry
from klubban.operations.item_change import check_open
from klubban.operations.lists import last_place
from klubban.store import attachments, reads, rolls
from klubban.store import inquiries as store
from klubban.store.change import Change, id_of
from klubban.store.database import Database

if TYPE_CHECKING:
    from klubban.domain.meeting import Document, Item, Meeting

_SHORT = 40
"""Characters of a title in a file's name."""
BY_QUESTION, BY_REFEREE = (Order.QUESTION,), (Order.REFEREE,)
BOTH = (Order.QUESTION, Order.REFEREE)


def asked(database: Database, inquiry_id: int, day: dt.date) -> Asked:
    """Return an inquiry with what its papers say besides; raises LookupError."""
    inquiry = read_inquiry(database, inquiry_id)
    with database.read() as read:
        meeting = None if inquiry.meeting is None else rolls.row_of(read, "meeting", inquiry.meeting)
        seats, people = reads.seats(read, inquiry.body), {each.id: each for each in reads.people(read)}
        organisation = reads.organisation(read) or Organisation(name="")
        bodies = {each.id: each for each in reads.bodies(read)}
        decided = None if inquiry.item is None else reads.around(read, inquiry.item)
    return Asked(
        organisation=organisation,
        body=bodies[inquiry.body],
        inquiry=inquiry,
        day=day,
        contact=_secretary(seats, people, day),
        decided=_decided(inquiry, decided, day),
        meeting=meeting["date"] if meeting else None,
        enclosed=tuple(each.title for each in papers_of(inquiry, decided)),
    )


def _decided(inquiry: Inquiry, meeting: Meeting | None, day: dt.date) -> tuple[dt.date, int | None] | None:
    """Return when and in which paragraph it was decided, if its meeting has been."""
    if meeting is None or meeting.date > day:
        return None
    return meeting.date, meeting.item_by_id(inquiry.item or 0).number


def papers_of(inquiry: Inquiry, meeting: Meeting | None) -> tuple[Document, ...]:
    """Return the papers of the item that decided it, which go along; none that is confidential."""
    found = meeting.item_by_id(inquiry.item or 0).documents if meeting else ()
    return tuple(each for each in found if each.sha256 and not each.confidential)


def _secretary(seats: Iterable[Seat], people: dict[int, Person], day: dt.date) -> Person | None:
    for seat in seats:
        if seat.role is SeatRole.SECRETARY and seat.covers(day) and seat.person in people:
            return people[seat.person]
    return None


def stem(about: Asked, name: str, *more: str) -> str:
    """Return the name of a file of an inquiry, without its ending."""
    title = _short(about.inquiry.title)
    return "-".join(filter(None, (stem_of(about.body), slug(name), title, *map(slug, more))))


def _short(title: str) -> str:
    """Return a title as part of a file's name, with as many whole words as it has room for."""
    whole = slug(title)
    return whole if len(whole) <= _SHORT else whole[: _SHORT + 1].rpartition("-")[0] or whole[:_SHORT]


def letter_of(about: Asked, referee: Referee | None = None) -> Prepared:
    """Return the letter to a referee, or one to all."""
    words = texts(about.organisation.language)
    name = words.pgettext("file name", "referral")
    if about.reports:
        name = words.pgettext("file name", "report request")
    whom = [str(referee.who)] if referee else []
    return Prepared(stem(about, name, *whom), inquiry_letter.build(about, referee))


def form_of(about: Asked, referee: Referee | None = None) -> Prepared:
    """Return the form of a referee, or one for anybody."""
    name = texts(about.organisation.language).pgettext("file name", "form")
    whom = [str(referee.who)] if referee else []
    return Prepared(stem(about, name, *whom), inquiry_form.build(about, referee))


def prepare_letter(
    database: Database, inquiry_id: int, day: dt.date, referee_id: int | None = None
) -> Prepared:
    """Return the letter to a referee, or one to all; raises LookupError."""
    about = asked(database, inquiry_id, day)
    return letter_of(about, referee_in(about.inquiry, referee_id))


def prepare_form(
    database: Database, inquiry_id: int, day: dt.date, referee_id: int | None = None
) -> Prepared:
    """Return the form of a referee, or one for anybody; raises LookupError."""
    about = asked(database, inquiry_id, day)
    return form_of(about, referee_in(about.inquiry, referee_id))


def referee_in(inquiry: Inquiry, referee_id: int | None) -> Referee | None:
    """Return a referee by its id; None for none, LookupError for one that is not there."""
    if referee_id is None:
        return None
    for each in inquiry.referees:
        if each.id == referee_id:
            return each
    raise LookupError(referee_id)


# --- the compilation


def prepare_compilation(
    database: Database,
    inquiry_id: int,
    day: dt.date,
    *,
    orders: Sequence[Order] | None = None,
    public: bool = False,
) -> Prepared:
    """Return what was answered as it stands on a day: by question, by referee or both.

    Without orders a referral is compiled by question, and a round of reports by unit. Raises RuleBroken for a
    public version of what is confidential, LookupError.
    """
    about = asked(database, inquiry_id, day)
    words = texts(about.organisation.language)
    left_out = None
    if public:
        with database.read() as read:
            if store.is_confidential(read, about.inquiry):
                raise RuleBroken("What was answered is confidential; there is no public version of it")
        left_out = next(masked_words(about.inquiry), None) is not None
        about = without_masked(about, public_words.signs(words).words)
    usual = BY_REFEREE if about.inquiry.kind is InquiryKind.REPORTS else BY_QUESTION
    compiled = Compiled(asked=about, orders=tuple(orders or usual), left_out=left_out)
    name = words.pgettext("file name", "compilation")
    if about.reports:
        name = words.pgettext("file name", "collected report")
    ending = [words.pgettext("file name", "public")] if public else []
    return Prepared(stem(about, name, day.isoformat(), *ending), compilation.build(compiled))


def compile_for_item(
    database: Database,
    inquiry_id: int,
    item_id: int,
    day: dt.date,
    *,
    orders: Sequence[Order] | None = None,
    close: bool = True,
) -> int:
    """Put what was answered among an item's documents, and return the document; done again it is replaced.

    The item is then known to present the answers; the inquiry is closed, if that is not told otherwise.
    Raises RuleBroken where nobody has answered, or the item is verified; LookupError.
    """
    inquiry = read_inquiry(database, inquiry_id)
    if not any(each.replies for each in inquiry.referees):
        raise RuleBroken("Nobody has answered {title} yet", title=inquiry.title)
    prepared = prepare_compilation(database, inquiry_id, day, orders=orders)
    data = made(prepared.document, Form.PDF)
    title = checked_title(prepared.document.title)
    label = N_("Compile {title} for an item")
    with database.change(label, place=("item", item_id), title=inquiry.title) as change:
        meeting_id = check_open(change, item_id)
        document = _put_document(change, item_id, title, prepared.stem, data)
        if store.is_confidential(change.connection, inquiry):
            change.update("document", document, confidential=True)
        row = rolls.row_of(change.connection, "item", item_id)
        origin = {} if row["origin"] else {"origin": Origin.REFERRAL}
        change.update("item", item_id, origin_inquiry_id=inquiry_id, **origin)
        closed = {"closed_on": day} if close and inquiry.closed_on is None else {}
        change.update("inquiry", inquiry_id, meeting_id=meeting_id, **closed)
        return document


def _put_document(change: Change, item_id: int, title: str, name: str, data: bytes) -> int:
    """Keep a paper as a document of an item; it takes the place of the one with its title."""
    columns = {
        "sha256": attachments.keep(change, data),
        "media_type": Media.PDF.value,
        "file_name": f"{name}{Media.PDF.ending}",
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


# --- the statement


def prepare_statement(database: Database, received_id: int) -> Prepared:
    """Return the statement on a referral that came here, from the item that answers it.

    Raises RuleBroken where no item does yet, LookupError.
    """
    with database.read() as read:
        received = store.received_one(read, received_id)
        if received.item is None:
            raise RuleBroken("Put the answer on an agenda first; the statement is made of its item")
        meeting = reads.around(read, received.item)
    return _stated(received, meeting, meeting.item_by_id(received.item))


def _stated(received: ReceivedReferral, meeting: Meeting, item: Item) -> Prepared:
    decided = bool(item.decision)
    organisation, body = meeting.organisation, meeting.body
    document = statement.build(
        statement.Stated(
            organisation=organisation,
            body=body,
            received=received,
            item=item,
            day=(received.answered_on or meeting.date) if decided else meeting.date,
            decided=decided,
        )
    )
    name = texts(organisation.language).pgettext("file name", "statement")
    stem_ = f"{stem_of(body)}-{meeting.date.isoformat()}-{slug(name)}-{_short(item.title)}"
    return Prepared(stem_, document)
