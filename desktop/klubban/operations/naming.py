"""Who is meant, as rows keep it; and keys for what a person adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import uuid4

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.text import LONGEST_LINE, LONGEST_WORDS
from klubban.store.change import Change


def one_line(words: str) -> str:
    """Return words on one line; raises RuleBroken when they are too long for a name or a title."""
    line = " ".join(words.split())
    if len(line) > LONGEST_LINE:
        raise RuleBroken(
            "A line has at most {limit} characters, not {length}", limit=LONGEST_LINE, length=len(line)
        )
    return line


def line_or_none(words: str | None) -> str | None:
    """Return words on one line, or None for none; raises RuleBroken when they are too long."""
    return one_line(words or "") or None


def checked_length(words: str) -> str:
    """Return words; raises RuleBroken when they are more than the open format takes."""
    if len(words) > LONGEST_WORDS:
        raise RuleBroken(
            "{length} characters are too many; {limit} are the most", limit=LONGEST_WORDS, length=len(words)
        )
    return words


def checked_name(words: str) -> str:
    """Return a name on one line; raises RuleBroken when there is none."""
    line = one_line(words)
    if not line:
        raise RuleBroken("A name is needed")
    return line


def named(who: Named) -> dict[str, object]:
    """Return the columns that name somebody as on the day."""
    return {"person_id": who.person, "name": who.name, "party": who.party}


def named_at(prefix: str, who: Named | None) -> dict[str, object]:
    """Return the columns with a prefix that name somebody, or nobody."""
    columns = named(who) if who else dict.fromkeys(("person_id", "name", "party"))
    return {f"{prefix}{name}": value for name, value in columns.items()}


def all_names(people: Iterable[Named]) -> str:
    """Return people as a label names them; `N.N.` where nobody is known."""
    return ", ".join(map(str, people)) or "N.N."


def insert_people(change: Change, table: str, whole: str, id_: int, people: Iterable[Named]) -> None:
    """Name people, in their order, in rows that are part of another."""
    for position, who in enumerate(people):
        change.insert(table, **{f"{whole}_id": id_}, position=position, **named(who))


def id_or_none(ids: Mapping[str, int], key: str | None) -> int | None:
    """Return what is behind a key, if there is one."""
    return None if key is None else ids[key]


def new_key() -> str:
    """Return a key for the open format that no document has given."""
    return uuid4().hex
