"""Whether a meeting was open to the public, as its first page says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import spans, wording
from klubban.domain.openness import is_open, otherwise
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import BodyKind

if TYPE_CHECKING:
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts


def told(meeting: Meeting, texts: Texts) -> str:
    """Return that it was open, and for which items it was not; nothing where closed doors are the rule."""
    apart = _places(meeting, texts)
    count = len(otherwise(meeting))
    if is_open(meeting):
        opened = texts.gettext("The meeting is open to the public.")
        if not apart:
            return opened
        closed = texts.ngettext(
            "{paragraphs} is handled behind closed doors{statute}.",
            "{paragraphs} are handled behind closed doors{statute}.",
            count,
        )
        return f"{opened} {closed.format(paragraphs=apart, statute=_statute(meeting, texts))}"
    if meeting.body.rules.public:  # the rule is open doors, and they were not
        closed = texts.gettext("The meeting is held behind closed doors{statute}.")
        if apart:
            closed = texts.gettext(
                "The meeting is held behind closed doors{statute}, and is open to the public during"
                " {paragraphs}."
            )
        # The assembly may close its doors for single matters; no section lets it close all of a meeting.
        statute = "" if meeting.body.kind is BodyKind.ASSEMBLY else _statute(meeting, texts)
        return closed.format(paragraphs=apart, statute=statute)
    if apart:
        line = texts.gettext("The meeting is open to the public during {paragraphs}{statute}.")
        return line.format(paragraphs=apart, statute=_statute(meeting, texts))
    return ""


def _places(meeting: Meeting, texts: Texts) -> str:
    some = otherwise(meeting)
    places = Paragraphs.of(place for place, item in enumerate(meeting.items, 1) if item in some)
    return spans.listed(meeting, places, texts) if places else ""


def _statute(meeting: Meeting, texts: Texts) -> str:
    """Return where the law says so, in brackets; of bodies that it says nothing about, nothing."""
    told_in = {
        BodyKind.ASSEMBLY: texts.gettext("Local Government Act 5:42"),
        BodyKind.COMMITTEE: texts.gettext("Local Government Act 6:25"),
        BodyKind.SUBCOMMITTEE: texts.gettext("Local Government Act 6:25"),
    }.get(meeting.body.kind, "")
    section, _, act = told_in.rpartition(" ")
    return f" ({wording.held(section)} {act})" if told_in else ""
