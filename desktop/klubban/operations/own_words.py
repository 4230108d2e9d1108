"""Words of the organisation's own, which are never marked as misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.naming import one_line
from klubban.store import minutes, rolls
from klubban.store.change import id_of

if TYPE_CHECKING:
    from klubban.store.database import Database


def add_word(database: Database, word: str) -> int:
    """Add a word, and return it: the one that is there already, if it is; raises RuleBroken for no word."""
    words = one_line(clean(word))
    if not words:
        raise RuleBroken("Say which word it is")
    with database.read() as read:
        for id_, known in minutes.own_words(read):
            if known == words:
                return id_
    with database.change(N_("Learn the word {word}"), word=words) as change:
        own = next((id_of(row) for row in change.rows("organisation")), None)
        return change.insert("own_word", organisation_id=own, word=words)


def remove_word(database: Database, word_id: int) -> None:
    """Forget a word; raises LookupError."""
    with database.read() as read:
        word = rolls.row_of(read, "own_word", word_id)["word"]
    with database.change(N_("Forget the word {word}"), word=word) as change:
        change.delete("own_word", word_id)
