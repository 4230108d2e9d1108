"""Safety walks, with what was seen on them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from klubban.domain.walk import Observation, Walk
from klubban.store import follow_up_tables as f
from klubban.store.rows import kept, many, parts, rows

_SEEN = ("id", "text", "place", "sha256", "media_type", "picture_says", "nothing_because")


def walks(read: Connection, body_id: int | None = None) -> tuple[Walk, ...]:
    """Return the walks of a body, or of all, the latest first."""
    own = f.walk.c
    wanted = select(f.walk).order_by(own.day.desc(), own.id.desc())
    if body_id is not None:
        wanted = wanted.where(own.body_id == body_id)
    found = list(rows(read, wanted))
    seen = many(
        parts(read, f.observation, f.walk, [row["id"] for row in found]),
        lambda row: Observation(**kept(row, *_SEEN), assignment=row["assignment_id"]),
    )
    return tuple(
        Walk(
            **kept(row, "id", "key", "title", "day", "place", "led_by", "taking_part", "text"),
            body=row["body_id"],
            item=row["item_id"],
            observations=seen(row["id"]),
        )
        for row in found
    )


def walk(read: Connection, walk_id: int) -> Walk:
    """Return a walk; raises LookupError for one that is not there."""
    for each in walks(read):
        if each.id == walk_id:
            return each
    raise LookupError(walk_id)
