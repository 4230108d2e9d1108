"""What was said of notes that were sent round: until when, and by whom what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import movers, wording
from klubban.documents.tree import Heading
from klubban.domain.notes import agreed, answered
from klubban.domain.text import Run, Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.decided import Objection
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts


def nodes(meeting: Meeting, today: date | None, texts: Texts) -> Iterator[Node]:
    """Walk the heading and what is said below it, where the notes went out or a day was set.

    That nobody had comments is told once the day is past; never where `today` is not known.
    """
    if meeting.notes_sent is None and meeting.comments_by is None and not meeting.objections:
        return
    yield Heading(2, texts.gettext("Comments on the notes"), "")
    if today and agreed(meeting, today):
        yield Text(runs_of(texts.gettext("There have been no comments on the notes.")))
    elif today and answered(meeting, today):
        yield Text(runs_of(texts.gettext("The following comments have been made.")))
    elif meeting.comments_by:
        line = texts.gettext("Comments are to be made by {day} at the latest.")
        day = wording.long_date(meeting.comments_by, texts)
        yield Text(runs_of(line.format(day=day)))
    for objection in meeting.objections:
        yield from _objection(meeting, objection, texts)


def _objection(meeting: Meeting, objection: Objection, texts: Texts) -> Iterator[Node]:
    who = wording.capital(movers.named([objection.by], texts, meeting))
    about = next((each for each in meeting.items if each.id == objection.item), None)
    facts = [about.title] if about else []
    facts += [texts.date(objection.on)] if objection.on else []
    lead = f"{who} ({', '.join(facts)}):" if facts else f"{who}:"
    yield Text((Run(lead, bold=True),))
    yield from objection.text
