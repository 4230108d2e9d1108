"""The register of people: edited once, known everywhere; minutes keep the name of their day."""

from __future__ import annotations

from klubban.i18n import N_
from klubban.operations.naming import checked_name, new_key, one_line
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database


def add_person(database: Database, name: str, **facts: str | None) -> int:
    """Add somebody and return the id; `facts` are party, organisation, title, email, phone and address."""
    columns = {"name": checked_name(name), **_lines(facts)}
    with database.change(N_("Add {name}"), name=columns["name"]) as change:
        return change.insert("person", key=new_key(), **columns)


def change_person(database: Database, person_id: int, *, run: str | None = None, **facts: str | None) -> None:
    """Say anew what is known of somebody: name, party, organisation, title, email, phone, address.

    Who leaves a party does not take its seats along: those in which they were at meetings stay the party's.
    Raises RuleBroken for no name, LookupError for nobody with this id.
    """
    columns = _lines(facts)
    if "name" in facts:
        columns["name"] = checked_name(facts["name"] or "")
    name = columns.get("name") or person_name(database, person_id)
    with database.change(N_("Change {name}"), place=("person", person_id), run=run, name=name) as change:
        if "party" in columns:
            _keep_seats(change, person_id, columns["party"])
        change.update("person", person_id, **columns)


def _keep_seats(change: Change, person_id: int, party: str | None) -> None:
    """Write the party that somebody was minuted with in the seats that they had then as its member."""
    for row in change.rows("person", id=person_id):
        before = row["party"]
        if before is None or before == party:
            return
        noted = [
            *change.rows("attendance", person_id=person_id, party=before),
            *change.rows("roll_line", who_person_id=person_id, who_party=before),
        ]
        held = {each["meeting_id"] for each in noted}
        for seat in reads.seats(change.connection) if held else ():
            own = seat.person == person_id and not seat.party and not seat.represents
            if own and any(
                meeting.id in held and seat.covers(meeting.date)
                for meeting in reads.meetings(change.connection, seat.body)
            ):
                change.update("seat", seat.id, party=before)


def person_name(database: Database, person_id: int) -> str:
    """Return what somebody is called today; raises LookupError."""
    with database.read() as read:
        for person in reads.people(read):
            if person.id == person_id:
                return person.name
    raise LookupError(person_id)


def _lines(facts: dict[str, str | None]) -> dict[str, str | None]:
    return {name: _checked(name, words or "") or None for name, words in facts.items()}


def _checked(name: str, words: str) -> str:
    """Return the words on one line; a postal address has several."""
    return (
        "\n".join(filter(None, map(one_line, words.splitlines()))) if name == "address" else one_line(words)
    )
