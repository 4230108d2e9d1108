"""Walks: what was seen, with pictures, and what it led to; and the lists that remind of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builders import findings, rows
from klubban.documents import tree
from klubban.documents.forms import Form
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.text import from_plain
from klubban.domain.walk import Walk
from klubban.operations import following_assignments, undo, walks
from klubban.operations.owner_lists import owner_lists, write_owner_lists
from klubban.operations.paper_file import paper_file
from klubban.operations.walk_report import prepare_walk
from klubban.store import attachments
from klubban.store.assigned import everything
from klubban.store.database import Database
from klubban.store.walks import walk

DAY, DUE, LATER = date(2026, 10, 14), date(2026, 11, 20), date(2026, 12, 1)


def picture(sort: str = "JPEG") -> bytes:
    """Return a small picture."""
    data = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(data, sort)
    return data.getvalue()


@dataclass
class Walked:
    """A council's walk on which two things were seen."""

    database: Database
    body: int
    person: int
    walk: int
    lamp: int
    bushes: int

    def now(self) -> Walk:
        """Return the walk."""
        with self.database.read() as read:
            return walk(read, self.walk)


@pytest.fixture
def walked(database: Database) -> Walked:
    """Return the walk."""
    with database.change("Begin") as change:
        change.insert("organisation", name="Ekby kommun", language="sv")
        body = change.insert("body", key="bra", name="Trygghetsrådet", kind="council", seats=9)
        person = change.insert("person", key="bo", name="Bo Ek", email="bo.ek@ekby.example")
    made = walks.add_walk(
        database,
        body,
        " Kvarntorget  runt ",
        day=DAY,
        place="Torget",
        taking_part=["Eva Asp", " ", "Siv Lind"],
        text=from_plain("Det regnade."),
    )
    lamp = walks.observe(database, made, "Lyktan är släckt.", place="Tunneln")
    bushes = walks.observe(database, made, "Höga buskar")
    return Walked(database, body, person, made, lamp, bushes)


def test_a_walk_keeps_what_was_seen_and_where_it_led(walked: Walked) -> None:
    bo = Named("Bo Ek", person=walked.person)
    walks.attach_picture(
        walked.database, walked.lamp, paper_file("lykta.jpg", picture()), says="En släckt lykta"
    )

    given = walks.make_assignment(walked.database, walked.lamp, bo, due=DUE)
    walks.settle(walked.database, walked.bushes, "Klipps redan på fredag")
    walks.move_observation(walked.database, walked.bushes, None)

    found = walked.now()
    assert (found.title, found.taking_part) == ("Kvarntorget runt", ("Eva Asp", "Siv Lind"))
    bushes, lamp = found.observations
    assert (bushes.nothing_because, bushes.is_settled) == ("Klipps redan på fredag", True)
    assert (lamp.assignment, lamp.picture_says, lamp.media_type) == (
        given.id,
        "En släckt lykta",
        "image/jpeg",
    )
    with walked.database.read() as read:
        [one] = everything(read, walked.body)
    assert (one.assignment.text, one.on, one.walk) == ("Tunneln: Lyktan är släckt.", DAY, walked.walk)
    walks.change_walk(walked.database, walked.walk, day=date(2026, 10, 15))
    with walked.database.read() as read:
        assert everything(read, walked.body)[0].on == date(2026, 10, 15)
    assert findings(walked.database) == []


def test_what_led_to_an_assignment_stays_and_undo_takes_it_back(walked: Walked) -> None:
    before = rows(walked.database)
    walks.make_assignment(walked.database, walked.lamp, Named("Parkchefen"))

    with pytest.raises(RuleBroken, match="led to assignments"):
        walks.remove_walk(walked.database, walked.walk)
    with pytest.raises(RuleBroken, match="led to an assignment"):
        walks.remove_observation(walked.database, walked.lamp)
    with pytest.raises(RuleBroken, match="led to an assignment already"):
        walks.settle(walked.database, walked.lamp, "Nej")
    undo.undo(walked.database)
    assert rows(walked.database) == before
    walks.remove_walk(walked.database, walked.walk)
    assert not {"walk", "observation"} & rows(walked.database).keys()


