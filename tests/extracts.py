"""A verified meeting whose paragraphs go to a body, to a mail box, and to somebody without an address."""

from __future__ import annotations

from datetime import date

from klubban.domain.text import from_plain
from klubban.operations import addressees
from klubban.operations.registers import name_organisation
from klubban.store.database import Database


def meeting_to_dispatch(database: Database) -> int:
    """Put a verified meeting of KS with §§ 151–153 into a file, and one of TN that is to come."""
    name_organisation(database, "Ekby kommun")
    with database.change("Begin") as change:
        ks = change.insert("body", key="ks", name="Kommunstyrelsen", short="KS", kind="committee")
        tn = change.insert("body", key="tn", name="Tekniska nämnden", short="TN", kind="committee")
        held = change.insert("meeting", body_id=ks, date=date(2026, 11, 16), stage="closed")
        change.insert("meeting", body_id=tn, date=date(2026, 12, 8), stage="planned")
        for place, title in enumerate(("Vinterväghållning", "Bidrag", "Tillsyn")):
            item = change.insert("item", meeting_id=held, position=place, number=151 + place, title=title)
            change.update("item", item, decision=from_plain("Förslaget antas."), confidential=place == 2)
            for at, name in enumerate(("Tekniska nämnden", "Idrottsalliansen", "Säljaren", "Akten")):
                change.insert("recipient", item_id=item, position=at, name=name)
        done = change.insert("verification", meeting_id=held, position=0, date=date(2026, 11, 19))
        change.insert("signer", verification_id=done, position=0, name="Bo Ek")
    addressees.put_addressee(database, None, name="Idrottsalliansen", email="kansli@alliansen.example")
    return held
