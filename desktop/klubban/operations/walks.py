"""Safety walks: held, what was seen, with pictures, and what that led to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from klubban.domain.assignment import AssignmentStatus
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.media import Media
from klubban.domain.text import clean, tidy
from klubban.domain.walk import Observation, Walk
from klubban.i18n import N_
from klubban.operations.assignment_rows import bring_due, check_due, checked_text
from klubban.operations.assignments import Given, insert_assignment
from klubban.operations.lists import last_place, move_row
from klubban.operations.minuting import checked_people
from klubban.operations.naming import checked_length, checked_name, line_or_none, new_key
from klubban.operations.paper_file import PaperFile, read_paper_file
from klubban.store import attachments, rolls
from klubban.store.assigned import owner_remarks
from klubban.store.change import Change
from klubban.store.database import Database
from klubban.store.walks import walk

MOST_BYTES = 10_000_000
"""The largest picture that is kept: 10 MB; a telephone's pictures are smaller."""
_SHOWN = (Media.PNG, Media.JPEG)
"""What every reader of PDF, Word and web pages shows."""
_FACTS = {"title", "day", "place", "led_by", "taking_part", "text", "item"}


def add_walk(database: Database, body_id: int, title: str, *, day: date, **facts: Any) -> int:
    """Note a walk of a body, and return it; `facts` are place, led_by, taking_part and text.

    Raises RuleBroken for no title; LookupError for no such body.
    """
    columns = _columns({"title": title, "day": day, **facts})
    with database.read() as read:
        rolls.row_of(read, "body", body_id)
    with database.change(N_("Note the walk {name}"), place=("walk", 0), name=columns["title"]) as change:
        return change.insert("walk", body_id=body_id, key=new_key(), **columns)


