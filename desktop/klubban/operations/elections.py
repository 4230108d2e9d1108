"""Elections at an item: who was nominated, with how many votes, and who was elected."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from klubban.domain.body import Named
from klubban.domain.decided import Candidate, Election, ElectionMethod
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.minuting import checked_people, item_of, minuting, one_of
from klubban.operations.naming import named, one_line
from klubban.operations.proceedings import insert_election
from klubban.store import rolls
from klubban.store.change import Change
from klubban.store.database import Database

_MOST = 10_000
"""More than any body has members."""


def add_election(
    database: Database,
    item_id: int,
    office: str,
    *,
    seats: int = 1,
    method: ElectionMethod = ElectionMethod.ACCLAMATION,
) -> int:
    """Note an election to an office, in words, and return it; raises RuleBroken for no office or seats."""
    columns = _columns({"office": office, "seats": seats, "method": method})
    label = N_("Note the election of {office} at {item}")
    with minuting(database, label, item_id, office=columns["office"]) as (change, *_rest):
        return insert_election(
            change, item_id, last_place(change, "election", item_id=item_id), (), **columns
        )


def change_election(database: Database, election_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Set facts of an election: office, seats, method, blank, invalid; only those that are named.

    Raises RuleBroken for no office, fewer seats than were elected, or votes where nobody voted.
    """
    columns = _columns(facts)
    with _changing(database, election_id, N_("Change the election of {office} at {item}"), run) as (
        change,
        _meeting,
        item,
    ):
        election = one_of(item.elections, election_id)
        seats = columns.get("seats", election.seats)
        elected = sum(each.elected for each in election.candidates)
        if elected > seats:
            raise RuleBroken(
                "{count} are elected, and there are only {seats} seats", count=elected, seats=seats
            )
        method = columns.get("method", election.method)
        votes = [each.votes for each in election.candidates]
        votes += [columns.get(name, getattr(election, name)) for name in ("blank", "invalid")]
        if method is ElectionMethod.ACCLAMATION and any(each is not None for each in votes):
            raise RuleBroken("Without a vote there are no votes to count")
        change.update("election", election_id, **columns)


def nominate(database: Database, election_id: int, who: Named) -> int:
    """Note who is nominated, and return the candidate; raises RuleBroken for one who is already."""
    [one] = checked_people([who])
    with _changing(database, election_id, N_("Note that {name} is nominated at {item}"), name=str(one)) as (
        change,
        _meeting,
        item,
    ):
        if any(one.is_same(each.who) for each in one_of(item.elections, election_id).candidates):
            raise RuleBroken("{name} is nominated already", name=one)
        place = last_place(change, "candidate", election_id=election_id)
        return change.insert("candidate", election_id=election_id, position=place, **named(one))


def set_votes(database: Database, candidate_id: int, votes: int | None) -> None:
    """Note how many votes somebody got in a ballot; raises RuleBroken for fewer than none, or no ballot."""
    _check_number(votes)
    with _with_candidate(database, candidate_id, N_("Note the votes for {name} at {item}")) as (
        change,
        _meeting,
        item,
    ):
        election, _candidate = _candidate_of(item, candidate_id)
        if votes is not None and election.method is ElectionMethod.ACCLAMATION:
            raise RuleBroken("Without a vote there are no votes to count")
        change.update("candidate", candidate_id, votes=votes)


def set_elected(database: Database, candidate_id: int, elected: bool, *, by_lot: bool = False) -> None:  # noqa: FBT001 - as the box says
    """Note that somebody was elected, or take it back; raises RuleBroken for more than there are seats.

    By lot only after a vote, with as many votes as somebody who was not elected (KL 5 kap. 56 §).
    """
    label = N_("Note that {name} is elected at {item}")
    if not elected:
        label = N_("Take back that {name} was elected at {item}")
    with _with_candidate(database, candidate_id, label) as (change, _meeting, item):
        election, candidate = _candidate_of(item, candidate_id)
        others = [each for each in election.candidates if each.id != candidate_id]
        if elected and sum(each.elected for each in others) >= election.seats:
            raise RuleBroken(
                "{count} are elected, and there are only {seats} seats",
                count=election.seats + 1,
                seats=election.seats,
            )
        if elected and by_lot:
            _check_lot(election, candidate)
        change.update("candidate", candidate_id, elected=elected, by_lot=elected and by_lot)


def remove_candidate(database: Database, candidate_id: int) -> None:
    """Take back that somebody was nominated."""
    with _with_candidate(database, candidate_id, N_("Take back the nomination of {name} at {item}")) as (
        change,
        *_rest,
    ):
        change.delete("candidate", candidate_id)


def remove_election(database: Database, election_id: int) -> None:
    """Take out an election, with its candidates."""
    with _changing(database, election_id, N_("Remove the election of {office} at {item}")) as (
        change,
        *_rest,
    ):
        change.delete_whole("election", election_id)


# --- what is checked


def _columns(facts: Mapping[str, Any]) -> dict[str, Any]:
    for unknown in facts.keys() - {"office", "seats", "method", "blank", "invalid"}:
        raise TypeError(unknown)
    columns = dict(facts)
    if "office" in columns:
        columns["office"] = one_line(columns["office"])
        if not columns["office"]:
            raise RuleBroken("Say what the election is to")
    if "seats" in columns and not 0 < columns["seats"] <= _MOST:
        raise RuleBroken("An election fills at least one seat, not {seats}", seats=columns["seats"])
    for name in ("blank", "invalid"):
        _check_number(columns.get(name))
    return columns


def _check_number(votes: int | None) -> None:
    if votes is not None and not 0 <= votes <= _MOST:
        raise RuleBroken("The number of votes cannot be {votes}", votes=votes)


def _check_lot(election: Election, candidate: Candidate) -> None:
    if election.method is ElectionMethod.ACCLAMATION:
        raise RuleBroken("Lots are drawn after a tie in a vote (KL 5 kap. 56 §)")
    equal = [
        each
        for each in election.candidates
        if each.id != candidate.id and each.votes == candidate.votes and not each.elected
    ]
    if not equal:
        raise RuleBroken("Nobody else has as many votes as {name} (KL 5 kap. 56 §)", name=candidate.who)


# --- rows


def _candidate_of(item: Item, candidate_id: int) -> tuple[Election, Candidate]:
    for election in item.elections:
        for candidate in election.candidates:
            if candidate.id == candidate_id:
                return election, candidate
    raise LookupError(candidate_id)


def _changing(
    database: Database, election_id: int, label: str, run: str | None = None, **facts: Any
) -> AbstractContextManager[tuple[Change, Meeting, Item]]:
    with database.read() as read:
        office = rolls.row_of(read, "election", election_id)["office"]
    item_id = item_of(database, "election", election_id)
    return minuting(database, label, item_id, run, **{"office": office, **facts})


def _with_candidate(
    database: Database, candidate_id: int, label: str
) -> AbstractContextManager[tuple[Change, Meeting, Item]]:
    with database.read() as read:
        row = rolls.row_of(read, "candidate", candidate_id)
    name = str(Named(row["name"], row["party"], row["person_id"]))
    return _changing(database, row["election_id"], label, name=name)
