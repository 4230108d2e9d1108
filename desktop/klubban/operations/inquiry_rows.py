"""The rows of an inquiry: who is asked, which questions; and whether they may be changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from klubban.domain.address_book import folded
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.referral import Inquiry
from klubban.domain.text import clean
from klubban.exchange import mail
from klubban.operations.addressees import book
from klubban.operations.lists import last_place
from klubban.operations.naming import checked_name, line_or_none, one_line
from klubban.store import inquiries as store
from klubban.store import rolls
from klubban.store.change import Change, id_of
from klubban.store.database import Database


def read_inquiry(database: Database, inquiry_id: int) -> Inquiry:
    """Return an inquiry; raises LookupError."""
    with database.read() as read:
        return store.inquiry(read, inquiry_id)


def inquiry_of(database: Database, table: str, id_: int) -> Inquiry:
    """Return the inquiry that a question or a referee is part of; raises LookupError."""
    with database.read() as read:
        return store.inquiry(read, rolls.row_of(read, table, id_)["inquiry_id"])


@contextmanager
def changing(
    database: Database,
    label: str,
    inquiry: Inquiry,
    *,
    run: str | None = None,
    place: int | None = None,
    barrier: bool = False,
    **facts: Any,
) -> Iterator[Change]:
    """Open a change of an inquiry, whose title the label can give."""
    at = ("inquiry", inquiry.id if place is None else place)
    with database.change(label, place=at, run=run, barrier=barrier, title=inquiry.title, **facts) as change:
        yield change


def check_not_sent(inquiry: Inquiry) -> None:
    """Raise RuleBroken for what is out: those who were asked hold what they were asked."""
    if inquiry.sent_on is not None:
        raise RuleBroken(
            "{title} was sent on {date}, and stands as it was sent; withdraw a question, extend the time, or"
            " ask more",
            title=inquiry.title,
            date=inquiry.sent_on,
        )


def check_due(change: Change, inquiry: Inquiry, due: dt.date) -> None:
    """Raise RuleBroken for a day before the meeting that decided it."""
    if inquiry.item is None:
        return
    meeting = rolls.meeting_of(change.connection, "item", inquiry.item)
    decided = rolls.row_of(change.connection, "meeting", meeting)["date"]
    if due < decided:
        raise RuleBroken(
            "Answers are due on {due}, before the meeting on {date} that decided it", due=due, date=decided
        )


def reason_for(because: str, missing: str) -> str:
    """Return a reason on one line; raises RuleBroken where there is none."""
    reason = one_line(clean(because))
    if not reason:
        raise RuleBroken(missing)
    return reason


def insert_questions(change: Change, inquiry_id: int, questions: Iterable[str]) -> list[int]:
    """Add questions after those that are there, and return them; raises RuleBroken for one without words."""
    place = last_place(change, "question", inquiry_id=inquiry_id)
    return [
        change.insert("question", inquiry_id=inquiry_id, position=position, text=checked_name(clean(text)))
        for position, text in enumerate(questions, place)
    ]


def found_names(
    database: Database,
    names: Sequence[Named | str],
    *,
    email: str | None = None,
    body: int | None = None,
    groups: bool = True,
) -> list[dict[str, object]]:
    """Return the columns of those whom names mean: all in a group, and our own bodies as such.

    Raises RuleBroken for no name, or what is no address.
    """
    address = line_or_none(email)
    if address is not None and not mail.is_address(address):
        raise RuleBroken(
            "{email} is no e-mail address; expected one such as registrator@ekby.example", email=address
        )
    known = book(database)
    found: list[dict[str, object]] = []
    for each in names:
        who = each if isinstance(each, Named) else Named(each)
        name = checked_name(clean(who.name))
        meant = known.find(name) if groups and who.person is None and body is None else ()
        own: dict[str, object] = {
            "party": who.party, "person_id": who.person, "name": name, "email": address, "body_id": body,
        }  # fmt: skip
        if not meant:
            found.append(own)
        for one in meant:
            spelt = name if len(meant) == 1 else one.name
            found.append({**own, "name": spelt, "body_id": one.body})
    return found


def insert_referees(
    change: Change, inquiry_id: int, wanted: Sequence[Mapping[str, object]]
) -> tuple[int, ...]:
    """Add those who are asked, and return them; raises RuleBroken for somebody who is asked already."""
    there = change.rows("referee", inquiry_id=inquiry_id)
    asked = {folded(str(row["name"])): str(row["name"]) for row in there}
    made = []
    for position, columns in enumerate(wanted, last_place(change, "referee", inquiry_id=inquiry_id)):
        name = str(columns["name"])
        if folded(name) in asked:
            raise _asked_already(asked[folded(name)])
        asked[folded(name)] = name
        made.append(change.insert("referee", inquiry_id=inquiry_id, position=position, **columns))
    return tuple(made)


def check_referee_free(change: Change, inquiry_id: int, name: str, *, but: int | None = None) -> None:
    """Raise RuleBroken for somebody who is asked already."""
    for row in change.rows("referee", inquiry_id=inquiry_id):
        if id_of(row) != but and folded(str(row["name"])) == folded(name):
            raise _asked_already(str(row["name"]))


def _asked_already(name: str) -> RuleBroken:
    return RuleBroken("{who} is asked already", who=name)
