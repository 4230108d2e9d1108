"""The papers of the paragraphs that are ticked: how to appeal, and the certificate of legal force."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import how_to_appeal, legal_force_certificate
from klubban.domain import legal_force
from klubban.domain.appeals import appeal_of
from klubban.domain.meeting import Appeal
from klubban.i18n import _
from klubban.operations.export import Kind, prepare
from klubban.ui.after.part import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.documents.tree import Document
    from klubban.domain.meeting import Item, Meeting
    from klubban.operations.export import Prepared
    from klubban.store.database import Database


def paper(meeting: Meeting, items: Sequence[Item], today: date) -> Paper | None:
    """Return the certificate where those ticked have legal force, else how they are appealed against."""
    if not items:
        return None
    if all(legal_force.force_since(meeting, item) for item in items):
        return Paper(_("Certificate of legal force"), _document(meeting, items, Kind.LEGAL_FORCE, today))
    if any(appeal_of(meeting, item) is not Appeal.NONE for item in items):
        return Paper(_("How to appeal"), _document(meeting, items, Kind.HOW_TO_APPEAL, today))
    return None


def prepared(
    database: Database, meeting: Meeting, items: Sequence[Item], kind: Kind, today: date
) -> list[Prepared]:
    """Return a paper of those ticked, ready to be set; raises RuleBroken that says what is missing."""
    document = _document(meeting, items, kind, today)
    numbers = _numbers(items)
    alone = numbers[0] if len(numbers) == 1 else None
    [made] = prepare(database, meeting.id, kind, paragraph=alone, today=today)
    return [replace(made, document=document)]


def _document(meeting: Meeting, items: Sequence[Item], kind: Kind, today: date) -> Document:
    language = meeting.organisation.language
    if kind is Kind.LEGAL_FORCE:
        return legal_force_certificate.build(meeting, today, _numbers(items), language=language)
    return how_to_appeal.build(meeting, _numbers(items), language=language)


def _numbers(items: Sequence[Item]) -> list[int]:
    return [item.number for item in items if item.number is not None]
