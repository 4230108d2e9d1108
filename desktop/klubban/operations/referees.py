"""Those who are asked: named, sent to, reminded, given more time; and those who decline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.referral import Inquiry
from klubban.i18n import N_
from klubban.operations.inquiry_rows import (
    changing,
    check_referee_free,
    found_names,
    inquiry_of,
    insert_referees,
    read_inquiry,
    reason_for,
)
from klubban.operations.lists import last_place
from klubban.operations.naming import all_names, line_or_none
from klubban.store.change import Change
from klubban.store.database import Database


def add_referee(
    database: Database,
    inquiry_id: int,
    who: Named | str,
    *,
    email: str | None = None,
    body: int | None = None,
) -> tuple[int, ...]:
    """Ask one more, before it is sent or after, and return the row; of a group that is listed all in it.

    Raises RuleBroken for somebody who is asked already, or what is no address; LookupError.
    """
    inquiry = read_inquiry(database, inquiry_id)
    wanted = found_names(database, [who], email=email, body=body)
    with changing(database, N_("Ask {who} in {title}"), inquiry, who=str(who)) as change:
        return insert_referees(change, inquiry_id, wanted)


def change_referee(database: Database, referee_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say anew who is asked (name), or where: email, body. The name stands once it was sent there.

    Raises RuleBroken, LookupError.
    """
    inquiry = inquiry_of(database, "referee", referee_id)
    before = inquiry.referee_by_id(referee_id)
    [wanted] = found_names(
        database,
        [Named(facts.get("name", before.who.name), before.who.party, before.who.person)],
        email=facts.get("email", before.email),
        body=facts.get("body", before.body),
        groups=False,
    )
    if before.sent_on is not None and wanted["name"] != before.who.name:
        raise RuleBroken("{who} was sent it by that name", who=before.who)
    with changing(database, N_("Change {who} in {title}"), inquiry, run=run, who=str(before.who)) as change:
        check_referee_free(change, inquiry.id, str(wanted["name"]), but=referee_id)
        change.update("referee", referee_id, **wanted)


def remove_referee(database: Database, referee_id: int) -> None:
    """Ask somebody no more whom nothing was sent to; raises RuleBroken, LookupError.

    Forms that are out say whose they are by a place in the list, so those before them stay.
    """
    inquiry = inquiry_of(database, "referee", referee_id)
    before = inquiry.referee_by_id(referee_id)
    if before.sent_on is not None or before.replies:
        raise RuleBroken("{who} was sent it, and stays", who=before.who)
    after = inquiry.referees[inquiry.referees.index(before) + 1 :]
    for each in after:
        if each.sent_on is not None:
            raise RuleBroken(
                "{who} stays in the list: the form that {other} has counts its place",
                who=before.who,
                other=each.who,
            )
    with changing(database, N_("Ask {who} no more in {title}"), inquiry, who=str(before.who)) as change:
        change.delete_whole("referee", referee_id)


# --- sent, and since


def send(database: Database, inquiry_id: int, day: dt.date, referee_ids: Iterable[int] | None = None) -> int:
    """Note that it was sent to those it was not sent to yet, or to some of them; return to how many.

    Raises RuleBroken where nobody is left to send it to, or answers would be due before; LookupError.
    """
    inquiry = read_inquiry(database, inquiry_id)
    ids = to_send(inquiry, day, referee_ids)
    with changing(database, N_("Send {title} to {count}"), inquiry, count=len(ids)) as change:
        note_sent(change, inquiry, ids, day)
    return len(ids)


def to_send(inquiry: Inquiry, day: dt.date, referee_ids: Iterable[int] | None = None) -> tuple[int, ...]:
    """Return to whom it is to go; raises RuleBroken as `send` does."""
    chosen = None if referee_ids is None else set(referee_ids)
    new = [each for each in inquiry.referees if each.sent_on is None and not each.replies]
    found = [each for each in new if chosen is None or each.id in chosen]
    if not found:
        raise RuleBroken(
            N_("{title} was sent to all who are asked already")
            if inquiry.referees
            else N_("Say first who is asked"),
            title=inquiry.title,
        )
    for each in found:
        if inquiry.due_of(each) < day:
            raise RuleBroken(
                "Answers are due on {due}, before it is sent; give a later day", due=inquiry.due_of(each)
            )
    return tuple(each.id for each in found)