def change_walk(database: Database, walk_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say anew what is known of a walk: title, day, place, led_by, taking_part, text, item (that reports it).

    Raises RuleBroken for no title, or a day after one on which something assigned is due; LookupError.
    """
    columns = _columns(facts)
    with _walking(database, N_("Change the walk {name}"), walk_id, run) as (change, known):
        if "day" in columns:
            _give_on(change, known, columns["day"])
        change.update("walk", walk_id, **columns)


def remove_walk(database: Database, walk_id: int) -> None:
    """Take out a walk with what was seen; raises RuleBroken where it led to an assignment, LookupError."""
    with _walking(database, N_("Remove the walk {name}"), walk_id) as (change, known):
        if any(each.assignment is not None for each in known.observations):
            raise RuleBroken("{name} led to assignments; it stays as where they come from", name=known.title)
        change.delete_whole("walk", walk_id)


def observe(database: Database, walk_id: int, text: str, *, place: str | None = None) -> int:
    """Note what was seen on a walk, and where, and return it; raises RuleBroken for no words, LookupError."""
    words = _checked_seen(text)
    with _walking(database, N_("Note what was seen on {name}"), walk_id) as (change, _known):
        return change.insert(
            "observation",
            walk_id=walk_id,
            position=last_place(change, "observation", walk_id=walk_id),
            text=words,
            place=line_or_none(place),
        )


def change_observation(
    database: Database, observation_id: int, *, run: str | None = None, **facts: Any
) -> None:
    """Say anew what was seen: text, place, picture_says; raises RuleBroken for no words, LookupError."""
    for unknown in facts.keys() - {"text", "place", "picture_says"}:
        raise TypeError(unknown)
    columns = {name: line_or_none(value) for name, value in facts.items() if name != "text"}
    if "text" in facts:
        columns["text"] = _checked_seen(facts["text"])
    label = N_("Change what was seen on {name}")
    with _seeing(database, label, observation_id, run) as (change, _known, seen):
        if seen.sha256 is not None and columns.get("picture_says", seen.picture_says) is None:
            raise _needs_words()
        change.update("observation", observation_id, **columns)


def move_observation(database: Database, observation_id: int, after: int | None) -> None:
    """Put what was seen after another of the walk, or first (None); raises LookupError."""
    label = N_("Move what was seen on {name}")
    with _seeing(database, label, observation_id) as (change, known, _seen):
        move_row(change, "observation", observation_id, after, walk_id=known.id)


def remove_observation(database: Database, observation_id: int) -> None:
    """Take out what was seen; raises RuleBroken where it led to an assignment, LookupError."""
    label = N_("Take out what was seen on {name}")
    with _seeing(database, label, observation_id) as (change, _known, seen):
        if seen.assignment is not None:
            raise RuleBroken("It led to an assignment; remove that first")
        change.delete_whole("observation", observation_id)


def attach_picture(database: Database, observation_id: int, picture: Path | PaperFile, *, says: str) -> None:
    """Keep a picture with what was seen, in place of another; `says` tells those who do not see it.

    Raises RuleBroken for what is no PNG or JPEG, is damaged, more than 10 MB, or without words; LookupError.
    """
    from klubban.documents.pdf.photo import photo

    kept = read_paper_file(picture, open_file=database.path) if isinstance(picture, Path) else picture
    if kept.media not in _SHOWN:
        raise RuleBroken("{file} is no picture that can be shown; choose a JPEG or PNG", file=kept.name)
    if len(kept.data) > MOST_BYTES:
        raise RuleBroken(
            "{file} is {size} MB; a picture may be {limit} MB at most. Make it smaller, and choose that.",
            file=kept.name,
            size=-(-len(kept.data) // 1_000_000),
            limit=MOST_BYTES // 1_000_000,
        )
    words = line_or_none(says)
    if words is None:
        raise _needs_words()
    photo(kept.data, words)
    label = N_("Keep a picture of what was seen on {name}")
    with _seeing(database, label, observation_id) as (change, _known, _seen):
        sha256 = attachments.keep(change, kept.data)
        change.update(
            "observation", observation_id, sha256=sha256, media_type=kept.media.value, picture_says=words
        )


def remove_picture(database: Database, observation_id: int) -> None:
    """Take away the picture of what was seen; raises LookupError."""
    label = N_("Take away the picture of what was seen on {name}")
    with _seeing(database, label, observation_id) as (change, _known, _seen):
        change.update("observation", observation_id, sha256=None, media_type=None, picture_says=None)


def make_assignment(
    database: Database,
    observation_id: int,
    to: Named,
    *,
    due: date | None = None,
    text: str | None = None,
    cost: str | None = None,
) -> Given:
    """Give somebody the assignment to see to what was seen; without other words, what and where it was.

    It is given on the day of the walk, for its body. Raises RuleBroken for a due day before that, or where
    it led to one already; LookupError.
    """
    [who] = checked_people([to])
    label = N_("Give {who} an assignment out of {name}")
    with _seeing(database, label, observation_id, who=str(who)) as (change, known, seen):
        if seen.assignment is not None:
            raise RuleBroken("It led to an assignment already")
        check_due(known.day, due)
        words = ": ".join(part.strip() for part in (seen.place, seen.text) if part)
        made = insert_assignment(
            change,
            last_place(change, "assignment", body_id=known.body),
            who,
            (),
            body_id=known.body,
            text=checked_text(text or words),
            due=due,
            status=AssignmentStatus.OPEN,
            cost=line_or_none(cost),
            given_on=known.day,
        )
        change.update("observation", observation_id, assignment_id=made, nothing_because=None)
        if due is not None:
            bring_due(change, known.body, made, on=known.day)
        return Given(made, owner_remarks(change.connection, known.body, who, known.day))


def settle(database: Database, observation_id: int, because: str | None) -> None:
    """Say why what was seen leads to nothing, or that it waits again (None).

    Raises RuleBroken where it led to an assignment; LookupError.
    """
    label = N_("Say what became of what was seen on {name}")
    with _seeing(database, label, observation_id) as (change, _known, seen):
        if seen.assignment is not None:
            raise RuleBroken("It led to an assignment already")
        change.update("observation", observation_id, nothing_because=line_or_none(because))


@contextmanager
def _walking(
    database: Database, label: str, walk_id: int, run: str | None = None, **facts: Any
) -> Iterator[tuple[Change, Walk]]:
    with database.read() as read:
        known = walk(read, walk_id)
    with database.change(label, place=("walk", walk_id), run=run, name=known.title, **facts) as change:
        yield change, known


@contextmanager
def _seeing(
    database: Database, label: str, observation_id: int, run: str | None = None, **facts: Any
) -> Iterator[tuple[Change, Walk, Observation]]:
    with database.read() as read:
        walk_id = int(rolls.row_of(read, "observation", observation_id)["walk_id"])
    with _walking(database, label, walk_id, run, **facts) as (change, known):
        yield change, known, next(each for each in known.observations if each.id == observation_id)


def _columns(facts: dict[str, Any]) -> dict[str, Any]:
    for unknown in facts.keys() - _FACTS:
        raise TypeError(unknown)
    columns = dict(facts)
    if "title" in columns:
        columns["title"] = checked_name(columns["title"])
    for name in ("place", "led_by"):
        if name in columns:
            columns[name] = line_or_none(columns[name])
    if "taking_part" in columns:
        columns["taking_part"] = tuple(checked_name(each) for each in columns["taking_part"] if each.strip())
    if "text" in columns:
        columns["text"] = tidy(columns["text"])
    if "item" in columns:
        columns["item_id"] = columns.pop("item")
    return columns


def _give_on(change: Change, known: Walk, day: date) -> None:
    """Let what was assigned be given on the walk's new day; raises RuleBroken where it is due before that."""
    for each in known.observations:
        if each.assignment is not None:
            check_due(day, rolls.row_of(change.connection, "assignment", each.assignment)["due"])
            change.update("assignment", each.assignment, given_on=day)


def _checked_seen(text: str) -> str:
    words = clean(text).strip()
    if not words:
        raise RuleBroken("Say what was seen")
    return checked_length(words)


def _needs_words() -> RuleBroken:
    return RuleBroken("Say what the picture shows, for those who do not see it")
