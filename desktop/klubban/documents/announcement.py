"""The announcement of a meeting on the notice board: when, where, and which matters (KL 5 kap. 13 §)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import agenda, front_page, summons, wording
from klubban.documents.front_page import row
from klubban.documents.tree import Facts, Heading, Signature, Signatures
from klubban.domain.errors import RuleBroken
from klubban.domain.public import shown as shown_of
from klubban.domain.rules import BodyKind
from klubban.domain.sendings import taken_off
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.front_page import Row
    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Meeting
    from klubban.domain.public import Shown
    from klubban.i18n import Texts


def build(meeting: Meeting, *, language: str = "sv") -> Document:
    """Return the announcement; what is confidential is never in it.

    Raises RuleBroken for a body that announces nothing.
    """
    if not meeting.body.rules.announced:
        raise RuleBroken("{body} does not announce its meetings", body=meeting.body.name)
    texts = texts_of(language)
    shown = shown_of(meeting, to_public=True)
    kind = texts.gettext("Announcement")
    return front_page.document(shown.meeting, kind, _nodes(shown, kind, texts), texts, plain=True)


def _nodes(shown: Shown, kind: str, texts: Texts) -> Iterator[Node]:
    meeting = shown.meeting
    yield Heading(1, kind)
    line = texts.gettext("{body} in {organisation} meets on {date}.")
    day = wording.days(meeting, texts)
    facts = {"body": meeting.body.name, "organisation": meeting.organisation.name, "date": day}
    yield Text(runs_of(line.format(**facts)))
    yield Facts(tuple(_rows(meeting, texts)))
    yield Heading(2, texts.gettext("Matters"))
    for item in meeting.items:
        if not taken_off(item):
            yield agenda.entry(shown, item, texts, plain=True)
    yield from agenda.not_shown(shown, texts)
    yield Signatures((Signature(texts.gettext("Chair"), str(meeting.chair or "")),))


def _rows(meeting: Meeting, texts: Texts) -> Iterator[Row]:
    if meeting.cancelled_on:
        line = texts.gettext("The meeting was cancelled on {date}.")
        yield row(texts.gettext("Cancelled"), line.format(date=texts.date(meeting.cancelled_on)))
    yield row(texts.pgettext("of a meeting", "Time"), summons.begins(meeting, texts))
    yield row(texts.pgettext("of a meeting", "Place"), meeting.place or "")
    if meeting.body.kind is BodyKind.ASSEMBLY:
        open_to_all = texts.gettext("The meeting is open to the public.")  # KL 5 kap. 42 §
        yield row(texts.gettext("Audience"), open_to_all)
    announced = meeting.announced_on
    yield row(texts.pgettext("of a meeting", "Announced"), announced.isoformat() if announced else "")
    board = meeting.organisation.notice_board
    if board:
        yield row(texts.gettext("Notice board"), board)
