"""Referrals and rounds of reports: begun, changed until they are sent, and followed until they are closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from klubban.domain.errors import RuleBroken
from klubban.domain.inquiry_replies import standing_questions
from klubban.domain.referral import InquiryKind
from klubban.domain.text import Blocks, clean, tidy
from klubban.i18n import N_
from klubban.operations.inquiry_rows import (
    changing,
    check_due,
    check_not_sent,
    found_names,
    inquiry_of,
    insert_questions,
    insert_referees,
    read_inquiry,
    reason_for,
)
from klubban.operations.lists import move_row
from klubban.operations.naming import checked_name, line_or_none, named, new_key
from klubban.store import inquiries as store
from klubban.store import reads, rolls
from klubban.store.database import Database

_LINES = ("registry_number", "answer_to")
_COLUMNS = {"matter": "matter_id", "item": "item_id", "meeting": "meeting_id"}
_ALWAYS = {"registry_number", "answer_to", "matter", "meeting"}
"""What may be said anew after it was sent, since no letter that is out says otherwise."""


def begin_inquiry(
    database: Database,
    body_id: int,
    title: str,
    due: dt.date,
    *,
    kind: InquiryKind = InquiryKind.REFERRAL,
    questions: Sequence[str] = (),
    referees: Sequence[str] = (),
    text: Blocks = (),
    **facts: Any,
) -> int:
    """Begin an inquiry out of the air, and return it.

    `facts` are matter, meeting (ids), registry_number, answer_to. Names of groups stand for their members.
    Raises RuleBroken for no title, or somebody named twice; LookupError for no such body.
    """
    columns = _columns({"title": title, "due": due, "text": text, "kind": InquiryKind(kind), **facts})
    return _insert(database, body_id, columns, questions, found_names(database, referees))


def begin_from_item(
    database: Database, item_id: int, *, due: dt.date | None = None, title: str | None = None
) -> int:
    """Begin the inquiry that an item decided, with what its minuted referral says, and return it.

    Where no referral is minuted, the day must be given. Raises RuleBroken without one, for a day before the
    meeting, or where it was begun already; LookupError.
    """
    with database.read() as read:
        meeting = reads.around(read, item_id)
        begun = store.of_item(read, item_id)
    if begun is not None:
        raise RuleBroken("{title} was begun from this item already", title=begun.title)
    item = meeting.item_by_id(item_id)
    decided = item.referral
    day = due or (decided.due if decided else None)
    if day is None:
        raise RuleBroken("Say by when answers are due")
    if day < meeting.date:
        raise RuleBroken(
            "Answers are due on {due}, before the meeting on {date} that decided it",
            due=day,
            date=meeting.date,
        )
    named_so = title or (decided.title if decided else None) or item.title
    columns = _columns(
        {
            "title": named_so,
            "due": day,
            "kind": InquiryKind.REFERRAL,
            "matter": item.matter.id if item.matter else None,
            "registry_number": item.registered_as,
            "item": item_id,
        }
    )
    asked = decided.questions if decided else ()
    referees = found_names(database, decided.referees) if decided else ()
    return _insert(database, meeting.body.id, columns, asked, referees)


def begin_as_before(database: Database, inquiry_id: int, due: dt.date, *, title: str | None = None) -> int:
    """Begin a round like an earlier one, with the same questions to the same referees, and return it.

    Raises RuleBroken for a day that is not after the earlier one's; LookupError.
    """
    before = read_inquiry(database, inquiry_id)
    if due <= before.due:
        raise RuleBroken("The earlier round was due on {date}; this one is due after that", date=before.due)
    columns = _columns(
        {
            "title": title or before.title.replace(str(before.due.year), str(due.year)),
            "due": due,
            "kind": before.kind,
            "text": before.text,
            "answer_to": before.answer_to,
            "matter": before.matter if before.kind is InquiryKind.REPORTS else None,
        }
    )
    asked = [each.text for _number, each in standing_questions(before)]
    referees = [{"email": each.email, "body_id": each.body, **named(each.who)} for each in before.referees]
    return _insert(database, before.body, columns, asked, referees)


def change_inquiry(database: Database, inquiry_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say an inquiry anew: title, due, text, kind, matter, meeting, registry_number, answer_to.

    Once it is sent, only the last four. Raises RuleBroken, LookupError.
    """
    inquiry = read_inquiry(database, inquiry_id)
    if not _ALWAYS.issuperset(facts):
        check_not_sent(inquiry)
    columns = _columns(facts)
    with changing(database, N_("Change {title}"), inquiry, run=run) as change:
        if "due" in columns:
            check_due(change, inquiry, columns["due"])
        change.update("inquiry", inquiry_id, **columns)


