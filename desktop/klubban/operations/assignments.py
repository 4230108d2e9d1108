"""Assignments, and referrals with their answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from datetime import date
from typing import Any

from klubban.domain.body import Named
from klubban.domain.text import Blocks
from klubban.operations.naming import named
from klubban.store.change import Change
from klubban.store.database import Database


def insert_assignment(
    change: Change, position: int, to: Named, reports: Iterable[tuple[date, Blocks]], **facts: object
) -> int:
    """Note an assignment; `facts` are its other columns, one of item_id, meeting_id, body_id among them."""
    assignment = change.insert("assignment", position=position, **named(to), **facts)
    for day, text in reports:
        change.insert("report", assignment_id=assignment, date=day, text=text)
    return assignment


def insert_referral(
    change: Change,
    item_id: int,
    due: date,
    answers: Iterable[tuple[str, date | None, Iterable[Blocks]]] = (),
    **facts: object,
) -> int:
    """Note a referral; `facts` are its other columns (title, referees, questions)."""
    referral = change.insert("referral", item_id=item_id, due=due, **facts)
    for position, (sender, day, texts) in enumerate(answers):
        answer = change.insert("answer", referral_id=referral, position=position, sender=sender, date=day)
        for place, text in enumerate(texts):
            change.insert("answer_text", answer_id=answer, position=place, text=text)
    return referral


def add_assignment(
    database: Database, item_id: int, to: Named, text: str, *, due: dt.date | None = None
) -> int:
    """Give somebody an assignment by an item's decision, and return it; raises RuleBroken for no words."""
    raise NotImplementedError


def change_assignment(
    database: Database, assignment_id: int, *, run: str | None = None, **facts: Any
) -> None:
    """Set facts of an assignment: to, text, due, status; only those that are named."""
    raise NotImplementedError


def remove_assignment(database: Database, assignment_id: int) -> None:
    """Take out an assignment; raises RuleBroken where it was answered, or is on an agenda."""
    raise NotImplementedError
