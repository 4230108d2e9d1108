"""What a report has for an item is looked at first, and what was chosen of it is one step."""

from __future__ import annotations

import pytest

from builders import Minutes, entries, minutes, snapshot
from klubban.domain.meeting import Item
from klubban.domain.text import from_plain, points
from klubban.exchange.report_headings import ReportField
from klubban.exchange.reports import Report
from klubban.operations.documents import list_document
from klubban.operations.items import write_recipients
from klubban.operations.reports import Offer, offers, take_report
from klubban.store.database import Database

REPORT = Report(
    title="Trygghetsprogram 2027–2030",
    registry_number="KS 2026/117",
    proposal=points(["att anta programmet"]),
    summary=from_plain("Programmet ersätter det från 2019."),
    documents=("Förslag till program", "Yttrande från Brå"),
    recipients=("Socialnämnden", "Akten"),
)


@pytest.fixture
def ids(database: Database) -> Minutes:
    return minutes(database, number=None)


def item(database: Database) -> Item:
    return snapshot(database).items[0]


def test_what_a_report_would_change_stands_beside_what_is_there(database: Database, ids: Minutes) -> None:
    list_document(database, ids.item, "yttrande från brå")
    write_recipients(database, ids.item, REPORT.recipients)

    found = offers(item(database), REPORT)

    assert [each.field for each in found] == [
        ReportField.TITLE,
        ReportField.REGISTRY_NUMBER,
        ReportField.PROPOSAL,
        ReportField.SUMMARY,
        ReportField.DOCUMENTS,
    ]
    assert found[0] == Offer(
        ReportField.TITLE, from_plain("Trygghet"), from_plain("Trygghetsprogram 2027–2030")
    )
    assert not found[0].fills
    assert found[2].fills
    assert found[4].would == from_plain("Förslag till program")


def test_what_was_chosen_is_taken_in_one_step(database: Database, ids: Minutes) -> None:
    list_document(database, ids.item, "Förslag till program")
    before, was = entries(database), item(database)

    take_report(database, ids.item, REPORT, set(ReportField))

    now = item(database)
    assert entries(database) == before + 1
    assert (now.title, now.registry_number) == ("Trygghetsprogram 2027–2030", "KS 2026/117")
    assert (now.proposal, now.summary, now.recipients) == (
        REPORT.proposal,
        REPORT.summary,
        REPORT.recipients,
    )
    assert [each.title for each in now.documents] == ["Förslag till program", "Yttrande från Brå"]
    assert offers(now, REPORT) == ()
    database.undo()
    assert item(database) == was


def test_what_was_not_chosen_stays(database: Database, ids: Minutes) -> None:
    take_report(database, ids.item, REPORT, {ReportField.SUMMARY})

    assert item(database).title == "Trygghet"
    assert item(database).summary == REPORT.summary
    assert item(database).documents == ()


def test_nothing_chosen_is_no_step(database: Database, ids: Minutes) -> None:
    before = entries(database)

    take_report(database, ids.item, REPORT, ())

    assert entries(database) == before
