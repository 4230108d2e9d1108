"""A matter, or decisions by delegation, are put on a coming agenda in one step."""

from __future__ import annotations

from datetime import date

import pytest

from builders import minutes, rows, snapshot
from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.errors import RuleBroken
from klubban.operations import delegated, matters, undo
from klubban.operations.agenda_from_register import put_matter_on, report_at_meeting
from klubban.operations.meetings import add_meeting, cancel_meeting
from klubban.store import agendas
from klubban.store.database import Database

TODAY, DAY = date(2016, 3, 1), date(2016, 4, 4)


def test_a_matter_is_put_on_an_agenda_with_its_number_and_once(database: Database) -> None:
    meeting = add_meeting(database, minutes(database).body, DAY)
    matter = matters.add_matter(database, "Bussresor", registry_number="KS 2016/40")
    before = rows(database)

    put_matter_on(database, matter, meeting, on=TODAY)

    [item] = snapshot(database, meeting).items
    assert (item.title, item.registry_number, item.kind) == ("Bussresor", "KS 2016/40", ItemKind.DECISION)
    assert item.matter is not None
    with pytest.raises(RuleBroken, match="is on that agenda already"):
        put_matter_on(database, matter, meeting)
    undo.undo(database)
    assert rows(database) == before


def test_what_waits_of_a_matter_is_what_is_put_there(database: Database) -> None:
    body = minutes(database).body
    meeting = add_meeting(database, body, DAY)
    facts = {"kind": "citizen_proposal", "by": "Rut Ek", "date": date(2016, 2, 1)}
    matter = matters.add_matter(database, "Bokbuss", body=body, **facts)

    put_matter_on(database, matter, meeting)

    [item] = snapshot(database, meeting).items
    assert item.origin is Origin.SUBMISSION


def test_a_matter_is_not_put_on_a_cancelled_meeting(database: Database) -> None:
    meeting = add_meeting(database, minutes(database).body, DAY)
    cancel_meeting(database, meeting, on=TODAY, because="För få ärenden")
    matter = matters.add_matter(database, "Bussresor")

    with pytest.raises(RuleBroken, match="is cancelled"):
        put_matter_on(database, matter, meeting)


def test_decisions_are_reported_as_one_item_and_urgent_ones_as_another(database: Database) -> None:
    body = minutes(database).body
    add_meeting(database, body, DAY)
    meeting = add_meeting(database, body, date(2016, 5, 2))
    made = [
        delegated.add_delegated(database, body, title, today=TODAY, on=TODAY, urgent=title == "Avtal")
        for title in ("Yttrande", "Avtal", "Bygglov", "Lov")
    ]
    before = rows(database)

    report_at_meeting(database, made[:3], meeting, on=TODAY)

    reporting = {item.id: item.origin for item in snapshot(database, meeting).items}
    with database.read() as read:
        where = [reporting.get(each.item or 0) for each in agendas.delegated(read, body)]
    assert where == [Origin.DELEGATED, Origin.URGENT, Origin.DELEGATED, None]
    undo.undo(database)
    assert rows(database) == before


def test_a_decision_is_not_reported_before_it_was_taken(database: Database) -> None:
    body = minutes(database).body
    meeting = add_meeting(database, body, DAY)
    late = delegated.add_delegated(database, body, "Yttrande", today=TODAY, on=date(2016, 4, 5))
    before = rows(database)

    with pytest.raises(RuleBroken, match="was decided after the meeting"):
        report_at_meeting(database, [late], meeting)

    assert rows(database) == before
