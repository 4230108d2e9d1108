"""The papers of an inquiry and of a statement, ready to be set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from klubban.documents import compilation, inquiry_form, inquiry_letter, public_words, statement
from klubban.documents.compilation import Compiled, Order
from klubban.documents.inquiry_words import Asked
from klubban.domain.body import Organisation, Person, Seat, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.masking import masked_words, without_masked
from klubban.domain.referral import Inquiry, InquiryKind, ReceivedReferral, Referee
from klubban.i18n import texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug, stem_of
from klubban.operations.inquiry_rows import read_inquiry
from klubban.store import inquiries as store
from klubban.store import reads, rolls
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
    return None if referee_id is None else inquiry.referee_by_id(referee_id)


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


# --- the statement


def prepare_statement(database: Database, received_id: int) -> Prepared:
    """Return the statement on a referral that came here, from the item that answers it.

    Raises RuleBroken where no item does yet, LookupError.
    """
    with database.read() as read:
        received = store.received_one(read, received_id)
        item = store.answering(read, received)
        if item is None:
            raise RuleBroken("Put the answer on an agenda first; the statement is made of its item")
        meeting = reads.around(read, item)
    return _stated(received, meeting, meeting.item_by_id(item))


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
            held=meeting.date,
        )
    )
    name = texts(organisation.language).pgettext("file name", "statement")
    short = _short(item.title)
    kind = [] if short.startswith(slug(name)) else [slug(name)]  # a title may say what it is
    return Prepared("-".join([stem_of(body), meeting.date.isoformat(), *kind, short]), document)
