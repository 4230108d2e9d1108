"""Referrals that others sent here: received, given more time, prepared as an item, answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting, Outcome
from klubban.domain.received_answers import joined, parted
from klubban.domain.referral import ReceivedReferral
from klubban.domain.text import Blocks, Points, clean, runs_of, tidy
from klubban.i18n import N_, Texts, texts
from klubban.operations.agenda_rows import Proposed, open_agenda, put_in
from klubban.operations.coming import secrecy_of_matter
from klubban.operations.item_change import check_open, writing
from klubban.operations.lists import last_place
from klubban.operations.naming import checked_name, line_or_none, new_key, one_line
from klubban.store import inquiries as store
from klubban.store import matters, rolls
from klubban.store.change import Change
from klubban.store.database import Database


def receive(
    database: Database,
    sender: str,
    received_on: dt.date,
    *,
    matter_id: int | None = None,
    title: str | None = None,
    registry_number: str | None = None,
    body_id: int | None = None,
    **facts: Any,
) -> int:
    """Register a referral that came here, about a matter or one that is registered with a title; return it.

    `body_id` is the body that is to answer; `facts` are due, their_number, questions. Raises RuleBroken for
    no sender, no matter and no title, a day before it came, or a number that another matter has; LookupError.
    """
    columns = _columns(sender, received_on, **facts)
    name = checked_name(clean(title or "")) if matter_id is None else _matter_title(database, matter_id)
    number = line_or_none(registry_number)
    if matter_id is None and number is not None:
        _check_number(database, number)
    label, place = N_("Receive the referral {title}"), ("matter", matter_id or 0)
    with database.change(label, place=place, title=name) as change:
        id_ = matter_id or change.insert(
            "matter", key=new_key(), title=name, registry_number=number, body_id=body_id
        )
        position = last_place(change, "received_referral", matter_id=id_)
        return change.insert("received_referral", matter_id=id_, position=position, **columns)


def change_received(database: Database, received_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say anew what came: sender, received_on, due, their_number, questions; raises RuleBroken."""
    before = _read(database, received_id)
    own = ("sender", "received_on", "due", "their_number", "questions")
    columns = _columns(**{name: facts.get(name, getattr(before, name)) for name in own})
    with _changing(database, N_("Change the referral from {sender}"), before, run=run) as change:
        change.update("received_referral", received_id, **columns)


def remove_received(database: Database, received_id: int) -> None:
    """Take away what was registered by mistake; raises RuleBroken for what is answered, LookupError."""
    before = _read(database, received_id)
    if before.answered_on is not None or before.item is not None:
        raise RuleBroken("The referral from {sender} is being answered, and stays", sender=before.sender)
    with _changing(database, N_("Remove the referral from {sender}"), before) as change:
        change.delete("received_referral", received_id)


def extend(database: Database, received_id: int, due: dt.date, because: str) -> None:
    """Note that the sender gives more time, and why; raises RuleBroken, LookupError."""
    before = _read(database, received_id)
    reason = one_line(clean(because))
    if not reason:
        raise RuleBroken("Say why the time is extended")
    if before.due_now is not None and due <= before.due_now:
        raise RuleBroken("It is due on {date} already; give a later day", date=before.due_now)
    with _changing(database, N_("Note more time from {sender}"), before) as change:
        change.update("received_referral", received_id, extended_to=due, extended_because=reason)


def answer_as_item(
    database: Database,
    received_id: int,
    meeting_id: int,
    *,
    presenters: Sequence[str] = (),
    on: dt.date | None = None,
) -> int:
    """Put the answer on a coming agenda, with a proposal to give it in, and return the item.

    Where its matter is on that agenda, that item is the one. Raises RuleBroken where it is so already, or
    answered; LookupError.
    """
    before = _read(database, received_id)
    if before.answered_on is not None:
        raise RuleBroken("It was answered on {date}", date=before.answered_on)
    with database.read() as read:
        matter = matters.matter(read, before.matter)
    label = N_("Put {item} on the agenda")
    with database.change(label, place=("matter", matter.id), item=matter.title) as change:
        meeting = open_agenda(change, meeting_id)
        proposal = _proposal(meeting.body.name, before.sender, texts(meeting.organisation.language))
        there = _on_agenda(meeting, matter.id)
        if there is not None:
            return _answer_by(change, before, there, proposal)
        item = put_in(
            change,
            meeting,
            matter.title,
            proposed=Proposed(on=on),
            kind=ItemKind.DECISION,
            origin=Origin.REFERRAL,
            matter_id=matter.id,
            registry_number=matter.registry_number,
            presenters=tuple(filter(None, (one_line(clean(each)) for each in presenters))),
            proposal=proposal,
            **secrecy_of_matter(change, matter.id),
        )
        change.update("received_referral", received_id, item_id=item)
        return item


