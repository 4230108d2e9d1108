"""What was minuted at the table about the items of a meeting, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Select, select

from klubban.domain import decided as domain
from klubban.store import minute_tables as m
from klubban.store import tables as t
from klubban.store.rows import Row, kept, many, named, names_in, parts


def motions(read: Connection, ids: Select[Any]) -> Callable[[int], tuple[domain.Motion, ...]]:
    """Return, by item, what was moved."""
    own = select(m.motion.c.id).where(m.motion.c.item_id.in_(ids))
    movers = parts(read, m.mover, m.motion, own)
    return many(
        parts(read, m.motion, t.item, ids),
        lambda row: domain.Motion(
            **kept(row, "id", "asks", "key", "text", "withdrawn"), by=names_in(movers, row["id"])
        ),
    )


def divisions(read: Connection, ids: Select[Any]) -> Callable[[int], tuple[domain.Division, ...]]:
    """Return, by item, its votes."""
    votes = parts(read, m.vote, m.division, select(m.division.c.id).where(m.division.c.item_id.in_(ids)))

    def division(row: Row) -> domain.Division:
        answers = ("yes", "no", "blank", "invalid")
        totals = {answer: row[f"ballot_{answer}"] for answer in answers}
        return domain.Division(
            **kept(row, "id", "question", "key", "casting_vote", "result"),
            yes=row["yes_means"],
            no=row["no_means"],
            after=row["after_id"],
            votes=tuple((named(vote), vote["answer"]) for vote in votes.get(row["id"], ())),
            ballot=None if totals["yes"] is None else domain.Ballot(**totals),
        )

    return many(parts(read, m.division, t.item, ids), division)


def opinions(read: Connection, ids: Select[Any]) -> Callable[[int], tuple[domain.Opinion, ...]]:
    """Return, by item, reservations, statements and notes."""
    own = select(m.opinion.c.id).where(m.opinion.c.item_id.in_(ids))
    voices = parts(read, m.opinion_by, m.opinion, own)
    return many(
        parts(read, m.opinion, t.item, ids),
        lambda row: domain.Opinion(**kept(row, "id", "kind", "text"), by=names_in(voices, row["id"])),
    )
