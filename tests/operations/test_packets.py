"""Packets between offices: what goes into one, and that taking one in adds and never overwrites."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from builders import Minutes, minutes, new_file, rows
from klubban.domain.body import SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.text import from_plain, plain
from klubban.exchange.packet import About, Packet, packed, read_packet
from klubban.exchange.refused import Refused
from klubban.operations import matters, people, seats, undo
from klubban.operations.packet_lines import Does, PacketPlan, What
from klubban.operations.packet_plan import plan_packet
from klubban.operations.packets import MadePacket, make_packet
from klubban.operations.packets_taken import take_packet
from klubban.operations.registers import put_organisation
from klubban.store import attachments, reads
from klubban.store.checks import check
from klubban.store.database import Database

TODAY = date(2026, 11, 22)
PAPER = b"%PDF-1.7 en rapport"


def named(database: Database, name: str) -> None:
    with database.change("Name the organisation") as change:
        put_organisation(change, name=name)


def office(database: Database) -> tuple[Minutes, int]:
    """Return an office's committee with a closed meeting of two items, one confidential, of one matter."""
    named(database, "Ekby kommun")
    ids = minutes(database, ("Belysning", "Enskilt ärende"))
    matter = matters.add_matter(database, "Belysning i centrum", registry_number="KS 2016/1")
    with database.change("Fill") as change:
        sha256 = attachments.keep(change, PAPER)
        change.insert(
            "document",
            item_id=ids.item,
            position=0,
            title="Rapport",
            sha256=sha256,
            media_type="application/pdf",
            file_name="rapport.pdf",
        )
        for item in ids.items:
            change.update("item", item, matter_id=matter, outcome="decided")
        change.update("item", ids.item, decision=from_plain("Lamporna byts."))
        change.update("item", ids.items[1], confidential=1, summary=from_plain("Kanariefågel"))
        given = change.insert(
            "assignment", item_id=ids.item, position=0, name="Rut", text="byta lampor", status="open"
        )
        told = from_plain("Kanariefågel tål inte ljus.")
        change.insert("report", assignment_id=given, date=date(2016, 2, 22), text=told, item_id=ids.items[1])
        change.update("meeting", ids.meeting, stage="closed")
    return ids, matter


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Database]:
    """Return the file of another organisation, with a committee and a matter that are called the same."""
    with closing(new_file(tmp_path / "grannby.klubban")) as found:
        named(found, "Grannby kommun")
        with found.change("Begin") as change:
            change.insert("body", key="ks", name="Kommunstyrelsen", short="KS", kind="committee")
            change.insert("matter", key="budget", title="Budget", registry_number="KS 2016/1")
        yield found


def opened(made: MadePacket) -> Packet:
    return read_packet(made.data)


def does(plan: PacketPlan) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in plan.lines:
        found.setdefault(each.does, []).append(each.name)
    return found


def test_a_matter_goes_with_its_items_as_minuted_and_never_with_what_is_confidential(
    database: Database,
) -> None:
    _ids, matter = office(database)

    made = make_packet(database, to="Grannby", today=TODAY, matters=[matter])

    packet = opened(made)
    [item] = packet.document["meetings"][0]["items"]
    assert item["decision"] == "Lamporna byts."
    assert [each["title"] for each in item["documents"]] == [
        "Rapport",
        "Protokollsutdrag, Kommunstyrelsen §\xa019",
    ]
    assert PAPER in packet.files.values()
    assert "people" not in packet.document
    assert made.left_out == (
        "Kommunstyrelsen, 2016-02-22 §\xa020: omfattas av sekretess och är inte uttryckligen vald",
    )
    assert "Kanarief" not in str(packet.document)
    assert "Enskilt" not in str((packet.cover, packet.document))


def test_what_is_confidential_goes_when_it_is_named(database: Database) -> None:
    ids, _matter = office(database)

    made = make_packet(database, to="Grannby", today=TODAY, items=[ids.items[1]])

    [item] = opened(made).document["meetings"][0]["items"]
    assert (item["summary"], item["confidential"]) == ("Kanariefågel", True)
    assert not made.left_out
    assert "Enskilt" not in str(opened(made).cover)


def test_another_office_gets_a_body_of_its_own_and_nothing_of_its_own_is_touched(
    database: Database, other: Database
) -> None:
    _ids, matter = office(database)
    packet = opened(make_packet(database, to="Grannby", today=TODAY, matters=[matter]))
    before = rows(other)

    taken = take_packet(other, plan_packet(other, packet))

    assert taken.changed
    with other.read() as read:
        assert [body.name for body in reads.bodies(read)] == [
            "Kommunstyrelsen",
            "Kommunstyrelsen, Ekby kommun",
        ]
        assert [each.registry_number for each in reads.matters(read)] == [
            "KS 2016/1",
            "KS 2016/1, Ekby kommun",
        ]
        [item] = reads.meeting(read, taken.meetings[0]).items
        assert plain(item.decision) == "Lamporna byts."
        assert [each.to.name for each in item.assignments] == ["Rut"]
        assert attachments.content(read, item.documents[0].sha256 or "") == PAPER
    assert all(row in rows(other)[table] for table in ("body", "matter") for row in before[table])
    with other.read() as read:
        assert not list(check(read))
    again = plan_packet(other, packet)
    assert not again.count(Does.NEW)
    with pytest.raises(RuleBroken, match="nothing to take in"):
        take_packet(other, again)
    undo.undo(other)
    assert rows(other) == before


