"""What the dispatch prints beside its extracts, and how the extracts' files are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import dispatch_note, labels
from klubban.domain import file_pattern
from klubban.domain.afterwards import DispatchWay
from klubban.domain.body import Person
from klubban.i18n import _
from klubban.operations import dispatch
from klubban.ui.after.part import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.documents.tree import Document
    from klubban.domain.dispatching import Plan
    from klubban.domain.meeting import Meeting
    from klubban.ui.after.dispatch_sheet import Row


def note(meeting: Meeting, plan: Plan) -> Paper:
    """Return the note of who is to have what, and who got it when."""
    return Paper(
        _("Dispatch note"), dispatch_note.build(meeting, plan, language=meeting.organisation.language)
    )


def posted(rows: Sequence[Row]) -> list[Row]:
    """Return those ticked rows that go by post."""
    return [row for row in rows if row.ticked and row.line.recipient.way is DispatchWay.POST]


def address_labels(meeting: Meeting, rows: Sequence[Row]) -> Document:
    """Return a label for each row."""
    people = [
        Person(id=place, key="", name=to.name, address=to.address)
        for place, to in enumerate(row.line.recipient for row in rows)
    ]
    return labels.build(meeting, people, language=meeting.organisation.language)


def pattern(meeting: Meeting) -> str:
    """Return how files are named: as the organisation has it, or as is the custom."""
    return meeting.organisation.file_pattern or file_pattern.CUSTOM


def first_name(meeting: Meeting, rows: Sequence[Row]) -> str:
    """Return the name of the first row's file, told apart from the others'."""
    names = (file_pattern.filled(pattern(meeting), dispatch.words_of(meeting, row.line)) for row in rows)
    return file_pattern.apart(names)[0]
