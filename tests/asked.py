"""A referral as tests send it: from a minuted item, to three, with three questions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builders import Minutes, minutes
from klubban.domain.referral import Inquiry
from klubban.operations import inquiries, referees
from klubban.store import inquiries as store
from klubban.store.database import Database

SENT, DUE = date(2016, 2, 29), date(2016, 4, 30)
TITLE = "Trygghetsskapande program"
QUESTIONS = ("Delar ni bilden?", "Vad bidrar ni med?", "Vad saknas?")
ASKED = ("Socialnämnden", "Polismyndigheten", "Brandkåren Attunda")
POLICE = "registrator@polisen.example"


def decided(database: Database, *, confidential: bool = False) -> Minutes:
    """Put a committee's meeting into a file, whose item decided to ask others, and a secretary."""
    ids = minutes(database, (TITLE,))
    with database.change("Decide") as change:
        change.insert("organisation", name="Ekby kommun", language="en")
        secretary = change.insert(
            "person", key="hs", name="Helena Sävborg", email="helena.savborg@ekby.example"
        )
        change.insert("seat", body_id=ids.body, position=0, role="secretary", person_id=secretary)
        change.update("item", ids.item, registry_number="Kst 2015/503", confidential=confidential)
        change.insert("referral", item_id=ids.item, due=DUE, referees=ASKED, questions=QUESTIONS)
    return ids


def begun(database: Database, *, confidential: bool = False) -> int:
    """Begin the inquiry that an item decided."""
    return inquiries.begin_from_item(database, decided(database, confidential=confidential).item)


def sent(database: Database) -> Inquiry:
    """Send it, and return it."""
    id_ = begun(database)
    referees.send(database, id_, SENT)
    return read(database, id_)


def read(database: Database, inquiry_id: int = 1) -> Inquiry:
    """Return an inquiry as the file has it."""
    with database.read() as reading:
        return store.inquiry(reading, inquiry_id)


def paper(folder: Path, name: str, data: bytes) -> Path:
    """Write a file that came back."""
    path = folder / name
    path.write_bytes(data)
    return path
