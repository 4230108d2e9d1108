"""Delegated decisions: noted or read in, never twice; urgent ones on the next agenda; reported once."""

from __future__ import annotations

from datetime import date, time

import pytest

from builders import entries, findings, minutes, rows, snapshot
from klubban.domain.agenda import Delegated, Origin
from klubban.domain.errors import RuleBroken
from klubban.operations import delegated, matters, undo
from klubban.operations.import_delegated import Does, import_delegated, preview_delegated
from klubban.store import agendas
from klubban.store.database import Database

TODAY = date(2016, 2, 1)
LIST = """\
Delegationsbeslut januari
Datum;Diarienummer;Beslut;Delegat;Delegationspunkt;Brådskande
2016-01-11;KS 2016/201;Yttrande över Åkern 3;Planchefen;A 1.2;
12 januari 2016;KS 2016/19;Svar till förslagsställare;Kommundirektören;B 3;nej
"""


def listed(database: Database, body: int) -> tuple[Delegated, ...]:
    with database.read() as read:
        return agendas.delegated(read, body)


def read_in(database: Database, body: int, text: str, *, skip_faulty: bool = False) -> int:
    preview = preview_delegated(database, body, text.encode("cp1252"), "lista.csv")
    return import_delegated(database, body, preview, today=TODAY, skip_faulty=skip_faulty).new


def test_a_decision_is_noted_once(database: Database) -> None:
    body = minutes(database).body
    facts = {"on": date(2016, 1, 11), "by": "Planchefen", "basis": "A 1.2"}

    noted = delegated.add_delegated(database, body, " Yttrande  över Åkern", today=TODAY, **facts)

    assert listed(database, body) == (
        Delegated(id=noted, body=body, title="Yttrande över Åkern", registry_number=None, **facts),  # type: ignore[arg-type]
    )
    with pytest.raises(RuleBroken, match="is in the list already"):
        delegated.add_delegated(database, body, "yttrande över åkern", today=TODAY, **facts)
    with pytest.raises(RuleBroken, match="Say what was decided"):
        delegated.add_delegated(database, body, " ", today=TODAY)


def test_a_list_is_read_in_with_one_step_and_not_twice(database: Database) -> None:
    body = minutes(database).body
    before = rows(database)

    assert read_in(database, body, LIST) == 2
    there = rows(database)
    assert read_in(database, body, LIST) == 0

    assert rows(database) == there
    assert [each.on for each in listed(database, body)] == [date(2016, 1, 11), date(2016, 1, 12)]
    undo.undo(database)
    assert rows(database) == before


def test_a_longer_list_adds_only_what_is_new(database: Database) -> None:
    body = minutes(database).body
    read_in(database, body, LIST)

    assert read_in(database, body, f"{LIST}2016-01-15;;Avtal om skolskjuts;Inköpschefen;;\n") == 1
    assert [each.title for each in listed(database, body)][-1] == "Avtal om skolskjuts"


def test_lines_that_do_not_fit_stop_the_list_or_are_left_out(database: Database) -> None:
    body = minutes(database).body
    wrong = (
        f"{LIST}2016-13-01;;Fel dag;;;\n2016-01-11;ks2016/201;Yttrande över åkern 3;Planchefen;;\n;;;Utan;;\n"
    )
    preview = preview_delegated(database, body, wrong.encode(), "lista.csv")
    count = entries(database)

    assert [(each.line.number, each.does, *map(str, each.faults)) for each in preview.lines] == [
        (3, Does.NEW),
        (4, Does.NEW),
        (5, Does.FAULTY, "Datum: Expected a date such as 2016-02-22"),
        (6, Does.FAULTY, "Beslut: The same stands on line 3 already"),
        (7, Does.FAULTY, "Beslut: Expected what was decided"),
    ]
    with pytest.raises(RuleBroken, match="Lines that do not fit: 3"):
        import_delegated(database, body, preview, today=TODAY)
    assert entries(database) == count
    assert import_delegated(database, body, preview, today=TODAY, skip_faulty=True).skipped == 3


def test_a_preview_that_is_no_longer_true_is_looked_at_again(database: Database) -> None:
    body = minutes(database).body
    preview = preview_delegated(database, body, LIST.encode(), "lista.csv")
    delegated.add_delegated(
        database,
        body,
        "Yttrande över Åkern 3",
        today=TODAY,
        registry_number="KS 2016/201",
        on=date(2016, 1, 11),
        by="Planchefen",
    )

    with pytest.raises(RuleBroken, match="The list has changed since"):
        import_delegated(database, body, preview, today=TODAY)


