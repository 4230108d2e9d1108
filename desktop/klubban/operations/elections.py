"""Elections at an item: who was nominated, with how many votes, and who was elected."""

from __future__ import annotations

from typing import Any

from klubban.domain.body import Named
from klubban.domain.decided import ElectionMethod
from klubban.store.database import Database


def add_election(
    database: Database,
    item_id: int,
    office: str,
    *,
    seats: int = 1,
    method: ElectionMethod = ElectionMethod.ACCLAMATION,
) -> int:
    """Note an election to an office, in words, and return it; raises RuleBroken for no office, or no seats."""
    raise NotImplementedError


def change_election(database: Database, election_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Set facts of an election: office, seats, method, blank, invalid; only those that are named."""
    raise NotImplementedError


def nominate(database: Database, election_id: int, who: Named) -> int:
    """Note who is nominated, and return the candidate; raises RuleBroken for one who is already."""
    raise NotImplementedError


def set_votes(database: Database, candidate_id: int, votes: int | None) -> None:
    """Note how many votes somebody got in a ballot; raises RuleBroken for fewer than none, or no ballot."""
    raise NotImplementedError


def set_elected(database: Database, candidate_id: int, elected: bool, *, by_lot: bool = False) -> None:  # noqa: FBT001 - as the box says
    """Note that somebody was elected, or take it back; raises RuleBroken for more than there are seats."""
    raise NotImplementedError


def remove_candidate(database: Database, candidate_id: int) -> None:
    """Take back that somebody was nominated."""
    raise NotImplementedError


def remove_election(database: Database, election_id: int) -> None:
    """Take out an election, with its candidates."""
    raise NotImplementedError
