"""The register of people: edited once, known everywhere; minutes keep the name of their day."""

from __future__ import annotations

from klubban.i18n import N_
from klubban.operations.naming import checked_name, new_key, one_line
from klubban.store import reads
from klubban.store.database import Database


def add_person(database: Database, name: str, **facts: str | None) -> int:
    """Add somebody and return the id; `facts` are party, organisation, title, email and phone."""
    columns = {"name": checked_name(name), **_lines(facts)}
    with database.change(N_("Add {name}"), name=columns["name"]) as change:
        return change.insert("person", key=new_key(), **columns)


def change_person(database: Database, person_id: int, *, run: str | None = None, **facts: str | None) -> None:
    """Say anew what is known of somebody: name, party, organisation, title, email, phone.

    Raises RuleBroken for no name, LookupError for nobody with this id.
    """
    columns = _lines(facts)
    if "name" in facts:
        columns["name"] = checked_name(facts["name"] or "")
    name = columns.get("name") or person_name(database, person_id)
    with database.change(N_("Change {name}"), place=("person", person_id), run=run, name=name) as change:
        change.update("person", person_id, **columns)


def person_name(database: Database, person_id: int) -> str:
    """Return what somebody is called today; raises LookupError."""
    with database.read() as read:
        for person in reads.people(read):
            if person.id == person_id:
                return person.name
    raise LookupError(person_id)


def _lines(facts: dict[str, str | None]) -> dict[str, str | None]:
    return {name: one_line(words or "") or None for name, words in facts.items()}
