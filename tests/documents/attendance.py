"""A council of organisations in which few come, and its year."""

from __future__ import annotations

from datetime import date

from klubban.domain.body import Body, Organisation, Person, Seat, SeatRole
from klubban.domain.overview import Overview, overview
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.statistics import Held, Sent

EKBY = Organisation(name="Ekby kommun")
COUNCIL = Body(
    id=1,
    key="bra",
    name="Brottsförebyggande rådet",
    kind=BodyKind.COUNCIL,
    rules=PRESETS[BodyKind.COUNCIL],
    short="Brå",
)
NAMES = (
    ("Åsa Wennergren", "Kommunstyrelsen"),
    ("Nils Hallonsten", "Polismyndigheten"),
    ("Eva Torsdotter", "Ekby församling"),
    ("Siv Bloom", "Ekby företagarförening"),
)
PEOPLE = [Person(id=number, key=str(number), name=name) for number, (name, _of) in enumerate(NAMES, 1)]
SECRETARY = Person(id=9, key="disa", name="Disa Qvarnström", email="disa@ekby.example", phone="0123-450 14")
SEATS = [
    Seat(
        id=number,
        body=1,
        role=SeatRole.CHAIR if number == 1 else SeatRole.MEMBER,
        person=number,
        represents=of,
    )
    for number, (_name, of) in enumerate(NAMES, 1)
]
DAYS = [date(2026, month, 12) for month in (2, 5, 9, 12)]
MEETINGS = [
    Held(DAYS[0], frozenset({1, 2, 3})),
    Held(DAYS[1], frozenset({1, 2})),
    Held(DAYS[2], frozenset({1, 8}), sent=frozenset({Sent(4, 8)})),
    Held(DAYS[3], frozenset({1, 2, 8}), sent=frozenset({Sent(4, 8)})),
]
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def year(
    meetings: list[Held] = MEETINGS, seats: list[Seat] = SEATS, people: list[Person] = PEOPLE
) -> Overview:
    """Return what is counted of the council's year."""
    return overview(COUNCIL, seats, people, meetings, YEAR)
