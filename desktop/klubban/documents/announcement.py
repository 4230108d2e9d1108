"""The announcement of a meeting on the notice board: when, where, and which matters (KL 5 kap. 13 §)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import agenda, front_page, summons, wording
from klubban.documents.front_page import row
from klubban.documents.tree import Heading, Quiet, Signature, Signatures
from klubban.domain.errors import RuleBroken
from klubban.domain.openness import is_open
from klubban.domain.public import shown as shown_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.front_page import Row
    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Meeting
    from klubban.domain.public import Shown
    from klubban.i18n import Texts


def build(meeting: Meeting, *, language: str = "sv", signed: bool = True) -> Document:
    """Return the announcement; what is confidential is never in it, and what is published is not signed.

    Raises RuleBroken for a body that announces nothing.
    """
    if not meeting.body.rules.announced:
        raise RuleBroken("{body} does not announce its meetings", body=meeting.body.name)
    texts = texts_of(language)
    shown = shown_of(meeting, to_public=True)
    kind = texts.gettext("Announcement")
    return front_page.document(shown.meeting, kind, _nodes(shown, texts, signed=signed), texts, plain=True)


def _nodes(shown: Shown, texts: Texts, *, signed: bool) -> Iterator[Node]:
    meeting = shown.meeting
    yield Heading(1, meeting.body.name)
    line = texts.gettext("Announcement of the meeting on {date}")
    yield Quiet(line.format(date=wording.days(meeting, texts)))
    yield front_page.filled(_rows(meeting, texts))
    yield Heading(2, texts.gettext("Matters"))
    for item in meeting.items:
        yield agenda.entry(shown, item, texts, plain=True)  # what is off keeps its number, and says so
    yield from agenda.not_shown(shown, texts)
    if signed:
        yield Signatures((Signature(texts.gettext("Chair"), str(meeting.chair or "")),))


def _rows(meeting: Meeting, texts: Texts) -> Iterator[Row]:
    if meeting.cancelled_on:
        line = texts.gettext("The meeting was cancelled on {date}.")
        yield row(texts.gettext("Cancelled"), line.format(date=texts.date(meeting.cancelled_on)))
    yield row(texts.pgettext("of a meeting", "Time"), summons.begins(meeting, texts))
    yield row(texts.pgettext("of a meeting", "Place"), meeting.place or "")
    if is_open(meeting):
        yield row(texts.gettext("Audience"), texts.gettext("The meeting is open to the public."))
    announced = meeting.announced_on
    if announced:
        yield row(texts.pgettext("of a meeting", "Announced"), _issued(meeting, announced, texts))
    board = meeting.organisation.notice_board
    if board:
        yield row(texts.gettext("Notice board"), board)


def _issued(meeting: Meeting, announced: date, texts: Texts) -> str:
    """Return on which day and by whom; it is the chair's to announce (KL 5 kap. 13 §)."""
    if meeting.chair is None:
        return texts.date(announced)
    line = texts.gettext("{date}, by the chair, {name}")
    return line.format(date=texts.date(announced), name=meeting.chair)