def remove_inquiry(database: Database, inquiry_id: int) -> None:
    """Take away an inquiry that was never sent; raises RuleBroken for one that was, LookupError."""
    inquiry = read_inquiry(database, inquiry_id)
    check_not_sent(inquiry)
    with changing(database, N_("Remove {title}"), inquiry, place=0) as change:
        if change.rows("item", origin_inquiry_id=inquiry_id):
            raise RuleBroken("{title} stays: it is on an agenda", title=inquiry.title)
        change.delete_whole("inquiry", inquiry_id)


def close(database: Database, inquiry_id: int, day: dt.date) -> None:
    """Note that it was compiled, or ended otherwise; later answers are still taken. Raises RuleBroken."""
    inquiry = read_inquiry(database, inquiry_id)
    if inquiry.sent_on is None or day < inquiry.sent_on:
        raise RuleBroken("{title} was not sent before that day", title=inquiry.title)
    with changing(database, N_("Close {title}"), inquiry) as change:
        change.update("inquiry", inquiry_id, closed_on=day)


def reopen(database: Database, inquiry_id: int) -> None:
    """Take back that an inquiry was closed."""
    inquiry = read_inquiry(database, inquiry_id)
    with changing(database, N_("Open {title} again"), inquiry) as change:
        change.update("inquiry", inquiry_id, closed_on=None)


# --- questions


def add_question(database: Database, inquiry_id: int, text: str) -> int:
    """Ask one more question, and return it; raises RuleBroken once it is sent, LookupError."""
    inquiry = read_inquiry(database, inquiry_id)
    check_not_sent(inquiry)
    with changing(database, N_("Add a question to {title}"), inquiry) as change:
        return insert_questions(change, inquiry_id, [text])[0]


def change_question(database: Database, question_id: int, text: str, *, run: str | None = None) -> None:
    """Word a question anew; raises RuleBroken once it is sent, or without words; LookupError."""
    inquiry = inquiry_of(database, "question", question_id)
    check_not_sent(inquiry)
    words = checked_name(clean(text))
    with changing(database, N_("Change a question of {title}"), inquiry, run=run) as change:
        change.update("question", question_id, text=words)


def remove_question(database: Database, question_id: int) -> None:
    """Take a question away; raises RuleBroken once it is sent, LookupError."""
    inquiry = inquiry_of(database, "question", question_id)
    check_not_sent(inquiry)
    with changing(database, N_("Remove a question from {title}"), inquiry) as change:
        change.delete("question", question_id)


def move_question(database: Database, question_id: int, after: int | None) -> None:
    """Put a question after another, or first (None); raises RuleBroken once it is sent, LookupError."""
    inquiry = inquiry_of(database, "question", question_id)
    check_not_sent(inquiry)
    with changing(database, N_("Move a question of {title}"), inquiry) as change:
        move_row(change, "question", question_id, after, inquiry_id=inquiry.id)


def withdraw_question(database: Database, question_id: int, day: dt.date, because: str) -> None:
    """Note that a question that was sent need not be answered; raises RuleBroken, LookupError."""
    inquiry = inquiry_of(database, "question", question_id)
    if inquiry.sent_on is None:
        raise RuleBroken("{title} is not sent yet; take the question away instead", title=inquiry.title)
    if day < inquiry.sent_on:
        raise RuleBroken(
            "{title} was sent on {date}, after that day", title=inquiry.title, date=inquiry.sent_on
        )
    reason = reason_for(because, N_("Say why the question is withdrawn"))
    with changing(database, N_("Withdraw a question of {title}"), inquiry) as change:
        change.update("question", question_id, withdrawn_on=day, withdrawn_because=reason)


# --- plain functions


def _columns(facts: dict[str, Any]) -> dict[str, Any]:
    columns = {_COLUMNS.get(name, name): value for name, value in facts.items()}
    for name in _LINES:
        if name in columns:
            columns[name] = line_or_none(columns[name])
    if "title" in columns:
        columns["title"] = checked_name(clean(columns["title"] or ""))
    if "text" in columns:
        columns["text"] = tidy(columns["text"])
    return columns


def _insert(
    database: Database,
    body_id: int,
    columns: dict[str, Any],
    questions: Sequence[str],
    referees: Sequence[Mapping[str, object]],
) -> int:
    with database.read() as read:
        rolls.row_of(read, "body", body_id)
    with database.change(N_("Begin {title}"), place=("inquiry", 0), title=columns["title"]) as change:
        id_ = change.insert("inquiry", key=new_key(), body_id=body_id, **columns)
        insert_questions(change, id_, questions)
        insert_referees(change, id_, referees)
        return id_