def _answer_by(change: Change, before: ReceivedReferral, there: Item, proposal: Blocks) -> int:
    """Let an item that came on the agenda by itself, or as a matter, be the answer."""
    if there.id == before.item:
        raise RuleBroken("{title} is on that agenda already", title=there.title)
    check_open(change, there.id)
    if not there.proposal:
        change.update("item", there.id, proposal=proposal)
    change.update("received_referral", before.id, item_id=there.id)
    return there.id


def _on_agenda(meeting: Meeting, matter_id: int) -> Item | None:
    off = (Outcome.WITHDRAWN, Outcome.POSTPONED)
    for each in meeting.items:
        if each.matter and each.matter.id == matter_id and each.outcome not in off:
            return each
    return None


def write_answer(
    database: Database, received_id: int, number: int, text: Blocks, *, run: str | None = None
) -> None:
    """Write what is to be answered to a question, from 1: in the item's summary, below the question in bold.

    Raises RuleBroken where it is on no agenda yet, there is no such question, or the item is verified.
    """
    with database.read() as read:
        before = store.received_one(read, received_id)
        item = store.answering(read, before)
    if item is None:
        raise RuleBroken("Put the answer on an agenda first; it is written there")
    if not 1 <= number <= len(before.questions):
        raise RuleBroken(
            "There is no question {number}; {title} has {count}",
            number=number,
            title=before.sender,
            count=len(before.questions),
        )
    with writing(database, N_("Write the answer to {sender}"), item, run, sender=before.sender) as change:
        summary = rolls.row_of(change.connection, "item", item)["summary"]
        there = parted(summary, before.questions)
        texts_now = dict(enumerate(there.texts, 1)) | {number: tidy(text)}
        change.update("item", item, summary=joined(there.lead, before.questions, texts_now))


def answered(
    database: Database, received_id: int, day: dt.date, how: str = "", *, item_id: int | None = None
) -> None:
    """Note when and how it was answered, and by which item; raises RuleBroken, LookupError."""
    before = _read(database, received_id)
    if day < before.received_on:
        raise RuleBroken("It came on {date}, and cannot have been answered before", date=before.received_on)
    if item_id is not None:
        with database.read() as read:
            rolls.row_of(read, "item", item_id)
    with _changing(database, N_("Note the answer to {sender}"), before) as change:
        change.update(
            "received_referral",
            received_id,
            answered_on=day,
            answered_how=line_or_none(how),
            item_id=item_id or before.item,
        )


def not_answered(database: Database, received_id: int) -> None:
    """Take back that it was answered."""
    before = _read(database, received_id)
    with _changing(database, N_("Take back the answer to {sender}"), before) as change:
        change.update("received_referral", received_id, answered_on=None, answered_how=None)


# --- plain functions


def _read(database: Database, received_id: int) -> ReceivedReferral:
    with database.read() as read:
        return store.received_one(read, received_id)


def _changing(database: Database, label: str, of: ReceivedReferral, *, run: str | None = None) -> Any:
    return database.change(label, place=("matter", of.matter), run=run, sender=of.sender)


def _columns(
    sender: str,
    received_on: dt.date,
    due: dt.date | None = None,
    their_number: str | None = None,
    questions: Sequence[str] = (),
) -> dict[str, Any]:
    name = one_line(clean(sender))
    if not name:
        raise RuleBroken("Say who sent the referral")
    if due is not None and due < received_on:
        raise RuleBroken("It is due on {due}, before it came on {date}", due=due, date=received_on)
    asked = tuple(filter(None, (one_line(clean(each)) for each in questions)))
    number = line_or_none(their_number)
    return {
        "sender": name,
        "received_on": received_on,
        "due": due,
        "their_number": number,
        "questions": asked,
    }


def _matter_title(database: Database, matter_id: int) -> str:
    with database.read() as read:
        return matters.matter(read, matter_id).title


def _check_number(database: Database, number: str) -> None:
    with database.read() as read:
        there = matters.with_number(read, number)
    if there is not None:
        raise RuleBroken("{number} is {title} already", number=number, title=there.title)


def _proposal(body: str, sender: str, words: Texts) -> Blocks:
    told = words.gettext("{body} gives in the report as its answer to the referral from {sender}.")
    return (Points((runs_of(told.format(body=body, sender=sender)),)),)
