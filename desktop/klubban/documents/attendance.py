"""The attendance list of a meeting: who was there or should have been, in what capacity, for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import front_page, wording
from klubban.documents.tree import Heading, Quiet
from klubban.domain.meeting import AttendsAs
from klubban.domain.text import Table, Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Absence, Attendee, Meeting
    from klubban.i18n import Texts

Line = tuple[str, str, str]


def build(meeting: Meeting, *, language: str = "sv") -> Document:
    """Return the list, those deciding first, those absent last."""
    texts = texts_of(language)
    kind = texts.gettext("Attendance list")
    return front_page.document(meeting, kind, _nodes(meeting, kind, texts), texts, plain=True)


def _nodes(meeting: Meeting, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    yield Quiet(f"{meeting.body.name}, {wording.place_and_time(meeting, texts)}")
    lines = list(_lines(meeting, texts))
    if not lines:
        yield Text(runs_of(texts.gettext("Nobody is noted as present.")))
        return
    head = (texts.gettext("Name"), texts.gettext("Capacity"), texts.gettext("Took part"))
    yield Table(tuple(tuple(runs_of(cell) for cell in row) for row in (head, *lines)))


def _lines(meeting: Meeting, texts: Texts) -> Iterator[Line]:
    deciding = [one for one in meeting.attendance if one.decides]
    others = [one for one in meeting.attendance if not one.decides]
    for one in deciding + others:
        yield str(one.who), _capacity(meeting, one, texts), _took_part(meeting, one, texts)
    for absence in meeting.absent:
        yield str(absence.who), "", _absent(absence, texts)


def _capacity(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    """Return what somebody was there as: `ordförande`, `ersätter Eva Asp (C)`, `kommundirektör`."""
    if one.serves_for:
        return texts.gettext("for {member}").format(member=one.serves_for)
    if one.who.is_same(meeting.chair):
        return texts.pgettext("after a name", "chair")
    return wording.small(one.title) if one.title else _words(texts)[one.attends_as]


def _took_part(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    return ", ".join(wording.limits(meeting, one, texts)) or texts.gettext("the whole meeting")


def _absent(absence: Absence, texts: Texts) -> str:
    return texts.gettext("absent, as told") if absence.told else texts.gettext("absent")


def _words(texts: Texts) -> dict[AttendsAs, str]:
    return {
        AttendsAs.MEMBER: texts.gettext("member"),
        AttendsAs.SERVING_ALTERNATE: texts.gettext("serving alternate"),
        AttendsAs.ALTERNATE: texts.gettext("alternate"),
        AttendsAs.CO_OPTED: texts.gettext("co-opted"),
        AttendsAs.STAFF_REPRESENTATIVE: texts.gettext("staff representative"),
        AttendsAs.OFFICIAL: texts.gettext("official"),
        AttendsAs.GUEST: texts.gettext("invited"),
        AttendsAs.OTHER: texts.gettext("other"),
    }