def test_bad_input_is_told(walked: Walked, tmp_path: Path) -> None:
    database, lamp = walked.database, walked.lamp
    large = picture("PNG") + bytes(walks.MOST_BYTES)
    words = tmp_path / "bild.pdf"
    words.write_bytes(b"%PDF-1.7 nothing")
    before = rows(database)

    with pytest.raises(RuleBroken, match="Say what was seen"):
        walks.observe(database, walked.walk, " \n")
    with pytest.raises(RuleBroken, match="10001 characters are too many"):
        walks.observe(database, walked.walk, "x" * 10_001)
    with pytest.raises(RuleBroken, match="12000 characters are too many"):
        walks.make_assignment(database, lamp, Named("Bo Ek"), text="x" * 12_000)
    with pytest.raises(RuleBroken, match="A name is needed"):
        walks.change_walk(database, walked.walk, title=" ")
    with pytest.raises(RuleBroken, match="Done by 2026-10-01 is before"):
        walks.make_assignment(database, lamp, Named("Bo Ek"), due=date(2026, 10, 1))
    with pytest.raises(RuleBroken, match="no picture that can be shown"):
        walks.attach_picture(database, lamp, words, says="En lykta")
    with pytest.raises(RuleBroken, match="11 MB; a picture may be 10 MB at most"):
        walks.attach_picture(database, lamp, paper_file("stor.png", large), says="En lykta")
    with pytest.raises(RuleBroken, match="what the picture shows"):
        walks.attach_picture(database, lamp, paper_file("lykta.png", picture("PNG")), says=" ")
    with pytest.raises(RuleBroken, match="damaged"):
        walks.attach_picture(database, lamp, paper_file("halv.jpg", picture()[:120]), says="En lykta")
    with pytest.raises(LookupError):
        walks.observe(database, 99, "Klotter")

    assert rows(database) == before


def test_the_report_has_the_picture_and_a_damaged_one_keeps_it_waiting_for_nobody(walked: Walked) -> None:
    walks.attach_picture(walked.database, walked.lamp, paper_file("l.jpg", picture()), says="En släckt lykta")
    with walked.database.change("Come in") as change:
        half = attachments.keep(change, picture()[:120])
        change.update("observation", walked.bushes, sha256=half, media_type="image/jpeg", picture_says="B")

    prepared = prepare_walk(walked.database, walked.walk, LATER)

    photos = [node for node in prepared.document.nodes if isinstance(node, tree.Photo)]
    assert [(each.alternative, each.size) for each in photos] == [("En släckt lykta", (40, 30))]
    assert prepared.stem == "vandring-2026-10-14-kvarntorget-runt"


def test_each_owner_has_a_list_and_a_mail_that_names_nothing_confidential(
    walked: Walked, tmp_path: Path
) -> None:
    bo = Named("Bo Ek", person=walked.person)
    first = walks.make_assignment(walked.database, walked.lamp, bo, due=DUE).id
    walks.make_assignment(walked.database, walked.bushes, Named("Parkchefen"))
    with walked.database.change("Secret") as change:
        meeting = change.insert("meeting", body_id=walked.body, date=DAY, stage="closed")
        item = change.insert(
            "item", meeting_id=meeting, position=0, title="Ett barn", number=3, confidential=True
        )
        secret = change.insert(
            "assignment",
            item_id=item,
            position=0,
            name="Bo Ek",
            person_id=walked.person,
            text="ring vårdnadshavaren",
            status="open",
        )

    lists = owner_lists(walked.database, walked.body, LATER)

    assert [(str(each.owner), each.ids, each.mail is not None) for each in lists] == [
        ("Bo Ek", (first, secret), True),
        ("Parkchefen", (first + 1,), False),
    ]
    written = write_owner_lists(lists, tmp_path, Form.TXT)
    assert [path.name for path in written] == [
        "uppdrag-bo-ek-2026-12-01.txt",
        "uppdrag-parkchefen-2026-12-01.txt",
        "uppdrag-bo-ek-2026-12-01-utskick.eml",
    ]
    mail = message_from_bytes(written[2].read_bytes(), policy=policy.default)
    text = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr] # it has one
    assert mail["Subject"] == "Uppdrag: 1 har passerat sitt datum"
    assert "Tunneln: Lyktan är släckt, ska vara klart 20 november 2026, pågår, 11 dagar över tiden." in text
    assert "Uppdrag enligt §\u00a03, Ärende med sekretess" in text
    assert "vårdnadshavaren" not in text + written[0].read_text()
    assert [str(each.owner) for each in owner_lists(walked.database, None, LATER, late_only=True)] == [
        "Bo Ek"
    ]
    following_assignments.remind(walked.database, lists[0].ids, LATER)
