"""The hand-over and a matter's line of events, out of a file: all that is open, and nothing confidential."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event

from builders import Minutes, minutes
from documents.reading import words
from klubban.domain.matter_since import Since
from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain
from klubban.operations import bodies, matters
from klubban.operations.hand_over import prepare_hand_over
from klubban.operations.matter_line import prepare_matter
from klubban.operations.registers import put_organisation
from klubban.store import matter_events
from klubban.store import matters as read_matters
from klubban.store.database import Database

TODAY = date(2016, 6, 1)


@pytest.fixture
def filled(database: Database) -> tuple[Minutes, int]:
    """Return a committee with a verified meeting, a matter that is followed up, and a confidential item."""
    ids = minutes(database, ("Belysning", "Kanariefågel"))
    matter = matters.add_matter(database, "Belysning i centrum", registry_number="KS 2016/1")
    bodies.change_body(database, ids.body, absence_to="Disa, 0123-45", purpose="Leder kommunen.")
    with database.change("Fill") as change:
        change.insert(
            "phrase", body_id=ids.body, position=0, short="upp", text=from_plain("får i uppdrag att")
        )
        put_organisation(change, name="Ekby kommun", protocol_kept_at="Kansliet")
        for item in ids.items:
            change.update("item", item, matter_id=matter, outcome="decided")
            given = change.insert(
                "assignment",
                item_id=item,
                position=0,
                name="Rut" if item == ids.item else "Hemlig",
                text="byta lampor" if item == ids.item else "mata fågeln",
                due=date(2016, 4, 1),
                status="open",
            )
            change.insert(
                "assignment_step",
                assignment_id=given,
                position=0,
                kind="moved",
                day=date(2016, 3, 20),
                due=date(2016, 5, 1),
                reason="snö",
            )
        change.update("item", ids.item, proposal=(), decision=from_plain("Lamporna byts."))
        change.insert("proposal", item_id=ids.item, position=0, body_name="Kommunfullmäktige")
        change.update("item", ids.items[1], confidential=1, decision=from_plain("Fågeln matas."))
        change.insert(
            "dispatch",
            item_id=ids.item,
            position=0,
            recipient="Polisen",
            way="mail",
            sent_on=date(2016, 2, 27),
        )
        signed = change.insert(
            "verification", meeting_id=ids.meeting, position=0, date=date(2016, 2, 25), immediate=0
        )
        change.insert("signer", verification_id=signed, position=0, name="Claes Ek")
        change.insert(
            "received_referral",
            matter_id=matter,
            position=0,
            sender="Länsstyrelsen",
            received_on=date(2016, 1, 4),
            due=date(2016, 7, 1),
        )
        change.insert(
            "commitment",
            body_id=ids.body,
            key="k",
            kind="agreement",
            title="Samverkan med polisen",
            item_id=ids.item,
            to_date=date(2018, 12, 31),
        )
        change.update("meeting", ids.meeting, stage="closed")
    return ids, matter


def test_what_happened_between_meetings_stands_in_its_place(
    database: Database, filled: tuple[Minutes, int]
) -> None:
    _ids, matter = filled
    with database.read() as read:
        handled = read_matters.handled(read, matter)[matter]
        found = matter_events.noted(read, matter, handled)

    assert [each.what for each in found if not each.confidential] == [
        Since.GIVEN, Since.BEGUN, Since.VERIFIED, Since.DISPATCHED, Since.MOVED,
    ]  # fmt: skip
    said = " | ".join(words(prepare_matter(database, matter, TODAY).document))
    assert "Lamporna byts." in said
    assert "Polisen" in said
    # What is of no item is told as its matter was when last taken up, which was in secret.
    hidden = ("Hemlig", "mata", "Fågeln", "fågeln", "Länsstyrelsen", "Belysning i centrum")
    assert not any(each in said for each in hidden)


def test_the_line_of_a_matter_takes_so_many_queries_however_long_it_is(
    database: Database, filled: tuple[Minutes, int]
) -> None:
    ids, matter = filled

    def queries() -> int:
        ran: list[object] = []
        with database.read() as read:
            handled = read_matters.handled(read, matter)[matter]

            def count(*_any: object) -> None:
                ran.append(None)

            event.listen(read.engine, "before_cursor_execute", count)
            matter_events.noted(read, matter, handled)
            event.remove(read.engine, "before_cursor_execute", count)
        return len(ran)

    before = queries()
    with database.change("More") as change:
        for place in range(20):
            item = change.insert(
                "item", meeting_id=ids.meeting, position=10 + place, title="Mer", matter_id=matter
            )
            change.insert("assignment", item_id=item, position=0, name="Bo", text="mer", status="open")

    assert queries() == before


def test_whoever_takes_over_reads_all_that_is_open_and_nothing_confidential(
    database: Database, filled: tuple[Minutes, int]
) -> None:
    ids, _matter = filled

    made = prepare_hand_over(database, TODAY, ids.body)

    said = " | ".join(words(made.document))
    for each in (
        "Leder kommunen.",
        "Disa, 0123-45",
        "får i uppdrag att",
        "Byta lampor",
        "2016-05-01",
        "Samverkan med polisen",
        "22 februari 2016",
        "Kansliet",
        "ekby.klubban",
    ):
        assert each.replace(" ", "\N{NO-BREAK SPACE}") in said or each in said, each
    assert not any(each in said for each in ("Hemlig", "ata fågeln", "Kanarie"))
    with pytest.raises(LookupError):
        prepare_hand_over(database, TODAY, 77)


def test_the_hand_over_of_all_has_a_chapter_for_each_body_and_lists_them_first(
    database: Database, filled: tuple[Minutes, int]
) -> None:
    ids, _matter = filled
    other = bodies.add_body(database, "Presidiet", BodyKind.GROUP)

    said = list(words(prepare_hand_over(database, TODAY).document))

    named = [each for each in said if each in ("Kommunstyrelsen", "Presidiet")]
    assert named == ["Kommunstyrelsen", "Presidiet"] * 2
    assert (ids.body, other) == (1, 2)
