"""An evening of the executive committee of Ekby, as the mock-up of the roll call has it; and an assembly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from klubban.store.change import Change
    from klubban.store.database import Database

DAY = date(2026, 11, 12)
MEMBERS = (
    ("Åke Öman", "S", "chair"),
    ("Britta Ek", "M", "vice_chair"),
    ("Cajsa Ål", "S", "member"),
    ("David Örn", "V", "member"),
    ("Eva Asp", "C", "member"),
    ("Finn Ask", "SD", "member"),
    ("Gun Älg", "S", "member"),
)
ALTERNATES = (("Hans Åberg", "S"), ("Jan Rask", "KD"), ("Ida Östh", "M"))
TITLES = (
    "Val av justerare",
    "Dagordning",
    "Budgetuppföljning oktober",
    "Trygghetsprogram på remiss",
    "Ny gång- och cykelväg vid Ekbyån",
    "Försäljning av Ekby 1:7",
    "Delegationsbeslut",
)


@dataclass(frozen=True, slots=True)
class Evening:
    """Ids of the meeting and its items."""

    body: int
    meeting: int
    items: tuple[int, ...]


def evening(database: Database, **rules: Any) -> Evening:
    """Put the committee into a file, with its meeting of seven paragraphs, § 70 to § 76."""
    with database.change("Begin") as change:
        body = _body(change, "Kommunstyrelsen", "committee", 7, rules)
        for name, party, role in MEMBERS:
            _seat(change, body, name, party, role)
        for order, (name, party) in enumerate(ALTERNATES, 1):
            _seat(change, body, name, party, "alternate", call_order=order)
        _seat(change, body, "Tor Blom", None, "secretary")
        return _meeting(change, body, TITLES, 70)


def assembly(database: Database, seats: int = 101, items: int = 60) -> Evening:
    """Put an assembly with as many alternates as members into a file."""
    parties = ("S", "M", "SD", "C", "V", "L", "KD", "MP")
    with database.change("Begin") as change:
        body = _body(change, "Kommunfullmäktige", "assembly", seats, {})
        for number in range(seats):
            _seat(change, body, f"Ledamot {number:03}", parties[number % 8], "member" if number else "chair")
        for number in range(seats):
            _seat(change, body, f"Ersättare {number:03}", parties[number % 8], "alternate", call_order=number)
        return _meeting(change, body, [f"Ärende {number}" for number in range(items)], 1)


def _body(change: Change, name: str, kind: str, seats: int, rules: dict[str, Any]) -> int:
    return change.insert(
        "body",
        key=name.casefold(),
        name=name,
        kind=kind,
        seats=seats,
        rules=rules,
        chains={"C": ["KD", "M"], "S": ["V"], "V": ["S"]},
    )


def _seat(change: Change, body: int, name: str, party: str | None, role: str, **facts: Any) -> None:
    person = change.insert("person", key=name.casefold(), name=name, party=party)
    place = len(change.rows("seat", body_id=body))
    change.insert("seat", body_id=body, position=place, person_id=person, role=role, party=party, **facts)


def _meeting(change: Change, body: int, titles: Any, first: int) -> Evening:
    meeting = change.insert("meeting", body_id=body, date=DAY, starts=time(13), stage="in_session")
    items = tuple(
        change.insert("item", meeting_id=meeting, position=place, title=title, number=first + place)
        for place, title in enumerate(titles)
    )
    return Evening(body, meeting, items)
