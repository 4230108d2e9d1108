"""What a report in Word gives an item: looked at first, and then taken in one step, field by field."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from klubban.domain.meeting import Item
from klubban.domain.text import Blocks, from_plain, lines
from klubban.exchange.report_headings import ReportField
from klubban.exchange.reports import Report
from klubban.i18n import N_
from klubban.operations.documents import insert_title
from klubban.operations.items import checked_title
from klubban.operations.lists import put_rows
from klubban.operations.naming import one_line
from klubban.store import reads
from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class Offer:
    """One field as it stands now, and as the report would have it."""

    field: ReportField
    now: Blocks
    would: Blocks

    @property
    def fills(self) -> bool:
        """Tell whether nothing stands there yet, so that taking it loses nothing."""
        return not self.now


def offers(item: Item, report: Report) -> tuple[Offer, ...]:
    """Return what a report has for an item that is not so already."""
    found = (
        Offer(ReportField.TITLE, from_plain(item.title), from_plain(report.title or "")),
        Offer(
            ReportField.REGISTRY_NUMBER,
            from_plain(item.registered_as or ""),
            from_plain(report.registry_number or ""),
        ),
        Offer(ReportField.PROPOSAL, item.proposal, report.proposal),
        Offer(ReportField.SUMMARY, item.summary, report.summary),
        Offer(
            ReportField.DOCUMENTS,
            _listed(each.title for each in item.documents),
            _listed(new_titles(item, report)),
        ),
        Offer(ReportField.RECIPIENTS, _listed(item.recipients), _listed(report.recipients)),
    )
    return tuple(each for each in found if each.would and lines(each.would) != lines(each.now))


def new_titles(item: Item, report: Report) -> tuple[str, ...]:
    """Return the documents that a report names and the item has not: those it has are never taken away."""
    there = {each.title.casefold() for each in item.documents}
    return tuple(title for title in dict.fromkeys(report.documents) if title.casefold() not in there)


def _listed(words: Any) -> Blocks:
    return tuple(block for each in words for block in from_plain(each))


def take_report(database: Database, item_id: int, report: Report, fields: Collection[ReportField]) -> None:
    """Let an item have these fields of a report, in one step; raises RuleBroken, LookupError."""
    with database.read() as read:
        name = reads.item_name(read, item_id)
    columns = _columns(report, fields)
    with database.change(N_("Take the report into {item}"), place=("item", item_id), item=name) as change:
        if columns:
            change.update("item", item_id, **columns)
        if ReportField.RECIPIENTS in fields:
            put_rows(change, "recipient", "item", item_id, [{"name": each} for each in report.recipients])
        if ReportField.DOCUMENTS in fields:
            there = {str(row["title"]).casefold() for row in change.rows("document", item_id=item_id)}
            for title in dict.fromkeys(report.documents):
                if title.casefold() not in there:
                    insert_title(change, item_id, title)


def _columns(report: Report, fields: Collection[ReportField]) -> dict[str, object]:
    values = {
        ReportField.TITLE: report.title and checked_title(report.title),
        ReportField.REGISTRY_NUMBER: report.registry_number and one_line(report.registry_number),
        ReportField.PROPOSAL: report.proposal,
        ReportField.SUMMARY: report.summary,
    }
    return {field.value: value for field, value in values.items() if field in fields and value}