def test_a_decision_about_a_citizens_proposal_is_pointed_out_and_still_read_in(database: Database) -> None:
    body = minutes(database).body
    matters.add_matter(database, "Bokbuss", registry_number="KS 2016/19", kind="citizen_proposal")

    preview = preview_delegated(database, body, LIST.encode(), "lista.csv")

    assert [each.never and each.never.title for each in preview.lines] == [None, "Bokbuss"]
    assert import_delegated(database, body, preview, today=TODAY).new == 2


def test_urgent_decisions_are_on_the_next_agenda_by_themselves(database: Database) -> None:
    made = minutes(database, number=None)

    read_in(database, made.body, f"{LIST}2016-01-30;KS 2016/7;Flytt av vallokal;Ordföranden;;ja\n")

    [item] = [each for each in snapshot(database, made.meeting).items if each.origin is Origin.URGENT]
    assert [each.title for each in listed(database, made.body) if each.item == item.id] == [
        "Flytt av vallokal"
    ]
    assert findings(database) == []


def test_a_decision_that_turns_out_urgent_goes_on_the_next_agenda(database: Database) -> None:
    made = minutes(database, number=None)
    noted = delegated.add_delegated(database, made.body, "Flytt av vallokal", today=TODAY)
    assert listed(database, made.body)[0].item is None

    delegated.change_delegated(database, noted, today=TODAY, urgent=True)

    assert listed(database, made.body)[0].item is not None


def test_decisions_are_reported_at_one_item_and_may_wait_again(database: Database) -> None:
    made = minutes(database)
    first, second, third = (
        delegated.add_delegated(database, made.body, title, today=TODAY) for title in ("Ett", "Två", "Tre")
    )

    delegated.report_delegated(database, made.item, [first, second])
    delegated.report_delegated(database, made.item, [second, third])

    assert [each.item for each in listed(database, made.body)] == [None, made.item, made.item]
    with pytest.raises(RuleBroken, match="take it from there first"):
        delegated.remove_delegated(database, second)
    delegated.report_not(database, [second])
    delegated.remove_delegated(database, second)
    assert [each.title for each in listed(database, made.body)] == ["Ett", "Tre"]


def test_a_decision_is_reported_to_the_body_that_delegated_it(database: Database) -> None:
    made = minutes(database)
    with database.change("Another") as change:
        other = change.insert("body", key="tn", name="Tekniska nämnden", kind="committee")
        meeting = change.insert("meeting", body_id=other, date=TODAY, starts=time(9), stage="planned")
        item = change.insert("item", meeting_id=meeting, position=0, title="Delegationsbeslut")
    noted = delegated.add_delegated(database, made.body, "Ett", today=TODAY)

    with pytest.raises(RuleBroken, match="the body that delegated it"):
        delegated.report_delegated(database, item, [noted])


def test_what_a_verified_protocol_reports_is_not_reported_again(database: Database) -> None:
    made = minutes(database)
    first, second = (
        delegated.add_delegated(database, made.body, each, today=TODAY) for each in ("Ett", "Två")
    )
    delegated.report_delegated(database, made.item, [first])
    with database.change("Verify, and plan") as change:
        change.update("meeting", made.meeting, stage="verified")
        later = change.insert("meeting", body_id=made.body, date=date(2016, 3, 29), stage="planned")
        item = change.insert("item", meeting_id=later, position=0, title="Delegationsbeslut")
    before = rows(database)

    with pytest.raises(RuleBroken, match="Ett was reported on 2016-02-22, in a protocol that is verified"):
        delegated.report_delegated(database, item, [first, second])
    with pytest.raises(RuleBroken, match="Ett was reported"):
        delegated.report_not(database, [first])
    assert rows(database) == before
    delegated.report_delegated(database, item, [second])

    assert [each.item for each in listed(database, made.body)] == [made.item, item]


def test_what_was_postponed_in_a_verified_protocol_is_reported_later(database: Database) -> None:
    made = minutes(database)
    noted = delegated.add_delegated(database, made.body, "Ett", today=TODAY)
    delegated.report_delegated(database, made.item, [noted])
    with database.change("Postpone") as change:
        change.update("item", made.item, outcome="postponed")
        change.update("meeting", made.meeting, stage="verified")

    delegated.report_not(database, [noted])

    assert listed(database, made.body)[0].item is None
