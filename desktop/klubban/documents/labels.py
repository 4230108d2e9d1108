"""Sheets of address labels for those to whom something goes by post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.tree import Document, Labels, Running
from klubban.i18n import name_key
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.domain.body import Person
    from klubban.domain.meeting import Meeting


def build(meeting: Meeting, people: Iterable[Person], *, first: int = 1, language: str = "sv") -> Document:
    """Return the labels of those who have an address, as Swedish sorts them; `first` is where they begin."""
    kind = texts_of(language).gettext("Address labels")
    day = meeting.date.isoformat()
    found = sorted((one for one in people if one.address), key=lambda one: (*name_key(one.name), one.id))
    return Document(
        title=f"{kind}, {meeting.body.name} {day}",
        author=meeting.organisation.name,
        language=texts_of(language).tag,
        running=Running(left=("", ""), right=(kind, day), bare=True),
        nodes=(Labels(tuple((one.name, *_lines(one)) for one in found), first),),
        date=meeting.date,
    )


def _lines(person: Person) -> tuple[str, ...]:
    return tuple(line.strip() for line in (person.address or "").splitlines() if line.strip())