def test_a_later_packet_adds_to_a_meeting_and_leaves_what_is_there(
    database: Database, other: Database
) -> None:
    ids, matter = office(database)
    take_packet(
        other, plan_packet(other, opened(make_packet(database, to="", today=TODAY, matters=[matter])))
    )
    later = opened(make_packet(database, to="", today=TODAY, matters=[matter], items=[ids.items[1]]))

    plan = plan_packet(other, later)
    take_packet(other, plan)

    assert does(plan)["new"] == ["2016-02-22 §\xa020".replace("\xa0", " ")]
    with other.read() as read:
        assert [item.title for item in reads.meeting(read, 1).items] == ["Belysning", "Enskilt ärende"]


def test_nothing_is_added_to_a_meeting_that_is_verified_here(database: Database, tmp_path: Path) -> None:
    ids, matter = office(database)
    packet = opened(make_packet(database, to="", today=TODAY, matters=[matter]))
    with closing(new_file(tmp_path / "samma.klubban")) as same:
        named(same, "Ekby kommun")
        here = minutes(same, ("Annat",), number=3)
        with same.change("Verify") as change:
            change.update("meeting", here.meeting, stage="verified")
        before = rows(same)["item"]

        plan = plan_packet(same, packet)

        assert [each.does for each in plan.lines if each.what is What.ITEM] == [Does.REFUSED]
        take_packet(same, plan)  # the matter is new
        assert rows(same)["item"] == before
    assert ids.meeting


def test_an_item_comes_to_the_same_meeting_of_another_file_of_the_office(
    database: Database, tmp_path: Path
) -> None:
    ids, _matter = office(database)
    packet = opened(make_packet(database, to="", today=TODAY, items=[ids.item]))
    with closing(new_file(tmp_path / "samma.klubban")) as same:
        named(same, "Ekby kommun")
        here = minutes(same, ("Upprop", "Budget"), number=3)
        before = rows(same)

        take_packet(same, plan_packet(same, packet))

        after = rows(same)
        assert all(row in after[table] for table in before for row in before[table])
        assert (len(after["body"]), len(after["meeting"])) == (1, 1)
        with same.read() as read:
            held = reads.meeting(read, here.meeting)
        assert [item.title for item in held.items] == ["Upprop", "Budget", "Belysning"]


def test_members_come_with_how_to_reach_them_and_one_called_as_somebody_here_is_left_out(
    database: Database, other: Database
) -> None:
    ids, _matter = office(database)
    for name in ("Åsa Öberg", "Bo Ek"):
        person = people.add_person(database, name, party="S", email="x@ekby.example")
        seats.add_seat(database, ids.body, SeatRole.MEMBER, person_id=person)
    people.add_person(other, "Bo Ek", party="S")

    made = make_packet(database, to="", today=TODAY, members_of=[ids.body])
    plan = plan_packet(other, opened(made))
    take_packet(other, plan)

    assert does(plan)["unclear"] == ["Bo Ek"]
    with other.read() as read:
        assert [(each.name, each.email) for each in reads.people(read)] == [
            ("Bo Ek", None),
            ("Åsa Öberg", "x@ekby.example"),
        ]


def test_what_is_not_handled_yet_waits_and_nothing_is_no_packet(database: Database) -> None:
    ids, matter = office(database)
    with database.change("Plan") as change:
        change.update("meeting", ids.meeting, stage="planned")

    made = make_packet(database, to="", today=TODAY, matters=[matter])

    assert "meetings" not in opened(made).document
    assert any("inte behandlad än" in line for line in made.left_out)
    with pytest.raises(RuleBroken, match="nothing to send"):
        make_packet(database, to="", today=TODAY)


@pytest.mark.parametrize(
    "document",
    [
        {"format": "klubban-open-1", "words": ["x"]},
        {"format": "klubban-open-1", "trusted_issuers": []},
        {"format": "klubban-open-2"},
        {"format": "klubban-open-1", "meetings": [{"body": "ks", "date": "2016-02-22", "verification": []}]},
        {"format": "klubban-open-1", "meetings": [{"body": "ks", "date": "2016-02-22", "items": [{}]}]},
    ],
)
def test_a_document_with_more_than_packets_hold_is_refused(
    other: Database, document: dict[str, object]
) -> None:
    packet = read_packet(packed(document, {}, About(sender="Ekby", made=TODAY)))
    before = rows(other)

    with pytest.raises(Refused):
        plan_packet(other, packet)

    assert rows(other) == before