def note_sent(
    change: Change,
    inquiry: Inquiry,
    ids: Iterable[int],
    day: dt.date,
    emails: Mapping[int, str] | None = None,
) -> None:
    """Note to whom it was sent on a day, and at which address where it went by mail."""
    for each in ids:
        more = {"email": emails[each]} if emails and each in emails else {}
        change.update("referee", each, sent_on=day, **more)
    if inquiry.sent_on is None:
        change.update("inquiry", inquiry.id, sent_on=day)


def remind(database: Database, inquiry_id: int, referee_ids: Iterable[int], day: dt.date) -> None:
    """Note that some were reminded; raises RuleBroken for who is not awaited, LookupError."""
    inquiry = read_inquiry(database, inquiry_id)
    ids = tuple(referee_ids)
    check_awaited(inquiry, ids)
    with changing(database, N_("Remind {count} of {title}"), inquiry, count=len(ids)) as change:
        note_reminded(change, ids, day)


def check_awaited(inquiry: Inquiry, ids: Sequence[int]) -> None:
    """Raise RuleBroken for one who was not asked, answered or declined; LookupError for who is not there."""
    if not ids:
        raise RuleBroken("Choose who is to be reminded")
    for referee in map(inquiry.referee_by_id, ids):
        if not referee.is_awaited:
            raise RuleBroken("No answer of {who} is awaited", who=referee.who)


def note_reminded(change: Change, ids: Iterable[int], day: dt.date) -> None:
    """Note when some were reminded."""
    for each in ids:
        place = last_place(change, "reminder", referee_id=each)
        change.insert("reminder", referee_id=each, position=place, day=day)


def extend(
    database: Database, inquiry_id: int, referee_ids: Iterable[int], due: dt.date, because: str
) -> None:
    """Give some a later day of their own, with a reason; raises RuleBroken, LookupError."""
    inquiry = read_inquiry(database, inquiry_id)
    reason = reason_for(because, N_("Say why the time is extended"))
    found = [inquiry.referee_by_id(each) for each in referee_ids]
    for each in found:
        if due <= inquiry.due_of(each):
            raise RuleBroken(
                "{who} has until {date} already; give a later day", who=each.who, date=inquiry.due_of(each)
            )
    label, names = N_("Extend the time of {who} in {title}"), all_names(each.who for each in found)
    with changing(database, label, inquiry, who=names) as change:
        for each in found:
            change.update("referee", each.id, due=due, due_because=reason)


def decline(database: Database, referee_id: int, day: dt.date, because: str = "") -> None:
    """Note that a referee will not answer; raises RuleBroken where it did, or was not asked; LookupError."""
    inquiry = inquiry_of(database, "referee", referee_id)
    referee = inquiry.referee_by_id(referee_id)
    if referee.replies:
        raise RuleBroken("{who} has answered", who=referee.who)
    if referee.sent_on is None or day < referee.sent_on:
        raise RuleBroken("{who} was not asked before that day", who=referee.who)
    told = line_or_none(because)
    with changing(database, N_("{who} declines to answer {title}"), inquiry, who=str(referee.who)) as change:
        change.update("referee", referee_id, declined_on=day, declined_because=told)


def await_again(database: Database, referee_id: int) -> None:
    """Take back that a referee declined."""
    inquiry = inquiry_of(database, "referee", referee_id)
    referee = inquiry.referee_by_id(referee_id)
    with changing(database, N_("Await {who} in {title} again"), inquiry, who=str(referee.who)) as change:
        change.update("referee", referee_id, declined_on=None, declined_because=None)
