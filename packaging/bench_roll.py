"""An assembly's evening in a file: its roll is changed and all that follows derived again, as at each key."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path

from klubban.domain.attendance import Service
from klubban.domain.errors import RuleBroken
from klubban.domain.quorum import Standing, standings
from klubban.domain.roll import Moment
from klubban.operations import roll_call
from klubban.store import reads
from klubban.store.database import Database

PARTIES = ("S", "M", "SD", "C", "V", "KD", "L", "MP")
PRESIDIUM = ("chair", "vice_chair", "second_vice_chair")


@dataclass(frozen=True)
class Evening:
    """A meeting in a file of its own, on the disk, with its roll begun and people who come and go."""

    database: Database
    meeting: int
    items: tuple[int, ...]
    lines: tuple[int, ...]
    turns: count[int] = field(default_factory=count)

    def bare_change(self) -> None:
        """Change one row, and nothing is derived: what the disk and the journal take."""
        with self.database.change("Bare") as change:
            change.update("meeting", self.meeting, place=f"Sal {next(self.turns)}")

    def one_leaves(self) -> tuple[Service, tuple[Standing, ...]]:
        """Note that somebody leaves, and derive all that a page shows."""
        went = (Moment.BEFORE, Moment.AFTER)[next(self.turns) % 2]
        roll_call.leave(self.database, self.lines[0], self.items[-1], went)
        with self.database.read() as read:
            service = reads.service(read, self.meeting)
        assert service.attendance()  # noqa: S101 - everything is derived
        assert service.presided()  # noqa: S101 - the same
        return service, standings(service)


def evening(path: Path, seats: int, items: int, movements: int) -> Evening:
    """Make a file with as many seats as alternates, most of them there, some of whom leave and come back."""
    chance = random.Random(5)  # noqa: S311 - the same evening every time
    database = Database.create(path)
    with database.change("Seat") as change:
        body = change.insert(
            "body",
            key="kf",
            name="Kommunfullmäktige",
            kind="assembly",
            seats=seats,
            chains=dict.fromkeys(PARTIES, PARTIES),
        )
        meeting = change.insert("meeting", body_id=body, date=date(2026, 11, 23), stage="in_session")
        numbered = range(1, items + 1)
        ids = tuple(
            change.insert("item", meeting_id=meeting, position=each, number=each, title=f"Ärende {each}")
            for each in numbered
        )
        for place in range(2 * seats):
            person = change.insert(
                "person", key=f"p{place}", name=f"Åsa Öberg {place}", party=PARTIES[place % 8]
            )
            role = "alternate" if place >= seats else (*PRESIDIUM, *["member"] * seats)[place]
            change.insert("seat", body_id=body, position=place, person_id=person, role=role, rights=())
    roll_call.begin_roll(database, meeting)
    with database.read() as read:
        there = [line.id for line in reads.service(read, meeting).roll.lines if chance.random() > 1 / 5]
    roll_call.call_present(database, meeting, there)
    for line in chance.sample(there[1:], min(movements // 2, len(there) - 1)):
        away = chance.randrange(items - 1)
        with suppress(RuleBroken):
            roll_call.leave(database, line, ids[away], Moment.DURING)
            roll_call.arrive(database, line, ids[chance.randrange(away + 1, items)])
    return Evening(database, meeting, ids, tuple(there))
