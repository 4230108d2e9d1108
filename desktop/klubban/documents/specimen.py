"""A meeting that never was, for a look at papers in a file that has no meeting yet."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from klubban.domain.body import Body, Named
from klubban.domain.meeting import Attendee, AttendsAs, Document, Item, Meeting, Stage
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.text import from_plain, points
from klubban.i18n import texts

if TYPE_CHECKING:
    from klubban.domain.body import Organisation
    from klubban.i18n import Texts

CHAIR = Named("Eva Asp", "C")
ALTERNATE, MEMBER = Named("Jan Rask", "KD"), Named("Pia Lund", "M")
REMOTE = Named("Olle Ek", "S")
_SECRETARY = Named("Siv Åberg")
_PARAGRAPHS = 6


def meeting_of(organisation: Organisation, body: Body | None = None) -> Meeting:
    """Return a meeting of a body, or else of an invented committee, long enough for a second page."""
    words = texts(organisation.language)
    return Meeting(
        id=1,
        organisation=organisation,
        body=body or _committee(words),
        date=date(2027, 2, 8),
        start=time(13),
        end=time(15, 10),
        place=words.gettext("The town hall"),
        stage=Stage.VERIFIED,
        chair=CHAIR,
        secretary=_SECRETARY,
        attendance=(
            Attendee(id=1, who=CHAIR, attends_as=AttendsAs.MEMBER),
            Attendee(id=2, who=REMOTE, attends_as=AttendsAs.MEMBER, remote=True),
            Attendee(id=3, who=ALTERNATE, attends_as=AttendsAs.SERVING_ALTERNATE, serves_for=MEMBER),
        ),
        items=tuple(_item(number, words) for number in range(1, _PARAGRAPHS + 1)),
    )


def _committee(words: Texts) -> Body:
    kind = BodyKind.COMMITTEE
    return Body(id=1, key="", name=words.gettext("The committee"), kind=kind, rules=PRESETS[kind])


def _item(number: int, words: Texts) -> Item:
    return Item(
        id=number,
        number=number,
        title=words.gettext("An item of the agenda"),
        decision=points([words.gettext("What the committee decided stands here, point by point.")] * 2),
        summary=from_plain(
            " ".join([words.gettext("Here stands what the matter is about, as the report told it.")] * 5)
        ),
        documents=(Document(id=number, title=words.gettext("The office’s report")),),
    )
