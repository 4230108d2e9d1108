"""Phrases by a short key, of one body or of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.text import clean, tidy
from klubban.i18n import N_
from klubban.store import minutes, rolls

if TYPE_CHECKING:
    from klubban.domain.text import Blocks
    from klubban.store.database import Database

LONGEST_KEY = 20


def put_phrase(
    database: Database, phrase_id: int | None, *, body: int | None, short: str, text: Blocks
) -> int:
    """Add a phrase (None), or say one anew, and return it; `<name>` in its text is a slot.

    Raises RuleBroken for a key that is none, or that another phrase of the same body has; LookupError.
    """
    key, words = _checked_key(short), tidy(text)
    if not words:
        raise RuleBroken("A phrase needs words")
    with database.read() as read:
        if body is not None:
            rolls.row_of(read, "body", body)
        if phrase_id is not None:
            rolls.row_of(read, "phrase", phrase_id)
        for each in minutes.phrases(read):
            same = each.body == body and each.short.casefold() == key.casefold()
            if same and each.id != phrase_id:
                raise RuleBroken("There is a phrase called {short} already", short=key)
    label = N_("Add the phrase {short}") if phrase_id is None else N_("Change the phrase {short}")
    place = ("body", body) if body else None
    columns = {"body_id": body, "short": key, "text": words}
    with database.change(label, place=place, short=key) as change:
        if phrase_id is not None:
            change.update("phrase", phrase_id, **columns)
            return phrase_id
        own = [int(row["position"] or 0) for row in change.rows("phrase", body_id=body)]
        return change.insert("phrase", position=1 + max(own, default=-1), **columns)


def remove_phrase(database: Database, phrase_id: int) -> None:
    """Take out a phrase; texts in which it was used stay. Raises LookupError."""
    with database.read() as read:
        row = rolls.row_of(read, "phrase", phrase_id)
    place = ("body", int(row["body_id"])) if row["body_id"] else None
    with database.change(N_("Remove the phrase {short}"), place=place, short=row["short"]) as change:
        change.delete("phrase", phrase_id)


def _checked_key(short: str) -> str:
    key = clean(short).strip()
    if not key or len(key) > LONGEST_KEY or any(each.isspace() for each in key):
        raise RuleBroken(
            "A phrase is called by one word of at most {most} characters, not by “{short}”",
            most=LONGEST_KEY,
            short=key,
        )
    return key
